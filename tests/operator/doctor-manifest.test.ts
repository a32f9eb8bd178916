/** Doctor on the Teams app's package. */
import { type Break, describeBreaks, other } from './doctor-breaks.ts';

const manifest: readonly Break[] = [
  {
    check: 'manifest',
    what: 'the package is of another app',
    wish: {
      bend: (one) => {
        one.id = other;
      },
    },
    says: /^id is b0.*TEAMS_APP_ID says a0/,
    remedy: /npm run package/,
  },
  {
    check: 'manifest',
    what: 'the package names another bot',
    wish: {
      bend: (one) => {
        one.bots[0].botId = other;
      },
    },
    says: /^bots\.botId is b0.*BOT_ID says/,
    remedy: /upload it/,
  },
  {
    check: 'manifest',
    what: 'the package has no bot',
    wish: {
      bend: (one) => {
        one.bots = [];
      },
    },
    says: /^bots\.botId is missing/,
  },
  {
    check: 'manifest',
    what: 'the extension is another bot’s',
    wish: {
      bend: (one) => {
        one.composeExtensions[0].botId = other;
      },
    },
    says: /^composeExtensions\.botId/,
  },
  {
    check: 'manifest',
    what: 'the tab is elsewhere',
    wish: {
      bend: (one) => {
        one.staticTabs[0].contentUrl = 'https://old.example/tab/';
      },
    },
    says: /^contentUrl .* is https:\/\/old\.example/,
    remedy: /./,
  },
  {
    check: 'manifest',
    what: 'the tab has another entity id',
    wish: {
      bend: (one) => {
        one.staticTabs[0].entityId = 'tab1';
      },
    },
    says: /^contentUrl of the tab “line” is missing/,
  },
  {
    check: 'manifest',
    what: 'the tab signs in to another app',
    wish: {
      bend: (one) => {
        one.webApplicationInfo.id = other;
      },
    },
    says: /^webApplicationInfo\.id is b0.*TAB_CLIENT_ID/,
  },
  {
    check: 'manifest',
    what: 'the tab signs in by another host',
    wish: {
      bend: (one) => {
        one.webApplicationInfo.resource = `api://old.example/${other}`;
      },
    },
    says: /^webApplicationInfo\.resource is api:\/\/old/,
  },
  {
    check: 'manifest',
    what: 'the host is not among the domains',
    wish: {
      bend: (one) => {
        one.validDomains = ['old.example'];
      },
    },
    says: /^validDomains is old\.example/,
  },
  {
    check: 'manifest',
    what: 'the package is of an older version',
    state: 'warning',
    wish: {
      bend: (one) => {
        one.version = '1.3.9';
      },
    },
    says: /of version 1\.3\.9, this code of 1\.4\.0/,
    remedy: /greater version/,
  },
  {
    check: 'manifest',
    what: 'the package is not there',
    wish: { packageFile: '/nowhere.zip' },
    says: /ENOENT/,
    remedy: /npm run package/,
  },
  {
    check: 'manifest',
    what: 'the package is no zip',
    wish: { packageFile: 'package.json' },
    says: /not the package of a Teams app/,
  },
];

describeBreaks('the package', manifest);
