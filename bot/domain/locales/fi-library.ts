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
  news: {
    published: 'Ohje julkaistu',
    what: (subject: string, title: string) => `${subject}: ${title}`,
    by: (name: string, version: number) => `${name} · versio ${version}`,
    open: 'Avaa ohje',
    toast: (title: string) => `Ohje julkaistu: ${title}`,
  },
};

export type LibraryTexts = typeof fiLibrary;
