import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askerDialog } from '../../bot/cards/asker/asker-dialogs.ts';
import { commandWord } from '../../bot/cards/wording/command-word.ts';
import { textLimits } from '../../bot/domain/case/case.ts';
import { isRefusal } from '../../bot/domain/case/command.ts';
import { decide } from '../../bot/domain/case/decide.ts';
import { concernGrounds, refuseConcern } from '../../bot/domain/concern.ts';
import { languages } from '../../bot/domain/county.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import { pressesOf } from '../support/card-checks.ts';
import { caseIn, county, firstId, noon, nurse, waitingCase } from '../support/cases.ts';
import { askersWish as read } from '../support/presses.ts';

type Wish = { readonly press: string; readonly [field: string]: unknown };

const ids = { caseId: firstId, version: 1 };

describe("an asker's press", () => {
  const examples: [verb: string, data: object, expected: Wish][] = [
    [
      'ask',
      {
        draftId: firstId,
        question: ' Voiko? ',
        place: 'kaavi',
        topic: 'assessment',
        category: 'home-care',
        priority75: 'yes',
        urgency: 'today',
        care: 'none',
        callback: ' 040 123 ',
      },
      {
        press: 'ask',
        draftId: firstId,
        answers: {
          question: ' Voiko? ',
          place: 'kaavi',
          topic: 'assessment',
          category: 'home-care',
          priority75: 'yes',
          urgency: 'today',
          care: 'none',
          callback: '040 123',
        },
      } as Wish,
    ],
    [
      'sendAnyway',
      { draftId: firstId },
      { press: 'sendAnyway', draftId: firstId, answers: { question: '' } },
    ],
    ['discard', { draftId: firstId }, { press: 'discard', draftId: firstId, answers: { question: '' } }],
    ['withdraw', ids, { press: 'command', id: firstId, seen: 1, command: { do: 'withdraw' } }],
    [
      'reply',
      { ...ids, text: 'Ei' },
      { press: 'command', id: firstId, seen: 1, command: { do: 'reply', text: 'Ei' } },
    ],
    ['reopen', { ...ids, text: ' ' }, { press: 'command', id: firstId, seen: 1, command: { do: 'reopen' } }],
    [
      'edit',
      { ...ids, text: 'Uusi', urgency: 'urgent' },
      { press: 'command', id: firstId, seen: 1, command: { do: 'edit', text: 'Uusi', urgency: 'urgent' } },
    ],
    ['reply', { draftId: firstId, caseId: firstId }, { press: 'replyDraft', draftId: firstId, id: firstId }],
    ['newQuestion', { draftId: firstId }, { press: 'newQuestion', draftId: firstId }],
    ['menu', { item: 'help' }, { press: 'menu', item: 'help' }],
    ['show', { caseId: firstId }, { press: 'show', id: firstId }],
    ['reply', { ...ids, opens: 'dialog' }, { press: 'dialog', dialog: 'reply', id: firstId, seen: 1 }],
    ['concern', { opens: 'dialog' }, { press: 'dialog', dialog: 'concern' }],
  ];
  for (const [verb, data, expected] of examples) {
    it(`${verb} ${JSON.stringify(data).slice(0, 60)} is read as ${expected.press}`, () =>
      assert.deepEqual(read(verb, data), expected));
  }

  it('moves a question to the region of the chosen place', () => {
    const press = read('wrongRegion', { ...ids, place: 'nilsia' });
    assert.ok(press?.press === 'command');
    assert.deepEqual(press.command, { do: 'wrongRegion', region: 'koillinen', place: 'nilsia' });
  });

  it('lets the rules refuse a place that the county does not have', () => {
    const press = read('wrongRegion', { ...ids, place: 'atlantis' });
    assert.ok(press?.press === 'command');
    const outcome = decide(waitingCase(), press.command, nurse, { now: noon, county });
    assert.ok(isRefusal(outcome) && outcome.refused === 'unknown-choice');
  });

  it('lets an over-long text through to the rules, whole', () => {
    const text = 'a'.repeat(textLimits.reply + 1);
    const press = read('reply', { ...ids, text });
    assert.ok(press?.press === 'command' && press.command.do === 'reply');
    assert.equal(press.command.text.length, text.length);
  });

  const forged: [name: string, verb: unknown, data: unknown][] = [
    ['no data', 'ask', undefined],
    ['a list', 'ask', []],
    ['a verb that is no text', 7, { draftId: firstId }],
    ["an advisor's verb", 'claim', ids],
    ['an id with a wrong check sign', 'withdraw', { caseId: '7KQ4MXZ', version: 1 }],
    ['an id that is an object', 'withdraw', { caseId: { toString: 'x' }, version: 1 }],
    ['a version that is a text', 'withdraw', { caseId: firstId, version: '1' }],
    ['a version of zero', 'withdraw', { caseId: firstId, version: 0 }],
    ['no version', 'withdraw', { caseId: firstId }],
    ['a dialog of nothing', 'edit', { opens: 'dialog' }],
    ['a menu that we do not have', 'menu', { item: '__proto__' }],
  ];
  for (const [name, verb, data] of forged) {
    it(`${name} is read as nothing`, () => assert.equal(read(verb, data), undefined));
  }

  it('never breaks, whatever is sent', () => {
    const verbs = ['ask', 'reply', 'edit', 'concern', 'wrongRegion', 'reopen', 'menu', 'show', 'newQuestion'];
    const field = fc.constantFrom(
      'caseId',
      'version',
      'draftId',
      'text',
      'place',
      'grounds',
      'opens',
      'item',
    );
    const value = fc.oneof(fc.anything(), fc.constantFrom(firstId, 1, 'dialog'));
    fc.assert(
      fc.property(
        fc.constantFrom(...verbs),
        fc.oneof(fc.anything(), fc.dictionary(field, value)),
        (verb, data) => {
          read(verb, data);
        },
      ),
    );
  });
});

