/** The cards of taking the line into use, and what their presses are read as. */
import assert from 'node:assert/strict';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { helpCard } from '../../bot/cards/menu.ts';
import { setupBoard } from '../../bot/cards/setup/board.ts';
import { advisorsDialog, channelsDialog } from '../../bot/cards/setup/dialogs.ts';
import { languages } from '../../bot/domain/county.ts';
import { personId, regionId } from '../../bot/domain/names.ts';
import {
  hasNoDeadButton,
  hasNoMoreThanSixButtons,
  isTakenByTeams,
  largestCard,
  nodesOf,
  pressesOf,
  sizeOf,
  wordsOn,
} from '../support/card-checks.ts';
import { county, keskinen } from '../support/cases.ts';
import { othersWish, othersWish as read } from '../support/presses.ts';
import { channelsWish, ids, links, setupCards, setupExamples, views } from './setup-examples.ts';

/** What a filled in dialog sends besides. */
const typed = { region: 'keskinen' };

describe('the cards of taking the line into use', () => {
  for (const language of languages) {
    for (const [name, card] of setupExamples(language)) {
      it(`${name} is a card that Teams takes, with its words in ${language} and no dead button`, () => {
        isTakenByTeams(card);
        hasNoMoreThanSixButtons(card);
        assert.ok(sizeOf(card) < largestCard, `${sizeOf(card)} bytes`);
        assert.doesNotMatch(wordsOn(card), /undefined|\[object|NaN/);
        assert.equal(card.lang, language);
        hasNoDeadButton(card, (verb, data) => othersWish(verb, { ...typed, ...data }));
      });
    }
  }

  it('stay small enough for Teams with as many channels, people and words as there can be', () => {
    const many = Array.from({ length: 400 }, (_, n) => ({
      key: `key-${n}`.padEnd(8, 'x'),
      id: `c${n}`,
      name: `Alueen ${n} viranomaislinjan kanava`,
      team: 'Linja',
    }));
    const last = channelsDialog({
      ...channelsWish,
      language: 'fi',
      channels: many,
      bound: new Map([[keskinen, 'c399']]),
    }).card;
    assert.ok(sizeOf(last) < largestCard, `${sizeOf(last)} bytes`);
    assert.match(wordsOn(last), /Alueen 399 viranomaislinjan kanava/);
    assert.match(wordsOn(last), /Luettelosta jäi pois 360 kanavaa/);
    const crowd = Array.from({ length: 300 }, (_, n) => ({
      id: personId(`person-${n}`),
      name: `Etunimi Sukunimi ${n}`,
    }));
    const all = advisorsDialog({
      county,
      language: 'fi',
      regions: ids,
      region: keskinen,
      people: crowd,
    }).card;
    assert.match(wordsOn(all), /jäi pois 220 jäsentä/);
    assert.ok(sizeOf(all) < largestCard);
  });

  it('offer no test before a channel, and no press to those who only look', () => {
    const verbs = (card: Card) => pressesOf(card).map(({ verb }) => verb);
    const onBoard = (one: keyof typeof views) => verbs(setupBoard(views[one], county, 'fi', links));
    for (const verb of ['setupTest', 'setupAdvisors']) {
      assert.ok(onBoard('halfway').includes(verb), `${verb} is never offered`);
      assert.ok(!onBoard('fresh').includes(verb), `${verb} is offered`);
    }
    const cards = setupCards('fi');
    for (const state of ['added.led', 'test.received'] as const) {
      assert.notEqual(wordsOn(cards[state]), '');
      assert.deepEqual(verbs(cards[state]), []);
    }
  });

  it('keep a bound channel that is not in the list, and do not take a suggestion for a choice', () => {
    const { card } = channelsDialog({ ...channelsWish, language: 'fi' });
    const values = Object.fromEntries(nodesOf(card).flatMap(({ id, value }) => (id ? [[id, value]] : [])));
    assert.equal(values['to-pohjoinen'], 'same');
    assert.equal(values['to-keskinen'], 'k1');
    assert.equal(values['to-supervisors'], 'k5');
    assert.equal(values['to-lantinen'], 'none');
  });

  it('tell supervisors in the help how to get here, and nobody else', () => {
    assert.match(wordsOn(helpCard('fi', county, true)), /kirjoita ”käyttöönotto”/);
    assert.doesNotMatch(wordsOn(helpCard('fi', county)), /käyttöönotto/);
  });
});

describe('a press of taking the line into use', () => {
  it('is read with the regions that the county has', () => {
    assert.deepEqual(
      read('setupChannels', { 'to-keskinen': 'k1', 'to-pohjoinen': 'none', 'to-mars': 'k2', flaws: 'x' }),
      {
        press: 'channels',
        keys: new Map([[keskinen, 'k1']]),
      },
    );
    assert.deepEqual(read('setupChannels', { confirmed: 'true', flaws: 'x' }), {
      press: 'channels',
      keys: new Map(),
      confirmed: 'x',
    });
    assert.deepEqual(read('setupAdvisors', { of: 'keskinen', region: 'pohjoinen', people: 'a,b' }), {
      press: 'advisors',
      region: keskinen,
      people: [personId('a'), personId('b')],
    });
    assert.deepEqual(read('setupTest', { of: 'keskinen' }), { press: 'test', of: keskinen, seen: '' });
    assert.deepEqual(read('setupReceived', { of: 'pohjoinen', test: 'one' }), {
      press: 'received',
      region: regionId('pohjoinen'),
      test: 'one',
    });
  });

  it('is none when it is forged', () => {
    for (const data of [undefined, null, 7, 'x', [], { of: 'mars' }, { of: 7, test: {} }, {}]) {
      for (const verb of ['setupAdvisors', 'setupTeam', 'setupTest', 'setupReceived', 'claim', 7, undefined])
        assert.equal(read(verb, data), undefined, `${String(verb)} ${JSON.stringify(data)}`);
    }
  });
});
