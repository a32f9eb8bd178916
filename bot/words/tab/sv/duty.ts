/** The words of absences in the tab, in Swedish. */
import type { DutyTexts } from '../fi/duty.ts';

export const dutySv: DutyTexts = {
  here: 'I tjänst',
  away: (day) => `Borta till och med ${day}`,
  change: 'Frånvaro',
  changeOf: (name) => `Frånvaro: ${name}`,
  how: 'Frånvaron börjar genast. Under den kommer inga aviseringar om nya eller väntande frågor. Om områdets alla klienthandledare är borta kommer aviseringen ändå. Öppna ärenden stannar hos den som sköter dem.',
  lastDay: 'Sista frånvarodagen',
  save: 'Spara',
  end: 'Avsluta frånvaron',
  saved: (name, day) => `Frånvaron är sparad: ${name}, till och med ${day}.`,
  ended: (name) => `Frånvaron är avslutad: ${name}.`,
  own: {
    label: 'Din tjänstgöring',
    here: 'Du är i tjänst.',
    away: (day) => `Du är borta till och med ${day}.`,
    set: 'Anmäl frånvaro',
    change: 'Ändra frånvaron',
    title: 'Din frånvaro',
  },
  no: {
    'not-a-day': 'Ange en dag.',
    'day-has-passed': 'Dagen har redan gått. Ange i dag eller en senare dag.',
    'day-too-far': (last) => `Ange en dag som är senast ${last}.`,
  },
  notAnAdvisor: 'Personen är inte längre klienthandledare. Uppdatera sidan.',
  changedSince: (now) =>
    `Någon annan ändrade frånvaron under tiden. Nu: ${now}. Ditt val finns kvar: kontrollera det och spara på nytt.`,
};
