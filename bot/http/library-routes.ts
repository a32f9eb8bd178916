/** The shared instructions over HTTP: reading for every employee, writing for those who keep them. */
import { z } from 'zod';
import type { Library } from '../desk/library/library.ts';
import { instructionLanguages, instructionLimits, subjects } from '../domain/instructions/instructions.ts';
import { day, type InstructionId, instructionId, readPersonId } from '../domain/names.ts';
import type { Answer } from './answers.ts';
import { answerTo, badInput, deskAnswer, wholeNumber } from './desk-answers.ts';
import { personOf, type TabRequest, type TabRoute } from './tab-api.ts';

export function libraryRoutes(library: Library): readonly TabRoute[] {
  return [...readings(library), ...pageReadings(library), ...writings(library), ...receipts(library)];
}

function readings(library: Library): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/library',
      answer: async (request) => deskAnswer(await library.list(personOf(request))),
    },
    {
      method: 'GET',
      path: '/library/texts',
      answer: async (request) => deskAnswer(await library.texts(personOf(request))),
    },
    {
      method: 'GET',
      path: '/library/people',
      async answer(request) {
        const name = request.query.get('name')?.trim() ?? '';
        if (name === '' || name.length > 100) return badInput();
        return deskAnswer(await library.keepers(personOf(request), name));
      },
    },
  ];
}

function pageReadings(library: Library): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/library/pages/:id',
      answer: (request) =>
        onPage(request, async (id) => {
          const version = wholeNumber(request.query.get('version'));
          return version === 'bad'
            ? badInput()
            : deskAnswer(await library.page(personOf(request), id, version));
        }),
    },
    {
      method: 'GET',
      path: '/library/pages/:id/versions',
      answer: (request) =>
        onPage(request, async (id) => deskAnswer(await library.versions(personOf(request), id))),
    },
    {
      method: 'GET',
      path: '/library/pages/:id/difference',
      answer: (request) =>
        onPage(request, async (id) => {
          const between = readBetween(request.query);
          return between ? deskAnswer(await library.difference(personOf(request), id, between)) : badInput();
        }),
    },
  ];
}

function readBetween(query: URLSearchParams) {
  const [from, to] = [wholeNumber(query.get('from')), wholeNumber(query.get('to'))];
  const language = instructionLanguages.find((one) => one === query.get('language'));
  return typeof from === 'number' && typeof to === 'number' && language ? { from, to, language } : undefined;
}

// what is too long is refused by the rules, with the length; only the absurd is refused here
const text = z.string().max(10 * instructionLimits.text);
const wording = z.strictObject({ title: text, text });
const reviewBy = z.exactOptional(z.iso.date().transform(day));
const seen = z.int().min(1);
const page = {
  subject: z.enum(subjects),
  wordings: z.strictObject({ fi: z.exactOptional(wording), sv: z.exactOptional(wording) }),
  owner: z.exactOptional(z.string().max(100).transform(readPersonId)),
  reviewBy,
};
const beginShape = z.strictObject(page);
const changeShape = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('write'), seen, ...page }),
  z.strictObject({
    do: z.literal('publish'),
    seen,
    note: text,
    tell: z.enum(['nobody', 'channels', 'everyone']),
    reviewBy,
  }),
  z.strictObject({ do: z.literal('restore'), seen, version: seen }),
  z.strictObject({ do: z.literal('retire'), seen, reason: text }),
]);

function writings(library: Library): readonly TabRoute[] {
  return [
    {
      // the form makes the id, so that sending it twice makes one page
      method: 'PUT',
      path: '/library/pages/:id',
      atMost,
      answer: (request) =>
        onPage(request, (id) =>
          answerTo(request, beginShape, (wish) => library.begin(personOf(request), id, wish)),
        ),
    },
    {
      method: 'POST',
      path: '/library/pages/:id/changes',
      atMost,
      answer: (request) =>
        onPage(request, (id) =>
          answerTo(request, changeShape, async (wish) => {
            const outcome = await library.change(personOf(request), id, wish);
            if (wish.do === 'publish' && !('refused' in outcome)) tellSoon(library);
            return outcome;
          }),
        ),
    },
  ];
}

/** Two languages of the longest texts, as JSON may write them. */
const atMost = 1024 * 1024;

/** Without keeping the publisher waiting; what fails is left to upkeep. */
function tellSoon(library: Library): void {
  library.tellNews().catch(() => undefined);
}

function receipts(library: Library): readonly TabRoute[] {
  return [
    {
      method: 'POST',
      path: '/library/pages/:id/receipts',
      answer: (request) =>
        onPage(request, (id) =>
          answerTo(request, z.strictObject({ version: seen }), ({ version }) =>
            library.markRead(personOf(request), id, version),
          ),
        ),
    },
    {
      method: 'GET',
      path: '/library/pages/:id/readers',
      answer: (request) =>
        onPage(request, async (id) => deskAnswer(await library.readership(personOf(request), id))),
    },
    {
      method: 'POST',
      path: '/library/pages/:id/reminders',
      answer: (request) =>
        onPage(request, async (id) => {
          const outcome = await library.remindUnread(personOf(request), id);
          if (!('refused' in outcome)) tellSoon(library);
          return deskAnswer(outcome);
        }),
    },
  ];
}

/** Ids are made by forms and by the county's files: small letters, digits and hyphens. */
async function onPage({ path }: TabRequest, answer: (id: InstructionId) => Promise<Answer>): Promise<Answer> {
  const id = path['id'] ?? '';
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(id)) return deskAnswer({ refused: 'no-such-instruction' });
  return answer(instructionId(id));
}
