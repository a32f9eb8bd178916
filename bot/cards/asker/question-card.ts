/** The question card: what the asker's words told, what is still open, whose question it will be; one press sends. */

import { nextOpening } from '../../domain/calendar.ts';
import { textLimits } from '../../domain/case/case.ts';
import type { Refusal } from '../../domain/case/command.ts';
import type { Draft } from '../../domain/case/draft.ts';
import type { County, Language, Urgency } from '../../domain/county.ts';
import type { CareId, Moment, PlaceId } from '../../domain/names.ts';
import { careOf, placeName, placesOf, type Route, regionOfPlace, route } from '../../domain/routing.ts';
import { actNow, openDialog, rarely, sendNow } from '../elements/actions.ts';
import {
  type Action,
  badge,
  bold,
  type Card,
  card,
  type Element,
  heading,
  type Option,
  panel,
  paragraph,
  plain,
  remark,
  subheading,
} from '../elements/elements.ts';
import { choice, textBox } from '../elements/inputs.ts';
import { type CardContext, readingIn, regionName, whenText } from '../wording/case-words.ts';
import { explain } from '../wording/refusals.ts';
import { closedPanel, dangerLine } from './urgent-help.ts';

export type QuestionShown = {
  readonly draft: Draft;
  readonly county: County;
  readonly language: Language;
  /** What routing said to a press; without it the card works out itself where the question would go. */
  readonly route?: Route;
  /** Why the press could not be taken. */
  readonly problem?: Refusal;
  /** Whether the line is open now. */
  readonly open: boolean;
  readonly now?: Moment;
  /** Says that something was masked, where the words stand in somebody else's message. */
  readonly tellMasked?: (what: string) => string;
};

/** Inputs `question`, `place`, `topic`, `category`, `priority75`, `urgency`, `care`, `callback`; data `draftId`. */
export function questionCard(shown: QuestionShown): Card {
  const { county, language } = shown;
  const context = readingIn(county, language);
  const say = context.texts.asker;
  return card(
    { language, says: `${say.question.heading}. ${say.question.notYetSent}` },
    [heading(say.question.heading), ...stateOf(shown, context), ...questionForm(shown, context)],
    actionsOf(shown, context),
  );
}

/** All that is told and asked between the card's heading and its buttons. */
export function questionForm(shown: QuestionShown, context: CardContext): Element[] {
  const { draft, open } = shown;
  const now = shown.now ?? draft.at;
  const closed = shown.route?.to === 'closed';
  const { keptUntilOpen } = context.texts.asker.question;
  return [
    dangerLine(context),
    ...(open || closed ? [] : [closedPanel(context, now, [keptUntilOpen])]),
    ...whereTo(shown, context, now),
    ...aboutMatter(shown, context),
    ...aboutClient(draft, context),
    callbackBox(draft, context),
  ];
}

function stateOf({ draft, problem }: QuestionShown, { texts, county }: CardContext): Element[] {
  const say = texts.asker.question;
  return [
    ...(draft.reminded ? [badge(say.stillNotSent, 'warning')] : [remark(say.notYetSent)]),
    ...(problem ? [badge(explain(problem, texts, county), 'attention')] : []),
  ];
}

// --- whose question it will be ---

function whereTo(shown: QuestionShown, context: CardContext, now: Moment): Element[] {
  const way = shown.route ?? likelyRoute(shown);
  const { question } = context.texts.asker;
  switch (way.to) {
    case 'advisors':
      return [
        panel('good', [
          bold(question.goesTo(regionName(context, way.region))),
          ...(way.flagged ? [paragraph(question.flagged(careNamed(context, way.flagged)))] : []),
        ]),
      ];
    case 'own-team':
      return [ownTeam(way, context)];
    case 'closed':
      return [crisisClosed(context, now)];
    case 'choose':
      return [panel(shown.route ? 'warning' : 'emphasis', [bold(placeWanted(shown.draft, context))])];
    case 'unknown':
      return [badge(question.unknownPlace, 'warning')];
  }
}

/** As if it were sent now, whatever its topic will be. */
export function likelyRoute({ draft, county }: QuestionShown): Route {
  const { place, care } = draft.answers;
  return route(county, { ...(place && { place }), ...(care && { care }), insist: false, open: true });
}

const careNamed = ({ county, language }: CardContext, id: CareId) =>
  careOf(county, id)?.name[language].toLocaleLowerCase(language) ?? plain(id);

function ownTeam(way: Extract<Route, { to: 'own-team' }>, context: CardContext): Element {
  const { question } = context.texts.asker;
  const teams = way.teams.map(({ name, phone }) =>
    bold([name[context.language], phone].filter(Boolean).join(', ')),
  );
  return panel('warning', [
    paragraph(question.ownTeamAnswers(careNamed(context, way.care))),
    ...teams,
    paragraph(question.insist),
  ]);
}

function crisisClosed(context: CardContext, now: Moment): Element {
  const { county, language, texts } = context;
  const { social } = county.emergency;
  const opening = nextOpening(county.opening, now);
  const { question } = texts.asker;
  return panel('attention', [
    paragraph(question.crisisClosed),
    bold(`${social.name[language]}, ${social.phone[language]}`),
    paragraph(
      [question.notQueued, opening && texts.common.opens(whenText(context, opening))]
        .filter(Boolean)
        .join(' '),
    ),
  ]);
}

const offeredOf = ({ finding }: Draft): readonly PlaceId[] =>
  finding.found === 'several' ? finding.between : [];

function placeWanted(draft: Draft, { county, language, texts }: CardContext): string {
  const names = offeredOf(draft).map((id) => placeName(county, id)[language]);
  const { question } = texts.asker;
  if (names.length > 0) return question.severalPlaces(names.join(', '));
  return county.routing.by === 'place' ? question.choosePlace : question.chooseSituation;
}

