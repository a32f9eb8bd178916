/** Teams' connector as a script: answers what a test tells it to, and remembers every call. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
};

export type Reply = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Takes the call in and cuts the line without an answer. */
  readonly lost?: boolean;
  /** Takes the call in and never answers. */
  readonly silent?: boolean;
};

export type FakeConnector = {
  /** Ends in a slash, as Teams' own do. */
  readonly serviceUrl: string;
  readonly calls: ConnectorCall[];
  /** The next calls get these, one each; later ones the usual 200. */
  script(...replies: readonly Reply[]): void;
  stop(): Promise<void>;
};

export async function startFakeConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  const scripted: Reply[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://connector');
      const text = Buffer.concat(chunks).toString();
      calls.push({
        method: request.method ?? '',
        path: decodeURIComponent(pathname),
        query: searchParams,
        authorization: request.headers.authorization,
        body: text ? JSON.parse(text) : undefined,
      });
      const {
        status = 200,
        headers = {},
        body = { id: `m${calls.length}` },
        lost,
        silent,
      } = scripted.shift() ?? {};
      if (silent) return;
      if (lost) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    script: (...replies) => {
      scripted.splice(0, scripted.length, ...replies);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
