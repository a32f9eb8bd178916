/** The tab's API over HTTP on this machine, for tests of its routes: the token is the person's id. */
import type { Person } from '../../bot/domain/case/case.ts';
import { createWeb } from '../../bot/http/server.ts';
import type { TabRoute } from '../../bot/http/tab-api.ts';

export type Heard = { readonly status: number; readonly body: unknown };

/** `ask` speaks as that person, or as nobody. Close it when done. */
export async function openTab(routes: readonly TabRoute[], people: readonly Person[]) {
  const web = createWeb({
    receive: async () => ({ status: 200 }),
    readiness: async () => ({ storage: true, unbound: [] }),
    tabApi: {
      routes,
      async check(authorization) {
        const known = people.find(({ id }) => authorization === `Bearer ${id}`);
        return known ? { personId: known.id, name: known.name } : { refused: 'not-signed-in' };
      },
      pace: { rate: 1000, burst: 1000 },
    },
    log: () => undefined,
  });
  const address = `http://127.0.0.1:${await web.listen(0, '127.0.0.1')}/api/tab`;
  return {
    close: () => web.stop(500),
    async ask(
      person: Person | undefined,
      method: TabRoute['method'],
      path: string,
      body?: unknown,
    ): Promise<Heard> {
      const answer = await fetch(address + path, {
        method,
        ...(person && { headers: { authorization: `Bearer ${person.id}` } }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
  };
}
