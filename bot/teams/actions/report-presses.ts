/** A month's report posted again, and what the presser is told of it. */
import type { ReportAgainWish } from '../../cards/verbs/report-reader.ts';
import { monthName } from '../../words/month-name.ts';
import { text } from '../inbound/turn.ts';
import type { Handler } from './handler.ts';

export const onReport: Handler<ReportAgainWish> = async ({ monthReports }, turn, _, { month }) => {
  const { person, language, texts } = turn;
  const say = texts.report;
  const posted = await monthReports.postAgain(person, month);
  if ('refused' in posted) return text(say.refused[posted.refused]);
  const { state } = posted.posting;
  if (state === 'due') return text(say.refused.later);
  return text(state === 'failed' ? say.refused.failed : say.posted(monthName(language, month)));
};
