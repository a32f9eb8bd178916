/** The dialogs in which advisors work on a case, and the preview of a reply written in the thread. */
import { assessmentClock } from '../domain/assessment.ts';
import { addDays } from '../domain/calendar.ts';
import type { Refusal } from '../domain/case/command.ts';
import type { Details } from '../domain/case/details.ts';
import { type Case, isHeld, type Outcome, type Person, textLimits, type Utterance } from '../domain/case.ts';
import type { County, Language, TemporaryService } from '../domain/county.ts';
import type { Citation } from '../domain/instructions/citing.ts';
import { weekdayAndDay } from '../domain/locales/when.ts';
import type { Day, Moment } from '../domain/names.ts';
import { idsOf, sendNow, submit } from './actions.ts';
import type { AdvisorDialogName } from './advisor-action.ts';
import { askerDialog } from './asker-dialogs.ts';
import { caseName, type Reading, readingIn, titleOf, utteranceElements, whenText } from './case-words.ts';
import { withLinks } from './cited-words.ts';
import { detailsElements } from './client-details.ts';
import { clientSystemText } from './client-text.ts';
import {
  type Action,
  bold,
  type Card,
  card,
  type Dialog,
  type Element,
  heading,
  type Option,
  panel,
  paragraph,
  plain,
  remark,
} from './elements.ts';
import { choice, choiceOfMany, dateBox, numberBox, textBox } from './inputs.ts';
import { outcomeWords } from './outcome-words.ts';
import { explain } from './refusals.ts';

/** What was typed into a dialog, by input id. */
export type Typed = { readonly [input: string]: string };

/** What a dialog needs besides its case. */
export type DialogWish = {
  /** The county's day: a grant begins today unless told otherwise. */
  readonly today: Day;
  /** Given back when a submit was refused, with `problem` above it: nothing typed is lost. */
  readonly typed?: Typed;
  readonly problem?: Refusal;
  /** For `handOver`: who else may hold the case. */
  readonly colleagues?: readonly Person[];
  /** For `showClient`: the view stands in the audit already. */
  readonly details?: readonly (Details & { readonly at?: Moment })[];
  /** For `copyText`: everything said; without it the last few things. */
  readonly said?: readonly Utterance[];
  /** For `answer`: the instructions that it may cite. */
  readonly citable?: readonly Citation[];
  /** For `grant`: whether the line is open now; some services are granted only then. */
  readonly open?: boolean;
};

type Sheet = {
  readonly reading: Reading;
  readonly one: Case;
  readonly wish: DialogWish;
  readonly typed: Typed;
};
/** A dialog's inputs and, unless there is nothing to send, the words on its button. */
type Form = { readonly body: readonly Element[]; readonly send?: string };

/** Gives the dialog of that name for this case, in the reader's language. */
export function advisorDialog(
  name: AdvisorDialogName,
  one: Case,
  county: County,
  language: Language,
  wish: DialogWish,
): Dialog {
  const reading = readingIn(county, language);
  const title = reading.texts.advisor.action[name];
  if (name === 'concern' && !one.purgedAt) return concern(reading, one, wish);
  const form: Form =
    one.purgedAt || name === 'concern'
      ? { body: [paragraph(reading.texts.advisor.dialog.purged)] }
      : formOf[name]({ reading, one, wish, typed: wish.typed ?? {} });
  const actions: Action[] = form.send ? [submit(form.send, name, idsOf(one))] : [];
  const says = `${title}. ${caseName(reading, one)}`;
  return { title, card: card({ language, says }, [...topOf(reading, one, wish), ...form.body], actions) };
}

function topOf(reading: Reading, one: Case, { problem }: DialogWish): Element[] {
  const where = remark(`${caseName(reading, one)} · ${plain(titleOf(reading, one))}`);
  if (!problem) return [where];
  return [panel('attention', [paragraph(explain(problem, reading.texts, reading.county))]), where];
}

const formOf: { readonly [name in Exclude<AdvisorDialogName, 'concern'>]: (sheet: Sheet) => Form } = {
  answer: (sheet) => speech(sheet, sheet.reading.texts.advisor.dialog.answerText, citing(sheet)),
  askBack: (sheet) => speech(sheet, sheet.reading.texts.advisor.dialog.askBackText),
  takeOver,
  grant,
  assess,
  redirect,
  transfer,
  handOver,
  showClient,
  addReference,
  markRecorded,
  copyText,
};

// --- speaking with the asker ---

