/** Decides what a command makes of a case: the next case, or an everyday no. Rules live here and nowhere else. */
import { assessmentClock } from './assessment.ts';
import { isOpen as isOpenAt } from './calendar.ts';
import {
  type Case,
  type ClosedCase,
  type Deed,
  type HeldCase,
  isHeld,
  isOpen,
  textLimits,
  type WaitingCase,
} from './case.ts';
import {
  isStuck,
  replaceOutcome,
  ringing,
  ringingAgain,
  saying,
  settled,
  stepped,
  unheld,
  withOutcome,
} from './change.ts';
import type { AdvisorCommand, AskerCommand, Command, ConcernCommand, Refusal } from './command.ts';
import { isRefusal } from './command.ts';
import type { County, Urgency } from './county.ts';
import { refuseGrant } from './grant.ts';
import type { Moment, RegionId } from './names.ts';
import { answerDue } from './promises.ts';
import { type Actor, advisesIn, worksOnTheLine } from './roles.ts';
import { regionOfPlace } from './routing.ts';

/** The circumstances of a decision. `seen` is the version of the card that was pressed; absent when none was. */
export type Turn = { readonly now: Moment; readonly county: County; readonly seen?: number };

type Decision<C extends { do: string }, From extends Case = Case> = (
  one: From,
  command: C,
  actor: Actor,
  turn: Turn,
) => Case | Refusal;

const person = ({ id, name }: Actor) => ({ id, name });

/** What `command`, given by `actor`, makes of the case. The next version when it is allowed. */
export function decide(one: Case, command: Command, actor: Actor, turn: Turn): Case | Refusal {
  if (one.purgedAt) return { refused: 'purged' };
  const next = decideFor(one, command, actor, turn);
  if (isRefusal(next)) return next;
  return next === one ? one : settled(turn.county, next);
}

function decideFor(one: Case, command: Command, actor: Actor, turn: Turn): Case | Refusal {
  switch (command.do) {
    case 'reply':
    case 'edit':
    case 'withdraw':
    case 'wrongRegion':
      return one.asker.id === actor.id
        ? decideAsker(one, command, actor, turn)
        : { refused: 'not-the-asker' };
    case 'reopen':
      return reopen(one, command, actor, turn);
    case 'concern':
      return concern(one, command, actor, turn);
    default:
      return decideAdvisor(one, command, actor, turn);
  }
}

function refuseText(text: string, most: number): Refusal | undefined {
  if (text.trim() === '') return { refused: 'empty-text' };
  return text.length > most ? { refused: 'too-long', most, length: text.length } : undefined;
}

const wrongTime = ({ status }: Case): Refusal => ({ refused: 'wrong-time', status });

// === the asker's side

function decideAsker(one: Case, command: Exclude<AskerCommand, { do: 'reopen' }>, actor: Actor, turn: Turn) {
  switch (command.do) {
    case 'reply':
      return reply(one, command, actor, turn);
    case 'edit':
      return edit(one, command, actor, turn);
    case 'withdraw':
      return withdraw(one, actor, turn);
    case 'wrongRegion':
      return wrongRegion(one, command, actor, turn);
  }
}

/** A reply to an answered or asked-back case gives the turn back to its holder. */
const reply: Decision<Extract<AskerCommand, { do: 'reply' }>> = (one, { text }, actor, { now }) => {
  const no = refuseText(text, textLimits.reply);
  if (no) return no;
  if (!isOpen(one)) return wrongTime(one);
  const back: Case = isHeld(one) ? { ...one, status: 'claimed' } : one;
  const said = saying(stepped(back, person(actor), now, 'reply'), {
    at: now,
    by: 'asker',
    name: actor.name,
    kind: 'reply',
    text,
  });
  return isHeld(one) ? ringing(said, 'holder', 'replied', now) : said;
};

