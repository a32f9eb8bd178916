/** What came of a case, in words for advisors: on the channel card, in lists of choices, in text to copy. */
import type { Outcome } from '../../domain/case/case.ts';
import { redirectOf, serviceOf } from '../../domain/routing.ts';
import { daysText, weekdayAndDay } from '../../words/when.ts';
import { type CardContext, categoryName, inLanguage } from './case-words.ts';

export type OutcomeOf<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

/** An outcome in a line; below it what is known of it, and what is still to be done. Plain words, no Markdown. */
export type OutcomeWords = {
  readonly line: string;
  readonly notes: readonly string[];
  readonly todo?: string;
};

export function outcomeWords(context: CardContext, outcome: Outcome): OutcomeWords {
  const say = context.texts.advisor.outcome;
  switch (outcome.kind) {
    case 'guidance':
      return { line: say.guidance, notes: [] };
    case 'callback':
      return { line: say.callback, notes: [] };
    case 'grant':
      return grantWords(context, outcome);
    case 'assessment':
      return assessmentWords(context, outcome);
    case 'concern':
      return concernWords(context, outcome);
    case 'redirect':
      return redirectWords(context, outcome);
  }
}

function grantWords(context: CardContext, outcome: OutcomeOf<'grant'>): OutcomeWords {
  const say = context.texts.advisor.outcome;
  const service = serviceOf(context.county, outcome.service);
  // the unit stands in the plural whatever the amount: meals a day: 1
  const amount = `${inLanguage(service?.unit, context, '')}: ${outcome.amount}`;
  const span = daysText(context.language, outcome.from, outcome.to);
  return {
    line: say.grant(inLanguage(service?.name, context, outcome.service), span, amount),
    notes: [outcome.reference ? say.reference(outcome.reference) : say.grantNoReference],
  };
}

/** The day set by law is a thing to do; the county's own target is only told, and told to be one (SHL 36 §). */
function assessmentWords(context: CardContext, outcome: OutcomeOf<'assessment'>): OutcomeWords {
  const say = context.texts.advisor.outcome;
  const { clock, appointment, reference } = outcome;
  const beginBy = weekdayAndDay(context.language, clock.beginBy);
  const notes = [
    ...(appointment ? [say.appointment(appointment)] : []),
    ...(reference ? [say.reference(reference)] : []),
  ];
  const isLaw = clock.kind === 'statutory';
  return {
    line: say.assessment(categoryName(context, outcome.category)),
    notes: [...(isLaw ? [] : [say.target(beginBy)]), ...notes],
    ...(isLaw && { todo: say.statutory(beginBy, context.county.assessment.workingDays) }),
  };
}

function concernWords({ texts }: CardContext, outcome: OutcomeOf<'concern'>): OutcomeWords {
  const say = texts.advisor.outcome;
  const { facts, assessed, recorded } = outcome;
  return {
    line: [say.concern[facts.basis], ...(facts.danger ? [say.danger] : [])].join(' · '),
    notes: [
      facts.grounds.map((ground) => texts.common.grounds[ground]).join('; '),
      say.clientKnows(texts.common.yesNo[facts.clientKnows]),
      ...(assessed ? [say.assessedAs(texts.common.urgency[assessed])] : []),
      ...(recorded ? [say.recorded(recorded.reference)] : []),
    ],
    ...(!recorded && { todo: say.notRecorded }),
  };
}

function redirectWords(context: CardContext, outcome: OutcomeOf<'redirect'>): OutcomeWords {
  const say = context.texts.advisor.outcome;
  const to = inLanguage(redirectOf(context.county, outcome.to)?.name, context, outcome.to);
  return { line: say.redirect(to), notes: outcome.misdirected ? [say.misdirected] : [] };
}
