import assert from 'node:assert/strict';
import { advisorDialog } from '../../bot/cards/advisor/advisor-dialogs.ts';
import { channelCard } from '../../bot/cards/advisor/channel-card.ts';
import { clientSystemText } from '../../bot/cards/advisor/client-text.ts';
import { previewCard } from '../../bot/cards/advisor/preview-card.ts';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { ringMessage } from '../../bot/cards/rings.ts';
import { type Case, textLimits } from '../../bot/domain/case/case.ts';
import { languages } from '../../bot/domain/county.ts';
import { instructionLimits } from '../../bot/domain/instructions/instructions.ts';
import { instructionId, topicId } from '../../bot/domain/names.ts';
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
  ada,
  answer,
  answers,
  assess,
  caseAfter,
  caseIn,
  cia,
  claim,
  concern,
  county,
  grant,
  lead,
  monday,
  nurse,
  redirect,
  reply,
  waitingCase,
} from '../support/cases.ts';
import { othersWish } from '../support/presses.ts';
import { wordsIn } from '../support/words.ts';
import { advisorExamples, channelCases, details, mentions, planted } from './advisor-examples.ts';

/** A form is read once it is filled in. */
const isRead = (verb: unknown, data: object) => othersWish(verb, { channel: 'phone', ...data });

for (const language of languages) {
  describe(`the advisors' and supervisors' cards in ${language}`, () => {
    for (const [name, card] of advisorExamples(language)) {
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

      if (!name.startsWith('dialog.show-client')) {
        it(`${name} names no client`, () => {
          for (const word of Object.values(planted)) assert.ok(!JSON.stringify(card).includes(word), word);
        });
      }
    }
  });
}

const says = (one: Case) => wordsOn(channelCard(one, county));
const shown = (state: string): Case => {
  const one = channelCases[state];
  assert.ok(one, `no case ${state}`);
  return one;
};

