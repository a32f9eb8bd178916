/** Weighs what the words around a name tell: the client lives there, comes from there, or is only there for now. */
import type { Direction } from './inflection.ts';
import type { PlaceMention } from './name-index.ts';
import type { Word } from './spelling.ts';

/** The greater, the more it decides. `elsewhere` decides nothing: a hospital's town, or where a daughter lives. */
export const weights = { elsewhere: 0, named: 1, origin: 2, home: 3 } as const;
export type Weight = (typeof weights)[keyof typeof weights];

const anyOf = (...stems: string[]) => new RegExp(`^(?:${stems.join('|')})$`);

/** To live, home, municipality of residence, to be sent home, to have moved. */
const living = anyOf(
  'asu(?:u|vat?|van|vaa|valle|valla|valta|vana|vien|via|nut|neen|kas|kkaa\\w*|inkun\\w*|inpaik\\w*)',
  'koti(?:n|in|insa|nsa|na|kun\\w*|paik\\w*|kaup\\w*|osoi\\w*|ut[ue]\\w*|uttam\\w*)?|kotona\\w*|palaa|kirjoilla|osoite',
  'muuttanut|muutti|flyttat',
  'bor|bodde|bott|bosatt|boende|hem|hemma|hemkommun\\w*|hemort\\w*|hemadress\\w*|bostadskommun\\w*|adress',
  'lives|living|resident|address|home',
);
/** These stand after their place: Iisalmessa yksin asuva, Iisalmessa asuu. */
const livingThere = anyOf('asuv\\w*', 'kotiutuv\\w*', 'kotiutettav\\w*');
const dwelling = anyOf('asu(?:u|v\\w*|nut|neen|kas|kkaa\\w*)', 'bor', 'bosatt', 'lives', 'living');
const comingFrom = anyOf('kotoisin', 'lahtoisin', 'kotoa', 'kotoaan', 'fran');

/** Where one is cared for without living there. The names of the university hospitals are said as words. */
const institution = anyOf(
  '(?!koti)\\w*sairaala\\w*|\\w*osasto\\w*|\\w*paivysty(?!sav)\\w*|\\w*polikli\\w*|pkl\\w{0,4}|ensia[pv]\\w*|akuutti\\w*',
  'terveyskesku\\w*|terveysasem\\w*|hyvinvointikesku\\w*|kuntoutuskesku\\w*|tk(?:n|ssa|sta|hon|lle)?',
  '(?:kys|tays|tyks|oys)(?:n|in|iin|issa|ista|sta|ssa|ssta|sssa|lle)?|hus(?:n|iin|issa|ista|ssta|sssa)',
  '\\w*sjukhus\\w*|\\w*avdelning\\w*|akuten|\\w*jour|\\w*jouren|halsocentral\\w*|halsostation\\w*|hospital|ward',
);
/** May stand between a town and its institution: Kuopion yliopistollinen sairaala. */
const institutional = anyOf(
  'yliopistolli\\w*|kaupungin|kunnan|keskus|seudun|alueen|psykiatri\\w*|geriatri\\w*',
);

const forNow = anyOf('nyt', 'parhaillaan', 'hetkella', 'toistaiseksi', 'nu', 'now', 'currently');
const staying = anyOf(
  'kaymassa|vierailulla|vierailemassa|kylassa|lomalla|reissussa|luona|oleskel\\w*|hoidettavana',
  '(?!koti|omais|perhe)\\w*(?:hoidossa|jaksolla)',
  'besok|vistas|vardas|visiting',
);

