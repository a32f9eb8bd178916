/** What an asker's press does: sends the question card, works on their case, opens and takes their dialogs. */
import { askerCard } from '../../cards/asker/asker-card.ts';
import { askerDialog } from '../../cards/asker/asker-dialogs.ts';
import { discardedCard, questionCard } from '../../cards/asker/question-card.ts';
import { noteCard } from '../../cards/note-card.ts';
import type {
  AskerCommandWish,
  AskerDialog,
  AskerDialogWish,
  AskerReportWish,
  MenuWish,
  NewQuestionWish,
  ReplyDraftWish,
  SendWish,
  ShowWish,
} from '../../cards/verbs/asker-readers.ts';
import { explain } from '../../cards/wording/refusals.ts';
import type { AskOutcome } from '../../desk/asking/asking.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import type { CaseId } from '../../domain/names.ts';
import { maskedLine } from '../inbound/replies.ts';
import {
  type BotPorts,
  inItsPlace,
  nothing,
  type Press,
  type Reply,
  type Turn,
  text,
} from '../inbound/turn.ts';
import { onCommand } from '../messages/chat-messages.ts';
import type { Handler } from './handler.ts';

export const onOwnCase: Handler<AskerDialogWish | AskerCommandWish | ReplyDraftWish> = async (
  ports,
  turn,
  press,
  wish,
) => {
  switch (wish.press) {
    case 'dialog':
      return openDialog(ports, turn, wish.dialog, wish.id);
    case 'replyDraft':
      return replyDraft(ports, turn, wish);
    case 'command':
      return carryOut(ports, turn, press, wish);
  }
};

export const onConcern: Handler<AskerDialogWish | AskerReportWish> = async (ports, turn, press, wish) =>
  wish.press === 'dialog' ? openDialog(ports, turn, wish.dialog, wish.id) : report(ports, turn, press, wish);

export const onMenu: Handler<MenuWish> = async (ports, turn, _, { item }) => {
  await onCommand(ports, turn, { command: item });
  return nothing;
};

const no = ({ county, clock }: BotPorts, { texts }: Turn, refusal: Refusal): Reply =>
  text(explain(refusal, texts, county, clock.now()));

function liveCard({ county, clock }: BotPorts, one: Case): Reply {
  const now = clock.now();
  return { say: 'card', card: askerCard(one, county, { now, open: isLineOpen(county.opening, now) }) };
}

/** Where the pressed card stands, so that the case's live card takes its place. */
const pressedAt = ({ conversation, pressedCard }: Turn) =>
  pressedCard ? { card: { conversation: conversation.id, activity: pressedCard } } : {};

export const send: Handler<SendWish> = async (ports, turn, _, { press, draftId, answers }) => {
  if (press === 'discard') return discard(ports, turn, draftId);
  const insist = press === 'sendAnyway';
  const asked = await ports.desk.asking.ask(turn.asker, draftId, answers, { insist, ...pressedAt(turn) });
  return isRefusal(asked) ? no(ports, turn, asked) : afterAsking(ports, turn, asked);
};

async function afterAsking(ports: BotPorts, turn: Turn, asked: AskOutcome): Promise<Reply> {
  if ('asked' in asked) return liveCard(ports, asked.asked);
  const { county, clock } = ports;
  const { notYet, ...why } = asked;
  const now = clock.now();
  const shown = {
    draft: notYet,
    county,
    language: turn.language,
    open: isLineOpen(county.opening, now),
    now,
  };
  return inItsPlace(ports, turn, questionCard({ ...shown, ...why }));
}

async function discard(ports: BotPorts, turn: Turn, draftId: CaseId): Promise<Reply> {
  const gone = await ports.desk.asking.discard(turn.asker, draftId);
  if (isRefusal(gone) && gone.refused !== 'no-such-case') return no(ports, turn, gone);
  return inItsPlace(ports, turn, discardedCard(turn.language, ports.county));
}

async function carryOut(
  ports: BotPorts,
  turn: Turn,
  press: Press,
  { id, seen, command }: AskerCommandWish,
): Promise<Reply> {
  const done = await ports.desk.casework.carryOut(turn.person, id, command, { seen, once: press.once });
  if (!isRefusal(done)) {
    if (press.way === 'now') return liveCard(ports, done.case);
    return done.masked.length > 0 ? text(maskedLine(turn, done.masked)) : nothing;
  }
  const name = dialogFor(command.do);
  return press.way === 'dialog' && name
    ? openDialog(ports, turn, name, id, { typed: press.fields, problem: done })
    : no(ports, turn, done);
}

