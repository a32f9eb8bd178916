/** The tab's words in English. */

import { enCommon } from '../../bot/en/common.ts';
import type { TabTexts } from '../fi/tab.ts';
import { dutyEn } from './duty.ts';
import { nowEn } from './now.ts';
import { settingsEn } from './settings.ts';

export const tabEn: TabTexts = {
  language: 'en',
  page: 'Authority line',
  loading: 'Fetching',
  table: (what) => `Table: ${what}`,
  skip: 'Skip to content',
  pages: {
    label: 'Pages',
    start: 'Start',
    tallies: 'Tallies',
    instructions: 'Instructions',
    recording: 'Record',
  },
  refresh: 'Refresh',
  tryAgain: 'Try again',
  updated: (time) => `As of ${time}`,
  you: {
    supervisor: 'Supervisor',
    advisor: 'Client advisor',
    employee: 'Employee',
  },
  month: {
    heading: (month) => `Contacts, ${month}`,
    county: 'The whole county',
    total: (count) => (count === 1 ? 'contact' : 'contacts'),
    byRegion: 'Contacts by region',
    region: 'Region',
    contacts: 'Contacts',
    none: 'No contacts yet this month.',
    few: 'The number for the whole county is not shown: single contacts could be told from it.',
  },
  status: {
    waiting: 'Waiting for an advisor',
    claimed: 'Being handled',
    'asked-back': 'Waiting for more details',
    answered: 'Answered',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  urgency: enCommon.urgency,
  now: nowEn,
  duty: dutyEn,
  settings: settingsEn,
  employee: {
    heading: 'Ask the client advisors',
    text: 'Open the chat and write your question in your own words. The answer comes to the same chat.',
    openChat: 'The chat is beside this page, on the tab Chat.',
  },
  outside: {
    heading: 'This page works in Teams',
    text: 'Open Teams, choose the authority line among the apps, and there this tab. You sign in through Teams.',
  },
  failed: {
    heading: 'Nothing could be fetched',
    'no-token':
      'Teams gave no sign-in. Close the tab and open it again. If that does not help, ask IT support to approve the app.',
    'not-signed-in': 'Your sign-in has expired. Close the tab and open it again.',
    guest: 'The line is for the county’s own employees only. It can’t be used with a guest account.',
    'too-many-requests': 'Requests came too fast. Wait a moment and try again.',
    offline: 'The server can’t be reached. Check your network connection and try again.',
    'not-allowed': 'You have no right to this. Ask your supervisor for a role.',
    'not-found': 'This can’t be found. Check it and try again.',
    'not-now': 'Things have changed meanwhile. Refresh the page and try again.',
    'bad-input': 'Something in what you gave is wrong. Check it and try again.',
    broken: 'Something is wrong with the service. The questions are safe. Try again in a moment.',
  },
};
