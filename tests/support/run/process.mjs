/** One process of a run: forks it, hands it its files, and tells what becomes of each. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const loader = new URL('compiled.mjs', import.meta.url).href;

/** `ended` hears of every file, of those too that a dying process leaves unrun. */
export function runPack({ files, wish, env, ended }) {
  const worker = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), {
    execArgv: ['--import', loader],
    env: { ...process.env, ...env, TEST_LOADER: loader },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const left = [...files];
  let printed = '';
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  worker.on('message', (result) => {
    left.shift();
    ended({ ...result, said: printed + result.said });
    printed = '';
  });
  worker.send({ files, wish });
  return new Promise((resolve) => {
    worker.once('close', (code, signal) => {
      const [dead, ...unrun] = left;
      const said = `${printed}\nThe process ended with ${signal ?? code}${unrun.length ? `; never run: ${unrun.join(', ')}` : ''}`;
      if (dead) ended({ file: dead, passed: 0, failed: 1 + unrun.length, said, cpuMs: 0, ms: 0 });
      resolve();
    });
  });
}
