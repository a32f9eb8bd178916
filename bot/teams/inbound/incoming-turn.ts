/** Reads what Teams sends: who speaks, in which language, where. Nothing here is believed about rights. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { ChannelPlace } from '../../desk/staff/staff.ts';
import type { Person } from '../../domain/case/case.ts';
import type { Language } from '../../domain/county.ts';
import { personId } from '../../domain/names.ts';
import type { Conversation } from '../client/teams-client.ts';

export type IncomingTurn = {
  readonly person: Person;
  /** `29:…` */
  readonly teamsId: string;
  /** What the person's Teams says; the language they chose with us wins. */
  readonly language: Language;
  readonly where: 'chat' | 'channel' | 'group';
  readonly conversation: Conversation;
  readonly channel?: ChannelPlace;
  /** The message that was pressed, written, edited or deleted. */
  readonly message?: string;
  /** The card whose button was pressed. */
  readonly pressedCard?: string;
};

const shape = z.looseObject({
  id: z.string().optional(),
  replyToId: z.string().optional(),
  serviceUrl: z.string(),
  locale: z.string().optional(),
  from: z.looseObject({ id: z.string(), name: z.string().optional(), aadObjectId: z.string() }),
  conversation: z.looseObject({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      team: z.looseObject({ id: z.string() }).nullish(),
      channel: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
    })
    .optional(),
});
type Shape = z.infer<typeof shape>;

/** The turn of a person; undefined for what no person sends. */
export function readTurn(activity: Activity): IncomingTurn | undefined {
  const read = shape.safeParse(activity);
  if (!read.success) return undefined;
  const { id, replyToId, serviceUrl, from, conversation } = read.data;
  const channel = channelOf(read.data);
  return {
    person: { id: personId(from.aadObjectId), name: from.name ?? '' },
    teamsId: from.id,
    language: languageOf(read.data.locale),
    where: whereOf(conversation.conversationType),
    conversation: { serviceUrl, id: conversation.id },
    ...(channel && { channel }),
    ...(id && { message: id }),
    ...(replyToId && { pressedCard: replyToId }),
  };
}

export function languageOf(locale = ''): Language {
  const tag = locale.slice(0, 2).toLowerCase();
  return tag === 'sv' || tag === 'en' ? tag : 'fi';
}

function whereOf(kind: string | undefined): IncomingTurn['where'] {
  return kind === 'personal' ? 'chat' : kind === 'channel' ? 'channel' : 'group';
}

function channelOf({ serviceUrl, conversation, channelData }: Shape): ChannelPlace | undefined {
  const { team, channel, tenant } = channelData ?? {};
  if (!team || conversation.conversationType !== 'channel') return undefined;
  const channelId = channel?.id ?? conversation.id.split(';')[0] ?? conversation.id;
  return {
    teamId: team.id,
    channelId,
    // the general channel has no name of its own in what Teams sends
    channelName: channel?.name ?? '',
    serviceUrl,
    tenantId: tenant?.id ?? conversation.tenantId ?? '',
  };
}

/** What the person wrote, without the mention of the bot; an empty text when there is none. */
export function wordsOf(activity: Activity): string {
  const mentions = (activity.entities ?? []).filter(({ type }) => type === 'mention');
  const text = mentions.reduce((left: string, mention) => {
    const read = mentionShape.safeParse(mention);
    const isBot = read.success && read.data.mentioned.id === activity.recipient?.id;
    return isBot ? left.replace(read.data.text, '') : left;
  }, activity.text ?? '');
  return text.replace(/&nbsp;|\u00a0/g, ' ').trim();
}

const mentionShape = z.looseObject({ text: z.string(), mentioned: z.looseObject({ id: z.string() }) });
