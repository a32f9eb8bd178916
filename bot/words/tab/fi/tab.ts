/** The tab's words in Finnish: the measure of the other languages. */
import type { Language } from '../../../domain/county.ts';
import { fiCommon } from '../../bot/fi/common.ts';
import { dutyFi } from './duty.ts';
import { nowFi } from './now.ts';
import { settingsFi } from './settings.ts';

export const tabFi = {
  language: 'fi' as Language,
  page: 'Viranomaislinja',
  loading: 'Haetaan tietoja',
  table: (what: string) => `Taulukko: ${what}`,
  skip: 'Siirry sisältöön',
  pages: { label: 'Sivut', start: 'Alku', tallies: 'Tilastot', instructions: 'Ohjeet', recording: 'Kirjaa' },
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
    few: 'Koko alueen lukua ei näytetä: siitä voisi päätellä yksittäisiä yhteydenottoja.',
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
  now: nowFi,
  duty: dutyFi,
  settings: settingsFi,
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
    'not-allowed': 'Sinulla ei ole oikeutta tähän. Pyydä esihenkilöltä rooli.',
    'not-found': 'Tätä ei löydy. Tarkista tieto ja yritä uudelleen.',
    'not-now': 'Tilanne on ehtinyt muuttua. Päivitä sivu ja yritä uudelleen.',
    'bad-input': 'Tiedoissa on virhe. Tarkista ne ja yritä uudelleen.',
    broken: 'Palvelussa on häiriö. Kysymykset ovat tallessa. Yritä hetken päästä uudelleen.',
  },
};

export type TabTexts = typeof tabFi;