const edit: Decision<Extract<AskerCommand, { do: 'edit' }>> = (
  one,
  { text, urgency },
  actor,
  { now, county },
) => {
  const no = refuseText(text, textLimits.question);
  if (no) return no;
  if (isHeld(one)) return { refused: 'held-by-another', holder: one.holder, since: one.claimedAt };
  if (one.status !== 'waiting') return wrongTime(one);
  const isSameUrgency = urgency === undefined || urgency === one.urgency;
  if (isSameUrgency && text === one.question) return one;
  const next = stepped({ ...one, question: text }, person(actor), now, 'edit');
  const said = saying(next, { at: now, by: 'asker', name: actor.name, kind: 'edit', text });
  return isSameUrgency ? said : withUrgency(said, urgency, county, now);
};

/** The promise is made anew, from the same beginning. */
function withUrgency(one: WaitingCase, urgency: Urgency, county: County, now: Moment): WaitingCase {
  const began = one.reopened ? one.waitingSince : one.receivedAt;
  const answerBy = answerDue(county, began, urgency);
  const promised = { ...one, urgency, answerBy, reminded: false, rescued: false };
  return urgency === 'urgent' ? ringing(promised, 'advisors', 'urgent', now) : promised;
}

function withdraw(one: Case, actor: Actor, { now }: Turn): Case | Refusal {
  if (one.status === 'withdrawn') return one;
  if (isHeld(one)) return { refused: 'held-by-another', holder: one.holder, since: one.claimedAt };
  if (one.status !== 'waiting') return wrongTime(one);
  return stepped({ ...one, status: 'withdrawn', closedAt: now }, person(actor), now, 'withdraw');
}

/** The question moves; its history and its clock stay. */
const wrongRegion: Decision<Extract<AskerCommand, { do: 'wrongRegion' }>> = (one, command, actor, turn) => {
  if (isHeld(one)) return { refused: 'held-by-another', holder: one.holder, since: one.claimedAt };
  if (one.status !== 'waiting') return wrongTime(one);
  const { region, place } = command;
  if (region === one.region && place === one.place) return one;
  if (place && regionOfPlace(turn.county, place) !== region)
    return { refused: 'unknown-choice', field: 'region' };
  const { place: _, ...rest } = one;
  const placed: WaitingCase = { ...rest, ...(place && { place }) };
  return moved(placed, region, actor, turn, 'wrongRegion');
};

function moved(
  one: WaitingCase,
  region: RegionId,
  actor: Actor,
  turn: Turn,
  did: 'wrongRegion' | 'transfer',
  reason?: string,
) {
  if (!turn.county.regions.some(({ id }) => id === region)) {
    return { refused: 'unknown-choice', field: 'region' } as const;
  }
  if (region === one.region) {
    return did === 'transfer'
      ? ({ refused: 'same-region', region } as const)
      : stepped(one, person(actor), turn.now, did);
  }
  const step = { from: one.region, to: region, ...(reason && { reason }) };
  // the new region's card rings its advisors; a wait that is already long is rescued there anew
  return stepped({ ...one, region, rescued: false }, person(actor), turn.now, did, step);
}

// === both sides

/** Reopened by the asker the case rings its holder or, without one, waits again; by an advisor it is theirs. */
const reopen: Decision<Extract<Command, { do: 'reopen' }>> = (one, { text }, actor, { now, county }) => {
  const isAsker = one.asker.id === actor.id;
  if (!isAsker && !worksOnTheLine(actor)) return noRole(one);
  if (one.status !== 'closed') return wrongTime(one);
  // elsewhere there is nothing to take over: a closed case is not held
  if (!isAsker && !actor.supervisor && refuseElsewhere(one, actor)) return noRole(one);
  const no = text === undefined ? undefined : refuseText(text, textLimits.reply);
  if (no) return no;
  const opened = { ...reopenedCase(one, isAsker ? one.holder : person(actor), now), reopened: true };
  const next = stepped(
    { ...opened, answerBy: answerDue(county, now, one.urgency) },
    person(actor),
    now,
    'reopen',
  );
  const rung = ringing(next, isAsker ? (isHeld(next) ? 'holder' : 'advisors') : 'asker', 'reopened', now);
  if (text === undefined) return rung;
  return saying(rung, { at: now, by: isAsker ? 'asker' : 'advisor', name: actor.name, kind: 'reply', text });
};

