/** The tab's words in Finnish: the measure of the other languages. */
import type { Language } from '../county.ts';
import { fiCommon } from './fi-common.ts';

export const tabFi = {
  language: 'fi' as Language,
  page: 'Viranomaislinja',
  loading: 'Haetaan tietoja',
  refresh: 'Päivitä',
  tryAgain: 'Yritä uudelleen',
  updated: (time: string) => `Tiedot ${time}`,
  you: {
    supervisor: 'Esihenkilö',
    advisor: 'Asiakasohjaaja',
    employee: 'Työntekijä',
  },
  month: {
    heading: (month: string) => `Yhteydenotot, ${month}`,
    county: 'Koko hyvinvointialue',
    total: (count: number): string => (count === 1 ? 'yhteydenotto' : 'yhteydenottoa'),
    byRegion: 'Yhteydenotot alueittain',
    region: 'Alue',
    contacts: 'Yhteydenottoja',
    none: 'Tässä kuussa ei ole vielä yhteydenottoja.',
  },
  open: {
    heading: 'Avoimet kysymykset',
    count: (count: number): string => (count === 1 ? '1 avoin' : `${count} avointa`),
    none: 'Ei avoimia kysymyksiä. Uudet tulevat alueen kanavaan.',
    waitingSince: (when: string) => `Odottanut ${when} alkaen`,
    answerBy: (when: string) => `Vastaus viimeistään ${when}`,
    late: 'Myöhässä',
    holder: (name: string) => `${name} hoitaa`,
  },
  status: {
    waiting: 'Odottaa ottajaa',
    claimed: 'Käsittelyssä',
    'asked-back': 'Odottaa lisätietoa',
    answered: 'Vastattu',
    closed: 'Suljettu',
    withdrawn: 'Peruttu',
  },
  urgency: fiCommon.urgency,
  employee: {
    heading: 'Kysy asiakasohjaajilta',
    text: 'Avaa keskustelu ja kirjoita kysymys omin sanoin. Vastaus tulee samaan keskusteluun.',
    openChat: 'Keskustelu on tämän sivun vieressä, välilehdessä Keskustelu.',
  },
  outside: {
    heading: 'Tämä sivu toimii Teamsissa',
    text: 'Avaa Teams, valitse sovelluksista viranomaislinja ja sieltä tämä välilehti. Kirjautuminen tapahtuu Teamsin kautta.',
  },
  failed: {
    heading: 'Tietoja ei saatu',
    'no-token':
      'Teams ei antanut kirjautumistietoja. Sulje välilehti ja avaa se uudelleen. Jos se ei auta, pyydä IT-tukea hyväksymään sovellus.',
    'not-signed-in': 'Kirjautumisesi on vanhentunut. Sulje välilehti ja avaa se uudelleen.',
    guest: 'Linja on vain hyvinvointialueen omille työntekijöille. Vierastilillä sitä ei voi käyttää.',
    'too-many-requests': 'Pyyntöjä tuli liian tiheään. Odota hetki ja yritä uudelleen.',
    offline: 'Palvelimeen ei saada yhteyttä. Tarkista verkkoyhteys ja yritä uudelleen.',
    broken: 'Palvelussa on häiriö. Kysymykset ovat tallessa. Yritä hetken päästä uudelleen.',
  },
};

export type TabTexts = typeof tabFi;
