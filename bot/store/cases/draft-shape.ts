/** What a sealed draft must look like when it comes back. */
import { z } from 'zod';
import type { Draft } from '../../domain/case/draft.ts';
import { urgencies } from '../../domain/county.ts';
import type { CareId, CaseId, CategoryId, Moment, PlaceId, TopicId } from '../../domain/names.ts';
import { exactly, name } from '../tables/shape.ts';
import { asker } from './case-shape.ts';

const { object, array, string, boolean, exactOptional: maybe } = z;

const answers = exactly<Draft['answers']>()(
  object({
    question: string(),
    place: maybe(name<PlaceId>()),
    topic: maybe(name<TopicId>()),
    category: maybe(name<CategoryId>()),
    priority75: maybe(z.enum(['yes', 'no', 'unknown'])),
    urgency: maybe(z.enum(urgencies)),
    care: maybe(name<CareId>()),
    callback: maybe(string()),
  }),
);

/** What was found in the text is only drawn again, never acted on: that it is there is enough. */
const finding = object({}) as unknown as z.ZodType<Draft['finding']>;

export const draftShape = object({
  id: name<CaseId>(),
  asker,
  at: name<Moment>(),
  answers,
  taken: exactly<Draft['taken']>()(object({ phones: array(string()), emails: array(string()) })),
  masked: array(name<Draft['masked'][number]>()),
  finding,
  card: maybe(object({ conversation: string(), activity: string() })),
  reminded: boolean(),
  dueAt: name<Moment>(),
}) satisfies z.ZodType<Draft>;
