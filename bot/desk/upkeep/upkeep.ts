/** Upkeep: repairs cards that lag, does what falls due, purges, and sweeps what was left half-way. */
import { addDays, addMinutes, dayOf, momentAt } from '../../domain/calendar.ts';
import { isRefusal } from '../../domain/case/command.ts';
import { tick } from '../../domain/case/deadlines.ts';
import type { County } from '../../domain/county.ts';
import type { CaseId } from '../../domain/names.ts';
import { draftDays } from '../../domain/promises.ts';
import { reminded } from '../asking/asking.ts';
import type { DraftStore } from '../asking/ports.ts';
import { auditOf } from '../casework/casework.ts';
import type { CaseCards, DetailStore } from '../casework/ports.ts';
import type { AuditLog, CaseStore, Clock, Log } from '../ports.ts';
import type { Notices } from '../staff/ports.ts';
import { oneByOne } from './one-by-one.ts';
import type { ShowStore } from './ports.ts';

export type UpkeepPorts = {
  readonly county: County;
  readonly cases: CaseStore;
  readonly shows: ShowStore;
  readonly drafts: DraftStore;
  readonly details: DetailStore;
  readonly audit: AuditLog;
  readonly cards: CaseCards;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly log: Log;
};

type DueItem = Awaited<ReturnType<CaseStore['dueBy']>>[number];

const atOnce = 50;
/** A dialog may stand open for a while before it is sent; details older than this belong to a case or to nobody. */
const orphanMinutes = 24 * 60;

export function createUpkeep(ports: UpkeepPorts) {
  const { cases, shows, details, cards, clock } = ports;
  const itself = (id: CaseId) => id;
  const lagging = oneByOne(ports, { name: 'repairCards', atOnce, idOf: itself });
  const due = oneByOne(ports, { name: 'doWhatIsDue', atOnce, idOf: ({ id }: DueItem) => id });
  const orphans = oneByOne(ports, { name: 'sweepOrphans', atOnce, idOf: itself });

  async function repairCards(): Promise<number> {
    await cards.giveBack();
    return lagging(
      (most) => shows.lagging(clock.now(), most),
      (id) => cards.show(id),
    );
  }

  const doWhatIsDue = () =>
    due(
      (most) => cases.dueBy(clock.now(), most),
      ({ id, kind }) => (kind === 'case' ? ageCase(ports, id) : ageDraft(ports, id)),
    );

  /** Identity typed into a dialog is nobody's to keep when no case came of it, or its case is purged by then. */
  function sweepOrphans(): Promise<number> {
    const before = addMinutes(clock.now(), -orphanMinutes);
    return orphans(
      (most) => details.keptBefore(before, most),
      async (id) => {
        if (!(await isOwned(ports, id))) await details.purge(id);
      },
    );
  }

  const forgetSeen = () => cases.forgetSeen(clock.now());

  return {
    repairCards,
    doWhatIsDue,
    sweepOrphans,
    /** One round of everything; a part that breaks is logged and does not stop the others. */
    async round(): Promise<void> {
      for (const part of [repairCards, doWhatIsDue, sweepOrphans, forgetSeen]) await logged(ports.log, part);
    },
  };
}

export async function logged(log: Log, part: () => Promise<unknown>): Promise<void> {
  try {
    await part();
  } catch (error) {
    // the boundary of a whole part, as oneByOne is that of a single case: the next round tries again
    log('error', 'upkeep failed', { kind: part.name, error });
  }
}

/** A purged case owns nothing: what was typed into an old card of it came after its details were purged. */
async function isOwned({ cases, drafts }: UpkeepPorts, id: CaseId): Promise<boolean> {
  const found = await cases.find(id);
  return found ? !found.purgedAt : (await drafts.find(id)) !== undefined;
}

async function ageCase(ports: UpkeepPorts, id: CaseId): Promise<void> {
  const { cases, cards, clock, county } = ports;
  const aged = await cases.change(id, (current) => tick(county, current, clock.now()));
  if (isRefusal(aged)) return;
  cards.soon(id);
  if (aged.purgedAt) await clear(ports, id);
}

/**
 * The trail goes to the audit, then the identities and all that was said go for good. Only once the case itself is purged,
 * which nobody reopens; it falls due until this has been to its end, so all of it is safe to repeat.
 */
async function clear({ cases, audit, details }: UpkeepPorts, id: CaseId): Promise<void> {
  for (const step of await cases.trail(id))
    await audit.write(auditOf(id, step), step.did === 'purge' ? 'purge' : `step-${step.version}`);
  await details.purge(id);
  await cases.forget(id);
}

/** Reminds once of a card that was not sent: recorded first, told second, so that nobody is nagged twice. */
async function ageDraft({ drafts, notices, clock }: UpkeepPorts, id: CaseId): Promise<void> {
  const draft = await drafts.find(id);
  if (!draft || draft.dueAt > clock.now()) return;
  const isOld = momentAt(addDays(dayOf(draft.at), draftDays), '06:00') <= clock.now();
  if (draft.reminded || isOld) {
    // what was typed, or sent, since it was read is not thrown away; a card left open by a crash says so when pressed
    if (await drafts.discard(id, draft)) await notices.draftForgotten(draft);
    return;
  }
  let isFirst = false;
  const changed = await drafts.change(id, (current) => {
    isFirst = !current.reminded;
    return isFirst ? reminded(current) : current;
  });
  if (changed && isFirst) await notices.draftNotSent(changed);
}
