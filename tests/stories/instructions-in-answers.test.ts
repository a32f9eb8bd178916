/** Instructions cited in an answer, and an answer that becomes the draft of an instruction. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { textLimits } from '../../bot/domain/case/case.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { type AskedCase, ask } from '../support/asked-case.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const title = 'Tilapäisten palvelujen myöntäminen';

describe('Instructions and answers', () => {
  let town: TestLine;
  let advisor: PersonDriver;
  let supervisor: PersonDriver;
  let other: PersonDriver;

  beforeEach(async () => {
    town = await openTestLine();
    const of = (region: string) =>
      town.teams.as(town.town.advisors.find((one) => one.region === region)?.id ?? '');
    [advisor, other] = [of('pohjoinen'), of('keskinen')];
    supervisor = town.teams.as(town.town.supervisor.id);
  });
  afterEach(() => town.stop());

  const tab = async (who: PersonDriver, method: string, path: string, body?: object) => {
    const answer = await fetch(`${town.url}/api/tab/library${path}`, {
      method,
      headers: { authorization: `Bearer ${await who.tabToken()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as { [key: string]: never } };
  };
  const change = (id: string, body: object) => tab(supervisor, 'POST', `/pages/${id}/changes`, body);
  const drafted = async () => {
    const page = { subject: 'criteria', wordings: { fi: { title, text: 'Enintään 14 vuorokautta.' } } };
    assert.equal((await tab(supervisor, 'PUT', '/pages/criteria', page)).status, 200);
  };
  const published = async () => {
    await drafted();
    const publish = { do: 'publish', seen: 1, note: 'Ensimmäinen', tell: 'nobody' };
    assert.equal((await change('criteria', publish)).status, 200);
  };
  const claimed = async (words?: string): Promise<AskedCase> => {
    const one = await ask(town, words);
    await advisor.press(one.card(), 'claim');
    await one.shows(/hoitaa/);
    return one;
  };
  const form = () => JSON.stringify(advisor.dialog?.card);
  const linkIn = (card: unknown) =>
    /\[Tilapäisten palvelujen myöntäminen \(v(\d+)\)\]\((https:[^)]+)\)/.exec(wordsIn(card));

  it('offer none to cite while none is published', async () => {
    await drafted();
    const one = await claimed();
    await advisor.press(one.card(), 'answer');
    assert.doesNotMatch(form(), /"cites"/);
    advisor.closeDialog();
  });

  it('are cited by a link with the version, which the asker can press', async () => {
    await published();
    const one = await claimed();
    await advisor.press(one.card(), 'answer');
    await advisor.submitDialog({ text: 'Kyllä, soita 040 123 4567.', cites: 'criteria' });
    await one.askerSees(/v2/);
    const [, version, link] = linkIn(one.askersCard().card) ?? [];
    assert.equal(version, '2');
    const opened = new URL(link ?? '');
    assert.equal(opened.pathname, '/l/entity/a0000000-0000-4000-8000-0000000000aa/line');
    assert.equal(JSON.parse(opened.searchParams.get('context') ?? '').subEntityId, 'instructions/criteria/2');
    assert.match(wordsIn(one.askersCard().card), /Kyllä, soita \[•••\]\./);
    // the advisors see what was cited as well
    await one.shows(/Tilapäisten palvelujen myöntäminen \(v2\)/);
    assert.equal(linkIn(one.card().card)?.[2], link);
  });

  it('come back as they were chosen, and count towards the answer’s length', async () => {
    await published();
    const one = await claimed();
    await advisor.press(one.card(), 'answer');
    const text = 'x'.repeat(textLimits.answer);
    assert.equal((await advisor.submitDialog({ text, cites: 'criteria' })).saw, 'dialog');
    assert.match(wordsIn(advisor.dialog?.card), /liian pitkä/);
    assert.match(form(), /"value":"criteria"[^}]*"id":"cites"|"id":"cites".*"value":"criteria"/);
    await advisor.submitDialog({ text: 'Kyllä.' });
    await one.askerSees(/v2/);
  });

  it('are refused when they were taken out of use meanwhile, and nothing is sent', async () => {
    await published();
    const one = await claimed();
    await advisor.press(one.card(), 'answer');
    assert.equal((await change('criteria', { do: 'retire', seen: 2, reason: 'Virhe' })).status, 200);
    const outcome = await advisor.submitDialog({ text: 'Kyllä voi.', cites: 'criteria' });
    assert.equal(outcome.saw, 'dialog');
    assert.match(wordsIn(advisor.dialog?.card), /ohjetta ei enää ole/);
    assert.match(form(), /Kyllä voi\./);
    assert.equal((await one.kept()).status, 'claimed');
    advisor.closeDialog();
  });

  it('leave a link that an advisor types themselves as plain words', async () => {
    const one = await claimed();
    await advisor.press(one.card(), 'answer');
    await advisor.submitDialog({ text: 'Katso\n- [tämä (v1)](https://example.invalid/x)' });
    await one.askerSees(/Katso/);
    assert.match(JSON.stringify(one.askersCard().card), /\\\\\[tämä \(v1\)\\\\\]\(https/);
  });

  const answered = async () => {
    const one = await claimed();
    await advisor.press(one.card(), 'answer');
    await advisor.submitDialog({ text: `${one.asker.person.name}, raja on 14 vrk, soita 040 123 4567.` });
    await one.shows(/Vastattu/);
    return one;
  };

  it('begin from an answer without what tells of a person, and say where the draft is', async () => {
    const one = await answered();
    await supervisor.press(one.card(), 'toInstruction');
    const filled = JSON.stringify(supervisor.dialog?.card);
    assert.match(filled, /raja on 14 vrk/);
    assert.ok(!filled.includes(one.asker.person.name.split(' ')[0] ?? '?'), filled);
    assert.doesNotMatch(filled, /040 123/);
    const refused = await supervisor.submitDialog({ subject: 'criteria', text: 'Hetu 010145-9003' });
    assert.equal(refused.saw, 'dialog');
    assert.match(wordsIn(supervisor.dialog?.card), /henkilötunnus/);
    const order = town.teams.faults.addToDeliveries({ kind: 'double', match: () => true });
    await supervisor.submitDialog({ title: 'Raja', text: 'Enintään 14 vrk.' });
    order.remove();
    await town.teams.settled();
    const link = /"url":"([^"]+)"/.exec(JSON.stringify(supervisor.dialog?.card))?.[1] ?? '';
    const path = JSON.parse(new URL(link).searchParams.get('context') ?? '{}').subEntityId as string;
    const id = path.split('/')[1] ?? '';
    const page = await tab(supervisor, 'GET', `/pages/${id}`);
    assert.equal(page.status, 200);
    assert.equal(page.body['state'], 'draft');
    const all = await tab(supervisor, 'GET', '');
    const drafts = JSON.stringify(all.body).split('"Raja"').length - 1;
    assert.equal(drafts, 1, 'one draft, though it was sent twice');
    assert.equal((await one.kept()).status, 'answered');
  });

  it('are begun by the region’s advisors too, and by nobody else: they are told whom to ask', async () => {
    const one = await answered();
    await advisor.press(one.card(), 'toInstruction');
    assert.ok(advisor.dialog?.card);
    advisor.closeDialog();
    const nurse = town.teams.addPerson({ id: randomUUID(), name: 'Vieras Väinö', locale: 'fi-FI' });
    await town.teams.team(town.town.team.id).addMember(nurse.id);
    for (const who of [other, nurse]) {
      const outcome = await who.press(one.card(), 'toInstruction');
      assert.match(
        JSON.stringify(outcome),
        new RegExp(`päivittäjä tai esihenkilö.*${town.town.supervisor.name}`),
      );
    }
  });
});
