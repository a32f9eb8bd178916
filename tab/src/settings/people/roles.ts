/** A person's roles in words. */

import type { StaffMember, StaffView } from '../../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../../bot/words/tab/tab-texts.ts';

/** Each role in words; that there is none, too. */
export function rolesOf(
  { supervisor, updater, advisorIn }: Pick<StaffMember, 'supervisor' | 'updater' | 'advisorIn'>,
  regions: StaffView['regions'],
  { settings: { people }, language }: TabTexts,
): readonly string[] {
  const roles = [
    ...(supervisor ? [people.supervisor] : []),
    ...(updater ? [people.updater] : []),
    ...regions.filter(({ id }) => advisorIn.includes(id)).map(({ name }) => people.advisor(name[language])),
  ];
  return roles.length > 0 ? roles : [people.noRoles];
}
