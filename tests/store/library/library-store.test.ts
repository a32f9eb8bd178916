/** What the store of the shared instructions promises: no word lost, each version for good, news told once at most. */
import assert from 'node:assert/strict';
import type { Nudge } from '../../../bot/desk/library/ports.ts';
import { changeInstruction } from '../../../bot/domain/instructions/changes.ts';
import {
  type Instruction,
  type Wordings,
  withReceipt,
} from '../../../bot/domain/instructions/instructions.ts';
import { instructionId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import { ada, at, eve, keskinen, monday, noon, nurse, personOf } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const uma: Actor = { ...nurse, id: 'uma' as Actor['id'], name: 'Uma Uusi', updater: true };
const wording = (text: string): Wordings => ({ fi: { title: 'Ateriapalvelu', text } });
const page = (id = 'meals'): Instruction => ({
  id: instructionId(id),
  subject: 'criteria',
  newest: { n: 1, at: noon, by: personOf(eve), did: 'write', wordings: wording('yksi') },
  owner: personOf(eve),
});
const { id } = page();

const writing =
  (text: string, seen = 1, actor: Actor = eve) =>
  (current: Instruction) =>
    changeInstruction(
      current,
      { do: 'write', seen, wordings: wording(text), subject: 'criteria', owner: eve },
      { actor, now: noon, today: monday },
    );
const publishing = (seen: number) => (current: Instruction) =>
  changeInstruction(current, { do: 'publish', seen, note: 'Uusi' }, { actor: eve, now: noon, today: monday });

const nudge: Nudge = {
  id: 'meals|2',
  instruction: id,
  version: 2,
  at: noon,
  to: [
    { to: 'channel', region: keskinen },
    { to: 'person', person: ada.id },
  ],
};

async function twoStores() {
  const tables = ownTables();
  const faults = createTableFaults();
  const { library: calm } = await emptyStore({ tables });
  const { library: shaky } = await emptyStore({ tables, faults });
  return { calm, shaky, faults, tables };
}

describeOnEach('the store of instructions', () => {
  it('gives back what was kept, every version, and nothing of what is not there', async () => {
    const { calm } = await twoStores();
    assert.deepEqual(await calm.begin(page()), { kept: page(), isNew: true });
    await calm.begin(page('other'));
    const written = await calm.change(id, writing('kaksi'));
    assert.deepEqual(await calm.find(id), written);
    assert.deepEqual(
      (await calm.all()).map((one) => one.id),
      ['meals', 'other'],
    );
    assert.deepEqual(
      (await calm.versions(id)).map(({ n, wordings }) => [n, wordings.fi?.text]),
      [
        [2, 'kaksi'],
        [1, 'yksi'],
      ],
    );
    assert.deepEqual(await calm.version(id, 1), page().newest);
    assert.equal(await calm.version(id, 3), undefined);
    assert.equal(await calm.find(instructionId('none')), undefined);
    assert.deepEqual(await calm.change(instructionId('none'), writing('x')), {
      refused: 'no-such-instruction',
    });
  });

  it('begins a page once: the second gets what the first kept', async () => {
    const { calm } = await twoStores();
    await calm.begin(page());
    const other = { ...page(), newest: { ...page().newest, wordings: wording('toinen') } };
    assert.deepEqual(await calm.begin(other), { kept: page(), isNew: false });
  });

  it('gives both texts to the slower of two writers, and loses no word of either', async () => {
    const { calm } = await twoStores();
    await calm.begin(page());
    const outcomes = await Promise.all([
      calm.change(id, writing('Even sanat', 1, eve)),
      calm.change(id, writing('Uman sanat', 1, uma)),
    ]);
    const [lost] = outcomes.filter((one) => 'refused' in one);
    assert.ok(lost && 'refused' in lost && lost.refused === 'changed-since');
    const both = [lost.theirs.wordings.fi?.text, lost.yours?.fi?.text].toSorted();
    assert.deepEqual(both, ['Even sanat', 'Uman sanat']);
    assert.equal((await calm.versions(id)).length, 2);
  });

  it('keeps texts as long as they may be, in both languages, published and in draft', async () => {
    const { calm } = await twoStores();
    const long = { title: 'Pitkä', text: 'ääkköset '.repeat(2200) };
    const wordings = { fi: long, sv: long };
    const newest = { ...page().newest, wordings };
    const whole: Instruction = { ...page(), newest, published: newest };
    await calm.begin(whole);
    assert.deepEqual(await calm.find(id), whole);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`makes one version when the write meets "${fault}"`, async () => {
      const { calm, shaky, faults } = await twoStores();
      await calm.begin(page());
      faults.strike(fault);
      const written = await shaky.change(id, writing('kaksi'));
      assert.ok(!('refused' in written));
      assert.equal((await calm.versions(id)).length, 2);
    });
  }

  it('does not tell a writer no for their own words, when somebody wrote on after a lost answer', async () => {
    const { calm, shaky, faults } = await twoStores();
    await calm.begin(page());
    faults.loseWhile(async () => {
      await calm.change(id, writing('kolme', 2, uma));
    });
    const outcome = await shaky.change(id, writing('kaksi'));
    assert.ok(!('refused' in outcome));
    assert.deepEqual(
      (await calm.versions(id)).map(({ wordings }) => wordings.fi?.text),
      ['kolme', 'kaksi', 'yksi'],
    );
  });

  it('names the row when it holds what it should not', async () => {
    const { calm, tables } = await twoStores();
    const row = { partitionKey: 'pages', rowKey: 'page|meals', long0: Buffer.from('{"id":"meals"}') };
    await (await tables.open()).library.create(row);
    await assert.rejects(calm.find(id), /pages\/page\|meals.*subject/);
  });
});

describeOnEach('who has read what', () => {
  it('is kept for each person, and every one of many racing receipts', async () => {
    const { calm } = await twoStores();
    assert.equal(await calm.reader(ada.id), undefined);
    const ids = ['a', 'b', 'c', 'd', 'e'].map(instructionId);
    await Promise.all(
      ids.map((one) =>
        calm.changeReader(personOf(ada), (reader) => withReceipt(reader, one, { version: 1, at: noon })),
      ),
    );
    const reader = await calm.reader(ada.id);
    assert.deepEqual(Object.keys(reader?.receipts ?? {}).toSorted(), ids);
    assert.deepEqual(await calm.readers(), [reader]);
  });
});

describeOnEach('the news of an instruction', () => {
  it('is recorded with the publishing, and told to each once', async () => {
    const { calm } = await twoStores();
    await calm.begin(page());
    await calm.change(id, publishing(1), () => nudge);
    assert.deepEqual(await calm.dueNudges(), [nudge]);
    assert.deepEqual(await calm.takeTarget(nudge), nudge.to[0]);
    assert.deepEqual(await calm.takeTarget(nudge), nudge.to[1]);
    assert.equal(await calm.takeTarget(nudge), undefined);
    assert.deepEqual(await calm.dueNudges(), []);
  });

  it('is told by one of many processes, no matter who is first', async () => {
    const { calm, shaky } = await twoStores();
    await calm.addNudge(nudge);
    const taken = await Promise.all([calm, shaky, calm, shaky].map((store) => store.takeTarget(nudge)));
    const told = taken.filter((target) => target !== undefined);
    assert.equal(told.length, 2);
    assert.equal(new Set(told.map((target) => JSON.stringify(target))).size, 2);
  });

  it('is recorded once, also when the answer is lost', async () => {
    const { calm, shaky, faults } = await twoStores();
    faults.strike('lose');
    assert.equal(await shaky.addNudge(nudge), true);
    assert.equal(await calm.addNudge(nudge), false);
    assert.equal((await calm.dueNudges()).length, 1);
  });

  it('is not told again by a process that died after recording', async () => {
    const { calm, shaky, faults } = await twoStores();
    await calm.addNudge(nudge);
    faults.strike('killAfter');
    await assert.rejects(shaky.takeTarget(nudge));
    assert.deepEqual(await calm.takeTarget(nudge), nudge.to[1]);
  });

  it('is forgotten when it is old', async () => {
    const { calm } = await twoStores();
    await calm.addNudge(nudge);
    assert.equal(await calm.forgetNudges(noon), 0);
    assert.equal(await calm.forgetNudges(at('12:01')), 1);
    assert.equal(await calm.addNudge(nudge), true);
  });
});

describeOnEach('what is done once', () => {
  it('is not done again, but again when it was not finished', async () => {
    const { calm } = await twoStores();
    let times = 0;
    const plant = async () => {
      times += 1;
      if (times === 1) throw new Error('stopped half-way');
    };
    await assert.rejects(calm.once('starter', plant));
    await calm.once('starter', plant);
    await calm.once('starter', plant);
    assert.equal(times, 2);
  });
});
