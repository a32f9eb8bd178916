/** What people write about a client, and where the client of it lives. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { readCounty } from '../../../bot/counties/read-county.ts';
import { placeId, regionId } from '../../../bot/domain/names.ts';
import {
  findPlaces,
  findSituations,
  indexPlaces,
  type PlaceFinding,
  placeNamed,
} from '../../../bot/domain/places/places.ts';
import * as phrases from './place-phrases.ts';

async function indexOf(name: string) {
  const file = new URL(`../../../bot/counties/${name}.json`, import.meta.url);
  const { routing } = readCounty(JSON.parse(await readFile(file, 'utf8')), name);
  assert.equal(routing.by, 'place');
  return indexPlaces(routing);
}
const finnish = await indexOf('pohjois-savo');
const bilingual = await indexOf('lansi-uusimaa');

/** As the phrases say it: one place, those offered in any order, `?` after the only one offered. */
function told(finding: PlaceFinding): string {
  switch (finding.found) {
    case 'none':
      return 'none';
    case 'one':
      return finding.place;
    case 'several':
      return finding.between.length === 1 ? `${finding.between[0]}?` : inOrder(finding.between);
  }
}
const inOrder = (places: readonly string[]) => [...places].sort().join(' ');

describe('a place', () => {
  const groups: [title: string, phrases: readonly phrases.Phrase[], index?: typeof finnish][] = [
    ['inflected is found', phrases.inflected],
    ['is found by its people', phrases.demonyms],
    ['misspelt is found, where nothing else is as near', phrases.misspelt],
    ['in Swedish is found', phrases.swedish],
    ['beside another is offered with it', phrases.twoPlaces],
    ['of residence decides', phrases.residence],
    ['where the client only is, is offered and not decided', phrases.whereaboutsOnly],
    ['that settles nothing is asked about', phrases.unsettled],
    ['that is a noun too is told from it', phrases.homographs],
    ['is found in a whole message', phrases.messages],
    ['of a bilingual county is found', phrases.bilingual, bilingual],
  ];
  for (const [title, group, index = finnish] of groups) {
    describe(title, () => {
      for (const [text, expected] of group) {
        it(`${text} → ${expected}`, () => {
          assert.equal(told(findPlaces(index, text)), inOrder(expected.split(' ')));
        });
      }
    });
  }

  it('is offered in the order of the text', () => {
    const finding = findPlaces(finnish, 'Varkaus vai Iisalmi?');
    assert.deepEqual(finding, { found: 'several', between: ['varkaus', 'iisalmi'] });
  });
});

describe('an ordinary sentence', () => {
  for (const text of phrases.ordinary) {
    it(`tells of no place: ${text}`, () => {
      assert.deepEqual(findPlaces(finnish, text), { found: 'none' });
      assert.deepEqual(findPlaces(bilingual, text), { found: 'none' });
    });
  }
});

describe('a name typed alone', () => {
  const names: [text: string, expected: string][] = [
    ['Iisalmi', 'iisalmi'],
    [' nilsia ', 'nilsia'],
    ['varkaus', 'varkaus'],
    ['Kaavi?', 'kaavi'],
    ['Kavi', 'kaavi'],
    ['Tervoo', 'tervo'],
    ['kuopio', 'karttula kuopio maaninka nilsia'],
    ['Juankoski', 'karttula kuopio maaninka nilsia'],
    ['asuu Iisalmessa', 'iisalmi'],
    ['Atlantis', 'none'],
    ['', 'none'],
  ];
  for (const [text, expected] of names) {
    it(`"${text}" → ${expected}`, () => assert.equal(told(placeNamed(finnish, text)), expected));
  }
});

describe('any text', () => {
  const known = fc
    .constantFrom(...phrases.inflected, ...phrases.residence, ...phrases.messages)
    .map(([text]) => text);
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.oneof(known, fc.string({ maxLength: 3 })), { maxLength: 6 }).map((parts) => parts.join(' ')),
  );

  it('is read without failing, and offers only the county’s places, each once', () => {
    const places = new Set([...finnish.readings.values()].flat().flatMap(({ name }) => name.offers));
    fc.assert(
      fc.property(anyText, (text) => {
        for (const finding of [findPlaces(finnish, text), placeNamed(finnish, text)]) {
          const between = finding.found === 'several' ? finding.between : [];
          assert.equal(new Set(between).size, between.length);
          assert.ok(between.every((place) => places.has(place)));
        }
      }),
    );
  });

  // an ordinary noun in lower case is another matter, so phrases about Varkaus stay out
  const nameless = known.filter((text) => !/varka/i.test(text));
  it('means the same in capitals, in lower case and without diacritics', () => {
    fc.assert(
      fc.property(nameless, (text) => {
        const expected = findPlaces(finnish, text);
        const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
        for (const written of [text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'), plain]) {
          assert.deepEqual(findPlaces(finnish, written), expected, written);
        }
      }),
    );
  });

  it('means the same with an ordinary sentence after it', () => {
    fc.assert(
      fc.property(nameless, fc.constantFrom(...phrases.ordinary), (text, sentence) => {
        assert.deepEqual(findPlaces(finnish, `${text}. ${sentence}`), findPlaces(finnish, text));
      }),
    );
  });

  it('of four thousand signs is read at once, however nearly it is made of names', () => {
    for (const piece of [
      'Iisalmi ',
      'Iisalmessx ',
      'kuopioo-',
      'asuu tytär ',
      'i',
      'Iisalmen sairaalassa, ',
      '\u0301',
    ]) {
      assert.ok(findPlaces(finnish, piece.repeat(4000 / piece.length)));
    }
  });
});

describe('a life situation', () => {
  const words = (name: string) => ({ fi: name, sv: name, en: name });
  const situation = (name: string, hints: readonly string[]) => ({
    id: placeId(name),
    name: words(name),
    region: regionId('one'),
    hints,
  });
  const routing = {
    by: 'situation',
    ask: words('?'),
    situations: [situation('old', ['ikäänty', 'older p']), situation('family', ['perhe', 'barn'])],
  } as const;
  const texts: [text: string, expected: string][] = [
    ['Ikääntyneen asiakkaan asia', 'old'],
    ['an OLDER person', 'old'],
    ['lapsiperheen asia', 'none'],
    ['Perhe ja ikääntynyt isä', 'family old'],
    ['skolbarn, barnen', 'family'],
    ['', 'none'],
  ];
  for (const [text, expected] of texts) {
    it(`"${text}" → ${expected}`, () => assert.equal(told(findSituations(routing, text)), expected));
  }
});
