import assert from 'node:assert/strict';
import { explain } from '../../../bot/cards/wording/refusals.ts';
import type { Refusal } from '../../../bot/domain/case/command.ts';
import { languages } from '../../../bot/domain/county.ts';
import { serviceId } from '../../../bot/domain/names.ts';
import { textsFor } from '../../../bot/words/bot/texts.ts';
import { ada, at, county, keskinen, noon, personOf } from '../../support/cases.ts';

const service = serviceId('meals');
const region = keskinen;

/** One of each no; a new kind without an example here fails the build. */
const examples: { readonly [kind in Refusal['refused']]: readonly Extract<Refusal, { refused: kind }>[] } = {
  'no-such-case': [{ refused: 'no-such-case' }],
  purged: [{ refused: 'purged' }],
  'not-yours': [{ refused: 'not-yours' }],
  'no-role': [{ refused: 'no-role', needs: 'advisor', region }],
  'other-region': [{ refused: 'other-region', region }],
  'held-by-another': [{ refused: 'held-by-another', holder: personOf(ada), since: at('10:42') }],
  'claim-first': [{ refused: 'claim-first' }],
  'wrong-time': (['waiting', 'claimed', 'asked-back', 'answered', 'closed', 'withdrawn'] as const).map(
    (status) => ({ refused: 'wrong-time', status }),
  ),
  'changed-since': [{ refused: 'changed-since', said: 'Asuukin Nilsiässä' }],
  'empty-text': [{ refused: 'empty-text' }],
  'too-long': [{ refused: 'too-long', most: 2000, length: 2345 }],
  'unknown-choice': (
    ['service', 'category', 'redirect', 'region', 'outcome', 'topic', 'person'] as const
  ).map((field) => ({ refused: 'unknown-choice', field })),
  'same-region': [{ refused: 'same-region', region }],
  'no-callback': [{ refused: 'no-callback' }],
  'report-stays': [{ refused: 'report-stays' }],
  'record-first': [{ refused: 'record-first' }],
  'not-advisor-there': [{ refused: 'not-advisor-there', person: personOf(ada), region }],
  'no-outcome': [{ refused: 'no-outcome' }],
  'wrong-dates': (['not-a-day', 'ends-before-it-starts'] as const).map((why) => ({
    refused: 'wrong-dates',
    why,
  })),
  'over-limit': [{ days: 3 }, { amount: 3 }, { days: 3, amount: 3 }].map((most) => ({
    refused: 'over-limit',
    most,
    service,
  })),
  'only-when-open': [{ refused: 'only-when-open' }],
  missing: (['grounds', 'observed', 'whyNoConsent', 'client'] as const).map((field) => ({
    refused: 'missing',
    field,
  })),
};
const all: readonly Refusal[] = Object.values(examples).flat();

describe('an everyday no', () => {
  for (const language of languages) {
    for (const refusal of all) {
      const name = Object.values(refusal)
        .filter((value) => typeof value === 'string')
        .join(' ');
      it(`${name} is said in ${language} as a sentence that tells what to do`, () => {
        const said = explain(refusal, textsFor(language), county, noon);
        assert.match(said, /^\p{Lu}.*[.]$/su);
        assert.doesNotMatch(said, /undefined|\[object|function/);
      });
    }

    it(`is a different one for each reason in ${language}`, () => {
      const said = all.map((refusal) => explain(refusal, textsFor(language), county, noon));
      assert.equal(new Set(said).size, said.length);
    });
  }

  const say = (refusal: Refusal) => explain(refusal, textsFor('fi'), county, noon);

  it('tells who took the question, and when', () =>
    assert.match(
      say({ refused: 'held-by-another', holder: personOf(ada), since: at('10:42') }),
      /^Ada Aalto otti tämän klo 10\.42\./,
    ));

  it('tells the day as well when it was another day, or when now is not known', () => {
    const refusal = { refused: 'held-by-another', holder: personOf(ada), since: at('10:42') } as const;
    assert.match(explain(refusal, textsFor('fi'), county, at('09:00', 1)), /ma 23\.11\. klo 10\.42/);
    assert.match(explain(refusal, textsFor('fi'), county), /ma 23\.11\. klo 10\.42/);
  });

  it("names the region and the limits in the county's words, all at once", () => {
    assert.match(say({ refused: 'other-region', region }), /Keskinen alue/);
    assert.equal(
      say({ refused: 'over-limit', most: { days: 14, amount: 3 }, service }),
      'Ateriapalvelu: enintään 14 päivää. Lyhennä jaksoa. Ateriapalvelu (ateriaa päivässä): 1–3. Tarkista määrä.',
    );
  });

  it('lets no sign of what somebody wrote work as Markdown', () => {
    const said = say({ refused: 'changed-since', said: '[paina](https://evil.example) **nyt**' });
    assert.ok(said.includes('\\[paina\\](https://evil.example) \\*\\*nyt\\*\\*'));
  });
});