const relative = anyOf(
  'tytar|tytto|tyttare\\w*|poika|poja\\w*|lapsi|lapse[nt]\\w*|omai(?:nen|set|sen|sten)\\w*|sisar\\w*|sisko\\w*',
  'veli|velje\\w*|serkku\\w*|minia\\w*|vavy\\w*|sukulai\\w*|laheinen|laheise\\w*|edunvalvoja\\w*',
  'dotter\\w*|son|sonen|syster\\w*|bror\\w*|anhorig\\w*|daughter|sister|brother',
);
/** A relative who only tells, asks or lives along: tyttären mukaan, tyttären kanssa. */
const aboutClient = anyOf(
  'mukaan|mielesta|kanssa|toive\\w*|toivo\\w*|pyynno\\w*|huol\\w*|ilmoit\\w*|kert\\w*|enligt',
);
const client = anyOf(
  'asiak(?:as|kaa\\w*)',
  'potila(?:s|a\\w*)',
  'vanhus',
  'rouva',
  'herra',
  'mies',
  'nainen',
  'leski',
);

const preposition = anyOf('i', 'pa', 'vid', 'fran', 'till', 'on', 'in', 'at', '\\d+');

/** The direction that a Finnish word's ending gives it; `name` when it has no such ending. */
function directionOf(folded: string): Direction {
  if (/(?:ss|ll)a$/.test(folded)) return 'in';
  if (/(?:st|lt)a$/.test(folded)) return 'from';
  if (/(?:lle|seen|([aeiouy])\1n|iin|hon)$/.test(folded)) return 'to';
  return 'name';
}

