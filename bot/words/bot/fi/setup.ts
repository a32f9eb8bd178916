/** Taking the line into use, in Finnish: the measure of the other languages. */
export const fiSetup = {
  title: 'Ota linja käyttöön',
  ready: 'Linja on valmis: kysymykset tulevat perille',
  notReady: 'Kesken: kysymykset eivät vielä tule kaikille alueille',
  goesOn: 'Voit jättää kesken ja jatkaa myöhemmin. Kaikki esihenkilöt näkevät saman tilanteen.',
  done: 'valmis',
  todo: 'kesken',
  step: (n: string, title: string, state: string) => `${n}. ${title} – ${state}`,
  steps: {
    channels: 'Kanavat',
    advisors: 'Asiakasohjaajat',
    check: 'Koekysymys',
    settings: 'Asetukset ja ohjeet',
    tell: 'Kerro kysyjille',
  },
  why: {
    channels: 'Valitse, mille kanavalle kunkin alueen kysymykset tulevat.',
    advisors: 'Kanavan jäsenyys ei yksin anna oikeuksia: nimeä jokaisen alueen ohjaajat.',
    check: 'Kokeen saa jokainen alue. Ohjaaja painaa ”Otin kokeen vastaan”. Koetta ei lasketa tilastoihin.',
    settings: 'Nämä eivät estä käyttöä, mutta kysyjille kerrotaan, että tietoa ei ole vahvistettu.',
    tell: 'Valmis teksti, jonka voit kopioida ja lähettää työntekijöille.',
  },
  first: 'Tee ensin kohta 1.',
  noChannel: 'ei kanavaa',
  noAdvisors: 'ei ohjaajia',
  supervisors: 'Esihenkilöt',
  check: {
    'not-sent': 'ei lähetetty',
    sending: 'lähetetään…',
    unsure: (when: string) =>
      `Lähetettiin ${when}, mutta emme tiedä, menikö koe perille. Katso kanavalta tai lähetä uudelleen.`,
    waiting: (when: string) => `odottaa ohjaajan painallusta, lähetetty ${when}`,
    nobody: 'lähetetty, mutta alueella ei ole vielä ohjaajia, jotka voivat painaa',
    received: (name: string, when: string) => `${name} otti vastaan ${when}`,
    failed: (why: string) => `Ei mennyt perille. ${why}`,
    'not-edited': (name: string, why: string) =>
      `${name} otti vastaan, mutta kanavan kortti ei päivittynyt. ${why} Lähetä koe sitten uudelleen.`,
    needsChannel: 'kytke ensin kanava',
  },
  failure: {
    'channel-gone': 'Kanavaa ei enää ole. Valitse alueelle toinen kanava kohdassa 1.',
    'app-missing': 'Sovellus ei ole tiimissä tai kanavassa. Lisää se tiimiin Teamsissa ja yritä uudelleen.',
    archived: 'Tiimi on arkistoitu. Palauta tiimi tai valitse toinen kanava.',
    blocked:
      'Teams ei anna sovelluksen kirjoittaa kanavalle. Tarkista kanavan asetuksista, kuka saa aloittaa keskustelun.',
    later: 'Teams ei juuri nyt vastannut. Yritä hetken päästä uudelleen.',
    refused: 'Teams ei ottanut korttia vastaan. Kerro tästä ylläpidolle.',
  },
  unconfirmed: {
    hours: 'Aukioloajat on vahvistamatta: vahvista ne välilehden asetuksissa.',
    limits: 'Tilapäisten palvelujen enimmäismäärät on vahvistamatta: ylläpito vahvistaa ne aluetiedostossa.',
    'social-phone': 'Sosiaalipäivystyksen numero on vahvistamatta: ylläpito vahvistaa sen aluetiedostossa.',
  },
  drafts: (count: number) =>
    count === 1 ? '1 ohje odottaa julkaisemista.' : `${count} ohjetta odottaa julkaisemista.`,
  button: {
    channels: 'Valitse kanavat',
    advisors: 'Lisää ohjaajia',
    send: 'Lähetä koekysymykset',
    sendAgain: (region: string) => `Lähetä koe uudelleen: ${region}`,
    settings: 'Avaa asetukset',
    instructions: 'Avaa ohjeet',
    tell: 'Näytä teksti',
    refresh: 'Päivitä tilanne',
    save: 'Tallenna',
    add: 'Anna oikeudet',
    next: 'Näytä alueen tiimi',
    received: 'Otin kokeen vastaan',
  },
  channels: {
    title: 'Alueiden kanavat',
    note: 'Ehdotukset on tehty kanavien nimistä: tarkista ne. Yksityinen tai jaettu kanava ei näy luettelossa: mainitse minut siinä ja kirjoita ”kanavat”.',
    none: '– ei kanavaa –',
    choose: 'Valitse kanava',
    forSupervisors: 'Esihenkilöiden kanava (ilmoitukset ja raportit)',
    general: 'Yleinen',
    suggested: (what: string) => `Ehdotettu nimen perusteella: ${what}`,
    noTeams:
      'En ole vielä missään tiimissä. Lisää sovellus Teamsissa siihen tiimiin, jossa alueiden kanavat ovat, ja avaa tämä uudelleen.',
    unreached: (team: string, why: string) => `Tiimin ${team} kanavia en nähnyt. ${why}`,
    aTeam: '(nimi puuttuu)',
    more: (count: number) =>
      `Luettelosta jäi pois ${count} kanavaa. Kytke ne niin, että mainitset minut kanavassa ja kirjoitat ”kanavat”.`,
    sure: 'Tarkista vielä',
    shared: (channel: string, what: string) => `Sama kanava ${channel} on valittu useammalle: ${what}.`,
    unbinds: (what: string) => `Ilman kanavaa jää: ${what}. Uusia kysymyksiä ei silloin näe kukaan.`,
    unbindsSupervisors: 'Esihenkilöt jäävät ilman kanavaa: ilmoitukset tulevat kunkin omaan keskusteluun.',
    gone: (what: string) => `Valittua kanavaa ei enää ole: ${what}. Valitse toinen.`,
    confirm: 'Vahvistus',
    isMeant: 'Kyllä, tarkoitan näin',
    saved: (what: string) => `Tallennettu: ${what}.`,
    nothing: 'Mikään ei muuttunut.',
    missing: (what: string) => `Kanavaa vailla on vielä: ${what}.`,
    all: 'Kaikilla on nyt kanava. Lisää seuraavaksi ohjaajat.',
  },
  advisors: {
    title: 'Alueen ohjaajat',
    region: 'Alue',
    who: (region: string) => `Ketkä tiimistä ovat asiakasohjaajia: ${region}?`,
    noMore: 'Kaikilla tiimin jäsenillä on jo tämän alueen ohjaajan oikeudet.',
    noChannels: 'Kytke alueelle ensin kanava: ohjaajat valitaan sen tiimistä.',
    added: (count: number, region: string) =>
      count === 1 ? `1 ohjaaja lisätty: ${region}.` : `${count} ohjaajaa lisätty: ${region}.`,
    nobody: 'Valitse ainakin yksi henkilö.',
    more: (count: number) =>
      `Luettelosta jäi pois ${count} jäsentä. Anna heille oikeudet välilehden asetuksissa.`,
  },
  tell: {
    title: 'Teksti kysyjille',
    label: 'Valitse teksti (Ctrl+A), kopioi (Ctrl+C) ja lähetä',
    text: (line: string, hours: string, emergency: string) =>
      `${line} on nyt Teamsissa. Kun iäkäs tai muu asiakas tarvitsee apua, kysy meiltä suoraan:\n\n1. Avaa Teamsissa Sovellukset, hae ”${line}” ja lisää se.\n2. Kirjoita, mitä asiakas tarvitsee ja missä hän asuu. Älä kirjoita nimeä tai henkilötunnusta.\n3. Tarkista kortti ja paina Lähetä. Vastaus tulee samaan keskusteluun.\n\nVastaamme ${hours}. Hengenvaarassa soita ${emergency}.`,
  },
  test: {
    badge: 'KOE – tämä ei ole oikea kysymys',
    other: 'TEST – det här är ingen riktig fråga',
    title: (region: string) => `Koekysymys: ${region}`,
    asker: 'Kysyjä',
    sender: (name: string) => `${name} (koe)`,
    region: 'Alue',
    sent: 'Lähetetty',
    question: 'Näin kysymykset tulevat tälle kanavalle. Jos olet alueen asiakasohjaaja, paina nappia.',
    note: 'Koetta ei lasketa tilastoihin, eikä kukaan odota siihen vastausta.',
    whom: (names: string) => `Ohjaajat: ${names}`,
    received: (name: string, when: string) => `Koe vastaanotettu: ${name}, ${when}`,
    works: 'Lähettäminen, painaminen ja kortin päivittäminen toimivat tällä kanavalla.',
    tooOld:
      'Tämä koe on jo korvattu uudemmalla, tai kanava ei ole enää alueen oma. Tälle kortille ei tarvitse tehdä mitään.',
    notAdvisor: (names: string) =>
      names
        ? `Kokeen ottaa vastaan alueen asiakasohjaaja. Oikeuden antaa esihenkilö: ${names}.`
        : 'Kokeen ottaa vastaan alueen asiakasohjaaja.',
  },
  added: {
    hello: (line: string) => `${line} on lisätty tähän tiimiin`,
    inUse: 'Linja on jo käytössä. Mitään ei tarvitse tehdä.',
    who: (names: string) => `Linjan ottaa käyttöön esihenkilö: ${names}.`,
    whoUnknown:
      'Linjan ottaa käyttöön esihenkilö. Ensimmäisen esihenkilön nimeää ylläpito (asetus FIRST_SUPERVISOR).',
    led: 'Lähetin käyttöönoton ohjeet henkilökohtaiseen keskusteluun.',
    how: 'Käyttöönoton saa auki milloin vain: esihenkilö kirjoittaa minulle ”käyttöönotto”, kanavalla niin, että mainitsee minut.',
  },
  older: 'Käyttöönotto on avattu uudelleen alempana.',
  inHelp: 'Esihenkilölle: kirjoita ”käyttöönotto”, niin näet alueiden kanavat, ohjaajat ja koekysymykset.',
};

export type SetupTexts = typeof fiSetup;
