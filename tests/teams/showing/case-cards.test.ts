/** What showing a case promises while people go on: nothing they wish meanwhile is lost, nothing is posted twice. */
import assert from 'node:assert/strict';
import { RestError } from '@azure/data-tables';
import { describe, it } from 'mocha';
import { createAsking } from '../../../bot/desk/asking/asking.ts';
import type { PersonRecord } from '../../../bot/desk/staff/ports.ts';
import { createStaff } from '../../../bot/desk/staff/staff.ts';
import { addMinutes } from '../../../bot/domain/calendar.ts';
import { type Command, isRefusal } from '../../../bot/domain/case/command.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import type { MemoryStep } from '../../../bot/store/memory/memory-table.ts';
import type { Store } from '../../../bot/store/store.ts';
import type { TeamsClient } from '../../../bot/teams/client/teams-client.ts';
import { type FailureKind, TeamsFailure } from '../../../bot/teams/client/teams-failure.ts';
import { createCaseCards } from '../../../bot/teams/showing/case-cards.ts';
import {
  ada,
  answer,
  asker,
  at,
  bo,
  cia,
  claim,
  county,
  eve,
  grant,
  nurse,
  reply,
  waitingCase,
} from '../../support/cases.ts';
import { silent } from '../../support/silent.ts';
import { type Between, emptyStore, idOf, ownTables, stillClock } from '../../support/stores.ts';

const id = idOf(nurse.id);
const region = waitingCase().region;
const serviceUrl = 'https://teams.example/';

type Post = 'card' | 'ring' | 'thread' | 'edit';

/** A waiting case at a line whose Teams is asked nothing but to post: `when` happens in the midst of the next such post. */
async function line(faults?: Between) {
  const clock = stillClock();
  const tables = ownTables();
  const store = await emptyStore({ clock, tables, ...(faults && { faults }) });
  const posts: { readonly what: Post; readonly where: string; readonly mentions: readonly string[] }[] = [];
  let happening: { readonly what: Post; readonly deed: () => Promise<unknown> } | undefined;
  const post = async (what: Post, where: string, mentions: readonly string[] = []) => {
    posts.push({ what, where, mentions });
    if (happening?.what === what) {
      const { deed } = happening;
      happening = undefined;
      await deed();
    }
    return String(100 + posts.length);
  };
  const teams = {
    startThread: async ({ channelId }) => {
      const activityId = await post('thread', channelId);
      return { activityId, conversationId: `${channelId};messageid=${activityId}` };
    },
    reply: ({ id: where }, { attachments, entities = [] }) => {
      const mentioned = entities.flatMap(({ mentioned: one }) => (one ? [String(one.id)] : []));
      return post(attachments ? 'card' : 'ring', where, mentioned);
    },
    edit: async ({ id: where }) => void (await post('edit', where)),
  } satisfies Partial<TeamsClient>;
  const staff = createStaff({ ...store, county, notices: silent, clock, firstSupervisor: eve.id });
  const bind = (channelId: string) =>
    staff.bind(eve, region, { teamId: 't', channelId, channelName: channelId, serviceUrl, tenantId: 'x' });
  await bind('C1');
  const chat = { conversation: 'chat', serviceUrl };
  await staff.meet(nurse, { teamsId: '29:nurse', language: 'fi', chat });
  for (const one of [ada, bo, cia])
    await store.people.change(one.id, () => ({ ...one, teamsId: `29:${one.id}` }) as PersonRecord);
  const beats = new Set<() => void>();
  const createCards = ({ shows }: Pick<Store, 'shows'>) =>
    createCaseCards({
      ...{ county, staff, clock, shows, notices: silent, log: () => undefined },
      teams: teams as Partial<TeamsClient> as TeamsClient,
      every(_, beat) {
        beats.add(beat);
        return { stop: () => void beats.delete(beat) };
      },
    });
  const cards = createCards(store);
  await store.cases.open(waitingCase({}, { id }));
  const kept = async () => (await store.cases.find(id)) ?? assert.fail('The case is gone');
  return {
    ...{ store, clock, staff, bind, cards, posts, kept },
    when: (what: Post, deed: () => Promise<unknown>) => {
      happening = { what, deed };
    },
    show: () => cards.show(id),
    /** Another process on the same tables. */
    other: async () => createCards(await emptyStore({ clock, tables })),
    /** So many seconds pass for who shows, as they do in a living process. */
    async pass(seconds: number) {
      for (let passed = 0; passed < seconds; passed += 2) {
        clock.set(addMinutes(clock.now(), 2 / 60));
        for (const beat of beats) beat();
        await new Promise(setImmediate);
      }
    },
    async does(who: Actor, command: Command) {
      const done = await store.cases.change(id, (one) =>
        decide(one, command, who, { now: clock.now(), county }),
      );
      assert.ok(!isRefusal(done), JSON.stringify(done));
    },
    of: (what: Post) => posts.filter((one) => one.what === what),
    lagging: () => store.shows.lagging(at('23:00'), 9),
    rings: async () => (await kept()).rings.map(({ to, about, state }) => `${to} ${about} ${state}`),
  };
}

