/** Reads what supervisors press to bind channels, and to give and take roles. */
import { nobody, type PersonId, type RegionId, readPersonId, regionId } from '../../domain/names.ts';
import type { Roles } from '../../domain/roles.ts';
import { opensDialog, type Pressed, type PressReader, readMany, readText } from './pressed.ts';

export type BindTarget = RegionId | 'supervisors';

export type BindWish = { readonly press: 'bind' | 'unbind'; readonly target: BindTarget };
export type EditPersonWish =
  | { readonly press: 'editPersonDialog'; readonly person: PersonId }
  | {
      readonly press: 'editPerson';
      readonly person: PersonId;
      readonly advisorIn: readonly RegionId[];
      readonly supervisor: boolean;
      /** The roles that stood in the dialog when it was opened. */
      readonly seen?: Roles;
      /** Only when its confirmation was ticked. */
      readonly remove: boolean;
    };
export type AddMembersWish = {
  readonly press: 'addMembers';
  readonly region: BindTarget;
  readonly people: readonly PersonId[];
};

const bindOr =
  (press: BindWish['press']): PressReader<BindWish> =>
  (data) => {
    const target = readText(data, 'target') ?? '';
    return { press, target: target === 'supervisors' ? target : regionId(target) };
  };

const editPerson: PressReader<EditPersonWish> = (data) => {
  const person = readPersonId(readText(data, 'person'));
  // no card of ours names nobody
  if (person === nobody) return undefined;
  return opensDialog(data) ? { press: 'editPersonDialog', person } : readRoles(person, data);
};

const readRoles = (person: PersonId, data: Pressed): EditPersonWish => ({
  press: 'editPerson',
  person,
  advisorIn: readMany(data, 'regions').map(regionId),
  supervisor: data['supervisor'] === 'true',
  remove: data['remove'] === 'true',
  ...('seenRoles' in data && { seen: readSeenRoles(data) }),
});

/** What the dialog's own button carries, so that a change made meanwhile is not overwritten unseen. */
export const seenRoles = ({ advisorIn, supervisor, updater }: Roles) => ({
  seenRegions: advisorIn.join(','),
  seenRoles: [...(supervisor ? ['supervisor'] : []), ...(updater ? ['updater'] : [])].join(','),
});

function readSeenRoles(data: Pressed): Roles {
  const roles = readMany(data, 'seenRoles');
  return {
    advisorIn: readMany(data, 'seenRegions').map(regionId),
    supervisor: roles.includes('supervisor'),
    updater: roles.includes('updater'),
  };
}

const addMembers: PressReader<AddMembersWish> = (data) => ({
  press: 'addMembers',
  region: regionId(readText(data, 'region') ?? ''),
  people: readMany(data, 'people').map(readPersonId),
});

/** By verb. */
export const leading = { bind: bindOr('bind'), unbind: bindOr('unbind'), editPerson, addMembers };
