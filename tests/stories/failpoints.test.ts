/** The main story with a misfortune at each of its calls: a process dies, a reply is lost, a call is made twice. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { type CaseId, caseId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/driver.ts';
import type { SeenMessage } from '../../bot/local/seeing.ts';
import { inMinutes, openTestLine, type TestLine } from '../support/line.ts';
import { type Fate, type Made, type Misfortune, type Mortals, mortalsOf } from '../support/mortal.ts';
import { rowsOf } from '../support/raw-rows.ts';
import { wordsIn } from '../support/words.ts';

const region = regionId('pohjoinen');
const answers = { topic: 'guidance', priority75: 'yes', urgency: 'today', care: 'none' } as const;
const answerText = 'Kyllä voi, teemme päätöksen tänään.';
type Outcome = Awaited<ReturnType<PersonDriver['press']>>;

describe('The main story, struck at each of its calls', () => {
  let town: TestLine;
  let mortals: Mortals;
  let advisor: PersonDriver;
  let stories = 0;

  before(async function () {
    this.timeout(60_000);
    town = await openTestLine({ untilWithin: 3000 });
    mortals = await mortalsOf(town);
    advisor = town.teams.as(town.town.advisors.find((one) => one.region === region)?.id ?? '');
  });
  after(async function () {
    this.timeout(60_000);
    await mortals.end();
    await town.stop();
  });

  /** Repeats what got no answer; a process that died is started anew first. */
  async function insist(deed: () => Promise<boolean>, what: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      if (mortals.isDead) await mortals.revive();
      if (await deed()) return;
    }
    throw new Error(`Nobody answers: ${what}`);
  }
  /** What is under way comes to its end; then time passes and the clockwork runs, until the wish comes true. */
  async function wait<Wished>(wish: () => Wished | undefined | false, what: string): Promise<Wished> {
    for (let rounds = 0; rounds < 12; rounds += 1) {
      for (let naps = 0; naps < 12 && !mortals.isDead; naps += 1) {
        const come = wish();
        if (come) return come;
        await nap(10);
      }
      await round(rounds);
    }
    throw new Error(`It never came: ${what}`);
  }
  /** The first at once, the others minutes apart: a dead process holds its lease for a while. */
  async function round(nth: number): Promise<void> {
    if (mortals.isDead) await mortals.revive();
    if (nth > 0) town.clock.set(inMinutes(town.clock.now(), 3));
    await Promise.race([mortals.line.desk.upkeep.repairCards(), mortals.death]);
  }
  const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const answered = (outcome: Outcome) =>
    outcome.saw !== 'error' &&
    !(outcome.saw === 'text' && /jokin meni vikaan|En saanut varmistettua|varmist/.test(outcome.text));

  /** Asks, claims, answers and closes, as people do who press again when nothing happens. */
  async function tell(): Promise<{ asker: PersonDriver; question: string; id: CaseId }> {
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
    await insist(
      async () => !advisor.dialog || answered(await advisor.submitDialog({ text: answerText })),
      'the answer',
    );
    const done = await wait(cardFor('close'), 'the answered card');
    await insist(async () => answered(await advisor.press(done, 'close')), 'the closing');
    assert.ok(id);
    return { asker, question, id };
  }
  const can = (message: SeenMessage, verb: string) =>
    JSON.stringify(message.card).includes(`"verb":"${verb}"`);
  const threadsOf = (question: string) =>
    town.threads(region).filter(({ root }) => wordsIn(root.card).includes(question));

  /** `most`: a message may stand twice when its post was doubled, or its poster died before it could be kept. */
  async function endsRight(
    told: Awaited<ReturnType<typeof tell>>,
    most = { cards: 1, rings: 1 },
  ): Promise<void> {
    const { asker, question, id } = told;
    const rows = await rowsAtRest(id);
    const [one, ...others] = await mortals.line.desk.casework.askedBy({ id: asker.id as never, name: '' });
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
  /** Every row, once nothing lags. */
  async function rowsAtRest(id: CaseId) {
    for (let rounds = 0; rounds < 12; rounds += 1) {
      for (let naps = 0; naps < 6 && !mortals.isDead; naps += 1) {
        const rows = await rowsOf(`${town.prefix}cases`);
        if (!rows.some(({ rowKey }) => rowKey === `show|${id}`)) return rows;
        await nap(20);
      }
      await round(rounds);
    }
    throw new Error('The case lags for ever');
  }

  let clean: readonly Made[] = [];
  it('is told once without misfortune, and its calls counted', async function () {
    this.timeout(60_000);
    await endsRight(await tell());
    mortals.begin();
    const told = await tell();
    await rowsAtRest(told.id);
    // what the test itself asks of the process afterwards is no part of the story
    clean = [...mortals.made];
    await endsRight(told);
    assert.ok(clean.filter(({ what }) => what === 'storage').length > 20);
    assert.ok(clean.filter(({ what }) => what === 'teams').length >= 5);
    const times = (what: string) => clean.filter((one) => one.what === what).length;
    if (this.test) this.test.title += ` (${times('storage')} calls of storage, ${times('teams')} of Teams)`;
  });

  async function struckBy(misfortune: Misfortune): Promise<void> {
    mortals.begin(misfortune);
    const { what, nth, fate } = misfortune;
    const isKept = what === 'storage' && fate === 'lost';
    const most = { cards: isKept ? 1 : 2, rings: fate === 'double' ? 2 : 1 };
    try {
      await endsRight(await tell(), most);
    } catch (error) {
      throw new Error(`${fate} at call ${nth} of ${what}: ${(error as Error).message}`, { cause: error });
    }
  }
  function covering(
    what: Made['what'],
    fate: Fate,
    each: (one: Made, index: number) => boolean,
    least: number,
  ) {
    it(`ends right after ${fate} of a call of ${what}`, async function () {
      this.timeout(300_000);
      const points = clean.filter((one) => one.what === what).filter(each);
      let struck = 0;
      for (const { nth } of points) {
        await struckBy({ what, nth, fate });
        if (mortals.struck) struck += 1;
      }
      if (this.test) this.test.title += ` (${struck} of ${points.length} points struck)`;
      assert.ok(struck >= least, `only ${struck} points were struck`);
    });
  }

  covering('teams', 'kill-before', () => true, 4);
  covering('teams', 'kill-after', () => true, 4);
  covering('teams', 'lost', () => true, 4);
  covering('teams', 'double', () => true, 4);
  covering('storage', 'kill-before', () => true, 50);
  covering('storage', 'kill-after', () => true, 50);
  covering('storage', 'lost', () => true, 50);
  covering('storage', 'double', () => true, 50);

  for (const kind of ['double', 'same-twice', 'lost-answer'] as const) {
    it(`ends right when a delivery comes again (${kind})`, async function () {
      this.timeout(300_000);
      const before = town.teams.deliveries.length;
      await endsRight(await tell());
      const deliveries = town.teams.deliveries.length - before;
      assert.ok(deliveries >= 6);
      for (let nth = 0; nth < deliveries; nth += 1) {
        let passed = 0;
        const order = town.teams.faults.addToDeliveries({ kind, match: () => passed++ === nth });
        // a message that was answered too late comes again, and its card may be posted again
        await endsRight(await tell(), { cards: 2, rings: 1 });
        assert.equal(order.hits, 1, `the delivery ${nth} was not struck`);
        order.remove();
      }
      if (this.test) this.test.title += ` (${deliveries} points struck)`;
    });
  }
});
