/** What Teams refuses in a message from a bot, and what it quietly leaves out. */

import { largestMessage, sizeOf } from './limits.ts';
import { type Attachment, cardsOf, type Json, type TeamsCard } from './world.ts';

/** An answer of the connector that says no, in the shape Teams gives it. */
export interface CardRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const newestCardVersion = 1.5;
const mostRefreshUsers = 60;

/** Why Teams would not take this message, or undefined. */
export function refusalOf(activity: Json): CardRefusal | undefined {
  const size = sizeOf(activity);
  if (size > largestMessage)
    return {
      status: 413,
      code: 'MessageSizeTooBig',
      message: `Message size too large: ${size} bytes in UTF-16`,
    };
  if (activity['type'] !== 'message')
    return badSyntax(`Activities of type ${JSON.stringify(activity['type'])} are not taken here`);
  const attachments = attachmentsOf(activity);
  if (!textOf(activity) && attachments.length === 0)
    return badSyntax('Activity has neither text nor attachment');
  for (const card of cardsOf(attachments)) {
    const flaw = flawOf(card);
    if (flaw) return badSyntax(flaw);
  }
  return undefined;
}

export function badSyntax(message: string): CardRefusal {
  return { status: 400, code: 'BadSyntax', message };
}

export function flawOf(card: unknown): string | undefined {
  if (!isRecord(card) || card['type'] !== 'AdaptiveCard')
    return 'Attachment says adaptive card but holds none';
  const { version } = card;
  if (typeof version !== 'string' || !/^1\.\d$/.test(version)) return 'Card has no version';
  if (Number(version) > newestCardVersion) return `Card version ${version} is newer than 1.5`;
  const users = usersToRefresh(card as TeamsCard);
  if (users && users.length > mostRefreshUsers)
    return `Card refreshes for ${users.length} users; 60 is the most`;
  return undefined;
}

/** Whom a card refreshes for by itself; undefined when for all (or when it has no refresh). */
export function usersToRefresh(card: TeamsCard): string[] | undefined {
  const refresh = card['refresh'];
  return isRecord(refresh) && Array.isArray(refresh['userIds'])
    ? (refresh['userIds'] as string[])
    : undefined;
}

/** What the bot asked for and nobody will see, each in one line. */
export function ignoredIn(activity: Json, isPersonal: boolean): string[] {
  const styles = cardsOf(attachmentsOf(activity)).flatMap((card) =>
    nodesOf(card)
      .filter((node) => String(node['type']).startsWith('Action.'))
      .filter(({ style }) => style === 'positive' || style === 'destructive')
      .map((node) => `style ${String(node['style'])} of the button ${JSON.stringify(node['title'])}`),
  );
  const suggested = suggestionsIn(activity);
  const lost = isPersonal ? suggested.filter(({ type }) => type !== 'imBack') : suggested;
  return [...styles, ...lost.map(({ title }) => `suggested action ${JSON.stringify(title)}`)];
}

/** The suggested actions that Teams shows: only in a chat of two, only those that say something. */
export function shownSuggestions(activity: Json, isPersonal: boolean): Json[] {
  return isPersonal ? suggestionsIn(activity).filter(({ type }) => type === 'imBack') : [];
}

/** Mention entities of the message itself and of its cards, with the text that must carry each. */
export function mentionsIn(activity: Json): { readonly id: string; readonly isCarried: boolean }[] {
  const text = textOf(activity);
  const own = mentionEntities(activity['entities']).map((entity) => named(entity, text));
  const inCards = cardsOf(attachmentsOf(activity)).flatMap((card) => {
    const { msteams, ...rest } = card;
    const body = JSON.stringify(rest);
    const entities = isRecord(msteams) ? mentionEntities(msteams['entities']) : [];
    return entities.map((entity) => named(entity, body, JSON.stringify(entity['text']).slice(1, -1)));
  });
  return [...own, ...inCards];
}

function named(entity: Json, carrier: string, text = String(entity['text'])) {
  const { mentioned } = entity;
  const id = isRecord(mentioned) ? String(mentioned['id']) : '';
  return { id, isCarried: text.includes('<at>') && carrier.includes(text) };
}

function mentionEntities(entities: unknown): Json[] {
  return Array.isArray(entities)
    ? entities.filter((each) => isRecord(each) && each['type'] === 'mention')
    : [];
}

function suggestionsIn(activity: Json): Json[] {
  const { suggestedActions } = activity;
  const actions = isRecord(suggestedActions) ? suggestedActions['actions'] : undefined;
  return Array.isArray(actions) ? actions.filter(isRecord) : [];
}

/** Every object inside a card, in reading order, the card itself first. */
export function nodesOf(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (!isRecord(node)) return [];
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

export function attachmentsOf(activity: Json): Attachment[] {
  return Array.isArray(activity['attachments']) ? (activity['attachments'] as Attachment[]) : [];
}

export function textOf(activity: Json): string {
  return typeof activity['text'] === 'string' ? activity['text'] : '';
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
