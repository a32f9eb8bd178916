/** What each person may know of the line through the tab. */
import assert from 'node:assert/strict';
import { createSupervision } from '../../../bot/desk/supervision/supervision.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { caseId, type Moment, month, type RegionId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import { type Contact, contactOf } from '../../../bot/domain/tally/tally.ts';
import {
  ada,
  answer,
  askBack,
  at,
  bo,
  claim,
  county,
  eve,
  keskinen,
  koillinen,
  lead,
  noon,
  nurse,
  personOf,
  pohjoinen,
  waitingCase,
} from '../../support/cases.ts';

const secret = 'Kuka SALAISUUS on';
const asked = (id: string, region: RegionId, minutes: string) =>
  waitingCase({ id: caseId(id), region, waitingSince: at(minutes), question: secret });

const waiting = asked('AAAAAAA', keskinen, '09:30');
const older = asked('BBBBBBB', keskinen, '09:10');
const held = lead(asked('CCCCCCC', keskinen, '09:00'), claim);
const askedBack = lead(asked('DDDDDDD', keskinen, '08:00'), claim, askBack);
const answered = lead(asked('EEEEEEE', keskinen, '08:00'), claim, answer);
const elsewhere = asked('FFFFFFF', pohjoinen, '09:00');
const open: readonly Case[] = [answered, askedBack, held, waiting, older, elsewhere];

/** A supervision over these cases; `reads` tells which months were read. */
function supervising(
  options: {
    readonly actors?: readonly Actor[];
    readonly cases?: readonly Case[];
    readonly now?: () => Moment;
  } = {},
) {
  const { actors = [ada, bo, eve, nurse], cases = open, now = () => noon } = options;
  const reads: string[] = [];
  let fails = 0;
  const supervision = createSupervision({
    county,
    clock: { now },
    cases: {
      contacts: async (of): Promise<readonly Contact[]> => {
        reads.push(of);
        fails -= 1;
        if (fails >= 0) throw new Error('storage is out');
        return cases.map((one) => contactOf(county, one));
      },
    },
    staff: {
      actor: async (person) =>
        actors.find(({ id }) => id === person.id) ?? { ...person, advisorIn: [], supervisor: false },
    },
  });
  const failNext = () => {
    fails = 1;
  };
  return { ...supervision, reads, failNext };
}

describe('who one is to the line', () => {
  it('comes from the stored roles, with the regions named', async () => {
    const { me } = supervising();
    const { advisorIn, supervisor, name } = await me(personOf(ada));
    assert.deepEqual(
      advisorIn.map(({ id, name }) => [id, name.sv]),
      [['keskinen', 'Mellersta området']],
    );
    assert.deepEqual([name, supervisor], ['Ada Aalto', false]);
    assert.equal((await me(personOf(eve))).supervisor, true);
  });

  it('is an employee like others, for those of whom nothing is stored', async () => {
    const told = await supervising({ actors: [] }).me(personOf(nurse));
    assert.deepEqual([told.name, told.advisorIn, told.supervisor], ['Niina Nurmi', [], false]);
    assert.deepEqual(told.line, county.lineName);
  });

  it('leaves out a region that the county no longer has', async () => {
    const former: Actor = { ...ada, advisorIn: [keskinen, 'gone' as RegionId] };
    const { advisorIn } = await supervising({ actors: [former] }).me(personOf(ada));
    assert.deepEqual(
      advisorIn.map(({ id }) => id),
      [keskinen],
    );
  });
});

describe('the summary', () => {
  const total = async (actor: Actor, cases?: readonly Case[]) =>
    (await supervising({ actors: [actor], ...(cases && { cases }) }).summary(personOf(actor))).contacts;
  const many = (n: number, region: RegionId) =>
    Array.from({ length: n }, () => asked('AAAAAAA', region, '09:00'));

  it('tells everybody how much the whole county has asked this month, once that is enough to hide anybody among', async () => {
    const enough = [...many(20, keskinen), ...many(20, pohjoinen)];
    const told = await supervising({ cases: enough }).summary(personOf(nurse));
    assert.deepEqual(told, { at: noon, month: month('2026-11'), contacts: 40 });
    assert.equal(await total(nurse, []), 0);
    assert.equal(await total(nurse), 'hidden');
    assert.equal(await total(eve), 6, 'supervisors see all of it');
  });

  it('tells nobody a total from which they could take away what they know', async () => {
    const few = [...many(40, keskinen), ...many(3, pohjoinen)];
    for (const actor of [nurse, ada, bo]) assert.equal(await total(actor, few), 'hidden', actor.name);
    assert.equal(
      await total({ ...ada, advisorIn: county.regions.map(({ id }) => id) }, many(40, keskinen)),
      40,
    );
  });

  const regionsSeen: readonly (readonly [string, Actor, readonly RegionId[]])[] = [
    ['an advisor their own region', ada, [keskinen]],
    ['another advisor theirs', bo, [pohjoinen]],
    [
      'an advisor of two both, in the county’s order',
      { ...ada, advisorIn: [pohjoinen, koillinen] },
      [koillinen, pohjoinen],
    ],
    ['a supervisor every region', eve, county.regions.map(({ id }) => id)],
  ];
  for (const [what, actor, expected] of regionsSeen) {
    it(`tells ${what}`, async () => {
      const { regions = [] } = await supervising({ actors: [actor] }).summary(personOf(actor));
      assert.deepEqual(
        regions.map(({ region }) => region.id),
        expected,
      );
    });
  }

  it('counts each region’s contacts, and none as none', async () => {
    const { regions = [] } = await supervising().summary(personOf(eve));
    const counts = Object.fromEntries(regions.map(({ region, contacts }) => [region.id, contacts]));
    assert.deepEqual(counts, { etelainen: 0, keskinen: 5, koillinen: 0, lantinen: 0, pohjoinen: 1 });
  });

  it('holds no word of what was said, and no asker', async () => {
    const told = JSON.stringify(await supervising().summary(personOf(eve)));
    assert.ok(!told.includes('SALAISUUS') && !told.includes(nurse.name));
  });

  it('reads the month once for all who look within half a minute', async () => {
    let now = at('12:00');
    const { summary, reads } = supervising({ now: () => now });
    await Promise.all([summary(personOf(ada)), summary(personOf(eve)), summary(personOf(nurse))]);
    assert.deepEqual(reads, ['2026-11']);
    now = at('12:01');
    await summary(personOf(ada));
    assert.deepEqual(reads, ['2026-11', '2026-11']);
  });

  it('reads the new month at its turn, at once', async () => {
    let now = at('23:59', 7);
    const { summary, reads } = supervising({ now: () => now });
    await summary(personOf(eve));
    now = at('00:00', 8);
    assert.equal((await summary(personOf(eve))).month, '2026-12');
    assert.deepEqual(reads, ['2026-11', '2026-12']);
  });

  it('does not remember a reading that failed', async () => {
    const { summary, failNext } = supervising();
    failNext();
    await assert.rejects(summary(personOf(eve)), /storage is out/);
    assert.equal((await summary(personOf(eve))).contacts, 6);
  });
});
