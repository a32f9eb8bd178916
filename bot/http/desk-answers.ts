/** Answers with what the desk found, or with its everyday no: its own name and all that mends it. */
import type { z } from 'zod';
import { type Answer, refusal } from './answers.ts';
import type { TabRequest } from './tab-api.ts';

/** Noes that are not about what was typed. */
const statuses: { readonly [refused: string]: number } = {
  'not-an-updater': 403,
  'not-the-owner': 403,
  'not-on-the-line': 403,
  'not-a-supervisor': 403,
  'not-yours': 403,
  'not-an-advisor': 403,
  'unknown-person': 404,
  'no-such-instruction': 404,
  'no-such-version': 404,
  'no-such-entry': 404,
  'no-such-import': 404,
  'no-such-exception': 404,
  'changed-since': 409,
  'nudged-today': 409,
  'nothing-new': 409,
  'approve-another': 409,
  retired: 409,
  'day-has-passed': 409,
  'already-given': 409,
  'imported-before': 409,
};

/** 200 with what was found; a no with `error.code` and the facts that belong to it, such as both texts. */
export function deskAnswer(outcome: object): Answer {
  if (!('refused' in outcome)) return { status: 200, body: outcome };
  const { refused, ...facts } = outcome as { readonly refused: string };
  return { status: statuses[refused] ?? 400, body: { error: { code: refused, ...facts } } };
}

/** Reads the body by a shape, and answers with what the desk says of it. */
export async function answerTo<Wish>(
  { body }: TabRequest,
  shape: z.ZodType<Wish>,
  desk: (wish: Wish) => Promise<object>,
): Promise<Answer> {
  const read = shape.safeParse(body);
  if (read.success) return deskAnswer(await desk(read.data));
  const fields = read.error.issues.map(({ path }) => path.join('.'));
  return { status: 400, body: { error: { code: 'bad-input', fields } } };
}

/** A whole number from the query or the path; `bad` when it is none, undefined when nothing is given. */
export function wholeNumber(text: string | null | undefined): number | 'bad' | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 'bad';
}

export const badInput = (): Answer => refusal('bad-input');
