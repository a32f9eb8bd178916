/** What can break between the line and its tables; each error says what to do. An everyday no is never here. */
import { RestError } from '@azure/data-tables';

/** A row holds something this version can't read; the message names the row and the field, never a value. */
export class UnreadableRowError extends Error {
  constructor(place: string, why: string, cause?: unknown) {
    super(
      `Row ${place} can't be read (${why}). Was it edited by hand, or written by a newer version? ` +
        'Restore it, or run the version that wrote it.',
      { cause },
    );
    this.name = 'UnreadableRowError';
  }
}

export class UnknownKeyError extends Error {
  constructor(place: string, keyId: string) {
    super(
      `Row ${place} is sealed with the key "${keyId}", which DATA_KEYS does not hold. ` +
        'Put that key back after the first one.',
    );
    this.name = 'UnknownKeyError';
  }
}

/** What was sealed stays shut, for whichever reason: there may be more that opens. */
export const doesNotOpen = (error: unknown) =>
  error instanceof UnknownKeyError || error instanceof UnreadableRowError;

/** More than Azure Tables takes: 64 KiB a property, 1 MiB a row, 100 operations and 4 MiB a transaction. */
export class TooLargeError extends Error {
  constructor(place: string, what: string, most: number, size: number) {
    super(
      `${place} can't be kept: ${what} may be at most ${most}, this is ${size}. Shorten the text and try again.`,
    );
    this.name = 'TooLargeError';
  }
}

/** Somebody else is showing the case by now: nothing more may be sent; the next sweep looks at it again. */
export class LeaseLostError extends Error {
  constructor(id: string) {
    super(`The lease to show case ${id} was lost. Send nothing more; upkeep shows the case again.`);
    this.name = 'LeaseLostError';
  }
}

/** Others were faster every time; nothing was kept. */
export class BusyError extends Error {
  constructor(what: string, tries: number, cause?: unknown) {
    super(`${what} could not be kept in ${tries} tries. Nothing was changed; try again.`, { cause });
    this.name = 'BusyError';
  }
}

/** The stored rows are not such as this version may work on. */
export class RowsNotReadyError extends Error {
  readonly why: keyof typeof unready;

  constructor(why: keyof typeof unready) {
    super(unready[why]);
    this.name = 'RowsNotReadyError';
    this.why = why;
  }
}

const unready = {
  older:
    'The stored rows are of an older version. Run "npm run migrate" first; the older version may go on meanwhile.',
  newer:
    'The stored rows are of a newer version. Run that version, or restore a backup made before it was taken into use.',
  restoring: 'A restore was begun and not ended. Run "npm run restore" with the same file again.',
} as const;

export function hasStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof RestError && error.statusCode !== undefined && statuses.includes(error.statusCode);
}

/** A table is missing altogether, not a row in it. */
export function lacksTable(error: unknown): boolean {
  if (!(error instanceof RestError)) return false;
  // a transaction tells its code at the top, all else inside
  const { odataError } = (error.details ?? {}) as { odataError?: { code?: string } };
  return (error.code ?? odataError?.code) === 'TableNotFound';
}

/** 409: it exists already; 412: it changed since it was read; 404 in a transaction: a row of it is gone. */
export const wasOvertaken = (error: unknown) => hasStatus(error, 404, 409, 412) && !lacksTable(error);

/** Storage that can't be reached, is ill, or does not let us in (yet): what comes again may find it well. */
export function isStorageAway(error: unknown): boolean {
  if (error instanceof RestError || isInDoubt(error)) return true;
  // of the SDK that signs the line in
  return (
    error instanceof Error &&
    /^(Aggregate)?AuthenticationError$|^CredentialUnavailableError$/.test(error.name)
  );
}

/** No answer, or one that tells nothing: the write may have happened all the same. */
export function isInDoubt(error: unknown): boolean {
  if (error instanceof RestError)
    return error.statusCode === undefined || error.statusCode >= 500 || error.statusCode === 408;
  return error instanceof Error && error.name === 'AbortError';
}
