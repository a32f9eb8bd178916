/** Loads the project's TypeScript as `compile.mjs` has compiled it; to be given to Node by `--import`. */
import { register } from 'node:module';

register(new URL('./compiled-hooks.mjs', import.meta.url));
// a failure names the line of the source
process.setSourceMapsEnabled(true);
