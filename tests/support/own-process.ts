/** What a process of the project's own sources, begun by a test, needs to be told to read TypeScript. */

/** For Node, before the file: the run's compiled sources, or tsx where a file is run by itself. */
export const readsTypeScript: readonly string[] = [
  '--import',
  process.env['TEST_LOADER'] ?? import.meta.resolve('tsx'),
];
