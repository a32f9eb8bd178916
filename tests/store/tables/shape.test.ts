/** What checking a row against its shape promises; half of it is held by the compiler alone. */
import assert from 'node:assert/strict';
import { z } from 'zod';
import { UnreadableRowError } from '../../../bot/store/tables/failures.ts';
import { exactly, readAs } from '../../../bot/store/tables/shape.ts';

type Thing = { readonly a: string; readonly b?: number };
const { object, string, number, exactOptional } = z;

describe('a shape', () => {
  it('compiles only when it says exactly what its type does', () => {
    exactly<Thing>()(object({ a: string(), b: exactOptional(number()) }));
    // @ts-expect-error an optional field is missing
    exactly<Thing>()(object({ a: string() }));
    // @ts-expect-error absent is not undefined
    exactly<Thing>()(object({ a: string(), b: number().optional() }));
    // @ts-expect-error a field of another kind
    exactly<Thing>()(object({ a: string(), b: exactOptional(string()) }));
    // @ts-expect-error a field that the type does not have
    exactly<Thing>()(object({ a: string(), b: exactOptional(number()), c: exactOptional(number()) }));
  });

  it('gives back the value itself, with what it does not know', () => {
    const value = { a: 'x', later: true };
    assert.equal(readAs(object({ a: string() }), 'p/r', value), value);
  });

  it('names the row and the field that is wrong, and never what is in it', () => {
    const read = () =>
      readAs(object({ list: z.array(object({ a: string() })) }), 'p/r', { list: [{ a: 'x' }, { a: 7001 }] });
    assert.throws(read, (error) => {
      assert.ok(error instanceof UnreadableRowError);
      assert.match(error.message, /p\/r.*list\.1\.a/);
      assert.doesNotMatch(error.message, /7001/);
      return true;
    });
  });
});
