/** Two processes of the line on one storage: either may be pressed, both sweep, and nothing is done twice. */
import assert from 'node:assert/strict';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, before, describe, it } from 'mocha';
import type { Service } from '../../bot/compose.ts';
import { regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { type AskedCase, ask } from '../support/asked-case.ts';
import { azuriteTables } from '../support/azurite.ts';
import { inMinutes, openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const region = regionId('pohjoinen');

describe('Two processes on one storage', () => {
  let town: TestLine;
  let second: Service;
  let switchboard: Awaited<ReturnType<typeof openSwitchboard>>;
  let maija: PersonDriver;
  let antti: PersonDriver;

  before(async () => {
    town = await openTestLine({ tables: azuriteTables() });
    second = await town.another();
    switchboard = await openSwitchboard([town.service.port, second.port]);
    town.teams.botEndpoint = `http://127.0.0.1:${switchboard.port}/api/messages`;
    const [one, other] = town.town.advisors.filter((each) => each.region === region);
    maija = town.teams.as(one?.id ?? '');
    antti = town.teams.as(other?.id ?? '');
  });
  after(async () => {
    await switchboard.close();
    await second.stop();
    await town.stop();
  });

  const threadsOf = (one: AskedCase) =>
    town.threads(region).filter(({ root }) => JSON.stringify(root.card).includes(`"caseId":"${one.id}"`));
  const bothSweep = () =>
    Promise.all([town.service, second].flatMap(({ desk }) => [desk.upkeep.round(), desk.upkeep.round()]));
  async function atRest(): Promise<void> {
    for (let nth = 0; nth < 10; nth += 1) {
      await bothSweep();
      const rows = await town.tables.rowsOf('cases');
      if (!rows.some(({ rowKey }) => rowKey.startsWith('show|'))) return;
    }
    throw new Error('Something lags for ever');
  }

  it('start one thread for each question while both sweep', async () => {
    const asked = Promise.all([1, 2, 3, 4].map(() => ask(town)));
    await Promise.all([asked, bothSweep(), bothSweep()]);
    await atRest();
    for (const one of await asked) assert.equal(threadsOf(one).length, 1);
    assert.ok(
      switchboard.used.every((times) => times > 0),
      `${switchboard.used}`,
    );
  });

  it('let one of two claims at the same moment win, and tell the other who', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const one = await ask(town);
      const card = one.card();
      const outcomes = await Promise.all([maija.press(card, 'claim'), antti.press(card, 'claim')]);
      const refused = outcomes.filter((outcome) => outcome.saw === 'text' && /otti tämän/.test(outcome.text));
      assert.equal(refused.length, 1, JSON.stringify(outcomes.map(({ saw }) => saw)));
      await atRest();
      const claims = (await one.kept()).trail.filter(({ did }) => did === 'claim');
      assert.equal(claims.length, 1);
    }
  });

  it('ring the asker once for each answer, and the region once for each reminder', async () => {
    const one = await ask(town);
    const waiting = await ask(town);
    await maija.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await maija.press(one.card(), 'answer');
    await Promise.all([maija.submitDialog({ text: 'Kyllä.' }), bothSweep(), bothSweep()]);
    await atRest();
    assert.equal(one.asker.toasts.filter(({ text }) => /vastasi kysymykseesi/.test(text)).length, 1);
    const promise = town.county.promises.today;
    town.clock.set(inMinutes(town.clock.now(), promise.remindAfter + 1));
    await Promise.all([bothSweep(), bothSweep()]);
    await atRest();
    assert.equal(waiting.rings(maija), 1);
    town.clock.set(inMinutes(town.clock.now(), promise.rescueAfter));
    const before = town.threads('supervisors').length;
    await Promise.all([bothSweep(), bothSweep()]);
    await atRest();
    const offers = town.threads('supervisors').slice(before);
    const ofThis = offers.filter(({ root }) => JSON.stringify(root.card).includes(waiting.id));
    assert.equal(ofThis.length, 1);
    assert.match(wordsIn(ofThis[0]?.root.card), /Ottamatta/);
  });
});

/** Each connection goes to the next process. */
async function openSwitchboard(ports: readonly number[]) {
  const used = ports.map(() => 0);
  const sockets = new Set<Socket>();
  let next = 0;
  const server: Server = createServer((incoming) => {
    const which = next++ % ports.length;
    used[which] = (used[which] ?? 0) + 1;
    const outgoing = connect(ports[which] ?? 0, '127.0.0.1');
    for (const one of [incoming, outgoing]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The switchboard has no port');
  return {
    port: address.port,
    used,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
