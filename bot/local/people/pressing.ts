/** A card in a person's hands: finds its buttons, fills its inputs and checks them as Teams' client does. */

import { isRecord, nodesOf } from '../service/card-rules.ts';
import { type Phrases, phrasesFor } from '../service/phrases.ts';
import type { Json, TeamsCard } from '../service/world.ts';

/** What typing and pressing makes of a button: the action, and its data with the inputs in it. */
export interface PressedAction {
  readonly action: Json;
  readonly data: Json | string | undefined;
}

export interface InputError {
  readonly input: string;
  readonly message: string;
}

export type Filled = { readonly pressed: PressedAction } | { readonly errors: readonly InputError[] };

export interface PressOptions {
  /** Picks among several buttons of one name by their data. */
  readonly where?: (data: Json) => boolean;
  /** Presses the `fallback` of an Action.Execute, as a client without Universal Actions does. */
  readonly oldClient?: boolean;
}

export type Inputs = Readonly<Record<string, string | number | boolean | readonly string[]>>;

interface FoundAction {
  readonly action: Json;
  /** Cards around the action, innermost last: a show card sees its parents' inputs. */
  readonly cards: readonly Json[];
}

/** Every button of a card, in reading order, those of nested cards too. */
export function buttonsOf(card: TeamsCard): Json[] {
  return actionsIn(card, [card]).map(({ action }) => action);
}

/** Presses the button of that title, verb or id; throws when the card has none, or several that fit. */
export function fillAndPress(
  card: TeamsCard,
  name: string,
  inputs: Inputs,
  {
    where = () => true,
    oldClient = false,
    locale = 'fi-FI',
  }: PressOptions & { readonly locale?: string } = {},
): Filled {
  const { action, cards } = pickButton(card, name, where);
  const chosen = oldClient && isRecord(action['fallback']) ? action['fallback'] : action;
  const fields = fieldsOf(cards, chosen);
  const known = new Set(cards.flatMap(inputsIn).map(({ id }) => String(id)));
  const strange = Object.keys(inputs).filter((id) => !known.has(id));
  if (strange.length > 0)
    throw new Error(`The card has no input ${strange.join(', ')}; it has ${[...known].join(', ') || 'none'}`);
  const phrases = phrasesFor(locale);
  const errors = fields.flatMap((field) => errorOf(field, typedIn(field, inputs), phrases));
  if (errors.length > 0) return { errors };
  return { pressed: { action: chosen, data: dataOf(chosen, fields, inputs) } };
}

function pickButton(card: TeamsCard, name: string, where: (data: Json) => boolean): FoundAction {
  const all = actionsIn(card, [card]);
  const fitting = all.filter(
    ({ action }) => answersTo(action, name) && where(isRecord(action['data']) ? action['data'] : {}),
  );
  const [first] = fitting;
  if (!first)
    throw new Error(
      `No button ${JSON.stringify(name)} on the card; it has ${all.map(({ action }) => label(action)).join(', ') || 'none'}`,
    );
  const isSame = fitting.every(({ action }) => JSON.stringify(action) === JSON.stringify(first.action));
  if (!isSame)
    throw new Error(
      `${fitting.length} buttons ${JSON.stringify(name)} differ on the card; choose with "where"`,
    );
  if (first.action['isEnabled'] === false) throw new Error(`The button ${label(first.action)} is disabled`);
  return first;
}

function answersTo(action: Json, name: string): boolean {
  const { title, verb, id, data } = action;
  return [title, verb, id, isRecord(data) ? data['verb'] : undefined].includes(name);
}

function label({ title, verb }: Json): string {
  return verb === undefined ? JSON.stringify(title) : `${JSON.stringify(title)} (${String(verb)})`;
}

