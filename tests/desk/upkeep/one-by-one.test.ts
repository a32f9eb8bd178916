/** What taking one by one promises: nothing that breaks keeps the others waiting, however many break. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { oneByOne } from '../../../bot/desk/upkeep/one-by-one.ts';
import { type CaseId, caseId } from '../../../bot/domain/names.ts';
import { noon } from '../../support/cases.ts';
import { inMinutes } from '../../support/line.ts';
import { stillClock } from '../../support/stores.ts';

const ids = (...texts: string[]) => texts.map((text) => caseId(text));

/** A queue whose first wait first; those of `sick` break, the others leave it. */
function queueOf(queue: CaseId[], sick: Set<CaseId>) {
  const clock = stillClock();
  const told: unknown[] = [];
  const done: CaseId[] = [];
  const log = (_level: string, event: string, facts?: object) => void told.push({ event, ...facts });
  const part = oneByOne<CaseId>({ clock, log }, { name: 'part', atOnce: 2, idOf: (id) => id });
  const asked: number[] = [];
  const round = () =>
    part(
      async (most) => {
        asked.push(most);
        return queue.slice(0, most);
      },
      async (id) => {
        if (sick.has(id)) throw new TypeError('Anna Asukas');
        done.push(id);
        queue.splice(queue.indexOf(id), 1);
      },
    );
  return { clock, told, done, asked, round };
}

describe('upkeep’s one by one', () => {
  it('goes on with the others when one breaks, and tells which it was', async () => {
    const [a, b, c] = ids('A', 'B', 'C');
    assert.ok(a && b && c);
    const { told, done, round } = queueOf([a, b, c], new Set([a]));
    assert.equal(await round(), 2);
    assert.deepEqual(done, [b]);
    const [{ error, ...line }, ...others] = told as [{ error: Error }, ...unknown[]];
    assert.deepEqual([line, others], [{ event: 'upkeep failed', kind: 'part', caseId: a }, []]);
    assert.ok(error instanceof TypeError);
  });

  it('comes to those behind, though more break than it takes at once', async () => {
    const sick = ids('A', 'B', 'C', 'D', 'E');
    const well = ids('F', 'G');
    const { done, round } = queueOf([...sick, ...well], new Set(sick));
    for (let rounds = 0; rounds < 4; rounds += 1) await round();
    assert.deepEqual(done, well);
  });

  it('tries again what broke, ever more seldom and at least every four minutes', async () => {
    const sick = ids('A');
    const { clock, told, round } = queueOf([...sick], new Set(sick));
    const triedAfter: number[] = [];
    for (let seconds = 0; seconds <= 16 * 60; seconds += 2) {
      clock.set(inMinutes(noon, seconds / 60));
      const before = told.length;
      await round();
      if (told.length > before) triedAfter.push(seconds);
    }
    assert.deepEqual(triedAfter, [0, 2, 6, 14, 30, 62, 126, 254, 494, 734]);
  });

  it('takes what is mended, and forgets that it ever broke', async () => {
    const [a] = ids('A');
    assert.ok(a);
    const sick = new Set([a]);
    const { clock, done, asked, round } = queueOf([a], sick);
    await round();
    sick.delete(a);
    clock.set(inMinutes(noon, 1));
    await round();
    await round();
    assert.deepEqual(done, [a]);
    assert.deepEqual(asked, [2, 3, 2]);
  });

  it('forgets what left the queue by other hands', async () => {
    const [a] = ids('A');
    assert.ok(a);
    const queue = [a];
    const { asked, round } = queueOf(queue, new Set([a]));
    await round();
    queue.pop();
    await round();
    await round();
    assert.deepEqual(asked, [2, 3, 2]);
  });

  it('lets what finds nothing at all break by itself', async () => {
    const { clock } = queueOf([], new Set());
    const part = oneByOne<CaseId>(
      { clock, log: () => undefined },
      { name: 'part', atOnce: 2, idOf: (id) => id },
    );
    const broken = part(
      () => Promise.reject(new RangeError('no storage')),
      async () => undefined,
    );
    await assert.rejects(broken, RangeError);
  });
});
