/** What the tables of one machine promise: they keep what was written, and say why they do not start. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../../../bot/local/start/azurite.ts';

describe('Azurite on one machine', () => {
  it('has yesterday’s rows when it is started again in the same folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'azurite-'));
    try {
      const row = { partitionKey: 'p', rowKey: 'r', text: 'tallessa' };
      const client = ({ connection }: { connection: string }) =>
        TableClient.fromConnectionString(connection, 'things', { allowInsecureConnection: true });
      const first = await startAzurite({ folder });
      await client(first).createTable();
      await client(first).createEntity(row);
      await first.stop();
      const second = await startAzurite({ folder, port: first.port });
      assert.equal(second.port, first.port);
      assert.equal((await client(second).getEntity('p', 'r'))['text'], 'tallessa');
      await second.stop();
      await second.stop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says why it does not start when its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    assert.ok(address && typeof address === 'object');
    await assert.rejects(startAzurite({ port: address.port }), /did not start.*EADDRINUSE/s);
    taken.close();
  });
});
