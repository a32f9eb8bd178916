/** Every card of taking the line into use, in the states that look different. */
import type { Card } from '../../bot/cards/elements/elements.ts';
import { setupBoard } from '../../bot/cards/setup/board.ts';
import {
  advisorsDialog,
  type ChannelsWish,
  channelsDialog,
  tellDialog,
} from '../../bot/cards/setup/dialogs.ts';
import { addedCard, testCard } from '../../bot/cards/setup/test-card.ts';
import type { Language } from '../../bot/domain/county.ts';
import type { ChannelCheck } from '../../bot/domain/setup/check.ts';
import type { RegionSetup, SetupView } from '../../bot/domain/setup/setup.ts';
import { ada, at, county, eve, keskinen, noon, personOf, pohjoinen } from '../support/cases.ts';

export const links = {
  settings: 'https://teams.example/settings',
  instructions: 'https://teams.example/instructions',
};
const place = { conversation: '19:north;messageid=1', activity: '1' };
const sent: ChannelCheck = { id: 'one', sentBy: personOf(eve), sentAt: noon };
const received: ChannelCheck = { ...sent, at: place, received: { by: personOf(ada), at: at('12:04') } };
const done: ChannelCheck = { ...received, edited: 'done' };

export const ids = county.regions.map(({ id }) => id);
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
export const views = {
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
export const channelsWish: Omit<ChannelsWish, 'language'> = {
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

/** Every example in one language, by its name after `setup.`. */
export const setupCards = (language: Language) => ({
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

/** By the name of its golden. */
export const setupExamples = (language: Language): [name: string, card: Card][] =>
  Object.entries(setupCards(language)).map(([name, card]) => [`setup.${name}`, card]);
