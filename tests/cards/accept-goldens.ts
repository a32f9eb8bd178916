/** Accepts today's cards: rewrites the goldens that differ and removes those of no state. Read the difference before you commit it. */

import { accept, goldenCards } from '../support/golden/folder.ts';
import { goldenOf } from '../support/golden/write.ts';
import { allExamples } from './all-examples.ts';

const goldens = new Map([...allExamples()].map(([state, cards]) => [state, goldenOf(cards)]));
const { written, removed } = accept(goldens, goldenCards);
const told = [...written.map((file) => `written  ${file}`), ...removed.map((file) => `removed  ${file}`)];
process.stdout.write(`${told.join('\n') || 'Every golden is as it was.'}\n`);
