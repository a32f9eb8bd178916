/** What a run was asked to do: which files, which titles, in which order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a new version of Node could break: the pure ones, the main story and the built server. */
const quick = ['cards/', 'counties/', 'desk/', 'domain/', 'store/']
  .concat(
    ['build', 'settings', 'stories/main-story', 'teams/inbound/bot-auth', 'http/tab-api'].map(
      (name) => `${name}.test.`,
    ),
  )
  .map((name) => join('tests', name));

/** `words`: parts of paths, or else of what a test is called. `seed`: the order is shuffled by it. */
export function readWish(given) {
  const flags = given.filter((word) => word.startsWith('--'));
  for (const flag of flags)
    if (!/^--(alone|quick|times|shuffle(=\d+)?)$/.test(flag))
      throw new Error(`${flag} is not known: --shuffle, --alone, --times or --quick`);
  const shuffle = flags.find((flag) => flag.startsWith('--shuffle'));
  return {
    words: given.filter((word) => !word.startsWith('--')),
    alone: flags.includes('--alone'),
    isQuick: flags.includes('--quick'),
    showsTimes: flags.includes('--times'),
    seed: shuffle && Number(shuffle.split('=')[1] ?? Math.floor(Math.random() * 1e6)),
  };
}

/** The files to run and the title that a test's name must hold; a word that no path holds is looked for in the names. */
export function chosen(all, { words, isQuick }) {
  const isPath = (word) => all.some((path) => path.includes(word));
  const lost = words.filter((word) => word.startsWith('tests/') && !isPath(word));
  if (lost.length > 0) throw new Error(`There is no test in ${lost.join(', ')}`);
  const paths = words.filter(isPath);
  const title = words.filter((word) => !isPath(word)).join(' ');
  const files = isQuick ? quickOnes(all) : all;
  const wanted = files.filter((path) => paths.length === 0 || paths.some((word) => path.includes(word)));
  return { files: title === '' ? wanted : holding(title, wanted), title };
}

function quickOnes(all) {
  const missing = quick.filter((start) => !all.some((path) => path.startsWith(start)));
  if (missing.length > 0)
    throw new Error(`There is no ${missing.join(', ')}: a test that moved would be left out`);
  return all.filter((path) => quick.some((start) => path.startsWith(start)));
}

/** The files whose text holds the title as it is; when it is put together while they run, any may have it. */
function holding(title, files) {
  const literal = files.filter((path) => readFileSync(path, 'utf8').includes(title));
  return literal.length > 0 ? literal : files;
}
