/** How soon questions are claimed and answered, and how many within the promised time. */
import { mergeClasses, Text } from '@fluentui/react-components';
import type { Times } from '../../../bot/domain/tally/figures.ts';
import type { Compared, FiguresView } from '../../../bot/domain/views/tally-views.ts';
import { Scrolled } from '../kit/scrolled.tsx';
import { useStyles } from '../kit/styles.ts';
import { countText, minutesText, shareText } from './numbers.ts';
import { Panel } from './panel.tsx';
import { useTallyStyles } from './tally-styles.ts';
import type { Say } from './words.ts';

type Props = { readonly figures: FiguresView; readonly say: Say; readonly running: boolean };

export function TimesPanel({ figures, say, running }: Props) {
  const { promises } = figures;
  const [n, of] = [promises.now.n, promises.now.of].map((count) => countText(say.language, count));
  return (
    <Panel id="times" heading={say.times.heading}>
      <Text>
        {promises.now.of === 0
          ? say.times.noPromises
          : say.times.promises(shareText(say, promises.now), n ?? '', of ?? '')}
      </Text>
      <TimesTable figures={figures} say={say} running={running} />
      <Text size={200}>{say.times.text}</Text>
    </Panel>
  );
}

function TimesTable({ figures, say, running }: Props) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  const { measured, median, p90, lastYear } = say.column;
  const heads = [measured, median, p90];
  const before = running ? [] : [median, p90].map((head) => `${lastYear}: ${head}`);
  return (
    <Scrolled label={say.tableOf(say.times.heading)}>
      <table className={styles.table} aria-labelledby="times">
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {say.times.what}
            </th>
            {[...heads, ...before].map((head) => (
              <th key={head} scope="col" className={mergeClasses(styles.cell, count)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <TimesRow name={say.figures.toClaim} times={figures.toClaim} say={say} running={running} />
          <TimesRow name={say.figures.toAnswer} times={figures.toAnswer} say={say} running={running} />
        </tbody>
      </table>
    </Scrolled>
  );
}

type TimesRowProps = Omit<Props, 'figures'> & {
  readonly name: string;
  readonly times: Compared<Times | 'none'>;
};

function TimesRow({ name, times: { now, lastYear }, say, running }: TimesRowProps) {
  const [styles, { count, oneLine }] = [useStyles(), useTallyStyles()];
  const shown = (times: Times | 'none' | 'no-data', which: 'median' | 'p90') =>
    typeof times === 'string' ? say.in.noData : minutesText(times[which]);
  const measured = countText(say.language, now === 'none' ? 0 : now.n);
  const before = running ? [] : [shown(lastYear, 'median'), shown(lastYear, 'p90')];
  const cells = [measured, shown(now, 'median'), shown(now, 'p90'), ...before];
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {name}
      </th>
      {cells.map((cell, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two times can be alike, their columns never move
        <td key={nth} className={mergeClasses(styles.cell, count, oneLine)}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
