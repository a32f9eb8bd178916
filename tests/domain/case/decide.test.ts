/** Every command in every state of a case, from everybody; then what each allowed one makes of the case. */
import assert from 'node:assert/strict';
import { addDays, addOpenMinutes } from '../../../bot/domain/calendar.ts';
import {
  type CardPlace,
  type Case,
  type HeldCase,
  keptAlong,
  type Outcome,
  type Ring,
  type Status,
  textLimits,
} from '../../../bot/domain/case/case.ts';
import { type Command, isRefusal, type Refusal } from '../../../bot/domain/case/command.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import { categoryId, placeId, redirectId, regionId, serviceId } from '../../../bot/domain/names.ts';
import { answerDue, duesOf } from '../../../bot/domain/promises.ts';
import { type Actor, noRoles } from '../../../bot/domain/roles.ts';
import {
  ada,
  answer,
  askBack,
  assess,
  at,
  bo,
  caseAfter,
  caseIn,
  cia,
  claim,
  close,
  concern,
  county,
  eve,
  facts,
  type Given,
  grant,
  koillinen,
  lead,
  markRecorded,
  monday,
  nine,
  noon,
  nurse,
  personOf,
  pohjoinen,
  redirect,
  release,
  reply,
  stranger,
  takeOver,
  transfer,
  waitingCase,
} from '../../support/cases.ts';

const edit: Command = { do: 'edit', text: 'Voiko asiakas saada turvapuhelimen?' };
const withdraw: Command = { do: 'withdraw' };
const reopen: Command = { do: 'reopen' };
const handOver: Command = { do: 'handOver', to: personOf(cia) };
const addReference: Command = { do: 'addReference', outcome: 0, reference: 'P-2026-1' };
const resend: Command = { do: 'resend' };
const callbackMade: Command = { do: 'callbackMade' };
const wrongRegion: Command = { do: 'wrongRegion', region: koillinen };

const by = { n: 0, at: nine, by: personOf(ada) };
const guided: Outcome = { ...by, kind: 'guidance' };
const granted: Outcome = {
  ...by,
  kind: 'grant',
  service: serviceId('meals'),
  from: monday,
  to: addDays(monday, 6),
  amount: 1,
};
const reported: Outcome = { ...by, kind: 'concern', facts };
const failedRing: Ring = { n: 0, at: nine, to: 'asker', about: 'answered', state: 'failed' };
const lostView: CardPlace = {
  conversation: 'chat',
  activity: '1',
  shown: '3',
  state: 'lost',
  wanted: 0,
  tries: 4,
  notBefore: noon,
};

/** Tries a command at noon. */
const tried = (one: Case, command: Command, actor: Actor, seen?: number) =>
  decide(one, command, actor, { now: noon, county, ...(seen !== undefined && { seen }) });

/** The case that an allowed command makes. */
function done(one: Case, command: Command, actor: Actor, seen?: number): Case {
  const next = tried(one, command, actor, seen);
  assert.ok(!isRefusal(next), `${command.do} was refused: ${isRefusal(next) && next.refused}`);
  return next;
}

const rung = (one: Case) => one.rings.map(({ to, about }) => `${to} ${about}`);
const last = (one: Case) => one.trail.at(-1);

