/** Keeps every card that shows how far the setup has come up to what is kept: each supervisor's, and a channel's. */
import type { Card } from '../../cards/elements/elements.ts';
import { noteCard } from '../../cards/note-card.ts';
import { setupBoard } from '../../cards/setup/board.ts';
import type { Board } from '../../desk/setup/ports.ts';
import type { PersonRecord } from '../../desk/staff/ports.ts';
import type { Language } from '../../domain/county.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { cardPost } from '../client/posts.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import type { Conversation } from '../client/teams-line.ts';
import { type Room, supervisorNames } from '../inbound/visit.ts';

type Of = Board['of'];

export async function boardCard({ setup, county, linkTo }: Room, language: Language): Promise<Card> {
  const links = { settings: linkTo('settings'), instructions: linkTo('instructions') };
  return setupBoard(await setup.look(), county, language, links);
}

/** Posts a board; the one that stood there before says that it is further down. */
export async function postBoard(room: Room, of: Of, at: Conversation, language: Language): Promise<void> {
  const card = await boardCard(room, language);
  const activity = await room.line.reply(at, cardPost(card, card.fallbackText));
  const { serviceUrl, id: conversation } = at;
  const former = await room.setupStore.keepBoard({ of, serviceUrl, conversation, activity, language });
  if (former) await redraw(room, former, noteCard(former.language, textsFor(former.language).setup.older));
}

/** Leads somebody in their own chat with the bot. @returns whether they could be reached. */
export async function leadInChat(room: Room, person: PersonRecord, serviceUrl: string): Promise<boolean> {
  const { chat, language = room.county.channelLanguage } = person;
  try {
    const at = chat
      ? { serviceUrl: chat.serviceUrl, id: chat.conversation }
      : { serviceUrl, id: await room.line.startChat({ serviceUrl, person: person.id }) };
    await postBoard(room, { person: person.id }, at, language);
    return true;
  } catch (error) {
    // they don't have the app, or blocked it: the channel's card says how else
    if (!(error instanceof TeamsFailure)) throw error;
    return false;
  }
}

/** Draws every board anew; those of people who lead no longer say whose work it is now. */
export async function redrawBoards(room: Room): Promise<void> {
  const boards = await room.setupStore.boards();
  if (boards.length === 0) return;
  const leaders = new Set((await room.desk.staff.supervisors()).map(({ id }) => id));
  await Promise.all(
    boards.map(async (board) => {
      if (!('person' in board.of) || leaders.has(board.of.person)) {
        return redraw(room, board, await boardCard(room, board.language));
      }
      await redraw(room, board, await goneCard(room, board.language));
      return room.setupStore.forgetBoard(board);
    }),
  );
}

async function goneCard(room: Room, language: Language): Promise<Card> {
  return noteCard(language, textsFor(language).talk.notSupervisor(await supervisorNames(room)));
}

async function redraw({ line, setupStore }: Room, board: Board, card: Card): Promise<void> {
  const at = { serviceUrl: board.serviceUrl, id: board.conversation };
  try {
    await line.edit(at, board.activity, cardPost(card, card.fallbackText));
  } catch (error) {
    // it is drawn again with the next change, or opened again by its command
    if (!(error instanceof TeamsFailure)) throw error;
    if (error.kind === 'gone') await setupStore.forgetBoard(board);
  }
}
