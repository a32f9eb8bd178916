/** The tallies’ page, as markup: figures in words and tables, each role what it may see. */
import assert from 'node:assert/strict';
import { type Language, languages } from '../../bot/domain/county.ts';
import { caseId, moment, month, personId } from '../../bot/domain/names.ts';
import {
  type CountRow,
  type FiguresView,
  listed,
  type RunPoint,
  type TableView,
  type TallyView,
} from '../../bot/domain/views/tally-views.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import { readRoute } from '../../tab/src/kit/route.ts';
import { addressOf, hrefOfLooking, isMonth, monthAfter, readLooking } from '../../tab/src/tallies/asking.ts';
import { Behind } from '../../tab/src/tallies/cases-behind.tsx';
import { partsOf, picked, sharedPair, TwoWays } from '../../tab/src/tallies/cross-table.tsx';
import { FeedbackShown } from '../../tab/src/tallies/feedback-panel.tsx';
import { MonthTallies } from '../../tab/src/tallies/month-tallies.tsx';
import { changeText, minutesText, pointsText, shareText } from '../../tab/src/tallies/numbers.ts';
import { TalliesPage } from '../../tab/src/tallies/tallies-page.tsx';
import { hoursOf } from '../../tab/src/tallies/week-hours.tsx';
import { sayIn } from '../../tab/src/tallies/words.ts';
import { county } from '../support/cases.ts';
import { draw, has, noServer, wordsOf } from '../support/draw.tsx';

// --- made views ---

const fi = sayIn('fi');
const october = month('2026-10');
const november = month('2026-11');
const regions = county.regions.map(({ id, name }) => ({ id, name }));
const words = (all: readonly { readonly id: string; readonly name: (typeof regions)[number]['name'] }[]) =>
  Object.fromEntries(all.map(({ id, name }) => [id, name]));
const names = {
  region: words(county.regions),
  topic: words(county.topics),
  service: words(county.services),
  redirect: words(county.redirects),
};

const row = (value: string, now: CountRow['now'], lastYear: CountRow['lastYear'] = 'no-data'): CountRow => ({
  value,
  now,
  lastYear,
});
const noRows = Object.fromEntries(listed.map((one) => [one, []])) as unknown as FiguresView['lists'];
const quiet = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
const mondayAtNine = quiet.map((day, nth) => day.map((_, hour) => (nth === 0 && hour === 9 ? 17 : 0)));

const figures = (change: Partial<FiguresView> = {}): FiguresView => ({
  contacts: { now: 1234, lastYear: 1000 },
  lists: {
    ...noRows,
    region: [row('keskinen', 1000, 800), row('pohjoinen', 234, 200)],
    service: [row('meals', 12, 20), row('', 1222, 980)],
    concern: [row('urgent', 3, 1), row('unassessed', 0, 0)],
    unit: Array.from({ length: 15 }, (_, nth) => row(`Yksikkö ${nth + 1}`, 20 - nth, 0)),
  },
  toClaim: { now: { n: 900, median: 12, p90: 95 }, lastYear: 'none' },
  toAnswer: { now: { n: 880, median: 45, p90: 240 }, lastYear: { n: 700, median: 60, p90: 300 } },
  promises: { now: { n: 792, of: 880 }, lastYear: { n: 560, of: 700 } },
  misdirected: { now: { n: 123, of: 1234 }, lastYear: { n: 200, of: 1000 } },
  misdirectedTo: [row('adult-social-work', 80, 150), row('', 43, 50)],
  digital: { now: { n: 617, of: 1234 }, lastYear: { n: 250, of: 1000 } },
  digitalGrowth: 1.468,
  assessments: {
    now: { all: 40, statutory: { n: 27, of: 30 } },
    lastYear: { all: 40, statutory: { n: 0, of: 0 } },
  },
  heat: mondayAtNine,
  ...change,
});

