/** Taking the line into use, in Swedish. */
import type { SetupTexts } from '../fi/setup.ts';

export const svSetup: SetupTexts = {
  title: 'Ta linjen i bruk',
  ready: 'Linjen är klar: frågorna kommer fram',
  notReady: 'Inte klart: frågorna kommer ännu inte fram till alla områden',
  goesOn: 'Du kan sluta här och fortsätta senare. Alla chefer ser samma läge.',
  done: 'klart',
  todo: 'inte klart',
  step: (n, title, state) => `${n}. ${title}: ${state}`,
  steps: {
    channels: 'Kanaler',
    advisors: 'Klienthandledare',
    check: 'Testfråga',
    settings: 'Inställningar och anvisningar',
    tell: 'Berätta för dem som frågar',
  },
  why: {
    channels: 'Välj till vilken kanal varje områdes frågor kommer.',
    advisors: 'Att vara med i kanalen ger inga rättigheter: utse handledare för varje område.',
    check:
      'Varje område får ett test. En handledare trycker på ”Jag tog emot testet”. Testet räknas inte i statistiken.',
    settings: 'De här hindrar inte användningen, men de som frågar får veta att uppgiften inte är bekräftad.',
    tell: 'En färdig text som du kan kopiera och skicka till de anställda.',
  },
  first: 'Gör först punkt 1.',
  noChannel: 'ingen kanal',
  noAdvisors: 'inga handledare',
  supervisors: 'Chefer',
  check: {
    'not-sent': 'inte skickat',
    sending: 'skickas…',
    unsure: (when) =>
      `Skickades ${when}, men vi vet inte om testet kom fram. Titta i kanalen eller skicka igen.`,
    waiting: (when) => `väntar på att en handledare trycker, skickat ${when}`,
    nobody: 'skickat, men området har ännu inga handledare som kan trycka',
    received: (name, when) => `${name} tog emot ${when}`,
    failed: (why) => `Kom inte fram. ${why}`,
    'not-edited': (name, why) =>
      `${name} tog emot, men kortet i kanalen uppdaterades inte. ${why} Skicka sedan testet igen.`,
    needsChannel: 'koppla först en kanal',
  },
  failure: {
    'channel-gone': 'Kanalen finns inte längre. Välj en annan kanal för området i punkt 1.',
    'app-missing': 'Appen finns inte i teamet eller kanalen. Lägg till den i Teams och försök igen.',
    archived: 'Teamet är arkiverat. Återställ teamet eller välj en annan kanal.',
    blocked:
      'Teams låter inte appen skriva i kanalen. Kontrollera i kanalens inställningar vem som får starta en konversation.',
    later: 'Teams svarade inte just nu. Försök igen om en stund.',
    refused: 'Teams tog inte emot kortet. Berätta det för administratören.',
  },
  unconfirmed: {
    hours: 'Öppettiderna är inte bekräftade: bekräfta dem i flikens inställningar.',
    limits:
      'Gränserna för tillfälliga tjänster är inte bekräftade: administratören bekräftar dem i områdesfilen.',
    'social-phone': 'Socialjourens nummer är inte bekräftat: administratören bekräftar det i områdesfilen.',
  },
  drafts: (count) =>
    count === 1 ? '1 anvisning väntar på att publiceras.' : `${count} anvisningar väntar på att publiceras.`,
  button: {
    channels: 'Välj kanaler',
    advisors: 'Lägg till handledare',
    send: 'Skicka testfrågorna',
    sendAgain: (region) => `Skicka testet igen: ${region}`,
    settings: 'Öppna inställningarna',
    instructions: 'Öppna anvisningarna',
    tell: 'Visa texten',
    refresh: 'Uppdatera läget',
    save: 'Spara',
    add: 'Ge rättigheter',
    next: 'Visa områdets team',
    received: 'Jag tog emot testet',
  },
  channels: {
    title: 'Områdenas kanaler',
    note: 'Förslagen bygger på kanalernas namn: kontrollera dem. En privat eller delad kanal syns inte i listan: nämn mig i den och skriv ”kanaler”.',
    none: '– ingen kanal –',
    choose: 'Välj en kanal',
    forSupervisors: 'Chefernas kanal (meddelanden och rapporter)',
    general: 'Allmänt',
    suggested: (what) => `Föreslaget enligt namnet: ${what}`,
    noTeams:
      'Jag är ännu inte med i något team. Lägg i Teams till appen i det team där områdenas kanaler finns och öppna det här igen.',
    unreached: (team, why) => `Kanalerna i teamet ${team} kunde jag inte se. ${why}`,
    aTeam: '(namn saknas)',
    more: (count) =>
      `${count} kanaler rymdes inte i listan. Koppla dem genom att nämna mig i kanalen och skriva ”kanaler”.`,
    sure: 'Kontrollera ännu',
    shared: (channel, what) => `Samma kanal ${channel} är vald för flera: ${what}.`,
    unbinds: (what) => `Utan kanal blir: ${what}. Nya frågor ses då av ingen.`,
    unbindsSupervisors: 'Cheferna blir utan kanal: meddelandena kommer i var och ens egen chatt.',
    gone: (what) => `Den valda kanalen finns inte längre: ${what}. Välj en annan.`,
    confirm: 'Bekräftelse',
    isMeant: 'Ja, jag menar så',
    saved: (what) => `Sparat: ${what}.`,
    nothing: 'Ingenting ändrades.',
    missing: (what) => `Kanal saknas ännu för: ${what}.`,
    all: 'Alla har nu en kanal. Lägg sedan till handledare.',
  },
  advisors: {
    title: 'Områdets handledare',
    region: 'Område',
    who: (region) => `Vilka i teamet är klienthandledare: ${region}?`,
    noMore: 'Alla i teamet har redan handledarens rättigheter för området.',
    noChannels: 'Koppla först en kanal till området: handledarna väljs ur dess team.',
    added: (count, region) =>
      count === 1 ? `1 handledare tillagd: ${region}.` : `${count} handledare tillagda: ${region}.`,
    nobody: 'Välj minst en person.',
    more: (count) => `${count} medlemmar rymdes inte i listan. Ge dem rättigheter i flikens inställningar.`,
  },
  tell: {
    title: 'Text till dem som frågar',
    label: 'Markera texten (Ctrl+A), kopiera (Ctrl+C) och skicka',
    text: (line, hours, emergency) =>
      `${line} finns nu i Teams. När en äldre eller annan klient behöver hjälp kan du fråga oss direkt:\n\n1. Öppna Appar i Teams, sök ”${line}” och lägg till appen.\n2. Skriv vad klienten behöver och var hen bor. Skriv inte namn eller personbeteckning.\n3. Kontrollera kortet och tryck på Skicka. Svaret kommer i samma chatt.\n\nVi svarar ${hours}. Vid livsfara, ring ${emergency}.`,
  },
  test: {
    badge: 'TEST – det här är ingen riktig fråga',
    other: 'KOE – tämä ei ole oikea kysymys',
    title: (region) => `Testfråga: ${region}`,
    asker: 'Frågar',
    sender: (name) => `${name} (test)`,
    region: 'Område',
    sent: 'Skickat',
    question:
      'Så här kommer frågorna till den här kanalen. Om du är områdets klienthandledare, tryck på knappen.',
    note: 'Testet räknas inte i statistiken, och ingen väntar på svar.',
    whom: (names) => `Handledare: ${names}`,
    received: (name, when) => `Testet mottaget: ${name}, ${when}`,
    works: 'Att skicka, trycka och uppdatera kort fungerar i den här kanalen.',
    tooOld:
      'Det här testet har ersatts av ett nyare, eller så är kanalen inte längre områdets. Du behöver inte göra något.',
    notAdvisor: (names) =>
      names
        ? `Testet tas emot av områdets klienthandledare. Rättigheten ges av en chef: ${names}.`
        : 'Testet tas emot av områdets klienthandledare.',
  },
  added: {
    hello: (line) => `${line} har lagts till i det här teamet`,
    inUse: 'Linjen är redan i bruk. Ingenting behöver göras.',
    who: (names) => `Linjen tas i bruk av en chef: ${names}.`,
    whoUnknown:
      'Linjen tas i bruk av en chef. Den första chefen anges av administratören (inställningen FIRST_SUPERVISOR).',
    led: 'Jag skickade anvisningarna för ibruktagningen i den personliga chatten.',
    how: 'Ibruktagningen kan öppnas när som helst: en chef skriver ”ibruktagning” till mig, i en kanal genom att nämna mig.',
  },
  older: 'Ibruktagningen har öppnats på nytt längre ner.',
  inHelp: 'För chefer: skriv ”ibruktagning”, så ser du områdenas kanaler, handledare och testfrågor.',
};
