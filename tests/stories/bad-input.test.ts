/** Bad input and bad days: those who are not served, what is forged, and what is down. */
import assert from 'node:assert/strict';
import { RestError } from '@azure/data-tables';
import { afterEach, describe, it } from 'mocha';
import { regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { guid } from '../../bot/local/service/world.ts';
import type { MemoryStep } from '../../bot/store/memory/memory-table.ts';
import { inMinutes, type LineWish } from '../support/line.ts';
import { cardWords, linesTo, openScene, type Scene } from '../support/scene.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
type Json = Record<string, unknown>;

/** The card with the data of its buttons changed, as somebody could who writes to Teams by hand. */
function forged(message: SeenMessage, change: (data: Json) => Json): SeenMessage {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
    const isButton = String(copy['type']).startsWith('Action.') && typeof copy['data'] === 'object';
    return isButton ? { ...copy, data: change(copy['data'] as Json) } : copy;
  };
  return { ...message, card: walk(message.card) as NonNullable<SeenMessage['card']> };
}

/** Storage that can go away and come back. */
function fickleStorage() {
  const state = { away: false };
  const step: MemoryStep = async (_, next) => {
    if (state.away) throw new RestError('connect ECONNREFUSED', { code: 'ECONNREFUSED' });
    return next();
  };
  return { state, faults: { step } };
}

