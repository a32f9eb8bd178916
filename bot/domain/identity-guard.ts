/** Takes out of free text what names a person by number or address: henkilötunnus, birth date, phone, e-mail. */

export type IdentityKind = 'henkilotunnus' | 'birth-date' | 'phone' | 'email';

export type GuardedText = {
  /** The text with `placeholder` where something was. */
  readonly text: string;
  /** What was found, of each kind how many; empty when the text stands as it was. */
  readonly masked: readonly { readonly kind: IdentityKind; readonly count: number }[];
  /** As typed, for the encrypted detail. A henkilötunnus and a birth date are given to nobody. */
  readonly taken: { readonly phones: readonly string[]; readonly emails: readonly string[] };
};

/** Reads the same in every language. */
export const placeholder = '[•••]';

// --- henkilötunnus ---

const checkChars = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const dashes = /[‐‑‒–—−]/g;
const formOf = /^(?<date>\d{6})(?<separator>[-+A-FU-Y])(?<number>\d{3})(?<check>[0-9A-FHJ-NPR-Y])$/;

function centuryOf(separator: string): number {
  if (separator === '+') return 1800;
  return /[A-F]/.test(separator) ? 2000 : 1900;
}

function isDate(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
}

const isDateOf = (ddmmyy: string, century: number) =>
  isDate(Number(ddmmyy.slice(0, 2)), Number(ddmmyy.slice(2, 4)), century + Number(ddmmyy.slice(4)));

/**
 * A henkilötunnus whose date exists and whose check character is right, with any of the separators of the decree of
 * 1.1.2023. Lower case, another dash and blanks around are forgiven. The made-up ones (900–999) are valid too.
 */
export function isHenkilotunnus(text: string): boolean {
  const { date, separator, number, check } =
    formOf.exec(text.trim().replace(dashes, '-').toUpperCase())?.groups ?? {};
  if (!date || !separator || !number) return false;
  return (
    isDateOf(date, centuryOf(separator)) &&
    Number(number) >= 2 &&
    checkChars[Number(date + number) % 31] === check
  );
}

/** Looks like one, check character aside: a mistyped one still tells who it is. */
function isMistyped(found: string): boolean {
  const date = found.slice(0, 6);
  return isDateOf(date, 1900) || isDateOf(date, 2000);
}

/** Written with odd signs, or without a separator: only the check character tells it from other numbers. */
function isLoose(found: string): boolean {
  const signs = found.replace(dashes, '-').replace(/[^\dA-Z+-]/gi, '');
  const [date, separator, ends] = [signs.slice(0, 6), signs.slice(6, -4), signs.slice(-4)];
  const separators = /^[A-Z+]$/i.test(separator) ? [separator] : ['-', 'A'];
  return separators.some((one) => isHenkilotunnus(date + one + ends));
}

// --- birth dates ---

/** Clients are grown-ups: a later year is an appointment, a decision or a visit. */
const lastBirthYear = 2008;

function isBirthDate(found: string): boolean {
  const numbers = found.match(/\d+/g)?.map(Number) ?? [];
  const [day = 0, month = 0, year = 0] = /^\d{4}/.test(found) ? numbers.toReversed() : numbers;
  return year >= 1900 && year <= lastBirthYear && isDate(day, month, year);
}

function isShortBirthDate(found: string): boolean {
  const ddmmyy = found.includes('.')
    ? found
        .split('.')
        .map((part) => part.trim().padStart(2, '0'))
        .join('')
    : found;
  return isDateOf(ddmmyy, 1900);
}

// --- what is looked for ---

type IdentityPattern = {
  readonly kind: IdentityKind;
  readonly pattern: RegExp;
  readonly holds?: (found: string) => boolean;
};

const blank = String.raw`[ \t\u00a0]`;
const dash = '[-‐‑‒–—−]';
const alone = String.raw`(?![\p{L}\d])`;
/** What stands between the parts of a carelessly written henkilötunnus. */
const gap = String.raw`[^\p{L}\d\n]{0,3}`;
/** Between the digits of a phone number: a blank or a dash, and at least two digits more. */
const pause = String.raw`(?:(?:${blank}?${dash}${blank}?|${blank}{1,2})(?=\d\d))?`;
const digits = (least: number, most: number) => String.raw`(?:${pause}\d){${least},${most}}(?!\d)`;
const birthWord = 's\\.|f\\.|synt\\.?|syntynyt|syntymäaika|född|born|hetu\\p{L}{0,3}';