const run: readonly RunPoint[] = Array.from({ length: 24 }, (_, nth) => {
  const known = nth >= 2;
  return {
    month: monthAfter(october, nth - 23),
    contacts: known ? 100 + nth : 'no-data',
    digital: known ? 50 : 'no-data',
    county: known ? 100 + nth : 'no-data',
  };
});

const view = (change: Partial<TallyView> = {}): TallyView => ({
  month: october,
  at: moment('2026-11-23T10:00:00.000Z'),
  running: false,
  sees: 'all',
  regions,
  cut: {},
  figures: figures(),
  run,
  names,
  ...change,
});

const onLook = () => undefined;
const show = (seen: TallyView, language: Language = 'fi', look: typeof onLook | undefined = onLook) =>
  draw(<MonthTallies view={seen} say={sayIn(language)} onLook={look} />);
const tell = (seen: TallyView, language: Language = 'fi') =>
  wordsOf(show(seen, language)).replace(/[\u00a0\u202f]/g, ' ');
const hasNot = (text: string, ...parts: readonly string[]) => {
  for (const part of parts) assert.ok(!text.includes(part), `“${part}” is in: ${text}`);
};

// --- the month ---

describe('the tallies of a month', () => {
  it('tell each key figure beside the same month last year', () => {
    const told = tell(view());
    has(told, 'Yhteydenottoja 1 234 Vuosi sitten 1 000 Muutos +234 (+23 %)');
    has(told, 'Teams-kysymysten osuus 50 % 617 / 1 234 Teams-kysymysten määrä vuodessa +147 %');
    has(told, 'Vuosi sitten 25 % Muutos +25 %-yks.');
    has(told, 'Vastattu luvatussa ajassa 90 % 792 / 880 Vuosi sitten 80 %');
    has(told, 'Aika vastaukseen 45 min Puolet 45 min kuluessa 90 % 4 h kuluessa Vuosi sitten 1 h');
    has(told, 'Häiriökysynnän osuus 10 % 123 / 1 234 Vuosi sitten 20 % Muutos −10 %-yks.');
    has(told, 'Seitsemässä arkipäivässä 27 / 30 (SHL 36 §)');
    has(told, 'Huoli-ilmoituksia 3 Vuosi sitten 1 Muutos +2');
  });

  it('say “ei tietoa” where there is no last year, and never zero', () => {
    const unknown = { contacts: { now: 7, lastYear: 'no-data' as const } };
    const told = tell(view({ figures: figures(unknown) }));
    has(told, 'Yhteydenottoja 7 Vuosi sitten ei tietoa', fi.noLastYear, 'Aika käsittelyyn ottoon 12 min');
    assert.match(
      told,
      /Aika käsittelyyn ottoon 12 min [^A-Z]*Puolet 12 min kuluessa 90 % 1 h 35 min kuluessa Vuosi sitten ei tietoa/,
    );
  });

  it('count granted services without the contacts that were granted none', () => {
    const told = tell(view());
    has(told, 'Myönnettyjä palveluja 12 Vuosi sitten 20 Muutos −8 (−40 %)', 'Ateriapalvelu 12 20 −8');
    hasNot(told, '1 222');
  });

  it('keep what is misdirected without a known place to go', () => {
    has(tell(view()), 'Aikuissosiaalityö 80 150 −70 Ei tietoa tai ei ole 43 50 −7');
  });

  it('compare a running month by its days that are over, and by nothing else', () => {
    const days = { through: 22, now: 90, lastYear: 100, workingDays: { now: 15, lastYear: 16 } };
    const told = tell(
      view({
        running: true,
        figures: figures({
          contacts: { now: 95, lastYear: 'no-data' },
          sameDays: days,
          sameDaysByRegion: [
            { region: 'keskinen', ...days },
            { region: 'pohjoinen', ...days, now: 0, lastYear: 0 },
          ],
        }),
      }),
    );
    has(
      told,
      'Yhteydenottoja 95 Päivät 1–22: 90, vuosi sitten 100 Muutos −10 (−10 %)',
      'Arkipäiviä 15, vuosi sitten 16',
    );
    has(told, 'Keskinen alue 90 100 −10 (−10 %)', 'Pohjoinen alue 0 0', fi.runningNote);
    hasNot(told, 'Vuosi sitten 80 %', '−70');
  });

  it('say in words when there is nothing, and when nothing is known', () => {
    has(tell(view({ figures: figures({ contacts: { now: 0, lastYear: 0 } }) })), fi.noContacts);
    has(tell(view({ figures: 'no-data' })), fi.noMonth);
    hasNot(tell(view({ figures: 'no-data' })), 'Yhteydenottoja 0');
  });

  it('draw every chart as a table that a screen reader can read', () => {
    const markup = show(view());
    for (const heading of ['by-region', 'run', 'heat', 'times', 'misdirected-to'])
      has(markup, `aria-labelledby="${heading}"`, `id="${heading}"`);
    has(tell(view()), 'lokakuu 2026 123 +12 (+11 %) 50 41 %', 'joulukuu 2024 ei tietoa ei tietoa');
    has(tell(view()), 'Kello ma ti ke to pe la su 9–10 17 0 0 0 0 0 0');
  });

  it('draw last year’s mark and this year’s bar in proportion', () => {
    const markup = show(
      view({ figures: figures({ lists: { ...noRows, region: [row('keskinen', 50, 100)] } }) }),
    );
    assert.match(markup, /style="width:50%"/);
    assert.match(markup, /style="left:min\(100%, 100% - 2px\)"/);
  });

  it('hold a long list back on the screen, and lose none of it on paper', () => {
    const told = tell(view());
    has(told, 'Yksikkö 15 6', 'Näytä loput 3');
  });

  it('open the cases behind a number only where one may look', () => {
    has(show(view()), 'aria-label="Ateriapalvelu: 12. Näytä kysymykset"', 'aria-label="ma 9–10: 17. Näytä');
    has(show(view()), 'aria-label="Häiriökysynnän osuus 10\u00a0%: 123. Näytä kysymykset"');
    hasNot(show(view()), 'aria-label="Kiireellisyyttä ei arvioitu: 0');
    hasNot(draw(<MonthTallies view={view()} say={fi} onLook={undefined} />), 'Näytä kysymykset');
  });

  it('show those who see no region in full what everybody may see, small numbers hidden and explained', () => {
    const seen: TallyView = {
      ...view({ sees: 'county', regions: [] }),
      figures: 'no-data',
      county: {
        contacts: 412,
        lastYear: 'no-data',
        lists: {
          region: [row('keskinen', 'hidden'), row('pohjoinen', 400)],
          channel: [],
          topic: [],
          urgency: [],
          outcome: [],
        },
      },
      run: [{ month: october, contacts: 'hidden', digital: 'hidden', county: 'hidden' }],
    };
    const { figures: _, ...shared } = seen;
    const told = tell(shared);
    has(
      told,
      'Yhteydenottoja koko alueella 412',
      'Keskinen alue – piilotettu',
      'Pohjoinen alue',
      fi.hiddenNote,
    );
    hasNot(told, fi.heat.heading, fi.times.heading, 'Yksikkö');
  });

  it('show advisors their regions in full and the county as everybody may see it', () => {
    const county = { contacts: 'hidden', lastYear: 400 } as const;
    const told = tell(view({ sees: 'own', regions: regions.slice(0, 1), county }));
    has(told, `Omat alueesi: ${regions[0]?.name.fi}.`, 'Yhteydenottoja koko alueella – piilotettu');
    has(told, 'Koko hyvinvointialue', fi.hiddenNote);
  });

  for (const language of ['sv', 'en'] as const)
    it(`speaks ${language} throughout`, () => {
      const told = tell(view(), language);
      const say = sayIn(language);
      has(told, say.figures.concerns, say.list.region, say.heat.heading, say.times.text, say.run.all);
      hasNot(told, 'Yhteydenottoja', 'Vuosi sitten', 'ei tietoa');
    });

  it('shows what somebody typed as text, whatever it holds', () => {
    const typed = figures({ lists: { ...noRows, unit: [row('<img src=x>', 9)] } });
    hasNot(show(view({ figures: typed })), '<img');
  });
});

