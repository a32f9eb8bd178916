/**
 * One state's card as a text to review: its structure once, and at each place the words that stand there, a line a
 * language; a choice or a fact has them on one line.
 *
 *     AdaptiveCard version="1.5" lang={fi|sv|en} speak={fallbackText}   the same words as at fallbackText
 *       fallbackText fi Kysymys 7KQ-4MXU
 *       …
 *       msteams: width=Full                                             an object, and what is in it
 *       body:                                                           a list, and below it what is in it
 *         TextBlock wrap size=large                                     a bare name is true
 *           text all Voiko asiakas saada ateriapalvelun?                the same words in every language
 *         Input.ChoiceSet id=care
 *           choices:
 *             - value=none title fi Ei mitään | sv Ingen | en None      what has no type is a dash
 */
import { isDeepStrictEqual } from 'node:util';
import { languages } from '../../../bot/domain/county.ts';
import {
  type InEach,
  inEach,
  isList,
  isTree,
  type Merged,
  merged,
  type Scalar,
  type Tree,
  Words,
} from './in-each.ts';

/** Stands for each language's own code. */
export const ownCode = 'fi|sv|en';

export function goldenOf(cards: InEach<unknown>): string {
  // as it is sent: without what is undefined
  const sent = merged(inEach((language): unknown => JSON.parse(JSON.stringify(cards[language]))));
  return `${nodeLines(sent).join('\n')}\n`;
}

/** A language's code stands before its words. */
const isKey = /^(?!(?:all|fi|sv|en)$)[\w-]+$/;

type Parts = { readonly attributes: string[]; readonly words: string[]; readonly lines: string[] };
type Place = {
  readonly path: string;
  /** The words written so far of this node: they are not written twice. */
  readonly told: { readonly path: string; readonly words: Words }[];
  readonly isShort: boolean;
};

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

function nodeLines(node: Merged): string[] {
  if (!isTree(node)) throw new Error(`A golden cannot hold ${JSON.stringify(node)} in a list`);
  const { type, ...rest } = node;
  if (type !== undefined && !/^\w[\w.]*$/.test(String(type))) throw new Error(`${type} is no type of a node`);
  const place = { path: '', told: [], isShort: type === undefined };
  const { attributes, words, lines } = partsOf(rest, place);
  const onHead = place.isShort ? words.slice(0, 1) : [];
  return [
    [type ?? '-', ...attributes, ...onHead].join(' '),
    ...indented([...words.slice(onHead.length), ...lines]),
  ];
}

function partsOf(tree: Tree, place: Place): Parts {
  const parts: Parts = { attributes: [], words: [], lines: [] };
  for (const [key, value] of Object.entries(tree)) {
    if (!isKey.test(key)) throw new Error(`A golden cannot hold the key ${key}`);
    if (value instanceof Words) addWords(parts, key, value, place);
    else if (isList(value)) addList(parts, key, value as readonly Merged[]);
    else if (isTree(value)) addTree(parts, key, value, place);
    else parts.attributes.push(value === true ? key : `${key}=${scalarText(value)}`);
  }
  return parts;
}

const addList = ({ lines }: Parts, key: string, list: readonly Merged[]) =>
  lines.push(...(list.length === 0 ? [`${key}: []`] : [`${key}:`, ...indented(list.flatMap(nodeLines))]));

function addTree(parts: Parts, key: string, tree: Tree, place: Place): void {
  const { attributes, words, lines } = partsOf(tree, { ...place, path: `${place.path}${key}.` });
  const below = [...words, ...lines];
  // an object in an object is written into its line
  if (place.path !== '' && attributes.length > 0 && below.length === 0)
    parts.attributes.push(...attributes.map((attribute) => `${key}.${attribute}`));
  else
    parts.lines.push(
      [`${key}:`, ...(attributes.length > 0 ? attributes : ['{}'])].join(' '),
      ...indented(below),
    );
}

function addWords(parts: Parts, key: string, words: Words, { path, told, isShort }: Place): void {
  const same = told.find((one) => isDeepStrictEqual(one.words.in, words.in));
  const isCode = languages.every((language) => words.in[language] === language);
  if (isCode || same) {
    parts.attributes.push(`${key}={${isCode ? ownCode : same?.path}}`);
    return;
  }
  told.push({ path: `${path}${key}`, words });
  const isOne = new Set(Object.values(words.in)).size === 1;
  const texts = isOne
    ? [`all ${wordsText(words.in.fi)}`]
    : languages.map((language) => `${language} ${wordsText(words.in[language])}`);
  parts.words.push(...(isShort ? [`${key} ${texts.join(' | ')}`] : texts.map((text) => `${key} ${text}`)));
}

// --- a text on its line, with quotes where it could be read as something else ---

export const isLiteral = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;

function scalarText(value: Scalar): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[^"{\s\p{C}][^\s\p{C}]*$/u.test(value) && !isLiteral.test(value) ? value : quoted(value);
}

const wordsText = (text: string) =>
  /^[^\s"|\p{C}](?:[^\p{C}\p{Zl}\p{Zp}|]*[^\s\p{C}|])?$/u.test(text) ? text : quoted(text);

const quoted = (text: string) =>
  JSON.stringify(text).replace(/[|\p{C}\p{Zl}\p{Zp}]/gu, (sign) =>
    sign.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
