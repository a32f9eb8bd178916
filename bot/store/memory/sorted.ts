/** Values in the order of their keys. */

export type Sorted<Value> = {
  readonly size: number;
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  /** Those with this key and after it. Nothing may be set or deleted meanwhile. */
  from(key: string): Iterable<readonly [key: string, value: Value]>;
};

export function sorted<Value>(): Sorted<Value> {
  const values = new Map<string, Value>();
  const keys: string[] = [];
  return {
    get size() {
      return keys.length;
    },
    get: (key) => values.get(key),
    set(key, value) {
      if (!values.has(key)) keys.splice(placeOf(key, keys), 0, key);
      values.set(key, value);
    },
    delete(key) {
      if (values.delete(key)) keys.splice(placeOf(key, keys), 1);
    },
    *from(key) {
      for (let at = placeOf(key, keys); at < keys.length; at += 1) {
        const next = keys[at] as string;
        yield [next, values.get(next) as Value];
      }
    },
  };
}

/** Where a key stands, or would stand. */
function placeOf(key: string, keys: readonly string[]): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