/** What is asked stands above what is answered. */
function asked({ reading, one }: Sheet): Element[] {
  const latest = one.said.findLast(({ by, kind }) => by === 'asker' && kind === 'reply');
  return [
    panel('emphasis', [
      paragraph(plain(one.question)),
      ...(latest
        ? [remark(`**${reading.texts.advisor.dialog.latest}**`), paragraph(plain(latest.text))]
        : []),
    ]),
  ];
}

function speech(sheet: Sheet, label: string, more: readonly Element[] = []): Form {
  const { common, advisor } = sheet.reading.texts;
  const text = textBox({
    id: 'text',
    label,
    required: common.required,
    most: textLimits.answer,
    lines: 'many',
    value: sheet.typed['text'],
  });
  return {
    body: [...asked(sheet), text, remark(advisor.dialog.noNames), ...more],
    send: advisor.dialog.send,
  };
}

/** Instructions to be linked below the answer; left out while none is published. */
function citing({ reading, typed, wish }: Sheet): Element[] {
  const { citable = [] } = wish;
  if (citable.length === 0) return [];
  const say = reading.texts.advisor.dialog;
  const choices = citable.map(({ id, title, version }) => ({ title: `${title} (v${version})`, value: id }));
  return [
    choiceOfMany({
      id: 'cites',
      label: say.cite,
      placeholder: say.citeHint,
      among: citable.length > fewCitable ? 'many' : 'few',
      choices,
      value: typed['cites'],
    }),
  ];
}

/** More would fill the dialog: they stand in a list one can search. */
const fewCitable = 6;

/** What an advisor wrote in the thread to the bot: sent to the asker only when pressed. `problem`: why it was not. */
export function previewCard(one: Case, text: string, county: County, problem?: Refusal): Card {
  const reading = readingIn(county, county.channelLanguage);
  const { common, advisor } = reading.texts;
  const say = advisor.dialog;
  const box = textBox({
    id: 'text',
    label: say.answerText,
    required: common.required,
    most: textLimits.answer,
    lines: 'many',
    value: text,
  });
  return card(
    { language: reading.language, says: `${say.preview} ${caseName(reading, one)}` },
    [
      ...(problem ? [panel('attention', [paragraph(explain(problem, reading.texts, county))])] : []),
      bold(say.preview),
      box,
      remark(`${say.previewNote} ${say.noNames}`),
    ],
    [sendNow(say.send, 'sendReply', idsOf(one))],
  );
}

// --- who has it, and where ---

function reasonBox({ reading, typed }: Sheet, placeholder: string) {
  const { common, advisor } = reading.texts;
  return textBox({
    id: 'reason',
    label: advisor.dialog.reason,
    required: common.required,
    most: textLimits.reason,
    value: typed['reason'],
    placeholder,
  });
}

function takeOver(sheet: Sheet): Form {
  const { reading, one } = sheet;
  const { dialog, action } = reading.texts.advisor;
  const holder = isHeld(one)
    ? dialog.takeOverHeld(plain(one.holder.name), whenText(reading, one.claimedAt))
    : dialog.takeOverFree;
  return {
    body: [...asked(sheet), paragraph(holder), reasonBox(sheet, dialog.takeOverHint)],
    send: action.takeOver,
  };
}

function transfer(sheet: Sheet): Form {
  const { reading, one, typed } = sheet;
  const { common, advisor } = reading.texts;
  const choices = reading.county.regions
    .filter(({ id }) => id !== one.region)
    .map(({ id, name }) => ({ title: name[reading.language], value: id }));
  const where = choice({
    id: 'region',
    label: advisor.dialog.transferTo,
    required: common.required,
    among: 'few',
    choices,
    value: typed['region'],
  });
  return {
    body: [where, reasonBox(sheet, advisor.dialog.transferHint), remark(advisor.dialog.transferNote)],
    send: advisor.action.transfer,
  };
}

function handOver({ reading, typed, wish }: Sheet): Form {
  const { dialog, action } = reading.texts.advisor;
  const { colleagues = [] } = wish;
  if (colleagues.length === 0) return { body: [paragraph(dialog.noColleagues)] };
  return { body: [colleagueChoice(reading, colleagues, typed['person'])], send: action.handOver };
}

/** Whom to give a case, or all of them. */
export const colleagueChoice = ({ texts }: Reading, people: readonly Person[], value?: string) =>
  choice({
    id: 'person',
    label: texts.advisor.dialog.handOverTo,
    required: texts.common.required,
    among: people.length > 6 ? 'many' : 'few',
    choices: people.map(({ id, name }) => ({ title: name, value: id })),
    value,
  });

