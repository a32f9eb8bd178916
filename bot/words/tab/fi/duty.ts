/** The words of absences in the tab, in Finnish. */
export const dutyFi = {
  here: 'Vuorossa',
  away: (day: string) => `Poissa ${day} asti`,
  change: 'Poissaolo',
  changeOf: (name: string) => `Poissaolo: ${name}`,
  how: 'Poissaolo alkaa heti. Sen aikana uusista ja odottavista kysymyksistä ei tule ilmoitusta. Jos kaikki alueen asiakasohjaajat ovat poissa, ilmoitus tulee silti. Avoimet asiat pysyvät sillä, joka niitä hoitaa.',
  lastDay: 'Viimeinen poissaolopäivä',
  save: 'Tallenna',
  end: 'Päätä poissaolo',
  saved: (name: string, day: string) => `Poissaolo tallennettu: ${name}, ${day} asti.`,
  ended: (name: string) => `Poissaolo päätetty: ${name}.`,
  own: {
    label: 'Oma vuoro',
    here: 'Olet vuorossa.',
    away: (day: string) => `Olet poissa ${day} asti.`,
    set: 'Merkitse poissaolo',
    change: 'Muuta poissaoloa',
    title: 'Oma poissaolo',
  },
  no: {
    'not-a-day': 'Anna päivä.',
    'day-has-passed': 'Päivä on jo mennyt. Anna tämä päivä tai myöhempi.',
    'day-too-far': (last: string) => `Anna päivä, joka on viimeistään ${last}.`,
  },
  notAnAdvisor: 'Henkilö ei ole enää asiakasohjaaja. Päivitä sivu.',
  changedSince: (now: string) =>
    `Joku muu muutti poissaoloa sillä välin. Nyt: ${now}. Valintasi on tallella: tarkista se ja tallenna uudelleen.`,
};

export type DutyTexts = typeof dutyFi;
