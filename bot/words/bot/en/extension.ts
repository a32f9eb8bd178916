/** What is said where a message is sent to the line and where the line is searched, in English. */
import type { ExtensionTexts } from '../fi/extension.ts';

export const enExtension: ExtensionTexts = {
  message: {
    title: 'Send to the authority line',
    masked: (what) =>
      `We masked in the text: ${what}. It still shows in the original message: ask its writer to delete it.`,
    empty:
      'The message has no text. The line takes no attachments or pictures: write to the app in your own words, without the client’s name.',
    tooLong: (most, length) =>
      `The message has ${length} characters, ${most} at most will fit. Copy what matters and write it to the app. Nothing was sent.`,
    sent: (id) =>
      `Question ${id} has been sent. You will see where it stands, and the answer, in your chat with this app.`,
    discarded: 'The question was not sent.',
    addApp:
      'The answer would come to your chat with this app, but the chat could not be opened. Add the app for yourself first (Teams: Apps, Add), then choose the message again. Nothing was sent.',
  },
  search: {
    addApp:
      'We could not confirm that you work for the wellbeing services county. Add the app for yourself first (Teams: Apps, Add), then search again.',
    onlyLine: 'Only advisors and supervisors can search questions. Everyone can search instructions.',
    nothingOpen: 'No questions are open.',
    noCases: 'No open question was found. Search by place, topic, state or the whole reference.',
    noPages: 'No instruction was found. Try another word.',
    noPagesYet: 'No instructions have been published yet.',
    status: {
      waiting: 'Waiting to be taken',
      claimed: 'In progress',
      'asked-back': 'More information asked for',
      answered: 'Answered',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    state: 'State',
    holder: 'Held by',
    asOf: (when) => `As it was ${when}. This card does not change: open the thread.`,
    version: (subject, n) => `${subject} · version ${n}`,
  },
};
