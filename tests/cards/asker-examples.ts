/** Every card an asker can meet, in every state that looks different. */

import { againDialog } from '../../bot/cards/again-dialog.ts';
import { askerCard, askerLine } from '../../bot/cards/asker/asker-card.ts';
import { askerDialog } from '../../bot/cards/asker/asker-dialogs.ts';
import { myQuestionsCard, pickCaseCard } from '../../bot/cards/asker/my-questions.ts';
import { discardedCard, type QuestionShown, questionCard } from '../../bot/cards/asker/question-card.ts';
import type { Card } from '../../bot/cards/elements/elements.ts';
import { concernCard, helpCard, menuCard, welcomeCard } from '../../bot/cards/menu.ts';
import { askerDialogs } from '../../bot/cards/verbs/asker-readers.ts';
import type { Case } from '../../bot/domain/case/case.ts';
import { tick } from '../../bot/domain/case/deadlines.ts';
import type { Draft } from '../../bot/domain/case/draft.ts';
import type { Language } from '../../bot/domain/county.ts';
import { careId, categoryId, placeId, topicId } from '../../bot/domain/names.ts';
import { route } from '../../bot/domain/routing.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import {
  answer,
  answers,
  askBack,
  asker,
  assess,
  at,
  bo,
  caseAfter,
  caseIn,
  claim,
  concern,
  county,
  facts,
  firstId,
  grant,
  lead,
  markRecorded,
  nine,
  noon,
  nurse,
  redirect,
  reply,
  takeOver,
  transfer,
  waitingCase,
} from '../support/cases.ts';
import { citedAnswer } from '../support/citations.ts';

const speaking = (one: Case, language: Language): Case => ({ ...one, asker: { ...one.asker, language } });

const reportOnly = (danger: boolean) =>
  waitingCase(
    {},
    {
      answers: { ...answers, topic: topicId('concern'), question: 'Huoli-ilmoitus' },
      concern: { ...facts, danger },
      hasDetails: true,
    },
  );

/** A case in each state an asker's card looks different in. */
export const askerStates: { readonly [state: string]: Case } = {
  waiting: waitingCase(),
  'waiting-callback-informal-care': waitingCase({
    wantsCallback: true,
    flagged: true,
    care: careId('informal-care'),
  }),
  reminded: tick(county, waitingCase(), at('11:30')),
  claimed: caseIn('claimed'),
  'taken-over': caseAfter(claim, [bo, takeOver]),
  transferred: caseAfter(claim, transfer),
  'asked-back': caseIn('asked-back'),
  replied: caseAfter(claim, askBack, reply),
  answered: caseIn('answered'),
  'answered-citing': caseAfter(claim, { do: 'answer', text: citedAnswer }),
  'answered-after-asking-back': caseAfter(claim, askBack, reply, answer),
  agreed: lead(waitingCase({ wantsCallback: true }), claim, answer, grant, assess, redirect, {
    do: 'callbackMade',
  }),
  'assessment-target': caseAfter(claim, {
    do: 'assess',
    category: categoryId('housing'),
    priority75: 'no',
    appointment: '4.12. klo 10 asiakkaan kotona',
  }),
  concern: reportOnly(false),
  'concern-danger': reportOnly(true),
  'concern-recorded': lead(reportOnly(true), claim, {
    ...markRecorded,
    assessed: 'urgent',
  } as typeof markRecorded),
  'concern-from-case': caseAfter(claim, [nurse, concern]),
  closed: caseIn('closed'),
  reopened: lead(caseIn('closed'), [nurse, { do: 'reopen', text: 'Vielä yksi asia.' }]),
  withdrawn: caseIn('withdrawn'),
  purged: tick(county, caseIn('closed'), at('12:00', 60)),
};

export const draft: Draft = {
  id: firstId,
  asker,
  at: nine,
  answers: { question: 'Voiko nilsiäläinen asiakas saada aterioita?', place: placeId('nilsia') },
  taken: { phones: [], emails: [] },
  masked: [],
  finding: { found: 'one', place: placeId('nilsia') },
  reminded: false,
  dueAt: at('09:30'),
};
const answered = (more: Partial<Draft['answers']>): Draft => ({
  ...draft,
  answers: { ...draft.answers, topic: topicId('guidance'), ...more },
});
const noPlace = { ...draft, answers: { question: 'Voiko asiakas saada aterioita?' } };
const homeCare = answered({ care: careId('home-care') });
const crisis = answered({ topic: topicId('crisis-place') });

