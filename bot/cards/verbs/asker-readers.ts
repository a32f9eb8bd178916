/** Reads what askers press; what is not ours, or was tampered with, reads as nothing. */
import type { AskerCommand } from '../../domain/case/command.ts';
import type { Answers } from '../../domain/case/draft.ts';
import { type County, urgencies } from '../../domain/county.ts';
import {
  type CaseId,
  careId,
  categoryId,
  type PlaceId,
  placeId,
  regionId,
  topicId,
} from '../../domain/names.ts';
import { regionOfPlace } from '../../domain/routing.ts';
import { priorities, type ReportForm, readReport } from './concern-reader.ts';
import {
  oneOf,
  opensDialog,
  type Pressed,
  type PressReader,
  type ReadContext,
  readId,
  readSeen,
  readText,
  typedIn,
} from './pressed.ts';

export const askerDialogs = ['edit', 'wrongRegion', 'reply', 'reopen', 'concern'] as const;
export type AskerDialog = (typeof askerDialogs)[number];

/** What a menu button asks for; `ask` tells how to ask. */
export const menuItems = ['ask', 'my-questions', 'help'] as const;
export type MenuItem = (typeof menuItems)[number];

export type SendWish = {
  readonly press: 'ask' | 'sendAnyway' | 'discard';
  readonly draftId: CaseId;
  readonly answers: Answers;
};
export type AskerCommandWish = {
  readonly press: 'command';
  readonly id: CaseId;
  readonly seen: number;
  readonly command: AskerCommand;
};
export type AskerDialogWish = {
  readonly press: 'dialog';
  readonly dialog: AskerDialog;
  readonly id?: CaseId;
  readonly seen?: number;
};
/** With `seen` it concerns that case; without, `id` is the id that the report's own case will have. */
export type AskerReportWish = ReportForm & {
  readonly press: 'concern';
  readonly id?: CaseId;
  readonly seen?: number;
  readonly place?: PlaceId;
};
/** The draft's words become a reply to that case. */
export type ReplyDraftWish = { readonly press: 'replyDraft'; readonly draftId: CaseId; readonly id: CaseId };
export type NewQuestionWish = { readonly press: 'newQuestion'; readonly draftId: CaseId };
export type MenuWish = { readonly press: 'menu'; readonly item: MenuItem };
/** Brings that case's live card to the bottom of the chat. */
export type ShowWish = { readonly press: 'show'; readonly id: CaseId };

/** For buttons that never open a dialog: one that says it does was tampered with. */
const atOnce =
  <Wish>(read: PressReader<Wish>): PressReader<Wish> =>
  (data, context) =>
    opensDialog(data) ? undefined : read(data, context);

const inDialog =
  <Wish>(dialog: AskerDialog, send: PressReader<Wish>): PressReader<AskerDialogWish | Wish> =>
  (data, context) =>
    opensDialog(data) ? readDialog(dialog, data) : send(data, context);

function readDialog(dialog: AskerDialog, data: Pressed): AskerDialogWish | undefined {
  const ids = readIds(data);
  // only a concern report can stand on its own
  return dialog === 'concern' || ids.id ? { press: 'dialog', dialog, ...ids } : undefined;
}

function readIds(data: Pressed): { readonly id?: CaseId; readonly seen?: number } {
  const [id, seen] = [readId(data, 'caseId'), readSeen(data)];
  return { ...(id && { id }), ...(id && seen && { seen }) };
}

// --- the question card ---

const sendDraft = (press: SendWish['press']): PressReader<SendWish> =>
  atOnce((data) => {
    const draftId = readId(data, 'draftId');
    return draftId && { press, draftId, answers: readAnswers(data) };
  });

/** Texts pass as they were typed, however long: the guard and the rules come after. */
function readAnswers(data: Pressed): Answers {
  const [place, topic, category, care, callback] = (
    ['place', 'topic', 'category', 'care', 'callback'] as const
  ).map((field) => readText(data, field));
  const priority75 = oneOf(readText(data, 'priority75'), priorities);
  const urgency = oneOf(readText(data, 'urgency'), urgencies);
  return {
    question: typedIn(data, 'question'),
    ...(place && { place: placeId(place) }),
    ...(topic && { topic: topicId(topic) }),
    ...(category && { category: categoryId(category) }),
    ...(care && { care: careId(care) }),
    ...(priority75 && { priority75 }),
    ...(urgency && { urgency }),
    ...(callback && { callback }),
  };
}

const newQuestion: PressReader<NewQuestionWish> = atOnce((data) => {
  const draftId = readId(data, 'draftId');
  return draftId && { press: 'newQuestion', draftId };
});

function readReplyDraft(data: Pressed): ReplyDraftWish | undefined {
  const [draftId, id] = [readId(data, 'draftId'), readId(data, 'caseId')];
  return draftId && id && { press: 'replyDraft', draftId, id };
}

// --- the asker's own case ---

const commands: {
  readonly [Name in AskerCommand['do']]: (data: Pressed, context: ReadContext) => AskerCommand;
} = {
  reply: (data) => ({ do: 'reply', text: typedIn(data, 'text') }),
  edit: (data) => {
    const urgency = oneOf(readText(data, 'urgency'), urgencies);
    return { do: 'edit', text: typedIn(data, 'text'), ...(urgency && { urgency }) };
  },
  withdraw: () => ({ do: 'withdraw' }),
  reopen: (data) => {
    const text = typedIn(data, 'text');
    return { do: 'reopen', ...(text.trim() && { text }) };
  },
  wrongRegion: (data, { county }) => wrongRegion(data, county),
};

/** A place the county does not have leads to no region, which the rules refuse by name. */
function wrongRegion(data: Pressed, county: County): AskerCommand {
  const place = placeId(readText(data, 'place') ?? '');
  const region = regionOfPlace(county, place);
  return region ? { do: 'wrongRegion', region, place } : { do: 'wrongRegion', region: regionId('') };
}

const command =
  (name: AskerCommand['do']): PressReader<AskerCommandWish> =>
  (data, context) => {
    const { id, seen } = readIds(data);
    return id && seen ? { press: 'command', id, seen, command: commands[name](data, context) } : undefined;
  };

const report: PressReader<AskerReportWish> = (data) => {
  const place = readText(data, 'place');
  return {
    press: 'concern',
    ...readIds(data),
    ...(place && { place: placeId(place) }),
    ...readReport(data),
  };
};

const menu: PressReader<MenuWish> = atOnce((data) => {
  const item = menuItems.find((name) => name === data['item']);
  return item && { press: 'menu', item };
});

const show: PressReader<ShowWish> = atOnce((data) => {
  const id = readId(data, 'caseId');
  return id && { press: 'show', id };
});

const reply: PressReader<ReplyDraftWish | AskerCommandWish> = (data, context) =>
  'draftId' in data ? readReplyDraft(data) : command('reply')(data, context);

/** By verb. */
export const asker = {
  ask: sendDraft('ask'),
  sendAnyway: sendDraft('sendAnyway'),
  discard: sendDraft('discard'),
  newQuestion,
  reply: inDialog('reply', reply),
  edit: inDialog('edit', command('edit')),
  wrongRegion: inDialog('wrongRegion', command('wrongRegion')),
  reopen: inDialog('reopen', command('reopen')),
  withdraw: atOnce(command('withdraw')),
  concern: inDialog('concern', report),
  menu,
  show,
};
