/** Doctor on the running server, as it is seen from outside. */
import { type Break, describeBreaks, only } from './doctor-breaks.ts';
import type { Wish } from './doctor-scene.ts';

const html = { headers: { 'content-type': 'text/html' }, body: '<p>Welcome</p>' };

const server: readonly Break[] = [
  {
    check: 'server',
    what: 'PUBLIC_URL leads nowhere',
    wish: { env: { PUBLIC_URL: 'http://127.0.0.1:2' }, bend: hosted('127.0.0.1:2') },
    says: /PUBLIC_URL .* can’t be reached/,
    remedy: /correct the port/,
  },
  {
    check: 'server',
    what: 'PUBLIC_URL leads to another site',
    wish: only('/health', html),
    says: /leads to something else/,
    remedy: /PUBLIC_URL/,
  },
  {
    check: 'server',
    what: 'the server’s own storage does not answer',
    wish: only('/ready', { status: 503 }),
    says: /storage does not answer it/,
    remedy: /TABLES_/,
  },
  {
    check: 'server',
    what: 'the server is of another version',
    state: 'warning',
    wish: only('/health', { body: '{"status":"alive","version":"1.3.0"}' }),
    says: /of version 1\.3\.0, this doctor of 1\.4\.0/,
    remedy: /up to this version/,
  },
  {
    check: 'messages',
    what: 'a proxy does not pass messages on',
    wish: only('/api/messages', { status: 404, ...html }),
    says: /not reached: 404/,
    remedy: /messaging endpoint \(Configuration\) to http.*\/api\/messages/,
  },
  {
    check: 'messages',
    what: 'a gateway is broken',
    wish: only('/api/messages', { status: 502, ...html }),
    says: /not reached: 502/,
  },
  {
    check: 'messages',
    what: 'messages are redirected',
    wish: only('/api/messages', { status: 301, headers: { location: 'https://elsewhere.example' } }),
    says: /301 to https:\/\/elsewhere/,
    remedy: /messaging endpoint/,
  },
  {
    check: 'messages',
    what: 'something takes messages from anybody',
    wish: only('/api/messages', { status: 200 }),
    says: /takes messages from anybody/,
  },
  {
    check: 'messages',
    what: 'the server can’t have Teams’ keys',
    wish: only('/api/messages', { status: 503 }),
    says: /keys that Teams signs with/,
    remedy: /login\.botframework\.com/,
  },
  {
    check: 'tab',
    what: 'the page is not built',
    wish: only('/tab/', { status: 404 }),
    says: /\/tab\/ answered 404/,
    remedy: /npm run build/,
  },
  {
    check: 'tab',
    what: 'a proxy forbids frames',
    wish: only('/tab/', { headers: { 'x-frame-options': 'SAMEORIGIN' } }),
    says: /may not show the page/,
    remedy: /X-Frame-Options/,
  },
  {
    check: 'tab',
    what: 'a proxy replaces the content policy',
    wish: only('/tab/', { headers: { 'content-security-policy': "frame-ancestors 'self'" } }),
    says: /may not show the page/,
  },
  {
    check: 'tab',
    what: 'a proxy signs in by itself',
    wish: only('/api/tab/me', { status: 302 }),
    says: /API does not ask who is there: 302/,
    remedy: /\/api\/tab\//,
  },
];

function hosted(host: string): NonNullable<Wish['bend']> {
  return (one) => {
    one.staticTabs[0].contentUrl = `http://${host}/tab/`;
    one.validDomains = [host];
    one.webApplicationInfo.resource = `api://${host}/${one.webApplicationInfo.id}`;
  };
}

describeBreaks('the server', server);
