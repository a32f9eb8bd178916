/** What people do to a case that is kept: every command goes through here, with the roles that are stored. */

import type { Case, Person, Step } from '../../domain/case/case.ts';
import { type Command, isRefusal, type Refusal } from '../../domain/case/command.ts';
import { decide } from '../../domain/case/decide.ts';
import type { ClientIdentity, Details } from '../../domain/case/details.ts';
import type { Taken } from '../../domain/case/draft.ts';
import { type ConcernWish, partConcern, refuseConcern } from '../../domain/concern.ts';
import type { County, Urgency } from '../../domain/county.ts';
import type { IdentityKind } from '../../domain/identity-guard.ts';
import type { CaseId, PersonId } from '../../domain/names.ts';
import { type Actor, advisesIn, holds, noRole, worksOnTheLine } from '../../domain/roles.ts';
import type { AuditEntry, AuditLog, CaseStore, Chance, Clock } from '../ports.ts';
import { casesHeldBy } from '../staff/held-cases.ts';
import type { Staff } from '../staff/staff.ts';
import { guardCommand, hasTaken } from './guarding.ts';
import type { CaseCards, DetailStore } from './ports.ts';

export type CaseworkPorts = {
  readonly county: County;
  readonly cases: CaseStore;
  readonly details: DetailStore;
  readonly audit: AuditLog;
  readonly cards: CaseCards;
  readonly clock: Clock;
  readonly chance: Chance;
};

/** `seen`: the version on the pressed card. `once`: the same for a second delivery of the same press. */
export type CommandOptions = {
  readonly seen?: number;
  readonly once?: string;
  readonly taken?: Taken | undefined;
  /** The part of a concern report that is sealed. */
  readonly report?: Details;
  /** What the line itself writes below an answer: links were not typed, so the guard has no business in them. */
  readonly below?: (answer: string) => string;
};
export type CommandDone = { readonly case: Case; readonly masked: readonly IdentityKind[] };

export function createCasework(ports: CaseworkPorts, staff: Staff) {
  const { cases } = ports;
  const carryOut = carrier(ports, staff);

  const held = (person: Person) => casesHeldBy(cases, person.id);

  return {
    carryOut,
    concern: reporter(carryOut),
    ...viewing(ports, staff),
    askedBy: (person: Person) => cases.askedBy(person.id),
    /** The open cases that this person holds. */
    heldBy: held,
    /** The open case whose thread that is. */
    inThread: async (conversation: string) =>
      (await cases.openCases()).find(({ views }) => views.channel?.conversation === conversation),

    /** Gives all open cases away; each is a change of its own, so a crash leaves no case without a holder. */
    async handOverAll(
      person: Person,
      to: Person,
    ): Promise<{ readonly given: number; readonly refusal?: Refusal }> {
      let given = 0;
      for (const { id } of await held(person)) {
        const outcome = await carryOut(person, id, { do: 'handOver', to });
        if (isRefusal(outcome)) return { given, refusal: outcome };
        given += 1;
      }
      return { given };
    },
  };
}

export type Casework = ReturnType<typeof createCasework>;
type CarryOut = (
  person: Person,
  id: CaseId,
  command: Command,
  delivery?: CommandOptions,
) => Promise<CommandDone | Refusal>;
type AdvisorConcernReport = {
  readonly wish: ConcernWish;
  readonly client: ClientIdentity;
  readonly assessed?: Urgency;
};

/** Carries out a command on a case: the case as it is now, or an everyday no. */
function carrier(ports: CaseworkPorts, staff: Staff): CarryOut {
  const { cases, cards, clock, county } = ports;
  return async (person, id, command, delivery = {}) => {
    const actor = await staff.actor(person);
    const no = await refuseReceiver(staff, command);
    if (no) return no;
    const { guarded: typed, taken, masked } = guardCommand(command);
    const guarded = withBelow(typed, delivery);
    const { seen } = delivery;
    const gone = command.do === 'reopen' ? await goneHolder(ports, staff, id) : undefined;
    const turn = { now: clock.now(), county, ...(seen !== undefined && { seen }), ...(gone && { gone }) };
    const decided = (current: Case) => decide(current, guarded, actor, turn);
    const secrets = secretsOf(delivery, joined(taken, delivery.taken));
    const early = secrets.length > 0 ? await refusedAlready(ports, id, decided) : undefined;
    const sealed = !early && (await seal(ports, id, delivery, secrets));
    const decision = (current: Case) => early ?? withDetails(current, decided(current), sealed);
    const outcome = await cases.change(id, decision, delivery.once);
    if (isRefusal(outcome)) return outcome;
    cards.soon(id);
    return { case: outcome, masked };
  };
}

/** Takes a concern report on a case that exists: who reported whom, and in which words, is sealed. */
function reporter(carryOut: CarryOut) {
  return async (
    person: Person,
    id: CaseId,
    report: AdvisorConcernReport,
    delivery: CommandOptions,
  ): Promise<CommandDone | Refusal> => {
    const { wish, client, assessed } = report;
    const no = refuseConcern(wish);
    if (no) return no;
    const { facts, report: words } = partConcern(wish);
    const details: Details = { kind: 'concern', client, report: words, reporter: named(person) };
    const command = { do: 'concern', facts, ...(assessed && { assessed }) } as const;
    return carryOut(person, id, command, { ...delivery, report: details });
  };
}

