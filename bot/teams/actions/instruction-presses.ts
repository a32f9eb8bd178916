/** Turning an answer into a draft among the shared instructions: the dialog, what was sent, and where the draft is. */
import { randomUUID } from 'node:crypto';
import { draftDialog, draftSavedDialog } from '../../cards/instruction-draft.ts';
import type { DraftSaved, InstructionWish } from '../../cards/verbs/instruction-reader.ts';
import type { LibraryRefusal } from '../../desk/library/writing.ts';
import { instructionPath } from '../../domain/instructions/citing.ts';
import { mayDraftFrom } from '../../domain/instructions/instructions.ts';
import { type CaseId, instructionId } from '../../domain/names.ts';
import { type Room, type Said, supervisorNames, text, type Visit } from '../inbound/visit.ts';
import type { Handler } from './handler.ts';

export const onDraft: Handler<InstructionWish> = async (room, visit, _, wish) =>
  wish.press === 'open' ? openDraft(room, visit, wish.caseId) : saveDraft(room, visit, wish);

async function openDraft(room: Room, visit: Visit, caseId: CaseId): Promise<Said> {
  const answered = await room.library.answerOf(visit.person, caseId);
  if ('refused' in answered) return text(await whyNone(room, visit, caseId));
  const { wording } = answered;
  const dialog = draftDialog(visit.language, { caseId, id: instructionId(randomUUID()), wording });
  return { say: 'dialog', dialog };
}

async function saveDraft(room: Room, visit: Visit, wish: DraftSaved): Promise<Said> {
  const { caseId, id, wording, subject } = wish;
  const { draft: say } = visit.texts.library;
  if (!subject) return again(visit, wish, say.noSubject);
  const kept = await room.library.fromAnswer(visit.person, id, { caseId, subject, wording });
  if (!('refused' in kept)) {
    const link = room.linkTo(instructionPath({ id }));
    return { say: 'dialog', dialog: draftSavedDialog(visit.language, wording.title, link) };
  }
  const problem = problemOf(visit, kept) ?? (await whyNone(room, visit, caseId));
  return again(visit, wish, problem);
}

/** What was written comes back, whatever stood in its way. */
const again = ({ language }: Visit, wish: DraftSaved, problem: string): Said => ({
  say: 'dialog',
  dialog: draftDialog(language, { ...wish, problem }),
});

/** What the writer can mend. */
function problemOf({ texts }: Visit, refusal: LibraryRefusal): string | undefined {
  const { draft: say } = texts.library;
  switch (refusal.refused) {
    case 'empty-text':
      return say.noTitle;
    case 'too-long':
      return say.tooLong(refusal.most, refusal.length);
    case 'identity':
      return say.identity;
    default:
      return undefined;
  }
}

/** Either there is no answer, or it is for others to make an instruction of: then who can let them is told. */
async function whyNone(room: Room, { person, texts }: Visit, caseId: CaseId): Promise<string> {
  const { library, talk } = texts;
  const { desk } = room;
  const [found, actor] = await Promise.all([desk.casework.find(caseId), desk.staff.actor(person)]);
  if (found && mayDraftFrom(actor, found.region)) return library.draft.noAnswer;
  const whom = talk.askForRole(await supervisorNames(room));
  return [library.draft.notYours, whom].filter(Boolean).join(' ');
}
