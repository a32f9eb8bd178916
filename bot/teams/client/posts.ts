/** Wraps what we say to Teams into its messages: cards, lines of text with a toast's words, and mentions. */
import { type Attachment, CardFactory } from 'botbuilder';
import type { Card } from '../../cards/elements/elements.ts';
import type { Post } from './teams-client.ts';

/** A line of text that may ring: `summary` is what the toast shows. */
export type TextMessage = {
  readonly text: string;
  readonly summary: string;
  readonly mentions?: readonly { readonly name: string; readonly teamsId: string }[];
};

export const attachmentOf = (card: Card): Attachment => CardFactory.adaptiveCard(card);

/** A card alone: text beside it would split the message, and Teams would give no id to edit it by. */
export const cardPost = (card: Card, summary: string): Post => ({
  type: 'message',
  summary,
  attachments: [attachmentOf(card)],
});

export const messagePost = ({ text, summary, mentions = [] }: TextMessage): Post => ({
  type: 'message',
  text,
  summary,
  textFormat: 'markdown',
  entities: mentions.map(({ name, teamsId }) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: teamsId, name },
  })),
});

/** A message that must appear in the person's activity feed. */
export const ringingPost = (message: TextMessage): Post => ({
  ...messagePost(message),
  channelData: { notification: { alert: true } },
});
