/** What sealing promises: who reads the tables reads nobody's words, and keys can be changed. */
import assert from 'node:assert/strict';
import { decide } from '../../../bot/domain/case/decide.ts';
import type { Draft } from '../../../bot/domain/case/draft.ts';
import { UnknownKeyError, UnreadableRowError } from '../../../bot/store/tables/failures.ts';
import { partitionOf } from '../../../bot/store/tables/keys.ts';
import { createSeal, type DataKey } from '../../../bot/store/tables/seal.ts';
import {
  answers,
  asker,
  at,
  cia,
  claim,
  county,
  lead,
  nine,
  noon,
  nurse,
  waitingCase,
} from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, everythingIn, idOf, ownTables } from '../../support/stores.ts';

const old: DataKey = { id: 'old', key: Buffer.alloc(32, 1) };
const fresh: DataKey = { id: 'fresh', key: Buffer.alloc(32, 2) };
const id = idOf(nurse.id);

describeOnEach('a sealed value', () => {
  const seal = createSeal([old]);

  it('opens in its own place', () => {
    const value = { text: 'Äiti 🏠', list: [1, null] };
    assert.deepEqual(seal.open('00/case|A', seal.close('00/case|A', value)), value);
  });

  it('is another each time, though what it holds is the same', () => {
    assert.notDeepEqual(seal.close('p', 'same'), seal.close('p', 'same'));
  });

  it('does not open in another row, nor when a bit of it has changed', () => {
    const sealed = seal.close('00/case|A', 'secret');
    assert.throws(() => seal.open('00/case|B', sealed), UnreadableRowError);
    const bytes = Buffer.from(sealed['sealed'] ?? []);
    for (let place = 0; place < bytes.length; place += 1) {
      const bent = Buffer.from(bytes);
      bent.writeUInt8((bent[place] ?? 0) ^ 1, place);
      assert.throws(() => seal.open('00/case|A', { ...sealed, sealed: bent }), UnreadableRowError);
    }
  });

  it('opens with any key that is held, and closes with the first', () => {
    const sealed = seal.close('p', 'secret');
    const both = createSeal([fresh, old]);
    assert.equal(both.open('p', sealed), 'secret');
    assert.equal(both.close('p', 'secret').key, 'fresh');
  });

  it('says which key is missing, and to put it back', () => {
    assert.throws(
      () => createSeal([fresh]).open('p', seal.close('p', 'secret')),
      (error) => {
        assert.ok(error instanceof UnknownKeyError);
        assert.match(error.message, /"old".*Put that key back/);
        return true;
      },
    );
  });

  it('goes on in further columns when it is long, and is refused when no row could hold it', () => {
    const long = 'ä'.repeat(100_000);
    const sealed = seal.close('p', long);
    assert.deepEqual(Object.keys(sealed), ['key', 'sealed', 'sealed1', 'sealed2', 'sealed3']);
    assert.equal(seal.open('p', sealed), long);
    assert.throws(() => seal.close('p', 'x'.repeat(1_000_000)), { name: 'TooLargeError' });
  });
});

describeOnEach('what is stored', () => {
  it('holds none of the words that people wrote', async () => {
    const tables = ownTables();
    const store = await emptyStore({ tables });
    const word = (n: number) => `Salaisuus${n}`;
    await store.cases.open(waitingCase({}, { id, answers: { ...answers, question: word(1) } }));
    await store.cases.change(id, (one) =>
      lead(
        one,
        claim,
        { do: 'askBack', text: word(2) },
        { do: 'reply', text: word(3) },
        { do: 'answer', text: word(4) },
      ),
    );
    const takeOver = { do: 'takeOver', reason: word(5) } as const;
    await store.cases.change(id, (one) => decide(one, takeOver, cia, { now: noon, county }));
    const details = { kind: 'client', client: { name: word(6), henkilotunnus: word(7) } } as const;
    await store.details.keep(id, 'entry', details, noon);
    await store.audit.write({ at: noon, by: 'line', did: 'viewDetails', caseId: id, why: word(8) });
    const draft: Draft = {
      id: idOf(nurse.id, 1),
      asker,
      at: nine,
      answers: { question: word(9), callback: word(10) },
      taken: { phones: [word(11)], emails: [] },
      masked: [],
      finding: {} as Draft['finding'],
      reminded: false,
      dueAt: at('09:30'),
    };
    await store.drafts.keep(draft, `${word(12)}|chat`);
    const stored = await everythingIn(tables);
    assert.ok(stored.includes(`case|${id}`) && stored.includes('viewDetails'), 'all of it was read');
    assert.doesNotMatch(stored, /Salaisuus/);
    assert.equal((await store.cases.find(id))?.question, word(1), 'and all of it can be opened');
    assert.equal((await store.audit.of(id))[0]?.why, word(8));
  });

  it('is read with the old key and written with the new one', async () => {
    const tables = ownTables();
    const before = await emptyStore({ tables, keys: [old] });
    await before.cases.open(waitingCase({}, { id }));
    const after = await emptyStore({ tables, keys: [fresh, old] });
    await after.cases.change(id, (one) => lead(one, claim));
    const row = await (await tables.open()).cases.read(partitionOf(id), `case|${id}`);
    assert.equal(row?.['key'], 'fresh');
    assert.equal((await after.cases.said(id)).length, 1, 'what the old key sealed is still read');
    await assert.rejects(before.cases.find(id), UnknownKeyError);
  });
});
