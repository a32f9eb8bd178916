/** The storage under the line: reached as the settings say, waited for at the start, and asked whether it answers. */
import { setTimeout as nap } from 'node:timers/promises';
import { counting } from './desk/casework/counting.ts';
import type { Desk } from './desk/desk.ts';
import type { Clock, Log } from './desk/ports.ts';
import type { County } from './domain/county.ts';
import type { Readiness } from './http/server.ts';
import type { Settings } from './settings.ts';
import { openStore, type Store } from './store/store.ts';
import { isStorageAway } from './store/tables/failures.ts';
import { type Account, openTables, type Tables } from './store/tables/tables.ts';

export type StorageParts = {
  readonly settings: Settings;
  readonly county: County;
  readonly clock: Clock;
  /** Other tables than the account's in the settings. */
  readonly tables?: Tables;
};

export const storeOf = ({ settings, county, clock, tables }: StorageParts): Store =>
  counting(
    county,
    openStore({ tables: tables ?? openTables(accountOf(settings)), keys: settings.dataKeys, clock }),
  );

/** Milliseconds between two tries to reach storage, at first and at most. */
const firstWaitMs = 250;
const longestWaitMs = 5000;

/** A line that starts while its storage is away waits for it: to end would only be to be started again. */
export async function onceStorageAnswers(prepare: () => Promise<void>, log: Log): Promise<void> {
  for (let wait = firstWaitMs; ; wait = Math.min(2 * wait, longestWaitMs)) {
    try {
      return await prepare();
    } catch (error) {
      if (!isStorageAway(error)) throw error;
      log('warn', 'storage does not answer: the line waits for it', { error });
      await nap(wait);
    }
  }
}

/** A managed identity reaches the tables as the very identity that the bot is. */
function accountOf({ tables, bot }: Settings): Account {
  return 'endpoint' in tables && bot.type === 'UserAssignedMsi' ? { ...tables, identity: bot.id } : tables;
}

const pingWithinMs = 3000;

/** Storage that does not answer makes the line not ready; a region without a channel is a warning. */
export async function readiness(store: Store, desk: Desk): Promise<Readiness> {
  try {
    const answered = store.ping().then(() => true);
    // who asks waits some seconds only: storage that hangs is to be named within them
    if (!(await Promise.race([answered, nap(pingWithinMs, false, { ref: false })])))
      throw new Error('too late');
    return { storage: true, unbound: await desk.staff.unbound() };
  } catch {
    // whatever storage says: until it answers, no question can be kept
    return { storage: false, unbound: [] };
  }
}
