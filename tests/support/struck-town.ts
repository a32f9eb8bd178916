/** A town whose line is struck at each of its calls in turn: people press until they are answered, and time passes. */
import assert from 'node:assert/strict';
import { after, it } from 'mocha';
import type { CaseId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import type { TeamsDialog } from '../../bot/local/service/stage.ts';
import { inMinutes, openTestLine, type TestLine } from './line.ts';
import { type Fate, type Made, type Misfortune, type Mortals, mortalsOf } from './mortal.ts';
import { inMemory, type KeptRow, type OwnTables, type Storage } from './stores.ts';
import { wordsIn } from './words.ts';

export type StruckTown = {
  readonly town: TestLine;
  readonly mortals: Mortals;
  /** Repeats what got no answer; a process that died is started again first. */
  insist(deed: () => Promise<boolean>, what: string): Promise<void>;
  /** Fills in a person's dialog and sends it until it is answered. */
  send(who: PersonDriver, inputs: Inputs, what: string): Promise<void>;
  /** What is under way comes to its end; then time passes and upkeep runs, until the wish comes true. */
  wait<Wished>(wish: () => Wished | undefined | false, what: string): Promise<Wished>;
  /** Every row of the cases, once nothing of that one lags; from then on nothing is struck until the next story. */
  rowsAtRest(id: CaseId): Promise<readonly KeptRow[]>;
  end(): Promise<void>;
};

/** How often something may stand or ring: a doubled post, or one whose poster died before it could be kept. */
export type Most = { readonly cards: number; readonly rings: number };

type Outcome = Awaited<ReturnType<PersonDriver['press']>>;
export const answered = (outcome: Outcome) =>
  outcome.saw !== 'error' &&
  !(outcome.saw === 'text' && /jokin meni vikaan|En saanut varmistettua|varmist/.test(outcome.text));

/** Holds what was typed, and one press sends it again. */
const isApology = ({ card }: TeamsDialog) => /jokin meni vikaan/.test(wordsIn(card));

export const can = (message: SeenMessage, verb: string) =>
  JSON.stringify(message.card).includes(`"verb":"${verb}"`);

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function openStruckTown(tables: OwnTables): Promise<StruckTown> {
  const town = await openTestLine({ tables });
  const mortals = await mortalsOf(town);
  /** Whether a call of this process is on its way; all else that it does is done between two naps. */
  const isBusy = () =>
    mortals.isWaiting ||
    town.teams.calls.slice(-50).some(({ status, fault }) => status === undefined && fault !== 'hang');
  /** The first at once, the others minutes apart: a dead process holds its lease for a while. */
  async function round(nth: number): Promise<void> {
    if (mortals.isDead) await mortals.revive();
    if (nth > 0) town.clock.set(inMinutes(town.clock.now(), 3));
    await Promise.race([mortals.service.desk.upkeep.repairCards(), mortals.death]);
  }
  /** From here on the test asks by itself: of a process that lives, and of which no call is struck any more. */
  async function inPeace(rows: readonly KeptRow[]): Promise<readonly KeptRow[]> {
    mortals.calm();
    if (mortals.isDead) await mortals.revive();
    return rows;
  }
  async function insist(deed: () => Promise<boolean>, what: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      if (mortals.isDead) await mortals.revive();
      if (await deed()) return;
    }
    throw new Error(`Nobody answers: ${what}`);
  }
  return {
    town,
    mortals,
    insist,
    send: (who, inputs, what) =>
      insist(async () => {
        if (!who.dialog) return true;
        const outcome = await who.submitDialog(isApology(who.dialog) ? {} : inputs);
        return answered(outcome) && !(outcome.saw === 'dialog' && isApology(outcome.dialog));
      }, what),
    async wait(wish, what) {
      // all that can be wished for shows in Teams
      let hasChanged = true;
      const stop = town.teams.onChange(() => {
        hasChanged = true;
      });
      const look = () => {
        if (!hasChanged) return undefined;
        hasChanged = false;
        return wish();
      };
      try {
        for (let rounds = 0; rounds < 12; rounds += 1) {
          for (let idle = 0; idle < 12 && !mortals.isDead; idle = isBusy() ? 0 : idle + 1) {
            const come = look();
            if (come) return come;
            await nap(10);
          }
          await round(rounds);
        }
        throw new Error(`It never came: ${what}`);
      } finally {
        stop();
      }
    },
    async rowsAtRest(id) {
      for (let rounds = 0; rounds < 12; rounds += 1) {
        for (let idle = 0; idle < 6 && !mortals.isDead; idle = isBusy() ? 0 : idle + 1) {
          const rows = await town.tables.rowsOf('cases');
          if (!rows.some(({ rowKey }) => rowKey === `show|${id}`)) return inPeace(rows);
          await nap(20);
        }
        await round(rounds);
      }
      throw new Error('The case lags for ever');
    },
    async end() {
      await mortals.end();
      await town.stop();
    },
  };
}

