/** What an advisor's press does: at once on the channel's card, or through a dialog that gives back what was typed. */
import { advisorDialog } from '../../cards/advisor/advisor-dialogs.ts';
import { channelCard, pointerCard } from '../../cards/advisor/channel-card.ts';
import { handOverAllDialog } from '../../cards/advisor/dialogs/hand-over-all.ts';
import { previewCard } from '../../cards/advisor/preview-card.ts';
import { againDialog } from '../../cards/again-dialog.ts';
import type { Card, Dialog } from '../../cards/elements/elements.ts';
import { noteCard } from '../../cards/note-card.ts';
import {
  type CaseDialog,
  type CommandWish,
  caseDialogs,
  type DialogWish,
  type HandOverAllWish,
  type HandOverWish,
  type ReportWish,
  type SendReplyWish,
} from '../../cards/verbs/advisor-readers.ts';
import { explain } from '../../cards/wording/refusals.ts';
import { dayOf, isOpen as isLineOpen } from '../../domain/calendar.ts';
import type { Case, Person } from '../../domain/case/case.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import { noRole, refuseHolder, type Turn } from '../../domain/case/decide.ts';
import { guardText } from '../../domain/identity-guard.ts';
import { type Citation, instructionPath, withCitations } from '../../domain/instructions/citing.ts';
import type { CaseId, InstructionId, PersonId } from '../../domain/names.ts';
import { type Actor, worksOnTheLine } from '../../domain/roles.ts';
import { cardPost } from '../client/posts.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { maskedLine } from '../inbound/replies.ts';
import {
  nothing,
  type Press,
  type Room,
  type Said,
  supervisorNames,
  text,
  type Visit,
} from '../inbound/visit.ts';
import type { Handler } from './handler.ts';

type Again = { readonly typed?: Press['fields']; readonly problem?: Refusal };
type AnyDialog = DialogWish<CaseDialog>;

export const onCase: Handler<CommandWish | AnyDialog> = async (room, visit, press, wish) => {
  if (wish.press === 'dialog') return openDialog(room, visit, wish);
  await pointFromTwin(room, visit, wish.id);
  return carryOut(room, visit, press, wish);
};

export const onReportConcern: Handler<ReportWish | AnyDialog> = async (room, visit, press, wish) =>
  wish.press === 'dialog' ? openDialog(room, visit, wish) : report(room, visit, press, wish);

export const onHandOver: Handler<HandOverWish | AnyDialog> = async (room, visit, press, wish) =>
  wish.press === 'dialog' ? openDialog(room, visit, wish) : handOver(room, visit, press, wish);

export const onHandOverAll: Handler<HandOverAllWish> = async (room, visit, _, wish) =>
  wish.press === 'handOverAllDialog' ? handOverAllCard(room, visit) : handOverAll(room, visit, wish.to);

/** An everyday no, and for those without a role the names of those who can give one. */
async function whyNot(room: Room, { texts }: Visit, refusal: Refusal): Promise<string> {
  const why = explain(refusal, texts, room.county, room.clock.now());
  if (refusal.refused !== 'no-role') return why;
  return [why, texts.talk.askForRole(await supervisorNames(room))].filter(Boolean).join(' ');
}

const no = async (room: Room, visit: Visit, refusal: Refusal): Promise<Said> =>
  text(await whyNot(room, visit, refusal));

async function carryOut(
  room: Room,
  visit: Visit,
  press: Press,
  { id, seen, command, cites = [] }: CommandWish,
): Promise<Said> {
  const citations = await citationsOf(room, id, cites);
  const done = isRefusal(citations)
    ? citations
    : await room.desk.casework.carryOut(visit.person, id, command, {
        seen,
        once: press.once,
        below: (answer) => withCitations(answer, citations, (one) => room.linkTo(instructionPath(one))),
      });
  if (isRefusal(done)) return refused(room, visit, press, { id, seen, name: command.do, problem: done });
  if (press.way === 'now') return cardAfter(room, visit, done.case);
  return done.masked.length > 0 ? text(maskedLine(visit, done.masked)) : nothing;
}

/** The chosen instructions as they are published now, in the asker's language; what a card says of them is not believed. */
async function citationsOf(
  { desk, library }: Room,
  id: CaseId,
  cites: readonly InstructionId[],
): Promise<readonly Citation[] | Refusal> {
  if (cites.length === 0) return [];
  const found = await desk.casework.find(id);
  if (!found) return { refused: 'no-such-case' };
  const citable = await library.citable(found.asker.language);
  const chosen = citable.filter((one) => cites.includes(one.id));
  const isAll = cites.every((cite) => chosen.some((one) => one.id === cite));
  return isAll ? chosen : { refused: 'unknown-choice', field: 'instruction' };
}

