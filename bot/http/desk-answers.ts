/** Answers with what the desk found, or with its everyday no: its own name and all that mends it. */
import type { z } from 'zod';
import type { Refusal } from '../domain/case/command.ts';
import { noRole } from '../domain/roles.ts';
import { type Answer, type RefusalCode, refusal } from './answers.ts';
import type { CsvRefusal } from './read-csv.ts';
import type { TabRequest } from './tab-api.ts';
import type { TabDesk } from './tab-desk.ts';

type Asks = { readonly [name: string]: (...asked: never[]) => unknown };
/** Every code with which a part of the desk says no. */
type RefusalCodesOf<Part> = {
  [Ask in keyof Part]: Part[Ask] extends Asks[string] ? CodeOf<Awaited<ReturnType<Part[Ask]>>> : never;
}[keyof Part];
type CodeOf<Outcome> = Outcome extends { readonly refused: infer Code } ? Code : never;
type DeskCode =
  | { [Part in keyof TabDesk]: RefusalCodesOf<TabDesk[Part]> }[keyof TabDesk]
  | CsvRefusal['refused'];

type HttpStatus = 400 | 403 | 404 | 409;

/** A no told by its own name has a status here; one that the tab need not tell apart has the common code. */
const answers = {
  'no-role': 403,
  'not-yours': 403,
  'not-an-advisor': 403,
  'other-region': 'not-allowed',
  'unknown-person': 404,
  'no-such-instruction': 404,
  'no-such-version': 404,
  'no-such-entry': 404,
  'no-such-import': 404,
  'no-such-exception': 404,
  'no-such-case': 'not-found',
  purged: 'not-found',
  'unknown-region': 'not-found',
  'no-data': 'not-found',
  'not-shared': 'bad-input',
  'changed-since': 409,
  'nudged-today': 409,
  'nothing-new': 409,
  'approve-another': 409,
  retired: 409,
  'day-has-passed': 409,
  'imported-before': 409,
  'held-by-another': 'not-now',
  'claim-first': 'not-now',
  'wrong-time': 'not-now',
  'same-region': 'not-now',
  'no-callback': 'not-now',
  'report-stays': 'not-now',
  'record-first': 'not-now',
  'not-advisor-there': 'not-now',
  'no-outcome': 'not-now',
  'over-limit': 'not-now',
  'wrong-dates': 'not-now',
  'only-when-open': 'not-now',
  'unknown-choice': 'not-now',
  missing: 'not-now',
  running: 'not-now',
  'being-posted': 'not-now',
  'already-given': 409,
  'turned-off': 400,
  'empty-text': 400,
  'too-long': 400,
  identity: 400,
  'review-past': 400,
  faulty: 400,
  'no-rows': 400,
  'too-many-rows': 400,
  'faulty-rows': 400,
  'not-csv': 400,
  'no-answer': 400,
  'wrong-hours': 400,
  'too-many-hours': 400,
  'never-open': 400,
  'closed-too-long': 400,
  'not-a-day': 400,
  'day-too-far': 400,
  'day-taken': 400,
  'as-usual': 400,
  'note-too-long': 400,
  'too-many-exceptions': 400,
} as const satisfies { readonly [code in DeskCode]: HttpStatus | RefusalCode };

/** 200 with what was found; a no with `error.code` and the facts that belong to it, such as both texts. */
export const deskAnswer = <const Outcome extends object>(outcome: KnownOutcome<Outcome>): Answer =>
  answerOf(outcome);

/** What the desk found, or a no that has a status. */
type KnownOutcome<Outcome> = Outcome & (CodeOf<Outcome> extends DeskCode ? unknown : never);

function answerOf(outcome: object): Answer {
  if (!('refused' in outcome)) return { status: 200, body: outcome };
  const { refused, ...facts } = outcome as { readonly refused: DeskCode };
  const answer = answers[refused];
  if (typeof answer === 'string') return refusal(answer);
  return { status: answer, body: { error: { code: refused, ...facts } } };
}

/** Of a case only why: its facts are for those who may see it. */
export function caseRefusal(no: Refusal): Answer {
  return deskAnswer(no.refused === 'no-role' ? noRole(no.needs) : ({ refused: no.refused } as const));
}

/** Reads the body by a shape, and answers with what the desk says of it. */
export async function answerTo<Wish, Outcome extends object>(
  { body }: TabRequest,
  shape: z.ZodType<Wish>,
  desk: (wish: Wish) => Promise<KnownOutcome<Outcome>>,
): Promise<Answer> {
  const read = shape.safeParse(body);
  if (read.success) return answerOf(await desk(read.data));
  const fields = read.error.issues.map(({ path }) => path.join('.'));
  return { status: 400, body: { error: { code: 'bad-input', fields } } };
}

/** A whole number from the query or the path; `bad` when it is none, undefined when nothing is given. */
export function wholeNumber(text: string | null | undefined): number | 'bad' | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 'bad';
}

export const badInput = (): Answer => refusal('bad-input');