/** Gives all of one's open cases to a colleague, at the end of a shift. */
export function handOverAllDialog(
  held: readonly Case[],
  colleagues: readonly Person[],
  county: County,
  language: Language,
  problem?: Refusal,
): Dialog {
  const reading = readingIn(county, language);
  const say = reading.texts.advisor;
  const title = say.action.handOverAll;
  const count = held.length;
  const canGive = count > 0 && colleagues.length > 0;
  const none = count === 0 ? say.lists.none : say.dialog.noColleagues;
  return {
    title,
    card: card(
      { language, says: title },
      [
        ...(problem ? [panel('attention', [paragraph(explain(problem, reading.texts, county))])] : []),
        paragraph(canGive ? say.dialog.handOverAll(count) : none),
        ...(canGive ? [colleagueChoice(reading, colleagues)] : []),
      ],
      canGive ? [submit(title, 'handOverAll')] : [],
    ),
  };
}

function redirect({ reading, typed }: Sheet): Form {
  const { common, advisor } = reading.texts;
  const target = choice({
    id: 'target',
    label: advisor.dialog.redirectTo,
    placeholder: reading.texts.asker.question.choose,
    required: common.required,
    among: 'many',
    choices: reading.county.redirects.map(({ id, name }) => ({ title: name[reading.language], value: id })),
    value: typed['target'],
  });
  const note = textBox({
    id: 'note',
    label: advisor.dialog.redirectNote,
    most: textLimits.answer,
    lines: 'many',
    value: typed['note'],
  });
  return { body: [target, note, remark(advisor.dialog.noNames)], send: advisor.action.redirect };
}

// --- outcomes ---

/** The asker's own form, and how urgent the advisor holds it to be. */
function concern(reading: Reading, one: Case, { typed, problem }: DialogWish): Dialog {
  const form = askerDialog('concern', one, reading.county, reading.language, { typed, problem });
  const assessed = urgencyChoice(reading, typed?.['assessed']);
  return {
    title: reading.texts.advisor.action.concern,
    card: { ...form.card, body: [...form.card.body, assessed] },
  };
}

const urgencyChoice = ({ texts }: Reading, value: string | undefined) =>
  choice({
    id: 'assessed',
    label: texts.advisor.dialog.recordUrgency,
    required: texts.common.required,
    among: 'few',
    choices: (['urgent', 'today', 'normal'] as const).map((urgency) => ({
      title: texts.common.urgency[urgency],
      value: urgency,
    })),
    value,
  });

/** The day fourteen days' service ends when it begins today: a guess that is quick to correct. */
const usualDays = 14;

function grant(sheet: Sheet): Form {
  const { reading, typed, wish } = sheet;
  const { common, advisor } = reading.texts;
  const say = advisor.dialog;
  const { required } = common;
  const { from = wish.today, to = addDays(wish.today, usualDays - 1), amount = '1' } = typed;
  const { offered, closed } = servicesNow(sheet);
  return {
    body: [
      choice({
        id: 'service',
        label: say.service,
        required,
        among: 'few',
        choices: offered.map((service) => serviceOption(reading, service)),
        value: typed['service'],
      }),
      ...(closed ? [remark(say.closedNow(closed))] : []),
      dateBox({ id: 'from', label: say.from, required, value: from }),
      dateBox({ id: 'to', label: say.to, required, value: to }),
      numberBox({
        id: 'amount',
        label: say.amount,
        required,
        value: Number.isFinite(Number(amount)) ? Number(amount) : 1,
        min: 1,
      }),
      referenceBox(sheet, say.reference),
      remark(say.grantNote),
      ...(offered.every(({ confirmed }) => confirmed) ? [] : [remark(say.unconfirmed)]),
    ],
    send: say.save,
  };
}

/** A crisis place is granted only while the line is open (seed 001): closed, it is not offered but told. */
function servicesNow({ reading, wish }: Sheet) {
  const { services } = reading.county;
  const isOffered = ({ onlyWhenOpen }: TemporaryService) => wish.open !== false || !onlyWhenOpen;
  const closed = services.filter((service) => !isOffered(service));
  return {
    offered: services.filter(isOffered),
    closed: closed.map(({ name }) => name[reading.language]).join(', '),
  };
}

