/** The start of the page in the browser. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { languageOf, openHost } from './host.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const host = await openHost();
createRoot(root).render(<App host={host} language={host?.language ?? languageOf(navigator.language)} />);
