/** Recording, a month's entries and the import of old statistics in a real browser, down to the tables. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { createRecording, type Recording } from '../../bot/desk/recording/recording.ts';
import { createSupervision } from '../../bot/desk/supervision/supervision.ts';
import type { Person } from '../../bot/domain/case/case.ts';
import { type Moment, type Month, moment, month, topicId } from '../../bot/domain/names.ts';
import { type Actor, noRoles } from '../../bot/domain/roles.ts';
import { meRoutes } from '../../bot/http/me-routes.ts';
import { recordingRoutes } from '../../bot/http/recording-routes.ts';
import type { Store } from '../../bot/store/store.ts';
import { violationsIn } from '../support/axe.ts';
import { ada, county, eve, noon } from '../support/cases.ts';
import { emptyStore, ownTables } from '../support/stores.ts';
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

const november = month('2026-11');
const december = month('2026-12');
const october = month('2026-10');
const people = [eve, ada];
/** As a Finnish Excel writes it: semicolons, Windows-1252, a word that nobody has told the meaning of. */
const statistics = (...rows: readonly string[]) =>
  Buffer.from(['Pvm;Klo;Kanava;Asiakkaan kunta;Aihe', ...rows, ''].join('\r\n'), 'latin1');
const good = [
  '20.10.2026;9;Puhelin;Kuopio;Ohjaus tai konsultaatio',
  '2.11.2026;13;Sähköposti;Kaavi;Huoli-ilmoitus',
];

