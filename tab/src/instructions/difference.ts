/** What changed between two versions of a text, told in words so that a person can read it. */
import { diffWordsWithSpace } from 'diff';

/** A stretch of text: kept as it was, new in the later version, or gone from it. */
export type DiffPart = { readonly kind: 'kept' | 'added' | 'removed'; readonly text: string };
/** Unchanged text left out; `lines` of it. */
export type Gap = { readonly kind: 'gap'; readonly lines: number };

const kindOf = ({ added, removed }: { readonly added?: boolean; readonly removed?: boolean }) =>
  added ? 'added' : removed ? 'removed' : 'kept';

/** The stretches of both texts, in order; kept and added together make the later text, kept and removed the earlier. */
export function differenceOf(earlier: string, later: string): readonly DiffPart[] {
  return diffWordsWithSpace(earlier, later).map((part) => ({ kind: kindOf(part), text: part.value }));
}

/** Leaves long kept stretches out, but for so many lines beside each change. */
export function abridged(stretches: readonly DiffPart[], around = 2): readonly (DiffPart | Gap)[] {
  return stretches.flatMap((stretch, index): (DiffPart | Gap)[] => {
    if (stretch.kind !== 'kept') return [stretch];
    const lines = stretch.text.split('\n');
    const head = index === 0 ? 0 : around;
    const tail = index === stretches.length - 1 ? 0 : around;
    // a line begun belongs to the change beside it
    const left = lines.length - head - tail - Number(head > 0) - Number(tail > 0);
    if (left < 2) return [stretch];
    const kept = (text: string[]): DiffPart[] =>
      text.length > 0 ? [{ kind: 'kept', text: text.join('\n') }] : [];
    return [
      ...kept(head > 0 ? [...lines.slice(0, head + 1), ''] : []),
      { kind: 'gap', lines: left },
      ...kept(tail > 0 ? lines.slice(lines.length - tail - 1) : []),
    ];
  });
}
