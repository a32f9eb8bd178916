/** The starter pages that come with a county. */
import assert from 'node:assert/strict';
import { loadStarterPages, readStarter, StarterPageError } from '../../bot/counties/read-instructions.ts';
import { beginInstruction } from '../../bot/domain/instructions/changes.ts';
import { subjects } from '../../bot/domain/instructions/instructions.ts';
import { findersId } from '../../bot/domain/instructions/service-finders.ts';
import { eve, monday, noon } from '../support/cases.ts';
import { countyFiles, pohjoisSavo } from '../support/counties.ts';

describe('the starter pages', () => {
  it('of Pohjois-Savo are there for every subject that is written, each marked as a draft', async () => {
    const pages = await loadStarterPages(countyFiles.pohjoisSavo);
    const written = subjects.filter((subject) => subject !== 'finders');
    assert.deepEqual(new Set(pages.map(({ subject }) => subject)), new Set(written));
    for (const { id, wordings } of pages)
      for (const { text } of [wordings.fi, wordings.sv].filter((one) => one !== undefined))
        assert.match(text, /^> (Luonnos hyvinvointialueen hyväksyttäväksi|Utkast)/, id);
  });

  it('could be written by hand: they break no rule of writing', async () => {
    for (const { id, subject, wordings } of await loadStarterPages(countyFiles.pohjoisSavo)) {
      const begun = beginInstruction(
        { id, subject, wordings, owner: eve },
        { actor: eve, now: noon, today: monday },
      );
      assert.ok(!('refused' in begun), id);
    }
  });

  it('lead only to pages that are there', async () => {
    const pages = await loadStarterPages(countyFiles.pohjoisSavo);
    const there = new Set<string>([...pages.map(({ id }) => id), findersId]);
    const texts = pages.flatMap(({ wordings }) => [wordings.fi?.text ?? '', wordings.sv?.text ?? '']);
    const led = texts.flatMap((text) => [...text.matchAll(/\]\(#\/instructions\/([^)]*)\)/g)]);
    assert.ok(led.length > 10);
    for (const [, id = ''] of led) assert.ok(there.has(id), id);
  });

  it('name every region with the places that the county file gives it', async () => {
    const pages = await loadStarterPages(countyFiles.pohjoisSavo);
    const contacts = pages.find(({ subject }) => subject === 'contacts')?.wordings.fi?.text ?? '';
    const { routing, regions } = pohjoisSavo;
    assert.ok(routing.by === 'place');
    for (const { id, name } of regions) {
      const row = contacts.split('\n').find((line) => line.startsWith(`| ${name.fi} |`)) ?? '';
      const told = row
        .split('|')[2]
        ?.split(',')
        .map((place) => place.trim())
        .toSorted();
      const places: string[] = routing.places
        .filter(({ region }) => region === id)
        .map((place) => place.name.fi);
      assert.deepEqual(told, places.toSorted(), name.fi);
    }
  });

  it('hold both languages of a page together', async () => {
    const pages = await loadStarterPages(countyFiles.pohjoisSavo);
    const template = pages.find(({ subject }) => subject === 'templates');
    assert.deepEqual(Object.keys(template?.wordings ?? {}).toSorted(), ['fi', 'sv']);
  });

  it('are none where a county has none', async () => {
    assert.deepEqual(await loadStarterPages(countyFiles.saarimaa), []);
    assert.deepEqual(await loadStarterPages('/nowhere/county.json'), []);
  });

  const wrong: readonly (readonly [file: string, text: string, fault: RegExp])[] = [
    ['ohje.md', '# Ohje\n\nx', /name it/],
    ['recipes.ohje.fi.md', '# Ohje\n\nx', /subjects are operating/],
    ['operating.ohje.en.md', '# Ohje\n\nx', /fi or sv/],
    ['operating.ohje.fi.md', 'Ohje\n\nx', /begin with/],
    ['operating.ohje.fi.md', '# Ohje\n\n ', /begin with/],
    ['operating.ohje.fi.md', `# ${'O'.repeat(121)}\n\nx`, /at most 120/],
  ];
  for (const [file, text, fault] of wrong) {
    it(`are refused as ${file} with ${JSON.stringify(text.slice(0, 12))}, and the file is named`, () => {
      assert.throws(
        () => readStarter(file, text),
        (error) => {
          assert.ok(error instanceof StarterPageError);
          assert.match(error.message, fault);
          assert.ok(error.message.includes(file));
          return true;
        },
      );
    });
  }
});
