/** Cases, people and moments for every test: a Monday when the line is open, in Pohjois-Savo. */
import { readFileSync } from 'node:fs';
import { readCounty } from '../../bot/counties/read-county.ts';
import { addDays, momentAt } from '../../bot/domain/calendar.ts';
import type { Asker, Case, Status, WaitingCase } from '../../bot/domain/case/case.ts';
import { type Command, isRefusal } from '../../bot/domain/case/command.ts';
import { decide } from '../../bot/domain/case/decide.ts';
import type { Answers } from '../../bot/domain/case/draft.ts';
import { type Opening, openCase, refuseAnswers } from '../../bot/domain/case/open.ts';
import type { ConcernFacts } from '../../bot/domain/concern.ts';
import type { County } from '../../bot/domain/county.ts';
import {
  type CaseId,
  caseId,
  categoryId,
  day,
  type Moment,
  personId,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../../bot/domain/names.ts';
import { type Actor, noRoles } from '../../bot/domain/roles.ts';

const countyFile = new URL('../../bot/counties/pohjois-savo.json', import.meta.url);
/** Pohjois-Savo as it is in the product. */
export const county: County = readCounty(readFileSync(countyFile, 'utf8'), 'pohjois-savo.json');

// --- moments ---

/** A plain Monday: the line is open 8–16 on the wall (UTC+2). */
export const monday = day('2026-11-23');
/** The moment when the wall shows `time` on that Monday, or so many days later. */
export const at = (time: string, daysLater = 0): Moment => momentAt(addDays(monday, daysLater), time);
/** When the test cases are asked: Monday at nine. */
export const nine = at('09:00');
/** When most tests act: Monday at noon. */
export const noon = at('12:00');

// --- people ---

export const keskinen = regionId('keskinen');
export const pohjoinen = regionId('pohjoinen');
export const koillinen = regionId('koillinen');

/** A home-care nurse who asks. */
export const nurse: Actor = { id: personId('nurse'), name: 'Niina Nurmi', ...noRoles };
/** Advisors: Ada and Cia in the cases' own region, Bo in another. */
export const ada: Actor = {
  id: personId('ada'),
  name: 'Ada Aalto',
  advisorIn: [keskinen],
  supervisor: false,
};
export const cia: Actor = {
  id: personId('cia'),
  name: 'Cia Cederberg',
  advisorIn: [keskinen],
  supervisor: false,
};
export const bo: Actor = { id: personId('bo'), name: 'Bo Björk', advisorIn: [pohjoinen], supervisor: false };
/** A supervisor who advises nowhere. */
export const eve: Actor = { id: personId('eve'), name: 'Eve Eklund', advisorIn: [], supervisor: true };
/** An employee with no part in the case. */
export const stranger: Actor = { id: personId('stranger'), name: 'Simo Salo', ...noRoles };

export const personOf = ({ id, name }: Actor) => ({ id, name });
export const asker: Asker = {
  ...personOf(nurse),
  language: 'fi',
  title: 'Sairaanhoitaja',
  unit: 'Kotihoito',
};

// --- cases ---

/** A case id of shard 5 with a right check sign. */
export const firstId: CaseId = caseId('7KQ4MXU');

export const answers: Answers = {
  question: 'Voiko asiakas saada ateriapalvelun kahdeksi viikoksi?',
  place: placeId('kuopio'),
  topic: topicId('guidance'),
  priority75: 'yes',
  urgency: 'normal',
};

/** What opens the usual case; `concern` makes it a concern report. */
export const opening: Opening = {
  id: firstId,
  asker,
  answers,
  hasDetails: false,
  destination: { region: keskinen, flagged: false, misdirected: false },
  contactId: 'contact-1',
};

/** A case asked by the nurse on Monday at nine, waiting for Keskinen's advisors. */
export function waitingCase(overrides: Partial<WaitingCase> = {}, opens: Partial<Opening> = {}): WaitingCase {
  const whole = { ...opening, ...opens };
  const allowed = refuseAnswers(county, whole.answers);
  if (!('topic' in allowed)) throw new Error(`The test's answers are refused: ${allowed.refused}`);
  const opened = openCase(county, whole, allowed.topic, nine);
  if (opened.status !== 'waiting') throw new Error(`A new case is ${opened.status}`);
  return { ...opened, ...overrides };
}

const askersOwn: readonly Command['do'][] = ['reply', 'edit', 'withdraw', 'wrongRegion'];

/** A command, given by whom it belongs to (the asker's own by the nurse, all else by Ada) or by the one named. */
export type Given = Command | readonly [Actor, Command];

/** Leads a case through commands, one minute apart from 9.01 on. @throws when one is refused. */
export function lead(from: Case, ...commands: readonly Given[]): Case {
  return commands.reduce((one: Case, given, index) => {
    const [actor, command] = 'do' in given ? [askersOwn.includes(given.do) ? nurse : ada, given] : given;
    const now = at(`09:${String(index + 1).padStart(2, '0')}`);
    const next = decide(one, command, actor, { now, county });
    if (isRefusal(next)) throw new Error(`${command.do} by ${actor.name} was refused: ${next.refused}`);
    return next;
  }, from);
}

/** Leads the usual waiting case through commands. */
export const caseAfter = (...commands: readonly Given[]): Case => lead(waitingCase(), ...commands);

// --- commands that the usual case allows ---

export const claim: Command = { do: 'claim' };
export const answer: Command = { do: 'answer', text: 'Kyllä, aloitamme huomenna.' };
export const askBack: Command = { do: 'askBack', text: 'Onko hänellä jo turvapuhelin?' };
export const reply: Command = { do: 'reply', text: 'Ei ole.' };
export const close: Command = { do: 'close' };
export const release: Command = { do: 'release' };
export const grant: Command = {
  do: 'grant',
  service: serviceId('meals'),
  from: monday,
  to: addDays(monday, 13),
  amount: 1,
};
export const assess: Command = { do: 'assess', category: categoryId('home-care'), priority75: 'yes' };
export const redirect: Command = { do: 'redirect', to: redirectId('kela') };
export const facts: ConcernFacts = {
  basis: 'consent',
  grounds: ['does-not-cope'],
  danger: false,
  clientKnows: 'yes',
};
export const concern: Command = { do: 'concern', facts };
export const takeOver: Command = { do: 'takeOver', reason: 'Ada sairastui.' };
export const transfer: Command = { do: 'transfer', region: koillinen, reason: 'Asuu Nilsiässä.' };
export const markRecorded: Command = { do: 'markRecorded', reference: 'ILM-2026-17' };

/** The shortest way to each state. */
export const wayTo: { readonly [status in Status]: readonly Given[] } = {
  waiting: [],
  claimed: [claim],
  'asked-back': [claim, askBack],
  answered: [claim, answer],
  closed: [claim, answer, close],
  withdrawn: [{ do: 'withdraw' }],
};
/** The usual case in a state; held ones are Ada's. */
export const caseIn = (status: Status): Case => caseAfter(...wayTo[status]);
