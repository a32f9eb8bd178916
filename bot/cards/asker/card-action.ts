/** Reads what Teams sends when an asker presses something; what is not ours, or was tampered with, reads as nothing. */
import type { Priority75 } from '../../domain/assessment.ts';
import { readCaseId } from '../../domain/case/case-id.ts';
import type { AskerCommand } from '../../domain/case/command.ts';
import type { ClientIdentity } from '../../domain/case/details.ts';
import type { Answers } from '../../domain/case/draft.ts';
import { type ConcernGround, type ConcernWish, concernGrounds } from '../../domain/concern.ts';
import { type County, urgencies } from '../../domain/county.ts';
import {
  type CaseId,
  careId,
  categoryId,
  type PlaceId,
  placeId,
  regionId,
  topicId,
} from '../../domain/names.ts';
import { regionOfPlace } from '../../domain/routing.ts';
import { isRecord, opensDialog, type Pressed, readMany, readSeen, readText } from '../elements/pressed.ts';
import { type MenuItem, menuItems } from '../menu.ts';
import { type AskerDialog, askerDialogs } from './asker-dialogs.ts';

export type AskerPress =
  | { readonly press: 'ask' | 'sendAnyway' | 'discard'; readonly draftId: CaseId; readonly answers: Answers }
  | { readonly press: 'command'; readonly id: CaseId; readonly seen: number; readonly command: AskerCommand }
  | { readonly press: 'dialog'; readonly dialog: AskerDialog; readonly id?: CaseId; readonly seen?: number }
  /** With `seen` it concerns that case; without, `id` is the id that the report's own case will have. */
  | {
      readonly press: 'concern';
      readonly id?: CaseId;
      readonly seen?: number;
      readonly place?: PlaceId;
      readonly wish: ConcernWish;
      readonly client: ClientIdentity;
    }
  | { readonly press: 'menu'; readonly item: MenuItem }
  /** Brings that case's live card to the bottom of the chat. */
  | { readonly press: 'show'; readonly id: CaseId }
  | { readonly press: 'replyDraft'; readonly draftId: CaseId; readonly id: CaseId }
  | { readonly press: 'newQuestion'; readonly draftId: CaseId };

/** Texts pass as they were typed, however long: the guard and the rules come after. */
export function readAskerPress(verb: unknown, data: unknown, county: County): AskerPress | undefined {
  if (typeof verb !== 'string' || !isRecord(data)) return undefined;
  if (opensDialog(data)) return readDialog(verb, data);
  switch (verb) {
    case 'ask':
    case 'sendAnyway':
    case 'discard':
      return readDraft(data, (draftId) => ({ press: verb, draftId, answers: readAnswers(data) }));
    case 'newQuestion':
      return readDraft(data, (draftId) => ({ press: verb, draftId }));
    case 'menu':
      return readMenu(data);
    case 'show':
      return readShow(data);
    case 'concern':
      return readConcern(data);
    default:
      return verb === 'reply' && 'draftId' in data ? readReplyDraft(data) : readCommand(verb, data, county);
  }
}

const readId = (data: Pressed, field: string): CaseId | undefined => {
  const text = readText(data, field);
  return text ? readCaseId(text) : undefined;
};

function readDraft(data: Pressed, press: (draftId: CaseId) => AskerPress): AskerPress | undefined {
  const draftId = readId(data, 'draftId');
  return draftId && press(draftId);
}

function readReplyDraft(data: Pressed): AskerPress | undefined {
  const id = readId(data, 'caseId');
  return id && readDraft(data, (draftId) => ({ press: 'replyDraft', draftId, id }));
}

function readDialog(verb: string, data: Pressed): AskerPress | undefined {
  const dialog = askerDialogs.find((name) => name === verb);
  if (!dialog) return undefined;
  const ids = readIds(data);
  // only a concern report can stand on its own
  return dialog === 'concern' || ids.id ? { press: 'dialog', dialog, ...ids } : undefined;
}

function readIds(data: Pressed): { readonly id?: CaseId; readonly seen?: number } {
  const [id, seen] = [readId(data, 'caseId'), readSeen(data)];
  return { ...(id && { id }), ...(id && seen && { seen }) };
}

function readMenu(data: Pressed): AskerPress | undefined {
  const item = menuItems.find((name) => name === data['item']);
  return item && { press: 'menu', item };
}