// --- what is asked ---

function aboutMatter(shown: QuestionShown, context: CardContext): Element[] {
  const { draft } = shown;
  const { answers } = draft;
  const { common, asker } = context.texts;
  const say = asker.question;
  return [
    textBox({
      id: 'question',
      label: say.text,
      lines: 'many',
      most: textLimits.question,
      value: answers.question,
      placeholder: say.textHint,
      required: common.required,
    }),
    ...identityRemarks(shown, context),
    placeChoice(draft, context),
    choice({
      id: 'topic',
      label: say.topic,
      choices: named(context.county.topics, context),
      value: answers.topic,
      placeholder: say.choose,
      required: common.required,
    }),
    choice({
      id: 'urgency',
      label: say.urgency,
      choices: urgencies(context),
      value: answers.urgency ?? 'normal',
    }),
  ];
}

const takenOut: ReadonlySet<string> = new Set(['phone', 'email']);

/** What was taken out of the text, and what can't be: names, addresses, and the message in the chat itself. */
function identityRemarks({ draft, tellMasked }: QuestionShown, { texts }: CardContext): Element[] {
  const { masked } = draft;
  const say = texts.asker.question;
  const known = new Map<string, string>(Object.entries(say.identity));
  const list = (kinds: readonly string[]) =>
    [...new Set(kinds.map((kind) => known.get(kind) ?? say.identityOther))].join(', ');
  const gone = masked.filter((kind) => !takenOut.has(kind));
  const aside = masked.filter((kind) => takenOut.has(kind));
  const notes = [
    ...(gone.length > 0 ? [paragraph((tellMasked ?? say.masked)(list(gone)))] : []),
    ...(aside.length > 0 ? [paragraph(say.setAside(list(aside)))] : []),
  ];
  return [...(notes.length > 0 ? [panel('warning', notes)] : []), remark(texts.asker.keepNamesOut)];
}

/** Each place with its region, so that it is seen while choosing; what the text hinted at stands first. */
export function placeOptions(
  { county, language }: CardContext,
  first: readonly PlaceId[] = [],
): readonly Option[] {
  const places = placesOf(county);
  const offered = places.filter(({ id }) => first.includes(id));
  const others = places.filter(({ id }) => !first.includes(id));
  const hasRegions = county.regions.length > 1;
  return [...offered, ...others].map(({ id, name }) => {
    const region = county.regions.find((one) => one.id === regionOfPlace(county, id));
    const title = hasRegions && region ? `${name[language]} · ${region.name[language]}` : name[language];
    return { title, value: id };
  });
}

function placeChoice(draft: Draft, context: CardContext): Element {
  const { county, language, texts } = context;
  const options = placeOptions(context, offeredOf(draft));
  return choice({
    id: 'place',
    label: county.routing.ask[language],
    among: options.length > 8 ? 'many' : 'list',
    choices: options,
    value: draft.answers.place,
    placeholder: texts.asker.question.search,
    ...(county.regions.length > 1 && { required: texts.common.required }),
  });
}

export const named = (
  list: readonly { readonly id: string; readonly name: { readonly [language in Language]: string } }[],
  { language }: CardContext,
): readonly Option[] => list.map(({ id, name }) => ({ title: name[language], value: id }));

/** Each urgency with the time its answer is promised in. */
export function urgencies({ county, texts }: CardContext): readonly Option[] {
  const say = texts.asker.question;
  const order: readonly Urgency[] = ['normal', 'today', 'urgent'];
  return order.map((urgency) => {
    const minutes = county.promises[urgency].answerWithin;
    const time = minutes % 60 === 0 ? say.hours(minutes / 60) : say.minutes(minutes);
    return { title: say.urgencyWithin(texts.common.urgency[urgency], time), value: urgency };
  });
}

function aboutClient({ answers }: Draft, context: CardContext): Element[] {
  const { common, asker } = context.texts;
  const say = asker.question;
  return [
    choice({
      id: 'care',
      label: say.care,
      choices: named(context.county.cares, context),
      value: answers.care,
      placeholder: say.choose,
    }),
    subheading(say.ifAssessment),
    choice({
      id: 'category',
      label: say.category,
      choices: named(context.county.categories, context),
      value: answers.category,
      placeholder: say.choose,
    }),
    choice({
      id: 'priority75',
      label: common.priority75.label,
      choices: (['yes', 'no', 'unknown'] as const).map((value) => ({ title: common.yesNo[value], value })),
      value: answers.priority75 ?? 'unknown',
    }),
    remark(say.priority75Hint),
  ];
}

const callbackBox = ({ answers }: Draft, { texts }: CardContext): Element =>
  textBox({
    id: 'callback',
    label: texts.asker.question.callback,
    most: 40,
    value: answers.callback,
    keys: 'tel',
  });

// --- what can be pressed ---

function actionsOf(shown: QuestionShown, { texts }: CardContext): Action[] {
  const { question } = texts.asker;
  const data = { draftId: shown.draft.id };
  const way = shown.route ?? likelyRoute(shown);
  return [
    sendNow(question.send, 'ask', data),
    ...(way.to === 'own-team' ? [sendNow(question.sendAnyway, 'sendAnyway', data)] : []),
    actNow(question.discard, 'discard', data),
    rarely(openDialog(question.toConcern, 'concern')),
  ];
}

/** What is left of a question card that was not sent. */
export function discardedCard(language: Language, county: County): Card {
  const { texts } = readingIn(county, language);
  const said = texts.asker.question.discarded;
  return card({ language, says: said }, [remark(said)]);
}
