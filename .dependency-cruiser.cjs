/** The arrows of the house. A folder may import itself and what its line names; nothing else. */
/** Node's own modules. */
const node = 'node';
const arrows = {
  'bot/domain': ['temporal-polyfill'],
  'bot/desk': ['bot/domain'],
  'bot/cards': ['bot/domain'],
  'bot/counties': ['bot/domain', 'zod', node],
  'bot/store': ['bot/domain', 'bot/desk', '@azure/data-tables', '@azure/identity', 'zod', node],
  'bot/teams': ['bot/domain', 'bot/desk', 'bot/cards', 'botbuilder', 'botframework-connector', 'zod', node],
  'bot/directory': ['bot/domain', 'bot/desk', '@microsoft/teamsfx', 'zod', node],
  'bot/http': ['bot/domain', 'bot/desk', 'restify', 'jose', 'zod', node],
  'bot/local': ['bot', 'adaptivecards', 'azurite', 'jose', 'zod', 'vite', node],
  'tab/src': ['bot/domain', 'react', 'react-dom', '@microsoft/teams-js', '@fluentui/[^/]+'],
};

const place = (name) => (/^(bot|tab)\b/.test(name) ? `^${name}/` : `^node_modules/(@types/)?${name}/`);

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([from, to]) => ({
      name: `${from} imports only ${['itself', ...to].join(', ')}`,
      severity: 'error',
      from: { path: `^${from}/` },
      to: {
        pathNot: [from, ...to].map(place),
        ...(to.includes(node) && { dependencyTypesNot: ['core'] }),
      },
    })),
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'only tests import tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
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
