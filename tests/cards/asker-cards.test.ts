import assert from 'node:assert/strict';
import { askerCard } from '../../bot/cards/asker/asker-card.ts';
import { askerDialog } from '../../bot/cards/asker/asker-dialogs.ts';
import { pickCaseCard } from '../../bot/cards/asker/my-questions.ts';
import { questionCard } from '../../bot/cards/asker/question-card.ts';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { type Case, textLimits } from '../../bot/domain/case/case.ts';
import { languages } from '../../bot/domain/county.ts';
import { type Moment, placeId, topicId } from '../../bot/domain/names.ts';
import {
  hasNoDeadButton,
  hasNoMoreThanSixButtons,
  isTakenByTeams,
  largestCard,
  pressesOf,
  sizeOf,
  wordsOn,
} from '../support/card-checks.ts';
import {
  answer,
  askBack,
  asker,
  assess,
  at,
  caseAfter,
  caseIn,
  claim,
  concern,
  county,
  facts,
  grant,
  lead,
  noon,
  nurse,
  redirect,
  reply,
  waitingCase,
} from '../support/cases.ts';
import { pressIn } from '../support/presses.ts';
import { askerExamples, draft, questionStates } from './asker-examples.ts';

const open = { now: noon, open: true };

/** Feedback is read once it is chosen; everything else as it stands. */
const isRead = (verb: unknown, data: object) => pressIn('chat', verb, { score: '9', ...data });

