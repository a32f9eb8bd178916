/** A concern report from dialog to register, who may see it, who did, and its end. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { momentAt } from '../../bot/domain/calendar.ts';
import { shardFor, shardOf } from '../../bot/domain/case/case-id.ts';
import { type CaseId, caseId, day, personId, placeId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { MemoryStep } from '../../bot/store/memory/memory-table.ts';
import { type AskedCase, ask } from '../support/asked-case.ts';
import { facts } from '../support/cases.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const iisalmi = placeId('iisalmi');
const report = {
  danger: 'no',
  basis: 'no-consent',
  whyNoConsent: 'Ei ymmärrä tilannettaan',
  clientName: 'Testi Tapani Testinen',
  henkilotunnus: '010145-9003',
  address: 'Koivukuja 5 B 12',
  clientPhone: '044 765 4321',
  grounds: 'does-not-cope,own-safety',
  observed: 'Jääkaappi tyhjä, lääkkeet ottamatta',
  since: 'elokuusta',
  presentHelp: 'Naapuri käy',
  clientKnows: 'no',
  reporterPhone: '017 111 222',
} as const;
const secrets = [
  'Testinen',
  '010145',
  'Koivukuja',
  '765 4321',
  'Jääkaappi',
  'Naapuri käy',
  '111 222',
  'Ei ymmärrä',
];

describe('A concern report', () => {
  let town: TestLine;
  let advisor: PersonDriver;
  let outsider: PersonDriver;
  let supervisor: PersonDriver;
  let reporter: PersonDriver;
  let id: CaseId;
  let auditIsDown = false;

  const step: MemoryStep = async ({ table, writes }, next) => {
    if (auditIsDown && writes && table === 'audit') throw new Error('The audit can’t be written');
    return next();
  };

  beforeEach(async () => {
    auditIsDown = false;
    town = await openTestLine({ faults: { step } });
    const of = (region: string) => town.town.advisors.find((one) => one.region === region)?.id ?? '';
    advisor = town.teams.as(of('pohjoinen'));
    outsider = town.teams.as(of('keskinen'));
    supervisor = town.teams.as(town.town.supervisor.id);
    reporter = town.teams.addPerson({ id: randomUUID(), name: 'Reko Reporter', locale: 'fi-FI' });
  });
  afterEach(() => town.stop());

  const card = () => town.advisorsCard(pohjoinen);
  const shows = (look: RegExp) =>
    town.teams.until(() => look.test(wordsIn(card().card)), `${look} on the card`);
  // each entry stands twice: under its case and under its month
  const views = async () =>
    (await town.tables.rowsOf('audit')).filter(
      (row) => row.partitionKey === `case|${id}` && row['did'] === 'viewDetails',
    ).length;

  const open = async () => {
    await reporter.say('valikko');
    await reporter.press(reporter.lastCard(), 'concern');
  };
  /** Sends a report from the chat; gives what its sender was told, once everybody sees it. */
  const send = async () => {
    await open();
    const outcome = await reporter.submitDialog({ ...report, place: 'iisalmi' });
    assert.equal(outcome.saw, 'text', JSON.stringify(outcome));
    const text = outcome.saw === 'text' ? outcome.text : '';
    const reference = /Viite (\w{3}-\w{4})/.exec(text)?.[1] ?? '';
    assert.ok(reference, text);
    id = caseId(reference.replace('-', ''));
    await town.teams.until(() => town.threads(pohjoinen).length === 1, 'the region’s thread');
    await town.teams.until(
      () => reporter.chat().some((one) => wordsIn(one.card).includes(reference)),
      'a live card',
    );
    await shows(/ilman suostumusta/);
    return text;
  };
  const record = async () => {
    await advisor.press(card(), 'claim');
    await shows(/hoitaa/);
    assert.doesNotMatch(JSON.stringify(card().card), /"verb":"close"/);
    await advisor.press(card(), 'markRecorded');
    await advisor.submitDialog({ reference: 'ILM-2026-17', assessed: 'today' });
    await shows(/ILM-2026-17/);
  };
  const close = async () => {
    await advisor.press(card(), 'close');
    await shows(/Suljettu/);
  };

  it('opens from the chat, with 112 before anything else', async () => {
    await reporter.say('valikko');
    assert.match(wordsIn(reporter.lastCard().card), /112/);
    await reporter.press(reporter.lastCard(), 'concern');
    const words = wordsIn(reporter.dialog?.card);
    assert.match(words, /112/);
    assert.ok(words.indexOf('112') < words.indexOf('suostu'), '112 comes first');
  });

  it('asks why there is no consent, and gives all that was typed back', async () => {
    await open();
    const refused = await reporter.submitDialog({ ...report, whyNoConsent: '', place: 'iisalmi' });
    assert.equal(refused.saw, 'dialog');
    const form = JSON.stringify(reporter.dialog?.card);
    for (const word of ['Testi Tapani Testinen', 'Koivukuja', 'Jääkaappi', 'does-not-cope'])
      assert.ok(form.includes(word));
    const outcome = await reporter.submitDialog({ whyNoConsent: report.whyNoConsent });
    assert.match(outcome.saw === 'text' ? outcome.text : '', /Viite \w{3}-\w{4}/);
  });

  it('gives a receipt with its reference and what happens next', async () => {
    assert.match(await send(), /vastaanotettu/);
    const receipt = reporter
      .chat()
      .findLast(({ card }) => /Huoli-ilmoitus vastaanotettu/.test(wordsIn(card)));
    assert.match(wordsIn(receipt?.card), /Ohjaaja arvioi kiireellisyyden ja kirjaa ilmoituksen/);
  });

  it('shows the region facts only, and rings its advisors', async () => {
    await send();
    const everything = JSON.stringify([card(), reporter.chat()]);
    for (const secret of secrets) assert.ok(!everything.includes(secret), secret);
    assert.equal(card().mentions.length, 2);
  });

  it('shows the client to the region’s advisors alone, with the view in the audit', async () => {
    await send();
    const refused = await outsider
      .press(card(), 'showClient')
      .catch((error: Error) => ({ saw: 'text', text: error.message }));
    for (const secret of secrets) assert.ok(!JSON.stringify(refused).includes(secret));
    assert.equal(await views(), 0);
    await advisor.press(card(), 'showClient');
    const words = wordsIn(advisor.dialog?.card);
    for (const secret of [
      'Testi Tapani Testinen',
      '010145-9003',
      'Koivukuja 5 B 12',
      'Jääkaappi',
      'Naapuri käy',
    ])
      assert.ok(words.includes(secret), secret);
    advisor.closeDialog();
    assert.equal(await views(), 1);
  });

  it('shows nothing when the audit can’t be written', async () => {
    await send();
    auditIsDown = true;
    const outcome = await advisor.press(card(), 'showClient');
    for (const secret of secrets) assert.ok(!JSON.stringify([outcome, advisor.dialog]).includes(secret));
    assert.equal(advisor.dialog, undefined);
    assert.equal(await views(), 0);
  });

  it('is not closed before it stands in the client system', async () => {
    await send();
    await record();
    await close();
  });

  it('is shown no more to the one who held it, once their roles are taken away', async () => {
    await send();
    await record();
    const by = { id: personId(supervisor.id), name: supervisor.person.name };
    const me = { id: personId(advisor.id), name: advisor.person.name };
    const { staff, casework } = town.service.desk;
    const before = await views();
    await staff.setRoles(by, me, { advisorIn: [], supervisor: false });
    for (const seen of [await casework.details(me, id), await casework.wholeTalk(me, id)])
      assert.equal('refused' in seen && seen.refused, 'no-role');
    await staff.setRoles(by, me, { advisorIn: [pohjoinen], supervisor: false });
    assert.equal(await views(), before);
  });

  it('writes over nothing that another keeps, whatever id its dialog sends back', async () => {
    const { asking } = town.service.desk;
    const one = await ask(town, 'Iisalmessa asuva asiakas tarvitsee ateriat');
    const asker = town.teams.addPerson({ id: randomUUID(), name: 'Asta Asker', locale: 'fi-FI' });
    await asker.say('Kaavilla asuva asiakas tarvitsee turvapuhelimen');
    const draft = caseId(/"draftId":"(\w+)"/.exec(JSON.stringify(asker.lastCard().card))?.[1] ?? '');
    const kept = () => town.tables.rowsOf('clients').then((rows) => rows.length);
    const before = await kept();
    for (const theirs of [one.id, draft]) {
      let stranger = randomUUID();
      while (shardFor(personId(stranger)) !== shardOf(theirs)) stranger = randomUUID();
      const reporter = { id: personId(stranger), name: 'Simo Salo', language: 'fi' } as const;
      const wish = { ...facts, observed: 'Ei avaa ovea', since: '', presentHelp: '' };
      const told = await asking.concern(reporter, { id: theirs, place: iisalmi }, wish, { name: 'Testi' });
      assert.deepEqual(told, { refused: 'not-yours' });
    }
    assert.equal(await kept(), before);
  });

  it('and a number typed beside it are sealed for nobody who may not speak in the case', async () => {
    const one = await ask(town, 'Iisalmessa asuva asiakas tarvitsee turvapuhelimen');
    const kept = () => town.tables.rowsOf('clients').then((rows) => rows.length);
    const before = await kept();
    const stranger = { id: personId(randomUUID()), name: 'Simo Salo' };
    const { casework } = town.service.desk;
    const wish = { ...facts, observed: 'Ei avaa ovea', since: '', presentHelp: '' };
    const reply = { do: 'reply', text: 'Soittakaa 044 765 4321' } as const;
    assert.deepEqual(await casework.carryOut(stranger, one.id, reply), { refused: 'not-yours' });
    const report = await casework.concern(stranger, one.id, { wish, client: { name: 'Testi' } }, {});
    assert.equal('refused' in report && report.refused, 'no-role');
    assert.equal(await kept(), before);
    const own = { id: personId(one.asker.id), name: one.asker.person.name };
    await casework.carryOut(own, one.id, reply);
    assert.ok((await kept()) > before, 'the asker’s own number is');
  });

  it('sent from a dialog older than the asker’s words seals nothing until it is sent again', async () => {
    const one = await ask(town, 'Iisalmessa asuva asiakas ei syö, mitä teen?');
    await advisor.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await advisor.press(one.card(), 'reportConcern');
    await one.asker.say('Hän ei enää avaakaan ovea');
    await one.shows(/avaakaan ovea/);
    const kept = () => town.tables.rowsOf('clients').then((rows) => rows.length);
    const before = await kept();
    const { place: _, ...rest } = { place: '', ...report };
    assert.equal((await advisor.submitDialog({ ...rest, assessed: 'today' })).saw, 'dialog');
    assert.equal(await kept(), before);
    await advisor.submitDialog();
    await one.shows(/ilman suostumusta/);
    const details = await town.service.desk.casework.details(
      { id: personId(advisor.id), name: advisor.person.name },
      one.id,
    );
    assert.equal(Array.isArray(details) && details.length, 1);
  });

  it('tells a supervisor who handled the case, and nobody else', async () => {
    await send();
    await advisor.press(card(), 'showClient');
    const ofSupervisors = town.town.channelOf('supervisors');
    const spoken = `${id.slice(0, 3)}-${id.slice(3)}`;
    await supervisor.sayInChannel(ofSupervisors, `käsittelijät ${spoken}`, { mentionBot: true });
    const words = await town.teams.until(() => {
      const last = town.threads('supervisors').at(-1)?.replies.at(-1);
      return last?.card && wordsIn(last.card);
    }, 'the handlers');
    for (const name of [reporter.person.name, advisor.person.name]) assert.ok(words.includes(name), words);
    assert.match(words, /katsoi salattuja tietoja/);
    for (const secret of secrets) assert.ok(!words.includes(secret));
    await advisor.sayInChannel(ofSupervisors, `käsittelijät ${spoken}`, { mentionBot: true });
    const refusal = await town.teams.until(
      () => town.threads('supervisors').at(-1)?.replies.at(-1)?.text,
      'a refusal',
    );
    assert.match(refusal, /vain esihenkilö/);
  });

  it('can be given from a case too, by its asker and by its advisor', async () => {
    const one: AskedCase = await ask(town, 'Iisalmessa asuva asiakas ei avaa ovea, mitä teen?');
    const { place: _, ...rest } = { place: '', ...report };
    await one.asker.press(one.askersCard(), 'concern');
    assert.match(wordsIn(one.asker.dialog?.card), /112/);
    const outcome = await one.asker.submitDialog(rest);
    assert.match(JSON.stringify(outcome), /vastaanotettu/);
    await one.shows(/ilman suostumusta/);
    await advisor.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await advisor.press(one.card(), 'reportConcern');
    await advisor.submitDialog({ ...rest, basis: 'consent', assessed: 'urgent' });
    await one.shows(/asiakas suostuu/);
    const everything = JSON.stringify([one.card(), one.asker.chat()]);
    for (const secret of secrets) assert.ok(!everything.includes(secret), secret);
  });

  it('keeps a case open that was pressed shut on a card older than the report', async () => {
    const one = await ask(town, 'Iisalmessa asuva asiakas ei syö, voiko ateriat aloittaa?');
    await advisor.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    await advisor.press(one.card(), 'answer');
    await advisor.submitDialog({ text: 'Kyllä voi.' });
    await one.shows(/Vastattu/);
    const older = one.card();
    await advisor.press(one.card(), 'reportConcern');
    await advisor.submitDialog({ ...report, assessed: 'today' });
    await one.shows(/Huoli-ilmoitus/);
    const outcome = await advisor.press(older, 'close');
    assert.equal(outcome.saw, 'text');
    assert.match(JSON.stringify(outcome), /rekister|kirja/i);
    assert.equal((await one.kept()).status, 'answered');
  });

  it('ends: text and identity gone from storage and cards, the counted fact left without a link', async () => {
    await send();
    await advisor.press(card(), 'showClient');
    advisor.closeDialog();
    await record();
    await close();
    const before = await town.tables.rowsOf('cases');
    const contacts = before.filter(({ rowKey }) => rowKey.startsWith('contact|')).length;
    assert.ok(
      (await town.tables.rowsOf('clients')).some(({ partitionKey, rowKey }) =>
        `${partitionKey}${rowKey}`.includes(id),
      ),
    );
    await town.round(momentAt(day('2027-01-15'), '07:00'));
    await town.round();
    await showsFirst(/Sisältö on poistettu/);
    const rows = await town.tables.rowsOf('cases');
    assert.deepEqual(
      rows.filter(({ rowKey }) => rowKey.startsWith(`said|${id}`)),
      [],
    );
    assert.equal(rows.filter(({ rowKey }) => rowKey.startsWith('contact|')).length, contacts);
    assert.ok(
      !(await town.tables.rowsOf('clients')).some(({ partitionKey, rowKey }) =>
        `${partitionKey}${rowKey}`.includes(id),
      ),
    );
    const kept = await town.service.desk.casework.find(id);
    assert.ok(kept?.purgedAt);
    assert.equal(kept.contactId, undefined);
    assert.equal(kept.question, '');
    const handlers = await town.service.desk.casework.handledBy(
      { id: personId(supervisor.id), name: supervisor.person.name },
      id,
    );
    assert.ok(Array.isArray(handlers));
    const deeds = handlers.map(({ did }) => did);
    for (const did of ['ask', 'claim', 'viewDetails', 'markRecorded', 'close'])
      assert.ok(deeds.includes(did), did);
    await town.teams.until(
      () => reporter.chat().some((one) => /poistettu/.test(wordsIn(one.card))),
      'the asker told',
    );
    const outcome = await advisor.press(firstRoot(), 'showClient').catch((error: Error) => error.message);
    for (const secret of secrets) assert.ok(!JSON.stringify(outcome).includes(secret));
  });
  const firstRoot = () => town.threads(pohjoinen)[0]?.root ?? assert.fail();
  const showsFirst = (look: RegExp) =>
    town.teams.until(() => look.test(wordsIn(firstRoot().card)), `${look}`);
});
