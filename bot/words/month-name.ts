/** Months as people write them: `lokakuu 2026`, `oktober 2026`, `October 2026`. */
import type { Language } from '../domain/county.ts';
import type { Month } from '../domain/names.ts';

const names: { readonly [language in Language]: readonly string[] } = {
  fi: 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu'
    .split(' ')
    .map((name) => `${name}kuu`),
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

export const monthName = (language: Language, month: Month): string =>
  `${names[language][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
