/** The main story with a misfortune at each of its calls: a process dies, a reply is lost, a call is made twice. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'mocha';
import { type CaseId, caseId, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { inAzurite } from '../support/azurite.ts';
import { fates } from '../support/mortal.ts';
import type { KeptRow } from '../support/stores.ts';
import { answered, can, type Deed, type StruckTown, strikesOf } from '../support/struck-town.ts';
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
  async function tell(deed: Deed): Promise<{ asker: PersonDriver; question: string; id: CaseId }> {
    const { town, insist, send, wait } = struck;
    stories += 1;
    const question = `Voiko Iisalmessa asuva asiakas saada ateriapalvelun, tapaus ${'abcdefghij'[stories % 10]}${stories}?`;
    const asker = town.teams.addPerson({ id: randomUUID(), name: `Asker ${stories}`, locale: 'fi-FI' });
    const card = () =>
      asker.chat().findLast((one) => one.card && !one.deleted && /"ask"/.test(JSON.stringify(one.card)));
    const say = async () => {
      await asker.say(question);
      return card() !== undefined;
    };
    await deed('the question', () => insist(say, 'the question card'), holds({}));
    let id: CaseId | undefined;
    const ask = async () => {
      const pressed = card();
      if (!pressed) return true;
      id ??= caseId(JSON.stringify(pressed.card).match(/"draftId":"(\w+)"/)?.[1] ?? '');
      return answered(await asker.press(pressed, 'ask', answers));
    };
    const cardFor = (verb: string) => () => threadsOf(question).find(({ root }) => can(root, verb))?.root;
    const press = async (verb: string) => {
      const root = await wait(cardFor(verb), `a card to ${verb}`);
      await insist(async () => answered(await advisor.press(root, verb)), verb);
    };
    await deed('the sending', () => insist(ask, 'the question sent'), holds({ said: 1, contact: 1 }));
    await deed('the claim', () => press('claim'), holds({ said: 1, contact: 1 }));
    await deed('the dialog', () => press('answer'), holds({ said: 1, contact: 1 }));
    const answer = () => send(advisor, { text: answerText }, 'the answer');
    await deed('the answer', answer, holds({ said: 2, contact: 1 }));
    await deed('the closing', () => press('close'), holds({ said: 2, contact: 1 }));
    assert.ok(id);
    return { asker, question, id };

    /** So many rows of each kind stand, this story's and those of the stories before, which are alike. */
    function holds({ said = 0, contact = 0 }) {
      return (rows: readonly KeptRow[]) => {
        const before = stories - 1;
        const countOf = (kind: string) => rows.filter(({ rowKey }) => rowKey.startsWith(`${kind}|`)).length;
        assert.equal(countOf('said'), 2 * before + said, 'what was said');
        assert.equal(countOf('contact'), before + contact, 'one contact each');
      };
    }
  }
  const threadsOf = (question: string) =>
    struck.town.threads(region).filter(({ root }) => wordsIn(root.card).includes(question));

  /** `most`: a message may stand twice when its post was doubled, or its poster died before it could be kept. */
  async function endsRight(
    told: Awaited<ReturnType<typeof tell>>,
    most = { cards: 1, rings: 1 },
  ): Promise<void> {
    const { asker, question, id } = told;
    const rows = await struck.rowsAtRest();
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
  strikes.counts({ storage: 50, teams: 5 });
  for (const fate of fates) {
    strikes.covers('teams', fate);
    strikes.covers('storage', fate);
  }
  for (const kind of ['double', 'same-twice', 'lost-answer'] as const) strikes.coversDeliveries(kind, 6);
});
