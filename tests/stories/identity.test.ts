/** Identities planted in every field that takes text, then looked for in all that leaves us and all that is kept. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { momentAt } from '../../bot/domain/calendar.ts';
import { day, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import { tableNames } from '../../bot/store/tables/tables.ts';
import { ask } from '../support/asked-case.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { once } from '../support/once.ts';

const hetu = '010145-9003';
const phone = '044 765 4321';
const email = 'testi.testinen@example.fi';
const birth = '01.01.1945';
/** What the guard knows, in any text; names and addresses only where a dialog asks for them. */
const planted = `hetu ${hetu}, ${phone}, ${email}, s. ${birth}`;
const client = { name: 'Testi Tapani Testinen', address: 'Koivukuja 5 B 12' };
/** Also without blanks and signs, and their parts. */
const traces = [
  hetu,
  '010145',
  phone,
  '0447654321',
  '44765',
  '765 4321',
  email,
  'testinen@',
  birth,
  'Tapani',
  'Koivukuja',
];

const report = {
  danger: 'no',
  basis: 'no-consent',
  whyNoConsent: `Ei ymmärrä, ${planted}, ${client.name}`,
  clientName: client.name,
  henkilotunnus: hetu,
  address: client.address,
  clientPhone: phone,
  grounds: 'does-not-cope',
  observed: `${client.name} asuu ${client.address}, ${planted}`,
  since: planted,
  presentHelp: `Naapuri ${client.name}`,
  clientKnows: 'no',
  reporterPhone: phone,
} as const;

