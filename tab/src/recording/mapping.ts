/** What the person has said of a file's columns and values, and how it is changed. */

import type { Mapping, UnknownValue } from '../../../bot/domain/tally/contact-import.ts';
import { type ContactField, otherChannels, outcomeKinds } from '../../../bot/domain/tally/other-contacts.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { RecordingPageProps } from './fields.ts';

export type Named = { readonly id: string; readonly name: string };

const needed: readonly ContactField[] = ['channel', 'topic'];
/** Without it no row is a contact. */
export const isNeeded = (field: ContactField) => needed.includes(field);

/** What a value of the field may mean; none when its words stand as they are. */
export function choicesOf(
  field: ContactField,
  { view, say, texts }: Omit<RecordingPageProps, 'server'>,
): readonly Named[] {
  const own = (words: { readonly [id: string]: string }, ids: readonly string[]) =>
    ids.map((id) => ({ id, name: words[id] ?? id }));
  const county = {
    place: view.places,
    region: view.regions,
    topic: view.topics,
    category: view.categories,
    care: view.cares,
    services: view.services,
    redirects: view.redirects,
  } as const;
  switch (field) {
    case 'channel':
      return own(say.channel, otherChannels);
    case 'outcomes':
      return own(say.outcome, outcomeKinds);
    case 'urgency':
      return own(texts.urgency, ['normal', 'today', 'urgent']);
    case 'priority75':
      return own(say.priority75, ['yes', 'no', 'unknown']);
    case 'hour':
      return Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), name: String(hour) }));
    case 'day':
    case 'role':
    case 'unit':
      return [];
    default:
      return county[field].map(({ id, name }) => ({ id, name: nameIn(name, texts) }));
  }
}

const nameIn = (name: RecordingPageProps['view']['topics'][number]['name'], { language }: TabTexts) =>
  name[language];

/** Which column the field is read from; none with ''. What was said of the values of another column is forgotten. */
export function withColumn({ columns, values, unless }: Mapping, field: ContactField, head: string): Mapping {
  const { [field]: _, ...others } = columns;
  const { [field]: __, ...otherValues } = values;
  return { columns: head ? { ...others, [field]: head } : others, values: otherValues, unless };
}

export function withUnless(
  { columns, values, unless }: Mapping,
  field: ContactField,
  value: string,
): Mapping {
  const { [field]: _, ...others } = unless;
  return { columns, values, unless: value ? { ...others, [field]: value } : others };
}

/** `meaning` is an id, '' for leaving the value out, or undefined for nothing said yet. */
export function withValue(
  { columns, values, unless }: Mapping,
  { field, value }: Pick<UnknownValue, 'field' | 'value'>,
  meaning: string | undefined,
): Mapping {
  const { [value]: _, ...others } = values[field] ?? {};
  const said = meaning === undefined ? others : { ...others, [value]: meaning };
  return { columns, unless, values: { ...values, [field]: said } };
}

/** Every value that was ever unknown under these columns, so that what has been said of it can be changed. */
export function askedSince(
  before: readonly UnknownValue[],
  unknown: readonly UnknownValue[],
  { columns, values }: Mapping,
): readonly UnknownValue[] {
  const isSaid = ({ field, value }: UnknownValue) =>
    columns[field] !== undefined && values[field]?.[value] !== undefined;
  const said = before.filter(isSaid);
  const isKnown = (one: UnknownValue) => said.some((other) => isSame(one, other));
  const all = [...said, ...unknown.filter((one) => !isKnown(one))];
  // what stood in sight stays where it was
  const place = (one: UnknownValue) => {
    const index = before.findIndex((other) => isSame(one, other));
    return index < 0 ? before.length : index;
  };
  return all.toSorted((a, b) => place(a) - place(b));
}

const isSame = (one: UnknownValue, other: UnknownValue) =>
  one.field === other.field && one.value === other.value;
