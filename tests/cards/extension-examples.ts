/** The message's dialog and the results of a search, in the states that look different. */
import assert from 'node:assert/strict';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { questionDialog } from '../../bot/cards/extension/question.ts';
import { caseResult, instructionResult } from '../../bot/cards/extension/results.ts';
import type { Language } from '../../bot/domain/county.ts';
import { caseIn, county, noon, waitingCase } from '../support/cases.ts';
import { questionStates } from './asker-examples.ts';

const channel = {
  conversation: '19:pohjoinen@thread.tacv2;messageid=1764000000000',
  activity: '1764000000000',
  shown: '1',
  state: 'live',
  wanted: 0,
  tries: 0,
  region: waitingCase().region,
} as const;
export const posted = { ...waitingCase(), views: { channel } };
export const page = {
  subject: 'criteria',
  version: 2,
  title: 'Ateriapalvelu <tilapäinen>',
  excerpt: 'Tilapäisen ateriapalvelun voi myöntää [kahdeksi viikoksi](https://x).',
} as const;
export const link = 'https://teams.microsoft.com/l/entity/app/line';
export const shownStates = [
  'fresh',
  'masked',
  'own-team',
  'crisis-place-closed',
  'topic-missing',
  'out-of-hours',
];

/** By the name of its golden. */
export function extensionExamples(language: Language): Map<string, Card> {
  const all = new Map<string, Card>();
  for (const state of shownStates) {
    const shown = questionStates[state];
    assert.ok(shown, state);
    all.set(`extension-question.${state}`, questionDialog({ county, language, open: true, ...shown }).card);
  }
  all.set('extension-case.waiting', caseResult(posted, county, language, noon).card);
  all.set('extension-case.held', caseResult(caseIn('answered'), county, language, noon).card);
  all.set('extension-page', instructionResult(page, language, link).card);
  return all;
}
