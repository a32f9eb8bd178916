/** What a person fills in on a card: labelled, required or not, and bounded. */
import type { ChoiceInput, DateInput, NumberInput, Option, TextInput, ToggleInput } from './elements.ts';

/** `required` is what the person is told when it is left empty. */
type FieldWish = { readonly id: string; readonly label: string; readonly required?: string | undefined };

const fieldOf = ({ id, label, required }: FieldWish) => ({
  id,
  label,
  ...(required && { isRequired: true as const, errorMessage: required }),
});

export function textBox(
  wish: FieldWish & {
    readonly most?: number;
    readonly lines?: 'one' | 'many';
    readonly value?: string | undefined;
    readonly placeholder?: string | undefined;
    readonly keys?: 'tel';
  },
): TextInput {
  const { most, lines, value, placeholder, keys } = wish;
  return {
    type: 'Input.Text',
    ...fieldOf(wish),
    ...(lines === 'many' && { isMultiline: true as const }),
    ...(most && { maxLength: most }),
    ...(value && { value }),
    ...(placeholder && { placeholder }),
    ...(keys && { style: keys }),
  };
}

/** `among` tells how the choices stand: one below the other, behind a list, or in a list one can search. */
export function choice(
  wish: FieldWish & {
    readonly among?: 'few' | 'list' | 'many';
    readonly choices: readonly Option[];
    readonly value?: string | undefined;
    readonly placeholder?: string | undefined;
  },
): ChoiceInput {
  const { among = 'list', choices, value, placeholder } = wish;
  return {
    type: 'Input.ChoiceSet',
    ...fieldOf(wish),
    style: ({ few: 'expanded', list: 'compact', many: 'filtered' } as const)[among],
    wrap: true,
    choices,
    ...(value && { value }),
    ...(placeholder && { placeholder }),
  };
}

/** Several may be ticked; they come back joined by commas (`readMany`). */
export function choiceOfMany(
  wish: FieldWish & {
    readonly among?: 'few' | 'many';
    readonly choices: readonly Option[];
    readonly value?: string | undefined;
    readonly placeholder?: string | undefined;
  },
): ChoiceInput {
  return { ...choice({ among: 'few', ...wish }), isMultiSelect: true };
}

export function dateBox(
  wish: FieldWish & { readonly value?: string | undefined; readonly min?: string; readonly max?: string },
): DateInput {
  const { value, min, max } = wish;
  return {
    type: 'Input.Date',
    ...fieldOf(wish),
    ...(value && { value }),
    ...(min && { min }),
    ...(max && { max }),
  };
}

export function numberBox(
  wish: FieldWish & { readonly value?: number | undefined; readonly min?: number; readonly max?: number },
): NumberInput {
  const { value, min, max } = wish;
  return {
    type: 'Input.Number',
    ...fieldOf(wish),
    ...(value !== undefined && { value }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

/** Comes back as `'true'` or `'false'`. */
export function toggle(
  wish: FieldWish & { readonly title: string; readonly value?: string | undefined },
): ToggleInput {
  return {
    type: 'Input.Toggle',
    ...fieldOf(wish),
    title: wish.title,
    wrap: true,
    ...(wish.value === 'true' && { value: 'true' as const }),
  };
}
