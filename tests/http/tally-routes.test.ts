/** The tallies over the tab's routes: what is asked, what is refused, and files that are opened and read back. */
import assert from 'node:assert/strict';
import { createMonthReports } from '../../bot/desk/tallies/month-report.ts';
import { createTallies } from '../../bot/desk/tallies/tallies.ts';
import { languages } from '../../bot/domain/county.ts';
import { month, personId, placeId, topicId } from '../../bot/domain/names.ts';
import { compact } from '../../bot/domain/tally/facts.ts';
import { monthReport } from '../../bot/domain/tally/month-report.ts';
import { monthTally, summaryOf } from '../../bot/domain/tally/month-tally.ts';
import type { Contact } from '../../bot/domain/tally/tally.ts';
import type { TableView, TallyView } from '../../bot/domain/views/tally-views.ts';
import type { Answer } from '../../bot/http/answers.ts';
import { tallyRoutes } from '../../bot/http/tally-routes.ts';
import { tallyTextsFor, valueName } from '../../bot/words/tab/tally-texts.ts';
import { ada, county, eve, noon, nurse, pohjoinen } from '../support/cases.ts';
import { times } from '../support/contacts.ts';
import { stillClock } from '../support/stores.ts';
import { readWorkbook } from '../support/workbook.ts';

const october = month('2026-10');
const evil = '=HYPERLINK("http://x";"y")';
const facts = [
  ...times(30, { role: evil, unit: '@unit', promiseKept: true, toAnswer: 61 }),
  ...times(2, { topic: topicId('concern'), channel: 'teams', place: placeId('kuopio') }),
  ...times(20, { region: pohjoinen, outcomes: ['guidance'], role: '+358' }),
] satisfies Contact[];
const kept = monthTally(october, facts, {});
const report = monthReport(october, compact(facts), {}, noon);

const clock = stillClock();
const staff = {
  actor: async (person: { id: string }) => [ada, eve].find(({ id }) => id === person.id) ?? nurse,
};
const routes = tallyRoutes({
  tallies: createTallies({
    county,
    clock,
    staff,
    cases: { contacts: async () => [] },
    tallies: {
      find: async (of) => (of === october ? kept : undefined),
      summaries: async () => [summaryOf(kept)],
      keep: async () => undefined,
      stale: async () => [],
      days: async () => ({}),
      record: async () => undefined,
      notPurged: async () => ({ cases: [], all: true }),
    },
  }),
  monthReports: createMonthReports({
    clock,
    staff,
    tallies: { find: async () => kept },
    reports: { post: async () => 'sent' },
    reportStore: {
      find: async (of) => (of === october ? report : undefined),
      newest: async () => october,
      open: async (one) => one,
      due: async () => [],
      change: async (of, decision) => (of === october ? decision(report) : undefined),
    },
  }),
});

async function ask(who: { id: string; name: string }, address: string): Promise<Answer> {
  const [path = '', query = ''] = address.split('?');
  const [method = 'GET', place = ''] = path.split(' ');
  const [, first, of, ...rest] = place.split('/');
  const route = routes.find(
    (one) => one.method === method && one.path === ['', first, ':month', ...rest].join('/'),
  );
  assert.ok(route, address);
  return route.answer({
    caller: { personId: personId(who.id), name: who.name },
    path: { month: of ?? '' },
    query: new URLSearchParams(query),
    body: undefined,
  });
}

describe('the routes of the tallies', () => {
  const everything: readonly (readonly [
    address: string,
    supervisor: number,
    advisor: number,
    other: number,
  ])[] = [
    ['GET /tallies/2026-10', 200, 200, 200],
    ['GET /tallies/2020-01', 200, 200, 200],
    ['GET /tallies/2026-10?topic=concern&topic=guidance', 200, 200, 200],
    ['GET /tallies/2026-10/table?rows=region&across=topic', 200, 200, 403],
    ['GET /tallies/2026-10/cases', 200, 200, 403],
    ['GET /tallies/2026-10/xlsx', 200, 200, 200],
    ['GET /tallies/2026-10/xlsx?rows=region&across=topic', 200, 200, 403],
    ['GET /tallies/2026-10/csv', 200, 200, 200],
    ['GET /tallies/2026-10/csv?rows=region&across=topic', 200, 200, 403],
    ['GET /tallies/2020-01/table?rows=region&across=topic', 404, 404, 403],
    ['GET /tallies/2020-01/cases', 404, 404, 403],
    ['GET /reports/2026-10', 200, 403, 403],
    ['GET /reports/2020-01', 404, 403, 403],
    ['POST /reports/2026-10/post', 200, 403, 403],
    ['GET /tallies/2026-13', 400, 400, 400],
    ['GET /tallies/october', 400, 400, 400],
    ['GET /tallies/2026-10?colour=red', 400, 400, 400],
    [`GET /tallies/2026-10?role=${'x'.repeat(201)}`, 400, 400, 400],
    [`GET /tallies/2026-10?${'topic=a&'.repeat(61)}`, 400, 400, 400],
    ['GET /tallies/2026-10/table', 400, 400, 400],
    ['GET /tallies/2026-10/table?rows=region', 400, 400, 400],
    ['GET /tallies/2026-10/table?rows=region&across=region', 400, 400, 400],
    ['GET /tallies/2026-10/table?rows=region&across=__proto__', 400, 400, 400],
    ['GET /reports/x', 400, 400, 400],
    ['POST /reports/2026-00/post', 400, 400, 400],
  ];
  for (const [address, ...expected] of everything) {
    it(`${address.slice(0, 70)} answers supervisors, advisors and others with ${expected.join(', ')}`, async () => {
      const told = [];
      for (const person of [eve, ada, nurse]) told.push((await ask(person, address)).status);
      assert.deepEqual(told, expected);
    });
  }

  it('cut a month as they are asked', async () => {
    const { body } = await ask(eve, 'GET /tallies/2026-10?topic=concern&channel=teams&channel=email');
    const { figures } = body as TallyView;
    assert.ok(figures && figures !== 'no-data');
    assert.equal(figures.contacts.now, 2);
  });

  it('tell a supervisor what everybody may see, when it is to be passed on', async () => {
    const { body } = await ask(eve, 'GET /tallies/2026-10?shared=yes');
    assert.deepEqual([(body as TallyView).sees, (body as TallyView).figures], ['county', undefined]);
    const table = await ask(eve, 'GET /tallies/2026-10/table?rows=region&across=topic&shared=yes');
    assert.ok(JSON.stringify((table.body as TableView).lines).includes('hidden'));
  });
});

