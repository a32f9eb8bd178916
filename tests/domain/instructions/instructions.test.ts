/** The shared instructions: who reads and writes them, and what becomes of a page. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  beginInstruction,
  changeInstruction,
  type InstructionCommand,
  type InstructionRefusal,
} from '../../../bot/domain/instructions/changes.ts';
import {
  hasDraft,
  hasRead,
  type Instruction,
  inductionOf,
  instructionLimits,
  isOverdue,
  isPublished,
  missingLanguages,
  type Reader,
  readershipOf,
  versionFor,
  type Wordings,
  withReceipt,
  wordingFor,
} from '../../../bot/domain/instructions/instructions.ts';
import { day, instructionId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import { ada, at, bo, eve, monday, noon, nurse, personOf } from '../../support/cases.ts';

const uma: Actor = { ...nurse, id: 'uma' as Actor['id'], name: 'Uma Uusi', updater: true };
const words: Wordings = { fi: { title: 'Ateriapalvelu', text: 'Enintään kaksi viikkoa.' } };
const changed: Wordings = { fi: { title: 'Ateriapalvelu', text: 'Enintään kolme viikkoa.' } };
const turnOf = (actor: Actor) => ({ actor, now: noon, today: monday });

function whole(outcome: Instruction | InstructionRefusal): Instruction {
  if ('refused' in outcome) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}
const begin = (more: object = {}, actor: Actor = eve) =>
  beginInstruction(
    { id: instructionId('meals'), subject: 'criteria', wordings: words, owner: actor, ...more },
    turnOf(actor),
  );
const draft = whole(begin());
const change = (current: Instruction, command: InstructionCommand, actor: Actor = eve) =>
  changeInstruction(current, command, turnOf(actor));
const publish = (seen: number, note = 'Uusi ohje'): InstructionCommand => ({ do: 'publish', seen, note });
const write = (seen: number, wordings = changed): InstructionCommand => ({
  do: 'write',
  seen,
  wordings,
  subject: 'criteria',
  owner: eve,
});
const published = whole(change(draft, publish(1)));
const rewritten = whole(change(published, write(2)));
const retired = whole(change(published, { do: 'retire', seen: 2, reason: 'Vanhentunut' }));

describe('a page of the instructions', () => {
  it('begins as a draft that is published as a version of its own', () => {
    assert.deepEqual(draft.newest, {
      n: 1,
      at: noon,
      by: personOf(eve),
      did: 'write',
      wordings: words,
    });
    assert.deepEqual([isPublished(draft), hasDraft(draft)], [false, true]);
    assert.deepEqual([published.published?.n, published.newest.n, hasDraft(published)], [2, 2, false]);
    assert.equal(published.published?.note, 'Uusi ohje');
  });

  it('goes on showing what is published while a draft of it is written', () => {
    assert.deepEqual([rewritten.newest.n, rewritten.published?.n, hasDraft(rewritten)], [3, 2, true]);
    assert.equal(versionFor(nurse, rewritten)?.wordings.fi?.text, 'Enintään kaksi viikkoa.');
  });

  it('gives both texts to the person who goes on from an older version', () => {
    const mine: Wordings = { fi: { title: 'Ateriapalvelu', text: 'Neljä viikkoa.' } };
    assert.deepEqual(change(rewritten, write(2, mine), uma), {
      refused: 'changed-since',
      theirs: rewritten.newest,
      yours: mine,
    });
    assert.deepEqual(change(rewritten, publish(2), uma), {
      refused: 'changed-since',
      theirs: rewritten.newest,
    });
  });

  const repeats: readonly (readonly [string, Instruction, InstructionCommand])[] = [
    ['writing', rewritten, write(2)],
    ['publishing', published, publish(1)],
    ['retiring', retired, { do: 'retire', seen: 2, reason: 'Vanhentunut' }],
    [
      'restoring',
      whole(change(rewritten, { do: 'restore', seen: 3, from: draft.newest })),
      { do: 'restore', seen: 3, from: draft.newest },
    ],
  ];
  for (const [what, after, command] of repeats) {
    it(`is not changed by ${what} that arrives twice`, () => assert.equal(change(after, command), after));
  }

  it('takes a former version back as a draft', () => {
    const restored = whole(change(rewritten, { do: 'restore', seen: 3, from: draft.newest }));
    assert.deepEqual([restored.newest.restored, restored.newest.wordings], [1, words]);
    assert.equal(restored.published?.n, 2);
  });

  it('is out of readers’ sight when retired, and comes back as a draft', () => {
    assert.equal(versionFor(nurse, retired), undefined);
    assert.equal(versionFor(ada, retired)?.n, 3);
    assert.deepEqual(change(retired, publish(3)), { refused: 'retired' });
    const back = whole(change(retired, { do: 'restore', seen: 3, from: draft.newest }));
    assert.deepEqual([back.retired, back.published, hasDraft(back)], [undefined, undefined, true]);
  });

  it('makes no version of a new owner or review day alone', () => {
    const settled = whole(
      change(published, {
        do: 'write',
        seen: 2,
        subject: 'operating',
        wordings: words,
        owner: ada,
        reviewBy: day('2027-05-01'),
      }),
    );
    assert.deepEqual(settled, {
      ...published,
      subject: 'operating',
      owner: personOf(ada),
      reviewBy: '2027-05-01',
    });
  });
});

describe('writing', () => {
  const allowed: readonly (readonly [string, Actor, boolean])[] = [
    ['a supervisor', eve, true],
    ['a named updater', uma, true],
    ['an advisor', ada, false],
    ['an employee', nurse, false],
  ];
  for (const [who, actor, may] of allowed) {
    it(`is ${may ? '' : 'not '}for ${who}`, () => {
      assert.equal('refused' in begin({}, actor), !may);
      assert.equal('refused' in change(draft, write(1), actor), !may);
    });
  }

  it('is for the page’s own owner, whatever their role', () => {
    const adas: Instruction = { ...draft, owner: personOf(ada) };
    assert.equal(whole(change(adas, write(1), ada)).newest.n, 2);
    assert.deepEqual(change(adas, write(1), bo), { refused: 'no-role', needs: 'updater' });
  });

  it('lets an advisor propose an answer, which another approves', () => {
    const proposed = whole(begin({ origin: { proposedBy: personOf(ada) } }, ada));
    assert.deepEqual(begin({ origin: { proposedBy: personOf(nurse) } }, nurse), {
      refused: 'no-role',
      needs: 'updater',
    });
    assert.deepEqual(change(proposed, publish(1), ada), {
      refused: 'approve-another',
      author: personOf(ada),
    });
    const approved = whole(change(proposed, publish(1), eve));
    assert.deepEqual([approved.origin, approved.owner], [undefined, personOf(ada)]);
  });

  it('makes anyone who approves a shipped page answer for it', () => {
    const shipped: Instruction = { ...draft, owner: 'line', origin: 'starter' };
    const approved = whole(change(shipped, publish(1), uma));
    assert.deepEqual([approved.owner, approved.origin], [personOf(uma), undefined]);
  });

  const long = (length: number) => 'x'.repeat(length);
  const page = (title: string, text = 't'): Wordings => ({ fi: { title, text } });
  const refusals: readonly (readonly [string, InstructionCommand, object])[] = [
    ['no words at all', write(1, {}), { refused: 'empty-text', field: 'title' }],
    ['no title', write(1, page('  ')), { refused: 'empty-text', field: 'title', language: 'fi' }],
    [
      'too long a title',
      write(1, page(long(121))),
      { refused: 'too-long', field: 'title', most: 120, length: 121 },
    ],
    [
      'too long a text',
      write(1, page('T', long(instructionLimits.text + 1))),
      { refused: 'too-long', field: 'text', most: 20_000, length: 20_001 },
    ],
    ['a henkilötunnus', write(1, page('T', 'Esim. 010145-9003')), { refused: 'identity', language: 'fi' }],
    ['no note', publish(1, ' '), { refused: 'empty-text', field: 'note' }],
    [
      'a review day gone by',
      { ...publish(1), reviewBy: day('2026-11-22') } as InstructionCommand,
      { refused: 'review-past' },
    ],
    ['no reason', { do: 'retire', seen: 1, reason: '' }, { refused: 'empty-text', field: 'reason' }],
  ];
  for (const [what, command, expected] of refusals) {
    it(`is refused with ${what}`, () => assert.deepEqual(change(draft, command), expected));
  }

  it('keeps offices’ numbers and the days of laws: instructions are made of them', () => {
    const text = 'Puh. 017 123 4567, toimisto@example.fi. Laki annettu 17.9.1982.';
    assert.equal(whole(change(draft, write(1, page('Yhteystiedot', text)))).newest.wordings.fi?.text, text);
  });

  it('publishes no half-written language and nothing twice', () => {
    const half = whole(change(draft, write(1, { ...words, sv: { title: 'Måltid', text: '' } })));
    assert.deepEqual(change(half, publish(2)), { refused: 'empty-text', field: 'text', language: 'sv' });
    assert.deepEqual(change(published, publish(2, 'Toinen')), { refused: 'nothing-new' });
  });
});

describe('any commands by writers in any order', () => {
  const texts = fc.constantFrom('a', 'b', 'c');
  const step = fc.record({
    kind: fc.constantFrom('write', 'publish', 'restore', 'retire'),
    text: texts,
    lag: fc.nat(1),
  });

  it('number the versions one by one, lose no text, and publish only what was written', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let current = draft;
        const versions = [draft.newest];
        for (const { kind, text, lag } of steps) {
          const seen = current.newest.n - lag;
          const command: InstructionCommand =
            kind === 'write'
              ? write(seen, page(text))
              : kind === 'publish'
                ? publish(seen, text)
                : kind === 'restore'
                  ? { do: 'restore', seen, from: draft.newest }
                  : { do: 'retire', seen, reason: text };
          const next = change(current, command);
          if ('refused' in next) {
            if (next.refused === 'changed-since' && command.do === 'write')
              assert.deepEqual([next.theirs, next.yours], [current.newest, command.wordings]);
            continue;
          }
          if (next.newest !== current.newest) versions.push(next.newest);
          current = next;
        }
        assert.deepEqual(
          versions.map(({ n }) => n),
          versions.map((_, index) => index + 1),
        );
        if (current.published) assert.ok(versions.includes(current.published));
      }),
    );
  });
  const page = (text: string): Wordings => ({ fi: { title: 'T', text } });
});

describe('reading', () => {
  it('is in the reader’s language, or in one that there is', () => {
    const both = { ...draft.newest, wordings: { ...words, sv: { title: 'Måltidsservice', text: 'Två.' } } };
    const titles = (['fi', 'sv', 'en'] as const).map((language) => wordingFor(both, language).wording.title);
    assert.deepEqual(titles, ['Ateriapalvelu', 'Måltidsservice', 'Ateriapalvelu']);
    assert.equal(wordingFor(draft.newest, 'sv').language, 'fi');
    assert.deepEqual([missingLanguages(draft.newest), missingLanguages(both)], [['sv'], []]);
  });

  it('shows drafts to those who work on the line or keep the instructions, to nobody else', () => {
    const seen = [eve, ada, uma, nurse].map((actor) => versionFor(actor, draft)?.n);
    assert.deepEqual(seen, [1, 1, 1, undefined]);
  });

  const reader = (version?: number): Reader => ({
    ...personOf(ada),
    receipts: version === undefined ? {} : { meals: { version, at: noon } },
  });

  it('counts for the version that is published now', () => {
    assert.deepEqual(
      [1, 2, 3].map((version) => hasRead(reader(version), published)),
      [false, true, true],
    );
    assert.equal(hasRead(undefined, published), false);
  });

  it('is not undone by reading an older version again', () => {
    const now = withReceipt(reader(2), published.id, { version: 1, at: at('13:00') });
    assert.equal(now.receipts['meals']?.version, 2);
    assert.equal(
      withReceipt(reader(1), published.id, { version: 2, at: at('13:00') }).receipts['meals']?.version,
      2,
    );
  });

  it('tells who has read it, who a former version, and who none', () => {
    const others: Reader = { ...personOf(nurse), receipts: { meals: { version: 2, at: noon } } };
    assert.deepEqual(readershipOf(published, [ada, bo, eve], [reader(1), others]), {
      read: [personOf(nurse)],
      earlier: [personOf(ada)],
      notYet: [personOf(bo), personOf(eve)],
    });
  });

  it('tells how far somebody has come with the induction pages', () => {
    const induction = { ...published, subject: 'induction' as const };
    const unread = { ...induction, id: instructionId('other') };
    const pages = [induction, unread, published, { ...draft, subject: 'induction' as const }];
    assert.deepEqual(inductionOf(pages, reader(2)), { read: 1, of: 2 });
    assert.deepEqual(inductionOf(pages, undefined), { read: 0, of: 2 });
  });
});

describe('what is overdue', () => {
  it('are the pages in use whose review day has gone by', () => {
    const due = (id: string, reviewBy: string, more: object = {}): Instruction => ({
      ...published,
      id: instructionId(id),
      reviewBy: day(reviewBy),
      ...more,
    });
    const pages = [
      due('yesterday', '2026-11-22'),
      due('today', '2026-11-23'),
      due('long-ago', '2026-01-01'),
      due('retired', '2025-01-01', { retired: true }),
      published,
    ];
    assert.deepEqual(
      pages.filter((one) => isOverdue(one, monday)).map(({ id }) => id),
      ['yesterday', 'long-ago'],
    );
  });
});