/** A concern report on the case the advisor holds: identity goes sealed, before the case speaks of it. */
async function report(room: Room, visit: Visit, press: Press, wish: ReportWish): Promise<Said> {
  const { id, seen } = wish;
  const done = await room.desk.casework.concern(visit.person, id, wish, { seen, once: press.once });
  return isRefusal(done)
    ? refused(room, visit, press, { id, seen, name: 'reportConcern', problem: done })
    : nothing;
}

type Refused = {
  readonly id: CaseId;
  readonly seen: number;
  readonly name: CommandWish['command']['do'] | 'reportConcern';
  readonly problem: Refusal;
};

/** What was typed into a dialog comes back with the reason; a press at once gets the reason alone. */
async function refused(
  room: Room,
  visit: Visit,
  press: Press,
  { id, seen, name, problem }: Refused,
): Promise<Said> {
  if (press.way === 'now') return no(room, visit, problem);
  const found = await room.desk.casework.find(id);
  if (!found || problem.refused === 'no-role') {
    // the case itself is not theirs to see; their own words are
    const sent = { ...press.fields, version: seen };
    const why = await whyNot(room, visit, problem);
    return { say: 'dialog', dialog: againDialog(visit.language, why, sent) };
  }
  return isDialog(name)
    ? dialog(room, visit, name, found, { typed: press.fields, problem })
    : no(room, visit, problem);
}

const isDialog = (name: string): name is CaseDialog => Object.hasOwn(caseDialogs, name);

/**
 * The pressed card as it is now. A second card of the same case (its thread was made twice) becomes a pointer to
 * the one that the store knows.
 */
function cardAfter({ county }: Room, visit: Visit, one: Case): Said {
  const live = one.views.channel;
  const isAnotherThread = visit.where === 'channel' && live?.activity && live.activity !== visit.pressedCard;
  return { say: 'card', card: isAnotherThread ? pointerCard(one, county) : channelCard(one, county) };
}

/**
 * A thread whose making was answered too late may stand twice. The one that the store does not know becomes a pointer
 * for everybody as soon as somebody presses a button on it.
 */
async function pointFromTwin(room: Room, visit: Visit, id: CaseId): Promise<void> {
  const { desk, county } = room;
  const { conversation, pressedCard } = visit;
  const [channelId, root] = conversation.id.split(';messageid=');
  if (visit.where !== 'channel' || !pressedCard || root !== pressedCard) return;
  const found = await desk.casework.find(id);
  const live = found?.views.channel;
  const isTwin = live?.activity && live.activity !== pressedCard && isIn(live.conversation, channelId);
  if (!found || !isTwin) return;
  await redrawPressed(room, visit, pointerCard(found, county));
}

/** The pressed message itself, for all who see it: the answer to a press changes it for one person only. */
async function redrawPressed({ line }: Room, visit: Visit, card: Card): Promise<void> {
  const { conversation, pressedCard } = visit;
  if (!pressedCard) return;
  await line.edit(conversation, pressedCard, cardPost(card, card.fallbackText)).catch((error: unknown) => {
    // a courtesy: what was pressed is done all the same
    if (!(error instanceof TeamsFailure)) throw error;
  });
}

const isIn = (conversation: string, channelId: string | undefined) =>
  conversation.split(';')[0] === channelId;

/** Dialogs of the one who holds the case; for others they become the deliberate takeover. */
const holdersOnly: ReadonlySet<CaseDialog> = new Set([
  'answer',
  'askBack',
  'grant',
  'assess',
  'reportConcern',
  'redirect',
  'handOver',
]);

async function openDialog(room: Room, visit: Visit, { dialog: name, id }: AnyDialog): Promise<Said> {
  await pointFromTwin(room, visit, id);
  const { casework, staff } = room.desk;
  const found = await casework.find(id);
  if (!found) return no(room, visit, { refused: 'no-such-case' });
  const actor = await staff.actor(visit.person);
  const turn = { now: room.clock.now(), county: room.county };
  const problem = refuseDialog(name, found, actor, turn);
  if (problem?.refused === 'held-by-another' || problem?.refused === 'other-region') {
    return dialog(room, visit, 'takeOver', found, {});
  }
  return problem ? no(room, visit, problem) : dialog(room, visit, name, found, {});
}

