/** What the asker's closed card asks of the line. */
import type { Case } from '../../domain/case/case.ts';
import type { Language } from '../../domain/county.ts';
import { agreements, scores, statements } from '../../domain/feedback.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { buttons, idsOf, sendNow } from '../elements/actions.ts';
import { bold, type Element, remark, ruled } from '../elements/elements.ts';
import { choice } from '../elements/inputs.ts';

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