/** The words around one mention, as far as its clause goes and no other mention stands between. */
type Surroundings = {
  readonly mention: PlaceMention;
  /** The nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
};

function surroundingsOf(
  words: readonly Word[],
  mentions: readonly PlaceMention[],
  mention: PlaceMention,
  at: number,
): Surroundings {
  const clause = words[mention.from]?.clause;
  const inClause = (from: number, to: number) =>
    words
      .slice(Math.max(from, 0), to)
      .filter((word) => word.clause === clause)
      .map(({ folded }) => folded);
  // what is left for another place is told of both: kotiutuu Kuopiosta Iisalmeen
  const isLeft = mention.direction === 'to' && mentions[at - 1]?.direction === 'from';
  const previous = mentions[isLeft ? at - 2 : at - 1];
  return {
    mention,
    before: inClause(previous?.to ?? 0, mention.from).reverse(),
    after: inClause(mention.to, mentions[at + 1]?.from ?? words.length),
  };
}

const within = (words: readonly string[], reach: number, kind: RegExp) =>
  words.slice(0, reach).some((word) => kind.test(word));

/** Iisalmen päivystys, Kuopion yliopistollisessa sairaalassa, Iisalmi tk. */
function namesInstitution({ mention, after }: Surroundings): boolean {
  if (mention.direction !== 'of' && mention.direction !== 'name') return false;
  const next = after.find((word) => !institutional.test(word));
  return next !== undefined && institution.test(next);
}

/** Kuopiossa KYS:n osastolla, sairaalassa Kuopiossa, KYS Kuopio, på sjukhuset i Kuopio. */
function isAtInstitution({ mention: { direction }, before, after }: Surroundings): boolean {
  const agrees = (word: string) => directionOf(word) === direction;
  if (direction !== 'name' && after.slice(0, 4).some((word) => institution.test(word) && agrees(word)))
    return true;
  const previous = before.find((word) => !preposition.test(word));
  if (previous === undefined || !institution.test(previous)) return false;
  return direction === 'name' || directionOf(previous) === 'name' || agrees(previous);
}

/** Nyt Kuopiossa, käymässä Varkaudessa, är nu i Kuopio. */
function isVisit({ mention: { direction }, before, after }: Surroundings): boolean {
  if (direction !== 'in' && direction !== 'name') return false;
  const previous = before.find((word) => !preposition.test(word));
  if (previous !== undefined && forNow.test(previous)) return true;
  return within(before, 3, staying) || (direction === 'in' && within(after, 3, staying));
}

/** Tytär asuu Kuopiossa, Kuopiossa asuva tytär, kuopiolainen tytär. */
function isOfRelative({ mention: { direction }, before, after }: Surroundings): boolean {
  const [next = '', afterNext = ''] = after;
  const isTheirs = direction === 'people' || direction === 'of' || direction === 'from';
  if (relative.test(dwelling.test(next) ? afterNext : isTheirs ? next : '')) return true;
  const at = before.findIndex((word) => relative.test(word) || client.test(word));
  const [nearest, following] = [before[at], before[at - 1]];
  if (nearest === undefined || at > 4 || client.test(nearest)) return false;
  const livesWith = before.slice(at + 1).some((word) => living.test(word));
  return !livesWith && !(following !== undefined && aboutClient.test(following));
}

/** Asuu Iisalmessa, kotikunta Iisalmi, Iisalmessa yksin asuva; but not kotiutuu Kuopiosta. */
function isHome({ mention: { direction }, before, after }: Surroundings): boolean {
  if (direction === 'from') return false;
  if (within(after, 2, dwelling) || within(after, 4, livingThere)) return true;
  return before.slice(0, 6).some((word) => living.test(word) && !livingThere.test(word));
}

function isOrigin({ mention: { direction }, before, after }: Surroundings): boolean {
  return (
    direction === 'people' ||
    within(before, 2, comingFrom) ||
    (direction === 'from' && within(after, 2, comingFrom))
  );
}

function weigh(surroundings: Surroundings): Weight {
  if (namesInstitution(surroundings) || isOfRelative(surroundings)) return weights.elsewhere;
  if (isHome(surroundings)) return weights.home;
  if (isOrigin(surroundings)) return weights.origin;
  return isAtInstitution(surroundings) || isVisit(surroundings) ? weights.elsewhere : weights.named;
}

/** An ordinary noun is a place in the inner case, alone, as an institution's town, or right after a home or a person. */
function isTold(surroundings: Surroundings, words: readonly Word[]): boolean {
  const { mention, before } = surroundings;
  if (!mention.isDoubtful || mention.direction === 'in' || words.length === 1) return true;
  const previous = before.find((word) => !preposition.test(word)) ?? '';
  return namesInstitution(surroundings) || [living, comingFrom, client].some((kind) => kind.test(previous));
}

const conjunction = anyOf('ja', 'tai', 'vai', 'seka', 'och', 'eller', 'and', 'or');

/** Asuu Iisalmessa ja Vieremällä, Kaavi/Tuusniemi: what is told of one is told of both. */
function arePaired(words: readonly Word[], one: PlaceMention, other: PlaceMention): boolean {
  const between = words.slice(one.to, other.from);
  const joins = between.length === 0 || (between.length === 1 && conjunction.test(between[0]?.folded ?? ''));
  return joins && one.direction === other.direction;
}

export type Weighed = { readonly mention: PlaceMention; readonly weight: Weight };

/** What is told of a place is told of the bare names beside it, in a row of them from either end. */
function shareAlong(words: readonly Word[], row: readonly Weighed[]): Weighed[] {
  const shared = [...row];
  const tell = (teller: Weighed | undefined, at: number) => {
    const bare = shared[at];
    if (teller && bare?.weight === weights.named) shared[at] = { ...bare, weight: teller.weight };
  };
  const paired = row.map(({ mention }, at) => {
    const previous = row[at - 1];
    return previous !== undefined && arePaired(words, previous.mention, mention);
  });
  for (let at = 1; at < row.length; at += 1) if (paired[at]) tell(shared[at - 1], at);
  for (let at = row.length - 1; at > 0; at -= 1) if (paired[at]) tell(shared[at], at - 1);
  return shared;
}

/** Every mention with its weight; a noun that tells of no place is left out. */
export function weighMentions(words: readonly Word[], mentions: readonly PlaceMention[]): Weighed[] {
  const told = mentions
    .map((mention, at) => surroundingsOf(words, mentions, mention, at))
    .filter((surroundings) => isTold(surroundings, words));
  return shareAlong(
    words,
    told.map((surroundings) => ({ mention: surroundings.mention, weight: weigh(surroundings) })),
  );
}
