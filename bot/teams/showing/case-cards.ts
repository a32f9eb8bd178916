/** Brings every view of a case in Teams up to what is kept: level-triggered, safe to repeat and to run twice. */

import type { CaseCards } from '../../desk/casework/ports.ts';
import type { Notices } from '../../desk/staff/ports.ts';
import type { ShowStore } from '../../desk/upkeep/ports.ts';
import { addMinutes } from '../../domain/calendar.ts';
import type { Case, Ring } from '../../domain/case/case.ts';
import type { CaseId } from '../../domain/names.ts';
import { type AskerViewPorts, askerKey, drawAsker } from './asker-view.ts';
import { type ChannelViewPorts, drawChannel } from './channel-view.ts';
import { sendRing } from './ring-bell.ts';
import { achieved, beginShowing, type Every, type Showing, tryLater, withRing } from './showing.ts';

export type CaseCardsPorts = AskerViewPorts &
  ChannelViewPorts & {
    readonly shows: ShowStore;
    readonly notices: Notices;
    /** In real time unless told. */
    readonly every?: Every;
  };

export function createCaseCards(ports: CaseCardsPorts): CaseCards & { finish(): Promise<void> } {
  const inHand = new Set<Promise<void>>();
  /** What broke off while storage was away: how far it came is known to this process alone. */
  const brokenOff = new Map<CaseId, Showing>();

  async function giveBack(id: CaseId): Promise<void> {
    const showing = brokenOff.get(id);
    if (!showing) return;
    await showing.lease.giveBack(achieved(showing), ports.clock.now());
    brokenOff.delete(id);
  }

  async function giveBackAll(): Promise<void> {
    // what still can't be is tried again, and said when the case's own turn comes
    for (const id of [...brokenOff.keys()]) await giveBack(id).catch(() => undefined);
  }

  async function show(id: CaseId): Promise<void> {
    await giveBack(id);
    const showing = await beginShowing(ports, id);
    if (!showing) return;
    try {
      let isUpToDate = false;
      while (!isUpToDate) isUpToDate = await showOnce(ports, showing);
    } catch (error) {
      brokenOff.set(id, showing);
      // what was placed is kept at once where that can be; else when the case's turn comes again
      await giveBack(id).catch(() => undefined);
      throw error;
    } finally {
      showing.end();
    }
  }

  return {
    show,
    soon(id) {
      const shown = show(id).catch((error: unknown) => {
        // the mark in the store stays: the sweep comes again
        ports.log('error', 'a case could not be shown', { caseId: id, error });
      });
      inHand.add(shown);
      void shown.finally(() => inHand.delete(shown));
    },
    giveBack: giveBackAll,
    async finish() {
      await Promise.allSettled(inHand);
      await giveBackAll();
    },
  };
}

/** Shows the case as it is; false when it changed meanwhile and is to be shown again. */
async function showOnce(ports: CaseCardsPorts, showing: Showing): Promise<boolean> {
  const due = showing.case.rings.filter(({ state }) => state === 'due');
  const { lease } = showing;
  await drawAsker(ports, showing);
  await ring(
    ports,
    showing,
    due.filter(({ to }) => to === 'asker'),
  );
  await drawChannel(ports, showing);
  await ring(
    ports,
    showing,
    due.filter(({ to }) => to !== 'asker'),
  );
  await drawChannel(ports, showing);
  if (showing.retryAt) {
    await lease.later(achieved(showing), showing.retryAt);
    return true;
  }
  const more = await lease.done(achieved(showing));
  if (more) showing.case = more.again;
  return !more;
}

/** A ring speaks of a card: it waits until the card is there and tells what the ring speaks of. */
function canRing(one: Case, to: Ring['to']): boolean {
  const { channel, asker } = one.views;
  if (to === 'advisors' || to === 'holder') return channel?.activity !== undefined;
  const lags = asker?.state === 'live' && asker.shown !== askerKey(one, asker);
  return to !== 'asker' || !lags;
}

/** Each is recorded as being sent before it is: a crash in between loses the ring, never doubles it. */
async function ring(ports: CaseCardsPorts, showing: Showing, due: readonly Ring[]): Promise<void> {
  const sendable = due.filter(({ to }) => canRing(showing.case, to));
  if (sendable.length === 0) return;
  await showing.lease.sending(sendable.map(({ n }) => n));
  for (const each of sendable) {
    await showing.hold();
    showing.ringing = each.n;
    const state = await sendRing(ports, showing.case, each);
    showing.ringing = undefined;
    withRing(showing, each.n, state);
    if (state === 'due') tryLater(showing, addMinutes(ports.clock.now(), 1));
  }
}
