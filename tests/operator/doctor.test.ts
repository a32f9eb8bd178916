/** Doctor as a whole: on a line that is right, on one that is planned, and what it never says. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { allChecks } from '../../bot/operator/checks/all-checks.ts';
import type { Finding } from '../../bot/operator/doctor.ts';
import { openTables } from '../../bot/store/tables/tables.ts';
import { openScene, type Scene, stateOf } from './doctor-scene.ts';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;

describe('doctor', () => {
  let scene: Scene;
  let right: readonly Finding[];

  before(async () => {
    scene = await openScene();
    right = await scene.examine();
  });
  after(() => scene.stop());

  it('finds everything right on a line that is', () => {
    const states = stateOf(right);
    assert.deepEqual(
      Object.keys(states),
      allChecks.map(({ name }) => name),
    );
    const odd = Object.entries(states).filter(([, state]) => state !== 'ok');
    assert.deepEqual(odd, [['certificate', 'skipped']]);
  });

  it('leaves out what needs a running server when it is planned', async () => {
    const found = await scene.examine({ planned: true, change: () => ({ status: 500 }) });
    const running = allChecks.filter((one) => one.running).map(({ name }) => name);
    const left = found.filter(({ state }) => state === 'skipped').map(({ check }) => check);
    assert.deepEqual(left, running);
    assert.deepEqual(
      found.filter(({ state }) => state === 'failure'),
      [],
    );
  });

  it('says whose right to the tables was tried, where the server’s own can’t be', async () => {
    const { TABLES_CONNECTION: connection } = scene.env;
    const tables = openTables({ connection: connection ?? '' }, scene.tables.prefix);
    const found = await scene.examine({
      env: {
        TABLES_CONNECTION: undefined,
        TABLES_ENDPOINT: 'https://county.example',
        IDENTITY_ENDPOINT: undefined,
      },
      parts: { tables: () => tables },
    });
    assert.match(
      found.find(({ check }) => check === 'storage')?.says ?? '',
      /by the account that is signed in here/,
    );
  });

  it('leaves nothing behind in the tables', async () => {
    const marks = await scene.tables.rowsOf('marks');
    assert.ok(!marks.some(({ partitionKey }) => partitionKey === 'doctor'));
  });

  it('says nothing of secrets, whatever breaks', async () => {
    const env = {
      DATA_KEYS: key('k1', 3),
      BOT_PASSWORD: 'very-secret',
      DIRECTORY_CLIENT_SECRET: 'also-secret',
    };
    const all = [
      await scene.examine({ env }),
      await scene.examine({ env: { ...env, BOT_PASSWORD: undefined } }),
    ];
    const said = JSON.stringify(all);
    for (const secret of [
      'very-secret',
      'also-secret',
      Buffer.alloc(32, 3).toString('base64').slice(0, 20),
      'AccountKey',
    ])
      assert.ok(!said.includes(secret), secret);
  });
});
