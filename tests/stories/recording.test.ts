/** Phone calls, e-mails and visits recorded from Teams: who may, what comes back when it is faulty, and what is counted. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { nodesOf } from '../support/card-checks.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const call = { channel: 'phone', place: 'iisalmi', topic: 'guidance', outcomes: 'guidance', role: 'Lääkäri' };

describe('Recording a contact from Teams', () => {
  let town: TestLine;
  let advisor: PersonDriver;

  beforeEach(async () => {
    town = await openTestLine();
    advisor = town.teams.as(town.town.advisors.find(({ region }) => region === pohjoinen)?.id ?? '');
  });
  afterEach(() => town.stop());

  const contacts = async () =>
    (await town.tables.rowsOf('cases')).filter(({ rowKey }) => rowKey.startsWith('contact|')).length;
  const values = (who: PersonDriver) =>
    Object.fromEntries(
      nodesOf(who.dialog?.card).flatMap(({ id, value }) => (id && value ? [[id, value]] : [])),
    );
  const offered = async (words: string, who = advisor) => {
    await who.say(words);
    return who.lastCard();
  };

  for (const [locale, word] of [
    ['sv-SE', 'anteckna'],
    ['en-GB', 'record'],
    ['fi-FI', 'kirjaa'],
  ] as const) {
    it(`is offered on the channel, in words of one’s own: ${word}`, async () => {
      advisor.speak(locale);
      await advisor.sayInChannel(town.town.channelOf(pohjoinen), word, { mentionBot: true });
      const card = await town.teams.until(
        () =>
          town
            .threads(pohjoinen)
            .at(-1)
            ?.replies.findLast((one) => one.card),
        'the card',
      );
      await advisor.press(card, 'record');
      assert.ok(advisor.dialog?.card);
      advisor.closeDialog();
    });
  }

  it('is among what the channel’s help names, and on the cards that advisors have open', async () => {
    await advisor.sayInChannel(town.town.channelOf(pohjoinen), 'mitä osaat', { mentionBot: true });
    await town.teams.until(
      () => town.threads(pohjoinen).some(({ replies }) => replies.some(({ text }) => /kirjaa, /.test(text))),
      'the help',
    );
    for (const words of ['valikko', 'omat asiat']) {
      await advisor.press(await offered(words), 'record');
      assert.ok(advisor.dialog?.card, words);
      advisor.closeDialog();
    }
  });

  it('takes one form, and the next begins with the last choices', async () => {
    const before = await contacts();
    await advisor.press(await offered('kirjaa'), 'record');
    assert.deepEqual(values(advisor), { channel: 'phone', outcomes: 'guidance' });
    const outcome = await advisor.submitDialog(call);
    assert.match(JSON.stringify(outcome), /Kirjattu/);
    assert.equal(await contacts(), before + 1);
    await advisor.press(advisor.lastCard(), 'record');
    assert.deepEqual(values(advisor), call);
    advisor.closeDialog();
  });

  it('comes back with what was typed and what is wrong, and can be mended there', async () => {
    const before = await contacts();
    await advisor.press(await offered('kirjaa'), 'record');
    const wrong = { ...call, channel: 'walk-in', outcomes: 'guidance,grant', role: 'Maija 010145-9003' };
    assert.equal((await advisor.submitDialog(wrong)).saw, 'dialog');
    assert.match(wordsIn(advisor.dialog?.card), /Tarkista kohta: myönnetty palvelu, tehtävä\./);
    assert.deepEqual(values(advisor), wrong);
    assert.equal(await contacts(), before);
    await advisor.submitDialog({ service: 'meals', role: 'Hoitaja' });
    assert.equal(await contacts(), before + 1);
  });

  it('records once when it is sent twice, however it is brought twice', async () => {
    for (const kind of ['double', 'same-twice'] as const) {
      const before = await contacts();
      await advisor.press(await offered('kirjaa'), 'record');
      const order = town.teams.faults.addToDeliveries({ kind, match: () => true });
      await advisor.submitDialog(call);
      order.remove();
      await town.teams.settled();
      assert.ok(order.hits > 0);
      assert.equal(await contacts(), before + 1, kind);
    }
  });

  it('is for those on the line: others are told whom to ask, and nothing is recorded', async () => {
    const before = await contacts();
    const nurse = town.teams.addPerson({ id: randomUUID(), name: 'Niina Nurmi', locale: 'fi-FI' });
    const card = await offered('kirjaa');
    await nurse.say('kirjaa');
    const said = nurse.chat().at(-1)?.text ?? '';
    assert.match(said, new RegExp(`asiakasohjaajille ja esihenkilöille.*${town.town.supervisor.name}`));
    assert.doesNotMatch(JSON.stringify((await offered('valikko', nurse)).card), /"record"/);
    // somebody whose roles were taken away while the form stood open
    await advisor.press(card, 'record');
    const by = { id: town.town.supervisor.id as never, name: '' };
    const record = await town.service.desk.staff.find(advisor.id as never);
    assert.ok(record);
    await town.service.desk.staff.removePerson(by, record);
    const outcome = await advisor.submitDialog(call);
    assert.match(JSON.stringify(outcome), /asiakasohjaajille ja esihenkilöille/);
    assert.equal(await contacts(), before);
  });
});
