/** What has happened to a question, as its asker reads it: what was said, what was agreed, and the steps so far. */

import type { Case, Outcome, Step, Utterance } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { redirectOf, serviceOf } from '../../domain/routing.ts';
import { daysText, weekdayAndDay } from '../../words/when.ts';
import {
  type Element,
  panel,
  paragraph,
  plain,
  remark,
  shortened,
  subheading,
} from '../elements/elements.ts';
import { type CardContext, categoryName, regionName, whenText } from '../wording/case-words.ts';
import { withLinks } from '../wording/cited-words.ts';
import type { OutcomeOf } from '../wording/outcome-words.ts';

// --- what was said ---

const isOf = (kind: Utterance['kind']) => (one: Utterance) => one.kind === kind;

/** The latest answer in full, a later question back in full, and what the asker has said since. */
export function wordsSoFar(one: Case, context: CardContext): Element[] {
  const answer = one.said.findLast(isOf('answer'));
  const askBack = one.said.findLast(isOf('ask-back'));
  const pending = askBack && askBack.n > (answer?.n ?? -1) ? askBack : undefined;
  const last = pending ?? answer;
  const since = one.said.filter(({ n, by }) => by === 'asker' && n > (last?.n ?? 0));
  return [
    ...(answer ? [advisorSaid(answer, context)] : []),
    ...(pending ? [advisorSaid(pending, context)] : []),
    ...since.filter(({ kind }) => kind === 'reply').flatMap((words) => askerSaid(words, context)),
  ];
}

function advisorSaid(words: Utterance, context: CardContext): Element {
  const say = context.texts.asker.case;
  const title = words.kind === 'answer' ? say.answer : say.askBack;
  return panel('emphasis', [
    paragraph(title(plain(words.name), whenText(context, words.at))),
    paragraph(withLinks(words.text)),
  ]);
}

function askerSaid(words: Utterance, context: CardContext): Element[] {
  const { said, you } = context.texts.asker.case;
  return [remark(said(you, whenText(context, words.at))), paragraph(plain(shortened(words.text, 300)))];
}

// --- what was agreed ---

/** What came of it besides the answer itself. */
export function agreed(one: Case, context: CardContext): Element[] {
  const told = one.outcomes
    .map((outcome) => outcomeLines(outcome, context))
    .filter((lines) => lines.length > 0);
  if (told.length === 0) return [];
  return [
    panel('good', [
      subheading(context.texts.asker.case.outcomes),
      ...told.flatMap((lines) => lines.map(paragraph)),
    ]),
  ];
}

function outcomeLines(outcome: Outcome, context: CardContext): string[] {
  const say = context.texts.asker.case;
  switch (outcome.kind) {
    case 'guidance':
    case 'concern':
      return [];
    case 'callback':
      return [say.callback];
    case 'redirect': {
      const to = redirectOf(context.county, outcome.to);
      const contact = to?.contact?.[context.language];
      return [say.redirect(to?.name[context.language] ?? plain(outcome.to)), ...(contact ? [contact] : [])];
    }
    case 'grant':
      return grantLines(outcome, context);
    case 'assessment':
      return assessmentLines(outcome, context);
  }
}

function grantLines(outcome: OutcomeOf<'grant'>, { county, language, texts }: CardContext): string[] {
  const say = texts.asker.case;
  const service = serviceOf(county, outcome.service);
  const name = service?.name[language] ?? plain(outcome.service);
  const amount = service ? `${service.unit[language]}: ${outcome.amount}` : String(outcome.amount);
  const { reference } = outcome;
  return [
    say.grant(name, daysText(language, outcome.from, outcome.to), amount),
    ...(reference ? [say.reference(plain(reference))] : []),
  ];
}

function assessmentLines(outcome: OutcomeOf<'assessment'>, context: CardContext): string[] {
  const say = context.texts.asker.case;
  const { clock, appointment, reference } = outcome;
  const by = weekdayAndDay(context.language, clock.beginBy);
  return [
    say.assessment(categoryName(context, outcome.category)),
    clock.kind === 'statutory' ? say.statutory(by) : say.target(by),
    ...(appointment ? [say.appointment(plain(appointment))] : []),
    ...(reference ? [say.reference(plain(reference))] : []),
  ];
}

/** A report's receipt: 112 first where danger was told, then the reference and what happens next. */
export function concernReceipts(one: Case, context: CardContext): Element[] {
  return one.outcomes.flatMap((outcome) =>
    outcome.kind === 'concern' ? [receipt(one, outcome, context)] : [],
  );
}

function receipt(one: Case, outcome: OutcomeOf<'concern'>, context: CardContext): Element {
  const { language, texts, county } = context;
  const say = texts.asker.concern;
  const { facts, assessed, recorded } = outcome;
  const mustCall = facts.danger && !recorded;
  const grounds = facts.grounds.map((ground) => texts.common.grounds[ground]).join(' · ');
  return panel(mustCall ? 'attention' : 'good', [
    ...(mustCall ? [paragraph(say.danger(county.emergency.number))] : []),
    paragraph(say.receipt),
    paragraph(say.reference(spokenCaseId(one.id))),
    remark(texts.common.basis[facts.basis]),
    remark(grounds),
    ...(assessed
      ? [paragraph(say.assessed(texts.common.urgency[assessed].toLocaleLowerCase(language)))]
      : []),
    paragraph(recorded ? say.recorded(plain(recorded.reference), whenText(context, recorded.at)) : say.next),
  ]);
}

// --- the steps ---

const mostSteps = 6;

/** `ma 23.11. klo 10.42 · Ada Aalto vastasi`, the newest last. */
export function timeline(one: Case, context: CardContext): Element[] {
  const lines = one.trail.flatMap((step) => {
    const did = stepText(step, one, context);
    return did ? [`${whenText(context, step.at)} · ${did}`] : [];
  });
  return [subheading(context.texts.asker.case.told), ...lines.slice(-mostSteps).map(remark)];
}

function nameOf(by: Step['by'], one: Case, { texts }: CardContext): string {
  if (by === 'line') return '';
  return by.id === one.asker.id ? texts.asker.case.you : plain(by.name);
}

/** What the step was to the asker; undefined for what only advisors need. */
function stepText(step: Step, one: Case, context: CardContext): string | undefined {
  const say = context.texts.asker.step;
  const who = nameOf(step.by, one, context);
  switch (step.did) {
    case 'warn':
    case 'grantEnds':
    case 'resend':
    case 'purge':
      return undefined;
    case 'wrongRegion':
    case 'transfer':
      return step.to ? say.moved(regionName(context, step.to)) : say.corrected;
    case 'takeOver':
      return say.claim(who);
    case 'handOver':
      return say.handOver(step.person ? plain(step.person.name) : who);
    default: {
      const told = say[step.did];
      return typeof told === 'string' ? told : told(who);
    }
  }
}