for (const language of languages) {
  describe(`the asker's cards in ${language}`, () => {
    for (const [name, card] of askerExamples(language)) {
      it(`${name} is a card that Teams takes`, () => {
        isTakenByTeams(card);
        hasNoMoreThanSixButtons(card);
        assert.ok(sizeOf(card) < largestCard, `${sizeOf(card)} bytes`);
      });

      it(`${name} has no dead button`, () => hasNoDeadButton(card, isRead));

      it(`${name} has its words in the reader's language`, () => {
        assert.equal(card.lang, language);
        assert.doesNotMatch(wordsOn(card), /undefined|\[object|NaN/);
      });
    }
  });
}

describe("the asker's one live card", () => {
  const says = (one: Case, when = open) => wordsOn(askerCard(one, county, when));

  it('names who took the question, and when', () => {
    assert.match(says(caseIn('claimed')), /Ada Aalto hoitaa asiaasi/);
    assert.match(says(caseIn('claimed')), /ma 23\.11\. klo 9\.01 · Ada Aalto otti/);
  });

  it('gives the answer in full, however long', () => {
    const text = 'Pitkä vastaus. '.repeat(200).slice(0, textLimits.answer).trim();
    assert.ok(says(caseAfter(claim, { do: 'answer', text })).includes(text));
  });

  it('keeps the answer on the card when the advisor later asks back, and shows both', () => {
    const words = says(caseAfter(claim, answer, reply, askBack));
    assert.match(words, /Kyllä, aloitamme huomenna\./);
    assert.match(words, /Onko hänellä jo turvapuhelin\?/);
  });

  it('promises an answer while none has come, and owns up when the promise is broken', () => {
    assert.match(says(waitingCase()), /Vastaus viimeistään ti 24\.11\. klo 9\.00/);
    assert.match(
      says(waitingCase(), { now: at('10:00', 1), open: true }),
      /Vastausaika meni umpeen ti 24\.11\. klo 9\.00/,
    );
    assert.doesNotMatch(says(caseIn('answered')), /Vastaus viimeistään/);
  });

  it('claims that advisors were reminded only when they were', () => {
    const late = { now: at('10:00', 1), open: true };
    assert.doesNotMatch(says(waitingCase(), late), /Ohjaajia on muistutettu/);
    assert.match(says(waitingCase({ reminded: true }), late), /Ohjaajia on muistutettu/);
  });

  it('promises again when the question was reopened', () => {
    const reopened = lead(caseIn('closed'), [nurse, { do: 'reopen' }]);
    assert.match(says(reopened), /Vastaus viimeistään/);
  });

  it('tells when the line opens, and whom to call until then', () => {
    const words = says(waitingCase(), { now: at('19:00', 4), open: false });
    assert.match(words, /Linja avautuu ma 30\.11\. klo 8\.00/);
    assert.match(words, /Sosiaali- ja kriisipäivystys/);
  });

  it('tells whom to call when what is urgent is asked so late that the line closes first', () => {
    const urgent = (urgency: 'urgent' | 'normal', now: string, answerBy: Moment) =>
      says(waitingCase({ urgency, answerBy }), { now: at(now), open: true });
    const tomorrow = at('08:55', 1);
    assert.match(
      urgent('urgent', '15:55', tomorrow),
      /Linja ehtii sulkeutua[\s\S]*Sosiaali- ja kriisipäivystys/,
    );
    assert.doesNotMatch(urgent('normal', '15:55', tomorrow), /ehtii sulkeutua/);
    assert.doesNotMatch(urgent('urgent', '09:00', at('10:00')), /ehtii sulkeutua/);
  });

  it('says 112 on every open question', () => {
    for (const status of ['waiting', 'claimed', 'asked-back', 'answered'] as const)
      assert.match(says(caseIn(status)), /soita 112/);
  });

  it('tells what was agreed: the service with its days and amount, and by when the assessment begins', () => {
    const words = says(caseAfter(claim, grant, assess, redirect));
    assert.match(words, /Ateriapalvelu, 23\.11\.–6\.12\., ateriaa päivässä: 1/);
    assert.match(words, /Arviointi alkaa viimeistään ke 2\.12\. \(SHL 36 §\)/);
    assert.match(words, /Ohjattu muualle:\*\* Kela/);
  });

  it('calls the follow-up target of others a target, never a time limit of the law', () => {
    const words = says(caseAfter(claim, { ...assess, priority75: 'no' } as typeof assess));
    assert.match(words, /Tavoite ei ole lain määräaika/);
    assert.doesNotMatch(words, /SHL 36/);
  });

  it('reminds of 112 first on the receipt of a report that told of danger', () => {
    const report = waitingCase({}, { concern: { ...facts, danger: true }, hasDetails: true });
    assert.match(
      says(report),
      /Jos et ole vielä soittanut: \*\*112\*\* heti[\s\S]*Huoli-ilmoitus vastaanotettu/,
    );
    assert.doesNotMatch(says(waitingCase({}, { concern: facts })), /Jos et ole vielä soittanut/);
  });

  const buttonsIn = (one: Case) => pressesOf(askerCard(one, county, open)).map(({ verb }) => verb);

  const possible: [name: string, one: Case, can: string[], cannot: string[]][] = [
    ['waiting', waitingCase(), ['reply', 'edit', 'wrongRegion', 'withdraw', 'concern'], ['reopen']],
    ['claimed', caseIn('claimed'), ['reply', 'concern'], ['edit', 'withdraw', 'wrongRegion']],
    ['asked back', caseIn('asked-back'), ['reply', 'concern'], ['edit', 'withdraw']],
    ['closed', caseIn('closed'), ['reopen'], ['reply', 'edit', 'concern']],
    ['withdrawn', caseIn('withdrawn'), [], ['reply', 'reopen', 'edit']],
    ['a concern report', waitingCase({}, { concern: facts }), ['reply'], ['withdraw']],
  ];
  for (const [name, one, can, cannot] of possible) {
    it(`${name}: offers ${can.join(', ') || 'nothing'} and not ${cannot.join(', ')}`, () => {
      const verbs = buttonsIn(one);
      for (const verb of can) assert.ok(verbs.includes(verb), `${verb} is missing`);
      for (const verb of cannot) assert.ok(!verbs.includes(verb), `${verb} is offered`);
    });
  }

  it('holds nothing of the question once it is purged', () => {
    const purged = { ...caseIn('closed'), question: '', said: [], outcomes: [], trail: [], purgedAt: noon };
    const card = askerCard(purged, county, open);
    assert.equal(card.actions, undefined);
    assert.match(wordsOn(card), /poistettu määräajan jälkeen/);
  });

  it('carries the version its reader sees', () => {
    const one = waitingCase();
    const onThisCase = pressesOf(askerCard(one, county, open)).filter(({ verb }) => verb !== 'menu');
    assert.ok(onThisCase.length > 3);
    for (const { data } of onThisCase) {
      assert.equal(data['caseId'], one.id);
      assert.equal(data['version'], one.version);
    }
  });

  it('puts no word of the question or the answer where a toast shows them', () => {
    const card = askerCard(caseIn('answered'), county, open);
    assert.match(wordsOn(card), /ateria[\s\S]*aloitamme|aloitamme[\s\S]*ateria/);
    assert.doesNotMatch(card.fallbackText + card.speak, /ateria|aloitamme/);
  });
});

describe('the largest cards', () => {
  const texts: [name: string, sign: string][] = [
    ['letters beyond ASCII', 'ä'],
    ['signs of Markdown', '*'],
    ['an emoji', '🙂'],
  ];
  const long = (sign: string, most: number) => sign.repeat(Math.floor(most / sign.length));
  for (const [name, sign] of texts) {
    it(`stay under 25 kB when every text is as long as it may be: ${name}`, () => {
      const opens = {
        answers: { ...draft.answers, topic: topicId('guidance'), question: long(sign, textLimits.question) },
      };
      const full = lead(
        waitingCase({}, opens),
        claim,
        { do: 'answer', text: long(sign, textLimits.answer) },
        [nurse, concern],
        grant,
        assess,
        redirect,
        { do: 'reply', text: long(sign, textLimits.reply) },
        { do: 'reply', text: long(sign, textLimits.reply) },
      );
      const cards: Card[] = [
        askerCard(full, county, open),
        askerCard(waitingCase({}, opens), county, open),
        questionCard({ draft: { ...draft, ...opens }, county, language: 'sv', open: false }),
        pickCaseCard({ draft: { ...draft, ...opens }, cases: Array(12).fill(full), county, language: 'fi' }),
        askerDialog('edit', waitingCase({}, opens), county, 'fi').card,
      ];
      for (const card of cards)
        assert.ok(sizeOf(card) < largestCard, `${card.fallbackText}: ${sizeOf(card)} bytes`);
    });
  }
});

describe('the question card', () => {
  const shown = (state: string) => {
    const found = questionStates[state];
    assert.ok(found, `no state ${state}`);
    return questionCard({ county, language: 'fi', open: true, ...found });
  };
  const inputsOf = (card: Card) => card.body.flatMap((node) => ('id' in node ? [node] : []));
  const placesOn = (card: Card) => {
    const place = inputsOf(card).find(({ id }) => id === 'place');
    assert.ok(place?.type === 'Input.ChoiceSet');
    return place;
  };

  it('asks for what the desk reads, under those names', () => {
    const ids = inputsOf(shown('fresh')).map(({ id }) => id);
    const wanted = ['question', 'place', 'topic', 'category', 'priority75', 'urgency', 'care', 'callback'];
    assert.deepEqual(ids.toSorted(), wanted.toSorted());
  });

  it('shows at once to which region the found place leads', () => {
    assert.match(wordsOn(shown('fresh')), /Menee alueelle: Koillinen alue/);
    assert.equal(placesOn(shown('fresh')).value, 'nilsia');
  });

  it('offers first the places the text may have meant', () => {
    const first = placesOn(shown('several-places')).choices.slice(0, 2);
    assert.deepEqual(first.map(({ value }) => value).toSorted(), ['iisalmi', 'kuopio']);
    assert.equal(placesOn(shown('several-places')).choices.length, 22);
  });

  it("names the client's own team, and sends past it only when the asker insists", () => {
    const card = shown('own-team');
    assert.match(wordsOn(card), /hoitava sairaanhoitaja tai kotihoidon tiimi/);
    assert.ok(pressesOf(card).some(({ verb }) => verb === 'sendAnyway'));
    assert.ok(!pressesOf(shown('fresh')).some(({ verb }) => verb === 'sendAnyway'));
  });

  it('gives the emergency service at once when a crisis place is asked for out of hours', () => {
    const words = wordsOn(shown('crisis-place-closed'));
    assert.match(words, /Soita nyt:\nSosiaali- ja kriisipäivystys/);
    assert.match(words, /Kysymystä ei laitettu jonoon/);
  });

  it('says in every state that it is not sent, that names are not recognised, and 112', () => {
    for (const state of Object.keys(questionStates)) {
      assert.match(wordsOn(shown(state)), /ei ole vielä lähetetty|Ei vielä lähetetty/);
      assert.match(wordsOn(shown(state)), /Nimiä ja osoitteita emme tunnista/);
      assert.match(wordsOn(shown(state)), /soita 112/);
    }
  });

  it('tells what was masked, and that the own message still shows it', () => {
    const words = wordsOn(shown('masked'));
    assert.match(words, /Peitimme tekstistäsi: henkilötunnus, syntymäaika\. Viestissäsi se on yhä näkyvissä/);
    assert.match(words, /salattuihin tietoihin: puhelinnumero, sähköpostiosoite/);
  });

  it('gives back everything that was filled in', () => {
    const filled = {
      question: 'Teksti',
      place: placeId('kaavi'),
      urgency: 'urgent',
      priority75: 'yes',
      callback: '040 1234567',
    } as const;
    const card = questionCard({ draft: { ...draft, answers: filled }, county, language: 'fi', open: true });
    const values = Object.fromEntries(
      inputsOf(card).map((input) => [input.id, 'value' in input && input.value]),
    );
    for (const [id, value] of Object.entries(filled)) assert.equal(values[id], value);
  });

  it('needs no place where the county works without regions', () => {
    const [only] = county.regions;
    assert.ok(only);
    const undivided = { ...county, regions: [only] };
    const card = questionCard({ draft: { ...draft, asker }, county: undivided, language: 'fi', open: true });
    assert.equal(placesOn(card).isRequired, undefined);
  });
});
