/** What is said of the shared instructions, in Finnish: the measure of the other languages. */
export const fiLibrary = {
  subject: {
    operating: 'Toimintaohjeet',
    criteria: 'Myöntämisperusteet',
    templates: 'Päätöspohjat',
    contacts: 'Yhteystiedot',
    induction: 'Perehdytys',
    finders: 'Palveluhaut',
  },
  findersTitle: 'Palveluhaut',
  findersLead: 'Palveluhauista löydät alueen palvelut ja toimijat. Ne aukeavat selaimeen.',
  draft: {
    button: 'Tee ohjeluonnos',
    title: 'Otsikko',
    subject: 'Mihin ohjeisiin?',
    text: 'Ohjeen teksti',
    save: 'Tallenna luonnos',
    stripped:
      'Numerot, osoitteet ja keskustelijoiden nimet on poistettu. Muita nimiä en tunnista: lue teksti läpi.',
    approval: 'Luonnos ei näy työntekijöille ennen kuin joku toinen hyväksyy ja julkaisee sen välilehdellä.',
    saved: (title: string) => `Luonnos on tallessa: ${title}`,
    open: 'Avaa luonnos',
    notYours: 'Ohjeluonnoksen tekee alueen asiakasohjaaja, ohjeiden päivittäjä tai esihenkilö.',
    noAnswer: 'Tästä ei voi tehdä ohjetta: vastausta ei ole, tai se on jo poistettu.',
    noTitle: 'Kirjoita ohjeelle otsikko.',
    noSubject: 'Valitse, mihin ohjeisiin tämä kuuluu.',
    tooLong: (most: number, length: number) =>
      `Teksti on liian pitkä: ${length} merkkiä, enintään ${most}. Lyhennä ja tallenna uudelleen.`,
    identity: 'Tekstissä on henkilötunnus. Poista se ja tallenna uudelleen.',
  },
  news: {
    published: 'Ohje julkaistu',
    what: (subject: string, title: string) => `${subject}: ${title}`,
    by: (name: string, version: number) => `${name} · versio ${version}`,
    open: 'Avaa ohje',
    toast: (title: string) => `Ohje julkaistu: ${title}`,
  },
};

export type LibraryTexts = typeof fiLibrary;
