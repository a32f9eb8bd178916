/** Reads the presses of taking the line into use; what a card says of rights or states is not believed. */
import type { County } from '../../domain/county.ts';
import { type PersonId, personId, type RegionId } from '../../domain/names.ts';
import type { Target } from '../../domain/setup/channel-wish.ts';
import { isRecord, opensDialog, type Pressed, readMany, readText } from '../elements/pressed.ts';
import { channelField, noChannelKey } from './dialogs.ts';

export type SetupPress =
  | { readonly press: 'refresh' | 'channelsDialog' | 'advisorsDialog' | 'tellDialog' }
  /** `keys`: what stands for the chosen channels; `confirmed`: the flaws that were seen and are wanted. */
  | { readonly press: 'channels'; readonly keys: ReadonlyMap<Target, string>; readonly confirmed?: string }
  | { readonly press: 'team'; readonly region: RegionId }
  | { readonly press: 'advisors'; readonly region: RegionId; readonly people: readonly PersonId[] }
  | { readonly press: 'test'; readonly of: RegionId | 'all'; readonly seen: string }
  | { readonly press: 'received'; readonly region: RegionId; readonly test: string };

/** Undefined for anything that is not ours, or names a region that the county has not. */
export function readSetupPress(verb: unknown, data: unknown, county: County): SetupPress | undefined {
  if (!isRecord(data)) return verb === 'setupRefresh' ? { press: 'refresh' } : undefined;
  switch (verb) {
    case 'setupRefresh':
      return { press: 'refresh' };
    case 'setupTell':
      return { press: 'tellDialog' };
    case 'setupChannels':
      return opensDialog(data) ? { press: 'channelsDialog' } : readChannels(data, county);
    case 'setupTeam':
      return withRegion(county, data, 'region', (region) => ({ press: 'team', region }));
    case 'setupAdvisors':
      return opensDialog(data) ? { press: 'advisorsDialog' } : readAdvisors(data, county);
    case 'setupTest':
      return readTest(data, county);
    case 'setupReceived': {
      const test = readText(data, 'test');
      return test
        ? withRegion(county, data, 'of', (region) => ({ press: 'received', region, test }))
        : undefined;
    }
    default:
      return undefined;
  }
}

function withRegion(
  { regions }: County,
  data: Pressed,
  field: string,
  make: (region: RegionId) => SetupPress,
): SetupPress | undefined {
  const found = regions.find(({ id }) => id === readText(data, field));
  return found && make(found.id);
}

function readChannels(data: Pressed, { regions }: County): SetupPress {
  const targets: readonly Target[] = [...regions.map(({ id }) => id), 'supervisors'];
  const chosen = targets.flatMap((target) => {
    const key = readText(data, channelField(target));
    return key && key !== noChannelKey ? [[target, key] as const] : [];
  });
  const flaws = readText(data, 'flaws');
  const isMeant = readText(data, 'confirmed') === 'true' && flaws !== undefined;
  return { press: 'channels', keys: new Map(chosen), ...(isMeant && { confirmed: flaws }) };
}

/** The people stand under the region whose team they were shown of, whatever is chosen above them now. */
const readAdvisors = (data: Pressed, county: County) =>
  withRegion(county, data, 'of', (region) => ({
    press: 'advisors',
    region,
    people: readMany(data, 'people').map(personId),
  }));

function readTest(data: Pressed, county: County): SetupPress | undefined {
  const seen = readText(data, 'seen') ?? '';
  if (readText(data, 'of') === 'all') return { press: 'test', of: 'all', seen };
  return withRegion(county, data, 'of', (of) => ({ press: 'test', of, seen }));
}
