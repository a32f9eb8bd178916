/** What a press means and what it is answered with: in the chat the asker's cards, in channels the advisors'. */
import { createHash } from 'node:crypto';
import { readAdvisorPress } from '../../cards/advisor/advisor-action.ts';
import { readAskerPress } from '../../cards/asker/card-action.ts';
import { readFeedback } from '../../cards/asker/feedback-card.ts';
import { readCaseId } from '../../domain/case/case-id.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { CaseId } from '../../domain/names.ts';
import { type Press, type Room, type Said, text, type Visit, type Way } from '../inbound/visit.ts';
import { onReportPress } from '../showing/month-report.ts';
import { onAdvisorPress } from './advisor-presses.ts';
import { onAskerPress } from './asker-presses.ts';
import { onDraftPress } from './instruction-presses.ts';
import { onRecordPress } from './recording-presses.ts';
import { onSetupPress } from './setup-presses.ts';

export async function onPress(
  room: Room,
  visit: Visit,
  way: Way,
  verb: unknown,
  data: unknown,
): Promise<Said> {
  const press: Press = { way, once: onceOf(visit, verb, data), fields: fieldsOf(data) };
  const given = readFeedback(verb, data);
  const on = given && caseIn(data);
  if (on) return text(await thank(room, visit, on, given));
  const asAsker = readAskerPress(verb, data, room.county);
  const asAdvisor = readAdvisorPress(verb, data);
  room.log('info', 'pressed', { verb: String(verb).slice(0, 40), kind: way });
  if (asAsker && (visit.where === 'chat' || !asAdvisor)) return onAskerPress(room, visit, press, asAsker);
  if (asAdvisor) return onAdvisorPress(room, visit, press, asAdvisor);
  const said =
    (await onRecordPress(room, visit, verb, data)) ??
    (await onDraftPress(room, visit, verb, data)) ??
    (await onSetupPress(room, visit, verb, data));
  if (said) return said;
  const reported = await onReportPress(room.monthReports, visit, verb, data);
  return text(reported ?? visit.texts.talk.unknownPress);
}

/** The answer is counted and forgotten: the card stays as it is, since the case must not know. */
async function thank(
  { feedback }: Room,
  { person, texts }: Visit,
  on: CaseId,
  given: Feedback,
): Promise<string> {
  const outcome = await feedback.give(person, on, given);
  return 'refused' in outcome ? texts.feedback.refused[outcome.refused] : texts.feedback.thanks;
}

function caseIn(data: unknown): CaseId | undefined {
  const id = fieldsOf(data)['caseId'];
  return id === undefined ? undefined : readCaseId(id);
}

/** The same press delivered twice has the same person, verb, case, version and words; its id differs. */
function onceOf({ person }: Visit, verb: unknown, data: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([person.id, verb, data]))
    .digest('base64url');
}

function fieldsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
