/** How the tab asks the server, and what it makes of each answer. */
import assert from 'node:assert/strict';
import { month } from '../../bot/domain/names.ts';
import { languageOf, localFrames, themeOf } from '../../tab/src/kit/appearance.ts';
import { createServer } from '../../tab/src/kit/server.ts';
import { momentText, monthText } from '../../tab/src/kit/when.ts';
import { at } from '../support/cases.ts';

const token = async () => 'jwt-1';
const answering = (status: number, body: string) => async () => new Response(body, { status });
const asking = (get: typeof fetch) => createServer({ token, fetch: get }).read('/me');

describe('the tab’s question to the server', () => {
  it('carries the token that Teams gave, and gives the answer', async () => {
    const asked: unknown[] = [];
    const seen = await asking(async (...args) => {
      asked.push(args);
      return Response.json({ name: 'Ada' });
    });
    assert.deepEqual(seen, { state: 'ready', value: { name: 'Ada' } });
    assert.deepEqual(asked, [['/api/tab/me', { headers: { Authorization: 'Bearer jwt-1' } }]]);
  });

  const answers: readonly (readonly [string, number, string, string])[] = [
    ['is not signed in', 401, '{"error":{"code":"not-signed-in"}}', 'not-signed-in'],
    ['is a guest', 403, '{"error":{"code":"guest"}}', 'guest'],
    ['asks too fast', 429, '{"error":{"code":"too-many-requests"}}', 'too-many-requests'],
    ['meets a breakage', 500, '{"error":{"code":"broken"}}', 'broken'],
    ['meets a proxy’s page', 502, '<html>', 'broken'],
    ['gets what is no JSON', 200, '<html>', 'broken'],
    ['meets an error in another shape', 400, '{"error":"x"}', 'broken'],
    ['meets an empty error', 400, 'null', 'broken'],
    ['meets an unknown code', 400, '{"error":{"code":"heading"}}', 'broken'],
  ];
  for (const [what, status, body, failure] of answers) {
    it(`that ${what} fails as ${failure}`, async () => {
      assert.deepEqual(await asking(answering(status, body)), { state: 'failed', failure });
    });
  }

  it('that finds no way to the server is offline', async () => {
    const failed = await asking(() => Promise.reject(new TypeError('fetch failed')));
    assert.deepEqual(failed, { state: 'failed', failure: 'offline' });
  });

  it('is not sent without a token', async () => {
    const refused = () => Promise.reject(new Error('resourceRequiresConsent'));
    const never = () => assert.fail('it was sent');
    assert.deepEqual(await createServer({ token: refused, fetch: never }).read('/me'), {
      state: 'failed',
      failure: 'no-token',
    });
  });

  it('does not hide a fault of ours', async () => {
    await assert.rejects(
      asking(() => Promise.reject(new RangeError('ours'))),
      RangeError,
    );
  });
});

