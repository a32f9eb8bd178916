import assert from 'node:assert/strict';
import type { Json } from '../../../bot/local/service/world.ts';
import type { StandInTeams } from '../../../bot/local/teams.ts';
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
  threadIn,
} from './fake-bot.ts';

describe('the connector of the stand-in Teams', () => {
  let teams: StandInTeams;
  let bot: FakeBot;
  let now: number;

  beforeEach(async () => {
    now = Date.parse('2026-03-02T08:00:00Z');
    ({ teams, bot } = await teamsWithBot({ clock: () => now }));
  });
  afterEach(async () => {
    await bot.stop();
    await teams.stop();
  });

  const chatWith = (member: string) => ({ members: [{ id: member }], tenantId: teams.tenantId });
  const openThread = async (activity: Json = message('hello')) =>
    (await bot.call('POST', 'v3/conversations', threadIn(north, activity))).body as {
      id: string;
      activityId: string;
    };
  const codeOf = ({ status, body }: { status: number; body: Json }) => [
    status,
    (body['error'] as Json | undefined)?.['code'],
  ];

  describe('conversations', () => {
    it('opens a thread whose id carries its first message', async () => {
      const { status, body } = await bot.call('POST', 'v3/conversations', threadIn(north, message('hello')));
      assert.equal(status, 201);
      assert.deepEqual(body, { id: `${north};messageid=${body.activityId}`, activityId: body.activityId });
      assert.equal(teams.channel(north).threads()[0]?.root.text, 'hello');
    });

    it('puts replies into the thread they are sent to, whichever way they name it', async () => {
      const { id, activityId } = await openThread();
      await bot.call('POST', activitiesOf(id), message('one'));
      await bot.call('POST', activitiesOf(id, activityId), message('two'));
      await bot.call('POST', activitiesOf(north, activityId), message('three'));
      const [thread] = teams.channel(north).threads();
      assert.deepEqual(
        thread?.replies.map(({ text }) => text),
        ['one', 'two', 'three'],
      );
    });

    it('opens the one chat there is with a person, by 29: id or object id', async () => {
      const byMri = await bot.call('POST', 'v3/conversations', chatWith(teams.as(ada).person.mri));
      const byObjectId = await bot.call('POST', 'v3/conversations', chatWith(ada));
      assert.deepEqual([byMri.status, byMri.body.id], [201, teams.as(ada).chatId]);
      assert.equal(byObjectId.body.id, byMri.body.id);
    });

    const unreachable: [who: string, make: () => void, member: string, code: string][] = [
      ['a person of another organisation', () => undefined, stranger, 'BotNotInConversationRoster'],
      ['a person who has no bot and shares no team', () => undefined, loner, 'BotNotInConversationRoster'],
      ['an invented person', () => undefined, '29:nobody', 'BotNotInConversationRoster'],
      ['a person who blocked the bot', () => teams.as(ada).block(), ada, 'MessageWritesBlocked'],
    ];
    for (const [who, make, member, code] of unreachable) {
      it(`refuses a chat with ${who}`, async () => {
        make();
        assert.deepEqual(codeOf(await bot.call('POST', 'v3/conversations', chatWith(member))), [403, code]);
      });
    }

    it('lets the bot reach somebody it shares a team with, even before they have the bot', async () => {
      assert.equal((await bot.call('POST', 'v3/conversations', chatWith(guest))).status, 201);
    });

    it('wants the tenant named', async () => {
      assert.equal((await bot.call('POST', 'v3/conversations', { members: [{ id: ada }] })).status, 400);
    });

    it('blocks writing to a person who removed the bot', async () => {
      await teams.as(bo).uninstall();
      const answer = await bot.call('POST', activitiesOf(teams.as(bo).chatId), message('hello?'));
      assert.deepEqual(codeOf(answer), [403, 'MessageWritesBlocked']);
    });
  });

  describe('messages', () => {
    const refused: [what: string, activity: () => Json, status: number, code: string][] = [
      ['over 100 KB in UTF-16', () => message('x'.repeat(52_000)), 413, 'MessageSizeTooBig'],
      ['of nothing', () => ({ type: 'message' }), 400, 'BadSyntax'],
      ['of a strange type', () => ({ type: 'shout', text: 'hey' }), 400, 'BadSyntax'],
      ['with a card of version 1.6', () => cardMessage(cardOf([], [], { version: '1.6' })), 400, 'BadSyntax'],
      ['with a card of no version', () => cardMessage({ type: 'AdaptiveCard', body: [] }), 400, 'BadSyntax'],
      [
        'with a card that refreshes for 61 users',
        () => cardMessage(cardOf([], [], { refresh: { action: {}, userIds: Array(61).fill('29:x') } })),
        400,
        'BadSyntax',
      ],
    ];
    for (const [what, activity, status, code] of refused) {
      it(`are refused when ${what}, posted or edited`, async () => {
        const { id, activityId } = await openThread();
        assert.deepEqual(codeOf(await bot.call('POST', activitiesOf(id), activity())), [status, code]);
        assert.deepEqual(codeOf(await bot.call('PUT', activitiesOf(id, activityId), activity())), [
          status,
          code,
        ]);
        assert.equal(teams.channel(north).threads()[0]?.messages.length, 1);
      });
    }

    it('just under the size limit are taken', async () => {
      const { id } = await openThread();
      assert.equal((await bot.call('POST', activitiesOf(id), message('x'.repeat(51_000)))).status, 201);
    });

    it('with text and a card are split in two, and no id comes back', async () => {
      const both = cardMessage(cardOf([{ type: 'TextBlock', text: 'card' }]), { text: 'text' });
      const { status, body } = await bot.call('POST', activitiesOf(teams.as(ada).chatId), both);
      assert.deepEqual([status, body], [201, {}]);
      const [text, card] = teams.as(ada).chat();
      assert.deepEqual([text?.text, text?.cards.length, card?.text, card?.cards.length], ['text', 0, '', 1]);
    });

    it('split at the start of a thread stay in one thread, whose first message has no name', async () => {
      const both = cardMessage(cardOf([]), { text: 'text' });
      const { body } = await bot.call('POST', 'v3/conversations', threadIn(north, both));
      const threads = teams.channel(north).threads();
      assert.deepEqual([threads.length, threads[0]?.messages.length], [1, 2]);
      assert.deepEqual(body, { id: threads[0]?.conversation });
    });

    it('lose their green and red buttons, and the loss is on record', async () => {
      const styled = cardOf([], [{ type: 'Action.Submit', title: 'Yes', style: 'positive' }]);
      await bot.call('POST', activitiesOf(teams.as(ada).chatId), cardMessage(styled));
      assert.match(teams.ignored[0]?.what ?? '', /positive of the button "Yes"/);
    });

    const suggesting = { suggestedActions: { actions: [{ type: 'imBack', title: 'Help', value: 'help' }] } };
    it('suggest actions in a chat of two', async () => {
      await bot.call('POST', activitiesOf(teams.as(ada).chatId), { ...message('?'), ...suggesting });
      assert.equal(teams.as(ada).chat()[0]?.suggestedActions[0]?.['title'], 'Help');
      assert.deepEqual(teams.ignored, []);
    });

    it('suggest nothing in a channel', async () => {
      await openThread({ ...message('?'), ...suggesting });
      assert.deepEqual(teams.channel(north).threads()[0]?.root.suggestedActions, []);
      assert.match(teams.ignored[0]?.what ?? '', /suggested action "Help"/);
    });

    it('are edited in place', async () => {
      const { id, activityId } = await openThread();
      assert.equal((await bot.call('PUT', activitiesOf(id, activityId), message('now'))).status, 200);
      const root = teams.channel(north).threads()[0]?.root;
      assert.deepEqual([root?.text, root?.edited], ['now', true]);
    });

    it('are gone once deleted: another edit or deletion finds nothing', async () => {
      const { id, activityId } = await openThread();
      assert.equal((await bot.call('DELETE', activitiesOf(id, activityId))).status, 200);
      assert.equal(teams.channel(north).threads()[0]?.root.deleted, true);
      assert.equal((await bot.call('PUT', activitiesOf(id, activityId), message('again'))).status, 404);
      assert.equal((await bot.call('DELETE', activitiesOf(id, activityId))).status, 404);
    });

    it('of others are out of the bot’s hands', async () => {
      const said = await teams.as(ada).sayInChannel(north, 'mine', { mentionBot: true });
      assert.equal(
        (await bot.call('PUT', activitiesOf(said.conversation, said.id), message('x'))).status,
        403,
      );
      assert.equal((await bot.call('DELETE', activitiesOf(said.conversation, said.id))).status, 403);
    });

    it('are found only in the thread they stand in', async () => {
      const [first, second] = [await openThread(), await openThread()];
      assert.equal(
        (await bot.call('PUT', activitiesOf(first.id, second.activityId), message('x'))).status,
        404,
      );
    });

    it('of type typing leave no trace', async () => {
      assert.equal(
        (await bot.call('POST', activitiesOf(teams.as(ada).chatId), { type: 'typing' })).status,
        202,
      );
      assert.deepEqual(teams.as(ada).chat(), []);
    });
  });

  describe('places that are no more', () => {
    it('answers 404 in a deleted channel, until it is restored', async () => {
      const { id } = await openThread();
      await teams.channel(north).delete();
      assert.deepEqual(codeOf(await bot.call('POST', activitiesOf(id), message('x'))), [
        404,
        'ConversationNotFound',
      ]);
      assert.equal((await bot.call('POST', 'v3/conversations', threadIn(north, message('x')))).status, 404);
      await teams.channel(north).restore();
      assert.equal((await bot.call('POST', activitiesOf(id), message('x'))).status, 201);
    });

    it('answers 403 in an archived team, which can still be read', async () => {
      const { id, activityId } = await openThread();
      await teams.team(team).archive();
      assert.equal((await bot.call('POST', activitiesOf(id), message('x'))).status, 403);
      assert.equal((await bot.call('PUT', activitiesOf(id, activityId), message('x'))).status, 403);
      assert.equal((await bot.call('GET', `v3/conversations/${team}/members`)).status, 200);
    });

    it('answers 403 in a team that took the bot away, 404 in a deleted one', async () => {
      const { id } = await openThread();
      await teams.team(team).uninstallBot();
      assert.equal((await bot.call('POST', activitiesOf(id), message('x'))).status, 403);
      await teams.team(team).delete();
      assert.equal((await bot.call('POST', activitiesOf(id), message('x'))).status, 404);
    });

    it('answers 404 for an invented thread, conversation or operation', async () => {
      assert.equal((await bot.call('POST', activitiesOf(`${north};messageid=1`), message('x'))).status, 404);
      assert.equal((await bot.call('POST', activitiesOf('19:nowhere'), message('x'))).status, 404);
      assert.equal((await bot.call('GET', 'v3/conversations')).status, 404);
    });
  });

  describe('people and teams', () => {
    it('lists a team’s members, and shows a guest as an ordinary user', async () => {
      const { body } = await bot.call('GET', `v3/conversations/${team}/members`);
      const gun = body.find(({ aadObjectId }: Json) => aadObjectId === guest);
      assert.equal(body.length, 3);
      assert.equal(gun.userRole, 'user');
      assert.match(gun.userPrincipalName, /#EXT#/);
      assert.equal(gun.tenantId, teams.tenantId);
    });

    it('pages through many members', async () => {
      for (let n = 0; n < 60; n++) {
        teams.addPerson({ id: `p${n}`, name: `Person ${n}` });
        await teams.team(team).addMember(`p${n}`);
      }
      const first = await bot.call('GET', `v3/conversations/${team}/pagedmembers?pageSize=50`);
      const token = encodeURIComponent(first.body.continuationToken);
      const rest = await bot.call(
        'GET',
        `v3/conversations/${team}/pagedmembers?pageSize=50&continuationToken=${token}`,
      );
      assert.deepEqual([first.body.members.length, rest.body.members.length], [50, 13]);
      assert.equal(rest.body.continuationToken, undefined);
    });

    it('shows one member by either id, and 404 for somebody else', async () => {
      const at = `v3/conversations/${encodeURIComponent(north)}/members/`;
      assert.equal((await bot.call('GET', at + ada)).body.name, 'Ada Advisor');
      assert.equal(
        (await bot.call('GET', at + encodeURIComponent(teams.as(ada).person.mri))).body.aadObjectId,
        ada,
      );
      assert.deepEqual(codeOf(await bot.call('GET', at + loner)), [404, 'MemberNotFoundInConversation']);
    });

    it('shows the team, and its channels with General unnamed', async () => {
      const { body } = await bot.call('GET', `v3/teams/${team}`);
      assert.deepEqual([body.id, body.name, body.channelCount, body.memberCount], [team, 'The line', 2, 3]);
      const { conversations } = (await bot.call('GET', `v3/teams/${team}/conversations`)).body;
      assert.deepEqual(
        conversations.map(({ id, name }: Json) => [id, name]),
        [
          [team, null],
          [north, 'North'],
        ],
      );
    });
  });

  describe('rate limits', () => {
    const send = () => bot.call('POST', activitiesOf(teams.as(ada).chatId), message('x'));
    const statusesOf = async (times: number, call: () => Promise<{ status: number }>) => {
      const statuses: number[] = [];
      for (let n = 0; n < times; n++) statuses.push((await call()).status);
      return statuses;
    };
    const passed = (statuses: number[]) => statuses.filter((status) => status !== 429).length;

    it('let 7 messages a second into a conversation, and say when to come back', async () => {
      assert.equal(passed(await statusesOf(9, send)), 7);
      assert.equal((await send()).retryAfter, '1');
      assert.equal(teams.as(ada).chat().length, 7);
    });

    it('count a channel’s threads together, and another chat apart', async () => {
      const create = () => bot.call('POST', 'v3/conversations', threadIn(north, message('x')));
      assert.equal(passed(await statusesOf(9, create)), 7);
      assert.equal((await send()).status, 201);
    });

    it('count edits too', async () => {
      const { body } = await send();
      const edit = () => bot.call('PUT', activitiesOf(teams.as(ada).chatId, body.id), message('y'));
      assert.equal(passed(await statusesOf(9, edit)), 7);
    });

    it('let 14 readings of members a second', async () => {
      assert.equal(
        passed(await statusesOf(16, () => bot.call('GET', `v3/conversations/${team}/members`))),
        14,
      );
    });

    it('let 50 calls a second in all', async () => {
      for (let n = 0; n < 12; n++) teams.addPerson({ id: `p${n}`, name: `Person ${n}` });
      let n = 0;
      const round = () => bot.call('POST', activitiesOf(teams.as(`p${n++ % 12}`).chatId), message('x'));
      assert.equal(passed(await statusesOf(60, round)), 50);
      now += 1000;
      assert.equal((await round()).status, 201);
    });
  });

  it('records every call with its answer', async () => {
    const { id, activityId } = await openThread();
    await bot.call('PUT', activitiesOf(id, activityId), message('y'));
    await bot.call('PUT', activitiesOf(id, '1'), message('y'));
    const calls = teams.calls.map(({ operation, status, conversation, activity }) => [
      operation,
      status,
      conversation,
      activity,
    ]);
    assert.deepEqual(calls, [
      ['token', 200, undefined, undefined],
      ['create', 201, undefined, undefined],
      ['update', 200, id, activityId],
      ['update', 404, id, '1'],
    ]);
    assert.equal(teams.calls[2]?.body['text'], 'y');
  });
});
