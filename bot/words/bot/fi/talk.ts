/** What the line says in passing, in Finnish: answers to messages and presses that are no cards. */

export const fiTalk = {
  apology: (phone?: string) =>
    `Nyt jokin meni vikaan meillä. Kokeile hetken päästä uudelleen${phone ? ` tai soita ${phone}` : ' tai soita linjalle'}. Jos kortti ei muuttunut, viestisi ei mennyt perille.`,
  tryAgain: 'Yritä uudelleen',
  youTyped: 'Kirjoitit',
  welcome: 'Ole hyvä! En lähetä kiitosta eteenpäin, jotta ohjaajan puhelin ei soi turhaan.',
  onlyEmployees: 'Tämä linja palvelee vain hyvinvointialueen omia työntekijöitä.',
  clients: (door: string, contact: string) =>
    `Asiakkaita, läheisiä ja muita toimijoita auttaa ${door}: ${contact}`,
  inDoubt: 'En saanut varmistettua, että olet hyvinvointialueen työntekijä. Kokeile hetken päästä uudelleen.',
  onlyAttachment:
    'En voi ottaa vastaan liitteitä enkä kuvia. Kirjoita asiasi tekstinä ilman asiakkaan nimeä.',
  tooLong: (most: number, length: number) =>
    `Viestissä on ${length} merkkiä, enintään ${most} mahtuu. Tiivistä ja lähetä uudelleen: mitään ei ole vielä välitetty.`,
  editedMessage:
    'Muokkasit viestiäsi Teamsissa. Linjalle jo lähetettyä tekstiä se ei muuta: muokkaa kysymystä sen kortista.',
  deletedMessage:
    'Poistit viestisi Teamsista. Linjalle jo lähetetty kysymys on tallessa: voit perua sen kortista.',
  editedDraft:
    'Muokkasit viestiäsi Teamsissa. Kortin tekstiä se ei muuta: korjaa teksti kortissa ja lähetä vasta sitten.',
  deletedDraft: 'Poistit viestisi Teamsista. Kortissa sama teksti on yhä: hylkää kortti, jos et lähetä sitä.',
  masked: (what: string) => `Poistin tekstistä ennen tallennusta: ${what}.`,
  maskedKinds: {
    henkilotunnus: 'henkilötunnus',
    'birth-date': 'syntymäaika',
    phone: 'puhelinnumero (näkyy vain asian hoitajille salattuna)',
    email: 'sähköpostiosoite (näkyy vain asian hoitajille salattuna)',
  },
  addedTo: (id: string) => `Lisäsin viestisi kysymykseen ${id}.`,
  sentToAsker: 'Lähetetty kysyjälle.',
  done: 'Kirjattu.',
  unknownPress: 'Tätä painiketta en enää tunne. Avaa kortti uudelleen tai kirjoita valikko.',
  channelHelp:
    'Mainitse minut kysymyksen ketjussa, niin teen vastauksestasi esikatselun. Voit myös kirjoittaa: kirjaa, omat asiat, kanavat, henkilöt, käyttöönotto tai kysymyksen tunnus.',
  threadClosed: (id: string) =>
    `Kysymys ${id} on jo suljettu. Avaa se kortista uudelleen, jos haluat vastata.`,
  emptyPreview: 'Kirjoita vastaus samaan viestiin, jossa mainitset minut.',
  notSupervisor: (names: string) => `Tämän voi tehdä vain esihenkilö${names ? `: ${names}` : ''}.`,
  askForRole: (names: string) => (names ? `Oikeuden antaa esihenkilö: ${names}.` : ''),
  bound: (what: string, channel: string) => `Kytketty: ${what} → ${channel}.`,
  unbound: (what: string) => `Irrotettu: ${what}.`,
  rolesSaved: (name: string) => `Oikeudet tallennettu: ${name}.`,
  rolesRemoved: (name: string) => `Oikeudet poistettu: ${name}.`,
  advisorsAdded: (count: number) =>
    count === 1 ? 'Yksi asiakasohjaaja lisätty.' : `${count} asiakasohjaajaa lisätty.`,
  supervisorsAdded: (count: number) =>
    count === 1 ? 'Yksi esihenkilö lisätty.' : `${count} esihenkilöä lisätty.`,
  handOverNotYours: 'Asioita siirtävät asiakasohjaajat ja esihenkilöt.',
  handedOver: (count: number, name: string) =>
    count === 1 ? `Yksi asia siirtyi: ${name}.` : `${count} asiaa siirtyi: ${name}.`,
  inPersonalChat: 'Kirjoita kysymyksesi minulle henkilökohtaisessa keskustelussa.',
  draftWaiting: 'Viestiäsi ei ole vielä lähetetty ohjaajille. Viimeistele se kortista tai hylkää se.',
  concernReceived: (reference: string) => `Huoli-ilmoitus on vastaanotettu. Viite ${reference}.`,
  handlersCommand: ['käsittelijät', 'lokitiedot'] as readonly string[],
};

export type TalkTexts = typeof fiTalk;
