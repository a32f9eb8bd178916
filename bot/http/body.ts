/** Reads a request's JSON body within a bound. */
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly json: unknown }
  | { readonly refused: 'too-big' | 'not-json' | 'encoded' | 'cut-short' };

// what is too big is heard out this far, so that the sender reads our answer; then the line is cut
const heardOut = 8 * 1024 * 1024;

/** At most `atMost` bytes of JSON, whatever the request says of itself; an empty body is `undefined`. */
export async function readJson(request: IncomingMessage, atMost: number): Promise<Body> {
  // unpacking would let a small body become a huge one
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return { refused: 'encoded' };
  const bytes = await readBytes(request, atMost);
  if (typeof bytes === 'string') return { refused: bytes };
  return parsed(bytes.toString('utf8'));
}

function readBytes(request: IncomingMessage, atMost: number): Promise<Buffer | 'too-big' | 'cut-short'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= atMost) chunks.push(chunk);
      else chunks.length = 0;
      if (size > heardOut) request.destroy();
    });
    request.once('end', () => resolve(size > atMost ? 'too-big' : Buffer.concat(chunks)));
    request.once('error', () => resolve('cut-short'));
    request.once('close', () => resolve('cut-short'));
  });
}

function parsed(text: string): Body {
  if (text === '') return { json: undefined };
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { refused: 'not-json' };
    throw error;
  }
}