function serviceOption({ texts, language }: Reading, service: TemporaryService): Option {
  const { id, name, unit, maxDays, maxAmount } = service;
  const title = texts.advisor.dialog.serviceLimits(name[language], maxDays, maxAmount, unit[language]);
  return { title, value: id };
}

const referenceBox = ({ typed }: Sheet, label: string, required?: string) =>
  textBox({ id: 'reference', label, required, most: textLimits.reference, value: typed['reference'] });

function assess(sheet: Sheet): Form {
  const { reading, one, typed } = sheet;
  const { common, advisor } = reading.texts;
  const say = advisor.dialog;
  const { category = one.category, priority75 = one.priority75, appointment } = typed;
  return {
    body: [
      choice({
        id: 'category',
        label: say.assessCategory,
        required: common.required,
        among: 'few',
        choices: reading.county.categories.map(({ id, name }) => ({
          title: name[reading.language],
          value: id,
        })),
        value: category,
      }),
      choice({
        id: 'priority75',
        label: say.assessAge,
        required: common.required,
        among: 'few',
        choices: (['yes', 'no', 'unknown'] as const).map((value) => ({ title: common.yesNo[value], value })),
        value: priority75,
      }),
      remark(clocksText(reading, one)),
      textBox({
        id: 'appointment',
        label: say.appointment,
        most: textLimits.appointment,
        value: appointment,
        placeholder: say.appointmentHint,
      }),
    ],
    send: advisor.action.assess,
  };
}

/** Both clocks, so that the choice above them is an informed one (SHL 36 §). */
function clocksText({ county, language, texts }: Reading, one: Case): string {
  const beginBy = (priority: 'yes' | 'no') =>
    weekdayAndDay(language, assessmentClock(county, one.receivedAt, priority).beginBy);
  return texts.advisor.dialog.assessClock(beginBy('yes'), beginBy('no'));
}

function markRecorded(sheet: Sheet): Form {
  const { reading, one, typed } = sheet;
  const { common, advisor } = reading.texts;
  const say = advisor.dialog;
  const report = one.outcomes.findLast((outcome) => outcome.kind === 'concern' && !outcome.recorded);
  const assessed = report?.kind === 'concern' ? report.assessed : undefined;
  return {
    body: [
      remark(say.recordNote),
      referenceBox(sheet, say.recordReference, common.required),
      urgencyChoice(reading, typed['assessed'] ?? assessed),
    ],
    send: advisor.action.markRecorded,
  };
}

type Referable = Extract<Outcome, { kind: 'grant' | 'assessment' }>;
const isReferable = (outcome: Outcome): outcome is Referable =>
  outcome.kind === 'grant' || outcome.kind === 'assessment';

function addReference(sheet: Sheet): Form {
  const { reading, one, typed } = sheet;
  const { common, advisor } = reading.texts;
  const open = one.outcomes.filter(isReferable).filter(({ reference }) => !reference);
  const first = open[0];
  if (!first) return { body: [paragraph(advisor.dialog.nothingToReference)] };
  const which = choice({
    id: 'outcome',
    label: advisor.dialog.whichOutcome,
    required: common.required,
    among: 'few',
    choices: open.map((outcome) => ({
      title: outcomeWords(reading, outcome).line,
      value: String(outcome.n),
    })),
    value: typed['outcome'] ?? String(first.n),
  });
  return {
    body: [which, referenceBox(sheet, advisor.dialog.decisionReference, common.required)],
    send: advisor.dialog.save,
  };
}

// --- reading only ---

function showClient({ reading, wish }: Sheet): Form {
  const say = reading.texts.advisor.dialog;
  return {
    body: [heading(say.details), remark(say.detailsLogged), ...detailsElements(reading, wish.details ?? [])],
  };
}

/** A box and not a paragraph: on every client its whole text can be selected with two keys. */
function copyText({ reading, one, wish }: Sheet): Form {
  const say = reading.texts.advisor.dialog;
  const said = wish.said ?? one.said;
  const value = clientSystemText(one, said, reading.county);
  const box = textBox({ id: 'copy', label: say.copyText, lines: 'many', value });
  return { body: [...readable(reading, said), remark(say.copyNote), box] };
}

/** What a person reads before copying: the latest of it, for the box below holds all. */
const readableSigns = 8000;

function readable(reading: Reading, said: readonly Utterance[]): Element[] {
  let room = readableSigns;
  const latest = said.toReversed().filter(({ text }) => {
    room -= text.length;
    return room >= 0;
  });
  return latest.toReversed().flatMap((one) => utteranceElements(reading, one, withLinks(one.text)));
}
