/** People and bindings: from the first supervisor to channels that break, with no question lost on the way. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { personId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { inMinutes, type LineWish } from '../support/line.ts';
import { cardWords, openScene, type Scene } from '../support/scene.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const keskinen = regionId('keskinen');

describe('People and bindings', () => {
  let scene: Scene;
  const open = async (wish: LineWish = {}) => {
    scene = await openScene(wish);
  };
  afterEach(() => scene.town.stop());

  const channelOf = (target: Parameters<Scene['town']['threads']>[0]) => scene.town.town.channelOf(target);
  /** Everything the bot has posted in a channel, oldest first. */
  const postsIn = (target: Parameters<Scene['town']['threads']>[0]): SeenMessage[] =>
    scene.town
      .threads(target)
      .flatMap(({ messages }) => messages)
      .filter(({ from }) => from === 'bot');
  const wordsAt = (target: Parameters<Scene['town']['threads']>[0]) =>
    postsIn(target)
      .map(({ card, text }) => `${text}\n${wordsIn(card)}`)
      .join('\n');
  const command = async (
    by: PersonDriver,
    target: Parameters<Scene['town']['threads']>[0],
    words: string,
  ) => {
    await by.sayInChannel(channelOf(target), words, { mentionBot: true });
    // what this person sees: a press's answer is theirs alone
    const message = by
      .threads(channelOf(target))
      .at(-1)
      ?.messages.findLast(({ card }) => card);
    return message;
  };
  const newestFor = (by: PersonDriver, target: Parameters<Scene['town']['threads']>[0]) => {
    const message = by
      .threads(channelOf(target))
      .at(-1)
      ?.messages.findLast(({ card }) => card);
    assert.ok(message, `No card in ${target}`);
    return message;
  };
  const clockOn = (minutes: number) => scene.town.round(inMinutes(scene.town.clock.now(), minutes));

  describe('the first day', () => {
    it('begins with the supervisor of the setting, who binds a channel and picks its advisors from the team', async () => {
      await open({ bound: false });
      const { supervisor } = scene;
      const asked = await command(supervisor, pohjoinen, 'kanavat');
      assert.match(wordsIn(asked?.card), /Mitkä kysymykset tulevat kanavalle Pohjoinen alue/);
      await supervisor.press(newestFor(supervisor, pohjoinen), 'bind', { target: pohjoinen });
      assert.match(wordsAt(pohjoinen), /Kytketty: Pohjoinen alue → Pohjoinen alue/);
      assert.match(wordsIn(newestFor(supervisor, pohjoinen).card), /Ketkä tiimistä ovat asiakasohjaajia/);
      const [first, second] = [scene.advisor(pohjoinen), scene.advisor(pohjoinen, 1)];
      const added = await supervisor.press(newestFor(supervisor, pohjoinen), 'addMembers', {
        people: [first.id, second.id],
      });
      assert.match(JSON.stringify(added), /2 asiakasohjaajaa lisätty/);
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      const card = await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      assert.deepEqual([...card.mentions].sort(), [first.id, second.id].sort());
      await first.press(card, 'claim');
      await scene.regionSays(pohjoinen, new RegExp(`${first.person.name} hoitaa`));
    });

    it('a question to a region without a channel is kept, supervisors are told, and it is shown once one is bound', async () => {
      await open({ bound: false });
      const { supervisor } = scene;
      await supervisor.say('valikko');
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await scene.chatSays(scene.niina, /odottaa ohjaajaa/);
      assert.match(cardWords(supervisor), /Alueella ei ole kanavaa: Pohjoinen alue/);
      await command(supervisor, pohjoinen, 'kanavat');
      await supervisor.press(newestFor(supervisor, pohjoinen), 'bind', { target: pohjoinen });
      await clockOn(2);
      const card = await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      assert.ok(card);
      const shown = scene.town.threads(pohjoinen).filter(({ root }) => /ateriat/.test(wordsIn(root.card)));
      assert.equal(shown.length, 1);
    });

    it('tells anybody else who can, in words and at a press', async () => {
      await open({ bound: false });
      const { supervisor } = scene;
      const advisor = scene.advisor(pohjoinen);
      await supervisor.say('valikko');
      await advisor.sayInChannel(channelOf(pohjoinen), 'kanavat', { mentionBot: true });
      assert.match(wordsAt(pohjoinen), /Tämän voi tehdä vain esihenkilö: Elina Esimies/);
      await command(supervisor, pohjoinen, 'kanavat');
      const refused = await advisor.press(newestFor(advisor, pohjoinen), 'bind', { target: pohjoinen });
      assert.match(JSON.stringify(refused), /vain esihenkilö: Elina Esimies/);
      assert.equal((await scene.town.service.desk.staff.bindings()).length, 0);
    });
  });

  describe('channels', () => {
    it('are seen, changed and let go by a supervisor; the supervisors have one of their own', async () => {
      await open();
      const { supervisor } = scene;
      const asked = await command(supervisor, pohjoinen, 'kanavat');
      assert.match(wordsIn(asked?.card), /Kanavalle tulevat nyt: Pohjoinen alue/);
      await supervisor.press(newestFor(supervisor, pohjoinen), 'unbind');
      assert.match(wordsAt(pohjoinen), /Irrotettu: Pohjoinen alue/);
      assert.doesNotMatch(wordsIn(newestFor(supervisor, pohjoinen).card), /Kanavalle tulevat nyt/);
      await command(supervisor, keskinen, 'kanavat');
      await supervisor.press(newestFor(supervisor, keskinen), 'bind', { target: pohjoinen });
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await scene.regionSays(keskinen, /Iisalmi/);
      await supervisor.say('kanavat');
      assert.match(cardWords(supervisor), /Pohjoinen alue: Keskinen alue[\s\S]*Kytki Elina Esimies/);
      assert.match(cardWords(supervisor), /Esihenkilöt: Esihenkilöt/);
    });

    it('a renamed one is noticed; supervisors are told that nothing is to be done', async () => {
      await open();
      await scene.town.teams.channel(channelOf(pohjoinen)).rename('Pohjoisen viranomaislinja');
      assert.match(wordsAt('supervisors'), /Pohjoinen alue on nyt Pohjoisen viranomaislinja/);
      const binding = await scene.town.service.desk.staff.bindingOf(pohjoinen);
      assert.equal(binding?.channelName, 'Pohjoisen viranomaislinja');
    });

    it('a deleted one is told of once; what is asked meanwhile is kept, and shown when it is restored', async () => {
      await open();
      await scene.town.teams.channel(channelOf(pohjoinen)).delete();
      assert.match(wordsAt('supervisors'), /Kanava ei toimi: Pohjoinen alue/);
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await clockOn(2);
      await clockOn(2);
      assert.equal(wordsAt('supervisors').match(/Kanava ei toimi/g)?.length, 1);
      await scene.town.teams.channel(channelOf(pohjoinen)).restore();
      await clockOn(2);
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      assert.equal(scene.town.threads(pohjoinen).length, 1);
    });

    it('a deleted one whose region moves to another takes its open questions along, old and new', async () => {
      await open();
      const { supervisor } = scene;
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      await scene.town.teams.channel(channelOf(pohjoinen)).delete();
      await scene.ask(scene.sofia, 'Mat behövs', { place: 'iisalmi' });
      await command(supervisor, keskinen, 'kanavat');
      await supervisor.press(newestFor(supervisor, keskinen), 'bind', { target: pohjoinen });
      await clockOn(2);
      await scene.sees(() => wordsAt(keskinen), /tarvitsee ateriat/);
      await scene.sees(() => wordsAt(keskinen), /Mat behövs/);
      await clockOn(2);
      const roots = scene.town.threads(keskinen).map(({ root }) => wordsIn(root.card));
      assert.equal(roots.filter((words) => /tarvitsee ateriat|Mat behövs/.test(words)).length, 2);
    });

    it('an archived team, or the bot taken out of it, is told to supervisors in their chats, once for all its channels', async () => {
      await open();
      const { supervisor } = scene;
      await supervisor.say('valikko');
      const team = scene.town.teams.team(scene.town.town.team.id);
      await team.archive();
      assert.match(cardWords(supervisor), /Kanava ei toimi: .*Pohjoinen alue/);
      assert.match(cardWords(supervisor), /Tiimi on arkistoitu/);
      const told = () => supervisor.chat().filter(({ card }) => /Kanava ei toimi/.test(wordsIn(card))).length;
      assert.equal(told(), 1);
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await scene.chatSays(scene.niina, /odottaa ohjaajaa/);
      await team.unarchive();
      await clockOn(2);
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      await team.uninstallBot();
      assert.match(cardWords(supervisor), /Botti on poistettu tiimistä/);
      assert.equal(told(), 2);
      await scene.ask(scene.sofia, 'Mat behövs', { place: 'iisalmi' });
      await clockOn(2);
      assert.doesNotMatch(wordsAt(pohjoinen), /Mat behövs/);
      await team.installBot();
      await clockOn(2);
      await scene.regionSays(pohjoinen, /Mat behövs/);
    });
  });

  describe('people', () => {
    const row = (card: SeenMessage, name: string) => {
      const person = scene.town.town.advisors.find((one) => one.name === name);
      return [
        card,
        'editPerson',
        {},
        { where: ({ person: id }: { person?: unknown }) => id === person?.id },
      ] as const;
    };

    it('are listed, given other roles and let go by a supervisor; a press counts by the roles of now', async () => {
      await open();
      const { supervisor } = scene;
      const advisor = scene.advisor(pohjoinen);
      await supervisor.say('henkilöt');
      const list = supervisor.lastCard();
      assert.match(
        cardWords(supervisor),
        new RegExp(`${advisor.person.name}[\\s\\S]*Asiakasohjaaja: Pohjoinen alue`),
      );
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      const card = await scene.regionSays(pohjoinen, /tarvitsee ateriat/);

      await supervisor.press(...row(list, advisor.person.name));
      const moved = await supervisor.submitDialog({ regions: [keskinen] });
      assert.match(JSON.stringify(moved), /Oikeudet tallennettu/);
      const roles = (words: string) => new RegExp(`${advisor.person.name}[\\s\\S]{0,20}${words}`);
      assert.equal(supervisor.lastCard().id, list.id, 'the list stands where it stood');
      assert.match(cardWords(supervisor), roles('Asiakasohjaaja: Keskinen alue'));
      const elsewhere = await advisor.press(card, 'claim');
      assert.match(JSON.stringify(elsewhere), /kuuluu toiselle alueelle \(Pohjoinen alue\)/);

      await supervisor.press(...row(list, advisor.person.name));
      const gone = await supervisor.submitDialog({ remove: true });
      assert.match(JSON.stringify(gone), /Oikeudet poistettu/);
      assert.doesNotMatch(cardWords(supervisor), new RegExp(advisor.person.name));
      const refused = await advisor.press(card, 'claim');
      assert.match(JSON.stringify(refused), /kuuluu asiakasohjaajille[\s\S]*esihenkilö: Elina Esimies/);
    });

    it('changed by another supervisor meanwhile are not overwritten unseen, and the choice is kept', async () => {
      await open();
      const { supervisor, town } = scene;
      const advisor = scene.advisor(pohjoinen);
      const rolesNow = async () => {
        const { advisorIn, supervisor: leads } = await town.service.desk.staff.actor(person);
        return [advisorIn.toSorted(), leads];
      };
      const person = { id: personId(advisor.id), name: advisor.person.name };
      const by = { id: personId(supervisor.id), name: supervisor.person.name };
      await supervisor.say('henkilöt');
      await supervisor.press(...row(supervisor.lastCard(), person.name));
      await town.service.desk.staff.setRoles(by, person, { advisorIn: [keskinen], supervisor: true });

      const told = await supervisor.submitDialog({ regions: [pohjoinen, keskinen] });
      assert.match(JSON.stringify(told), /Joku muu muutti oikeuksia sillä välin\. Nyt: Esihenkilö · /);
      assert.deepEqual(await rolesNow(), [[keskinen], true]);

      const saved = await supervisor.submitDialog();
      assert.match(JSON.stringify(saved), /Oikeudet tallennettu/);
      assert.deepEqual(await rolesNow(), [[pohjoinen, keskinen].toSorted(), false]);
    });

    it('of the supervisors’ channel can be made supervisors when it is bound, without advising anywhere', async () => {
      await open({ bound: false });
      const { supervisor } = scene;
      const deputy = scene.advisor(pohjoinen);
      await command(supervisor, 'supervisors', 'kanavat');
      await supervisor.press(newestFor(supervisor, 'supervisors'), 'bind', { target: 'supervisors' });
      assert.match(wordsAt('supervisors'), /Kytketty: Esihenkilöiden kanava → Esihenkilöt/);
      const offered = newestFor(supervisor, 'supervisors');
      assert.match(wordsIn(offered.card), /Ketkä tiimistä ovat esihenkilöitä/);
      assert.ok(!JSON.stringify(offered.card).includes(supervisor.id), 'who is one already is not offered');
      const added = await supervisor.press(offered, 'addMembers', { people: [deputy.id] });
      assert.match(JSON.stringify(added), /Yksi esihenkilö lisätty/);
      await deputy.say('henkilöt');
      assert.match(cardWords(deputy), new RegExp(`${deputy.person.name}\nEsihenkilö`));
      assert.match(cardWords(deputy), /Elina Esimies\nEsihenkilö/);
    });

    it('can be made supervisors, who then can do the same', async () => {
      await open();
      const { supervisor } = scene;
      const advisor = scene.advisor(pohjoinen);
      await advisor.say('henkilöt');
      assert.match(advisor.chat().at(-1)?.text ?? '', /vain esihenkilö: Elina Esimies/);
      await supervisor.say('henkilöt');
      await supervisor.press(...row(supervisor.lastCard(), advisor.person.name));
      await supervisor.submitDialog({ regions: [pohjoinen], supervisor: true });
      await advisor.say('henkilöt');
      assert.match(cardWords(advisor), /Ihmiset ja roolit/);
    });

    it('an advisor who left the team is told of with what they hold; nobody is rung for them, and colleagues go on', async () => {
      await open();
      const [leaver, colleague] = [scene.advisor(pohjoinen), scene.advisor(pohjoinen, 1)];
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await leaver.press(await scene.regionSays(pohjoinen, /tarvitsee ateriat/), 'claim');
      await scene.regionSays(pohjoinen, /hoitaa/);
      await leaver.leave();
      assert.match(wordsAt('supervisors'), new RegExp(`${leaver.person.name} lähti tiimistä`));
      assert.match(wordsAt('supervisors'), /1 avoin asia/);
      await scene.ask(scene.sofia, 'Mat behövs', { place: 'iisalmi' });
      const fresh = await scene.regionSays(pohjoinen, /Mat behövs/);
      assert.deepEqual(fresh.mentions, [colleague.id]);
      const held = scene.town.threads(pohjoinen)[0]?.root;
      assert.ok(held);
      await colleague.press(held, 'answer').catch(() => undefined);
      await colleague.press(held, 'takeOver');
      await colleague.submitDialog({ reason: 'Lähti tiimistä.' });
      await scene.sees(
        () => wordsIn(scene.town.threads(pohjoinen)[0]?.root.card),
        new RegExp(`${colleague.person.name} hoitaa`),
      );
    });

    it('an advisor whose roles are taken away is told of with what they hold, once there is any', async () => {
      await open();
      const { supervisor } = scene;
      const [first, second] = [scene.advisor(pohjoinen), scene.advisor(pohjoinen, 1)];
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      await first.press(await scene.regionSays(pohjoinen, /tarvitsee ateriat/), 'claim');
      await scene.regionSays(pohjoinen, /hoitaa/);
      const by = { id: personId(supervisor.id), name: supervisor.person.name };
      // a press that comes twice tells once
      for (const { id, person } of [second, first, first])
        await scene.town.service.desk.staff.removePerson(by, { id: personId(id), name: person.name });
      await scene.sees(() => wordsAt('supervisors'), new RegExp(`${first.person.name} ei ole enää linjalla`));
      assert.match(wordsAt('supervisors'), /Hänelle jäi 1 avoin asia/);
      assert.equal(wordsAt('supervisors').split('ei ole enää linjalla').length - 1, 1);
      assert.ok(!wordsAt('supervisors').includes(second.person.name), 'who held nothing left nothing');
    });

    describe('away from duty', () => {
      const at = { today: '2026-11-23', tomorrow: '2026-11-24' } as const;
      const idOf = (person: PersonDriver) => personId(person.id);
      /** The supervisor marks their absence in the tab, from none. */
      const goesAway = async (person: PersonDriver, lastDay: string) => {
        const answer = await fetch(`${scene.town.url}/api/tab/staff/people/${person.id}/duty`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${await scene.supervisor.tabToken()}` },
          body: JSON.stringify({ lastDay }),
        });
        assert.equal(answer.status, 200, await answer.text());
      };
      const rungBy = async (words: string) => {
        await scene.askAgain(scene.sofia, words, { place: 'iisalmi' });
        return (await scene.regionSays(pohjoinen, new RegExp(words))).mentions;
      };

      it('are rung for nothing new until the day after their last one', async () => {
        await open();
        const [away, here] = [scene.advisor(pohjoinen), scene.advisor(pohjoinen, 1)];
        await goesAway(away, at.today);
        assert.deepEqual(await rungBy('Den första frågan'), [here.id]);
        await clockOn(24 * 60);
        assert.equal(new Set(await rungBy('Den andra frågan')).size, 2);
      });

      it('are rung when the whole region is away: no question rings nobody', async () => {
        await open();
        for (const seat of [0, 1]) await goesAway(scene.advisor(pohjoinen, seat), at.tomorrow);
        assert.equal(new Set(await rungBy('Den första frågan')).size, 2);
      });

      it('are not reminded of what nobody has taken', async () => {
        await open();
        const [away, here] = [scene.advisor(pohjoinen), scene.advisor(pohjoinen, 1)];
        await rungBy('Den första frågan');
        await goesAway(away, at.today);
        const replies = () => scene.town.threads(pohjoinen)[0]?.messages.slice(1) ?? [];
        await clockOn(60);
        await clockOn(60);
        await scene.town.teams.until(() => replies().length > 0, 'a reminder');
        assert.ok(replies().every(({ mentions }) => !mentions.includes(away.id)));
        assert.ok(replies().some(({ mentions }) => mentions.includes(here.id)));
      });

      it('take turns when they are more than three, and one of them who is away has none', async () => {
        await open();
        const { desk } = scene.town.service;
        const by = { id: idOf(scene.supervisor), name: scene.supervisor.person.name };
        const others = [
          scene.advisor(keskinen),
          scene.advisor(keskinen, 1),
          scene.advisor(regionId('koillinen')),
        ];
        await desk.staff.addAdvisors(
          by,
          pohjoinen,
          others.map(({ id, person: { name, mri } }) => ({ id: personId(id), name, teamsId: mri })),
        );
        const all = [scene.advisor(pohjoinen), scene.advisor(pohjoinen, 1), ...others].map(({ id }) => id);
        const rung = new Set<string>();
        for (let n = 0; rung.size < all.length; n += 1) {
          const mentions = await rungBy(`Fråga nummer ${String.fromCharCode(97 + n)}`);
          assert.equal(new Set(mentions).size, 3);
          for (const one of mentions) rung.add(one);
        }
        assert.deepEqual([...rung].sort(), [...all].sort());
        for (const one of others) await goesAway(one, at.today);
        assert.deepEqual((await rungBy('Den sista frågan')).toSorted(), all.slice(0, 2).sort());
      });
    });

    it('who handled one case is listed for a supervisor, in the chat and in a channel, and for nobody else', async () => {
      await open();
      const { supervisor } = scene;
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      const [id = ''] = /\w{3}-\w{4}/.exec(cardWords(scene.niina)) ?? [];
      const advisor = scene.advisor(pohjoinen);
      await advisor.press(await scene.regionSays(pohjoinen, /tarvitsee ateriat/), 'claim');
      await scene.regionSays(pohjoinen, /hoitaa/);
      const handlers = new RegExp(`Kuka on käsitellyt kysymystä ${id}[\\s\\S]*${advisor.person.name}`);
      await supervisor.say(`käsittelijät ${id}`);
      assert.match(cardWords(supervisor), handlers);
      assert.doesNotMatch(cardWords(supervisor), /ateriat/);
      await supervisor.sayInChannel(channelOf('supervisors'), `käsittelijät ${id}`, { mentionBot: true });
      assert.match(wordsAt('supervisors'), handlers);
      await advisor.say(`käsittelijät ${id}`);
      assert.match(advisor.chat().at(-1)?.text ?? '', /vain esihenkilö/);
    });

    it('an advisor who comes back to the team is rung again', async () => {
      await open();
      const advisor = scene.advisor(pohjoinen);
      const team = scene.town.teams.team(scene.town.town.team.id);
      await team.removeMember(advisor.id);
      await team.addMember(advisor.id);
      await scene.ask(scene.niina, 'Iisalmessa asuva tarvitsee ateriat');
      const card = await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      assert.ok(card.mentions.includes(advisor.id));
    });

    it('a guest of the team is not offered as an advisor, nor added by a forged card', async () => {
      await open({ bound: false });
      const { supervisor, guest } = scene;
      await scene.town.teams.team(scene.town.town.team.id).addMember(guest.id);
      await command(supervisor, pohjoinen, 'kanavat');
      await supervisor.press(newestFor(supervisor, pohjoinen), 'bind', { target: pohjoinen });
      assert.doesNotMatch(JSON.stringify(newestFor(supervisor, pohjoinen).card), new RegExp(guest.id));
      const staff = await scene.town.service.desk.staff.onTheLine(pohjoinen);
      assert.ok(!staff.some(({ id }) => id === guest.id));
    });
  });
});
