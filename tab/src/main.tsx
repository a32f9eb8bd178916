/** The start of the page in the browser. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { languageOf } from './kit/appearance.ts';
import { openHost } from './kit/host.ts';
import { hrefOf } from './kit/route.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const host = await openHost();
// a link into the tab names a page, unless the person has gone on from there
if (host?.subPage && !window.location.hash) window.location.replace(hrefOf(...pathOf(host.subPage)));
createRoot(root).render(<App host={host} language={host?.language ?? languageOf(navigator.language)} />);

/** `settings/audit` → page and what follows it. */
function pathOf(subPage: string): [string, ...string[]] {
  const [page = '', ...rest] = subPage.split('/');
  return [page, ...rest];
}
