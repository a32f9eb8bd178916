import assert from 'node:assert/strict';
import type { Json } from '../../../bot/local/service/world.ts';
import type { StandInOptions, StandInTeams } from '../../../bot/local/teams.ts';
import {
  activitiesOf,
  ada,
  bo,
  cardMessage,
  cardOf,
  type FakeBot,
  guest,
  loner,
  message,
  north,
  stranger,
  team,
  teamsWithBot,
} from './fake-bot.ts';

describe('what the stand-in Teams delivers to a bot', () => {
  let teams: StandInTeams;
  let bot: FakeBot;

  const open = async (options: StandInOptions = {}) => {
    ({ teams, bot } = await teamsWithBot(options));
  };
  const last = () => bot.last();
  afterEach(async () => {
    await bot.stop();
    await teams.stop();
  });

  it('carries with a chat message all that Teams sends', async () => {
    await open();
    const said = await teams.as(bo).say('Hej <b>');
    const { timestamp, localTimestamp, ...activity } = last();
    const { person, chatId } = teams.as(bo);
    assert.deepEqual(activity, {
      type: 'message',
      id: said.id,
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: person.mri, aadObjectId: bo, name: 'Bo Borg' },
      recipient: { id: `28:${teams.botId}`, name: 'Line' },
      conversation: { id: chatId, conversationType: 'personal', tenantId: teams.tenantId },
      channelData: { tenant: { id: teams.tenantId } },
      locale: 'sv-SE',
      localTimezone: 'Europe/Helsinki',
      entities: [
        { type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web', timezone: 'Europe/Helsinki' },
      ],
      textFormat: 'plain',
      text: 'Hej <b>',
      attachments: [{ contentType: 'text/html', content: '<p>Hej &lt;b></p>' }],
    });
    assert.ok(teams.serviceUrl.endsWith('/'));
    assert.equal(Date.parse(String(localTimestamp)), Date.parse(String(timestamp)));
  });

  it('carries files that a person attaches', async () => {
    await open();
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    await teams
      .as(ada)
      .say('see', { attachments: [{ contentType, name: 'a.pdf', content: { fileType: 'pdf' } }] });
    const attachments = last()['attachments'] as Json[];
    assert.deepEqual(
      attachments.map((each) => each['contentType']),
      ['text/html', contentType],
    );
  });

  it('says what is said in a channel only when the bot is mentioned', async () => {
    await open();
    await teams.as(ada).sayInChannel(north, 'among ourselves');
    assert.deepEqual(bot.told, []);
    const said = await teams.as(ada).sayInChannel(north, 'help', { mentionBot: true });
    assert.equal(last().text, '<at>Line</at> help');
    assert.deepEqual((last()['entities'] as Json[])[0], {
      type: 'mention',
      mentioned: { id: `28:${teams.botId}`, name: 'Line' },
      text: '<at>Line</at>',
    });
    assert.deepEqual(last().conversation, {
      id: `${north};messageid=${said.id}`,
      isGroup: true,
      conversationType: 'channel',
      tenantId: teams.tenantId,
    });
    assert.deepEqual(last().channelData, {
      teamsChannelId: north,
      teamsTeamId: team,
      channel: { id: north },
      team: { id: team },
      tenant: { id: teams.tenantId },
    });
  });

  it('says everything in a channel where the team consented to that', async () => {
    await open({ readsAllMessages: true });
    await teams.as(ada).sayInChannel(north, 'aloud');
    assert.equal(last().text, 'aloud');
  });

  it('names the thread of a reply', async () => {
    await open();
    const root = await teams.as(ada).sayInChannel(north, 'root');
    await teams.as(bo).replyInThread(root, 'reply', { mentionBot: true });
    assert.equal(last().conversation.id, `${north};messageid=${root.id}`);
    assert.equal(teams.channel(north).threads()[0]?.replies[0]?.text, '<at>Line</at> reply');
  });

  it('tells of an edited and a deleted message', async () => {
    await open();
    const said = await teams.as(ada).say('frist');
    await teams.as(ada).edit(said, 'first');
    assert.deepEqual(
      [last().type, last().id, last().text, last().channelData['eventType']],
      ['messageUpdate', said.id, 'first', 'editMessage'],
    );
    await teams.as(ada).remove(said);
    assert.deepEqual(
      [last().type, last().id, last().text, last().channelData['eventType']],
      ['messageDelete', said.id, '', 'softDeleteMessage'],
    );
    assert.equal(teams.as(ada).chat()[0]?.deleted, true);
  });

  it('tells of a reaction to the bot’s message, and of its end', async () => {
    await open();
    await bot.call('POST', activitiesOf(teams.as(ada).chatId), message('hello'));
    const [hello] = teams.as(ada).chat();
    assert.ok(hello);
    await teams.as(ada).react(hello, 'like');
    assert.deepEqual(
      [last().type, last()['reactionsAdded'], last()['replyToId']],
      ['messageReaction', [{ type: 'like' }], hello.id],
    );
    await teams.as(ada).react(hello, undefined);
    assert.deepEqual(last()['reactionsRemoved'], [{ type: 'like' }]);
  });

  it('announces each installation once, to those who have the bot', async () => {
    await open();
    await teams.announce();
    const installations = bot.told.filter(({ type }) => type === 'installationUpdate');
    assert.deepEqual(
      installations.map(({ conversation, action }) => [conversation.id, action]),
      [
        [teams.as(ada).chatId, 'add'],
        [teams.as(bo).chatId, 'add'],
        [team, 'add'],
      ],
    );
    assert.deepEqual((last()['membersAdded'] as Json[])[0], { id: `28:${teams.botId}` });
    const told = bot.told.length;
    await teams.announce();
    assert.equal(bot.told.length, told);
  });

  it('installs the bot for a person who writes to it for the first time', async () => {
    await open();
    await teams.as(loner).say('hello?');
    assert.deepEqual(
      bot.told.map(({ type }) => type),
      ['installationUpdate', 'conversationUpdate', 'message'],
    );
  });

  it('tells when a person takes the bot away, but not when they block it', async () => {
    await open();
    teams.as(ada).block();
    assert.deepEqual(bot.told, []);
    await assert.rejects(teams.as(ada).say('hello'), /blocked/);
    await teams.as(bo).uninstall();
    assert.deepEqual([last().type, last()['action']], ['installationUpdate', 'remove']);
  });

  const news: [event: string, happen: () => Promise<unknown>, channel?: string][] = [
    ['channelCreated', () => teams.team(team).addChannel({ id: '19:new', name: 'New' }), 'New'],
    ['channelRenamed', () => teams.channel(north).rename('Far north'), 'Far north'],
    ['channelDeleted', () => teams.channel(north).delete(), 'North'],
    ['channelRestored', () => teams.channel(north).restore(), 'North'],
    ['teamRenamed', () => teams.team(team).rename('Door')],
    ['teamArchived', () => teams.team(team).archive()],
    ['teamUnarchived', () => teams.team(team).unarchive()],
    ['teamDeleted', () => teams.team(team).delete()],
    ['teamMemberAdded', () => teams.team(team).addMember(loner)],
    ['teamMemberRemoved', () => teams.team(team).removeMember(bo)],
    ['teamMemberRemoved', () => teams.as(bo).leave()],
  ];
  for (const [eventType, happen, channel] of news) {
    it(`tells of ${eventType}`, async () => {
      await open();
      await happen();
      assert.equal(last().type, 'conversationUpdate');
      assert.equal(last().channelData['eventType'], eventType);
      assert.equal((last().channelData['channel'] as Json | undefined)?.['name'], channel);
      assert.equal((last().channelData['team'] as Json)['id'], team);
    });
  }

  it('names who came and who went', async () => {
    await open();
    await teams.team(team).addMember(loner);
    assert.deepEqual(last()['membersAdded'], [{ id: teams.as(loner).person.mri, aadObjectId: loner }]);
    await teams.team(team).removeMember(loner);
    assert.deepEqual(last()['membersRemoved'], [{ id: teams.as(loner).person.mri, aadObjectId: loner }]);
  });

  it('tells nothing of a team that has taken the bot away', async () => {
    await open();
    await teams.team(team).uninstallBot();
    const told = bot.told.length;
    await teams.team(team).rename('Silent');
    assert.equal(bot.told.length, told);
    await teams.team(team).installBot();
    assert.equal(bot.told.length, told + 2);
  });

  it('shows the foreign tenant of a person from elsewhere', async () => {
    await open();
    await teams.as(stranger).say('hello');
    assert.notEqual((last().channelData['tenant'] as Json)['id'], teams.tenantId);
  });

  it('gives a guest’s tenant as the host’s, and nothing that tells a guest', async () => {
    await open();
    await teams.as(guest).say('hello');
    assert.equal((last().channelData['tenant'] as Json)['id'], teams.tenantId);
  });

  describe('when the bot is late or broken', () => {
    it('delivers a message again with a new id and time, once', async () => {
      await open({ patience: { message: 1000 } });
      bot.answer = () => ({ after: 600_000 });
      const said = await teams.as(ada).say('hello');
      const [first, second] = bot.told;
      assert.equal(bot.told.length, 2);
      assert.equal(first?.id, said.id);
      assert.notEqual(second?.id, first?.id);
      assert.deepEqual([second?.text, second?.conversation], [first?.text, first?.conversation]);
    });

    it('delivers a message again after a 5xx, not after a 4xx', async () => {
      await open();
      bot.answer = () => ({ status: 503 });
      await teams.as(ada).say('hello');
      assert.equal(bot.told.length, 2);
      bot.answer = () => ({ status: 401 });
      await teams.as(ada).say('hello');
      assert.equal(bot.told.length, 3);
    });

    it('tries a press three times, the last under a new id, then gives up on the app', async () => {
      await open({ patience: { invoke: 500 } });
      const card = cardOf([], [{ type: 'Action.Execute', title: 'Go', verb: 'go' }]);
      await bot.call('POST', activitiesOf(teams.as(bo).chatId), cardMessage(card));
      bot.answer = () => ({ after: 600_000 });
      const outcome = await teams.as(bo).press(teams.as(bo).lastCard(), 'go');
      assert.deepEqual(outcome, { saw: 'error', text: 'Det går inte att nå appen. Försök igen.' });
      const [one, two, three] = bot.told.map(({ id }) => id);
      assert.equal(bot.told.length, 3);
      assert.equal(one, two);
      assert.notEqual(three, one);
    });

    it('takes the answer of a later try', async () => {
      await open({ patience: { invoke: 1000 } });
      const card = cardOf([], [{ type: 'Action.Execute', title: 'Go', verb: 'go' }]);
      await bot.call('POST', activitiesOf(teams.as(ada).chatId), cardMessage(card));
      const said = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'done' };
      bot.answer = () => ({ after: bot.told.length === 1 ? 600_000 : 0, body: said });
      assert.deepEqual(await teams.as(ada).press(teams.as(ada).lastCard(), 'Go'), {
        saw: 'text',
        text: 'done',
      });
    });

    it('keeps the message when there is no bot at all, and the record says why', async () => {
      await open();
      teams.botEndpoint = 'http://127.0.0.1:9';
      await teams.as(ada).say('anybody?');
      assert.equal(teams.as(ada).chat().length, 1);
      assert.deepEqual(
        teams.deliveries.map(({ failure }) => failure),
        ['unreachable', 'unreachable'],
      );
    });
  });
});
