/** What `npm run mutants` changes, in which order, and which tests are asked whether they notice. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const rooms = ['bot/domain', 'bot/desk'];

/** Tried first, so that a run that is bounded in time tells of what would hurt most. */
const delicate = [
  'bot/domain/duty.ts',
  'bot/domain/roles.ts',
  'bot/desk/guard.ts',
  'bot/domain/grant.ts',
  'bot/domain/promises.ts',
  'bot/domain/routing.ts',
  'bot/domain/concern.ts',
  'bot/domain/identity-guard.ts',
  'bot/domain/case',
  'bot/domain/tally',
  'bot/domain/calendar.ts',
  'bot/desk/casework',
  'bot/desk/asking',
];

// the slow ones last: the first that notices a change ends its trial
const ofCases = ['tests/domain/case/!(case-life).test.ts', 'tests/domain/case/case-life.test.ts'];

/** What holds a subject that has no tests where they would be looked for, or needs others besides. */
const heldBy = {
  'bot/domain/concern.ts': ['tests/domain/concern.test.ts', ...ofCases],
  'bot/domain/case': ofCases,
  'bot/domain/county.ts': ['tests/domain/*.test.ts', ...ofCases],
  'bot/domain/county-flaws.ts': ['tests/counties/read-county.test.ts'],
  'bot/domain/names.ts': ['tests/domain/*.test.ts'],
  'bot/domain/promises.ts': ['tests/domain/promises.test.ts', 'tests/domain/tally/tally.test.ts', ...ofCases],
  'bot/domain/roles.ts': [
    'tests/domain/roles.test.ts',
    'tests/desk/{guard,now,staff,supervision}{,/**/*}.test.ts',
  ],
  'bot/domain/stem.ts': ['tests/domain/instructions/search.test.ts'],
  'bot/domain/views': ['tests/desk/tallies/**/*.test.ts'],
  'bot/domain': ['tests/domain/**/*.test.ts'],
  'bot/desk/casework': [
    'tests/desk/casework/**/*.test.ts',
    'tests/stories/{advisors,concern,live-card}.test.ts',
  ],
  'bot/desk/asking': ['tests/desk/asking/**/*.test.ts', 'tests/stories/{asking,live-card}.test.ts'],
  'bot/desk/setup': ['tests/stories/first-run.test.ts'],
  'bot/desk/recording': ['tests/http/recording-routes.test.ts', 'tests/stories/recording.test.ts'],
  'bot/desk/staff': [
    'tests/desk/staff/**/*.test.ts',
    'tests/http/now-and-staff.test.ts',
    'tests/stories/people-and-bindings.test.ts',
  ],
  'bot/desk/library': ['tests/desk/library/**/*.test.ts', 'tests/http/library-routes.test.ts'],
  'bot/desk': ['tests/desk/**/*.test.ts', 'tests/stories/advisors.test.ts'],
};

/** The tests of a file or folder: those told above, else those that stand where it stands, else its folder's. */
export function testsOf(path) {
  if (heldBy[path]) return heldBy[path];
  const own = path.replace(/^bot/, 'tests').replace(/\.ts$/, '');
  if (existsSync(`${own}.test.ts`)) return [`${own}.test.ts`];
  if (existsSync(own)) return [`${own}/**/*.test.ts`];
  if (!path.includes('/')) throw new Error('Only what stands in bot/domain and bot/desk is tried.');
  return testsOf(dirname(path));
}

const subjectsIn = (room) => readdirSync(room).map((name) => `${room}/${name}`);

/** The subjects of the paths that were named; of both rooms when none was. */
export function subjectsOf(paths) {
  const named = (paths.length > 0 ? paths : rooms).map((path) => path.replace(/\/$/, ''));
  for (const path of named)
    if (
      !rooms.some((room) => `${path}/`.startsWith(`${room}/`)) ||
      !statSync(path, { throwIfNoEntry: false })
    )
      throw new Error(`Not a file or folder of ${rooms.join(' or ')}: ${path}`);
  const all = named.flatMap((path) => (rooms.includes(path) ? subjectsIn(path) : [path]));
  return [...delicate.filter((one) => all.includes(one)), ...all.filter((one) => !delicate.includes(one))];
}
