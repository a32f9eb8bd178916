/** The main story with a misfortune at each of its calls: a process dies, a reply is lost, a call is made twice. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'mocha';
import { type CaseId, caseId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { inAzurite } from '../support/azurite.ts';
import { answered, can, type StruckTown, strikesOf } from '../support/struck-town.ts';
import { wordsIn } from '../support/words.ts';

const region = regionId('pohjoinen');
const answers = { topic: 'guidance', priority75: 'yes', urgency: 'today', care: 'none' } as const;
const answerText = 'Kyllä voi, teemme päätöksen tänään.';

describe('The main story, struck at each of its calls', () => {
  let struck: StruckTown;
  let advisor: PersonDriver;
  let stories = 0;

  function moveTo(town: StruckTown): void {
    struck = town;
    stories = 0;
    const { advisors } = struck.town.town;
    advisor = struck.town.teams.as(advisors.find((one) => one.region === region)?.id ?? '');
  }

  /** Asks, claims, answers and closes, as people do who press again when nothing happens. */
  async function tell(): Promise<{ asker: PersonDriver; question: string; id: CaseId }> {
    const { town, insist, send, wait } = struck;
    stories += 1;
    const question = `Voiko Iisalmessa asuva asiakas saada ateriapalvelun, tapaus ${'abcdefghij'[stories % 10]}${stories}?`;
    const asker = town.teams.addPerson({ id: randomUUID(), name: `Asker ${stories}`, locale: 'fi-FI' });
    const card = () =>
      asker.chat().findLast((one) => one.card && !one.deleted && /"ask"/.test(JSON.stringify(one.card)));
    await insist(async () => {
      await asker.say(question);
      return card() !== undefined;
    }, 'the question card');
    let id: CaseId | undefined;
    await insist(async () => {
      const pressed = card();
      if (!pressed) return true;
      id ??= caseId(JSON.stringify(pressed.card).match(/"draftId":"(\w+)"/)?.[1] ?? '');
      return answered(await asker.press(pressed, 'ask', answers));
    }, 'the question sent');
    const cardFor = (verb: string) => () => threadsOf(question).find(({ root }) => can(root, verb))?.root;
    const waiting = await wait(cardFor('claim'), 'a thread');
    await insist(async () => answered(await advisor.press(waiting, 'claim')), 'the claim');
    const claimed = await wait(cardFor('answer'), 'the claimed card');
    await insist(async () => answered(await advisor.press(claimed, 'answer')), 'the dialog');
    await send(advisor, { text: answerText }, 'the answer');
    const done = await wait(cardFor('close'), 'the answered card');
    await insist(async () => answered(await advisor.press(done, 'close')), 'the closing');
    assert.ok(id);
    return { asker, question, id };
  }
  const threadsOf = (question: string) =>
    struck.town.threads(region).filter(({ root }) => wordsIn(root.card).includes(question));

  /** `most`: a message may stand twice when its post was doubled, or its poster died before it could be kept. */
  async function endsRight(
    told: Awaited<ReturnType<typeof tell>>,
    most = { cards: 1, rings: 1 },
  ): Promise<void> {
    const { asker, question, id } = told;
    const rows = await struck.rowsAtRest(id);
    const [one, ...others] = await struck.mortals.service.desk.casework.askedBy({
      id: asker.id as never,
      name: '',
    });
    assert.ok(one);
    assert.equal(others.length, 0, 'one case');
    assert.equal(one.id, id);
    assert.equal(one.status, 'closed');
    const said = rows.filter(({ rowKey }) => rowKey.startsWith(`said|${id}|`));
    assert.equal(said.length, 2, 'the question and one answer');
    assert.equal(
      rows.filter(({ rowKey }) => rowKey.startsWith('contact|')).length,
      stories,
      'one contact each',
    );
    const mine = asker.chat().find((message) => message.id === one.views.asker?.activity);
    assert.match(wordsIn(mine?.card), /sulki asian/);
    const shows = asker.chat().filter(({ card }) => wordsIn(card).includes(question));
    assert.ok(shows.length <= most.cards, `${shows.length} live cards`);
    const threads = threadsOf(question);
    assert.ok(threads.length <= most.cards, `${threads.length} threads`);
    const isLive = ({ root }: { root: SeenMessage }) => root.id === one.views.channel?.activity;
    assert.match(wordsIn(threads.find(isLive)?.root.card), /Suljettu/);
    for (const twin of threads.filter((each) => !isLive(each))) {
      await advisor.press(twin.root, 'claim');
      assert.equal(threadsOf(question).length, 1, 'a press on the twin makes it a pointer');
    }
    const heard = asker.toasts.map(({ text }) => text);
    for (const ring of [/vastasi kysymykseesi/, /sulki kysymyksen/]) {
      const times = heard.filter((text) => ring.test(text)).length;
      assert.ok(times <= most.rings, `${ring} rang ${times} times`);
    }
  }
  const strikes = strikesOf({ moveTo, tell, endsRight, storage: inAzurite });
  strikes.counts({ storage: 21, teams: 5 });
  strikes.covers('teams', 'kill-before', 4);
  strikes.covers('teams', 'kill-after', 4);
  strikes.covers('teams', 'lost', 4);
  strikes.covers('teams', 'double', 4);
  strikes.covers('storage', 'kill-before', 50);
  strikes.covers('storage', 'kill-after', 50);
  strikes.covers('storage', 'lost', 50);
  strikes.covers('storage', 'double', 50);

  for (const kind of ['double', 'same-twice', 'lost-answer'] as const) {
    it(`ends right when a delivery comes again (${kind})`, async function () {
      await strikes.calls();
      const { teams } = struck.town;
      const before = teams.deliveries.length;
      await endsRight(await tell());
      const deliveries = teams.deliveries.length - before;
      assert.ok(deliveries >= 6);
      for (let nth = 0; nth < deliveries; nth += 1) {
        let passed = 0;
        const order = teams.faults.addToDeliveries({ kind, match: () => passed++ === nth });
        // a message that was answered too late comes again, and its card may be posted again
        await endsRight(await tell(), { cards: 2, rings: 1 });
        assert.equal(order.hits, 1, `the delivery ${nth} was not struck`);
        order.remove();
      }
      if (this.test) this.test.title += ` (${deliveries} points struck)`;
    });
  }
});
