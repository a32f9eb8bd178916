/** The arrows of the house: a folder imports itself and what its line names, nothing else. */

/** Node's own modules. */
const node = 'node';

/** `folder/*` means the files that lie in the folder itself. */
const arrows = {
  'bot/*': ['bot', 'pino', 'zod', node],
  'bot/domain': ['temporal-polyfill'],
  'bot/desk': ['bot/domain'],
  'bot/cards': ['bot/domain'],
  'bot/counties': ['bot/domain', 'zod', node],
  'bot/store': ['bot/domain', 'bot/desk', '@azure/data-tables', '@azure/identity', 'zod', node],
  'bot/teams': ['bot/domain', 'bot/desk', 'bot/cards', 'botbuilder', 'botframework-connector', 'zod', node],
  'bot/directory': ['bot/domain', 'bot/desk', '@microsoft/teamsfx', 'zod', node],
  'bot/http': ['bot/domain', 'bot/desk', 'restify', 'jose', 'csv-parse', 'write-excel-file', 'zod', node],
  'bot/operator': ['bot', 'fflate', 'zod', node],
  'bot/local': ['bot', 'adaptivecards', 'azurite', 'jose', 'zod', 'vite', node],
  manifest: ['bot/domain', 'bot/counties', '@microsoft/app-manifest', 'fflate', 'zod', node],
  'tab/*': ['vite', '@vitejs/plugin-react'],
  'tab/src': [
    'bot/domain',
    'react',
    'react-dom',
    'diff',
    'react-markdown',
    'remark-gfm',
    '@microsoft/teams-js',
    '@fluentui/[^/]+',
  ],
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
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only tests import tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    { name: 'nobody imports the start', severity: 'error', from: {}, to: { path: '^bot/index\\.ts$' } },
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
