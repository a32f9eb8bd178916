/** Words that askers and advisors share, in Swedish as written in Finland. */
import type { CommonTexts } from './fi-common.ts';

export const svCommon: CommonTexts = {
  language: 'sv',
  commands: {
    ask: ['fråga', 'ny fråga'],
    concern: ['oro', 'orosanmälan', 'gör en orosanmälan'],
    'my-questions': ['mina frågor'],
    help: ['hjälp', 'anvisning', 'anvisningar'],
    menu: ['meny', 'start', 'hej', 'god morgon', 'tjena'],
    'my-cases': ['mina ärenden', 'mina öppna', 'arbetslista'],
    people: ['personer', 'roller'],
    channels: ['kanaler', 'kanal', 'koppla kanal'],
  },
  danger: (number) => `Livsfara eller akut nöd: **ring ${number}**.`,
  cannotWait: (who, phone) => `Om ärendet inte kan vänta: ${who}, ${phone}.`,
  closedNow: 'Linjen är stängd.',
  opens: (when) => `Linjen öppnar ${when}.`,
  caseName: (id) => `Fråga ${id}`,
  required: 'Den här uppgiften behövs.',
  yesNo: { yes: 'Ja', no: 'Nej', unknown: 'Inte känt' },
  urgency: { urgent: 'Brådskande', today: 'I dag', normal: 'Inte brådskande' },
  priority75: {
    label: 'Klienten har fyllt 75 år eller får det högsta vårdbidraget',
    short: '75+ eller högsta vårdbidraget',
  },
  basis: {
    consent: 'Klienten samtycker: kontakt för bedömning av stödbehovet (SVL 35 §)',
    'no-consent': 'Samtycke fås inte: anmälan utan dröjsmål, trots sekretessen (SVL 35 §)',
  },
  grounds: {
    'does-not-cope': 'Klarar inte mat, mediciner eller hygien med nuvarande service',
    housing: 'Boendet är bristfälligt',
    'own-affairs': 'Kan inte sköta sina egna ärenden',
    'cannot-seek': 'Kan inte eller förmår inte söka service',
    maltreatment: 'Vanvård eller övergrepp, eller misstanke om det',
    substances: 'Rusmedel äventyrar hälsan',
    'own-safety': 'Äventyrar sin egen säkerhet',
    aids: 'Uppenbart behov av hjälpmedel',
  },
  outcome: {
    guidance: 'Handledning',
    grant: 'Tillfällig service',
    assessment: 'Bedömning av servicebehovet',
    concern: 'Orosanmälan',
    redirect: 'Hänvisad vidare',
    callback: 'Uppringd',
  },
  purged: 'Texterna och personuppgifterna har raderats efter den utsatta tiden.',
  refusal: {
    'no-such-case': 'Frågan hittas inte. Kontrollera koden eller ställ en ny fråga.',
    purged: 'Frågans uppgifter har redan raderats efter den utsatta tiden. Ställ en ny fråga.',
    'not-the-asker': 'Bara den som frågat kan göra detta. Gäller saken dig, ställ en ny fråga.',
    'no-role': (region) => `Detta hör till klienthandledarna (${region}). Be din förman om rollen.`,
    'other-region': (region) =>
      `Frågan hör till ett annat område (${region}). Du kan ta över den genom att ange orsaken.`,
    'held-by-another': (holder, when) => `${holder} tog hand om detta ${when}. Fortsätt med hen.`,
    'claim-first': 'Ingen sköter detta ännu. Ta först hand om det.',
    'wrong-time': {
      waiting: 'Detta går inte medan frågan väntar på handläggare. Kortet är nu uppdaterat.',
      claimed: 'Detta går inte medan frågan handläggs. Kortet är nu uppdaterat.',
      'asked-back': 'Detta går inte medan vi väntar på mer uppgifter. Kortet är nu uppdaterat.',
      answered: 'Frågan är redan besvarad. Kortet är nu uppdaterat.',
      closed: 'Frågan är avslutad. Öppna den på nytt vid behov.',
      withdrawn: 'Frågan är återtagen. Ställ en ny fråga vid behov.',
    },
    'changed-since': (said) =>
      `Den som frågade hann tillägga: ”${said}”. Kontrollera din text och skicka den sedan.`,
    'empty-text': 'Texten saknas. Skriv den och skicka på nytt.',
    'too-long': (most, length) =>
      `Texten är för lång: ${length} tecken, högst ${most}. Förkorta och skicka på nytt.`,
    'unknown-choice': {
      service: 'Välj servicen i listan.',
      category: 'Välj vilken service bedömningen gäller.',
      redirect: 'Välj i listan vart ärendet hänvisas.',
      region: 'Välj orten i listan så att vi vet området.',
      outcome: 'Denna anteckning finns inte längre. Se kortets läge och välj på nytt.',
      topic: 'Välj vad saken gäller.',
      person: 'Välj personen i listan.',
    },
    'same-region': (region) => `Frågan är redan här: ${region}. Välj ett annat område.`,
    'no-callback': 'Ingen återuppringning har begärts. Svara skriftligt.',
    'record-first': 'Anteckna först orosanmälan i klientdatasystemet och ange referensen här.',
    'not-advisor-there': (person, region) =>
      `${person} är inte handledare här (${region}). Välj en annan handledare.`,
    'no-outcome': 'Svara, bevilja service eller hänvisa vidare innan du avslutar.',
    'wrong-dates': {
      'not-a-day': 'Datumet saknas eller är fel. Välj det i kalendern.',
      'ends-before-it-starts': 'Servicen slutar innan den börjar. Kontrollera dagarna.',
    },
    'over-limit': {
      days: (service, most) => `${service}: högst ${most} dagar. Förkorta perioden.`,
      amount: (service, most, unit) => `${service} (${unit}): 1–${most}. Kontrollera mängden.`,
    },
    'only-when-open': 'Detta kan beviljas bara när linjen är öppen.',
    missing: {
      grounds: 'Välj minst en grund.',
      observed: 'Skriv vad du har lagt märke till.',
      whyNoConsent: 'Skriv varför samtycke inte fås.',
      client: 'Skriv klientens namn så att vi vet vem det gäller.',
    },
  },
};
