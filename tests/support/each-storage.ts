/** Promises that hold on Azurite and in memory alike: what shows that the memory is exact. */
import { after, before, describe } from 'mocha';
import { inAzurite } from './azurite.ts';
import { inMemory, keepIn } from './stores.ts';

/** `describe`, once for each storage; `ownTables` and `emptyStore` are there. */
export function describeOnEach(what: string, promises: () => void): void {
  for (const storage of [inAzurite, inMemory]) {
    describe(`${what}, on ${storage.name}`, () => {
      before(() => keepIn(storage));
      after(() => keepIn(inMemory));
      promises();
    });
  }
}
