/** Builds the manifest of the Teams app: what Teams lets it do, where it shows, and what it is called. */
import type { TeamsManifestV1D30 } from '@microsoft/app-manifest';
import { type County, type Language, languages } from '../bot/domain/county.ts';
import { tabEntity } from '../bot/domain/instructions/citing.ts';
import type { CommandWord } from '../bot/words/bot/fi/common.ts';
import type { AppSettings } from './settings.ts';
import { enTexts } from './texts-en.ts';
import { type AppTexts, fiTexts } from './texts-fi.ts';
import { svTexts } from './texts-sv.ts';

export type Manifest = TeamsManifestV1D30.TeamsManifestV1D30;
type One<List extends 'staticTabs' | 'bots' | 'composeExtensions'> = NonNullable<Manifest[List]>[number];

/** One installation's app: whose it is, and which version of it. */
export type App = {
  readonly settings: AppSettings;
  readonly county: Pick<County, 'name' | 'lineName'>;
  /** Three numbers with dots between. */
  readonly version: string;
};

/**
 * 1.30 (August 2026) heads Microsoft's list of "all generally available versions", which may be sent to the store or
 * straight to an organisation's catalogue (learn.microsoft.com/microsoft-365/extensibility/schema). The newest thing we
 * use, `supportsChannelFeatures`, came in 1.25: a tenant that refuses 1.30 is served by writing 1.25 here.
 */
const schemaVersion = '1.30';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}`;
export const manifestSchema = `${schemas}/MicrosoftTeams.schema.json`;
export const localisationSchema = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** The language of the manifest itself; the others lie beside it. Language alone, no country: it serves them all. */
export const firstLanguage = 'fi' satisfies Language;
export const otherLanguages = languages.filter((language) => language !== firstLanguage);
export const fileOf = (language: Language) => `${language}.json`;
export const icons = { color: 'color.png', outline: 'outline.png' } as const;

const texts: Readonly<Record<Language, AppTexts>> = { fi: fiTexts, sv: svTexts, en: enTexts };

/** What each may ask of the bot; in a channel it hears only some (`bot/teams/messages/channel-messages.ts`). */
const inChannels = [
  'my-cases',
  'record',
  'people',
  'channels',
  'setup',
] as const satisfies readonly CommandWord[];
const inChat = ['ask', 'concern', 'my-questions', 'help', 'menu', ...inChannels] as const;

/** The app's manifest with every string in `language`: its own, or one to take a translation's strings from. */
export function appManifest(app: App, language: Language = firstLanguage): Manifest {
  const said = texts[language];
  return {
    $schema: manifestSchema,
    manifestVersion: schemaVersion,
    version: app.version,
    id: app.settings.TEAMS_APP_ID,
    localizationInfo: {
      defaultLanguageTag: firstLanguage,
      additionalLanguages: otherLanguages.map((one) => ({ languageTag: one, file: fileOf(one) })),
    },
    developer: developerOf(app.settings),
    name: namesOf(app.county, language),
    description: { short: said.brief, full: said.full },
    icons,
    // the ground of color.svg
    accentColor: '#0F5B6E',
    ...partsOf(app.settings, said),
    ...rightsOf(app.settings),
  };
}

const developerOf = (settings: AppSettings): Manifest['developer'] => ({
  name: settings.DEVELOPER_NAME,
  websiteUrl: settings.DEVELOPER_URL,
  privacyUrl: settings.PRIVACY_URL,
  termsOfUseUrl: settings.TERMS_URL,
});

const shortNameRoom = 30;

/** What the county calls its line, if Teams has room for it in every language; the full name says whose line it is. */
function namesOf({ name, lineName }: App['county'], language: Language): Manifest['name'] {
  const fits = languages.every((one) => lineName[one].length <= shortNameRoom);
  return {
    short: fits ? lineName[language] : texts[language].name,
    full: `${lineName[language]} – ${name[language]}`,
  };
}

/** What people meet: the tab, the bot and the extension. */
function partsOf(settings: AppSettings, said: AppTexts): Partial<Manifest> {
  return {
    staticTabs: [tabOf(settings, said)],
    bots: [botOf(settings, said)],
    composeExtensions: [extensionOf(settings, said)],
    // most people ask; a supervisor adds the app to a team, and meets the bot there
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot' },
  };
}

/**
 * One static tab for both: since schema 1.16 a static tab can be pinned to a channel too, with no page to configure it
 * (learn.microsoft.com, "Migrate your configurable tab to static tab"). A channel shows only the first one, so there is
 * one. Its entity id is what deep links name.
 */
function tabOf(settings: AppSettings, said: AppTexts): One<'staticTabs'> {
  const address = `${settings.PUBLIC_URL}/tab/`;
  return {
    entityId: tabEntity,
    name: said.tab,
    contentUrl: address,
    websiteUrl: address,
    scopes: ['personal', 'team'],
    context: ['personalTab', 'channelTab'],
  };
}

/** No group chats: a case belongs to its asker's own chat and its region's channel. */
function botOf(settings: AppSettings, said: AppTexts): One<'bots'> {
  const listed = (words: readonly (keyof AppTexts['commands'])[]) => words.map((word) => said.commands[word]);
  return {
    botId: settings.BOT_ID,
    scopes: ['personal', 'team'],
    supportsFiles: false,
    isNotificationOnly: false,
    commandLists: [
      { scopes: ['personal'], commands: listed(inChat) },
      { scopes: ['team'], commands: listed(inChannels) },
    ],
  };
}

/** The ids and the parameter's name are what the bot is told by Teams: never translated, never changed. */
function extensionOf(settings: AppSettings, said: AppTexts): One<'composeExtensions'> {
  const search = (id: 'searchCases' | 'searchInstructions', hint: string) => ({
    id,
    type: 'query' as const,
    context: ['compose' as const, 'commandBox' as const],
    // what is open, or all instructions, before anything is typed
    initialRun: true,
    ...said[id],
    parameters: [{ name: 'query', inputType: 'text' as const, title: said.query.title, description: hint }],
  });
  return {
    botId: settings.BOT_ID,
    commands: [
      // the bot draws the dialog, filled in with the message
      { id: 'sendToLine', type: 'action', context: ['message'], fetchTask: true, ...said.sendToLine },
      search('searchCases', said.query.cases),
      search('searchInstructions', said.query.instructions),
    ],
  };
}

/**
 * What the app may do, and no more.
 *
 * There is no resource-specific consent (`authorization`): the bot hears a channel only where it is mentioned, and
 * everything it asks Teams for (posts, edits, a team's members and channels) goes through the bot connector, which a
 * bot in the team may use without. A test holds the bot to that.
 */
function rightsOf({ PUBLIC_URL, TAB_CLIENT_ID }: AppSettings): Partial<Manifest> {
  const { host } = new URL(PUBLIC_URL);
  return {
    // told to people when they add the app: it knows who they are (roles), and writes to them (the asker's card)
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
    // the tab's single sign-on; the server accepts tokens for this very resource (bot/http/tab-token.ts)
    webApplicationInfo: { id: TAB_CLIENT_ID, resource: `api://${host}/${TAB_CLIENT_ID}` },
    // private and shared channels, where the team's owner adds the app to the channel. It asks nothing of our code:
    // being in a channel grants nothing, no files are kept there, and people of other tenants are turned away
    supportsChannelFeatures: 'tier1',
  };
}
