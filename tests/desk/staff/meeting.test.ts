/** What is remembered of the person who speaks to the line, and what it costs when there is nothing new. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createStaff } from '../../../bot/desk/staff/staff.ts';
import { ada, county, eve } from '../../support/cases.ts';
import { silent } from '../../support/silent.ts';
import { emptyStore, ownTables, stillClock } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const chat = { conversation: 'chat', serviceUrl: 'https://teams.example/' };
const met = { teamsId: '29:ada', language: 'fi', chat } as const;

async function staffOf() {
  const faults = createTableFaults();
  const store = await emptyStore({ tables: ownTables(), faults });
  const ports = { ...store, county, notices: silent, clock: stillClock(), firstSupervisor: eve.id };
  const staff = createStaff(ports);
  const costOf = async (deed: () => Promise<unknown>) => {
    const before = faults.requests;
    await deed();
    return faults.requests - before;
  };
  return { staff, costOf };
}

describe('a person who speaks to the line', () => {
  it('is read once, and written only when something of them is new', async () => {
    const { staff, costOf } = await staffOf();
    await staff.meet(ada, met);
    assert.equal(await costOf(() => staff.meet(ada, met)), 1);
    assert.equal(await costOf(() => staff.meet(ada, { ...met, language: 'sv' })), 2);
    assert.equal(await costOf(() => staff.meet(ada, { ...met, language: 'sv', message: '17' })), 2);
    assert.equal(await costOf(() => staff.meet(ada, { ...met, language: 'sv', message: '16' })), 1);
    const found = await staff.find(ada.id);
    assert.deepEqual([found?.language, found?.chat, found?.lastMessage], ['sv', chat, '17']);
  });

  it('keeps their roles, and their chat when they speak in a channel', async () => {
    const { staff } = await staffOf();
    await staff.setRoles(eve, ada, ada);
    await staff.meet(ada, met);
    await staff.meet(ada, { teamsId: '29:ada', language: 'en' });
    const found = await staff.find(ada.id);
    assert.deepEqual([found?.advisorIn, found?.chat, found?.language], [ada.advisorIn, chat, 'en']);
  });
});
