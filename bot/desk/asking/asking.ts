/** From an employee's own words to a case that is kept: the question card, what it still lacks, and sending it. */
import { addDays, addMinutes, dayOf, isOpen as isLineOpen, momentAt } from '../../domain/calendar.ts';
import { isPerhapsAnother } from '../../domain/case/belonging.ts';
import { newCardPlace, wantedAgain } from '../../domain/case/card-place.ts';
import { type Asker, type Case, isOpen } from '../../domain/case/case.ts';
import { makeCaseId, shardFor, shardOf } from '../../domain/case/case-id.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import type { ClientIdentity } from '../../domain/case/details.ts';
import type { Answers, Draft } from '../../domain/case/draft.ts';
import { openCase, refuseAnswers } from '../../domain/case/open.ts';
import type { ConcernWish } from '../../domain/concern.ts';
import { partConcern, refuseConcern, urgencyOf } from '../../domain/concern.ts';
import type { County, Topic } from '../../domain/county.ts';
import { guardText, type IdentityKind } from '../../domain/identity-guard.ts';
import type { CaseId, Moment, PlaceId, RegionId } from '../../domain/names.ts';
import { placeFinder } from '../../domain/places/place-finder.ts';
import type { PlaceFinding } from '../../domain/places/places.ts';
import { draftDays, draftReminderMinutes } from '../../domain/promises.ts';
import { type Route, route } from '../../domain/routing.ts';
import type { Casework, CommandDone } from '../casework/casework.ts';
import { guardFields, hasTaken } from '../casework/guarding.ts';
import { IdTakenError } from '../casework/id-taken.ts';
import type { CaseCards, DetailStore } from '../casework/ports.ts';
import type { CaseStore, Chance, Clock } from '../ports.ts';
import type { BindingStore, Notices } from '../staff/ports.ts';
import type { Directory, DraftStore } from './ports.ts';

export type AskingPorts = {
  readonly county: County;
  readonly cases: CaseStore;
  readonly drafts: DraftStore;
  readonly details: DetailStore;
  readonly cards: CaseCards;
  readonly directory: Directory;
  readonly bindings: Pick<BindingStore, 'find'>;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly chance: Chance;
};

/** What became of words written to the bot. */
export type MessageOutcome =
  | { readonly heard: 'draft'; readonly draft: Draft }
  | { readonly heard: 'reply'; readonly case: Case; readonly masked: readonly IdentityKind[] }
  /** Several cases are open, or the words name another place: the asker says what they belong to. */
  | { readonly heard: 'pick'; readonly draft: Draft; readonly cases: readonly Case[] };

/** What became of a press on the question card. Nothing typed is lost: the draft holds it. */
export type AskOutcome =
  | { readonly asked: Case; readonly draft?: Draft }
  | { readonly notYet: Draft; readonly route?: Route; readonly problem?: Refusal };

export type ConcernPlace = { readonly id: CaseId; readonly place?: PlaceId };

export function createAsking(ports: AskingPorts, casework: Casework) {
  const { cases } = ports;
  const { draft, find, ...rest } = drafting(ports);
  return {
    draft,
    ...rest,
    ...sending(ports),
    ...unsent(ports, casework),
    /** `chat`: where they ask for it. */
    showAgain: (asker: Asker, id: CaseId, chat: string) => showAgain(ports, asker, id, chat),

    /** Words in the personal chat: a reply to the one open case, a choice where it is not plain, else a question. */
    async hear(asker: Asker, words: string, key: string): Promise<MessageOutcome | Refusal> {
      const open = (await cases.askedBy(asker.id)).filter(isOpen);
      const [only, another] = open;
      if (only && !another && !isPerhapsAnother(only, find(words))) {
        const outcome = await casework.carryOut(asker, only.id, { do: 'reply', text: words }, { once: key });
        return isRefusal(outcome) ? outcome : heardReply(ports, asker, outcome);
      }
      const kept = await draft(asker, words, key);
      return only ? { heard: 'pick', draft: kept, cases: open } : { heard: 'draft', draft: kept };
    },
  };
}

