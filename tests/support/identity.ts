/**
 * The identity endpoint of this process, which passes the SDK's questions on to the one that lends an identity just now:
 * Microsoft's token client keeps the first address that it was given for as long as its process lives.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Lender = { readonly endpoint: string; readonly header: string };

let lender: Lender | undefined;
let opening: Promise<string> | undefined;

/** Lets the SDK's managed identity find its token there; gives back what puts the environment right again. */
export async function lendIdentity(next: Lender): Promise<() => void> {
  opening ??= open();
  const before = { env: { ...process.env }, lender };
  lender = next;
  process.env['IDENTITY_ENDPOINT'] = await opening;
  process.env['IDENTITY_HEADER'] = 'of this process';
  return () => {
    lender = before.lender;
    for (const name of ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER']) {
      if (before.env[name] === undefined) delete process.env[name];
      else process.env[name] = before.env[name];
    }
  };
}

async function open(): Promise<string> {
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { status, body } = await ask(asked.search);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // it lasts as long as the process, and does not keep it alive
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
}

/** A lender that has gone answers nothing: to the SDK a failure as good as any. */
async function ask(search: string): Promise<{ status: number; body: string }> {
  if (!lender) return { status: 400, body: '{}' };
  try {
    const headers = { 'X-IDENTITY-HEADER': lender.header };
    const answer = await fetch(lender.endpoint + search, { headers });
    return { status: answer.status, body: await answer.text() };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { status: 502, body: '{}' };
  }
}