// --- around it ---

const page = (supervisor: boolean, rest: readonly string[] = []) =>
  draw(
    <TalliesPage
      me={{
        id: personId('eve'),
        name: 'Eve Eklund',
        supervisor,
        advisorIn: [],
        county: county.name,
        line: county.lineName,
      }}
      texts={tabTextsFor('fi')}
      server={noServer}
      openLink={() => undefined}
      rest={rest}
    />,
  );

describe('the tallies’ page', () => {
  it('waits visibly, its choices and files at hand already', () => {
    const markup = page(true, ['2026-01']);
    has(markup, 'aria-busy="true"', '<h1', 'aria-label="Edellinen kuukausi"');
    has(wordsOf(markup), 'tammikuu 2026', 'Excel', 'CSV-tiedosto', 'Tulosta', fi.choose.shared);
    assert.match(markup, /<option value="2026-01" selected=""/);
  });

  it('offers those who see no more than everybody no filters, and of tables those alone that may be shared', () => {
    const told = wordsOf(page(false, ['2026-01']));
    hasNot(told, fi.choose.shared, fi.feedback.heading, fi.table.rows);
    has(told, fi.table.heading, fi.table.across);
    hasNot(wordsOf(page(false)), fi.table.heading);
    has(wordsOf(page(true)), fi.table.heading, fi.table.rows, fi.feedback.heading);
  });

  it('keeps in its address what is chosen, and shows again what a link names', () => {
    const looking = {
      asking: {
        month: october,
        cut: { region: ['keskinen', 'pohjoinen'], unit: ['Osasto 3/B'] },
        shared: false,
      },
      pair: { rows: 'unit', across: 'topic' },
    } as const;
    const href = hrefOfLooking(looking);
    assert.equal(
      href,
      '#/tallies/2026-10/region=keskinen/region=pohjoinen/unit=Osasto%203%2FB/rows=unit/across=topic',
    );
    assert.deepEqual(readLooking(readRoute(href).rest, november), looking);
    const within = { ...looking, at: 'times' };
    assert.equal(hrefOfLooking(within), `${href}/at=times`);
    assert.deepEqual(readLooking(readRoute(hrefOfLooking(within)).rest, november), within);
    const usual = readLooking([], november);
    assert.deepEqual(usual.asking, { month: november, cut: {}, shared: false });
    assert.equal(hrefOfLooking(usual), '#/tallies/2026-11');
  });

  for (const [what, rest] of [
    ['a month to come', ['2027-01']],
    ['no month', ['lokakuu', '']],
    ['no dimension', ['2026-11', 'colour=red', '__proto__=x', 'rows=region', 'across=region']],
  ] as const)
    it(`makes the best of a link that names ${what}`, () => {
      assert.deepEqual(readLooking(rest, november), readLooking([], november));
    });

  it('cuts nothing that is to be passed on', () => {
    assert.deepEqual(readLooking(['2026-10', 'topic=concern', 'shared=yes'], november).asking, {
      month: october,
      cut: {},
      shared: true,
    });
  });

  it('asks for a month, its cut and what is passed on in one address', () => {
    const asking = { month: october, cut: { region: ['keskinen'], place: [''] }, shared: true };
    const more = { rows: 'topic', across: 'channel' };
    assert.equal(
      addressOf(asking, '/table', more),
      '/tallies/2026-10/table?region=keskinen&place=&rows=topic&across=channel&shared=yes',
    );
    assert.equal(addressOf({ month: october, cut: {}, shared: false }), '/tallies/2026-10');
  });

  for (const [from, n, to] of [
    ['2026-01', -1, '2025-12'],
    ['2025-12', 1, '2026-01'],
    ['2026-10', -23, '2024-11'],
  ] as const)
    it(`finds ${to} ${n} months after ${from}`, () => assert.equal(monthAfter(month(from), n), to));

  for (const [text, is] of [
    ['2026-10', true],
    ['2026-13', false],
    ['lokakuu', false],
    [undefined, false],
  ] as const)
    it(`takes ${text} for ${is ? 'a' : 'no'} month in an address`, () => assert.equal(isMonth(text), is));
});

