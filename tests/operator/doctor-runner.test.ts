/** How checks are run and told: side by side, each bounded, one that breaks never hiding the others. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Check, failure, ok, skipped, warning } from '../../bot/operator/checks/check.ts';
import { examine, inWords, tallyOf } from '../../bot/operator/doctor.ts';
import { openInstallation } from '../../bot/operator/installation.ts';

const installation = openInstallation({ env: {}, version: '1.0.0' });
const planned = openInstallation({ env: {}, version: '1.0.0', planned: true });
const fine = (name: string, more: Partial<Check> = {}): Check => ({
  name,
  run: async () => [ok(`${name} is right.`)],
  ...more,
});
const never = new Promise<never>(() => undefined);

describe('an examination', () => {
  it('tells in the order of the checks, whichever ends first', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = fine('slow', { run: async () => held.then(() => [ok('At last.')]) });
    const quick = fine('quick', {
      run: async () => {
        release();
        return [ok('At once.')];
      },
    });
    const found = await examine(installation, [slow, quick]);
    assert.deepEqual(
      found.map(({ check }) => check),
      ['slow', 'quick'],
    );
  });

  it('gives up on a check that never ends, and says so', async () => {
    const found = await examine(installation, [fine('hung', { run: () => never }), fine('other')], 5);
    assert.equal(found[0]?.state, 'failure');
    assert.match(found[0]?.says ?? '', /No answer in 1 seconds/);
    assert.equal(found[1]?.state, 'ok');
  });

  it('tells of a check that broke, with what it said', async () => {
    const run = () => Promise.reject(new RangeError('out of bounds'));
    const found = await examine(installation, [fine('broken', { run }), fine('other')]);
    assert.match(found[0]?.says ?? '', /could not be checked: RangeError: out of bounds/);
    assert.equal(found[1]?.state, 'ok');
  });

  it('leaves out what leans on a failure, naming the first that must be put right', async () => {
    const root = fine('root', { run: async () => [failure('Bad.', 'Mend it.')] });
    const checks = [root, fine('stem', { needs: ['root'] }), fine('leaf', { needs: ['stem'] }), fine('else')];
    const [, stem, leaf, other] = await examine(installation, checks);
    assert.deepEqual(
      [stem, leaf].map((one) => [one?.state, one?.says]),
      Array(2).fill(['skipped', 'Waits for “root” to be put right.']),
    );
    assert.equal(other?.state, 'ok');
  });

  it('goes on after a warning', async () => {
    const root = fine('root', { run: async () => [warning('Hm.', 'Look.')] });
    const found = await examine(installation, [root, fine('stem', { needs: ['root'] })]);
    assert.equal(found[1]?.state, 'ok');
  });

  it('does not look at a running server that is only planned', async () => {
    const running = fine('server', { running: true, run: () => Promise.reject(new Error('asked')) });
    assert.equal((await examine(planned, [running]))[0]?.state, 'skipped');
  });

  it('is printed in columns, each finding on one line with its remedy, and summed up', () => {
    const findings = [
      { check: 'settings', ...ok('All are there.') },
      { check: 'storage', ...failure('It does not\nanswer.', 'Open the way.') },
      { check: 'rows', ...skipped('Waits for “storage” to be put right.') },
      { check: 'hours', ...warning('Not confirmed.', 'Confirm them.') },
    ];
    assert.deepEqual(inWords(findings).split('\n'), [
      'ok       settings  All are there.',
      'FAILURE  storage   It does not answer. → Open the way.',
      'skipped  rows      Waits for “storage” to be put right.',
      'warning  hours     Not confirmed. → Confirm them.',
      '',
      '1 failure to put right, 1 warning; 1 right, 1 left out.',
      '',
    ]);
    assert.deepEqual(tallyOf(findings), { ok: 1, warning: 1, failure: 1, skipped: 1 });
    assert.match(inWords(findings.slice(0, 1)), /\nAll is right\. 1 right, 0 left out\.\n$/);
  });
});
