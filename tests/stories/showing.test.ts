/** Cards come true later when Teams could not take them at once: throttled, broken, silent, deleted, not bound yet. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { personId, regionId } from '../../bot/domain/names.ts';
import type { CallFault } from '../../bot/local/service/faults.ts';
import { ask } from '../support/asked-case.ts';
import { inMinutes, openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const keskinen = regionId('keskinen');
const posts = ['create', 'send', 'reply', 'update'] as const;

describe('What Teams could not show at once', () => {
  let town: TestLine;

  before(async () => {
    // a press is answered within Teams' own patience, whatever Teams does meanwhile
    town = await openTestLine({ tries: 1, callWithinMs: 3000, patience: { message: 15_000, invoke: 5000 } });
  });
  after(() => town.stop());

  /** Rounds, minutes apart, until nothing lags. */
  async function rounds(): Promise<void> {
    for (let nth = 0; nth < 10; nth += 1) {
      const rows = await town.tables.rowsOf('cases');
      if (!rows.some(({ rowKey }) => rowKey.startsWith('show|'))) return;
      await town.round(inMinutes(town.clock.now(), 3));
    }
    throw new Error('Something lags for ever');
  }

  const troubles: readonly (readonly [string, CallFault])[] = [
    ['throttles and says for how long', { kind: 'refuse', status: 429, retryAfter: 60, times: 6 }],
    ['throttles and does not say for how long', { kind: 'refuse', status: 429, times: 6 }],
    ['is broken', { kind: 'refuse', status: 503, times: 6 }],
    ['hangs', { kind: 'hang', times: 3 }],
  ];
  for (const [what, fault] of troubles) {
    it(`is shown by a later round when Teams ${what}`, async () => {
      const advisor = town.teams.as(town.town.advisors.find(({ region }) => region === pohjoinen)?.id ?? '');
      const one = await ask(town);
      const threads = town.threads(pohjoinen).length;
      const order = town.teams.faults.add({
        ...fault,
        match: ({ operation }) => posts.some((post) => post === operation),
      });
      await advisor.press(one.card(), 'claim');
      await town.teams.until(() => order.hits > 0, 'the trouble');
      assert.doesNotMatch(wordsIn(one.card().card), /hoitaa/);
      await rounds();
      order.remove();
      await one.shows(/hoitaa/);
      await one.askerSees(new RegExp(advisor.person.name));
      assert.equal(town.threads(pohjoinen).length, threads);
    });
  }

  it('starts a thread later when Teams is down at asking, and rings then, once', async () => {
    const asker = town.teams.addPerson({ id: randomUUID(), name: 'Asker Kauan', locale: 'fi-FI' });
    await asker.say('Saako Iisalmessa asuva asiakas apua, kun Teams ei toimi?');
    const order = town.teams.faults.add({
      kind: 'refuse',
      status: 429,
      times: 5,
      match: { operation: 'create' },
    });
    const before = town.threads(pohjoinen).length;
    await asker.press(asker.lastCard(), 'ask', {
      topic: 'guidance',
      priority75: 'no',
      urgency: 'today',
      care: 'none',
    });
    await town.teams.until(() => order.hits > 0, 'the trouble');
    assert.equal(town.threads(pohjoinen).length, before);
    await rounds();
    assert.equal(town.threads(pohjoinen).length, before + 1);
    assert.equal(town.advisorsCard(pohjoinen).mentions.length, 2);
    order.remove();
  });

  it('rings the asker only when the card tells what the ring speaks of', async () => {
    const advisor = town.teams.as(town.town.advisors.find(({ region }) => region === pohjoinen)?.id ?? '');
    const one = await ask(town);
    await advisor.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await advisor.press(one.card(), 'answer');
    const order = town.teams.faults.add({
      kind: 'refuse',
      status: 429,
      times: 2,
      match: ({ operation, conversation }) => operation === 'update' && conversation === one.asker.chatId,
    });
    await advisor.submitDialog({ text: 'Vastaus joka viipyy' });
    await one.shows(/Vastattu/);
    const rang = () => one.asker.toasts.filter(({ text }) => /vastasi kysymykseesi/.test(text)).length;
    assert.equal(rang(), 0);
    await rounds();
    order.remove();
    await one.askerSees(/Vastaus joka viipyy/);
    assert.equal(rang(), 1);
  });

  it('is posted again when its message was deleted in Teams', async () => {
    const advisor = town.teams.as(town.town.advisors.find(({ region }) => region === pohjoinen)?.id ?? '');
    const one = await ask(town);
    const threads = town.threads(pohjoinen).length;
    const gone = one.card().id;
    // a team's owner may delete the bot's message: editing it is 404 from then on
    town.teams.faults.add({
      kind: 'refuse',
      status: 404,
      times: Number.POSITIVE_INFINITY,
      match: ({ operation, activity }) => operation === 'update' && activity === gone,
    });
    await advisor.press(one.card(), 'claim');
    await town.teams.until(() => town.threads(pohjoinen).length === threads + 1, 'a new thread');
    await town.teams.until(() => /hoitaa/.test(wordsIn(town.advisorsCard(pohjoinen).card)), 'the card');
    await rounds();
    assert.equal(town.threads(pohjoinen).length, threads + 1);
    assert.deepEqual(town.advisorsCard(pohjoinen).mentions, [], 'it is no new question');
    town.teams.faults.clear();
  });

  it('is shown when the region is bound at last', async () => {
    const by = { id: personId(town.town.supervisor.id), name: town.town.supervisor.name };
    const binding = await town.service.desk.staff.bindingOf(keskinen);
    assert.ok(binding);
    await town.service.desk.staff.unbind(by, keskinen);
    const asker = town.teams.addPerson({ id: randomUUID(), name: 'Asker Ilman', locale: 'fi-FI' });
    await asker.say('Saako Kaavilla asuva asiakas turvapuhelimen?');
    await asker.press(asker.lastCard(), 'ask', {
      topic: 'guidance',
      priority75: 'no',
      urgency: 'today',
      care: 'none',
    });
    await town.teams.until(() => /Lähetit kysymyksen/.test(wordsIn(asker.lastCard().card)), 'the live card');
    assert.equal(town.threads(keskinen).length, 0);
    await town.round(inMinutes(town.clock.now(), 3));
    assert.equal(town.threads(keskinen).length, 0);
    await town.service.desk.staff.bind(by, keskinen, binding);
    await rounds();
    assert.equal(town.threads(keskinen).length, 1);
    assert.match(wordsIn(town.advisorsCard(keskinen).card), /Kaavilla/);
  });

  it('moves to the channel that is bound after the old one was deleted, and supervisors were told once', async () => {
    const lantinen = regionId('lantinen');
    const told = () =>
      town.threads('supervisors').filter(({ root }) => /Kanava ei toimi/.test(wordsIn(root.card))).length;
    const one = await ask(town, 'Saako Suonenjoella asuva asiakas turvapuhelimen?', {}, lantinen);
    const before = told();
    await town.teams.channel(town.town.channelOf(lantinen)).delete();
    await one.asker.say('Lisään vielä, että hän asuu yksin.');
    await town.round(inMinutes(town.clock.now(), 3));
    await town.round(inMinutes(town.clock.now(), 3));
    assert.equal(told(), before + 1);
    const { id } = await town.teams.team(town.town.team.id).addChannel({ name: 'Läntinen uusi' });
    const by = { id: personId(town.town.supervisor.id), name: town.town.supervisor.name };
    const { serviceUrl, tenantId } = town.teams;
    const place = {
      teamId: town.town.team.id,
      channelId: id,
      channelName: 'Läntinen uusi',
      serviceUrl,
      tenantId,
    };
    await town.service.desk.staff.bind(by, lantinen, place);
    await rounds();
    const [thread, ...others] = town.teams.channel(id).threads();
    assert.equal(others.length, 0);
    assert.match(wordsIn(thread?.root.card), /asuu yksin/);
    assert.deepEqual(thread?.root.mentions.length, 2);
  });

  it('never rings by redrawing', async () => {
    const [maija] = town.town.advisors.filter(({ region }) => region === pohjoinen);
    const advisor = town.teams.as(maija?.id ?? '');
    const one = await ask(town);
    const before = advisor.toasts.length;
    await advisor.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await advisor.press(one.card(), 'answer');
    await advisor.submitDialog({ text: 'Kyllä' });
    await one.shows(/Vastattu/);
    await advisor.press(one.card(), 'close');
    await one.shows(/Suljettu/);
    // what rings goes out after the card
    await town.shown();
    assert.equal(advisor.toasts.length, before);
  });
});
