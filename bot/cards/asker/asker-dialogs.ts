/** The asker's dialogs: edit, wrong region, reply, reopen, and the concern report. What was typed comes back to them. */

import { type Case, textLimits } from '../../domain/case/case.ts';
import type { Refusal } from '../../domain/case/command.ts';
import { concernGrounds, concernLimits } from '../../domain/concern.ts';
import type { County, Language } from '../../domain/county.ts';
import type { CaseId } from '../../domain/names.ts';
import { idsOf, submit } from '../elements/actions.ts';
import {
  badge,
  card,
  type Dialog,
  type Element,
  type PressData,
  panel,
  paragraph,
  plain,
  remark,
  subheading,
} from '../elements/elements.ts';
import { choice, choiceOfMany, textBox } from '../elements/inputs.ts';
import type { AskerDialog } from '../verbs/asker-readers.ts';
import type { Verb } from '../verbs/verbs.ts';
import { type CardContext, readingIn } from '../wording/case-words.ts';
import { explain } from '../wording/refusals.ts';
import { placeOptions, urgencies } from './question-card.ts';
import { dangerLine } from './urgent-help.ts';

export type DialogAgain = {
  /** What was typed into a dialog whose sending was refused, by input. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  readonly problem?: Refusal | undefined;
  /** The id a concern report from the chat will have: sending it twice makes one case. */
  readonly newId?: CaseId | undefined;
  /** What its button sends; unless told, the verb that opened it. */
  readonly sends?: Verb;
};

type Filling = CardContext & {
  readonly one: Case | undefined;
  readonly typed: Readonly<Record<string, string>>;
};

/** `one` is the case the dialog was opened from; without one a concern report opens a case of its own. */
export function askerDialog(
  name: AskerDialog,
  one: Case | undefined,
  county: County,
  language: Language,
  again: DialogAgain = {},
): Dialog {
  const filling = { ...readingIn(county, language), one, typed: again.typed ?? {} };
  const { dialog } = filling.texts.asker;
  const { problem } = again;
  const warned = problem ? [badge(explain(problem, filling.texts, county), 'attention')] : [];
  const [body, button] = bodies[name](filling);
  const shown = name === 'concern' ? [dangerFirst(filling), ...warned, ...body] : [...warned, ...body];
  return {
    title: dialog[name],
    card: card({ language, says: dialog[name] }, shown, [
      submit(button, again.sends ?? name, idsFor(one, again.newId)),
    ]),
  };
}

const idsFor = (one: Case | undefined, newId: CaseId | undefined): PressData =>
  one ? idsOf(one) : newId ? { caseId: newId } : {};

const dangerFirst = (context: CardContext) => panel('attention', [dangerLine(context)]);

type DialogParts = readonly [body: readonly Element[], button: string];
const bodies: { readonly [name in AskerDialog]: (filling: Filling) => DialogParts } = {
  edit,
  wrongRegion,
  reply,
  reopen,
  concern,
};

const manyLines = (filling: Filling, label: string, value = '', most: number = textLimits.reply) =>
  textBox({
    id: 'text',
    label,
    lines: 'many',
    most,
    value: filling.typed['text'] ?? value,
    required: filling.texts.common.required,
  });

const keepNamesOut = ({ texts }: CardContext) => remark(texts.asker.keepNamesOut);

function edit(filling: Filling): DialogParts {
  const { one, texts, typed } = filling;
  const { dialog, question } = texts.asker;
  return [
    [
      manyLines(filling, dialog.editText, one?.question, textLimits.question),
      keepNamesOut(filling),
      choice({
        id: 'urgency',
        label: question.urgency,
        choices: urgencies(filling),
        value: typed['urgency'] ?? one?.urgency,
      }),
    ],
    dialog.save,
  ];
}

function wrongRegion(filling: Filling): DialogParts {
  const { dialog } = filling.texts.asker;
  return [[paragraph(dialog.wrongRegionWhat), placeChoice(filling)], dialog.move];
}

function placeChoice(filling: Filling): Element {
  const { county, language, texts, typed } = filling;
  const options = placeOptions(filling);
  return choice({
    id: 'place',
    label: county.routing.ask[language],
    among: options.length > 8 ? 'many' : 'list',
    choices: options,
    value: typed['place'],
    placeholder: texts.asker.question.search,
    required: texts.common.required,
  });
}

