/** Every card that people meet, in every state that looks different and in every language. */
import type { Card } from '../../bot/cards/elements/elements.ts';
import type { Language } from '../../bot/domain/county.ts';
import { type InEach, inEach } from '../support/golden/in-each.ts';
import { advisorExamples } from './advisor-examples.ts';
import { askerExamples } from './asker-examples.ts';
import { extensionExamples } from './extension-examples.ts';
import { monthReportExamples } from './month-report-examples.ts';
import { setupExamples } from './setup-examples.ts';

/** By the name of its golden. */
export function allExamples(): Map<string, InEach<Card>> {
  const cards = inEach(examplesIn);
  const states = new Set(Object.values(cards).flatMap((some) => [...some.keys()]));
  const shown = (state: string, language: Language) => {
    const card = cards[language].get(state);
    if (!card) throw new Error(`${state} is missing in ${language}`);
    return card;
  };
  return new Map([...states].map((state) => [state, inEach((language) => shown(state, language))]));
}

function examplesIn(language: Language): Map<string, Card> {
  const all = new Map<string, Card>();
  const groups = [advisorExamples, askerExamples, extensionExamples, monthReportExamples, setupExamples];
  for (const [state, card] of groups.flatMap((group) => [...group(language)])) {
    if (all.has(state)) throw new Error(`Two cards have the name ${state}`);
    all.set(state, card);
  }
  return all;
}
