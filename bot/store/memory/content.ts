/** What of a row goes into storage, and how it comes out again. */
import type { NewRow } from '../tables/table.ts';

export type Content = ReadonlyMap<string, Value>;
type Value = string | number | boolean | bigint | Date | Buffer;

// storage gives these itself
const own = ['partitionKey', 'rowKey', 'etag', 'timestamp'];

/** A copy: whatever its owner does with the row later is not kept. */
export function contentOf(row: NewRow): Content {
  const content = new Map<string, Value>();
  for (const [name, value] of Object.entries(row)) {
    const kept = own.includes(name) ? undefined : asKept(value);
    if (kept !== undefined) content.set(name, kept);
  }
  return content;
}

/** Nothing for what travels as null: storage keeps no such property, and a merge leaves what is there. */
function asKept(value: unknown): Value | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'number':
      // JSON knows no negative zero
      return Number.isFinite(value) ? value + 0 : undefined;
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
  }
  if (value === null) return undefined;
  if (value instanceof Date) return new Date(value);
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw new Error(`Unknown EDM type ${typeof value}`);
}

export const isUnreadable = (content: Content) =>
  [...content.values()].some((value) => value instanceof Date && Number.isNaN(value.getTime()));

/** A copy: whatever the reader does with it is not kept. */
export function propertyOf(content: Content, name: string): Value | undefined {
  const value = content.get(name);
  if (value instanceof Date) return new Date(value);
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

export const propertiesOf = (content: Content) =>
  Object.fromEntries([...content.keys()].map((name) => [name, propertyOf(content, name)]));
