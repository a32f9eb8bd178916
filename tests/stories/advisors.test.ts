/** The advisors' side told as stories: who holds a case, what comes of it, and how each change reaches both cards. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { openDialog } from '../../bot/cards/elements/actions.ts';
import { momentAt } from '../../bot/domain/calendar.ts';
import { day, type Moment, personId, type RegionId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import { type AskedCase, ask } from '../support/asked-case.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const at = (time: string, on = '2026-11-23'): Moment => momentAt(day(on), time);

describe('On the advisors’ side', () => {
  let town: TestLine;
  let maija: PersonDriver;
  let other: PersonDriver;
  let elsewhere: PersonDriver;

  beforeEach(async () => {
    town = await openTestLine();
    const [first, second] = town.town.advisors.filter(({ region }) => region === pohjoinen);
    maija = town.teams.as(first?.id ?? '');
    other = town.teams.as(second?.id ?? '');
    elsewhere = town.teams.as(town.town.advisors.find(({ region }) => region === 'keskinen')?.id ?? '');
  });
  afterEach(() => town.stop());

  const claimed = async (words?: string) => {
    const one = await ask(town, words);
    await maija.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    return one;
  };
  const fill = async (who: PersonDriver, one: AskedCase, verb: string, inputs: Inputs) => {
    await who.press(one.card(), verb);
    return who.submitDialog(inputs);
  };
  const textOf = (outcome: object) => JSON.stringify(outcome);
  /** Time passes and upkeep runs; what it set going is shown. */
  const timePasses = async (to: Moment) => {
    await town.round(to);
    await town.round();
  };

  it('gives a case back to the queue, and the region is rung', async () => {
    const one = await claimed();
    await maija.press(one.card(), 'release');
    await one.shows(/Odottaa ottajaa/);
    await one.says(/palasi jonoon/);
    await other.press(one.card(), 'claim');
    await one.shows(new RegExp(`${other.person.name} hoitaa`));
  });

  it('takes over with a reason, by a colleague and from another region, and both cards tell it', async () => {
    const one = await claimed();
    await other.press(one.card(), 'answer');
    assert.equal(other.dialog?.title, 'Ota minulle');
    await other.submitDialog({ reason: 'Maija lähti lounaalle' });
    await one.shows(new RegExp(`${other.person.name} hoitaa`));
    await one.shows(/Maija lähti lounaalle/);
    await one.askerSees(new RegExp(other.person.name));
    // taken over again before the asker was told, they would be told of the newest holder alone
    await town.shown();
    await fill(elsewhere, one, 'takeOver', { reason: 'Alueella ruuhkaa' });
    await one.shows(new RegExp(`${elsewhere.person.name} hoitaa`));
    await one.askerSees(new RegExp(elsewhere.person.name));
    const told = () => one.asker.toasts.filter(({ text }) => /hoitaa nyt kysymystäsi/.test(text)).length;
    await town.teams.until(() => told() >= 2, 'the asker to hear of both');
    assert.equal(told(), 2);
    const lost = (who: PersonDriver) => who.toasts.filter(({ text }) => /nyt uusi hoitaja/.test(text)).length;
    await town.teams.until(() => lost(other) > 0, 'the former holder to hear of it');
    assert.deepEqual([lost(maija), lost(other), lost(elsewhere)], [1, 1, 0], 'only who had it hears of it');
  });

  it('answers by a reply in the thread, through a preview, so that talk stays inside', async () => {
    const one = await claimed();
    await maija.replyInThread(one.card(), 'Muistakaa kollegat kahvihuone', {});
    await maija.replyInThread(one.card(), 'Kyllä, ateriat alkavat huomenna.', { mentionBot: true });
    const preview = await one.replyWith('sendReply');
    assert.doesNotMatch(wordsIn(one.askersCard().card), /alkavat huomenna/);
    await maija.press(preview, 'sendReply');
    await one.askerSees(/ateriat alkavat huomenna/);
    await one.shows(/Vastattu/);
    assert.doesNotMatch(wordsIn(one.askersCard().card), /kahvihuone/);
  });

  it('refuses a stale preview: the asker has spoken since; the typed text stays, and a new look sends it', async () => {
    const one = await claimed();
    await maija.replyInThread(one.card(), 'Ateriat käyvät hänelle.', { mentionBot: true });
    const preview = await one.replyWith('sendReply');
    await one.asker.say('Hän onkin jo sairaalassa.');
    await one.shows(/jo sairaalassa/);
    const refused = await maija.press(preview, 'sendReply', { text: 'Ateriat käyvät hänelle, muokattu.' });
    assert.match(textOf(refused), /jo sairaalassa/);
    assert.match(textOf(refused), /Ateriat käyvät hänelle, muokattu/);
    assert.doesNotMatch(wordsIn(one.askersCard().card), /käyvät hänelle/);
    const again = await one.replyWith('sendReply', maija.id);
    await maija.press(again, 'sendReply');
    await one.askerSees(/Ateriat käyvät hänelle, muokattu/);
  });

  it('refuses a stale dialog and gives the typed text back; sent again, it goes', async () => {
    const one = await claimed();
    await maija.press(one.card(), 'answer');
    await one.asker.say('Asukas muutti eilen.');
    await one.shows(/muutti eilen/);
    const refused = await maija.submitDialog({ text: 'Vastaus johon näin vaivaa' });
    assert.equal(refused.saw, 'dialog');
    assert.match(wordsIn(maija.dialog?.card), /muutti eilen/);
    assert.match(wordsIn(maija.dialog?.card), /Vastaus johon näin vaivaa/);
    await maija.submitDialog();
    await one.askerSees(/Vastaus johon näin vaivaa/);
  });

  it('tells an advisor without a role whom to ask, and gives back what was typed', async () => {
    const one = await ask(town);
    const guest = town.teams.as(town.town.supervisor.id);
    const by = { id: personId(guest.id), name: guest.person.name };
    await maija.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await maija.press(one.card(), 'answer');
    const me = { id: personId(maija.id), name: maija.person.name };
    await town.service.desk.staff.setRoles(by, me, { advisorIn: [], supervisor: false });
    const refused = await maija.submitDialog({ text: 'Vaivalla kirjoitettu vastaus' });
    assert.match(textOf(refused), new RegExp(guest.person.name));
    assert.match(textOf(refused), /Vaivalla kirjoitettu vastaus/);
    assert.doesNotMatch(textOf(refused), new RegExp(one.words), 'the case is no longer theirs to see');
    const pressed = await maija.press(one.card(), 'release');
    assert.match(textOf(pressed), new RegExp(guest.person.name));
    await town.service.desk.staff.setRoles(by, me, { advisorIn: [pohjoinen], supervisor: false });
    await maija.submitDialog();
    await one.askerSees(/Vaivalla kirjoitettu vastaus/);
  });

  it('asks back, and the asker’s words in the chat come to the case and ring its holder', async () => {
    const one = await claimed();
    await fill(maija, one, 'askBack', { text: 'Onko hänellä turvapuhelin?' });
    await one.askerSees(/Onko hänellä turvapuhelin/);
    await one.asker.say('Ei ole vielä.');
    await one.shows(/Ei ole vielä/);
    await one.says(/uutta|lisää|vastasi|kertoi/);
    assert.equal(one.rings(maija), 1);
  });

  it('refuses a grant over the county’s limits and gives all that was typed back', async () => {
    const one = await claimed();
    await maija.press(one.card(), 'grant');
    const typed = {
      service: 'meals',
      from: '2026-11-23',
      to: '2027-11-23',
      amount: 1,
      reference: 'PÄÄTÖS 7',
    };
    const refused = await maija.submitDialog(typed);
    assert.equal(refused.saw, 'dialog');
    const form = textOf(maija.dialog?.card ?? {});
    for (const word of ['2027-11-23', 'PÄÄTÖS 7', '"value":"meals"']) assert.ok(form.includes(word), word);
    await maija.submitDialog({ to: '2026-12-06', reference: '' });
    await one.askerSees(/23\.11\.–6\.12\./);
    await one.shows(/Päätöksen viite puuttuu/);
    await fill(maija, one, 'close', {}).catch(() => undefined);
    await one.shows(/Suljettu/);
    await fill(maija, one, 'addReference', { reference: 'PS-2026-88' });
    await one.shows(/PS-2026-88/);
  });

  it('requests an assessment with its 7th working day and warns on the 5th', async () => {
    const one = await claimed();
    await fill(maija, one, 'assess', {
      category: 'home-care',
      priority75: 'yes',
      appointment: 'ti 1.12. klo 10',
    });
    await one.shows(/ke? ?2\.12\.|2\.12\./);
    await one.shows(/ti 1\.12\. klo 10/);
    await one.askerSees(/2\.12\./);
    await timePasses(at('07:00', '2026-11-27'));
    assert.equal((await one.saidInThread()).filter((text) => /määräpäivä lähestyy/.test(text)).length, 0);
    await timePasses(at('07:00', '2026-11-30'));
    await one.says(/määräpäivä lähestyy/);
    town.clock.set(at('12:00'));
  });

  it('redirects with the county’s reason and counts it as misdirected when the county says so', async () => {
    const one = await claimed();
    const target = town.county.redirects.find(({ misdirected }) => misdirected);
    await fill(maija, one, 'redirect', { target: target?.id ?? '', note: 'Soita heille suoraan' });
    await one.askerSees(/Soita heille suoraan/);
    await one.shows(/ei kuulunut linjalle/);
    const kept = await one.kept();
    assert.ok(kept.outcomes.some((outcome) => outcome.kind === 'redirect' && outcome.misdirected));
    const rows = await town.tables.rowsOf('cases');
    const counted = rows.find(({ rowKey }) => rowKey.endsWith(`|${kept.contactId}`));
    assert.match(String(counted?.['contact']), /"misdirected":true/);
  });

  it('transfers to another region: a thread there, a pointer here, the same clock', async () => {
    const one = await claimed();
    const before = await one.kept();
    const here = one.card();
    await fill(maija, one, 'transfer', { region: 'keskinen', reason: 'Asuu Kuopiossa' });
    await town.teams.until(() => town.threads(regionId('keskinen')).length === 1, 'a thread there');
    await town.teams.until(() => /toisessa viestissä/.test(wordsIn(one.message(here.id).card)), 'a pointer');
    const now = await one.kept();
    assert.equal(now.answerBy, before.answerBy);
    assert.match(wordsIn(town.advisorsCard(regionId('keskinen')).card), new RegExp(one.words));
    assert.equal(town.advisorsCard(regionId('keskinen')).mentions.length, 2);
    const refused = await maija.press(here, 'answer');
    assert.notEqual(refused.saw, 'error');
  });

  it('tells a wished call-back made', async () => {
    const one = await ask(town, undefined, { callback: '044 123 4567' });
    await maija.press(one.card(), 'claim');
    await one.shows(/Toivoo soittoa[\s\S]*hoitaa|hoitaa[\s\S]*Toivoo soittoa/);
    await maija.press(one.card(), 'showClient');
    assert.match(wordsIn(maija.dialog?.card), /044 123 4567|0441234567/);
    maija.closeDialog();
    await maija.press(one.card(), 'callbackMade');
    await one.shows(/Soitettu kysyjälle/);
  });

  it('does not close without an outcome', async () => {
    const one = await claimed();
    assert.doesNotMatch(JSON.stringify(one.card().card), /"verb":"close"/);
    const forged = await town.service.desk.casework.carryOut(
      { id: personId(maija.id), name: maija.person.name },
      one.id,
      { do: 'close' },
    );
    assert.deepEqual(forged, { refused: 'no-outcome' });
  });

  it('closes and opens again for the asker’s new words', async () => {
    const one = await claimed();
    await fill(maija, one, 'answer', { text: 'Näin on.' });
    await one.shows(/Vastattu/);
    await maija.press(one.card(), 'close');
    await one.shows(/Suljettu/);
    await maija.press(one.card(), 'reopenCase');
    await one.shows(/hoitaa/);
    await one.askerSees(new RegExp(maija.person.name));
  });

  it('is for all who are there when the asker opens it again after its holder left the line', async () => {
    const one = await claimed();
    await fill(maija, one, 'answer', { text: 'Näin on.' });
    await one.shows(/Vastattu/);
    await maija.press(one.card(), 'close');
    await town.teams.until(() => JSON.stringify(one.askersCard().card).includes('"reopen"'), 'the button');
    const supervisor = town.teams.as(town.town.supervisor.id);
    const by = { id: personId(supervisor.id), name: supervisor.person.name };
    const me = { id: personId(maija.id), name: maija.person.name };
    await town.service.desk.staff.setRoles(by, me, { advisorIn: [], supervisor: false });
    const before = one.rings(other);
    try {
      await one.asker.press(one.askersCard(), 'reopen');
      await one.asker.submitDialog({ text: 'Ateriat eivät alkaneetkaan' });
      await one.shows(/Avattu uudelleen, odottaa ottajaa/);
      await town.teams.until(() => one.rings(other) > before, 'the others to be rung');
    } finally {
      await town.service.desk.staff.setRoles(by, me, { advisorIn: [pohjoinen], supervisor: false });
    }
  });

  it('opens no dialog for somebody without a role, whatever it would show', async () => {
    const one = await ask(town);
    const stranger = town.teams.addPerson({ id: randomUUID(), name: 'Simo Sihteeri', locale: 'fi-FI' });
    await town.teams.team(town.town.team.id).addMember(stranger.id);
    for (const verb of ['takeOver', 'transfer', 'copyText'] as const) {
      const button = openDialog('Avaa', verb, { caseId: one.id, version: 1 });
      const offered = { ...one.card(), card: { ...one.card().card, actions: [button] } };
      const told = await stranger.press(offered as never, verb);
      assert.equal(stranger.dialog, undefined, verb);
      assert.match(textOf(told), /Elina Esimies/, verb);
      assert.doesNotMatch(textOf(told), new RegExp(one.words));
    }
  });

  it('gives the whole talk as a text to copy', async () => {
    const one = await claimed('Saako Iisalmeen turvapuhelimen nopeasti?');
    await maija.press(one.card(), 'copyText');
    assert.match(JSON.stringify(maija.dialog?.card), /Saako Iisalmeen turvapuhelimen nopeasti/);
    maija.closeDialog();
  });

  it('finds a case by its id as it is said on the phone, and lists one’s own', async () => {
    const one = await claimed();
    await maija.say(`${one.id.slice(0, 3)}-${one.id.slice(3)}`.toLowerCase());
    await town.teams.until(() => wordsIn(maija.lastCard().card).includes('hoitaa'), 'the case');
    await maija.say('omat asiat');
    await town.teams.until(
      () => /avointa asiaa|Avoimet asiani/.test(wordsIn(maija.lastCard().card)),
      'one’s own',
    );
  });

  it('hands one over, and then all of them', async () => {
    await claimed('Saako Iisalmeen turvapuhelimen nopeasti?');
    const one = await claimed();
    await fill(maija, one, 'handOver', { person: other.id });
    await one.shows(new RegExp(`${other.person.name} hoitaa`));
    const mine = await town.service.desk.casework.heldBy({ id: personId(maija.id), name: '' });
    assert.ok(mine.length > 0);
    await maija.say('omat asiat');
    await maija.press(maija.lastCard(), 'handOverAll');
    const outcome = await maija.submitDialog({ person: other.id });
    assert.match(textOf(outcome), new RegExp(`siirtyi: ${other.person.name}`));
    assert.equal((await town.service.desk.casework.heldBy({ id: personId(maija.id), name: '' })).length, 0);
  });

  it('says on the card that an asker who blocked the bot is to be phoned, and sends again when pressed', async () => {
    const one = await claimed();
    one.asker.block();
    await fill(maija, one, 'answer', { text: 'Vastaus, joka ei mene perille' });
    await one.shows(/Soita hänelle/);
    // the card tells of it a moment before it is kept
    await town.shown();
    one.asker.unblock();
    await maija.press(one.card(), 'resend');
    await one.askerSees(/joka ei mene perille/);
    await town.teams.until(() => !/Soita hänelle/.test(wordsIn(one.card().card)), 'the warning gone');
  });

  it('reminds of an unclaimed case, then offers it elsewhere, each once; it is taken over from there', async () => {
    const one = await ask(town);
    const offersTo = (target: RegionId | 'supervisors') =>
      town.threads(target).filter(({ root }) => JSON.stringify(root.card).includes(`"caseId":"${one.id}"`));
    const promise = town.county.promises.today;
    const minutesOn = (minutes: number) =>
      new Date(Date.parse(town.clock.now()) + minutes * 60_000).toISOString();
    const start = town.clock.now();
    await timePasses(minutesOn(promise.remindAfter + 1) as Moment);
    await one.says(/odottaa/);
    assert.equal(one.rings(maija), 1);
    town.clock.set(start);
    await timePasses(minutesOn(promise.rescueAfter + 1) as Moment);
    await town.teams.until(() => offersTo('supervisors').length === 1, 'the supervisors asked');
    const neighbour = town.county.regions.find(({ id }) => id === pohjoinen)?.neighbours[0] ?? pohjoinen;
    await timePasses(minutesOn(5) as Moment);
    const offers = offersTo(neighbour);
    assert.match(wordsIn(offers[0]?.root.card), /Ottamatta/);
    assert.equal(offers.length, 1);
    assert.equal(offersTo('supervisors').length, 1);
    const helper = town.teams.as(town.town.advisors.find(({ region }) => region === neighbour)?.id ?? '');
    const offer = offers[0]?.root ?? assert.fail();
    await helper.press(offer, 'takeOver');
    assert.match(wordsIn(helper.dialog?.card), new RegExp(one.words));
    await helper.submitDialog({ reason: 'Autamme naapuria' });
    await one.shows(new RegExp(`${helper.person.name} hoitaa`));
    town.clock.set(start);
  });
});
