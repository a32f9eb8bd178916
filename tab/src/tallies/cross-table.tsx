/** Any two dimensions as a table. */
import { Field, mergeClasses, Select, Text } from '@fluentui/react-components';
import { countsMany, type Dimension, dimensions } from '../../../bot/domain/tally/dimensions.ts';
import { sharedAcross, type TableView } from '../../../bot/domain/views/tally-views.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Scrolled } from '../kit/scrolled.tsx';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { addressOf, type DimensionPair, type TallyQuery } from './asking.ts';
import { Panel } from './panel.tsx';
import { Saving } from './saving.tsx';
import { LookedBehind, type OnLook, ShownCell } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import { nameOf, type Say } from './words.ts';

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly asking: TallyQuery;
  readonly pair: DimensionPair;
  readonly say: Say;
  readonly onPick: (pair: DimensionPair) => void;
  readonly onLook: OnLook | undefined;
};

export function CrossTable({ pair: chosen, onPick, ...rest }: Props) {
  const { asking, say, texts, server } = rest;
  const pair = asking.shared ? sharedPair(chosen) : chosen;
  return (
    <Panel id="table" heading={say.table.heading}>
      <Dimensions pair={pair} shared={asking.shared} say={say} onPick={onPick} />
      <Asked pair={pair} {...rest} />
      <Saving asking={asking} say={say} texts={texts} server={server} table={pair} />
    </Panel>
  );
}

type PickProps = Pick<Props, 'pair' | 'say' | 'onPick'> & { readonly shared: boolean };

/** Only these tables keep each other's secrets: regions down, one of a few across. */
export const sharedPair = ({ rows, across }: DimensionPair): DimensionPair => ({
  rows: 'region',
  across: sharedAcross.find((one) => one === across) ?? sharedAcross.find((one) => one === rows) ?? 'topic',
});

/** Anyone who picks for one side what the other has, swaps them. */
export function picked(
  { rows, across }: DimensionPair,
  side: keyof DimensionPair,
  dimension: Dimension,
): DimensionPair {
  if (side === 'rows') return { rows: dimension, across: dimension === across ? rows : across };
  return { rows: dimension === rows ? across : rows, across: dimension };
}

function Dimensions({ pair, shared, say, onPick }: PickProps) {
  const styles = useStyles();
  const side = (which: keyof DimensionPair, offered: readonly Dimension[]) => (
    <Field label={say.table[which]}>
      <Select
        value={pair[which]}
        onChange={(_, { value }) => onPick(picked(pair, which, value as Dimension))}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {say.in.dimension[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={mergeClasses(styles.form, styles.onScreen)}>
      {!shared && side('rows', dimensions)}
      {side('across', shared ? sharedAcross : dimensions)}
    </div>
  );
}

function Asked({ pair, asking, say, texts, server, onLook }: Omit<Props, 'onPick'>) {
  const { remote, again } = useQuery<TableView>(server, addressOf(asking, '/table', pair));
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {(table) => <TwoWays table={table} say={say} onLook={onLook} />}
    </Shown>
  );
}

type TableProps = { readonly table: TableView; readonly say: Say; readonly onLook: OnLook | undefined };

/** So many columns fit on paper; a wider table is printed in parts, one below the other. */
const mostOnPaper = 10;

export function TwoWays(props: TableProps) {
  const [styles, { paperOnly }] = [useStyles(), useTallyStyles()];
  const { table, say } = props;
  const isMany = countsMany(table.rows) || countsMany(table.across);
  const parts = partsOf(table);
  return (
    <>
      <div className={parts.length > 1 ? styles.onScreen : undefined}>
        <Scrolled label={say.tableOf(say.table.heading)}>
          <Ruled {...props} />
        </Scrolled>
      </div>
      {parts.length > 1 && (
        <div className={paperOnly}>
          {parts.map((part) => (
            <Ruled key={part.columns[0]} {...props} table={part} />
          ))}
        </div>
      )}
      {isMany && <Text size={200}>{say.table.many}</Text>}
    </>
  );
}

/** Each part has its own columns and the rows' sums. */
export function partsOf(table: TableView): readonly TableView[] {
  const count = Math.max(1, Math.ceil(table.columns.length / mostOnPaper));
  return Array.from({ length: count }, (_, nth) => {
    const own = <Value,>(all: readonly Value[]) => all.slice(nth * mostOnPaper, (nth + 1) * mostOnPaper);
    return {
      ...table,
      columns: own(table.columns),
      lines: table.lines.map((line) => ({ ...line, cells: own(line.cells) })),
      sums: own(table.sums),
    };
  });
}

function Ruled({ table, say, onLook }: TableProps) {
  const styles = useStyles();
  const { rows, across, columns, lines, names } = table;
  return (
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
        <Sums table={table} say={say} onLook={onLook} />
      </tbody>
    </table>
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
        <LookedBehind cell={sum} what={row} within={{ [rows]: [value] }} say={say} onLook={onLook} />
      </td>
    </tr>
  );
}

function Sums({ table: { across, columns, sums, total, names }, say, onLook }: TableProps) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  const number = mergeClasses(styles.cell, count);
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {say.in.column.sum}
      </th>
      {sums.map((cell, nth) => {
        const value = columns[nth] ?? '';
        const what = nameOf(say, names, across, value);
        return (
          <td key={value} className={number}>
            <LookedBehind cell={cell} what={what} within={{ [across]: [value] }} say={say} onLook={onLook} />
          </td>
        );
      })}
      <td className={number}>
        <ShownCell cell={total} say={say} />
      </td>
    </tr>
  );
}
