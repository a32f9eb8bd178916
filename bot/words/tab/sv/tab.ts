/** The tab's words in Swedish. */

import { svCommon } from '../../bot/sv/common.ts';
import type { TabTexts } from '../fi/tab.ts';
import { dutySv } from './duty.ts';
import { nowSv } from './now.ts';
import { settingsSv } from './settings.ts';

export const tabSv: TabTexts = {
  language: 'sv',
  page: 'Myndighetslinjen',
  loading: 'Hämtar uppgifter',
  table: (what) => `Tabell: ${what}`,
  skip: 'Gå till innehållet',
  pages: {
    label: 'Sidor',
    start: 'Början',
    tallies: 'Statistik',
    instructions: 'Anvisningar',
    recording: 'Anteckna',
  },
  refresh: 'Uppdatera',
  tryAgain: 'Försök igen',
  updated: (time) => `Uppgifterna är från ${time}`,
  you: {
    supervisor: 'Chef',
    advisor: 'Klienthandledare',
    employee: 'Anställd',
  },
  month: {
    heading: (month) => `Kontakter, ${month}`,
    county: 'Hela välfärdsområdet',
    total: (count) => (count === 1 ? 'kontakt' : 'kontakter'),
    byRegion: 'Kontakter per område',
    region: 'Område',
    contacts: 'Antal kontakter',
    none: 'Inga kontakter ännu den här månaden.',
    few: 'Antalet för hela området visas inte: enskilda kontakter kunde gå att sluta sig till.',
  },
  status: {
    waiting: 'Väntar på handläggare',
    claimed: 'Under behandling',
    'asked-back': 'Väntar på mer uppgifter',
    answered: 'Besvarad',
    closed: 'Avslutad',
    withdrawn: 'Tillbakadragen',
  },
  urgency: svCommon.urgency,
  now: nowSv,
  duty: dutySv,
  settings: settingsSv,
  employee: {
    heading: 'Fråga klienthandledarna',
    text: 'Öppna chatten och skriv frågan med egna ord. Svaret kommer i samma chatt.',
    openChat: 'Chatten finns bredvid den här sidan, på fliken Chatt.',
  },
  outside: {
    heading: 'Den här sidan fungerar i Teams',
    text: 'Öppna Teams, välj myndighetslinjen bland apparna och där den här fliken. Inloggningen sker via Teams.',
  },
  failed: {
    heading: 'Uppgifterna kunde inte hämtas',
    'no-token':
      'Teams gav ingen inloggning. Stäng fliken och öppna den igen. Om det inte hjälper, be IT-stödet godkänna appen.',
    'not-signed-in': 'Din inloggning har gått ut. Stäng fliken och öppna den igen.',
    guest: 'Linjen är bara för välfärdsområdets egna anställda. Den kan inte användas med gästkonto.',
    'too-many-requests': 'Förfrågningarna kom för tätt. Vänta en stund och försök igen.',
    offline: 'Servern kan inte nås. Kontrollera nätförbindelsen och försök igen.',
    'not-allowed': 'Du har inte rätt till det här. Be din chef om en roll.',
    'not-found': 'Det här hittas inte. Kontrollera uppgiften och försök igen.',
    'not-now': 'Läget har hunnit ändras. Uppdatera sidan och försök igen.',
    'bad-input': 'Det finns ett fel i uppgifterna. Kontrollera dem och försök igen.',
    broken: 'Tjänsten har en störning. Frågorna är sparade. Försök igen om en stund.',
  },
};