function reopenedCase(
  one: ClosedCase,
  holder: HeldCase['holder'] | undefined,
  now: Moment,
): WaitingCase | HeldCase {
  const { closedAt: _at, closedBy: _by, holder: _holder, ...rest } = one;
  return holder
    ? { ...rest, status: 'claimed', holder, claimedAt: now }
    : { ...rest, status: 'waiting', waitingSince: now, reminded: false, rescued: false };
}

/** The asker may report a concern of an open case, and it is the holder's turn again; an advisor of the one they hold. */
const concern: Decision<ConcernCommand> = (one, { facts, assessed }, actor, turn) => {
  const isAsker = one.asker.id === actor.id;
  if (!isAsker && !worksOnTheLine(actor)) return noRole(one);
  const no = isAsker ? (isOpen(one) ? undefined : wrongTime(one)) : refuseHolder(one, actor, turn);
  if (no) return no;
  const back: Case = isAsker && one.status === 'answered' ? { ...one, status: 'claimed' } : one;
  const told = withOutcome(
    stepped({ ...back, hasDetails: true }, person(actor), turn.now, 'concern'),
    { kind: 'concern', facts, ...(assessed && { assessed }) },
    person(actor),
    turn.now,
  );
  if (!isAsker) return ringing(told, 'asker', 'outcome', turn.now);
  return ringing(
    { ...told, askerSpoke: told.version },
    isHeld(told) ? 'holder' : 'advisors',
    'replied',
    turn.now,
  );
};

// === the advisor's side

const noRole = ({ region }: Case): Refusal => ({ refused: 'no-role', region });
const heldByAnother = ({ holder, claimedAt }: HeldCase): Refusal => ({
  refused: 'held-by-another',
  holder,
  since: claimedAt,
});
/** Who holds the case, or held it until it was closed. */
const isHolder = (one: Case, actor: Actor) => 'holder' in one && one.holder?.id === actor.id;

/** What stands in the way of working on a case one must hold; undefined when nothing does. */
export function refuseHolder(one: Case, actor: Actor, turn: Turn): Refusal | undefined {
  if (isHeld(one)) return isHolder(one, actor) ? changedSince(one, turn) : heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  return refuseElsewhere(one, actor) ?? { refused: 'claim-first' };
}

/** The region's own advisors and the holder, wherever from, may touch a case. */
function refuseElsewhere(one: Case, actor: Actor): Refusal | undefined {
  if (advisesIn(actor, one.region) || isHolder(one, actor)) return undefined;
  return { refused: 'other-region', region: one.region };
}

/** A card may be older than the case: an answer must not pass by what the asker has just added. */
function changedSince(one: Case, { seen }: Turn): Refusal | undefined {
  if (seen === undefined || seen >= one.askerSpoke) return undefined;
  const latest = one.said.filter(({ by }) => by === 'asker').at(-1);
  return { refused: 'changed-since', said: latest?.text ?? one.question };
}

function decideAdvisor(
  one: Case,
  command: Exclude<AdvisorCommand, { do: 'reopen' }>,
  actor: Actor,
  turn: Turn,
): Case | Refusal {
  // a holder whose roles were taken away can do nothing more
  if (!worksOnTheLine(actor)) return noRole(one);
  switch (command.do) {
    case 'claim':
      return claim(one, actor, turn);
    case 'takeOver':
      return takeOver(one, command, actor, turn);
    case 'transfer':
      return transfer(one, command, actor, turn);
    case 'markRecorded':
      return markRecorded(one, command, actor, turn);
    case 'addReference':
      return addReference(one, command, actor, turn);
    case 'resend':
      return resend(one, actor, turn);
    case 'close':
      return close(one, actor, turn);
    default:
      return decideHolder(one, command, actor, turn);
  }
}

type HolderCommand = Extract<
  AdvisorCommand,
  { do: 'release' | 'answer' | 'askBack' | 'grant' | 'assess' | 'redirect' | 'callbackMade' | 'handOver' }
