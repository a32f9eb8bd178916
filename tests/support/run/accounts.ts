/** The names of storage accounts that a run's Azurite has besides the one that all share: for servers that know no prefix. */
export const accountOf = (process: number, nth: number) => `own${process}x${nth}`;

export const ownAccounts: readonly string[] = Array.from({ length: 400 }, (_, n) =>
  accountOf(Math.floor(n / 8), n % 8),
);
