import assert from 'node:assert/strict';
import { makeCaseId } from '../bot/domain/case/case-id.ts';
import { createLog, type LogLevel } from '../bot/log.ts';

/** The lines written by `tell`, as objects without their time. */
function linesOf(tell: (log: ReturnType<typeof createLog>) => void, level: LogLevel = 'info'): unknown[] {
  const written: string[] = [];
  tell(createLog({ level, to: { write: (line: string) => void written.push(line) } }));
  return written.map((line) => {
    const { time, ...rest } = JSON.parse(line);
    assert.match(time, /^\d{4}-\d\d-\d\dT/);
    return rest;
  });
}

describe('the log', () => {
  it('keeps what the whitelist names', () => {
    const facts = {
      turn: '1700000000000',
      caseId: makeCaseId(3, [1, 2, 3, 4, 5]),
      verb: 'claim',
      kind: 'ambiguous',
      status: 200,
      ms: 12.5,
    };
    assert.deepEqual(
      linesOf((log) => log('info', 'turn done', facts)),
      [{ level: 30, ...facts, event: 'turn done' }],
    );
  });

  const forbidden: readonly (readonly [what: string, facts: Record<string, unknown>])[] = [
    ['a text', { text: 'Asiakas kaatui eilen' }],
    ['a name', { name: 'Anna Asukas' }],
    ['a text under a known name', { verb: 'Asiakas kaatui eilen' }],
    ['an e-mail address under a known name', { verb: 'anna.asukas@county.example' }],
    ['a personal identity code as a case', { caseId: '131052-308T' }],
    ['a personal identity code as a turn', { turn: '131052-308T' }],
    ['a telephone number as a region', { region: '0401234567' }],
    ['an object where a word belongs', { verb: { text: 'Asiakas kaatui' } }],
    ['a text where a number belongs', { status: 'Asiakas kaatui' }],
    ['a route that holds a query', { route: '/cases?name=Anna' }],
    ["a field named like an object's own", { constructor: 'Asiakas kaatui' }],
    ['a field whose name is the text', { 'Anna Asukas': 1 }],
  ];
  for (const [what, facts] of forbidden)
    it(`leaves out ${what}, and tells that it did`, () => {
      const [line] = linesOf((log) => log('warn', 'turn', facts));
      const name = Object.keys(facts)[0] ?? '';
      assert.deepEqual(line, { level: 40, leftOut: [name.includes(' ') ? '?' : name], event: 'turn' });
    });

  it('tells where an error came from and nothing of what it says', () => {
    class Failure extends Error {
      readonly kind = 'ambiguous';
      readonly statusCode = 502;
    }
    const error = new Failure('Anna Asukas, 131052-308T\n    at Kotikatu 5 (kitchen.ts:1:1)');
    error.cause = new TypeError('also Anna Asukas');
    const [line] = linesOf((log) => log('error', 'turn broke', { error })) as [
      { error: Record<string, unknown> },
    ];
    const { at, cause, ...rest } = line.error as { at: string[]; cause: { name: string; at: string[] } };
    assert.deepEqual(rest, { name: 'Error', status: 502, kind: 'ambiguous' });
    assert.equal(cause.name, 'TypeError');
    assert.match(at[0] ?? '', /log\.test\.ts:\d+:\d+\)$/);
    assert.ok(!/Anna|131052|Kotikatu/.test(JSON.stringify(line)));
  });

  it('takes the message out of a bare stack as well', () => {
    const { stack } = new Error('Anna Asukas');
    const [line] = linesOf((log) => log('error', 'turn broke', { stack })) as [{ stack: string[] }];
    assert.match(line.stack[0] ?? '', /log\.test\.ts:\d+:\d+\)$/);
    assert.ok(!JSON.stringify(line).includes('Anna'));
  });

  it('tells only the kind of what was thrown without being an error', () => {
    assert.deepEqual(
      linesOf((log) => log('error', 'turn broke', { error: 'Anna Asukas' })),
      [{ level: 50, error: { name: 'string' }, event: 'turn broke' }],
    );
  });

  it('keeps quiet below its level', () => {
    assert.deepEqual(
      linesOf((log) => log('debug', 'detail')),
      [],
    );
    assert.equal(linesOf((log) => log('debug', 'detail'), 'debug').length, 1);
  });
});
