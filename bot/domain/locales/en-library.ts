/** What is said of the shared instructions, in English. */
import type { LibraryTexts } from './fi-library.ts';

export const enLibrary: LibraryTexts = {
  subject: {
    operating: 'Operating instructions',
    criteria: 'Granting criteria',
    templates: 'Decision templates',
    contacts: 'Contacts',
    induction: 'Induction',
    finders: 'Service finders',
  },
  findersTitle: 'Service finders',
  findersLead: 'The service finders list the area’s services and providers. They open in the browser.',
  news: {
    published: 'An instruction was published',
    what: (subject, title) => `${subject}: ${title}`,
    by: (name, version) => `${name} · version ${version}`,
    open: 'Open the instruction',
    toast: (title) => `Instruction published: ${title}`,
  },
};
