/** Reads the dialog in which an answer becomes a draft among the shared instructions. */
import { type Subject, subjects, type Wording } from '../../domain/instructions/instructions.ts';
import { type CaseId, type InstructionId, instructionId } from '../../domain/names.ts';
import { oneOf, opensDialog, type Pressed, type PressReader, readId, readText } from './pressed.ts';

/** The finders' page is made of the county's file: nobody writes it. */
export const writtenSubjects: readonly Subject[] = subjects.filter((one) => one !== 'finders');

export type DraftSaved = {
  readonly press: 'save';
  readonly caseId: CaseId;
  readonly id: InstructionId;
  readonly wording: Wording;
  /** Undefined for what is none of the subjects. */
  readonly subject: Subject | undefined;
};
export type InstructionWish = { readonly press: 'open'; readonly caseId: CaseId } | DraftSaved;

export const toInstruction: PressReader<InstructionWish> = (data) => {
  const caseId = readId(data, 'caseId');
  if (!caseId) return undefined;
  return opensDialog(data) ? { press: 'open', caseId } : readSaved(caseId, data);
};

function readSaved(caseId: CaseId, data: Pressed): DraftSaved | undefined {
  const key = readText(data, 'key') ?? '';
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(key)) return undefined;
  const wording = { title: readText(data, 'title') ?? '', text: readText(data, 'text') ?? '' };
  const subject = oneOf(readText(data, 'subject'), writtenSubjects);
  return { press: 'save', caseId, id: instructionId(key), wording, subject };
}
