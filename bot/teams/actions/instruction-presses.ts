/** Turning an answer into a draft among the shared instructions: the dialog, what was sent, and where the draft is. */
import { randomUUID } from 'node:crypto';
import { draftDialog, draftSavedDialog } from '../../cards/instruction-draft.ts';
import type { DraftSaved, InstructionWish } from '../../cards/verbs/instruction-reader.ts';
import type { LibraryRefusal } from '../../desk/library/writing.ts';
import { instructionPath } from '../../domain/instructions/citing.ts';
import { mayDraftFrom } from '../../domain/instructions/instructions.ts';
import { type CaseId, instructionId } from '../../domain/names.ts';
import { type BotPorts, type Reply, supervisorNames, type Turn, text } from '../inbound/turn.ts';
import type { Handler } from './handler.ts';

export const onDraft: Handler<InstructionWish> = async (ports, turn, _, wish) =>
  wish.press === 'open' ? openDraft(ports, turn, wish.caseId) : saveDraft(ports, turn, wish);

async function openDraft(ports: BotPorts, turn: Turn, caseId: CaseId): Promise<Reply> {
  const answered = await ports.library.answerOf(turn.person, caseId);
  if ('refused' in answered) return text(await whyNone(ports, turn, caseId));
  const { wording } = answered;
  const dialog = draftDialog(turn.language, { caseId, id: instructionId(randomUUID()), wording });
  return { say: 'dialog', dialog };
}

async function saveDraft(ports: BotPorts, turn: Turn, wish: DraftSaved): Promise<Reply> {
  const { caseId, id, wording, subject } = wish;
  const { draft: say } = turn.texts.library;
  if (!subject) return again(turn, wish, say.noSubject);
  const kept = await ports.library.fromAnswer(turn.person, id, { caseId, subject, wording });
  if (!('refused' in kept)) {
    const link = ports.linkTo(instructionPath({ id }));
    return { say: 'dialog', dialog: draftSavedDialog(turn.language, wording.title, link) };
  }
  const problem = problemOf(turn, kept) ?? (await whyNone(ports, turn, caseId));
  return again(turn, wish, problem);
}

/** What was written comes back, whatever stood in its way. */
const again = ({ language }: Turn, wish: DraftSaved, problem: string): Reply => ({
  say: 'dialog',
  dialog: draftDialog(language, { ...wish, problem }),
});

/** What the writer can mend. */
function problemOf({ texts }: Turn, refusal: LibraryRefusal): string | undefined {
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
async function whyNone(ports: BotPorts, { person, texts }: Turn, caseId: CaseId): Promise<string> {
  const { library, talk } = texts;
  const { desk } = ports;
  const [found, actor] = await Promise.all([desk.casework.find(caseId), desk.staff.actor(person)]);
  if (found && mayDraftFrom(actor, found.region)) return library.draft.noAnswer;
  const whom = talk.askForRole(await supervisorNames(ports));
  return [library.draft.notYours, whom].filter(Boolean).join(' ');
}
