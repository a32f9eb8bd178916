/** What a month's report says, in Finnish: the measure of the other languages. */
export const fiReport = {
  title: (month: string) => `Kuukausiraportti: ${month}`,
  contacts: 'Yhteydenottoja',
  compared: {
    'last-year': 'Sama kuukausi vuosi sitten',
    'month-before': 'Edellinen kuukausi',
  },
  nothingToCompare: 'Vertailtavaa kuukautta ei ole: aiempia tietoja ei ole.',
  channels: 'Kanavittain',
  channel: { teams: 'Teams-kysymys', phone: 'Puhelin', email: 'Sähköposti', 'walk-in': 'Käynti' },
  digital: 'Teams-kysymysten osuus',
  misdirected: 'Häiriökysyntä',
  promises: 'Vastaus luvatussa ajassa',
  toAnswer: 'Aika vastaukseen',
  times: (median: string, p90: string) =>
    `puolet ${median} min, yhdeksän kymmenestä ${p90} min (aukioloaikaa)`,
  shareOf: (perCent: string, n: string, of: string) => `${perCent} % (${n} / ${of})`,
  regions: 'Alueittain',
  changes: 'Mistä kannattaa puhua',
  noChanges: 'Mikään ei muuttunut enempää kuin sattuma selittää.',
  changed: {
    all: (now: string, before: string) => `Yhteydenottoja oli ${now}, aiemmin ${before}.`,
    region: (value: string, now: string, before: string) =>
      `${value}: ${now} yhteydenottoa, aiemmin ${before}.`,
    channel: (value: string, now: string, before: string) => `Kanava ${value}: ${now}, aiemmin ${before}.`,
    topic: (value: string, now: string, before: string) => `Aihe ${value}: ${now}, aiemmin ${before}.`,
    outcome: (value: string, now: string, before: string) =>
      `Lopputulos ${value}: ${now}, aiemmin ${before}.`,
    service: (value: string, now: string, before: string) => `Myönnetty ${value}: ${now}, aiemmin ${before}.`,
    redirect: (value: string, now: string, before: string) => `Ohjattu, ${value}: ${now}, aiemmin ${before}.`,
    concern: (value: string, now: string, before: string) =>
      `Huoli-ilmoitus, ${value}: ${now}, aiemmin ${before}.`,
    digital: (now: string, before: string) => `Teams-kysymysten osuus oli ${now} %, aiemmin ${before} %.`,
    misdirected: (now: string, before: string) => `Häiriökysynnän osuus oli ${now} %, aiemmin ${before} %.`,
    promises: (now: string, before: string) => `Luvatussa ajassa vastattiin ${now} %, aiemmin ${before} %.`,
  },
  unassessed: 'Kiireellisyyttä ei arvioitu',
  open: 'Avaa tilastot',
  again: 'Lähetä uudelleen',
  posted: (month: string) => `Kuukausiraportti (${month}) lähetettiin esihenkilöiden kanavalle.`,
  refused: {
    'no-role': 'Vain esihenkilö voi lähettää raportin uudelleen.',
    'no-data': 'Tältä kuukaudelta ei ole raporttia. Se tehdään, kun kuukausi on päättynyt.',
    'being-posted': 'Raporttia lähetetään juuri nyt. Odota hetki ja katso kanavaa.',
    later:
      'Raporttia ei saatu nyt kanavalle. Se lähtee itsestään, kun esihenkilöiden kanava on liitetty ja Teams vastaa.',
    failed: 'Teams ei ottanut raporttia vastaan. Yritä hetken päästä uudelleen.',
  },
};

export type ReportTexts = typeof fiReport;
