/** What the tab asks of the tallies: a month, a table, the cases behind a figure, files to save, and month reports. */
import type { MonthReports } from '../desk/tallies/month-report.ts';
import type { Tallies } from '../desk/tallies/tallies.ts';
import { type Language, languages } from '../domain/county.ts';
import { type Month, month } from '../domain/names.ts';
import { type Dimension, isDimension } from '../domain/tally/dimensions.ts';
import type { Cut } from '../domain/tally/facts.ts';
import { tallyTextsFor } from '../words/tab/tally-texts.ts';
import { type Answer, refusal } from './answers.ts';
import { deskAnswer } from './desk-answers.ts';
import { csvOfSheet, csvType, workbookOf, workbookType } from './spreadsheet.ts';
import { personOf, type TabRequest, type TabRoute } from './tab-api.ts';
import { type Sheet, sheetsOf, tableSheet } from './tally-sheets.ts';

type TallyDesk = { readonly tallies: Tallies; readonly monthReports: MonthReports };

export function tallyRoutes({ tallies, monthReports }: TallyDesk): readonly TabRoute[] {
  return [...readings(tallies), ...files(tallies), ...reports(monthReports)];
}

/** What a request asks of a month: its cut, its table if it names one, and how it is to be told. */
type TallyRequest = {
  readonly month: Month;
  readonly cut: Cut;
  readonly rows?: Dimension;
  readonly across?: Dimension;
  /** As everybody may see it, to be passed on. */
  readonly shared: boolean;
  readonly language: Language;
};

/** More than a page can ask for is no question of the page's. */
const mostValues = 60;
const longestValue = 200;

/** undefined when something in the address is not ours: a wrong filter must not pass for none. */
function readWish({ path, query }: TabRequest): TallyRequest | undefined {
  const wanted = readMonth(path['month']);
  const [rows, across, shared, language] = ['rows', 'across', 'shared', 'language'].map((name) =>
    query.get(name),
  );
  const cut = readCut(query);
  if (!wanted || !cut) return undefined;
  const isTable = rows !== null || across !== null;
  if (isTable && !(isDimension(rows ?? '') && isDimension(across ?? '') && rows !== across)) return undefined;
  return {
    month: wanted,
    cut,
    ...(isTable && { rows: rows as Dimension, across: across as Dimension }),
    shared: shared === 'yes',
    language: languages.find((one) => one === language) ?? 'fi',
  };
}

function readMonth(text: string | undefined): Month | undefined {
  return text !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? month(text) : undefined;
}

const ownWords = ['rows', 'across', 'shared', 'language'];

function readCut(query: URLSearchParams): Cut | undefined {
  const entries = [...query].filter(([name]) => !ownWords.includes(name));
  const isOurs = ([name, value]: readonly [string, string]) =>
    isDimension(name) && value.length <= longestValue;
  if (entries.length > mostValues || !entries.every(isOurs)) return undefined;
  const names = new Set(entries.map(([name]) => name));
  return Object.fromEntries([...names].map((name) => [name, query.getAll(name)]));
}

type TallyHandler = (request: TabRequest, wish: TallyRequest) => Promise<Answer>;

/** A month is asked for by `GET /tallies/2026-10…?region=…&topic=…`: values of one dimension are alternatives. */
const asking = (path: string, answer: TallyHandler): TabRoute => ({
  method: 'GET',
  path: `/tallies/:month${path}`,
  async answer(request) {
    const wish = readWish(request);
    return wish ? answer(request, wish) : refusal('bad-input');
  },
});

function readings(tallies: Tallies): readonly TabRoute[] {
  return [
    asking('', async (request, { month, cut, shared }) =>
      deskAnswer(await tallies.month(personOf(request), month, cut, shared)),
    ),
    asking('/table', async (request, wish) => {
      const table = await tableFor(tallies, request, wish);
      return table ? deskAnswer(table) : refusal('bad-input');
    }),
    asking('/cases', async (request, { month, cut }) =>
      deskAnswer(await tallies.casesBehind(personOf(request), month, cut)),
    ),
  ];
}

async function tableFor(tallies: Tallies, request: TabRequest, { month, shared, ...wish }: TallyRequest) {
  const { rows, across, cut } = wish;
  if (!rows || !across) return undefined;
  const asked = shared ? tallies.sharedTable : tallies.table;
  return asked(personOf(request), month, { rows, across, cut });
}

// --- files ---

function files(tallies: Tallies): readonly TabRoute[] {
  const tableOf = async (request: TabRequest, wish: TallyRequest) => {
    const table = await tableFor(tallies, request, wish);
    return !table || 'refused' in table ? table : tableSheet(table, wish.language);
  };
  const monthSheets = async (request: TabRequest, { month, cut, shared, language }: TallyRequest) =>
    sheetsOf(await tallies.month(personOf(request), month, cut, shared), language);
  return [
    asking('/xlsx', async (request, wish) => {
      const table = await tableOf(request, wish);
      if (table && 'refused' in table) return deskAnswer(table);
      const sheets = [...(await monthSheets(request, wish)), ...(table ? [table] : [])];
      return file(wish, 'xlsx', workbookType, await workbookOf(sheets));
    }),
    asking('/csv', async (request, wish) => {
      const table = await tableOf(request, wish);
      if (table && 'refused' in table) return deskAnswer(table);
      const sheet = table ?? listsAmong(await monthSheets(request, wish));
      return sheet ? file(wish, 'csv', csvType, csvOfSheet(sheet)) : refusal('not-found');
    }),
  ];
}

/** CSV holds one sheet: the lists, which the others are drawn from. */
const listsAmong = (sheets: readonly Sheet[]): Sheet | undefined => sheets[1];

const file = ({ month, language }: TallyRequest, ending: string, type: string, body: Uint8Array): Answer => ({
  status: 200,
  type,
  body,
  fileName: `${tallyTextsFor(language).fileName(month)}.${ending}`,
});

// --- month reports ---

function reports(monthReports: MonthReports): readonly TabRoute[] {
  const asked = (request: TabRequest) => readMonth(request.path['month']);
  return [
    {
      method: 'GET',
      path: '/reports/:month',
      async answer(request) {
        const wanted = asked(request);
        return wanted
          ? deskAnswer(await monthReports.report(personOf(request), wanted))
          : refusal('bad-input');
      },
    },
    {
      method: 'POST',
      path: '/reports/:month/post',
      async answer(request) {
        const wanted = asked(request);
        return wanted
          ? deskAnswer(await monthReports.postAgain(personOf(request), wanted))
          : refusal('bad-input');
      },
    },
  ];
}
