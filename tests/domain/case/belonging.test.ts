/** Whether words belong to the one open case. */
import assert from 'node:assert/strict';
import { isPerhapsAnother } from '../../../bot/domain/case/belonging.ts';
import { placeId } from '../../../bot/domain/names.ts';
import { placeFinder } from '../../../bot/domain/places/place-finder.ts';
import { caseIn, county, waitingCase } from '../../support/cases.ts';

const find = placeFinder(county.routing);
const iisalmi = waitingCase({ place: placeId('iisalmi') });

describe('words written while one question is open', () => {
  for (const [words, isAnother] of [
    ['Hän kaatuu usein.', false],
    ['Siis Iisalmessa asuva.', false],
    ['Asiakas on nyt Varkauden sairaalassa.', false],
    ['Toinen asiakas Kaavilla tarvitsee turvapuhelimen.', true],
    ['Kuopiolaiselle ateriat?', true],
    ['Muuttaa Iisalmesta Vieremälle.', false],
  ] as const)
    it(`${isAnother ? 'may be about another client' : 'belong to it'}: ${words}`, () =>
      assert.equal(isPerhapsAnother(iisalmi, find(words)), isAnother));

  it('belong to it when the asker was asked back, whatever place they name', () => {
    assert.equal(isPerhapsAnother(caseIn('asked-back'), find('Asuu Kaavilla.')), false);
  });

  it('belong to it when it has no place to differ from', () => {
    const { place: _, ...placeless } = iisalmi;
    assert.equal(isPerhapsAnother(placeless, find('Asuu Kaavilla.')), false);
  });
});
