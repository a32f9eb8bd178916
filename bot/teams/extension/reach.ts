/** Finds out who acts in a chat where the app may not be, and where the line can speak to them. */
import type { ChatPlace } from '../../desk/staff/ports.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import type { Sender, Verdict } from '../inbound/guests.ts';
import type { IncomingTurn } from '../inbound/incoming-turn.ts';
import type { BotPorts } from '../inbound/turn.ts';

/** `no-chat`: neither the chat of the turn nor one of their own tells who they are. */
export type Reached = { readonly verdict: Verdict | 'no-chat'; readonly chat?: ChatPlace };

type ReachPorts = Pick<BotPorts, 'desk' | 'teams'> & {
  readonly guests: (sender: Sender) => Promise<Verdict>;
};

/**
 * Judges by the roster of the person's own chat with the app: in other chats Teams answers no app that is not a
 * member. The own chat is opened when there is none yet; what comes of the message is shown there.
 */
export async function reach(ports: ReachPorts, incoming: IncomingTurn, sender: Sender): Promise<Reached> {
  const known = (await ports.desk.staff.find(incoming.person.id))?.chat;
  const verdict = await ports.guests(known ? within(known, sender) : sender);
  if (known) return verdict === 'in-doubt' ? { verdict: 'no-chat' } : { verdict, chat: known };
  if (verdict !== 'employee' && verdict !== 'in-doubt') return { verdict };
  const chat = await openChat(ports, incoming);
  if (!chat) return { verdict: verdict === 'employee' ? verdict : 'no-chat' };
  return { verdict: verdict === 'employee' ? verdict : await ports.guests(within(chat, sender)), chat };
}

const within = ({ serviceUrl, conversation }: ChatPlace, sender: Sender): Sender => ({
  ...sender,
  conversation: { serviceUrl, id: conversation },
});

/** Undefined when Teams lets the line open none: the app is not theirs yet. */
async function openChat({ teams }: ReachPorts, incoming: IncomingTurn): Promise<ChatPlace | undefined> {
  const { serviceUrl } = incoming.conversation;
  try {
    return { serviceUrl, conversation: await teams.startChat({ serviceUrl, person: incoming.teamsId }) };
  } catch (error) {
    if (error instanceof TeamsFailure) return undefined;
    throw error;
  }
}

/**
 * The turn as if it had been made in that chat. A chat of two people looks to us like one with the app, and must never
 * be taken for it: answers would be posted there.
 */
export function turnIn(incoming: IncomingTurn, chat: ChatPlace | undefined): IncomingTurn {
  const { channel: _, message: __, pressedCard: ___, ...rest } = incoming;
  return chat
    ? { ...rest, where: 'chat', conversation: { serviceUrl: chat.serviceUrl, id: chat.conversation } }
    : { ...rest, where: 'group' };
}
