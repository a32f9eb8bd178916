/** Reads which month's report is to be posted again. */
import { type Month, month } from '../../domain/names.ts';
import type { PressReader } from './pressed.ts';

export type ReportAgainWish = { readonly press: 'postReport'; readonly month: Month };

export const postReport: PressReader<ReportAgainWish> = (data) => {
  const text = data['month'];
  return typeof text === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(text)
    ? { press: 'postReport', month: month(text) }
    : undefined;
};
