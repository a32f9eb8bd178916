/** What a writer has not saved, as their own machine keeps it. */
import assert from 'node:assert/strict';
import { newDraft, withWording } from '../../tab/src/instructions/form.ts';
import { allUnsaved, dropUnsaved, findUnsaved, keepUnsaved } from '../../tab/src/instructions/unsaved.ts';

const day = 24 * 60 * 60 * 1000;
const draft = (text: string) => {
  const { form, ...rest } = newDraft('meals');
  return { ...rest, form: withWording(form, 'fi', { title: 'Ateriat', text }) };
};

describe('what is not saved', () => {
  afterEach(() => {
    for (const who of ['Ada', 'Bo']) for (const { place } of allUnsaved(who)) dropUnsaved(who, place);
  });

  it('is found again as it was, until it is dropped', () => {
    keepUnsaved('Ada', 'meals', draft('Kesken.'));
    assert.deepEqual(findUnsaved('Ada', 'meals'), draft('Kesken.'));
    dropUnsaved('Ada', 'meals');
    assert.equal(findUnsaved('Ada', 'meals'), undefined);
  });

  it('is its writer’s alone on a machine that is shared', () => {
    keepUnsaved('Ada', 'meals', draft('Adan.'));
    keepUnsaved('Bo', 'new', draft('Bon.'));
    assert.equal(findUnsaved('Bo', 'meals'), undefined);
    assert.deepEqual(allUnsaved('Bo'), [{ place: 'new', draft: draft('Bon.') }]);
  });

  it('is forgotten after two weeks', () => {
    keepUnsaved('Ada', 'meals', draft('Vanha.'), 0);
    assert.ok(findUnsaved('Ada', 'meals', 13 * day));
    assert.equal(findUnsaved('Ada', 'meals', 14 * day), undefined);
    assert.equal(findUnsaved('Ada', 'meals', 0), undefined);
  });
});
