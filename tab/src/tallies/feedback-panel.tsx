/** What askers thought of the line in a month, once it has ended and enough of them have answered. */
import { mergeClasses, Text } from '@fluentui/react-components';
import type { FeedbackFigures, Statement } from '../../../bot/domain/feedback.ts';
import type { Month } from '../../../bot/domain/names.ts';
import type { FeedbackView } from '../../../bot/domain/views/feedback-views.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Scrolled } from '../kit/scrolled.tsx';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { daysText } from '../kit/when.ts';
import { countText } from './numbers.ts';
import { Panel } from './panel.tsx';
import { useTallyStyles } from './tally-styles.ts';
import type { Say } from './words.ts';

type Props = Pick<PageProps, 'texts' | 'server'> & { readonly month: Month; readonly say: Say };

/** Named here again: the file they come from brings the calendar's reckoning along. */
const statements: readonly Statement[] = ['helped', 'clear'];

export function FeedbackPanel({ month, say, texts, server }: Props) {
  const { remote, again } = useQuery<FeedbackView>(server, `/feedback/${month}`);
  return (
    <Panel id="feedback" heading={say.feedback.heading}>
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(view) => <FeedbackShown view={view} say={say} />}
      </Shown>
    </Panel>
  );
}

export function FeedbackShown({ view, say }: { readonly view: FeedbackView; readonly say: Say }) {
  const styles = useStyles();
  if (view.toldFrom)
    return <Text>{say.feedback.running(daysText(say.language, view.toldFrom, view.toldFrom))}</Text>;
  if (!view.figures) return <Text>{say.feedback.tooFew}</Text>;
  const { nps, n } = view.figures;
  return (
    <>
      <p className={styles.figure}>
        <Text size={700} weight="semibold">
          {nps.toLocaleString(say.language, { signDisplay: 'exceptZero' })}
        </Text>
        <Text>{say.feedback.nps(countText(say.language, n))}</Text>
      </p>
      <Text size={200}>{say.feedback.npsNote}</Text>
      <Statements figures={view.figures} say={say} />
    </>
  );
}

function Statements({ figures, say }: { readonly figures: FeedbackFigures; readonly say: Say }) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  const number = mergeClasses(styles.cell, count);
  const mean = (n: number) => n.toLocaleString(say.language, { maximumFractionDigits: 1 });
  return (
    <Scrolled label={say.tableOf(say.feedback.heading)}>
      <table className={styles.table} aria-labelledby="feedback">
        <thead>
          <tr>
            {[say.feedback.statement, say.feedback.answers, say.feedback.mean].map((head, nth) => (
              <th key={head} scope="col" className={nth === 0 ? undefined : count}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statements.map((one) => (
            <tr key={one}>
              <th scope="row" className={styles.cell}>
                {say.said[one]}
              </th>
              <td className={number}>{figures[one] ? countText(say.language, figures[one].n) : '–'}</td>
              <td className={number}>{figures[one] ? mean(figures[one].mean) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
