/** The built tab in a real browser, served by the real server, framed by a page that answers as Teams does. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createHours } from '../../bot/desk/hours/hours.ts';
import { withHours } from '../../bot/desk/hours/live-hours.ts';
import { createNow } from '../../bot/desk/now/now.ts';
import type { AuditEntry } from '../../bot/desk/ports.ts';
import { createDuty } from '../../bot/desk/staff/duty.ts';
import type { Binding, PersonRecord } from '../../bot/desk/staff/ports.ts';
import { createRoster, type RosterPorts } from '../../bot/desk/staff/roster.ts';
import { createSupervision } from '../../bot/desk/supervision/supervision.ts';
import type { Case } from '../../bot/domain/case/case.ts';
import { makeCaseId, spokenCaseId } from '../../bot/domain/case/case-id.ts';
import { caseId, type Day, day, personId } from '../../bot/domain/names.ts';
import { type Actor, noRoles } from '../../bot/domain/roles.ts';
import { contactOf } from '../../bot/domain/tally/tally.ts';
import { dutyRoutes } from '../../bot/http/duty-routes.ts';
import { hoursRoutes } from '../../bot/http/hours-routes.ts';
import { meRoutes } from '../../bot/http/me-routes.ts';
import { nowRoutes } from '../../bot/http/now-routes.ts';
import { staffRoutes } from '../../bot/http/staff-routes.ts';
import { violationsIn } from '../support/axe.ts';
import {
  ada,
  at,
  caseAfter,
  claim,
  county,
  eve,
  grant,
  keskinen,
  koillinen,
  nurse,
  personOf,
  waitingCase,
} from '../support/cases.ts';
import {
  assertSound,
  focusedIn,
  layoutShiftIn,
  lookName,
  looks,
  openTabInChromium,
  picture,
  type TabInChromium,
} from '../support/tab-in-chromium.ts';
import { openPage } from '../support/teams-frame.ts';
import { tabAddress } from '../support/teams-front.ts';

const lostId = makeCaseId(3, [1, 2, 3, 4, 5]);
const niina = personId('33333333-2222-4333-8444-555555555555');
const thread = '19:keskinen@thread.tacv2;messageid=17';
const view = {
  conversation: thread,
  activity: '17',
  shown: 'x',
  state: 'live',
  wanted: 0,
  tries: 0,
  region: keskinen,
} as const;

describe('the tab in a browser', () => {
  let tab: TabInChromium;
  let speaks: Actor;
  let open: Case[];
  let undelivered: Case[];
  let people: PersonRecord[];
  let bindings: Binding[];
  let deeds: unknown[];

  const running = { ...caseAfter(claim, grant), id: caseId('DDDDDDD') };
  const entries: readonly AuditEntry[] = [
    { at: at('09:00'), by: personOf(nurse), did: 'ask' },
    { at: at('10:00'), by: 'line', did: 'remind' },
  ];
  const staff: RosterPorts['staff'] = {
    actor: async () => speaks,
    bindings: async () => bindings,
    setRoles: async (_by, whom, roles) => {
      deeds.push(['setRoles', whom.name, roles]);
      people = people.map((one) => (one.id === whom.id ? { ...one, ...roles } : one));
      return { ...whom, ...roles };
    },
    removePerson: async (_by, whom) => {
      deeds.push(['removePerson', whom.name]);
      people = people.map((one) => (one.id === whom.id ? { ...one, advisorIn: [], supervisor: false } : one));
      return { ...whom, ...noRoles };
    },
    unbind: async (_by, target) => {
      deeds.push(['unbind', target]);
      bindings = bindings.filter((one) => one.for !== target);
      return undefined;
    },
  };
  const casework = {
    carryOut: async (_person: unknown, id: Case['id'], { do: did }: { do: string }) => {
      deeds.push([did, id]);
      undelivered = [];
      return { case: running, masked: [] };
    },
    handledBy: async () => entries,
  };
  const clock = { now: () => at('12:00') };
  const supervision = createSupervision({
    county,
    clock,
    cases: {
      contacts: async () => open.map((one) => contactOf(county, one)),
    },
    staff,
  });
  const now = () =>
    createNow({
      county,
      // each look is a new reading
      clock: {
        now: (() =>
          (
            (tick) => () =>
              at(`12:${String(tick++ % 60).padStart(2, '0')}`)
          )(0))(),
      },
      cases: { openCases: async () => open },
      watch: { undelivered: async () => undelivered, grantedUntil: async () => [running] },
      staff,
      casework,
    });
  // nobody has changed them: their own page tests the rest
  const hours = createHours({
    live: withHours(county),
    hours: {
      newest: async () => undefined,
      version: async () => undefined,
      versions: async () => [],
      change: () => assert.fail('the hours were changed'),
    },
    audit: { write: () => assert.fail('the hours were changed') },
    clock,
    staff,
  });
  const roster = createRoster({
    county,
    clock,
    firstSupervisor: eve.id,
    people: { all: async () => people, find: async (id) => people.find((one) => one.id === id) },
    audit: {
      ofMonth: async () => [
        { at: at('09:00'), by: personOf(eve), did: `setRoles:${niina}:updater+advisor/${keskinen}` },
        { at: at('09:00'), by: personOf(eve), did: 'deleteRecorded', why: 'Kirjattu kahdesti' },
      ],
    },
    staff,
    casework,
  });

  const duty = createDuty({
    people: {
      find: async (id) => people.find((one) => one.id === id),
      change: async (id, decision) => {
        const next = decision(people.find((one) => one.id === id));
        people = people.map((one) => (one.id === id ? next : one));
        return next;
      },
    },
    audit: { write: async ({ did }) => void deeds.push(did) },
    clock,
    staff,
  });

  before(async () => {
    tab = await openTabInChromium(
      [
        ...meRoutes(supervision),
        ...nowRoutes(now()),
        ...staffRoutes(roster),
        ...dutyRoutes(duty),
        ...hoursRoutes(hours),
      ],
      () => speaks,
    );
  });
  after(() => tab?.close());
  beforeEach(() => {
    speaks = eve;
    deeds = [];
    open = [
      waitingCase({ urgency: 'urgent', answerBy: at('10:00'), views: { channel: view } }),
      { ...caseAfter(claim), id: caseId('AAAAAAA'), urgency: 'today' },
      waitingCase({ id: caseId('BBBBBBB'), region: koillinen }),
    ];
    undelivered = [{ ...waitingCase({ id: lostId }), views: { asker: { ...view, state: 'lost' } } }];
    people = [
      { id: niina, name: 'Niina Nurmi', advisorIn: [], supervisor: false },
      {
        ...personOf(ada),
        id: personId('44444444-2222-4333-8444-555555555555'),
        advisorIn: [keskinen],
        supervisor: false,
      },
    ];
    bindings = county.regions.slice(0, 2).map(({ id, name }) => ({
      ...{ for: id, teamId: 't', channelId: 'c', channelName: name.fi, serviceUrl: 's', tenantId: 't' },
      ...{ boundBy: personOf(eve), boundAt: at('08:00') },
      ...(id === county.regions[1]?.id && { broken: 'archived' as const }),
    }));
  });

  const within: TabInChromium['within'] = (wish, look) => tab.within(wish, look);
  const background = () =>
    getComputedStyle(document.querySelector('section') ?? document.body).backgroundColor;

  it('shows a supervisor every region, in the language of their Teams, by the token that Teams gave', () =>
    within({}, async ({ frame }) => {
      const told = await frame.innerText('body');
      for (const part of [
        'Eve Eklund',
        'Esihenkilö',
        'Avoimet kysymykset',
        '7KQ-4MXU',
        'Myöhässä',
        'Ateriapalvelu',
      ])
        assert.ok(told.includes(part), `${part} is not in: ${told}`);
      assert.deepEqual([...tab.tokens], ['Bearer jwt-of-the-person']);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'fi');
      assert.equal(await frame.evaluate(() => document.title), 'Nyt – Viranomaislinja');
    }));

  it('speaks Swedish in a Swedish Teams, and shows an employee no case and only the pages for everybody', async () => {
    speaks = nurse;
    await within({ locale: 'sv-SE', subPage: 'settings' }, async ({ frame }) => {
      const told = await frame.innerText('body');
      assert.ok(told.includes('Myndighetslinjen') && told.includes('Fråga klienthandledarna'), told);
      assert.ok(!told.includes('7KQ'));
      const pages = await frame.locator('nav a').allInnerTexts();
      assert.deepEqual(pages, ['Början', 'Anvisningar', 'Statistik']);
    });
  });

  it('goes from page to page by keyboard, with focus, title, address and Back', () =>
    within({}, async (framed) => {
      const { frame, page } = framed;
      await frame.getByRole('link', { name: 'Asetukset' }).focus();
      await page.keyboard.press('Enter');
      await frame.getByRole('heading', { level: 1, name: 'Asetukset' }).waitFor();
      assert.equal(await focusedIn(framed), 'main');
      assert.equal(await frame.evaluate(() => document.title), 'Asetukset – Viranomaislinja');
      assert.equal(await frame.evaluate(() => location.hash), '#/settings');
      assert.equal(await frame.locator('[aria-current=page]').innerText(), 'Asetukset');
      await frame.evaluate(() => history.back());
      await frame.getByRole('heading', { level: 1, name: 'Nyt' }).waitFor();
    }));

  it('lets the keyboard skip to the content', () =>
    within({}, async (framed) => {
      await framed.frame.locator('body').press('Tab');
      assert.equal(await focusedIn(framed), 'Siirry sisältöön');
      await framed.page.keyboard.press('Enter');
      assert.equal(await focusedIn(framed), 'main');
    }));

  it('opens where a link leads', () =>
    within({ subPage: 'settings/audit/7KQ4MXU' }, async ({ frame }) => {
      await frame.getByRole('heading', { level: 1, name: 'Asetukset' }).waitFor();
      assert.equal(await frame.getByLabel('Kysymyksen tunnus').inputValue(), '7KQ4MXU');
    }));

  it('leads to each section of the settings by keyboard, in the address, for links and for Back', async () => {
    await within({ subPage: 'settings', width: 390 }, async (framed) => {
      const { frame, page } = framed;
      const hash = () => frame.evaluate(() => location.hash);
      const ways = frame.getByRole('navigation', { name: 'Asetusten osat' }).getByRole('link');
      await frame.locator('#people').waitFor();
      // the last part to come: what stands below it moves no more
      await frame.locator('#hours-week').waitFor();
      assert.equal(await frame.getByRole('heading', { level: 2 }).count(), await ways.count());
      for (const [nth, id] of ['people', 'channels', 'hours', 'history', 'audit'].entries()) {
        await ways.nth(nth).press('Enter');
        await frame.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
        assert.equal(await ways.nth(nth).innerText(), await frame.locator(`#${id}`).innerText());
        assert.equal(await hash(), `#/settings/${id}`);
        const box = await frame.locator(`#${id}`).boundingBox();
        assert.ok(box && box.y >= 0 && box.y < 900, `${id} is out of sight`);
      }
      // again, though the address is the same
      await ways.last().press('Enter');
      assert.equal(await focusedIn(framed), 'audit');
      await page.keyboard.press('Tab');
      assert.equal(
        await frame.getByLabel('Kysymyksen tunnus').evaluate((one) => one.matches(':focus')),
        true,
      );
      await frame.evaluate(() => history.back());
      await frame.waitForFunction(() => document.activeElement?.id === 'history');
      await frame.getByRole('link', { name: 'Asetukset' }).press('Enter');
      await frame.waitForFunction(() => document.activeElement?.id === 'settings');
    });
    await within({ subPage: 'settings/hours' }, async ({ frame }) => {
      await frame.waitForFunction(() => document.activeElement?.id === 'hours');
    });
  });

  it('follows the theme while it is open', () =>
    within({ theme: 'dark' }, async ({ frame, setTheme }) => {
      assert.equal(await frame.evaluate(background), 'rgb(41, 41, 41)');
      await setTheme('contrast');
      await frame.waitForFunction(`(${background})() === 'rgb(0, 0, 0)'`);
    }));

  it('leaves no strip of another colour beside a dialog, whose ground reaches from edge to edge', () =>
    within({ theme: 'dark', subPage: 'settings', width: 390 }, async ({ frame }) => {
      await frame
        .getByRole('button', { name: /^Muuta rooleja/ })
        .first()
        .press('Enter');
      await frame.getByRole('dialog').waitFor();
      const ground = () => {
        const { backgroundColor, scrollbarGutter } = getComputedStyle(document.documentElement);
        return [backgroundColor, scrollbarGutter, document.body.clientWidth];
      };
      assert.deepEqual(await frame.evaluate(ground), ['rgb(31, 31, 31)', 'auto', 390]);
    }));

  it('keeps the keyboard in the dialog of roles from step to step, and Escape leaves it', () =>
    within({ subPage: 'settings' }, async ({ frame, page }) => {
      await frame
        .getByRole('button', { name: /^Muuta rooleja/ })
        .first()
        .press('Enter');
      const dialog = frame.getByRole('dialog');
      for (const way of ['Jatka', 'Takaisin', 'Jatka'])
        await dialog.getByRole('button', { name: way }).press('Enter');
      await dialog.getByRole('button', { name: 'Vahvista' }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }));

  it('is heard again by the person who goes on while a dialog is still fading away', () =>
    within({ subPage: 'settings' }, async ({ frame }) => {
      await frame
        .getByRole('button', { name: /^Muuta rooleja/ })
        .first()
        .press('Enter');
      await frame.locator('#root[aria-hidden]').waitFor({ state: 'attached' });
      await frame.getByRole('button', { name: 'Peruuta' }).press('Enter');
      await frame.evaluate(() => {
        window.location.hash = '#/now';
      });
      await frame.locator('#root:not([aria-hidden])').waitFor();
      await frame.getByRole('heading', { level: 1, name: 'Nyt' }).waitFor();
    }));

  // 640 is a window of 1280 at 200 %
  for (const width of [320, 640])
    it(`fits ${width} pixels on every page`, async () => {
      for (const subPage of ['now', 'start', 'settings'])
        await within({ width, subPage, locale: 'sv-SE' }, async ({ frame }) => {
          assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth), width, subPage);
        });
    });

  it('asks again at a press, and shows what has come', () =>
    within({}, async ({ frame }) => {
      open.push(waitingCase({ id: caseId('CCCCCCC') }));
      await frame.getByRole('button', { name: 'Päivitä' }).click();
      await frame.getByText('CCC-CCCC').waitFor();
    }));

  it('is fresh by itself after a while, without a press', () =>
    within({ clock: true }, async ({ frame, page }) => {
      open.push(waitingCase({ id: caseId('CCCCCCC') }));
      await page.clock.runFor(16_000);
      await frame.getByText('CCC-CCCC').waitFor();
    }));

  it('shows what it has when nothing newer can be had, and says so', () =>
    within({}, async ({ frame, page }) => {
      await page.route('**/api/tab/now', (route) => route.abort());
      await frame.getByRole('button', { name: 'Päivitä' }).click();
      await frame.getByText('Uusia tietoja ei juuri nyt saada.').waitFor();
      assert.equal(await frame.getByText('7KQ-4MXU').count(), 1);
    }));

  it('cuts to one region when asked', () =>
    within({}, async ({ frame }) => {
      await frame.getByLabel('Alue').selectOption({ label: 'Koillinen alue' });
      await frame.getByText('7KQ-4MXU').waitFor({ state: 'detached' });
      await frame.getByText('BBB-BBBB').waitFor();
    }));

  it('opens a case’s thread through Teams', () =>
    within({}, async ({ frame, askedOfTeams }) => {
      await frame.getByRole('link', { name: 'Avaa Teamsissa: kysymys 7KQ-4MXU' }).click();
      const [opened] = await askedOfTeams('executeDeepLink');
      assert.deepEqual(opened, ['https://teams.microsoft.com/l/message/19%3Akeskinen%40thread.tacv2/17']);
    }));

  it('sends again what did not arrive, and tells so', async () => {
    await within({}, async ({ frame }) => {
      await frame
        .getByRole('button', { name: `Lähetä uudelleen: kysymys ${spokenCaseId(lostId)}` })
        .press('Enter');
      await frame.getByText('Kaikki viestit ovat menneet perille.').waitFor();
      await frame.getByText(`Kysymyksen ${spokenCaseId(lostId)} ilmoitukset lähetetään uudelleen.`).waitFor();
    });
    assert.deepEqual(deeds, [['resend', lostId]]);
  });

  it('finds a person and gives a role, in words before it is done', () =>
    within({ subPage: 'settings' }, async ({ frame, page }) => {
      await frame.getByLabel('Hae henkilöä nimellä').fill('niina');
      await page.keyboard.press('Enter');
      await frame.getByRole('button', { name: 'Muuta rooleja: Niina Nurmi' }).click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByLabel('Keskinen alue').check();
      await dialog.getByRole('button', { name: 'Jatka' }).click();
      await dialog.getByText('Asiakasohjaaja: Keskinen alue').waitFor();
      assert.deepEqual(deeds, []);
      await dialog.getByRole('button', { name: 'Vahvista' }).click();
      await frame.getByText('Roolit tallennettu: Niina Nurmi.').waitFor();
      const roles = { advisorIn: ['keskinen'], supervisor: false, updater: false };
      assert.deepEqual(deeds, [['setRoles', 'Niina Nurmi', roles]]);
    }));

  it('finds the same person again after each change, and never shows what they were before', () =>
    within({ subPage: 'settings' }, async ({ frame, page }) => {
      const search = frame.getByLabel('Hae henkilöä nimellä');
      const dialog = frame.getByRole('dialog');
      for (const role of ['Keskinen alue', 'Ohjeiden päivittäjä']) {
        await search.fill('niina');
        await page.keyboard.press('Enter');
        await frame.getByText('1 henkilö', { exact: true }).waitFor();
        await frame.getByRole('button', { name: 'Muuta rooleja: Niina Nurmi' }).last().click();
        await dialog.getByLabel(role).check();
        await dialog.getByRole('button', { name: 'Jatka' }).click();
        await dialog.getByRole('button', { name: 'Vahvista' }).click();
        await dialog.waitFor({ state: 'detached' });
        await frame.getByText('1 henkilö', { exact: true }).waitFor({ state: 'detached' });
        assert.equal(await search.inputValue(), '');
      }
      const roles = { advisorIn: ['keskinen'], supervisor: false, updater: true };
      assert.deepEqual(deeds.at(-1), ['setRoles', 'Niina Nurmi', roles]);
    }));

  describe('of absences', () => {
    const adaIn = () => people.find(({ name }) => name === 'Ada Aalto');
    const setAda = (lastDayAway: Day | undefined) => {
      people = people.map(({ lastDayAway: _, ...one }) =>
        one.name === 'Ada Aalto' ? { ...one, ...(lastDayAway && { lastDayAway }) } : one,
      );
    };
    const adaSpeaks = () => {
      const one = adaIn();
      assert.ok(one);
      speaks = one;
    };

    it('lets a supervisor set an advisor’s and end it, by keyboard', () =>
      within({ subPage: 'settings' }, async ({ frame, page }) => {
        const opener = frame.getByRole('button', { name: 'Poissaolo: Ada Aalto' });
        await opener.press('Enter');
        const dialog = frame.getByRole('dialog');
        const lastDay = dialog.getByLabel('Viimeinen poissaolopäivä');
        await lastDay.waitFor();
        assert.equal(await dialog.getByRole('button', { name: 'Päätä poissaolo' }).count(), 0);
        await lastDay.press('Enter');
        await dialog.getByText('Anna päivä.').waitFor();
        await lastDay.fill('2026-11-20');
        await page.keyboard.press('Enter');
        await dialog.getByText('Päivä on jo mennyt.').waitFor();
        await lastDay.fill('2030-01-01');
        await page.keyboard.press('Enter');
        await dialog.getByText('Anna päivä, joka on viimeistään 23.11.2028.').waitFor();
        assert.deepEqual(deeds, []);
        await lastDay.fill('2026-12-15');
        await page.keyboard.press('Enter');
        await frame.getByText('Poissaolo tallennettu: Ada Aalto, 15.12.2026 asti.').waitFor();
        await frame.getByText('Poissa 15.12.2026 asti', { exact: true }).waitFor();
        assert.deepEqual([adaIn()?.lastDayAway, deeds], ['2026-12-15', [`setLeave:${adaIn()?.id}`]]);
        await opener.press('Enter');
        assert.equal(await lastDay.inputValue(), '2026-12-15');
        await dialog.getByRole('button', { name: 'Päätä poissaolo' }).press('Enter');
        await frame.getByText('Poissaolo päätetty: Ada Aalto.').waitFor();
        await frame.getByText('Poissa 15.12.2026 asti', { exact: true }).waitFor({ state: 'detached' });
        assert.equal(adaIn()?.lastDayAway, undefined);
      }));

    it('is told again when the same is saved twice, so that it is heard both times', () =>
      within({ subPage: 'settings' }, async ({ frame }) => {
        const region = frame.getByRole('status').filter({ hasText: 'Poissaolo tallennettu: Ada Aalto' });
        const save = async () => {
          await frame.getByRole('button', { name: 'Poissaolo: Ada Aalto' }).press('Enter');
          const dialog = frame.getByRole('dialog');
          await dialog.getByLabel('Viimeinen poissaolopäivä').fill('2026-12-15');
          await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
          await dialog.waitFor({ state: 'detached' });
          await region.waitFor();
        };
        await save();
        const [heard, bar] = [await region.elementHandle(), await region.locator('> *').elementHandle()];
        assert.ok(heard && bar);
        await save();
        await bar.waitForElementState('hidden');
        assert.ok(await heard.evaluate(({ isConnected }) => isConnected));
        assert.deepEqual(deeds, [`setLeave:${adaIn()?.id}`]);
      }));

    it('tells the later of two that it changed meanwhile, and keeps what they chose', () =>
      within({ subPage: 'settings' }, async ({ frame }) => {
        await frame.getByRole('button', { name: 'Poissaolo: Ada Aalto' }).click();
        setAda(day('2026-12-01'));
        const dialog = frame.getByRole('dialog');
        await dialog.getByLabel('Viimeinen poissaolopäivä').fill('2026-12-15');
        await dialog.getByRole('button', { name: 'Tallenna' }).click();
        await dialog.getByText('Nyt: Poissa 1.12.2026 asti. Valintasi on tallella').waitFor();
        assert.equal(adaIn()?.lastDayAway, '2026-12-01');
        assert.deepEqual(await violationsIn(frame), []);
        await dialog.getByRole('button', { name: 'Tallenna' }).click();
        await frame.getByText('Poissaolo tallennettu: Ada Aalto, 15.12.2026 asti.').waitFor();
        assert.equal(adaIn()?.lastDayAway, '2026-12-15');
      }));

    it('says when the person is no advisor any more', () =>
      within({ subPage: 'settings' }, async ({ frame }) => {
        await frame.getByRole('button', { name: 'Poissaolo: Ada Aalto' }).click();
        people = people.map((one) => ({ ...one, advisorIn: [] }));
        const dialog = frame.getByRole('dialog');
        await dialog.getByLabel('Viimeinen poissaolopäivä').fill('2026-12-15');
        await dialog.getByRole('button', { name: 'Tallenna' }).click();
        await dialog.getByText('Henkilö ei ole enää asiakasohjaaja.').waitFor();
      }));

    it('lets an advisor set their own and come back, where they see what goes on', async () => {
      adaSpeaks();
      await within({}, async ({ frame }) => {
        const own = frame.getByRole('region', { name: 'Oma vuoro' });
        await own.getByText('Olet vuorossa.').waitFor();
        await own.getByRole('button', { name: 'Merkitse poissaolo' }).click();
        const dialog = frame.getByRole('dialog');
        await dialog.getByLabel('Viimeinen poissaolopäivä').fill('2026-12-15');
        await dialog.getByRole('button', { name: 'Tallenna' }).click();
        await own.getByText('Olet poissa 15.12.2026 asti.').waitFor();
        await own.getByText('Poissaolo tallennettu: Ada Aalto, 15.12.2026 asti.').waitFor();
        assert.equal(adaIn()?.lastDayAway, '2026-12-15');
        await own.getByRole('button', { name: 'Muuta poissaoloa' }).click();
        await dialog.getByRole('button', { name: 'Päätä poissaolo' }).click();
        await own.getByText('Olet vuorossa.').waitFor();
        assert.equal(adaIn()?.lastDayAway, undefined);
      });
    });

    it('shows an advisor what was saved though nothing more can be had, and not what was asked before', async () => {
      adaSpeaks();
      await within({ clock: true }, async ({ frame, page }) => {
        const own = frame.getByRole('region', { name: 'Oma vuoro' });
        await own.getByRole('button', { name: 'Merkitse poissaolo' }).click();
        let answer = () => {};
        const held = new Promise<void>((resolve) => {
          answer = resolve;
        });
        await page.route('**/api/tab/me/duty', async (route) => {
          if (route.request().method() !== 'GET') return route.fallback();
          const response = await route.fetch({ url: `http://127.0.0.1:${tab.port}/api/tab/me/duty` });
          await held;
          return route.fulfill({ response });
        });
        const looked = page.waitForRequest('**/api/tab/me/duty');
        await page.clock.runFor(61_000);
        await looked;
        const dialog = frame.getByRole('dialog');
        await dialog.getByLabel('Viimeinen poissaolopäivä').fill('2026-12-15');
        await dialog.getByRole('button', { name: 'Tallenna' }).click();
        const away = own.getByText('Olet poissa 15.12.2026 asti.');
        await away.waitFor();
        const answered = page.waitForResponse('**/api/tab/me/duty');
        answer();
        await (await answered).finished();
        await page.clock.runFor(1000);
        assert.equal(await away.count(), 1);
        await page.route('**/api/tab/me/duty', (route) => route.abort());
        const failed = page.waitForEvent('requestfailed');
        await page.clock.runFor(61_000);
        await failed;
        await page.clock.runFor(1000);
        assert.equal(await away.count(), 1);
      });
    });

    it('has no line of one’s own for a supervisor who advises nowhere', () =>
      within({}, async ({ frame }) => {
        await frame.getByText('7KQ-4MXU').waitFor();
        assert.equal(await frame.getByRole('region', { name: 'Oma vuoro' }).count(), 0);
      }));

    it('says so when one’s own can’t be had, and shows the rest', async () => {
      adaSpeaks();
      const framed = await tab.open({ subPage: 'start' });
      const { frame, page } = framed;
      await page.route('**/api/tab/me/duty', (route) => route.abort());
      await frame.evaluate(() => {
        window.location.hash = '#/now';
      });
      const own = frame.getByRole('region', { name: 'Oma vuoro' });
      await own.getByText('Palvelimeen ei saada yhteyttä.').waitFor();
      await frame.getByText('7KQ-4MXU').waitFor();
      await page.unroute('**/api/tab/me/duty');
      await own.getByRole('button', { name: 'Yritä uudelleen' }).click();
      await own.getByText('Olet vuorossa.').waitFor();
      await page.close();
    });

    for (const look of looks)
      it(`is sound and fits the page (${lookName(look)})`, async () => {
        setAda(day('2026-12-15'));
        await within({ ...look, subPage: 'settings' }, async (framed) => {
          const opener = framed.frame.getByRole('button', { name: / Ada Aalto$/ });
          await opener.first().waitFor();
          await picture(framed, `people-away-${lookName(look)}`);
          await assertSound(framed);
          await opener.first().click();
          await framed.frame.getByRole('dialog').locator('input[type=date]').waitFor();
          await picture(framed, `leave-dialog-${lookName(look)}`);
          await assertSound(framed);
        });
        adaSpeaks();
        await within(look, async (framed) => {
          await framed.frame.locator('[role=status]', { hasText: '2026' }).waitFor();
          await picture(framed, `own-duty-${lookName(look)}`);
          await assertSound(framed);
        });
      });
  });

  it('tells the second supervisor that the roles changed meanwhile, and keeps what they chose', () =>
    within({ subPage: 'settings' }, async ({ frame }) => {
      await frame.getByRole('button', { name: 'Muuta rooleja: Ada Aalto' }).click();
      people = people.map((one) => (one.name === 'Ada Aalto' ? { ...one, advisorIn: [koillinen] } : one));
      const dialog = frame.getByRole('dialog');
      await dialog.getByLabel('Ohjeiden päivittäjä').check();
      await dialog.getByRole('button', { name: 'Jatka' }).click();
      await dialog.getByRole('button', { name: 'Vahvista' }).click();
      await dialog.getByText('Nyt: Asiakasohjaaja: Koillinen alue. Valintasi ovat tallella').waitFor();
      assert.deepEqual(deeds, []);
      assert.deepEqual(await violationsIn(frame), []);
      await dialog.getByRole('button', { name: 'Vahvista' }).click();
      await frame.getByText('Roolit tallennettu: Ada Aalto.').waitFor();
      const roles = { advisorIn: ['keskinen'], supervisor: false, updater: true };
      assert.deepEqual(deeds, [['setRoles', 'Ada Aalto', roles]]);
    }));

  for (const [what, opening] of [
    ['of roles', 'Muuta rooleja: Ada Aalto'],
    ['of channels', 'Irrota Eteläinen alue'],
  ] as const)
    for (const close of ['Peruuta', 'Escape'])
      it(`leaves the page heard after the dialog ${what} is closed by ${close}`, () =>
        within({ subPage: 'settings' }, async ({ frame, page }) => {
          const opener = frame.getByRole('button', { name: opening }).first();
          await opener.click();
          await frame.locator('#root[aria-hidden=true]').waitFor({ state: 'attached' });
          if (close === 'Escape') await page.keyboard.press(close);
          else await frame.getByRole('button', { name: close }).click();
          await frame.locator('#root:not([aria-hidden])').waitFor();
          await opener.click();
        }));

  it('takes every role away only when that is confirmed, and Esc takes nothing', () =>
    within({ subPage: 'settings' }, async ({ frame, page }) => {
      const change = frame.getByRole('button', { name: 'Muuta rooleja: Ada Aalto' });
      await change.click();
      await frame.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
      await page.keyboard.press('Escape');
      await frame.getByRole('dialog').waitFor({ state: 'detached' });
      await frame.waitForFunction(() =>
        document.activeElement?.getAttribute('aria-label')?.endsWith('Ada Aalto'),
      );
      await change.click();
      await frame.getByRole('button', { name: 'Poista kaikki roolit' }).click();
      assert.deepEqual(deeds, []);
      await frame.getByRole('button', { name: 'Vahvista' }).click();
      await frame.getByText('Roolit tallennettu: Ada Aalto.').waitFor();
      assert.deepEqual(deeds, [['removePerson', 'Ada Aalto']]);
    }));

  it('unbinds a channel only when that is confirmed', () =>
    within({ subPage: 'settings' }, async ({ frame }) => {
      await frame.getByText('Tiimi on arkistoitu.').waitFor();
      await frame.getByRole('button', { name: 'Irrota Eteläinen alue' }).first().click();
      const dialog = frame.getByRole('alertdialog');
      await dialog.getByRole('button', { name: 'Peruuta' }).click();
      await dialog.waitFor({ state: 'detached' });
      await frame.getByRole('button', { name: 'Irrota Eteläinen alue' }).first().click();
      await dialog.getByRole('button', { name: 'Irrota', exact: true }).click();
      await frame.getByText('Kanava irrotettu: Eteläinen alue.').waitFor();
      assert.deepEqual(deeds, [['unbind', county.regions[0]?.id]]);
    }));

  it('shows the history when it is wanted, and hides it again', () =>
    within({ subPage: 'settings' }, async (framed) => {
      const { frame } = framed;
      const told = frame.getByText(
        'Eve Eklund muutti rooleja: Niina Nurmi · Ohjeiden päivittäjä, Asiakasohjaaja: Keskinen alue',
      );
      await frame.getByRole('button', { name: 'Näytä historia', expanded: false }).press('Enter');
      await told.waitFor();
      await frame.getByText('Eve Eklund poisti kirjauksen · syy: Kirjattu kahdesti').waitFor();
      await frame.getByRole('button', { name: 'Piilota historia', expanded: true }).press('Enter');
      await told.waitFor({ state: 'detached' });
      assert.equal(await focusedIn(framed), 'Näytä historia');
    }));

  it('finds who handled a case, and gives it as a file', () =>
    within({ subPage: 'settings' }, async ({ frame, page }) => {
      const id = frame.getByLabel('Kysymyksen tunnus');
      await id.fill('7KQ-4MXX');
      await id.press('Enter');
      await frame.getByText('Tunnus on väärin.').waitFor();
      await id.fill('7kq 4mxu');
      await id.press('Enter');
      await frame.getByRole('cell', { name: 'Niina Nurmi' }).waitFor();
      await frame.getByRole('cell', { name: 'Järjestelmä' }).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: 'Lataa CSV-tiedostona' }).click(),
      ]);
      assert.equal(file.suggestedFilename(), 'kasittelijat-7KQ-4MXU.csv');
      const text = await readFile(await file.path(), 'utf8');
      assert.ok(text.includes('2026-11-23 09:00:00;Niina Nurmi;kysyi;'), text);
    }));

  it('explains itself outside Teams', async () => {
    const { page } = await openPage(tab.browser, tabAddress);
    await page.getByRole('heading', { name: 'Tämä sivu toimii Teamsissa' }).waitFor();
    await page.close();
  });

  it('needs less than 250 kB of script, gzipped, for the first page', () =>
    within({}, async ({ fetched }) => {
      const scripts = fetched.filter((path) => path.endsWith('.js'));
      assert.ok(scripts.length > 1 && !scripts.some((path) => path.includes('settings')), scripts.join());
      const sizes = await Promise.all(
        scripts.map(
          async (path) => gzipSync(await readFile(join(tab.folder, path.replace('/tab/', '')))).length,
        ),
      );
      const all = sizes.reduce((total, size) => total + size, 0);
      assert.ok(all < 250_000, `${all} bytes`);
    }));

  it('moves nothing about while it comes', () =>
    within({}, async ({ frame }) => {
      const moved = await layoutShiftIn(frame);
      assert.ok(moved < 0.1, `layout shift ${moved}`);
    }));

  it('prints the page without what can only be pressed', () =>
    within({}, async ({ frame, page }) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await frame.locator('nav').isVisible(), false);
      assert.equal(await frame.getByRole('button', { name: 'Päivitä' }).isVisible(), false);
      assert.equal(await frame.getByText('7KQ-4MXU').isVisible(), true);
    }));

  describe('has nothing against WCAG that axe can find', () => {
    for (const look of looks)
      for (const subPage of ['now', 'start', 'settings'])
        it(`on ${subPage}, ${lookName(look)}`, () =>
          within({ ...look, subPage }, async (framed) => {
            await framed.frame.locator('h2').first().waitFor();
            await assertSound(framed);
          }));

    it('in the dialog of roles', () =>
      within({ subPage: 'settings' }, async ({ frame }) => {
        await frame.getByRole('button', { name: 'Muuta rooleja: Ada Aalto' }).click();
        await frame.getByRole('dialog').getByRole('button', { name: 'Jatka' }).waitFor();
        assert.deepEqual(await violationsIn(frame), []);
      }));
  });

  if (process.env['SCREENS'])
    it('is pictured', async () => {
      for (const subPage of ['now', 'start', 'settings'])
        for (const look of looks)
          await within({ ...look, subPage }, async (framed) => {
            await framed.frame.locator('h2').first().waitFor();
            await picture(framed, `${subPage} ${lookName(look)}`);
          });
    });
});
