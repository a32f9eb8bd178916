/** Takes out of a manifest the strings that Teams lets an app translate, under the keys of a localisation file. */
import { localisationSchema, type Manifest } from './app-manifest.ts';

const command = String.raw`commandLists\[\d+\]\.commands\[\d+\]`;
/** Which strings are words for people; the rest are ids, addresses and the names of things. */
const words = [
  String.raw`(name|description)\.(short|full)`,
  String.raw`staticTabs\[\d+\]\.name`,
  String.raw`bots\[\d+\]\.${command}\.(title|description)`,
  String.raw`composeExtensions\[\d+\]\.commands\[\d+\](\.parameters\[\d+\])?\.(title|description)`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** `bots[0].commandLists[0].commands[0].title` → Kysy, and so on. */
export function wordsOf(manifest: Manifest): Readonly<Record<string, string>> {
  return Object.fromEntries(stringsIn(manifest).filter(([key]) => words.some((one) => one.test(key))));
}

/** A localisation file's whole content. */
export const localisationOf = (manifest: Manifest) => ({ $schema: localisationSchema, ...wordsOf(manifest) });

/** Every string with the path that leads to it. */
export function stringsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one, at) => stringsIn(one, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => stringsIn(one, path ? `${path}.${key}` : key));
}
