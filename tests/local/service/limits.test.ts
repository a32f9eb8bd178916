import assert from 'node:assert/strict';
import { createRates } from '../../../bot/local/service/limits.ts';

describe('the rates of Teams', () => {
  const windows: [count: number, withinMs: number][] = [
    [7, 1000],
    [8, 2000],
    [60, 30_000],
    [1800, 3_600_000],
  ];
  for (const [count, within] of windows) {
    it(`admit ${count} messages in ${within / 1000} s and not one more`, () => {
      let now = 0;
      const rates = createRates(() => now);
      const admittedAt: number[] = [];
      // a bot that tries every 100 ms and always again
      for (now = 0; now <= 2 * within; now += 100)
        if (rates.admit('send', 'chat') === undefined) admittedAt.push(now);
      const most = Math.max(
        ...admittedAt.map((at) => admittedAt.filter((each) => each >= at && each < at + within).length),
      );
      assert.equal(most, count);
    });
  }

  it('tell a wait after which the call is admitted', () => {
    let now = 0;
    const rates = createRates(() => now);
    for (let n = 0; n < 7; n++) rates.admit('send', 'chat');
    const wait = rates.admit('send', 'chat') ?? 0;
    assert.ok(wait > 0);
    now += wait * 1000;
    assert.equal(rates.admit('send', 'chat'), undefined);
  });
});
