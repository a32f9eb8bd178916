/** The figures of a month, each against a count of the same contacts that is written another way. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { regionId, serviceId } from '../../../bot/domain/names.ts';
import { countsMany, type Dimension, dimensions } from '../../../bot/domain/tally/dimensions.ts';
import { compact, cutTo, merged } from '../../../bot/domain/tally/facts.ts';
import {
  assessments,
  cellOf,
  countBy,
  countOf,
  digitalShare,
  misdirectedShare,
  promisesKept,
  tableOf,
  timesOf,
} from '../../../bot/domain/tally/figures.ts';
import type { Contact } from '../../../bot/domain/tally/tally.ts';
import { anyContacts, contact, times } from '../../support/contacts.ts';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((whole, n) => whole + n, 0);

/** What people see of a contact, in their own words: nothing of the product's own reading of it. */
const seen: { readonly [dimension in Dimension]: (one: Contact) => readonly (string | undefined)[] } = {
  region: (one) => [one.region],
  place: (one) => [one.place],
  channel: (one) => [one.channel],
  topic: (one) => [one.topic],
  category: (one) => [one.category],
  urgency: (one) => [one.urgency],
  priority75: (one) => [one.priority75],
  care: (one) => [one.care],
  role: (one) => [one.role],
  unit: (one) => [one.unit],
  weekday: (one) => [one.weekday],
  hour: (one) => [`${one.hour}`],
  outcome: (one) => one.outcomes,
  service: (one) => one.services,
  redirect: (one) => one.redirects,
  assessment: (one) => one.assessments ?? [],
  concern: (one) => one.concerns ?? [],
  misdirected: (one) => [one.misdirected ? 'yes' : 'no'],
  withdrawn: (one) => [one.withdrawn ? 'yes' : 'no'],
  reopened: (one) => [one.reopened ? 'yes' : 'no'],
  promise: (one) => [one.promiseKept === undefined ? undefined : one.promiseKept ? 'kept' : 'broken'],
};
const seenIn = (dimension: Dimension, one: Contact): string[] => {
  const values = seen[dimension](one).flatMap((value) => (value === undefined ? [] : [String(value)]));
  return values.length > 0 ? values : [''];
};