describe('the concern report', () => {
  const typed = {
    basis: 'no-consent',
    whyNoConsent: 'Ei ymmärrä.',
    grounds: 'maltreatment,own-safety',
    danger: 'yes',
    clientKnows: 'no',
    observed: 'Mustelmia.',
    since: 'Viikon.',
    presentHelp: 'Ei mitään.',
    reporterPhone: '040 1234567',
    clientName: 'Testi Henkilö',
    henkilotunnus: '010594Y9032',
    address: 'Testikuja 1',
    clientPhone: '050 7654321',
    place: 'kaavi',
  };

  it('is read whole: what may be shown, what is sealed, and the client apart', () => {
    assert.deepEqual(read('concern', { ...typed, caseId: firstId }), {
      press: 'concern',
      id: firstId,
      place: 'kaavi',
      wish: {
        basis: 'no-consent',
        whyNoConsent: 'Ei ymmärrä.',
        grounds: ['maltreatment', 'own-safety'],
        danger: true,
        clientKnows: 'no',
        observed: 'Mustelmia.',
        since: 'Viikon.',
        presentHelp: 'Ei mitään.',
        reporterPhone: '040 1234567',
      },
      client: {
        name: 'Testi Henkilö',
        henkilotunnus: '010594Y9032',
        address: 'Testikuja 1',
        phone: '050 7654321',
      },
    });
  });

  it('is refused by its own rules when nothing is filled in, and asks why there is no consent', () => {
    const press = read('concern', {});
    assert.ok(press?.press === 'concern');
    assert.deepEqual(refuseConcern(press.wish), { refused: 'missing', field: 'grounds' });
    const grounded = read('concern', { grounds: 'housing', observed: 'x' });
    assert.ok(grounded?.press === 'concern');
    assert.deepEqual(refuseConcern(grounded.wish), { refused: 'missing', field: 'whyNoConsent' });
  });

  it('takes no ground that the form does not have, and each only once', () => {
    const press = read('concern', { grounds: 'housing,made-up,housing,' });
    assert.ok(press?.press === 'concern');
    assert.deepEqual(press.wish.grounds, ['housing']);
  });

  it('asks in its dialog for everything that is read, with 112 before all else', () => {
    const { card } = askerDialog('concern', undefined, county, 'fi', { newId: firstId });
    const inputs = card.body.flatMap((node) => ('id' in node ? [node.id] : []));
    assert.deepEqual(inputs.toSorted(), Object.keys(typed).toSorted());
    assert.match(JSON.stringify(card.body[0]), /112/);
    const grounds = card.body.find((node) => 'id' in node && node.id === 'grounds');
    assert.ok(grounds?.type === 'Input.ChoiceSet');
    assert.deepEqual(
      grounds.choices.map(({ value }) => value),
      concernGrounds,
    );
  });

  it('does not ask for the place of a case that has one', () => {
    const { card } = askerDialog('concern', caseIn('claimed'), county, 'fi');
    assert.ok(!card.body.some((node) => 'id' in node && node.id === 'place'));
    assert.deepEqual(pressesOf(card)[0]?.data['version'], 2);
  });

  it('gives back everything that was typed when it could not be taken, but never into a toast', () => {
    const { card } = askerDialog('concern', undefined, county, 'fi', {
      typed,
      problem: { refused: 'missing', field: 'client' },
    });
    for (const node of card.body) {
      if ('id' in node && 'value' in node) assert.equal(node.value, typed[node.id as keyof typeof typed]);
    }
    const given = card.body.filter((node) => 'value' in node).length;
    assert.equal(given, Object.keys(typed).length);
    assert.doesNotMatch(card.fallbackText + card.speak, /Testi|010594/);
  });
});

describe('a typed command', () => {
  const examples: [text: string, expected: string | undefined][] = [
    ['Ohje', 'help'],
    ['  HJÄLP! ', 'help'],
    ['mina frågor', 'my-questions'],
    ['My   questions', 'my-questions'],
    ['huoli-ilmoitus', 'concern'],
    ['hei', 'menu'],
    ['omat asiat', 'my-cases'],
    ['7kq 4mxu', 'case'],
    ['#7KQ-4MXU', 'case'],
    ['7KQ-4MXZ', undefined],
    ['hei, voiko asiakas saada aterioita', undefined],
    ['', undefined],
    ['constructor', undefined],
  ];
  for (const [text, expected] of examples) {
    it(`"${text}" is ${expected ?? 'a question, no command'}`, () =>
      assert.equal(commandWord(text)?.command, expected));
  }

  it('is understood in every language, whatever the language of the app', () => {
    for (const language of languages)
      for (const [command, words] of Object.entries(textsFor(language).common.commands)) {
        assert.ok(words.length > 0, `${command} has no word in ${language}`);
        for (const word of words) assert.equal(commandWord(word)?.command, command);
      }
  });
});
