/** Makes the production build from nothing but what the image's recipe copies. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { building, copies, isLetIn } from './image-recipe.ts';

// the runner asks, too, whose modules are the compiled ones: the project is where it stands
const root = join(process.cwd(), '/');

/** Gives the folder in which `dist` stands beside its sources; the caller removes it. */
export async function buildProduct(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'line-build-'));
  const filter = (path: string) => isLetIn(path.slice(root.length));
  for (const { from, to } of copies(building))
    for (const path of from)
      cpSync(join(root, path), join(folder, to.endsWith('/') ? join(to, path) : to), {
        recursive: true,
        filter,
      });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: folder });
  return folder;
}
