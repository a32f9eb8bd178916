/** Keeps every card that shows how far the setup has come up to what is kept: each supervisor's, and a channel's. */
import type { Card } from '../../cards/elements/elements.ts';
import { noteCard } from '../../cards/note-card.ts';
import { setupBoard } from '../../cards/setup/board.ts';
import type { Board } from '../../desk/setup/ports.ts';
import type { PersonRecord } from '../../desk/staff/ports.ts';
import type { Language } from '../../domain/county.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { cardPost } from '../client/posts.ts';
import type { Conversation } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { type BotPorts, supervisorNames } from '../inbound/turn.ts';

type BoardOwner = Board['of'];

export async function boardCard({ setup, county, linkTo }: BotPorts, language: Language): Promise<Card> {
  const links = { settings: linkTo('settings'), instructions: linkTo('instructions') };
  return setupBoard(await setup.look(), county, language, links);
}

/** Posts a board; the one that stood there before says that it is further down. */
export async function postBoard(
  ports: BotPorts,
  of: BoardOwner,
  at: Conversation,
  language: Language,
): Promise<void> {
  const card = await boardCard(ports, language);
  const activity = await ports.teams.reply(at, cardPost(card, card.fallbackText));
  const { serviceUrl, id: conversation } = at;
  const former = await ports.setupStore.keepBoard({ of, serviceUrl, conversation, activity, language });
  if (former) await redraw(ports, former, noteCard(former.language, textsFor(former.language).setup.older));
}

/** Leads somebody in their own chat with the bot. @returns whether they could be reached. */
export async function leadInChat(
  ports: BotPorts,
  person: PersonRecord,
  serviceUrl: string,
): Promise<boolean> {
  const { chat, language = ports.county.channelLanguage } = person;
  try {
    const at = chat
      ? { serviceUrl: chat.serviceUrl, id: chat.conversation }
      : { serviceUrl, id: await ports.teams.startChat({ serviceUrl, person: person.id }) };
    await postBoard(ports, { person: person.id }, at, language);
    return true;
  } catch (error) {
    // they don't have the app, or blocked it: the channel's card says how else
    if (!(error instanceof TeamsFailure)) throw error;
    return false;
  }
}

/** Draws every board again; those of people who lead no longer say whose work it is now. */
export async function redrawBoards(ports: BotPorts): Promise<void> {
  const boards = await ports.setupStore.boards();
  if (boards.length === 0) return;
  const leaders = new Set((await ports.desk.staff.supervisors()).map(({ id }) => id));
  await Promise.all(
    boards.map(async (board) => {
      if (!('person' in board.of) || leaders.has(board.of.person)) {
        return redraw(ports, board, await boardCard(ports, board.language));
      }
      await redraw(ports, board, await goneCard(ports, board.language));
      return ports.setupStore.forgetBoard(board);
    }),
  );
}

async function goneCard(ports: BotPorts, language: Language): Promise<Card> {
  return noteCard(language, textsFor(language).talk.notSupervisor(await supervisorNames(ports)));
}

async function redraw({ teams, setupStore }: BotPorts, board: Board, card: Card): Promise<void> {
  const at = { serviceUrl: board.serviceUrl, id: board.conversation };
  try {
    await teams.edit(at, board.activity, cardPost(card, card.fallbackText));
  } catch (error) {
    // it is drawn again with the next change, or opened again by its command
    if (!(error instanceof TeamsFailure)) throw error;
    if (error.kind === 'gone') await setupStore.forgetBoard(board);
  }
}