describe('a saved workbook', () => {
  const saved = async (address: string, who = eve) => {
    const answer = await ask(who, address);
    assert.ok(answer.body instanceof Uint8Array);
    return { ...answer, book: readWorkbook(answer.body) };
  };

  it('has its sheets, numbers that can be reckoned with, and texts that never run', async () => {
    const { book, fileName, type } = await saved(
      'GET /tallies/2026-10/xlsx?rows=region&across=role&language=fi',
    );
    assert.deepEqual(
      [...book.keys()],
      ['Yhteenveto', 'Jakaumat', 'Viikonpäivä ja kellonaika', 'Kuukaudet', 'Taulukko'],
    );
    assert.match(String(type), /spreadsheetml/);
    assert.equal(fileName, 'tilastot-2026-10.xlsx');
    const cells = [...book.values()].flat(2);
    assert.ok(
      cells.every((cell) => typeof cell !== 'object'),
      'no cell is a formula',
    );
    assert.ok(cells.includes(evil), 'what was typed is kept as it was');
    assert.deepEqual(book.get('Yhteenveto')?.[2], ['Yhteydenottoja', 52, 'ei tietoa']);
  });

  it('tells the same numbers as the page', async () => {
    const { book } = await saved('GET /tallies/2026-10/xlsx?language=en');
    const { figures } = (await ask(eve, 'GET /tallies/2026-10')).body as TallyView;
    assert.ok(figures && figures !== 'no-data');
    const lists = book.get('Distributions') ?? [];
    for (const { value, now } of figures.lists.region) {
      const name = county.regions.find(({ id }) => id === value)?.name.en;
      assert.equal(lists.find((row) => row[0] === 'Region' && row[1] === name)?.[2], now);
    }
    const heat = book.get('Weekday and hour') ?? [];
    assert.equal(
      heat.slice(1).reduce((sum, row) => sum + Number(row.at(-1)), 0),
      52,
    );
    assert.equal(book.get('Months')?.length, 25);
    const digital = book.get('Summary')?.find(([name]) => name === 'Share of questions in Teams');
    assert.equal(digital?.[1], 2 / 52);
  });

  it('of those who see no more than everybody holds nothing small', async () => {
    const { book } = await saved('GET /tallies/2026-10/xlsx?language=en', nurse);
    assert.deepEqual([...book.keys()], ['Summary', 'Distributions', 'Months']);
    const numbers = [...book.values()].flat(2).filter((cell) => typeof cell === 'number');
    assert.ok(numbers.length > 0 && numbers.every((n) => n === 0 || n >= 5), String(numbers));
  });
});

describe('a saved CSV', () => {
  it('is disarmed, and read by the spreadsheets of these countries', async () => {
    const { body, type, fileName } = await ask(eve, 'GET /tallies/2026-10/csv?language=sv');
    assert.ok(body instanceof Uint8Array);
    assert.deepEqual([type, fileName], ['text/csv; charset=utf-8', 'statistik-2026-10.csv']);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
    const lines = text.replace('\uFEFF', '').trim().split('\r\n');
    assert.equal(lines[0], 'Indelning;Värde;Månaden;I fjol');
    assert.ok(lines.includes('Område;Mellersta området;32;inga uppgifter'));
    for (const line of lines) for (const cell of line.split(';')) assert.doesNotMatch(cell, /^"?[=+@]/, line);
    assert.ok(text.includes(`"'=HYPERLINK(""http://x"`));
    assert.ok(text.includes("'+358"));
  });

  it('of two dimensions has the sums', async () => {
    const { body } = await ask(eve, 'GET /tallies/2026-10/csv?rows=channel&across=urgency&language=en');
    const lines = new TextDecoder()
      .decode(body as Uint8Array)
      .trim()
      .split('\r\n');
    assert.deepEqual(lines.at(-1), 'Total;0;0;52;52');
  });
});

describe('the words of the tallies', () => {
  for (const language of languages) {
    it(`name every value of ours in ${language}`, () => {
      const { value, dimension } = tallyTextsFor(language);
      for (const [of, words] of Object.entries(value))
        for (const [id, word] of Object.entries(words)) {
          assert.equal(valueName(language, {}, of as keyof typeof dimension, id), word);
          assert.notEqual(word, '');
        }
    });
  }

  it('leave nothing in Finnish among the Swedish', () => {
    const texts = (of: unknown): string[] =>
      typeof of === 'string' ? [of] : Object.values(of ?? {}).flatMap(texts);
    const [fi, sv, en] = (['fi', 'sv', 'en'] as const).map((language) => texts(tallyTextsFor(language)));
    assert.ok(fi && sv && en);
    assert.equal(fi.length, sv.length);
    assert.equal(fi.length, en.length);
    for (const [nth, text] of fi.entries()) assert.notEqual(sv[nth], text);
  });
});
