/** Words that askers and advisors share, in English. */
import type { CommonTexts } from './fi-common.ts';

export const enCommon: CommonTexts = {
  language: 'en',
  commands: {
    ask: ['ask', 'question', 'new question'],
    concern: ['concern', 'concern report', 'report a concern'],
    'my-questions': ['my questions'],
    help: ['help'],
    menu: ['menu', 'start', 'hello', 'hi', 'good morning'],
    'my-cases': ['my cases', 'my open cases'],
    people: ['people', 'roles'],
    channels: ['channels', 'channel', 'bind channel'],
  },
  danger: (number) => `Danger to life or an emergency: **call ${number}**.`,
  cannotWait: (who, phone) => `If it can’t wait: ${who}, ${phone}.`,
  closedNow: 'The line is closed.',
  opens: (when) => `The line opens ${when}.`,
  caseName: (id) => `Question ${id}`,
  required: 'This is needed.',
  yesNo: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  urgency: { urgent: 'Urgent', today: 'Today', normal: 'Not urgent' },
  priority75: {
    label: 'The client is 75 or over, or on the highest care allowance',
    short: '75+ or highest care allowance',
  },
  basis: {
    consent: 'The client consents: a contact for assessing the need of support (Social Welfare Act 35 §)',
    'no-consent':
      'Consent can’t be had: a report without delay, notwithstanding secrecy (Social Welfare Act 35 §)',
  },
  grounds: {
    'does-not-cope': 'Does not cope with food, medicines or hygiene with present services',
    housing: 'Housing is deficient',
    'own-affairs': 'Can’t run their own affairs',
    'cannot-seek': 'Can’t or is unable to seek services',
    maltreatment: 'Maltreatment, or suspicion of it',
    substances: 'Substance use endangers health',
    'own-safety': 'Endangers their own safety',
    aids: 'Evident need of aids',
  },
  outcome: {
    guidance: 'Guidance',
    grant: 'Temporary service',
    assessment: 'Needs assessment',
    concern: 'Concern report',
    redirect: 'Redirected',
    callback: 'Called back',
  },
  purged: 'Texts and identities have been removed after the set time.',
  refusal: {
    'no-such-case': 'There is no such question. Check the code, or ask a new one.',
    purged: 'The details of this question have been removed after the set time. Ask a new question.',
    'not-the-asker': 'Only the person who asked can do this. If it concerns you, ask a new question.',
    'no-role': (region) => `This is for client advisors (${region}). Ask your supervisor for the role.`,
    'other-region': (region) =>
      `The question belongs to another region (${region}). You can take it over by giving a reason.`,
    'held-by-another': (holder, when) => `${holder} took this ${when}. You can go on with them.`,
    'claim-first': 'Nobody has taken this yet. Take it first.',
    'wrong-time': {
      waiting: 'This can’t be done while the question waits for an advisor. The card is now up to date.',
      claimed: 'This can’t be done while the question is being handled. The card is now up to date.',
      'asked-back': 'This can’t be done while the asker is asked for more. The card is now up to date.',
      answered: 'The question has been answered already. The card is now up to date.',
      closed: 'The question is closed. Reopen it if needed.',
      withdrawn: 'The question was withdrawn. Ask a new one if needed.',
    },
    'changed-since': (said) => `The asker has just added: “${said}”. Check your text, then send it.`,
    'empty-text': 'The text is missing. Write it and send again.',
    'too-long': (most, length) =>
      `The text is too long: ${length} characters, ${most} at most. Shorten it and send again.`,
    'unknown-choice': {
      service: 'Choose the service from the list.',
      category: 'Choose which service the assessment is about.',
      redirect: 'Choose from the list where the matter goes.',
      region: 'Choose the place from the list, so that we know the region.',
      outcome: 'That entry is no longer there. See the card and choose again.',
      topic: 'Choose what it is about.',
      person: 'Choose the person from the list.',
    },
    'same-region': (region) => `The question is there already: ${region}. Choose another region.`,
    'no-callback': 'The asker did not want a call. Answer in writing.',
    'record-first': 'Record the concern report in the client system first and give its reference here.',
    'not-advisor-there': (person, region) =>
      `${person} is no advisor there (${region}). Choose another advisor.`,
    'no-outcome': 'Answer, grant a service or redirect before closing.',
    'wrong-dates': {
      'not-a-day': 'The date is missing or wrong. Choose it from the calendar.',
      'ends-before-it-starts': 'The service ends before it starts. Check the days.',
    },
    'over-limit': {
      days: (service, most) => `${service}: ${most} days at most. Shorten the period.`,
      amount: (service, most, unit) => `${service} (${unit}): 1–${most}. Check the amount.`,
    },
    'only-when-open': 'This can be granted only while the line is open.',
    missing: {
      grounds: 'Choose at least one ground.',
      observed: 'Write what you have observed.',
      whyNoConsent: 'Write why consent can’t be had.',
      client: 'Write the client’s name, so that we know whom it concerns.',
    },
  },
};