const failing = (kind: FailureKind) => async () => {
  throw new TeamsFailure({ kind, code: 'test' });
};

describe('while a case is being shown', () => {
  it('anyone who is given it rings too, though the one before is being rung just then', async () => {
    const town = await line();
    await town.does(ada, claim);
    await town.show();
    await town.does(ada, { do: 'handOver', to: { id: cia.id, name: cia.name } });
    town.when('ring', () => town.does(cia, { do: 'handOver', to: { id: bo.id, name: bo.name } }));
    await town.show();
    const rung = town.of('ring').map(({ mentions }) => mentions);
    assert.deepEqual(rung.slice(-2), [[`29:${cia.id}`], [`29:${bo.id}`]]);
    assert.deepEqual(await town.lagging(), []);
  });

  it('a second answer rings as well', async () => {
    const town = await line();
    await town.does(ada, claim);
    await town.show();
    const before = town.of('ring').length;
    await town.does(ada, answer);
    town.when('ring', () => town.does(ada, answer));
    await town.show();
    assert.equal(town.of('ring').length, before + 2);
  });

  it('a message that is to be sent again is sent again', async () => {
    const town = await line();
    await town.does(ada, claim);
    await town.show();
    await town.does(ada, answer);
    town.when('ring', failing('ambiguous'));
    await town.show();
    assert.ok((await town.rings()).includes('asker answered unsure'));
    await town.does(nurse, reply);
    town.when('edit', () => town.does(ada, { do: 'resend' }));
    await town.show();
    assert.ok((await town.rings()).includes('asker answered sent'), String(await town.rings()));
  });

  it('the card that its asker asks for comes, though none was kept yet', async () => {
    const town = await line();
    const asking = createAsking(
      {
        ...{ county, cases: town.store.cases, drafts: town.store.drafts, details: town.store.details },
        ...{ cards: town.cards, clock: town.clock, bindings: town.store.bindings, notices: silent },
        directory: { profileOf: async () => undefined },
        chance: { number: () => 1, id: () => 'x' },
      },
      undefined as never,
    );
    town.when('thread', async () => {
      await town.staff.meet(nurse, { teamsId: '29:nurse', language: 'fi', message: '999' });
      assert.ok(!isRefusal(await asking.showAgain(asker, id, 'chat')));
    });
    await town.show();
    assert.equal(town.of('card').length, 2);
    assert.deepEqual(await town.lagging(), []);
  });

  it('it follows its region to another channel, though its first thread was on its way to the former one', async () => {
    const town = await line();
    town.when('thread', () => town.bind('C2'));
    await town.show();
    for (const each of await town.lagging()) await town.cards.show(each);
    assert.deepEqual(
      town.of('thread').map(({ where }) => where),
      ['C1', 'C2'],
    );
    assert.match((await town.kept()).views.channel?.conversation ?? '', /^C2;/);
  });

  it('nobody else shows it, however long each post takes', async () => {
    const town = await line();
    const slowly = async () => {
      await town.pass(60);
      await town.show();
    };
    town.when('card', async () => {
      await slowly();
      town.when('thread', slowly);
    });
    await town.show();
    assert.deepEqual([town.of('card').length, town.of('thread').length], [1, 1]);
  });

  it('nobody else shows it while somebody is rung at length', async () => {
    const town = await line();
    await town.does(ada, claim);
    await town.show();
    await town.does(ada, answer);
    const before = town.posts.length;
    town.when('edit', async () => {
      await town.pass(60);
      town.when('ring', async () => {
        await town.pass(60);
        await town.show();
      });
    });
    await town.show();
    assert.deepEqual(
      town.posts.slice(before).map(({ what }) => what),
      ['edit', 'ring', 'edit'],
    );
    assert.ok((await town.rings()).includes('asker answered sent'));
  });

  it('by a process that stood still for longer than its right lasts, nothing more is posted', async () => {
    const town = await line();
    town.when('card', async () => {
      town.clock.set(addMinutes(town.clock.now(), 8 / 60));
      await town.show();
    });
    await assert.rejects(town.show(), { name: 'LeaseLostError' });
    assert.equal(town.of('thread').length, 1);
  });
});

