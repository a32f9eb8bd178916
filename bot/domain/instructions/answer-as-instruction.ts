/** Turns an answer into the draft of an instruction, with what tells of a person taken out. */
import type { Case, Utterance } from '../case/case.ts';
import { guardText, placeholder } from '../identity-guard.ts';
import { withWords } from './citing.ts';
import { type InstructionLanguage, instructionLimits, type Wording } from './instructions.ts';

/**
 * The question as the title and the last answer as the text; undefined when nothing was answered. Numbers and
 * addresses are masked, and so are the names of those who took part. Other names can't be recognised: anyone who approves
 * the draft reads it for them.
 */
export function wordingOfAnswer(one: Case, said: readonly Utterance[]): Wording | undefined {
  const answer = said.findLast(({ kind }) => kind === 'answer');
  if (!answer) return undefined;
  const strip = stripperOf([one.asker.name, ...said.map(({ name }) => name)]);
  return { title: titleOf(strip(one.question)), text: withWords(answer.text, strip) };
}

export const languageOfAnswer = (one: Case): InstructionLanguage =>
  one.asker.language === 'sv' ? 'sv' : 'fi';

function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[?.!](?=\s|$)/.exec(line)?.[0] ?? line;
  return sentence.length <= instructionLimits.title
    ? sentence
    : `${sentence.slice(0, instructionLimits.title - 1)}…`;
}

/** Takes out the names, whole or in part, and what may be hung on them: Niinan, Niinalle. */
function stripperOf(names: readonly string[]): (text: string) => string {
  const parts = new Set(names.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length > 1));
  const longest = [...parts].toSorted((a, b) => b.length - a.length).map(forRegExp);
  const pattern =
    longest.length > 0
      ? new RegExp(`(?<!\\p{L})(?:${longest.join('|')})\\p{L}{0,4}(?!\\p{L})`, 'gu')
      : /(?!)/g;
  return (text) => guardText(text).text.replace(pattern, placeholder);
}

const forRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
