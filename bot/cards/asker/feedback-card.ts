/** What the asker's closed card asks of the line, and what comes back when it is sent. */
import type { Case } from '../../domain/case/case.ts';
import type { Language } from '../../domain/county.ts';
import {
  type Agreement,
  agreements,
  type Feedback,
  type Score,
  type Statement,
  scores,
  statements,
} from '../../domain/feedback.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { buttons, idsOf, sendNow } from '../elements/actions.ts';
import { bold, type Element, remark, ruled } from '../elements/elements.ts';
import { choice } from '../elements/inputs.ts';
import { isRecord, readText } from '../elements/pressed.ts';

/** Three choices and a button, below all else on the card. */
export function feedbackPart(one: Case, language: Language): readonly Element[] {
  const { feedback: say, asker } = textsFor(language);
  return [
    ruled(bold(say.heading)),
    choice({
      id: 'score',
      label: say.score,
      required: say.choose,
      placeholder: say.choose,
      choices: scores.map((score) => ({ title: String(score), value: String(score) })),
    }),
    ...statements.map((statement) =>
      choice({
        id: statement,
        label: say.statement[statement],
        placeholder: asker.question.choose,
        choices: agreements.map((agreement) => ({ title: say.agreement[agreement], value: agreement })),
      }),
    ),
    remark(say.anonymous),
    buttons([sendNow(say.send, 'feedback', idsOf(one))]),
  ];
}

/** Undefined when no score was chosen, or the press was tampered with; `caseId` is read as in every press. */
export function readFeedback(verb: unknown, data: unknown): Feedback | undefined {
  if (verb !== 'feedback' || !isRecord(data)) return undefined;
  const score = scoreOf(readText(data, 'score'));
  if (score === undefined) return undefined;
  const said = statements.flatMap((statement): readonly (readonly [Statement, Agreement])[] => {
    const agreement = agreements.find((one) => one === readText(data, statement));
    return agreement ? [[statement, agreement]] : [];
  });
  return { score, ...Object.fromEntries(said) };
}

const scoreOf = (text: string | undefined): Score | undefined => scores.find((one) => String(one) === text);
