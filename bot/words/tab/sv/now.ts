/** The words of the tab's page of this moment, in Swedish. */
import type { NowTexts } from '../fi/now.ts';

export const nowSv: NowTexts = {
  title: 'Just nu',
  regions: 'Område',
  allRegions: 'Alla områden',
  stale: (when) => `Nya uppgifter kan inte hämtas just nu. Du ser läget ${when}.`,
  figures: {
    label: 'Läget i siffror',
    unclaimed: 'Väntar på handläggare',
    soon: 'Tiden går snart ut',
    late: 'Försenade',
    undelivered: 'Inte framme',
    running: 'Tjänster i kraft',
  },
  open: {
    heading: 'Öppna frågor',
    none: 'Inga öppna frågor. Nya kommer till områdets kanal.',
    waitingSince: (when) => `Har väntat sedan ${when}`,
    answerBy: (when) => `Svar senast ${when}`,
    holder: (name) => `${name} sköter ärendet`,
    late: 'Försenad',
    soon: 'Tiden går snart ut',
  },
  thread: (id) => `Öppna i Teams: fråga ${id}`,
  threadShort: 'Öppna i Teams',
  undelivered: {
    heading: 'Inte framme',
    none: 'Alla meddelanden har kommit fram.',
    to: {
      'asker-card': (asker) =>
        `Frågeställarens kort (${asker}). Ring frågeställaren om det inte kommer fram.`,
      asker: (asker) => `Avisering till frågeställaren (${asker})`,
      advisors: () => 'Avisering till områdets klienthandledare',
      neighbours: () => 'Avisering till grannområdet',
      supervisors: () => 'Avisering till cheferna',
      holder: () => 'Avisering till den som sköter ärendet',
    },
    resend: 'Skicka på nytt',
    resendOf: (id) => `Skicka på nytt: fråga ${id}`,
    resent: (id) => `Aviseringarna för frågan ${id} skickas på nytt.`,
  },
  running: {
    heading: 'Tillfälliga tjänster i kraft i dag',
    none: 'Inga tillfälliga tjänster i kraft.',
    service: 'Tjänst',
    amount: 'Mängd',
    when: 'I kraft',
    region: 'Område',
    case: 'Fråga',
  },
};
