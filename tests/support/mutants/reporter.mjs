/**
 * A reporter of the mutation tester's: tells of each change that no test noticed as soon as it is known, and keeps a
 * line for every change, so that a run that is broken off has lost nothing.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const unnoticed = { Survived: 'no test fails', NoCoverage: 'no test comes here' };

class Lines {
  onMutationTestingPlanReady({ mutantPlans }) {
    appendFileSync('tried.txt', `planned ${mutantPlans.length}\n`);
  }

  onMutantTested({ status, mutatorName, fileName, location, replacement }) {
    appendFileSync('tried.txt', `${status}\n`);
    if (!unnoticed[status]) return;
    const { start, end } = location;
    const was = readFileSync(fileName, 'utf8')
      .split('\n')
      .slice(start.line - 1, end.line);
    const is = `${was[0].slice(0, start.column - 1)}${replacement}${was.at(-1).slice(end.column - 1)}`;
    const place = `${relative('.', fileName)}:${start.line}:${start.column}`;
    const told = [
      `${place} ${mutatorName}: ${unnoticed[status]}`,
      ...was.map((line) => `- ${line}`),
      ...is.split('\n').map((line) => `+ ${line}`),
    ];
    process.stdout.write(`${told.join('\n')}\n\n`);
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'lines', injectableClass: Lines }];
