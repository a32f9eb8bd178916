/** The arrows of the house: a folder imports itself and what its line names, nothing else. */

/** Node's own modules. */
const node = 'node';

/** `folder/*` means the files that lie in the folder itself. */
const arrows = {
  'bot/*': ['bot', 'pino', 'zod', node],
  'bot/domain': ['temporal-polyfill'],
  'bot/words': ['bot/domain'],
  'bot/desk': ['bot/domain', 'bot/words'],
  'bot/cards': ['bot/domain', 'bot/words'],
  'bot/counties': ['bot/domain', 'zod', node],
  'bot/store': ['bot/domain', 'bot/desk', '@azure/data-tables', '@azure/identity', 'zod', node],
  'bot/teams': [
    'bot/domain',
    'bot/words',
    'bot/desk',
    'bot/cards',
    'botbuilder',
    'botframework-connector',
    'zod',
    node,
  ],
  'bot/directory': ['bot/domain', 'bot/desk', '@microsoft/teamsfx', 'zod', node],
  'bot/http': [
    'bot/domain',
    'bot/words',
    'bot/desk',
    'restify',
    'jose',
    'csv-parse',
    'write-excel-file',
    'zod',
    node,
  ],
  'bot/operator': ['bot', 'fflate', 'zod', node],
  'bot/local': ['bot', 'adaptivecards', 'azurite', 'jose', 'zod', 'vite', node],
  manifest: [
    'bot/domain',
    'bot/words',
    'bot/counties',
    '@microsoft/app-manifest',
    'ajv',
    'ajv-draft-04',
    'ajv-formats',
    'fflate',
    'zod',
    node,
  ],
  'tab/*': ['vite', '@vitejs/plugin-react'],
  'tab/src': [
    'bot/domain',
    'bot/words',
    'react',
    'react-dom',
    'diff',
    'react-markdown',
    'remark-gfm',
    '@microsoft/teams-js',
    '@fluentui/[^/]+',
  ],
};

/** Within a room: which of its own folders a folder may import. One that has no line here is bound by the circles alone. */
const within = {
  'bot/teams': {
    client: [],
    inbound: ['client'],
    showing: ['client', 'inbound'],
    messages: ['client', 'inbound', 'showing'],
    actions: ['client', 'inbound', 'showing', 'messages'],
    extension: ['client', 'inbound'],
  },
  'bot/local': {
    service: [],
    people: ['service'],
    page: ['service', 'people'],
  },
  'bot/words': { bot: [], tab: ['bot'] },
};

const ours = (name) => (name.endsWith('/*') ? `^${name.slice(0, -1)}[^/]+$` : `^${name}/`);
const place = (name) =>
  /^(bot|manifest|tab)\b/.test(name) ? ours(name) : `^node_modules/(@types/)?${name}/`;

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([from, to]) => ({
      name: `${from} imports only ${['itself', ...to].join(', ')}`,
      severity: 'error',
      from: { path: ours(from) },
      to: {
        pathNot: [from, ...to].map(place),
        ...(to.includes(node) && { dependencyTypesNot: ['core'] }),
      },
    })),
    ...Object.entries(within).flatMap(([room, folders]) =>
      Object.entries(folders).map(([folder, others]) => ({
        name: `${room}/${folder} imports of ${room} only ${['itself', ...others].join(', ')}`,
        severity: 'error',
        from: { path: `^${room}/${folder}/` },
        to: { path: `^${room}/.+/`, pathNot: `^${room}/(${[folder, ...others].join('|')})/` },
      })),
    ),
    // a subject's folder may be asked by its neighbours, but no two folders lean on each other
    {
      name: 'no circles between folders',
      scope: 'folder',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only tests import tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    { name: 'nobody imports the start', severity: 'error', from: {}, to: { path: '^bot/index\\.ts$' } },
    {
      name: 'only tests and bot/store/memory itself import bot/store/memory',
      severity: 'error',
      from: { pathNot: '^(bot/store/memory|tests)/' },
      to: { path: '^bot/store/memory/' },
    },
    {
      name: 'the stand-in Teams stays out of the product',
      severity: 'error',
      from: { pathNot: '^(bot/local|tests)/' },
      to: { path: '^bot/local/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
