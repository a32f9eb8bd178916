/** What the page asks and does: everything as one person, everything through this server. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type ActOutcome,
  closeDialog,
  edit,
  look,
  press,
  react,
  remove,
  say,
  submitDialog,
} from '../../people/acting.ts';
import { attachmentOf, search, sendToLine } from '../../people/extension.ts';
import { messagesSeen, type SeenMessage, type SeenThread, threadsSeen } from '../../people/seeing.ts';
import { isRecord } from '../../service/card-rules.ts';
import { refuse } from '../../service/connector.ts';
import { installFor, installInTeam, removeFor, setBlocked } from '../../service/events.ts';
import { tokenForTab } from '../../service/keys.ts';
import type { Spot } from '../../service/posting.ts';
import { readJson, reply } from '../../service/server.ts';
import { type Stage, type TeamsDialog, tabIssuerOf } from '../../service/stage.ts';
import {
  type Channel,
  chatOf,
  findMessage,
  type Json,
  type Message,
  personOf,
  type Team,
  type TeamsCard,
  type TeamsPerson,
  type Toast,
} from '../../service/world.ts';

export interface PageChannel {
  readonly id: string;
  /** Undefined for General, which every client names in its own language. */
  readonly name?: string;
  readonly threads: readonly SeenThread[];
}

export interface PageTeam {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly hasBot: boolean;
  readonly channels: readonly PageChannel[];
}

/** All that one person sees. */
export interface PageView {
  readonly person: TeamsPerson;
  readonly people: readonly Pick<TeamsPerson, 'id' | 'name' | 'kind'>[];
  readonly botName: string;
  readonly tenantId: string;
  readonly timezone: string;
  readonly chat: {
    readonly id: string;
    readonly bot: 'none' | 'installed' | 'removed';
    readonly blocked: boolean;
    readonly messages: readonly SeenMessage[];
  };
  readonly teams: readonly PageTeam[];
  readonly dialog: TeamsDialog | undefined;
  readonly toasts: readonly Toast[];
  readonly tab: { readonly url: string | undefined; readonly name: string };
}

/** The newest that the page draws of each chat and channel. */
const mostShown = 60;

export function viewOf(stage: Stage, id: string): PageView {
  const { world, tab } = stage;
  const chat = chatOf(world, id);
  const people = world.people.filter(({ left }) => !left);
  return {
    person: personOf(world, id),
    people: people.map(({ id, name, kind }) => ({ id, name, kind })),
    botName: stage.botName,
    tenantId: stage.home.tenantId,
    timezone: stage.timezone,
    chat: { ...chat, messages: messagesSeen(stage, chat.id, id).slice(-mostShown) },
    teams: world.teams
      .filter(({ deleted, members }) => !deleted && members.includes(id))
      .map((team) => teamView(stage, team, id)),
    dialog: stage.dialogs.get(id),
    toasts: world.toasts.filter(({ person }) => person === id).slice(-mostShown),
    tab: { url: tab.url, name: tab.name },
  };
}

function teamView(stage: Stage, team: Team, person: string): PageTeam {
  const { id, name, archived, botInstalled } = team;
  const channels = team.channels.filter(({ deleted }) => !deleted);
  return {
    id,
    name,
    archived,
    hasBot: botInstalled,
    channels: channels.map((each) => channelView(stage, team, each, person)),
  };
}

function channelView(stage: Stage, team: Team, { id, name }: Channel, person: string): PageChannel {
  const threads = threadsSeen(stage, id, person).slice(-mostShown);
  return { id, ...(id === team.id ? {} : { name }), threads };
}

/** Keeps the response open and writes a line after every change, many quick ones together. */
export async function followChanges(
  response: ServerResponse,
  onChange: (listener: () => void) => () => void,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write('data: \n\n');
  let timer: NodeJS.Timeout | undefined;
  const stop = onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      response.write('data: \n\n');
    }, 30);
  });
  response.on('close', () => {
    clearTimeout(timer);
    stop();
  });
}

/** `GET /api/people` · `GET /api/as/ID` · `GET /api/as/ID/tab-token` · `POST /api/as/ID/DEED`. */
export async function answerPage(
  stage: Stage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', stage.url);
  const [, , , person = '', what = ''] = pathname.split('/').map(decodeURIComponent);
  try {
    const body =
      pathname === '/api/people' ? peopleOf(stage) : await answerPerson(stage, request, person, what);
    if (body === undefined) return reply(response, refuse(404, 'NotFound', 'There is no such deed'));
    reply(response, { status: 200, body });
  } catch (error) {
    // what Teams would not let a person do is said to them in the page
    reply(response, refuse(409, 'NotAllowed', (error as Error).message));
  }
}

