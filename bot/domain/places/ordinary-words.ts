/** Ordinary Finnish and Swedish words that look like a place's name without being one. */

/**
 * Theft, eagle, pitchfork, cattle: also names of towns. In lower case the noun is meant, unless the text tells of a
 * place (telling.ts); a capital is taken for the town, even where it only begins a sentence.
 */
const nouns = new Set(['varkaus', 'kotka', 'hanko', 'karjaa']);

/** Words, folded, that are a slip away from a form of some name: copy, gangrene, to gather, to cook, stability … */
const lookalikes = [
  'kopio|kuolio|kuopi(?:a|en|i|essa)$|karttu(?!l)|keit(?:tel|ell|elt)|varau|vakau|varka(?:in|at|an|it)|vierim|joris',
  'niks|rautama|riista(?!ve)|riittav|kuraved|rautatava',
  'karkk(?!il)|suntio|kauniis|kaunaisi|katunai|kyrkskatt',
  // towns elsewhere
  'karstula|leppavaara',
].join('|');
const lookalike = new RegExp(`^(?:${lookalikes})`);

/** Words (none, to be part of) too common to be names in lower case at all, unless typed alone. */
const commonWords = new Set(['inga']);

export const isCommonWord = (folded: string): boolean => commonWords.has(folded);
export const isOrdinaryNoun = (folded: string): boolean => nouns.has(folded);

/** Whether a word that is nearly a name is known to be something else. */
export const looksLikeName = (folded: string): boolean => lookalike.test(folded);
