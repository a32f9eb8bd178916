/** Who may do what: a person's stored roles, never what a card or a channel membership claims. */
import type { Person } from './case/case.ts';
import type { RegionId } from './names.ts';

export type Roles = {
  readonly advisorIn: readonly RegionId[];
  readonly supervisor: boolean;
  /** Keeps the shared instructions, as named by a supervisor (seed 003: who answers for the material). */
  readonly updater?: boolean;
};
export type Actor = Person & Roles;

export const noRoles: Roles = { advisorIn: [], supervisor: false };

export const advisesIn = (actor: Roles, region: RegionId) => actor.advisorIn.includes(region);
/** Advises somewhere, or leads those who do. */
export const worksOnTheLine = (actor: Roles) => actor.supervisor || actor.advisorIn.length > 0;

/** Whether they allow the same, in whatever order the regions stand. */
export const areSameRoles = (one: Roles, other: Roles) =>
  one.supervisor === other.supervisor &&
  (one.updater ?? false) === (other.updater ?? false) &&
  new Set(one.advisorIn).size === new Set(other.advisorIn).size &&
  one.advisorIn.every((region) => other.advisorIn.includes(region));
