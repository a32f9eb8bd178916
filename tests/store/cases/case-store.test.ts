/** What the store of cases promises, on real tables and in memory. */
import assert from 'node:assert/strict';
import { IdTakenError } from '../../../bot/desk/casework/id-taken.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { type Command, isRefusal, type Refusal } from '../../../bot/domain/case/command.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import { type Month, moment, month, personId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import { contactOf } from '../../../bot/domain/tally/tally.ts';
import { entryRow, relist } from '../../../bot/store/cases/case-row.ts';
import type { Store } from '../../../bot/store/store.ts';
import { partitionOf } from '../../../bot/store/tables/keys.ts';
import { createSeal } from '../../../bot/store/tables/seal.ts';
import {
  ada,
  answer,
  asker,
  at,
  bo,
  claim,
  county,
  keskinen,
  koillinen,
  lead,
  nine,
  noon,
  nurse,
  reply,
  transfer,
  waitingCase,
} from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import {
  emptyStore,
  idOf,
  keysOf,
  type OwnTables,
  ownTables,
  stillClock,
  testKeys,
} from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const id = idOf(nurse.id);
const asked = (n = 0, more: Partial<Case> = {}): Case =>
  ({ ...waitingCase({}, { id: idOf(nurse.id, n), contactId: `contact-${n}` }), ...more }) as Case;

const by =
  (actor: Actor, command: Command, now = noon) =>
  (current: Case): Case | Refusal =>
    decide(current, command, actor, { now, county });

/** Two processes at the same tables; the second one meets faults. */
async function twoStores() {
  const tables = ownTables();
  const faults = createTableFaults();
  const calm = await emptyStore({ tables });
  const shaky = await emptyStore({ tables, faults });
  return { calm, shaky, faults, tables };
}

async function opened(store: Store, one = asked()): Promise<Case> {
  return (await store.cases.open(one)).kept;
}

describeOnEach('the store of cases', () => {
  describe('opening', () => {
    it('gives back what was kept, to the letter', async () => {
      const store = await emptyStore();
      await opened(store);
      assert.deepEqual(await store.cases.find(id), asked());
    });

    it('keeps a case once, no matter who asks again', async () => {
      const store = await emptyStore();
      assert.equal((await store.cases.open(asked())).isNew, true);
      const claimed = await store.cases.change(id, by(ada, claim));
      assert.deepEqual(await store.cases.open(asked()), { kept: claimed, isNew: false });
    });

    it('knows its own write when the answer was lost', async () => {
      for (const fault of ['lose', 'resend'] as const) {
        const { shaky, faults, tables } = await twoStores();
        faults.strike(fault);
        assert.deepEqual(await shaky.cases.open(asked()), { kept: asked(), isNew: true }, fault);
        assert.equal((await keysOf(tables, 'cases')).filter((key) => key.startsWith('said|')).length, 1);
      }
    });

    it("never gives one person another's case, though the id drawn is the same", async () => {
      const store = await emptyStore();
      await opened(store);
      const other = { ...asker, id: personId('other-7') };
      assert.equal(partitionOf(idOf(other.id)), partitionOf(id), 'the test needs two people of one shard');
      await assert.rejects(store.cases.open({ ...asked(), asker: other }), IdTakenError);
    });

    it('refuses an id that is not of its asker, before anything is kept', async () => {
      const tables = ownTables();
      const store = await emptyStore({ tables });
      await assert.rejects(
        store.cases.open({ ...asked(), asker: { ...asker, id: personId('elsewhere') } }),
        /shardFor/,
      );
      assert.deepEqual(await keysOf(tables, 'cases'), []);
    });
  });

  describe('changing', () => {
    it('says no to a case that is not there', async () => {
      const store = await emptyStore();
      assert.deepEqual(await store.cases.change(id, by(ada, claim)), { refused: 'no-such-case' });
    });

    it('keeps what was decided, and every word and step in rows of their own', async () => {
      const store = await emptyStore();
      await opened(store);
      const given: [Actor, Command][] = [[ada, claim]];
      for (let n = 0; n < 5; n += 1)
        given.push([ada, { do: 'askBack', text: `Kysymys ${n}` }], [nurse, reply]);
      let last: Case | Refusal | undefined;
      for (const [actor, command] of given) last = await store.cases.change(id, by(actor, command));
      assert.ok(last && !isRefusal(last));
      assert.deepEqual(await store.cases.find(id), last);
      const said = await store.cases.said(id);
      assert.deepEqual(
        said.map(({ n }) => n),
        Array.from({ length: 11 }, (_, n) => n),
      );
      assert.equal(said[1]?.text, 'Kysymys 0');
      assert.ok(last.said.length < 11, 'the case carries only the last few along');
      const trail = await store.cases.trail(id);
      assert.deepEqual(
        trail.map(({ version }) => version),
        Array.from({ length: last.version }, (_, n) => n + 1),
      );
    });

    it('writes nothing when it is refused or decides for the very same case', async () => {
      const { shaky, faults } = await twoStores();
      await opened(shaky);
      faults.strike('kill');
      await shaky.cases.change(id, (current) => current);
      await shaky.cases.change(id, by(bo, claim));
      assert.equal(faults.isDead, false);
    });

    it('lets one of ten racing claims win, and tells the others who did', async () => {
      const store = await emptyStore();
      await opened(store);
      const advisors = Array.from({ length: 10 }, (_, n) => ({
        ...ada,
        id: personId(`advisor-${n}`),
        name: `${n}`,
      }));
      const outcomes = await Promise.all(advisors.map((one) => store.cases.change(id, by(one, claim))));
      const [winner, ...rest] = outcomes.filter((one) => !isRefusal(one));
      assert.ok(winner && 'holder' in winner && winner.holder);
      assert.equal(rest.length, 0);
      for (const no of outcomes.filter(isRefusal))
        assert.deepEqual(no, { refused: 'held-by-another', holder: winner.holder, since: noon });
      assert.equal((await store.cases.trail(id)).length, 2);
    });

    it('keeps all of eight replies that race', async () => {
      const store = await emptyStore();
      await opened(store);
      const words = Array.from({ length: 8 }, (_, n) => `Lisäys ${n}`);
      await Promise.all(words.map((text) => store.cases.change(id, by(nurse, { do: 'reply', text }))));
      const said = (await store.cases.said(id)).slice(1).map(({ text }) => text);
      assert.deepEqual(said.toSorted(), words);
    });

    it('decides again on what somebody else made of it meanwhile', async () => {
      const { calm, shaky, faults } = await twoStores();
      await opened(calm);
      faults.beforeNextWrite(async () => void (await calm.cases.change(id, by(ada, claim))));
      assert.deepEqual(await shaky.cases.change(id, by({ ...bo, advisorIn: [keskinen] }, claim)), {
        refused: 'held-by-another',
        holder: { id: ada.id, name: ada.name },
        since: noon,
      });
    });

    for (const fault of ['lose', 'resend', 'drop'] as const) {
      it(`counts a reply once when its transaction meets "${fault}"`, async () => {
        const { calm, shaky, faults } = await twoStores();
        await opened(calm);
        faults.strike(fault);
        const outcome = await shaky.cases.change(id, by(nurse, reply));
        assert.ok(!isRefusal(outcome));
        assert.equal(outcome.version, 2);
        assert.equal((await calm.cases.said(id)).length, 2);
        assert.equal((await calm.cases.trail(id)).length, 2);
      });
    }

    it('knows its own write even when others have written over it before it looked', async () => {
      const { calm, shaky, faults } = await twoStores();
      await opened(calm);
      const other = (n: number) => calm.cases.change(id, by(nurse, { do: 'reply', text: `Toinen ${n}` }));
      faults.loseWhile(async () => {
        for (const n of [1, 2, 3]) await other(n);
      });
      const outcome = await shaky.cases.change(id, by(nurse, { do: 'reply', text: 'Ensimmäinen' }));
      assert.ok(!isRefusal(outcome));
      assert.equal(outcome.version, 5, 'it is given the case as it is now');
      const texts = (await calm.cases.said(id)).map(({ text }) => text);
      assert.equal(texts.filter((text) => text === 'Ensimmäinen').length, 1);
      assert.equal(texts.length, 5);
    });
  });

  describe('a delivery that comes twice', () => {
    it('counts once, and is answered with the case', async () => {
      const store = await emptyStore();
      await opened(store);
      const first = await store.cases.change(id, by(nurse, reply), 'nurse|chat|hash');
      const second = await store.cases.change(id, by(nurse, reply), 'nurse|chat|hash');
      assert.deepEqual(second, first);
      assert.equal((await store.cases.said(id)).length, 2);
    });

    it('counts once when both come at the same time', async () => {
      const store = await emptyStore();
      await opened(store);
      await Promise.all([1, 2, 3, 4].map(() => store.cases.change(id, by(nurse, reply), 'same')));
      assert.equal((await store.cases.said(id)).length, 2);
    });

    it('is not refused for what the first one did', async () => {
      const store = await emptyStore();
      await opened(store);
      await store.cases.change(id, by(nurse, { do: 'withdraw' }), 'press');
      const again = await store.cases.change(id, by(nurse, { do: 'withdraw' }), 'press');
      assert.ok(!isRefusal(again), 'withdrawn already');
      const another = await store.cases.change(id, by(nurse, { do: 'withdraw' }), 'another press');
      assert.ok(isRefusal(another) || another.version === again.version);
    });

    it('counts again when the same words come later, and the mark of it is forgotten', async () => {
      const tables = ownTables();
      const clock = stillClock(noon);
      const store = await emptyStore({ clock, tables });
      await opened(store);
      await store.cases.change(id, by(nurse, reply), 'same');
      clock.set(at('12:03'));
      await store.cases.change(id, by(nurse, reply), 'same');
      assert.equal((await store.cases.said(id)).length, 3);
      assert.equal(await store.cases.forgetSeen(at('12:04')), 0);
      assert.equal(await store.cases.forgetSeen(at('12:05')), 1);
      assert.ok(!(await keysOf(tables, 'cases')).some((key) => key.startsWith('seen|')));
    });
  });

  describe('finding', () => {
    it('lists what is open, in all or in one region, oldest first', async () => {
      const store = await emptyStore();
      const people = Array.from({ length: 6 }, (_, n) => ({ ...asker, id: personId(`asker-${n}`) }));
      for (const [n, one] of people.entries())
        await opened(store, {
          ...asked(),
          id: idOf(one.id),
          asker: one,
          contactId: `c-${n}`,
          receivedAt: at(`09:0${5 - n}`),
        } as Case);
      const ids = people.map((one) => idOf(one.id)).toReversed();
      assert.deepEqual(
        (await store.cases.openCases()).map((one) => one.id),
        ids,
      );
      const [moved, withdrawn, ...rest] = ids;
      assert.ok(moved && withdrawn);
      await store.cases.change(moved, (current) => lead(current, claim, transfer));
      await store.cases.change(withdrawn, (current) =>
        lead(current, [{ ...nurse, id: current.asker.id }, { do: 'withdraw' }]),
      );
      assert.deepEqual(
        (await store.cases.openCases(keskinen)).map((one) => one.id),
        rest,
      );
      assert.deepEqual(
        (await store.cases.openCases(koillinen)).map((one) => one.id),
        [moved],
      );
    });

    it("lists an asker's cases, newest first, and nobody else's", async () => {
      const store = await emptyStore();
      for (const n of [0, 1, 2]) await opened(store, asked(n, { receivedAt: at(`09:0${n}`) }));
      const other = { ...asker, id: personId('other-7') };
      await opened(store, { ...asked(3), asker: other, id: idOf(other.id, 3) } as Case);
      const found = await store.cases.askedBy(nurse.id);
      assert.deepEqual(
        found.map((one) => one.id),
        [2, 1, 0].map((n) => idOf(nurse.id, n)),
      );
    });

    it('tells what is due by a moment, soonest first, at most so many', async () => {
      const store = await emptyStore();
      for (const n of [0, 1, 2]) await opened(store, asked(n, { dueAt: at(`1${3 - n}:00`) }));
      const due = async (now: string, most = 9) =>
        (await store.cases.dueBy(at(now), most)).map((one) => one.id);
      assert.deepEqual(await due('10:59'), []);
      assert.deepEqual(await due('11:00'), [idOf(nurse.id, 2)]);
      assert.deepEqual(
        await due('14:00'),
        [2, 1, 0].map((n) => idOf(nurse.id, n)),
      );
      assert.deepEqual(
        await due('14:00', 2),
        [2, 1].map((n) => idOf(nurse.id, n)),
      );
      const [first] = await store.cases.dueBy(at('14:00'), 1);
      assert.equal(first?.kind, 'case');
    });

    it('moves what is due when the case moves on', async () => {
      const store = await emptyStore();
      await opened(store);
      await store.cases.change(id, by(ada, claim));
      const claimed = await store.cases.find(id);
      const due = await store.cases.dueBy(moment('2027-06-01T00:00:00.000Z'), 9);
      assert.equal(due.length, claimed?.dueAt ? 1 : 0);
    });

    it('reads more than a thousand open cases and contacts, past the first page', async () => {
      const tables = ownTables();
      const store = await emptyStore({ tables });
      await plant(tables, 1005);
      assert.equal((await store.cases.openCases(keskinen)).length, 1005);
      assert.equal((await store.cases.askedBy(nurse.id)).length, 1005);
      assert.equal((await store.cases.contacts(month('2026-11'))).length, 1005);
      assert.equal((await store.cases.dueBy(noon, 1002)).length, 1002);
    });
  });

  describe('the counted fact', () => {
    const november: Month = month('2026-11');

    it('follows the case', async () => {
      const store = await emptyStore();
      await opened(store);
      await store.cases.change(id, by(ada, claim));
      const answered = await store.cases.change(id, by(ada, answer));
      assert.ok(!isRefusal(answered));
      assert.deepEqual(await store.cases.contacts(november), [contactOf(county, answered)]);
      assert.deepEqual(await store.cases.contacts(month('2026-10')), []);
    });

    it('marks its month as stale once the month is over', async () => {
      const tables = ownTables();
      const clock = stillClock(nine);
      const store = await emptyStore({ tables, clock });
      await opened(store);
      const stale = async () => (await keysOf(tables, 'cases')).filter((key) => key.startsWith('stale|'));
      assert.deepEqual(await stale(), []);
      clock.set(moment('2026-12-01T09:00:00.000Z'));
      await store.cases.change(id, by(ada, claim));
      assert.deepEqual(await stale(), ['stale|2026-11']);
    });
  });

  it('names the row and the field when a row holds what it should not, and no value', async () => {
    const tables = ownTables();
    const store = await emptyStore({ tables });
    await opened(store);
    const table = (await tables.open()).cases;
    const seal = createSeal(testKeys);
    const row = entryRow(
      seal,
      id,
      { kind: 'case', remains: false, case: { ...asked(), urgency: 'Salaisuus' as 'today' } },
      'w',
    );
    await table.put(row);
    await assert.rejects(store.cases.find(id), (error: Error) => {
      assert.match(error.message, new RegExp(`case\\|${id}.*urgency`));
      assert.doesNotMatch(error.message, /Salaisuus/);
      return true;
    });
  });

  it('carries along what a newer version keeps in a case', async () => {
    const store = await emptyStore();
    await opened(store, { ...asked(), fromTheFuture: 'tallessa' } as unknown as Case);
    const claimed = await store.cases.change(id, by(ada, claim));
    assert.equal((claimed as unknown as { fromTheFuture: string }).fromTheFuture, 'tallessa');
    assert.deepEqual(await store.cases.find(id), claimed);
  });
});

/** Puts many open cases of one asker, each with its contact, straight into the tables. */
async function plant(tables: OwnTables, count: number): Promise<void> {
  const { cases } = await tables.open();
  const seal = createSeal(testKeys);
  const shard = partitionOf(id);
  const rows = Array.from({ length: count }, (_, n) => {
    const one = asked(n, { dueAt: at('10:00') });
    const entry = { kind: 'case', case: one, remains: false } as const;
    const contact = {
      partitionKey: shard,
      rowKey: `contact|2026-11|${n}`,
      contact: JSON.stringify(contactOf(county, one)),
    };
    return [
      { write: 'put' as const, row: entryRow(seal, one.id, entry, 'planted') },
      { write: 'put' as const, row: contact },
      ...relist(shard, undefined, entry),
    ];
  }).flat();
  for (let from = 0; from < rows.length; from += 100) await cases.transact(rows.slice(from, from + 100));
}