/** Cards filled in as far as the words tell. `key` is the same for a second delivery. */
function drafting({ drafts, chance, clock, county }: AskingPorts) {
  const find = placeFinder(county.routing);
  const newId = (asker: Asker) =>
    makeCaseId(
      shardFor(asker.id),
      [1, 2, 3, 4, 5].map(() => chance.number(31)),
    );

  /** Under another id when that one is taken, as random ids now and then are. */
  async function keepUnder(made: Draft, key: string, tries = 3): ReturnType<DraftStore['keep']> {
    try {
      return await drafts.keep(made, key);
    } catch (error) {
      if (!(error instanceof IdTakenError) || tries === 0) throw error;
      return keepUnder({ ...made, id: newId(made.asker) }, key, tries - 1);
    }
  }

  async function keep(made: Draft, key: string): Promise<Draft> {
    const { draft: kept, isNew } = await keepUnder(made, key);
    // the card of the same words was sent already: this is another question, however soon
    const isSent = !isNew && !(await drafts.find(kept.id));
    return isSent ? (await keepUnder(made, `${key}-${made.id}`)).draft : kept;
  }

  const drafted = (asker: Asker, words: string) =>
    draftOf(newId(asker), asker, words, find(words), clock.now());

  return {
    find,
    newConcernId: newId,
    /** For the question card in the chat. */
    draft: (asker: Asker, words: string, key: string) => keep(drafted(asker, words), key),
    /** For a dialog: who closes it has decided, and is not reminded of it. */
    draftInDialog: (asker: Asker, words: string, key: string) => keep(unreminded(drafted(asker, words)), key),
  };
}

async function heardReply(ports: AskingPorts, asker: Asker, done: CommandDone): Promise<MessageOutcome> {
  const place = done.case.views.asker;
  if (place?.state === 'lost') await showAgain(ports, asker, done.case.id, place.conversation);
  return { heard: 'reply', case: done.case, masked: done.masked };
}

/** The live card of a case is wanted where the talk is now. */
async function showAgain(
  { cases, cards }: AskingPorts,
  asker: Asker,
  id: CaseId,
  chat: string,
): Promise<Case | Refusal> {
  const wanted = await cases.change(id, (current) => {
    if (current.asker.id !== asker.id) return { refused: 'not-yours' };
    // an asker who had blocked us is back: they have just spoken
    const place = wantedAgain(current.views.asker ?? newCardPlace(chat));
    return { ...current, views: { ...current.views, asker: place } };
  });
  if (!isRefusal(wanted)) cards.soon(id);
  return wanted;
}

/** `insist`: although the client's own team answers. `card`: where the pressed card stands. */
export type AskPress = { readonly insist: boolean; readonly card?: NonNullable<Draft['card']> };

/** Sending what was filled in. */
function sending(ports: AskingPorts): {
  ask: (asker: Asker, id: CaseId, answers: Answers, press: AskPress) => Promise<AskOutcome | Refusal>;
  concern: (
    asker: Asker,
    at: ConcernPlace,
    wish: ConcernWish,
    client: ClientIdentity,
  ) => Promise<AskOutcome | Refusal>;
} {
  const { cases, drafts } = ports;
  return {
    /** Sends a question card. `insist`: although the client's own team answers (seed 001, its goals). */
    async ask(asker, id, answers, { insist, card }) {
      const kept = await drafts.find(id);
      if (!kept) return alreadyAsked(cases, asker, id);
      if (kept.asker.id !== asker.id) return { refused: 'not-yours' };
      const revised = await drafts.change(id, (current) => ({
        ...revise(current, answers),
        ...(card && { card }),
      }));
      return revised ? send(ports, revised, insist) : alreadyAsked(cases, asker, id);
    },

    /** A concern report from the chat: a case of its own. `at.id` was minted when the dialog was opened. */
    concern: (asker: Asker, at: ConcernPlace, wish: ConcernWish, client: ClientIdentity) =>
      openConcern(ports, asker, at, { wish, client }),
  };
}

