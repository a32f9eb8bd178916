/** What supervisors read of a month's changes: on people and their roles, channels, hours, and what was recorded. */
import type { County, Words } from '../../domain/county.ts';
import type { Month, PersonId } from '../../domain/names.ts';
import type { BindingTarget } from '../../domain/setup/channel-wish.ts';
import type { RecordedDeed, StaffDeed, StaffHistory } from '../../domain/views/staff-views.ts';
import { inEvery } from '../../words/bot/texts.ts';
import type { AuditEntry, AuditLog } from '../ports.ts';
import { readDeed } from './deeds.ts';
import type { PeopleStore } from './ports.ts';

export type HistoryPorts = {
  readonly county: County;
  readonly people: Pick<PeopleStore, 'all'>;
  readonly audit: Pick<AuditLog, 'ofMonth'>;
};

/** The newest first. */
export async function historyOf(
  { county, people, audit }: HistoryPorts,
  month: Month,
): Promise<StaffHistory> {
  const [entries, all] = await Promise.all([audit.ofMonth(month, onRecorded), people.all()]);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return {
    month,
    regions: county.regions.map(({ id, name }) => ({ id, name })),
    deeds: entries.flatMap((entry) => deedOf(county, names, entry)).reverse(),
    recorded: entries.flatMap(recordedDeed).reverse(),
  };
}

const onPeople = ['setRoles', 'addRoles', 'removePerson', 'setLeave'] as const;
/** The first two name nobody: entries from before each added person had one. */
const onOthers = ['addAdvisors', 'addSupervisors', 'bind', 'unbind', 'setHours'] as const;
const onRecorded = [
  'correctRecorded',
  'deleteRecorded',
  'restoreRecorded',
  'importContacts',
  'undoImport',
] as const;

/** As the desk's parts write them: `setRoles:<person>:<roles>`, `bind:<region>`, `setHours:<deed>`. */
function deedOf(
  county: County,
  names: ReadonlyMap<PersonId, string>,
  entry: AuditEntry,
): readonly StaffDeed[] {
  const [word, target = ''] = entry.did.split(':');
  const common = { at: entry.at, by: doerOf(entry) ?? '' };
  const did = onPeople.find((one) => one === word);
  if (did) {
    const { whom, roles } = readDeed(entry.did);
    return [{ ...common, did, about: names.get(whom) ?? whom, ...(roles && { roles }) }];
  }
  const other = onOthers.find((one) => one === word);
  return other ? [{ ...common, did: other, about: targetName(county, target) }] : [];
}

function targetName({ regions }: County, target: string): Words | string {
  if (target === ('supervisors' satisfies BindingTarget))
    return inEvery((texts) => texts.advisor.supervising.supervisors);
  return regions.find(({ id }) => id === target)?.name ?? target;
}

/** One's own of the same day needs no reason, and nobody is shown it. */
function recordedDeed(entry: AuditEntry): readonly RecordedDeed[] {
  const did = onRecorded.find((one) => one === entry.did);
  const isTold = entry.why !== undefined || entry.whyLost || did === 'importContacts' || did === 'undoImport';
  if (!did || !isTold) return [];
  return [{ at: entry.at, by: doerOf(entry) ?? '', did, ...(entry.why && { why: entry.why }) }];
}

/** Nobody's name for what the line did by itself. */
export const doerOf = ({ by }: AuditEntry) => (by === 'line' ? undefined : by.name);
