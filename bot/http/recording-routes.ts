/** Recording contacts and importing old statistics over HTTP. */
import { z } from 'zod';
import type { Recording } from '../desk/recording/recording.ts';
import { type Language, languages, urgencies } from '../domain/county.ts';
import {
  careId,
  categoryId,
  day,
  month,
  personId,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../domain/names.ts';
import { noRole } from '../domain/roles.ts';
import { type CsvTable, importLimits } from '../domain/tally/contact-import.ts';
import type { ContactField } from '../domain/tally/other-contacts.ts';
import { otherChannels, outcomeKinds } from '../domain/tally/other-contacts.ts';
import { answerTo, badInput, deskAnswer } from './desk-answers.ts';
import { importTemplate } from './import-template.ts';
import { type CsvRefusal, readCsv } from './read-csv.ts';
import { personOf, type TabRequest, type TabRoute } from './tab-api.ts';

export function recordingRoutes(recording: Recording): readonly TabRoute[] {
  return [...forms(recording), ...mendings(recording), ...imports(recording)];
}

const id = z.string().min(1).max(100);
const many = z.array(id).max(20);
const contactShape = z.strictObject({
  channel: z.enum(otherChannels),
  day: z.iso.date().transform(day),
  hour: z.int(),
  place: z.exactOptional(id.transform(placeId)),
  region: z.exactOptional(id.transform(regionId)),
  topic: id.transform(topicId),
  category: z.exactOptional(id.transform(categoryId)),
  priority75: z.enum(['yes', 'no', 'unknown']),
  urgency: z.enum(urgencies),
  care: z.exactOptional(id.transform(careId)),
  // what is too long is refused by the rules; only the absurd is refused here
  role: z.exactOptional(z.string().max(1000)),
  unit: z.exactOptional(z.string().max(1000)),
  outcomes: z.array(z.enum(outcomeKinds)).max(outcomeKinds.length),
  services: many.transform((all) => all.map(serviceId)),
  redirects: many.transform((all) => all.map(redirectId)),
});
const recordedShape = z.strictObject({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .transform(month),
  region: z.exactOptional(id.transform(regionId)),
  by: z.exactOptional(id.transform(personId)),
  most: z.coerce.number().int().min(1).max(2000).default(100),
});
const reason = z.exactOptional(z.string().max(300));

function forms(recording: Recording): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/recording',
      answer: async (request) => deskAnswer(await recording.form(personOf(request))),
    },
    {
      // the form makes the key, so that sending it twice records one
      method: 'PUT',
      path: '/recording/entries/:key',
      async answer(request) {
        const key = request.path['key'] ?? '';
        if (!/^[a-z0-9-]{1,80}$/.test(key)) return badInput();
        return answerTo(request, contactShape, (contact) =>
          recording.record(personOf(request), key, contact),
        );
      },
    },
    {
      method: 'GET',
      path: '/recording/months/:month',
      async answer(request) {
        const wish = recordedShape.safeParse({
          month: request.path['month'],
          ...Object.fromEntries(request.query),
        });
        if (!wish.success) return badInput();
        return deskAnswer(await recording.recordedIn(personOf(request), wish.data));
      },
    },
  ];
}

function mendings(recording: Recording): readonly TabRoute[] {
  const entryOf = ({ path }: TabRequest) => path['id'] ?? '';
  return [
    {
      method: 'POST',
      path: '/recording/entries/:id/correction',
      answer: (request) =>
        answerTo(request, z.strictObject({ seen: contactShape, contact: contactShape, reason }), (wish) =>
          recording.correct(personOf(request), entryOf(request), wish),
        ),
    },
    {
      method: 'POST',
      path: '/recording/entries/:id/removal',
      answer: (request) =>
        answerTo(request, z.strictObject({ seen: contactShape, reason }), (wish) =>
          recording.remove(personOf(request), entryOf(request), wish),
        ),
    },
    {
      method: 'POST',
      path: '/recording/entries/:id/restoration',
      answer: (request) =>
        answerTo(request, z.strictObject({ reason }), (wish) =>
          recording.restore(personOf(request), entryOf(request), wish),
        ),
    },
  ];
}

// --- imports ---

const fields = Object.keys(contactShape.shape) as [ContactField, ...ContactField[]];
const text = z.string().max(importLimits.value);
const byField = <Shape extends z.ZodType>(shape: Shape) => z.partialRecord(z.enum(fields), shape);
const mappingShape = z.strictObject({
  columns: byField(text),
  values: byField(z.record(text, text)),
  unless: byField(text),
});
const csv = z.string().min(1);
const importShape = z.strictObject({ csv, mapping: mappingShape });
/** Without a mapping it is guessed. */
const previewShape = z.strictObject({ csv, mapping: z.exactOptional(mappingShape) });
/** The biggest file, its umlauts and line ends written longer, and its mapping. */
const atMost = importLimits.bytes + 1024 * 1024;

async function withTable<Wish extends { readonly csv: string }, Outcome extends object>(
  { csv: sent, ...wish }: Wish,
  desk: (wish: Omit<Wish, 'csv'> & { readonly table: CsvTable }) => Promise<Outcome>,
): Promise<Outcome | CsvRefusal> {
  const table = readCsv(sent);
  return 'refused' in table ? table : desk({ ...wish, table });
}

function imports(recording: Recording): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/recording/imports',
      answer: async (request) => deskAnswer(await recording.imports(personOf(request))),
    },
    {
      method: 'GET',
      path: '/recording/imports/template',
      async answer(request) {
        const form = await recording.form(personOf(request));
        if ('refused' in form) return deskAnswer(form);
        return form.mayImport ? importTemplate(form, languageOf(request)) : deskAnswer(noRole('supervisor'));
      },
    },
    {
      method: 'POST',
      path: '/recording/imports/preview',
      atMost,
      answer: (request) =>
        answerTo(request, previewShape, (sent) =>
          withTable(sent, (wish) => recording.preview(personOf(request), wish)),
        ),
    },
    {
      method: 'POST',
      path: '/recording/imports',
      atMost,
      answer: (request) =>
        answerTo(request, importShape, (sent) =>
          withTable(sent, (wish) => recording.importAll(personOf(request), wish)),
        ),
    },
    {
      method: 'DELETE',
      path: '/recording/imports/:id',
      async answer(request) {
        const wanted = request.path['id'] ?? '';
        if (!/^[\w-]{1,80}$/.test(wanted)) return deskAnswer({ refused: 'no-such-import' });
        return deskAnswer(await recording.undoImport(personOf(request), wanted));
      },
    },
  ];
}

const languageOf = ({ query }: TabRequest): Language =>
  languages.find((one) => one === query.get('language')) ?? 'fi';
