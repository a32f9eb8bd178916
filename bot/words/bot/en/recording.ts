/** The short form for contacts that came otherwise than through Teams, in English. */
import type { RecordingTexts } from '../fi/recording.ts';

export const enRecording: RecordingTexts = {
  title: 'Record a contact',
  invite: 'A call, an e-mail or a visit? Record it here, and the statistics will show it.',
  channelLabel: 'How did it come?',
  channel: { phone: 'Phone', email: 'E-mail', 'walk-in': 'Visit' },
  role: 'Who contacted? (their task, no name)',
  outcomes: 'What came of it?',
  service: 'Granted service',
  redirect: 'Redirected to',
  send: 'Record',
  done: 'Recorded. You can correct or delete it in the tab today.',
  faulty: (fields) => `Check this: ${fields}.`,
  field: {
    day: 'day',
    hour: 'time',
    channel: 'channel',
    place: 'place',
    region: 'region',
    topic: 'topic',
    category: 'service to be assessed',
    priority75: '75+ or highest care allowance',
    urgency: 'urgency',
    care: 'client’s services',
    role: 'task',
    unit: 'unit',
    outcomes: 'outcome',
    services: 'granted service',
    redirects: 'redirected to',
  },
  notOnTheLine: 'Contacts are recorded by advisors and supervisors.',
};