describe('a table of two dimensions', () => {
  const table: TableView = {
    month: october,
    rows: 'region',
    across: 'service',
    shared: true,
    cut: {},
    columns: ['meals', ''],
    lines: [
      { value: 'keskinen', cells: [12, 'hidden'], sum: 'hidden' },
      { value: 'pohjoinen', cells: [0, 9], sum: 9 },
    ],
    sums: [12, 'hidden'],
    total: 24,
    names,
  };
  const told = wordsOf(draw(<TwoWays table={table} say={fi} onLook={onLook} />));

  it('names its rows, columns and sums, and hides what is hidden', () => {
    has(told, 'Alue / Myönnetty palvelu Ateriapalvelu Ei tietoa tai ei ole Yhteensä');
    has(
      told,
      'Keskinen alue 12 – piilotettu – piilotettu',
      'Pohjoinen alue 0 9 9',
      'Yhteensä 12 – piilotettu 24',
    );
  });

  it('says when its sums may be more than the contacts', () => has(told, fi.table.many));

  it('swaps its sides when one is picked for both', () => {
    const pair = { rows: 'region', across: 'topic' } as const;
    assert.deepEqual(picked(pair, 'rows', 'topic'), { rows: 'topic', across: 'region' });
    assert.deepEqual(picked(pair, 'across', 'region'), { rows: 'topic', across: 'region' });
    assert.deepEqual(picked(pair, 'across', 'hour'), { rows: 'region', across: 'hour' });
  });

  it('is shared by regions alone, and by few dimensions', () => {
    const shared = (rows: 'unit' | 'channel' | 'region', across: 'hour' | 'region' | 'weekday') =>
      sharedPair({ rows, across }).across;
    assert.equal(sharedPair({ rows: 'unit', across: 'hour' }).rows, 'region');
    assert.deepEqual(
      [shared('unit', 'hour'), shared('channel', 'region'), shared('region', 'weekday')],
      ['topic', 'channel', 'weekday'],
    );
  });

  it('is printed in parts that fit on paper, each column in one of them', () => {
    const columns = Array.from({ length: 24 }, (_, hour) => String(hour));
    const line = { value: 'keskinen', cells: columns.map(Number), sum: 276 };
    const wide: TableView = {
      ...table,
      across: 'hour',
      columns,
      lines: [line],
      sums: line.cells,
      total: 276,
    };
    const parts = partsOf(wide);
    assert.deepEqual(
      parts.map((part) => part.columns.length),
      [10, 10, 4],
    );
    assert.deepEqual(
      parts.flatMap((part) => part.columns),
      columns,
    );
    assert.deepEqual(
      parts.flatMap((part) => part.lines[0]?.cells),
      line.cells,
    );
    assert.ok(parts.every((part) => part.lines[0]?.sum === 276));
    assert.deepEqual(partsOf(table), [table]);
  });
});

