/** Whatever people do to a case in whatever order, and whenever time passes: what always holds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addMinutes } from '../../../bot/domain/calendar.ts';
import { type Case, isHeld, keptAlong, type Outcome, type Ring } from '../../../bot/domain/case/case.ts';
import { type Command, isRefusal } from '../../../bot/domain/case/command.ts';
import { tick } from '../../../bot/domain/case/deadlines.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import { categoryId, day, placeId, redirectId, serviceId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import { type Contact, contactOf } from '../../../bot/domain/tally/tally.ts';
import {
  ada,
  bo,
  cia,
  county,
  eve,
  facts,
  nine,
  nurse,
  personOf,
  stranger,
  waitingCase,
} from '../../support/cases.ts';

/** Mostly what is allowed, now and then what is not: a story of refusals tells little. */
const mostly = <T>(good: readonly T[], bad: readonly T[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );
const text = fc.oneof(
  { weight: 5, arbitrary: mostly(['Kyllä.'], ['', ' ', 'x'.repeat(3001)]) },
  { weight: 1, arbitrary: fc.string() },
);
const reason = mostly(['sairastui'], ['', 'x'.repeat(301)]);
const region = fc.constantFrom(...county.regions.map(({ id }) => id));
const urgency = fc.constantFrom('urgent' as const, 'today' as const, 'normal' as const);
const outcome = fc.nat(3);
const days = mostly(['2026-11-23', '2026-12-01'], ['2027-02-01', 'x']).map(day);

const wordless = (...wishes: Command['do'][]) =>
  fc.constantFrom(...wishes).map((wish) => ({ do: wish }) as Command);

const commands: fc.Arbitrary<Command> = fc.oneof(
  wordless('claim', 'release', 'withdraw', 'callbackMade', 'resend'),
  wordless('claim', 'close'),
  wordless('close', 'reopen'),
  fc.record({ do: fc.constantFrom('reply', 'answer', 'askBack'), text }) as fc.Arbitrary<Command>,
  fc.record({ do: fc.constant('edit'), text, urgency }) as fc.Arbitrary<Command>,
  fc.record({ do: fc.constant('takeOver'), reason }) as fc.Arbitrary<Command>,
  fc.record({ do: fc.constant('transfer'), region, reason }) as fc.Arbitrary<Command>,
  fc.record({
    do: fc.constant('wrongRegion'),
    region,
    place: fc.constantFrom('kuopio', 'nilsia', 'x').map(placeId),
  }) as fc.Arbitrary<Command>,
  fc.record({
    do: fc.constant('grant'),
    service: mostly(['meals', 'crisis-place'], ['x']).map(serviceId),
    from: days,
    to: days,
    amount: mostly([1], [-1, 4]),
  }) as fc.Arbitrary<Command>,
  fc.record({
    do: fc.constant('assess'),
    category: mostly(['housing'], ['x']).map(categoryId),
    priority75: fc.constantFrom('yes', 'no', 'unknown'),
  }) as fc.Arbitrary<Command>,
  fc.record({
    do: fc.constant('redirect'),
    to: mostly(['kela', 'client-door'], ['x']).map(redirectId),
    note: text,
  }) as fc.Arbitrary<Command>,
  fc.record({ do: fc.constant('concern'), facts: fc.constant(facts) }) as fc.Arbitrary<Command>,
  fc.record({ do: fc.constant('markRecorded'), reference: reason }) as fc.Arbitrary<Command>,
  fc.record({ do: fc.constant('addReference'), outcome, reference: reason }) as fc.Arbitrary<Command>,
  fc.record({
    do: fc.constant('handOver'),
    to: fc.constantFrom(ada, cia, bo).map(personOf),
  }) as fc.Arbitrary<Command>,
);

type Event =
  | { readonly command: Command; readonly who: number | undefined; readonly behind: number }
  | { readonly pass: number }
  /** What became of the messages that were due. */
  | { readonly rings: Ring['state'] };

const people = [nurse, ada, cia, bo, eve, stranger];
const askersOwn: readonly Command['do'][] = ['reply', 'edit', 'withdraw', 'wrongRegion', 'reopen'];
/** Whom the command belongs to: the asker, or the holder. */
const ownerOf = (one: Case, command: Command): Actor => {
  if (askersOwn.includes(command.do)) return nurse;
  return people.find(({ id }) => isHeld(one) && id === one.holder.id) ?? ada;
};
const events: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      command: commands,
      who: fc.option(fc.nat(people.length - 1), { nil: undefined, freq: 1 }),
      behind: mostly([0], [1, 3]),
    }),
  },
  { weight: 2, arbitrary: fc.record({ pass: fc.constantFrom(5, 90, 600, 20_000, 60_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ rings: fc.constantFrom<Ring['state'][]>('sending', 'sent', 'failed', 'unsure') }),
  },
);

const isOnItsWay = ({ state }: Ring) => state === 'due' || state === 'sending';

