/** Mocha's usual report, which at its end also writes how many passed and failed to the file named MOCHA_RESULTS. */
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      const file = process.env.MOCHA_RESULTS;
      if (file) writeFileSync(file, `passed ${passes}\nfailed ${failures}\n`);
    });
  }
};