/** Cards that are not sent yet. */
function unsent({ drafts }: AskingPorts, casework: Casework) {
  const ownDraft = async (asker: Asker, id: CaseId): Promise<Draft | Refusal> => {
    const kept = await drafts.find(id);
    if (!kept) return { refused: 'no-such-case' };
    return kept.asker.id === asker.id ? kept : { refused: 'not-yours' };
  };

  return {
    ownDraft,

    /** Whether a question card of theirs waits to be sent; a dialog that was closed does not. */
    hasUnsent: async (asker: Asker): Promise<boolean> =>
      (await drafts.of(asker.id)).some(({ card }) => card !== undefined),

    /** Remembers where the card stands, so that it can be edited in place. */
    async drawn(
      id: CaseId,
      card: { readonly conversation: string; readonly activity: string },
    ): Promise<void> {
      await drafts.change(id, (current) => ({ ...current, card }));
    },

    async discard(asker: Asker, id: CaseId): Promise<Draft | Refusal> {
      const kept = await ownDraft(asker, id);
      if (!isRefusal(kept)) await drafts.discard(id);
      return kept;
    },

    /** Puts a kept draft's words to an open case as a reply; the draft is done with. */
    async replyWith(asker: Asker, draftId: CaseId, id: CaseId): Promise<CommandDone | Refusal> {
      const kept = await ownDraft(asker, draftId);
      if (isRefusal(kept)) return kept;
      const command = { do: 'reply', text: kept.answers.question } as const;
      const outcome = await casework.carryOut(asker, id, command, { once: draftId, taken: kept.taken });
      if (!isRefusal(outcome)) await drafts.discard(draftId);
      return outcome;
    },
  };
}

/** The card was sent before, perhaps by the very same press delivered twice. */
async function alreadyAsked(cases: CaseStore, asker: Asker, id: CaseId): Promise<AskOutcome | Refusal> {
  const kept = await cases.find(id);
  if (!kept) return { refused: 'no-such-case' };
  return kept.asker.id === asker.id ? { asked: kept } : { refused: 'not-yours' };
}

function draftOf(id: CaseId, asker: Asker, words: string, finding: PlaceFinding, now: Moment): Draft {
  const { text, taken, masked } = guardText(words);
  return {
    id,
    asker,
    at: now,
    answers: { question: text, ...(finding.found === 'one' && { place: finding.place }) },
    taken,
    masked: masked.map(({ kind }) => kind),
    finding,
    reminded: false,
    dueAt: addMinutes(now, draftReminderMinutes),
  };
}

/** The draft with what was typed now; identities typed into the question are taken out like any other. */
function revise(current: Draft, answers: Answers): Draft {
  const { guarded, taken, masked } = guardFields(answers, ['question']);
  return {
    ...current,
    answers: guarded,
    taken: {
      phones: [...current.taken.phones, ...taken.phones],
      emails: [...current.taken.emails, ...taken.emails],
    },
    masked: [...new Set([...current.masked, ...masked])],
  };
}

/** The draft after its one reminder: forgotten when nobody sends it. */
export function reminded(draft: Draft): Draft {
  return { ...draft, reminded: true, dueAt: momentAt(addDays(dayOf(draft.at), draftDays), '06:00') };
}

/** Forgotten on the next day, without a word. */
const unreminded = (draft: Draft): Draft => ({
  ...draft,
  reminded: true,
  dueAt: momentAt(addDays(dayOf(draft.at), 1), '06:00'),
});

async function send(ports: AskingPorts, draft: Draft, insist: boolean): Promise<AskOutcome> {
  const { county, clock, chance } = ports;
  const now = clock.now();
  const checked = refuseAnswers(county, draft.answers);
  if (isRefusal(checked)) return { notYet: draft, problem: checked };
  const { place, care } = draft.answers;
  const open = isLineOpen(county.opening, now);
  const way = route(county, {
    ...(place && { place }),
    ...(care && { care }),
    topic: checked.topic.id,
    insist,
    open,
  });
  if (way.to !== 'advisors') return { notYet: draft, route: way };

  const details = await keepContact(ports, draft, now);
  const opened = openCase(
    county,
    {
      id: draft.id,
      asker: await introduced(ports.directory, draft.asker),
      answers: draft.answers,
      hasDetails: details,
      destination: { region: way.region, flagged: way.flagged !== undefined, misdirected: way.misdirected },
      contactId: chance.id(),
    },
    checked.topic,
    now,
  );
  return keepOpened(ports, opened, draft);
}

