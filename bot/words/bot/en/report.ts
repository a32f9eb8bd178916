/** What a month's report says, in English. */
import type { ReportTexts } from '../fi/report.ts';

export const enReport: ReportTexts = {
  title: (month) => `Monthly report: ${month}`,
  contacts: 'Contacts',
  compared: {
    'last-year': 'The same month last year',
    'month-before': 'The month before',
  },
  nothingToCompare: 'There is no month to compare with: nothing earlier is known.',
  channels: 'By channel',
  channel: { teams: 'Question in Teams', phone: 'Phone', email: 'E-mail', 'walk-in': 'Visit' },
  digital: 'Share of questions in Teams',
  misdirected: 'Failure demand',
  promises: 'Answered in the promised time',
  toAnswer: 'Time to answer',
  times: (median, p90) => `half within ${median} min, nine of ten within ${p90} min (opening time)`,
  shareOf: (perCent, n, of) => `${perCent}% (${n} of ${of})`,
  regions: 'By region',
  changes: 'Worth talking about',
  noChanges: 'Nothing changed more than chance explains.',
  changed: {
    all: (now, before) => `There were ${now} contacts, before ${before}.`,
    region: (value, now, before) => `${value}: ${now} contacts, before ${before}.`,
    channel: (value, now, before) => `Channel ${value}: ${now}, before ${before}.`,
    topic: (value, now, before) => `Topic ${value}: ${now}, before ${before}.`,
    outcome: (value, now, before) => `Outcome ${value}: ${now}, before ${before}.`,
    service: (value, now, before) => `Granted, ${value}: ${now}, before ${before}.`,
    redirect: (value, now, before) => `Redirected, ${value}: ${now}, before ${before}.`,
    concern: (value, now, before) => `Concern report, ${value}: ${now}, before ${before}.`,
    digital: (now, before) => `The share of questions in Teams was ${now}%, before ${before}%.`,
    misdirected: (now, before) => `The share of failure demand was ${now}%, before ${before}%.`,
    promises: (now, before) => `${now}% were answered in the promised time, before ${before}%.`,
  },
  unassessed: 'Urgency not assessed',
  open: 'Open the tallies',
  again: 'Post again',
  posted: (month) => `The monthly report (${month}) was posted to the supervisors’ channel.`,
  refused: {
    'no-role': 'Only a supervisor can post the report again.',
    'no-data': 'This month has no report. It is made when the month is over.',
    'being-posted': 'The report is being posted just now. Wait a moment and look at the channel.',
    later:
      'The report could not be posted now. It goes by itself once the supervisors’ channel is bound and Teams answers.',
    failed: 'Teams did not take the report. Try again in a moment.',
  },
};
