/** A town whose line is struck at each of its calls in turn: people press until they are answered, and time passes. */
import assert from 'node:assert/strict';
import { after, it } from 'mocha';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import type { Inputs } from '../../bot/local/people/pressing.ts';
import type { SeenMessage } from '../../bot/local/people/seeing.ts';
import type { DeliveryFault } from '../../bot/local/service/faults.ts';
import type { TeamsDialog } from '../../bot/local/service/stage.ts';
import { inMinutes, openTestLine, type TestLine } from './line.ts';
import { type Fate, type Made, type Mortals, mortalsOf } from './mortal.ts';
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
  /** Every row of the cases, once nothing lags; from then on nothing is struck until the next deed. */
  rowsAtRest(): Promise<readonly KeptRow[]>;
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
    async rowsAtRest() {
      for (let rounds = 0; rounds < 12; rounds += 1) {
        for (let idle = 0; idle < 6 && !mortals.isDead; idle = isBusy() ? 0 : idle + 1) {
          // what is on its way leaves a mark that lags: it need not be looked for
          const rows = isBusy() ? undefined : await town.tables.rowsOf('cases');
          if (rows?.every(({ rowKey }) => !rowKey.startsWith('show|'))) return inPeace(rows);
          await nap(10);
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

/**
 * One deed of a story: what people do until they are answered, and what of it stands in the rows of the cases at rest.
 * Asked at each deed, since a later one may hide what an earlier one lost.
 */
export type Deed = (
  what: string,
  act: () => Promise<void>,
  stands?: (rows: readonly KeptRow[]) => void,
) => Promise<void>;

/** A story that people tell by pressing, and what must be true at its end whatever befell it. */
export type Story<Told> = {
  /** Where it is told from now on. */
  readonly moveTo: (town: StruckTown) => void;
  tell(deed: Deed): Promise<Told>;
  endsRight(told: Told, most?: Most): Promise<void>;
  /** In memory unless told. */
  readonly storage?: Storage;
};

/** What befalls a deed is made ready before it, and what this returns is asked for at its rest. */
type MakeReady = (deed: string) => (() => void) | undefined;

const inPeace: MakeReady = () => undefined;
/** What a deed calls and is told when nothing befalls it. */
type Counted = { readonly made: readonly Made[]; readonly deliveries: number };

const storiesInTown = 15;

/**
 * Promises that count a story's calls, and that it ends right although they are struck: in each telling one call of
 * each of its deeds, until every call was.
 */
export function strikesOf<Told>(story: Story<Told>) {
  let clean: Promise<ReadonlyMap<string, Counted>> | undefined;
  let struckTown: StruckTown | undefined;

  after(async () => {
    await struckTown?.end();
  });

  const tell = ({ mortals, rowsAtRest }: StruckTown, makeReady: MakeReady): Promise<Told> =>
    story.tell(async (what, act, stands) => {
      mortals.begin();
      const isRight = makeReady(what);
      try {
        await act();
        const rows = await rowsAtRest();
        stands?.(rows);
      } catch (error) {
        throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
      }
      isRight?.();
    });

  /** A new town, since what is looked through grows with each story; its first story finds what is made once. */
  async function move(): Promise<StruckTown> {
    await struckTown?.end();
    struckTown = await openStruckTown((story.storage ?? inMemory).ownTables());
    story.moveTo(struckTown);
    await story.endsRight(await tell(struckTown, inPeace));
    return struckTown;
  }

  /** Of each deed of a story without misfortune. */
  const peaceful = () => (clean ??= tellInPeace());

  /** Told twice: the first time finds what is made once, the second is counted. */
  async function tellInPeace() {
    const town = await move();
    const { mortals } = town;
    const { deliveries } = town.town.teams;
    const counted = new Map<string, Counted>();
    const told = await tell(town, (deed) => {
      const before = deliveries.length;
      return () => counted.set(deed, { made: [...mortals.made], deliveries: deliveries.length - before });
    });
    await story.endsRight(told);
    return counted;
  }

  /** Tells the story until each deed has met every blow that falls on it, one in a telling. */
  async function tellStruck<Blow>(
    blowsOn: (deed: Counted) => readonly Blow[],
    strike: (blow: Blow, town: StruckTown) => () => void,
    most: Most,
  ): Promise<void> {
    const blows = new Map([...(await peaceful())].map(([deed, counted]) => [deed, blowsOn(counted)]));
    const tellings = Math.max(...[...blows.values()].map(({ length }) => length));
    assert.ok(tellings > 0, 'nothing would be struck');
    for (let telling = 0; telling < tellings; telling += 1) {
      const town = struckTown && telling % storiesInTown > 0 ? struckTown : await move();
      const told = await tell(town, (deed) => {
        const blow = blows.get(deed)?.[telling];
        return blow === undefined ? undefined : strike(blow, town);
      });
      await story.endsRight(told, most);
    }
  }

  return {
    counts(least: { readonly storage: number; readonly teams: number }) {
      it('is told once without misfortune, and its calls counted', async () => {
        const made = [...(await peaceful()).values()].flatMap((deed) => deed.made);
        const countOf = (what: Made['what']) => made.filter((one) => one.what === what).length;
        assert.ok(countOf('storage') >= least.storage, `${countOf('storage')} calls of storage`);
        assert.ok(countOf('teams') >= least.teams, `${countOf('teams')} calls of Teams`);
      });
    },

    covers(what: Made['what'], fate: Fate, which: 'call' | 'writing' = 'call') {
      const isMeant = ({ name }: Made) => which === 'call' || !name.startsWith('GET');
      it(`ends right after ${fate} of every ${which} of ${what}`, async () => {
        const isKept = what === 'storage' && fate === 'lost';
        const most = { cards: isKept ? 1 : 2, rings: fate === 'double' ? 2 : 1 };
        await tellStruck(
          ({ made }) => made.filter((one) => one.what === what && isMeant(one)),
          ({ nth, name }, { mortals }) => {
            mortals.begin({ what, nth, fate });
            return () => assert.ok(mortals.struck, `${fate} never befell call ${nth} of ${what}, ${name}`);
          },
          most,
        );
      });
    },

    /** Of a message that was answered too late and comes again, the card may be posted again. */
    coversDeliveries(kind: DeliveryFault['kind'], least: number) {
      it(`ends right when every delivery comes again (${kind})`, async () => {
        let struck = 0;
        await tellStruck(
          ({ deliveries }) => [...Array(deliveries).keys()],
          (nth, { town: { teams } }) => {
            let passed = 0;
            const order = teams.faults.addToDeliveries({ kind, match: () => passed++ === nth });
            return () => {
              assert.equal(order.hits, 1, `the delivery ${nth} was not struck`);
              order.remove();
              struck += 1;
            };
          },
          { cards: 2, rings: 1 },
        );
        assert.ok(struck >= least, `only ${struck} deliveries were struck`);
      });
    },
  };
}
