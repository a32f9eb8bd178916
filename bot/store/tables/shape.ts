/** Checks what comes out of a row, and keeps what this version does not know for the one that does. */
import { z } from 'zod';
import { UnreadableRowError } from './failures.ts';

/** A text that has a type of its own in the domain. */
export const name = <Name extends string>() => z.string() as unknown as z.ZodType<Name>;

/**
 * The value itself, not a copy: fields that a newer version added stay in it when it is written back.
 * @throws UnreadableRowError naming the row and the first wrong field, never a value.
 */
export function readAs<Value>(shape: z.ZodType, place: string, value: unknown): Value {
  const read = shape.safeParse(value);
  if (read.success) return value as Value;
  const [issue] = read.error.issues;
  throw new UnreadableRowError(place, `${issue?.path.join('.') || 'the whole'}: ${issue?.code ?? 'unknown'}`);
}

// in the compiler only: with every key required, a key that one of them lacks shows
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof T]: Plain<T[Key]> };
type Whole<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Whole<Item>[]
    : { readonly [Key in keyof T]-?: Whole<T[Key]> };
type Both<T> = [Plain<T>, Whole<T>];
type Same<One, Other> =
  Both<One> extends Both<Other> ? (Both<Other> extends Both<One> ? true : false) : false;

/** Compiles only when `shape` says exactly what the type does: `exactly<Case>()(shape)`. */
export const exactly =
  <Type>() =>
  <Shape extends z.ZodType>(
    shape: Shape & (Same<z.infer<Shape>, Type> extends true ? unknown : 'the shape and its type differ'),
  ): Shape =>
    shape;