describe('a command in every state, from everybody', () => {
  const people: readonly (readonly [string, Actor])[] = [
    ['the asker', nurse],
    ['the holder (Ada, also where nobody holds)', ada],
    ['another advisor of the region', cia],
    ['an advisor elsewhere', bo],
    ['a supervisor', eve],
    ['a stranger', stranger],
  ];
  /** → a state: allowed, and the case is then in it; = : nothing changes; a word: refused so. */
  const table = `
                          asker           holder          colleague       elsewhere       supervisor      stranger
  reply        waiting    →waiting        not-yours       not-yours       not-yours       not-yours       not-yours
               claimed    →claimed        not-yours       not-yours       not-yours       not-yours       not-yours
               asked-back →claimed        not-yours       not-yours       not-yours       not-yours       not-yours
               answered   →claimed        not-yours       not-yours       not-yours       not-yours       not-yours
               closed     wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
               withdrawn  wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
  edit         waiting    →waiting        not-yours       not-yours       not-yours       not-yours       not-yours
               claimed    held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               asked-back held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               answered   held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               closed     wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
               withdrawn  wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
  withdraw     waiting    →withdrawn      not-yours       not-yours       not-yours       not-yours       not-yours
               claimed    held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               asked-back held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               answered   held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               closed     wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
               withdrawn  =               not-yours       not-yours       not-yours       not-yours       not-yours
  wrongRegion  waiting    →waiting        not-yours       not-yours       not-yours       not-yours       not-yours
               claimed    held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               asked-back held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               answered   held-by-another not-yours       not-yours       not-yours       not-yours       not-yours
               closed     wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
               withdrawn  wrong-time      not-yours       not-yours       not-yours       not-yours       not-yours
  reopen       waiting    wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
               claimed    wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
               asked-back wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
               answered   wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
               closed     →claimed        →claimed        →claimed        no-role         →claimed        no-role
               withdrawn  wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
  concern      waiting    →waiting        claim-first     claim-first     other-region    other-region    no-role
               claimed    →claimed        →claimed        held-by-another held-by-another held-by-another no-role
               asked-back →asked-back     →asked-back     held-by-another held-by-another held-by-another no-role
               answered   →claimed        →answered       held-by-another held-by-another held-by-another no-role
               closed     wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  wrong-time      wrong-time      wrong-time      wrong-time      wrong-time      no-role
  claim        waiting    no-role         →claimed        →claimed        other-region    other-region    no-role
               claimed    no-role         =               held-by-another held-by-another held-by-another no-role
               asked-back no-role         =               held-by-another held-by-another held-by-another no-role
               answered   no-role         =               held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  takeOver     waiting    no-role         →claimed        →claimed        →claimed        →claimed        no-role
               claimed    no-role         =               →claimed        →claimed        →claimed        no-role
               asked-back no-role         =               →asked-back     →asked-back     →asked-back     no-role
               answered   no-role         =               →answered       →answered       →answered       no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  release      waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →waiting        held-by-another held-by-another held-by-another no-role
               asked-back no-role         →waiting        held-by-another held-by-another held-by-another no-role
               answered   no-role         →waiting        held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  handOver     waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →claimed        held-by-another held-by-another held-by-another no-role
               asked-back no-role         →asked-back     held-by-another held-by-another held-by-another no-role
               answered   no-role         →answered       held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  transfer     waiting    no-role         →waiting        →waiting        other-region    other-region    no-role
               claimed    no-role         →waiting        held-by-another held-by-another held-by-another no-role
               asked-back no-role         →waiting        held-by-another held-by-another held-by-another no-role
               answered   no-role         →waiting        held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  answer       waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →answered       held-by-another held-by-another held-by-another no-role
               asked-back no-role         →answered       held-by-another held-by-another held-by-another no-role
               answered   no-role         →answered       held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  askBack      waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →asked-back     held-by-another held-by-another held-by-another no-role
               asked-back no-role         →asked-back     held-by-another held-by-another held-by-another no-role
               answered   no-role         →asked-back     held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  grant        waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →answered       held-by-another held-by-another held-by-another no-role
               asked-back no-role         →answered       held-by-another held-by-another held-by-another no-role
               answered   no-role         →answered       held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  assess       waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →answered       held-by-another held-by-another held-by-another no-role
               asked-back no-role         →answered       held-by-another held-by-another held-by-another no-role
               answered   no-role         →answered       held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  redirect     waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →answered       held-by-another held-by-another held-by-another no-role
               asked-back no-role         →answered       held-by-another held-by-another held-by-another no-role
               answered   no-role         →answered       held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  callbackMade waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →answered       held-by-another held-by-another held-by-another no-role
               asked-back no-role         →answered       held-by-another held-by-another held-by-another no-role
               answered   no-role         →answered       held-by-another held-by-another held-by-another no-role
               closed     no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
  markRecorded waiting    no-role         →waiting        →waiting        other-region    other-region    no-role
               claimed    no-role         →claimed        →claimed        other-region    other-region    no-role
               asked-back no-role         →asked-back     →asked-back     other-region    other-region    no-role
               answered   no-role         →answered       →answered       other-region    other-region    no-role
               closed     no-role         →closed         →closed         other-region    other-region    no-role
               withdrawn  no-role         →withdrawn      →withdrawn      other-region    other-region    no-role
  addReference waiting    no-role         →waiting        →waiting        other-region    other-region    no-role
               claimed    no-role         →claimed        →claimed        other-region    other-region    no-role
               asked-back no-role         →asked-back     →asked-back     other-region    other-region    no-role
               answered   no-role         →answered       →answered       other-region    other-region    no-role
               closed     no-role         →closed         →closed         other-region    other-region    no-role
               withdrawn  no-role         →withdrawn      →withdrawn      other-region    other-region    no-role
  resend       waiting    no-role         →waiting        →waiting        other-region    →waiting        no-role
               claimed    no-role         →claimed        →claimed        other-region    →claimed        no-role
               asked-back no-role         →asked-back     →asked-back     other-region    →asked-back     no-role
               answered   no-role         →answered       →answered       other-region    →answered       no-role
               closed     no-role         →closed         →closed         other-region    →closed         no-role
               withdrawn  no-role         →withdrawn      →withdrawn      other-region    →withdrawn      no-role
  close        waiting    no-role         claim-first     claim-first     other-region    other-region    no-role
               claimed    no-role         →closed         held-by-another held-by-another held-by-another no-role
               asked-back no-role         →closed         held-by-another held-by-another held-by-another no-role
               answered   no-role         →closed         held-by-another held-by-another held-by-another no-role
               closed     no-role         =               wrong-time      wrong-time      wrong-time      no-role
               withdrawn  no-role         wrong-time      wrong-time      wrong-time      wrong-time      no-role
`;
  const commands: { readonly [name in Command['do']]: Command } = {
    reply,
    edit,
    withdraw,
    wrongRegion,
    reopen,
    concern,
    claim,
    takeOver,
    release,
    handOver,
    transfer,
    answer,
    askBack,
    grant,
    assess,
    redirect,
    callbackMade,
    markRecorded,
    addReference,
    resend,
    close,
  };
  /** What a command needs to find in the case. */
  const needs: { readonly [name in Command['do']]?: Partial<Case> } = {
    callbackMade: { wantsCallback: true },
    markRecorded: { outcomes: [reported] },
    addReference: { outcomes: [granted] },
    resend: { rings: [failedRing] },
    close: { outcomes: [guided] },
  };
  const statuses: readonly Status[] = ['waiting', 'claimed', 'asked-back', 'answered', 'closed', 'withdrawn'];
  const rows = table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  const names = Object.keys(commands) as Command['do'][];

  it('is told in a row for each command and state', () => {
    assert.equal(rows.length, names.length * statuses.length);
    const named = rows.filter((_, index) => index % statuses.length === 0).map(([name]) => name);
    assert.deepEqual(named, names);
  });

  for (const [index, row] of rows.entries()) {
    const name = names[Math.floor(index / statuses.length)];
    const status = statuses[index % statuses.length];
    if (!name || !status) continue;
    const cells = row.slice(-people.length);
    const one = { ...caseIn(status), ...needs[name] } as Case;
    it(`${name} when ${status}: ${cells.join(', ')}`, () => {
      assert.equal(row.at(-people.length - 1), status);
      const outcomes = people.map(([, actor]) => tried(one, commands[name], actor));
      const told = outcomes.map((next) =>
        next === one ? '=' : isRefusal(next) ? next.refused : `→${next.status}`,
      );
      assert.deepEqual(told, cells);
    });
    it(`${name} when ${status} makes the next version, told in the trail, or none at all`, () => {
      for (const [who, actor] of people) {
        const next = tried(one, commands[name], actor);
        if (isRefusal(next) || next === one) continue;
        assert.equal(next.version, one.version + 1, who);
        assert.deepEqual([last(next)?.version, last(next)?.did], [next.version, name]);
        assert.deepEqual([last(next)?.by, last(next)?.at], [personOf(actor), noon]);
      }
    });
  }

  for (const name of names) {
    it(`${name} is refused by a purged case, no matter who asks`, () => {
      const purged = { ...caseIn('closed'), purgedAt: noon };
      for (const [, actor] of people)
        assert.deepEqual(tried(purged, commands[name], actor), { refused: 'purged' });
    });
  }
});

