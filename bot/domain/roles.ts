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

/** What a role gives: to work on the line, to advise, to lead, to keep the instructions. */
export type Right = 'line' | 'advisor' | 'supervisor' | 'updater';

export const holds = (actor: Roles, right: Right) => rights[right](actor);
const rights: { readonly [right in Right]: (roles: Roles) => boolean } = {
  line: worksOnTheLine,
  advisor: ({ advisorIn }) => advisorIn.length > 0,
  supervisor: ({ supervisor }) => supervisor,
  updater: ({ supervisor, updater }) => supervisor || updater === true,
};

/** You may not: a role is lacking, which a supervisor can give, or the thing is somebody else's. */
export type NoRole<Needs extends Right = Right> = { readonly refused: 'no-role'; readonly needs: Needs };
export type NotYours = { readonly refused: 'not-yours' };
export const noRole = <Needs extends Right>(needs: Needs): NoRole<Needs> => ({ refused: 'no-role', needs });

/** Whether they allow the same, in whatever order the regions stand. */
export const areSameRoles = (one: Roles, other: Roles) =>
  one.supervisor === other.supervisor &&
  (one.updater ?? false) === (other.updater ?? false) &&
  new Set(one.advisorIn).size === new Set(other.advisorIn).size &&
  one.advisorIn.every((region) => other.advisorIn.includes(region));
