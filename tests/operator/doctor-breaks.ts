/** One thing broken on a line that is right: its own check names it with its remedy, and no other says anything new. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { CheckOutcome } from '../../bot/operator/checks/check.ts';
import type { Finding } from '../../bot/operator/doctor.ts';
import { leaning, openScene, type Reply, type Scene, stateOf, type Wish } from './doctor-scene.ts';

/** `state`: a failure unless told. `prepare` gives back what mends it again. */
export type Break = {
  readonly what: string;
  readonly check: string;
  readonly state?: CheckOutcome;
  readonly says: RegExp;
  readonly remedy?: RegExp;
  readonly wish?: Wish | ((scene: Scene) => Wish | Promise<Wish>);
  readonly prepare?: (scene: Scene) => Promise<() => unknown>;
};

/** Somebody or something else than the installation's own. */
export const other = 'b0000000-0000-4000-8000-00000000000b';

/** What stands before the server answers that path by itself. */
export const only = (path: string, reply: Reply): Wish => ({
  change: (asked) => (asked === path ? reply : undefined),
});

/** A test for each of them, on one scene. */
export function describeBreaks(subject: string, breaks: readonly Break[]): void {
  describe(`doctor on ${subject}`, () => {
    let scene: Scene;
    let right: readonly Finding[];

    before(async () => {
      scene = await openScene();
      right = await scene.examine();
    });
    after(() => scene.stop());

    for (const one of breaks) {
      it(`names it when ${one.what}, and nothing else`, () => names(scene, right, one));
    }
  });
}

async function names(scene: Scene, right: readonly Finding[], one: Break): Promise<void> {
  const { check, state = 'failure', says, remedy = /./, wish = {}, prepare } = one;
  const mend = await prepare?.(scene);
  try {
    const found = await scene.examine(typeof wish === 'function' ? await wish(scene) : wish);
    const about = found.filter((each) => each.check === check);
    const named = about.find((each) => each.state === state && says.test(each.says));
    assert.ok(named, JSON.stringify(about, undefined, 2));
    if (state !== 'skipped') assert.match(named.remedy ?? '', remedy);
    const leaningOn = leaning(check);
    const expected = Object.fromEntries(
      Object.entries(stateOf(right)).map(([name, was]) => {
        if (name === check) return [name, state];
        const isLeft = leaningOn.includes(name) && (state === 'failure' || state === 'skipped');
        return [name, isLeft ? 'skipped' : was];
      }),
    );
    assert.deepEqual(stateOf(found), expected);
  } finally {
    await mend?.();
  }
}
