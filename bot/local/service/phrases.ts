/** What Teams itself says, in the person's language. */

const fi = {
  sentCard: 'lähetti kortin',
  unreachable: 'Sovellukseen ei saada yhteyttä. Yritä uudelleen.',
  somethingWrong: 'Jokin meni vikaan. Yritä uudelleen.',
  required: 'Tämä tieto tarvitaan.',
  invalid: 'Tarkista tämä tieto.',
};

export type Phrases = { readonly [Phrase in keyof typeof fi]: string };

const sv: Phrases = {
  sentCard: 'skickade ett kort',
  unreachable: 'Det går inte att nå appen. Försök igen.',
  somethingWrong: 'Något gick fel. Försök igen.',
  required: 'Den här uppgiften behövs.',
  invalid: 'Kontrollera den här uppgiften.',
};

const en: Phrases = {
  sentCard: 'sent a card',
  unreachable: 'Unable to reach the app. Please try again.',
  somethingWrong: 'Something went wrong. Please try again.',
  required: 'This is required.',
  invalid: 'Please check this.',
};

/** English for a language that Teams is not given here. */
export function phrasesFor(locale: string): Phrases {
  return { fi, sv }[locale.slice(0, 2)] ?? en;
}