describe('what lies behind a figure', () => {
  const behind = (count: number, all = true) => ({
    month: october,
    contacts: 9,
    all,
    cases: [
      {
        id: caseId('7KQ4MXU'),
        receivedAt: moment('2026-10-05T06:05:00.000Z'),
        link: 'https://teams.example/a',
      },
      { id: caseId('AAAAAAA'), receivedAt: moment('2026-10-01T06:05:00.000Z') },
    ].slice(0, count),
  });
  const tellBehind = (count: number, all = true) =>
    draw(<Behind behind={behind(count, all)} say={fi} openLink={() => undefined} />);

  it('is told with the way to each thread, and why it may be less than the figure', () => {
    has(tellBehind(2), 'aria-label="Avaa kysymys 7KQ-4MXU Teamsissa"', 'href="https://teams.example/a"');
    has(wordsOf(tellBehind(2)), fi.behind.count(2, 9), 'AAA-AAAA', 'ma 5.10. klo 9.05');
  });

  it('is told when it is nothing, or not all', () => {
    has(wordsOf(tellBehind(0)), fi.behind.none);
    has(wordsOf(tellBehind(1, false)), fi.behind.notAll);
  });
});

describe('feedback in the tallies', () => {
  it('is told from five answers up', () => {
    has(wordsOf(draw(<FeedbackShown view={{ month: october }} say={fi} />)), fi.feedback.tooFew);
    const scores = [0, 0, 0, 0, 0, 0, 1, 0, 0, 3, 4];
    const view = {
      month: october,
      figures: { n: 8, nps: 75, scores, helped: { n: 6, mean: 4.5, counts: [0, 0, 0, 3, 3] } },
    };
    const told = wordsOf(draw(<FeedbackShown view={view} say={fi} />));
    has(told, '+75 suositteluindeksi, 8 vastausta', 'Sain apua, kun sitä tarvitsin 6 4,5');
    has(told, 'Sain ymmärrettävää tietoa – –');
  });
});

