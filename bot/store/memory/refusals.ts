/** The refusals of Azure Tables, as the SDK throws them. */
import { RestError } from '@azure/data-tables';

const statusOf = {
  TableNotFound: 404,
  ResourceNotFound: 404,
  EntityAlreadyExists: 409,
  UpdateConditionNotSatisfied: 412,
  InvalidInput: 400,
  InvalidDuplicateRow: 400,
} as const;

export type StorageRefusalCode = keyof typeof statusOf;

/** What one request is told: its code stands inside. */
export function refused(code: StorageRefusalCode): RestError {
  const error = new RestError(code, { statusCode: statusOf[code] });
  error.details = { errorCode: code, odataError: { code, message: { lang: 'en-US', value: code } } };
  return error;
}

/** What a transaction is told of the first of its writes that can't be made: its code stands at the top. */
export const refusedInTransaction = (code: StorageRefusalCode, index: number) =>
  new RestError(`${index}:${code}`, { code, statusCode: statusOf[code] });
