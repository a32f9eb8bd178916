/** The directory against Graph's recorded answers, given by a server of our own. */
import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createDirectory,
  createGraphDirectory,
  entraToken,
  type GraphOptions,
  noDirectory,
} from '../../bot/directory/entra.ts';
import { personId } from '../../bot/domain/names.ts';

const niina = personId('5e9b1a52-6d1d-4b7e-8f5a-0f1de6a7c001');
const context =
  'https://graph.microsoft.com/v1.0/$metadata#users(jobTitle,department,businessPhones,mobilePhone)/$entity';
const whole = {
  '@odata.context': context,
  jobTitle: 'Sairaanhoitaja',
  department: 'Kotihoito, Kuopio',
  businessPhones: ['+358 17 000 000'],
  mobilePhone: '+358 50 000 0000',
};
const graphError = (code: string) => ({ error: { code, message: 'x', innerError: { 'request-id': 'y' } } });

type Reply = (response: ServerResponse) => void;
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    // not in one chain: restify, once loaded, makes every writeHead give nothing back
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

describe('the directory', () => {
  let graph: Server;
  let reply: Reply = json(200, whole);
  let asked: { readonly path: string; readonly authorization: string }[] = [];
  let logged: [string, unknown][] = [];
  let time = 0;

  before((done) => {
    graph = createServer((request, response) => {
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '' });
      reply(response);
    }).listen(0, '127.0.0.1', done);
  });
  after(() => {
    graph.closeAllConnections();
    graph.close();
  });
  beforeEach(() => {
    [asked, logged, time, reply] = [[], [], 1_000_000, json(200, whole)];
  });

  const directory = (options: Partial<GraphOptions> = {}) =>
    createGraphDirectory({
      graphUrl: `http://127.0.0.1:${(graph.address() as AddressInfo).port}/v1.0`,
      token: async () => 'token-1',
      log: (_level, event, facts) => logged.push([event, facts]),
      now: () => time,
      ...options,
    });

  it('tells title, unit and mobile phone, and asks for no more', async () => {
    const told = await directory().profileOf(niina);
    assert.deepEqual(told, { title: 'Sairaanhoitaja', unit: 'Kotihoito, Kuopio', phone: '+358 50 000 0000' });
    assert.deepEqual(asked, [
      {
        path: `/v1.0/users/${niina}?$select=jobTitle,department,businessPhones,mobilePhone`,
        authorization: 'Bearer token-1',
      },
    ]);
    assert.deepEqual(logged, []);
  });

  const answers: readonly (readonly [string, object, object])[] = [
    ['nothing filled in', { jobTitle: null, department: null, businessPhones: [], mobilePhone: null }, {}],
    ['blanks', { jobTitle: ' ', department: '', businessPhones: [' '], mobilePhone: ' ' }, {}],
    [
      'only a work phone',
      { ...whole, mobilePhone: null },
      { title: 'Sairaanhoitaja', unit: 'Kotihoito, Kuopio', phone: '+358 17 000 000' },
    ],
    ['a field fewer', { jobTitle: 'Lääkäri' }, { title: 'Lääkäri' }],
    ['an endless title', { jobTitle: 'x'.repeat(5000) }, { title: 'x'.repeat(100) }],
  ];
  for (const [what, body, expected] of answers) {
    it(`makes the best of ${what}`, async () => {
      reply = json(200, body);
      assert.deepEqual(await directory().profileOf(niina), expected);
    });
  }

  it('asks once about a person, until what it knows has aged', async () => {
    const one = directory();
    await one.profileOf(niina);
    await one.profileOf(niina);
    assert.equal(asked.length, 1);
    time += 12 * 3_600_000;
    await one.profileOf(niina);
    assert.equal(asked.length, 2);
  });

  it('remembers so many people and no more, the oldest giving way', async () => {
    const one = directory({ most: 2 });
    const ask = (...people: string[]) => Promise.all(people.map((id) => one.profileOf(personId(id))));
    await ask('a');
    await ask('b');
    await ask('c');
    asked = [];
    await ask('b', 'c');
    assert.equal(asked.length, 0);
    await ask('a');
    assert.equal(asked.length, 1);
  });

  it('knows nobody where there is nobody, and does not ask at once again', async () => {
    reply = json(404, graphError('Request_ResourceNotFound'));
    const one = directory();
    assert.equal(await one.profileOf(niina), undefined);
    await one.profileOf(niina);
    assert.equal(asked.length, 1);
    assert.deepEqual(logged, []);
    time += 600_000;
    reply = json(200, whole);
    assert.equal((await one.profileOf(niina))?.title, 'Sairaanhoitaja');
  });

  it('does not let an id wander off to another address', async () => {
    await directory().profileOf(personId('../groups?x=1#'));
    assert.equal(asked[0]?.path.startsWith('/v1.0/users/..%2Fgroups%3Fx%3D1%23?'), true);
  });

  const failures: readonly (readonly [string, Reply, object, number])[] = [
    [
      'a missing permission',
      json(403, graphError('Authorization_RequestDenied')),
      { kind: 'refused', status: 403 },
      600_000,
    ],
    [
      'a refused token',
      json(401, graphError('InvalidAuthenticationToken')),
      { kind: 'refused', status: 401 },
      600_000,
    ],
    [
      'a limit',
      json(429, graphError('TooManyRequests'), { 'Retry-After': '90' }),
      { kind: 'refused', status: 429 },
      90_000,
    ],
    [
      'a limit without end',
      json(429, graphError('x'), { 'Retry-After': '99999' }),
      { kind: 'refused', status: 429 },
      600_000,
    ],
    [
      'a limit of no number',
      json(429, graphError('x'), { 'Retry-After': 'soon' }),
      { kind: 'refused', status: 429 },
      30_000,
    ],
    ['an outage', json(503, graphError('serviceUnavailable')), { kind: 'refused', status: 503 }, 30_000],
    ['what is no JSON', (response) => response.end('<html>'), { kind: 'malformed' }, 30_000],
    ['another shape', json(200, { jobTitle: 7 }), { kind: 'malformed' }, 30_000],
    ['null', json(200, null), { kind: 'malformed' }, 30_000],
    ['a broken connection', (response) => response.destroy(), { kind: 'unreachable' }, 30_000],
  ];
  for (const [what, given, facts, peaceMs] of failures) {
    it(`tells nothing after ${what}, leaves Graph in peace for ${peaceMs / 1000} s, and tries again`, async () => {
      reply = given;
      const one = directory();
      assert.equal(await one.profileOf(niina), undefined);
      assert.deepEqual(logged, [['the directory did not tell', facts]]);
      reply = json(200, whole);
      time += peaceMs - 1;
      assert.equal(await one.profileOf(niina), undefined);
      assert.equal(asked.length, 1);
      time += 1;
      assert.equal((await one.profileOf(niina))?.title, 'Sairaanhoitaja');
    });
  }

  it('gives up on an answer that does not come', async () => {
    reply = () => undefined;
    assert.equal(await directory({ patienceMs: 30 }).profileOf(niina), undefined);
    assert.deepEqual(logged, [['the directory did not tell', { kind: 'too-slow' }]]);
  });

  it('gives up on an answer that never ends', async () => {
    reply = (response) => response.write('{"jobTitle":');
    assert.equal(await directory({ patienceMs: 30 }).profileOf(niina), undefined);
  });

  it('gives up on a token that does not come', async () => {
    const one = directory({ patienceMs: 30, token: () => new Promise(() => undefined) });
    assert.equal(await one.profileOf(niina), undefined);
    assert.equal(asked.length, 0);
  });

  it('asks nothing without a token', async () => {
    assert.equal(await directory({ token: async () => undefined }).profileOf(niina), undefined);
    assert.deepEqual([asked.length, logged], [0, [['the directory did not tell', { kind: 'no-token' }]]]);
  });

  it('does not swallow what is no failure of the directory', async () => {
    const broken = directory({ token: () => Promise.reject(new RangeError('a fault of ours')) });
    await assert.rejects(broken.profileOf(niina), RangeError);
  });

  it('logs no id, name or phone', async () => {
    reply = json(403, graphError('Authorization_RequestDenied'));
    await directory().profileOf(niina);
    assert.ok(!JSON.stringify(logged).includes(niina));
  });
});

describe('a directory that is not configured', () => {
  it('is none, and knows nobody', async () => {
    const log = () => assert.fail('it has nothing to log');
    assert.equal(createDirectory({ tenantId: 't', log }), noDirectory);
    assert.equal(createDirectory({ tenantId: 't', clientId: 'c', log }), noDirectory);
    assert.equal(await noDirectory.profileOf(niina), undefined);
  });
});

describe('the application’s token', () => {
  it('is none when Entra can’t be reached: the credential’s failure is an everyday no', async () => {
    const id = '11111111-1111-4111-8111-111111111111';
    // port 9 discards; nothing listens there
    const token = entraToken({
      authorityHost: 'https://127.0.0.1:9',
      tenantId: id,
      clientId: id,
      clientSecret: 'x',
    });
    assert.equal(await token(), undefined);
  });
});
