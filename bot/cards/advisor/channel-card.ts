/** The card in the region's channel: one per case, redrawn in place, the same for all who see it. */

import type { Case, Step, Utterance } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County } from '../../domain/county.ts';
import { topicOf } from '../../domain/routing.ts';
import {
  badge,
  bold,
  type Card,
  card,
  type Element,
  facts,
  heading,
  type Mention,
  panel,
  paragraph,
  plain,
  remark,
  ruled,
  shortened,
  type Tone,
} from '../elements/elements.ts';
import { mentionable, mentionsLine } from '../rings.ts';
import {
  askerText,
  type CardContext,
  careName,
  caseName,
  categoryName,
  hasDanger,
  headlineOf,
  readingIn,
  regionName,
  statePanel,
  stateText,
  titleOf,
  utteranceElements,
  whenText,
} from '../wording/case-words.ts';
import { withLinks, withTitles } from '../wording/cited-words.ts';
import { outcomeWords } from '../wording/outcome-words.ts';
import { caseActions } from './case-actions.ts';

/**
 * The last thing said stands in full, the ones before it in part. `question` and `latest` are measured as sent, with
 * every sign that Markdown would read made harmless: only a text made of such signs is cut, so that the card stays below 25 kB.
 */
const shown = { talk: 3, earlierSigns: 200, outcomes: 6, steps: 3, question: 5000, latest: 7000 } as const;

/** In the channel's language. `mentions` only when it is posted again: a redraw rings nobody. */
export function channelCard(
  one: Case,
  county: County,
  { mentions = [] }: { readonly mentions?: readonly Mention[] } = {},
): Card {
  const context = readingIn(county, county.channelLanguage);
  const says = context.texts.advisor.channel.says(spokenCaseId(one.id), headlineOf(context, one));
  const about = { language: context.language, says, mentions: mentions.map(mentionable) };
  if (one.purgedAt) return card(about, purgedBody(context, one));
  return card(about, bodyOf(context, one, mentions), caseActions(context, one));
}

function bodyOf(context: CardContext, one: Case, mentions: readonly Mention[]): Element[] {
  return [
    statePanel(context, one),
    ...(mentions.length > 0 ? [remark(mentionsLine(mentions))] : []),
    heading(plain(titleOf(context, one))),
    paragraph(plain(askerText(one))),
    ...warningsOf(context, one),
    ruled(paragraph(whole(one.question, shown.question))),
    ...talkOf(context, one),
    ...outcomesOf(context, one),
    ruled(factsOf(context, one)),
    ...stepsOf(context, one),
  ];
}

const purgedBody = (context: CardContext, one: Case): Element[] => [
  badge(stateText(context, one), 'emphasis'),
  heading(caseName(context, one)),
  paragraph(plain(titleOf(context, one))),
  remark(context.texts.advisor.channel.purgedWhy(context.county.purgeAfterDays)),
];

/** Stands where the case's card was, once another message shows it. */
export function pointerCard(one: Case, county: County): Card {
  const context = readingIn(county, county.channelLanguage);
  const says = context.texts.advisor.channel.pointer(spokenCaseId(one.id), regionName(context, one.region));
  return card({ language: context.language, says }, [remark(plain(says))]);
}

// --- what must not be missed ---

function warningsOf(context: CardContext, one: Case): Element[] {
  const lines: [Tone, string | undefined][] = [
    ['attention', hasDanger(one) ? context.texts.advisor.channel.danger : undefined],
    ['attention', lostLine(context, one)],
    ...ringLines(context, one).map((line): [Tone, string] => ['warning', line]),
    ['warning', careLine(context, one)],
    ['warning', rescueLine(context, one)],
    ['emphasis', detailsLine(context, one)],
  ];
  return lines.flatMap(([tone, line]) => (line ? [panel(tone, [paragraph(plain(line))])] : []));
}

const lostLine = ({ texts }: CardContext, one: Case) =>
  one.views.asker?.state === 'lost' ? texts.advisor.channel.lost : undefined;

function ringLines({ texts }: CardContext, one: Case): string[] {
  const { channel, ring } = texts.advisor;
  const lines = one.rings.flatMap(({ state, to }) => {
    if (state === 'unsure') return [channel.unsure(ring.whom[to])];
    return state === 'failed' ? [channel.failed(ring.whom[to])] : [];
  });
  return [...new Set(lines)];
}

function careLine(context: CardContext, one: Case): string | undefined {
  const say = context.texts.advisor.channel;
  const care = careName(context, one) ?? say.otherCare;
  if (one.misdirected) return say.misdirected(care);
  return one.flagged ? say.flagged(care) : undefined;
}

function rescueLine({ texts }: CardContext, one: Case): string | undefined {
  if (one.status !== 'waiting') return undefined;
  if (one.rescued) return texts.advisor.channel.rescued;
  return one.reminded ? texts.advisor.channel.reminded : undefined;
}

