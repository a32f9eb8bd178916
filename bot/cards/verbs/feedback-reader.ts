/** Reads what an asker says of the line once their case is closed. */
import {
  type Agreement,
  agreements,
  type Feedback,
  type Score,
  type Statement,
  scores,
  statements,
} from '../../domain/feedback.ts';
import type { CaseId } from '../../domain/names.ts';
import { oneOf, type PressReader, readId, readText } from './pressed.ts';

export type FeedbackWish = { readonly press: 'feedback'; readonly id: CaseId; readonly given: Feedback };

/** Nothing when no score was chosen. */
export const feedback: PressReader<FeedbackWish> = (data) => {
  const [id, score] = [readId(data, 'caseId'), scoreOf(readText(data, 'score'))];
  if (!id || score === undefined) return undefined;
  const said = statements.flatMap((statement): readonly (readonly [Statement, Agreement])[] => {
    const agreement = oneOf(readText(data, statement), agreements);
    return agreement ? [[statement, agreement]] : [];
  });
  return { press: 'feedback', id, given: { score, ...Object.fromEntries(said) } };
};

const scoreOf = (text: string | undefined): Score | undefined => scores.find((one) => String(one) === text);
