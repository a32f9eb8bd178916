/** Hides small numbers in what is shared widely, and as many others as it takes so that none can be worked out. */

/** Numbers from 1 up to here could tell of somebody; nought tells of nobody. */
export const leastShown = 5;

/**
 * A published number as a flow from one sum to another: a region's count flows from the total to the region, a cell
 * of a table from its row to its column. Every sum that a reader could check is a node where as much comes in as goes
 * out; so what can be worked out of hidden numbers is what can't flow any other way.
 */
export type Flow = {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  /** A sum is worth more to its readers than a part: it is hidden only when nothing else helps. */
  readonly isSum?: true;
};

const isSmall = ({ n }: Flow) => n > 0 && n < leastShown;

/** Which flows must be hidden, by their place in the list. Noughts are never hidden. */
export function hiddenFlows(flows: readonly Flow[]): ReadonlySet<number> {
  const small = flows.flatMap((flow, index) => (isSmall(flow) ? [index] : []));
  const hidden = new Set(small);
  // a cover may open others, never expose them: once round is enough
  for (const index of small) for (const cover of cheapestCircle(flows, hidden, index)) hidden.add(cover);
  return hidden;
}

/**
 * The flows that must be hidden for this one to have at least two values in a reader's eyes: one more (or one less) of
 * it, made up for around a circle of hidden flows. None when such a circle is hidden already.
 */
function cheapestCircle(flows: readonly Flow[], hidden: ReadonlySet<number>, index: number): Path['through'] {
  const [more, less] = ([1, -1] as const).map((by) => circle(flows, hidden, index, by));
  if (more && less) return (less.cost < more.cost ? less : more).through;
  return (more ?? less)?.through ?? [];
}

/** What it costs to send one on to a node, and through which flows. */
type Path = { readonly cost: number; readonly through: readonly number[] };
const costOfSum = 1_000_000;
const costOf = ({ n, isSum }: Flow) => n + (isSum ? costOfSum : 0);

function circle(
  flows: readonly Flow[],
  hidden: ReadonlySet<number>,
  index: number,
  by: 1 | -1,
): Path | undefined {
  const flow = flows[index];
  if (!flow || flow.n + by < 1) return undefined;
  const [start, goal] = by === 1 ? [flow.to, flow.from] : [flow.from, flow.to];
  const paths = new Map<string, Path>([[start, { cost: 0, through: [] }]]);
  // shortest paths by relaxing until nothing gets cheaper (Bellman, Ford): a page of numbers has few nodes
  for (let cheaper = true; cheaper; ) {
    cheaper = false;
    flows.forEach((other, nth) => {
      if (nth === index || other.n === 0) return;
      const cost = hidden.has(nth) ? 0 : costOf(other);
      if (relax(paths, other.from, other.to, nth, cost)) cheaper = true;
      // one less of it must leave at least 1, for noughts are shown: the reader knows that too
      if (other.n >= 2 && relax(paths, other.to, other.from, nth, cost)) cheaper = true;
    });
  }
  return paths.get(goal);
}

/** Whether going through that flow reaches its other end more cheaply than before. */
function relax(paths: Map<string, Path>, from: string, to: string, nth: number, cost: number): boolean {
  const path = paths.get(from);
  if (!path || path.cost + cost >= (paths.get(to)?.cost ?? Number.POSITIVE_INFINITY)) return false;
  paths.set(to, { cost: path.cost + cost, through: [...path.through, nth] });
  return true;
}

/** A number as it may be shared. */
export type Shown = number | 'hidden';

const all = 'all';
const isSum = true as const;

/** A list and its total, such as a month by region: the parts add up to the total. */
export function hideInList(parts: readonly number[]): {
  readonly parts: readonly Shown[];
  readonly total: Shown;
} {
  const total = parts.reduce((sum, n) => sum + n, 0);
  const flows = [
    ...parts.map((n) => ({ from: all, to: 'parts', n })),
    { from: 'parts', to: all, n: total, isSum },
  ];
  const hidden = hiddenFlows(flows);
  const shown = flows.map(({ n }, index): Shown => (hidden.has(index) ? 'hidden' : n));
  return { parts: shown.slice(0, -1), total: shown.at(-1) ?? 0 };
}

/** A list whose parts add up to nothing that is shared: only the small numbers themselves are hidden. */
export const hideAlone = (parts: readonly number[]): readonly Shown[] =>
  parts.map((n) => (n > 0 && n < leastShown ? 'hidden' : n));

export type HiddenTable = {
  readonly cells: readonly (readonly Shown[])[];
  readonly rows: readonly Shown[];
  readonly across: readonly Shown[];
  readonly total: Shown;
};

/** A table with the sums of its rows, of its columns, and of all. */
export function hideInTable(cells: readonly (readonly number[])[]): HiddenTable {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0);
  const rowSums = cells.map(sum);
  const acrossSums = Array.from({ length: width }, (_, column) => sum(cells.map((row) => row[column] ?? 0)));
  const flows: Flow[] = [
    ...cells.flatMap((row, down) =>
      row.map((n, right) => ({ from: `row ${down}`, to: `column ${right}`, n })),
    ),
    ...rowSums.map((n, down) => ({ from: 'rows', to: `row ${down}`, n, isSum })),
    ...acrossSums.map((n, right) => ({ from: `column ${right}`, to: 'columns', n, isSum })),
    { from: 'columns', to: 'rows', n: sum(rowSums), isSum },
  ];
  const hidden = hiddenFlows(flows);
  const shown = flows.map(({ n }, index): Shown => (hidden.has(index) ? 'hidden' : n));
  const left = [...shown];
  const take = (n: number) => left.splice(0, n);
  return {
    cells: cells.map((row) => take(row.length)),
    rows: take(rowSums.length),
    across: take(width),
    total: shown.at(-1) ?? 0,
  };
}