function actionsIn(node: unknown, cards: readonly Json[]): FoundAction[] {
  if (Array.isArray(node)) return node.flatMap((each) => actionsIn(each, cards));
  if (!isRecord(node)) return [];
  if (node['type'] === 'Action.ShowCard') {
    const inner = node['card'] as Json;
    return [{ action: node, cards }, ...actionsIn(inner, [...cards, inner])];
  }
  if (String(node['type']).startsWith('Action.')) return [{ action: node, cards }];
  return Object.values(node).flatMap((value) => actionsIn(value, cards));
}

function fieldsOf(cards: readonly Json[], action: Json): Json[] {
  const carriesInputs = ['Action.Submit', 'Action.Execute'].includes(String(action['type']));
  if (!carriesInputs || action['associatedInputs'] === 'none') return [];
  return cards.flatMap(inputsIn);
}

function inputsIn(card: Json): Json[] {
  return nodesOf(card['body']).filter((node) => String(node['type']).startsWith('Input.'));
}

/** The typed value as the client sends it, always text; undefined when the field is left empty. */
function typedIn(field: Json, inputs: Inputs): string | undefined {
  const typed = inputs[String(field['id'])] ?? field['value'];
  if (field['type'] === 'Input.Toggle') return toggled(field, typed);
  const text = Array.isArray(typed)
    ? typed.join(',')
    : typed === undefined || typed === null
      ? ''
      : String(typed);
  const longest = field['type'] === 'Input.Text' ? field['maxLength'] : undefined;
  // the client doesn't let anybody type beyond the limit
  return (typeof longest === 'number' ? text.slice(0, longest) : text) || undefined;
}

function toggled({ valueOn = 'true', valueOff = 'false' }: Json, typed: unknown): string {
  const isOn = typed === true || typed === valueOn;
  return String(isOn ? valueOn : valueOff);
}

function errorOf(field: Json, value: string | undefined, phrases: Phrases): InputError[] {
  const isMissing =
    field['type'] === 'Input.Toggle' ? value !== String(field['valueOn'] ?? 'true') : value === undefined;
  if (isMissing) return field['isRequired'] === true ? [complaint(field, phrases.required)] : [];
  return isValid(field, value ?? '') ? [] : [complaint(field, phrases.invalid)];
}

function complaint({ id, errorMessage }: Json, otherwise: string): InputError {
  return { input: String(id), message: typeof errorMessage === 'string' ? errorMessage : otherwise };
}

function isValid(field: Json, value: string): boolean {
  const { type, min, max, regex } = field;
  switch (type) {
    case 'Input.Text':
      return typeof regex !== 'string' || new RegExp(regex).test(value);
    case 'Input.Number':
      return isBetween(Number(value), Number(min ?? -Infinity), Number(max ?? Infinity));
    case 'Input.Date':
      return /^\d{4}-\d\d-\d\d$/.test(value) && isBetween(value, String(min ?? ''), String(max ?? '9999'));
    case 'Input.Time':
      return /^\d\d:\d\d$/.test(value) && isBetween(value, String(min ?? ''), String(max ?? '99'));
    case 'Input.ChoiceSet':
      return isOffered(field, value);
    default:
      return true;
  }
}

function isBetween<Value extends string | number>(value: Value, min: Value, max: Value): boolean {
  return value >= min && value <= max;
}

function isOffered({ choices, isMultiSelect }: Json, value: string): boolean {
  const offered = (Array.isArray(choices) ? choices : []).map((choice: Json) => String(choice['value']));
  const chosen = isMultiSelect === true ? value.split(',') : [value];
  return chosen.every((each) => offered.includes(each));
}

function dataOf(action: Json, fields: readonly Json[], inputs: Inputs): Json | string | undefined {
  const { data } = action;
  if (typeof data === 'string') return data;
  const typed = fields.map((field) => [String(field['id']), typedIn(field, inputs)] as const);
  const set = Object.fromEntries(typed.filter(([, value]) => value !== undefined));
  return { ...(isRecord(data) ? structuredClone(data) : {}), ...set };
}
