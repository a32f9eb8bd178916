import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type ChannelCheck,
  checkState,
  isAsSeen,
  receive,
  seenChecks,
} from '../../../bot/domain/setup/check.ts';
import {
  isDone,
  isReady,
  type RegionSetup,
  type SetupView,
  seenIn,
  toCheck,
  unconfirmedIn,
  withoutChannel,
} from '../../../bot/domain/setup/setup.ts';
import { ada, at, bo, county, eve, keskinen, noon, personOf, pohjoinen } from '../../support/cases.ts';

const place = { conversation: '19:north;messageid=1', activity: '1' };
const sent: ChannelCheck = { id: 'one', sentBy: personOf(eve), sentAt: noon };
const posted: ChannelCheck = { ...sent, at: place };
const received = receive(posted, ada, at('12:01'), place);
const done: ChannelCheck = { ...received, edited: 'done' };

const region = (more: Partial<RegionSetup> = {}): RegionSetup => ({
  region: keskinen,
  channel: { name: 'Keskinen' },
  advisors: ['Ada Aalto'],
  check: done,
  ...more,
});
const view = (...regions: readonly RegionSetup[]): SetupView => ({
  at: at('12:10'),
  regions,
  supervisorsChannel: { name: 'Esihenkilöt' },
  unconfirmed: [],
  drafts: 0,
});
const without = <Key extends keyof RegionSetup>(key: Key): RegionSetup => {
  const { [key]: _, ...rest } = region();
  return rest as unknown as RegionSetup;
};

describe('a test question', () => {
  const rows: readonly (readonly [string, ChannelCheck | undefined, ReturnType<typeof checkState>])[] = [
    ['is not sent before anybody sends it', undefined, 'not-sent'],
    ['is unsure when nobody told how posting it went', sent, 'unsure'],
    ['is being sent for a while', { ...sent, sentAt: at('12:09') }, 'unsure'],
    ['is being sent at first', { ...sent, sentAt: at('12:10') }, 'sending'],
    ['waits once it is posted', posted, 'waiting'],
    ['failed when Teams said so', { ...sent, failed: 'blocked' }, 'failed'],
    ['is received by the press', received, 'received'],
    ['is received with its card changed', done, 'received'],
    ['is not through when its card could not be changed', { ...received, edited: 'later' }, 'not-edited'],
  ];
  for (const [what, check, state] of rows)
    it(what, () => assert.equal(checkState(check, at('12:10')), state));

  it('stays with the first who received it', () => {
    assert.equal(receive(received, bo, at('12:05'), place), received);
    assert.deepEqual(received.received, { by: personOf(ada), at: at('12:01') });
  });

  it('that was thought to have failed is received where it was pressed', () => {
    const late = receive({ ...sent, failed: 'later' }, ada, at('12:01'), place);
    assert.equal(checkState(late, noon), 'received');
    assert.deepEqual(late.at, place);
  });

  it('is sent by a press that saw the newest one of its region, and by no other', () => {
    const seen = seenChecks(new Map([[keskinen, sent]]), [keskinen, pohjoinen]);
    assert.ok(isAsSeen(seen, keskinen, sent));
    assert.ok(isAsSeen(seen, pohjoinen, undefined));
    assert.ok(!isAsSeen(seen, keskinen, { ...sent, id: 'two' }));
    assert.ok(!isAsSeen(seen, keskinen, undefined));
    assert.ok(!isAsSeen(seen, pohjoinen, sent));
    assert.ok(!isAsSeen('', keskinen, undefined));
  });
});

describe('taking the line into use', () => {
  it('is ready when every region has a channel, an advisor and a test received; what is unconfirmed hinders nobody', () => {
    assert.ok(isReady(view(region())));
    assert.ok(isReady({ ...view(region()), unconfirmed: ['hours'], drafts: 3 }));
  });

  const broken = { name: 'Keskinen', broken: 'archived' } as const;
  const rows: readonly (readonly [string, SetupView, 'channels' | 'advisors' | 'check' | 'settings'])[] = [
    ['a region has no channel', view(without('channel')), 'channels'],
    ['a channel is broken', view(region({ channel: broken })), 'channels'],
    ['the supervisors’ channel is broken', { ...view(region()), supervisorsChannel: broken }, 'channels'],
    ['a region has no advisor', view(region(), region({ advisors: [] })), 'advisors'],
    ['a test is not sent', view(without('check')), 'check'],
    ['a test waits', view(region({ check: posted })), 'check'],
    ['the card could not be changed', view(region({ check: { ...received, edited: 'blocked' } })), 'check'],
    ['hours are unconfirmed', { ...view(region()), unconfirmed: ['hours'] }, 'settings'],
    ['an instruction waits to be published', { ...view(region()), drafts: 1 }, 'settings'],
  ];
  for (const [what, one, step] of rows) {
    it(`has its step ${step} open when ${what}, and no other`, () => {
      const open = (['channels', 'advisors', 'check', 'settings'] as const).filter(
        (each) => !isDone(each, one),
      );
      assert.deepEqual(open, [step]);
    });
  }

  it('names who has no channel that works', () => {
    const { supervisorsChannel: _, ...one } = view(
      region({ channel: broken }),
      region({ region: pohjoinen }),
    );
    assert.deepEqual(withoutChannel(one), [keskinen, 'supervisors']);
  });

  it('sends a test where there is a channel and none is received or under way', () => {
    const checks: readonly (ChannelCheck | undefined)[] = [
      sent,
      posted,
      received,
      { ...sent, failed: 'later' },
    ];
    const due = checks.map((check) => toCheck(view(region(check ? { check } : {}))).length);
    assert.deepEqual(due, [1, 0, 0, 1]);
    assert.deepEqual(toCheck(view(without('channel'))), []);
    assert.deepEqual(toCheck(view(without('check'))), [keskinen]);
    assert.equal(seenIn(view(without('check'), region({ region: pohjoinen }))), 'keskinen:-,pohjoinen:one');
  });

  it('tells what the county has not confirmed', () => {
    assert.deepEqual(unconfirmedIn(county), ['hours', 'limits', 'social-phone']);
    const { opening, emergency, services } = county;
    const confirmed = {
      ...county,
      opening: { ...opening, confirmed: true },
      services: services.map((one) => ({ ...one, confirmed: true })),
      emergency: { ...emergency, social: { ...emergency.social, confirmed: true } },
    };
    assert.deepEqual(unconfirmedIn(confirmed), []);
  });
});
