/** Reads what advisors press on a case; what is empty or unknown passes, since the desk says what is missing. */
import type { AdvisorCommand } from '../../domain/case/command.ts';
import { type Urgency, urgencies } from '../../domain/county.ts';
import {
  type CaseId,
  categoryId,
  day,
  type InstructionId,
  instructionId,
  type PersonId,
  readPersonId,
  redirectId,
  regionId,
  serviceId,
} from '../../domain/names.ts';
import { priorities, type ReportForm, readReport } from './concern-reader.ts';
import {
  oneOf,
  opensDialog,
  type Pressed,
  type PressReader,
  readId,
  readMany,
  readSeen,
  readText,
} from './pressed.ts';

type OnCase = { readonly id: CaseId; readonly seen: number };

/** `cites`: the instructions to be linked below an answer. */
export type CommandWish = OnCase & {
  readonly press: 'command';
  readonly command: AdvisorCommand;
  readonly cites?: readonly InstructionId[];
};
export type OpenDialogWish<Name> = OnCase & { readonly press: 'dialog'; readonly dialog: Name };
/** The receiver's name is the directory's to tell, not the card's. */
export type HandOverWish = OnCase & { readonly press: 'handOver'; readonly to: PersonId };
export type SendReplyWish = OnCase & { readonly press: 'sendReply'; readonly text: string };
/** A report on the case the advisor holds. Its sealed part is kept before the command is given. */
export type ReportWish = OnCase & ReportForm & { readonly press: 'concern'; readonly assessed?: Urgency };

const onCase =
  <Wish>(read: (on: OnCase, data: Pressed) => Wish | undefined): PressReader<Wish> =>
  (data) => {
    const [id, seen] = [readId(data, 'caseId'), readSeen(data)];
    return id && seen ? read({ id, seen }, data) : undefined;
  };

type Commanded = Exclude<AdvisorCommand['do'], 'handOver'>;
const textOf = (data: Pressed, field: string): string => readText(data, field) ?? '';

/** What was typed or chosen for each command. */
const commands: {
  readonly [Name in Commanded]: (data: Pressed) => Extract<AdvisorCommand, { do: Name }>;
} = {
  claim: () => ({ do: 'claim' }),
  release: () => ({ do: 'release' }),
  close: () => ({ do: 'close' }),
  reopen: () => ({ do: 'reopen' }),
  callbackMade: () => ({ do: 'callbackMade' }),
  resend: () => ({ do: 'resend' }),
  answer: (data) => ({ do: 'answer', text: textOf(data, 'text') }),
  askBack: (data) => ({ do: 'askBack', text: textOf(data, 'text') }),
  takeOver: (data) => ({ do: 'takeOver', reason: textOf(data, 'reason') }),
  grant: (data) => ({
    do: 'grant',
    service: serviceId(textOf(data, 'service')),
    from: day(textOf(data, 'from')),
    to: day(textOf(data, 'to')),
    amount: readNumber(data, 'amount'),
    ...optional('reference', data),
  }),
  assess: (data) => ({
    do: 'assess',
    category: categoryId(textOf(data, 'category')),
    // what was not told counts as not known
    priority75: oneOf(wordIn(data, 'priority75'), priorities) ?? 'unknown',
    ...optional('appointment', data),
  }),
  redirect: (data) => ({ do: 'redirect', to: redirectId(textOf(data, 'target')), ...optional('note', data) }),
  transfer: (data) => ({
    do: 'transfer',
    region: regionId(textOf(data, 'region')),
    reason: textOf(data, 'reason'),
  }),
  markRecorded: (data) => ({
    do: 'markRecorded',
    reference: textOf(data, 'reference'),
    ...readAssessed(data),
  }),
  addReference: (data) => ({
    do: 'addReference',
    outcome: readNumber(data, 'outcome'),
    reference: textOf(data, 'reference'),
  }),
};

function optional<Field extends string>(field: Field, data: Pressed): { readonly [field in Field]?: string } {
  const text = readText(data, field);
  return (text === undefined ? {} : { [field]: text }) as { readonly [field in Field]?: string };
}

/** A number box brings a number or, from some clients, its text. NaN is refused like any wrong amount. */
const readNumber = (data: Pressed, field: string): number => {
  const value = data[field];
  return typeof value === 'number' ? value : Number(readText(data, field) ?? Number.NaN);
};

const wordIn = (data: Pressed, field: string): string | undefined => {
  const value = data[field];
  return typeof value === 'string' ? value : undefined;
};

function readAssessed(data: Pressed): { readonly assessed?: Urgency } {
  const assessed = oneOf(wordIn(data, 'assessed'), urgencies);
  return assessed ? { assessed } : {};
}

const commandOf = (name: Commanded, on: OnCase, data: Pressed): CommandWish => ({
  press: 'command',
  ...on,
  command: commands[name](data),
});

const atOnce = (name: Commanded): PressReader<CommandWish> => onCase((on, data) => commandOf(name, on, data));

/** `send` reads what the dialog's own button brings; one that only shows has none. */
const inDialog = <Name extends string, Wish = never>(
  dialog: Name,
  send: (on: OnCase, data: Pressed) => Wish | undefined = () => undefined,
): PressReader<OpenDialogWish<Name> | Wish> =>
  onCase<OpenDialogWish<Name> | Wish>((on, data) =>
    opensDialog(data) ? { press: 'dialog', dialog, ...on } : send(on, data),
  );

const form = <Name extends Commanded>(name: Name) => inDialog(name, (on, data) => commandOf(name, on, data));

/** By verb: what happens at once. */
export const caseNow = {
  claim: atOnce('claim'),
  release: atOnce('release'),
  close: atOnce('close'),
  reopenCase: atOnce('reopen'),
  callbackMade: atOnce('callbackMade'),
  resend: atOnce('resend'),
};
export type CaseNow = keyof typeof caseNow;

/** By verb: what opens a dialog, and what the dialog sends under the same verb. */
export const caseDialogs = {
  answer: inDialog('answer', (on, data): CommandWish => {
    const cites = readMany(data, 'cites').map(instructionId);
    return { ...commandOf('answer', on, data), ...(cites.length > 0 && { cites }) };
  }),
  askBack: form('askBack'),
  takeOver: form('takeOver'),
  grant: form('grant'),
  assess: form('assess'),
  reportConcern: inDialog(
    'reportConcern',
    (on, data): ReportWish => ({ press: 'concern', ...on, ...readReport(data), ...readAssessed(data) }),
  ),
  redirect: form('redirect'),
  transfer: form('transfer'),
  handOver: inDialog(
    'handOver',
    (on, data): HandOverWish => ({ press: 'handOver', ...on, to: readPersonId(readText(data, 'person')) }),
  ),
  showClient: inDialog('showClient'),
  addReference: form('addReference'),
  markRecorded: form('markRecorded'),
  copyText: inDialog('copyText'),
};
export type CaseDialog = keyof typeof caseDialogs;

/** The words of the thread, sent on from their preview. */
export const sendReply: PressReader<SendReplyWish> = onCase((on, data) => ({
  press: 'sendReply',
  ...on,
  text: textOf(data, 'text'),
}));

export type HandOverAllWish =
  | { readonly press: 'handOverAllDialog' }
  | { readonly press: 'handOverAll'; readonly to: PersonId };

export const handOverAll: PressReader<HandOverAllWish> = (data) =>
  opensDialog(data)
    ? { press: 'handOverAllDialog' }
    : { press: 'handOverAll', to: readPersonId(readText(data, 'person')) };
