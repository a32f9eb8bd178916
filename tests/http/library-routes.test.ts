/** The instructions over HTTP: every route for every role, without a token, and with bad input. */
import assert from 'node:assert/strict';
import { createLibrary } from '../../bot/desk/library/library.ts';
import type { PersonRecord } from '../../bot/desk/staff/ports.ts';
import { instructionId } from '../../bot/domain/names.ts';
import type { Actor } from '../../bot/domain/roles.ts';
import { libraryRoutes } from '../../bot/http/library-routes.ts';
import { ada, caseAfter, claim, county, eve, noon, nurse } from '../support/cases.ts';
import { emptyStore } from '../support/stores.ts';
import { openTab } from '../support/tab-over-http.ts';

const uma: Actor = { ...nurse, id: 'uma' as Actor['id'], name: 'Uma Uusi', updater: true };
const people: readonly Actor[] = [eve, uma, ada, nurse];
const found = caseAfter(claim, { do: 'answer', text: 'Kyllä.' });
const wordings = (text: string) => ({ fi: { title: 'Ateriat', text } });
const page = { subject: 'criteria', wordings: wordings('Kaksi viikkoa.') } as const;

type Tab = Awaited<ReturnType<typeof openTab>>;

async function opened(): Promise<Tab> {
  const library = createLibrary({
    county,
    library: (await emptyStore()).library,
    cases: { find: async () => found, said: async () => found.said },
    bindings: { all: async () => [] },
    news: { tell: async () => undefined },
    clock: { now: () => noon },
    log: () => undefined,
    staff: {
      actor: async (person) => people.find(({ id }) => id === person.id) ?? { ...nurse, ...person },
      find: async (id) => people.find((one) => one.id === id) as PersonRecord | undefined,
      onTheLine: async () => [ada],
    },
  });
  for (const [id, publish] of [
    ['draft', false],
    ['meals', true],
  ] as const) {
    await library.begin(eve, instructionId(id), page);
    if (publish)
      await library.change(eve, instructionId(id), { do: 'publish', seen: 1, note: 'x', tell: 'nobody' });
  }
  return openTab(libraryRoutes(library), people);
}

type Call = readonly [method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown];
const write = (seen: number) => ({ do: 'write', seen, ...page, wordings: wordings('Kolme.') });
const publish = (seen: number) => ({ do: 'publish', seen, note: 'Uusi', tell: 'everyone' });

/** What a supervisor, an updater, an advisor and an employee hear; each on a library of its own. */
const table: readonly (readonly [Call, readonly [number, number, number, number]])[] = [
  [
    ['GET', '/library'],
    [200, 200, 200, 200],
  ],
  [
    ['GET', '/library/texts'],
    [200, 200, 200, 200],
  ],
  [
    ['GET', '/library/people?name=a'],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/changes', { ...write(2), owner: 'ada' }],
    [200, 403, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/changes', { ...write(2), owner: 'a/b' }],
    [404, 404, 403, 403],
  ],
  [
    ['GET', '/library/pages/meals'],
    [200, 200, 200, 200],
  ],
  [
    ['GET', '/library/pages/meals?version=1'],
    [200, 200, 200, 404],
  ],
  [
    ['GET', '/library/pages/draft'],
    [200, 200, 200, 404],
  ],
  [
    ['GET', '/library/pages/service-finders'],
    [200, 200, 200, 200],
  ],
  [
    ['GET', '/library/pages/meals/versions'],
    [200, 200, 200, 403],
  ],
  [
    ['GET', '/library/pages/draft/versions'],
    [200, 200, 200, 404],
  ],
  [
    ['GET', '/library/pages/meals/difference?from=1&to=2&language=fi'],
    [200, 200, 200, 403],
  ],
  [
    ['PUT', '/library/pages/new', page],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/changes', write(2)],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/draft/changes', publish(1)],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/changes', { do: 'restore', seen: 2, version: 1 }],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/changes', { do: 'retire', seen: 2, reason: 'x' }],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/receipts', { version: 2 }],
    [200, 200, 200, 200],
  ],
  [
    ['GET', '/library/pages/meals/readers'],
    [200, 200, 403, 403],
  ],
  [
    ['POST', '/library/pages/meals/reminders', {}],
    [200, 200, 403, 403],
  ],
];

describe('the instructions over HTTP', () => {
  for (const [[method, path, body], statuses] of table) {
    it(`${method} ${path} ${JSON.stringify(body ?? '')} is ${statuses.join(', ')}, and 401 without a token`, async () => {
      const heard: number[] = [];
      for (const person of people) {
        const tab = await opened();
        heard.push((await tab.ask(person, method, path, body)).status);
        await tab.close();
      }
      assert.deepEqual(heard, statuses);
      const tab = await opened();
      assert.equal((await tab.ask(undefined, method, path, body)).status, 401);
      await tab.close();
    });
  }

  const bad: readonly (readonly [Call, number, string])[] = [
    [['GET', '/library/pages/..%2Fx'], 404, 'no-such-instruction'],
    [['GET', '/library/pages/MEALS'], 404, 'no-such-instruction'],
    [['GET', '/library/pages/meals?version=zero'], 400, 'bad-input'],
    [['GET', '/library/pages/meals/difference?from=1&to=2&language=en'], 400, 'bad-input'],
    [['PUT', '/library/pages/new', { ...page, subject: 'recipes' }], 400, 'bad-input'],
    [['PUT', '/library/pages/new', { ...page, reviewBy: '31.12.2027' }], 400, 'bad-input'],
    [['PUT', '/library/pages/new', { ...page, wordings: {} }], 400, 'empty-text'],
    [['PUT', '/library/pages/new', { ...page, wordings: wordings('x'.repeat(20_001)) }], 400, 'too-long'],
    [['GET', '/library/people?name='], 400, 'bad-input'],
    [['PUT', '/library/pages/new'], 400, 'bad-input'],
    [['POST', '/library/pages/meals/changes', { do: 'burn', seen: 2 }], 400, 'bad-input'],
    [['POST', '/library/pages/none/changes', publish(1)], 404, 'no-such-instruction'],
    [['POST', '/library/pages/meals/changes', publish(2)], 409, 'nothing-new'],
  ];
  describe('told what is wrong', () => {
    let tab: Tab;
    before(async () => {
      tab = await opened();
    });
    after(() => tab.close());

    for (const [[method, path, body], status, code] of bad) {
      it(`${method} ${path} ${JSON.stringify(body ?? '').slice(0, 60)} hears ${code}`, async () => {
        const heard = await tab.ask(eve, method, path, body);
        assert.deepEqual(
          [heard.status, (heard.body as { error: { code: string } }).error.code],
          [status, code],
        );
      });
    }
  });

  it('gives both texts to the slower of two writers', async () => {
    const tab = await opened();
    await tab.ask(uma, 'POST', '/library/pages/meals/changes', write(2));
    const mine = { ...write(2), wordings: wordings('Neljä.') };
    const { status, body } = await tab.ask(eve, 'POST', '/library/pages/meals/changes', mine);
    const { error } = body as { error: { code: string; theirs: { wordings: object }; yours: object } };
    assert.deepEqual([status, error.code], [409, 'changed-since']);
    await tab.close();
    assert.deepEqual([error.theirs.wordings, error.yours], [wordings('Kolme.'), wordings('Neljä.')]);
  });
});
