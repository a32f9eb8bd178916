/** The short form for contacts that came otherwise than through Teams, in Swedish. */
import type { RecordingTexts } from '../fi/recording.ts';

export const svRecording: RecordingTexts = {
  title: 'Anteckna en kontakt',
  invite: 'Samtal, e-post eller besök? Anteckna det här, så syns det i statistiken.',
  channelLabel: 'Hur kom kontakten?',
  channel: { phone: 'Telefon', email: 'E-post', 'walk-in': 'Besök' },
  role: 'Vem tog kontakt? (uppgift, inget namn)',
  outcomes: 'Vad ledde den till?',
  service: 'Beviljad service',
  redirect: 'Vart hänvisades',
  send: 'Anteckna',
  done: 'Antecknat. Du kan rätta eller ta bort anteckningen på fliken i dag.',
  faulty: (fields) => `Kontrollera: ${fields}.`,
  field: {
    day: 'dag',
    hour: 'tid',
    channel: 'kanal',
    place: 'ort',
    region: 'område',
    topic: 'ärende',
    category: 'service som bedömningen gäller',
    priority75: '75+ eller högsta vårdbidraget',
    urgency: 'brådska',
    care: 'klientens service',
    role: 'uppgift',
    unit: 'enhet',
    outcomes: 'resultat',
    services: 'beviljad service',
    redirects: 'vart hänvisades',
  },
  notOnTheLine: 'Klienthandledare och chefer antecknar kontakter.',
};
