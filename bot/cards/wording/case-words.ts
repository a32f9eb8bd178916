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
export type Reading = { readonly county: County; readonly language: Language; readonly texts: Texts };

export const readingIn = (county: County, language: Language): Reading => ({
  county,
  language,
  texts: textsFor(language),
});

/** The words in the reader's language; `otherwise` when the county file no longer knows the thing. */
export const inLanguage = (words: Words | undefined, { language }: Reading, otherwise: string) =>
  words?.[language] ?? otherwise;

// --- when: always with the day, for a card is read long after it was drawn ---

/** `ma 23.11. klo 9.00` */
export function whenText({ language }: Reading, at: Moment): string {
  return `${weekdayAndDay(language, dayOf(at))} ${timeText(language, at)}`;
}

// --- names from the county file; an id that was since removed stands for itself ---

export const regionName = (reading: Reading, id: RegionId): string =>
  inLanguage(reading.county.regions.find((one) => one.id === id)?.name, reading, id);

export const topicName = (reading: Reading, one: Case): string =>
  inLanguage(topicOf(reading.county, one.topic)?.name, reading, one.topic);

export const categoryName = (reading: Reading, id: CategoryId): string =>
  inLanguage(reading.county.categories.find((one) => one.id === id)?.name, reading, id);

export const careName = (reading: Reading, one: Case): string | undefined =>
  one.care && inLanguage(careOf(reading.county, one.care)?.name, reading, one.care);

/** Where the client lives (or which life situation it is); the region when that is not known. */
export const whereText = (reading: Reading, one: Case): string =>
  one.place
    ? inLanguage(placeName(reading.county, one.place), reading, one.place)
    : regionName(reading, one.region);

/** `Kuopio · Ohjaus tai konsultaatio` */
export const titleOf = (reading: Reading, one: Case): string =>
  `${whereText(reading, one)} · ${topicName(reading, one)}`;

/** `Niina Nurmi, Sairaanhoitaja, Kotihoito` */
export const askerText = ({ asker }: Case): string =>
  [asker.name, asker.title, asker.unit].filter((part) => part?.trim()).join(', ');

export const caseName = ({ texts }: Reading, one: Case): string =>
  texts.common.caseName(spokenCaseId(one.id));

// --- the state ---

const hasReplied = (one: Case) => one.status === 'claimed' && one.said.at(-1)?.kind === 'reply';

/** In which state the case is and who has it, in a few words. */
export function stateText({ texts }: Reading, one: Case): string {
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
export function headlineOf(reading: Reading, one: Case): string {
  const state = stateText(reading, one);
  const presses = isOpen(one) && one.status !== 'answered' && one.urgency !== 'normal';
  return presses ? `${reading.texts.common.urgency[one.urgency]} · ${state}` : state;
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
export const promiseText = (reading: Reading, one: Case): string | undefined =>
  isOpen(one) && awaitsAnswer(one)
    ? reading.texts.advisor.channel.answerBy(whenText(reading, one.answerBy))
    : undefined;

/** Since when the case is in its state. */
export function sinceText(reading: Reading, one: Case): string {
  const say = reading.texts.advisor.channel;
  if (one.status === 'closed') {
    const purge = purgeText(reading, one);
    const closed = say.closedAt(whenText(reading, one.closedAt));
    return purge ? `${closed} · ${say.purgeOn(purge)}` : closed;
  }
  if (one.status === 'withdrawn') return say.withdrawnAt(whenText(reading, one.closedAt));
  return isHeld(one)
    ? say.taken(whenText(reading, one.claimedAt))
    : say.since(whenText(reading, one.receivedAt));
}

/** State, promise and time in a panel: what every card of a case begins with. */
export function statePanel(reading: Reading, one: Case): Container {
  const promise = promiseText(reading, one);
  return panel(toneOf(one), [
    bold(plain(headlineOf(reading, one))),
    ...(promise ? [{ ...paragraph(promise), spacing: 'small' } as const] : []),
    remark(sinceText(reading, one)),
  ]);
}

/** The day when text and identity go; not known while a grant's or an assessment's reminder is still to come. */
function purgeText({ county, language }: Reading, one: Case): string | undefined {
  const purge = duesOf(county, one).find(({ due }) => due === 'purge');
  return purge && weekdayAndDay(language, dayOf(purge.at));
}

/** Who said it and when, and below that the text, which has been made plain. */
export function utteranceElements(reading: Reading, said: Utterance, text: string): Element[] {
  const how = reading.texts.advisor.channel.saidHow[said.kind];
  return [
    ruled(remark(`**${plain(said.name)}** ${how} ${whenText(reading, said.at)}`)),
    { ...paragraph(text), spacing: 'small' },
  ];
}
