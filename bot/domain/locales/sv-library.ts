/** What is said of the shared instructions, in Swedish. */
import type { LibraryTexts } from './fi-library.ts';

export const svLibrary: LibraryTexts = {
  subject: {
    operating: 'Verksamhetsanvisningar',
    criteria: 'Beviljningsgrunder',
    templates: 'Beslutsmallar',
    contacts: 'Kontaktuppgifter',
    induction: 'Introduktion',
    finders: 'Tjänstesök',
  },
  findersTitle: 'Söktjänster',
  findersLead: 'I söktjänsterna hittar du områdets tjänster och aktörer. De öppnas i webbläsaren.',
  news: {
    published: 'En anvisning har publicerats',
    what: (subject, title) => `${subject} – ${title}`,
    by: (name, version) => `${name} · version ${version}`,
    open: 'Öppna anvisningen',
    toast: (title) => `Ny anvisning: ${title}`,
  },
};
