/** How a no of the desk is told over HTTP: by its own name and status, or by a common code without its facts. */
import assert from 'node:assert/strict';
import { personId, regionId } from '../../bot/domain/names.ts';
import { noRole } from '../../bot/domain/roles.ts';
import { caseRefusal, deskAnswer } from '../../bot/http/desk-answers.ts';

describe('an answer of the desk', () => {
  it('is what was found', () => {
    assert.deepEqual(deskAnswer({ pages: [] }), { status: 200, body: { pages: [] } });
  });

  it('that says no carries its code, its status and what mends it', () => {
    assert.deepEqual(deskAnswer(noRole('updater')), {
      status: 403,
      body: { error: { code: 'no-role', needs: 'updater' } },
    });
  });

  it('that the tab need not tell apart carries a common code alone', () => {
    assert.deepEqual(deskAnswer({ refused: 'running' }), {
      status: 409,
      body: { error: { code: 'not-now' } },
    });
  });

  it('of a case tells neither its region nor who holds it', () => {
    const holder = { id: personId('ada'), name: 'Ada' };
    const since = '2026-11-23T10:00:00.000Z' as never;
    const held = caseRefusal({ refused: 'held-by-another', holder, since });
    assert.deepEqual(held, { status: 409, body: { error: { code: 'not-now' } } });
    const denied = caseRefusal({ ...noRole('supervisor'), region: regionId('keskinen') });
    assert.deepEqual(denied.body, { error: { code: 'no-role', needs: 'supervisor' } });
  });

  it('has a status for every code there is: one without does not compile', () => {
    // @ts-expect-error no part of the desk says so
    deskAnswer({ refused: 'heading' });
  });
});
