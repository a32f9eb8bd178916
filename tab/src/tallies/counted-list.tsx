/** Counts by one dimension: a table whose rows are the bars of a chart. */
import { Button, mergeClasses, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Dimension } from '../../../bot/domain/tally/dimensions.ts';
import type { Cell, CountRow, Names } from '../../../bot/domain/views/tally-views.ts';
import { Scrolled } from '../kit/scrolled.tsx';
import { useStyles } from '../kit/styles.ts';
import { differenceText } from './numbers.ts';
import { Panel } from './panel.tsx';
import { LookedBehind, type OnLook, ShownCell } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import { nameOf, type Say } from './words.ts';

type CountedListProps = {
  readonly id: string;
  readonly heading: string;
  readonly dimension: Dimension;
  readonly rows: readonly CountRow[];
  readonly names: Names;
  readonly say: Say;
  /** A running month is compared elsewhere, by its days. */
  readonly running: boolean;
  readonly onLook: OnLook | undefined;
};

const shownAtOnce = 12;

export function CountedList({ id, heading, rows, ...rest }: CountedListProps) {
  const { say, running } = rest;
  const isEmpty = rows.every(({ now, lastYear }) => !now && (lastYear === 'no-data' || !lastYear));
  const compared = !running && rows.some(({ lastYear }) => lastYear !== 'no-data');
  return (
    <Panel id={id} heading={heading}>
      {isEmpty ? (
        <Text>{say.nothing}</Text>
      ) : (
        <Rows id={id} heading={heading} rows={rows} compared={compared} most={mostOf(rows)} {...rest} />
      )}
    </Panel>
  );
}

const numberIn = (cell: Cell) => (typeof cell === 'number' ? cell : 0);
const mostOf = (rows: readonly CountRow[]) =>
  Math.max(1, ...rows.flatMap(({ now, lastYear }) => [numberIn(now), numberIn(lastYear)]));

type CountedRowsProps = CountedListProps & { readonly compared: boolean; readonly most: number };

function Rows({ id, heading, rows, ...rest }: CountedRowsProps) {
  const [styles, { paperOnly }] = [useStyles(), useTallyStyles()];
  const [all, setAll] = useState(false);
  const { say, dimension, compared } = rest;
  const left = rows.length - shownAtOnce;
  return (
    <>
      <Scrolled label={say.tableOf(heading)}>
        <table className={styles.table} aria-labelledby={id}>
          <Head say={say} dimension={dimension} compared={compared} />
          <tbody>
            {rows.map((row, nth) => (
              <tr key={row.value} className={nth < shownAtOnce || all ? undefined : paperOnly}>
                <Row row={row} {...rest} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {left > 0 && (
        <div className={styles.onScreen}>
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say.less : say.more(left)}
          </Button>
        </div>
      )}
    </>
  );
}

function Head({ say, dimension, compared }: Pick<CountedRowsProps, 'say' | 'dimension' | 'compared'>) {
  const [styles, { small, count }] = [useStyles(), useTallyStyles()];
  const quiet = mergeClasses(styles.quiet, small);
  const heads = compared ? [say.column.now, say.column.lastYear, say.column.change] : [say.column.now];
  return (
    <thead>
      <tr>
        <th scope="col" className={quiet}>
          {say.in.dimension[dimension]}
        </th>
        {heads.map((head) => (
          <th key={head} scope="col" className={mergeClasses(quiet, count)}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({
  row: { value, now, lastYear },
  names,
  ...rest
}: Omit<CountedRowsProps, 'id' | 'heading' | 'rows' | 'running'> & { readonly row: CountRow }) {
  const [styles, { name, count }] = [useStyles(), useTallyStyles()];
  const { dimension, say, compared, most, onLook } = rest;
  const what = nameOf(say, names, dimension, value);
  const number = mergeClasses(styles.cell, count);
  return (
    <>
      <th scope="row" className={mergeClasses(styles.cell, name)}>
        {what}
        <Bar now={now} lastYear={compared ? lastYear : 'no-data'} most={most} />
      </th>
      <td className={number}>
        <LookedBehind cell={now} what={what} within={{ [dimension]: [value] }} say={say} onLook={onLook} />
      </td>
      {compared && (
        <td className={number}>
          <ShownCell cell={lastYear} say={say} />
        </td>
      )}
      {compared && <td className={number}>{differenceText(say.language, now, lastYear)}</td>}
    </>
  );
}

/** The picture of the row's numbers; the numbers themselves stand beside it. */
function Bar({ now, lastYear, most }: Pick<CountRow, 'now' | 'lastYear'> & { readonly most: number }) {
  const { track, bar, mark } = useTallyStyles();
  const across = (n: number) => `${(100 * n) / most}%`;
  return (
    <span className={track} aria-hidden>
      {typeof now === 'number' && <span className={bar} style={{ width: across(now) }} />}
      {typeof lastYear === 'number' && (
        <span className={mark} style={{ left: `min(${across(lastYear)}, 100% - 2px)` }} />
      )}
    </span>
  );
}
