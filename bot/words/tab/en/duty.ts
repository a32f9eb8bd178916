/** The words of absences in the tab, in English. */
import type { DutyTexts } from '../fi/duty.ts';

export const dutyEn: DutyTexts = {
  here: 'On duty',
  away: (day) => `Away, last day ${day}`,
  change: 'Absence',
  changeOf: (name) => `Absence: ${name}`,
  how: 'The absence begins at once. Until it ends, new and waiting questions send no notification. If every advisor of the region is away, the notification comes all the same. Open questions stay with the person who handles them.',
  lastDay: 'Last day away',
  save: 'Save',
  end: 'End the absence',
  saved: (name, day) => `Absence saved: ${name}, last day ${day}.`,
  ended: (name) => `Absence ended: ${name}.`,
  own: {
    label: 'Your duty',
    here: 'You are on duty.',
    away: (day) => `You are away. Your last day away is ${day}.`,
    set: 'Mark an absence',
    change: 'Change the absence',
    title: 'Your absence',
  },
  no: {
    'not-a-day': 'Give a day.',
    'day-has-passed': 'The day has passed. Give today or a later day.',
    'day-too-far': (last) => `Give a day not later than ${last}.`,
  },
  notAnAdvisor: 'The person is no longer an advisor. Refresh the page.',
  changedSince: (now) =>
    `Somebody else changed the absence meanwhile. Now: ${now}. Your choice is kept: check it and save again.`,
};
