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
  type HandOverAllWish,
  type HandOverWish,
  type OpenDialogWish,
  type ReportWish,
  type SendReplyWish,
} from '../../cards/verbs/advisor-readers.ts';
import { explain } from '../../cards/wording/refusals.ts';
import { dayOf, isOpen as isLineOpen } from '../../domain/calendar.ts';
import type { Case, Person } from '../../domain/case/case.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import { type DecisionContext, refuseHolder, refuseReader } from '../../domain/case/decide.ts';
import { guardText } from '../../domain/identity-guard.ts';
import { type Citation, instructionPath, withCitations } from '../../domain/instructions/citing.ts';
import type { CaseId, InstructionId, PersonId } from '../../domain/names.ts';
import { type Actor, worksOnTheLine } from '../../domain/roles.ts';
import { cardPost } from '../client/posts.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { maskedLine, onlyThoseWhoHandOver } from '../inbound/replies.ts';
import {
  type BotPorts,
  nothing,
  type Press,
  type Reply,
  supervisorNames,
  type Turn,
  text,
} from '../inbound/turn.ts';
import type { Handler } from './handler.ts';

type Again = { readonly typed?: Press['fields']; readonly problem?: Refusal };
type AnyDialog = OpenDialogWish<CaseDialog>;

export const onCase: Handler<CommandWish | AnyDialog> = async (ports, turn, press, wish) => {
  if (wish.press === 'dialog') return openDialog(ports, turn, wish);
  await pointFromTwin(ports, turn, wish.id);
  return carryOut(ports, turn, press, wish);
};

export const onReportConcern: Handler<ReportWish | AnyDialog> = async (ports, turn, press, wish) =>
  wish.press === 'dialog' ? openDialog(ports, turn, wish) : report(ports, turn, press, wish);

export const onHandOver: Handler<HandOverWish | AnyDialog> = async (ports, turn, press, wish) =>
  wish.press === 'dialog' ? openDialog(ports, turn, wish) : handOver(ports, turn, press, wish);

/** Even who works on the line is shown to those only who do. */
export const onHandOverAll: Handler<HandOverAllWish> = async (ports, turn, _, wish) => {
  if (!worksOnTheLine(await ports.desk.staff.actor(turn.person)))
    return text(await onlyThoseWhoHandOver(ports, turn));
  return wish.press === 'handOverAllDialog'
    ? handOverAllCard(ports, turn)
    : handOverAll(ports, turn, wish.to);
};

/** An everyday no, and for those without a role the names of those who can give one. */
async function whyNot(ports: BotPorts, { texts }: Turn, refusal: Refusal): Promise<string> {
  const why = explain(refusal, texts, ports.county, ports.clock.now());
  if (refusal.refused !== 'no-role') return why;
  return [why, texts.talk.askForRole(await supervisorNames(ports))].filter(Boolean).join(' ');
}

const no = async (ports: BotPorts, turn: Turn, refusal: Refusal): Promise<Reply> =>
  text(await whyNot(ports, turn, refusal));

async function carryOut(
  ports: BotPorts,
  turn: Turn,
  press: Press,
  { id, seen, command, cites = [] }: CommandWish,
): Promise<Reply> {
  const citations = await citationsOf(ports, id, cites);
  const done = isRefusal(citations)
    ? citations
    : await ports.desk.casework.carryOut(turn.person, id, command, {
        seen,
        once: press.once,
        below: (answer) => withCitations(answer, citations, (one) => ports.linkTo(instructionPath(one))),
      });
  if (isRefusal(done)) return refused(ports, turn, press, { id, seen, name: command.do, problem: done });
  if (press.way === 'now') return cardAfter(ports, turn, done.case);
  return done.masked.length > 0 ? text(maskedLine(turn, done.masked)) : nothing;
}