describe('claiming', () => {
  it('gives the case to the first, and names them to the second', () => {
    const taken = done(waitingCase(), claim, ada) as HeldCase;
    assert.deepEqual([taken.holder, taken.claimedAt, taken.firstClaimedAt], [personOf(ada), noon, noon]);
    assert.deepEqual(tried(taken, claim, cia), {
      refused: 'held-by-another',
      holder: personOf(ada),
      since: noon,
    });
  });

  it('remembers the first claim when the case is claimed again', () => {
    const again = done(caseAfter(claim, release), claim, cia) as HeldCase;
    assert.deepEqual([again.firstClaimedAt, again.claimedAt], [at('09:01'), noon]);
  });

  it('does not mind an old card: nothing the press relies on has changed', () => {
    assert.equal(done(caseAfter(reply), claim, ada, 1).status, 'claimed');
  });
});

describe('an old card', () => {
  const twice: readonly (readonly [string, Given])[] = [
    ['a reply', reply],
    ['a concern report', [nurse, concern]],
  ];
  const relying: readonly Command[] = [answer, askBack, grant, assess, redirect, concern, close];
  for (const [what, given] of twice) {
    const before = caseAfter(claim, answer);
    const after = lead(before, given);
    for (const command of relying) {
      it(`does not let ${command.do} pass by ${what} that came after it`, () => {
        const { refused } = tried(after, command, ada, before.version) as Refusal;
        assert.equal(refused, 'changed-since');
      });
    }
  }

  it('gives the words that were missed', () => {
    const after = caseAfter(claim, reply);
    assert.deepEqual(tried(after, answer, ada, 2), { refused: 'changed-since', said: 'Ei ole.' });
  });

  it('is new enough when it shows what the asker last said', () => {
    const after = caseAfter(claim, reply);
    assert.equal(done(after, answer, ada, after.version).status, 'answered');
  });

  it('is as good as new when only advisors have changed the case', () => {
    const busy = caseAfter(claim, answer, grant, assess);
    assert.equal(busy.version, 5);
    assert.equal(done(busy, close, ada, 2).status, 'closed');
  });

  it('still gives a case away: the next holder sees what was said', () => {
    const after = caseAfter(claim, reply);
    for (const command of [release, handOver, transfer]) assert.ok(!isRefusal(tried(after, command, ada, 2)));
  });

  it('may be absent: a press on no card relies on nothing', () => {
    assert.equal(done(caseAfter(claim, reply), answer, ada).status, 'answered');
  });

  it('does not take a case from somebody who claimed it meanwhile', () => {
    const claimed = caseAfter(claim);
    assert.deepEqual(tried(claimed, takeOver, bo, 1), {
      refused: 'held-by-another',
      holder: personOf(ada),
      since: at('09:01'),
    });
    assert.equal((done(claimed, takeOver, bo, claimed.version) as HeldCase).holder.id, bo.id);
  });

  it('does not take it from somebody to whom it was handed meanwhile', () => {
    const handed = caseAfter(claim, handOver);
    assert.equal((tried(handed, takeOver, bo, 2) as Refusal).refused, 'held-by-another');
    assert.equal((done(handed, takeOver, bo, 3) as HeldCase).holder.id, bo.id);
  });

  it('takes over from the holder it shows, whatever else has happened', () => {
    assert.equal((done(caseAfter(claim, reply, answer), takeOver, bo, 2) as HeldCase).holder.id, bo.id);
  });
});

