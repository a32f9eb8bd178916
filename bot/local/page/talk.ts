/** The page's line to its server: what a person sees, what they do, and news of changes. */

import type { ActOutcome } from '../people/acting.ts';
import type { PageView } from './server/page-api.ts';

export async function fetchPeople(): Promise<{ id: string; name: string }[]> {
  return (await fetch('/api/people')).json();
}

export async function fetchView(person: string): Promise<PageView> {
  const response = await fetch(`/api/as/${encodeURIComponent(person)}`);
  if (!response.ok) throw new Error((await response.json()).error.message);
  return response.json();
}

export async function fetchTabToken(person: string): Promise<string> {
  const response = await fetch(`/api/as/${encodeURIComponent(person)}/tab-token`);
  return (await response.json()).token;
}

/** Does something as a person; what Teams won't let them do comes back as an error to be shown. */
export async function act(person: string, deed: string, body: object = {}): Promise<ActOutcome> {
  const response = await fetch(`/api/as/${encodeURIComponent(person)}/${deed}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  return response.ok ? answer : { saw: 'error', text: answer.error.message };
}

/** Calls `changed` now, after every change, and after the line was lost and found; `lost` while it is away. */
export function followChanges(changed: () => void, lost: () => void): void {
  const source = new EventSource('/api/changes');
  source.onmessage = changed;
  source.onerror = lost;
}
