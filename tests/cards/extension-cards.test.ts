/** The message's dialog and the results of a search, in every language. */
import assert from 'node:assert/strict';
import { questionDialog } from '../../bot/cards/extension/question.ts';
import { caseResult, instructionResult } from '../../bot/cards/extension/results.ts';
import { textLimits } from '../../bot/domain/case/case.ts';
import { languages } from '../../bot/domain/county.ts';
import { topicId } from '../../bot/domain/names.ts';
import {
  hasNoDeadButton,
  hasNoMoreThanSixButtons,
  isTakenByTeams,
  largestCard,
  sizeOf,
  wordsOn,
} from '../support/card-checks.ts';
import { caseIn, county, noon, waitingCase } from '../support/cases.ts';
import { askersWish } from '../support/presses.ts';
import { draft, questionStates } from './asker-examples.ts';
import { extensionExamples, link, page, posted, shownStates } from './extension-examples.ts';

for (const language of languages) {
  describe(`the cards of the extension in ${language}`, () => {
    for (const [name, card] of extensionExamples(language)) {
      it(`${name} is a card that Teams takes`, () => {
        isTakenByTeams(card);
        hasNoMoreThanSixButtons(card);
        assert.ok(sizeOf(card) < largestCard, `${sizeOf(card)} bytes`);
      });

      it(`${name} has no dead button, and none that a dialog can't send`, () => {
        hasNoDeadButton(card, askersWish);
        assert.ok(!JSON.stringify(card).includes('Action.Execute'));
      });

      it(`${name} has its words in the reader's language`, () => {
        assert.equal(card.lang, language);
        assert.doesNotMatch(wordsOn(card), /undefined|\[object|NaN/);
      });
    }
  });
}

describe('the dialog on a message', () => {
  it('fits when the text is as long as it may be', () => {
    for (const sign of ['ä', '*', '🙂']) {
      const question = sign.repeat(Math.floor(textLimits.question / sign.length));
      const long = { ...draft, answers: { ...draft.answers, topic: topicId('guidance'), question } };
      const { card } = questionDialog({ draft: long, county, language: 'sv', open: false });
      assert.ok(sizeOf(card) < largestCard, `${sizeOf(card)} bytes`);
    }
  });

  it('says 112 and that it is not sent, whatever its state', () => {
    for (const state of shownStates) {
      const words = wordsOn(
        questionDialog({
          county,
          language: 'fi',
          open: true,
          ...(questionStates[state] as { draft: typeof draft }),
        }).card,
      );
      assert.match(words, /soita 112/);
      assert.match(words, /Ei vielä lähetetty/);
    }
  });
});

describe('a result', () => {
  it('of a case tells nothing of the question or its asker, in any state', () => {
    for (const status of ['waiting', 'claimed', 'asked-back', 'answered', 'closed', 'withdrawn'] as const) {
      const one = caseIn(status);
      const words = JSON.stringify(caseResult(one, county, 'fi', noon));
      for (const secret of [one.question, one.asker.name, ...one.said.map(({ text }) => text)])
        assert.ok(!words.includes(secret), secret);
    }
  });

  it('of a case without a thread has no link that leads nowhere', () => {
    assert.equal(caseResult(waitingCase(), county, 'fi', noon).card.actions, undefined);
    assert.match(JSON.stringify(caseResult(posted, county, 'fi', noon).card.actions), /1764000000000/);
  });

  it('of a page shows its words as they were written, without a link of their own', () => {
    const words = wordsOn(instructionResult(page, 'fi', link).card);
    assert.match(words, /\\<tilapäinen\\>/);
    assert.match(words, /\\\[kahdeksi viikoksi\\\]/);
    assert.match(words, /Myöntämisperusteet · versio 2/);
  });
});
