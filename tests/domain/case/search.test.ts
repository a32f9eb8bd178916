import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findCases, type StateWords } from '../../../bot/domain/case/search.ts';
import { languages } from '../../../bot/domain/county.ts';
import { placeId, regionId } from '../../../bot/domain/names.ts';
import { textsFor } from '../../../bot/words/bot/texts.ts';
import { caseAfter, caseIn, claim, county, keskinen, waitingCase } from '../../support/cases.ts';

const here = { ...waitingCase(), place: placeId('iisalmi'), region: regionId('pohjoinen') };
const held = { ...caseAfter(claim), place: placeId('kuopio'), region: keskinen };
const all = [here, held];
const stateWords: StateWords = (state) =>
  languages.map((language) => textsFor(language).extension.search.status[state]);

describe('searching cases', () => {
  const examples: [sought: string, found: readonly object[]][] = [
    ['', all],
    ['  -- ', all],
    ['iisalmi', [here]],
    ['Iisalmessa', [here]],
    ['idensalmi', [here]],
    ['IISAL', [here]],
    ['kuopiolainen', []],
    ['pohjoinen', [here]],
    ['odottaa', [here]],
    ['väntar', [here]],
    ['käsittelyssä', [held]],
    ['kasittely', [held]],
    ['aalto', [held]],
    ['7KQ-4MXU', all],
    ['7kq4m', all],
    ['iisalmi odottaa', [here]],
    ['kuopio odottaa', []],
    ['xyz', []],
  ];
  for (const [sought, found] of examples)
    it(`"${sought}" → ${found.length}`, () =>
      assert.deepEqual(findCases(county, all, sought, stateWords), found));

  it('never looks into what was asked, said or answered, nor at who asked', () => {
    const answered = { ...caseIn('answered'), place: placeId('iisalmi') };
    for (const word of ['ateriat', 'aloitamme', 'Niina', 'Nurmi'])
      assert.deepEqual(findCases(county, [answered], word, stateWords), [], word);
  });

  it('finds fewer with every further word, whatever is typed', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('iisalmi', 'odottaa', '7kq', 'kuopio', 'ohjaus'));
    fc.assert(
      fc.property(word, word, (one, other) => {
        const both = findCases(county, all, `${one} ${other}`, stateWords);
        const first = findCases(county, all, one, stateWords);
        assert.ok(both.every((each) => first.includes(each)));
      }),
    );
  });
});
