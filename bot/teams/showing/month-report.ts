/** Posts month reports to the supervisors' channel, and has one posted again when a supervisor presses its button. */
import { monthReportCard, readReportPress } from '../../cards/month-report-card.ts';
import type { Log } from '../../desk/ports.ts';
import type { BindingStore } from '../../desk/staff/ports.ts';
import type { MonthReports } from '../../desk/tallies/month-report.ts';
import type { Reports } from '../../desk/tallies/ports.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County, Language } from '../../domain/county.ts';
import type { Month } from '../../domain/names.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { monthName } from '../../words/month-name.ts';
import { cardPost } from '../client/posts.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import type { TeamsLine } from '../client/teams-line.ts';

export type ReportPostPorts = {
  readonly county: County;
  readonly bindings: Pick<BindingStore, 'find'>;
  readonly line: Pick<TeamsLine, 'startThread'>;
  /** Where the tab's tallies of a month open. */
  readonly tabLink: (month: Month) => string;
  readonly log: Log;
};

/** What surely did not arrive, and may next time, is left to the next round. */
const became = {
  throttled: 'later',
  unreachable: 'later',
  ambiguous: 'unsure',
  gone: 'failed',
  blocked: 'failed',
  refused: 'failed',
  'too-big': 'failed',
} as const;

export function createReports({ county, bindings, line, tabLink, log }: ReportPostPorts): Reports {
  return {
    async post(report) {
      const binding = await bindings.find('supervisors');
      if (!binding || binding.broken) return 'later';
      const language = county.channelLanguage;
      const card = monthReportCard(report, { county, language, tabLink: tabLink(report.month) });
      try {
        await line.startThread(binding, cardPost(card, card.fallbackText));
        return 'sent';
      } catch (error) {
        if (!(error instanceof TeamsFailure)) throw error;
        log('warn', 'a month report could not be posted', { kind: error.kind });
        return became[error.kind];
      }
    },
  };
}

/** What the presser is told; undefined when the press is not on a report's button. */
export async function onReportPress(
  reports: Pick<MonthReports, 'postAgain'>,
  { person, language }: { readonly person: Person; readonly language: Language },
  verb: unknown,
  data: unknown,
): Promise<string | undefined> {
  const month = readReportPress(verb, data);
  if (month === undefined) return undefined;
  const say = textsFor(language).report;
  const posted = await reports.postAgain(person, month);
  if ('refused' in posted) return say.refused[posted.refused];
  const { state } = posted.posting;
  if (state === 'due') return say.refused.later;
  return state === 'failed' ? say.refused.failed : say.posted(monthName(language, month));
}