describe('taking over', () => {
  it('keeps the state, tells why and from whom, and rings the asker', () => {
    const taken = done(caseAfter(claim, askBack), takeOver, bo) as HeldCase;
    assert.deepEqual([taken.status, taken.holder, taken.claimedAt], ['asked-back', personOf(bo), noon]);
    assert.deepEqual([last(taken)?.reason, last(taken)?.person], ['Ada sairastui.', personOf(ada)]);
    assert.ok(rung(taken).includes('asker taken'));
    assert.ok(rung(taken).includes('advisors taken'), 'who had it hears of it');
    assert.ok(!rung(done(waitingCase(), takeOver, bo)).includes('advisors taken'));
  });

  it('tells nobody who has it again that they lost it', () => {
    const back = caseAfter(claim, [bo, takeOver], takeOver);
    const lost = back.rings.flatMap(({ to, whom }) => (to === 'advisors' && whom ? [whom] : []));
    assert.deepEqual(lost, [bo.id]);
  });

  it('rings each who had it, though nobody has been rung yet', () => {
    const twice = caseAfter(claim, [bo, takeOver], [cia, takeOver]);
    const lost = twice.rings.flatMap(({ to, whom }) => (to === 'advisors' && whom ? [whom] : []));
    assert.deepEqual(lost, [ada.id, bo.id]);
    assert.equal(
      rung(twice).filter((one) => one === 'asker taken').length,
      1,
      'the asker hears who has it now',
    );
  });

  it('wants a reason, and not a long one', () => {
    const long = 'x'.repeat(textLimits.reason + 1);
    assert.deepEqual(tried(caseAfter(claim), { do: 'takeOver', reason: ' ' }, cia), {
      refused: 'empty-text',
    });
    assert.deepEqual(tried(caseAfter(claim), { do: 'takeOver', reason: long }, cia), {
      refused: 'too-long',
      most: textLimits.reason,
      length: long.length,
    });
  });

  it('lets an advisor from elsewhere do all that the holder may', () => {
    const bos = lead(caseAfter([bo, takeOver]), [bo, concern], [bo, answer]);
    const recorded = done(bos, markRecorded, bo);
    assert.equal(done(recorded, close, bo).status, 'closed');
    assert.equal(done(done(recorded, close, bo), reopen, bo).status, 'claimed');
    assert.deepEqual(tried(bos, { do: 'markRecorded', reference: ' ' }, bo), { refused: 'empty-text' });
  });

  it('leaves the former holder with no more than anybody else', () => {
    const bos = caseAfter(claim, [bo, takeOver]);
    assert.equal((tried(bos, answer, ada) as Refusal).refused, 'held-by-another');
  });

  it('is what remains when a holder has lost their roles', () => {
    const former: Actor = { ...personOf(ada), ...noRoles };
    assert.equal((tried(caseAfter(claim), answer, former) as Refusal).refused, 'no-role');
    assert.equal(done(caseAfter(claim), takeOver, cia).status, 'claimed');
  });
});

describe('giving a case back or on', () => {
  it('releases it to the queue: a new wait, the same promise, and the advisors ring', () => {
    const freed = done({ ...caseAfter(claim), reminded: true, rescued: true } as Case, release, ada);
    assert.ok(!('holder' in freed) && !('claimedAt' in freed));
    assert.deepEqual([freed.waitingSince, freed.reminded, freed.rescued], [noon, false, false]);
    assert.equal(freed.answerBy, answerDue(county, nine, 'normal'));
    assert.deepEqual(rung(freed), ['advisors handed-over']);
  });

  it('hands it over to a colleague, who rings', () => {
    const cias = done(caseAfter(claim, askBack), handOver, ada) as HeldCase;
    assert.deepEqual([cias.holder, cias.status], [personOf(cia), 'asked-back']);
    assert.deepEqual(last(cias)?.person, personOf(cia));
    assert.ok(rung(cias).includes('holder handed-over'));
  });

  it('changes nothing when handed over to oneself', () => {
    const own = caseAfter(claim);
    assert.equal(tried(own, { do: 'handOver', to: personOf(ada) }, ada), own);
  });
});

describe('moving to another region', () => {
  const waited = waitingCase({ reminded: true, rescued: true });

  it('keeps the clock of a waiting case, and its history', () => {
    const moved = done(waited, transfer, ada);
    assert.deepEqual([moved.region, moved.waitingSince, moved.receivedAt], [koillinen, nine, nine]);
    assert.deepEqual([moved.answerBy, moved.said], [waited.answerBy, waited.said]);
    assert.deepEqual(last(moved)?.reason, 'Asuu Nilsiässä.');
    assert.deepEqual([last(moved)?.from, last(moved)?.to], [waited.region, koillinen]);
    assert.deepEqual(rung(moved), ['asker transferred']);
  });

  for (const [who, command, actor] of [
    ['an advisor', transfer, ada],
    ['the asker', wrongRegion, nurse],
  ] as const) {
    it(`lets the new region's wait be rescued again when ${who} moves it`, () => {
      const moved = done(waited, command, actor);
      assert.deepEqual([moved.reminded, moved.rescued], [true, false]);
    });
  }

  it('puts a held case into the new queue from now on, with the same promise', () => {
    const moved = done(caseAfter(claim, askBack), transfer, ada);
    assert.deepEqual([moved.status, moved.waitingSince], ['waiting', noon]);
    assert.equal(moved.answerBy, waited.answerBy);
    assert.equal(moved.firstClaimedAt, at('09:01'));
  });

  it('refuses the region it is in, a region there is not, and silence about why', () => {
    const to = (region: string, reason = 'Asuu siellä.'): Command => ({
      do: 'transfer',
      region: regionId(region),
      reason,
    });
    assert.deepEqual(tried(waited, to('keskinen'), ada), { refused: 'same-region', region: 'keskinen' });
    assert.deepEqual(tried(waited, to('atlantis'), ada), { refused: 'unknown-choice', field: 'region' });
    assert.deepEqual(tried(waited, to('koillinen', ''), ada), { refused: 'empty-text' });
  });

  it('gives the asker the place they meant', () => {
    const moved = done(waited, { do: 'wrongRegion', region: koillinen, place: placeId('nilsia') }, nurse);
    assert.deepEqual([moved.region, moved.place, moved.waitingSince], [koillinen, 'nilsia', nine]);
  });

  it('forgets the old place when only a region is given', () => {
    assert.ok(!('place' in done(waited, wrongRegion, nurse)));
  });

  it('mends a place within the region without moving the case', () => {
    const mended = done(waited, { do: 'wrongRegion', region: waited.region, place: placeId('kaavi') }, nurse);
    assert.deepEqual([mended.place, mended.version, mended.rescued], ['kaavi', 2, true]);
  });

  it('refuses a place of another region, and one there is not', () => {
    for (const place of ['kuopio', 'atlantis'])
      assert.deepEqual(
        tried(waited, { do: 'wrongRegion', region: koillinen, place: placeId(place) }, nurse),
        {
          refused: 'unknown-choice',
          field: 'region',
        },
      );
  });

  it('changes nothing when it is where it should be', () => {
    const same: Command = { do: 'wrongRegion', region: waited.region, place: placeId('kuopio') };
    assert.equal(tried(waited, same, nurse), waited);
  });
});

