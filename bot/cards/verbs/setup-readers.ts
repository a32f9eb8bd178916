/** Reads the presses of taking the line into use; what a card says of rights or states is not believed. */
import type { County } from '../../domain/county.ts';
import { type PersonId, type RegionId, readPersonId } from '../../domain/names.ts';
import type { BindingTarget } from '../../domain/setup/channel-wish.ts';
import { opensDialog, type Pressed, type PressReader, readMany, readText } from './pressed.ts';

/** What stands in a channel's list for none. */
export const noChannelKey = 'none';
export const channelField = (target: BindingTarget) => `to-${target}`;

/** `keys`: what stands for the chosen channels; `confirmed`: the flaws that were seen and are wanted. */
export type ChannelsSent = {
  readonly press: 'channels';
  readonly keys: ReadonlyMap<BindingTarget, string>;
  readonly confirmed?: string;
};
export type AdvisorsSent = {
  readonly press: 'advisors';
  readonly region: RegionId;
  readonly people: readonly PersonId[];
};
export type TeamWish = { readonly press: 'team'; readonly region: RegionId };
export type TestWish = { readonly press: 'test'; readonly of: RegionId | 'all'; readonly seen: string };
export type ReceivedWish = { readonly press: 'received'; readonly region: RegionId; readonly test: string };

/** Undefined for a region that the county has not. */
function withRegion<Wish>(
  { regions }: County,
  data: Pressed,
  field: string,
  make: (region: RegionId) => Wish,
): Wish | undefined {
  const found = regions.find(({ id }) => id === readText(data, field));
  return found && make(found.id);
}

const channels: PressReader<{ readonly press: 'channelsDialog' } | ChannelsSent> = (data, { county }) =>
  opensDialog(data) ? { press: 'channelsDialog' } : readChannels(data, county);

function readChannels(data: Pressed, { regions }: County): ChannelsSent {
  const targets: readonly BindingTarget[] = [...regions.map(({ id }) => id), 'supervisors'];
  const chosen = targets.flatMap((target) => {
    const key = readText(data, channelField(target));
    return key && key !== noChannelKey ? [[target, key] as const] : [];
  });
  const flaws = readText(data, 'flaws');
  const isMeant = readText(data, 'confirmed') === 'true' && flaws !== undefined;
  return { press: 'channels', keys: new Map(chosen), ...(isMeant && { confirmed: flaws }) };
}

const team: PressReader<TeamWish> = (data, { county }) =>
  withRegion(county, data, 'region', (region) => ({ press: 'team', region }));

const advisors: PressReader<{ readonly press: 'advisorsDialog' } | AdvisorsSent> = (data, { county }) =>
  opensDialog(data) ? { press: 'advisorsDialog' } : readAdvisors(data, county);

/** The people stand under the region whose team they were shown of, whatever is chosen above them now. */
const readAdvisors = (data: Pressed, county: County) =>
  withRegion(
    county,
    data,
    'of',
    (region): AdvisorsSent => ({
      press: 'advisors',
      region,
      people: readMany(data, 'people').map(readPersonId),
    }),
  );

const test: PressReader<TestWish> = (data, { county }) => {
  const seen = readText(data, 'seen') ?? '';
  if (readText(data, 'of') === 'all') return { press: 'test', of: 'all', seen };
  return withRegion(county, data, 'of', (of) => ({ press: 'test', of, seen }));
};

const received: PressReader<ReceivedWish> = (data, { county }) => {
  const id = readText(data, 'test');
  return id
    ? withRegion(county, data, 'of', (region) => ({ press: 'received', region, test: id }))
    : undefined;
};

/** By verb. */
export const setup = {
  setupRefresh: () => ({ press: 'refresh' }) as const,
  setupTell: () => ({ press: 'tellDialog' }) as const,
  setupChannels: channels,
  setupTeam: team,
  setupAdvisors: advisors,
  setupTest: test,
  setupReceived: received,
};
