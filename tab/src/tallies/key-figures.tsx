/** The month in a row of figures, each beside the same month last year. */
import { mergeClasses } from '@fluentui/react-components';
import { none } from '../../../bot/domain/tally/dimensions.ts';
import type { Cut } from '../../../bot/domain/tally/facts.ts';
import type { Share, Times } from '../../../bot/domain/tally/figures.ts';
import type {
  Cell,
  Compared,
  CountRow,
  CountyView,
  FiguresView,
} from '../../../bot/domain/views/tally-views.ts';
import { useStyles } from '../kit/styles.ts';
import {
  cellText,
  changeText,
  countText,
  growthText,
  minutesText,
  pointsText,
  shareText,
  sumOf,
} from './numbers.ts';
import { LookButton, type OnLook, ShownCell } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import type { Say } from './words.ts';

type Tile = {
  readonly name: string;
  readonly figure: Cell | string;
  readonly lines: readonly string[];
  /** The contacts that the figure counts, where they are one cut of the month. */
  readonly counts?: { readonly within: Cut; readonly n: number };
};

type KeyFiguresProps = {
  readonly tiles: readonly Tile[];
  readonly say: Say;
  readonly onLook: OnLook | undefined;
};

export function KeyFigures({ tiles, say, onLook }: KeyFiguresProps) {
  const [styles, tally] = [useStyles(), useTallyStyles()];
  return (
    <dl className={tally.tiles} aria-label={say.figures.label}>
      {tiles.map((tile) => (
        <div key={tile.name} className={mergeClasses(tally.tile, tally.whole)}>
          <dt>{tile.name}</dt>
          <dd className={styles.tileNumber}>
            <Figure tile={tile} say={say} onLook={onLook} />
          </dd>
          {tile.lines.map((line) => (
            <dd key={line} className={mergeClasses(styles.quiet, tally.small)}>
              {line}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Figure({ tile, say, onLook }: Omit<KeyFiguresProps, 'tiles'> & { readonly tile: Tile }) {
  const { name, figure, counts } = tile;
  if (figure === 'hidden') return <ShownCell cell={figure} say={say} />;
  const text = textOf(say, figure);
  if (!counts || counts.n === 0 || !onLook) return text;
  const { n, within } = counts;
  const count = countText(say.language, n);
  // what is seen is part of what is heard (WCAG 2.5.3)
  const what = count === text ? name : `${name} ${text}`;
  return (
    <LookButton name={say.behind.look(what, count)} onLook={() => onLook(within, name)}>
      {text}
    </LookButton>
  );
}

const textOf = (say: Say, figure: Cell | string) =>
  typeof figure === 'number'
    ? countText(say.language, figure)
    : figure === 'no-data'
      ? say.in.noData
      : figure;

// --- what stands in them ---

/** A running month is compared in its contacts alone, by the days that are over. */
export function tilesOf(figures: FiguresView, running: boolean, say: Say): readonly Tile[] {
  const { figure } = say.in;
  const { digital, promises, misdirected, toAnswer, toClaim, assessments } = figures;
  const share = (name: string, one: Compared<Share>, within: Cut, more: readonly string[] = []): Tile => ({
    name,
    figure: shareText(say, one.now),
    lines: [outOf(say, one.now), ...more, ...(running ? [] : sharesBefore(say, one))],
    counts: { within, n: one.now.n },
  });
  return [
    contactsTile(figures, running, say),
    share(figure.digital, digital, { channel: ['teams'] }, running ? [] : growthLine(figures, say)),
    share(figure.promises, promises, { promise: ['kept'] }),
    timeTile(say.figures.toAnswer, toAnswer, running, say),
    timeTile(say.figures.toClaim, toClaim, running, say),
    share(figure.misdirected, misdirected, { misdirected: ['yes'] }),
    countTile(say.figures.grants, summed(figures.lists.service), running, say),
    assessmentTile(assessments, running, say),
    countTile(say.figures.concerns, summed(figures.lists.concern), running, say),
  ];
}

const contactsTile = (figures: FiguresView, running: boolean, say: Say): Tile => ({
  name: say.in.figure.contacts,
  figure: figures.contacts.now,
  lines: contactsBefore(figures, running, say),
  counts: { within: {}, n: figures.contacts.now },
});

/** The county as everybody may see it. */
export function countyTiles({ contacts, lastYear }: CountyView, running: boolean, say: Say): readonly Tile[] {
  const compared = { now: contacts, lastYear };
  return [{ name: say.figures.county, figure: contacts, lines: running ? [] : countsBefore(say, compared) }];
}

const outOf = (say: Say, { n, of }: Share) =>
  say.outOf(countText(say.language, n), countText(say.language, of));

const withChange = (line: string, change: string | undefined) => (change ? [line, change] : [line]);

function countsBefore(say: Say, { now, lastYear }: { readonly now: Cell; readonly lastYear: Cell }) {
  const change = changeText(say.language, now, lastYear);
  return withChange(say.lastYear(cellText(say, lastYear)), change && say.change(change));
}

function sharesBefore(say: Say, { now, lastYear }: Compared<Share>): string[] {
  if (lastYear === 'no-data') return [say.lastYear(say.in.noData)];
  const points = pointsText(say.language, now, lastYear);
  return withChange(say.lastYear(shareText(say, lastYear)), points && say.points(points));
}

const growthLine = ({ digitalGrowth }: FiguresView, say: Say) =>
  digitalGrowth === 'no-data' ? [] : [say.growth(growthText(say.language, digitalGrowth))];

function contactsBefore({ contacts, sameDays }: FiguresView, running: boolean, say: Say): readonly string[] {
  if (!running) return countsBefore(say, contacts);
  if (!sameDays) return [say.noSameDays];
  const { through, now, lastYear, workingDays } = sameDays;
  const change = changeText(say.language, now, lastYear);
  return [
    ...withChange(
      say.sameDays(through, countText(say.language, now), countText(say.language, lastYear)),
      change && say.change(change),
    ),
    say.workingDays(workingDays.now, workingDays.lastYear),
  ];
}

function timeTile(
  name: string,
  { now, lastYear }: Compared<Times | 'none'>,
  running: boolean,
  say: Say,
): Tile {
  const before = typeof lastYear === 'string' ? say.in.noData : minutesText(lastYear.median);
  const lines = running ? [] : [say.lastYear(before)];
  if (now === 'none') return { name, figure: 'no-data', lines };
  return {
    name,
    figure: minutesText(now.median),
    lines: [say.median(minutesText(now.median)), say.p90(minutesText(now.p90)), ...lines],
  };
}

const countTile = (
  name: string,
  counts: { readonly now: Cell; readonly lastYear: Cell },
  running: boolean,
  say: Say,
): Tile => ({ name, figure: counts.now, lines: running ? [] : countsBefore(say, counts) });

function assessmentTile({ now, lastYear }: FiguresView['assessments'], running: boolean, say: Say): Tile {
  const before = { now: now.all, lastYear: lastYear === 'no-data' ? lastYear : lastYear.all };
  const tile = countTile(say.in.figure.assessments, before, running, say);
  const { n, of } = now.statutory;
  if (of === 0) return tile;
  const inTime = say.inTime(countText(say.language, n), countText(say.language, of));
  return { ...tile, lines: [inTime, ...tile.lines] };
}

/** Of things: contacts without any are left out. */
function summed(rows: readonly CountRow[]) {
  const things = rows.filter(({ value }) => value !== none);
  return { now: sumOf(things.map(({ now }) => now)), lastYear: sumOf(things.map((one) => one.lastYear)) };
}
