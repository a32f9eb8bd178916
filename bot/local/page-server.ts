/** Serves the page on which a person tries this Teams. */

import type { Rest } from './server.ts';
import type { Stage } from './stage.ts';

export function createPage(_stage: Stage, _onChange: (listener: () => void) => () => void): Rest {
  return async (_request, response) => {
    response.writeHead(404).end();
  };
}
