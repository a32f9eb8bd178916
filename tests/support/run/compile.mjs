/** Compiles every source once, for all processes of a test run; that the types hold is asked by `npm run types`. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compiledFolder, root } from './compiled-paths.mjs';

export function compile() {
  const options = [
    '--noCheck',
    // no type is asked for: what is imported need not be read
    '--noResolve',
    '--types',
    '',
    '--noEmit',
    'false',
    '--rootDir',
    '.',
    '--outDir',
    fileURLToPath(compiledFolder),
  ];
  const maps = ['--sourceMap', 'false', '--inlineSourceMap', '--sourceRoot', root.href];
  const tsc = new URL('node_modules/typescript/bin/tsc', root);
  execFileSync(process.execPath, [fileURLToPath(tsc), ...options, ...maps], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
