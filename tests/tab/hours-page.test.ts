/** The opening hours among the settings, in Chromium: the week, exceptional days, two supervisors, and history. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { createHours, type Hours } from '../../bot/desk/hours/hours.ts';
import { withHours } from '../../bot/desk/hours/live-hours.ts';
import type { Person } from '../../bot/domain/case/case.ts';
import type { OpeningHours } from '../../bot/domain/county.ts';
import { day } from '../../bot/domain/names.ts';
import type { MeView } from '../../bot/domain/views/tab-views.ts';
import { hoursRoutes } from '../../bot/http/hours-routes.ts';
import type { TabRoute } from '../../bot/http/tab-api.ts';
import { county, eve, personOf } from '../support/cases.ts';
import { emptyStore, stillClock } from '../support/stores.ts';
import {
  assertSound,
  lookName,
  looks,
  openTabInChromium,
  picture,
  type TabInChromium,
} from '../support/tab-in-chromium.ts';
import type { Framed } from '../support/teams-frame.ts';

const mira: Person = { id: personOf(eve).id, name: 'Mira Mattila' };
const tuesday = day('2026-11-24');
const me: MeView = {
  ...{ id: eve.id, name: eve.name, supervisor: true, advisorIn: [] },
  ...{ county: county.name, line: county.lineName },
};

describe('the opening hours in the tab', () => {
  let tab: TabInChromium;
  let hours: Hours;
  let live: ReturnType<typeof withHours>;
  let answers: boolean;

  const still = (path: string, body: object): TabRoute => ({
    ...{ method: 'GET', path },
    answer: async () => ({ status: 200, body }),
  });
  /** Each test has a line of its own behind the same routes. */
  const routes = (): readonly TabRoute[] =>
    hoursRoutes({
      see: (by) => hours.see(by),
      change: (by, wish) => hours.change(by, wish),
      history: (by, before) => hours.history(by, before),
      refresh: () => hours.refresh(),
    }).map((route) => ({
      ...route,
      answer: async (request) => (answers ? route.answer(request) : { status: 503 }),
    }));

  before(async () => {
    tab = await openTabInChromium(
      [...routes(), still('/me', me), still('/staff', { regions: [], members: [], bindings: [] })],
      () => personOf(eve),
    );
  });
  after(() => tab?.close());
  beforeEach(async () => {
    answers = true;
    live = withHours(county);
    const store = await emptyStore();
    hours = createHours({
      ...{ live, hours: store.hours, audit: store.audit, clock: stillClock() },
      staff: { actor: async () => eve },
    });
  });

  const settings = (look: (page: Framed & { readonly section: Locator }) => Promise<void>, wish = {}) =>
    tab.within({ subPage: 'settings', ...wish }, async (framed) => {
      const section = framed.frame.locator('section[aria-labelledby=hours]');
      await section.locator('h3').first().waitFor();
      await look({ ...framed, section });
    });
  const inForce = (): OpeningHours => live.county.opening;
  const closeTuesday = async () => {
    await hours.change(eve, { do: 'setException', seen: 0, day: tuesday, hours: [], note: 'Koulutus' });
  };

  it('say that they are unconfirmed until somebody confirms them', () =>
    settings(async ({ section }) => {
      await section.getByText('Ajat ovat käyttöönoton asetuksista.').waitFor();
      await section.getByRole('button', { name: 'Vahvista ajat' }).click();
      await section.getByText('Aukioloajat vahvistettu.').waitFor();
      await section.getByText('Viimeksi muuttanut Eve Eklund, ma 23.11.2026 klo 12.00').waitFor();
      assert.equal(await section.getByRole('button', { name: 'Vahvista ajat' }).count(), 0);
      assert.equal(inForce().confirmed, true);
    }));

  it('change by keyboard, at once when no day closes', () =>
    settings(async ({ section, page }) => {
      await section.getByLabel('Perjantai: päättyy').fill('1430');
      await page.keyboard.press('Enter');
      await section.getByText('Aukioloajat tallennettu.').waitFor();
      assert.deepEqual(inForce().week.fri, [{ from: '08:00', to: '14:30' }]);
    }));

  it('ask before a weekday closes, and Back leaves it open', () =>
    settings(async ({ section, frame }) => {
      await section.getByLabel('Keskiviikko: avoinna').uncheck();
      await section.getByRole('button', { name: 'Tallenna viikko' }).click();
      const dialog = frame.getByRole('alertdialog');
      await dialog.getByText('ke: ennen 8.00–16.00, nyt suljettu').waitFor();
      await dialog.getByRole('button', { name: 'Takaisin' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(inForce(), county.opening);
      await section.getByRole('button', { name: 'Tallenna viikko' }).click();
      await dialog.getByRole('button', { name: 'Tallenna viikko' }).click();
      await section.getByText('Aukioloajat tallennettu.').waitFor();
      assert.deepEqual(inForce().week.wed, []);
    }));

  it('name the times that can’t be, beside them, and keep what was typed', () =>
    settings(async ({ section }) => {
      await section.getByLabel('Maanantai: alkaa').fill('17:00');
      await section.getByRole('button', { name: 'Maanantai: lisää aika' }).click();
      await section.getByRole('button', { name: 'Tallenna viikko' }).click();
      await section.getByText('Lopun pitää olla alun jälkeen.').waitFor();
      await section.getByText('Anna alku ja loppu, esimerkiksi').waitFor();
      assert.equal(await section.getByLabel('Maanantai: alkaa').inputValue(), '17.00');
      await section.getByRole('button', { name: 'Peru muutokset' }).click();
      assert.equal(await section.getByLabel('Maanantai: alkaa').inputValue(), '8.00');
      assert.equal(inForce(), county.opening);
    }));

  it('show a never open week’s refusal in words', () =>
    settings(async ({ section, frame }) => {
      for (const weekday of ['Maanantai', 'Tiistai', 'Keskiviikko', 'Torstai', 'Perjantai'])
        await section.getByLabel(`${weekday}: avoinna`).uncheck();
      await section.getByRole('button', { name: 'Tallenna viikko' }).click();
      await frame.getByRole('alertdialog').getByRole('button', { name: 'Tallenna viikko' }).click();
      await section.getByText('Linjan pitää olla avoinna ainakin jonakin viikonpäivänä.').waitFor();
    }));

  it('close a day for a reason, once that is confirmed, and open it again', () =>
    settings(async ({ section, frame }) => {
      await section.getByText('Tulossa ei ole poikkeuspäiviä.').waitFor();
      await section.getByRole('button', { name: 'Lisää poikkeuspäivä' }).click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Jatka' }).click();
      await dialog.getByText('Anna päivä.').waitFor();
      await dialog.getByRole('textbox', { name: 'Päivä' }).fill(tuesday);
      await dialog.getByLabel('Syy').fill('Koulutus');
      await dialog.getByRole('button', { name: 'Jatka' }).click();
      await dialog.getByText('Linja on suljettu ti 24.11.2026.').waitFor();
      assert.deepEqual(inForce().exceptions, []);
      await dialog.getByRole('button', { name: 'Sulje linja' }).click();
      await section.getByText('Koulutus').waitFor();
      assert.deepEqual(inForce().exceptions, [{ day: tuesday, hours: [], note: 'Koulutus' }]);
      await section.getByRole('button', { name: 'Poista poikkeuspäivä ti 24.11.2026' }).click();
      await dialog.getByRole('button', { name: 'Poista' }).click();
      await section.getByText('Tulossa ei ole poikkeuspäiviä.').waitFor();
      assert.deepEqual(inForce().exceptions, []);
    }));

  it('open on a holiday by other hours, and say what the day is', () =>
    settings(async ({ section, frame }) => {
      await section.getByText('Pyhäpäivät vuoden aikana (15)').click();
      await section.getByText('to 24.12.2026 jouluaatto: suljettu').waitFor();
      await section.getByRole('button', { name: 'Lisää poikkeuspäivä' }).click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Päivä' }).fill('2026-12-24');
      await dialog.getByText('Jouluaatto: linja on suljettu ilman poikkeustakin.').waitFor();
      await dialog.getByLabel('avoinna näinä aikoina').check();
      await dialog.getByLabel('Avoinna näinä aikoina: päättyy').fill('12:00');
      await dialog.getByRole('button', { name: 'Tallenna' }).click();
      await section.getByText('to 24.12.2026 jouluaatto: 8.00–12.00').waitFor();
    }));

  it('tell the refusal of a day at its field', () =>
    settings(async ({ section, frame }) => {
      await section.getByRole('button', { name: 'Lisää poikkeuspäivä' }).click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Päivä' }).fill('2026-11-20');
      await dialog.getByRole('button', { name: 'Jatka' }).click();
      await dialog.getByRole('button', { name: 'Sulje linja' }).click();
      await dialog.getByText('Päivä on jo mennyt.').first().waitFor();
      assert.equal(await dialog.getByRole('textbox', { name: 'Päivä' }).inputValue(), '2026-11-20');
    }));

  it('tell the later of two supervisors, and keep what they typed', () =>
    settings(async ({ section }) => {
      await section.getByLabel('Perjantai: päättyy').fill('15');
      await closeTuesday();
      await section.getByRole('button', { name: 'Tallenna viikko' }).click();
      await section.getByText('Joku muu muutti aukioloaikoja sillä välin.').waitFor();
      await section.getByText('Koulutus').waitFor();
      assert.equal(await section.getByLabel('Perjantai: päättyy').inputValue(), '15.00');
      await section.getByRole('button', { name: 'Tallenna viikko' }).click();
      await section.getByText('Aukioloajat tallennettu.').waitFor();
      assert.deepEqual([inForce().week.fri[0]?.to, inForce().exceptions.length], ['15:00', 1]);
    }));

  it('tell their history, and bring an earlier version back after showing what that changes', async () => {
    await closeTuesday();
    await hours.change(mira, { do: 'confirm', seen: 1 });
    await settings(async ({ section, frame }) => {
      await section.getByRole('button', { name: 'Näytä aukioloaikojen historia' }).click();
      await section.getByText('Lisätty poikkeuspäivä ti 24.11.2026: suljettu (Koulutus)').waitFor();
      await section.getByText('Ajat käyttöönoton asetuksista').waitFor();
      await section.getByRole('button', { name: 'Palauta versio 0' }).click();
      const dialog = frame.getByRole('alertdialog');
      await dialog.getByText('Poistettu poikkeuspäivä ti 24.11.2026').waitFor();
      await dialog.getByRole('button', { name: 'Palauta', exact: true }).click();
      await section.getByText('Version 0 aukioloajat palautettu.').waitFor();
      await section.getByText('Eve Eklund palautti version 0').waitFor();
      await section.getByRole('button', { name: 'Piilota aukioloaikojen historia', expanded: true }).click();
      await section.getByText('Eve Eklund palautti version 0').waitFor({ state: 'detached' });
      await section.getByRole('button', { name: 'Näytä aukioloaikojen historia', expanded: false }).waitFor();
    });
    assert.deepEqual(inForce(), county.opening);
  });

  it('tell a long history piece by piece', async () => {
    for (let n = 0; n < 22; n += 1)
      await hours.change(eve, {
        ...{ do: 'setException', seen: n, day: tuesday, hours: [], note: `Syy ${n}` },
        ...(n > 0 && { instead: tuesday }),
      });
    await settings(async ({ section }) => {
      await section.getByRole('button', { name: 'Näytä aukioloaikojen historia' }).click();
      await section.getByRole('button', { name: 'Näytä vanhempia' }).click();
      await section.getByText('Versio 0').waitFor();
      assert.equal(await section.getByText(/^Versio \d+$/).count(), 23);
    });
  });

  it('say so when they can’t be had, and come when asked again', () =>
    tab.within({ subPage: 'settings' }, async ({ frame, page }) => {
      answers = false;
      await page.reload();
      const section = frame.page().frameLocator('iframe').locator('section[aria-labelledby=hours]');
      const again = section.getByRole('button', { name: 'Yritä uudelleen' });
      await again.waitFor();
      answers = true;
      await again.click();
      await section.getByText('Viikko', { exact: true }).waitFor();
    }));

  for (const look of looks)
    it(`are sound and fit the page (${lookName(look)})`, async () => {
      await closeTuesday();
      await settings(async (framed) => {
        const { section, frame } = framed;
        await section.locator('section').last().getByRole('button').click();
        await section.locator('ol li').first().waitFor();
        await picture(framed, `hours-${lookName(look)}`);
        await assertSound(framed);
        await section.locator('section').first().getByRole('button').last().click();
        await frame.getByRole('dialog').getByRole('radio').last().check();
        await picture(framed, `hours-dialog-${lookName(look)}`);
        await assertSound(framed);
      }, look);
    });
});
