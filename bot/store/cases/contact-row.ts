/** Reads the anonymous facts that the tallies count. */
import { z } from 'zod';
import type { Outcome } from '../../domain/case/case.ts';
import { urgencies } from '../../domain/county.ts';
import type {
  CareId,
  CategoryId,
  Month,
  PlaceId,
  RedirectId,
  RegionId,
  ServiceId,
  TopicId,
} from '../../domain/names.ts';
import type { Contact } from '../../domain/tally/tally.ts';
import { UnreadableRowError } from '../tables/failures.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { Row } from '../tables/table.ts';
import { placeOf } from './case-row.ts';

const { object, array, string, int, boolean, exactOptional: maybe } = z;

const contactShape = exactly<Contact>()(
  object({
    month: name<Month>(),
    weekday: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    hour: int(),
    channel: z.enum(['teams', 'phone', 'email', 'walk-in']),
    region: name<RegionId>(),
    place: maybe(name<PlaceId>()),
    topic: name<TopicId>(),
    category: maybe(name<CategoryId>()),
    priority75: z.enum(['yes', 'no', 'unknown']),
    urgency: z.enum(urgencies),
    care: maybe(name<CareId>()),
    role: maybe(string()),
    unit: maybe(string()),
    outcomes: array(name<Outcome['kind']>()),
    services: array(name<ServiceId>()),
    redirects: array(name<RedirectId>()),
    assessments: maybe(
      array(z.enum(['statutory-in-time', 'statutory-late', 'target-in-time', 'target-late'])),
    ),
    concerns: maybe(array(z.enum([...urgencies, 'unassessed']))),
    misdirected: boolean(),
    withdrawn: boolean(),
    reopened: boolean(),
    toClaim: maybe(z.number()),
    toAnswer: maybe(z.number()),
    promiseKept: maybe(boolean()),
  }),
);

export function readContact(row: Row): Contact {
  return readAs<Contact>(contactShape, placeOf(row), readJson(placeOf(row), row['contact']));
}

/** @throws UnreadableRowError when the column is no JSON text. */
export function readJson(place: string, text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableRowError(place, 'it is not JSON');
  }
}
