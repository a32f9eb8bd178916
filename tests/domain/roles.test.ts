/** When two people's roles are the same: what tells a supervisor that another has changed them meanwhile. */
import assert from 'node:assert/strict';
import { areSameRoles, noRoles, type Roles } from '../../bot/domain/roles.ts';
import { keskinen, pohjoinen } from '../support/cases.ts';

const roles = (change: Partial<Roles> = {}): Roles => ({ ...noRoles, advisorIn: [keskinen], ...change });

describe('roles', () => {
  const table: readonly (readonly [what: string, other: Roles, same: boolean])[] = [
    ['the same region', roles(), true],
    ['the same region named twice', roles({ advisorIn: [keskinen, keskinen] }), true],
    ['another region', roles({ advisorIn: [pohjoinen] }), false],
    ['one region more', roles({ advisorIn: [pohjoinen, keskinen] }), false],
    ['no region', roles({ advisorIn: [] }), false],
    ['the lead besides', roles({ supervisor: true }), false],
    ['the instructions besides', roles({ updater: true }), false],
    ['the instructions denied in so many words', roles({ updater: false }), true],
  ];
  for (const [what, other, same] of table)
    it(`with ${what} are ${same ? 'the same' : 'others'}, whichever is looked at first`, () => {
      assert.deepEqual([areSameRoles(roles(), other), areSameRoles(other, roles())], [same, same]);
    });

  it('are the same in whatever order the regions stand', () => {
    const [one, other] = [
      [keskinen, pohjoinen],
      [pohjoinen, keskinen],
    ].map((advisorIn) => roles({ advisorIn }));
    assert.ok(one && other && areSameRoles(one, other));
  });
});
