/** A change of a person that gives way to somebody else's, made since theirs was seen. */
import type { PersonId } from '../../domain/names.ts';
import type { PeopleStore, PersonRecord } from './ports.ts';

/** `theirs`: as the person stands now, when that is not as seen; nothing was changed then. */
export async function changeAsSeen(
  people: Pick<PeopleStore, 'change'>,
  id: PersonId,
  isAsSeen: (current: PersonRecord | undefined) => boolean,
  change: (current: PersonRecord | undefined) => PersonRecord,
): Promise<{ readonly kept: PersonRecord } | { readonly theirs: PersonRecord }> {
  let theirs: PersonRecord | undefined;
  const kept = await people.change(id, (current) => {
    theirs = isAsSeen(current) ? undefined : current;
    return theirs ?? change(current);
  });
  return theirs ? { theirs } : { kept };
}
