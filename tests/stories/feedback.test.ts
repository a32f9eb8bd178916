/** Feedback on a closed question, as an asker gives it: once a week, counted, and known by nobody. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { regionId } from '../../bot/domain/names.ts';
import { type AskedCase, ask } from '../support/asked-case.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { wordsIn } from '../support/words.ts';

const region = regionId('pohjoinen');

describe('Feedback from the asker', () => {
  let town: TestLine;
  let asked: AskedCase;
  before(async () => {
    town = await openTestLine();
    asked = await ask(town);
    const advisor = town.teams.as(town.town.advisors.find((one) => one.region === region)?.id ?? '');
    await advisor.press(town.advisorsCard(region), 'claim');
    await town.teams.until(() => /hoitaa/.test(wordsIn(town.advisorsCard(region).card)));
    await advisor.press(town.advisorsCard(region), 'answer');
    await advisor.submitDialog({ text: 'Kyllä.' });
    await town.teams.until(() => /Vastattu/.test(wordsIn(town.advisorsCard(region).card)));
    await advisor.press(town.advisorsCard(region), 'close');
  });
  after(() => town.stop());

  const closedCard = () => {
    const card = asked.asker
      .chat()
      .findLast((message) => JSON.stringify(message.card ?? {}).includes('"feedback"'));
    return card;
  };

  it('is asked for on the closed card, thanked for, counted once a week, and told to no case', async () => {
    const card = await town.teams.until(closedCard, 'the closed card asks for feedback');
    const first = await asked.asker.press(card, 'feedback', { score: '9', helped: '5' });
    assert.match(JSON.stringify(first), /Kiitos palautteesta/);
    const second = await asked.asker.press(card, 'feedback', { score: '0' });
    assert.match(JSON.stringify(second), /jo antanut palautetta/);
    assert.doesNotMatch(JSON.stringify(await asked.kept()), /helped|score|feedback/);
  });
});
