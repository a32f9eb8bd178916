/** Taking the line into use, in English. */
import type { SetupTexts } from '../fi/setup.ts';

export const enSetup: SetupTexts = {
  title: 'Set up the line',
  ready: 'The line is ready: questions get through',
  notReady: 'Not finished: questions do not reach every region yet',
  goesOn: 'You can stop here and go on later. All supervisors see the same.',
  done: 'done',
  todo: 'not done',
  step: (n, title, state) => `${n}. ${title} – ${state}`,
  steps: {
    channels: 'Channels',
    advisors: 'Advisors',
    check: 'Test question',
    settings: 'Settings and instructions',
    tell: 'Tell those who ask',
  },
  why: {
    channels: 'Choose which channel the questions of each region come to.',
    advisors: 'Being in a channel gives no rights: name the advisors of every region.',
    check:
      'Every region gets a test. An advisor presses “I received the test”. It is not counted in the tallies.',
    settings: 'These do not keep the line from working, but askers are told that they are not confirmed.',
    tell: 'A text that you can copy and send to employees.',
  },
  first: 'Do step 1 first.',
  noChannel: 'no channel',
  noAdvisors: 'no advisors',
  supervisors: 'Supervisors',
  check: {
    'not-sent': 'not sent',
    sending: 'being sent…',
    unsure: (when) =>
      `Sent ${when}, but we do not know whether it got through. Look in the channel, or send it again.`,
    waiting: (when) => `waits for an advisor’s press, sent ${when}`,
    nobody: 'sent, but the region has no advisors yet who could press',
    received: (name, when) => `received by ${name}, ${when}`,
    failed: (why) => `Did not get through. ${why}`,
    'not-edited': (name, why) =>
      `Received by ${name}, but the card in the channel was not updated. ${why} Then send the test again.`,
    needsChannel: 'choose a channel first',
  },
  failure: {
    'channel-gone': 'The channel is not there any more. Choose another one for the region in step 1.',
    'app-missing': 'The app is not in the team or the channel. Add it in Teams and try again.',
    archived: 'The team is archived. Restore it or choose another channel.',
    blocked:
      'Teams does not let the app write in the channel. Check in the channel’s settings who may start a post.',
    later: 'Teams did not answer just now. Try again in a moment.',
    refused: 'Teams did not take the card. Tell your administrator.',
  },
  unconfirmed: {
    hours: 'The opening hours are not confirmed: confirm them in the tab’s settings.',
    limits:
      'The limits of temporary services are not confirmed: the administrator confirms them in the county file.',
    'social-phone':
      'The number of the social emergency service is not confirmed: the administrator confirms it in the county file.',
  },
  drafts: (count) =>
    count === 1 ? '1 instruction waits to be published.' : `${count} instructions wait to be published.`,
  button: {
    channels: 'Choose channels',
    advisors: 'Add advisors',
    send: 'Send test questions',
    sendAgain: (region) => `Send the test again: ${region}`,
    settings: 'Open settings',
    instructions: 'Open instructions',
    tell: 'Show the text',
    refresh: 'Refresh',
    save: 'Save',
    add: 'Give rights',
    next: 'Show the region’s team',
    received: 'I received the test',
  },
  channels: {
    title: 'Channels of the regions',
    note: 'Suggestions come from the channels’ names: check them. A private or shared channel is not in the list: mention me in it and write “channels”.',
    none: '– no channel –',
    choose: 'Choose a channel',
    forSupervisors: 'Supervisors’ channel (notices and reports)',
    general: 'General',
    suggested: (what) => `Suggested by name: ${what}`,
    noTeams:
      'I am not in any team yet. In Teams, add the app to the team that has the regions’ channels, and open this again.',
    unreached: (team, why) => `I could not see the channels of the team ${team}. ${why}`,
    aTeam: '(no name)',
    more: (count) =>
      `${count} channels did not fit in the list. Mention me in such a channel and write “channels”.`,
    sure: 'Please check',
    shared: (channel, what) => `The same channel ${channel} is chosen for several: ${what}.`,
    unbinds: (what) => `Left without a channel: ${what}. Nobody would see new questions.`,
    unbindsSupervisors: 'Supervisors are left without a channel: notices come to each one’s own chat.',
    gone: (what) => `The chosen channel is not there any more: ${what}. Choose another.`,
    confirm: 'Confirmation',
    isMeant: 'Yes, I mean this',
    saved: (what) => `Saved: ${what}.`,
    nothing: 'Nothing changed.',
    missing: (what) => `Still without a channel: ${what}.`,
    all: 'All have a channel now. Add the advisors next.',
  },
  advisors: {
    title: 'Advisors of a region',
    region: 'Region',
    who: (region) => `Who in the team are advisors: ${region}?`,
    noMore: 'Everybody in the team is an advisor of this region already.',
    noChannels: 'Choose a channel for the region first: advisors come from its team.',
    added: (count, region) =>
      count === 1 ? `1 advisor added: ${region}.` : `${count} advisors added: ${region}.`,
    nobody: 'Choose at least one person.',
    more: (count) => `${count} members did not fit in the list. Give them rights in the tab’s settings.`,
  },
  tell: {
    title: 'A text for askers',
    label: 'Select the text (Ctrl+A), copy (Ctrl+C) and send it',
    text: (line, hours, emergency) =>
      `${line} is now in Teams. When an elderly or other client needs help, ask us directly:\n\n1. Open Apps in Teams, search for “${line}” and add it.\n2. Write what the client needs and where they live. No names, no personal identity codes.\n3. Check the card and press Send. The answer comes to the same chat.\n\nWe answer ${hours}. In danger of life, call ${emergency}.`,
  },
  test: {
    badge: 'TEST – this is not a real question',
    other: 'KOE – tämä ei ole oikea kysymys. TEST – det här är ingen riktig fråga',
    title: (region) => `Test question: ${region}`,
    asker: 'Asker',
    sender: (name) => `${name} (test)`,
    region: 'Region',
    sent: 'Sent',
    question:
      'This is how questions come to this channel. If you are an advisor of the region, press the button.',
    note: 'The test is not counted in the tallies, and nobody waits for an answer.',
    whom: (names) => `Advisors: ${names}`,
    received: (name, when) => `Test received: ${name}, ${when}`,
    works: 'Posting, pressing and updating cards work in this channel.',
    tooOld:
      'A newer test has replaced this one, or the channel is no longer the region’s. Nothing needs to be done.',
    notAdvisor: (names) =>
      names
        ? `The test is received by an advisor of the region. The right is given by a supervisor: ${names}.`
        : 'The test is received by an advisor of the region.',
  },
  added: {
    hello: (line) => `${line} has been added to this team`,
    inUse: 'The line is in use already. Nothing needs to be done.',
    who: (names) => `The line is set up by a supervisor: ${names}.`,
    whoUnknown:
      'The line is set up by a supervisor. The administrator names the first one (setting FIRST_SUPERVISOR).',
    led: 'I sent the steps to the personal chat.',
    how: 'The setup can be opened at any time: a supervisor writes “setup” to me, in a channel with a mention.',
  },
  older: 'The setup has been opened again further down.',
  inHelp: 'For supervisors: write “setup” to see the regions’ channels, advisors and test questions.',
};