describe('the asker', () => {
  it('gives the turn back to the holder by replying, and rings them', () => {
    const told = done(caseAfter(claim, askBack), reply, nurse) as HeldCase;
    assert.deepEqual([told.status, told.askerSpoke, told.holder], ['claimed', told.version, personOf(ada)]);
    assert.deepEqual(rung(told), ['asker asked-back', 'holder replied']);
    assert.deepEqual(told.said.at(-1), {
      n: 2,
      at: noon,
      by: 'asker',
      name: nurse.name,
      kind: 'reply',
      text: 'Ei ole.',
    });
  });

  it('adds to a waiting question without ringing anybody', () => {
    const told = done(waitingCase(), reply, nurse);
    assert.deepEqual([told.status, rung(told), told.saidCount], ['waiting', [], 2]);
  });

  it('edits the question while nobody holds it; the old wording stays among what was said', () => {
    const changed = done(waitingCase(), edit, nurse);
    assert.equal(changed.question, 'Voiko asiakas saada turvapuhelimen?');
    assert.deepEqual(
      changed.said.map(({ kind }) => kind),
      ['question', 'edit'],
    );
    assert.deepEqual([changed.answerBy, changed.askerSpoke], [waitingCase().answerBy, 2]);
  });

  it('changes nothing by sending the same question again', () => {
    const one = waitingCase();
    assert.equal(tried(one, { do: 'edit', text: one.question, urgency: 'normal' }, nurse), one);
  });

  it('raises the urgency: the promise counts from the asking, reminders begin again, advisors ring', () => {
    const one = waitingCase({ reminded: true, rescued: true });
    const raised = done(one, { do: 'edit', text: one.question, urgency: 'urgent' }, nurse);
    assert.deepEqual([raised.urgency, raised.answerBy], ['urgent', answerDue(county, nine, 'urgent')]);
    assert.deepEqual([raised.reminded, raised.rescued, rung(raised)], [false, false, ['advisors urgent']]);
  });

  it('lowers the urgency silently', () => {
    const one = waitingCase({ urgency: 'urgent' });
    const lowered = done(one, { do: 'edit', text: one.question, urgency: 'today' }, nurse);
    assert.deepEqual([lowered.urgency, rung(lowered)], ['today', []]);
  });

  it('hears who has taken the case when it is too late to edit or withdraw', () => {
    for (const command of [edit, withdraw, wrongRegion])
      assert.deepEqual(tried(caseAfter(claim), command, nurse), {
        refused: 'held-by-another',
        holder: personOf(ada),
        since: at('09:01'),
      });
  });

  it('withdraws, and the case is over', () => {
    const gone = done(waitingCase(), withdraw, nurse);
    assert.ok(gone.status === 'withdrawn' && gone.closedAt === noon);
  });

  it('is told with the time of each word', () => {
    const told = [
      done(waitingCase(), edit, nurse),
      done(caseIn('closed'), { do: 'reopen', text: 'Vielä yksi asia.' }, nurse),
      done(caseAfter(claim), { do: 'redirect', to: redirectId('kela'), note: 'Soita.' }, ada),
      done(caseAfter(claim), answer, ada),
    ];
    assert.deepEqual(
      told.map(({ said }) => said.at(-1)?.at),
      told.map(() => noon),
    );
  });

  const texts: readonly (readonly [Command, number])[] = [
    [reply, textLimits.reply],
    [edit, textLimits.question],
    [answer, textLimits.answer],
    [askBack, textLimits.answer],
  ];
  for (const [command, most] of texts) {
    const actor = command.do === 'reply' || command.do === 'edit' ? nurse : ada;
    const one = command.do === 'edit' ? waitingCase() : caseAfter(claim);
    it(`${command.do} holds ${most} characters and no more, and more than blanks`, () => {
      const saying = (text: string) => tried(one, { ...command, text } as Command, actor);
      assert.ok(!isRefusal(saying('x'.repeat(most))));
      assert.deepEqual(saying('x'.repeat(most + 1)), { refused: 'too-long', most, length: most + 1 });
      assert.deepEqual(saying(' \n\t'), { refused: 'empty-text' });
    });
  }
});

