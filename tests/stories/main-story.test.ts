/** The main story, whole: a question from a chat is claimed, answered, granted and closed; both sides see it all. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import { azuriteTables } from '../support/azurite.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { once } from '../support/once.ts';
import { wordsIn } from '../support/words.ts';

const region = regionId('pohjoinen');

describe('One question, from a chat to a closed case', () => {
  let town: TestLine;
  let asker: PersonDriver;
  let first: PersonDriver;
  let second: PersonDriver;
  const advisorsCard = () => town.advisorsCard(region);
  const askersCard = () => asker.lastCard();
  const sees = (card: () => SeenMessage, words: RegExp) =>
    town.teams.until(() => words.test(wordsIn(card().card)), `${words} on the card`);

  before(async () => {
    town = await openTestLine({ tables: azuriteTables() });
    const [niina] = town.town.askers;
    const advisors = town.town.advisors.filter((one) => one.region === region);
    asker = town.teams.as(niina?.id ?? '');
    first = town.teams.as(advisors[0]?.id ?? '');
    second = town.teams.as(advisors[1]?.id ?? '');
  });
  after(() => town.stop());

  const holder = () =>
    wordsIn(advisorsCard().card).includes(`${first.person.name} hoitaa`) ? first : second;
  const other = () => (holder().id === first.id ? second : first);

  const asked = once(async () => {
    await asker.say('Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi?');
    const card = JSON.stringify(askersCard().card);
    assert.match(card, /Voiko Iisalmessa asuva asiakas/);
    assert.match(card, /"value":"iisalmi"/);
    assert.match(wordsIn(askersCard().card), /Pohjoinen alue/);
    assert.equal(town.threads(region).length, 0);
  });

  const sent = once(async () => {
    await asked();
    await asker.press(askersCard(), 'ask', {
      topic: 'guidance',
      priority75: 'yes',
      urgency: 'today',
      care: 'none',
    });
    await town.teams.until(() => town.threads(region).length === 1, 'a thread in the region');
    await sees(askersCard, /Lähetit kysymyksen/);
    await sees(advisorsCard, /Voiko Iisalmessa asuva asiakas/);
    assert.deepEqual([...advisorsCard().mentions].sort(), [first.id, second.id].sort());
  });

  const claimed = once(async () => {
    await sent();
    const card = advisorsCard();
    const [one, other] = await Promise.all([first.press(card, 'claim'), second.press(card, 'claim')]);
    const texts = [one, other].map((outcome) => JSON.stringify(outcome));
    const refused = texts.filter((text) => /otti tämän klo 12\.00/.test(text));
    assert.equal(refused.length, 1, texts.join('\n'));
    await sees(advisorsCard, /hoitaa/);
    await sees(askersCard, new RegExp(holder().person.name));
  });

  const turned = once(async () => {
    await claimed();
    await sees(advisorsCard, /hoitaa/);
    await other().press(advisorsCard(), 'answer');
    assert.equal(other().dialog?.title, 'Ota minulle');
    other().closeDialog();
  });

  const answered = once(async () => {
    await turned();
    await holder().press(advisorsCard(), 'answer');
    await holder().submitDialog({ text: 'Kyllä voi, teemme päätöksen tänään.' });
    await sees(askersCard, /Kyllä voi, teemme päätöksen tänään/);
    await sees(advisorsCard, /Vastattu/);
    await town.teams.until(
      () => asker.toasts.some(({ text }) => /vastasi kysymykseesi/.test(text)),
      'a toast',
    );
  });

  const granted = once(async () => {
    await answered();
    await holder().press(advisorsCard(), 'grant');
    await holder().submitDialog({ service: 'meals', from: '2026-11-23', to: '2026-12-06', amount: 1 });
    await sees(askersCard, /23\.11\.–6\.12\./);
    await sees(advisorsCard, /23\.11\.–6\.12\./);
  });

  const closed = once(async () => {
    await granted();
    await holder().press(advisorsCard(), 'close');
    await sees(advisorsCard, /Suljettu/);
    await sees(askersCard, /sulki asian/);
    await asker.press(askersCard(), 'reopen');
    if (asker.dialog) await asker.submitDialog({ text: 'Entä viikonloput?' });
    await sees(advisorsCard, /Entä viikonloput|hoitaa/);
  });

  it('opens the question card filled in as far as the words tell', asked);
  it('sends it with one press: the asker has a live card, the region a thread that rings its advisors', sent);
  it('lets the first claim win and tells the second who and when', claimed);
  it('turns the other advisor’s press on the holder’s action into the deliberate takeover', turned);
  it('brings the answer back to the asker, in the card and as a ring', answered);
  it('grants a temporary service that both cards tell of', granted);
  it('closes at once, and the asker can open it again', closed);
});
