/** The short form in which an advisor records a phone call, an e-mail or a visit; filled in with their last choices. */
import type { County, Language, Words } from '../domain/county.ts';
import { placesOf } from '../domain/routing.ts';
import {
  type ContactFault,
  type LastRecorded,
  type OtherContact,
  otherChannels,
  outcomeKinds,
} from '../domain/tally/other-contacts.ts';
import { textsFor } from '../words/bot/texts.ts';
import { openDialog, submit } from './elements/actions.ts';
import {
  type Action,
  type Card,
  card,
  type Dialog,
  type Element,
  type Option,
  panel,
  paragraph,
} from './elements/elements.ts';
import { choice, choiceOfMany, textBox } from './elements/inputs.ts';

export type RecordingWish = {
  readonly county: County;
  readonly language: Language;
  readonly last?: LastRecorded;
  /** Made when the dialog opened, so that sending it twice records one. */
  readonly key: string;
  /** What was wrong with what was sent; the dialog comes back as it was filled in. */
  readonly faults?: readonly ContactFault[];
  readonly typed?: OtherContact;
};

/** Opens the form: on every card where advisors are. */
export const recordButton = (language: Language): Action =>
  openDialog(textsFor(language).recording.title, 'record');

/** What the command is answered with: the form itself opens only from a button. */
export function recordCard(language: Language): Card {
  const { recording: say } = textsFor(language);
  return card({ language, says: say.title }, [paragraph(say.invite)], [recordButton(language)]);
}

/** Channel, place, topic, outcome and who: the rest is taken from the clock or left unknown. */
export function recordingDialog(wish: RecordingWish): Dialog {
  const { recording: say } = textsFor(wish.language);
  const send = submit(say.send, 'record', { key: wish.key });
  return {
    title: say.title,
    card: card({ language: wish.language, says: say.title }, [...problem(wish), ...fields(wish)], [send]),
  };
}

function problem({ language, faults = [] }: RecordingWish): readonly Element[] {
  const { recording: say } = textsFor(language);
  if (faults.length === 0) return [];
  const fields = [...new Set(faults.map(({ field }) => say.field[field]))].join(', ');
  return [panel('attention', [paragraph(say.faulty(fields))])];
}

function fields(wish: RecordingWish): readonly Element[] {
  const { county, language, last, typed } = wish;
  const { recording: say, common, asker } = textsFor(language);
  const options: Options = (all) => all.map(({ id, name }) => ({ title: name[language], value: id }));
  const filled = { ...last, ...typed };
  return [
    choice({
      id: 'channel',
      label: say.channelLabel,
      required: common.required,
      among: 'few',
      choices: otherChannels.map((value) => ({ title: say.channel[value], value })),
      value: filled.channel ?? 'phone',
    }),
    whereField(wish, options),
    choice({
      id: 'topic',
      label: asker.question.topic,
      required: common.required,
      choices: options(county.topics),
      placeholder: asker.question.choose,
      value: filled.topic,
    }),
    ...outcomeFields(wish, options),
    textBox({ id: 'role', label: say.role, most: 60, value: filled.role }),
  ];
}

type Options = (all: readonly { readonly id: string; readonly name: Words }[]) => readonly Option[];

function outcomeFields({ county, language, typed }: RecordingWish, options: Options): readonly Element[] {
  const { recording: say, common, asker } = textsFor(language);
  return [
    choiceOfMany({
      id: 'outcomes',
      label: say.outcomes,
      choices: outcomeKinds.map((value) => ({ title: common.outcome[value], value })),
      value: typed?.outcomes.join(',') ?? 'guidance',
    }),
    choice({
      id: 'service',
      label: say.service,
      choices: options(county.services),
      placeholder: asker.question.choose,
      value: typed?.services[0],
    }),
    choice({
      id: 'redirect',
      label: say.redirect,
      among: 'many',
      choices: options(county.redirects),
      placeholder: asker.question.choose,
      value: typed?.redirects[0],
    }),
  ];
}

/** Where the client lives, or their situation: it tells the region. */
function whereField({ county, language, last, typed }: RecordingWish, options: Options): Element {
  const { common, asker } = textsFor(language);
  const places = options(placesOf(county));
  const filled = { ...last, ...typed };
  return choice({
    id: 'place',
    label: county.routing.ask[language],
    required: common.required,
    among: places.length > 8 ? 'many' : 'list',
    choices: places,
    placeholder: asker.question.search,
    value: filled.place,
  });
}