>;

function decideHolder(one: Case, command: HolderCommand, actor: Actor, turn: Turn): Case | Refusal {
  // giving a case away does not pass by what the asker said: the next holder will see it
  const relies = command.do === 'release' || command.do === 'handOver' ? withoutSeen(turn) : turn;
  const no = refuseHolder(one, actor, relies);
  if (no) return no;
  if (!isHeld(one)) return wrongTime(one);
  switch (command.do) {
    case 'release':
      return release(one, actor, turn);
    case 'answer':
    case 'askBack':
      return speak(one, command, actor, turn);
    case 'grant':
      return grant(one, command, actor, turn);
    case 'assess':
      return assess(one, command, actor, turn);
    case 'redirect':
      return redirect(one, command, actor, turn);
    case 'callbackMade':
      return callbackMade(one, actor, turn);
    case 'handOver':
      return handOver(one, command, actor, turn);
  }
}

const withoutSeen = ({ now, county }: Turn): Turn => ({ now, county });

function claim(one: Case, actor: Actor, { now }: Turn): Case | Refusal {
  // a second press of the same button is not a mistake
  if (isHeld(one)) return isHolder(one, actor) ? one : heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  return refuseElsewhere(one, actor) ?? heldBy(stepped(one, person(actor), now, 'claim'), actor, now);
}

function heldBy(one: Case, actor: HeldCase['holder'], now: Moment): HeldCase {
  const free = unheld(one);
  const status = isHeld(one) ? one.status : 'claimed';
  const holder = { id: actor.id, name: actor.name };
  return { ...free, status, holder, claimedAt: now, firstClaimedAt: one.firstClaimedAt ?? now } as HeldCase;
}

/** By any advisor or supervisor, from a holder or from the queue, with a reason. */
const takeOver: Decision<Extract<AdvisorCommand, { do: 'takeOver' }>> = (one, { reason }, actor, turn) => {
  if (!isOpen(one)) return wrongTime(one);
  if (isHolder(one, actor)) return one;
  const no = refuseText(reason, textLimits.reason) ?? takenSince(one, turn);
  if (no) return no;
  const from = isHeld(one) ? { person: one.holder } : {};
  const taken = stepped(one, person(actor), turn.now, 'takeOver', { reason, ...from });
  return ringing(heldBy(taken, actor, turn.now), 'asker', 'taken', turn.now);
};

const takings: readonly Deed[] = ['claim', 'takeOver', 'handOver', 'reopen'];

/** A take-over relies on who held the case: somebody who took it meanwhile is not overrun unseen. */
function takenSince(one: Case, { seen }: Turn): Refusal | undefined {
  if (seen === undefined || !isHeld(one)) return undefined;
  const taking = one.trail.findLast(({ did }) => takings.includes(did));
  return taking && taking.version > seen ? heldByAnother(one) : undefined;
}

function waitingAgain(one: Case, now: Moment): WaitingCase {
  return {
    ...unheld(one),
    status: 'waiting',
    waitingSince: now,
    reminded: false,
    rescued: false,
  } as WaitingCase;
}

function release(one: HeldCase, actor: Actor, { now }: Turn): Case {
  return ringing(
    waitingAgain(stepped(one, person(actor), now, 'release'), now),
    'advisors',
    'handed-over',
    now,
  );
}

function speak(
  one: HeldCase,
  command: Extract<AdvisorCommand, { do: 'answer' | 'askBack' }>,
  actor: Actor,
  { now }: Turn,
): Case | Refusal {
  const no = refuseText(command.text, textLimits.answer);
  if (no) return no;
  const isAnswer = command.do === 'answer';
  const next = saying(stepped(one, person(actor), now, command.do), {
    at: now,
    by: 'advisor',
    name: actor.name,
    kind: isAnswer ? 'answer' : 'ask-back',
    text: command.text,
  });
  const counted =
    isAnswer && !next.outcomes.some(({ kind }) => kind === 'guidance')
      ? withOutcome(next, { kind: 'guidance' }, person(actor), now)
      : next;
  const said = isAnswer ? answered(counted, now) : { ...counted, status: 'asked-back' as const };
  return ringing(said, 'asker', isAnswer ? 'answered' : 'asked-back', now);
}

