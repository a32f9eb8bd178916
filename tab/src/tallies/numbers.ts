/** Figures as people read them: counts, shares, times and how they changed. */
import type { Language } from '../../../bot/domain/county.ts';
import type { Share } from '../../../bot/domain/tally/figures.ts';
import type { Cell } from '../../../bot/domain/views/tally-views.ts';
import type { Say } from './words.ts';

export const countText = (language: Language, n: number): string => n.toLocaleString(language);

/** `–` for a hidden number, in words when there is no data: neither is zero. */
export function cellText(say: Say, cell: Cell): string {
  if (cell === 'hidden') return '–';
  return cell === 'no-data' ? say.in.noData : countText(say.language, cell);
}

const perCent = (language: Language, share: number, signDisplay: 'auto' | 'exceptZero') =>
  share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0, signDisplay });

/** A share of nothing is no share. */
export const shareText = (say: Say, { n, of }: Share): string =>
  of === 0 ? say.in.noData : perCent(say.language, n / of, 'auto');

/** `+30 %`; 0.3 is 30 % more. */
export const growthText = (language: Language, growth: number): string =>
  perCent(language, growth, 'exceptZero');

const signed = (language: Language, n: number) => n.toLocaleString(language, { signDisplay: 'exceptZero' });

/** `+12`; undefined when either number is not known. */
export function differenceText(language: Language, now: Cell, before: Cell): string | undefined {
  if (typeof now !== 'number' || typeof before !== 'number') return undefined;
  return signed(language, now - before);
}

/** Of fewer, per cents say more than there is: from 1 to 3 is no growth of 200 %. */
const leastForPerCents = 20;

/** `+12 (+30 %)`; undefined when either number is not known. */
export function changeText(language: Language, now: Cell, before: Cell): string | undefined {
  const difference = differenceText(language, now, before);
  if (typeof now !== 'number' || typeof before !== 'number' || before < leastForPerCents) return difference;
  return `${difference} (${growthText(language, (now - before) / before)})`;
}

/** In whole percentage points, as both shares are told. */
export function pointsText(language: Language, now: Share, before: Share): string | undefined {
  if (now.of === 0 || before.of === 0) return undefined;
  const whole = ({ n, of }: Share) => Math.round((100 * n) / of);
  return signed(language, whole(now) - whole(before));
}

/** `45 min`, `2 h 5 min`: the signs are the same in every language. */
export function minutesText(minutes: number): string {
  const [hours, left] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return `${left} min`;
  return left === 0 ? `${hours} h` : `${hours} h ${left} min`;
}

/** Of a list that counts things, such as grants; what has no value counts none. */
export function sumOf(cells: readonly Cell[]): Cell {
  let sum = 0;
  for (const cell of cells) {
    if (typeof cell !== 'number') return cell;
    sum += cell;
  }
  return sum;
}
