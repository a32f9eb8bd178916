/** Taking the line into use: its steps, and how far each has come by what is kept. */
import type { County } from '../county.ts';
import type { Moment, RegionId } from '../names.ts';
import type { BindingTarget } from './channel-wish.ts';
import { type ChannelCheck, checkState, seenChecks } from './check.ts';

export type ChannelState = {
  readonly name: string;
  readonly broken?: 'deleted' | 'archived' | 'bot-removed' | 'unreachable';
};

export type RegionSetup = {
  readonly region: RegionId;
  readonly channel?: ChannelState;
  /** Names. */
  readonly advisors: readonly string[];
  readonly check?: ChannelCheck;
};

/** What the county has not confirmed as its own yet. */
export type Unconfirmed = 'hours' | 'limits' | 'social-phone';

export type SetupView = {
  readonly at: Moment;
  readonly regions: readonly RegionSetup[];
  readonly supervisorsChannel?: ChannelState;
  readonly unconfirmed: readonly Unconfirmed[];
  /** Instructions that wait to be published. */
  readonly drafts: number;
};

export type SetupStep = 'channels' | 'advisors' | 'check' | 'settings' | 'tell';

const isWhole = (channel: ChannelState | undefined) => channel !== undefined && !channel.broken;

/** Whether the step is done. Telling the askers is the people's own to do: it is never seen to be done. */
export function isDone(step: SetupStep, view: SetupView): boolean {
  switch (step) {
    case 'channels':
      return isWhole(view.supervisorsChannel) && view.regions.every(({ channel }) => isWhole(channel));
    case 'advisors':
      return view.regions.every(({ advisors }) => advisors.length > 0);
    case 'check':
      return view.regions.every(({ check }) => checkState(check, view.at) === 'received');
    case 'settings':
      return view.unconfirmed.length === 0 && view.drafts === 0;
    case 'tell':
      return false;
  }
}

/** Questions reach people who answer. What is unconfirmed is told, and hinders nobody from asking. */
export const isReady = (view: SetupView): boolean =>
  (['channels', 'advisors', 'check'] as const).every((step) => isDone(step, view));

/** Those that have no channel that works. */
export function withoutChannel(view: SetupView): readonly BindingTarget[] {
  const regions = view.regions.filter(({ channel }) => !isWhole(channel)).map(({ region }) => region);
  return isWhole(view.supervisorsChannel) ? regions : [...regions, 'supervisors'];
}

/** Regions whose test question can be sent: they have a channel, and none is received or under way. */
export const toCheck = (view: SetupView): readonly RegionId[] =>
  view.regions
    .filter(({ channel, check }) => {
      const state = checkState(check, view.at);
      return channel !== undefined && (state === 'not-sent' || state === 'failed' || state === 'unsure');
    })
    .map(({ region }) => region);

export const seenIn = (view: SetupView): string =>
  seenChecks(
    new Map(view.regions.flatMap(({ region, check }) => (check ? [[region, check]] : []))),
    view.regions.map(({ region }) => region),
  );

export function unconfirmedIn({ opening, services, emergency }: County): readonly Unconfirmed[] {
  return [
    ...(opening.confirmed ? [] : ['hours' as const]),
    ...(services.every(({ confirmed }) => confirmed) ? [] : ['limits' as const]),
    ...(emergency.social.confirmed ? [] : ['social-phone' as const]),
  ];
}
