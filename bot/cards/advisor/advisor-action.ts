/** Reads what advisors and supervisors press. What comes is `unknown`: what is not ours is undefined, never an error. */
import type { Priority75 } from '../../domain/assessment.ts';
import { readCaseId } from '../../domain/case/case-id.ts';
import type { AdvisorCommand } from '../../domain/case/command.ts';
import type { ClientIdentity } from '../../domain/case/details.ts';
import type { ConcernWish } from '../../domain/concern.ts';
import type { Urgency } from '../../domain/county.ts';
import {
  type CaseId,
  categoryId,
  day,
  type InstructionId,
  instructionId,
  type PersonId,
  personId,
  type RegionId,
  redirectId,
  regionId,
  serviceId,
} from '../../domain/names.ts';
import type { Roles } from '../../domain/roles.ts';
import { readReport } from '../asker/card-action.ts';
import type { PressData } from '../elements/elements.ts';
import { isRecord, opensDialog, type Pressed, readMany, readSeen, readText } from '../elements/pressed.ts';

const atOnce = ['claim', 'release', 'close', 'reopen', 'callbackMade', 'resend'] as const;
export type AtOnce = (typeof atOnce)[number];

const dialogs = [
  'answer',
  'askBack',
  'takeOver',
  'grant',
  'assess',
  'concern',
  'redirect',
  'transfer',
  'handOver',
  'showClient',
  'addReference',
  'markRecorded',
  'copyText',
] as const;
export type AdvisorDialogName = (typeof dialogs)[number];

export type BindTarget = RegionId | 'supervisors';

type OnCase = { readonly id: CaseId; readonly seen: number };
export type AdvisorPress =
  /** `cites`: the instructions to be linked below an answer. */
  | (OnCase & {
      readonly press: 'command';
      readonly command: AdvisorCommand;
      readonly cites?: readonly InstructionId[];
    })
  | (OnCase & { readonly press: 'dialog'; readonly dialog: AdvisorDialogName })
  /** The receiver's name is the directory's to tell, not the card's. */
  | (OnCase & { readonly press: 'handOver'; readonly to: PersonId })
  | (OnCase & { readonly press: 'sendReply'; readonly text: string })
  /** A report on the case the advisor holds. Its sealed part is kept before the command is given. */
  | (OnCase & {
      readonly press: 'concern';
      readonly wish: ConcernWish;
      readonly client: ClientIdentity;
      readonly assessed?: Urgency;
    })
  | { readonly press: 'handOverAllDialog' }
  | { readonly press: 'handOverAll'; readonly to: PersonId }
  | { readonly press: 'bind' | 'unbind'; readonly target: BindTarget }
  | { readonly press: 'editPersonDialog'; readonly person: PersonId }
  | {
      readonly press: 'editPerson';
      readonly person: PersonId;
      readonly advisorIn: readonly RegionId[];
      readonly supervisor: boolean;
      /** The roles that stood in the dialog when it was opened. */
      readonly seen?: Roles;
      /** Only when its confirmation was ticked. */
      readonly remove: boolean;
    }
  | { readonly press: 'addMembers'; readonly region: BindTarget; readonly people: readonly PersonId[] };

/** What the press of an advisor or supervisor means; undefined when it is none of theirs. */
export function readAdvisorPress(verb: unknown, data: unknown): AdvisorPress | undefined {
  if (typeof verb !== 'string' || !isRecord(data)) return undefined;
  return readLinePress(verb, data) ?? readCasePress(verb, data);
}

function readLinePress(verb: string, data: Pressed): AdvisorPress | undefined {
  const person = readText(data, 'person');
  switch (verb) {
    case 'handOverAll':
      if (opensDialog(data)) return { press: 'handOverAllDialog' };
      return { press: 'handOverAll', to: personId(person ?? '') };
    case 'bind':
    case 'unbind':
      return { press: verb, target: readTarget(data) };
    case 'editPerson':
      if (!person) return undefined;
      if (opensDialog(data)) return { press: 'editPersonDialog', person: personId(person) };
      return readRoles(personId(person), data);
    case 'addMembers':
      return {
        press: 'addMembers',
        region: regionId(readText(data, 'region') ?? ''),
        people: readMany(data, 'people').map(personId),
      };
    default:
      return undefined;
  }
}

function readTarget(data: Pressed): BindTarget {
  const target = readText(data, 'target') ?? '';
  return target === 'supervisors' ? target : regionId(target);
}