describe('when showing a case breaks off', () => {
  /** Storage is away: it refuses all that is asked of it until it is told otherwise. */
  function awayAtWish() {
    const storage = { isAway: false };
    const step: MemoryStep = async (_, next) => {
      if (storage.isAway) throw new RestError('Away', { code: 'ECONNREFUSED' });
      return next();
    };
    return { storage, faults: { step } };
  }

  it('a process that dies keeps its case from the others for some seconds only', async () => {
    const town = await line();
    const other = await town.other();
    let isTaken = false;
    town.when('card', async () => {
      // it dies here: no beat of its heart comes any more
      town.clock.set(addMinutes(town.clock.now(), 7 / 60));
      await other.show(id);
      isTaken = town.of('thread').length > 0;
      town.clock.set(addMinutes(town.clock.now(), 1 / 60));
      await other.show(id);
    });
    await assert.rejects(town.show(), { name: 'LeaseLostError' });
    assert.equal(isTaken, false);
    assert.equal(town.of('thread').length, 1);
  });

  it('it is free at once for all others, and what was placed is kept', async () => {
    const town = await line();
    const other = await town.other();
    town.when('thread', async () => {
      throw new TypeError('A fault of our own');
    });
    await assert.rejects(town.show(), { name: 'TypeError' });
    assert.equal((await town.kept()).views.asker?.activity, '101');
    await other.show(id);
    assert.deepEqual(
      town.posts.map(({ what }) => what),
      ['card', 'thread', 'thread'],
    );
    assert.deepEqual(await town.lagging(), []);
  });

  it('because storage is away, what was placed is kept when storage is back, and nothing is posted twice', async () => {
    const { storage, faults } = awayAtWish();
    const town = await line(faults);
    town.when('thread', async () => {
      storage.isAway = true;
    });
    await assert.rejects(town.show(), { name: 'RestError' });
    await town.cards.giveBack();
    await assert.rejects(town.show(), { name: 'RestError' });
    storage.isAway = false;
    await town.cards.giveBack();
    assert.deepEqual(await town.lagging(), [id], 'the case waits for nobody');
    await town.show();
    assert.deepEqual([town.of('card').length, town.of('thread').length], [1, 1]);
    assert.deepEqual(await town.lagging(), []);
  });

  it('in the midst of a ring, nobody knows whether it rang: it is not sent again by itself', async () => {
    const town = await line();
    await town.does(ada, claim);
    await town.show();
    await town.does(ada, answer);
    town.when('ring', async () => {
      throw new TypeError('A fault of our own');
    });
    await assert.rejects(town.show(), { name: 'TypeError' });
    const before = town.of('ring').length;
    await town.show();
    assert.equal(town.of('ring').length, before);
    assert.ok((await town.rings()).includes('asker answered unsure'));
  });

  it('between two rings, the second rings later', async () => {
    const { storage, faults } = awayAtWish();
    const town = await line(faults);
    await town.does(ada, claim);
    await town.show();
    await town.does(ada, grant);
    await town.does(ada, answer);
    const before = town.of('ring').length;
    town.when('ring', async () => {
      storage.isAway = true;
      await town.pass(2);
    });
    await assert.rejects(town.show(), { name: 'RestError' });
    storage.isAway = false;
    await town.show();
    assert.equal(town.of('ring').length, before + 2);
    assert.ok(!(await town.rings()).some((ring) => /unsure|due/.test(ring)), String(await town.rings()));
  });

  for (const kind of ['unreachable', 'refused'] as const)
    it(`as an old card can’t be shrunk (${kind}), the new one stands all the same, once, and rings`, async () => {
      const town = await line();
      await town.does(ada, claim);
      await town.show();
      await town.staff.meet(nurse, { teamsId: '29:nurse', language: 'fi', message: '999' });
      await town.does(ada, answer);
      const [cards, rings] = [town.of('card').length, town.of('ring').length];
      town.when('edit', failing(kind));
      await town.show();
      assert.equal(town.of('card').length, cards + 1);
      assert.equal(town.of('ring').length, rings + 1);
      assert.deepEqual(await town.lagging(), []);
    });
});

function beforeReadingAMark(deed: () => Promise<void>): MemoryStep {
  let isDone = false;
  const others = new Set<Promise<unknown>>();
  return async ({ row }, next) => {
    if (row?.startsWith('show|') && !isDone) {
      isDone = true;
      // what is read beside it begins in the same turn
      await new Promise(setImmediate);
      await Promise.all(others);
      await deed();
      return next();
    }
    const other = next();
    others.add(other);
    return other;
  };
}

describe('the right to show a case', () => {
  it('is not taken upon a case read before somebody else’s showing was kept', async () => {
    const tables = ownTables();
    const quick = await emptyStore({ tables });
    await quick.cases.open(waitingCase({}, { id }));
    const first = await quick.shows.lease(id, at('12:00'), at('12:03'));
    assert.ok(first);
    const view = {
      conversation: 'chat',
      activity: '1',
      shown: 'x',
      wanted: 0,
      state: 'live',
      tries: 0,
    } as const;
    // the mark is long in coming: meanwhile anything else that was asked for has come, and the showing is kept
    const meanwhile = async () => {
      await first.later({ views: { asker: view }, rings: new Map() }, at('12:10'));
    };
    const slow = await emptyStore({ tables, faults: { step: beforeReadingAMark(meanwhile) } });
    const second = await slow.shows.lease(id, at('12:01'), at('12:04'));
    assert.equal(second?.shown.views.asker?.activity, '1');
  });
});
