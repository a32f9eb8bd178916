/** What upkeep promises while one case of many can't be read: the others have their due, and it is named. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CaseCards } from '../../../bot/desk/casework/ports.ts';
import type { Notices } from '../../../bot/desk/staff/ports.ts';
import { createUpkeep } from '../../../bot/desk/upkeep/upkeep.ts';
import { isRefusal } from '../../../bot/domain/case/command.ts';
import { tick } from '../../../bot/domain/case/deadlines.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import type { Details } from '../../../bot/domain/case/details.ts';
import type { Draft } from '../../../bot/domain/case/draft.ts';
import { type CaseId, moment } from '../../../bot/domain/names.ts';
import { createLog } from '../../../bot/log.ts';
import type { Store } from '../../../bot/store/store.ts';
import type { DataKeys } from '../../../bot/store/tables/seal.ts';
import {
  answer,
  asker,
  at,
  claim,
  close,
  county,
  lead,
  noon,
  nurse,
  waitingCase,
} from '../../support/cases.ts';
import { silent } from '../../support/silent.ts';
import { emptyStore, idOf, keysOf, ownTables, stillClock, testKeys } from '../../support/stores.ts';

const newKeys: DataKeys = [{ id: 'new', key: Buffer.alloc(32, 9) }];
const bothKeys: DataKeys = [...newKeys, ...testKeys];
const phone: Details = { kind: 'contact', phones: ['0401234567'], emails: [] };
const muchLater = moment('2027-06-01T09:00:00.000Z');
const [broken, sound] = [idOf(nurse.id, 1), idOf(nurse.id, 2)];

type Line = { readonly caseId?: string; readonly kind?: string; readonly error?: { readonly name: string } };

/** Upkeep over a store at a moment, and what its real log says. */
function upkeepOf(store: Store, now = noon, cards: Partial<CaseCards> = {}, notices: Partial<Notices> = {}) {
  const lines: Line[] = [];
  const log = createLog({ to: { write: (line: string) => void lines.push(JSON.parse(line)) } });
  const nothing = async () => undefined;
  const nowhere = { show: nothing, soon: () => undefined, giveBack: nothing, ...cards };
  const clock = stillClock(now);
  const upkeep = createUpkeep({
    ...store,
    county,
    cards: nowhere,
    notices: { ...silent, ...notices },
    clock,
    log,
  });
  const told = () => lines.map(({ caseId, kind, error }) => ({ caseId, kind, error: error?.name }));
  return { upkeep, told, clock };
}

const closed = (store: Store, id: CaseId) => store.cases.change(id, (one) => lead(one, claim, answer, close));

/** A case that was asked under a key that is gone by now, closed under the new one; and another that came later. */
async function keyTakenAway() {
  const tables = ownTables();
  const before = await emptyStore({ tables });
  await before.cases.open(waitingCase({}, { id: broken }));
  const between = await emptyStore({ tables, keys: bothKeys });
  await closed(between, broken);
  const after = await emptyStore({ tables, keys: newKeys });
  await after.cases.open(waitingCase({}, { id: sound }));
  await closed(after, sound);
  assert.equal((await after.cases.find(broken))?.status, 'closed', 'the case itself opens');
  await assert.rejects(after.cases.trail(broken), { name: 'UnknownKeyError' });
  return { tables, after };
}

describe('upkeep', () => {
  it('gives the others their due when one case can’t be read, and names that one', async () => {
    const { after } = await keyTakenAway();
    assert.equal((await after.cases.dueBy(muchLater, 1))[0]?.id, broken, 'it stands before the others');
    const { upkeep, told } = upkeepOf(after, muchLater);
    await upkeep.round();
    assert.equal((await after.cases.find(sound))?.purgedAt, muchLater);
    // who did what in it is not yet in the audit: it goes on falling due
    assert.deepEqual(
      (await after.cases.dueBy(muchLater, 9)).map((one) => one.id),
      [broken],
    );
    await assert.rejects(after.cases.trail(broken), { name: 'UnknownKeyError' });
    assert.deepEqual(told(), [{ caseId: broken, kind: 'doWhatIsDue', error: 'UnknownKeyError' }]);
  });

  it('purges that case to its end when its key is back, and the audit has all of it', async () => {
    const { tables, after } = await keyTakenAway();
    await upkeepOf(after, muchLater).upkeep.round();
    const back = await emptyStore({ tables, keys: bothKeys, clock: stillClock(muchLater) });
    const { upkeep, told } = upkeepOf(back, muchLater);
    await upkeep.round();
    assert.equal((await back.cases.find(broken))?.purgedAt, muchLater);
    assert.deepEqual(await back.cases.trail(broken), []);
    assert.deepEqual(await back.cases.dueBy(muchLater, 9), []);
    assert.deepEqual((await back.audit.of(broken)).map(({ did }) => did).toSorted(), [
      'answer',
      'ask',
      'claim',
      'close',
      'purge',
    ]);
    assert.deepEqual(told(), []);
  });

  it('shows the other cards when one can’t be shown, and names its case', async () => {
    const store = await emptyStore();
    for (const id of [broken, sound]) await store.cases.open(waitingCase({}, { id }));
    const [first, second] = await store.shows.lagging(noon, 9);
    const shown: CaseId[] = [];
    const show = async (id: CaseId) => {
      if (id === first) throw new TypeError('Anna Asukas');
      shown.push(id);
    };
    const { upkeep, told } = upkeepOf(store, noon, { show });
    await upkeep.repairCards();
    assert.deepEqual(shown, [second]);
    assert.deepEqual(told(), [{ caseId: first, kind: 'repairCards', error: 'TypeError' }]);
  });
});

