/** Opens a case out of a filled-in question card, or says what is still missing. */

import type { ConcernFacts } from '../concern.ts';
import type { County, Topic } from '../county.ts';
import type { CaseId, Moment, RegionId } from '../names.ts';
import { answerDue } from '../promises.ts';
import { careOf, regionOfPlace } from '../routing.ts';
import type { Asker, Case, WaitingCase } from './case.ts';
import { textLimits } from './case.ts';
import { settled } from './change.ts';
import type { Refusal } from './command.ts';
import type { Answers } from './draft.ts';

/** What routing decided: which region's advisors, and whether the asker insisted past the client's own team. */
export type Destination = {
  readonly region: RegionId;
  readonly flagged: boolean;
  readonly misdirected: boolean;
};

export type Opening = {
  readonly id: CaseId;
  readonly asker: Asker;
  readonly answers: Answers;
  readonly hasDetails: boolean;
  readonly destination: Destination;
  readonly contactId: string;
  /** A concern report that opens the case. */
  readonly concern?: ConcernFacts;
};

/** Why the card can't be sent yet; the topic when it can. */
export function refuseAnswers(county: County, answers: Answers): Refusal | { readonly topic: Topic } {
  if (answers.question.trim() === '') return { refused: 'empty-text' };
  const most = textLimits.question;
  if (answers.question.length > most) return { refused: 'too-long', most, length: answers.question.length };
  const topic = county.topics.find(({ id }) => id === answers.topic);
  if (!topic) return { refused: 'unknown-choice', field: 'topic' };
  const hasCategory = county.categories.some(({ id }) => id === answers.category);
  if (topic.kind === 'assessment' && !hasCategory) return { refused: 'unknown-choice', field: 'category' };
  return { topic };
}

/** What the county does not know is left out: it would be counted for ever. */
function chosen(county: County, { kind }: Topic, { place, category, care }: Answers) {
  // the card asks for the category whatever the topic; only an assessment has one
  const hasCategory = kind === 'assessment' && county.categories.some(({ id }) => id === category);
  return {
    ...(place && regionOfPlace(county, place) && { place }),
    ...(hasCategory && category && { category }),
    ...(care && careOf(county, care) && { care }),
  };
}

/** The case in its first version: waiting, with its question said and its promise made. */
export function openCase(county: County, opening: Opening, topic: Topic, now: Moment): Case {
  const { id, asker, answers, destination, contactId } = opening;
  const urgency = answers.urgency ?? 'normal';
  const person = { id: asker.id, name: asker.name };
  const first: WaitingCase = {
    ...blank,
    ...destination,
    ...chosen(county, topic, answers),
    id,
    asker,
    receivedAt: now,
    topic: topic.id,
    priority75: answers.priority75 ?? 'unknown',
    urgency,
    wantsCallback: Boolean(answers.callback?.trim()),
    hasDetails: opening.hasDetails,
    question: answers.question,
    said: [{ n: 0, at: now, by: 'asker', name: asker.name, kind: 'question', text: answers.question }],
    trail: [{ version: 1, at: now, by: person, did: 'ask' }],
    outcomes: opening.concern ? [{ kind: 'concern', n: 0, at: now, by: person, facts: opening.concern }] : [],
    answerBy: answerDue(county, now, urgency),
    waitingSince: now,
    contactId,
  };
  return settled(county, first);
}

const blank = {
  status: 'waiting',
  version: 1,
  saidCount: 1,
  rings: [],
  ringCount: 0,
  askerSpoke: 1,
  reminded: false,
  rescued: false,
  reopened: false,
  views: {},
} as const;
