/** The names of storage accounts that a run's Azurite has besides the one that all share: for servers that know no prefix. */
export const accountOf = (process: number, nth: number) => `own${process}x${nth}`;

// a run has some six processes; a file that is read again for each of its tests asks for one each time
const [processes, each] = [10, 60];
export const ownAccounts: readonly string[] = Array.from({ length: processes * each }, (_, n) =>
  accountOf(Math.floor(n / each), n % each),
);
