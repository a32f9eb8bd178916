/** Everybody with a role, the first supervisor of the settings among them even before anybody gave them one. */
import type { PersonId } from '../../domain/names.ts';
import type { PeopleStore, PersonRecord } from './ports.ts';

export async function everybodyOnTheLine(
  people: Pick<PeopleStore, 'find' | 'onTheLine'>,
  firstSupervisor: PersonId,
): Promise<readonly PersonRecord[]> {
  const all = await people.onTheLine();
  const first = all.find(({ id }) => id === firstSupervisor) ?? (await people.find(firstSupervisor));
  const others = all.filter(({ id }) => id !== firstSupervisor);
  return first ? [...others, { ...first, supervisor: true }] : others;
}
