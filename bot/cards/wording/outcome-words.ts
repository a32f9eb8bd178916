/** What came of a case, in words for advisors: on the channel card, in lists of choices, in text to copy. */
import type { Outcome } from '../../domain/case/case.ts';
import { redirectOf, serviceOf } from '../../domain/routing.ts';
import { daysText, weekdayAndDay } from '../../words/when.ts';
import { categoryName, inLanguage, type Reading } from './case-words.ts';

type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

/** An outcome in a line; below it what is known of it, and what is still to be done. Plain words, no Markdown. */
export type OutcomeWords = {
  readonly line: string;
  readonly notes: readonly string[];
  readonly todo?: string;
};

export function outcomeWords(reading: Reading, outcome: Outcome): OutcomeWords {
  const say = reading.texts.advisor.outcome;
  switch (outcome.kind) {
    case 'guidance':
      return { line: say.guidance, notes: [] };
    case 'callback':
      return { line: say.callback, notes: [] };
    case 'grant':
      return grantWords(reading, outcome);
    case 'assessment':
      return assessmentWords(reading, outcome);
    case 'concern':
      return concernWords(reading, outcome);
    case 'redirect':
      return redirectWords(reading, outcome);
  }
}

function grantWords(reading: Reading, outcome: Of<'grant'>): OutcomeWords {
  const say = reading.texts.advisor.outcome;
  const service = serviceOf(reading.county, outcome.service);
  // the unit stands in the plural whatever the amount: meals a day: 1
  const amount = `${inLanguage(service?.unit, reading, '')}: ${outcome.amount}`;
  const span = daysText(reading.language, outcome.from, outcome.to);
  return {
    line: say.grant(inLanguage(service?.name, reading, outcome.service), span, amount),
    notes: [outcome.reference ? say.reference(outcome.reference) : say.grantNoReference],
  };
}

/** The day set by law is a thing to do; the county's own target is only told, and told to be one (SHL 36 §). */
function assessmentWords(reading: Reading, outcome: Of<'assessment'>): OutcomeWords {
  const say = reading.texts.advisor.outcome;
  const { clock, appointment, reference } = outcome;
  const beginBy = weekdayAndDay(reading.language, clock.beginBy);
  const notes = [
    ...(appointment ? [say.appointment(appointment)] : []),
    ...(reference ? [say.reference(reference)] : []),
  ];
  const isLaw = clock.kind === 'statutory';
  return {
    line: say.assessment(categoryName(reading, outcome.category)),
    notes: [...(isLaw ? [] : [say.target(beginBy)]), ...notes],
    ...(isLaw && { todo: say.statutory(beginBy, reading.county.assessment.workingDays) }),
  };
}

function concernWords({ texts }: Reading, outcome: Of<'concern'>): OutcomeWords {
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

function redirectWords(reading: Reading, outcome: Of<'redirect'>): OutcomeWords {
  const say = reading.texts.advisor.outcome;
  const to = inLanguage(redirectOf(reading.county, outcome.to)?.name, reading, outcome.to);
  return { line: say.redirect(to), notes: outcome.misdirected ? [say.misdirected] : [] };
}
