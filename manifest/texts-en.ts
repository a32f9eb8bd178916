/** What Teams shows of the app before anybody opens it, in English. */
import type { AppTexts } from './texts-fi.ts';

export const enTexts: AppTexts = {
  name: 'Authority line',
  brief: 'Ask client guidance in Teams. An advisor of the right region answers.',
  full: `An employee’s direct way to client guidance, where you already work.

Write what your client needs. The bot finds out which region’s client advisors the question belongs to and brings the answer back to the same chat. One card shows all the time where the matter stands.

• Ask for advice, a temporary service or an assessment of service needs.
• Make a concern report.
• Send a Teams message to the line from the message’s own menu.
• Read instructions, granting criteria and decision templates on the Line tab.
• Client advisors handle the questions in their region’s channel, and supervisors see how the line is doing.

The app is for the wellbeing services county’s own employees, not for clients or their relatives. Don’t write a client’s name, address or personal identity code in a message. In danger to life, call 112.`,
  tab: 'Line',
  commands: {
    ask: { title: 'Ask', description: 'Opens a new question' },
    concern: { title: 'Concern report', description: 'Opens the menu in which you make a concern report' },
    'my-questions': { title: 'My questions', description: 'What you have asked and where it stands' },
    help: { title: 'Help', description: 'What can be asked of the line, how and when' },
    menu: { title: 'Menu', description: 'What can be done here' },
    'my-cases': { title: 'My cases', description: 'For client advisors: the cases you now hold' },
    record: { title: 'Record', description: 'For client advisors: record a phone call or another contact' },
    people: { title: 'People', description: 'For supervisors: who answers on the line and in which region' },
    channels: { title: 'Channels', description: 'For supervisors: which region is bound to which channel' },
    setup: {
      title: 'Setup',
      description: 'For supervisors: get channels, advisors and test questions right',
    },
  },
  sendToLine: {
    title: 'Send to the authority line',
    description: 'Make the message a question to the client advisors',
  },
  searchCases: {
    title: 'Search questions',
    description: 'For client advisors: find a question and put its card in a message',
  },
  searchInstructions: {
    title: 'Search instructions',
    description: 'Find an instruction or decision template and put its card in a message',
  },
  query: {
    title: 'Search',
    cases: 'Place, topic, state or the question’s code',
    instructions: 'A word of the instruction',
  },
};
