/** A message in any chat, sent to the line: over signed HTTP. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { RestError } from '@azure/data-tables';
import { afterEach, describe, it } from 'mocha';
import { type Case, textLimits } from '../../../bot/domain/case/case.ts';
import { type RegionId, regionId } from '../../../bot/domain/names.ts';
import type { ActOutcome } from '../../../bot/local/people/acting.ts';
import type { PersonDriver } from '../../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../../bot/local/people/seeing.ts';
import type { MemoryStep } from '../../../bot/store/memory/memory-table.ts';
import { at } from '../../support/cases.ts';
import type { LineWish } from '../../support/line.ts';
import { cardWords, openScene, type Scene } from '../../support/scene.ts';
import { wordsIn } from '../../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const usual = { topic: 'guidance', urgency: 'today', care: 'none' };
type Json = Record<string, unknown>;

describe('a message sent to the line', () => {
  let scene: Scene;
  let advisor: PersonDriver;
  let channel: string;
  const open = async (wish: LineWish = {}) => {
    scene = await openScene(wish);
    advisor = scene.advisor(pohjoinen);
    channel = scene.town.town.channelOf(regionId('keskinen'));
  };
  afterEach(() => scene.town.stop());

  const write = (words: string, by = advisor) => by.sayInChannel(channel, words);
  const dialogWords = (person = advisor) => wordsIn(person.dialog?.card);
  const casesOf = (person: PersonDriver) => scene.town.service.desk.casework.askedBy(person.person as never);
  const only = async (person = advisor): Promise<Case> => {
    const [one, ...more] = await casesOf(person);
    assert.ok(one && more.length === 0, 'not one case');
    return one;
  };
  const opened = async (message: SeenMessage, by = advisor) => {
    const outcome = await by.sendToLine(message);
    assert.equal(outcome.saw, 'dialog', JSON.stringify(outcome));
  };
  const text = (outcome: ActOutcome) => {
    assert.equal(outcome.saw, 'text', JSON.stringify(outcome));
    return outcome.saw === 'text' ? outcome.text : '';
  };
  const invokes = (name: string) => ({ match: ({ name: one }: Json) => one === name });
  const seesInRegion = (region: RegionId, words: RegExp) => scene.regionSays(region, words);

  it('fills the form in, goes to the region, and its live card comes to the asker’s own chat', async () => {
    await open();
    await opened(await write('Iisalmessa asuva rouva tarvitsee ateriat kahdeksi viikoksi'));
    assert.equal(advisor.dialog?.title, 'Lähetä viranomaislinjalle');
    assert.match(dialogWords(), /Menee alueelle: Pohjoinen alue/);
    assert.match(dialogWords(), /Iisalmessa asuva rouva/);
    assert.equal((await casesOf(advisor)).length, 0);
    const sent = text(await advisor.submitDialog(usual, 'ask'));
    const { id, asker } = await only();
    assert.match(sent, new RegExp(`${id.slice(0, 3)}-${id.slice(3)} on lähetetty`));
    assert.equal(asker.id, advisor.id);
    await seesInRegion(pohjoinen, /rouva tarvitsee ateriat/);
    await scene.chatSays(advisor, /rouva tarvitsee ateriat/);
    assert.equal(advisor.dialog, undefined);
  });

  it('is masked before it is kept, and the dialog shows what was kept', async () => {
    await open();
    await opened(await write('Iisalmelainen 131052-308T, tytär 044 123 4567, tarvitsee ateriat'));
    const words = dialogWords();
    assert.doesNotMatch(words, /131052|308T|044 123/);
    assert.match(words, /Peitimme tekstistä: henkilötunnus\. Alkuperäisessä viestissä se on yhä näkyvissä/);
    await advisor.submitDialog(usual, 'ask');
    const one = await only();
    assert.doesNotMatch(JSON.stringify(one), /131052|044 123/);
    assert.equal(one.hasDetails, true, 'the number is sealed for the advisors');
    assert.doesNotMatch(JSON.stringify(scene.town.log), /ateriat|tytär|131052/);
  });

  it('is one case, however often Teams delivers the choice and the sending', async () => {
    await open();
    const { faults } = scene.town.teams;
    for (const name of ['composeExtension/fetchTask', 'composeExtension/submitAction'])
      faults.addToDeliveries({ kind: 'double', ...invokes(name) });
    await opened(await write('Iisalmessa asuva tarvitsee ateriat'));
    assert.match(text(await advisor.submitDialog(usual, 'ask')), /on lähetetty/);
    await only();
    await seesInRegion(pohjoinen, /tarvitsee ateriat/);
    assert.equal(scene.town.threads(pohjoinen).length, 1);
  });

  it('reminds nobody of a dialog that was not sent, and forgets it by the next day', async () => {
    await open();
    await opened(await write('Iisalmessa asuva tarvitsee ateriat'));
    const before = advisor.chat().length;
    await scene.town.round(at('14:00'));
    await scene.town.round(at('12:00', 1));
    assert.equal(advisor.chat().length, before);
    assert.match(text(await advisor.submitDialog(usual, 'ask')), /ei löydy/);
    assert.equal((await casesOf(advisor)).length, 0);
  });

  it('can be given up, and asks for nothing then', async () => {
    await open();
    await opened(await write('Iisalmessa asuva tarvitsee ateriat'));
    assert.match(text(await advisor.submitDialog({}, 'discard')), /ei lähetetty/);
    assert.equal((await casesOf(advisor)).length, 0);
  });

  describe('an everyday no comes back with all that was typed', () => {
    it('for a client whose own team answers, who can be asked for all the same', async () => {
      await open();
      await opened(await write('Iisalmessa asuvan lääkkeet ovat sekaisin'));
      const typed = {
        topic: 'guidance',
        care: 'home-care',
        callback: '040 7654321',
        question: 'Lääkkeet sekaisin',
      };
      assert.equal((await advisor.submitDialog(typed, 'ask')).saw, 'dialog');
      assert.match(dialogWords(), /Asiakkaan hoitava sairaanhoitaja tai kotihoidon tiimi/);
      for (const kept of ['Lääkkeet sekaisin', '040 7654321', 'home-care'])
        assert.match(dialogWords(), new RegExp(kept));
      assert.equal((await casesOf(advisor)).length, 0);
      assert.match(text(await advisor.submitDialog({}, 'sendAnyway')), /on lähetetty/);
      assert.equal((await only()).misdirected, true);
    });

    it('for a crisis place out of hours, with whom to call', async () => {
      await open({ now: at('18:30') });
      await opened(await write('Iisalmessa asuva tarvitsee kriisipaikan täksi yöksi'));
      await advisor.submitDialog({ topic: 'crisis-place' }, 'ask');
      assert.match(dialogWords(), /Sosiaali- ja kriisipäivystys/);
      assert.match(dialogWords(), /Kysymystä ei laitettu jonoon/);
      assert.match(dialogWords(), /täksi yöksi/);
      assert.equal((await casesOf(advisor)).length, 0);
    });

    it('for a place that is missing, the client not checking it', async () => {
      await open();
      await opened(await write('Asiakas tarvitsee ateriat'));
      assert.match(dialogWords(), /Valitse paikka: se ratkaisee, kuka vastaa/);
      assert.equal((await advisor.submitDialog({ topic: 'guidance' }, 'ask')).saw, 'blocked');
      const loose = await advisor.submitDialog({ topic: 'guidance', place: 'iisalmi' }, 'ask');
      assert.match(text(loose), /on lähetetty/);
    });

    it('for a text that grew too long', async () => {
      await open();
      await opened(await write('Iisalmessa asuva tarvitsee ateriat'));
      // a client that lets one type on
      scene.town.teams.faults.addToDeliveries({
        kind: 'double',
        match: (activity) => {
          const { data } = (activity['value'] ?? {}) as { data?: Json };
          if (data?.['verb'] === 'ask') data['question'] = 'pitkä '.repeat(400);
          return false;
        },
      });
      assert.equal((await advisor.submitDialog(usual, 'ask')).saw, 'dialog');
      assert.match(dialogWords(), /Teksti on liian pitkä/);
      assert.equal((await casesOf(advisor)).length, 0);
    });
  });

  it('gives what was typed back when the line itself breaks, and one press tries again', async () => {
    const state = { away: false };
    const step: MemoryStep = async (_, next) => {
      if (state.away) throw new RestError('connect ECONNREFUSED', { code: 'ECONNREFUSED' });
      return next();
    };
    await open({ faults: { step } });
    await opened(await write('Iisalmessa asuva tarvitsee ateriat'));
    state.away = true;
    const typed = { ...usual, question: 'Iisalmessa asuva tarvitsee ateriat heti' };
    assert.equal((await advisor.submitDialog(typed, 'ask')).saw, 'dialog');
    assert.match(dialogWords(), /meni vikaan[\s\S]*tarvitsee ateriat heti/);
    state.away = false;
    assert.match(text(await advisor.submitDialog()), /on lähetetty/);
    assert.match((await only()).question, /heti/);
  });

  describe('what can’t be sent is told in plain words', () => {
    it('a card or a file alone', async () => {
      await open();
      const attachments = [{ contentType: 'image/png', name: 'kuva.png' }];
      assert.match(
        text(await advisor.sendToLine(await advisor.sayInChannel(channel, '', { attachments }))),
        /ei ole tekstiä/,
      );
    });

    it('a message longer than a question may be', async () => {
      await open();
      const long = 'pitkä '.repeat(textLimits.question / 5);
      const told = text(await advisor.sendToLine(await write(long)));
      assert.match(told, new RegExp(`${long.trim().length} merkkiä, enintään ${textLimits.question}`));
    });

    it('in the language of their Teams', async () => {
      await open();
      advisor.speak('sv-SE');
      const attachments = [{ contentType: 'image/png', name: 'kuva.png' }];
      const message = await advisor.sayInChannel(channel, '', { attachments });
      assert.match(text(await advisor.sendToLine(message)), /har ingen text/);
      await opened(await write('Iisalmessa asuva tarvitsee ateriat'));
      assert.equal(advisor.dialog?.title, 'Skicka till myndighetslinjen');
    });

    it('a command that is not the line’s', async () => {
      await open();
      scene.town.teams.faults.addToDeliveries({
        kind: 'double',
        match: ({ value }) => {
          if (value) (value as Json)['commandId'] = 'somethingElse';
          return false;
        },
      });
      assert.match(text(await advisor.sendToLine(await write('Hei'))), /en enää tunne/);
    });
  });

  describe('the asker’s own chat', () => {
    const newcomer = async (hasBot: boolean) => {
      const person = scene.town.teams.addPerson({
        id: randomUUID(),
        name: 'Uusi Ulla',
        locale: 'fi-FI',
        hasBot,
      });
      await scene.town.teams.team(scene.town.town.team.id).addMember(person.id);
      return person;
    };

    it('is opened when there is none yet', async () => {
      await open();
      const ulla = await newcomer(false);
      await opened(await write('Iisalmessa asuva tarvitsee ateriat', ulla), ulla);
      assert.match(text(await ulla.submitDialog(usual, 'ask')), /on lähetetty/);
      await scene.sees(
        () =>
          ulla
            .chat()
            .map(({ card }) => wordsIn(card))
            .join(),
        /tarvitsee ateriat/,
      );
    });

    it('must be possible: else the app is to be added first, and nothing is kept', async () => {
      await open();
      const ulla = await newcomer(true);
      await ulla.uninstall();
      const told = text(await ulla.sendToLine(await write('Iisalmessa asuva tarvitsee ateriat', ulla)));
      assert.match(told, /Lisää sovellus ensin/);
      assert.equal((await casesOf(ulla)).length, 0);
    });

    it('is never taken for a chat of two people in which the message stands', async () => {
      await open();
      const ulla = await newcomer(true);
      scene.town.teams.faults.addToDeliveries({
        kind: 'double',
        match: (activity) => {
          if (String(activity['name']).startsWith('composeExtension/'))
            activity['conversation'] = {
              conversationType: 'personal',
              id: '19:one_other@unq.gbl.spaces',
              tenantId: scene.town.teams.tenantId,
            };
          return false;
        },
      });
      await opened(await write('Iisalmessa asuva tarvitsee ateriat', ulla), ulla);
      assert.match(text(await ulla.submitDialog(usual, 'ask')), /on lähetetty/);
      const kept = await scene.town.service.desk.staff.find(ulla.id as never);
      assert.equal(kept?.chat?.conversation, ulla.chatId);
      await scene.chatSays(ulla, /tarvitsee ateriat/);
    });

    it('follows the case as if it had been asked there', async () => {
      await open();
      const { niina } = scene;
      await niina.say('moi');
      const first = await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await opened(first, niina);
      await niina.submitDialog(usual, 'ask');
      await seesInRegion(pohjoinen, /tarvitsee ateriat/);
      await advisor.press(scene.town.advisorsCard(pohjoinen), 'claim');
      await scene.sees(
        () =>
          niina
            .chat()
            .map(({ card }) => wordsIn(card))
            .join(),
        /hoitaa asiaasi/,
      );
    });
  });

  describe('who may', () => {
    it('is no guest: they are told of their own door', async () => {
      await open();
      const { guest } = scene;
      await scene.town.teams.team(scene.town.town.team.id).addMember(guest.id);
      const told = text(await guest.sendToLine(await guest.sayInChannel(channel, 'My mother needs help')));
      assert.match(told, /only.*own employees/i);
      assert.equal(guest.dialog, undefined);
    });

    it('is only who opened the dialog: another’s draft is not theirs to send', async () => {
      await open();
      const { niina } = scene;
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const draftId = /"draftId":"(\w+)"/.exec(JSON.stringify(niina.lastCard().card))?.[1];
      await opened(await write('Kaavilla asuva tarvitsee turvapuhelimen'));
      scene.town.teams.faults.addToDeliveries({
        kind: 'double',
        match: ({ value }) => {
          const { data } = (value ?? {}) as { data?: Json };
          if (data) data['draftId'] = draftId;
          return false;
        },
      });
      assert.match(text(await advisor.submitDialog(usual, 'ask')), /Vain kysyjä itse/);
      assert.match(cardWords(niina), /Ei vielä lähetetty/);
    });
  });
});