const readRoles = (person: PersonId, data: Pressed): AdvisorPress => ({
  press: 'editPerson',
  person,
  advisorIn: readMany(data, 'regions').map(regionId),
  supervisor: data['supervisor'] === 'true',
  remove: data['remove'] === 'true',
  ...('seenRoles' in data && { seen: readSeenRoles(data) }),
});

/** What the dialog's own button carries, so that a change made meanwhile is not overwritten unseen. */
export const seenRoles = ({ advisorIn, supervisor, updater }: Roles): PressData => ({
  seenRegions: advisorIn.join(','),
  seenRoles: [...(supervisor ? ['supervisor'] : []), ...(updater ? ['updater'] : [])].join(','),
});

function readSeenRoles(data: Pressed): Roles {
  const roles = readMany(data, 'seenRoles');
  return {
    advisorIn: readMany(data, 'seenRegions').map(regionId),
    supervisor: roles.includes('supervisor'),
    updater: roles.includes('updater'),
  };
}

function readCasePress(verb: string, data: Pressed): AdvisorPress | undefined {
  const id = readCaseId(readText(data, 'caseId') ?? '');
  const seen = readSeen(data);
  if (!id || seen === undefined) return undefined;
  if (isOneOf(atOnce, verb)) return { press: 'command', id, seen, command: { do: verb } };
  if (verb === 'sendReply') return { press: 'sendReply', id, seen, text: readText(data, 'text') ?? '' };
  if (!isOneOf(dialogs, verb)) return undefined;
  if (opensDialog(data)) return { press: 'dialog', dialog: verb, id, seen };
  if (verb === 'concern') return { press: 'concern', id, seen, ...readReport(data), ...readAssessed(data) };
  if (verb === 'handOver')
    return { press: 'handOver', id, seen, to: personId(readText(data, 'person') ?? '') };
  const command = readFilled(verb, data);
  const cites = verb === 'answer' ? readMany(data, 'cites').map(instructionId) : [];
  return command && { press: 'command', id, seen, command, ...(cites.length > 0 && { cites }) };
}

/** What was typed into a case's dialog. An empty or unknown choice passes: the desk says what is missing. */
function readFilled(verb: AdvisorDialogName, data: Pressed): AdvisorCommand | undefined {
  const text = (field: string) => readText(data, field) ?? '';
  switch (verb) {
    case 'answer':
    case 'askBack':
      return { do: verb, text: text('text') };
    case 'takeOver':
      return { do: verb, reason: text('reason') };
    case 'grant':
      return readGrant(data);
    case 'assess':
      return {
        do: verb,
        category: categoryId(text('category')),
        priority75: readPriority(data),
        ...optional('appointment', data),
      };
    case 'redirect':
      return { do: verb, to: redirectId(text('target')), ...optional('note', data) };
    case 'transfer':
      return { do: verb, region: regionId(text('region')), reason: text('reason') };
    case 'markRecorded':
      return { do: verb, reference: text('reference'), ...readAssessed(data) };
    case 'addReference':
      return { do: verb, outcome: readNumber(data, 'outcome'), reference: text('reference') };
    default:
      return undefined;
  }
}

const readGrant = (data: Pressed): AdvisorCommand => ({
  do: 'grant',
  service: serviceId(readText(data, 'service') ?? ''),
  from: day(readText(data, 'from') ?? ''),
  to: day(readText(data, 'to') ?? ''),
  amount: readNumber(data, 'amount'),
  ...optional('reference', data),
});

function optional<Field extends string>(field: Field, data: Pressed): { readonly [field in Field]?: string } {
  const text = readText(data, field);
  return (text === undefined ? {} : { [field]: text }) as { readonly [field in Field]?: string };
}

/** A number box brings a number or, from some clients, its text. NaN is refused like any wrong amount. */
const readNumber = (data: Pressed, field: string): number => {
  const value = data[field];
  return typeof value === 'number' ? value : Number(readText(data, field) ?? Number.NaN);
};

/** What was not told counts as not known. */
function readPriority(data: Pressed): Priority75 {
  const told = data['priority75'];
  return told === 'yes' || told === 'no' ? told : 'unknown';
}

function readAssessed(data: Pressed): { readonly assessed?: Urgency } {
  const told = data['assessed'];
  return told === 'urgent' || told === 'today' || told === 'normal' ? { assessed: told } : {};
}

const isOneOf = <Known extends string>(known: readonly Known[], text: string): text is Known =>
  (known as readonly string[]).includes(text);
