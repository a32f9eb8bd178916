/** What is said of a case alike wherever advisors and supervisors meet it. */
import { dayOf } from '../../domain/calendar.ts';
import { type Case, isHeld, isOpen, type Utterance } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County, Language, Words } from '../../domain/county.ts';
import type { CategoryId, Moment, RegionId } from '../../domain/names.ts';
import { duesOf } from '../../domain/promises.ts';
import { careOf, placeName, topicOf } from '../../domain/routing.ts';
import { type Texts, textsFor } from '../../words/bot/texts.ts';
import { timeText, weekdayAndDay } from '../../words/when.ts';
import {
  bold,
  type Container,
  type Element,
  panel,
  paragraph,
  plain,
  remark,
  ruled,
  type Tone,
} from '../elements/elements.ts';

/** Who reads, and in which county: everything words depend on. */
export type CardContext = { readonly county: County; readonly language: Language; readonly texts: Texts };

export const readingIn = (county: County, language: Language): CardContext => ({
  county,
  language,
  texts: textsFor(language),
});

/** The words in the reader's language; `otherwise` when the county file no longer knows the thing. */
export const inLanguage = (words: Words | undefined, { language }: CardContext, otherwise: string) =>
  words?.[language] ?? otherwise;

// --- when: always with the day, for a card is read long after it was drawn ---

/** `ma 23.11. klo 9.00` */
export function whenText({ language }: CardContext, at: Moment): string {
  return `${weekdayAndDay(language, dayOf(at))} ${timeText(language, at)}`;
}

// --- names from the county file; an id that was since removed stands for itself ---

export const regionName = (context: CardContext, id: RegionId): string =>
  inLanguage(context.county.regions.find((one) => one.id === id)?.name, context, id);

export const topicName = (context: CardContext, one: Case): string =>
  inLanguage(topicOf(context.county, one.topic)?.name, context, one.topic);

export const categoryName = (context: CardContext, id: CategoryId): string =>
  inLanguage(context.county.categories.find((one) => one.id === id)?.name, context, id);

export const careName = (context: CardContext, one: Case): string | undefined =>
  one.care && inLanguage(careOf(context.county, one.care)?.name, context, one.care);

/** Where the client lives (or which life situation it is); the region when that is not known. */
export const whereText = (context: CardContext, one: Case): string =>
  one.place
    ? inLanguage(placeName(context.county, one.place), context, one.place)
    : regionName(context, one.region);

/** `Kuopio · Ohjaus tai konsultaatio` */
export const titleOf = (context: CardContext, one: Case): string =>
  `${whereText(context, one)} · ${topicName(context, one)}`;

/** `Niina Nurmi, Sairaanhoitaja, Kotihoito` */
export const askerText = ({ asker }: Case): string =>
  [asker.name, asker.title, asker.unit].filter((part) => part?.trim()).join(', ');

export const caseName = ({ texts }: CardContext, one: Case): string =>
  texts.common.caseName(spokenCaseId(one.id));

// --- the state ---

const hasReplied = (one: Case) => one.status === 'claimed' && one.said.at(-1)?.kind === 'reply';

/** In which state the case is and who has it, in a few words. */
export function stateText({ texts }: CardContext, one: Case): string {
  const say = texts.advisor.channel;
  if (one.purgedAt) return say.purged;
  switch (one.status) {
    case 'waiting':
      return one.reopened ? say.waitingAgain : say.waiting;
    case 'claimed':
      return hasReplied(one) ? say.replied(one.holder.name) : say.claimed(one.holder.name);
    case 'asked-back':
      return say.askedBack(one.holder.name);
    case 'answered':
      return say.answered(one.holder.name);
    case 'closed':
      return say.closed(one.closedBy.name);
    case 'withdrawn':
      return say.withdrawn;
  }
}

/** Urgency leads as long as somebody still waits for an answer: `Kiireellinen · Odottaa ottajaa`. */
export function headlineOf(context: CardContext, one: Case): string {
  const state = stateText(context, one);
  const presses = isOpen(one) && one.status !== 'answered' && one.urgency !== 'normal';
  return presses ? `${context.texts.common.urgency[one.urgency]} · ${state}` : state;
}

/** A concern report that tells of danger and is not yet taken care of. */
export const hasDanger = (one: Case): boolean =>
  one.outcomes.some((outcome) => outcome.kind === 'concern' && outcome.facts.danger && !outcome.recorded);

/** The tone repeats the headline, it never says anything alone. */
function toneOf(one: Case): Tone {
  if (!isOpen(one)) return 'emphasis';
  if (hasDanger(one)) return 'attention';
  if (one.status === 'waiting') {
    if (one.urgency === 'urgent' || one.rescued) return 'attention';
    return one.reminded || one.urgency === 'today' ? 'warning' : 'accent';
  }
  if (one.status === 'answered') return 'good';
  return hasReplied(one) ? 'warning' : 'emphasis';
}

/** The promised time is told until it is kept; after reopening there is a new promise. */
const awaitsAnswer = (one: Case) => one.status !== 'answered' && (one.reopened || !one.firstAnsweredAt);

/** By when an answer is promised, while it is awaited. */
export const promiseText = (context: CardContext, one: Case): string | undefined =>
  isOpen(one) && awaitsAnswer(one)
    ? context.texts.advisor.channel.answerBy(whenText(context, one.answerBy))
    : undefined;

/** Since when the case is in its state. */
export function sinceText(context: CardContext, one: Case): string {
  const say = context.texts.advisor.channel;
  if (one.status === 'closed') {
    const purge = purgeText(context, one);
    const closed = say.closedAt(whenText(context, one.closedAt));
    return purge ? `${closed} · ${say.purgeOn(purge)}` : closed;
  }
  if (one.status === 'withdrawn') return say.withdrawnAt(whenText(context, one.closedAt));
  return isHeld(one)
    ? say.taken(whenText(context, one.claimedAt))
    : say.since(whenText(context, one.receivedAt));
}

/** State, promise and time in a panel: what every card of a case begins with. */
export function statePanel(context: CardContext, one: Case): Container {
  const promise = promiseText(context, one);
  return panel(toneOf(one), [
    bold(plain(headlineOf(context, one))),
    ...(promise ? [{ ...paragraph(promise), spacing: 'small' } as const] : []),
    remark(sinceText(context, one)),
  ]);
}

/** The day when text and identity go; not known while a grant's or an assessment's reminder is still to come. */
function purgeText({ county, language }: CardContext, one: Case): string | undefined {
  const purge = duesOf(county, one).find(({ due }) => due === 'purge');
  return purge && weekdayAndDay(language, dayOf(purge.at));
}

/** Who said it and when, and below that the text, which has been made plain. */
export function utteranceElements(context: CardContext, said: Utterance, text: string): Element[] {
  const how = context.texts.advisor.channel.saidHow[said.kind];
  return [
    ruled(remark(`**${plain(said.name)}** ${how} ${whenText(context, said.at)}`)),
    { ...paragraph(text), spacing: 'small' },
  ];
}
