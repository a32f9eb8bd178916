/** Reads what a press brings back: it comes from outside, and is believed in nothing. */
import { readCaseId } from '../../domain/case/case-id.ts';
import type { County } from '../../domain/county.ts';
import type { CaseId, Moment } from '../../domain/names.ts';

export type Pressed = { readonly [key: string]: unknown };

/** Whether the press was on a button that opens a dialog. */
export const opensDialog = (data: Pressed): boolean => data['opens'] === 'dialog';

export const isRecord = (data: unknown): data is Pressed =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** The text of a field, blanks at its ends taken off; undefined when empty or no text at all. */
export function readText(data: Pressed, field: string): string | undefined {
  const value = data[field];
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** The ticked values of a choice of many. */
export const readMany = (data: Pressed, field: string): readonly string[] =>
  (readText(data, field) ?? '').split(',').filter((value) => value !== '');

/** The version its presser saw; undefined for anything that can't be one. */
export function readSeen(data: Pressed): number | undefined {
  const version = data['version'];
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : undefined;
}

/** The id of a case or a draft, its check sign right. */
export function readId(data: Pressed, field: 'caseId' | 'draftId'): CaseId | undefined {
  const text = readText(data, field);
  return text ? readCaseId(text) : undefined;
}

/** A text as it was typed, blanks and all; empty when there is none. */
export const typedIn = (data: Pressed, field: string): string => {
  const value = data[field];
  return typeof value === 'string' ? value : '';
};

export const oneOf = <Value extends string>(
  value: string | undefined,
  all: readonly Value[],
): Value | undefined => all.find((one) => one === value);

/** What a reader may ask besides what was pressed. */
export type ReadContext = { readonly county: County; readonly now: Moment };

/** What a press means; undefined for what no card of ours sends. */
export type PressReader<Wish> = (data: Pressed, context: ReadContext) => Wish | undefined;
