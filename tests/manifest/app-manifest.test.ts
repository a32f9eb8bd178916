import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { commandWord } from '../../bot/cards/wording/command-word.ts';
import { languages } from '../../bot/domain/county.ts';
import { instructionPath, teamsLink } from '../../bot/domain/instructions/citing.ts';
import { instructionId } from '../../bot/domain/names.ts';
import { isForChannels } from '../../bot/teams/messages/channel-messages.ts';
import { appManifest, type Manifest } from '../../manifest/app-manifest.ts';
import { manifestFaults } from '../../manifest/app-package.ts';
import { enTexts } from '../../manifest/texts-en.ts';
import { fiTexts } from '../../manifest/texts-fi.ts';
import { svTexts } from '../../manifest/texts-sv.ts';
import { kymenlaakso, lansiUusimaa, pohjoisSavo, saarimaa } from '../support/counties.ts';
import { anApp } from './an-app.ts';

const texts = { fi: fiTexts, sv: svTexts, en: enTexts };
const manifest = appManifest(anApp);
const only = <Item>(list: readonly Item[] | undefined): Item => {
  assert.equal(list?.length, 1);
  return list[0] as Item;
};
const bot = only(manifest.bots);
const commandsOf = ({ bots }: Manifest, scope: 'personal' | 'team') =>
  only(only(bots).commandLists?.filter(({ scopes }) => scopes.includes(scope))).commands;

describe('The manifest of the Teams app', () => {
  it('fits Microsoft’s schema in every language and for every county', async () => {
    for (const county of [pohjoisSavo, kymenlaakso, lansiUusimaa, saarimaa])
      assert.deepEqual(await manifestFaults({ ...anApp, county }), [], county.id);
  });

  it('declares the schema that it is checked against', () => {
    assert.ok(manifest.$schema?.includes(`/teams/v${manifest.manifestVersion}/`));
    assert.match(manifest.manifestVersion, /^1\.\d+$/, 'a preview is refused by organisations’ catalogues');
  });

  it('is filled from the settings', () => {
    const { settings, version } = anApp;
    assert.equal(manifest.id, settings.TEAMS_APP_ID);
    assert.equal(manifest.version, version);
    assert.equal(bot.botId, settings.BOT_ID);
    assert.equal(only(manifest.composeExtensions).botId, settings.BOT_ID);
    assert.deepEqual(Object.values(manifest.developer), [
      settings.DEVELOPER_NAME,
      settings.DEVELOPER_URL,
      settings.PRIVACY_URL,
      settings.TERMS_URL,
    ]);
  });

  it('names the host and the app that the tab signs in to, with the port if there is one', () => {
    const at = (PUBLIC_URL: string) => appManifest({ ...anApp, settings: { ...anApp.settings, PUBLIC_URL } });
    const { validDomains, webApplicationInfo, staticTabs } = at('https://line.example:8443');
    assert.deepEqual(validDomains, ['line.example:8443']);
    assert.deepEqual(webApplicationInfo, {
      id: anApp.settings.TAB_CLIENT_ID,
      resource: `api://line.example:8443/${anApp.settings.TAB_CLIENT_ID}`,
    });
    assert.equal(only(staticTabs).contentUrl, 'https://line.example:8443/tab/');
  });
});

describe('The app’s name', () => {
  const named = (fi: string, sv = 'Linjen', en = 'The line') =>
    appManifest({ ...anApp, county: { ...anApp.county, lineName: { fi, sv, en } } }).name;

  it('is what the county calls its line', () => {
    assert.deepEqual(named('Neuvontalinja'), { short: 'Neuvontalinja', full: 'Neuvontalinja – Alue' });
    assert.equal(named('N'.repeat(30)).short, 'N'.repeat(30));
  });

  it('is the same thing in every language: the product’s, when one of them is too long for Teams', () => {
    assert.equal(named('N'.repeat(31)).short, 'Viranomaislinja');
    assert.equal(named('Neuvontalinja', 'R'.repeat(31)).short, 'Viranomaislinja');
    assert.equal(named('N'.repeat(31)).full, `${'N'.repeat(31)} – Alue`);
  });
});