function peopleOf({ world }: Stage) {
  return world.people.filter(({ left }) => !left).map(({ id, name }) => ({ id, name }));
}

async function answerPerson(
  stage: Stage,
  request: IncomingMessage,
  person: string,
  what: string,
): Promise<unknown> {
  if (request.method === 'GET' && what === '') return viewOf(stage, person);
  if (request.method === 'GET' && what === 'tab-token') return tabToken(stage, person);
  const deed = request.method === 'POST' ? deeds[what] : undefined;
  return deed && ((await deed(stage, person, await readJson(request))) ?? { saw: 'nothing' });
}

async function tabToken(stage: Stage, person: string) {
  const tab = { clientId: stage.tab.clientId, issuer: tabIssuerOf(stage) };
  return { token: await tokenForTab(stage.keys, tab, personOf(stage.world, person)) };
}

type DeedHandler = (
  stage: Stage,
  person: string,
  body: Json,
) => Promise<ActOutcome | undefined> | ActOutcome | undefined;

/** Turns a deed that shows nothing into one that says so. */
function quietly(act: (stage: Stage, person: string, body: Json) => unknown): DeedHandler {
  return async (stage, person, body) => {
    await act(stage, person, body);
    return undefined;
  };
}

const deeds: Readonly<Record<string, DeedHandler>> = {
  say: quietly(async (stage, person, body) => {
    const chat = chatOf(stage.world, person);
    if (body['place'] === chat.id && chat.bot === 'none') await installFor(stage, person);
    const mentionBot = body['mentionBot'] === true;
    await say(stage, person, spotIn(body), String(body['text']), { mentionBot });
  }),
  press: (stage, person, body) => press(stage, person, messageIn(stage, body), pressedIn(body)),
  look: (stage, person, body) => look(stage, person, messageIn(stage, body), body['card'] as TeamsCard),
  submit: (stage, person, body) => submitDialog(stage, person, pressedIn(body)),
  'send-to-line': (stage, person, body) => sendToLine(stage, person, messageIn(stage, body)),
  search: (stage, person, body) =>
    search(stage, person, spotIn(body), {
      commandId: String(body['commandId']),
      query: String(body['query'] ?? ''),
      skip: Number(body['skip'] ?? 0),
    }),
  insert: quietly((stage, person, body) =>
    say(stage, person, spotIn(body), '', { attachments: [attachmentOf(body['card'] as TeamsCard)] }),
  ),
  'close-dialog': quietly((stage, person) => closeDialog(stage, person)),
  edit: quietly((stage, person, body) => edit(stage, person, messageIn(stage, body), String(body['text']))),
  remove: quietly((stage, person, body) => remove(stage, person, messageIn(stage, body))),
  react: quietly((stage, person, body) =>
    react(
      stage,
      person,
      messageIn(stage, body),
      body['reaction'] === undefined ? undefined : String(body['reaction']),
    ),
  ),
  speak: quietly((stage, person, body) => {
    personOf(stage.world, person).locale = String(body['locale']);
    stage.changed();
  }),
  block: quietly((stage, person) => setBlocked(stage, person, true)),
  unblock: quietly((stage, person) => setBlocked(stage, person, false)),
  install: quietly((stage, person) => installFor(stage, person)),
  uninstall: quietly((stage, person) => removeFor(stage, person)),
  'add-to-team': quietly((stage, person, body) => installInTeam(stage, teamIn(stage, body), person)),
};

function spotIn({ place, thread }: Json): Spot {
  return { place: String(place), ...(thread === undefined ? {} : { thread: String(thread) }) };
}

function messageIn(stage: Stage, { place, message }: Json): Message {
  const found = findMessage(stage.world, String(place), String(message));
  if (!found) throw new Error('The message is gone');
  return found;
}

function teamIn({ world }: Stage, { team }: Json): Team {
  const found = world.teams.find(({ id }) => id === team);
  if (!found) throw new Error('The team is gone');
  return found;
}

function pressedIn({ action, data }: Json) {
  return {
    action: isRecord(action) ? action : {},
    data: isRecord(data) || typeof data === 'string' ? data : undefined,
  };
}
