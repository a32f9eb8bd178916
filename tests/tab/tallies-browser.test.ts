/** The tallies in a real browser over a year and a half of made-up contacts: looked at, drilled into, saved, printed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { createFeedback } from '../../bot/desk/feedback/feedback.ts';
import { createSupervision } from '../../bot/desk/supervision/supervision.ts';
import { createMonthReports } from '../../bot/desk/tallies/month-report.ts';
import { createTallies } from '../../bot/desk/tallies/tallies.ts';
import { dayOf } from '../../bot/domain/calendar.ts';
import type { Case } from '../../bot/domain/case/case.ts';
import { spokenCaseId } from '../../bot/domain/case/case-id.ts';
import { noFeedback, withFeedback } from '../../bot/domain/feedback.ts';
import { type Month, month, regionId } from '../../bot/domain/names.ts';
import type { Actor } from '../../bot/domain/roles.ts';
import { compact } from '../../bot/domain/tally/facts.ts';
import { type MonthReport, monthReport } from '../../bot/domain/tally/month-report.ts';
import { monthTally, summaryOf } from '../../bot/domain/tally/month-tally.ts';
import { type Contact, contactOf } from '../../bot/domain/tally/tally.ts';
import { feedbackRoutes } from '../../bot/http/feedback-routes.ts';
import { meRoutes } from '../../bot/http/me-routes.ts';
import { tallyRoutes } from '../../bot/http/tally-routes.ts';
import { daysOf, madeUpMonths } from '../../bot/local/start/made-up-contacts.ts';
import { ada, at, county, eve, noon, nurse, personOf, waitingCase } from '../support/cases.ts';
import { idOf } from '../support/stores.ts';
import {
  assertSound,
  focusedIn,
  lookName,
  looks,
  openTabInChromium,
  picture,
  type TabInChromium,
} from '../support/tab-in-chromium.ts';
import type { Framed, FrameWish } from '../support/teams-frame.ts';
import { readWorkbook } from '../support/workbook.ts';

// --- what there is to look at ---

const november = month('2026-11');
const made = madeUpMonths(county, noon);
const thread = (nth: number) => `19:keskinen@thread.tacv2;messageid=${nth}`;
const cases: readonly Case[] = [0, 1, 2].map((nth) =>
  waitingCase({
    id: idOf(nurse.id, nth),
    receivedAt: at('09:15', -7 * nth),
    views: {
      channel: {
        ...{ conversation: thread(nth + 1), activity: '1', shown: 'x', state: 'live', wanted: 0, tries: 0 },
        region: regionId('keskinen'),
      },
    },
  }),
);
const running: readonly Contact[] = [
  ...made.running.map(({ contact }) => contact),
  ...cases.map((one) => contactOf(county, one)),
];
const quiet = month('2025-01');
const kept = new Map([
  ...made.finished.map((one) => [one.month, one] as const),
  // a month in which nobody asked: kept, and not the same as a month without data
  [quiet, monthTally(quiet, [], {})] as const,
]);
const october = made.finished.at(-1);

const clock = { now: () => noon };
const staff = { actor: async ({ id }: { id: string }) => [ada, eve].find((one) => one.id === id) ?? nurse };
const contacts = { contacts: async (of: Month) => running.filter((one) => one.month === of) };
const tallies = createTallies({
  county,
  clock,
  staff,
  cases: contacts,
  tallies: {
    find: async (of) => kept.get(of),
    summaries: async (from, to) =>
      [...kept.values()].filter((one) => one.month >= from && one.month <= to).map(summaryOf),
    keep: async () => undefined,
    stale: async () => [],
    days: async () =>
      daysOf([
        ...made.running,
        ...cases.map((one) => ({ contact: contactOf(county, one), day: dayOf(one.receivedAt) })),
      ]),
    record: async () => undefined,
    notPurged: async () => ({ cases, all: true }),
  },
});
const answers = ([10, 9, 9, 8, 10, 3] as const).reduce(
  (counts, score) => withFeedback(counts, { score, helped: '4' }),
  noFeedback,
);
const feedback = createFeedback({
  county,
  clock,
  staff,
  cases: { find: async () => undefined },
  feedback: {
    markAnswered: async () => true,
    count: async () => undefined,
    of: async (of) => (of === october?.month ? answers : undefined),
    forgetWeeks: async () => 0,
  },
});

const reported = monthReport(month('2026-10'), compact([]), {}, noon);
let report: MonthReport = reported;
const monthReports = createMonthReports({
  clock,
  staff,
  tallies: { find: async (of) => kept.get(of) },
  reports: { post: async () => 'sent' },
  reportStore: {
    find: async (of) => (of === report.month ? report : undefined),
    newest: async () => report.month,
    open: async (one) => one,
    due: async () => [],
    change: async (of, decision) => {
      if (of !== report.month) return undefined;
      report = decision(report);
      return report;
    },
  },
});

describe('the tallies in a browser', () => {
  let tab: TabInChromium;
  let speaks: Actor;
  before(async () => {
    const routes = [
      ...meRoutes(createSupervision({ county, clock, cases: contacts, staff })),
      ...tallyRoutes({ tallies, monthReports }),
      ...feedbackRoutes(feedback),
    ];
    tab = await openTabInChromium(routes, () => personOf(speaks));
  });
  after(() => tab?.close());
  beforeEach(() => {
    speaks = eve;
  });

  const within = (wish: FrameWish, look: (framed: Framed) => Promise<void>) =>
    tab.within({ now: noon, subPage: 'tallies/2026-10', ...wish }, async (framed) => {
      await framed.frame.locator('#run').waitFor();
      await look(framed);
    });
  const panel = (frame: Frame, id: string) => frame.locator(`section[aria-labelledby="${id}"]`);
  const hash = (frame: Frame) => frame.evaluate(() => location.hash);
  /** As it is read: `1 234` is 1234. */
  const numberOf = (text: string | undefined) => Number((text ?? '').replace(/\D/g, ''));

  // --- choosing ---

  it('shows the running month first, compared by its days that are over', () =>
    within({ subPage: 'tallies' }, async ({ frame }) => {
      assert.equal(await frame.getByLabel('Kuukausi', { exact: true }).inputValue(), november);
      const tile = await frame.locator('dl > div').first().innerText();
      assert.match(tile, /Päivät 1–22: \d+, vuosi sitten \d+/);
      assert.match(tile, /Arkipäiviä 15, vuosi sitten 15/);
      assert.ok(!(await frame.innerText('main')).includes('Vuosi sitten ei tietoa'));
    }));

  it('goes from month to month, and Back brings the one before', () =>
    within({}, async ({ frame }) => {
      const shown = frame.getByLabel('Kuukausi', { exact: true });
      await frame.getByRole('button', { name: 'Edellinen kuukausi' }).click();
      await frame.waitForFunction(() => location.hash === '#/tallies/2026-09');
      assert.equal(await shown.inputValue(), '2026-09');
      await shown.selectOption('2026-03');
      await frame.waitForFunction(() => location.hash === '#/tallies/2026-03');
      await frame.evaluate(() => history.back());
      await frame.waitForFunction(() => location.hash === '#/tallies/2026-09');
      await frame.waitForFunction(() =>
        [...document.querySelectorAll('select')].some(({ value }) => value === '2026-09'),
      );
    }));

  it('keeps month, filters and table in the address, and a link shows them again', async () => {
    let link = '';
    let total = '';
    await within({}, async ({ frame }) => {
      await frame.getByLabel('Alue', { exact: true }).selectOption({ label: 'Pohjoinen alue' });
      await frame.getByLabel('Rivit').selectOption({ label: 'Kysyjän yksikkö' });
      await frame.getByLabel('Sarakkeet').selectOption({ label: 'Kanava' });
      link = await hash(frame);
      assert.equal(link, '#/tallies/2026-10/region=pohjoinen/rows=unit/across=channel');
      await frame.getByRole('columnheader', { name: 'Kysyjän yksikkö / Kanava' }).first().waitFor();
      total = await frame.locator('dl dd').first().innerText();
      await frame.evaluate(() => history.back());
      await frame.getByRole('columnheader', { name: 'Kysyjän yksikkö / Aihe' }).first().waitFor();
    });
    await within({ subPage: link.slice(2) }, async ({ frame }) => {
      assert.equal(await frame.getByLabel('Alue', { exact: true }).inputValue(), 'pohjoinen');
      assert.equal(await frame.locator('dl dd').first().innerText(), total);
      await frame.getByRole('columnheader', { name: 'Kysyjän yksikkö / Kanava' }).first().waitFor();
    });
    const inPohjoinen = (october?.facts.columns.region.lists ?? []).findIndex(([one]) => one === 'pohjoinen');
    assert.equal(
      numberOf(total),
      october?.facts.columns.region.of.filter((one) => one === inPohjoinen).length,
    );
  });

  it('tells a month without data from a month without contacts', async () => {
    await within({ subPage: 'tallies/2024-06' }, async ({ frame }) => {
      await frame.getByText('Tältä kuukaudelta ei ole tietoja. Se on eri asia kuin nolla.').waitFor();
      assert.equal(await frame.locator('dl').count(), 0);
      assert.equal(await panel(frame, 'table').count(), 0);
    });
    await within({ subPage: `tallies/${quiet}` }, async ({ frame }) => {
      await frame.getByText('Ei yhteydenottoja. Vaihda kuukautta tai rajausta.').waitFor();
    });
  });

  // --- the index ---

  for (const [subPage, who] of [
    ['tallies/2026-10', eve],
    ['tallies', ada],
    ['tallies/2026-10/shared=yes', eve],
    ['tallies/2026-10', nurse],
    ['tallies', nurse],
    ['tallies/2024-06', eve],
    [`tallies/${quiet}`, eve],
  ] as const)
    it(`lists every section that there is and no other (${subPage}, ${who.name})`, async () => {
      speaks = who;
      await within({ subPage }, async ({ frame }) => {
        const ways = await frame.locator('nav[aria-label="Tilastojen osat"] a').all();
        const named = await Promise.all(ways.map((one) => one.getAttribute('href')));
        const there = await frame.locator('main h2').evaluateAll((all) => all.map(({ id }) => id));
        assert.deepEqual(
          named.map((href) => href?.replace(/.*\/at=/, '')),
          there,
        );
      });
    });

  it('leads to a section by keyboard, keeps what is chosen, and choosing on does not lead there again', async () => {
    const wish = { subPage: 'tallies/2026-10/region=keskinen', width: 390 };
    await within(wish, async (framed) => {
      const { frame } = framed;
      await frame.locator('summary').press('Enter');
      await frame.getByRole('link', { name: 'Ajat ja lupaukset' }).press('Enter');
      await frame.waitForFunction(() => document.activeElement?.id === 'times');
      assert.equal(await hash(frame), '#/tallies/2026-10/region=keskinen/at=times');
      const box = await frame.locator('#times').boundingBox();
      assert.ok(box && box.y >= 0 && box.y < 900, 'the section is out of sight');
      const earlier = frame.getByRole('button', { name: 'Edellinen kuukausi' });
      await earlier.press('Enter');
      await frame.waitForFunction(() => location.hash === '#/tallies/2026-09/region=keskinen');
      await panel(frame, 'times').waitFor();
      assert.equal(await focusedIn(framed), 'Edellinen kuukausi');
    });
    await within({ subPage: 'tallies/2026-10/at=feedback' }, async ({ frame }) => {
      await frame.waitForFunction(() => document.activeElement?.id === 'feedback');
    });
  });

  it('leaves the index off paper', () =>
    within({}, async ({ frame, page }) => {
      const [index, fold] = [frame.locator('nav[aria-label="Tilastojen osat"]'), frame.locator('summary')];
      await fold.click();
      assert.deepEqual([await fold.isVisible(), await index.isVisible()], [true, true]);
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual([await fold.isVisible(), await index.isVisible()], [false, false]);
    }));

  // --- looking behind ---

  const lookBehind = async ({ frame, page, askedOfTeams }: Framed, name: RegExp) => {
    const number = frame.getByRole('button', { name }).first();
    const label = await number.getAttribute('aria-label');
    await number.press('Enter');
    const dialog = frame.getByRole('dialog');
    await dialog.getByText(/^Luvussa on \d+/).waitFor();
    const link = dialog.getByRole('link').first();
    const opened = await link.getAttribute('aria-label');
    await link.press('Enter');
    const [address] = await askedOfTeams('executeDeepLink');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await frame.waitForFunction(
      (wanted) => document.activeElement?.getAttribute('aria-label') === wanted,
      label,
    );
    return { opened, address };
  };

  for (const [what, name] of [
    ['a bar', /^Keskinen alue: \d+\. Näytä kysymykset/],
    ['a shade of the week', /^ma 9–10: \d+\. Näytä kysymykset/],
    ['a cell of the table', /^Keskinen alue, Ohjaus.*: \d+\. Näytä kysymykset/],
    ['a key figure', /^Teams-kysymysten osuus \d+.%: \d+\. Näytä kysymykset/],
  ] as const)
    it(`goes from ${what} to a case’s thread and back by keyboard alone`, () =>
      within({ subPage: 'tallies' }, async (framed) => {
        await framed.frame.locator('section[aria-labelledby="table"] td').first().waitFor();
        const { opened, address } = await lookBehind(framed, name);
        assert.equal(opened, `Avaa kysymys ${spokenCaseId(cases[0]?.id ?? idOf(nurse.id))} Teamsissa`);
        assert.deepEqual(address, ['https://teams.microsoft.com/l/message/19%3Akeskinen%40thread.tacv2/1']);
      }));

  // --- files and paper ---

  const saved = async (page: Page, frame: Frame, within: string, name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      frame
        .getByRole(within === '' ? 'main' : 'region', within === '' ? {} : { name: within })
        .getByRole('button', { name })
        .first()
        .click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  /** The list under a heading as the page tells it: name and number. */
  const listed = (frame: Frame, id: string) =>
    panel(frame, id)
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [row.children[0]?.textContent ?? '', row.children[1]?.textContent ?? '']),
      );

  it('gives the month as a workbook that says what the page says', () =>
    within({}, async ({ page, frame }) => {
      const { name, bytes } = await saved(page, frame, '', 'Excel');
      assert.equal(name, 'tilastot-2026-10.xlsx');
      const book = readWorkbook(bytes);
      const lists = book.get('Jakaumat') ?? [];
      for (const [id, of] of [
        ['by-region', 'Alue'],
        ['by-outcome', 'Lopputulos'],
        ['by-unit', 'Kysyjän yksikkö'],
      ] as const) {
        const told = await listed(frame, id);
        assert.ok(told.length > 3, id);
        const here = lists.filter(([dimension]) => dimension === of).map(([, value, now]) => [value, now]);
        assert.deepEqual(
          told.map(([value, now]) => [value, numberOf(now)]),
          here,
          id,
        );
      }
      const [, , total] = book.get('Yhteenveto') ?? [];
      assert.equal(total?.[1], numberOf(await frame.locator('dl dd').first().innerText()));
      assert.equal(total?.[1], october?.facts.size);
      assert.equal(book.get('Kuukaudet')?.length, 25);
    }));

  it('gives a table as CSV that says what the page says', () =>
    within({ subPage: 'tallies/2026-10/rows=topic/across=urgency' }, async ({ page, frame }) => {
      await panel(frame, 'table').locator('tbody tr').first().waitFor();
      const told = await panel(frame, 'table')
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
      const { name, bytes } = await saved(page, frame, 'Taulukko kahdesta jaottelusta', 'CSV-tiedosto');
      assert.equal(name, 'tilastot-2026-10.csv');
      const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
      const read = lines.slice(1).map((line) => line.split(';'));
      assert.deepEqual(
        told.map(([first, ...cells]) => [first, ...cells.map((cell) => String(numberOf(cell)))]),
        read,
      );
      assert.ok(told.length > 3);
    }));

  it('cuts nothing on paper, however wide a table is', () =>
    within({ subPage: 'tallies/2026-10/rows=region/across=hour' }, async (framed) => {
      const { frame, page } = framed;
      await panel(frame, 'table').locator('tbody tr').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      // A4 upright, less its margins
      await page.setViewportSize({ width: 718, height: 1000 });
      await frame.waitForFunction(() => window.innerWidth === 718);
      const cut = await frame.evaluate(() =>
        [...document.querySelectorAll('table')]
          .filter((table) => table.checkVisibility())
          .filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth)
          .map((table) => table.getAttribute('aria-labelledby')),
      );
      assert.deepEqual(cut, []);
      assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth)) <= 718);
      const hours = await panel(frame, 'table').locator('thead th:visible').allInnerTexts();
      for (const hour of ['7–8', '9–10', '15–16', '21–22']) assert.ok(hours.includes(hour), hours.join());
      assert.equal(await frame.getByRole('button', { name: 'Excel' }).first().isVisible(), false);
      await picture(framed, 'tallies-paper');
    }));

  // --- feedback ---

  it('tells feedback with its count, nothing of too few, and when that of the running month is told', async () => {
    await within({}, async ({ frame }) => {
      await panel(frame, 'feedback').getByText('suositteluindeksi').waitFor();
      const told = (await panel(frame, 'feedback').innerText()).replace(/\s+/g, ' ');
      assert.match(told, /\+50 suositteluindeksi, 6 vastausta/);
      assert.match(told, /Sain apua, kun sitä tarvitsin 6 4/);
    });
    await within({ subPage: 'tallies/2026-09' }, async ({ frame }) => {
      await frame.getByText('Palautetta on annettu alle viisi kertaa').waitFor();
    });
    await within({ subPage: 'tallies/2026-11' }, async ({ frame }) => {
      await frame.getByText('Tämän kuukauden palaute näytetään 1.12. alkaen').waitFor();
    });
  });

  it('lets a supervisor post a month’s report again, and says what became of it', async () => {
    report = { ...reported, posting: { state: 'failed' } };
    await within({}, async ({ frame }) => {
      const told = panel(frame, 'report');
      await told.getByText('Raporttia ei saatu lähetettyä.').waitFor();
      await told.getByRole('button', { name: 'Lähetä kanavalle uudelleen' }).press('Enter');
      await told.getByText('Lähetetty esihenkilöiden kanavalle ma 23.11. klo 12.00.').waitFor();
    });
    await within({ subPage: 'tallies/2026-09' }, async ({ frame }) => {
      await panel(frame, 'report').getByText('Tältä kuukaudelta ei ole raporttia.').waitFor();
    });
    speaks = ada;
    await within({}, async ({ frame }) => assert.equal(await panel(frame, 'report').count(), 0));
  });

  // --- other roles ---

  it('tells advisors their own regions in full, and of the county no small number', async () => {
    speaks = ada;
    await within({}, async ({ frame }) => {
      await frame.getByText('Omat alueesi: Keskinen alue.').waitFor();
      const regions = await listed(frame, 'by-region');
      const others = regions.filter(([name]) => !name?.startsWith('Keskinen'));
      assert.ok(others.every(([, n]) => numberOf(n) === 0));
      assert.equal(await frame.getByLabel('Alue', { exact: true }).count(), 0);
    });
  });

  it('tells everybody else the county, nothing small, and leads to no case', async () => {
    speaks = nurse;
    await within({ subPage: 'tallies/2026-10/across=weekday/rows=region' }, async ({ frame, page }) => {
      await frame.getByText('Koko hyvinvointialue, pienet luvut piilossa.').waitFor();
      await panel(frame, 'table').locator('tbody tr').first().waitFor();
      const numbers = (await frame.locator('td').allInnerTexts())
        .filter((text) => /^\d[\d\s]*$/.test(text))
        .map(numberOf);
      assert.ok(numbers.length > 30);
      assert.deepEqual(
        numbers.filter((n) => n > 0 && n < 5),
        [],
      );
      assert.equal(await frame.getByRole('button', { name: /Näytä kysymykset/ }).count(), 0);
      assert.equal(await frame.getByLabel('Rivit').count(), 0);
      assert.equal(await panel(frame, 'feedback').count(), 0);
      const { bytes } = await saved(page, frame, 'Taulukko kahdesta jaottelusta', 'Excel');
      const cells = [...readWorkbook(bytes).values()].flat(2).filter((cell) => typeof cell === 'number');
      assert.ok(cells.length > 30 && cells.every((n) => n === 0 || n >= 5 || !Number.isInteger(n)));
    });
  });

  it('offers a supervisor to pass on, of one month, only tables that keep each other’s secrets', () =>
    within({ subPage: 'tallies/2026-10/rows=unit/across=hour' }, async ({ frame }) => {
      await frame.getByLabel('Jaettavaksi: pienet luvut piilossa').check();
      await frame.waitForFunction(() => location.hash.endsWith('/shared=yes'));
      await frame.getByRole('columnheader', { name: 'Alue / Aihe' }).waitFor();
      assert.equal(await frame.getByLabel('Rivit').count(), 0);
      assert.deepEqual(await frame.getByLabel('Sarakkeet').locator('option').allInnerTexts(), [
        'Aihe',
        'Kanava',
        'Kiireellisyys',
        'Viikonpäivä',
        'Häiriökysyntää',
      ]);
      assert.equal(await frame.getByRole('button', { name: /Näytä kysymykset/ }).count(), 0);
    }));

  it('draws a choice as it was made at once, before the browser tells of the new address', () =>
    within({ subPage: 'tallies/2026-10' }, async ({ frame }) => {
      const shared = frame.getByLabel('Jaettavaksi: pienet luvut piilossa');
      const drawnAtOnce = await shared.evaluate((box: HTMLInputElement) => {
        box.click();
        return box.checked;
      });
      assert.ok(drawnAtOnce);
      await frame.waitForFunction(() => location.hash.endsWith('/shared=yes'));
    }));

  // --- what goes wrong ---

  it('says so when a month can’t be had, and tries again at a press', () =>
    tab.within({ now: noon, subPage: 'tallies/2026-10' }, async ({ frame, page }) => {
      await frame.locator('#run').waitFor();
      await page.route('**/api/tab/tallies/2026-09*', (route) => route.abort());
      await frame.getByRole('button', { name: 'Edellinen kuukausi' }).click();
      const again = frame.getByRole('button', { name: 'Yritä uudelleen' }).first();
      await again.waitFor();
      await page.unroute('**/api/tab/tallies/2026-09*');
      await again.click();
      await frame.locator('#run').waitFor();
      assert.equal(await hash(frame), '#/tallies/2026-09');
    }));

  it('has a place in order for the keyboard: choices, files, figures', () =>
    within({}, async (framed) => {
      await framed.frame.getByLabel('Kuukausi', { exact: true }).focus();
      const path: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        await framed.page.keyboard.press('Tab');
        path.push(await focusedIn(framed));
      }
      assert.deepEqual(path.slice(0, 2), ['Edellinen kuukausi', 'Seuraava kuukausi']);
    }));

  // --- how it looks ---

  for (const look of looks)
    for (const [who, person] of [
      ['a supervisor', eve],
      ['an advisor', ada],
      ['an employee', nurse],
    ] as const)
      it(`is sound to ${who}: ${lookName(look)}`, async () => {
        speaks = person;
        await within({ ...look, subPage: 'tallies/2026-10' }, async (framed) => {
          await framed.frame.locator('section[aria-labelledby="table"] td').first().waitFor();
          await framed.frame.getByRole('button', { expanded: false }).first().click();
          await framed.frame.locator('summary').click();
          await picture(framed, `tallies ${person.id} ${lookName(look)}`);
          await assertSound(framed);
        });
      });

  for (const look of looks.slice(0, 3))
    it(`is sound with the cases behind a figure open, and while a month runs: ${lookName(look)}`, () =>
      within({ ...look, subPage: 'tallies' }, async (framed) => {
        const { frame } = framed;
        await frame.locator('dl button').first().click();
        await frame.getByRole('dialog').getByRole('link').first().waitFor();
        await picture(framed, `tallies behind ${lookName(look)}`);
        await assertSound(framed);
      }));
});
