/** The one guard: a use case names the role it takes, and goes on only for who has it by what is stored. */
import type { Person } from '../domain/case/case.ts';
import { type Actor, holds, type NoRole, noRole, type Right } from '../domain/roles.ts';

export function guardOf(staff: { actor(person: Person): Promise<Actor> }) {
  return async <Needs extends Right, Told>(
    needs: Needs,
    person: Person,
    step: (actor: Actor) => Promise<Told>,
  ): Promise<Told | NoRole<Needs>> => {
    const actor = await staff.actor(person);
    return holds(actor, needs) ? step(actor) : noRole(needs);
  };
}
