/** The short form for contacts that came otherwise than through Teams, in Finnish: the measure of the other languages. */
export const fiRecording = {
  title: 'Kirjaa yhteydenotto',
  invite: 'Puhelu, sähköposti tai käynti? Kirjaa se tästä, niin se näkyy tilastoissa.',
  channelLabel: 'Mitä kautta?',
  channel: { phone: 'Puhelin', email: 'Sähköposti', 'walk-in': 'Käynti' },
  role: 'Kuka otti yhteyttä? (tehtävä, ei nimeä)',
  outcomes: 'Mitä siitä tuli?',
  service: 'Myönnetty palvelu',
  redirect: 'Minne ohjattiin',
  send: 'Kirjaa',
  done: 'Kirjattu. Voit korjata tai poistaa kirjauksen välilehdellä tänään.',
  faulty: (fields: string) => `Tarkista kohta: ${fields}.`,
  field: {
    day: 'päivä',
    hour: 'aika',
    channel: 'kanava',
    place: 'paikka',
    region: 'alue',
    topic: 'asia',
    category: 'palvelu, jota arviointi koskee',
    priority75: '75+ tai ylin hoitotuki',
    urgency: 'kiireellisyys',
    care: 'asiakkaan palvelut',
    role: 'tehtävä',
    unit: 'yksikkö',
    outcomes: 'tulos',
    services: 'myönnetty palvelu',
    redirects: 'minne ohjattiin',
  },
  notOnTheLine: 'Kirjaaminen kuuluu asiakasohjaajille ja esihenkilöille.',
};

export type RecordingTexts = typeof fiRecording;
