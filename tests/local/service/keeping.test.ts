import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStandInTeams } from '../../../bot/local/teams.ts';
import {
  activitiesOf,
  ada,
  bo,
  cardMessage,
  cardOf,
  message,
  north,
  smallWorld,
  startBot,
  teamsWithBot,
  threadIn,
} from './fake-bot.ts';

describe('a stand-in Teams that is kept in a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teams-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has yesterday’s messages, threads, names and tokens after a restart, and old cards can be pressed', async () => {
    const card = cardOf([], [{ type: 'Action.Execute', title: 'Go', verb: 'go', data: { caseId: 'k1' } }]);
    const before = await teamsWithBot({ folder });
    await before.teams.announce();
    await before.teams.as(ada).say('yesterday');
    await before.bot.call('POST', activitiesOf(before.teams.as(ada).chatId), cardMessage(card));
    const thread = (await before.bot.call('POST', 'v3/conversations', threadIn(north, message('root')))).body;
    before.teams.as(bo).speak('en-GB');
    const bearer = (await before.bot.token()).body.access_token as string;
    const tabToken = await before.teams.as(ada).tabToken();
    const port = Number(new URL(before.teams.url).port);
    await before.bot.stop();
    await before.teams.stop();

    const { teams, bot } = await teamsWithBot({ folder, port });
    try {
      await teams.announce();
      assert.equal(bot.told.length, 0, 'the bot knows its installations already');
      assert.equal(teams.as(ada).chat()[0]?.text, 'yesterday');
      assert.equal(teams.as(bo).person.locale, 'en-GB');
      assert.equal(teams.channel(north).threads()[0]?.conversation, thread.id);
      const reply = await bot.call('POST', activitiesOf(thread.id), message('today'), bearer);
      assert.equal(reply.status, 201, 'yesterday’s token still holds');
      await teams.as(ada).press(teams.as(ada).lastCard(), 'Go');
      assert.equal(bot.last().name, 'adaptiveCard/action');
      assert.equal((await teams.as(ada).tabToken()).split('.')[0], tabToken.split('.')[0], 'the same key');
    } finally {
      await bot.stop();
      await teams.stop();
    }
  });

  it('gets the people and teams that are new in its world, and keeps the old as they became', async () => {
    const first = await createStandInTeams({ folder, world: smallWorld });
    await first.start();
    first.as(ada).rename('Ada Lind');
    await first.stop();
    const people = [...smallWorld.people, { id: 'new', name: 'Nea New' }];
    const second = await createStandInTeams({ folder, world: { ...smallWorld, people } });
    assert.equal(second.as('new').person.name, 'Nea New');
    assert.equal(second.as(ada).person.name, 'Ada Lind');
    assert.equal(second.teams.length, 1);
  });

  it('leaves no half-written file behind', async () => {
    const { teams, bot } = await teamsWithBot({ folder });
    await teams.as(ada).say('hello');
    await bot.stop();
    await teams.stop();
    assert.deepEqual(readdirSync(folder).sort(), ['keys.json', 'world.json']);
  });

  it('says which file is broken and what to do', async () => {
    writeFileSync(join(folder, 'world.json'), '{');
    await assert.rejects(createStandInTeams({ folder }), /world\.json can't be read; delete it/);
  });

  it('starts where nothing is kept without a bot to talk to', async () => {
    const teams = await createStandInTeams();
    await teams.start();
    const bot = await startBot(teams);
    await bot.stop();
    await teams.stop();
    assert.match(teams.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
