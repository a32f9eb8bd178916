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
import type { Asked } from '../../desk/asking/asking.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import type { CaseId } from '../../domain/names.ts';
import { maskedLine } from '../inbound/replies.ts';
import { inItsPlace, nothing, type Press, type Room, type Said, text, type Visit } from '../inbound/visit.ts';
import { onCommand } from '../messages/chat-messages.ts';
import type { Handler } from './handler.ts';

export const onOwnCase: Handler<AskerDialogWish | AskerCommandWish | ReplyDraftWish> = async (
  room,
  visit,
  press,
  wish,
) => {
  switch (wish.press) {
    case 'dialog':
      return openDialog(room, visit, wish.dialog, wish.id);
    case 'replyDraft':
      return replyDraft(room, visit, wish);
    case 'command':
      return carryOut(room, visit, press, wish);
  }
};

export const onConcern: Handler<AskerDialogWish | AskerReportWish> = async (room, visit, press, wish) =>
  wish.press === 'dialog' ? openDialog(room, visit, wish.dialog, wish.id) : report(room, visit, press, wish);

export const onMenu: Handler<MenuWish> = async (room, visit, _, { item }) => {
  await onCommand(room, visit, { command: item });
  return nothing;
};

const no = ({ county, clock }: Room, { texts }: Visit, refusal: Refusal): Said =>
  text(explain(refusal, texts, county, clock.now()));

function liveCard({ county, clock }: Room, one: Case): Said {
  const now = clock.now();
  return { say: 'card', card: askerCard(one, county, { now, open: isLineOpen(county.opening, now) }) };
}

/** Where the pressed card stands, so that the case's live card takes its place. */
const pressedAt = ({ conversation, pressedCard }: Visit) =>
  pressedCard ? { card: { conversation: conversation.id, activity: pressedCard } } : {};

export const send: Handler<SendWish> = async (room, visit, _, { press, draftId, answers }) => {
  if (press === 'discard') return discard(room, visit, draftId);
  const insist = press === 'sendAnyway';
  const asked = await room.desk.asking.ask(visit.asker, draftId, answers, { insist, ...pressedAt(visit) });
  return isRefusal(asked) ? no(room, visit, asked) : afterAsking(room, visit, asked);
};

async function afterAsking(room: Room, visit: Visit, asked: Asked): Promise<Said> {
  if ('asked' in asked) return liveCard(room, asked.asked);
  const { county, clock } = room;
  const { notYet, ...why } = asked;
  const now = clock.now();
  const shown = {
    draft: notYet,
    county,
    language: visit.language,
    open: isLineOpen(county.opening, now),
    now,
  };
  return inItsPlace(room, visit, questionCard({ ...shown, ...why }));
}

async function discard(room: Room, visit: Visit, draftId: CaseId): Promise<Said> {
  const gone = await room.desk.asking.discard(visit.asker, draftId);
  if (isRefusal(gone) && gone.refused !== 'no-such-case') return no(room, visit, gone);
  return inItsPlace(room, visit, discardedCard(visit.language, room.county));
}

async function carryOut(
  room: Room,
  visit: Visit,
  press: Press,
  { id, seen, command }: AskerCommandWish,
): Promise<Said> {
  const done = await room.desk.casework.carryOut(visit.person, id, command, { seen, once: press.once });
  if (!isRefusal(done)) {
    if (press.way === 'now') return liveCard(room, done.case);
    return done.masked.length > 0 ? text(maskedLine(visit, done.masked)) : nothing;
  }
  const name = dialogFor(command.do);
  return press.way === 'dialog' && name
    ? openDialog(room, visit, name, id, { typed: press.fields, problem: done })
    : no(room, visit, done);
}

const dialogFor = (verb: string): AskerDialog | undefined =>
  verb === 'edit' || verb === 'wrongRegion' || verb === 'reply' || verb === 'reopen' ? verb : undefined;

type Again = { readonly typed?: Press['fields']; readonly problem?: Refusal };

/** A dialog on the asker's own case, or on none: a concern report from the chat. */
async function openDialog(
  room: Room,
  visit: Visit,
  name: AskerDialog,
  id?: CaseId,
  again: Again = {},
): Promise<Said> {
  if (!id) return newReport(room, visit, { ...again, newId: room.desk.asking.newConcernId(visit.asker) });
  const found = await room.desk.casework.find(id);
  if (!found) return no(room, visit, { refused: 'no-such-case' });
  if (found.asker.id !== visit.person.id && name !== 'concern')
    return no(room, visit, { refused: 'not-yours' });
  return { say: 'dialog', dialog: askerDialog(name, found, room.county, visit.language, again) };
}

async function report(room: Room, visit: Visit, press: Press, wish: AskerReportWish): Promise<Said> {
  const outcome = await keepReport(room, visit, press, wish);
  if (!isRefusal(outcome)) return text(visit.texts.talk.concernReceived(spokenCaseId(outcome.id)));
  const again = { typed: press.fields, problem: outcome };
  return wish.seen
    ? openDialog(room, visit, 'concern', wish.id, again)
    : newReport(room, visit, { ...again, newId: wish.id });
}

/** With the version of a card it concerns that case; without, it opens one of its own under the dialog's id. */
async function keepReport(
  { desk }: Room,
  visit: Visit,
  press: Press,
  wish: AskerReportWish,
): Promise<Case | Refusal> {
  const { id, seen, place } = wish;
  if (!id) return { refused: 'no-such-case' };
  if (seen) {
    const done = await desk.casework.concern(visit.person, id, wish, { once: press.once, seen });
    return isRefusal(done) ? done : done.case;
  }
  const asked = await desk.asking.concern(
    visit.asker,
    { id, ...(place && { place }) },
    wish.wish,
    wish.client,
  );
  return isRefusal(asked) ? asked : 'asked' in asked ? asked.asked : { refused: 'no-such-case' };
}

type NewReport = Again & { readonly newId?: CaseId | undefined };

const newReport = ({ county }: Room, { language }: Visit, again: NewReport): Said => ({
  say: 'dialog',
  dialog: askerDialog('concern', undefined, county, language, again),
});

/** The live card comes to the bottom of the chat, where it was asked for. */
export const showAgain: Handler<ShowWish> = async (room, visit, _, { id }) => {
  // the list stays: what is drawn in its place would not follow the case
  if (visit.pressedCard) await room.desk.staff.spoke(visit.person, visit.pressedCard);
  const shown = await room.desk.asking.showAgain(visit.asker, id, visit.conversation.id);
  return isRefusal(shown) ? no(room, visit, shown) : nothing;
};

async function replyDraft(room: Room, visit: Visit, { draftId, id }: ReplyDraftWish): Promise<Said> {
  const done = await room.desk.asking.replyWith(visit.asker, draftId, id);
  if (isRefusal(done)) return no(room, visit, done);
  return inItsPlace(room, visit, noteCard(visit.language, visit.texts.talk.addedTo(spokenCaseId(id))));
}

/** The choice between open cases becomes the question card of a new one, in the same place. */
export const newQuestion: Handler<NewQuestionWish> = async (room, visit, _, { draftId }) => {
  const draft = await room.desk.asking.ownDraft(visit.asker, draftId);
  if (isRefusal(draft)) return no(room, visit, draft);
  const { card } = pressedAt(visit);
  if (card) await room.desk.asking.drawn(draftId, card);
  return afterAsking(room, visit, { notYet: draft });
};
