/** One live card for the asker: it follows the case, stands where the talk is, and takes everything that can be done. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { inMinutes } from '../support/line.ts';
import { cardsWith, cardWords, linesTo, openScene, type Scene } from '../support/scene.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const keskinen = regionId('keskinen');

describe('One live card', () => {
  let scene: Scene;
  let niina: PersonDriver;
  let advisor: PersonDriver;
  const advisorsCard = () => scene.town.advisorsCard(pohjoinen);
  const casesOf = (person: PersonDriver) => scene.town.service.desk.casework.askedBy(person.person as never);
  const claim = async () => {
    await advisor.press(advisorsCard(), 'claim');
    return scene.regionSays(pohjoinen, new RegExp(`${advisor.person.name} hoitaa`));
  };
  const toasts = (person: PersonDriver) => person.toasts.map(({ text }) => text).join('\n');
  const askAnother = async () => {
    await scene.askAgain(niina, 'Toinen asia', { place: 'kaavi' });
    // a card that is drawn only after the next words moves down below them
    await scene.town.shown();
  };
  const inDialog = async (
    person: PersonDriver,
    message: Parameters<PersonDriver['press']>[0],
    button: string,
    inputs: Parameters<PersonDriver['submitDialog']>[0],
  ) => {
    await person.press(message, button);
    assert.ok(person.dialog, `${button} opens a dialog`);
    return person.submitDialog(inputs);
  };

  beforeEach(async () => {
    scene = await openScene();
    niina = scene.niina;
    advisor = scene.advisor(pohjoinen);
    await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
    await scene.chatSays(niina, /odottaa ohjaajaa/);
    await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
  });
  afterEach(() => scene.town.stop());

  describe('what is written in the chat', () => {
    it('goes to the one open case; the card moves below it and the old one shrinks to a line', async () => {
      const before = niina.lastCard();
      await niina.say('Hän on 82-vuotias');
      await scene.regionSays(pohjoinen, /82-vuotias/);
      await scene.chatSays(niina, /82-vuotias/);
      assert.notEqual(niina.lastCard().id, before.id);
      const old = niina.chat().find(({ id }) => id === before.id);
      await scene.sees(
        () => wordsIn(niina.chat().find(({ id }) => id === before.id)?.card),
        /Uusin kortti on alempana/,
      );
      assert.ok(old);
      assert.equal((await casesOf(niina)).length, 1);
      assert.equal(scene.town.threads(pohjoinen).length, 1);
    });

    it('when it is only thanks, is answered here and rings nobody; as an answer to a question back it goes on', async () => {
      await claim();
      await inDialog(advisor, advisorsCard(), 'answer', { text: 'Kyllä voi.' });
      await scene.regionSays(pohjoinen, /Vastattu/);
      await niina.say('Kiitos paljon!');
      assert.match(linesTo(niina).at(-1) ?? '', /Ole hyvä/);
      assert.equal((await casesOf(niina))[0]?.status, 'answered');
      await inDialog(advisor, advisorsCard(), 'askBack', { text: 'Otetaanko heti?' });
      await scene.regionSays(pohjoinen, /Otetaanko heti/);
      await niina.say('ok kiitos');
      await scene.regionSays(pohjoinen, /ok kiitos/);
    });

    it('by somebody who had blocked the bot brings their card back, without anybody’s press', async () => {
      await claim();
      niina.block();
      await inDialog(advisor, advisorsCard(), 'answer', { text: 'Kyllä voi.' });
      await scene.regionSays(pohjoinen, /Soita hänelle/);
      niina.unblock();
      await niina.say('Saitteko tämän?');
      await scene.chatSays(niina, /Kyllä voi[\s\S]*Saitteko tämän/);
    });

    it('delivered twice is said once', async () => {
      scene.town.teams.faults.addToDeliveries({ kind: 'double', match: ({ type }) => type === 'message' });
      await niina.say('Hän on 82-vuotias');
      const [asked] = await casesOf(niina);
      assert.equal(asked?.saidCount, 2);
    });

    it('answers what the advisor asked back', async () => {
      await claim();
      await inDialog(advisor, advisorsCard(), 'askBack', { text: 'Onko hänellä turvapuhelin?' });
      await scene.chatSays(niina, /kysyy sinulta lisää[\s\S]*Onko hänellä turvapuhelin/);
      await scene.sees(() => toasts(niina), /tarvitsee lisätietoja/);
      await niina.say('Ei ole vielä');
      await scene.regionSays(pohjoinen, /Ei ole vielä/);
      await scene.chatSays(niina, /hoitaa asiaasi/);
      await scene.sees(() => toasts(advisor), /Kysyjä kertoi lisää kysymyksessä/);
    });

    it('can be a new question all the same, by the card’s own button', async () => {
      await niina.press(niina.lastCard(), 'Uusi kysymys');
      assert.match(cardWords(niina), /Ei vielä lähetetty/);
      await niina.press(niina.lastCard(), 'ask', {
        question: 'Toinen asia',
        place: 'kaavi',
        topic: 'guidance',
      });
      await scene.regionSays(keskinen, /Toinen asia/);
      assert.equal((await casesOf(niina)).length, 2);
    });

    it('with several open cases is asked about once, and goes where it is told', async () => {
      await askAnother();
      scene.town.teams.faults.addToDeliveries({ kind: 'double', match: ({ type }) => type === 'message' });
      await niina.say('Hänellä on koira');
      const pick = niina.lastCard();
      assert.match(cardWords(niina), /Mihin tämä kuuluu/);
      assert.equal(cardsWith(niina, /Mihin tämä kuuluu/).length, 1);
      const first = (await casesOf(niina)).find(({ place }) => place === 'kaavi');
      const here = { where: (data: { caseId?: unknown }) => data.caseId === first?.id };
      await niina.press(pick, 'reply', {}, here);
      await scene.regionSays(keskinen, /Hänellä on koira/);
      await scene.chatSays(niina, /Toinen asia[\s\S]*koira|koira[\s\S]*Toinen asia/);
      assert.doesNotMatch(wordsIn(advisorsCard().card), /koira/);
      // pressed again: nothing is doubled
      await niina.press(pick, 'reply', {}, here);
      assert.equal((await casesOf(niina)).find(({ id }) => id === first?.id)?.saidCount, 2);
      await scene.town.round(inMinutes(scene.town.clock.now(), 40));
      assert.equal(linesTo(niina).filter((line) => /ei ole vielä lähetetty/.test(line)).length, 0);
    });

    it('with several open cases becomes a question of its own when told so', async () => {
      await askAnother();
      await niina.say('Entä Kiuruvedellä asuva rouva?');
      await niina.press(niina.lastCard(), 'newQuestion');
      assert.match(cardWords(niina), /Entä Kiuruvedellä asuva rouva/);
      const outcome = await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      assert.equal(outcome.saw, 'card', JSON.stringify(outcome));
      await scene.sees(() => wordsIn(scene.town.threads(pohjoinen).at(-1)?.root.card), /asuva rouva/);
      assert.equal((await casesOf(niina)).length, 3);
    });
  });

  describe('while nobody has taken it', () => {
    it('is edited in place: advisors see the new words', async () => {
      await inDialog(niina, niina.lastCard(), 'edit', { text: 'Ateriat viikoksi, ei kahdeksi' });
      await scene.regionSays(pohjoinen, /Ateriat viikoksi/);
      await scene.chatSays(
        niina,
        /Ateriat viikoksi[\s\S]*Muokkasit kysymystä|Muokkasit[\s\S]*Ateriat viikoksi/,
      );
      assert.equal(scene.town.threads(pohjoinen).length, 1);
    });

    it('can be taken back; advisors see that nothing is to be done', async () => {
      await niina.press(niina.lastCard(), 'withdraw');
      await scene.regionSays(pohjoinen, /[Pp]eru/);
      await scene.chatSays(niina, /Peruit kysymyksen/);
      const late = await advisor.press(advisorsCard(), 'claim').catch((error: Error) => error.message);
      assert.match(JSON.stringify(late), /No button/);
    });

    it('moves to the right region with its history and clock, and leaves a pointer behind', async () => {
      const [before] = await casesOf(niina);
      scene.town.clock.set(inMinutes(scene.town.clock.now(), 20));
      await niina.say('Hän on 82-vuotias');
      await scene.regionSays(pohjoinen, /82-vuotias/);
      const oldThread = scene.town.threads(pohjoinen).at(-1)?.id;
      await inDialog(niina, await scene.chatSays(niina, /82-vuotias/), 'wrongRegion', { place: 'kaavi' });
      const moved = await scene.regionSays(keskinen, /tarvitsee ateriat/);
      assert.match(wordsIn(moved.card), /82-vuotias/);
      const [after] = await casesOf(niina);
      assert.equal(after?.region, keskinen);
      assert.equal(after?.receivedAt, before?.receivedAt);
      assert.equal(after?.answerBy, before?.answerBy);
      const left = () => wordsIn(scene.town.threads(pohjoinen).find(({ id }) => id === oldThread)?.root.card);
      await scene.sees(left, /Keskinen alue/);
      assert.doesNotMatch(left(), /82-vuotias/);
      await scene.chatSays(niina, /Keskinen alue/);
    });
  });

  it('cannot be edited, moved or taken back once an advisor has it: says who has it, and keeps what was typed', async () => {
    const old = niina.lastCard();
    await niina.press(old, 'edit');
    await claim();
    await niina.submitDialog({ text: 'Toinen teksti' });
    assert.match(wordsIn(niina.dialog?.card), new RegExp(`${advisor.person.name} otti tämän`));
    assert.match(wordsIn(niina.dialog?.card), /Toinen teksti/);
    niina.closeDialog();
    const withdrawn = await niina.press(old, 'withdraw');
    assert.match(JSON.stringify(withdrawn), new RegExp(`${advisor.person.name} otti tämän`));
    const [asked] = await casesOf(niina);
    assert.equal(asked?.question, 'Iisalmessa asuva tarvitsee ateriat');
    assert.equal(asked?.status, 'claimed');
  });

  it('is opened again after closing, and the holder is rung', async () => {
    await claim();
    await inDialog(advisor, advisorsCard(), 'answer', { text: 'Kyllä voi.' });
    await scene.regionSays(pohjoinen, /Vastattu/);
    await advisor.press(advisorsCard(), 'close');
    await scene.chatSays(niina, /Valmis/);
    await niina.say('Entä lauantai?');
    assert.match(cardWords(niina), /Ei vielä lähetetty/);
    await niina.press(niina.lastCard(), 'discard');
    const card = niina.chat().find(({ card: one }) => /Valmis/.test(wordsIn(one)));
    assert.ok(card);
    await inDialog(niina, card, 'reopen', { text: 'Entä lauantai?' });
    await scene.regionSays(pohjoinen, /Entä lauantai/);
    await scene.sees(() => toasts(advisor), /Kysymys \S+ avattiin uudelleen/);
  });

  describe('the list of one’s own questions', () => {
    it('has the newest first; “show” brings the live card down, where it goes on living', async () => {
      scene.town.clock.set(inMinutes(scene.town.clock.now(), 1));
      await askAnother();
      await niina.say('omat kysymykset');
      const list = niina.lastCard();
      assert.match(cardWords(niina), /Omat kysymykset[\s\S]*Kaavi[\s\S]*Iisalmi/);
      const first = (await casesOf(niina)).find(({ place }) => place === 'iisalmi');
      await niina.press(list, 'show', {}, { where: ({ caseId }) => caseId === first?.id });
      await scene.chatSays(niina, /tarvitsee ateriat[\s\S]*Lähetit kysymyksen|Lähetit[\s\S]*tarvitsee/);
      assert.notEqual(niina.lastCard().id, list.id);
      await advisor.press(advisorsCard(), 'claim');
      await scene.chatSays(niina, /hoitaa asiaasi/);
    });

    it('“show” brings the live card down though the case is being shown just then', async () => {
      const { sofia } = scene;
      await sofia.say('Iisalmi: matservice?');
      const slow = scene.town.teams.faults.add({ kind: 'delay', ms: 1000, match: { operation: 'create' } });
      await sofia.press(sofia.lastCard(), 'ask', { topic: 'guidance', place: 'iisalmi' });
      await scene.town.teams.until(() => slow.hits > 0, 'the thread that takes its time');
      await sofia.say('mina frågor');
      const list = sofia.lastCard();
      await sofia.press(list, 'show');
      await scene.town.teams.until(() => sofia.lastCard().id !== list.id, 'the live card below the list');
      await scene.chatSays(sofia, /väntar på/);
    });

    it('says so when there is none', async () => {
      await scene.sofia.say('mina frågor');
      assert.match(cardWords(scene.sofia), /Du har inga frågor/);
      await scene.emily.say('my questions');
      assert.match(cardWords(scene.emily), /no questions/);
    });
  });

  it('tells who blocked the bot as not delivered on the advisors’ card, and sends it when asked again', async () => {
    await claim();
    niina.block();
    await inDialog(advisor, advisorsCard(), 'answer', { text: 'Kyllä voi.' });
    const card = await scene.regionSays(pohjoinen, /Soita hänelle/);
    // the card tells of it a moment before it is kept
    await scene.town.shown();
    niina.unblock();
    await advisor.press(card, 'resend');
    await scene.chatSays(niina, /Kyllä voi/);
  });
});
