/** The words of the tab's page of this moment, in Finnish. */
export const nowFi = {
  title: 'Nyt',
  regions: 'Alue',
  allRegions: 'Kaikki alueet',
  stale: (when: string) => `Uusia tietoja ei juuri nyt saada. Näet tilanteen ${when}.`,
  figures: {
    label: 'Tilanne lukuina',
    unclaimed: 'Odottaa ottajaa',
    soon: 'Aika täyttyy pian',
    late: 'Myöhässä',
    undelivered: 'Ei perillä',
    running: 'Palveluja voimassa',
  },
  open: {
    heading: 'Avoimet kysymykset',
    none: 'Ei avoimia kysymyksiä. Uudet tulevat alueen kanavaan.',
    waitingSince: (when: string) => `Odottanut ${when} alkaen`,
    answerBy: (when: string) => `Vastaus viimeistään ${when}`,
    holder: (name: string) => `${name} hoitaa`,
    late: 'Myöhässä',
    soon: 'Aika täyttyy pian',
  },
  thread: (id: string) => `Avaa Teamsissa: kysymys ${id}`,
  threadShort: 'Avaa Teamsissa',
  undelivered: {
    heading: 'Ei perillä',
    none: 'Kaikki viestit ovat menneet perille.',
    to: {
      'asker-card': (asker: string) => `Kysyjän kortti (${asker}). Soita kysyjälle, jos se ei mene perille.`,
      asker: (asker: string) => `Ilmoitus kysyjälle (${asker})`,
      advisors: () => 'Ilmoitus alueen ohjaajille',
      neighbours: () => 'Ilmoitus naapurialueelle',
      supervisors: () => 'Ilmoitus esihenkilöille',
      holder: () => 'Ilmoitus asian hoitajalle',
    },
    resend: 'Lähetä uudelleen',
    resendOf: (id: string) => `Lähetä uudelleen: kysymys ${id}`,
    resent: (id: string) => `Kysymyksen ${id} ilmoitukset lähetetään uudelleen.`,
  },
  running: {
    heading: 'Tänään voimassa olevat tilapäiset palvelut',
    none: 'Ei voimassa olevia tilapäisiä palveluja.',
    service: 'Palvelu',
    amount: 'Määrä',
    when: 'Voimassa',
    region: 'Alue',
    case: 'Kysymys',
  },
};

export type NowTexts = typeof nowFi;