async function keepOpened(
  { cases, cards, bindings, notices }: AskingPorts,
  opened: Case,
  draft?: Draft,
): Promise<{ asked: Case; draft?: Draft }> {
  const card = draft?.card;
  const withView: Case = card
    ? { ...opened, views: { asker: newCardPlace(card.conversation, card.activity) } }
    : opened;
  const { kept, isNew } = await cases.open(withView);
  cards.soon(kept.id);
  if (isNew && !(await bindings.find(kept.region)))
    await notices.toSupervisors({ about: 'unbound', region: kept.region });
  return { asked: kept, ...(draft && { draft }) };
}

/** A call-back number and what the guard took out are sealed before the case that speaks of them. */
async function keepContact({ details }: AskingPorts, draft: Draft, now: Moment): Promise<boolean> {
  const callback = draft.answers.callback?.trim();
  if (!callback && !hasTaken(draft.taken)) return false;
  await details.keep(
    draft.id,
    'contact',
    { kind: 'contact', ...draft.taken, ...(callback && { callback }) },
    now,
  );
  return true;
}

/** With the title and unit that the directory knows; its silence costs nothing. */
async function introduced(directory: Directory, asker: Asker): Promise<Asker> {
  const profile = await directory.profileOf(asker.id);
  return {
    ...asker,
    ...(profile?.title && { title: profile.title }),
    ...(profile?.unit && { unit: profile.unit }),
  };
}

type ConcernReport = { readonly wish: ConcernWish; readonly client: ClientIdentity };

async function openConcern(
  ports: AskingPorts,
  asker: Asker,
  at: ConcernPlace,
  report: ConcernReport,
): Promise<AskOutcome | Refusal> {
  const { county, cases, drafts } = ports;
  if (shardOf(at.id) !== shardFor(asker.id)) return { refused: 'not-yours' };
  const before = await alreadyAsked(cases, asker, at.id);
  // whatever another keeps under that id is not to be written over
  if (!isRefusal(before) || before.refused !== 'no-such-case') return before;
  const draft = await drafts.find(at.id);
  if (draft && draft.asker.id !== asker.id) return { refused: 'not-yours' };
  const topic = county.topics.find(({ kind }) => kind === 'concern');
  if (!topic) return { refused: 'unknown-choice', field: 'topic' };
  const no = refuseConcern(report.wish);
  if (no) return no;
  // a report never goes to the client's own team instead: the authority must take it (SHL 35 §)
  const way = route(county, {
    ...(at.place && { place: at.place }),
    topic: topic.id,
    insist: true,
    open: true,
  });
  if (way.to !== 'advisors') return { refused: 'unknown-choice', field: 'region' };
  return keepConcern(ports, asker, { ...at, ...report, topic, region: way.region });
}

type PlacedReport = ConcernPlace & ConcernReport & { readonly topic: Topic; readonly region: RegionId };

async function keepConcern(ports: AskingPorts, asker: Asker, placed: PlacedReport): Promise<AskOutcome> {
  const { county, details, directory, clock, chance } = ports;
  const { id, place, topic, region, client } = placed;
  const { facts, report } = partConcern(placed.wish);
  const now = clock.now();
  const reporter = { id: asker.id, name: asker.name };
  await details.keep(id, 'concern', { kind: 'concern', client, report, reporter }, now);
  // the report's own words are sealed: what stands on cards is only what kind of question this is
  const question = topic.name[county.channelLanguage];
  const opening = {
    id,
    asker: await introduced(directory, asker),
    answers: { question, urgency: urgencyOf(facts), ...(place && { place }) },
    hasDetails: true,
    destination: { region, flagged: false, misdirected: false },
    contactId: chance.id(),
    concern: facts,
  } as const;
  return keepOpened(ports, openCase(county, opening, topic, now));
}