/** A story that people tell by pressing, and what must be true at its end whatever befell it. */
export type Story<Told extends { readonly id: CaseId }> = {
  /** Where it is told from now on. */
  readonly moveTo: (town: StruckTown) => void;
  tell(): Promise<Told>;
  endsRight(told: Told, most?: Most): Promise<void>;
  /** In memory unless told. */
  readonly storage?: Storage;
};

const storiesInTown = 15;

/** A call of storage that may have changed something. */
export const isWrite = ({ name }: Made) => !name.startsWith('GET');

/** Promises that count a story's calls, and that each ends right although one of them is struck. */
export function strikesOf<Told extends { readonly id: CaseId }>(story: Story<Told>) {
  let clean: Promise<readonly Made[]> | undefined;
  let struckTown: StruckTown | undefined;

  after(async () => {
    await struckTown?.end();
  });

  /** A new town, since what is looked through grows with each story; its first story finds what is made once. */
  async function move(): Promise<StruckTown> {
    await struckTown?.end();
    struckTown = await openStruckTown((story.storage ?? inMemory).ownTables());
    story.moveTo(struckTown);
    await story.endsRight(await story.tell());
    return struckTown;
  }

  /** The calls of a story without misfortune. */
  const calls = () => (clean ??= tellInPeace());

  /** Told twice: the first time finds what is made once, the second is counted. */
  async function tellInPeace(): Promise<readonly Made[]> {
    const { mortals, rowsAtRest } = await move();
    mortals.begin();
    const told = await story.tell();
    await rowsAtRest(told.id);
    // what the test itself asks of the process afterwards is no part of the story
    const made = [...mortals.made];
    await story.endsRight(told);
    return made;
  }

  async function struckBy({ mortals }: StruckTown, misfortune: Misfortune): Promise<boolean> {
    mortals.begin(misfortune);
    const { what, nth, fate } = misfortune;
    const isKept = what === 'storage' && fate === 'lost';
    const most = { cards: isKept ? 1 : 2, rings: fate === 'double' ? 2 : 1 };
    try {
      await story.endsRight(await story.tell(), most);
      return mortals.struck;
    } catch (error) {
      throw new Error(`${fate} at call ${nth} of ${what}: ${(error as Error).message}`, { cause: error });
    }
  }

  return {
    calls,

    counts(least: { readonly storage: number; readonly teams: number }) {
      it('is told once without misfortune, and its calls counted', async function () {
        const made = await calls();
        const countOf = (what: Made['what']) => made.filter((one) => one.what === what).length;
        assert.ok(countOf('storage') >= least.storage, `${countOf('storage')} calls of storage`);
        assert.ok(countOf('teams') >= least.teams, `${countOf('teams')} calls of Teams`);
        if (this.test)
          this.test.title += ` (${countOf('storage')} calls of storage, ${countOf('teams')} of Teams)`;
      });
    },

    /** `least`: how many points must really have been struck. `each` chooses among the calls; all of them otherwise. */
    covers(what: Made['what'], fate: Fate, least: number, each: (one: Made) => boolean = () => true) {
      it(`ends right after ${fate} of a call of ${what}`, async function () {
        const points = (await calls()).filter((one) => one.what === what && each(one));
        let struck = 0;
        let town: StruckTown | undefined;
        for (const [index, { nth }] of points.entries()) {
          if (!town || index % storiesInTown === 0) town = await move();
          if (await struckBy(town, { what, nth, fate })) struck += 1;
        }
        if (this.test) this.test.title += ` (${struck} of ${points.length} points struck)`;
        assert.ok(struck >= least, `only ${struck} points were struck`);
      });
    },
  };
}