const dialogFor = (verb: string): AskerDialog | undefined =>
  verb === 'edit' || verb === 'wrongRegion' || verb === 'reply' || verb === 'reopen' ? verb : undefined;

type AskerAgain = { readonly typed?: Press['fields']; readonly problem?: Refusal };

/** A dialog on the asker's own case, or on none: a concern report from the chat. */
async function openDialog(
  ports: BotPorts,
  turn: Turn,
  name: AskerDialog,
  id?: CaseId,
  again: AskerAgain = {},
): Promise<Reply> {
  if (!id) return newReport(ports, turn, { ...again, newId: ports.desk.asking.newConcernId(turn.asker) });
  const found = await ports.desk.casework.find(id);
  if (!found) return no(ports, turn, { refused: 'no-such-case' });
  if (found.asker.id !== turn.person.id) return no(ports, turn, { refused: 'not-yours' });
  return { say: 'dialog', dialog: askerDialog(name, found, ports.county, turn.language, again) };
}

async function report(ports: BotPorts, turn: Turn, press: Press, wish: AskerReportWish): Promise<Reply> {
  const outcome = await keepReport(ports, turn, press, wish);
  if (!isRefusal(outcome)) return text(turn.texts.talk.concernReceived(spokenCaseId(outcome.id)));
  const again = { typed: press.fields, problem: outcome };
  return wish.seen
    ? openDialog(ports, turn, 'concern', wish.id, again)
    : newReport(ports, turn, { ...again, newId: wish.id });
}

/** With the version of a card it concerns that case; without, it opens one of its own under the dialog's id. */
async function keepReport(
  { desk }: BotPorts,
  turn: Turn,
  press: Press,
  wish: AskerReportWish,
): Promise<Case | Refusal> {
  const { id, seen, place } = wish;
  if (!id) return { refused: 'no-such-case' };
  if (seen) {
    const done = await desk.casework.concern(turn.person, id, wish, { once: press.once, seen });
    return isRefusal(done) ? done : done.case;
  }
  const asked = await desk.asking.concern(
    turn.asker,
    { id, ...(place && { place }) },
    wish.wish,
    wish.client,
  );
  return isRefusal(asked) ? asked : 'asked' in asked ? asked.asked : { refused: 'no-such-case' };
}

type NewReport = AskerAgain & { readonly newId?: CaseId | undefined };

const newReport = ({ county }: BotPorts, { language }: Turn, again: NewReport): Reply => ({
  say: 'dialog',
  dialog: askerDialog('concern', undefined, county, language, again),
});

/** The live card comes to the bottom of the chat, where it was asked for. */
export const showAgain: Handler<ShowWish> = async (ports, turn, _, { id }) => {
  // the list stays: what is drawn in its place would not follow the case
  if (turn.pressedCard) await ports.desk.staff.spoke(turn.person, turn.pressedCard);
  const shown = await ports.desk.asking.showAgain(turn.asker, id, turn.conversation.id);
  return isRefusal(shown) ? no(ports, turn, shown) : nothing;
};

async function replyDraft(ports: BotPorts, turn: Turn, { draftId, id }: ReplyDraftWish): Promise<Reply> {
  const done = await ports.desk.asking.replyWith(turn.asker, draftId, id);
  if (isRefusal(done)) return no(ports, turn, done);
  return inItsPlace(ports, turn, noteCard(turn.language, turn.texts.talk.addedTo(spokenCaseId(id))));
}

/** The choice between open cases becomes the question card of a new one, in the same place. */
export const newQuestion: Handler<NewQuestionWish> = async (ports, turn, _, { draftId }) => {
  const draft = await ports.desk.asking.ownDraft(turn.asker, draftId);
  if (isRefusal(draft)) return no(ports, turn, draft);
  const { card } = pressedAt(turn);
  if (card) await ports.desk.asking.drawn(draftId, card);
  return afterAsking(ports, turn, { notYet: draft });
};
