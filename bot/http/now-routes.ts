/** What the tab asks of this moment: the view itself, cheap to ask again, and sending again what did not arrive. */
import { createHash } from 'node:crypto';
import type { Now } from '../desk/now/now.ts';
import { readCaseId } from '../domain/case/case-id.ts';
import type { NowView } from '../domain/views/now-views.ts';
import { type Answer, refusal } from './answers.ts';
import { caseRefusal, deskAnswer } from './desk-answers.ts';
import { personOf, type TabRequest, type TabRoute } from './tab-api.ts';

export function nowRoutes(now: Now): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/now',
      async answer(request) {
        const view = await now.now(personOf(request));
        return 'refused' in view ? deskAnswer(view) : { status: 200, body: view, tag: tagOf(view) };
      },
    },
    { method: 'POST', path: '/now/cases/:caseId/resend', answer: (request) => resend(now, request) },
  ];
}

async function resend(now: Now, request: TabRequest): Promise<Answer> {
  const id = readCaseId(request.path['caseId'] ?? '');
  if (!id) return refusal('not-found');
  const no = await now.resend(personOf(request), id);
  return no ? caseRefusal(no) : { status: 200, body: {} };
}

/** Of all but the moment of reading, which is never the same. */
function tagOf({ at: _, ...rest }: NowView): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 22);
}