describe('reopening', () => {
  const closed = caseIn('closed');

  it('by the asker gives the case back to its holder, who rings', () => {
    const again = done(closed, { do: 'reopen', text: 'Asia muuttui.' }, nurse) as HeldCase;
    assert.deepEqual([again.status, again.holder, again.reopened], ['claimed', personOf(ada), true]);
    assert.ok(rung(again).includes('holder reopened'));
    assert.deepEqual([again.said.at(-1)?.text, again.askerSpoke], ['Asia muuttui.', again.version]);
    assert.ok(!('closedAt' in again) && !('closedBy' in again));
  });

  it('by the asker, with nobody to give it to, puts it into the queue and rings the advisors', () => {
    const { holder: _, ...orphan } = closed as Case & { holder: unknown };
    const again = done(orphan as Case, reopen, nurse);
    assert.deepEqual([again.status, again.waitingSince], ['waiting', noon]);
    assert.deepEqual([again.reminded, again.rescued], [false, false]);
    assert.ok(rung(again).includes('advisors reopened'));
  });

  it('by the asker, when who held it works on the line no more, too', () => {
    const turn = { now: noon, county, gone: ada.id };
    const again = decide(closed, reopen, nurse, turn);
    assert.ok(!isRefusal(again) && again.status === 'waiting');
    assert.ok(rung(again).includes('advisors reopened'));
    const theirs = decide(closed, reopen, nurse, { ...turn, gone: cia.id });
    assert.ok(!isRefusal(theirs) && theirs.status === 'claimed');
  });

  it('by another advisor makes it theirs and rings the asker', () => {
    const again = done(closed, reopen, cia) as HeldCase;
    assert.deepEqual(again.holder, personOf(cia));
    assert.ok(rung(again).includes('asker reopened'));
  });

  it('promises an answer again, from now', () => {
    assert.equal(done(closed, reopen, nurse).answerBy, answerDue(county, noon, 'normal'));
  });

  it('keeps what was promised first, however often it is reopened and whatever the opening hours are by then', () => {
    const once = done(closed, reopen, nurse);
    const mornings = { ...county.opening.week, mon: [{ from: '08:00', to: '09:00' }], tue: [] };
    const shorter = { ...county, opening: { ...county.opening, week: mornings } };
    const again = decide(lead(once, answer, close), reopen, nurse, { now: noon, county: shorter });
    assert.ok(!isRefusal(again));
    assert.deepEqual([once.firstAnswerBy, again.firstAnswerBy], [closed.answerBy, closed.answerBy]);
    assert.notEqual(again.answerBy, once.answerBy);
  });

  it('refuses an empty word, but needs none', () => {
    assert.deepEqual(tried(closed, { do: 'reopen', text: '' }, nurse), { refused: 'empty-text' });
  });

  it('counts a raised urgency from the reopening, not from the first asking', () => {
    const waiting = lead(closed, [nurse, reopen], release);
    const raised = done(waiting, { do: 'edit', text: 'Nyt on kiire.', urgency: 'urgent' }, nurse);
    assert.equal(raised.answerBy, answerDue(county, waiting.waitingSince, 'urgent'));
  });
});

describe('outcomes', () => {
  it('are counted once as guidance however many answers there are', () => {
    const twice = caseAfter(claim, answer, answer);
    assert.deepEqual(
      twice.outcomes.map(({ kind }) => kind),
      ['guidance'],
    );
    assert.equal(twice.firstAnsweredAt, at('09:02'));
  });

  it('count an answer as guidance whatever was granted before', () => {
    assert.deepEqual(
      caseAfter(claim, grant, answer).outcomes.map(({ kind }) => kind),
      ['grant', 'guidance'],
    );
  });

  it('stop the answer clock and ring the asker, each kind', () => {
    for (const command of [grant, assess, redirect]) {
      const told = caseAfter(claim, command);
      assert.deepEqual([told.status, told.firstAnsweredAt], ['answered', at('09:02')], command.do);
      assert.deepEqual(rung(told), ['asker outcome']);
    }
  });

  it('may be several, numbered in order', () => {
    const all = caseAfter(claim, answer, grant, assess, redirect, concern);
    assert.deepEqual(
      all.outcomes.map(({ n, kind }) => [n, kind]),
      [
        [0, 'guidance'],
        [1, 'grant'],
        [2, 'assessment'],
        [3, 'redirect'],
        [4, 'concern'],
      ],
    );
  });

  it('ask for what the county has', () => {
    const held = caseAfter(claim);
    const unknown: readonly (readonly [Command, string])[] = [
      [{ ...grant, service: serviceId('yacht') } as Command, 'service'],
      [{ ...assess, category: categoryId('yacht') } as Command, 'category'],
      [{ do: 'redirect', to: redirectId('yacht') }, 'redirect'],
      [{ do: 'addReference', outcome: 9, reference: 'P-1' }, 'outcome'],
      [markRecorded, 'outcome'],
    ];
    for (const [command, field] of unknown)
      assert.deepEqual(tried(held, command, ada), { refused: 'unknown-choice', field });
  });

  it('keep their free texts short', () => {
    const held = caseAfter(claim);
    const long = (most: number) => 'x'.repeat(most + 1);
    const tooLong: readonly (readonly [Command, number])[] = [
      [{ ...grant, reference: long(textLimits.reference) } as Command, textLimits.reference],
      [{ ...assess, appointment: long(textLimits.appointment) } as Command, textLimits.appointment],
      [{ ...redirect, note: long(textLimits.answer) } as Command, textLimits.answer],
    ];
    for (const [command, most] of tooLong) {
      assert.deepEqual(tried(held, command, ada), { refused: 'too-long', most, length: most + 1 });
      const shorter = Object.entries(command).map(([field, value]) => [
        field,
        String(value).length > most ? String(value).slice(1) : value,
      ]);
      assert.ok(!isRefusal(tried(held, Object.fromEntries(shorter), ada)), command.do);
    }
  });

  it('tell the asker a note with a redirection, and nothing when it is blank', () => {
    const noted = caseAfter(claim, { do: 'redirect', to: redirectId('kela'), note: 'Soita Kelaan.' });
    assert.equal(noted.said.at(-1)?.text, 'Soita Kelaan.');
    assert.equal(caseAfter(claim, { do: 'redirect', to: redirectId('kela'), note: ' ' }).saidCount, 1);
  });

  it('count a redirection as misdirected when the county says so', () => {
    const of = (to: string) => caseAfter(claim, { do: 'redirect', to: redirectId(to) }).outcomes[0];
    assert.deepEqual(
      [of('kela'), of('client-door')].map((one) => one?.kind === 'redirect' && one.misdirected),
      [false, true],
    );
  });

  it('know a grant that is only for opening hours', () => {
    const crisis = { ...grant, service: serviceId('crisis-place') } as Command;
    const evening = decide(caseAfter(claim), crisis, ada, { now: at('18:00'), county });
    assert.deepEqual(evening, { refused: 'only-when-open' });
    assert.equal(done(caseAfter(claim), crisis, ada).status, 'answered');
  });

  it('measure the assessment from when the line received the contact, not from the request', () => {
    const [outcome] = lead(waitingCase(), claim, assess).outcomes;
    assert.ok(outcome?.kind === 'assessment');
    assert.deepEqual(outcome.clock, { kind: 'statutory', beginBy: '2026-12-02', warnOn: '2026-11-30' });
  });
});

