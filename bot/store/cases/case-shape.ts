/** What a sealed case must look like when it comes back; the compiler holds it equal to the domain's type. */
import { z } from 'zod';
import type { AssessmentClock } from '../../domain/assessment.ts';
import type {
  Asker,
  CardPlace,
  Case,
  Outcome,
  Person,
  Ring,
  Step,
  Utterance,
} from '../../domain/case/case.ts';
import { concernGrounds } from '../../domain/concern.ts';
import { urgencies } from '../../domain/county.ts';
import type {
  CareId,
  CaseId,
  CategoryId,
  Day,
  Moment,
  PersonId,
  PlaceId,
  RedirectId,
  RegionId,
  ServiceId,
  TopicId,
} from '../../domain/names.ts';
import { exactly, name } from '../tables/shape.ts';

const { object, array, string, int, boolean, literal, exactOptional: maybe } = z;

const moment = name<Moment>();
const day = name<Day>();
const urgency = z.enum(urgencies);
const priority75 = z.enum(['yes', 'no', 'unknown']);

export const person = exactly<Person>()(object({ id: name<PersonId>(), name: string() }));

export const asker = exactly<Asker>()(
  object({
    id: name<PersonId>(),
    name: string(),
    language: z.enum(['fi', 'sv', 'en']),
    title: maybe(string()),
    unit: maybe(string()),
  }),
);

export const utterance = exactly<Utterance>()(
  object({
    n: int(),
    at: moment,
    by: z.enum(['asker', 'advisor']),
    name: string(),
    kind: z.enum(['question', 'edit', 'reply', 'answer', 'ask-back']),
    text: string(),
  }),
);

// which deeds there are is the newer version's to say: a trail is read for years
const deed = name<Step['did']>();

export const step = exactly<Step>()(
  object({
    version: int(),
    at: moment,
    by: z.union([person, literal('line')]),
    did: deed,
    reason: maybe(string()),
    from: maybe(name<RegionId>()),
    to: maybe(name<RegionId>()),
    person: maybe(person),
  }),
);

const recorded = { n: int(), at: moment, by: person };

const clock = exactly<AssessmentClock>()(
  object({ kind: z.enum(['statutory', 'target']), beginBy: day, warnOn: day }),
);

const concernFacts = object({
  basis: z.enum(['consent', 'no-consent']),
  grounds: array(z.enum(concernGrounds)),
  danger: boolean(),
  clientKnows: z.enum(['yes', 'no', 'unknown']),
});

const outcome = exactly<Outcome>()(
  z.discriminatedUnion('kind', [
    object({ ...recorded, kind: literal('guidance') }),
    object({
      ...recorded,
      kind: literal('grant'),
      remindedOn: maybe(day),
      service: name<ServiceId>(),
      from: day,
      to: day,
      amount: z.number(),
      reference: maybe(string()),
    }),
    object({
      ...recorded,
      kind: literal('assessment'),
      category: name<CategoryId>(),
      priority75,
      appointment: maybe(string()),
      clock,
      warned: maybe(boolean()),
      reference: maybe(string()),
    }),
    object({
      ...recorded,
      kind: literal('concern'),
      facts: concernFacts,
      assessed: maybe(urgency),
      recorded: maybe(object({ at: moment, by: person, reference: string() })),
    }),
    object({ ...recorded, kind: literal('redirect'), to: name<RedirectId>(), misdirected: boolean() }),
    object({ ...recorded, kind: literal('callback') }),
  ]),
);

const ring = exactly<Ring>()(
  object({
    n: int(),
    at: moment,
    to: z.enum(['advisors', 'asker', 'neighbours', 'supervisors', 'holder']),
    about: name<Ring['about']>(),
    whom: maybe(name<PersonId>()),
    state: z.enum(['due', 'sending', 'sent', 'unsure', 'failed']),
  }),
);

const view = {
  conversation: string(),
  activity: maybe(string()),
  shown: string(),
  // cards of before it was counted
  wanted: int().default(0),
  state: z.enum(['live', 'lost']),
  tries: int(),
  notBefore: maybe(moment),
};
exactly<CardPlace>()(object(view));

const asked = {
  id: name<CaseId>(),
  version: int(),
  asker,
  receivedAt: moment,
  region: name<RegionId>(),
  place: maybe(name<PlaceId>()),
  topic: name<TopicId>(),
  category: maybe(name<CategoryId>()),
  priority75,
  urgency,
  care: maybe(name<CareId>()),
  flagged: boolean(),
  misdirected: boolean(),
  wantsCallback: boolean(),
  hasDetails: boolean(),
  question: string(),
  said: array(utterance),
  saidCount: int(),
  outcomes: array(outcome),
  trail: array(step),
  rings: array(ring),
  ringCount: int(),
  askerSpoke: int(),
  answerBy: moment,
  waitingSince: moment,
  reminded: boolean(),
  rescued: boolean(),
  reopened: boolean(),
  firstAnswerBy: maybe(moment),
  firstClaimedAt: maybe(moment),
  firstAnsweredAt: maybe(moment),
  dueAt: maybe(moment),
  contactId: maybe(string()),
  views: object({
    channel: maybe(object({ ...view, region: name<RegionId>() })),
    asker: maybe(object(view)),
  }),
  purgedAt: maybe(moment),
};

export const caseShape = exactly<Case>()(
  z.discriminatedUnion('status', [
    object({ ...asked, status: literal('waiting') }),
    object({
      ...asked,
      status: z.enum(['claimed', 'asked-back', 'answered']),
      holder: person,
      claimedAt: moment,
    }),
    object({
      ...asked,
      status: literal('closed'),
      holder: maybe(person),
      closedBy: person,
      closedAt: moment,
    }),
    object({ ...asked, status: literal('withdrawn'), closedAt: moment }),
  ]),
);