/** What a dialog shows is for those on the line only, whatever they may then do in it. */
function refuseDialog(name: CaseDialog, one: Case, actor: Actor, turn: Turn): Refusal | undefined {
  if (!worksOnTheLine(actor)) return noRole(one);
  return holdersOnly.has(name) ? refuseHolder(one, actor, turn) : undefined;
}

async function dialog(room: Room, visit: Visit, name: CaseDialog, one: Case, again: Again): Promise<Said> {
  const sealed = await sealedFor(room, visit, name, one);
  if (isRefusal(sealed)) return no(room, visit, sealed);
  const { county, clock } = room;
  const now = clock.now();
  const more = {
    open: isLineOpen(county.opening, now),
    today: dayOf(now),
    colleagues: await colleaguesOf(room, visit, one),
    ...(name === 'answer' && { citable: await room.library.citable(visit.language) }),
  };
  const shown: Dialog = advisorDialog(name, one, county, visit.language, { ...more, ...again, ...sealed });
  return { say: 'dialog', dialog: shown };
}

/** What is shown in a dialog only; seeing it is in the audit by then. */
async function sealedFor({ desk }: Room, { person }: Visit, name: CaseDialog, { id }: Case) {
  if (name === 'showClient') {
    const details = await desk.casework.details(person, id);
    return isRefusal(details) ? details : { details };
  }
  if (name !== 'copyText') return {};
  const talk = await desk.casework.wholeTalk(person, id);
  return isRefusal(talk) ? talk : { said: talk.said };
}

async function colleaguesOf({ desk }: Room, { person }: Visit, one: Case): Promise<Person[]> {
  const advisors = await desk.staff.onTheLine(one.region);
  return advisors.filter(({ id, left }) => id !== person.id && !left).map(({ id, name }) => ({ id, name }));
}

/** The receiver's name as we know it, never as a card says. */
async function known({ desk }: Room, id: PersonId): Promise<Person | undefined> {
  const found = await desk.staff.find(id);
  return found && { id, name: found.name };
}

async function handOver(room: Room, visit: Visit, press: Press, wish: HandOverWish): Promise<Said> {
  const to = await known(room, wish.to);
  if (!to)
    return refused(room, visit, press, {
      id: wish.id,
      seen: wish.seen,
      name: 'handOver',
      problem: { refused: 'unknown-choice', field: 'person' },
    });
  return carryOut(room, visit, press, { ...wish, press: 'command', command: { do: 'handOver', to } });
}

/** A preview in the thread, sent on: one press answers the asker, the talk around it stays inside. */
export const sendReply: Handler<SendReplyWish> = async (room, visit, press, wish) => {
  const { id, seen } = wish;
  const command = { do: 'answer', text: wish.text } as const;
  const done = await room.desk.casework.carryOut(visit.person, id, command, { seen, once: press.once });
  if (isRefusal(done)) return previewAgain(room, visit, wish, done);
  const masked = done.masked.length > 0 ? ` ${maskedLine(visit, done.masked)}` : '';
  const card = noteCard(room.county.channelLanguage, visit.texts.talk.sentToAsker + masked);
  // for everybody: a preview left standing would be sent twice
  await redrawPressed(room, visit, card);
  return { say: 'card', card };
};

/** What was typed comes back under the reason, relying on the case as it is now. */
async function previewAgain(room: Room, visit: Visit, wish: SendReplyWish, problem: Refusal): Promise<Said> {
  const found = await room.desk.casework.find(wish.id);
  const canMend = ['changed-since', 'empty-text', 'too-long'].includes(problem.refused);
  if (!found || !canMend) return no(room, visit, problem);
  // a card in the channel is read by all: guarded, like the first preview
  const { text: words } = guardText(wish.text);
  return { say: 'card', card: previewCard(found, words, room.county, problem) };
}

async function handOverAllCard(room: Room, visit: Visit): Promise<Said> {
  const [held, everybody] = await Promise.all([
    room.desk.casework.heldBy(visit.person),
    room.desk.staff.onTheLine(),
  ]);
  const colleagues = everybody.filter(({ id, left }) => id !== visit.person.id && !left);
  return { say: 'dialog', dialog: handOverAllDialog(held, colleagues, room.county, visit.language) };
}

async function handOverAll(room: Room, visit: Visit, id: PersonId): Promise<Said> {
  const to = await known(room, id);
  if (!to) return no(room, visit, { refused: 'unknown-choice', field: 'person' });
  const { given, refusal } = await room.desk.casework.handOverAll(visit.person, to);
  return refusal ? no(room, visit, refusal) : text(visit.texts.talk.handedOver(given, to.name));
}