describe('Identities planted in every field', () => {
  let town: TestLine;
  let advisor: PersonDriver;
  let colleague: PersonDriver;
  /** What the dialogs answered to those with the right: the only place where identity may stand. */
  const authorised = new Set<unknown>();

  before(async () => {
    town = await openTestLine();
    const [first, second] = town.town.advisors.filter(({ region }) => region === regionId('pohjoinen'));
    advisor = town.teams.as(first?.id ?? '');
    colleague = town.teams.as(second?.id ?? '');
  });
  after(() => town.stop());

  const told = once(async () => {
    const one = await ask(town, `Saako Iisalmessa asuva ateriat? ${planted}`, {
      callback: phone,
      question: `Saako Iisalmessa asuva ateriat? ${planted}`,
    });
    const { asker, card } = one;
    const fill = async (who: PersonDriver, verb: string, inputs: Inputs) => {
      await who.press(card(), verb);
      assert.ok(who.dialog, `${verb} opens a dialog`);
      const outcome = await who.submitDialog(inputs);
      assert.ok(['nothing', 'text'].includes(outcome.saw), `${verb}: ${JSON.stringify(outcome)}`);
    };
    const fillOwn = async (verb: string, inputs: Inputs) => {
      await asker.press(asker.lastCard(), verb);
      const outcome = await asker.submitDialog(inputs);
      assert.ok(['nothing', 'text'].includes(outcome.saw), `${verb}: ${JSON.stringify(outcome)}`);
    };
    await fillOwn('edit', { text: `Muokattu: saako ateriat? ${planted}` });
    await one.shows(/Muokattu/);
    await advisor.press(card(), 'claim');
    await one.shows(/hoitaa/);
    await asker.say(`Lisään vielä: ${planted}`);
    await one.shows(/Lisään vielä/);
    await fill(advisor, 'askBack', { text: `Tarkoititko ${planted}` });
    await one.askerSees(/Tarkoititko/);
    await fillOwn('reply', { text: `Tarkoitin ${planted}` });
    await one.shows(/Tarkoitin/);
    await advisor.replyInThread(card(), `Ketjusta: ${planted}`, { mentionBot: true });
    const preview = await one.replyWith('sendReply');
    await advisor.press(preview, 'sendReply', { text: `Ketjusta muokattuna: ${planted}` });
    await one.askerSees(/Ketjusta muokattuna/);
    await fill(advisor, 'answer', { text: `Vastaan: ${planted}` });
    await one.shows(/Vastaan/);
    await fill(advisor, 'grant', {
      service: 'meals',
      from: '2026-11-23',
      to: '2026-12-06',
      amount: 1,
      reference: `A ${hetu}`,
    });
    await fill(advisor, 'assess', {
      category: 'home-care',
      priority75: 'yes',
      appointment: `ti klo 10, ${planted}`,
    });
    await fill(advisor, 'redirect', {
      target: town.county.redirects[0]?.id ?? '',
      note: `Viesti ${planted}`,
    });
    await fill(advisor, 'reportConcern', { ...report, assessed: 'today' });
    await one.shows(/Huoli-ilmoitus/);
    await fillOwn('concern', report);
    await fill(colleague, 'takeOver', { reason: `Syy ${planted}` });
    await one.shows(new RegExp(`${colleague.person.name} hoitaa`));
    await fill(colleague, 'markRecorded', { reference: `R ${hetu}`, assessed: 'today' });
    await fill(colleague, 'markRecorded', { reference: `R ${phone}`, assessed: 'today' });
    await fill(colleague, 'addReference', { reference: `B ${hetu}` });
    await colleague.press(card(), 'callbackMade');
    await town.shown();
    await colleague.press(card(), 'close');
    await one.shows(/Suljettu/);
    await fillOwn('reopen', { text: `Vielä yksi: ${planted}` });
    await one.shows(/Vielä yksi/);
    await fill(colleague, 'transfer', { region: 'keskinen', reason: `Siirto ${planted}` });
    await town.teams.until(() => town.threads(regionId('keskinen')).length === 1, 'the transferred thread');
  });

  const reported = once(async () => {
    await told();
    const reporter = town.teams.as(town.town.askers[0]?.id ?? '');
    await reporter.say('valikko');
    await reporter.press(reporter.lastCard(), 'concern');
    const before = town.teams.deliveries.length;
    const refused = await reporter.submitDialog({ ...report, whyNoConsent: '', place: 'iisalmi' });
    assert.equal(refused.saw, 'dialog');
    for (const delivery of town.teams.deliveries.slice(before)) authorised.add(delivery);
    await reporter.submitDialog({ whyNoConsent: report.whyNoConsent });
    await town.teams.until(() => town.threads(regionId('pohjoinen')).length === 2, 'the report’s thread');
  });

  const shown = once(async () => {
    await reported();
    const before = town.teams.deliveries.length;
    await advisor.press(town.advisorsCard(regionId('pohjoinen')), 'showClient');
    const dialog = JSON.stringify(advisor.dialog?.card);
    assert.ok(findIn(dialog).length > 4, 'what is looked for can be found at all');
    for (const delivery of town.teams.deliveries.slice(before)) authorised.add(delivery);
    for (const word of [hetu, phone, client.name, client.address]) assert.ok(dialog.includes(word), word);
    advisor.closeDialog();
  });

  const findIn = (text: string) => traces.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));

  it('pass through every free text and dialog of a case', told);
  it('pass through a report of its own, and a refused one whose words come back to the typer', reported);
  it('are shown whole in the one dialog that may show them', shown);

  it('stand in no activity sent to Teams', async () => {
    await shown();
    const calls = town.teams.calls.filter(({ operation }) => operation !== 'token');
    assert.ok(calls.length > 20);
    for (const { body, path } of calls) assert.deepEqual(findIn(JSON.stringify(body)), [], path);
  });

  it('stand in no other answer to a press', async () => {
    await shown();
    const answers = town.teams.deliveries.filter((one) => !authorised.has(one) && one.answer !== undefined);
    assert.ok(answers.length > 20);
    for (const { answer, activity } of answers)
      assert.deepEqual(findIn(JSON.stringify(answer)), [], JSON.stringify(activity['value']).slice(0, 200));
  });

  it('stand in no line of the log', async () => {
    await shown();
    assert.ok(town.log.length > 20);
    const text = town.log.map((line) => JSON.stringify([line, String(line.facts.error ?? '')])).join('\n');
    assert.deepEqual(findIn(text), []);
  });

  it('stand in no row of storage', async () => {
    await shown();
    for (const name of tableNames) {
      const rows = await town.tables.rowsOf(name);
      if (['cases', 'clients', 'audit', 'people'].includes(name)) assert.ok(rows.length > 0, name);
      for (const row of rows) assert.deepEqual(findIn(textOfRow(row)), [], `${name} ${row.rowKey}`);
    }
  });

  it('are still nowhere after a reminder, a warning and a rescue', async () => {
    await shown();
    const before = town.teams.calls.length;
    await town.round(momentAt(day('2026-12-08'), '12:00'));
    await town.round();
    const calls = town.teams.calls.slice(before);
    assert.ok(calls.length > 0);
    for (const { body, path } of calls) assert.deepEqual(findIn(JSON.stringify(body)), [], path);
  });
});

/** Bytes are looked at as they are and as Base64 decoded: nothing hides by encoding alone. */
function textOfRow(row: object): string {
  const columns = Object.entries(row).map(([name, value]) => {
    const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
    return `${name}=${text} ${Buffer.from(text, 'base64').toString('latin1')}`;
  });
  return columns.join('\n');
}
