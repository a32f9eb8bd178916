/** The words of the tab's page of this moment, in English. */
import type { NowTexts } from '../fi/now.ts';

export const nowEn: NowTexts = {
  title: 'Now',
  regions: 'Region',
  allRegions: 'All regions',
  stale: (when) => `Nothing newer can be fetched just now. You see how things stood ${when}.`,
  figures: {
    label: 'The situation in figures',
    unclaimed: 'Waiting for an advisor',
    soon: 'Due soon',
    late: 'Late',
    undelivered: 'Not delivered',
    running: 'Services running',
  },
  open: {
    heading: 'Open questions',
    none: 'No open questions. New ones come to the region’s channel.',
    waitingSince: (when) => `Waiting since ${when}`,
    answerBy: (when) => `Answer by ${when}`,
    holder: (name) => `Handled by ${name}`,
    late: 'Late',
    soon: 'Due soon',
  },
  thread: (id) => `Open in Teams: question ${id}`,
  threadShort: 'Open in Teams',
  undelivered: {
    heading: 'Not delivered',
    none: 'Every message has arrived.',
    to: {
      'asker-card': (asker) => `The asker’s card (${asker}). Phone the asker if it does not get through.`,
      asker: (asker) => `Notification to the asker (${asker})`,
      advisors: () => 'Notification to the region’s advisors',
      neighbours: () => 'Notification to the neighbouring region',
      supervisors: () => 'Notification to the supervisors',
      holder: () => 'Notification to the advisor who has the question',
    },
    resend: 'Send again',
    resendOf: (id) => `Send again: question ${id}`,
    resent: (id) => `The notifications of question ${id} are being sent again.`,
  },
  running: {
    heading: 'Temporary services running today',
    none: 'No temporary services are running.',
    service: 'Service',
    amount: 'Amount',
    when: 'Runs',
    region: 'Region',
    case: 'Question',
  },
};
