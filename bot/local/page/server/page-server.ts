/** Serves the page on which a person tries this Teams, built when first asked for. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { refuse } from '../../service/connector.ts';
import { type Rest, reply } from '../../service/server.ts';
import type { Stage } from '../../service/stage.ts';
import { answerPage, followChanges } from './page-api.ts';

type Files = ReadonlyMap<string, { readonly type: string; readonly content: string | Uint8Array }>;

export function createPage(stage: Stage, onChange: (listener: () => void) => () => void): Rest {
  return async (request, response) => {
    if (!isFromHere(stage, request))
      return reply(response, refuse(403, 'Forbidden', 'Only for this machine’s own page'));
    const { pathname } = new URL(request.url ?? '/', stage.url);
    if (pathname === '/api/changes') return followChanges(response, onChange);
    if (pathname.startsWith('/api/')) return answerPage(stage, request, response);
    await serveFile(response, pathname === '/' ? '/index.html' : pathname);
  };
}

/** Who may act here may act as anybody in this Teams: another site in the same browser must not. */
function isFromHere({ url }: Stage, { headers }: IncomingMessage): boolean {
  const { port } = new URL(url);
  const hosts = [new URL(url).host, `localhost:${port}`, `127.0.0.1:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.includes(headers.origin.replace('http://', ''));
}

async function serveFile(response: ServerResponse, path: string): Promise<void> {
  const file = (await builtPage()).get(path);
  if (!file) return reply(response, refuse(404, 'NotFound', 'There is no such page'));
  response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' });
  response.end(file.content);
}

let built: Promise<Files> | undefined;

function builtPage(): Promise<Files> {
  built ??= buildPage();
  return built;
}

async function buildPage(): Promise<Files> {
  // the bundler takes a moment to load, and tests without a browser never need it
  const { build } = await import('vite');
  const result = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: { write: false, chunkSizeWarningLimit: 2000 },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  return new Map(
    outputs.map((file) => [
      `/${file.fileName}`,
      { type: typeOf(file.fileName), content: file.type === 'chunk' ? file.code : file.source },
    ]),
  );
}

function typeOf(name: string): string {
  const types: Record<string, string> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
  };
  const type = types[name.split('.').at(-1) ?? ''];
  return type ? `${type}; charset=utf-8` : 'application/octet-stream';
}
