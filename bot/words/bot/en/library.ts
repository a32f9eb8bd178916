/** What is said of the shared instructions, in English. */
import type { LibraryTexts } from '../fi/library.ts';

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
  draft: {
    button: 'Make a draft instruction',
    title: 'Title',
    subject: 'Among which instructions?',
    text: 'Text of the instruction',
    save: 'Save the draft',
    stripped:
      'Numbers, addresses and the names of those who wrote are taken out. I do not know other names: read the text through.',
    approval: 'Employees do not see the draft until somebody else approves and publishes it in the tab.',
    saved: (title) => `The draft is kept: ${title}`,
    open: 'Open the draft',
    notYours:
      'Drafts are made by the region’s advisors, by those who keep the instructions, or by supervisors.',
    noAnswer: 'No instruction can be made of this: there is no answer, or it has been removed.',
    noTitle: 'Write a title for the instruction.',
    noSubject: 'Choose among which instructions it belongs.',
    tooLong: (most, length) =>
      `The text is too long: ${length} characters, at most ${most}. Shorten it and save again.`,
    identity: 'There is a personal identity code in the text. Take it out and save again.',
  },
  news: {
    published: 'An instruction was published',
    what: (subject, title) => `${subject}: ${title}`,
    by: (name, version) => `${name} · version ${version}`,
    open: 'Open the instruction',
    toast: (title) => `Instruction published: ${title}`,
  },
};