/** The chosen instructions as they are published now, in the asker's language; what a card says of them is not believed. */
async function citationsOf(
  { desk, library }: BotPorts,
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
async function report(ports: BotPorts, turn: Turn, press: Press, wish: ReportWish): Promise<Reply> {
  const { id, seen } = wish;
  const done = await ports.desk.casework.concern(turn.person, id, wish, { seen, once: press.once });
  return isRefusal(done)
    ? refused(ports, turn, press, { id, seen, name: 'reportConcern', problem: done })
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
  ports: BotPorts,
  turn: Turn,
  press: Press,
  { id, seen, name, problem }: Refused,
): Promise<Reply> {
  const { casework, staff } = ports.desk;
  const [found, actor] = await Promise.all([casework.find(id), staff.actor(turn.person)]);
  const unread = found && refuseReader(found, actor);
  // whatever was refused first: what is wrong with their choice is no business of theirs
  const why = unread?.refused === 'no-role' ? unread : problem;
  if (press.way === 'now') return no(ports, turn, why);
  if (!found || (unread && !isOpenTo(name, actor))) {
    // the case itself is not theirs to see; their own words are
    const sent = { ...press.fields, version: seen };
    return { say: 'dialog', dialog: againDialog(turn.language, await whyNot(ports, turn, why), sent) };
  }
  return isDialog(name)
    ? dialog(ports, turn, { name, one: found, actor }, { typed: press.fields, problem })
    : no(ports, turn, problem);
}

/** To take a case over one need not have read it. */
const isOpenTo = (name: string, actor: Actor) => name === 'takeOver' && worksOnTheLine(actor);

const isDialog = (name: string): name is CaseDialog => Object.hasOwn(caseDialogs, name);

/**
 * The pressed card as it is now. A second card of the same case (its thread was made twice) becomes a pointer to
 * the one that the store knows.
 */
function cardAfter({ county }: BotPorts, turn: Turn, one: Case): Reply {
  const live = one.views.channel;
  const isAnotherThread = turn.where === 'channel' && live?.activity && live.activity !== turn.pressedCard;
  return { say: 'card', card: isAnotherThread ? pointerCard(one, county) : channelCard(one, county) };
}

/**
 * A thread whose making was answered too late may stand twice. The one that the store does not know becomes a pointer
 * for everybody as soon as somebody presses a button on it.
 */
async function pointFromTwin(ports: BotPorts, turn: Turn, id: CaseId): Promise<void> {
  const { desk, county } = ports;
  const { conversation, pressedCard } = turn;
  const [channelId, root] = conversation.id.split(';messageid=');
  if (turn.where !== 'channel' || !pressedCard || root !== pressedCard) return;
  const found = await desk.casework.find(id);
  const live = found?.views.channel;
  const isTwin = live?.activity && live.activity !== pressedCard && isIn(live.conversation, channelId);
  if (!found || !isTwin) return;
  await redrawPressed(ports, turn, pointerCard(found, county));
}

/** The pressed message itself, for all who see it: the answer to a press changes it for one person only. */
async function redrawPressed({ teams }: BotPorts, turn: Turn, card: Card): Promise<void> {
  const { conversation, pressedCard } = turn;
  if (!pressedCard) return;
  await teams.edit(conversation, pressedCard, cardPost(card, card.fallbackText)).catch((error: unknown) => {
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

async function openDialog(ports: BotPorts, turn: Turn, { dialog: name, id }: AnyDialog): Promise<Reply> {
  await pointFromTwin(ports, turn, id);
  const { casework, staff } = ports.desk;
  const found = await casework.find(id);
  if (!found) return no(ports, turn, { refused: 'no-such-case' });
  const actor = await staff.actor(turn.person);
  const context = { now: ports.clock.now(), county: ports.county };
  const problem = refuseDialog(name, found, actor, context);
  if (problem?.refused === 'held-by-another' || problem?.refused === 'other-region') {
    return dialog(ports, turn, { name: 'takeOver', one: found, actor }, {});
  }
  return problem ? no(ports, turn, problem) : dialog(ports, turn, { name, one: found, actor }, {});
}

/** What a dialog shows is for those only who may read the case, whatever they may then do in it. */
function refuseDialog(
  name: CaseDialog,
  one: Case,
  actor: Actor,
  context: DecisionContext,
): Refusal | undefined {
  const no = holdersOnly.has(name) ? refuseHolder(one, actor, context) : undefined;
  const unread = refuseReader(one, actor);
  if (unread?.refused === 'no-role') return unread;
  return no ?? (isOpenTo(name, actor) ? undefined : unread);
}

type Opened = { readonly name: CaseDialog; readonly one: Case; readonly actor: Actor };

async function dialog(
  ports: BotPorts,
  turn: Turn,
  { name, one, actor }: Opened,
  again: Again,
): Promise<Reply> {
  const sealed = await sealedFor(ports, turn, name, one);
  if (isRefusal(sealed)) return no(ports, turn, sealed);
  const { county, clock } = ports;
  const now = clock.now();
  const more = {
    open: isLineOpen(county.opening, now),
    today: dayOf(now),
    colleagues: await colleaguesOf(ports, turn, one),
    isUnread: refuseReader(one, actor) !== undefined,
    ...(name === 'answer' && { citable: await ports.library.citable(turn.language) }),
  };
  const shown: Dialog = advisorDialog(name, one, county, turn.language, { ...more, ...again, ...sealed });
  return { say: 'dialog', dialog: shown };
}

/** What is shown in a dialog only; seeing it is in the audit by then. */
async function sealedFor({ desk }: BotPorts, { person }: Turn, name: CaseDialog, { id }: Case) {
  if (name === 'showClient') {
    const details = await desk.casework.details(person, id);
    return isRefusal(details) ? details : { details };
  }
  if (name !== 'copyText') return {};
  const talk = await desk.casework.wholeTalk(person, id);
  return isRefusal(talk) ? talk : { said: talk.said };
}

async function colleaguesOf({ desk }: BotPorts, { person }: Turn, one: Case): Promise<Person[]> {
  const advisors = await desk.staff.onTheLine(one.region);
  return advisors.filter(({ id, left }) => id !== person.id && !left).map(({ id, name }) => ({ id, name }));
}

/** The receiver's name as we know it, never as a card says. */
async function known({ desk }: BotPorts, id: PersonId): Promise<Person | undefined> {
  const found = await desk.staff.find(id);
  return found && { id, name: found.name };
}

async function handOver(ports: BotPorts, turn: Turn, press: Press, wish: HandOverWish): Promise<Reply> {
  const to = await known(ports, wish.to);
  if (!to)
    return refused(ports, turn, press, {
      id: wish.id,
      seen: wish.seen,
      name: 'handOver',
      problem: { refused: 'unknown-choice', field: 'person' },
    });
  return carryOut(ports, turn, press, { ...wish, press: 'command', command: { do: 'handOver', to } });
}

/** A preview in the thread, sent on: one press answers the asker, the talk around it stays inside. */
export const sendReply: Handler<SendReplyWish> = async (ports, turn, press, wish) => {
  const { id, seen } = wish;
  const command = { do: 'answer', text: wish.text } as const;
  const done = await ports.desk.casework.carryOut(turn.person, id, command, { seen, once: press.once });
  if (isRefusal(done)) return previewAgain(ports, turn, wish, done);
  const masked = done.masked.length > 0 ? ` ${maskedLine(turn, done.masked)}` : '';
  const card = noteCard(ports.county.channelLanguage, turn.texts.talk.sentToAsker + masked);
  // for everybody: a preview left standing would be sent twice
  await redrawPressed(ports, turn, card);
  return { say: 'card', card };
};

/** What was typed comes back under the reason, relying on the case as it is now. */
async function previewAgain(
  ports: BotPorts,
  turn: Turn,
  wish: SendReplyWish,
  problem: Refusal,
): Promise<Reply> {
  const { casework, staff } = ports.desk;
  const [found, actor] = await Promise.all([casework.find(wish.id), staff.actor(turn.person)]);
  const canMend = ['changed-since', 'empty-text', 'too-long'].includes(problem.refused);
  if (!found || !canMend || refuseReader(found, actor)) return no(ports, turn, problem);
  // a card in the channel is read by all: guarded, like the first preview
  const { text: words } = guardText(wish.text);
  return { say: 'card', card: previewCard(found, words, ports.county, problem) };
}

async function handOverAllCard(ports: BotPorts, turn: Turn): Promise<Reply> {
  const [held, everybody] = await Promise.all([
    ports.desk.casework.heldBy(turn.person),
    ports.desk.staff.onTheLine(),
  ]);
  const colleagues = everybody.filter(({ id, left }) => id !== turn.person.id && !left);
  return { say: 'dialog', dialog: handOverAllDialog(held, colleagues, ports.county, turn.language) };
}

async function handOverAll(ports: BotPorts, turn: Turn, id: PersonId): Promise<Reply> {
  const to = await known(ports, id);
  if (!to) return no(ports, turn, { refused: 'unknown-choice', field: 'person' });
  const { given, refusal } = await ports.desk.casework.handOverAll(turn.person, to);
  return refusal ? no(ports, turn, refusal) : text(turn.texts.talk.handedOver(given, to.name));
}
