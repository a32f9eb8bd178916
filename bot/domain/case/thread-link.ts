/** Where a case's thread stands in Teams. */
import type { Case } from './case.ts';

/** An address that opens the thread; undefined until the case has been posted to its channel. */
export function threadLink({ views: { channel } }: Case): string | undefined {
  const [channelId, message] = channel?.conversation.split(';messageid=') ?? [];
  if (!channelId || !message) return undefined;
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channelId)}/${message}`;
}