/** Each event with the case before and after it. */
function* life(story: readonly Event[]): Generator<{ event: Event; before: Case; after: Case }> {
  let now = nine;
  let before: Case = waitingCase({ wantsCallback: true });
  for (const event of story) {
    let after: Case = before;
    if ('pass' in event) {
      now = addMinutes(now, event.pass);
      after = tick(county, before, now);
    } else if ('rings' in event) {
      const rings: readonly Ring[] = before.rings.map((ring) =>
        isOnItsWay(ring) ? { ...ring, state: event.rings } : ring,
      );
      after = { ...before, rings };
    } else {
      const actor = people[event.who ?? -1] ?? ownerOf(before, event.command);
      const next = decide(before, event.command, actor, { now, county, seen: before.version - event.behind });
      if (!isRefusal(next)) after = next;
    }
    yield { event, before, after };
    before = after;
  }
}

const stories = fc.array(events, { minLength: 20, maxLength: 60, size: 'max' });
const endOf = (story: readonly Event[]): Case => [...life(story)].at(-1)?.after ?? waitingCase();
const always = (holds: (step: { event: Event; before: Case; after: Case }) => void) =>
  fc.assert(
    fc.property(stories, (story) => {
      for (const step of life(story)) holds(step);
    }),
    { numRuns: 300 },
  );

const dueKinds = ({ rings }: Case) =>
  rings.filter(({ state }) => state === 'due').map(({ to, about }) => to + about);

describe('a case, whatever happens to it', () => {
  it('never breaks, and its version grows by one with each change that people make', () => {
    always(({ event, before, after }) => {
      if (!('command' in event)) return;
      assert.equal(after.version, after === before ? before.version : before.version + 1);
    });
  });

  it('has a holder while it is held, and none while it waits or was withdrawn', () => {
    always(({ after }) => {
      const holder = 'holder' in after ? after.holder : undefined;
      if (isHeld(after)) assert.ok(holder && after.claimedAt, after.status);
      if (after.status === 'waiting' || after.status === 'withdrawn')
        assert.equal(holder, undefined, after.status);
      assert.equal('claimedAt' in after, isHeld(after));
    });
  });

  it('is over with a time and, when closed, with something to count', () => {
    always(({ before, after }) => {
      const isOver = after.status === 'closed' || after.status === 'withdrawn';
      assert.equal('closedAt' in after, isOver);
      if (before.status === after.status || after.status !== 'closed') return;
      assert.ok(after.outcomes.length > 0 && after.firstAnsweredAt);
      assert.ok(after.outcomes.every((one: Outcome) => one.kind !== 'concern' || one.recorded));
    });
  });

  it('never comes back from being withdrawn or purged', () => {
    always(({ before, after }) => {
      if (before.status === 'withdrawn') assert.equal(after.status, 'withdrawn');
      if (before.purgedAt) assert.deepEqual([after.purgedAt, after.status], [before.purgedAt, before.status]);
      if (before.purgedAt) assert.deepEqual([after.question, after.said], ['', []]);
    });
  });

  it('changes hands only by a press that says so', () => {
    const handing: readonly Command['do'][] = ['claim', 'takeOver', 'handOver', 'reopen'];
    always(({ event, before, after }) => {
      if (!isHeld(before) || !isHeld(after) || before.holder.id === after.holder.id) return;
      assert.ok('command' in event && handing.includes(event.command.do));
    });
  });

  it('loses no ring that is due, keeps few, and rings nobody twice for the same', () => {
    always(({ event, before, after }) => {
      const kinds = dueKinds(after);
      if (!after.purgedAt && !('rings' in event))
        for (const kind of dueKinds(before)) assert.ok(kinds.includes(kind), `${kind} is lost`);
      assert.equal(new Set(kinds).size, kinds.length);
      // of each kind at most one is due, one on its way and one stuck
      assert.ok(after.rings.length <= keptAlong.rings + 3 * 20, `${after.rings.length} rings`);
      assert.ok(after.rings.every(({ n }) => n < after.ringCount));
    });
  });

  it('travels light: the last words and steps, numbered on', () => {
    always(({ after }) => {
      assert.ok(after.said.length <= keptAlong.said && after.trail.length <= keptAlong.trail);
      assert.ok(after.purgedAt || after.said.at(-1)?.n === after.saidCount - 1);
      assert.equal(after.trail.at(-1)?.version, after.version);
      assert.ok(after.askerSpoke <= after.version);
    });
  });

  it('numbers its outcomes in order and never unmakes one but by purging', () => {
    always(({ before, after }) => {
      const numbers = after.outcomes.map(({ n }) => n);
      if (!after.purgedAt) assert.deepEqual(numbers, [...numbers.keys()]);
      assert.ok(after.purgedAt || after.outcomes.length >= before.outcomes.length);
    });
  });

  it('is counted as one contact that names nobody, in the month it was asked', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const contact: Contact = contactOf(county, endOf(story));
        assert.equal(contact.month, '2026-11');
        assert.ok(!JSON.stringify(contact).includes(nurse.name));
        assert.ok((contact.toClaim ?? 0) >= 0 && (contact.toAnswer ?? 0) >= 0);
      }),
    );
  });

  it('is done with by upkeep in the end', () => {
    fc.assert(
      fc.property(stories, (story) => {
        let one = endOf(story);
        let now = addMinutes(nine, 40_000_000);
        for (let look = 0; look < 4; look += 1, now = addMinutes(now, 3000)) one = tick(county, one, now);
        assert.equal(tick(county, one, now), one);
        assert.equal(Boolean(one.purgedAt), one.status === 'closed' || one.status === 'withdrawn');
      }),
    );
  });
});