/** Looking at a case, and at who has: each view of identity stands in the audit before it is shown. */
function viewing({ cases, details, audit, clock }: CaseworkPorts, staff: Staff) {
  return {
    find: (id: CaseId) => cases.find(id),

    /** The sealed details, for those with the right. */
    async details(person: Person, id: CaseId): Promise<readonly Details[] | Refusal> {
      const found = await cases.find(id);
      if (!found) return { refused: 'no-such-case' };
      if (found.purgedAt) return { refused: 'purged' };
      const no = refuseView(found, await staff.actor(person));
      if (no) return no;
      await audit.write({ at: clock.now(), by: named(person), did: 'viewDetails', caseId: id });
      return details.of(id);
    },

    /** Who handled a case, for the client's request (703/2023 11 §); for supervisors. */
    async handledBy(person: Person, id: CaseId): Promise<readonly AuditEntry[] | Refusal> {
      const found = await cases.find(id);
      if (!found) return { refused: 'no-such-case' };
      if (!holds(await staff.actor(person), 'supervisor'))
        return { ...noRole('supervisor'), region: found.region };
      const [steps, entries] = await Promise.all([cases.trail(id), audit.of(id)]);
      await audit.write({ at: clock.now(), by: named(person), did: 'viewHandlers', caseId: id });
      return [...steps.map((step) => auditOf(id, step)), ...entries].toSorted((a, b) =>
        a.at < b.at ? -1 : 1,
      );
    },

    /** Everything said, for those who work on the case. */
    async wholeTalk(person: Person, id: CaseId) {
      const found = await cases.find(id);
      if (!found) return { refused: 'no-such-case' } as const;
      const no = refuseView(found, await staff.actor(person));
      return no ?? { case: found, said: await cases.said(id) };
    },
  };
}

/** Links alone are no answer. */
const withBelow = (command: Command, { below }: CommandOptions): Command =>
  command.do === 'answer' && below && command.text.trim() !== ''
    ? { ...command, text: below(command.text) }
    : command;

const named = ({ id, name }: Person): Person => ({ id, name });

/** A step of the trail, as the audit keeps it: no reasons, they are free text. */
export function auditOf(id: CaseId, { at, by, did }: Step): AuditEntry {
  return { at, by, did, caseId: id };
}

/**
 * Nothing is sealed for a command that is refused anyway: who may not speak in a case puts nothing beside it. Anyone who
 * would have been allowed a moment later hears the no of when they pressed, and has their words back.
 */
async function refusedAlready(
  { cases }: CaseworkPorts,
  id: CaseId,
  decided: (current: Case) => Case | Refusal,
): Promise<Refusal | undefined> {
  const found = await cases.find(id);
  const outcome = found ? decided(found) : ({ refused: 'no-such-case' } as const);
  return isRefusal(outcome) ? outcome : undefined;
}

/** The one who held the case, when they work on the line no more: nobody would be told that it is theirs again. */
async function goneHolder({ cases }: CaseworkPorts, staff: Staff, id: CaseId): Promise<PersonId | undefined> {
  const found = await cases.find(id);
  if (found?.status !== 'closed' || !found.holder) return undefined;
  const [record, actor] = await Promise.all([staff.find(found.holder.id), staff.actor(found.holder)]);
  return record?.left || !worksOnTheLine(actor) ? found.holder.id : undefined;
}

const joined = (one: Taken, other: Taken | undefined): Taken => ({
  phones: [...one.phones, ...(other?.phones ?? [])],
  emails: [...one.emails, ...(other?.emails ?? [])],
});

type Secret = { readonly entry: 'concern' | 'taken'; readonly details: Details };

const secretsOf = ({ report }: CommandOptions, taken: Taken): readonly Secret[] => [
  ...(report ? [{ entry: 'concern', details: report } as const] : []),
  ...(hasTaken(taken) ? [{ entry: 'taken', details: { kind: 'contact', ...taken } } as const] : []),
];

/** Sealed before the case that speaks of them; a second delivery finds its own again. @returns whether any was. */
async function seal(
  { details, clock, chance }: CaseworkPorts,
  id: CaseId,
  { once }: CommandOptions,
  secrets: readonly Secret[],
): Promise<boolean> {
  for (const secret of secrets)
    await details.keep(id, `${secret.entry}-${once ?? chance.id()}`, secret.details, clock.now());
  return secrets.length > 0;
}

function withDetails(before: Case, next: Case | Refusal, sealed: boolean): Case | Refusal {
  if (!sealed || isRefusal(next) || next === before) return next;
  return { ...next, hasDetails: true };
}

/** A case can be handed only to somebody who works on the line. */
async function refuseReceiver(staff: Staff, command: Command): Promise<Refusal | undefined> {
  if (command.do !== 'handOver') return undefined;
  return worksOnTheLine(await staff.actor(command.to))
    ? undefined
    : { refused: 'unknown-choice', field: 'person' };
}

function refuseView(one: Case, actor: Actor): Refusal | undefined {
  // a holder whose roles were taken away sees nothing more
  const no = { ...noRole('advisor'), region: one.region };
  if (!worksOnTheLine(actor)) return no;
  const isHolder = 'holder' in one && one.holder?.id === actor.id;
  return isHolder || advisesIn(actor, one.region) ? undefined : no;
}
