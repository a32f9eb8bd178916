/** Reads a county file, or names everything that is wrong with it, each with its line. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { County } from '../domain/county.ts';
import { type Flaw, flawsOf, type Path, pathText, type Sections } from '../domain/county-flaws.ts';
import { countyShape } from './county-shape.ts';
import { type LocatedJson, NotJson, readLocatedJson } from './located-json.ts';

/** One fault: its line when the county came as text, and its path in the file. */
export type CountyFault = { readonly line?: number; readonly path: string; readonly fault: string };

export class CountyFileError extends Error {
  readonly faults: readonly CountyFault[];
  /** @param unread sections that could not be checked against the rest: their own shape is wrong */
  constructor(fileName: string, faults: readonly CountyFault[], unread: readonly string[] = []) {
    const remark =
      unread.length > 0 ? [`Then read it again: more may be wrong in ${unread.join(', ')}.`] : [];
    super([`The county file ${fileName} needs mending:`, ...faults.map(faultText), ...remark].join('\n'));
    this.name = 'CountyFileError';
    this.faults = faults;
  }
}

function faultText({ line, path, fault }: CountyFault): string {
  return `  ${line ? `line ${line}: ` : ''}${path ? `${path}: ` : ''}${fault}`;
}

/**
 * Reads a county from a file on disk.
 * @throws CountyFileError when it is not there or anything in it is wrong
 */
export async function loadCounty(file: string): Promise<County> {
  return readCounty(await readFile(file, 'utf8').catch(missing(file)), basename(file));
}

const missing = (file: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
  throw new CountyFileError(file, [
    { path: '', fault: 'there is no such file; see the setting COUNTY_FILE' },
  ]);
};

/**
 * Reads a county from JSON text, or from what such a text holds (then without lines).
 * @throws CountyFileError that names every fault found
 */
export function readCounty(source: unknown, fileName: string): County {
  const located = locate(source, fileName);
  const parsed = countyShape.safeParse(located.value, { error: wordsOf });
  const issues = parsed.error?.issues ?? [];
  const flaws = flawsOf(parsed.data ?? soundSections(located.value, issues));
  if (parsed.success && flaws.length + located.doubled.length === 0) return parsed.data;

  const doubled = located.doubled.map((path) => ({ path, fault: 'stands here a second time' }));
  const faults = [...doubled, ...issues.flatMap(shapeFlaws), ...flaws].map(withLine(located));
  throw new CountyFileError(fileName, faults.sort(byLine), unsoundSections(issues));
}

const byLine = (a: CountyFault, b: CountyFault) => (a.line ?? 0) - (b.line ?? 0);

type Located = Pick<LocatedJson, 'value' | 'doubled'> & Partial<LocatedJson>;

function locate(source: unknown, fileName: string): Located {
  if (typeof source !== 'string') return { value: source, doubled: [] };
  try {
    return readLocatedJson(source);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw new CountyFileError(fileName, [
      { line: error.line, path: '', fault: `not JSON: ${error.message}` },
    ]);
  }
}

function withLine({ lineOf }: Located) {
  return ({ path, fault }: Flaw): CountyFault => ({
    ...(lineOf && { line: lineOf(path) }),
    path: pathText(path),
    fault,
  });
}

/** Sections of another shape than theirs; a field too many leaves its section readable. */
function unsoundSections(issues: readonly z.core.$ZodIssue[]): string[] {
  const unsound = issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path }) => path[0]);
  return [...new Set(unsound)].filter((section) => typeof section === 'string');
}

/** What contradicts itself in the sections of the right shape can be told at once. */
function soundSections(value: unknown, issues: readonly z.core.$ZodIssue[]): Sections {
  const sections = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') removeKeys(sections, issue);
  }
  for (const section of unsoundSections(issues)) removeKeys(sections, { path: [], keys: [section] });
  return countyShape.partial().safeParse(sections).data ?? {};
}

function removeKeys(
  value: unknown,
  { path, keys }: { path: readonly PropertyKey[]; keys: readonly string[] },
): void {
  const holder = path.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), value);
  if (isObject(holder)) for (const key of keys) delete holder[key];
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function shapeFlaws(issue: z.core.$ZodIssue): Flaw[] {
  const path = issue.path.filter((step): step is Path[number] => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, fault: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], fault: issue.message }));
}

const kinds: { readonly [expected: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Our words for what Zod finds; undefined leaves it to Zod. */
function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'is not a field of a county file';
    case 'too_small':
      return issue.origin === 'array' ? 'must not be empty' : `must be at least ${issue.minimum}`;
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return issue.path?.at(-1) === 'by' ? 'must be one of place, situation' : undefined;
    default:
      return undefined;
  }
}