const answered = (one: HeldCase, now: Moment): HeldCase => ({
  ...one,
  status: 'answered',
  firstAnsweredAt: one.firstAnsweredAt ?? now,
});

const grant: Decision<Extract<AdvisorCommand, { do: 'grant' }>, HeldCase> = (
  one,
  command,
  actor,
  { now, county },
) => {
  const no =
    refuseGrant(county, command, isOpenAt(county.opening, now)) ?? refuseReference(command.reference);
  if (no) return no;
  const { do: _, ...wish } = command;
  return toldOutcome(one, 'grant', { kind: 'grant', ...wish }, actor, now);
};

const refuseReference = (reference: string | undefined): Refusal | undefined =>
  reference !== undefined && reference.length > textLimits.reference
    ? { refused: 'too-long', most: textLimits.reference, length: reference.length }
    : undefined;

const assess: Decision<Extract<AdvisorCommand, { do: 'assess' }>, HeldCase> = (
  one,
  command,
  actor,
  { now, county },
) => {
  if (!county.categories.some(({ id }) => id === command.category))
    return { refused: 'unknown-choice', field: 'category' };
  const { appointment = '' } = command;
  if (appointment.length > textLimits.appointment) {
    return { refused: 'too-long', most: textLimits.appointment, length: appointment.length };
  }
  const { do: _, ...wish } = command;
  const clock = assessmentClock(county, one.receivedAt, command.priority75);
  return toldOutcome(one, 'assess', { kind: 'assessment', ...wish, clock }, actor, now);
};

const redirect: Decision<Extract<AdvisorCommand, { do: 'redirect' }>, HeldCase> = (
  one,
  command,
  actor,
  { now, county },
) => {
  const target = county.redirects.find(({ id }) => id === command.to);
  if (!target) return { refused: 'unknown-choice', field: 'redirect' };
  const no = command.note === undefined ? undefined : refuseNote(command.note);
  if (no) return no;
  const outcome = { kind: 'redirect', to: target.id, misdirected: target.misdirected } as const;
  const told = toldOutcome(one, 'redirect', outcome, actor, now);
  if (!command.note?.trim()) return told;
  const note = { at: now, by: 'advisor', name: actor.name, kind: 'answer', text: command.note } as const;
  return saying(told, note);
};

const refuseNote = (note: string): Refusal | undefined =>
  note.length > textLimits.answer
    ? { refused: 'too-long', most: textLimits.answer, length: note.length }
    : undefined;

function callbackMade(one: HeldCase, actor: Actor, { now }: Turn): Case | Refusal {
  if (!one.wantsCallback) return { refused: 'no-callback' };
  if (one.outcomes.some(({ kind }) => kind === 'callback')) return one;
  const next = withOutcome(
    stepped(one, person(actor), now, 'callbackMade'),
    { kind: 'callback' },
    person(actor),
    now,
  );
  return answered(next, now);
}

/** An outcome is itself an answer to the asker: it stops the answer clock and rings them once. */
function toldOutcome(
  one: HeldCase,
  did: 'grant' | 'assess' | 'redirect',
  outcome: Parameters<typeof withOutcome>[1],
  actor: Actor,
  now: Moment,
): HeldCase {
  const next = withOutcome(stepped(one, person(actor), now, did), outcome, person(actor), now);
  return ringing(answered(next, now), 'asker', 'outcome', now);
}

const handOver: Decision<Extract<AdvisorCommand, { do: 'handOver' }>, HeldCase> = (
  one,
  { to },
  actor,
  { now },
) => {
  if (to.id === actor.id) return one;
  return ringing(
    heldBy(stepped(one, person(actor), now, 'handOver', { person: to }), to, now),
    'holder',
    'handed-over',
    now,
  );
};

