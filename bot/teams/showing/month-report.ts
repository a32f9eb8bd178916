/** Posts month reports to the supervisors' channel. */
import { monthReportCard } from '../../cards/month-report-card.ts';
import type { Log } from '../../desk/ports.ts';
import type { BindingStore } from '../../desk/staff/ports.ts';
import type { Reports } from '../../desk/tallies/ports.ts';
import type { County } from '../../domain/county.ts';
import type { Month } from '../../domain/names.ts';
import { cardPost } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';

export type ReportPostPorts = {
  readonly county: County;
  readonly bindings: Pick<BindingStore, 'find'>;
  readonly teams: Pick<TeamsClient, 'startThread'>;
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

export function createReports({ county, bindings, teams, tabLink, log }: ReportPostPorts): Reports {
  return {
    async post(report) {
      const binding = await bindings.find('supervisors');
      if (!binding || binding.broken) return 'later';
      const language = county.channelLanguage;
      const card = monthReportCard(report, { county, language, tabLink: tabLink(report.month) });
      try {
        await teams.startThread(binding, cardPost(card, card.fallbackText));
        return 'sent';
      } catch (error) {
        if (!(error instanceof TeamsFailure)) throw error;
        log('warn', 'a month report could not be posted', { kind: error.kind });
        return became[error.kind];
      }
    },
  };
}
