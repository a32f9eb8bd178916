/** What the line says in passing, in English. */
import type { TalkTexts } from '../fi/talk.ts';

export const enTalk: TalkTexts = {
  apology: (phone) =>
    `Something went wrong on our side. Try again in a moment${phone ? ` or call ${phone}` : ' or call the line'}. If the card did not change, your message did not get through.`,
  tryAgain: 'Try again',
  youTyped: 'You wrote',
  welcome: 'You’re welcome! I don’t pass thanks on, so that the advisor’s phone doesn’t ring for nothing.',
  onlyEmployees: "This line serves only the wellbeing services county's own employees.",
  clients: (door, contact) => `Clients, relatives and others are helped by ${door}: ${contact}`,
  inDoubt: "I could not confirm that you are the county's employee. Try again in a moment.",
  onlyAttachment:
    "I can't take attachments or pictures. Write your question as text, without the client's name.",
  tooLong: (most, length) =>
    `The message has ${length} characters; at most ${most} fit. Shorten it and send again: nothing has been passed on yet.`,
  editedMessage:
    'You edited your message in Teams. That does not change what was sent to the line: edit the question on its card.',
  deletedMessage:
    'You deleted your message in Teams. A question already sent to the line is kept: you can withdraw it on its card.',
  editedDraft:
    'You edited your message in Teams. The text on the card does not change: correct it on the card before you send.',
  deletedDraft:
    'You deleted your message in Teams. The same text is still on the card: discard the card if you will not send it.',
  masked: (what) => `I took this out of the text before keeping it: ${what}.`,
  maskedKinds: {
    henkilotunnus: 'a personal identity code',
    'birth-date': 'a birth date',
    phone: 'a phone number (sealed, shown only to those who handle the case)',
    email: 'an e-mail address (sealed, shown only to those who handle the case)',
  },
  addedTo: (id) => `I added your message to question ${id}.`,
  sentToAsker: 'Sent to the asker.',
  done: 'Recorded.',
  unknownPress: 'I no longer know this button. Open the card again or write menu.',
  channelHelp:
    "Mention me in a question's thread and I make a preview of your answer. You can also write: record, my cases, channels, people, setup or a question's code.",
  threadClosed: (id) => `Question ${id} is already closed. Reopen it on its card if you want to answer.`,
  emptyPreview: 'Write the answer in the same message in which you mention me.',
  notSupervisor: (names) => `Only a supervisor can do this${names ? `: ${names}` : ''}.`,
  askForRole: (names) => (names ? `A supervisor gives the role: ${names}.` : ''),
  bound: (what, channel) => `Bound: ${what} → ${channel}.`,
  unbound: (what) => `Unbound: ${what}.`,
  rolesSaved: (name) => `Roles saved: ${name}.`,
  rolesRemoved: (name) => `Roles removed: ${name}.`,
  advisorsAdded: (count) => (count === 1 ? 'One advisor added.' : `${count} advisors added.`),
  supervisorsAdded: (count) => (count === 1 ? 'One supervisor added.' : `${count} supervisors added.`),
  handOverNotYours: 'Cases are handed over by advisors and supervisors.',
  handedOver: (count, name) =>
    count === 1 ? `One case handed over: ${name}.` : `${count} cases handed over: ${name}.`,
  inPersonalChat: 'Write your question to me in the personal chat.',
  draftWaiting: 'Your message has not been sent to the advisors yet. Finish it on its card, or discard it.',
  concernReceived: (reference) => `The concern report has been received. Reference ${reference}.`,
  handlersCommand: ['handlers', 'access log'],
};