describe("the channel's card", () => {
  it('begins with the state, the promise, the place and the topic, the asker, and then the question', () => {
    const words = channelCard(waitingCase(), county).body.flatMap((node) =>
      wordsOn({ body: [node] } as never),
    );
    const order = [
      'Odottaa ottajaa',
      'Vastaus viimeistään ti 24.11. klo 9.00',
      'Kuopio · Ohjaus',
      'Niina Nurmi',
      'ateriapalvelun',
    ];
    const text = words.join('\n');
    const places = order.map((word) => text.indexOf(word));
    assert.ok(!places.includes(-1), text);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('leads with the urgency while an answer is awaited, and no longer once it is given', () => {
    assert.match(says(shown('urgent')), /Kiireellinen · Odottaa ottajaa/);
    assert.doesNotMatch(says(lead(shown('urgent'), claim, answer)), /Kiireellinen · /);
  });

  const possible: [state: string, first: string, can: string[], cannot: string[]][] = [
    [
      'waiting',
      'claim',
      ['transfer', 'takeOver', 'copyText'],
      ['answer', 'close', 'reopenCase', 'showClient', 'resend'],
    ],
    ['care-and-callback', 'claim', ['showClient'], ['callbackMade']],
    [
      'claimed',
      'answer',
      ['askBack', 'grant', 'assess', 'release', 'handOver', 'redirect', 'reportConcern'],
      ['claim', 'close', 'reopenCase'],
    ],
    ['asked-back', 'answer', ['release', 'transfer'], ['close', 'claim']],
    ['answered', 'close', ['answer', 'askBack', 'grant'], ['claim', 'reopenCase', 'addReference']],
    ['outcomes', 'close', ['addReference'], ['markRecorded']],
    ['concern', 'markRecorded', ['showClient', 'answer'], ['close']],
    ['undelivered', 'close', ['resend'], []],
    ['closed', 'reopenCase', ['addReference', 'copyText'], ['answer', 'claim', 'close', 'takeOver']],
  ];
  for (const [state, first, can, cannot] of possible) {
    it(`${state}: ${first} comes first; ${can.join(', ')} can be done, ${cannot.join(', ') || 'nothing else'} not`, () => {
      const { actions = [] } = channelCard(shown(state), county);
      const verbs = pressesOf({ actions } as never as Card).map(({ verb }) => verb);
      assert.equal(verbs[0], first);
      for (const verb of can) assert.ok(verbs.includes(verb), `${verb} is missing`);
      for (const verb of cannot) assert.ok(!verbs.includes(verb), `${verb} is offered`);
    });
  }

  for (const state of ['withdrawn', 'purged']) {
    it(`${state}: nothing can be done`, () =>
      assert.equal(channelCard(shown(state), county).actions, undefined));
  }

  it('offers the call made only where a call was wished and not yet made', () => {
    const wished = lead(waitingCase({}, { answers: { ...answers, callback: '040 000 0002' } }), claim);
    const verbs = (one: Case) => pressesOf(channelCard(one, county)).map(({ verb }) => verb);
    assert.ok(verbs(wished).includes('callbackMade'));
    assert.ok(!verbs(lead(wished, { do: 'callbackMade' })).includes('callbackMade'));
    assert.ok(!verbs(caseIn('claimed')).includes('callbackMade'));
  });

  it('names who took the case, who took it over, and why', () => {
    assert.match(says(caseIn('claimed')), /Ada Aalto hoitaa/);
    assert.match(
      says(shown('taken-over')),
      /Cia Cederberg otti vastuulleen \(Ada Aalto → Cia Cederberg, syy: Ada sairastui\.\)/,
    );
  });

  it('tells both the day that the law sets and that a target is none', () => {
    assert.match(
      says(caseAfter(claim, assess)),
      /Aloitettava viimeistään ke 2\.12\. \(7\. arkipäivä, SHL 36 §\)/,
    );
    const target = says(caseAfter(claim, { ...assess, priority75: 'no' } as typeof assess));
    assert.match(target, /ei lain määräaika/);
    assert.doesNotMatch(target, /SHL 36/);
  });

  it('says that the asker must be phoned when nothing reaches them', () => {
    assert.match(says(shown('undelivered')), /Soita hänelle/);
    assert.doesNotMatch(says(caseIn('answered')), /Soita hänelle/);
  });

  it('gives the last thing said in full and tells how many came before', () => {
    const text = 'Pitkä vastaus. '.repeat(200).slice(0, textLimits.answer).trim();
    const talk = says(caseAfter(claim, answer, reply, answer, reply, { do: 'answer', text }));
    assert.ok(talk.includes(text));
    assert.match(talk, /2 aiempaa viestiä/);
  });

  it('mentions only those named, and their names cannot end the mention', () => {
    assert.equal(channelCard(waitingCase(), county).msteams.entities, undefined);
    const odd = { name: '</at>Ada & <b>', teamsId: '29:odd' };
    const { msteams, body } = channelCard(waitingCase(), county, { mentions: [...mentions, odd] });
    const texts = (msteams.entities ?? []).map((entity) => (entity as { text: string }).text);
    assert.deepEqual(texts.slice(0, 2), ['<at>Ada Aalto</at>', '<at>Cia Cederberg</at>']);
    assert.equal(texts.length, 3);
    for (const text of texts) {
      assert.ok(JSON.stringify(body).includes(text), text);
      assert.match(text, /^<at>[^<>&]+<\/at>$/);
    }
  });

  it('is the same for all: nothing refreshes it for one reader', () => {
    assert.ok(!('refresh' in channelCard(waitingCase(), county)));
  });

  it('holds nothing of the question once it is purged', () => {
    const holds = (state: string) => JSON.stringify(channelCard(shown(state), county));
    assert.match(holds('closed'), /ateriapalvelu/i);
    assert.doesNotMatch(holds('purged'), /ateriapalvelu/i);
  });

  it('tells that the age is not known only where a clock runs by it', () => {
    const unknown = (topic: string) =>
      says(waitingCase({ priority75: 'unknown', topic: topicId(topic), outcomes: [] }));
    assert.match(unknown('assessment'), /lasketaan kyllä-vastaukseksi/);
    assert.doesNotMatch(unknown('guidance'), /hoitotuki/);
    assert.match(says(waitingCase({ priority75: 'no', topic: topicId('guidance') })), /hoitotuki/);
  });

  it('shows what people typed as they typed it, never as Markdown or a mention', () => {
    const question = '**[linkki](https://esimerkki.invalid)** <at>Ada</at>';
    const card = channelCard(waitingCase({}, { answers: { ...answers, question } }), county);
    assert.ok(wordsIn(card).includes(question), 'the question is not on the card');
    assert.doesNotMatch(JSON.stringify(card.body), /<at>|[^\\]\]\(https|[^\\]\*/);
  });

  for (const sign of ['a', 'ä', '*', '🙂', '"', '\n#']) {
    it(`stays under 25 kB when every text is as long as it may be, written in ${JSON.stringify(sign)}`, () => {
      const long = (most: number) => `${sign.repeat(Math.ceil(most / sign.length)).slice(0, most - 1)}x`;
      const reference = long(textLimits.reference);
      const talk = [answer, reply, answer, reply].map(
        (said) => ({ ...said, text: long(textLimits.reply) }) as typeof said,
      );
      const full = lead(
        waitingCase({}, { answers: { ...answers, question: long(textLimits.question) }, hasDetails: true }),
        claim,
        ...talk,
        ...Array.from({ length: 4 }, () => ({ ...grant, reference }) as typeof grant),
        { ...assess, appointment: long(textLimits.appointment) } as typeof assess,
        concern,
        redirect,
        [cia, { do: 'takeOver', reason: long(textLimits.reason) }],
        [ada, { do: 'takeOver', reason: long(textLimits.reason) }],
        [cia, { do: 'takeOver', reason: long(textLimits.reason) }],
        [cia, { do: 'answer', text: long(textLimits.answer) }],
      );
      const size = sizeOf(channelCard(full, county, { mentions }));
      assert.ok(size < largestCard, `${size} bytes`);
    });
  }
});

describe('the instructions that an answer may cite', () => {
  const eighty = Array.from({ length: 80 }, (_, n) => ({
    id: instructionId(`page-${n}`),
    version: n + 1,
    title: n === 77 ? 'Ateriapalvelun myöntäminen' : `Sivu ${String(n).padStart(2, '0')}`,
  }));
  const asks = (question: string, ...talk: Parameters<typeof lead>[1][]) =>
    lead(waitingCase({}, { answers: { ...answers, question } }), claim, ...talk);
  const dialog = (one: Case, wish = {}) =>
    advisorDialog('answer', one, county, 'fi', { today: monday, citable: eighty, ...wish }).card;
  const cites = (card: Card) =>
    card.body.flatMap((node) => (node.type === 'Input.ChoiceSet' && node.id === 'cites' ? node.choices : []));

  it('begin with what fits the question, and tell how many more are found by search', () => {
    const card = dialog(asks('Saako ateriat kotiin?'));
    assert.equal(cites(card)[0]?.title, 'Ateriapalvelun myöntäminen (v78)');
    assert.equal(cites(card).length, 20);
    assert.match(wordsOn(card), /Muut 60 löydät/);
  });

  it('still hold those ticked when the dialog comes back', () => {
    const card = dialog(asks('Saako ateriat kotiin?'), { typed: { text: 'x', cites: 'page-79' } });
    assert.ok(cites(card).some(({ value }) => value === 'page-79'));
  });

  it('are all there, with nothing more to tell, while they are few', () => {
    const card = dialog(asks('Saako ateriat kotiin?'), { citable: eighty.slice(0, 5) });
    assert.equal(cites(card).length, 5);
    assert.doesNotMatch(wordsOn(card), /löydät/);
  });

  for (const sign of ['a', 'ä', '*', '🙂', '"', '\n#']) {
    it(`leave the dialog under 25 kB among eighty, every text as long as may be, in ${JSON.stringify(sign)}`, () => {
      const long = (most: number) => `${sign.repeat(Math.ceil(most / sign.length)).slice(0, most - 1)}x`;
      const titled = eighty.map((one) => ({ ...one, title: long(instructionLimits.title) }));
      const full = asks(long(textLimits.question), [nurse, { do: 'reply', text: long(textLimits.reply) }]);
      const size = sizeOf(dialog(full, { citable: titled, typed: { text: long(textLimits.answer) } }));
      assert.ok(size < largestCard, `${size} bytes`);
    });
  }
});

describe("the advisors' dialogs", () => {
  const inputs = (card: Card) => card.body.flatMap((node) => ('id' in node ? [node] : []));

  it('give back what was typed when they were refused, with the reason above it', () => {
    const typed = { text: 'Kesken jäänyt vastaus' };
    const problem = { refused: 'changed-since', said: 'Asiakas muutti.' } as const;
    const { card } = advisorDialog('answer', caseIn('claimed'), county, 'fi', {
      today: monday,
      typed,
      problem,
    });
    const box = inputs(card)[0];
    assert.ok(box?.type === 'Input.Text');
    assert.equal(box.value, typed.text);
    assert.match(wordsOn(card), /Asiakas muutti/);
  });

  it('offer a crisis place only while the line is open, and say why it is missing', () => {
    const services = (open: boolean) => {
      const { card } = advisorDialog('grant', caseIn('claimed'), county, 'fi', { today: monday, open });
      const list = inputs(card).find(({ id }) => id === 'service');
      assert.ok(list?.type === 'Input.ChoiceSet');
      return { ids: list.choices.map(({ value }) => value), words: wordsOn(card) };
    };
    assert.ok(services(true).ids.includes('crisis-place'));
    assert.ok(!services(false).ids.includes('crisis-place'));
    assert.match(services(false).words, /Myönnetään vain linjan aukioloaikana: Kriisipaikka/);
  });

  it('show the sealed details, and nothing of them when there are none', () => {
    const open = (found: typeof details) =>
      wordsIn(
        advisorDialog('showClient', caseIn('claimed'), county, 'fi', { today: monday, details: found }).card,
      );
    for (const word of Object.values(planted)) assert.ok(open(details).includes(word), word);
    assert.match(open([]), /ei liity salattuja tietoja/);
  });

  it("do not offer the case's own region to transfer to", () => {
    const { card } = advisorDialog('transfer', caseIn('claimed'), county, 'fi', { today: monday });
    const where = inputs(card).find(({ id }) => id === 'region');
    assert.ok(where?.type === 'Input.ChoiceSet');
    assert.deepEqual(where.choices.map(({ value }) => value).toSorted(), [
      'etelainen',
      'koillinen',
      'lantinen',
      'pohjoinen',
    ]);
  });

  it('preview a reply that can still be edited and is sent with what then stands in it', () => {
    const card = previewCard(caseIn('claimed'), 'Kyllä.', county);
    const [press] = pressesOf(card);
    assert.deepEqual(othersWish(press?.verb, { ...press?.data, text: 'Kyllä, heti.' }), {
      press: 'sendReply',
      id: caseIn('claimed').id,
      seen: caseIn('claimed').version,
      text: 'Kyllä, heti.',
    });
  });
});

describe('the text for the client system', () => {
  it('tells who asked what, what was said and what was done, oldest first, and no more than was said', () => {
    const one = caseAfter(claim, answer, grant);
    const text = clientSystemText(one, one.said, county);
    assert.match(text, /7KQ-4MXU/);
    assert.match(text, /Niina Nurmi kysyi:\nVoiko asiakas saada ateriapalvelun/);
    assert.ok(text.indexOf('Niina Nurmi kysyi') < text.indexOf('Ada Aalto vastasi'));
    assert.match(text, /Ateriapalvelu 23\.11\.–6\.12\./);
  });
});

describe('the words that ring', () => {
  const rings = ['advisors', 'asker', 'holder'] as const;
  const abouts = [
    'answered',
    'asked-back',
    'outcome',
    'closed',
    'taken',
    'replied',
    'reopened',
    'reminded',
    'rescued',
    'assessment-due',
    'grant-ends',
    'transferred',
    'handed-over',
    'urgent',
    'withdrawn',
  ] as const;
  for (const language of languages) {
    it(`say which case, and neither the question nor the answer (${language})`, () => {
      for (const to of rings) {
        for (const about of abouts) {
          const { text, summary } = ringMessage(
            { to, about },
            caseIn('answered'),
            county,
            language,
            mentions,
          );
          assert.match(summary, /7KQ-4MXU/);
          assert.doesNotMatch(text + summary, /ateria|aloitamme|undefined/i);
          assert.doesNotMatch(summary, /<at>/);
        }
      }
    });
  }

  it('mention those who should look', () => {
    const { text } = ringMessage(
      { to: 'advisors', about: 'reminded' },
      waitingCase(),
      county,
      'fi',
      mentions,
    );
    assert.match(
      text,
      /^<at>Ada Aalto<\/at>, <at>Cia Cederberg<\/at> · Keskinen alue: Kysymys 7KQ-4MXU odottaa yhä ottajaa\.$/,
    );
  });

  it('tell a colleague what they were given, and all others what is back in the queue', () => {
    const said = (to: 'holder' | 'advisors') =>
      ringMessage({ to, about: 'handed-over' }, caseIn('claimed'), county, 'fi').summary;
    assert.equal(said('holder'), 'Keskinen alue: Sait hoidettavaksesi kysymyksen 7KQ-4MXU.');
    assert.match(said('advisors'), /palasi jonoon/);
  });

  it('name the advisor to the asker', () => {
    const { summary } = ringMessage({ to: 'asker', about: 'answered' }, caseIn('answered'), county, 'sv');
    assert.match(summary, /^Ada Aalto svarade på din fråga 7KQ-4MXU/);
  });
});
