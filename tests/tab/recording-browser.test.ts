/** Recording, a month's entries and the import of old statistics in a real browser, down to the tables. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { createRecording, type Recording } from '../../bot/desk/recording.ts';
import { createSupervision } from '../../bot/desk/supervision.ts';
import type { Person } from '../../bot/domain/case.ts';
import { type Month, month, topicId } from '../../bot/domain/names.ts';
import { type Actor, noRoles } from '../../bot/domain/roles.ts';
import { meRoutes } from '../../bot/http/me-routes.ts';
import { recordingRoutes } from '../../bot/http/recording-routes.ts';
import type { Store } from '../../bot/store/store.ts';
import { digest } from '../../bot/store/tables/keys.ts';
import { entryIdOf } from '../../bot/store/tallies/record-row.ts';
import { violationsIn } from '../support/axe.ts';
import { emptyStore, ownPrefix } from '../support/azurite.ts';
import { ada, county, eve, noon } from '../support/cases.ts';
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
const october = month('2026-10');
const people = [eve, ada];
/** As a Finnish Excel writes it: semicolons, Windows-1252, a word that nobody has told the meaning of. */
const statistics = (...rows: readonly string[]) =>
  Buffer.from(['Pvm;Klo;Kanava;Asiakkaan kunta;Aihe', ...rows, ''].join('\r\n'), 'latin1');
const good = [
  '20.10.2026;9;Puhelin;Kuopio;Ohjaus tai konsultaatio',
  '2.11.2026;13;Sähköposti;Kaavi;Huoli-ilmoitus',
];

describe('recording in a browser', function () {
  this.timeout(120_000);
  let tab: TabInChromium;
  let speaks: Actor;
  let store: Store;
  let recording: Recording;

  const clock = { now: () => noon };
  const staff = {
    actor: async (person: Person) => people.find(({ id }) => id === person.id) ?? { ...noRoles, ...person },
  };
  /** Each test has tables of its own. */
  async function openStore() {
    store = await emptyStore({ tablePrefix: ownPrefix() });
    const chance = { number: () => 0, id: () => crypto.randomUUID() };
    recording = createRecording({ county, ...store, clock, chance, digest, entryIdOf, staff });
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

  async function record(frame: Frame) {
    await frame.getByLabel('Paikka tai alue').selectOption({ label: 'Kuopio' });
    await frame.getByRole('button', { name: 'Tallenna' }).click();
    await frame.getByText('Yhteydenotto kirjattu.').waitFor();
  }

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

        await choose(frame, statistics(...good, '3.11.2026;9;Kirje;Kuopio;Huoli-ilmoitus'));
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
        assert.match(await focusedIn({ frame }), /^Tuotiin 3 yhteydenottoa\./);
        assert.equal(await counted(october, november), 3);
        await frame.getByText('Tilastossa', { exact: true }).waitFor();
        await frame.locator('#root:not([aria-hidden])').waitFor();

        await frame.getByRole('button', { name: /^Peru tuonti/ }).press('Enter');
        await dialog.getByRole('button', { name: 'Peru tuonti' }).press('Enter');
        await frame.getByText('Tuonti peruttu: 3 yhteydenottoa').waitFor();
        await frame.getByText('Peruttu', { exact: true }).waitFor();
        assert.equal(await counted(october, november), 0);
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