describe('The app’s bot', () => {
  it('serves personal chats and teams, no group chats', () => {
    assert.deepEqual(bot.scopes, ['personal', 'team']);
    assert.deepEqual(
      bot.commandLists?.flatMap(({ scopes }) => scopes),
      ['personal', 'team'],
    );
    assert.equal(JSON.stringify(manifest).includes('groupChat'), false);
  });

  for (const language of languages) {
    it(`understands every command of its menus as it stands there (${language})`, () => {
      const said = appManifest(anApp, language);
      for (const [word, { title }] of Object.entries(texts[language].commands))
        assert.deepEqual(commandWord(title), { command: word }, title);
      const titles = Object.values(texts[language].commands).map(({ title }) => title);
      for (const { title } of [...commandsOf(said, 'personal'), ...commandsOf(said, 'team')])
        assert.ok(titles.includes(title), title);
    });
  }

  it('offers in a channel all that it hears there, and nothing else', () => {
    const offered = commandsOf(manifest, 'team').map(({ title }) => commandWord(title)?.command ?? title);
    // a case's id is no command of a menu
    assert.deepEqual(new Set([...offered, 'case']), isForChannels);
  });

  it('offers in the chat every command but thanks', () => {
    const offered = commandsOf(manifest, 'personal').map(({ title }) => commandWord(title)?.command);
    assert.deepEqual(offered, Object.keys(fiTexts.commands));
  });
});

describe('The app’s tab', () => {
  const tab = only(manifest.staticTabs);

  it('has the entity id that the links in chats and channels open', () => {
    const link = new URL(
      teamsLink(
        { appId: anApp.settings.TEAMS_APP_ID, tab: tab.entityId },
        instructionPath({ id: instructionId('a') }),
      ),
    );
    assert.deepEqual(link.pathname.split('/').slice(1), ['l', 'entity', manifest.id, 'line']);
  });

  it('is one tab for the person and for channels, without a page to configure it', () => {
    assert.deepEqual(tab.scopes, ['personal', 'team']);
    assert.deepEqual(tab.context, ['personalTab', 'channelTab']);
    assert.equal(manifest.configurableTabs, undefined);
  });
});

describe('The app’s extension', () => {
  const { commands = [] } = only(manifest.composeExtensions);

  it('sends a message to the line from the message’s menu', () => {
    const action = only(commands.filter(({ type }) => type === 'action'));
    assert.deepEqual([action.id, action.context, action.fetchTask], ['sendToLine', ['message'], true]);
  });

  it('searches cases and instructions by the parameter that the bot reads', () => {
    const searches = commands.filter(({ type }) => type === 'query');
    assert.deepEqual(
      searches.map(({ id, parameters = [] }) => [id, parameters.map(({ name }) => name)]),
      [
        ['searchCases', ['query']],
        ['searchInstructions', ['query']],
      ],
    );
  });
});

describe('The app’s rights', () => {
  it('need nobody’s consent to read a team or a channel', () => {
    assert.equal(manifest.authorization, undefined);
    assert.equal(manifest.devicePermissions, undefined);
  });

  // what the bot connector gives any bot that is in the team or the chat, without resource-specific consent
  const free = [
    'createConversation',
    'deleteActivity',
    'fetchChannelList',
    'getConversationMember',
    'getConversationPagedMembers',
    'sendToConversation',
    'updateActivity',
  ];

  it('are enough for everything that the bot asks of Teams', () => {
    const folder = new URL('../../bot/teams/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const calls = sources.flatMap((source) =>
      [...source.matchAll(/\b(?:connector\.conversations|teams\.teams)\.(\w+)\(/g)].map(([, call]) => call),
    );
    assert.deepEqual([...new Set(calls)].sort(), free);
    assert.deepEqual(
      sources.filter((source) => source.includes('graph.microsoft.com')),
      [],
    );
  });

  it('let the app into private and shared channels', () => {
    assert.equal(manifest.supportsChannelFeatures, 'tier1');
  });
});
