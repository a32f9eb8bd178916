/** What the tab's routes ask of the desk, and in whose name. */
import assert from 'node:assert/strict';
import type { Supervision } from '../../bot/desk/supervision/supervision.ts';
import { personId } from '../../bot/domain/names.ts';
import { meRoutes } from '../../bot/http/me-routes.ts';

describe('the tab’s routes', () => {
  const asked: unknown[] = [];
  const routes = meRoutes({
    me: async (person) => {
      asked.push(person);
      return { name: person.name } as Awaited<ReturnType<Supervision['me']>>;
    },
    summary: async (person) => {
      asked.push(person);
      return { contacts: 3 } as Awaited<ReturnType<Supervision['summary']>>;
    },
  });
  const request = {
    caller: { personId: personId('ada'), name: 'Ada Aalto' },
    path: { id: 'eve' },
    query: new URLSearchParams('personId=eve'),
    body: { personId: 'eve' },
  };

  for (const [index, body] of [{ name: 'Ada Aalto' }, { contacts: 3 }].entries()) {
    it(`answer for the person in the token and nobody else: ${JSON.stringify(body)}`, async () => {
      asked.length = 0;
      assert.deepEqual(await routes[index]?.answer(request), { status: 200, body });
      assert.deepEqual(asked, [{ id: 'ada', name: 'Ada Aalto' }]);
    });
  }
});
