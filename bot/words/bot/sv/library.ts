/** What is said of the shared instructions, in Swedish. */
import type { LibraryTexts } from '../fi/library.ts';

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
  draft: {
    button: 'Gör ett utkast till anvisning',
    title: 'Rubrik',
    subject: 'Bland vilka anvisningar?',
    text: 'Anvisningens text',
    save: 'Spara utkastet',
    stripped:
      'Nummer, adresser och namnen på dem som skrev är borttagna. Andra namn känner jag inte igen: läs igenom texten.',
    approval: 'Utkastet syns inte för personalen förrän någon annan godkänner och publicerar det på fliken.',
    saved: (title) => `Utkastet är sparat: ${title}`,
    open: 'Öppna utkastet',
    notYours: 'Utkast görs av områdets klienthandledare, den som uppdaterar anvisningarna eller en chef.',
    noAnswer: 'Av det här kan ingen anvisning göras: det finns inget svar, eller så är det redan borttaget.',
    noTitle: 'Skriv en rubrik för anvisningen.',
    noSubject: 'Välj bland vilka anvisningar den hör hemma.',
    tooLong: (most, length) =>
      `Texten är för lång: ${length} tecken, högst ${most}. Förkorta den och spara på nytt.`,
    identity: 'Texten innehåller en personbeteckning. Ta bort den och spara på nytt.',
  },
  news: {
    published: 'En anvisning har publicerats',
    what: (subject, title) => `${subject} – ${title}`,
    by: (name, version) => `${name} · version ${version}`,
    open: 'Öppna anvisningen',
    toast: (title) => `Ny anvisning: ${title}`,
  },
};
