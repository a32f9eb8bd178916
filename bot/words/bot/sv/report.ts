/** What a month's report says, in Swedish. */
import type { ReportTexts } from '../fi/report.ts';

export const svReport: ReportTexts = {
  title: (month) => `Månadsrapport: ${month}`,
  contacts: 'Kontakter',
  compared: {
    'last-year': 'Samma månad i fjol',
    'month-before': 'Föregående månad',
  },
  nothingToCompare: 'Det finns ingen månad att jämföra med: tidigare uppgifter saknas.',
  channels: 'Enligt kanal',
  channel: { teams: 'Fråga i Teams', phone: 'Telefon', email: 'E-post', 'walk-in': 'Besök' },
  digital: 'Andelen frågor i Teams',
  misdirected: 'Störningsefterfrågan',
  promises: 'Svar inom utlovad tid',
  toAnswer: 'Tid till svar',
  times: (median, p90) => `hälften ${median} min, nio av tio ${p90} min (öppettid)`,
  shareOf: (perCent, n, of) => `${perCent} % (${n} av ${of})`,
  regions: 'Enligt område',
  changes: 'Värt att tala om',
  noChanges: 'Inget förändrades mer än slumpen förklarar.',
  changed: {
    all: (now, before) => `Kontakterna var ${now}, tidigare ${before}.`,
    region: (value, now, before) => `${value}: ${now} kontakter, tidigare ${before}.`,
    channel: (value, now, before) => `Kanalen ${value}: ${now}, tidigare ${before}.`,
    topic: (value, now, before) => `Ämnet ${value}: ${now}, tidigare ${before}.`,
    outcome: (value, now, before) => `Resultatet ${value}: ${now}, tidigare ${before}.`,
    service: (value, now, before) => `Beviljat, ${value}: ${now}, tidigare ${before}.`,
    redirect: (value, now, before) => `Hänvisat, ${value}: ${now}, tidigare ${before}.`,
    concern: (value, now, before) => `Orosanmälan, ${value}: ${now}, tidigare ${before}.`,
    digital: (now, before) => `Andelen frågor i Teams var ${now} %, tidigare ${before} %.`,
    misdirected: (now, before) => `Störningsefterfrågans andel var ${now} %, tidigare ${before} %.`,
    promises: (now, before) => `${now} % besvarades inom utlovad tid, tidigare ${before} %.`,
  },
  unassessed: 'Brådskan bedömdes inte',
  open: 'Öppna statistiken',
  again: 'Skicka på nytt',
  posted: (month) => `Månadsrapporten (${month}) skickades till chefernas kanal.`,
  refused: {
    'no-role': 'Bara en chef kan skicka rapporten på nytt.',
    'no-data': 'Det finns ingen rapport för månaden. Den görs när månaden är slut.',
    'being-posted': 'Rapporten skickas just nu. Vänta en stund och titta i kanalen.',
    later:
      'Rapporten kunde inte skickas nu. Den skickas av sig själv när chefernas kanal är kopplad och Teams svarar.',
    failed: 'Teams tog inte emot rapporten. Försök på nytt om en stund.',
  },
};