const mask = (kind: IdentityKind, pattern: string, holds: (found: string) => boolean): IdentityPattern => ({
  kind,
  pattern: new RegExp(pattern, 'giu'),
  holds,
});
const take = (kind: IdentityKind, pattern: string): IdentityPattern => ({
  kind,
  pattern: new RegExp(pattern, 'giu'),
});

/** In this order: what is masked for good before what is kept, the certain before the likely. */
const wanted: readonly IdentityPattern[] = [
  // a right one wherever it stands, even inside a longer row of signs
  mask('henkilotunnus', String.raw`\d{6}(?:${dash}|[+A-FU-Y])\d{3}[0-9A-Y]`, isHenkilotunnus),
  mask(
    'henkilotunnus',
    String.raw`(?<!\d)\d{6}(?:${blank}{0,2}(?:${dash}|\+)${blank}{0,2}|[A-FU-Y])\d{3}[0-9A-Z]${alone}`,
    isMistyped,
  ),
  take('email', String.raw`[\p{L}\d._%+-]{1,64}(?:@| ?[([]at[)\]] ?)(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}`),
  take('phone', String.raw`(?<!\d)(?:\+|00)${pause}358(?:${blank}?\(0\))?${digits(5, 10)}`),
  take('phone', String.raw`(?<!\d)\+[1-9]${digits(7, 13)}`),
  take('phone', String.raw`(?<!\d)(?:0457|\(?0(?:4\d|50)\)?)${digits(6, 7)}`),
  mask(
    'henkilotunnus',
    String.raw`(?<!\d)\d\d[. ]?\d\d[. ]?\d\d${gap}[A-FU-Y]?${gap}\d{3}${blank}?[0-9A-Z]${alone}`,
    isLoose,
  ),
  // landlines: no amount, no hours (08-16 09-17), no date (02-03-2026), not the end of an account number
  take(
    'phone',
    String.raw`(?<![\p{L}\d.,]|\d{4}${blank})\(?0(?:[235689]|1[3-9])\)?(?!-\d\d-\d{4})${pause}(?=\d{3})${digits(6, 8)}`,
  ),
  mask(
    'birth-date',
    String.raw`(?<![\d.])(?:\d{1,2}(?:\. ?|[/-])\d{1,2}(?:\. ?|[/-])\d{4}|\d{4}-\d\d-\d\d)(?!\d)`,
    isBirthDate,
  ),
  // with two digits of year only where it is said to be one
  mask(
    'birth-date',
    String.raw`(?<=(?<![\p{L}\d])(?:${birthWord}):?${blank}{0,2})(?:\d{1,2}\. ?\d{1,2}\. ?\d\d|\d{6})(?!\d)`,
    isShortBirthDate,
  ),
];

/** Replaces what the pattern finds and what holds, however the findings overlap. */
function cut(text: string, { pattern, holds }: IdentityPattern, found: string[]): string {
  let [rest, kept] = [0, ''];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (holds && !holds(match[0])) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    found.push(match[0]);
    kept += text.slice(rest, match.index) + placeholder;
    rest = pattern.lastIndex;
  }
  return kept + text.slice(rest);
}

/**
 * The text as it may be posted and stored: identities replaced, phone numbers and e-mail addresses handed back.
 * Names and street addresses are not recognised; anyone who types is told so.
 */
export function guardText(text: string): GuardedText {
  const found: Record<IdentityKind, string[]> = { henkilotunnus: [], 'birth-date': [], phone: [], email: [] };
  const guardOnce = (left: string) => wanted.reduce((rest, want) => cut(rest, want, found[want.kind]), left);
  let [before, guarded] = [text, guardOnce(text)];
  // what was cut may have hidden its neighbour: 040 123 4567+358401234567
  while (guarded !== before) [before, guarded] = [guarded, guardOnce(guarded)];
  const kinds = Object.keys(found) as IdentityKind[];
  return {
    text: guarded,
    masked: kinds.map((kind) => ({ kind, count: found[kind].length })).filter(({ count }) => count > 0),
    taken: { phones: found.phone, emails: found.email },
  };
}