function detailsLine({ texts }: CardContext, one: Case): string | undefined {
  const say = texts.advisor.channel;
  const called = one.outcomes.some(({ kind }) => kind === 'callback');
  if (one.wantsCallback && !called) return one.hasDetails ? say.wantsCallback : say.wantsCallbackNoNumber;
  return one.hasDetails ? say.hasDetails : undefined;
}

// --- what was said, what was done ---

function talkOf(context: CardContext, one: Case): Element[] {
  const talk = one.said.filter(({ kind }) => kind !== 'question' && kind !== 'edit');
  const latest = talk.slice(-shown.talk);
  // `saidCount` counts the question itself too
  const earlier = Math.max(0, one.saidCount - 1 - latest.length - edits(one));
  const say = context.texts.advisor.channel;
  return [
    ...(earlier > 0 ? [ruled(remark(say.earlier(earlier)))] : []),
    ...latest.flatMap((said, index) => utterance(context, said, index === latest.length - 1)),
  ];
}

const edits = (one: Case) => one.said.filter(({ kind }) => kind === 'edit').length;

function utterance(context: CardContext, said: Utterance, isLast: boolean): Element[] {
  const text = isLast
    ? withLinks(said.text, (words, links) => whole(words, shown.latest - links))
    : plain(shortened(withTitles(said.text), shown.earlierSigns));
  return utteranceElements(context, said, text);
}

/** Four signs are sent for a worst one: a quarter of the room is sure to hold what is left. */
function whole(text: string, room: number): string {
  const sent = plain(text);
  return JSON.stringify(sent).length <= room ? sent : plain(shortened(text, room / 4));
}

function outcomesOf(context: CardContext, one: Case): Element[] {
  const say = context.texts.advisor;
  const latest = one.outcomes.slice(-shown.outcomes);
  const earlier = one.outcomes.length - latest.length;
  if (latest.length === 0) return [];
  const told = latest.map((outcome) => outcomeWords(context, outcome));
  return [
    ruled(bold(say.channel.outcomes)),
    ...told.flatMap(({ line, notes, todo }): Element[] => [
      { ...paragraph(plain(line)), spacing: 'small' },
      ...(notes.length > 0 ? [remark(plain(notes.join(' · ')))] : []),
      ...(todo ? [panel('warning', [paragraph(plain(todo))])] : []),
    ]),
    ...(earlier > 0 ? [remark(say.outcome.more(earlier))] : []),
  ];
}

function factsOf(context: CardContext, one: Case) {
  const { common, advisor } = context.texts;
  const say = advisor.channel;
  return facts([
    [say.caseId, spokenCaseId(one.id)],
    [say.region, one.place && plain(regionName(context, one.region))],
    [say.category, one.category && plain(categoryName(context, one.category))],
    [common.priority75.short, ageText(context, one)],
    [say.care, plain(careName(context, one) ?? '')],
    [say.urgency, common.urgency[one.urgency]],
  ]);
}

/** What is not known matters only where a clock runs by it: it counts as yes there (SHL 36 §). */
function ageText({ county, texts }: CardContext, one: Case): string | undefined {
  if (one.priority75 !== 'unknown') return texts.common.yesNo[one.priority75];
  const runsClock =
    topicOf(county, one.topic)?.kind === 'assessment' ||
    one.outcomes.some(({ kind }) => kind === 'assessment');
  return runsClock ? texts.advisor.channel.ageUnknown : undefined;
}

/** Only what neither the headline, the talk nor the outcomes tell: who moved the case, and why. */
const worthTelling: ReadonlySet<Step['did']> = new Set([
  'edit',
  'wrongRegion',
  'release',
  'takeOver',
  'transfer',
  'handOver',
  'reopen',
  'resend',
]);

function stepsOf(context: CardContext, one: Case): Element[] {
  const steps = one.trail.filter(({ did }) => worthTelling.has(did)).slice(-shown.steps);
  return steps.map((step) => remark(stepText(context, step)));
}

function stepText(context: CardContext, step: Step): string {
  const say = context.texts.advisor;
  const what = step.by === 'line' ? say.deeds[step.did] : `${step.by.name} ${say.deeds[step.did]}`;
  const details = [movedText(context, step), step.reason && say.channel.reason(step.reason)].filter(Boolean);
  return plain(
    `${whenText(context, step.at)} ${what}${details.length > 0 ? ` (${details.join(', ')})` : ''}`,
  );
}

/** From whom to whom, or from where to where. */
function movedText(context: CardContext, { from, to, by, person, did }: Step): string | undefined {
  const { fromTo } = context.texts.advisor.channel;
  if (from && to) return fromTo(regionName(context, from), regionName(context, to));
  if (!person || by === 'line') return undefined;
  return did === 'takeOver' ? fromTo(person.name, by.name) : fromTo(by.name, person.name);
}
