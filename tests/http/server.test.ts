import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createWeb, type Web, type WebOptions } from '../../bot/http/server.ts';

type Opened = { readonly web: Web; readonly port: number; readonly url: string; readonly logged: string[] };

describe('the web server', () => {
  const opened: Opened[] = [];
  const delivered: { body: unknown; authorization: string }[] = [];

  async function open(changed: Partial<WebOptions> = {}): Promise<Opened> {
    const logged: string[] = [];
    const web = createWeb({
      receive: async (delivery) => {
        delivered.push(delivery);
        return { status: 200 };
      },
      readiness: async () => ({ storage: true, unbound: [] }),
      log: (_level, event) => logged.push(event),
      ...changed,
    });
    const port = await web.listen(0, '127.0.0.1');
    const one = { web, port, url: `http://127.0.0.1:${port}`, logged };
    opened.push(one);
    return one;
  }

  beforeEach(() => {
    delivered.length = 0;
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ web }) => web.stop(500)));
  });

  const post = (url: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const codeOf = async (response: Response) =>
    ((await response.json()) as { error: { code: string } }).error.code;
  const justEnough = `"${'x'.repeat(256 * 1024 - 2)}"`;

  describe("at Teams' door", () => {
    it('hands over the body and the authorization', async () => {
      const { url } = await open();
      const response = await post(url, '{"type":"message"}', { authorization: 'Bearer t' });
      assert.equal(response.status, 200);
      assert.deepEqual(delivered, [{ body: { type: 'message' }, authorization: 'Bearer t' }]);
    });

    it('gives back what an invoke answered', async () => {
      const { url } = await open({
        receive: async () => ({ status: 200, body: { task: { type: 'continue' } } }),
      });
      const response = await post(url, '{}');
      assert.deepEqual(await response.json(), { task: { type: 'continue' } });
      assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    });

    for (const authorization of [undefined, 'Bearer token'])
      it(`refuses a body over 256 KiB ${authorization ? 'with' : 'without'} a token`, async () => {
        const { url } = await open();
        const response = await post(url, `${justEnough} `, authorization ? { authorization } : {});
        assert.deepEqual([response.status, await codeOf(response)], [413, 'too-big']);
        assert.equal(delivered.length, 0);
      });

    it('takes a body of just 256 KiB', async () => {
      const { url } = await open();
      assert.equal((await post(url, justEnough)).status, 200);
    });

    it('refuses a body that grows too big without having said its length', async () => {
      const { port } = await open();
      const status = await new Promise((resolve, reject) => {
        const request = httpRequest({ port, path: '/api/messages', method: 'POST' }, ({ statusCode }) =>
          resolve(statusCode),
        );
        request.on('error', reject);
        for (let n = 0; n < 10; n++) request.write('x'.repeat(64 * 1024));
        request.end();
      });
      assert.equal(status, 413);
    });

    it('refuses a packed body, which could unpack to anything', async () => {
      const { url } = await open();
      const response = await post(url, Buffer.from(gzipSync('{}')), { 'content-encoding': 'gzip' });
      assert.deepEqual([response.status, await codeOf(response)], [415, 'encoded']);
    });

    for (const body of ['{', 'type=message', '{"a":1}}', "{'a':1}"])
      it(`refuses ${body} as no JSON, without repeating it`, async () => {
        const { url } = await open();
        const response = await post(url, body);
        assert.equal(response.status, 400);
        assert.equal(await response.text(), '{"error":{"code":"not-json"}}');
        assert.equal(delivered.length, 0);
      });

    it('stays up when a sender hangs up in the middle', async () => {
      const { port, url } = await open();
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"ty');
          socket.destroy();
        });
        socket.on('close', () => resolve());
      });
      assert.equal((await post(url, '{}')).status, 200);
      assert.deepEqual(
        delivered.map(({ body }) => body),
        [{}],
      );
    });

    it('tells nobody what broke', async () => {
      const { url, logged } = await open({ receive: () => Promise.reject(new Error('secret words')) });
      const response = await post(url, '{}');
      assert.deepEqual([response.status, await response.text()], [500, '{"error":{"code":"broken"}}']);
      assert.deepEqual(logged, ['turn broke outside its boundary']);
    });

    it('takes nothing but posts', async () => {
      const { url } = await open();
      assert.equal((await fetch(`${url}/api/messages`)).status, 405);
    });
  });

  describe('asked how it is', () => {
    it('is alive', async () => {
      const { url } = await open({ readiness: () => Promise.reject(new Error('storage')) });
      const response = await fetch(`${url}/health`);
      assert.deepEqual([response.status, await response.json()], [200, { status: 'alive' }]);
    });

    it('tells which version is alive, where it knows', async () => {
      const { url } = await open({ version: '1.4.0' });
      assert.deepEqual(await (await fetch(`${url}/health`)).json(), { status: 'alive', version: '1.4.0' });
    });

    it('is ready when storage answers, and warns of regions without a channel', async () => {
      const { url } = await open({ readiness: async () => ({ storage: true, unbound: ['north'] }) });
      const response = await fetch(`${url}/ready`);
      assert.deepEqual(
        [response.status, await response.json()],
        [200, { status: 'ready', warnings: [{ warning: 'no channel bound', region: 'north' }] }],
      );
    });

    it('is not ready when storage does not answer', async () => {
      const { url } = await open({ readiness: async () => ({ storage: false, unbound: [] }) });
      assert.equal((await fetch(`${url}/ready`)).status, 503);
    });

    it('is not ready when it cannot tell', async () => {
      const { url } = await open({ readiness: () => Promise.reject(new Error('secret words')) });
      const response = await fetch(`${url}/ready`);
      assert.deepEqual([response.status, await response.text()], [503, '{"status":"not ready"}']);
    });
  });

  it('answers an unknown address with 404 in its own words', async () => {
    const { url } = await open();
    const response = await fetch(`${url}/nothing?q=secret`);
    assert.deepEqual([response.status, await response.text()], [404, '{"error":{"code":"not-found"}}']);
  });

  it('tells browsers to be careful and does not tell what it is built with', async () => {
    const { url } = await open();
    const { headers } = await fetch(`${url}/health`);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('server'), null);
  });

  describe('stopping', () => {
    it('lets a turn in hand end, takes no new one, and then closes', async () => {
      let finish = () => {};
      let begun = () => {};
      const inHand = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const { web, url } = await open({
        receive: () =>
          new Promise((resolve) => {
            finish = () => resolve({ status: 200 });
            begun();
          }),
      });
      const turn = post(url, '{}');
      await inHand;
      const stopped = web.stop(600_000);
      await assert.rejects(fetch(`${url}/health`));
      finish();
      assert.equal((await turn).status, 200);
      await stopped;
    });

    it('still takes turns while it lingers, but says that it is not ready and keeps no connection', async () => {
      const { web, url } = await open();
      assert.equal((await fetch(`${url}/ready`)).status, 200);
      void web.stop(600_000, 600_000);
      assert.equal((await fetch(`${url}/ready`)).status, 503);
      const turn = await post(url, '{"type":"message"}');
      assert.equal(turn.status, 200);
      assert.equal(turn.headers.get('connection'), 'close');
    });

    it('takes none when it has lingered', async () => {
      const { web, url } = await open();
      await web.stop(600_000, 20);
      await assert.rejects(fetch(`${url}/health`));
    });

    it('cuts off a turn that does not end in its grace', async () => {
      let begun = () => {};
      const inHand = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const { web, url } = await open({
        receive: () => {
          begun();
          return new Promise(() => undefined);
        },
      });
      const turn = post(url, '{}').then(
        () => 'answered',
        () => 'cut off',
      );
      await inHand;
      await web.stop(50);
      assert.equal(await turn, 'cut off');
    });

    it('refuses a port that is taken with an error instead of waiting', async () => {
      const { port } = await open();
      const second = createWeb({
        receive: async () => ({ status: 200 }),
        readiness: async () => ({ storage: true, unbound: [] }),
        log: () => undefined,
      });
      await assert.rejects(second.listen(port, '127.0.0.1'), { code: 'EADDRINUSE' });
    });
  });

  describe("the tab's page", () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tab-'));
      await mkdir(join(folder, 'assets'));
      await writeFile(join(folder, 'index.html'), '<!doctype html><title>tab</title>');
      await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
      await writeFile(join(folder, '.secret'), 'secret');
    });
    after(() => rm(folder, { recursive: true }));

    it('is shown, may be framed by Teams only, and is looked for again each time', async () => {
      const { url } = await open({ tabPage: { folder } });
      const response = await fetch(`${url}/tab/`);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /text\/html/);
      const policy = response.headers.get('content-security-policy') ?? '';
      assert.match(
        policy,
        /frame-ancestors https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com /,
      );
      assert.match(policy, /script-src 'self'(;|$)/);
      assert.equal(response.headers.get('x-frame-options'), null);
      assert.equal(response.headers.get('cache-control'), 'no-cache');
    });

    it('may be framed by whom the start names', async () => {
      const { url } = await open({ tabPage: { folder, frames: ["'self'"] } });
      const policy = (await fetch(`${url}/tab/`)).headers.get('content-security-policy');
      assert.match(policy ?? '', /frame-ancestors 'self'$/);
    });

    it('keeps its built files for good', async () => {
      const { url } = await open({ tabPage: { folder } });
      const response = await fetch(`${url}/tab/assets/main-1a2b.js`);
      assert.match(response.headers.get('cache-control') ?? '', /immutable/);
      assert.match(response.headers.get('content-type') ?? '', /javascript/);
    });

    it('is found without its slash', async () => {
      const { url } = await open({ tabPage: { folder } });
      assert.equal((await fetch(`${url}/tab?a=1`)).status, 200);
    });

    for (const path of [
      '/tab/none.js',
      '/tab/.secret',
      '/tab/assets',
      '/tab/..%2f..%2fetc%2fpasswd',
      '/tab/%00',
    ])
      it(`gives nothing at ${path}`, async () => {
        const { url } = await open({ tabPage: { folder } });
        const status = (await fetch(url + path, { redirect: 'manual' })).status;
        assert.ok([301, 400, 404].includes(status), `answered ${status}`);
      });
  });
});
