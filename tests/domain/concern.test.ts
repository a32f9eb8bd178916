/** When a concern report is whole. */
import assert from 'node:assert/strict';
import { type ConcernWish, concernLimits, refuseConcern } from '../../bot/domain/concern.ts';
import { facts } from '../support/cases.ts';

const whole: ConcernWish = { ...facts, observed: 'Ei syö.', since: 'viikon', presentHelp: 'ei mitään' };

describe('a concern report', () => {
  const missing = (field: string) => ({ refused: 'missing', field });
  const examples: readonly (readonly [string, Partial<ConcernWish>, object | undefined])[] = [
    ['whole', {}, undefined],
    ['without grounds', { grounds: [] }, missing('grounds')],
    ['without what was observed', { observed: ' \n' }, missing('observed')],
    ['without consent and without why', { basis: 'no-consent' }, missing('whyNoConsent')],
    [
      'without consent, its reason blank',
      { basis: 'no-consent', whyNoConsent: ' ' },
      missing('whyNoConsent'),
    ],
    ['without consent, with the reason', { basis: 'no-consent', whyNoConsent: 'ei vastaa' }, undefined],
    ['with consent, the reason blank', { whyNoConsent: '' }, undefined],
    ['not knowing since when', { since: '' }, undefined],
    ['not knowing of present help', { presentHelp: '' }, undefined],
  ];
  for (const [what, change, expected] of examples) {
    it(`${what} is ${expected ? 'asked about' : 'taken'}`, () => {
      assert.deepEqual(refuseConcern({ ...whole, ...change }), expected);
    });
  }

  for (const [field, most] of Object.entries(concernLimits)) {
    it(`holds ${most} characters of ${field}`, () => {
      assert.equal(refuseConcern({ ...whole, [field]: 'x'.repeat(most) }), undefined);
      assert.deepEqual(refuseConcern({ ...whole, [field]: 'x'.repeat(most + 1) }), {
        refused: 'too-long',
        most,
        length: most + 1,
      });
    });
  }
});
