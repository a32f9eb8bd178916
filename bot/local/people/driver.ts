/** The stand-in's hands for tests: be a person, press, type, look, and wait for what must come. */

import { NotThereYet } from '../service/changes.ts';
import {
  addMember,
  createChannel,
  deleteTeam,
  installFor,
  installInTeam,
  leave,
  removeFor,
  removeFromTeam,
  removeMember,
  renameChannel,
  renameTeam,
  setArchived,
  setBlocked,
  setDeleted,
} from '../service/events.ts';
import { type SignOptions, tokenForTab } from '../service/keys.ts';
import { type Stage, type TeamsDialog, tabIssuerOf } from '../service/stage.ts';
import {
  type ChannelSpec,
  chatOf,
  findChannel,
  findMessage,
  type Message,
  personOf,
  type Team,
  type TeamsPerson,
  type Toast,
} from '../service/world.ts';
import {
  type ActOutcome,
  closeDialog,
  edit,
  type FoundResult,
  look,
  press,
  react,
  remove,
  type Saying,
  say,
  submitDialog,
} from './acting.ts';
import { attachmentOf, type ExtensionQuery, search, sendToLine } from './extension.ts';
import { buttonsOf, fillAndPress, type Inputs, type PressOptions } from './pressing.ts';
import { messagesSeen, type SeenMessage, type SeenThread, seen, threadsSeen } from './seeing.ts';

/** One person at their Teams. */
export interface PersonDriver {
  readonly id: string;
  readonly person: Readonly<TeamsPerson>;
  /** The bot's name for their chat. */
  readonly chatId: string;
  /** Writes to the bot; fulfilled when the bot has answered the delivery. Installs the bot first if they never had it. */
  say(text: string, saying?: Pick<Saying, 'attachments'>): Promise<SeenMessage>;
  /** The chat with the bot, oldest first. */
  chat(): SeenMessage[];
  /** The newest message of the bot in the chat that has a card and is not deleted. */
  lastCard(): SeenMessage;
  /** Presses a button by its title, verb or id on the card of a message as it was when looked at. */
  press(message: SeenMessage, button: string, inputs?: Inputs, options?: PressOptions): Promise<ActOutcome>;
  /** Brings a card into view: a card that wants refreshing asks the bot. */
  look(message: SeenMessage): Promise<ActOutcome>;
  /** Chooses the line's command in a message's menu. */
  sendToLine(message: SeenMessage): Promise<ActOutcome>;
  /** Searches from the box of the chat, or of a channel. */
  search(asked: ExtensionQuery, channel?: string): Promise<ActOutcome>;
  /** Puts a result into the chat, or into a channel, as a message of their own. */
  insert(result: FoundResult, channel?: string): Promise<SeenMessage>;
  readonly dialog: TeamsDialog | undefined;
  /** Fills the open dialog and presses its button (its only Action.Submit, when not named). */
  submitDialog(inputs?: Inputs, button?: string): Promise<ActOutcome>;
  closeDialog(): void;
  edit(message: SeenMessage, text: string): Promise<void>;
  remove(message: SeenMessage): Promise<void>;
  react(message: SeenMessage, reaction: string | undefined): Promise<void>;
  sayInChannel(channel: string, text: string, saying?: Saying): Promise<SeenMessage>;
  replyInThread(thread: SeenThread | SeenMessage, text: string, saying?: Saying): Promise<SeenMessage>;
  threads(channel: string): SeenThread[];
  readonly toasts: readonly Toast[];
  block(): void;
  unblock(): void;
  install(): Promise<void>;
  uninstall(): Promise<void>;
  rename(name: string): void;
  /** Their Teams' language from now on: `sv-SE`. */
  speak(locale: string): void;
  /** Their account is closed. */
  leave(): Promise<void>;
  tabToken(options?: SignOptions): Promise<string>;
  /** What their tab would be opened with. */
  openTab(): Promise<{ url: string; token: string; locale: string }>;
}

