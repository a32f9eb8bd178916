/** Finding pages by their words, and citing a version. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordingOfAnswer } from '../../../bot/domain/instructions/answer-as-instruction.ts';
import {
  citationOf,
  instructionPath,
  readInstructionPath,
  teamsLink,
  withCitations,
} from '../../../bot/domain/instructions/citing.ts';
import type { Instruction } from '../../../bot/domain/instructions/instructions.ts';
import { indexOf, plainText, search } from '../../../bot/domain/instructions/search.ts';
import { instructionId } from '../../../bot/domain/names.ts';
import { stemOf } from '../../../bot/domain/stem.ts';
import { caseAfter, claim, eve, noon, personOf, waitingCase } from '../../support/cases.ts';

const page = (id: string, title: string, text: string, language: 'fi' | 'sv' = 'fi') => ({
  id: instructionId(id),
  language,
  title,
  text,
});
const pages = [
  page('meals', 'Ateriapalvelu', 'Tilapäisen ateriapalvelun voi myöntää **asiakkaalle** kahdeksi viikoksi.'),
  page('meals', 'Måltidsservice', 'Tillfällig måltidsservice beviljas klienten för två veckor.', 'sv'),
  page('voucher', 'Palveluseteli', 'Tilapäinen palveluseteli. Ateriapalvelu on eri asia.'),
  page('assess', 'Palvelutarpeen arviointi', 'Arvioinnin tekee asiakkaan asuinkunnan asiakasohjaaja.'),
  page('crisis', 'Kriisipaikka', 'Kriisipaikan saa vain linjan aukioloaikana. Leppävirralla soita ensin.'),
];
const index = indexOf(pages);
const found = (sought: string) =>
  search(index, sought).map(({ page: { id, language } }) => `${id}.${language}`);

describe('searching the instructions', () => {
  const examples: readonly (readonly [sought: string, ids: readonly string[]])[] = [
    ['', []],
    ['  ?!', []],
    ['ater', ['meals.fi', 'voucher.fi']],
    ['ateriapalvelua', ['meals.fi', 'voucher.fi']],
    ['ATERIAPALVELUJA', ['meals.fi', 'voucher.fi']],
    ['kriisipaikkoja', ['crisis.fi']],
    ['kriisipaikassa', ['crisis.fi']],
    ['arvioinnista', ['assess.fi']],
    ['palvelutarve', ['assess.fi']],
    ['asiakas', ['assess.fi', 'meals.fi']],
    ['seteli', ['voucher.fi']],
    ['setelin', ['voucher.fi']],
    ['leppavirta', ['crisis.fi']],
    ['maltidsservicen', ['meals.sv']],
    ['klient', ['meals.sv']],
    ['klienterna', ['meals.sv']],
    ['klientens', ['meals.sv']],
    ['klienternas', ['meals.sv']],
    ['asia', ['voucher.fi', 'meals.fi', 'assess.fi']],
    ['asiakas arviointi', ['assess.fi']],
    ['asiakas kriisipaikka', []],
    ['xyz', []],
  ];
  for (const [sought, ids] of examples) {
    it(`"${sought}" → ${ids.join(', ') || 'nothing'}`, () => assert.deepEqual(found(sought), ids));
  }

  it('shows where the word stands, without Markdown’s marks', () => {
    const [hit] = search(index, 'asiakkaalle');
    assert.equal(hit?.excerpt, 'Tilapäisen ateriapalvelun voi myöntää asiakkaalle kahdeksi viikoksi.');
    assert.deepEqual(
      hit?.hits.map(([from, to]) => hit.excerpt.slice(from, to)),
      ['asiakkaalle'],
    );
  });

  it('ends an excerpt at a word, and leaves out what only draws a table', () => {
    const rows = '| Palvelu | Aika |\n| :-- | --: |\n| Ateriapalvelu | 14 päivää |\n';
    const [hit] = search(indexOf([page('table', 'Rajat', rows + 'pitkäsana '.repeat(40))]), 'ateriapalvelu');
    const excerpt = hit?.excerpt ?? '';
    assert.ok(excerpt.startsWith('Palvelu Aika Ateriapalvelu 14 päivää pitkäsana'), excerpt);
    assert.ok(excerpt.endsWith('pitkäsana') && excerpt.length <= 160);
  });

  it('finds a word deep in a long page and begins the excerpt near it', () => {
    const long = page('long', 'Pitkä', `${'täytettä '.repeat(400)}avainsana lopussa`);
    const [hit] = search(indexOf([long]), 'avainsana');
    assert.match(hit?.excerpt ?? '', /avainsana/);
    assert.ok((hit?.excerpt.length ?? 0) <= 160);
  });

  it('puts the reader’s own language first among equals', () => {
    const both = indexOf([page('a', 'Kaikukortti', 'x'), page('a', 'Kaikukortet', 'x', 'sv')]);
    assert.deepEqual(
      search(both, 'kaiku', 'sv').map(({ page: { language } }) => language),
      ['sv', 'fi'],
    );
  });

  const inflected: readonly (readonly string[])[] = [
    ['kotihoito', 'kotihoidon', 'kotihoitoa', 'kotihoidossa'],
    ['arviointi', 'arvioinnin', 'arviointia', 'arvioinnissa'],
    ['asiakas', 'asiakkaan', 'asiakkaalle', 'asiakkaita'],
    ['päätös', 'päätöksen', 'päätökset'],
    ['kunta', 'kunnan', 'kunnassa'],
    ['tarve', 'tarpeen', 'tarpeet'],
  ];
  for (const [first = '', ...forms] of inflected) {
    it(`knows ${forms.join(', ')} as ${first}`, () => {
      const stems = [first, ...forms].map((form) => stemOf(form.normalize('NFD').replace(/\p{M}/gu, '')));
      assert.equal(new Set(stems).size, 1, stems.join(' '));
    });
  }

  it('finds every page by each whole word of its title', () => {
    for (const { id, language, title } of pages)
      for (const word of title.split(' ')) assert.ok(found(word).includes(`${id}.${language}`), word);
  });

  it('takes any text to search and any text to seek', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, sought) => {
        search(indexOf([page('x', text, text)]), sought);
      }),
    );
  });

  it('leaves of a link its words only', () => {
    assert.equal(plainText('# Ohje\n- katso [sivu](https://x.fi/a_b)\n1. **heti**'), 'Ohje katso sivu heti');
  });
});

describe('citing', () => {
  const version = {
    n: 4,
    at: noon,
    by: personOf(eve),
    did: 'publish',
    wordings: { fi: { title: 'Ateriat [uusi]', text: 'x' } },
  } as const;
  const meals: Instruction = {
    id: instructionId('meals'),
    subject: 'criteria',
    newest: version,
    published: version,
    owner: personOf(eve),
  };

  it('names the version in force, and only what is published', () => {
    assert.deepEqual(citationOf(meals, 'sv'), { id: 'meals', version: 4, title: 'Ateriat [uusi]' });
    const { published: _, ...draft } = meals;
    assert.equal(citationOf(draft, 'fi'), undefined);
    assert.equal(citationOf({ ...meals, retired: true }, 'fi'), undefined);
  });

  it('leads to the page and back', () => {
    const id = instructionId('meals');
    assert.deepEqual(readInstructionPath(instructionPath({ id, version: 4 })), { id, version: 4 });
    assert.deepEqual(readInstructionPath(instructionPath({ id })), { id });
    for (const path of [
      '',
      'tallies/2026-11',
      'instructions/',
      'instructions/../x',
      'instructions/a/0',
      'instructions/a/b',
    ])
      assert.equal(readInstructionPath(path), undefined, path);
    const link = new URL(teamsLink({ appId: 'app', tab: 'line' }, 'instructions/meals/4'));
    assert.deepEqual(JSON.parse(link.searchParams.get('context') ?? ''), {
      subEntityId: 'instructions/meals/4',
    });
  });

  it('stands below the answer, one line each', () => {
    const cited = citationOf(meals, 'fi');
    assert.ok(cited);
    assert.equal(
      withCitations('Kyllä. ', [cited], ({ id, version: n }) => `x:${id}/${n}`),
      'Kyllä.\n\n- [Ateriat uusi (v4)](x:meals/4)',
    );
    assert.equal(
      withCitations('Kyllä.', [], () => ''),
      'Kyllä.',
    );
  });
});

describe('an answer made an instruction', () => {
  it('loses the names of those who took part, and every number and address', () => {
    const text = 'Hei Niina! Adan numero on 040 123 4567. Hae Niinalle lomake. Nurmella on nurmi.';
    const one = caseAfter(claim, { do: 'answer', text });
    const wording = wordingOfAnswer(one, one.said);
    assert.deepEqual(wording, {
      title: 'Voiko asiakas saada ateriapalvelun kahdeksi viikoksi?',
      text: 'Hei [•••]! [•••] numero on [•••]. Hae [•••] lomake. Nurmella on nurmi.',
    });
  });

  it('is nothing when nothing was answered', () => {
    const one = waitingCase();
    assert.equal(wordingOfAnswer(one, one.said), undefined);
  });

  it('takes a long question’s beginning as its title', () => {
    const one = { ...caseAfter(claim, { do: 'answer', text: 'x' }), question: 'sana '.repeat(60) };
    assert.equal(wordingOfAnswer(one, one.said)?.title.length, 120);
  });
});
