/** What the desk adds to each change of a case: the fact that it is counted as, made of the case as it is just then. */
import assert from 'node:assert/strict';
import { counting } from '../../../bot/desk/casework/counting.ts';
import type { Counted, CountedCaseStore } from '../../../bot/desk/ports.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { isRefusal, type Refusal } from '../../../bot/domain/case/command.ts';
import { contactOf } from '../../../bot/domain/tally/tally.ts';
import {
  answer,
  assess,
  caseAfter,
  claim,
  county,
  firstId,
  lead,
  reply,
  waitingCase,
} from '../../support/cases.ts';

/** A store in which others are faster: each try of a change meets the next of these cases. */
function metBy(...met: readonly Case[]) {
  const tries: (Counted | Refusal)[] = [];
  const cases = {
    async change(_: unknown, decision: (current: Case) => Counted | Refusal) {
      tries.push(...met.map(decision));
      const last = tries.at(-1) ?? assert.fail();
      return isRefusal(last) ? last : last.case;
    },
  } as unknown as CountedCaseStore;
  return { tries, change: counting(county, { cases }).cases.change };
}

describe('a change of a case', () => {
  it('brings at each try the fact of the case that it makes then, not of the one it met first', async () => {
    const met = [caseAfter(claim), caseAfter(claim, assess)];
    const answered = (one: Case) => lead(one, answer);
    const { tries, change } = metBy(...met);
    await change(firstId, answered);
    const facts = tries.map((one) => (isRefusal(one) ? assert.fail() : one.fact));
    assert.deepEqual(
      facts,
      met.map((one) => contactOf(county, answered(one))),
    );
    assert.notDeepEqual(facts[0], facts[1]);
  });

  it('brings none when the fact that stands tells the same, or nothing is changed', async () => {
    const { tries, change } = metBy(waitingCase());
    await change(firstId, (current) => lead(current, reply));
    await change(firstId, (current) => current);
    assert.deepEqual(tries, [{ case: caseAfter(reply) }, { case: waitingCase() }]);
  });

  it('that is refused is told so as it is', async () => {
    const { change } = metBy(waitingCase());
    assert.deepEqual(await change(firstId, () => ({ refused: 'not-yours' })), { refused: 'not-yours' });
  });
});
