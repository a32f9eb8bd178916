/** What the inflected forms of a Finnish or Swedish word share, for searches. */

/** What hangs on a Finnish word, the longest first, and on a Swedish one: -erna; -en and -t fall off with the Finnish. */
const endings =
  /(?:nsa|mme|nne|kin|kaan)?(?:erna|arna|orna|iden|ien|issa|ista|illa|ilta|ille|iksi|(?<=[oiu])ja|ssa|sta|lla|lta|lle|ksi|seen|siin|na|ita|ta|[aeiou]n|n|t|a)?$/;
/** Of a Swedish genitive (klienthandledarens, klienternas); no Finnish word ends so. */
const genitive = /(?<=en|et|na|are|ar|or|er)s$/;
/** Weak grades and their strong ones, at a stem's end (kotihoido- kotihoito-, arvioinn- arvioint-). */
const grades: readonly (readonly [weak: RegExp, strong: string])[] = [
  [/nn$/, 'nt'],
  [/ll$/, 'lt'],
  [/rr$/, 'rt'],
  [/mm$/, 'mp'],
  [/ng$/, 'nk'],
  [/(?<=[lr])v$/, 'p'],
  [/d$/, 't'],
  [/kk$/, 'k'],
  [/pp$/, 'p'],
  [/tt$/, 't'],
  [/ks$/, 's'],
  [/kas$/, 'k'],
];
export const leastWord = 4;
export const leastStem = 3;

/** What inflected forms of a word share: kotihoito, kotihoidon → kotihoit. Takes a folded word. */
export function stemOf(folded: string): string {
  if (folded.length <= leastWord) return folded;
  const bare = cutTo(leastWord, folded, folded.replace(genitive, '').replace(endings, ''));
  const stem = cutTo(leastStem, bare, bare.replace(/[aeiouy]+$/, ''));
  return grades.reduce((text, [weak, strong]) => text.replace(weak, strong), stem);
}

const cutTo = (least: number, whole: string, cut: string) => (cut.length >= least ? cut : whole);
