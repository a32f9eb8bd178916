import assert from 'node:assert/strict';
import { formatText } from 'adaptivecards/lib/text-formatters.js';
import fc from 'fast-check';
import { actNow, openDialog, sendNow, submit } from '../../../bot/cards/elements/actions.ts';
import { card, facts, paragraph, plain, shortened } from '../../../bot/cards/elements/elements.ts';
import { opensDialog, readMany } from '../../../bot/cards/verbs/pressed.ts';
import { markdownToHtml } from '../../../bot/local/page/markdown.ts';

describe('free text on a card', () => {
  const examples: [typed: string, shown: string][] = [
    ['Yksi\nkaksi', 'Yksi\n\nkaksi'],
    ['Yksi\r\n\r\n\r\nkaksi ', 'Yksi\n\nkaksi'],
    ['**tärkeä**', '\\*\\*tärkeä\\*\\*'],
    ['[tästä](https://evil.example)', '\\[tästä\\](https://evil.example)'],
    ['<at>Ada Aalto</at>', '\\<at\\>Ada Aalto\\</at\\>'],
    ['- ranskalainen', '\\- ranskalainen'],
    ['1. ensin', '1\\. ensin'],
    ['2026', '2026'],
    ['klo 10.42 - 11.00', 'klo 10.42 - 11.00'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['{a} {{{', '{a} {\\{\\{'],
    ['', ''],
  ];
  for (const [typed, shown] of examples) {
    it(`${JSON.stringify(typed)} stands as it was typed`, () => assert.equal(plain(typed), shown));
  }

  it('is never taken for a date or a time that the client should write', () => {
    for (const typed of ['{{DATE(2026-02-14T06:08:39Z, SHORT)}}', '{{TIME(2026-02-14T06:08:39Z)}}']) {
      assert.notEqual(formatText('fi', typed), typed, 'the client would');
      assert.equal(formatText('fi', plain(typed)), plain(typed));
      assert.equal(markdownToHtml(plain(typed)).replaceAll('&#123;', '{'), typed);
    }
  });

  it('keeps every letter and digit, whatever is typed', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => letters(plain(typed)) === letters(typed)),
    );
  });

  it('never leaves a sign of Markdown or of a mention bare', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'\\`*_[]<>#&~|ab \n') });
    fc.assert(fc.property(signs, (typed) => !/(?<!\\)(?:\\\\)*[`*_[\]<>#&~|]/.test(plain(typed))));
  });
});

describe('a shortened text', () => {
  const examples: [text: string, most: number, expected: string][] = [
    ['lyhyt', 10, 'lyhyt'],
    ['yksi kaksi kolme', 9, 'yksi…'],
    ['yksi kaksi kolme', 11, 'yksi kaksi…'],
    ['hymiö 🙂 ja lisää', 10, 'hymiö 🙂…'],
    ['aaaa🙂🙂', 5, 'aaaa…'],
    ['monta\nriviä  tässä', 40, 'monta riviä tässä'],
    ['a'.repeat(20), 10, `${'a'.repeat(10)}…`],
  ];
  for (const [text, most, expected] of examples) {
    it(`${JSON.stringify(text)} in ${most} is ${expected}`, () =>
      assert.equal(shortened(text, most), expected));
  }

  it('never cuts a sign in two', () => {
    const hasHalf = (text: string) => /\p{Surrogate}/u.test(text);
    const texts = fc.string({ unit: fc.constantFrom('🙂', 'a', ' '), maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, most) => !hasHalf(shortened(text, most))),
    );
  });
});

describe('buttons', () => {
  const data = { caseId: '7KQ4MXU', version: 3 };

  it('act at once without the inputs, also where Action.Execute is not known', () => {
    const button = actNow('Ota', 'claim', data);
    assert.equal(button.associatedInputs, 'none');
    assert.deepEqual(button.fallback, {
      type: 'Action.Submit',
      title: 'Ota',
      data: { ...data, verb: 'claim' },
      associatedInputs: 'none',
    });
  });

  it('send the inputs along where they are meant to', () => {
    assert.equal('associatedInputs' in sendNow('Lähetä', 'ask', data), false);
    assert.equal('associatedInputs' in sendNow('Lähetä', 'ask', data).fallback, false);
    assert.equal('associatedInputs' in submit('Lähetä', 'reply', data), false);
  });

  it('that open a dialog differ from the dialog’s own, also when a client drops msteams', () => {
    const { msteams: _, ...left } = openDialog('Vastaa', 'reply', data).data;
    assert.equal(opensDialog(left), true);
    assert.equal(opensDialog(submit('Lähetä', 'reply', data).data), false);
  });
});

describe('a card', () => {
  it('mentions only whom it is told to, in the way Teams wants', () => {
    const shown = card({ language: 'fi', says: 'x', mentions: [{ name: 'Ada', teamsId: '29:a' }] }, [
      paragraph('<at>Ada</at>'),
    ]);
    assert.deepEqual(shown.msteams.entities, [
      { type: 'mention', text: '<at>Ada</at>', mentioned: { id: '29:a', name: 'Ada' } },
    ]);
    assert.equal(card({ language: 'fi', says: 'x', mentions: [] }, []).msteams.entities, undefined);
  });

  it('leaves out facts that have no value', () =>
    assert.deepEqual(
      facts([
        ['a', 'x'],
        ['b', undefined],
        ['c', ''],
      ]).facts,
      [{ title: 'a', value: 'x' }],
    ));
});

describe('what comes back from inputs', () => {
  it('is read as texts only, however it was joined', () => {
    assert.deepEqual(readMany({ grounds: 'a,,b' }, 'grounds'), ['a', 'b']);
    assert.deepEqual(readMany({ grounds: 7 }, 'grounds'), []);
  });
});
