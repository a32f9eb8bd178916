import assert from 'node:assert/strict';
import type { StandInTeams } from '../../../bot/local/teams.ts';
import { activitiesOf, ada, cardMessage, cardOf, type FakeBot, message, teamsWithBot } from './fake-bot.ts';

describe('misfortunes to order', () => {
  let teams: StandInTeams;
  let bot: FakeBot;
  beforeEach(async () => {
    ({ teams, bot } = await teamsWithBot());
  });
  afterEach(async () => {
    await bot.stop();
    await teams.stop();
  });

  const send = (text = 'x') => bot.call('POST', activitiesOf(teams.as(ada).chatId), message(text));
  const arrived = () =>
    teams
      .as(ada)
      .chat()
      .map(({ text }) => text);

  it('refuses as often as told, does nothing then, and says when to come back', async () => {
    const fault = teams.faults.add({ match: { operation: 'send' }, status: 503, retryAfter: 2, times: 2 });
    const answers = [await send('a'), await send('b'), await send('c')];
    assert.deepEqual(
      answers.map(({ status, retryAfter }) => [status, retryAfter]),
      [
        [503, '2'],
        [503, '2'],
        [201, null],
      ],
    );
    assert.deepEqual(arrived(), ['c']);
    assert.equal(fault.hits, 2);
  });

  it('loses the reply to a call that was carried out', async () => {
    await bot.token();
    teams.faults.add({ match: { operation: 'send' }, kind: 'lost-reply' });
    await assert.rejects(send('done all the same'));
    assert.deepEqual(arrived(), ['done all the same']);
  });

  it('carries a call out twice', async () => {
    teams.faults.add({ match: { operation: 'send' }, kind: 'double' });
    assert.equal((await send()).status, 201);
    assert.deepEqual(arrived(), ['x', 'x']);
  });

  it('carries a call out late', async () => {
    teams.faults.add({ match: { operation: 'send' }, kind: 'delay', ms: 30 });
    const began = performance.now();
    await send();
    assert.ok(performance.now() - began >= 29);
  });

  it('leaves a call hanging', async () => {
    await bot.token();
    teams.faults.add({ match: { operation: 'send' }, kind: 'hang' });
    const hanging = send().then(
      () => 'answered',
      () => 'dropped',
    );
    await teams
      .until(() => teams.calls.some(({ fault }) => fault === 'hang') || undefined)
      .catch(() => undefined);
    assert.deepEqual(arrived(), []);
    await teams.stop();
    assert.equal(await hanging, 'dropped');
  });

  it('strikes tokens too', async () => {
    teams.faults.add({ match: { operation: 'token' }, status: 500 });
    assert.deepEqual([(await bot.token()).status, (await bot.token()).status], [500, 200]);
  });

  it('picks calls by method, path or any rule, and may let some pass first', async () => {
    teams.faults.add({ match: { method: 'POST', path: /activities$/ }, status: 502, after: 1 });
    assert.deepEqual([(await send()).status, (await send()).status, (await send()).status], [201, 502, 201]);
    teams.faults.add({ match: ({ body }) => body['text'] === 'bad', status: 412 });
    assert.deepEqual([(await send('good')).status, (await send('bad')).status], [201, 412]);
  });

  it('can be taken back', async () => {
    const fault = teams.faults.add({ times: Number.POSITIVE_INFINITY });
    assert.equal((await bot.token()).status, 500);
    fault.remove();
    assert.equal((await bot.token()).status, 200);
    teams.faults.add({});
    teams.faults.clear();
    assert.equal((await bot.token()).status, 200);
  });

  it('delivers to the bot twice: again as it was, or under a new id', async () => {
    teams.faults.addToDeliveries({ kind: 'same-twice' });
    await teams.as(ada).say('a');
    teams.faults.addToDeliveries({ match: ({ type }) => type === 'message', kind: 'double' });
    await teams.as(ada).say('b');
    const [one, two, three, four] = bot.told.map(({ id }) => id);
    assert.equal(one, two);
    assert.notEqual(three, four);
    assert.equal(bot.told.length, 4);
  });

  it('delivers a press twice and shows the second answer', async () => {
    const card = cardOf([], [{ type: 'Action.Execute', title: 'Go', verb: 'go' }]);
    await bot.call('POST', activitiesOf(teams.as(ada).chatId), cardMessage(card));
    bot.answer = () => ({
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: `try ${bot.told.length}`,
      },
    });
    teams.faults.addToDeliveries({ kind: 'lost-answer' });
    assert.deepEqual(await teams.as(ada).press(teams.as(ada).lastCard(), 'Go'), {
      saw: 'text',
      text: 'try 2',
    });
  });
});
