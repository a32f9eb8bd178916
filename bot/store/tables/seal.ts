/** Seals what people wrote with AES-256-GCM, so that anyone who reads the tables reads none of it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { TooLargeError, UnknownKeyError, UnreadableRowError } from './failures.ts';

/** 32 bytes under a short id that is kept beside each sealed value. */
export type DataKey = { readonly id: string; readonly key: Buffer };
/** The first encrypts, any decrypts: a new key goes first, an old one stays. */
export type DataKeys = readonly [DataKey, ...DataKey[]];

/** The columns of a sealed value: a property holds 64 KiB, so a long one goes on in `sealed1`, `sealed2` … */
export type SealedColumns = { readonly key: string; readonly [sealed: `sealed${string}`]: Uint8Array };

/** `place` is the row's own partition and key: a value moved to another row does not open. */
export type Seal = {
  close(place: string, value: unknown): SealedColumns;
  /** @throws UnknownKeyError, UnreadableRowError */
  open(place: string, row: Readonly<Record<string, unknown>>): unknown;
};

const propertyBytes = 64 * 1024;
// leaves room for the clear columns in a row's 1 MiB
const mostChunks = 15;
const ivBytes = 12;
const tagBytes = 16;

export function createSeal(keys: DataKeys): Seal {
  const known = new Map(keys.map(({ id, key }) => [id, key]));
  const [first] = keys;
  return {
    close: (place, value) => ({ key: first.id, ...split(place, encrypt(first.key, place, value)) }),
    open(place, row) {
      const keyId = row['key'];
      if (typeof keyId !== 'string') throw new UnreadableRowError(place, 'it is not sealed');
      const key = known.get(keyId);
      if (!key) throw new UnknownKeyError(place, keyId);
      return decrypt(key, place, join(place, row));
    },
  };
}

function encrypt(key: Buffer, place: string, value: unknown): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, place: string, sealed: Buffer): unknown {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    cipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    const body = Buffer.concat([cipher.update(sealed.subarray(ivBytes + tagBytes)), cipher.final()]);
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    // node:crypto tells a broken seal by nothing but its message; whatever fails here, the row is not ours
    throw new UnreadableRowError(place, 'its seal is broken', error);
  }
}

const columnOf = (index: number) => (index === 0 ? 'sealed' : `sealed${index}`) as `sealed${string}`;

function split(place: string, bytes: Buffer): Record<`sealed${string}`, Uint8Array> {
  const count = Math.ceil(bytes.length / propertyBytes);
  if (count > mostChunks) throw new TooLargeError(place, 'bytes', mostChunks * propertyBytes, bytes.length);
  const chunks = Array.from({ length: count }, (_, index) => [
    columnOf(index),
    bytes.subarray(index * propertyBytes, (index + 1) * propertyBytes),
  ]);
  return Object.fromEntries(chunks);
}

function join(place: string, row: Readonly<Record<string, unknown>>): Buffer {
  const chunks: Uint8Array[] = [];
  for (let chunk = row[columnOf(0)]; chunk instanceof Uint8Array; chunk = row[columnOf(chunks.length)])
    chunks.push(chunk);
  if (chunks.length === 0) throw new UnreadableRowError(place, 'it is not sealed');
  return Buffer.concat(chunks);
}