export interface ChannelDriver {
  readonly id: string;
  readonly name: string;
  threads(): SeenThread[];
  rename(name: string): Promise<void>;
  delete(): Promise<void>;
  restore(): Promise<void>;
}

export interface TeamDriver {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly channels: readonly { readonly id: string; readonly name: string; readonly deleted: boolean }[];
  rename(name: string): Promise<void>;
  archive(): Promise<void>;
  unarchive(): Promise<void>;
  delete(): Promise<void>;
  addMember(person: string): Promise<void>;
  removeMember(person: string): Promise<void>;
  addChannel(spec: ChannelSpec): Promise<ChannelDriver>;
  /** `by`: the member who adds it; Teams itself when nobody is named. */
  installBot(by?: string): Promise<void>;
  uninstallBot(): Promise<void>;
}

export function personDriver(stage: Stage, id: string): PersonDriver {
  const person = personOf(stage.world, id);
  const chatId = chatOf(stage.world, id).id;
  return {
    ...identity(stage, person, chatId),
    ...talking(stage, person, chatId),
    ...cardHandling(stage, person, chatId),
    ...havingTheBot(stage, person),
    ...extending(stage, id, chatId),
    get dialog() {
      return structuredClone(stage.dialogs.get(id));
    },
    get toasts() {
      return stage.world.toasts.filter((toast) => toast.person === id);
    },
  };
}

function identity(stage: Stage, person: TeamsPerson, chatId: string) {
  return {
    id: person.id,
    person,
    chatId,
    rename: (name: string) => {
      person.name = name;
      stage.changed();
    },
    speak: (locale: string) => {
      person.locale = locale;
      stage.changed();
    },
    leave: () => leave(stage, person.id),
  };
}

function talking(stage: Stage, { id }: TeamsPerson, chatId: string) {
  const sees = (message: Message) => seen(stage, message, id);
  return {
    async say(text: string, saying?: Pick<Saying, 'attachments'>) {
      if (chatOf(stage.world, id).bot === 'none') await installFor(stage, id);
      return sees(await say(stage, id, { place: chatId }, text, saying));
    },
    async sayInChannel(channel: string, text: string, saying?: Saying) {
      return sees(await say(stage, id, { place: channel }, text, saying));
    },
    async replyInThread(thread: SeenThread | SeenMessage, text: string, saying?: Saying) {
      const { place, thread: root } = 'root' in thread ? thread.root : thread;
      return sees(
        await say(stage, id, { place, ...(root === undefined ? {} : { thread: root }) }, text, saying),
      );
    },
    edit: async (message: SeenMessage, text: string) => edit(stage, id, kept(stage, message), text),
    remove: async (message: SeenMessage) => remove(stage, id, kept(stage, message)),
    react: async (message: SeenMessage, reaction: string | undefined) =>
      react(stage, id, kept(stage, message), reaction),
    chat: () => messagesSeen(stage, chatId, id),
    threads: (channel: string) => threadsSeen(stage, channel, id),
  };
}

type CardHandling = Pick<PersonDriver, 'lastCard' | 'press' | 'look' | 'submitDialog' | 'closeDialog'>;

function cardHandling(stage: Stage, person: TeamsPerson, chatId: string): CardHandling {
  const { id } = person;
  return {
    lastCard: () => {
      const last = messagesSeen(stage, chatId, id).findLast(({ card, deleted }) => card && !deleted);
      if (!last) throw new NotThereYet('The bot has shown no card in this chat');
      return last;
    },
    async press(message: SeenMessage, button: string, inputs: Inputs = {}, options: PressOptions = {}) {
      if (!message.card) throw new Error(`The message ${message.id} has no card`);
      const filled = fillAndPress(message.card, button, inputs, { ...options, locale: person.locale });
      if ('errors' in filled) return { saw: 'blocked', errors: filled.errors };
      return press(stage, id, kept(stage, message), filled.pressed);
    },
    async look(message: SeenMessage) {
      return message.card
        ? look(stage, id, kept(stage, message), message.card)
        : ({ saw: 'nothing' } as const);
    },
    async submitDialog(inputs: Inputs = {}, button?: string) {
      const card = stage.dialogs.get(id)?.card;
      if (!card) throw new Error('No dialog with a card is open');
      const filled = fillAndPress(card, button ?? onlySubmit(card), inputs, { locale: person.locale });
      if ('errors' in filled) return { saw: 'blocked', errors: filled.errors };
      return submitDialog(stage, id, filled.pressed);
    },
    closeDialog: () => closeDialog(stage, id),
  };
}

