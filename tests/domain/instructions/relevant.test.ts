/** Which instructions are offered first to be cited. */
import assert from 'node:assert/strict';
import type { Citation } from '../../../bot/domain/instructions/citing.ts';
import { mostRelevant } from '../../../bot/domain/instructions/relevant.ts';
import { instructionId } from '../../../bot/domain/names.ts';

const page = (title: string): Citation => ({ id: instructionId(title), version: 1, title });
const pages = [
  'Asumispalvelut',
  'Ateriapalvelun myöntäminen',
  'Huoli-ilmoitus',
  'Kotihoidon kriteerit',
  'Måltidsservice',
  'Turvapuhelin',
].map(page);
const first = (about: string, most = 2, always: string[] = []) =>
  mostRelevant(pages, about, most, always).map(({ title }) => title);

describe('the instructions offered to be cited', () => {
  for (const [about, title] of [
    ['Voiko Iisalmessa asuva saada ateriat kahdeksi viikoksi?', 'Ateriapalvelun myöntäminen'],
    ['Turvapuhelimen saisiko tänään', 'Turvapuhelin'],
    ['kotihoitoa lisää', 'Kotihoidon kriteerit'],
    ['Klienten behöver måltider', 'Måltidsservice'],
    ['Asumispalveluista kysyisin', 'Asumispalvelut'],
  ] as const)
    it(`begin with “${title}” when asked: ${about}`, () => assert.equal(first(about)[0], title));

  it('stand by title, as they came, when no word is shared', () => {
    assert.deepEqual(first('Miten menee?', 3), [
      'Asumispalvelut',
      'Ateriapalvelun myöntäminen',
      'Huoli-ilmoitus',
    ]);
  });

  it('always hold those already ticked, and no more than fit otherwise', () => {
    assert.deepEqual(first('turvapuhelin', 2, ['Huoli-ilmoitus']), ['Huoli-ilmoitus', 'Turvapuhelin']);
    assert.equal(first('turvapuhelin', 1, ['Huoli-ilmoitus', 'Asumispalvelut']).length, 2);
  });
});
