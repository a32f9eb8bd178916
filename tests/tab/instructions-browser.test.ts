/** The instructions in a real browser: every view in every look, writing without losing a word, and the keyboard alone. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { addDays, momentAt } from '../../bot/domain/calendar.ts';
import type { Person } from '../../bot/domain/case/case.ts';
import { instructionId } from '../../bot/domain/names.ts';
import { instructionTextsFor } from '../../bot/words/tab/instructions-texts.ts';
import { ada, bo, eve, monday, nurse } from '../support/cases.ts';
import {
  assertSound,
  focusedIn,
  layoutShiftIn,
  lookAgain,
  lookName,
  looks,
  openTabInChromium,
  picture,
  type TabInChromium,
} from '../support/tab-in-chromium.ts';
import { openTabLibrary, speakerOf, type TabLibrary, uma } from '../support/tab-library.ts';
import type { Framed, FrameWish } from '../support/teams-frame.ts';

const meals = 'meals';
const mealsText = [
  'Ateriapalvelu voidaan myöntää linjalta **enintään kahdeksi viikoksi**.',
  '',
  '## Enimmäismäärät',
  '',
  '| Palvelu | Yksikkö | Enimmäisaika | Enimmäismäärä | Peruste | Huomattavaa |',
  '| --- | --- | --- | --- | --- | --- |',
  '| Ateriapalvelu | ateriaa päivässä | 14 päivää | 2 | Tilapäinen tarve | Kirjaa päätöksen viite |',
  '| Turvapuhelin | laite | 30 päivää | 1 | Kotiutuminen | Asennus seuraavana arkipäivänä |',
  '',
  '- Pidempi tarve: [palvelutarpeen arviointi](#/instructions/operating-palvelutarpeen-arviointi)',
].join('\n');
const måltider =
  'Måltidsservice kan beviljas för högst två veckor. Klientens behov bedöms av klienthandledaren.';

describe('the instructions in a browser', () => {
  let tab: TabInChromium;
  let world: TabLibrary;

  before(async () => {
    world = await openTabLibrary();
    tab = await openTabInChromium(world.routes, speakerOf);
  });
  after(() => tab?.close());

  /** Opens the instructions as that person. */
  const as = (person: Person, rest = '', wish: FrameWish = {}): FrameWish => ({
    ...wish,
    token: person.id,
    subPage: rest === '' ? 'instructions' : `instructions/${rest}`,
  });
  const within: TabInChromium['within'] = (wish, look) => tab.within(wish, look);
  const heading = ({ frame }: Framed, name: string | RegExp) =>
    frame.getByRole('heading', { level: 1, name });

  /** The starter pages, one page that is published with a newer draft, one that is overdue. */
  async function furnish(): Promise<void> {
    await world.begin();
    await world.plant();
    await world.write(meals, {
      fi: ['Ateriapalvelu', mealsText.replace('kahdeksi viikoksi', 'viikoksi')],
    });
    await world.publish(meals, { note: 'Uusi ohje.' });
    await world.write(meals, {
      fi: ['Ateriapalvelu', mealsText],
      sv: ['Måltidsservice', måltider],
    });
    await world.publish(meals);
    for (const id of ['induction-tyontekijalle', 'templates-tilapainen-palvelu', 'contacts-yhteystiedot'])
      await world.publish(id, { note: 'Ensimmäinen julkaistu.' });
    await world.library.markRead(ada, instructionId(meals), 4);
    await world.library.markRead(bo, instructionId(meals), 2);
    await world.write(meals, {
      fi: ['Ateriapalvelu', mealsText.replace('14 päivää', '21 päivää')],
      sv: ['Måltidsservice', måltider],
      by: uma,
    });
  }

  describe('has nothing against WCAG and nothing too wide', () => {
    const words = (look: FrameWish) => {
      const language = look.locale?.startsWith('sv') ? 'sv' : look.locale?.startsWith('en') ? 'en' : 'fi';
      return instructionTextsFor(language);
    };
    type View = {
      readonly name: string;
      readonly who: Person;
      readonly rest?: string;
      /** Leads to the view from the page that opens. */
      readonly show?: (framed: Framed, say: ReturnType<typeof words>) => Promise<void>;
    };
    const press = (where: { getByRole: Framed['frame']['getByRole'] }, name: string) =>
      where.getByRole('button', { name, exact: true }).first().click();
    const views: readonly View[] = [
      { name: 'the list of those who keep it', who: eve },
      { name: 'the list of an employee', who: nurse },
      {
        name: 'what a search found',
        who: eve,
        show: async ({ frame }) => {
          await frame.getByRole('searchbox').fill('palvelu');
          await frame.locator('mark').first().waitFor();
        },
      },
      { name: 'a page', who: nurse, rest: meals },
      { name: 'a page as its keepers see it', who: eve, rest: meals },
      { name: 'two languages side by side', who: nurse, rest: 'templates-tilapainen-palvelu' },
      { name: 'the contacts', who: nurse, rest: 'contacts-yhteystiedot' },
      { name: 'the service finders', who: nurse, rest: 'service-finders' },
      { name: 'an old version', who: nurse, rest: `${meals}/2` },
      { name: 'a page that nobody has approved', who: eve, rest: 'criteria-kaikukortti' },
      {
        name: 'the editor with its preview',
        who: eve,
        rest: `${meals}/write`,
        show: async ({ frame }, say) => {
          await frame.getByLabel(say.edit.preview, { exact: true }).check();
          await frame.getByLabel(say.edit.previewOf.fi).locator('table').waitFor();
        },
      },
      {
        name: 'the versions with a difference',
        who: eve,
        rest: `${meals}/versions`,
        show: async ({ frame }, say) => {
          await press(frame, say.versions.changeOf(3));
          await frame.locator('ins').first().waitFor();
        },
      },
      {
        name: 'the dialog that restores',
        who: eve,
        rest: `${meals}/versions`,
        show: async ({ frame }, say) => {
          await press(frame, say.versions.restoreOf(2));
          await frame.getByRole('dialog').getByRole('button', { name: say.versions.restore }).waitFor();
        },
      },
      {
        name: 'the receipts',
        who: eve,
        rest: meals,
        show: async ({ frame }, say) => {
          await press(frame, say.readers.show);
          await frame.getByText(say.readers.read(1)).click();
          await press(frame, say.readers.remind);
        },
      },
      {
        name: 'the dialog that publishes',
        who: eve,
        rest: meals,
        show: async ({ frame }, say) => {
          await press(frame, say.page.publish);
          await frame.getByRole('dialog').getByRole('button', { name: say.publish.confirm }).waitFor();
        },
      },
      { name: 'a page that is not there', who: nurse, rest: 'nowhere' },
      { name: 'a version that is not there', who: nurse, rest: `${meals}/99` },
    ];

    const [first] = looks;
    assert.ok(first);

    describe('in a library with pages', () => {
      before(async () => {
        await furnish();
        world.clock.set(momentAt(addDays(monday, 91), '12:00'));
      });

      for (const { name, who, rest, show } of views)
        it(`in ${name}`, () =>
          within(as(who, rest, first), async (framed) => {
            await framed.frame.locator('.fui-Skeleton').waitFor({ state: 'detached' });
            await show?.(framed, words(first));
            for (const look of looks) {
              await lookAgain(framed, look);
              await picture(framed, `instructions ${name} ${lookName(look)}`);
              await assertSound(framed);
            }
          }));
    });

    it('in an empty library, which tells an employee what to do meanwhile', async () => {
      await world.begin();
      await within(as(nurse, '', first), async (framed) => {
        for (const look of looks) {
          await lookAgain(framed, look);
          await framed.frame.getByText(words(look).list.meanwhile).waitFor();
          await picture(framed, `instructions empty ${lookName(look)}`);
          await assertSound(framed);
        }
      });
    });
  });

  describe('read', () => {
    before(furnish);

    it('are found as one types, by inflected Finnish and Swedish words', () =>
      within(as(ada), async ({ frame }) => {
        const box = frame.getByRole('searchbox');
        const found = frame.getByRole('region', { name: 'Hakutulokset' });
        for (const [typed, title] of [
          ['ateriapalveluita', 'Ateriapalvelu'],
          ['huoli-ilmoituksen', 'Huoli-ilmoitus'],
          ['kaikukortilla', 'Kaikukortti'],
          ['veckor', 'Måltidsservice'],
          ['klienthandledarens', 'Måltidsservice'],
          ['beslutsmallen', 'Beslutsmall: tillfällig service'],
        ] as const) {
          await box.fill('');
          await found.waitFor({ state: 'hidden' });
          await box.pressSequentially(typed);
          await found.getByRole('link', { name: title, exact: true }).first().waitFor();
        }
        await box.fill('avaruusraketti');
        await frame.getByText('Mikään ohje ei vastaa hakua.').waitFor();
      }));

    it('keep what was sought when one comes back from a page', () =>
      within(as(ada), async (framed) => {
        const { frame } = framed;
        await frame.getByRole('searchbox').fill('turvapuhelin');
        await frame.getByRole('link', { name: 'Ateriapalvelu', exact: true }).click();
        await heading(framed, 'Ateriapalvelu').waitFor();
        await frame.evaluate(() => history.back());
        await frame.getByRole('link', { name: 'Ateriapalvelu', exact: true }).waitFor();
        assert.equal(await frame.getByRole('searchbox').inputValue(), 'turvapuhelin');
      }));

    it('show an employee no draft: not in the list, not in a search, not by its address', async () => {
      await within(as(nurse), async ({ frame }) => {
        await frame.getByRole('link', { name: 'Ateriapalvelu' }).waitFor();
        const told = await frame.innerText('main');
        assert.ok(!told.includes('Kaikukortti') && !told.includes('Luonnos') && !told.includes('21 päivää'));
        await frame.getByRole('searchbox').fill('kaikukortti');
        await frame.getByText('Mikään ohje ei vastaa hakua.').waitFor();
      });
      await within(as(nurse, 'criteria-kaikukortti'), async (framed) => {
        await heading(framed, 'Ohjetta ei löydy').waitFor();
        await framed.frame.getByRole('link', { name: 'Etsi kaikista ohjeista' }).click();
        await heading(framed, 'Ohjeet').waitFor();
      });
      await within(as(nurse, `${meals}/5`), async (framed) => {
        await heading(framed, 'Versiota ei löydy').waitFor();
        await framed.frame.getByRole('link', { name: 'Avaa voimassa oleva ohje' }).click();
        await heading(framed, 'Ateriapalvelu').waitFor();
      });
    });

    it('open at the very version that a card cited, with the way to the one in force', () =>
      within(as(nurse, `${meals}/2`), async (framed) => {
        const { frame } = framed;
        await frame.getByText('Näet vanhan version. Voimassa on versio 4.').waitFor();
        assert.ok((await frame.innerText('article')).includes('enintään viikoksi'));
        await frame.getByRole('link', { name: 'Avaa voimassa oleva' }).click();
        await frame.getByText('enintään kahdeksi viikoksi').waitFor();
        await frame.evaluate(() => history.back());
        await frame.getByText('Näet vanhan version.').waitFor();
        await frame.getByRole('link', { name: 'Kaikki ohjeet' }).click();
        await heading(framed, 'Ohjeet').waitFor();
      }));

    it('are confirmed as read once, which their keepers see counted and named', async () => {
      await within(as(nurse, 'induction-tyontekijalle'), async (framed) => {
        const { frame, page } = framed;
        const confirm = frame.getByRole('button', { name: 'Olen lukenut tämän' });
        await confirm.focus();
        await page.keyboard.press('Enter');
        await frame.getByText('Olet kuitannut lukeneesi version 2.').waitFor();
        assert.match(await focusedIn(framed), /Olet kuitannut/);
        await frame.getByRole('link', { name: 'Kaikki ohjeet' }).click();
        await frame.getByText('Olet lukenut perehdytyksen ohjeista 1/1.').waitFor();
      });
      await within(as(eve, 'induction-tyontekijalle'), async (framed) => {
        const { frame } = framed;
        await frame.getByRole('button', { name: 'Näytä, kuka on lukenut' }).press('Enter');
        await frame.getByText('Ei vielä lukenut: 5').waitFor();
        await frame.getByText('Lukenut: 1', { exact: true }).click();
        await frame.getByText(nurse.name, { exact: true }).waitFor();
        await frame.getByRole('button', { name: 'Muistuta lukemattomia' }).press('Enter');
        await frame.getByText('Jokainen linjalla, joka ei ole lukenut').waitFor();
        assert.deepEqual(world.told, []);
        await frame.getByRole('button', { name: 'Muistuta lukemattomia' }).press('Enter');
        await frame.getByText('Muistutus lähtee niille, jotka eivät ole lukeneet.').waitFor();
        assert.notEqual(await focusedIn(framed), await frame.evaluate(() => document.body.textContent));
      });
      // the news goes on its way after the answer
      while (world.told.length < 5) await new Promise((soon) => setTimeout(soon, 20));
      assert.deepEqual(new Set(world.told.map(({ to }) => to)), new Set(['person']));
    });

    it('move nothing about while they come', async () => {
      for (const rest of ['', meals, `${meals}/versions`, `${meals}/write`])
        await within(as(eve, rest), async ({ frame }) => {
          await frame.locator('.fui-Skeleton').waitFor({ state: 'detached' });
          const moved = await layoutShiftIn(frame);
          assert.ok(moved < 0.1, `${rest || 'the list'} moved by ${moved}`);
        });
    });

    it('let a wide table be scrolled within itself at 320 pixels, by keyboard as well', () =>
      within(as(nurse, meals, { width: 320 }), async (framed) => {
        const { frame, page } = framed;
        const table = frame.getByRole('group', { name: 'Taulukko' });
        await table.focus();
        assert.ok(await table.evaluate((one) => one.scrollWidth > one.clientWidth));
        await page.keyboard.press('ArrowRight');
        await frame.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
        assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth), 320);
      }));

    it('are printed whole and alone: no ways, no buttons, all of a wide table', () =>
      within(as(eve, meals), async ({ frame, page }) => {
        await frame.locator('article table').waitFor();
        await page.emulateMedia({ media: 'print' });
        for (const name of ['Tulosta', 'Julkaise', 'Poista käytöstä', 'Olen lukenut tämän'])
          assert.equal(await frame.getByRole('button', { name }).count(), 0, name);
        for (const name of ['Muokkaa', 'Kaikki ohjeet', 'Ohjeet'])
          assert.equal(await frame.getByRole('link', { name }).count(), 0, name);
        assert.ok(await frame.getByText('Enimmäismäärät').isVisible());
        assert.ok(await frame.getByText('Versio 4').isVisible());
      }));

    it('follow Teams into another theme and another language without losing the place', () =>
      within(as(nurse, meals), async (framed) => {
        const { frame } = framed;
        await heading(framed, 'Ateriapalvelu').waitFor();
        await framed.setTheme('contrast');
        await frame.waitForFunction(
          () =>
            getComputedStyle(document.querySelector('article section') ?? document.body).backgroundColor ===
            'rgb(0, 0, 0)',
        );
        await framed.setLocale('sv-SE');
        await heading(framed, 'Måltidsservice').waitFor();
        await frame.getByRole('button', { name: 'Jag har läst det här' }).waitFor();
        assert.equal(await frame.evaluate(() => document.documentElement.lang), 'sv');
        await assertSound(framed);
      }));

    it('have a heading and a way on while the server can’t be reached', () =>
      within(as(nurse), async (framed) => {
        const { frame, page } = framed;
        await frame.getByRole('link', { name: 'Ateriapalvelu' }).waitFor();
        await page.route('**/api/tab/library/pages/**', (route) => route.abort());
        await frame.getByRole('link', { name: 'Ateriapalvelu' }).click();
        await frame.getByText('Palvelimeen ei saada yhteyttä.').waitFor();
        assert.equal(await frame.locator('h1').innerText(), 'Ateriapalvelu');
        await page.unroute('**/api/tab/library/pages/**');
        await frame.getByRole('button', { name: 'Yritä uudelleen' }).click();
        await frame.getByText('Enimmäismäärät').waitFor();
      }));
  });

  describe('written', () => {
    beforeEach(async () => {
      await world.begin();
      await world.write(meals, { fi: ['Ateriapalvelu', 'Ateriapalvelu kahdeksi viikoksi.'] });
      await world.publish(meals);
    });
    const text = (where: { getByRole: Framed['frame']['getByRole'] }, language = 'Suomeksi'): Locator =>
      where.getByRole('group', { name: language, exact: true }).getByLabel('Teksti');
    const isKept = async (expected: string, n?: number) => {
      const page = await world.library.page(eve, instructionId(meals), n);
      assert.ok(!('refused' in page));
      assert.equal(page.writing?.newest.wordings.fi?.text, expected);
    };

    it('by two at once: both texts are shown, no word is lost, and what was merged is kept', async () => {
      const [one, other] = await Promise.all([
        tab.open(as(eve, `${meals}/write`)),
        tab.open(as(uma, `${meals}/write`)),
      ]);
      await text(one.frame).fill('Ateriapalvelu kolmeksi viikoksi.');
      await text(other.frame).fill('Ateriapalvelu kahdeksi viikoksi. Kirjaa viite.');
      await one.frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
      await one.frame.getByText('Tämä on luonnos.').waitFor();
      await other.frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
      await other.frame.getByText('Eve Eklund tallensi version 3.').waitFor();
      const theirs = other.frame.getByRole('region', { name: 'Heidän suomenkielinen tekstinsä' });
      assert.ok((await theirs.innerText()).includes('kolmeksi'));
      assert.equal(await text(other.frame).inputValue(), 'Ateriapalvelu kahdeksi viikoksi. Kirjaa viite.');
      await picture(other, 'instructions two writers at once');
      await assertSound(other);
      await theirs.getByRole('button', { name: 'Käytä heidän tekstiään' }).click();
      assert.equal(await text(other.frame).inputValue(), 'Ateriapalvelu kolmeksi viikoksi.');
      await theirs.getByRole('button', { name: 'Palauta oma tekstini' }).click();
      await text(other.frame).fill('Ateriapalvelu kolmeksi viikoksi. Kirjaa viite.');
      await other.frame.getByRole('button', { name: 'Tallenna yhdistetty' }).click();
      await other.frame.getByText('Tämä on luonnos.').waitFor();
      await isKept('Ateriapalvelu kolmeksi viikoksi. Kirjaa viite.');
      await Promise.all([one.page.close(), other.page.close()]);
    });

    it('by keyboard alone: begun, previewed, saved, published, and the reader is back at its heading', () =>
      within(as(uma), async (framed) => {
        const { frame, page } = framed;
        const keys = page.keyboard;
        /** Goes on by Tab alone until what has the keyboard is called so. */
        const tabTo = async (name: string) => {
          for (let turn = 0; turn < 60; turn += 1) {
            await keys.press('Tab');
            const at = await frame.evaluate(() => {
              const one = document.activeElement;
              const label = one && 'labels' in one ? (one.labels as NodeListOf<HTMLElement>)?.[0] : undefined;
              return (label ?? one)?.textContent ?? '';
            });
            if (at.startsWith(name)) return;
          }
          assert.fail(`Tab never came to ${name}`);
        };
        await frame.getByRole('link', { name: 'Uusi ohje' }).waitFor();
        await tabTo('Uusi ohje');
        await keys.press('Enter');
        await frame.getByLabel('Otsikko').first().waitFor();
        await tabTo('Otsikko');
        await keys.type('Turvapuhelin');
        await tabTo('Teksti');
        await keys.type('## Kenelle\n\nKotiutuvalle **kuukaudeksi**.');
        await keys.press('Shift+Tab');
        await keys.press('Shift+Tab');
        await keys.press('Space');
        await frame.getByRole('region', { name: 'Esikatselu suomeksi' }).locator('strong').waitFor();
        await keys.press('Control+s');
        await heading(framed, 'Turvapuhelin').waitFor();
        await frame.getByRole('button', { name: 'Julkaise' }).waitFor();
        await tabTo('Julkaise');
        await keys.press('Enter');
        const dialog = frame.getByRole('dialog');
        await dialog.waitFor();
        await dialog.getByLabel('Mikä muuttui').focus();
        await keys.type('Uusi ohje turvapuhelimesta.');
        await tabTo('Julkaise nyt');
        await keys.press('Enter');
        await frame.getByText('Ohje on julkaistu.').waitFor();
        await dialog.waitFor({ state: 'detached' });
        await frame.waitForFunction(() => document.activeElement?.querySelector('article h1'));
        await frame.getByRole('button', { name: 'Olen lukenut tämän' }).waitFor();
        // the news goes on its way after the answer
        while (world.told.length < 2) await new Promise((soon) => setTimeout(soon, 20));
        assert.deepEqual(
          world.told.map(({ to }) => to),
          ['channel', 'channel'],
        );
      }));

    it('keep the dialog open when nothing is said of what changed, and bring the keyboard back on Esc', () =>
      within(as(eve, meals), async (framed) => {
        const { frame, page } = framed;
        await world.write(meals, { fi: ['Ateriapalvelu', 'Uutta.'], by: uma });
        await page.reload();
        const again = page.frameLocator('iframe');
        await again.getByRole('button', { name: 'Julkaise' }).click();
        await again.getByRole('button', { name: 'Julkaise nyt' }).click();
        await again.getByText('Jokin kenttä on tyhjä.').waitFor();
        await page.keyboard.press('Escape');
        await again.getByRole('dialog').waitFor({ state: 'detached' });
        const pressed = again.getByRole('button', { name: 'Julkaise' });
        await pressed.evaluate(
          (one) =>
            new Promise((done) =>
              document.activeElement === one ? done(0) : one.addEventListener('focus', done),
            ),
        );
        assert.ok(frame);
      }));

    it('survive a lost connection: the text stays, is kept, and is saved when the net is back', () =>
      within(as(eve, `${meals}/write`), async (framed) => {
        const { frame, page } = framed;
        await text(frame).fill('Kirjoitettu junassa.');
        await page.route('**/api/tab/library/**', (route) => route.abort());
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await frame.getByText('Teksti on tallessa tällä laitteella.').waitFor();
        assert.equal(await text(frame).inputValue(), 'Kirjoitettu junassa.');
        await page.unroute('**/api/tab/library/**');
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await frame.getByText('Tämä on luonnos.').waitFor();
        await isKept('Kirjoitettu junassa.');
      }));

    it('are kept when the page is left and even closed: it warns first, and the writer goes on from where they were', () =>
      within(as(eve, `${meals}/write`), async (framed) => {
        const { frame, page } = framed;
        await text(frame).press('Control+End');
        await page.keyboard.type(' Kesken.');
        await frame.getByRole('link', { name: 'Peruuta' }).click();
        await frame.getByText('muutoksia, joita et ole tallentanut').waitFor();
        await frame.getByRole('link', { name: 'Kaikki ohjeet' }).click();
        await frame.getByRole('link', { name: 'Jatka: Ateriapalvelu' }).click();
        await frame.getByText('Jatkat siitä, mihin jäit').waitFor();
        const warned = page.waitForEvent('dialog');
        const reloaded = page.reload();
        const dialog = await warned;
        assert.equal(dialog.type(), 'beforeunload');
        await dialog.accept();
        await reloaded;
        const again = page.frameLocator('iframe');
        await again.getByText('Jatkat siitä, mihin jäit').waitFor();
        assert.equal(await text(again).inputValue(), 'Ateriapalvelu kahdeksi viikoksi. Kesken.');
        await again.getByRole('button', { name: 'Hylkää muutokseni' }).click();
        assert.equal(await text(again).inputValue(), 'Ateriapalvelu kahdeksi viikoksi.');
        await again.getByRole('link', { name: 'Peruuta' }).click();
        await again.getByRole('link', { name: 'Kaikki ohjeet' }).click();
        await again.getByRole('link', { name: 'Ateriapalvelu' }).waitFor();
        assert.equal(await again.getByText('Sinulta jäi tallentamatta').count(), 0);
      }));

    it('ask nobody to stay who has typed nothing, whatever the page is drawn again for', () =>
      within(as(eve, `${meals}/write`), async (framed) => {
        const { frame } = framed;
        const warns = () =>
          frame.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
        await text(frame).focus();
        await framed.setLocale('sv-SE');
        await heading(framed, /^Redigera/).waitFor();
        assert.equal(await warns(), false);
        const brödtext = frame.getByRole('group', { name: 'På finska', exact: true }).getByLabel('Brödtext');
        await brödtext.press('x');
        assert.equal(await warns(), true);
        await brödtext.press('Backspace');
        assert.equal(await warns(), false);
      }));

    it('begin from what somebody else saved meanwhile as long as nothing is typed', () =>
      within(as(eve, `${meals}/write`), async ({ frame }) => {
        await text(frame).waitFor();
        await world.write(meals, { fi: ['Ateriapalvelu', 'Uman uusi teksti.'], by: uma });
        await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        await frame.getByText('Uman uusi teksti.').waitFor();
        await text(frame).fill('Uman uusi teksti. Ja Even.');
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await frame.getByText('Tämä on luonnos.').waitFor();
        await isKept('Uman uusi teksti. Ja Even.');
      }));

    it('are kept when the writer goes back to the old words while the new ones are being saved', () =>
      within(as(eve, `${meals}/write`), async ({ frame, page }) => {
        let send = () => {};
        const held = new Promise<void>((resolve) => {
          send = resolve;
        });
        await page.route('**/changes', async (route) => {
          await held;
          await route.fallback();
        });
        const before = await text(frame).inputValue();
        await text(frame).fill('Uutta.');
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await text(frame).fill(before);
        send();
        await frame.getByText('Kirjoitit tallennuksen aikana lisää').waitFor();
        await isKept('Uutta.');
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await frame.getByText('Tämä on luonnos.').waitFor();
        await isKept(before);
      }));

    it('lose nothing that is typed while the rest is being saved', () =>
      within(as(eve, `${meals}/write`), async (framed) => {
        const { frame, page } = framed;
        let send = () => {};
        const held = new Promise<void>((resolve) => {
          send = resolve;
        });
        await page.route('**/changes', async (route) => {
          await held;
          await route.fallback();
        });
        await text(frame).fill('Ensin.');
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await text(frame).fill('Ensin. Sitten.');
        send();
        await frame.getByText('Kirjoitit tallennuksen aikana lisää').waitFor();
        assert.equal(await text(frame).inputValue(), 'Ensin. Sitten.');
        await isKept('Ensin.');
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await frame.getByText('Tämä on luonnos.').waitFor();
        await isKept('Ensin. Sitten.');
      }));

    it('are restored from a former version after a question, and the keyboard comes back', () =>
      within(as(eve, `${meals}/versions`), async (framed) => {
        const { frame } = framed;
        await frame.getByRole('button', { name: 'Palauta versio 1 luonnokseksi' }).press('Enter');
        await frame.getByRole('dialog').getByRole('button', { name: 'Palauta' }).press('Enter');
        await frame.getByText('Versio 1 on nyt luonnoksena.').waitFor();
        await frame.getByText('Palautettu versiosta 1').waitFor();
        await frame.waitForFunction(() =>
          document.activeElement?.getAttribute('aria-label')?.startsWith('Palauta versio 1'),
        );
        await frame.getByRole('button', { name: 'Mikä muuttui versiossa 3' }).press('Enter');
        await frame.waitForFunction(() => document.activeElement?.textContent?.startsWith('Mikä muuttui'));
        await frame.getByText('Teksti on sama molemmissa.').waitFor();
      }));

    it('are handed over by their owner to somebody who is found by name', async () => {
      await world.library.change(eve, instructionId(meals), {
        ...{ do: 'write', seen: 2, subject: 'criteria', owner: ada.id },
        wordings: { fi: { title: 'Ateriapalvelu', text: 'Ateriapalvelu kahdeksi viikoksi.' } },
      });
      await within(as(ada, `${meals}/write`), async (framed) => {
        const { frame, page } = framed;
        await frame.getByLabel('Vaihda vastuuhenkilö: nimi').fill('björk');
        await page.keyboard.press('Enter');
        await frame.getByRole('button', { name: 'Valitse: Bo Björk' }).press('Enter');
        await frame.getByText('Ohjeesta vastaa: Bo Björk').waitFor();
        assert.match(await focusedIn(framed), /Bo Björk/);
        await frame.getByRole('button', { name: 'Tallenna luonnos' }).click();
        await frame.getByText('Vastaa Bo Björk').waitFor();
        assert.equal(await frame.getByRole('link', { name: 'Muokkaa' }).count(), 0);
      });
    });

    it('are taken out of use after a reason, and are gone for employees', async () => {
      await within(as(eve, meals), async ({ frame }) => {
        await frame.getByRole('button', { name: 'Poista käytöstä' }).press('Enter');
        await frame.getByLabel('Miksi ohje poistetaan').fill('Korvattu uudella.');
        await frame.getByRole('button', { name: 'Poista käytöstä nyt' }).press('Enter');
        await frame.getByText('Ohje on poistettu käytöstä.').first().waitFor();
        await frame.waitForFunction(() => document.activeElement?.querySelector('article h1'));
      });
      await within(as(nurse, meals), async (framed) => {
        await heading(framed, 'Ohjetta ei löydy').waitFor();
      });
    });
  });
});
