/** Two years month by month: columns side by side, and the same numbers as a table. */
import { mergeClasses, Text } from '@fluentui/react-components';
import type { Cell, RunPoint, Sees } from '../../../bot/domain/views/tally-views.ts';
import { Scrolled } from '../kit/scrolled.tsx';
import { useStyles } from '../kit/styles.ts';
import { monthText } from '../kit/when.ts';
import { changeText, shareText } from './numbers.ts';
import { Folded, Panel } from './panel.tsx';
import { ShownCell } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import type { Say } from './words.ts';

type Props = { readonly run: readonly RunPoint[]; readonly sees: Sees; readonly say: Say };

export function MonthRun({ run, sees, say }: Props) {
  return (
    <Panel id="run" heading={say.run.heading}>
      <Columns run={run} />
      <Legend run={run} say={say} />
      <Folded show={say.run.table} hide={say.run.hide}>
        <RunTable run={run} sees={sees} say={say} />
      </Folded>
    </Panel>
  );
}

function Columns({ run }: Pick<Props, 'run'>) {
  const { columns, feet, foot } = useTallyStyles();
  const most = Math.max(1, ...run.map(({ contacts }) => (typeof contacts === 'number' ? contacts : 0)));
  return (
    <div aria-hidden>
      <div className={columns}>
        {run.map((point) => (
          <Column key={point.month} point={point} most={most} />
        ))}
      </div>
      <div className={feet}>
        {run.map(({ month }, nth) => (
          <span key={month} className={foot}>
            {footOf(month, nth)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A name under every column would not fit a phone. */
function footOf(month: string, nth: number): string {
  const [year = '', of] = month.split('-');
  if (of === '01') return year;
  return nth % 3 === 0 && of !== '12' && of !== '02' ? String(Number(of)) : '';
}

function Column({ point: { contacts, digital }, most }: { readonly point: RunPoint; readonly most: number }) {
  const { column, part, unknown, hidden } = useTallyStyles();
  if (contacts === 'no-data') return <span className={unknown} />;
  if (contacts === 'hidden') return <span className={hidden}>–</span>;
  const within = typeof digital === 'number' && contacts > 0 ? digital / contacts : 0;
  return (
    <span className={column} style={{ height: `${(100 * contacts) / most}%` }}>
      <span className={part} style={{ height: `${100 * within}%` }} />
    </span>
  );
}

function Legend({ run, say }: Pick<Props, 'run' | 'say'>) {
  const [styles, { swatch, outlined, filled, striped, small }] = [useStyles(), useTallyStyles()];
  const isUnknown = run.some(({ contacts }) => contacts === 'no-data');
  const entries: readonly (readonly [string, string])[] = [
    [say.run.all, outlined],
    [say.run.digital, filled],
    ...(isUnknown ? [[say.run.noData, striped] as const] : []),
  ];
  return (
    <div className={mergeClasses(styles.line, small)}>
      {entries.map(([name, look]) => (
        <span key={name} className={styles.line}>
          <span className={mergeClasses(swatch, look)} aria-hidden />
          {name}
        </span>
      ))}
      {run.some(({ contacts }) => contacts === 'hidden') && <Text size={200}>{`– ${say.run.hidden}`}</Text>}
    </div>
  );
}

function RunTable({ run, sees, say }: Props) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  const { column } = say;
  const county = sees === 'own' ? [say.in.column.county] : [];
  const heads = [
    say.in.figure.contacts,
    column.change,
    say.in.column.digital,
    column.digitalShare,
    ...county,
  ];
  return (
    <Scrolled label={say.tableOf(say.run.heading)}>
      <table className={styles.table} aria-labelledby="run">
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {say.choose.month}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={mergeClasses(styles.cell, count)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.map((point, nth) => (
            <RunRow key={point.month} point={point} before={run[nth - 12]} sees={sees} say={say} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

type MonthRowProps = Pick<Props, 'sees' | 'say'> & {
  readonly point: RunPoint;
  /** The same month a year before, when the run reaches so far. */
  readonly before: RunPoint | undefined;
};

function RunRow({ point: { month, contacts, digital, county }, before, sees, say }: MonthRowProps) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  const number = mergeClasses(styles.cell, count);
  const shown = (cell: Cell) => (
    <td className={number}>
      <ShownCell cell={cell} say={say} />
    </td>
  );
  const isShare = typeof digital === 'number' && typeof contacts === 'number';
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {monthText(say.language, month)}
      </th>
      {shown(contacts)}
      <td className={number}>{before && changeText(say.language, contacts, before.contacts)}</td>
      {shown(digital)}
      <td className={number}>{isShare && shareText(say, { n: digital, of: contacts })}</td>
      {sees === 'own' && shown(county)}
    </tr>
  );
}