/** To another region's queue: by the holder, or by an advisor of the case's region while nobody holds it. */
const transfer: Decision<Extract<AdvisorCommand, { do: 'transfer' }>> = (
  one,
  { region, reason },
  actor,
  turn,
) => {
  if (!isOpen(one)) return wrongTime(one);
  const no = isHeld(one) ? refuseHolder(one, actor, withoutSeen(turn)) : refuseElsewhere(one, actor);
  if (no) return no;
  const poor = refuseText(reason, textLimits.reason);
  if (poor) return poor;
  const waiting = isHeld(one) ? waitingAgain(one, turn.now) : one;
  const next = moved(waiting, region, actor, turn, 'transfer', reason);
  return isRefusal(next) ? next : ringing(next, 'asker', 'transferred', turn.now);
};

/** The authoritative copy of a concern report stands in the client system; here is only its reference. */
const markRecorded: Decision<Extract<AdvisorCommand, { do: 'markRecorded' }>> = (
  one,
  command,
  actor,
  { now },
) => {
  const no = refuseElsewhere(one, actor) ?? refuseText(command.reference, textLimits.reference);
  if (no) return no;
  const reference = command.reference.trim();
  const reports = one.outcomes.filter((outcome) => outcome.kind === 'concern');
  const report = reports.findLast((outcome) => !outcome.recorded);
  if (!report) return reports.at(-1)?.recorded?.reference === reference ? one : noOutcome;
  const recorded = { at: now, by: person(actor), reference };
  const { assessed = report.assessed } = command;
  const changed = { ...report, recorded, ...(assessed && { assessed }) };
  return replaceOutcome(stepped(one, person(actor), now, 'markRecorded'), changed);
};

const noOutcome: Refusal = { refused: 'unknown-choice', field: 'outcome' };

/** A decision's reference may come later than the decision, even after closing. */
const addReference: Decision<Extract<AdvisorCommand, { do: 'addReference' }>> = (
  one,
  command,
  actor,
  { now },
) => {
  const no = refuseElsewhere(one, actor) ?? refuseText(command.reference, textLimits.reference);
  if (no) return no;
  const outcome = one.outcomes.find(({ n }) => n === command.outcome);
  if (outcome?.kind !== 'grant' && outcome?.kind !== 'assessment') return noOutcome;
  const reference = command.reference.trim();
  if (reference === outcome.reference) return one;
  const changed = { ...outcome, reference };
  return replaceOutcome(stepped(one, person(actor), now, 'addReference'), changed);
};

/** A person judges that a message may be sent again: every ring that failed or is unsure becomes due. */
function resend(one: Case, actor: Actor, { now }: Turn): Case | Refusal {
  const no = refuseElsewhere(one, actor);
  if (no) return no;
  if (!one.rings.some(isStuck) && one.views.asker?.state !== 'lost') return one;
  const rings = ringingAgain(one.rings);
  return stepped({ ...one, rings, views: retried(one.views) }, person(actor), now, 'resend');
}

function retried({ asker, ...views }: Case['views']): Case['views'] {
  if (!asker) return views;
  const { notBefore: _, ...view } = asker;
  return { ...views, asker: { ...view, state: 'live', tries: 0, shown: '' } };
}

function close(one: Case, actor: Actor, turn: Turn): Case | Refusal {
  if (one.status === 'closed' && one.closedBy.id === actor.id) return one;
  const no = refuseHolder(one, actor, turn);
  if (no) return no;
  if (!isHeld(one)) return wrongTime(one);
  if (one.outcomes.length === 0) return { refused: 'no-outcome' };
  if (one.outcomes.some((outcome) => outcome.kind === 'concern' && !outcome.recorded))
    return { refused: 'record-first' };
  // closing tells the asker what came of it: nobody waits for an answer any more
  const told = { ...one, firstAnsweredAt: one.firstAnsweredAt ?? turn.now };
  const { claimedAt: _, ...rest } = stepped(told, person(actor), turn.now, 'close');
  const closed = { ...rest, status: 'closed', closedBy: person(actor), closedAt: turn.now } as const;
  return ringing(closed, 'asker', 'closed', turn.now);
}
