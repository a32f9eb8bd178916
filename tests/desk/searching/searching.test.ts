/** What can be found from any chat, and by whom. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createSearching } from '../../../bot/desk/searching/searching.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { makeCaseId } from '../../../bot/domain/case/case-id.ts';
import type { Instruction, Version } from '../../../bot/domain/instructions/instructions.ts';
import { instructionId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import {
  ada,
  at,
  bo,
  caseIn,
  county,
  eve,
  koillinen,
  noon,
  nurse,
  pohjoinen,
  waitingCase,
} from '../../support/cases.ts';

const known: readonly Actor[] = [ada, bo, eve, nurse];
const all = { skip: 0, count: 25 };

const version = (n: number, title: string, text: string, at = noon): Version => ({
  n,
  at,
  by: 'line',
  did: 'publish',
  wordings: { fi: { title, text } },
});
const pageOf = (id: string, more: Partial<Instruction>): Instruction => ({
  id: instructionId(id),
  subject: 'criteria',
  owner: 'line',
  newest: version(1, id, ''),
  ...more,
});

function searchingIn(kept: { cases?: readonly Case[]; pages?: readonly Instruction[] }) {
  const pages = [...(kept.pages ?? [])];
  const searching = createSearching({
    county: { ...county, finders: [] },
    cases: {
      find: async (id) => kept.cases?.find((one) => one.id === id),
      openCases: async () => kept.cases ?? [],
    },
    library: { all: async () => pages },
    staff: { actor: async ({ id }) => known.find((one) => one.id === id) ?? nurse },
  });
  return { searching, pages };
}

const manyCases = (count: number, more: Partial<Case> = {}): Case[] =>
  Array.from({ length: count }, (_, n) => ({
    ...waitingCase(),
    ...(more as object),
    id: makeCaseId(3, [n % 31, Math.floor(n / 31), 1, 1, 1]),
    answerBy: at('13:00', count - n),
  }));

describe('searching cases at the desk', () => {
  it('is for those on the line alone', async () => {
    const { searching } = searchingIn({ cases: manyCases(1) });
    assert.deepEqual(await searching.cases(nurse, '', all), { refused: 'no-role', needs: 'line' });
    for (const person of [bo, eve]) assert.equal((await found(searching.cases(person, '', all))).length, 1);
  });

  it('gives 25 at most, however many are asked for, and the rest after them', async () => {
    const { searching } = searchingIn({ cases: manyCases(30) });
    const first = await found(searching.cases(bo, '', { skip: 0, count: 500 }));
    const rest = await found(searching.cases(bo, '', { skip: 25, count: 25 }));
    assert.deepEqual([first.length, rest.length], [25, 5]);
    assert.equal(new Set([...first, ...rest].map(({ id }) => id)).size, 30);
  });

  it('has the searcher’s own regions first, and in them what is promised soonest', async () => {
    const [one, two, three] = manyCases(3);
    assert.ok(one && two && three);
    const cases = [
      { ...three, region: koillinen },
      { ...one, region: pohjoinen },
      { ...two, region: pohjoinen },
    ];
    const ids = (await found(searchingIn({ cases }).searching.cases(bo, '', all))).map(({ id }) => id);
    assert.deepEqual(ids, [two.id, one.id, three.id]);
  });

  it('finds a closed case by its whole id until it is purged', async () => {
    const closed = caseIn('closed');
    const purged = { ...closed, purgedAt: noon };
    assert.deepEqual(await found(searchingIn({ cases: [closed] }).searching.cases(bo, closed.id, all)), [
      closed,
    ]);
    assert.deepEqual(await found(searchingIn({ cases: [closed] }).searching.cases(bo, 'suljettu', all)), []);
    assert.deepEqual(await found(searchingIn({ cases: [purged] }).searching.cases(bo, closed.id, all)), []);
  });
});

async function found(asked: Promise<readonly Case[] | { refused: string }>): Promise<readonly Case[]> {
  const outcome = await asked;
  assert.ok(!('refused' in outcome));
  return outcome;
}

describe('searching instructions at the desk', () => {
  const meals = pageOf('meals', {
    published: version(2, 'Ateriapalvelu', '# Kaksi viikkoa\nMyönnä **ateriat** enintään kahdeksi viikoksi.'),
    newest: version(3, 'Ateriapalvelu', 'Luonnos: kolme viikkoa.'),
  });
  const voucher = pageOf('voucher', {
    published: version(1, 'Palveluseteli', 'Seteli on eri asia.', at('13:00')),
  });
  const draft = pageOf('draft', { newest: version(1, 'Luonnos', 'Ei vielä kenellekään.') });
  const retired = pageOf('old', { published: version(1, 'Vanha', 'Poistettu ohje.'), retired: true });
  const pages = [meals, voucher, draft, retired];

  it('finds what is published, in the version that is in force', async () => {
    const [one, ...more] = await searchingIn({ pages }).searching.instructions('ateriapalvelusta', 'fi', all);
    assert.deepEqual(more, []);
    assert.deepEqual([one?.id, one?.version, one?.title], ['meals', 2, 'Ateriapalvelu']);
    assert.match(one?.excerpt ?? '', /Myönnä ateriat enintään/);
  });

  it('never finds a draft or what was retired', async () => {
    const { searching } = searchingIn({ pages });
    for (const word of ['luonnos', 'kolme', 'vanha', 'poistettu'])
      assert.deepEqual(await searching.instructions(word, 'fi', all), [], word);
  });

  it('shows the newest published first when nothing is sought', async () => {
    const found = await searchingIn({ pages }).searching.instructions('', 'fi', all);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['voucher', 'meals'],
    );
  });

  it('knows a new version at once', async () => {
    const { searching, pages: kept } = searchingIn({ pages: [meals] });
    assert.equal((await searching.instructions('kuukausi', 'fi', all)).length, 0);
    kept[0] = { ...meals, published: version(4, 'Ateriapalvelu', 'Yksi kuukausi.') };
    assert.equal((await searching.instructions('kuukausi', 'fi', all))[0]?.version, 4);
  });

  it('shows each page once, in the reader’s language when it has both', async () => {
    const wordings = {
      fi: { title: 'Kaikukortti', text: 'Kortti.' },
      sv: { title: 'Kaikukortet', text: 'Kortet.' },
    };
    const both = pageOf('kaiku', { published: { ...version(1, '', ''), wordings } });
    const { searching } = searchingIn({ pages: [both] });
    for (const [sought, title] of [
      ['kaiku', 'Kaikukortet'],
      ['', 'Kaikukortet'],
    ] as const) {
      const found = await searching.instructions(sought, 'sv', all);
      assert.deepEqual(
        found.map((one) => one.title),
        [title],
      );
    }
  });
});
