/** A month's report, in the states that look different. */
import type { Card } from '../../bot/cards/elements/elements.ts';
import { monthReportCard } from '../../bot/cards/month-report-card.ts';
import type { Language } from '../../bot/domain/county.ts';
import { month, regionId } from '../../bot/domain/names.ts';
import { compact } from '../../bot/domain/tally/facts.ts';
import { monthReport } from '../../bot/domain/tally/month-report.ts';
import { county, noon } from '../support/cases.ts';
import { times } from '../support/contacts.ts';

export const october = month('2026-10');
export const tabLink = 'https://teams.microsoft.com/l/entity/app/tab';
const now = compact([
  ...times(60, { channel: 'teams', promiseKept: true, toAnswer: 42 }),
  ...times(40, { region: regionId('pohjoinen'), promiseKept: false, toAnswer: 130 }),
]);
const before = compact(times(50, { promiseKept: true }));
export const report = monthReport(october, now, { lastYear: before }, noon);
const first = monthReport(october, now, {}, noon);
const alike = monthReport(october, before, { monthBefore: before }, noon);

/** By the name of its golden. */
export const monthReportExamples = (language: Language): [name: string, card: Card][] => [
  ['month-report', monthReportCard(report, { county, language, tabLink })],
  ['month-report.first', monthReportCard(first, { county, language, tabLink })],
  ['month-report.alike', monthReportCard(alike, { county, language, tabLink })],
];
