/** What the line says in passing, in Swedish. */
import type { TalkTexts } from '../fi/talk.ts';

export const svTalk: TalkTexts = {
  apology: (phone) =>
    `Något gick fel hos oss. Försök igen om en stund${phone ? ` eller ring ${phone}` : ' eller ring linjen'}. Om kortet inte ändrades kom ditt meddelande inte fram.`,
  tryAgain: 'Försök igen',
  youTyped: 'Du skrev',
  welcome: 'Varsågod! Jag skickar inte tacket vidare, så att handledarens telefon inte ringer i onödan.',
  onlyEmployees: 'Den här linjen betjänar bara välfärdsområdets egna anställda.',
  clients: (door, contact) => `Klienter, närstående och andra aktörer får hjälp av ${door}: ${contact}`,
  inDoubt: 'Jag kunde inte bekräfta att du är anställd i välfärdsområdet. Försök igen om en stund.',
  onlyAttachment:
    'Jag kan inte ta emot bilagor eller bilder. Skriv ditt ärende som text, utan klientens namn.',
  tooLong: (most, length) =>
    `Meddelandet har ${length} tecken, högst ${most} ryms. Korta ner det och skicka igen: inget har ännu förmedlats.`,
  editedMessage:
    'Du ändrade ditt meddelande i Teams. Det ändrar inte texten som redan skickats till linjen: ändra frågan på dess kort.',
  deletedMessage:
    'Du raderade ditt meddelande i Teams. Frågan som redan skickats till linjen finns kvar: du kan återta den på kortet.',
  editedDraft:
    'Du ändrade ditt meddelande i Teams. Det ändrar inte texten på kortet: rätta texten på kortet innan du skickar.',
  deletedDraft:
    'Du raderade ditt meddelande i Teams. Samma text finns kvar på kortet: kasta kortet om du inte skickar det.',
  masked: (what) => `Jag tog bort ur texten innan den sparades: ${what}.`,
  maskedKinds: {
    henkilotunnus: 'personbeteckning',
    'birth-date': 'födelsedatum',
    phone: 'telefonnummer (syns krypterat bara för dem som sköter ärendet)',
    email: 'e-postadress (syns krypterat bara för dem som sköter ärendet)',
  },
  addedTo: (id) => `Jag lade till ditt meddelande i frågan ${id}.`,
  sentToAsker: 'Skickat till den som frågade.',
  done: 'Antecknat.',
  unknownPress: 'Den här knappen känner jag inte längre igen. Öppna kortet på nytt eller skriv meny.',
  channelHelp:
    'Nämn mig i frågans tråd så gör jag en förhandsvisning av ditt svar. Du kan också skriva: anteckna, mina ärenden, kanaler, personer, ibruktagning eller frågans kod.',
  threadClosed: (id) => `Frågan ${id} är redan stängd. Öppna den på kortet om du vill svara.`,
  emptyPreview: 'Skriv svaret i samma meddelande där du nämner mig.',
  notSupervisor: (names) => `Det här kan bara en chef göra${names ? `: ${names}` : ''}.`,
  askForRole: (names) => (names ? `Rättigheten ges av en chef: ${names}.` : ''),
  bound: (what, channel) => `Kopplat: ${what} → ${channel}.`,
  unbound: (what) => `Bortkopplat: ${what}.`,
  rolesSaved: (name) => `Rättigheterna sparade: ${name}.`,
  rolesRemoved: (name) => `Rättigheterna borttagna: ${name}.`,
  advisorsAdded: (count) =>
    count === 1 ? 'En klienthandledare lades till.' : `${count} klienthandledare lades till.`,
  supervisorsAdded: (count) => (count === 1 ? 'En chef lades till.' : `${count} chefer lades till.`),
  handOverNotYours: 'Klienthandledare och chefer lämnar över ärenden.',
  handedOver: (count, name) =>
    count === 1 ? `Ett ärende flyttades: ${name}.` : `${count} ärenden flyttades: ${name}.`,
  inPersonalChat: 'Skriv din fråga till mig i den personliga chatten.',
  draftWaiting:
    'Ditt meddelande har ännu inte skickats till handledarna. Slutför det på kortet eller kasta det.',
  concernReceived: (reference) => `Orosanmälan har tagits emot. Referens ${reference}.`,
  handlersCommand: ['handläggare', 'logguppgifter'],
};
