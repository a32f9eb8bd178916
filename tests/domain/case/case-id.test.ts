/** A case id, as it is said on the phone and written on paper. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  makeCaseId,
  readCaseId,
  shardCount,
  shardOf,
  spokenCaseId,
} from '../../../bot/domain/case/case-id.ts';
import type { CaseId } from '../../../bot/domain/names.ts';
import { firstId } from '../../support/cases.ts';

const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const ids: fc.Arbitrary<CaseId> = fc
  .tuple(fc.nat(shardCount - 1), fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }))
  .map(([shard, chance]) => makeCaseId(shard, chance));

describe('a case id', () => {
  it('is seven signs, and gives its shard back', () => {
    fc.assert(
      fc.property(
        fc.nat(shardCount - 1),
        fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }),
        (shard, chance) => {
          const id = makeCaseId(shard, chance);
          return /^[2-9A-HJKMNP-Z]{7}$/.test(id) && shardOf(id) === shard && readCaseId(id) === id;
        },
      ),
    );
  });

  it('is caught with any one sign wrong', () => {
    fc.assert(
      fc.property(ids, (id) => {
        for (let place = 0; place < id.length; place += 1)
          for (const sign of signs) {
            if (sign === id[place]) continue;
            const wrong = id.slice(0, place) + sign + id.slice(place + 1);
            assert.equal(readCaseId(wrong), undefined, `${id} read as ${wrong}`);
          }
      }),
    );
  });

  it('is caught with any two neighbours swapped', () => {
    fc.assert(
      fc.property(ids, (id) => {
        for (let place = 0; place + 1 < id.length; place += 1) {
          const [a = '', b = ''] = [id[place], id[place + 1]];
          if (a === b) continue;
          const wrong = id.slice(0, place) + b + a + id.slice(place + 2);
          assert.equal(readCaseId(wrong), undefined, `${id} read as ${wrong}`);
        }
      }),
    );
  });

  it('is read however people write it', () => {
    for (const text of ['7KQ4MXU', '7kq-4mxu', ' #7KQ 4MXU ', '7k q4 mx u', '7KQ-4MXU'])
      assert.equal(readCaseId(text), firstId, text);
    fc.assert(fc.property(ids, (id) => readCaseId(spokenCaseId(id)) === id));
  });

  it('is said in two breaths', () => assert.equal(spokenCaseId(firstId), '7KQ-4MXU'));

  it('is not read from what is none', () => {
    for (const text of ['', '7KQ4MX', '7KQ4MXUU', '0KQ4MXU', 'OKQ4MXU', 'moi', '1234567', '7KQ.4MXU'])
      assert.equal(readCaseId(text), undefined, text);
    fc.assert(fc.property(fc.string(), (text) => readCaseId(`${text}!`) === undefined));
  });

  it('has no shard beyond the last one', () => {
    const beyond = makeCaseId(shardCount, [1, 2, 3, 4, 5]);
    assert.equal(readCaseId(beyond), undefined);
  });
});