/** A question card that was not sent. */
const unsent: Draft = {
  id: broken,
  asker,
  at: noon,
  answers: { question: 'Voiko asiakas saada aterioita?' },
  taken: { phones: [], emails: [] },
  masked: [],
  finding: { found: 'none' },
  reminded: false,
  dueAt: at('12:30'),
};

describe('what falls due while people go on', () => {
  it('a case that is being purged is reopened by nobody: its client’s details are gone with it', async () => {
    const tables = ownTables();
    const store = await emptyStore({ tables });
    await store.cases.open({ ...waitingCase({}, { id: sound }), hasDetails: true });
    await store.details.keep(sound, 'contact', phone, noon);
    await closed(store, sound);
    let asked: unknown;
    const details: Store['details'] = {
      ...store.details,
      async purge(id) {
        await store.details.purge(id);
        asked = await store.cases.change(id, (one) =>
          decide(one, { do: 'reopen' }, nurse, { now: muchLater, county }),
        );
      },
    };
    await upkeepOf({ ...store, details }, muchLater).upkeep.round();
    assert.deepEqual(asked, { refused: 'purged' });
    assert.deepEqual(await keysOf(tables, 'clients'), []);
  });

  const old: Draft = { ...unsent, reminded: true };
  /** A store in which somebody types into the card just when upkeep has read it. */
  const typedInto = (store: Store): Store => ({
    ...store,
    drafts: {
      ...store.drafts,
      async find(id) {
        const found = await store.drafts.find(id);
        await store.drafts.change(id, (current) => ({ ...current, answers: { question: 'Toinen asia?' } }));
        return found;
      },
    },
  });

  it('a forgotten question that is typed again just then is not thrown away', async () => {
    const store = await emptyStore();
    await store.drafts.keep(old, 'key');
    const told: string[] = [];
    const { upkeep } = upkeepOf(
      typedInto(store),
      muchLater,
      {},
      { draftForgotten: async () => void told.push('gone') },
    );
    await upkeep.round();
    assert.equal((await store.drafts.find(broken))?.answers.question, 'Toinen asia?');
    assert.equal(told.length, 0);
    await upkeepOf(
      store,
      muchLater,
      {},
      { draftForgotten: async () => void told.push('gone') },
    ).upkeep.round();
    assert.equal(await store.drafts.find(broken), undefined);
    assert.deepEqual(told, ['gone']);
  });

  it('a question that is not sent is reminded of once, though two processes look at it at once', async () => {
    const tables = ownTables();
    const [one, other] = [await emptyStore({ tables }), await emptyStore({ tables })];
    await one.drafts.keep(unsent, 'key');
    const told: string[] = [];
    const notices = { draftNotSent: async () => void told.push('reminded') };
    await Promise.all([one, other].map((store) => upkeepOf(store, at('12:31'), {}, notices).upkeep.round()));
    assert.deepEqual(told, ['reminded']);
  });
});

describe('the sweep of details', () => {
  /** Details that were typed in when the line's clock showed nine; the sweep comes two days later. */
  const late = at('12:00', 2);

  it('takes what was typed into an old card of a purged case', async () => {
    const tables = ownTables();
    const store = await emptyStore({ tables });
    await store.cases.open(waitingCase({}, { id: sound }));
    await closed(store, sound);
    assert.ok(!isRefusal(await store.cases.change(sound, (one) => tick(county, one, muchLater))));
    await store.details.keep(sound, 'taken', phone, at('09:00'));
    await upkeepOf(store, late).upkeep.sweepOrphans();
    assert.deepEqual(await keysOf(tables, 'clients'), []);
  });

  it('leaves what belongs to a case that stands, and to a question that is not sent', async () => {
    const store = await emptyStore();
    await store.cases.open(waitingCase({}, { id: sound }));
    await store.drafts.keep(unsent, 'key');
    for (const id of [sound, broken]) await store.details.keep(id, 'a', phone, at('09:00'));
    await upkeepOf(store, late).upkeep.sweepOrphans();
    for (const id of [sound, broken]) assert.equal((await store.details.of(id)).length, 1);
  });

  it('comes to the others when an owner can’t be read, and names that one', async () => {
    const tables = ownTables();
    const before = await emptyStore({ tables });
    await before.cases.open(waitingCase({}, { id: broken }));
    const after = await emptyStore({ tables, keys: newKeys });
    const orphan = idOf(nurse.id, 3);
    for (const id of [broken, orphan]) await after.details.keep(id, 'a', phone, at('09:00'));
    const { upkeep, told } = upkeepOf(after, late);
    await upkeep.sweepOrphans();
    assert.deepEqual(await after.details.of(orphan), []);
    assert.equal((await after.details.of(broken)).length, 1, 'what may be somebody’s stays');
    assert.deepEqual(told(), [{ caseId: broken, kind: 'sweepOrphans', error: 'UnknownKeyError' }]);
  });
});
