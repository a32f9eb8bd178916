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

/** Written without blanks, or with them around a dash: close enough to identify even when its check is mistyped. */
const wellFormed = /^\d{6}(?:\s*[-+‐‑‒–—−]\s*|[A-FU-Y])\d{3}[0-9A-Z]$/i;

/** Whether a loosely written one is masked: wrongly checked when well-formed, otherwise only if its check is right. */
function isLooseHenkilotunnus(found: string): boolean {
  const signs = found.replace(dashes, '-').replace(/[^\dA-Z+-]/gi, '');
  const date = signs.slice(0, 6);
  if (wellFormed.test(found)) return isDateOf(date, 1900) || isDateOf(date, 2000);
  const separator = /[-+A-Z]/i.exec(signs.slice(6, -4))?.[0];
  const ends = signs.slice(-4);
  return (separator ? [separator] : ['-', 'A']).some((one) => isHenkilotunnus(date + one + ends));
}

// --- birth dates ---

/** Clients are grown-ups: a later year is an appointment, a decision or a visit. */
const lastBirthYear = 2008;

function isBirthDate(found: string): boolean {
  const numbers = found.match(/\d+/g)?.map(Number) ?? [];
  const [day = 0, month = 0, year = 0] = (numbers[0] ?? 0) > 31 ? numbers.toReversed() : numbers;
  return year >= 1900 && year <= lastBirthYear && isDate(day, month, year);
}

// --- what is looked for ---

type Wanted = {
  readonly kind: IdentityKind;
  readonly pattern: RegExp;
  readonly holds?: (found: string) => boolean;
};

const gap = String.raw`[^\p{L}\d\n]{0,3}`;
/** Between the digits of a phone number: a blank or a dash, before at least two more digits. */
const pause = String.raw`(?:(?:[ \t\u00a0]?[-‐‑‒–—−][ \t\u00a0]?|[ \t\u00a0]{1,2})(?=\d\d))?`;
const digits = (least: number, most: number) => `(?:${pause}\\d){${least},${most}}(?!\\d)`;
const phone = (pattern: string): Wanted => ({ kind: 'phone', pattern: new RegExp(pattern, 'gu') });

/** In this order: what is masked for good comes before what is kept. */
const wanted: readonly Wanted[] = [
  // a right one is masked wherever it stands, even inside a longer row of signs
  { kind: 'henkilotunnus', pattern: /\d{6}[-+‐‑‒–—−A-FU-Y]\d{3}[0-9A-Y]/gi, holds: isHenkilotunnus },
  phone(String.raw`(?<![\p{L}\d])(?:\+|00)${pause}358${pause}(?:\(0\)${pause})?${digits(5, 10)}`),
  phone(String.raw`(?<![\p{L}\d])\+[1-9]${digits(7, 13)}`),
  // the mobile prefixes 04x and 050 are never followed by a separator of a henkilötunnus
  phone(String.raw`(?<![\p{L}\d])(?:0457|\(?0(?:4\d|50)\)?)(?!\d{3}[-+])${digits(6, 7)}`),
  {
    kind: 'henkilotunnus',
    pattern: new RegExp(
      String.raw`(?<!\d)\d\d[. ]?\d\d[. ]?\d\d${gap}[A-FU-Y]?${gap}\d{3} ?[0-9A-Z](?![\p{L}\d])`,
      'giu',
    ),
    holds: isLooseHenkilotunnus,
  },
  {
    kind: 'email',
    pattern: /[\p{L}\d._%+-]{1,64}(?:@| ?[([]at[)\]] ?)(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/giu,
  },
  // landlines: neither a date, a business id, hours nor the end of an account number
  phone(
    String.raw`(?<![\p{L}\d.,]|\d[ \u00a0])\(?0(?:[235689]|1[3-9])\)?(?!\d-\d\d-\d{4}|-\d\d-\d{4}|\d{6}-\d(?!\d))${pause}(?=\d{3})${digits(6, 8)}`,
  ),
  {
    kind: 'birth-date',
    pattern: /(?<![\d.])(?:\d{1,2}(?:\. ?|[/-])\d{1,2}(?:\. ?|[/-])\d{4}|\d{4}-\d\d-\d\d)(?!\d)/g,
    holds: isBirthDate,
  },
  // two digits of year are a birth date only where it is said to be one
  {
    kind: 'birth-date',
    pattern:
      /(?<=\b(?:synt|s|f|född|born)[\p{L}.:]{0,12} {0,2})(?:\d{1,2}\. ?\d{1,2}\. ?\d{2}|\d{6})(?![\d-])/giu,
  },
];
