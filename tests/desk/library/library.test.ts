/** The shared instructions at the desk: who gets to read, write, approve and confirm what; news told once. */
import assert from 'node:assert/strict';
import { createLibrary } from '../../../bot/desk/library/library.ts';
import type { LibraryStore, NudgeTarget } from '../../../bot/desk/library/ports.ts';
import type { PersonRecord } from '../../../bot/desk/staff/ports.ts';
import { createStaff } from '../../../bot/desk/staff/staff.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import type { Instruction } from '../../../bot/domain/instructions/instructions.ts';
import { findersId } from '../../../bot/domain/instructions/service-finders.ts';
import { day, type InstructionId, instructionId, regionId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import {
  ada,
  at,
  bo,
  caseAfter,
  claim,
  county,
  eve,
  keskinen,
  monday,
  noon,
  nurse,
  personOf,
  pohjoinen,
} from '../../support/cases.ts';
import { citedAnswer } from '../../support/citations.ts';
import { silent } from '../../support/silent.ts';
import { emptyStore, ownTables } from '../../support/stores.ts';

const uma: Actor = { ...nurse, id: 'uma' as Actor['id'], name: 'Uma Uusi', updater: true };
const known: readonly Actor[] = [ada, bo, eve, uma, nurse];
const meals = instructionId('meals');
const words = (text: string, title = 'Ateriapalvelu') => ({ fi: { title, text } });
const wish = { subject: 'criteria', wordings: words('Kaksi viikkoa.') } as const;

type Bound = { readonly for: typeof keskinen; readonly channelId: string; readonly broken?: 'archived' };

/** The desk's library over tables of its own; `told` are those whom news reached. */
async function opened(
  options: { readonly store?: LibraryStore; readonly bound?: readonly Bound[]; readonly found?: Case } = {},
) {
  const { bound = [], found } = options;
  const store = options.store ?? (await emptyStore()).library;
  const told: (NudgeTarget & { readonly title: string | undefined; readonly note: string | undefined })[] =
    [];
  let now = noon;
  const library = createLibrary({
    county,
    library: store,
    cases: { find: async () => found, said: async () => found?.said ?? [] },
    bindings: { all: async () => bound as never },
    news: {
      async tell(target, { version }) {
        told.push({ ...target, title: version.wordings.fi?.title, note: version.note });
      },
    },
    clock: { now: () => now },
    log: () => undefined,
    staff: {
      actor: async (person) => known.find(({ id }) => id === person.id) ?? { ...nurse, ...person },
      find: async (id) => known.find((one) => one.id === id) as PersonRecord | undefined,
      onTheLine: async () => [ada, bo, eve],
    },
  });
  const setClock = (next: typeof noon) => {
    now = next;
  };
  return { ...library, told, setClock };
}
type Opened = Awaited<ReturnType<typeof opened>>;

function whole<Value extends object>(outcome: Value): Exclude<Value, { refused: string }> {
  assert.ok(!('refused' in outcome), JSON.stringify(outcome));
  return outcome as Exclude<Value, { refused: string }>;
}

const publish = (
  library: Opened,
  seen: number,
  tell: 'nobody' | 'channels' | 'everyone' = 'nobody',
  id: InstructionId = meals,
) => library.change(eve, id, { do: 'publish', seen, note: 'Uusi raja', tell });

async function published(
  options: Parameters<typeof opened>[0] = {},
  tell: 'nobody' | 'channels' | 'everyone' = 'nobody',
) {
  const library = await opened(options);
  whole(await library.begin(eve, meals, wish));
  whole(await publish(library, 1, tell));
  return library;
}

const seenBy = async (library: Opened, actor: Actor) =>
  (await library.list(actor)).pages.map(({ id, state }) => `${id}: ${state}`);

describe('the library', () => {
  it('shows a draft to the line, and to everybody once it is published', async () => {
    const library = await opened();
    whole(await library.begin(uma, meals, wish));
    const finders = `${findersId}: generated`;
    assert.deepEqual(await seenBy(library, ada), ['meals: draft', finders]);
    assert.deepEqual(await seenBy(library, nurse), [finders]);
    assert.deepEqual(await library.page(nurse, meals), { refused: 'no-such-instruction' });
    assert.deepEqual(
      (await library.texts(nurse)).pages.map(({ id }) => id),
      [findersId, findersId],
    );
    whole(await publish(library, 1));
    assert.deepEqual(await seenBy(library, nurse), ['meals: published', finders]);
    assert.equal(whole(await library.page(nurse, meals)).wordings.fi?.text, 'Kaksi viikkoa.');
    assert.ok((await library.texts(nurse)).pages.some(({ text }) => text === 'Kaksi viikkoa.'));
  });

  it('never shows a reader the newer draft of what they read', async () => {
    const library = await published();
    whole(await library.change(uma, meals, { do: 'write', seen: 2, ...wish, wordings: words('SALAINEN') }));
    const views = await Promise.all([library.list(nurse), library.page(nurse, meals), library.texts(nurse)]);
    assert.ok(!JSON.stringify(views).includes('SALAINEN'));
    assert.deepEqual(await library.page(nurse, meals, 3), { refused: 'no-such-version' });
    const writers = whole(await library.page(uma, meals));
    assert.deepEqual(
      [writers.state, writers.wordings.fi?.text, writers.writing?.newest.wordings.fi?.text],
      ['changed', 'Kaksi viikkoa.', 'SALAINEN'],
    );
    assert.equal(whole(await library.page(ada, meals)).writing, undefined);
  });

  it('opens a cited version to everybody, and says that there is a newer one', async () => {
    const library = await published();
    whole(await library.change(uma, meals, { do: 'write', seen: 2, ...wish, wordings: words('Kolme.') }));
    whole(await publish(library, 3));
    const cited = whole(await library.page(nurse, meals, 2));
    assert.deepEqual([cited.version, cited.newer, cited.wordings.fi?.text], [2, 4, 'Kaksi viikkoa.']);
    assert.equal(whole(await library.page(nurse, meals)).newer, undefined);
    assert.deepEqual(await library.page(nurse, meals, 1), { refused: 'no-such-version' });
    assert.deepEqual(
      (await library.citable('fi')).map(({ id, version }) => [id, version]),
      [['meals', 4]],
    );
  });

  it('tells the service finders of the county file, in both languages', async () => {
    const library = await opened();
    const page = whole(await library.page(nurse, findersId));
    for (const { name, url, what } of county.finders)
      assert.ok(page.wordings.fi?.text.includes(`- [${name}](${url}): ${what.fi}`));
    assert.match(page.wordings.sv?.text ?? '', /privata serviceproducenter/);
  });

  it('tells versions and their differences to those who may see drafts', async () => {
    const library = await published();
    whole(
      await library.change(uma, meals, { do: 'write', seen: 2, ...wish, wordings: words('Kolme viikkoa.') }),
    );
    const { versions } = whole(await library.versions(ada, meals));
    assert.deepEqual(
      versions.map(({ n, did, by, published: is }) => [n, did, by, is]),
      [
        [3, 'write', 'Uma Uusi', false],
        [2, 'publish', 'Eve Eklund', true],
        [1, 'write', 'Eve Eklund', false],
      ],
    );
    const between = { from: 2, to: 3, language: 'fi' } as const;
    const { before, after } = whole(await library.difference(ada, meals, between));
    assert.deepEqual([before.text, after.text], ['Kaksi viikkoa.', 'Kolme viikkoa.']);
    assert.deepEqual(await library.versions(nurse, meals), { refused: 'no-role', needs: 'updater' });
    assert.deepEqual(await library.difference(nurse, meals, between), {
      refused: 'no-role',
      needs: 'updater',
    });
    assert.deepEqual(await library.difference(ada, meals, { ...between, to: 9 }), {
      refused: 'no-such-version',
    });
  });
});

describe('writing in the library', () => {
  it('makes one page of a form sent twice', async () => {
    const library = await opened();
    const first = whole(await library.begin(eve, meals, wish));
    assert.deepEqual(await library.begin(eve, meals, { ...wish, wordings: words('toinen') }), first);
  });

  it('answers what was saved as its writer reads it', async () => {
    const library = await opened();
    const begun = whole(await library.begin(eve, meals, wish));
    assert.deepEqual(begun.page, whole(await library.page(eve, meals)));
    const changed = whole(await publish(library, 1));
    assert.deepEqual(changed.page, whole(await library.page(eve, meals)));
    assert.equal(changed.page?.state, 'published');
  });

  it('answers nothing of a draft to the owner who gave it away and may read it no more', async () => {
    const library = await opened();
    whole(await library.begin(eve, meals, wish));
    const handOver = { do: 'write', ...wish, wordings: words('SALAINEN') } as const;
    whole(await library.change(eve, meals, { ...handOver, seen: 1, owner: nurse.id }));
    assert.deepEqual(await library.change(nurse, meals, { ...handOver, seen: 2, owner: eve.id }), {});
    assert.deepEqual(await library.page(nurse, meals), { refused: 'no-such-instruction' });
  });

  it('keeps the owner unless told, and takes only somebody who is known', async () => {
    const library = await published();
    const rewrite = { do: 'write', seen: 2, ...wish } as const;
    const written = whole(await library.change(uma, meals, { ...rewrite, wordings: words('x') }));
    assert.deepEqual(written.page?.writing?.owner, personOf(eve));
    const given = whole(await library.change(eve, meals, { ...rewrite, seen: 3, owner: ada.id }));
    assert.deepEqual(given.page?.writing?.owner, personOf(ada));
    const nobody = { ...rewrite, seen: 3, owner: 'nobody' as Actor['id'] };
    assert.deepEqual(await library.change(uma, meals, nobody), { refused: 'unknown-person' });
  });

  it('lets an owner hand the page over, and find to whom; an updater neither takes it nor gives it', async () => {
    const library = await published();
    const handOver = { do: 'write', seen: 2, ...wish } as const;
    assert.deepEqual(await library.change(uma, meals, { ...handOver, owner: uma.id }), {
      refused: 'not-yours',
    });
    whole(await library.change(eve, meals, { ...handOver, owner: ada.id }));
    const page = whole(await library.page(ada, meals));
    assert.equal(page.writing?.mayHandOver, true);
    const found = whole(await library.keepers(ada, 'björ'));
    assert.deepEqual(found, { people: [personOf(bo)], more: false });
    const given = whole(await library.change(ada, meals, { ...handOver, owner: bo.id }));
    assert.deepEqual([given.page?.owner, given.page?.writing], [bo.name, undefined]);
    assert.deepEqual(await library.change(ada, meals, handOver), { refused: 'no-role', needs: 'updater' });
    assert.deepEqual(await library.keepers(nurse, 'a'), { refused: 'no-role', needs: 'updater' });
  });

  it('restores a former version, and only one that there is', async () => {
    const library = await published();
    whole(await library.change(uma, meals, { do: 'write', seen: 2, ...wish, wordings: words('huono') }));
    const restored = whole(await library.change(eve, meals, { do: 'restore', seen: 3, version: 2 }));
    assert.equal(restored.page?.writing?.newest.wordings.fi?.text, 'Kaksi viikkoa.');
    assert.deepEqual(await library.change(eve, meals, { do: 'restore', seen: 4, version: 9 }), {
      refused: 'no-such-version',
    });
  });

  it('is overdue only to those who can mend it', async () => {
    const library = await opened();
    whole(await library.begin(eve, meals, { ...wish, reviewBy: monday }));
    library.setClock(at('08:00', 1));
    const toMend = async (who: Actor) =>
      (await library.list(who)).pages.filter(({ overdue, mayWrite }) => overdue && mayWrite);
    assert.deepEqual(
      (await toMend(uma)).map(({ id }) => id),
      ['meals'],
    );
    assert.deepEqual(await toMend(ada), []);
    const past = { ...wish, reviewBy: day('2020-01-01') };
    assert.deepEqual(await library.begin(eve, instructionId('past'), past), { refused: 'review-past' });
  });

  it('makes a draft of an answer for the region’s advisors, without names', async () => {
    const found = caseAfter(claim, { do: 'answer', text: 'Niina, soita 040 123 4567.' });
    const library = await opened({ found });
    const from = { caseId: found.id, subject: 'criteria' } as const;
    const draft = whole(await library.fromAnswer(ada, meals, from)) as Instruction;
    assert.equal(draft.newest.wordings.fi?.text, '[•••], soita [•••].');
    assert.ok(!JSON.stringify(draft).includes(found.id));
    assert.deepEqual(await library.fromAnswer(bo, instructionId('other'), from), { refused: 'no-answer' });
    assert.deepEqual(
      await library.change(ada, meals, { do: 'publish', seen: 1, note: 'x', tell: 'nobody' }),
      {
        refused: 'approve-another',
        author: personOf(ada),
      },
    );
    whole(await publish(library, 1));
    const none = await opened({ found: caseAfter(claim) });
    assert.deepEqual(await none.fromAnswer(ada, meals, from), { refused: 'no-answer' });
  });

  it('makes a draft of an answer as its writer mended it, for those who keep the instructions too', async () => {
    const found = caseAfter(claim, { do: 'answer', text: citedAnswer });
    const library = await opened({ found });
    const offered = await library.answerOf(uma, found.id);
    assert.ok(!('refused' in offered));
    assert.equal(offered.wording.text, citedAnswer, 'links are left whole');
    const wording = { title: 'Raja', text: 'Enintään 14 vrk.' };
    const from = { caseId: found.id, subject: 'criteria', wording } as const;
    const draft = whole(await library.fromAnswer(uma, meals, from)) as Instruction;
    assert.deepEqual(draft.newest.wordings, { fi: wording });
    assert.deepEqual(await library.answerOf(nurse, found.id), { refused: 'no-answer' });
  });

  it('tells readers for as long as the words call themselves a draft, whatever was published', async () => {
    const library = await opened();
    const worded = (text: string) => ({ fi: { title: 'Ateriat', text } });
    const draft = '> Luonnos hyvinvointialueen hyväksyttäväksi.\n\nKaksi viikkoa.';
    await library.plant([{ id: meals, subject: 'criteria', wordings: worded(draft) }]);
    const told = async () => {
      const read = await library.page(nurse, meals);
      return 'refused' in read ? read.refused : [read.state, read.unapproved];
    };
    const publish = (seen: number) =>
      library.change(eve, meals, { do: 'publish', seen, note: 'Kokeiluun', tell: 'nobody' });
    whole(await publish(1));
    assert.deepEqual(await told(), ['published', true]);
    const wordings = worded('Kaksi viikkoa. Luonnos on hyväksytty.');
    whole(await library.change(eve, meals, { do: 'write', seen: 2, subject: 'criteria', wordings }));
    assert.deepEqual(await told(), ['published', true]);
    whole(await publish(3));
    assert.deepEqual(await told(), ['published', false]);
    const former = await library.page(nurse, meals, 2);
    assert.equal('unapproved' in former && former.unapproved, true);
  });

  it('plants the starter pages once, whatever became of them since', async () => {
    const { library: store } = await emptyStore({ tables: ownTables() });
    const library = await opened({ store });
    const pages = [{ id: meals, ...wish }];
    await library.plant(pages);
    const [starter] = (await library.list(ada)).pages;
    assert.deepEqual([starter?.state, starter?.unapproved, starter?.owner], ['draft', true, undefined]);
    whole(await library.change(eve, meals, { do: 'retire', seen: 1, reason: 'Ei meillä' }));
    await library.plant([...pages, { ...pages[0], id: instructionId('late') } as (typeof pages)[number]]);
    assert.deepEqual(
      (await store.all()).map(({ id, retired }) => [id, retired]),
      [['meals', true]],
    );
  });
});

describe('a named updater', () => {
  it('writes by the role that is stored, and by nothing else', async () => {
    const store = await emptyStore();
    const { id, name } = uma;
    await store.people.change(id, () => ({
      ...personOf(uma),
      advisorIn: [],
      supervisor: false,
      updater: true,
    }));
    const staff = createStaff({
      county,
      ...store,
      notices: silent,
      clock: { now: () => noon },
      firstSupervisor: eve.id,
    });
    assert.deepEqual(await staff.actor({ id, name }), {
      id,
      name,
      advisorIn: [],
      supervisor: false,
      updater: true,
    });
    const { updater } = await staff.actor(nurse);
    assert.equal(updater, undefined);
  });
});

describe('receipts', () => {
  it('are given for what was published, and told to those who keep the page', async () => {
    const library = await published();
    assert.deepEqual(await library.markRead(nurse, meals, 2), { version: 2 });
    assert.deepEqual(await library.markRead(nurse, meals, 1), { refused: 'no-such-version' });
    assert.equal((await library.list(nurse)).pages[0]?.read, true);
    assert.equal((await library.list(ada)).pages[0]?.read, false);
    assert.deepEqual(await library.readership(eve, meals), {
      version: 2,
      read: [personOf(nurse)],
      earlier: [],
      notYet: [ada, bo, eve].map(personOf),
    });
    assert.deepEqual(await library.readership(ada, meals), { refused: 'no-role', needs: 'updater' });
  });

  it('tell how far somebody is with their induction', async () => {
    const library = await opened();
    for (const id of ['one', 'two'].map(instructionId)) {
      whole(await library.begin(eve, id, { ...wish, subject: 'induction' }));
      whole(await publish(library, 1, 'nobody', id));
    }
    await library.markRead(ada, instructionId('one'), 2);
    assert.deepEqual((await library.list(ada)).induction, { read: 1, of: 2 });
  });

  it('are asked of those on the line who have not read, once a day', async () => {
    const library = await published();
    await library.markRead(ada, meals, 2);
    assert.deepEqual(await library.remindUnread(eve, meals), { people: 2 });
    assert.deepEqual(await library.remindUnread(eve, meals), { refused: 'nudged-today' });
    await library.markRead(bo, meals, 2);
    await library.tellNews();
    assert.deepEqual(
      library.told.map((one) => 'person' in one && one.person),
      [eve.id],
    );
    library.setClock(at('12:00', 1));
    assert.deepEqual(await library.remindUnread(eve, meals), { people: 1 });
    assert.deepEqual(await library.remindUnread(ada, meals), { refused: 'no-role', needs: 'updater' });
  });
});

describe('news of what was published', () => {
  const bound: readonly Bound[] = [
    { for: keskinen, channelId: 'one' },
    { for: pohjoinen, channelId: 'two' },
    { for: regionId('lantinen'), channelId: 'two' },
    { for: regionId('etelainen'), channelId: 'three', broken: 'archived' },
  ];

  it('goes to every channel once, and to each on the line but the publisher', async () => {
    const library = await published({ bound }, 'everyone');
    await library.tellNews();
    await library.tellNews();
    const targets = library.told.map((one) => ('region' in one ? one.region : one.person));
    assert.equal(targets.length, 4);
    assert.deepEqual(targets.slice(2), [ada.id, bo.id]);
    assert.ok(targets.includes(keskinen));
    assert.deepEqual([library.told[0]?.title, library.told[0]?.note], ['Ateriapalvelu', 'Uusi raja']);
  });

  const telling: readonly (readonly ['nobody' | 'channels', number])[] = [
    ['nobody', 0],
    ['channels', 2],
  ];
  for (const [tell, count] of telling) {
    it(`goes to ${tell} when the publisher says so`, async () => {
      const library = await published({ bound }, tell);
      await library.tellNews();
      assert.equal(library.told.length, count);
    });
  }

  it('is not told of a page that was retired meanwhile', async () => {
    const library = await published({ bound }, 'channels');
    whole(await library.change(eve, meals, { do: 'retire', seen: 2, reason: 'Virhe' }));
    await library.tellNews();
    assert.deepEqual(library.told, []);
  });

  it('is told once although publishing was sent twice', async () => {
    const library = await published({ bound }, 'channels');
    whole(await publish(library, 1, 'channels'));
    await library.tellNews();
    assert.equal(library.told.length, 2);
  });

  it('is forgotten after a week', async () => {
    const library = await published({ bound }, 'channels');
    assert.equal(await library.forgetNews(), 0);
    library.setClock(at('12:00', 9));
    assert.equal(await library.forgetNews(), 1);
  });
});
