/** What is said where a message is sent to the line and where the line is searched, in Finnish: the measure of the others. */

export const fiExtension = {
  message: {
    title: 'Lähetä viranomaislinjalle',
    masked: (what: string) =>
      `Peitimme tekstistä: ${what}. Alkuperäisessä viestissä se on yhä näkyvissä: pyydä kirjoittajaa poistamaan se.`,
    empty:
      'Viestissä ei ole tekstiä. Liitteitä ja kuvia linja ei ota vastaan: kirjoita asia sovellukselle omin sanoin, ilman asiakkaan nimeä.',
    tooLong: (most: number, length: number) =>
      `Viestissä on ${length} merkkiä, enintään ${most} mahtuu. Kopioi olennainen ja kirjoita se sovellukselle. Mitään ei lähetetty.`,
    sent: (id: string) =>
      `Kysymys ${id} on lähetetty. Sen tilanne ja vastaus tulevat sinulle keskusteluun tämän sovelluksen kanssa.`,
    discarded: 'Kysymystä ei lähetetty.',
    addApp:
      'Vastaus tulisi sinulle keskusteluun tämän sovelluksen kanssa, mutta keskustelua ei saatu auki. Lisää sovellus ensin itsellesi (Teams: Sovellukset, Lisää) ja valitse viesti sitten uudelleen. Mitään ei lähetetty.',
  },
  search: {
    addApp:
      'En saanut varmistettua, että olet hyvinvointialueen työntekijä. Lisää sovellus ensin itsellesi (Teams: Sovellukset, Lisää) ja hae sitten uudelleen.',
    onlyLine: 'Kysymyksiä voivat hakea vain asiakasohjaajat ja esihenkilöt. Ohjeita voi hakea jokainen.',
    nothingOpen: 'Yhtään kysymystä ei ole avoinna.',
    noCases: 'Avointa kysymystä ei löytynyt. Hae paikalla, aiheella, tilalla tai koko tunnuksella.',
    noPages: 'Ohjetta ei löytynyt. Kokeile toista sanaa.',
    noPagesYet: 'Ohjeita ei ole vielä julkaistu.',
    status: {
      waiting: 'Odottaa ottajaa',
      claimed: 'Käsittelyssä',
      'asked-back': 'Kysytty lisää',
      answered: 'Vastattu',
      closed: 'Suljettu',
      withdrawn: 'Peruttu',
    },
    state: 'Tila',
    holder: 'Hoitaa',
    asOf: (when: string) => `Tilanne ${when}. Kortti ei päivity: avaa ketju.`,
    version: (subject: string, n: number) => `${subject} · versio ${n}`,
  },
};

export type ExtensionTexts = typeof fiExtension;