function countedByHand(contacts: readonly Contact[], dimension: Dimension): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const one of contacts)
    for (const value of seenIn(dimension, one)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('counts of contacts', () => {
  for (const dimension of dimensions) {
    it(`are by ${dimension} what a count by hand gives`, () => {
      fc.assert(
        fc.property(anyContacts, (contacts) => {
          const counts = countBy(compact(contacts), dimension);
          assert.deepEqual(new Map(counts), new Map(Object.entries(countedByHand(contacts, dimension))));
        }),
        { numRuns: 40 },
      );
    });

    it(`${countsMany(dimension) ? 'add up to no fewer than' : 'add up to'} the contacts, by ${dimension}`, () => {
      fc.assert(
        fc.property(anyContacts, (contacts) => {
          const whole = sum(countBy(compact(contacts), dimension).values());
          if (countsMany(dimension)) assert.ok(whole >= contacts.length);
          else assert.equal(whole, contacts.length);
        }),
        { numRuns: 40 },
      );
    });
  }

  it('agree whichever way a table is cut: each row of it is the count of its own contacts', () => {
    const any = fc.constantFrom(...dimensions);
    fc.assert(
      fc.property(anyContacts, any, any, (contacts, rows, across) => {
        const table = tableOf(compact(contacts), rows, across);
        for (const value of new Set(contacts.flatMap((one) => seenIn(rows, one)))) {
          // a contact with the same value twice stands twice in the row
          const own = contacts.flatMap((one) =>
            seenIn(rows, one)
              .filter((each) => each === value)
              .map(() => one),
          );
          assert.deepEqual(new Map(table.get(value)), new Map(Object.entries(countedByHand(own, across))));
        }
      }),
    );
  });

  it('are the same in a table and in that table turned', () => {
    const any = fc.constantFrom(...dimensions);
    fc.assert(
      fc.property(anyContacts, any, any, (contacts, one, other) => {
        const facts = compact(contacts);
        const turned = tableOf(facts, other, one);
        for (const [row, counts] of tableOf(facts, one, other))
          for (const [column, n] of counts) assert.equal(cellOf(turned, column, row), n);
      }),
    );
  });

  it('are those of the contacts a cut leaves', () => {
    const any = fc.constantFrom(...dimensions);
    fc.assert(
      fc.property(anyContacts, any, fc.nat(3), any, (contacts, by, nth, dimension) => {
        const values = [...new Set(contacts.flatMap((one) => seenIn(by, one)))].slice(0, nth);
        const left = contacts.filter((one) => seenIn(by, one).some((value) => values.includes(value)));
        const cut = cutTo(compact(contacts), { [by]: values });
        assert.equal(cut.size, left.length);
        assert.deepEqual(
          new Map(countBy(cut, dimension)),
          new Map(Object.entries(countedByHand(left, dimension))),
        );
      }),
    );
  });

  it('of several months are the sums of theirs', () => {
    fc.assert(
      fc.property(
        fc.array(anyContacts, { maxLength: 4 }),
        fc.constantFrom(...dimensions),
        (months, dimension) => {
          const facts = merged(months.map(compact));
          assert.deepEqual(
            new Map(countBy(facts, dimension)),
            new Map(Object.entries(countedByHand(months.flat(), dimension))),
          );
          assert.deepEqual(timesOf(facts, 'toAnswer'), timesOf(compact(months.flat()), 'toAnswer'));
        },
      ),
    );
  });

  it('are none without contacts', () => {
    assert.equal(countBy(compact([]), 'region').size, 0);
    assert.equal(tableOf(compact([]), 'region', 'topic').size, 0);
  });
});

describe('times', () => {
  it('are those within which half and nine of ten were done', () => {
    fc.assert(
      fc.property(
        anyContacts,
        fc.constantFrom('toClaim' as const, 'toAnswer' as const),
        (contacts, which) => {
          const measured = contacts.flatMap((one) => (one[which] === undefined ? [] : [one[which]]));
          const told = timesOf(compact(contacts), which);
          assert.equal(told?.n ?? 0, measured.length);
          if (!told) return;
          for (const [share, minutes] of [
            [0.5, told.median],
            [0.9, told.p90],
          ] as const) {
            const within = measured.filter((one) => one <= minutes).length;
            const below = measured.filter((one) => one < minutes).length;
            assert.ok(within >= share * measured.length, 'enough were done by then');
            assert.ok(below < share * measured.length, 'and not before');
          }
        },
      ),
    );
  });

  it('are told of what was measured: an answer at once took no minutes, an answer not given took no time', () => {
    assert.deepEqual(timesOf(compact([contact({ toAnswer: 0 }), contact()]), 'toAnswer'), {
      n: 1,
      median: 0,
      p90: 0,
    });
    assert.equal(timesOf(compact([contact()]), 'toAnswer'), undefined);
  });
});

describe('shares', () => {
  it('tell how many of how many', () => {
    const facts = compact([
      ...times(3, { channel: 'teams', misdirected: true, promiseKept: true }),
      ...times(2, { channel: 'email', promiseKept: false }),
      ...times(5),
    ]);
    assert.deepEqual(digitalShare(facts), { n: 3, of: 10 });
    assert.deepEqual(misdirectedShare(facts), { n: 3, of: 10 });
    assert.deepEqual(promisesKept(facts), { n: 3, of: 5 });
  });

  it('of needs assessments are of those that the law sets a clock for', () => {
    const facts = compact([
      contact({ assessments: ['statutory-in-time', 'target-late'] }),
      contact({ assessments: ['statutory-late'] }),
      contact({ assessments: ['statutory-in-time'] }),
      contact(),
    ]);
    assert.deepEqual(assessments(facts), { all: 4, statutory: { n: 2, of: 3 } });
  });
});

describe('misdirected contacts', () => {
  it('tell where they should have gone', () => {
    const facts = compact([
      contact({ misdirected: true, redirects: ['kela'] as unknown as Contact['redirects'] }),
      contact({ redirects: ['parish'] as unknown as Contact['redirects'] }),
    ]);
    assert.deepEqual([...countBy(cutTo(facts, { misdirected: ['yes'] }), 'redirect')], [['kela', 1]]);
  });
});

describe('grants by service', () => {
  it('count two grants of one service twice, in their own region', () => {
    const meals = serviceId('meals');
    const facts = compact([
      contact({ services: [meals, meals] }),
      contact({ region: regionId('pohjoinen') }),
    ]);
    assert.equal(countOf(countBy(facts, 'service'), meals), 2);
    assert.equal(cellOf(tableOf(facts, 'region', 'service'), 'keskinen', meals), 2);
  });
});
