/** The shape of a county file: which fields it has and what each may hold. */
import { z } from 'zod';
import {
  careId,
  categoryId,
  day,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../domain/names.ts';

const text = z.string().regex(/\S/, 'must not be blank');
const words = z.strictObject({ fi: text, sv: text, en: text });
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens: new-town-1');
const count = z.int().min(1);

const region = z.strictObject({
  id: id.transform(regionId),
  name: words,
  code: text,
  neighbours: z.array(id.transform(regionId)),
  phone: z.exactOptional(text),
  email: z.exactOptional(z.email('must be an e-mail address')),
});

const place = z.strictObject({
  id: id.transform(placeId),
  name: words,
  region: id.transform(regionId),
  municipality: z.strictObject({
    code: z.string().regex(/^\d{3}$/, 'must be three digits: 297'),
    name: text,
  }),
  kind: z.enum(['municipality', 'district']),
  partOf: z.exactOptional(id.transform(placeId)),
  genitive: z.string().regex(/\Sn$/, 'must be a Finnish genitive, ending in n: Uudenkylän'),
  locative: z.enum(['inner', 'outer']),
  demonym: z.exactOptional(text),
  aliases: z.array(text),
});

const unsettled = z.strictObject({
  name: text,
  genitive: place.shape.genitive,
  between: z.array(id.transform(placeId)).min(1),
});

const situation = z.strictObject({
  id: id.transform(placeId),
  name: words,
  region: id.transform(regionId),
  hints: z.array(text),
});

const routing = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('place'),
    ask: words,
    places: z.array(place).min(1),
    unsettled: z.array(unsettled),
  }),
  z.strictObject({ by: z.literal('situation'), ask: words, situations: z.array(situation).min(1) }),
]);

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day: 08:00');
const hours = z.array(z.strictObject({ from: clock, to: clock }));

const opening = z.strictObject({
  confirmed: z.boolean(),
  week: z.strictObject({
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  }),
  exceptions: z.array(
    z.strictObject({ day: z.iso.date('must be a day: 2026-12-24').transform(day), hours: hours }),
  ),
});

const promise = z.strictObject({ answerWithin: count, remindAfter: count, rescueAfter: count });

const service = z.strictObject({
  id: id.transform(serviceId),
  name: words,
  unit: words,
  maxDays: count,
  maxAmount: count,
  onlyWhenOpen: z.boolean(),
  remindDaysBefore: z.int().min(0),
  confirmed: z.boolean(),
});

const topic = z.strictObject({
  id: id.transform(topicId),
  name: words,
  kind: z.enum(['assessment', 'guidance', 'concern', 'crisis-place']),
});

const care = z.strictObject({
  id: id.transform(careId),
  name: words,
  means: z.enum(['line', 'own-team', 'flagged']),
});

const team = z.strictObject({
  care: id.transform(careId),
  regions: z.exactOptional(z.array(id.transform(regionId)).min(1)),
  name: words,
  phone: z.exactOptional(text),
});

const redirect = z.strictObject({
  id: id.transform(redirectId),
  name: words,
  contact: z.exactOptional(words),
  misdirected: z.boolean(),
});

const finder = z.strictObject({
  id,
  name: text,
  url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
  what: words,
});

export const countyShape = z.strictObject({
  id,
  name: words,
  lineName: words,
  channelLanguage: z.enum(['fi', 'sv', 'en']),
  regions: z.array(region).min(1),
  routing,
  opening,
  promises: z.strictObject({ urgent: promise, today: promise, normal: promise }),
  topics: z.array(topic).min(1),
  categories: z.array(z.strictObject({ id: id.transform(categoryId), name: words })),
  services: z.array(service),
  cares: z.array(care),
  teams: z.array(team),
  redirects: z.array(redirect).min(1),
  clientDoor: z.strictObject({ name: words, contact: words }),
  emergency: z.strictObject({
    number: text,
    social: z.strictObject({ name: words, phone: words, confirmed: z.boolean() }),
  }),
  finders: z.array(finder),
  assessment: z.strictObject({ workingDays: count, warnOnDay: count, targetDays: count }),
  purgeAfterDays: count,
  feedback: z.exactOptional(z.boolean()),
  linePhone: z.exactOptional(text),
});
