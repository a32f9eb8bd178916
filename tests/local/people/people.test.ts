import assert from 'node:assert/strict';
import { wordsOn } from '../../../bot/local/people/seeing.ts';
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
  team,
  teamsWithBot,
  threadIn,
} from '../service/fake-bot.ts';

describe('a person at the stand-in Teams', () => {
  let teams: StandInTeams;
  let bot: FakeBot;
  beforeEach(async () => {
    ({ teams, bot } = await teamsWithBot());
  });
  afterEach(async () => {
    await bot.stop();
    await teams.stop();
  });

  const show = (card: Json, more?: Json) =>
    bot.call('POST', activitiesOf(teams.as(ada).chatId), cardMessage(card, more));
  const goCard = cardOf([], [{ type: 'Action.Execute', title: 'Go', verb: 'go', data: { caseId: 'k1' } }]);
  const answering = (body: unknown, status = 200) => {
    bot.answer = () => ({ status, body });
  };

  describe('who presses an Action.Execute', () => {
    it('sends verb, data and the card’s message', async () => {
      await show(goCard);
      const shown = teams.as(ada).lastCard();
      await teams.as(ada).press(shown, 'Go');
      const activity = bot.last();
      assert.deepEqual([activity.type, activity.name], ['invoke', 'adaptiveCard/action']);
      assert.deepEqual(activity.value, {
        action: { type: 'Action.Execute', verb: 'go', data: { caseId: 'k1' } },
        trigger: 'manual',
      });
      assert.equal(activity['replyToId'], shown.id);
    });

    it('alone sees the card that comes back, until the bot edits the message', async () => {
      const thread = await bot.call('POST', 'v3/conversations', threadIn(north, cardMessage(goCard)));
      const mine = cardOf([{ type: 'TextBlock', text: 'yours' }]);
      answering({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: mine });
      const root = () => teams.as(ada).threads(north)[0]?.root;
      const before = root();
      assert.ok(before);
      assert.deepEqual(await teams.as(ada).press(before, 'go'), { saw: 'card', card: mine });
      assert.deepEqual(root()?.card, mine);
      assert.deepEqual(teams.as(bo).threads(north)[0]?.root.card, goCard);
      const edited = cardOf([{ type: 'TextBlock', text: 'everyone’s' }]);
      await bot.call('PUT', activitiesOf(thread.body.id, thread.body.activityId), cardMessage(edited));
      assert.deepEqual(root()?.card, edited);
    });

    const errors: [what: string, body: unknown, status: number, text: RegExp][] = [
      [
        'an error of the bot’s',
        {
          statusCode: 400,
          type: 'application/vnd.microsoft.error',
          value: { code: 'x', message: 'No such case' },
        },
        200,
        /No such case/,
      ],
      [
        'a login request',
        { statusCode: 401, type: 'application/vnd.microsoft.activity.loginRequest', value: {} },
        200,
        /Jokin meni vikaan/,
      ],
      ['HTTP 500', undefined, 500, /Jokin meni vikaan/],
      ['no body', undefined, 200, /Jokin meni vikaan/],
      [
        'a card newer than Teams',
        {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: cardOf([], [], { version: '1.6' }),
        },
        200,
        /Jokin meni vikaan/,
      ],
    ];
    for (const [what, body, status, text] of errors) {
      it(`sees an error on ${what}`, async () => {
        await show(goCard);
        answering(body, status);
        const outcome = await teams.as(ada).press(teams.as(ada).lastCard(), 'Go');
        assert.ok(outcome.saw === 'error');
        assert.match(outcome.text, text);
      });
    }

    it('sends the fallback as a message from an old client', async () => {
      const fallback = { type: 'Action.Submit', title: 'Go', data: { verb: 'go' } };
      await show(cardOf([], [{ type: 'Action.Execute', title: 'Go', verb: 'go', fallback }]));
      const outcome = await teams.as(ada).press(teams.as(ada).lastCard(), 'Go', {}, { oldClient: true });
      assert.deepEqual(outcome, { saw: 'sent' });
      assert.deepEqual([bot.last().type, bot.last().value], ['message', { verb: 'go' }]);
    });

    it('can press the card as it was when looked at, though it has changed since', async () => {
      const { body } = await show(goCard);
      const stale = teams.as(ada).lastCard();
      await bot.call('PUT', activitiesOf(teams.as(ada).chatId, body.id), cardMessage(cardOf([])));
      await teams.as(ada).press(stale, 'Go');
      assert.deepEqual((bot.last().value['action'] as Json)['data'], { caseId: 'k1' });
    });
  });

  describe('who presses an Action.Submit', () => {
    it('sends a message with value and the card’s id, which nobody sees', async () => {
      await show(
        cardOf([{ type: 'Input.Text', id: 'q' }], [{ type: 'Action.Submit', title: 'Send', data: { n: 1 } }]),
      );
      const shown = teams.as(ada).lastCard();
      assert.deepEqual(await teams.as(ada).press(shown, 'Send', { q: 'why' }), { saw: 'sent' });
      const activity = bot.last();
      assert.deepEqual(
        [activity.type, activity.text, activity.value],
        ['message', undefined, { n: 1, q: 'why' }],
      );
      assert.equal(activity['replyToId'], shown.id);
      assert.equal(teams.as(ada).chat().length, 1);
    });

    it('says the words of an imBack aloud', async () => {
      await show(
        cardOf(
          [],
          [{ type: 'Action.Submit', title: 'Help', data: { msteams: { type: 'imBack', value: 'help me' } } }],
        ),
      );
      await teams.as(ada).press(teams.as(ada).lastCard(), 'Help');
      assert.equal(bot.last().text, 'help me');
      assert.equal(teams.as(ada).chat().at(-1)?.text, 'help me');
    });

    it('shows one thing and sends another with a messageBack', async () => {
      const msteams = { type: 'messageBack', text: 'cmd', displayText: 'Shown', value: { a: 1 } };
      await show(
        cardOf(
          [{ type: 'Input.Text', id: 'q' }],
          [{ type: 'Action.Submit', title: 'Back', data: { msteams } }],
        ),
      );
      await teams.as(ada).press(teams.as(ada).lastCard(), 'Back', { q: 'x' });
      assert.deepEqual([bot.last().text, bot.last().value], ['cmd', { q: 'x', a: 1 }]);
      assert.equal(teams.as(ada).chat().at(-1)?.text, 'Shown');
    });

    it('opens a link without troubling the bot', async () => {
      await show(cardOf([], [{ type: 'Action.OpenUrl', title: 'Read', url: 'https://example.org/' }]));
      const outcome = await teams.as(ada).press(teams.as(ada).lastCard(), 'Read');
      assert.deepEqual(outcome, { saw: 'link', url: 'https://example.org/' });
      assert.deepEqual(bot.told, []);
    });
  });

  describe('in a dialog', () => {
    const opener = {
      type: 'Action.Submit',
      title: 'Answer',
      data: { msteams: { type: 'task/fetch' }, caseId: 'k1' },
    };
    const form = cardOf(
      [{ type: 'Input.Text', id: 'answer', isRequired: true, errorMessage: 'Write something' }],
      [{ type: 'Action.Submit', title: 'Send', data: { caseId: 'k1' } }],
    );
    const continuing = (title: string) => ({
      task: {
        type: 'continue',
        value: { title, card: { contentType: 'application/vnd.microsoft.card.adaptive', content: form } },
      },
    });
    beforeEach(async () => {
      await show(cardOf([], [opener]));
      answering(continuing('Answer the case'));
      await teams.as(ada).press(teams.as(ada).lastCard(), 'Answer');
    });

    it('sees the card and title that the bot sends', () => {
      assert.deepEqual([bot.last().name, (bot.last().value['data'] as Json)['caseId']], ['task/fetch', 'k1']);
      assert.equal(teams.as(ada).dialog?.title, 'Answer the case');
      assert.deepEqual(teams.as(ada).dialog?.card, form);
      assert.equal(teams.as(bo).dialog, undefined);
    });

    it('is stopped by an empty required field, in its own words', async () => {
      const outcome = await teams.as(ada).submitDialog();
      assert.deepEqual(outcome, {
        saw: 'blocked',
        errors: [{ input: 'answer', message: 'Write something' }],
      });
      assert.equal(bot.told.length, 1);
    });

    it('submits what was typed, and nothing closes the dialog', async () => {
      answering(undefined);
      assert.deepEqual(await teams.as(ada).submitDialog({ answer: 'Yes' }), { saw: 'nothing' });
      assert.deepEqual(
        [bot.last().name, bot.last().value['data']],
        ['task/submit', { caseId: 'k1', answer: 'Yes' }],
      );
      assert.equal(teams.as(ada).dialog, undefined);
    });

    it('reads a message at the end', async () => {
      answering({ task: { type: 'message', value: 'Sent' } });
      assert.deepEqual(await teams.as(ada).submitDialog({ answer: 'Yes' }), { saw: 'text', text: 'Sent' });
    });

    it('may be led to another dialog', async () => {
      answering(continuing('Once more'));
      await teams.as(ada).submitDialog({ answer: 'Yes' });
      assert.equal(teams.as(ada).dialog?.title, 'Once more');
    });

    it('keeps the dialog when the app fails', async () => {
      answering(undefined, 500);
      const outcome = await teams.as(ada).submitDialog({ answer: 'Yes' });
      assert.equal(outcome.saw, 'error');
      assert.equal(teams.as(ada).dialog?.title, 'Answer the case');
    });

    it('can close it without a word to the bot', () => {
      teams.as(ada).closeDialog();
      assert.equal(teams.as(ada).dialog, undefined);
      assert.equal(bot.told.length, 1);
    });
  });

  describe('whose card refreshes', () => {
    const refreshing = (userIds?: string[]) =>
      cardOf([], [], {
        refresh: {
          action: { type: 'Action.Execute', verb: 'see', data: {} },
          ...(userIds ? { userIds } : {}),
        },
      });
    const looks = async () => teams.as(ada).look(teams.as(ada).lastCard());

    it('asks the bot by itself, as a trigger that is not manual', async () => {
      await show(refreshing([teams.as(ada).person.mri]));
      const own = cardOf([{ type: 'TextBlock', text: 'for Ada' }]);
      answering({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: own });
      assert.deepEqual(await looks(), { saw: 'card', card: own });
      assert.equal(bot.told[0]?.value['trigger'], 'automatic');
    });

    it('asks nothing for those not named', async () => {
      await show(refreshing([teams.as(bo).person.mri]));
      assert.deepEqual(await looks(), { saw: 'nothing' });
      assert.deepEqual(bot.told, []);
    });
  });

  describe('is rung', () => {
    it('by every new message in their chat, with its summary, else its text, else that a card came', async () => {
      await show(goCard, { summary: 'An answer came' });
      await bot.call('POST', activitiesOf(teams.as(ada).chatId), message('Plain'));
      await show(goCard);
      assert.deepEqual(
        teams.as(ada).toasts.map(({ text }) => text),
        ['An answer came', 'Plain', 'lähetti kortin'],
      );
    });

    const mention = (id: string, name: string) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    });

    it('by a mention in a channel, and nobody else is', async () => {
      const entities = [mention(teams.as(bo).person.mri, 'Bo')];
      await bot.call(
        'POST',
        'v3/conversations',
        threadIn(north, { ...message('<at>Bo</at> look'), entities }),
      );
      assert.deepEqual(
        teams.as(bo).toasts.map(({ title, text }) => [title, text]),
        [['Line · North', 'Bo look']],
      );
      assert.deepEqual(teams.as(ada).toasts, []);
    });

    it('by a mention on a card, by object id too', async () => {
      const card = cardOf([{ type: 'TextBlock', text: '<at>Ada</at>, please' }], [], {
        msteams: { entities: [mention(ada, 'Ada')] },
      });
      await bot.call(
        'POST',
        'v3/conversations',
        threadIn(north, cardMessage(card, { summary: 'A new question' })),
      );
      assert.equal(teams.as(ada).toasts[0]?.text, 'A new question');
    });

    it('in the activity feed too, when the bot alerts or mentions', async () => {
      await show(goCard);
      await show(goCard, { channelData: { notification: { alert: true } } });
      assert.deepEqual(
        teams.as(ada).toasts.map(({ inFeed }) => inFeed),
        [false, true],
      );
    });

    it('by no edit', async () => {
      const entities = [mention(ada, 'Ada')];
      const { body } = await bot.call('POST', 'v3/conversations', threadIn(north, message('quiet')));
      await bot.call('PUT', activitiesOf(body.id, body.activityId), { ...message('<at>Ada</at>'), entities });
      assert.deepEqual(teams.as(ada).toasts, []);
    });

    it('by no mention whose <at> text is missing, or of somebody who is not there', async () => {
      const entities = [mention(ada, 'Ada'), mention(teams.as(loner).person.mri, 'Lone')];
      await bot.call('POST', 'v3/conversations', threadIn(north, { ...message('<at>Lone</at>'), entities }));
      assert.deepEqual([teams.as(ada).toasts, teams.as(loner).toasts], [[], []]);
      assert.deepEqual(
        teams.ignored.map(({ what }) => what.replace(/.*: /, '')),
        ['its <at> text is missing', 'not a member here'],
      );
    });
  });

  describe('can’t do what Teams would not let them', () => {
    const forbidden: [what: string, act: () => Promise<unknown>, why: RegExp][] = [
      [
        'write in a channel of a team they are not in',
        () => teams.as(loner).sayInChannel(north, 'x'),
        /not a member/,
      ],
      ['say nothing', () => teams.as(ada).say(''), /empty/],
      ['submit a dialog that isn’t open', () => teams.as(ada).submitDialog({}), /No dialog/],
      ['be somebody who does not exist', async () => teams.as('nobody'), /no person nobody/],
    ];
    for (const [what, act, why] of forbidden) it(what, () => assert.rejects(act, why));

    it('edit what somebody else said', async () => {
      const said = await teams.as(ada).sayInChannel(north, 'mine');
      await assert.rejects(teams.as(bo).edit(said, 'yours'), /their own/);
    });

    it('write in an archived team or a deleted channel', async () => {
      await teams.channel(north).delete();
      await assert.rejects(teams.as(ada).sayInChannel(north, 'x'), /deleted/);
      await teams.team(team).archive();
      await assert.rejects(teams.as(ada).sayInChannel(team, 'x'), /archived/);
    });
  });

  it('is told apart by language and name, which can change', async () => {
    teams.as(ada).speak('sv-SE');
    teams.as(ada).rename('Ada Lind');
    await teams.as(ada).say('hej');
    assert.deepEqual([bot.last()['locale'], (bot.last().from as Json)['name']], ['sv-SE', 'Ada Lind']);
    assert.equal(teams.as(guest).person.kind, 'guest');
  });

  it('reads a card’s words in their order, not its data', async () => {
    const facts = { type: 'FactSet', facts: [{ title: 'Place', value: 'Northtown' }] };
    const actions = [{ type: 'Action.Submit', title: 'Send', data: { text: 'hidden' } }];
    await show(cardOf([{ type: 'TextBlock', text: 'A question' }, facts], actions));
    assert.equal(wordsOn(teams.as(ada).lastCard().card), 'A question\nPlace\nNorthtown\nSend');
  });

  it('can be waited for', async () => {
    setTimeout(() => void show(goCard), 20);
    const card = await teams.until(() => teams.as(ada).chat().at(-1)?.card);
    assert.deepEqual(card, goCard);
    await assert.rejects(createImpatient(), /in vain for: a miracle/);
  });

  it('can be waited for while nothing is there to be looked at', async () => {
    assert.throws(() => teams.as(ada).lastCard(), /has shown no card/);
    setTimeout(() => void show(goCard), 20);
    assert.deepEqual((await teams.until(() => teams.as(ada).lastCard())).card, goCard);
  });

  const createImpatient = async () => {
    const impatient = await teamsWithBot({ untilWithin: 20 });
    await impatient.bot.stop();
    try {
      await impatient.teams.until(() => false, 'a miracle');
    } finally {
      await impatient.teams.stop();
    }
  };
});
