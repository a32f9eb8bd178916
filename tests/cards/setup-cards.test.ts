/** Every card of taking the line into use, in the states that look different, and what their presses are read as. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { helpCard } from '../../bot/cards/menu.ts';
import { readSetupPress } from '../../bot/cards/setup/action.ts';
import { setupBoard } from '../../bot/cards/setup/board.ts';
import {
  advisorsDialog,
  type ChannelsWish,
  channelsDialog,
  tellDialog,
} from '../../bot/cards/setup/dialogs.ts';
import { addedCard, testCard } from '../../bot/cards/setup/test-card.ts';
import { type Language, languages } from '../../bot/domain/county.ts';
import { personId, regionId } from '../../bot/domain/names.ts';
import type { Check } from '../../bot/domain/setup/check.ts';
import type { RegionSetup, SetupView } from '../../bot/domain/setup/setup.ts';
import {
  hasNoMoreThanSixButtons,
  isTakenByTeams,
  largestCard,
  nodesOf,
  pressesOf,
  sizeOf,
  wordsOn,
} from '../support/card-checks.ts';
import { ada, at, county, eve, keskinen, noon, personOf, pohjoinen } from '../support/cases.ts';
import { matchesGolden } from '../support/golden.ts';

const links = {
  settings: 'https://teams.example/settings',
  instructions: 'https://teams.example/instructions',
};
const place = { conversation: '19:north;messageid=1', activity: '1' };
const sent: Check = { id: 'one', sentBy: personOf(eve), sentAt: noon };
const received: Check = { ...sent, at: place, received: { by: personOf(ada), at: at('12:04') } };
const done: Check = { ...received, edited: 'done' };

const ids = county.regions.map(({ id }) => id);
const regionAt = (n: number, more: Partial<RegionSetup> = {}): RegionSetup => ({
  region: ids[n] ?? keskinen,
  advisors: [],
  ...more,
});
const bound = (n: number, more: Partial<RegionSetup> = {}) =>
  regionAt(n, { channel: { name: `Alue ${n}` }, advisors: ['Ada Aalto', 'Bo Björk'], ...more });
const view = (regions: readonly RegionSetup[], more: Partial<SetupView> = {}): SetupView => ({
  at: at('12:10'),
  regions,
  unconfirmed: [],
  drafts: 0,
  ...more,
});
const leaders = { supervisorsChannel: { name: 'Esihenkilöt' } };
const views = {
  fresh: view(
    ids.map((_, n) => regionAt(n)),
    { unconfirmed: ['hours', 'limits', 'social-phone'], drafts: 10 },
  ),
  halfway: view(
    [
      bound(0, { check: { ...sent, failed: 'app-missing' } }),
      bound(1, { check: { ...sent, at: place } }),
      bound(2, { check: sent }),
      bound(3, { check: { ...received, edited: 'blocked' } }),
      bound(4, { channel: { name: 'Alue 4', broken: 'deleted' }, check: done }),
    ],
    { ...leaders, unconfirmed: ['hours'], drafts: 1 },
  ),
  ready: view(
    ids.map((_, n) => bound(n, { check: done })),
    leaders,
  ),
} as const;

const channels = [
  { key: 'k0', id: 'c0', team: 'Linja' },
  ...ids.map((_, n) => ({ key: `k${n + 1}`, id: `c${n + 1}`, name: `Alue ${n + 1}`, team: 'Linja' })),
];
const channelsWish: Omit<ChannelsWish, 'language'> = {
  county,
  channels,
  unreached: [],
  bound: new Map([
    [keskinen, 'c1'],
    [pohjoinen, 'hidden'],
  ]),
  boundNames: new Map([
    [keskinen, 'Alue 1'],
    [pohjoinen, 'Yksityinen'],
  ]),
  suggested: new Map([['supervisors', 'c5']]),
};
const people = [personOf(ada), personOf(eve)];

/** What a filled in dialog sends besides. */
const typed = { region: 'keskinen' };

const cardsIn = (language: Language): Readonly<Record<string, Card>> => ({
  ...Object.fromEntries(
    Object.entries(views).map(([name, one]) => [`board.${name}`, setupBoard(one, county, language, links)]),
  ),
  'channels.first': channelsDialog({ ...channelsWish, language }).card,
  'channels.flawed': channelsDialog({
    ...channelsWish,
    language,
    chosen: new Map([
      [keskinen, 'c2'],
      [pohjoinen, 'c2'],
    ]),
    flaws: [
      { flaw: 'unbinds', target: 'supervisors' },
      { flaw: 'shared', channel: 'c2', targets: [keskinen, pohjoinen] },
    ],
  }).card,
  'channels.gone': channelsDialog({
    ...channelsWish,
    language,
    channels: channels.map((one, n) => ({ ...one, team: n > 3 ? 'Toinen' : 'Linja' })),
    unreached: [{ team: 'Kolmas', why: 'app-missing' }],
    flaws: [{ flaw: 'no-such-channel', target: keskinen }],
  }).card,
  'channels.none': channelsDialog({ ...channelsWish, language, channels: [] }).card,
  'advisors.some': advisorsDialog({ county, language, regions: ids, region: keskinen, people }).card,
  'advisors.all-added': advisorsDialog({
    county,
    language,
    regions: [keskinen],
    region: keskinen,
    people: [],
    told: { tone: 'good', words: 'OK' },
  }).card,
  tell: tellDialog(county, language).card,
  'test.waiting': testCard(
    { region: keskinen, check: sent, mentions: [{ name: 'Ada Aalto', teamsId: '29:ada' }] },
    { ...county, channelLanguage: language },
  ),
  'test.received': testCard({ region: keskinen, check: received }, { ...county, channelLanguage: language }),
  'added.led': addedCard({
    county: { ...county, channelLanguage: language },
    isInUse: false,
    names: 'Eve Eklund',
    isLed: true,
  }),
  'added.nobody': addedCard({
    county: { ...county, channelLanguage: language },
    isInUse: false,
    names: '',
    isLed: false,
  }),
  'added.in-use': addedCard({
    county: { ...county, channelLanguage: language },
    isInUse: true,
    names: '',
    isLed: false,
  }),
});

describe('the cards of taking the line into use', () => {
  for (const language of languages) {
    for (const [name, card] of Object.entries(cardsIn(language))) {
      it(`setup.${name} looks as accepted, and Teams takes it (${language})`, () => {
        matchesGolden(`cards/setup.${name}.${language}`, card);
        isTakenByTeams(card);
        hasNoMoreThanSixButtons(card);
        assert.ok(sizeOf(card) < largestCard, `${sizeOf(card)} bytes`);
        assert.doesNotMatch(wordsOn(card), /undefined|\[object|NaN/);
        assert.equal(card.lang, language);
        for (const { verb, data } of pressesOf(card))
          assert.ok(readSetupPress(verb, { ...typed, ...data }, county), `${verb} is dead`);
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
    const titles = (card: Card) => pressesOf(card).map(({ verb }) => verb);
    assert.ok(!titles(setupBoard(views.fresh, county, 'fi', links)).includes('setupTest'));
    assert.ok(!titles(setupBoard(views.fresh, county, 'fi', links)).includes('setupAdvisors'));
    assert.deepEqual(titles(cardsIn('fi')['added.led'] as Card), []);
    assert.deepEqual(titles(cardsIn('fi')['test.received'] as Card), []);
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
  const read = (verb: unknown, data: unknown) => readSetupPress(verb, data, county);

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
