/** Which channel each region is to have: what a supervisor wished, what of it must be confirmed, what it changes. */
import type { RegionId } from '../names.ts';

export type BindingTarget = RegionId | 'supervisors';

/** For each the id of a channel; without one it is to have none. */
export type ChannelWish = ReadonlyMap<BindingTarget, string>;

export type WishFlaw =
  /** The channel is not there (any more): another must be chosen. */
  | { readonly flaw: 'no-such-channel'; readonly target: BindingTarget }
  /** One channel for several: they may mean it. */
  | { readonly flaw: 'shared'; readonly channel: string; readonly targets: readonly BindingTarget[] }
  /** Its channel is taken away. */
  | { readonly flaw: 'unbinds'; readonly target: BindingTarget };

/** In the order of `targets`. What stands already as it is wished is no flaw. */
export function wishFlaws(
  wish: ChannelWish,
  bound: ChannelWish,
  {
    targets,
    channels,
  }: { readonly targets: readonly BindingTarget[]; readonly channels: ReadonlySet<string> },
): readonly WishFlaw[] {
  const changed = changedBy(wish, bound, targets);
  return [
    ...changed.flatMap((target): WishFlaw[] => {
      const to = wish.get(target);
      if (to === undefined) return [{ flaw: 'unbinds', target }];
      return channels.has(to) ? [] : [{ flaw: 'no-such-channel', target }];
    }),
    ...sharedIn(wish, changed, targets),
  ];
}

function sharedIn(
  wish: ChannelWish,
  changed: readonly BindingTarget[],
  targets: readonly BindingTarget[],
): readonly WishFlaw[] {
  const chosen = [...new Set(changed.flatMap((target) => wish.get(target) ?? []))];
  return chosen.flatMap((channel): WishFlaw[] => {
    const sharing = targets.filter((target) => wish.get(target) === channel);
    return sharing.length > 1 ? [{ flaw: 'shared', channel, targets: sharing }] : [];
  });
}

/** What the wish changes. */
export const changedBy = (
  wish: ChannelWish,
  bound: ChannelWish,
  targets: readonly BindingTarget[],
): readonly BindingTarget[] => targets.filter((target) => wish.get(target) !== bound.get(target));

/** The flaws as one text: what was confirmed are these and no others. */
export const flawsKey = (flaws: readonly WishFlaw[]): string =>
  flaws
    .map((one) =>
      one.flaw === 'shared'
        ? `${one.flaw}:${one.channel}:${one.targets.join('+')}`
        : `${one.flaw}:${one.target}`,
    )
    .join(',');

/** Whether they may be gone through with: somebody has seen these very flaws and wants it so. */
export const areConfirmed = (flaws: readonly WishFlaw[], confirmed: string | undefined): boolean =>
  flaws.length === 0 ||
  (flaws.every(({ flaw }) => flaw !== 'no-such-channel') && confirmed === flawsKey(flaws));