function havingTheBot(stage: Stage, person: TeamsPerson) {
  const { id } = person;
  const tabToken = (options?: SignOptions) =>
    tokenForTab(stage.keys, { clientId: stage.tab.clientId, issuer: tabIssuerOf(stage) }, person, options);
  return {
    block: () => setBlocked(stage, id, true),
    unblock: () => setBlocked(stage, id, false),
    install: () => installFor(stage, id),
    uninstall: () => removeFor(stage, id),
    tabToken,
    async openTab() {
      if (!stage.tab.url) throw new Error('This Teams has not been told where the tab is');
      return { url: stage.tab.url, token: await tabToken(), locale: person.locale };
    },
  };
}

function extending(stage: Stage, id: string, chatId: string) {
  return {
    sendToLine: async (message: SeenMessage) => sendToLine(stage, id, kept(stage, message)),
    search: async (asked: ExtensionQuery, channel = chatId) => search(stage, id, { place: channel }, asked),
    insert: async ({ card }: FoundResult, channel = chatId) =>
      seen(stage, await say(stage, id, { place: channel }, '', { attachments: [attachmentOf(card)] }), id),
  };
}

export function channelDriver(stage: Stage, id: string): ChannelDriver {
  const found = findChannel(stage.world, id);
  if (!found) throw new Error(`There is no channel ${id} in this Teams`);
  const { team, channel } = found;
  return {
    id,
    get name() {
      return channel.name;
    },
    threads: () => threadsSeen(stage, id),
    rename: (name) => renameChannel(stage, team, channel, name),
    delete: () => setDeleted(stage, team, channel, true),
    restore: () => setDeleted(stage, team, channel, false),
  };
}

export function teamDriver(stage: Stage, id: string): TeamDriver {
  const team = stage.world.teams.find((each) => each.id === id);
  if (!team) throw new Error(`There is no team ${id} in this Teams`);
  return {
    id,
    get name() {
      return team.name;
    },
    get members() {
      return [...team.members];
    },
    get channels() {
      return structuredClone(team.channels);
    },
    ...changesOf(stage, team),
  };
}

function changesOf(stage: Stage, team: Team) {
  return {
    rename: (name: string) => renameTeam(stage, team, name),
    archive: () => setArchived(stage, team, true),
    unarchive: () => setArchived(stage, team, false),
    delete: () => deleteTeam(stage, team),
    addMember: (person: string) => addMember(stage, team, person),
    removeMember: (person: string) => removeMember(stage, team, person),
    addChannel: async (spec: ChannelSpec) =>
      channelDriver(stage, (await createChannel(stage, team, spec)).id),
    installBot: (by?: string) => installInTeam(stage, team, by),
    uninstallBot: () => removeFromTeam(stage, team),
  };
}

function onlySubmit(card: NonNullable<TeamsDialog['card']>): string {
  const submits = buttonsOf(card).filter(({ type }) => type === 'Action.Submit');
  const titles = submits.map(({ title }) => String(title));
  const [only, ...more] = titles;
  if (only === undefined || more.length > 0)
    throw new Error(`Name the dialog's button; it has ${titles.join(', ') || 'none'}`);
  return only;
}

function kept(stage: Stage, { place, id }: SeenMessage): Message {
  const message = findMessage(stage.world, place, id);
  if (!message) throw new Error(`There is no message ${id} here`);
  return message;
}
