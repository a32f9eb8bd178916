/** What a writer has not saved, as their own machine keeps it. */
import assert from 'node:assert/strict';
import { newDraft, withWording } from '../../tab/src/instructions/form.ts';
import { allUnsaved, dropUnsaved, findUnsaved, keepUnsaved } from '../../tab/src/instructions/unsaved.ts';
import { ada, bo } from '../support/cases.ts';

const day = 24 * 60 * 60 * 1000;
const draft = (text: string) => {
  const { form, ...rest } = newDraft('meals');
  return { ...rest, form: withWording(form, 'fi', { title: 'Ateriat', text }) };
};

describe('what is not saved', () => {
  afterEach(() => {
    for (const who of [ada.id, bo.id]) for (const { place } of allUnsaved(who)) dropUnsaved(who, place);
  });

  it('is found again as it was, until it is dropped', () => {
    keepUnsaved(ada.id, 'meals', draft('Kesken.'));
    assert.deepEqual(findUnsaved(ada.id, 'meals'), draft('Kesken.'));
    dropUnsaved(ada.id, 'meals');
    assert.equal(findUnsaved(ada.id, 'meals'), undefined);
  });

  it('is its writer’s alone on a machine that is shared', () => {
    keepUnsaved(ada.id, 'meals', draft('Adan.'));
    keepUnsaved(bo.id, 'new', draft('Bon.'));
    assert.equal(findUnsaved(bo.id, 'meals'), undefined);
    assert.deepEqual(allUnsaved(bo.id), [{ place: 'new', draft: draft('Bon.') }]);
  });

  it('is forgotten after two weeks', () => {
    keepUnsaved(ada.id, 'meals', draft('Vanha.'), 0);
    assert.ok(findUnsaved(ada.id, 'meals', 13 * day));
    assert.equal(findUnsaved(ada.id, 'meals', 14 * day), undefined);
    assert.equal(findUnsaved(ada.id, 'meals', 0), undefined);
  });
});