describe('the figures', () => {
  for (const [minutes, text] of [
    [0, '0 min'],
    [59, '59 min'],
    [60, '1 h'],
    [125, '2 h 5 min'],
  ] as const)
    it(`say ${minutes} minutes as ${text}`, () => assert.equal(minutesText(minutes), text));

  it('have no share of nothing, and no per cents of next to nothing', () => {
    assert.equal(shareText(fi, { n: 0, of: 0 }), 'ei tietoa');
    assert.equal(changeText('fi', 5, 0), '+5');
    assert.equal(changeText('fi', 5, 'no-data'), undefined);
    assert.equal(pointsText('fi', { n: 1, of: 2 }, { n: 0, of: 0 }), undefined);
  });

  it('leave quiet nights out of the week, and a quiet week altogether', () => {
    assert.deepEqual(hoursOf(quiet), []);
    const early = quiet.map((day) => day.map((n, hour) => (hour === 8 || hour === 10 ? 1 : n)));
    assert.deepEqual(hoursOf(early), [8, 9, 10]);
  });
});

describe('the tallies’ words', () => {
  const wordsIn = (texts: object, path = ''): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]): [string, string][] => {
      const here = `${path}.${key}`;
      if (typeof value === 'function') return [1, 2].map((n) => [`${here}(${n})`, String(value(n, n, n))]);
      return typeof value === 'object' ? wordsIn(value, here) : [[here, String(value)]];
    });
  const finnish = wordsIn(fi);

  for (const language of languages.filter((one) => one !== 'fi')) {
    const theirs = new Map(wordsIn(sayIn(language)));
    it(`are all there in ${language}, none empty`, () => {
      assert.deepEqual([...theirs.keys()].toSorted(), finnish.map(([path]) => path).toSorted());
      assert.ok([...theirs.values()].every((word) => word.trim() !== ''));
    });

    it(`are translated into ${language}`, () => {
      // as in the figures' own signs
      const alike = ['.in.value.channel', '.column.p90', '.outOf'];
      const same = finnish.filter(([path, word]) => theirs.get(path) === word).map(([path]) => path);
      assert.deepEqual(
        same.filter((path) => !alike.some((start) => path.startsWith(start))),
        [],
      );
    });
  }
});
