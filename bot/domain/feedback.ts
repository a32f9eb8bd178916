/** What askers thought of the line: counters, the recommendation index, and nothing while there are too few. */
import { addDays, dayOf, weekdayOf } from './calendar.ts';
import type { Case } from './case/case.ts';
import type { County } from './county.ts';
import type { Day, Moment } from './names.ts';

/** How likely one is to recommend the line, 0–10. */
export type Score = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
export const scores: readonly Score[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Two of the national basic statements, as they fit colleagues (domain of THL's client feedback). */
export const statements = ['helped', 'clear'] as const;
export type Statement = (typeof statements)[number];
/** From 1, fully disagree, to 5, fully agree. */
export const agreements = ['1', '2', '3', '4', '5', 'unsure'] as const;
export type Agreement = (typeof agreements)[number];

export type Feedback = { readonly score: Score } & { readonly [statement in Statement]?: Agreement };

/** A month's answers, each question counted by itself: who said 3 here said nothing there. */
export type FeedbackCounts = {
  /** How many gave each score, 0 first. */
  readonly scores: readonly number[];
} & { readonly [statement in Statement]: readonly number[] };

export const noFeedback: FeedbackCounts = {
  scores: scores.map(() => 0),
  helped: agreements.map(() => 0),
  clear: agreements.map(() => 0),
};

const plusOne = (counts: readonly number[], at: number) =>
  counts.map((count, index) => (index === at ? count + 1 : count));

export function withFeedback(counts: FeedbackCounts, given: Feedback): FeedbackCounts {
  const said = (statement: Statement) => {
    const agreement = given[statement];
    return agreement ? plusOne(counts[statement], agreements.indexOf(agreement)) : counts[statement];
  };
  return { scores: plusOne(counts.scores, given.score), helped: said('helped'), clear: said('clear') };
}

/** Fewer answers would tell who gave them. */
export const leastShown = 5;

export type StatementFigures = {
  /** Answers, those who were unsure left out. */
  readonly n: number;
  /** 1–5. */
  readonly mean: number;
  /** How many of each, 1 first. */
  readonly counts: readonly number[];
};
export type FeedbackFigures = {
  readonly n: number;
  /** −100…100: promoters (9–10) less detractors (0–6), in percent of all. */
  readonly nps: number;
  readonly scores: readonly number[];
} & { readonly [statement in Statement]?: StatementFigures };

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** What a month's answers tell; undefined while they are fewer than five, a statement's likewise. */
export function figuresOf(counts: FeedbackCounts): FeedbackFigures | undefined {
  const n = sum(counts.scores);
  if (n < leastShown) return undefined;
  const [detractors, promoters] = [sum(counts.scores.slice(0, 7)), sum(counts.scores.slice(9))];
  const [helped, clear] = [statementOf(counts.helped), statementOf(counts.clear)];
  return {
    n,
    // adding nothing turns -0 into 0
    nps: Math.round(((promoters - detractors) * 100) / n) + 0,
    scores: counts.scores,
    ...(helped && { helped }),
    ...(clear && { clear }),
  };
}

function statementOf(all: readonly number[]): StatementFigures | undefined {
  const counts = all.slice(0, 5);
  const n = sum(counts);
  if (n < leastShown) return undefined;
  return { n, mean: counts.reduce((total, count, index) => total + count * (index + 1), 0) / n, counts };
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The Monday of the week on the county's wall: a person is asked once in it. */
export const weekOf = (now: Moment): Day => addDays(dayOf(now), -weekdays.indexOf(weekdayOf(now)));

/** Whether this question's card may ask its asker what they thought. */
export const asksFeedback = ({ feedback = true }: Pick<County, 'feedback'>, one: Case) =>
  feedback && one.status === 'closed';
