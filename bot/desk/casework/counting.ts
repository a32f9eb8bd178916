/** Hands the store, with every change of a case, the fact that the case is counted as. */
import { isRefusal } from '../../domain/case/command.ts';
import type { County } from '../../domain/county.ts';
import { changedContact, contactOf } from '../../domain/tally/tally.ts';
import type { CaseStore, CountedCaseStore } from '../ports.ts';

/** What is kept, its cases counted: nobody else who changes one need think of the tallies. */
export function counting<Kept extends { readonly cases: CountedCaseStore }>(
  county: County,
  kept: Kept,
): Omit<Kept, 'cases'> & { readonly cases: CaseStore } {
  return { ...kept, cases: countedCases(county, kept.cases) };
}

function countedCases(county: County, cases: CountedCaseStore): CaseStore {
  return {
    ...cases,
    open: (opened) => cases.open({ case: opened, fact: contactOf(county, opened) }),
    change: (id, decision, once) =>
      cases.change(
        id,
        (current) => {
          const next = decision(current);
          if (isRefusal(next)) return next;
          const fact = changedContact(county, current, next);
          return { case: next, ...(fact && { fact }) };
        },
        once,
      ),
  };
}
