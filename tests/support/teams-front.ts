/** What a browser finds on the net in a test of the tab: Teams with a page that frames it, and the line behind TLS. */
import { createHash, X509Certificate } from 'node:crypto';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import { selfSigned } from './self-signed.ts';

export const tabHost = 'line.example.fi';
export const teamsHost = 'teams.microsoft.com';
export const tabAddress = `https://${tabHost}/tab/`;
export const tabOrigin = new URL(tabAddress).origin;

export type HostWish = {
  readonly locale?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  /** The page that a link into the tab names. */
  readonly subPage?: string;
  /** What Teams vouches for the person with. */
  readonly token?: string;
};

/** Where Teams shows the tab so. */
export const hostAddress = ({ locale, theme, subPage, token }: HostWish): string =>
  `https://${teamsHost}/host?${encodeURIComponent(JSON.stringify({ locale, theme, subPage, token }))}`;

/** A page around the tab that says what Teams would. */
const hostPage = ({
  locale = 'fi-FI',
  theme = 'default',
  subPage,
  token = 'jwt-of-the-person',
}: HostWish) => `<!doctype html><meta charset="utf-8"><title>Teams</title>
<style>html, body { margin: 0; height: 100% } iframe { border: 0; width: 100%; height: 100% }</style>
<iframe src="${tabAddress}" title="tab"></iframe>
<script>
  const frame = document.querySelector('iframe').contentWindow;
  const say = (message) => frame.postMessage(message, '${tabOrigin}');
  const ready = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} };
  const context = ${JSON.stringify({ locale, theme, entityId: 'line', ...(subPage && { subEntityId: subPage }) })};
  const answers = {
    initialize: ['content', 'web', JSON.stringify(ready), '2.58.0'],
    getContext: [context],
    'authentication.getAuthToken': [true, ${JSON.stringify(token)}],
    executeDeepLink: [true],
  };
  const asked = [];
  const waiting = new Set();
  const askedFor = (func) =>
    new Promise((resolve) => {
      const look = () => {
        const found = asked.filter(([name]) => name === func).map(([, args]) => args);
        if (found.length > 0 && waiting.delete(look)) resolve(found);
      };
      waiting.add(look);
      look();
    });
  addEventListener('message', ({ data: { id, uuidAsString, func, args } }) => {
    asked.push([func, args]);
    for (const look of waiting) look();
    if (answers[func]) say({ id, uuidAsString, args: answers[func], isPartialResponse: false });
  });
  const setTheme = (theme) => say({ func: 'themeChange', args: [theme] });
</script>`;

const fingerprintOf = (cert: string) =>
  createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

const day = 86_400_000;

/** Listens for both names; the line's own server is on `port`. */
export async function openTeamsFront(port: number) {
  const teams = createHttp((request, response) => {
    const [, wish] = (request.url ?? '').split('?');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(wish ? hostPage(JSON.parse(decodeURIComponent(wish)) as HostWish) : '');
  });
  const open = new Set<TLSSocket>();
  const certificate = selfSigned(Date.now() - day, Date.now() + day);
  const front = createTls(certificate, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    if ((socket as TLSSocket & { servername?: string }).servername !== tabHost)
      return void teams.emit('connection', socket);
    const line = connect(port, '127.0.0.1');
    socket.pipe(line).pipe(socket);
    socket.on('error', () => line.destroy());
    line.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    port: (front.address() as AddressInfo).port,
    /** By which a browser may be told to trust it, as if somebody known had signed it. */
    fingerprint: fingerprintOf(certificate.cert),
    close: () =>
      new Promise<void>((resolve) => {
        front.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