describe('Bad input and bad days', () => {
  let scene: Scene;
  let niina: PersonDriver;
  const open = async (wish: LineWish = {}) => {
    scene = await openScene(wish);
    niina = scene.niina;
  };
  afterEach(() => scene.town.stop());
  const casesOf = (person: PersonDriver) => scene.town.service.desk.casework.askedBy(person.person as never);
  /** Changes what Teams delivers, on its way. */
  const disguise = (change: (activity: Json) => void) =>
    scene.town.teams.faults.addToDeliveries({
      kind: 'double',
      match: (activity) => {
        change(activity);
        return false;
      },
    });
  const turnedAway = () =>
    scene.town.log.filter(({ event }) => event === 'turned away').map(({ facts }) => facts.kind);

  describe('who is not served', () => {
    it('a guest is told politely where to go, in their language, and leaves no trace but the fact', async () => {
      await open();
      const { guest } = scene;
      await guest.say('My mother in Iisalmi needs help');
      assert.match(linesTo(guest).join('\n'), /only.*own employees/i);
      assert.match(linesTo(guest).join('\n'), /Ikäkeskus/);
      assert.ok(turnedAway().includes('guest'));
      assert.doesNotMatch(JSON.stringify(scene.town.log), /Gunnar|mother|Iisalmi/);
      assert.ok(!JSON.stringify(scene.town.log).includes(guest.id));
      assert.equal(guest.chat().filter(({ from, card }) => from === 'bot' && card).length, 0);
      assert.equal(await scene.town.service.desk.staff.find(guest.id as never), undefined);
    });

    it('somebody of another tenant is told the same', async () => {
      await open();
      disguise(({ channelData, conversation }) => {
        for (const each of [(channelData as Json)['tenant'], conversation] as Json[])
          each['id' in each && !('conversationType' in each) ? 'id' : 'tenantId'] =
            'ffffffff-0000-4000-8000-000000000000';
      });
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      assert.ok(turnedAway().includes('other-tenant'));
      assert.match(linesTo(niina).join('\n'), /vain hyvinvointialueen omia työntekijöitä/);
    });

    it('a bot is not answered at all: two bots would never stop', async () => {
      await open();
      await niina.say('valikko');
      const before = niina.chat().length;
      disguise((activity) => {
        activity['from'] = { ...(activity['from'] as Json), id: '28:another-bot' };
      });
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      assert.ok(turnedAway().includes('bot'));
      assert.equal(niina.chat().length, before + 1);
    });

    it('who can’t be told from a guest is asked to try again, and is served when the roster answers', async () => {
      await open();
      const newcomer = scene.town.teams.addPerson({
        id: guid('person', 'Uuno Uusi'),
        name: 'Uuno Uusi',
        locale: 'fi-FI',
        hasBot: false,
      });
      scene.town.teams.faults.add({ match: { operation: 'member' }, status: 503, times: 99 });
      await newcomer.say('Iisalmessa asuva tarvitsee ateriat');
      assert.match(linesTo(newcomer).join('\n'), /En saanut varmistettua/);
      assert.ok(turnedAway().includes('in-doubt'));
      scene.town.teams.faults.clear();
      await newcomer.say('Iisalmessa asuva tarvitsee ateriat');
      assert.match(cardWords(newcomer), /Ei vielä lähetetty/);
    });
  });

  describe('a card with forged data', () => {
    const says = (outcome: unknown) => JSON.stringify(outcome);

    it('of another’s case does nothing to it, whatever the button', async () => {
      await open();
      await scene.ask(scene.sofia, 'Mat behövs', { place: 'iisalmi' });
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      const [hers] = await casesOf(scene.sofia);
      const card = forged(niina.lastCard(), (data) => ({ ...data, caseId: hers?.id, version: 1 }));
      for (const button of ['withdraw', 'edit', 'wrongRegion', 'reply']) {
        assert.match(says(await niina.press(card, button)), /Vain kysyjä itse voi tehdä tämän/, button);
        assert.equal(niina.dialog, undefined);
      }
      assert.deepEqual((await casesOf(scene.sofia))[0]?.version, hers?.version);
    });

    it('of another’s unsent card neither sends nor shows nor discards it', async () => {
      await open();
      await scene.sofia.say('Iisalmi: hemlig fråga');
      const ofHers = /"draftId":"([^"]+)"/.exec(JSON.stringify(scene.sofia.lastCard().card))?.[1];
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const card = forged(niina.lastCard(), (data) => ({ ...data, draftId: ofHers }));
      for (const button of ['ask', 'discard']) {
        const outcome = says(await niina.press(card, button, button === 'ask' ? { topic: 'guidance' } : {}));
        assert.match(outcome, /Vain kysyjä itse/);
        assert.doesNotMatch(outcome, /hemlig/);
      }
      await scene.sofia.press(scene.sofia.lastCard(), 'ask', { topic: 'guidance' });
      await scene.regionSays(pohjoinen, /hemlig fråga/);
    });

    it('by somebody without a role claims nothing, and says whom to ask', async () => {
      await open();
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      const card = JSON.parse(JSON.stringify(niina.lastCard()).replaceAll('"withdraw"', '"claim"'));
      const outcome = says(await niina.press(card, 'claim'));
      assert.match(outcome, /kuuluu asiakasohjaajille.*Elina Esimies/);
      assert.equal((await casesOf(niina))[0]?.status, 'waiting');
    });

    for (const [what, change] of [
      ['a made-up id', (data: Json) => ({ ...data, caseId: 'AAAAAAA' })],
      ['a number for an id', (data: Json) => ({ ...data, caseId: 5 })],
      ['an object for an id', (data: Json) => ({ ...data, caseId: { $ne: 1 } })],
      ['a text for a version', (data: Json) => ({ ...data, version: 'uusin' })],
      ['a huge id', (data: Json) => ({ ...data, caseId: 'A'.repeat(50_000) })],
      ['an id that would leave its row', (data: Json) => ({ ...data, caseId: "7KQ|4MX' or 1" })],
      ['nothing at all', () => ({})],
    ] as const) {
      it(`with ${what} is answered in words and changes nothing`, async () => {
        await open();
        await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
        const card = forged(niina.lastCard(), change);
        for (const button of ['withdraw', 'Muokkaa', 'Väärä alue']) {
          const outcome = await niina.press(card, button);
          assert.ok(['text', 'dialog', 'sent'].includes(outcome.saw), `${button}: ${says(outcome)}`);
          assert.doesNotMatch(says(outcome), /meni vikaan/);
          niina.closeDialog();
        }
        assert.equal((await casesOf(niina))[0]?.status, 'waiting');
        assert.equal(scene.town.log.filter(({ level }) => level === 'error').length, 0);
      });
    }

    for (const [what, person] of [
      ['nobody', ''],
      ['what can be no key', 'a/b#c'],
      ['far too much', 'x'.repeat(5000)],
      ['somebody nobody knows', 'ffffffff-0000-4000-8000-00000000000f'],
    ] as const) {
      it(`that hands a case to ${what} is an everyday no`, async () => {
        await open();
        await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
        const advisor = scene.advisor(pohjoinen);
        await advisor.press(await scene.regionSays(pohjoinen, /tarvitsee ateriat/), 'claim');
        await scene.town.shown();
        disguise(({ name, value }) => {
          if (name === 'task/submit') ((value as Json)['data'] as Json)['person'] = person;
        });
        const other = scene.advisor(pohjoinen, 1).id;
        await advisor.press(scene.town.advisorsCard(pohjoinen), 'handOver');
        assert.match(says(await advisor.submitDialog({ person: other })), /Valitse henkilö/);
        assert.ok(advisor.dialog, 'the dialog comes back, to be mended');
        await advisor.install();
        await advisor.say('omat asiat');
        await advisor.press(advisor.lastCard(), 'handOverAll');
        assert.match(says(await advisor.submitDialog({ person: other })), /Valitse henkilö/);
        assert.equal((await casesOf(niina))[0]?.status, 'claimed');
        assert.equal(scene.town.log.filter(({ level }) => level === 'error').length, 0);
      });
    }

    it('with a verb of nobody’s is answered in words', async () => {
      await open();
      await niina.say('valikko');
      const card = JSON.parse(
        JSON.stringify(niina.lastCard()).replaceAll('"verb":"menu"', '"verb":"__proto__"'),
      );
      assert.match(says(await niina.press(card, 'Ohje')), /Tätä painiketta en enää tunne/);
    });

    it('that carries far more text than its box takes is told how much fits; the card can still be used', async () => {
      await open();
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const card = JSON.parse(JSON.stringify(niina.lastCard()).replaceAll(/"maxLength":\d+,?/g, ''));
      const outcome = await niina.press(card, 'ask', { topic: 'guidance', question: 'ä'.repeat(60_000) });
      assert.match(says(outcome).slice(0, 3000), /60000 merkkiä, enintään 2000/);
      assert.equal(scene.town.threads(pohjoinen).length, 0);
      await niina.press(card, 'ask', { topic: 'guidance', question: 'Lyhyempi' });
      await scene.regionSays(pohjoinen, /Lyhyempi/);
    });

    it('of a choice the county does not have is asked again', async () => {
      await open();
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const odd = JSON.parse(
        JSON.stringify(niina.lastCard()).replaceAll('"value":"iisalmi"', '"value":"tampere"'),
      );
      const outcome = await niina.press(odd, 'ask', { topic: 'guidance', place: 'tampere' });
      assert.match(says(outcome), /ei kuulu mihinkään alueeseen/);
      assert.equal(scene.town.threads(pohjoinen).length, 0);
    });
  });

  describe('an old card', () => {
    it('still works where nothing it relies on has changed', async () => {
      await open();
      const old = await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      await niina.say('Hän on 82-vuotias');
      await scene.regionSays(pohjoinen, /82-vuotias/);
      await niina.press(old, 'withdraw');
      assert.equal((await casesOf(niina))[0]?.status, 'withdrawn');
    });

    it('of an advisor does not pass by what the asker has added: what was typed comes back with it', async () => {
      await open();
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      const advisor = scene.advisor(pohjoinen);
      await advisor.press(await scene.regionSays(pohjoinen, /ateriat/), 'claim');
      await advisor.press(await scene.regionSays(pohjoinen, /hoitaa/), 'answer');
      await niina.say('Ei sittenkään lauantaina');
      await advisor.submitDialog({ text: 'Kyllä, myös lauantaina.' });
      assert.match(wordsIn(advisor.dialog?.card), /Kysyjä ehti lisätä[\s\S]*Ei sittenkään lauantaina/);
      assert.match(wordsIn(advisor.dialog?.card), /Kyllä, myös lauantaina/);
      await advisor.submitDialog({ text: 'Selvä, ei lauantaina.' });
      await scene.chatSays(niina, /Selvä, ei lauantaina/);
    });
  });

  describe('when storage is away', () => {
    it('the asker is told to try again or phone, and nothing is half-kept', async () => {
      const { state, faults } = fickleStorage();
      await open({ faults });
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const card = niina.lastCard();
      state.away = true;
      const outcome = await niina.press(card, 'ask', { topic: 'guidance' });
      assert.match(
        JSON.stringify(outcome),
        /Nyt jokin meni vikaan meillä\. Kokeile hetken päästä uudelleen.* tai soita/,
      );
      await niina.say('Kiuruvedellä asuva');
      assert.match(linesTo(niina).at(-1) ?? '', /meni vikaan/);
      await scene.sofia.say('Idensalmi');
      assert.match(linesTo(scene.sofia).at(-1) ?? '', /gick fel/);
      await scene.town.round();
      state.away = false;
      await scene.town.round();
      assert.equal(scene.town.threads(pohjoinen).length, 0);
      assert.equal((await casesOf(niina)).length, 0);
      await niina.press(card, 'ask', { topic: 'guidance' });
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      assert.equal((await casesOf(niina)).length, 1);
    });

    it('an advisor hears it too: at a press, in a dialog whose text stays, and in a thread', async () => {
      const { state, faults } = fickleStorage();
      await open({ faults });
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      const advisor = scene.advisor(pohjoinen);
      await advisor.press(await scene.regionSays(pohjoinen, /ateriat/), 'claim');
      const card = await scene.regionSays(pohjoinen, /hoitaa/);
      await advisor.press(card, 'answer');
      state.away = true;
      const sent = await advisor.submitDialog({ text: 'Kyllä voi.' });
      assert.match(JSON.stringify(sent), /meni vikaan/);
      assert.match(wordsIn(advisor.dialog?.card), /Kirjoitit[\s\S]*Kyllä voi\./);
      assert.match(JSON.stringify(await advisor.press(card, 'release')), /meni vikaan/);
      await advisor.replyInThread(card, 'Kyllä voi', { mentionBot: true });
      const last = scene.town.threads(pohjoinen).at(-1)?.messages.at(-1);
      assert.match(last?.text ?? '', /meni vikaan/);
      state.away = false;
      assert.equal((await casesOf(niina))[0]?.saidCount, 1);
      await advisor.submitDialog();
      await scene.chatSays(niina, /Kyllä voi\./);
    });

    it('the log names what broke and whose words they were not', async () => {
      const { state, faults } = fickleStorage();
      await open({ faults });
      state.away = true;
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const broken = scene.town.log.filter(({ event }) => event === 'turn broke');
      assert.equal(broken.length, 1);
      assert.doesNotMatch(JSON.stringify(broken), /Iisalmessa|Niina/);
      state.away = false;
    });
  });

  describe('when Teams is slow or away', () => {
    it('a question that could not be shown is kept, and shown by a later round, once', async () => {
      await open();
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const faults = scene.town.teams.faults.add({
        match: { operation: 'create' },
        status: 429,
        retryAfter: 60,
        times: 99,
      });
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      await scene.chatSays(niina, /odottaa ohjaajaa/);
      await scene.town.teams.until(() => faults.hits > 0, 'a throttled call');
      assert.equal(scene.town.threads(pohjoinen).length, 0);
      faults.remove();
      await scene.town.round(inMinutes(scene.town.clock.now(), 3));
      await scene.town.round(inMinutes(scene.town.clock.now(), 3));
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      assert.equal(scene.town.threads(pohjoinen).length, 1);
    });

    it('an answer that could not reach the chat reaches it later, and rings once', async () => {
      await open();
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      const advisor = scene.advisor(pohjoinen);
      await advisor.press(await scene.regionSays(pohjoinen, /ateriat/), 'claim');
      await advisor.press(await scene.regionSays(pohjoinen, /hoitaa/), 'answer');
      const inChat = scene.town.teams.faults.add({
        match: ({ conversation }) => conversation === niina.chatId,
        status: 429,
        retryAfter: 60,
        times: 99,
      });
      await advisor.submitDialog({ text: 'Kyllä voi.' });
      await scene.regionSays(pohjoinen, /Vastattu/);
      assert.doesNotMatch(cardWords(niina), /Kyllä voi/);
      inChat.remove();
      for (const minutes of [2, 3, 4]) await scene.town.round(inMinutes(scene.town.clock.now(), minutes));
      await scene.chatSays(niina, /Kyllä voi/);
      const rings = () => niina.toasts.filter(({ text }) => /vastasi kysymykseesi/.test(text)).length;
      await scene.town.teams.until(() => rings() > 0, 'a ring');
      assert.equal(rings(), 1);
    });
  });
});
