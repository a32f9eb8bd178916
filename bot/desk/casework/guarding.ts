/** Takes identities out of every free text of a command before anything is kept or shown (design: no client identity). */
import type { Command } from '../../domain/case/command.ts';
import type { Taken } from '../../domain/case/draft.ts';
import { guardText, type IdentityKind } from '../../domain/identity-guard.ts';

export type Guarded<Whole> = {
  readonly guarded: Whole;
  readonly taken: Taken;
  readonly masked: readonly IdentityKind[];
};

const freeFields = ['text', 'reason', 'note', 'appointment', 'reference'] as const;

/** The same thing with its free texts guarded, and what was taken out of them. */
export function guardFields<Whole extends object>(
  whole: Whole,
  fields: readonly (keyof Whole)[],
): Guarded<Whole> {
  const found = fields.flatMap((field) => {
    const text = whole[field];
    return typeof text === 'string' ? [{ field, ...guardText(text) }] : [];
  });
  return {
    guarded: { ...whole, ...Object.fromEntries(found.map(({ field, text }) => [field, text])) },
    taken: {
      phones: found.flatMap(({ taken }) => taken.phones),
      emails: found.flatMap(({ taken }) => taken.emails),
    },
    masked: [...new Set(found.flatMap(({ masked }) => masked.map(({ kind }) => kind)))],
  };
}

export function guardCommand<C extends Command>(command: C): Guarded<C> {
  return guardFields(command, freeFields.filter((field) => field in command) as unknown as (keyof C)[]);
}

export const hasTaken = ({ phones, emails }: Taken) => phones.length + emails.length > 0;