type Shown = Pick<QuestionShown, 'draft'> & Partial<QuestionShown>;

/** The question card in each way it can look. */
export const questionStates: { readonly [state: string]: Shown } = {
  fresh: { draft },
  'not-sent': { draft: { ...draft, reminded: true } },
  masked: { draft: { ...draft, masked: ['henkilotunnus', 'birth-date', 'phone', 'email'] } },
  'no-place': { draft: { ...noPlace, finding: { found: 'none' } } },
  'several-places': {
    draft: { ...noPlace, finding: { found: 'several', between: [placeId('kuopio'), placeId('iisalmi')] } },
  },
  'place-missing': {
    draft: { ...noPlace, finding: { found: 'none' } },
    route: route(county, { insist: false, open: true }),
  },
  'unknown-place': {
    draft: answered({ place: placeId('atlantis') }),
    route: route(county, { place: placeId('atlantis'), insist: false, open: true }),
  },
  'own-team': {
    draft: homeCare,
    route: route(county, { place: placeId('nilsia'), care: careId('home-care'), insist: false, open: true }),
  },
  'informal-care': { draft: answered({ care: careId('informal-care') }) },
  'crisis-place-closed': {
    draft: crisis,
    route: route(county, { topic: topicId('crisis-place'), insist: false, open: false }),
    open: false,
    now: at('18:00'),
  },
  'out-of-hours': { draft, open: false, now: at('18:00', 4) },
  'topic-missing': { draft, problem: { refused: 'unknown-choice', field: 'topic' } },
};

const typedReport = {
  basis: 'no-consent',
  whyNoConsent: 'Ei ymmärrä tilannettaan.',
  clientName: 'Testi Henkilö',
  address: 'Testikuja 1',
  place: 'nilsia',
  grounds: 'does-not-cope,own-safety',
  danger: 'yes',
  since: 'Viikon',
};

/** Every asker's card in that language, by the name of its golden. */
export function askerExamples(language: Language): Map<string, Card> {
  const all = new Map<string, Card>();
  const add = (name: string, card: Card) => all.set(name, card);
  for (const [state, one] of Object.entries(askerStates))
    add(`asker.${state}`, askerCard(speaking(one, language), county, { now: noon, open: true }));
  const waiting = speaking(waitingCase(), language);
  const reminded = tick(county, waiting, at('11:30'));
  add('asker.waiting-late', askerCard(reminded, county, { now: at('10:00', 1), open: true }));
  add('asker.waiting-out-of-hours', askerCard(waiting, county, { now: at('19:00'), open: false }));
  const urgent = { ...waiting, urgency: 'urgent', answerBy: at('08:55', 1) } as const;
  add('asker.waiting-closes-first', askerCard(urgent, county, { now: at('15:55'), open: true }));
  add('asker-line.answered', askerLine(speaking(caseIn('answered'), language), county));
  for (const [state, shown] of Object.entries(questionStates))
    add(`question.${state}`, questionCard({ county, language, open: true, ...shown }));
  add('question.discarded', discardedCard(language, county));
  for (const name of askerDialogs)
    add(`asker-dialog.${name}`, askerDialog(name, caseIn('asked-back'), county, language).card);
  const again = {
    newId: firstId,
    typed: typedReport,
    problem: { refused: 'missing', field: 'observed' },
  } as const;
  add(
    'asker-dialog.concern-from-chat',
    askerDialog('concern', undefined, county, language, { newId: firstId }).card,
  );
  add(
    'asker-dialog.broke',
    againDialog(language, textsFor(language).talk.apology(county.linePhone), {
      verb: 'reply',
      caseId: firstId,
      version: 3,
      text: 'Ei ole vielä.',
    }).card,
  );
  add('asker-dialog.concern-again', askerDialog('concern', undefined, county, language, again).card);
  add('menu', menuCard(language, county));
  add('menu.advisor', menuCard(language, county, true));
  add('concern', concernCard(language, county));
  add('welcome', welcomeCard(language, county));
  add('help', helpCard(language, county));
  const own = [caseIn('closed'), caseIn('asked-back'), caseIn('withdrawn'), waitingCase()];
  add('my-questions.some', myQuestionsCard(own, county, language));
  add('my-questions.none', myQuestionsCard([], county, language));
  add('pick-case', pickCaseCard({ draft, cases: [waitingCase(), caseIn('asked-back')], county, language }));
  add('pick-case.one', pickCaseCard({ draft, cases: [waitingCase()], county, language }));
  return all;
}