describe('a call-back', () => {
  const wanted = lead(waitingCase({ wantsCallback: true }), claim);

  it('that was made answers the case once', () => {
    const called = done(wanted, callbackMade, ada);
    assert.deepEqual([called.status, called.firstAnsweredAt], ['answered', noon]);
    assert.deepEqual(
      called.outcomes.map(({ kind }) => kind),
      ['callback'],
    );
    assert.equal(tried(called, callbackMade, ada), called);
  });

  it('that nobody asked for is not made', () => {
    assert.deepEqual(tried(caseAfter(claim), callbackMade, ada), { refused: 'no-callback' });
  });
});

describe('a concern', () => {
  it('reported by the asker rings who should look at it, and gives the turn back', () => {
    assert.deepEqual(rung(done(waitingCase(), concern, nurse)), ['advisors replied']);
    const told = done(caseAfter(claim, answer), concern, nurse);
    assert.deepEqual([told.status, told.hasDetails], ['claimed', true]);
    assert.ok(rung(told).includes('holder replied'));
  });

  const danger: Command = { do: 'concern', facts: { ...facts, danger: true } };

  it('of danger makes a waiting question urgent: promised, rung and rescued like any urgent one', () => {
    const waiting = waitingCase({ urgency: 'normal' });
    const told = done(waiting, danger, nurse);
    assert.deepEqual([told.urgency, told.answerBy], ['urgent', answerDue(county, noon, 'urgent')]);
    assert.deepEqual(rung(told), ['advisors urgent']);
    const inOpenTime = (minutes: number) => addOpenMinutes(county.opening, waiting.waitingSince, minutes);
    const { remindAfter, rescueAfter } = county.promises.urgent;
    assert.deepEqual(
      duesOf(county, told).map(({ due, at: when }) => [due, when]),
      [
        ['remind', inOpenTime(remindAfter)],
        ['rescue', inOpenTime(rescueAfter)],
      ],
    );
  });

  it('reminds nobody of a question again, and offers it to nobody a second time', () => {
    const offered = { ...waitingCase({ urgency: 'normal' }), reminded: true, rescued: true };
    assert.deepEqual(duesOf(county, done(offered, danger, nurse)), []);
  });

  it('makes a question no less urgent, and no promise later', () => {
    const urgent = waitingCase({ urgency: 'urgent', answerBy: at('09:30') });
    const told = done(urgent, concern, nurse);
    assert.deepEqual(
      [told.urgency, told.answerBy, rung(told)],
      ['urgent', at('09:30'), ['advisors replied']],
    );
    const soon = done(waitingCase({ urgency: 'normal', answerBy: at('12:05') }), danger, nurse);
    assert.deepEqual([soon.urgency, soon.answerBy], ['urgent', at('12:05')]);
  });

  it('hastens a question that somebody has, which becomes theirs again', () => {
    const told = done(caseAfter(claim, answer), danger, nurse);
    assert.deepEqual([told.status, told.urgency], ['claimed', 'urgent']);
    assert.ok(rung(told).includes('holder replied'));
  });

  it('of the holder’s leaves the question’s own urgency', () => {
    assert.equal(done(caseAfter(claim), danger, ada).urgency, caseAfter(claim).urgency);
  });

  it('is not taken back with the question, and its urgency not by an edit of it', () => {
    const told = done(waitingCase({ urgency: 'normal' }), danger, nurse);
    assert.deepEqual(tried(told, withdraw, nurse), { refused: 'report-stays' });
    const edited = done(told, { do: 'edit', text: 'Ei niin kiire.', urgency: 'normal' }, nurse);
    assert.deepEqual([edited.question, edited.urgency], ['Ei niin kiire.', 'urgent']);
  });

  it('that opened the case has no question to edit', () => {
    const topic = county.topics.find(({ kind }) => kind === 'concern');
    assert.ok(topic);
    const question = topic.name[county.channelLanguage];
    const told = waitingCase({ topic: topic.id, question, outcomes: [reported] });
    for (const command of [edit, withdraw])
      assert.deepEqual(tried(told, command, nurse), { refused: 'report-stays' });
  });

  it('reported by the holder gives the asker a receipt', () => {
    assert.deepEqual(rung(done(caseAfter(claim), concern, ada)), ['asker outcome']);
  });

  it('must be recorded before the case is closed', () => {
    const told = caseAfter(claim, concern);
    assert.deepEqual(tried(told, close, ada), { refused: 'record-first' });
    assert.equal(done(lead(told, markRecorded), close, ada).status, 'closed');
  });

  it('is recorded with its reference and urgency, by any advisor of the region', () => {
    const told = caseAfter(claim, [ada, { do: 'concern', facts, assessed: 'today' }]);
    const [kept] = done(told, markRecorded, cia).outcomes;
    assert.ok(kept?.kind === 'concern');
    assert.deepEqual(kept.recorded, { at: noon, by: personOf(cia), reference: 'ILM-2026-17' });
    assert.equal(kept.assessed, 'today');
    const [urgent] = done(told, { ...markRecorded, assessed: 'urgent' } as Command, cia).outcomes;
    assert.ok(urgent?.kind === 'concern' && urgent.assessed === 'urgent');
  });

  it('is recorded one by one, the latest first', () => {
    const two = caseAfter(claim, concern, concern, markRecorded);
    const recorded = two.outcomes.map((one) => one.kind === 'concern' && one.recorded !== undefined);
    assert.deepEqual(recorded, [false, true]);
  });

  it('recorded twice under the same reference changes nothing', () => {
    const kept = caseAfter(claim, concern, markRecorded);
    assert.equal(tried(kept, markRecorded, ada), kept);
  });
});

