/** Tells whether the sender of a turn is one of the county's own employees; who is in doubt is not let in. */
import type { Activity } from 'botbuilder';
import { readThrough } from '../../desk/cache.ts';
import type { Conversation, RosterMember, TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';

/**
 * - `employee`: of the county's tenant, and on the roster as no guest
 * - `guest`: invited into the tenant from elsewhere
 * - `other-tenant`: federated, or a member of a shared channel
 * - `bot`: no person at all
 * - `in-doubt`: the roster does not tell, or could not be asked
 */
export type Verdict = 'employee' | 'guest' | 'other-tenant' | 'bot' | 'in-doubt';

export type Sender = {
  readonly conversation: Conversation;
  /** `29:…` for people, `28:…` for bots. */
  readonly id: string;
  readonly role?: string;
  /** Entra object id. */
  readonly personId?: string;
  /** Every tenant the turn names: all must be the county's. */
  readonly tenantIds: readonly string[];
};

export type GuestOptions = {
  readonly teams: Pick<TeamsClient, 'member'>;
  readonly tenantId: string;
  /** How many people are remembered, and for how long. */
  readonly atMost?: number;
  readonly forMs?: number;
  readonly now?: () => number;
};

/** The sender of a verified turn; undefined when the turn names none. */
export function senderOf({
  serviceUrl,
  conversation,
  channelData,
  from,
}: Partial<Activity>): Sender | undefined {
  if (!serviceUrl || !conversation?.id || !from?.id) return undefined;
  const tenantIds = [conversation.tenantId, channelData?.tenant?.id].filter(
    (id) => typeof id === 'string' && id,
  );
  return {
    conversation: { serviceUrl, id: conversation.id },
    id: from.id,
    tenantIds,
    ...(from.role && { role: from.role }),
    ...(from.aadObjectId && { personId: from.aadObjectId }),
  };
}

/**
 * Judges senders. The roster is asked once for each person and remembered; a doubt is not remembered.
 * The role "guest" in the roster is not relied on: Teams says "user" of guests too. Their principal name
 * carries `#EXT#`.
 */
export function createGuestCheck(options: GuestOptions): (sender: Sender) => Promise<Verdict> {
  const { teams, tenantId, atMost = 5_000, forMs = 60 * 60_000, now } = options;
  const keeps = (verdict: Verdict) => verdict !== 'in-doubt';
  const known = readThrough<Verdict>({ atMost, forMs, keeps, ...(now && { now }) });
  return async (sender) => {
    if (isBot(sender)) return 'bot';
    if (sender.tenantIds.some((id) => !same(id, tenantId))) return 'other-tenant';
    const { personId } = sender;
    if (!personId || sender.tenantIds.length === 0) return 'in-doubt';
    return known(personId, () => askRoster(teams, { ...sender, personId }, tenantId));
  };
}

function isBot({ id, role }: Sender): boolean {
  return id.startsWith('28:') || role === 'bot' || role === 'skill';
}

async function askRoster(
  teams: GuestOptions['teams'],
  { conversation, id, personId }: Sender & { personId: string },
  tenantId: string,
): Promise<Verdict> {
  try {
    return verdictOn(await teams.member(conversation, id), personId, tenantId);
  } catch (error) {
    if (error instanceof TeamsFailure) return 'in-doubt';
    throw error;
  }
}

function verdictOn(member: RosterMember, personId: string, tenantId: string): Verdict {
  const { principalName, tenantId: home } = member;
  if (home && !same(home, tenantId)) return 'other-tenant';
  if (!principalName || !member.personId || !same(member.personId, personId)) return 'in-doubt';
  return principalName.toUpperCase().includes('#EXT#') ? 'guest' : 'employee';
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
