/** Any two dimensions as a table. */
import { Field, MessageBar, MessageBarBody, mergeClasses, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { countsMany, type Dimension, dimensions } from '../../../bot/domain/tally/dimensions.ts';
import type { Cell, TableView } from '../../../bot/domain/views/tally-views.ts';
import { useAsked } from '../asked.ts';
import type { PageProps } from '../pages.ts';
import { Shown } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { type Asking, addressOf } from './asking.ts';
import { Panel, Scrolled } from './panel.tsx';
import { Saving } from './saving.tsx';
import { type Look, LookedBehind, ShownCell } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import { nameOf, type Say } from './words.ts';

type Pair = { readonly rows: Dimension; readonly across: Dimension };

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly asking: Asking;
  readonly say: Say;
  readonly onLook: Look | undefined;
};

export function CrossTable(props: Props) {
  const [pair, setPair] = useState<Pair>({ rows: 'region', across: 'topic' });
  const { asking, say, texts, server } = props;
  return (
    <Panel id="table" heading={say.table.heading}>
      <Dimensions pair={pair} say={say} onPick={setPair} />
      <Asked pair={pair} {...props} />
      <Saving asking={asking} say={say} texts={texts} server={server} table={pair} />
    </Panel>
  );
}

type PickProps = { readonly pair: Pair; readonly say: Say; readonly onPick: (pair: Pair) => void };

/** Whoever picks for one side what the other has, swaps them. */
export function picked({ rows, across }: Pair, side: keyof Pair, dimension: Dimension): Pair {
  if (side === 'rows') return { rows: dimension, across: dimension === across ? rows : across };
  return { rows: dimension === rows ? across : rows, across: dimension };
}

function Dimensions({ pair, say, onPick }: PickProps) {
  const styles = useStyles();
  const side = (which: keyof Pair) => (
    <Field label={say.table[which]}>
      <Select
        value={pair[which]}
        onChange={(_, { value }) => onPick(picked(pair, which, value as Dimension))}
      >
        {dimensions.map((one) => (
          <option key={one} value={one}>
            {say.in.dimension[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={mergeClasses(styles.form, styles.onScreen)}>
      {side('rows')}
      {side('across')}
    </div>
  );
}

function Asked({ pair, asking, say, texts, server, onLook }: Props & { readonly pair: Pair }) {
  const { remote, again } = useAsked<TableView>(server, addressOf(asking, '/table', pair));
  if (asking.shared && remote.state === 'failed' && remote.failure === 'bad-input')
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{say.table.tooLarge}</MessageBarBody>
      </MessageBar>
    );
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {(table) => <TwoWays table={table} say={say} onLook={onLook} />}
    </Shown>
  );
}

type TableProps = { readonly table: TableView; readonly say: Say; readonly onLook: Look | undefined };

export function TwoWays({ table, say, onLook }: TableProps) {
  const styles = useStyles();
  const { rows, across, columns, lines, sums, total, names } = table;
  const isMany = countsMany(rows) || countsMany(across);
  return (
    <>
      <Scrolled label={say.tableOf(say.table.heading)}>
        <table className={styles.table} aria-labelledby="table">
          <Heads
            first={`${say.in.dimension[rows]} / ${say.in.dimension[across]}`}
            names={columns.map((value) => nameOf(say, names, across, value))}
            last={say.in.column.sum}
          />
          <tbody>
            {lines.map((line) => (
              <Line key={line.value} line={line} table={table} say={say} onLook={onLook} />
            ))}
            <Sums cells={[...sums, total]} say={say} />
          </tbody>
        </table>
      </Scrolled>
      {isMany && <Text size={200}>{say.table.many}</Text>}
    </>
  );
}

function Heads({
  first,
  names,
  last,
}: {
  readonly first: string;
  readonly names: readonly string[];
  readonly last: string;
}) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.cell}>
          {first}
        </th>
        {[...names, last].map((name, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two values may be called alike, the table is drawn whole
          <th key={nth} scope="col" className={mergeClasses(styles.cell, count)}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({
  line: { value, cells, sum },
  table: { rows, across, columns, names },
  say,
  onLook,
}: TableProps & { readonly line: TableView['lines'][number] }) {
  const [styles, { count, rowName }] = [useStyles(), useTallyStyles()];
  const number = mergeClasses(styles.cell, count);
  const row = nameOf(say, names, rows, value);
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, rowName)}>
        {row}
      </th>
      {cells.map((cell, nth) => {
        const column = columns[nth] ?? '';
        const what = `${row}, ${nameOf(say, names, across, column)}`;
        const within = { [rows]: [value], [across]: [column] };
        return (
          <td key={column} className={number}>
            <LookedBehind cell={cell} what={what} within={within} say={say} onLook={onLook} />
          </td>
        );
      })}
      <td className={number}>
        <ShownCell cell={sum} say={say} />
      </td>
    </tr>
  );
}

function Sums({ cells, say }: { readonly cells: readonly Cell[]; readonly say: Say }) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {say.in.column.sum}
      </th>
      {cells.map((cell, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sums may be alike, the table is drawn whole
        <td key={nth} className={mergeClasses(styles.cell, count)}>
          <ShownCell cell={cell} say={say} />
        </td>
      ))}
    </tr>
  );
}