describe('closing', () => {
  it('needs something to count', () => {
    assert.deepEqual(tried(caseAfter(claim), close, ada), { refused: 'no-outcome' });
  });

  it('keeps the holder, and rings the asker', () => {
    const closed = done(caseAfter(claim, answer), close, ada);
    assert.ok(closed.status === 'closed');
    assert.deepEqual([closed.holder, closed.closedBy, closed.closedAt], [personOf(ada), personOf(ada), noon]);
    assert.ok(!('claimedAt' in closed));
    assert.ok(rung(closed).includes('asker closed'));
  });

  it('is itself the answer when nothing else was', () => {
    const closed = done(caseAfter(claim, concern, markRecorded), close, ada);
    assert.equal(closed.firstAnsweredAt, noon);
  });

  it('leaves references to be added later, by the former holder or the region', () => {
    const closed = caseAfter(claim, grant, close);
    for (const actor of [ada, cia]) {
      const [outcome] = done(closed, addReference, actor).outcomes;
      assert.ok(outcome?.kind === 'grant' && outcome.reference === 'P-2026-1');
    }
    const kept = done(closed, addReference, ada);
    assert.deepEqual([kept.status, kept.rings.length], ['closed', closed.rings.length]);
    assert.equal(tried(kept, addReference, ada), kept);
  });
});

describe('rings', () => {
  const sentAll = (one: Case): Case => ({
    ...one,
    rings: one.rings.map((ring) => ({ ...ring, state: 'sent' })),
  });

  it('of the same kind that are still due are one ring', () => {
    assert.deepEqual(rung(caseAfter(claim, answer, answer, answer)), ['asker answered']);
  });

  it('keep a due one through any number of others', () => {
    let one: Case = caseAfter(claim, askBack);
    const due = one.rings[0];
    for (let round = 0; round < 40; round += 1) {
      const rest = done(one, round % 2 ? answer : grant, ada);
      one = {
        ...rest,
        rings: rest.rings.map((ring) => (ring.n === due?.n ? ring : { ...ring, state: 'sent' })),
      };
    }
    assert.deepEqual(one.rings[0], due);
    assert.ok(one.rings.length <= keptAlong.rings + 1, `${one.rings.length} rings`);
  });

  it('are numbered for ever, also when old ones have fallen away', () => {
    let one: Case = caseAfter(claim);
    for (let round = 0; round < 20; round += 1) one = sentAll(done(one, answer, ada));
    assert.equal(one.ringCount, 20);
    assert.deepEqual(
      one.rings.map(({ n }) => n),
      [12, 13, 14, 15, 16, 17, 18, 19],
    );
  });

  it('that failed give way to a new one of the same', () => {
    const failed: Case = { ...caseAfter(claim), rings: [failedRing], ringCount: 1 };
    assert.deepEqual(
      done(failed, answer, ada).rings.map(({ n, state }) => [n, state]),
      [[1, 'due']],
    );
  });

  it('that are being sent are left alone', () => {
    const sending: Case = { ...caseAfter(claim), rings: [{ ...failedRing, state: 'sending' }], ringCount: 1 };
    assert.deepEqual(
      done(sending, answer, ada).rings.map(({ state }) => state),
      ['sending', 'due'],
    );
  });

  it('are due again when a person says so, and the lost card is tried again', () => {
    const unsure: Ring = { ...failedRing, n: 1, about: 'closed', state: 'unsure' };
    const stuck: Case = { ...caseAfter(claim), rings: [failedRing, unsure], views: { asker: lostView } };
    const again = done(stuck, resend, ada);
    assert.deepEqual(
      again.rings.map(({ state }) => state),
      ['due', 'due'],
    );
    assert.deepEqual(again.views.asker, {
      conversation: 'chat',
      activity: '1',
      shown: '3',
      state: 'live',
      wanted: 1,
      tries: 0,
    });
  });

  it('are not sent again when none is stuck', () => {
    const fine = sentAll(caseAfter(claim, answer));
    assert.equal(tried(fine, resend, ada), fine);
  });
});

describe('what travels with a case', () => {
  it('is the last few words and steps; the count goes on', () => {
    let one: Case = caseAfter(claim);
    for (let round = 0; round < 30; round += 1)
      one = done(one, round % 2 ? reply : answer, round % 2 ? nurse : ada);
    assert.deepEqual([one.said.length, one.saidCount], [keptAlong.said, 31]);
    assert.equal(one.said.at(-1)?.n, 30);
    assert.deepEqual([one.trail.length, last(one)?.version], [keptAlong.trail, 32]);
  });

  it('has the newest answer among the words, however much the asker has said since', () => {
    let one: Case = caseAfter(claim, answer);
    for (let round = 0; round < 2 * keptAlong.said; round += 1) one = done(one, reply, nurse);
    assert.equal(one.said[0]?.kind, 'answer');
    assert.deepEqual([one.said.length, one.said.at(-1)?.n], [keptAlong.said, one.saidCount - 1]);
  });

  it('says when upkeep must look again', () => {
    assert.equal(waitingCase().dueAt, at('11:00'));
    assert.ok(!('dueAt' in caseAfter(claim)));
    assert.equal(caseIn('closed').dueAt, at('06:00', 30));
  });

  it('stays in the region that took it over from elsewhere', () => {
    assert.equal(caseAfter([bo, takeOver]).region, 'keskinen');
    assert.deepEqual(bo.advisorIn, [pohjoinen]);
  });
});
