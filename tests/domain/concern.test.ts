/** When a concern report is whole, and what of it is sealed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type ConcernWish,
  concernGrounds,
  concernLimits,
  concernSides,
  partConcern,
  refuseConcern,
  type Sides,
  urgencyOf,
} from '../../bot/domain/concern.ts';
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

describe('a report of a concern', () => {
  it('is urgent when there is danger, and to be looked at the same day when there is none', () => {
    assert.deepEqual(
      [true, false].map((danger) => urgencyOf({ danger })),
      ['urgent', 'today'],
    );
  });
});

const typed = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const anyReport: fc.Arbitrary<ConcernWish> = fc.record(
  {
    basis: fc.constantFrom('consent', 'no-consent'),
    grounds: fc.subarray([...concernGrounds]),
    danger: fc.boolean(),
    clientKnows: fc.constantFrom('yes', 'no', 'unknown'),
    whyNoConsent: typed,
    observed: typed,
    since: typed,
    presentHelp: typed,
    reporterPhone: typed,
  },
  {
    requiredKeys: ['basis', 'grounds', 'danger', 'clientKnows', 'observed', 'since', 'presentHelp'],
    noNullPrototype: true,
  },
);

describe('the two parts of a concern report', () => {
  it('leave nothing in the clear but choices that name nobody', () => {
    const choices: ReadonlySet<unknown> = new Set([
      ...['consent', 'no-consent', 'yes', 'no', 'unknown', true, false],
      ...concernGrounds,
    ]);
    fc.assert(
      fc.property(anyReport, (wish) => {
        const { facts } = partConcern(wish);
        assert.deepEqual(Object.keys(facts).toSorted(), ['basis', 'clientKnows', 'danger', 'grounds']);
        for (const choice of Object.values(facts).flat()) assert.ok(choices.has(choice), String(choice));
      }),
    );
  });

  it('hold all of it between them, every field once', () => {
    fc.assert(
      fc.property(anyReport, (wish) => {
        const { facts, report } = partConcern(wish);
        assert.deepEqual({ ...facts, ...report }, wish);
        assert.equal(Object.keys(facts).length + Object.keys(report).length, Object.keys(wish).length);
      }),
    );
  });

  it('seal what no side was chosen for', () => {
    const { facts: clear, report } = partConcern({ ...whole, ...{ nickname: 'Mummo' } });
    assert.deepEqual(clear, facts);
    assert.deepEqual(report, {
      observed: 'Ei syö.',
      since: 'viikon',
      presentHelp: 'ei mitään',
      nickname: 'Mummo',
    });
  });

  it('do not compile with a field that has chosen no side, or another than these two', () => {
    // @ts-expect-error: a field, though it may be left out, has no side
    const lacking: Sides<ConcernWish & { readonly nickname?: string }> = concernSides;
    // @ts-expect-error: there are two sides
    const other: Sides<ConcernWish> = { ...concernSides, observed: 'perhaps' };
    // @ts-expect-error: a sealed field is no fact
    const leaking: keyof ReturnType<typeof partConcern>['facts'] = 'reporterPhone';
    assert.equal([lacking, other, leaking].length, 3);
  });
});