function readShow(data: Pressed): AskerPress | undefined {
  const id = readId(data, 'caseId');
  return id && { press: 'show', id };
}

// --- the question card ---

const typedIn = (data: Pressed, field: string): string => {
  const value = data[field];
  return typeof value === 'string' ? value : '';
};

const isOneOf = <Value extends string>(value: string | undefined, all: readonly Value[]): Value | undefined =>
  all.find((one) => one === value);

const priorities: readonly Priority75[] = ['yes', 'no', 'unknown'];

function readAnswers(data: Pressed): Answers {
  const [place, topic, category, care, callback] = (
    ['place', 'topic', 'category', 'care', 'callback'] as const
  ).map((field) => readText(data, field));
  const priority75 = isOneOf(readText(data, 'priority75'), priorities);
  const urgency = isOneOf(readText(data, 'urgency'), urgencies);
  return {
    question: typedIn(data, 'question'),
    ...(place && { place: placeId(place) }),
    ...(topic && { topic: topicId(topic) }),
    ...(category && { category: categoryId(category) }),
    ...(care && { care: careId(care) }),
    ...(priority75 && { priority75 }),
    ...(urgency && { urgency }),
    ...(callback && { callback }),
  };
}

// --- commands ---

function readCommand(verb: string, data: Pressed, county: County): AskerPress | undefined {
  const { id, seen } = readIds(data);
  const command = commandOf(verb, data, county);
  return id && seen && command ? { press: 'command', id, seen, command } : undefined;
}

function commandOf(verb: string, data: Pressed, county: County): AskerCommand | undefined {
  const text = typedIn(data, 'text');
  switch (verb) {
    case 'reply':
      return { do: verb, text };
    case 'edit': {
      const urgency = isOneOf(readText(data, 'urgency'), urgencies);
      return { do: verb, text, ...(urgency && { urgency }) };
    }
    case 'withdraw':
      return { do: verb };
    case 'reopen':
      return { do: verb, ...(text.trim() && { text }) };
    case 'wrongRegion':
      return wrongRegion(data, county);
    default:
      return undefined;
  }
}

/** A place the county does not have leads to no region, which the rules refuse by name. */
function wrongRegion(data: Pressed, county: County): AskerCommand {
  const place = placeId(readText(data, 'place') ?? '');
  const region = regionOfPlace(county, place);
  return region ? { do: 'wrongRegion', region, place } : { do: 'wrongRegion', region: regionId('') };
}

// --- the concern report ---

function readConcern(data: Pressed): AskerPress {
  const place = readText(data, 'place');
  return {
    press: 'concern',
    ...readIds(data),
    ...(place && { place: placeId(place) }),
    ...readReport(data),
  };
}

/** What was typed into the report's form, by an asker or an advisor. */
export const readReport = (
  data: Pressed,
): { readonly wish: ConcernWish; readonly client: ClientIdentity } => ({
  wish: readWish(data),
  client: readClient(data),
});

function readWish(data: Pressed): ConcernWish {
  const grounds = readMany(data, 'grounds')
    .map((ground) => isOneOf<ConcernGround>(ground, concernGrounds))
    .filter((ground) => ground !== undefined);
  const [whyNoConsent, reporterPhone] = [readText(data, 'whyNoConsent'), readText(data, 'reporterPhone')];
  return {
    // without consent more is asked: the cautious reading of a missing choice
    basis: readText(data, 'basis') === 'consent' ? 'consent' : 'no-consent',
    grounds: [...new Set(grounds)],
    danger: readText(data, 'danger') === 'yes',
    clientKnows: isOneOf(readText(data, 'clientKnows'), priorities) ?? 'unknown',
    observed: typedIn(data, 'observed'),
    since: typedIn(data, 'since'),
    presentHelp: typedIn(data, 'presentHelp'),
    ...(whyNoConsent && { whyNoConsent }),
    ...(reporterPhone && { reporterPhone }),
  };
}

function readClient(data: Pressed): ClientIdentity {
  const [name, henkilotunnus, address, phone] = (
    ['clientName', 'henkilotunnus', 'address', 'clientPhone'] as const
  ).map((field) => readText(data, field));
  return {
    ...(name && { name }),
    ...(henkilotunnus && { henkilotunnus }),
    ...(address && { address }),
    ...(phone && { phone }),
  };
}