describe('a question that waits too long, comes again or is a deed', () => {
  it('is put once more with a new token, when the first had run out', async () => {
    const tokens = ['old', 'new'];
    const sent: unknown[] = [];
    const server = createServer({
      token: async () => tokens.shift() ?? 'none',
      fetch: async (_path, init) => {
        const Authorization = new Headers(init?.headers).get('Authorization');
        sent.push(Authorization);
        return Authorization === 'Bearer new'
          ? Response.json({ name: 'A' })
          : new Response('', { status: 401 });
      },
    });
    assert.deepEqual(await server.read('/me'), { state: 'ready', value: { name: 'A' } });
    assert.deepEqual(sent, ['Bearer old', 'Bearer new']);
  });

  it('is not put again with the token that was refused', async () => {
    let sent = 0;
    const failed = await asking(async () => {
      sent += 1;
      return Response.json({ error: { code: 'not-signed-in' } }, { status: 401 });
    });
    assert.deepEqual([failed, sent], [{ state: 'failed', failure: 'not-signed-in' }, 1]);
  });

  it('names what it has, and is told when that is still so', async () => {
    const answers = [
      Response.json({ n: 1 }, { headers: { ETag: '"a"' } }),
      new Response(undefined, { status: 304 }),
    ];
    const tags: unknown[] = [];
    const server = createServer({
      token,
      fetch: async (_path, init) => {
        tags.push(new Headers(init?.headers).get('If-None-Match'));
        return answers.shift() ?? assert.fail('asked too often');
      },
    });
    const first = await server.read('/now');
    assert.deepEqual(first, { state: 'ready', value: { n: 1 }, tag: '"a"' });
    assert.deepEqual(await server.read('/now', { tag: '"a"' }), { state: 'unchanged' });
    assert.deepEqual(tags, [null, '"a"']);
  });

  it('fails for nobody when nobody waits for it any more', async () => {
    const gone = new AbortController();
    const server = createServer({
      token,
      fetch: async () => {
        gone.abort();
        throw new DOMException('aborted', 'AbortError');
      },
    });
    assert.deepEqual(await server.read('/now', { signal: gone.signal }), { state: 'unchanged' });
  });

  it('hears what a deed is answered with, or its everyday no with the facts of it', async () => {
    const answers = [
      Response.json({ sound: 2 }),
      Response.json({ error: { code: 'not-csv', line: 3 } }, { status: 400 }),
    ];
    const server = createServer({
      token,
      fetch: async () => answers.shift() ?? assert.fail('asked too often'),
    });
    const deed = { method: 'POST', path: '/recording/imports/preview', body: {} } as const;
    assert.deepEqual(await server.hear(deed), { state: 'ready', value: { sound: 2 } });
    const no = { code: 'not-csv', line: 3 };
    assert.deepEqual(await server.hear(deed), { state: 'failed', failure: 'broken', no });
  });

  it('sends a deed with its body, and says whether it was done', async () => {
    const sent: unknown[] = [];
    const answers = [Response.json({}), Response.json({ error: { code: 'not-allowed' } }, { status: 403 })];
    const server = createServer({
      token,
      fetch: async (path, init) => {
        sent.push([path, init?.method, init?.body]);
        return answers.shift() ?? assert.fail('asked too often');
      },
    });
    assert.equal(await server.act({ method: 'PUT', path: '/x', body: { a: 1 } }), undefined);
    assert.deepEqual(await server.act({ method: 'DELETE', path: '/y' }), {
      state: 'failed',
      failure: 'not-allowed',
    });
    assert.deepEqual(sent, [
      ['/api/tab/x', 'PUT', '{"a":1}'],
      ['/api/tab/y', 'DELETE', undefined],
    ]);
  });

  it('hands a deed’s own no to its page, with the facts that mend it', async () => {
    const no = { code: 'changed-since', theirs: { n: 3 } };
    const fetch = async () => Response.json({ error: no }, { status: 409 });
    assert.deepEqual(await createServer({ token, fetch }).act({ method: 'POST', path: '/x' }), {
      state: 'failed',
      failure: 'not-now',
      no,
    });
  });

  it('brings a file under its name', async () => {
    const headers = { 'Content-Disposition': "attachment; filename*=UTF-8''K%C3%A4vij%C3%A4t.csv" };
    const server = createServer({ token, fetch: async () => new Response('a;b', { headers }) });
    const file = await server.file('/x');
    assert.ok('content' in file);
    assert.deepEqual([file.name, await file.content.text()], ['Kävijät.csv', 'a;b']);
  });
});

describe('Teams around the page', () => {
  it('sets the language; English for those we don’t speak', () => {
    const spoken = ['fi-FI', 'fi', 'sv-SE', 'SV', 'en-us', 'de-DE', '', undefined].map(languageOf);
    assert.deepEqual(spoken, ['fi', 'fi', 'sv', 'sv', 'en', 'en', 'en', 'en']);
  });

  it('sets the theme; the default for those we don’t know', () => {
    assert.deepEqual(['dark', 'contrast', 'default', 'glass', undefined].map(themeOf), [
      'dark',
      'contrast',
      'default',
      'default',
      'default',
    ]);
  });

  it('may be another page only on a developer’s own machine', () => {
    const ancestorOrigins = ['http://127.0.0.1:4000'] as unknown as DOMStringList;
    assert.deepEqual(localFrames({ hostname: '127.0.0.1', ancestorOrigins }), ['http://127.0.0.1:4000']);
    assert.deepEqual(localFrames({ hostname: 'localhost', ancestorOrigins }), ['http://127.0.0.1:4000']);
    assert.deepEqual(localFrames({ hostname: 'line.example.fi', ancestorOrigins }), []);
  });
});

describe('moments on the page', () => {
  it('are the county’s wall, in each language’s way', () => {
    const told = (['fi', 'sv', 'en'] as const).map((language) => momentText(language, at('09:05')));
    assert.deepEqual(told, ['ma 23.11. klo 9.05', 'mån 23.11 9.05', 'Mon 23 Nov, 9:05']);
  });

  it('name the month whole', () => {
    const told = (['fi', 'sv', 'en'] as const).map((language) => monthText(language, month('2026-11')));
    assert.deepEqual(told, ['marraskuu 2026', 'november 2026', 'November 2026']);
  });
});
