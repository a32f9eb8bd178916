/** Words that askers and advisors share, in Finnish: the measure of the other languages. */
import type { Language } from '../../../domain/county.ts';

export const fiCommon = {
  language: 'fi' as Language,
  commands: {
    ask: ['kysy', 'kysymys', 'uusi kysymys'],
    concern: ['huoli', 'huoli-ilmoitus', 'huoli ilmoitus', 'tee huoli-ilmoitus'],
    'my-questions': ['omat kysymykset', 'kysymykseni'],
    help: ['ohje', 'ohjeet', 'apua'],
    menu: ['valikko', 'alku', 'moi', 'hei', 'terve', 'huomenta'],
    thanks: [
      'kiitos',
      'kiitti',
      'kiitoksia',
      'suurkiitos',
      'kiitos paljon',
      'kiitos avusta',
      'selvä kiitos',
      'ok kiitos',
    ],
    'my-cases': ['omat asiat', 'omat avoimet', 'työlista'],
    record: ['kirjaa', 'kirjaa yhteydenotto', 'kirjaa puhelu', 'kirjaus'],
    people: ['henkilöt', 'roolit'],
    channels: ['kanavat', 'kanava', 'liitä kanava'],
    setup: ['käyttöönotto', 'ota käyttöön', 'ota linja käyttöön'],
  },
  /** 112 comes first, always. */
  danger: (number: string) => `Hengenvaara tai välitön hätä: **soita ${number}**.`,
  cannotWait: (who: string, phone: string) => `Jos asia ei voi odottaa: ${who}, ${phone}.`,
  closesFirst: 'Linja ehtii sulkeutua ennen kuin vastausaika päättyy.',
  closedNow: 'Linja on kiinni.',
  opens: (when: string) => `Linja avautuu ${when}.`,
  caseName: (id: string) => `Kysymys ${id}`,
  required: 'Tämä tieto tarvitaan.',
  yesNo: { yes: 'Kyllä', no: 'Ei', unknown: 'Ei tiedossa' },
  urgency: { urgent: 'Kiireellinen', today: 'Tänään', normal: 'Ei kiireellinen' },
  priority75: {
    label: 'Asiakas on 75 vuotta täyttänyt tai saa ylintä hoitotukea',
    short: '75+ tai ylin hoitotuki',
  },
  basis: {
    consent: 'Asiakas suostuu: yhteydenotto tuen tarpeen arvioimiseksi (SHL 35 §)',
    'no-consent': 'Suostumusta ei saada: ilmoitus viipymättä, salassapidon estämättä (SHL 35 §)',
  },
  grounds: {
    'does-not-cope': 'Ei selviydy ruoasta, lääkkeistä tai hygieniasta nykyisillä palveluilla',
    housing: 'Asuminen on puutteellista',
    'own-affairs': 'Ei pysty hoitamaan omia asioitaan',
    'cannot-seek': 'Ei osaa tai pysty hakemaan palveluja',
    maltreatment: 'Kaltoinkohtelu tai sen epäily',
    substances: 'Päihteet vaarantavat terveyden',
    'own-safety': 'Vaarantaa oman turvallisuutensa',
    aids: 'Ilmeinen apuvälineiden tarve',
  },
  outcome: {
    guidance: 'Ohjaus',
    grant: 'Tilapäinen palvelu',
    assessment: 'Palvelutarpeen arviointi',
    concern: 'Huoli-ilmoitus',
    redirect: 'Ohjattu muualle',
    callback: 'Soitettu takaisin',
  },
  purged: 'Tekstit ja tunnistetiedot on poistettu määräajan jälkeen.',
  refusal: {
    'no-such-case': 'Kysymystä ei löydy. Tarkista tunnus tai tee uusi kysymys.',
    purged: 'Kysymyksen tiedot on jo poistettu määräajan jälkeen. Tee uusi kysymys.',
    'not-yours': 'Vain kysyjä itse voi tehdä tämän. Jos asia koskee sinua, tee uusi kysymys.',
    'no-role': (region: string) =>
      `Tämä kuuluu asiakasohjaajille (${region}). Pyydä esihenkilöltäsi ohjaajan rooli.`,
    'other-region': (region: string) =>
      `Kysymys kuuluu toiselle alueelle (${region}). Voit ottaa sen hoitaaksesi syyn kirjaamalla.`,
    'held-by-another': (holder: string, when: string) =>
      `${holder} otti tämän ${when}. Voit jatkaa hänen kanssaan.`,
    'claim-first': 'Kukaan ei vielä hoida tätä. Ota se ensin käsittelyyn.',
    'wrong-time': {
      waiting: 'Tätä ei voi tehdä, kun kysymys odottaa käsittelijää. Kortti on nyt ajan tasalla.',
      claimed: 'Tätä ei voi tehdä, kun kysymys on käsittelyssä. Kortti on nyt ajan tasalla.',
      'asked-back': 'Tätä ei voi tehdä, kun kysyjältä odotetaan lisätietoa. Kortti on nyt ajan tasalla.',
      answered: 'Kysymykseen on jo vastattu. Kortti on nyt ajan tasalla.',
      closed: 'Kysymys on suljettu. Avaa se tarvittaessa uudelleen.',
      withdrawn: 'Kysymys on peruttu. Tee tarvittaessa uusi kysymys.',
    },
    'changed-since': (said: string) => `Kysyjä ehti lisätä: ”${said}” Tarkista tekstisi ja lähetä se sitten.`,
    'empty-text': 'Teksti puuttuu. Kirjoita se ja lähetä uudelleen.',
    'too-long': (most: number, length: number) =>
      `Teksti on liian pitkä: ${length} merkkiä, enintään ${most}. Lyhennä ja lähetä uudelleen.`,
    'unknown-choice': {
      service: 'Valitse palvelu luettelosta.',
      category: 'Valitse, mitä palvelua arviointi koskee.',
      redirect: 'Valitse luettelosta, minne asia ohjataan.',
      region: 'Valitse paikka luettelosta, jotta tiedämme alueen.',
      outcome: 'Tätä kirjausta ei enää ole. Katso kortin tila ja valitse uudelleen.',
      topic: 'Valitse, mitä asia koskee.',
      person: 'Valitse henkilö luettelosta.',
      instruction: 'Valittua ohjetta ei enää ole. Valitse ohje uudelleen luettelosta.',
    },
    'same-region': (region: string) => `Kysymys on jo täällä: ${region}. Valitse toinen alue.`,
    'report-stays':
      'Huoli-ilmoitusta ei voi muokata eikä perua: se on tehty viranomaiselle. Korjaa tai täydennä painikkeella Lisää tietoa.',
    'no-callback': 'Kysyjä ei pyytänyt takaisinsoittoa. Vastaa kirjoittamalla.',
    'record-first': 'Kirjaa huoli-ilmoitus ensin asiakastietojärjestelmään ja merkitse viite tähän.',
    'not-advisor-there': (person: string, region: string) =>
      `${person} ei ohjaa tällä alueella (${region}). Valitse toinen ohjaaja.`,
    'no-outcome': 'Vastaa, myönnä palvelu tai ohjaa eteenpäin ennen sulkemista.',
    'wrong-dates': {
      'not-a-day': 'Päivämäärä puuttuu tai on väärin. Valitse se kalenterista.',
      'ends-before-it-starts': 'Palvelu päättyy ennen kuin alkaa. Tarkista päivät.',
    },
    'over-limit': {
      days: (service: string, most: number) => `${service}: enintään ${most} päivää. Lyhennä jaksoa.`,
      amount: (service: string, most: number, unit: string) =>
        `${service} (${unit}): 1–${most}. Tarkista määrä.`,
    },
    'only-when-open': 'Tämän voi myöntää vain linjan aukioloaikana.',
    missing: {
      grounds: 'Valitse vähintään yksi peruste.',
      observed: 'Kirjoita, mitä olet havainnut.',
      whyNoConsent: 'Kirjoita, miksi suostumusta ei saada.',
      client: 'Kirjoita asiakkaan nimi, jotta tiedämme, kenestä on kyse.',
    },
  },
};

export type CommonTexts = typeof fiCommon;
export type CommandWord = keyof CommonTexts['commands'];
