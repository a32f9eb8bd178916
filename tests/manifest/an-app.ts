/** An app to make a manifest of, and settings that are enough for it. */
import type { App } from '../../manifest/app-manifest.ts';
import type { AppSettings } from '../../manifest/settings.ts';

const guid = (digit: number) => `${String(digit).repeat(8)}-2222-4333-8444-555555555555`;

export const enough: AppSettings = {
  TEAMS_APP_ID: guid(1),
  BOT_ID: guid(2),
  TAB_CLIENT_ID: guid(3),
  PUBLIC_URL: 'https://line.example',
  DEVELOPER_NAME: 'A county of wellbeing services',
  DEVELOPER_URL: 'https://county.example/line',
  PRIVACY_URL: 'https://county.example/privacy',
  TERMS_URL: 'https://county.example/terms',
};

export const anApp: App = {
  settings: enough,
  county: {
    name: { fi: 'Alue', sv: 'Området', en: 'The county' },
    lineName: { fi: 'Neuvontalinja', sv: 'Rådgivningen', en: 'The advice line' },
  },
  version: '1.2.3',
};
