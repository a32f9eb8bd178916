/** The first run: a supervisor adds the app to a team and is led until a test question has been received everywhere. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { month, personId, type RegionId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { guid } from '../../bot/local/service/world.ts';
import { azuriteTables } from '../support/azurite.ts';
import { nodesOf } from '../support/card-checks.ts';
import { inMinutes, type LineWish } from '../support/line.ts';
import { mortalsOf } from '../support/mortal.ts';
import { cardsWith, cardWords, linesTo, openScene, type Scene } from '../support/scene.ts';
import { keysOf } from '../support/stores.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const keskinen = regionId('keskinen');
const board = /Ota linja käyttöön/;

describe('The first run', () => {
  let scene: Scene;
  const open = async (wish: LineWish = {}) => {
    scene = await openScene({ bound: false, ...wish });
  };
  afterEach(() => scene.town.stop());

  const team = () => scene.town.teams.team(scene.town.town.team.id);
  const general = () => scene.town.teams.channel(scene.town.town.team.id);
  const boardOf = (person: PersonDriver): SeenMessage => {
    const found = person.chat().findLast(({ card, deleted }) => !deleted && board.test(wordsIn(card)));
    assert.ok(found, 'no board');
    return found;
  };
  const regions = () => scene.town.county.regions.map(({ id }) => id);
  /** What stands in the open dialog's fields. */
  const fieldsOf = (person: PersonDriver) =>
    new Map(
      nodesOf(person.dialog?.card).flatMap(({ id, value, choices }) =>
        id && choices
          ? [[String(id), { value, choices: choices as { title: string; value: string }[] }]]
          : [],
      ),
    );
  const chosen = (person: PersonDriver, title: string): string => {
    const [field] = fieldsOf(person).values();
    return field?.choices.find((one) => one.title === title)?.value ?? '';
  };
  const openChannels = (by: PersonDriver) => by.press(boardOf(by), 'setupChannels');
  const bindAll = async (by: PersonDriver) => {
    await openChannels(by);
    return by.submitDialog();
  };
  /** Two advisors in each region, given in one dialog after the other. */
  const addAdvisors = async (by: PersonDriver) => {
    await by.press(boardOf(by), 'setupAdvisors');
    for (const _ of regions()) {
      const region = String(fieldsOf(by).get('region')?.value);
      const people = scene.town.town.advisors.filter((one) => one.region === region).map(({ id }) => id);
      await by.submitDialog({ people }, 'Anna oikeudet');
    }
  };
  const tests = (region: RegionId) =>
    scene.town
      .threads(region)
      .map(({ root }) => root)
      .filter(({ card, deleted }) => !deleted && /Koekysymys/.test(wordsIn(card)));
  const theTest = (region: RegionId): SeenMessage => {
    const [only, ...others] = tests(region);
    assert.ok(only && others.length === 0, `${tests(region).length} tests in ${region}`);
    return only;
  };
  const setUp = async (by: PersonDriver) => {
    await bindAll(by);
    await addAdvisors(by);
    await by.press(boardOf(by), 'Lähetä koekysymykset');
  };
  const caseRows = () => keysOf(scene.town.tables, 'cases');

  it('leads the first supervisor from the team being added to a test received in every region, and counts nothing', async () => {
    await open();
    const { supervisor } = scene;
    assert.match(wordsIn(general().threads().at(-1)?.root.card), /ottaa käyttöön esihenkilö: Elina Esimies/);
    assert.deepEqual(
      nodesOf(general().threads().at(-1)?.root.card).filter(({ verb }) => verb),
      [],
    );
    assert.match(cardWords(supervisor), /Kesken[\s\S]*1\. Kanavat – kesken[\s\S]*ei kanavaa/);

    assert.match(
      JSON.stringify(await bindAll(supervisor)),
      /Tallennettu: .*Pohjoinen alue.*Kaikilla on nyt kanava/,
    );
    assert.equal((await scene.town.service.desk.staff.unbound()).length, 0);
    assert.match(
      wordsIn(boardOf(supervisor).card),
      /1\. Kanavat – valmis[\s\S]*2\. Asiakasohjaajat – kesken/,
    );
    await addAdvisors(supervisor);
    assert.match(wordsIn(boardOf(supervisor).card), /2\. Asiakasohjaajat – valmis/);
    const before = await caseRows();
    await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
    assert.match(wordsIn(boardOf(supervisor).card), /odottaa ohjaajan painallusta/);

    for (const region of regions()) {
      const card = theTest(region);
      assert.match(wordsIn(card.card), /KOE – tämä ei ole oikea kysymys[\s\S]*TEST – det här/);
      assert.ok(card.mentions.includes(scene.advisor(region).id));
      const pressed = await scene.advisor(region).press(card, 'Otin kokeen vastaan');
      assert.equal(pressed.saw, 'card', JSON.stringify(pressed));
      // for everybody who looks, not only for the presser
      const name = scene.advisor(region).person.name;
      assert.match(wordsIn(theTest(region).card), new RegExp(`Koe vastaanotettu: ${name}`));
    }
    const done = wordsIn(boardOf(supervisor).card);
    assert.match(done, /Linja on valmis[\s\S]*3\. Koekysymys – valmis/);
    assert.match(done, new RegExp(`${scene.advisor(pohjoinen).person.name} otti vastaan klo 12\\.00`));

    assert.deepEqual(await caseRows(), before);
    assert.equal(
      (await scene.town.service.desk.casework.heldBy({ id: personId(supervisor.id), name: '' })).length,
      0,
    );
    const now = month(scene.town.clock.now().slice(0, 7));
    for (const name of ['tallies', 'feedback'] as const) {
      for (const row of await scene.town.tables.rowsOf(name)) assert.fail(`${name} ${now} ${row.rowKey}`);
    }
    // a real question goes where the test went
    await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
    await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
  });

  it('opens again by a command, in the chat and in a channel, as far as it had come, and for a second supervisor alike', async () => {
    await open();
    const { supervisor } = scene;
    await setUp(supervisor);
    await supervisor.say('käyttöönotto');
    assert.equal(cardsWith(supervisor, board).length, 1);
    assert.match(
      supervisor
        .chat()
        .map(({ card }) => wordsIn(card))
        .join('\n'),
      /avattu uudelleen alempana/,
    );
    const deputy = scene.advisor(keskinen);
    const by = { id: personId(supervisor.id), name: 'Elina Esimies' };
    await scene.town.service.desk.staff.addSupervisors(by, [
      { id: personId(deputy.id), name: deputy.person.name, teamsId: deputy.person.mri },
    ]);
    await deputy.say('setup');
    assert.equal(wordsIn(boardOf(deputy).card), wordsIn(boardOf(supervisor).card));
    await supervisor.sayInChannel(general().id, 'ibruktagning', { mentionBot: true });
    const here = () =>
      general()
        .threads()
        .at(-1)
        ?.messages.findLast(({ card }) => card);
    assert.match(wordsIn(here()?.card), /1\. Kanavat – valmis/);
    await scene.advisor(pohjoinen).press(theTest(pohjoinen), 'setupReceived');
    for (const one of [boardOf(deputy), boardOf(supervisor), here()]) {
      assert.match(wordsIn(one?.card), new RegExp(`${scene.advisor(pohjoinen).person.name} otti vastaan`));
    }
  });

  it('tells those who do not lead who can, in words and at any press, and does nothing', async () => {
    await open();
    const { supervisor } = scene;
    const advisor = scene.advisor(pohjoinen);
    await advisor.say('käyttöönotto');
    assert.match(linesTo(advisor).at(-1) ?? '', /vain esihenkilö: Elina Esimies/);
    await supervisor.sayInChannel(general().id, 'käyttöönotto', { mentionBot: true });
    const here = general()
      .threads()
      .at(-1)
      ?.messages.findLast(({ card }) => card);
    assert.ok(here);
    for (const verb of ['setupRefresh', 'setupChannels', 'setupTell']) {
      const said = await advisor.press(here, verb);
      assert.match(JSON.stringify(said), /vain esihenkilö: Elina Esimies/, verb);
    }
    await bindAll(supervisor);
    await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
    // in the team, and in the channel, and no advisor yet
    const refused = await advisor.press(theTest(pohjoinen), 'setupReceived');
    assert.match(JSON.stringify(refused), /alueen asiakasohjaaja\. Oikeuden antaa esihenkilö: Elina Esimies/);
    assert.doesNotMatch(wordsIn(boardOf(supervisor).card), /otti vastaan/);
  });

  it('names who can when somebody else adds the app, and leads them; who removes it and adds it again starts from the beginning', async () => {
    await open();
    const { supervisor } = scene;
    const advisor = scene.advisor(pohjoinen);
    const threads = () => general().threads().length;
    const [before, boards] = [threads(), supervisor.chat().length];
    await team().uninstallBot();
    await team().installBot(advisor.id);
    assert.equal(threads(), before + 1);
    assert.match(wordsIn(general().threads().at(-1)?.root.card), /esihenkilö: Elina Esimies/);
    assert.equal(supervisor.chat().length, boards + 1);
    assert.equal(advisor.chat().filter(({ card }) => board.test(wordsIn(card))).length, 0);
  });

  it('leads in the channel when the supervisor who added the app has no chat with it', async () => {
    await open();
    const { supervisor } = scene;
    await supervisor.uninstall();
    await team().uninstallBot();
    await team().installBot(supervisor.id);
    const messages = general().threads().at(-1)?.messages ?? [];
    assert.match(
      messages.map(({ card }) => wordsIn(card)).join('\n'),
      /esihenkilö: Elina Esimies[\s\S]*Ota linja käyttöön/,
    );
  });

  it('greets a team once, however often Teams tells of it', async () => {
    await open();
    const { supervisor } = scene;
    await team().uninstallBot();
    const [before, boards] = [general().threads().length, supervisor.chat().length];
    scene.town.teams.faults.addToDeliveries({ kind: 'double', times: 10 });
    await team().installBot(supervisor.id);
    await scene.town.teams.settled();
    scene.town.teams.faults.clear();
    assert.equal(general().threads().length, before + 1);
    assert.equal(supervisor.chat().length, boards + 1);
  });

  describe('the channels', () => {
    const submit = (by: PersonDriver, inputs: Inputs) => by.submitDialog(inputs);

    it('are suggested by their names, and what is missing is told by name', async () => {
      await open();
      const { supervisor } = scene;
      await openChannels(supervisor);
      assert.match(wordsIn(supervisor.dialog?.card), /Ehdotettu nimen perusteella: Pohjoinen alue/);
      const said = await submit(supervisor, { 'to-keskinen': 'none', 'to-supervisors': 'none' });
      assert.match(JSON.stringify(said), /Kanavaa vailla on vielä: Keskinen alue, Esihenkilöt/);
      assert.deepEqual(await scene.town.service.desk.staff.unbound(), [keskinen]);
    });

    it('want it confirmed that two regions share one, and nothing is kept before', async () => {
      await open();
      const { supervisor } = scene;
      await openChannels(supervisor);
      const same = chosen(supervisor, 'Pohjoinen alue');
      const asked = await submit(supervisor, { 'to-keskinen': same });
      assert.equal(asked.saw, 'dialog');
      assert.match(
        wordsIn(supervisor.dialog?.card),
        /Sama kanava Pohjoinen alue on valittu useammalle: Keskinen alue, Pohjoinen alue/,
      );
      assert.equal((await scene.town.service.desk.staff.bindings()).length, 0);
      // what was chosen is still there
      assert.equal(fieldsOf(supervisor).get('to-keskinen')?.value, same);
      await submit(supervisor, { confirmed: true });
      assert.equal((await scene.town.service.desk.staff.bindingOf(keskinen))?.channelName, 'Pohjoinen alue');
    });

    it('want a region’s loss of its channel confirmed, and take nothing from the others', async () => {
      await open();
      const { supervisor } = scene;
      await bindAll(supervisor);
      await openChannels(supervisor);
      await submit(supervisor, { 'to-pohjoinen': 'none' });
      assert.match(wordsIn(supervisor.dialog?.card), /Ilman kanavaa jää: Pohjoinen alue/);
      await submit(supervisor, { confirmed: true });
      assert.deepEqual(await scene.town.service.desk.staff.unbound(), [pohjoinen]);
    });

    it('are told when one is gone before it is saved', async () => {
      await open();
      const { supervisor } = scene;
      await openChannels(supervisor);
      await scene.town.teams.channel(scene.town.town.channelOf(pohjoinen)).delete();
      await submit(supervisor, {});
      assert.match(wordsIn(supervisor.dialog?.card), /Valittua kanavaa ei enää ole: Pohjoinen alue/);
      assert.equal((await scene.town.service.desk.staff.bindings()).length, 0);
    });

    it('come from every team that has the app, each named with its team', async () => {
      await open();
      const { supervisor } = scene;
      const other = scene.town.teams.addTeam({
        name: 'Toinen tiimi',
        channels: [{ name: 'Iisalmen linja' }],
        members: [supervisor.id],
        hasBot: false,
      });
      await other.installBot(supervisor.id);
      await openChannels(supervisor);
      assert.ok(chosen(supervisor, 'Toinen tiimi · Iisalmen linja'));
      await submit(supervisor, { 'to-pohjoinen': chosen(supervisor, 'Toinen tiimi · Iisalmen linja') });
      assert.equal((await scene.town.service.desk.staff.bindingOf(pohjoinen))?.teamId, other.id);
    });
  });

  describe('a test question', () => {
    it('is posted once for a press that is delivered twice', async () => {
      await open();
      const { supervisor } = scene;
      await bindAll(supervisor);
      scene.town.teams.faults.addToDeliveries({
        kind: 'double',
        match: ({ name }) => name === 'adaptiveCard/action',
      });
      await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
      await scene.town.teams.settled();
      for (const region of regions()) theTest(region);
    });

    it('is sent again by a person, takes the older one’s place, and the older one counts for nothing', async () => {
      await open();
      const { supervisor } = scene;
      await setUp(supervisor);
      const old = theTest(pohjoinen);
      await supervisor.press(boardOf(supervisor), 'Lähetä koe uudelleen: Pohjoinen alue');
      const fresh = theTest(pohjoinen);
      assert.notEqual(fresh.id, old.id);
      assert.equal(tests(keskinen).length, 1);
      await scene.advisor(pohjoinen).press(fresh, 'setupReceived');
      assert.match(wordsIn(boardOf(supervisor).card), /Pohjoinen alue\n\S+ \S+ otti vastaan/);
    });

    it('stays unsure when its process died before posting it: said so, and sent again by a person', async () => {
      await open({ tables: azuriteTables() });
      const { supervisor } = scene;
      await bindAll(supervisor);
      const mortals = await mortalsOf(scene.town);
      try {
        // the first call asks Teams who presses
        mortals.begin({ what: 'teams', nth: 1, fate: 'kill-before' });
        const press = supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset').catch(() => undefined);
        await mortals.death;
        await mortals.revive();
        await press;
        const lost = regions().filter((region) => tests(region).length === 0);
        assert.ok(lost.length > 0, 'nothing was lost');
        scene.town.clock.set(inMinutes(scene.town.clock.now(), 5));
        await supervisor.say('käyttöönotto');
        assert.match(cardWords(supervisor), /emme tiedä, menikö koe perille/);
        await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
        // a call that was on its way when the process died may yet have arrived beside the new one
        for (const region of lost) assert.ok(tests(region).length > 0, region);
        assert.doesNotMatch(cardWords(supervisor), /emme tiedä|ei lähetetty/);
      } finally {
        await mortals.end();
      }
    });

    it('that arrived though nobody knew it is received all the same', async () => {
      await open();
      const { supervisor } = scene;
      await bindAll(supervisor);
      await addAdvisors(supervisor);
      scene.town.teams.faults.add({ kind: 'lost-reply', times: 20, match: { operation: 'create' } });
      await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
      scene.town.teams.faults.clear();
      const [card] = tests(pohjoinen);
      assert.ok(card);
      await scene.advisor(pohjoinen).press(card, 'setupReceived');
      assert.match(wordsIn(boardOf(supervisor).card), /Pohjoinen alue\n\S+ \S+ otti vastaan/);
    });

    for (const [what, strike, words] of [
      ['its channel is gone', { status: 404, code: 'ConversationNotFound' }, /Kanavaa ei enää ole/],
      [
        'the app is not in its team',
        { status: 403, code: 'BotNotInConversationRoster' },
        /Sovellus ei ole tiimissä/,
      ],
      [
        'the app may not post there',
        { status: 403, code: 'MessageWritesBlocked' },
        /Teams ei anna sovelluksen kirjoittaa/,
      ],
      ['Teams does not answer', { status: 429, code: 'TooManyRequests' }, /Teams ei juuri nyt vastannut/],
    ] as const) {
      it(`says why it failed and what to do when ${what}; the others go`, async () => {
        await open();
        const { supervisor } = scene;
        await bindAll(supervisor);
        const channel = scene.town.town.channelOf(pohjoinen);
        const fault = scene.town.teams.faults.add({
          kind: 'refuse',
          times: 10,
          ...strike,
          match: ({ operation, body }) => operation === 'create' && JSON.stringify(body).includes(channel),
        });
        await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
        assert.match(cardWords(supervisor), new RegExp(`Ei mennyt perille\\. ${words.source}`));
        assert.equal(tests(pohjoinen).length, 0);
        theTest(keskinen);
        fault.remove();
        await supervisor.press(boardOf(supervisor), 'Lähetä koekysymykset');
        theTest(pohjoinen);
        theTest(keskinen);
      });
    }

    it('tells that its card could not be changed, though the press came through', async () => {
      await open();
      const { supervisor } = scene;
      await setUp(supervisor);
      scene.town.teams.faults.add({
        kind: 'refuse',
        status: 403,
        code: 'MessageWritesBlocked',
        times: 1,
        match: { operation: 'update' },
      });
      await scene.advisor(pohjoinen).press(theTest(pohjoinen), 'setupReceived');
      assert.match(wordsIn(boardOf(supervisor).card), /otti vastaan, mutta kanavan kortti ei päivittynyt/);
    });

    it('begins again when the region moves to another channel: the card in the old one counts for nothing', async () => {
      await open();
      const { supervisor } = scene;
      await setUp(supervisor);
      await scene.advisor(keskinen).press(theTest(keskinen), 'setupReceived');
      const old = theTest(pohjoinen);
      await openChannels(supervisor);
      const general = chosen(supervisor, 'Yleinen');
      await supervisor.submitDialog({ 'to-pohjoinen': general });
      const words = () => wordsIn(boardOf(supervisor).card);
      assert.match(words(), /Keskinen alue\n\S+ \S+ otti vastaan[\s\S]*Pohjoinen alue\nei lähetetty/);
      const late = await scene.advisor(pohjoinen).press(old, 'setupReceived');
      assert.match(JSON.stringify(late), /kanava ei ole enää alueen oma/);
      assert.match(words(), /Pohjoinen alue\nei lähetetty/);
      await openChannels(supervisor);
      await supervisor.submitDialog({ 'to-keskinen': 'none' });
      await supervisor.submitDialog({ confirmed: true });
      assert.doesNotMatch(words(), /Keskinen alue\n\S+ \S+ otti vastaan/);
    });

    it('outlives its channel’s new name', async () => {
      await open();
      const { supervisor } = scene;
      await setUp(supervisor);
      await scene.advisor(pohjoinen).press(theTest(pohjoinen), 'setupReceived');
      await scene.town.teams.channel(scene.town.town.channelOf(pohjoinen)).rename('Pohjoisen linja');
      await supervisor.press(boardOf(supervisor), 'setupRefresh');
      assert.match(
        wordsIn(boardOf(supervisor).card),
        /Pohjoisen linja[\s\S]*Pohjoinen alue\n\S+ \S+ otti vastaan/,
      );
    });
  });

  it('has nothing to say where all works already, but leads the supervisor who adds another team', async () => {
    await open({ bound: true });
    const { supervisor } = scene;
    const add = async (by: string) => {
      const other = scene.town.teams.addTeam({
        id: `19:${guid(by)}`,
        name: by,
        members: [by],
        hasBot: false,
      });
      await other.installBot(by);
      return wordsIn(scene.town.teams.channel(other.id).threads().at(-1)?.root.card);
    };
    const before = supervisor.chat().length;
    assert.match(await add(scene.advisor(pohjoinen).id), /jo käytössä/);
    assert.equal(supervisor.chat().length, before);
    await add(supervisor.id);
    assert.equal(supervisor.chat().length, before + 1);
  });
});
