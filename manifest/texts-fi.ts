/** What Teams shows of the app before anybody opens it, in Finnish: the measure of the other languages. */

type TitledText = { readonly title: string; readonly description: string };

export const fiTexts = {
  /** At most 30 characters; where a county calls its line something else, see `namesOf`. */
  name: 'Viranomaislinja',
  /** At most 80 characters. */
  brief: 'Kysy asiakasohjauksesta Teamsissa. Oikean alueen ohjaaja vastaa.',
  full: `Työntekijän suora yhteys asiakasohjaukseen siellä, missä työskentelet jo.

Kirjoita, mitä asiakkaasi tarvitsee. Botti selvittää, minkä alueen asiakasohjaajille kysymys kuuluu, ja tuo vastauksen samaan keskusteluun. Yhdestä kortista näet koko ajan, missä asia on menossa.

• Kysy neuvoa, pyydä tilapäistä palvelua tai palvelutarpeen arviointia.
• Tee huoli-ilmoitus.
• Lähetä saamasi Teams-viesti linjalle viestin omasta valikosta.
• Lue ohjeet, myöntämisperusteet ja päätöspohjat Linja-välilehdeltä.
• Asiakasohjaajat hoitavat kysymykset alueensa kanavassa, ja esihenkilöt näkevät, miten linja toimii.

Sovellus on hyvinvointialueen omille työntekijöille, ei asiakkaille eikä läheisille. Älä kirjoita viestiin asiakkaan nimeä, osoitetta tai henkilötunnusta. Hengenvaarassa soita 112.`,
  tab: 'Linja',
  commands: {
    ask: { title: 'Kysy', description: 'Avaa uuden kysymyksen' },
    concern: { title: 'Huoli-ilmoitus', description: 'Avaa valikon, josta teet huoli-ilmoituksen' },
    'my-questions': { title: 'Omat kysymykset', description: 'Mitä olet kysynyt ja missä asia on menossa' },
    help: { title: 'Ohje', description: 'Mitä linjalta voi kysyä, miten ja milloin' },
    menu: { title: 'Valikko', description: 'Mitä täällä voi tehdä' },
    'my-cases': { title: 'Omat asiat', description: 'Asiakasohjaajalle: asiat, joita hoidat nyt' },
    record: { title: 'Kirjaa', description: 'Asiakasohjaajalle: kirjaa puhelu tai muu yhteydenotto' },
    people: { title: 'Henkilöt', description: 'Esihenkilölle: kuka linjalla vastaa ja millä alueella' },
    channels: { title: 'Kanavat', description: 'Esihenkilölle: mikä alue on kytketty mihinkin kanavaan' },
    setup: {
      title: 'Käyttöönotto',
      description: 'Esihenkilölle: kanavat, ohjaajat ja koekysymykset kuntoon',
    },
  },
  sendToLine: {
    title: 'Lähetä viranomaislinjalle',
    description: 'Tee viestistä kysymys asiakasohjaajille',
  } as TitledText,
  searchCases: {
    title: 'Hae kysymyksiä',
    description: 'Asiakasohjaajille: etsi kysymys ja liitä siitä kortti viestiin',
  } as TitledText,
  searchInstructions: {
    title: 'Hae ohjeita',
    description: 'Etsi linjan ohje tai päätöspohja ja liitä siitä kortti viestiin',
  } as TitledText,
  query: { title: 'Hae', cases: 'Paikka, aihe, tila tai kysymyksen tunnus', instructions: 'Sana ohjeesta' },
};

export type AppTexts = typeof fiTexts;
