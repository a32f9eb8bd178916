/** Packs test files into processes: together what loads the same great packages, and no process too long. */
import { shuffled } from './order.mjs';

/** The greatest need of a file says where it goes; the first that fits. `atMost`: so many files share a process. */
const kinds = [
  { packages: /^playwright-core$/, atMost: 6 },
  {
    packages: /^(botbuilder|botframework-connector|restify|@microsoft\/teamsfx|@azure\/data-tables)$/,
    atMost: 50,
  },
  { packages: /^(@fluentui\/|vite$)/, atMost: 20 },
  { packages: /(?:)/, atMost: 200 },
];

const kindOf = (reach) =>
  kinds.find(({ packages }) => [...reach].some((name) => packages.test(name))) ?? kinds.at(-1);

/** `files` are a path each and what it reaches; the packs of the longest kinds come first. */
export function packed(files, seed) {
  return kinds.flatMap((kind) => {
    const own = files.filter(({ reach }) => kindOf(reach) === kind).map(({ path }) => path);
    const packs = Math.ceil(own.length / kind.atMost);
    const order = shuffled(own, seed, kind.packages.source);
    return Array.from({ length: packs }, (_, n) => order.filter((_path, index) => index % packs === n));
  });
}
