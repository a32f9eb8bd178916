/** What is read of the dialog that makes a draft of an answer, and how cited instructions stand in words. */
import assert from 'node:assert/strict';
import { draftButton, draftDialog } from '../../bot/cards/instruction-draft.ts';
import { withLinks, withTitles } from '../../bot/cards/wording/cited-words.ts';
import { citedIn, withCitations, withWords } from '../../bot/domain/instructions/citing.ts';
import { instructionId } from '../../bot/domain/names.ts';
import { pressesOf } from '../support/card-checks.ts';
import { caseIn, firstId } from '../support/cases.ts';
import { citable, citedAnswer } from '../support/citations.ts';
import { othersWish } from '../support/presses.ts';

const read = (verb: unknown, data: unknown) =>
  verb === 'toInstruction' ? othersWish(verb, data) : undefined;
const id = instructionId('draft');
const wording = { title: 'Otsikko', text: 'Teksti' };
const saved = { caseId: firstId, key: 'draft', subject: 'criteria', ...wording };

describe('a press on the dialog of a draft', () => {
  it('opens it from a case, and saves what was written under the id that it was opened with', () => {
    const { data } = draftButton('fi', caseIn('answered')) as { data: object };
    assert.deepEqual(read('toInstruction', data), { press: 'open', caseId: firstId });
    const { card } = draftDialog('fi', { caseId: firstId, id, wording });
    const [send] = pressesOf(card);
    assert.deepEqual(read(send?.verb, { ...send?.data, ...wording, subject: 'criteria' }), {
      press: 'save',
      caseId: firstId,
      id,
      wording,
      subject: 'criteria',
    });
  });

  it('offers no page that nobody writes', () => {
    const text = JSON.stringify(draftDialog('fi', { caseId: firstId, id, wording }));
    assert.ok(text.includes('"criteria"') && !text.includes('"finders"'));
    const subjectIn = (subject: string) => {
      const meant = read('toInstruction', { ...saved, subject });
      assert.ok(meant?.press === 'save');
      return meant.subject;
    };
    assert.deepEqual(['criteria', 'finders'].map(subjectIn), ['criteria', undefined]);
  });

  const forged: readonly (readonly [unknown, unknown])[] = [
    ['answer', saved],
    ['toInstruction', null],
    ['toInstruction', { ...saved, caseId: 'nonsense' }],
    ['toInstruction', { ...saved, key: '../x' }],
    ['toInstruction', { ...saved, key: 7 }],
  ];
  for (const [verb, data] of forged) {
    it(`is nothing when it is not ours: ${verb} ${JSON.stringify(data)?.slice(0, 60)}`, () =>
      assert.equal(read(verb, data), undefined));
  }
});

describe('an answer that cites', () => {
  it('is taken apart as it was put together', () => {
    const { words, cited } = citedIn(citedAnswer);
    assert.equal(words, 'Kyllä, kahdeksi viikoksi. Rajat ovat ohjeessa.');
    assert.deepEqual(
      cited.map(({ title, version }) => [title, version]),
      citable.slice(0, 2).map(({ title, version }) => [title, version]),
    );
    assert.deepEqual(citedIn('Ei lainauksia.'), { words: 'Ei lainauksia.', cited: [] });
  });

  it('has its words changed and its links left alone', () => {
    const shouted = withWords(citedAnswer, (words) => words.toUpperCase());
    assert.equal(citedIn(shouted).words, 'KYLLÄ, KAHDEKSI VIIKOKSI. RAJAT OVAT OHJEESSA.');
    assert.deepEqual(citedIn(shouted).cited, citedIn(citedAnswer).cited);
  });

  it('shows its own links alone as links: what somebody typed stays words', () => {
    const typed = 'Katso [tätä](https://example.invalid)\n- [tämä (v1)](https://example.invalid/x)';
    const shown = withLinks(withCitations(typed, citable.slice(0, 1), () => 'https://example.invalid/y'));
    assert.doesNotMatch(shown, /(?<!\\)\]\(/);
    assert.match(withLinks(citedAnswer), /^- \[Tilapäisten palvelujen myöntäminen \(v1\)\]\(https:/m);
  });

  it('is copied and shortened with titles for links', () => {
    assert.equal(
      withTitles(citedAnswer),
      'Kyllä, kahdeksi viikoksi. Rajat ovat ohjeessa.\n- Tilapäisten palvelujen myöntäminen (v1)\n- Palvelutarpeen arviointi (v2)',
    );
  });
});