function reply(filling: Filling): DialogParts {
  const { dialog } = filling.texts.asker;
  const asked =
    filling.one?.status === 'asked-back' && filling.one.said.findLast(({ kind }) => kind === 'ask-back');
  return [
    [
      ...(asked
        ? [panel('emphasis', [paragraph(dialog.askedBack(plain(asked.name), plain(asked.text)))])]
        : []),
      manyLines(filling, dialog.replyText),
      keepNamesOut(filling),
    ],
    dialog.send,
  ];
}

function reopen(filling: Filling): DialogParts {
  const { dialog } = filling.texts.asker;
  return [[manyLines(filling, dialog.reopenText), keepNamesOut(filling)], dialog.send];
}

// --- the concern report ---

/** A name and an address may be this long. */
const identityLimit = 200;

function concern(filling: Filling): DialogParts {
  const { dialog } = filling.texts.asker;
  return [
    [
      remark(dialog.sealed),
      ...dangerAndBasis(filling),
      ...client(filling),
      ...observations(filling),
      ...circumstances(filling),
    ],
    dialog.sendConcern,
  ];
}

const line = (
  { typed }: Filling,
  id: string,
  label: string,
  more: { readonly most?: number; readonly required?: string; readonly keys?: 'tel' } = {},
) => textBox({ id, label, most: identityLimit, ...more, value: typed[id] });

const lines = ({ typed }: Filling, id: string, label: string, more: { most: number; required?: string }) =>
  textBox({ id, label, lines: 'many', ...more, value: typed[id] });

function dangerAndBasis(filling: Filling): Element[] {
  const { common, asker } = filling.texts;
  const { dialog } = asker;
  return [
    choice({
      id: 'danger',
      label: dialog.danger,
      among: 'few',
      choices: [
        { title: dialog.dangerNo, value: 'no' },
        { title: dialog.dangerYes, value: 'yes' },
      ],
      value: filling.typed['danger'],
      required: common.required,
    }),
    choice({
      id: 'basis',
      label: dialog.basis,
      among: 'few',
      choices: (['consent', 'no-consent'] as const).map((value) => ({ title: common.basis[value], value })),
      value: filling.typed['basis'],
      required: common.required,
    }),
    lines(filling, 'whyNoConsent', dialog.whyNoConsent, { most: concernLimits.whyNoConsent }),
  ];
}

function client(filling: Filling): Element[] {
  const { common, asker } = filling.texts;
  const { dialog } = asker;
  return [
    subheading(dialog.client),
    line(filling, 'clientName', dialog.clientName, { required: common.required }),
    line(filling, 'henkilotunnus', dialog.henkilotunnus, { most: 20 }),
    line(filling, 'address', dialog.address),
    line(filling, 'clientPhone', dialog.clientPhone, { most: 40, keys: 'tel' }),
    ...(filling.one ? [] : [placeChoice(filling)]),
  ];
}

function observations(filling: Filling): Element[] {
  const { common, asker } = filling.texts;
  const { dialog } = asker;
  return [
    choiceOfMany({
      id: 'grounds',
      label: dialog.grounds,
      choices: concernGrounds.map((ground) => ({ title: common.grounds[ground], value: ground })),
      value: filling.typed['grounds'],
      required: common.required,
    }),
    lines(filling, 'observed', dialog.observed, {
      most: concernLimits.observed,
      required: common.required,
    }),
    line(filling, 'since', dialog.since, { most: concernLimits.since }),
  ];
}

function circumstances(filling: Filling): Element[] {
  const { common, asker } = filling.texts;
  const { dialog } = asker;
  return [
    lines(filling, 'presentHelp', dialog.presentHelp, { most: concernLimits.presentHelp }),
    choice({
      id: 'clientKnows',
      label: dialog.clientKnows,
      choices: (['yes', 'no', 'unknown'] as const).map((value) => ({ title: common.yesNo[value], value })),
      value: filling.typed['clientKnows'] ?? 'unknown',
    }),
    line(filling, 'reporterPhone', dialog.reporterPhone, { most: concernLimits.reporterPhone, keys: 'tel' }),
  ];
}
