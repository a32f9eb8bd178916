/** Deeds on people as the audit keeps them, written and read here alone: a word, whom, and with which roles. */
import { type PersonId, personId, type RegionId } from '../../domain/names.ts';
import type { Roles } from '../../domain/roles.ts';

/** `setRoles:<person>:supervisor+updater+advisor/<region>`; nothing after the last colon: no roles. */
export const deedOn = (did: 'setRoles' | 'addRoles', whom: PersonId, roles: Roles): string =>
  `${did}:${whom}:${rolesText(roles)}`;

const advisor = 'advisor/';

const rolesText = ({ supervisor, updater, advisorIn }: Roles): string =>
  [
    ...(supervisor ? ['supervisor'] : []),
    ...(updater ? ['updater'] : []),
    ...advisorIn.map((region) => advisor + region),
  ].join('+');

export type DeedOnPerson = {
  readonly did: string;
  readonly whom: PersonId;
  readonly roles?: Required<Roles>;
};

/** Entries from before roles were written tell whom alone. */
export function readDeed(text: string): DeedOnPerson {
  const [did = '', whom = '', roles] = text.split(':');
  return { did, whom: personId(whom), ...(roles !== undefined && { roles: readRoles(roles) }) };
}

function readRoles(text: string): Required<Roles> {
  const all = text.split('+');
  return {
    supervisor: all.includes('supervisor'),
    updater: all.includes('updater'),
    advisorIn: all
      .filter((one) => one.startsWith(advisor))
      .map((one) => one.slice(advisor.length) as RegionId),
  };
}
