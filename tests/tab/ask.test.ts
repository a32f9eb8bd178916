/** How the tab asks the server, and what it makes of each answer. */
import assert from 'node:assert/strict';
import { month } from '../../bot/domain/names.ts';
import { see } from '../../tab/src/app.tsx';
import { ask } from '../../tab/src/ask.ts';
import { languageOf, localFrames, themeOf } from '../../tab/src/host.ts';
import { momentText, monthText } from '../../tab/src/when.ts';
import { at } from '../support/cases.ts';

const token = async () => 'jwt-1';
const answering = (status: number, body: string) => async () => new Response(body, { status });
const asking = (get: typeof fetch) => ask('/me', { token, fetch: get });

describe('the tab’s question to the server', () => {
  it('carries the token that Teams gave, and gives the answer', async () => {
    const asked: unknown[] = [];
    const seen = await ask('/me', {
      token,
      fetch: async (...args) => {
        asked.push(args);
        return Response.json({ name: 'Ada' });
      },
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
    assert.deepEqual(await ask('/me', { token: refused, fetch: never }), {
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

describe('what the page shows', () => {
  const original = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = original;
  });
  const serve = (answers: Record<string, Response>) => {
    globalThis.fetch = async (path) => answers[String(path)] ?? new Response('', { status: 404 });
  };

  it('is ready when both answers are', async () => {
    serve({
      '/api/tab/me': Response.json({ name: 'A' }),
      '/api/tab/summary': Response.json({ contacts: 1 }),
    });
    const seen = { me: { name: 'A' }, summary: { contacts: 1 } };
    assert.deepEqual(await see({ token }), { state: 'ready', value: seen });
  });

  it('has failed when either has', async () => {
    serve({ '/api/tab/me': Response.json({ name: 'A' }) });
    assert.deepEqual(await see({ token }), { state: 'failed', failure: 'broken' });
    serve({ '/api/tab/summary': Response.json({ contacts: 1 }) });
    assert.deepEqual(await see({ token }), { state: 'failed', failure: 'broken' });
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