describe('recording in a browser', () => {
  let tab: TabInChromium;
  let speaks: Actor;
  let store: Store;
  let recording: Recording;

  let now: Moment;
  const clock = { now: () => now };
  const staff = {
    actor: async (person: Person) => people.find(({ id }) => id === person.id) ?? { ...noRoles, ...person },
  };
  /** Each test has tables of its own. */
  async function openStore() {
    store = await emptyStore({ tables: ownTables() });
    const chance = { number: () => 0, id: () => crypto.randomUUID() };
    recording = createRecording({ county, ...store, clock, chance, staff });
  }
  const ofThisTest = new Proxy({} as Recording, {
    get: (_, name: keyof Recording) => recording[name],
  });

  before(async () => {
    const cases = { contacts: async () => [] };
    const supervision = createSupervision({ county, clock, cases, staff });
    const routes = [...meRoutes(supervision), ...recordingRoutes(ofThisTest)];
    tab = await openTabInChromium(routes, () => speaks);
  });
  after(() => tab?.close());
  beforeEach(async () => {
    speaks = eve;
    now = noon;
    await openStore();
  });

  const within = (wish: FrameWish, look: (framed: Framed) => Promise<void>) =>
    tab.within({ subPage: 'recording', now: noon, ...wish }, look);
  const counted = async (...months: readonly Month[]) =>
    (await Promise.all(months.map((one) => store.cases.contacts(one)))).flat().length;
  const importPage = { subPage: 'recording/import' } as const;
  const choose = (frame: Frame, buffer: Buffer, name = 'tilasto.csv') =>
    frame.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });

  it('records a contact with the keyboard alone, and the next one begins where the keyboard is', () => {
    speaks = ada;
    return within({}, async ({ frame, page }) => {
      await frame.getByRole('radio', { name: 'Puhelin' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Kuopio');
      await page.keyboard.press('Control+Enter');
      await frame.getByText('Yhteydenotto kirjattu.').waitFor();
      await frame.getByText('Sähköposti · Palvelutarpeen arviointi · Kuopio').waitFor();
      assert.equal(await counted(november), 1);
      assert.equal(await frame.evaluate(() => document.activeElement?.tagName), 'SELECT');
      assert.equal(await frame.getByRole('link', { name: 'Tuo tilastoja' }).count(), 0);
    });
  });

  it('deletes one’s own of today when that is confirmed, and brings it back at a press', () => {
    speaks = ada;
    return within({}, async ({ frame }) => {
      await record(frame);
      const remove = frame.getByRole('button', { name: /^Poista kirjaus/ });
      await remove.press('Enter');
      assert.equal(await focusedIn({ frame }), 'Poista');
      await frame.getByRole('button', { name: 'Säilytä' }).press('Enter');
      await frame.waitForFunction(() => document.activeElement?.textContent === 'Korjaa');
      assert.equal(await counted(november), 1);
      await remove.press('Enter');
      await frame.getByRole('button', { name: 'Poista', exact: true }).press('Enter');
      await frame.getByText('Kirjaus poistettu').waitFor();
      assert.equal(await counted(november), 0);
      await frame.getByRole('button', { name: 'Kumoa' }).press('Enter');
      await frame.getByText('Kumottu').waitFor();
      assert.equal(await counted(november), 1);
    });
  });

  describe('its time', () => {
    const morning = moment('2026-11-30T06:00:00.000Z');
    const afternoon = moment('2026-11-30T12:30:00.000Z');
    const pastMidnight = moment('2026-11-30T22:05:00.000Z');
    const at = async ({ page }: Framed, moment: Moment) => {
      now = moment;
      await page.clock.setFixedTime(moment);
    };
    const hours = async (of: Month) => (await store.cases.contacts(of)).map(({ hour }) => hour).toSorted();
    const more = ({ frame }: Framed) => frame.getByText('Lisää tietoja').click();
    const isNow = ({ frame }: Framed) =>
      frame
        .getByRole('radio', { name: 'Nyt, kun tallennat', includeHidden: true, checked: true })
        .waitFor({ state: 'attached' });

    it('is that of saving, however long the page has been open: another hour, another month', () =>
      within({ now: morning }, async (framed) => {
        await at(framed, afternoon);
        await record(framed.frame);
        assert.deepEqual(await hours(november), [14]);
        await at(framed, pastMidnight);
        await record(framed.frame);
        assert.deepEqual([await hours(november), await hours(december)], [[14], [0]]);
      }));

    it('is that of the saving that succeeded, and what was filled in stays until then', () =>
      within({ now: morning }, async (framed) => {
        const { frame } = framed;
        await frame.getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        await more(framed);
        await frame.getByLabel('Yhteydenottajan yksikkö').fill('Osasto 3');
        await frame.getByRole('button', { name: 'Tallenna' }).click();
        await frame.getByText('Täydennä: Alue.').waitFor();
        await isNow(framed);
        assert.equal(await frame.getByLabel('Yhteydenottajan yksikkö').inputValue(), 'Osasto 3');
        await at(framed, afternoon);
        await record(frame);
        const [kept] = await store.cases.contacts(november);
        assert.deepEqual([kept?.hour, kept?.topic, kept?.unit], [14, 'concern', 'Osasto 3']);
      }));

    it('is the chosen one where one is chosen, and the next contact is of now again', () =>
      within({ now: afternoon }, async (framed) => {
        const { frame } = framed;
        await more(framed);
        assert.equal(await frame.getByLabel('Päivä').count(), 0);
        await frame.getByRole('radio', { name: 'Muu aika' }).check();
        assert.equal(await frame.getByLabel('Päivä').inputValue(), '2026-11-30');
        assert.equal(await frame.getByLabel('Tunti').inputValue(), '14');
        await frame.getByLabel('Tunti').selectOption('9');
        await assertSound(framed);
        await at(framed, pastMidnight);
        await record(frame);
        assert.deepEqual(await hours(november), [9]);
        await isNow(framed);
        await record(frame);
        assert.deepEqual(await hours(december), [0]);
      }));

    it('is of now again when the person thinks better of choosing one', () =>
      within({ now: morning }, async (framed) => {
        const { frame } = framed;
        await more(framed);
        await frame.getByRole('radio', { name: 'Muu aika' }).check();
        await frame.getByLabel('Päivä').fill('2026-11-20');
        await frame.getByRole('radio', { name: 'Nyt, kun tallennat' }).check();
        await at(framed, afternoon);
        await record(frame);
        const [entry] = (await store.records.recordedIn(november)).standing;
        assert.deepEqual([entry?.contact.day, entry?.contact.hour], ['2026-11-30', 14]);
      }));
  });

  describe('loses nothing of a contact', () => {
    const unit = (frame: Frame) =>
      frame.getByRole('form', { name: 'Kirjaa yhteydenotto' }).getByLabel('Yhteydenottajan yksikkö');
    const correct = (frame: Frame) => frame.getByRole('button', { name: /^Korjaa kirjaus/ }).first();

    it('that is half filled in while a former one is corrected or deleted', () =>
      within({}, async ({ frame }) => {
        await record(frame);
        await frame.getByText('Lisää tietoja').click();
        await unit(frame).fill('Osasto 3');
        await correct(frame).press('Enter');
        await frame.getByText('Korjaat aiempaa kirjausta.').waitFor();
        await frame.getByRole('button', { name: 'Peruuta korjaus' }).press('Enter');
        assert.equal(await unit(frame).inputValue(), 'Osasto 3');
        assert.equal(await frame.evaluate(() => document.activeElement?.tagName), 'SELECT');
        await correct(frame).press('Enter');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).press('Enter');
        await frame.getByText('Kirjaus korjattu.').waitFor();
        assert.equal(await unit(frame).inputValue(), 'Osasto 3');
        await frame.getByRole('button', { name: /^Poista kirjaus/ }).press('Enter');
        await frame.getByRole('button', { name: 'Poista', exact: true }).press('Enter');
        await frame.getByText('Kirjaus poistettu').waitFor();
        assert.equal(await unit(frame).inputValue(), 'Osasto 3');
      }));

    it('that is begun before the list of today’s has come again', () =>
      within({}, async ({ frame, page }) => {
        const answer = await hold(page, '**/api/tab/recording');
        await record(frame);
        await frame.getByText('Lisää tietoja').click();
        await unit(frame).fill('Osasto 3');
        answer();
        await frame.getByText('Puhelin · Palvelutarpeen arviointi · Kuopio').waitFor();
        assert.equal(await unit(frame).inputValue(), 'Osasto 3');
        assert.equal(await frame.getByLabel('Paikka tai alue').inputValue(), 'place:kuopio');
      }));

    it('that is gone on with as soon as a correction is kept: the keyboard stays in its field', () =>
      within({}, async ({ frame, page }) => {
        await record(frame);
        await frame.getByText('Lisää tietoja').click();
        await correct(frame).press('Enter');
        await frame.getByRole('form').getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        const answer = await hold(page, '**/api/tab/recording');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).press('Enter');
        await unit(frame).press('O');
        answer();
        await frame.getByText('Kirjaus korjattu.').waitFor();
        await frame.getByText('Puhelin · Huoli-ilmoitus · Kuopio').waitFor();
        await drawnIn(frame);
        await page.keyboard.type('sasto 3');
        assert.equal(await unit(frame).inputValue(), 'Osasto 3');
      }));

    it('that is corrected when the answer to another correction comes late', () =>
      within({}, async ({ frame, page }) => {
        await record(frame);
        await record(frame);
        const again = frame.getByRole('button', { name: /^Korjaa kirjaus/ });
        const form = frame.getByRole('form', { name: 'Korjaat aiempaa kirjausta.' });
        await again.nth(1).waitFor();
        await again.first().press('Enter');
        await form.getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        const answer = await hold(page, '**/api/tab/recording/entries/**');
        await form.getByRole('button', { name: 'Tallenna korjaus' }).press('Enter');
        await form.getByRole('button', { name: 'Peruuta korjaus' }).press('Enter');
        await again.last().press('Enter');
        await form.getByText('Lisää tietoja').click();
        const field = form.getByLabel('Yhteydenottajan yksikkö');
        await field.fill('Osasto');
        answer();
        await frame.getByText('Kirjaus korjattu.').waitFor();
        await frame.getByText('Puhelin · Huoli-ilmoitus · Kuopio').waitFor();
        await drawnIn(frame);
        await page.keyboard.type(' 3');
        assert.equal(await field.inputValue(), 'Osasto 3');
      }));

    it('while it is kept: nothing can be written that would not be, and the keyboard is back if it can’t', () =>
      within({}, async ({ frame, page }) => {
        await frame.getByText('Lisää tietoja').click();
        await unit(frame).fill('Osasto');
        const answer = await hold(page, '**/api/tab/recording/entries/**');
        await unit(frame).press('Control+Enter');
        await frame.waitForFunction(() => document.activeElement === document.body);
        assert.ok(await unit(frame).isDisabled());
        answer();
        await frame.getByText('Täydennä: Alue.').waitFor();
        await frame.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
        await page.keyboard.type(' 3');
        assert.equal(await unit(frame).inputValue(), 'Osasto 3');
      }));

    it('and takes the keyboard from nobody who has gone on to something else while it was kept', () =>
      within({}, async ({ frame, page }) => {
        await record(frame);
        const remove = frame.getByRole('button', { name: /^Poista kirjaus/ }).last();
        const called = await remove.getAttribute('aria-label');
        const answer = await hold(page, '**/api/tab/recording/entries/**');
        await frame.getByLabel('Paikka tai alue').selectOption({ label: 'Kuopio' });
        const form = await frame.getByRole('form', { name: 'Kirjaa yhteydenotto' }).elementHandle();
        await frame.getByRole('button', { name: 'Tallenna' }).press('Enter');
        await remove.focus();
        answer();
        await form?.waitForElementState('hidden');
        await drawnIn(frame);
        assert.equal(await focusedIn({ frame }), called);
        await frame
          .getByRole('button', { name: /^Korjaa kirjaus/ })
          .first()
          .press('Enter');
        const saving = await hold(page, '**/api/tab/recording/entries/**');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).press('Enter');
        await remove.focus();
        saving();
        await frame.getByText('Kirjaus korjattu.').waitFor();
        await drawnIn(frame);
        assert.equal(await focusedIn({ frame }), called);
      }));

    it('that is changed after an answer was lost on its way', () =>
      within({}, async ({ frame, page }) => {
        const entries = '**/api/tab/recording/entries/*';
        await page.route(entries, async (route) => {
          const url = new URL(route.request().url());
          await route.fetch({ url: `http://127.0.0.1:${tab.port}${url.pathname}` });
          await route.abort();
        });
        await frame.getByLabel('Paikka tai alue').selectOption({ label: 'Kuopio' });
        await frame.getByRole('button', { name: 'Tallenna' }).click();
        await frame.getByRole('alert').getByText('Palvelimeen ei saada yhteyttä.').waitFor();
        assert.equal(await counted(november), 1);
        await page.unroute(entries);
        await frame.getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        await frame.getByRole('button', { name: 'Tallenna' }).click();
        await frame.getByText('Puhelin · Huoli-ilmoitus · Kuopio').waitFor();
        const kept = await store.cases.contacts(november);
        assert.deepEqual(
          kept.map(({ topic }) => topic),
          ['concern'],
        );
      }));
  });

  it('tells of a deed without what its like met before it', () =>
    within({}, async ({ frame }) => {
      await record(frame);
      await record(frame);
      const remove = async () => {
        await frame
          .getByRole('button', { name: /^Poista kirjaus/ })
          .first()
          .press('Enter');
        await frame.getByRole('button', { name: 'Poista', exact: true }).press('Enter');
      };
      await remove();
      await frame.getByText('Kirjaus poistettu').waitFor();
      speaks = { ...eve, id: ada.id, name: ada.name, supervisor: false };
      await frame.getByRole('button', { name: 'Kumoa' }).press('Enter');
      await frame.getByText('Voit muuttaa vain omia kirjauksiasi.').waitFor();
      speaks = eve;
      await remove();
      await frame.getByText('Ei vielä kirjauksia tänään.').waitFor();
      await frame.getByText('Kirjaus poistettu').waitFor();
      await frame.getByRole('button', { name: 'Kumoa' }).waitFor();
    }));

  /** Keeps what is asked there waiting, until the test lets it go on. */
  async function hold(page: Framed['page'], address: string): Promise<() => void> {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(address, async (route) => {
      await held;
      await route.fallback();
    });
    return answer;
  }

  /** Until the form of the next contact is there. */
  async function record(frame: Frame) {
    const form = await frame.getByRole('form', { name: 'Kirjaa yhteydenotto' }).elementHandle();
    await frame.getByLabel('Paikka tai alue').selectOption({ label: 'Kuopio' });
    await frame.getByRole('button', { name: 'Tallenna' }).click();
    await frame.getByText('Yhteydenotto kirjattu.').waitFor();
    await form?.waitForElementState('hidden');
  }

  /** Until what has come is drawn. */
  const drawnIn = (frame: Frame) =>
    frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  describe('a month’s entries', () => {
    const months = { subPage: 'recording/months' } as const;
    beforeEach(async () => {
      speaks = ada;
      await within({}, ({ frame }) => record(frame));
      speaks = eve;
    });

    it('are corrected by a supervisor who says why, and the correction is undone at a press', () =>
      within(months, async ({ frame }) => {
        await frame.getByRole('button', { name: /^Korjaa kirjaus/ }).press('Enter');
        await frame.getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).click();
        await frame.getByText('Kirjoita syy.').waitFor();
        await frame.getByRole('textbox', { name: 'Syy' }).fill('Väärä aihe');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).click();
        await frame.getByText('Puhelin · Huoli-ilmoitus · Kuopio', { exact: true }).waitFor();
        const [kept] = await store.cases.contacts(november);
        assert.equal(kept?.topic, 'concern');
        await frame.getByRole('button', { name: 'Kumoa' }).click();
        await frame.getByText('Muutos kumottiin.').waitFor();
        await frame.getByText('Puhelin · Palvelutarpeen arviointi · Kuopio').waitFor();
        const deeds = await store.audit.ofMonth(november);
        assert.equal(deeds.filter(({ did }) => did === 'correctRecorded').length, 2);
      }));

    it('ask for a reason once the day of one’s own has passed, though the form was opened before', async () => {
      await within({}, ({ frame }) => record(frame));
      await within({ ...months, now: noon }, async ({ frame }) => {
        const own = frame.getByRole('listitem').filter({ hasText: 'Eve Eklund' });
        await own.getByRole('button', { name: /^Korjaa kirjaus/ }).press('Enter');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).waitFor();
        assert.equal(await frame.getByRole('textbox', { name: 'Syy' }).count(), 0);
        now = moment('2026-11-24T10:00:00.000Z');
        await frame.getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).click();
        await frame.getByRole('textbox', { name: 'Syy' }).fill('Väärä aihe');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).click();
        await frame.getByText('Puhelin · Huoli-ilmoitus · Kuopio', { exact: true }).waitFor();
      });
    });

    it('are deleted with a reason, the page behind the dialog is heard again, and they are brought back', () =>
      within(months, async ({ frame }) => {
        await frame.getByRole('button', { name: /^Poista kirjaus/ }).click();
        const dialog = frame.getByRole('alertdialog');
        await dialog.getByRole('button', { name: 'Poista' }).click();
        await dialog.getByText('Kirjoita syy.').waitFor();
        assert.deepEqual(await violationsIn(frame), []);
        await dialog.getByLabel('Syy').fill('Kahdesti');
        await dialog.getByRole('button', { name: 'Poista' }).click();
        await frame.getByText('Ei kirjauksia, joita voi muuttaa.').waitFor();
        await frame.locator('#root:not([aria-hidden])').waitFor();
        assert.equal(await counted(november), 0);
        await frame.getByRole('button', { name: 'Kumoa' }).click();
        await frame.getByText('1 kirjaus', { exact: true }).waitFor();
        assert.equal(await counted(november), 1);
      }));

    it('are not overwritten unseen: the second of two supervisors hears what the first made of one', () =>
      within(months, async ({ frame }) => {
        await frame.getByRole('button', { name: /^Korjaa kirjaus/ }).press('Enter');
        const [{ id, contact } = assert.fail('nothing is recorded')] = (
          await store.records.recordedIn(november)
        ).standing;
        const theirs = { ...contact, topic: topicId('crisis-place') };
        const mended = await recording.correct(eve, id, { seen: contact, contact: theirs, reason: 'Väärä' });
        assert.ok(!('refused' in mended));
        await frame.getByLabel('Aihe').selectOption({ label: 'Huoli-ilmoitus' });
        await frame.getByRole('textbox', { name: 'Syy' }).fill('Väärä aihe');
        const save = frame.getByRole('button', { name: 'Tallenna korjaus' });
        await save.click();
        await frame.getByText(/^Joku muu on korjannut kirjausta. Nyt siinä on: Puhelin · Krii?si/).waitFor();
        assert.equal((await store.cases.contacts(november))[0]?.topic, 'crisis-place');
        assert.deepEqual(await violationsIn(frame), []);
        await save.click();
        await frame.getByText('Puhelin · Huoli-ilmoitus · Kuopio', { exact: true }).waitFor();
        assert.equal((await store.cases.contacts(november))[0]?.topic, 'concern');
      }));

    it('fit a phone while one is corrected', () =>
      within({ ...months, width: 320, theme: 'dark' }, async (framed) => {
        await framed.frame.getByRole('button', { name: /^Korjaa kirjaus/ }).press('Enter');
        await framed.frame.getByRole('button', { name: 'Tallenna korjaus' }).waitFor();
        await assertSound(framed);
      }));

    it('are brought back after one has left the page, with a reason', async () => {
      const [{ id, contact } = assert.fail('nothing is recorded')] = (
        await store.records.recordedIn(november)
      ).standing;
      await recording.remove(eve, id, { seen: contact, reason: 'Kahdesti' });
      await within({ ...months, width: 390, theme: 'dark' }, async (framed) => {
        const { frame } = framed;
        await frame.getByText('Poistetut kirjaukset (1)').click();
        await assertSound(framed);
        await frame.getByRole('button', { name: /^Palauta kirjaus/ }).press('Enter');
        const dialog = frame.getByRole('alertdialog');
        await dialog.getByLabel('Syy').fill('Ei ollutkaan');
        await dialog.getByRole('button', { name: 'Palauta' }).press('Enter');
        await frame.getByText('1 kirjaus', { exact: true }).waitFor();
        await frame.getByText('Kirjaus palautettu: Puhelin').waitFor();
        assert.equal(await counted(november), 1);
      });
    });

    it('are those of the month that was chosen last, whichever comes last', () =>
      within(months, async ({ frame, page }) => {
        const answer = await hold(page, '**/recording/months/2026-11?*');
        const asked = page.waitForRequest('**/recording/months/2026-11?*');
        await frame.getByRole('button', { name: /^Korjaa kirjaus/ }).press('Enter');
        await frame.getByRole('textbox', { name: 'Syy' }).fill('Väärä');
        await frame.getByRole('button', { name: 'Tallenna korjaus' }).press('Enter');
        await asked;
        await frame.getByLabel('Kuukausi').selectOption({ label: 'lokakuu 2026' });
        const chosen = frame.getByRole('heading', { level: 2, name: 'lokakuu 2026' });
        await chosen.waitFor();
        const answered = page.waitForResponse('**/recording/months/2026-11?*');
        answer();
        await (await answered).finished();
        await drawnIn(frame);
        assert.equal(await chosen.count(), 1);
      }));

    it('are found by region and by person', () =>
      within(months, async ({ frame }) => {
        await frame.getByLabel('Kirjaaja').selectOption({ label: 'Ada Aalto' });
        await frame.getByText('1 kirjaus', { exact: true }).waitFor();
        await frame.getByLabel('Alue').selectOption({ label: 'Koillinen alue' });
        await frame.getByText('Ei kirjauksia, joita voi muuttaa.').waitFor();
      }));
  });

  describe('the import', () => {
    it('names every faulty row, learns a value once, then imports all and undoes it', () =>
      within(importPage, async ({ frame }) => {
        await choose(frame, statistics(...good, '31.2.2026;9;Kirje;Kuopio;Huoli-ilmoitus'));
        await frame.getByText('Virheellisiä rivejä on 1/3.').waitFor();
        for (const part of ['Rivi 4', '”31.2.2026” ei ole päivä', 'Kanava: arvoa ”Kirje” ei tunneta.'])
          await frame.getByText(part).waitFor();
        const go = frame.getByRole('button', { name: /^Tuo \d+ yhteydenottoa/ });
        assert.equal(await go.getAttribute('aria-disabled'), 'true');
        assert.deepEqual(await violationsIn(frame), []);

        await choose(frame, statistics(...good, '3.11.2026;9;Kirje;Kuopio;Huoli-ilmoitus'), 'uusi.csv');
        await frame.getByText('uusi.csv: 3 riviä.').waitFor();
        await frame.getByLabel('Kanava: ”Kirje”').selectOption({ label: 'Sähköposti' });
        await frame.getByText('Kaikki on kunnossa: 3 riviä.').waitFor();
        await frame.getByRole('button', { name: 'Tuo 3 yhteydenottoa' }).press('Enter');
        const dialog = frame.getByRole('alertdialog');
        await dialog.getByRole('row', { name: /lokakuu 2026 1 Päättynyt kuukausi/ }).waitFor();
        await dialog.getByRole('row', { name: /marraskuu 2026 2 Lisätään kuluvaan/ }).waitFor();
        assert.deepEqual(await violationsIn(frame), []);
        assert.equal(await counted(october, november), 0);
        await dialog.getByRole('button', { name: 'Tuo', exact: true }).press('Enter');
        await frame.getByText('Tuotiin 3 yhteydenottoa.').waitFor();
        await frame.locator('#root:not([aria-hidden])').waitFor();
        await frame.waitForFunction(() =>
          document.activeElement?.textContent?.startsWith('Tuotiin 3 yhteydenottoa.'),
        );
        assert.equal(await counted(october, november), 3);
        await frame.getByText('Tilastossa', { exact: true }).waitFor();
        await frame.locator('#root:not([aria-hidden])').waitFor();

        await frame.getByRole('button', { name: /^Peru tuonti/ }).press('Enter');
        await dialog.getByRole('button', { name: 'Peru tuonti' }).press('Enter');
        await frame.getByText('Tuonti peruttu: 3 yhteydenottoa').waitFor();
        await frame.getByText('Peruttu', { exact: true }).waitFor();
        assert.equal(await counted(october, november), 0);
      }));

    it('shows what was chosen last, whichever file the server has looked through first', () =>
      within(importPage, async ({ frame, page }) => {
        const answer = await hold(page, '**/imports/preview');
        const first = page.waitForRequest('**/imports/preview');
        await choose(frame, statistics(...good), 'ensin.csv');
        await first;
        await choose(frame, Buffer.alloc(0), 'sitten.csv');
        await frame.getByText('Tiedostossa ei ole rivejä').waitFor();
        const answered = page.waitForResponse('**/imports/preview');
        answer();
        await (await answered).finished();
        await drawnIn(frame);
        assert.equal(await frame.getByText('ensin.csv').count(), 0);
        await frame.getByText('Tiedostossa ei ole rivejä').waitFor();
      }));

    it('goes back to what has been checked when the net is lost, however much was changed meanwhile', () =>
      within(importPage, async ({ frame, page }) => {
        await choose(frame, statistics(...good));
        await frame.getByText('Kaikki on kunnossa: 2 riviä.').waitFor();
        let lose = () => {};
        const lost = new Promise<void>((resolve) => {
          lose = resolve;
        });
        await page.route('**/imports/preview', async (route) => {
          await lost;
          await route.abort();
        });
        await frame.getByLabel('Kanava: sarake').selectOption({ label: 'Aihe' });
        await frame.getByLabel('Aihe: sarake').selectOption({ label: 'Kanava' });
        lose();
        await frame.getByText('Palvelimeen ei saada yhteyttä.').waitFor();
        const shown = ['Kanava: sarake', 'Aihe: sarake'].map((one) => frame.getByLabel(one).inputValue());
        assert.deepEqual(await Promise.all(shown), ['Kanava', 'Aihe']);
      }));

    it('lets a wrong guess be changed, and a lacking column be given for all rows', () =>
      within(importPage, async ({ frame }) => {
        const csv = 'Pvm;Kellonaika;Missä;Asia\n2.11.2026;13;Kaavi;Huoli-ilmoitus\n';
        await choose(frame, Buffer.from(csv, 'utf8'));
        await frame.getByText('Kanava puuttuu.').waitFor();
        await frame.getByLabel('Paikka: sarake').selectOption({ label: 'Missä' });
        await frame.getByLabel('Kanava: kaikille riveille').selectOption({ label: 'Kaikille: Puhelin' });
        await frame.getByText('Kaikki on kunnossa: 1 rivi.').waitFor();
      }));

    const refused: readonly (readonly [string, Buffer, string])[] = [
      ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'Tämä ei ole CSV-tiedosto.'],
      ['a file too big', Buffer.alloc(3 * 1024 * 1024 + 1, 'a'), 'Tiedosto on liian suuri.'],
      ['an empty file', Buffer.alloc(0), 'Tiedostossa ei ole rivejä'],
      ['heads without rows', statistics(), 'Tiedostossa ei ole rivejä'],
      ['a quote that never ends', statistics('1;"x'), 'Tiedostoa ei voi lukea CSV-tiedostona.'],
    ];
    for (const [what, bytes, words] of refused)
      it(`says what is wrong with ${what}, and how it is mended`, () =>
        within(importPage, async ({ frame }) => {
          await choose(frame, bytes);
          await frame.getByText(words).waitFor();
          await frame.getByRole('button', { name: 'Valitse CSV-tiedosto' }).waitFor();
        }));

    it('takes a dropped file', () =>
      within(importPage, async ({ frame }) => {
        const bytes = [...statistics(...good)];
        const drop = frame.getByText('tai pudota tiedosto tähän.');
        await drop.evaluate((element, all) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([new Uint8Array(all)], 'pudotettu.csv'));
          element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
        }, bytes);
        await frame.getByText('pudotettu.csv: 2 riviä.').waitFor();
      }));

    it('gives a template that comes back without a fault', () =>
      within(importPage, async ({ frame, page }) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          frame.getByRole('button', { name: 'Lataa mallitiedosto' }).click(),
        ]);
        assert.equal(file.suggestedFilename(), 'tilaston-tuontimalli.csv');
        await choose(frame, await readFile(await file.path()));
        await frame.getByText('Kaikki on kunnossa: 2 riviä.').waitFor();
      }));

    it('is not shown to an advisor, even at its address', () => {
      speaks = ada;
      return within(importPage, async ({ frame }) => {
        await frame.getByRole('heading', { level: 1, name: 'Kirjaa yhteydenotto' }).waitFor();
      });
    });
  });

  describe('has nothing against WCAG that axe can find, and fits', () => {
    for (const look of looks)
      for (const subPage of ['recording', 'recording/months', 'recording/import'])
        it(`on ${subPage}, ${lookName(look)}`, async () => {
          await within({}, ({ frame }) => record(frame));
          await within({ subPage, ...look }, async (framed) => {
            const { frame } = framed;
            await frame.locator('h2').first().waitFor();
            if (subPage === 'recording/import') {
              await choose(frame, statistics(...good, '31.2.2026;9;Kirje;Kuopio;'));
              await frame.locator('#import-faults').waitFor();
            }
            await assertSound(framed);
            await picture(framed, `${subPage.replace('/', '-')}-${lookName(look)}`);
          });
        });
  });
});
