/** One person's turn with everything at hand to answer it: who, in which language, and how to speak to them. */
import type { Card, Dialog } from '../../cards/elements/elements.ts';
import type { Desk } from '../../desk/desk.ts';
import type { FeedbackDesk } from '../../desk/feedback/feedback.ts';
import type { Library } from '../../desk/library/library.ts';
import type { Clock, Log } from '../../desk/ports.ts';
import type { Recording } from '../../desk/recording/recording.ts';
import type { Searching } from '../../desk/searching/searching.ts';
import type { SetupStore } from '../../desk/setup/ports.ts';
import type { Setup } from '../../desk/setup/setup.ts';
import type { ChatPlace } from '../../desk/staff/ports.ts';
import type { MonthReports } from '../../desk/tallies/month-report.ts';
import type { Asker } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import type { PersonId } from '../../domain/names.ts';
import { type Texts, textsFor } from '../../words/bot/texts.ts';
import { cardPost, messagePost } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import type { IncomingTurn } from './incoming-turn.ts';

export type BotPorts = {
  readonly county: County;
  readonly desk: Desk;
  readonly monthReports: Pick<MonthReports, 'postAgain'>;
  readonly feedback: Pick<FeedbackDesk, 'give'>;
  readonly recording: Pick<Recording, 'form' | 'record'>;
  readonly library: Pick<Library, 'citable' | 'answerOf' | 'fromAnswer'>;
  readonly searching: Searching;
  readonly setup: Setup;
  readonly setupStore: Pick<SetupStore, 'boards' | 'keepBoard' | 'forgetBoard'>;
  readonly firstSupervisor: PersonId;
  /** A link that opens the tab at that path. */
  readonly linkTo: (path: string) => string;
  readonly teams: TeamsClient;
  readonly clock: Clock;
  readonly log: Log;
};

export type Turn = IncomingTurn & { readonly texts: Texts; readonly asker: Asker };

/** How Teams brought the press: a button that acts at once, one that opens a dialog, or a dialog's own. */
export type Way = 'now' | 'fetch' | 'dialog';

/** What came with a press. `fields` is all that was typed: it is given back when the press is refused. */
export type Press = {
  readonly way: Way;
  readonly once: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** What a press is answered with: a card in the pressed one's place, a line of text, or a dialog. */
export type Reply =
  | { readonly say: 'card'; readonly card: Card }
  | { readonly say: 'text'; readonly text: string }
  | { readonly say: 'dialog'; readonly dialog: Dialog }
  | { readonly say: 'nothing' };

export const text = (words: string): Reply => ({ say: 'text', text: words });
export const nothing: Reply = { say: 'nothing' };

/**
 * A card in the place of the pressed one, for good: what answers a press alone is gone when the chat is opened again.
 */
export async function inItsPlace({ teams }: BotPorts, turn: IncomingTurn, card: Card): Promise<Reply> {
  const { conversation, pressedCard } = turn;
  if (pressedCard) {
    await teams.edit(conversation, pressedCard, cardPost(card, card.fallbackText)).catch((error: unknown) => {
      // the answer to the press shows it all the same
      if (!(error instanceof TeamsFailure)) throw error;
    });
  }
  return { say: 'card', card };
}

/** Meets the person: remembers how to reach them, and speaks the language their Teams speaks. `wrote`: in their chat. */
export async function openTurn({ desk }: BotPorts, incoming: IncomingTurn, wrote?: string): Promise<Turn> {
  const { person, language, teamsId, conversation } = incoming;
  const chat: ChatPlace | undefined =
    incoming.where === 'chat'
      ? { conversation: conversation.id, serviceUrl: conversation.serviceUrl }
      : undefined;
  const message = chat && wrote;
  await desk.staff.meet(person, { teamsId, language, ...(chat && { chat }), ...(message && { message }) });
  return { ...incoming, texts: textsFor(language), asker: { ...person, language } };
}

/** Who can give roles, by name: those without the right are told whom to ask. */
export async function supervisorNames({ desk }: BotPorts): Promise<string> {
  const supervisors = await desk.staff.supervisors();
  return supervisors.flatMap(({ name }) => (name ? [name] : [])).join(', ');
}

/** A line of text where the person is. */
export async function tell(
  { teams }: BotPorts,
  { conversation }: IncomingTurn,
  words: string,
): Promise<void> {
  await teams.reply(conversation, messagePost({ text: words, summary: words }));
}

/** A card where the person is; gives the message's id. */
export function showCard({ teams }: BotPorts, { conversation }: IncomingTurn, card: Card): Promise<string> {
  return teams.reply(conversation, cardPost(card, card.fallbackText));
}
