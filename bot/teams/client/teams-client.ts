/** The one place that calls Teams: posts, edits, members; with its limits, its waits and its failures in our words. */
import type { Activity } from 'botbuilder';
import { AppCredentials, type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../../desk/ports.ts';
import type { Connection, Connectors } from './connectors.ts';
import { createPace, type Limits, type Pace, type PaceClock, teamsLimits } from './pace.ts';
import { failureOf, TeamsFailure } from './teams-failure.ts';

/** A chat, a channel's thread or a channel; the service URL is where Teams last spoke of it. */
export type Conversation = { readonly serviceUrl: string; readonly id: string };
export type ChannelReference = { readonly serviceUrl: string; readonly channelId: string };
export type TeamReference = { readonly serviceUrl: string; readonly teamId: string };
/** `person`: the id Teams uses (`29:…`) or the Entra object id. */
export type ChatPartner = { readonly serviceUrl: string; readonly person: string };
export type Post = Partial<Activity>;

export type RosterMember = {
  /** `29:…` */
  readonly id: string;
  readonly name?: string;
  /** Entra object id. */
  readonly personId?: string;
  readonly principalName?: string;
  readonly tenantId?: string;
};
export type TeamChannel = { readonly id: string; readonly name?: string };

/** Everything throws TeamsFailure; a post is never made twice, everything else is repeated a few times. */
export type TeamsClient = {
  startThread(
    channel: ChannelReference,
    post: Post,
  ): Promise<{ readonly conversationId: string; readonly activityId: string }>;
  /** The id of the new message. */
  reply(conversation: Conversation, post: Post): Promise<string>;
  edit(conversation: Conversation, activityId: string, post: Post): Promise<void>;
  /** What is not there any more counts as removed. */
  remove(conversation: Conversation, activityId: string): Promise<void>;
  /** The conversation's id; always the same for the same person. */
  startChat(partner: ChatPartner): Promise<string>;
  member(conversation: Conversation, person: string): Promise<RosterMember>;
  members(team: TeamReference): Promise<readonly RosterMember[]>;
  channels(team: TeamReference): Promise<readonly TeamChannel[]>;
};

/** How a call is repeated: waits grow from `firstWaitMs`, doubled and jittered; none is longer than `longestWaitMs`. */
export type RetryPlan = {
  readonly tries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  readonly callWithinMs: number;
};

export type TeamsClientOptions = {
  readonly connectors: Connectors;
  readonly botId: string;
  readonly tenantId: string;
  readonly log: Log;
  readonly plan?: Partial<RetryPlan>;
  /** Teams' own when absent. */
  readonly limits?: Limits;
  readonly clock?: PaceClock;
  readonly random?: () => number;
};

/** Which of Teams' limits a call counts under, and whether it may be made twice with the same effect. */
const calls = {
  startThread: { limit: 'send', repeatable: false },
  reply: { limit: 'send', repeatable: false },
  edit: { limit: 'send', repeatable: true },
  remove: { limit: 'send', repeatable: true },
  // one chat is all there can be between the bot and a person: asking twice gives the same
  startChat: { limit: 'send', repeatable: true },
  member: { limit: 'members', repeatable: true },
  members: { limit: 'members', repeatable: true },
  channels: { limit: 'members', repeatable: true },
} as const satisfies Record<keyof TeamsClient, { limit: Exclude<keyof Limits, 'all'>; repeatable: boolean }>;

type ConnectorCall<Answer> = (
  connection: Connection,
  options: { abortSignal: AbortSignal },
) => Promise<Answer>;
type Caller = <Answer>(
  deed: keyof typeof calls,
  at: Conversation,
  make: ConnectorCall<Answer>,
) => Promise<Answer>;

const usualPlan: RetryPlan = { tries: 4, firstWaitMs: 500, longestWaitMs: 30_000, callWithinMs: 10_000 };
const pageSize = 200;

export function createTeamsClient(options: TeamsClientOptions): TeamsClient {
  const call = createCaller(options);
  return { ...postsOf(call, options), ...changesOf(call), ...rosterOf(call) };
}

function postsOf(call: Caller, { botId, tenantId }: TeamsClientOptions) {
  const bot = { id: `28:${botId}`, name: '' };
  return {
    startThread: async ({ serviceUrl, channelId }, post) => {
      const asked = {
        isGroup: true,
        bot,
        tenantId,
        channelData: { channel: { id: channelId } },
        activity: post,
      };
      const made = await call('startThread', { serviceUrl, id: channelId }, ({ connector }, options) =>
        connector.conversations.createConversation(asked as NewConversation, options),
      );
      return threadOf(made);
    },
    startChat: async ({ serviceUrl, person }) => {
      const asked = { isGroup: false, bot, tenantId, members: [{ id: person, name: '' }] };
      const made = await call('startChat', { serviceUrl, id: person }, ({ connector }, options) =>
        connector.conversations.createConversation(asked as NewConversation, options),
      );
      return idOf(made);
    },
    reply: async (conversation, post) => {
      const posted = await call('reply', conversation, ({ connector }, options) =>
        connector.conversations.sendToConversation(conversation.id, post, options),
      );
      return idOf(posted);
    },
  } satisfies Partial<TeamsClient>;
}

function changesOf(call: Caller) {
  return {
    edit: async (conversation, activityId, post) => {
      const changed = { ...post, id: activityId };
      await call('edit', conversation, ({ connector }, options) =>
        connector.conversations.updateActivity(conversation.id, activityId, changed, options),
      );
    },
    remove: async (conversation, activityId) => {
      const removed = call('remove', conversation, ({ connector }, options) =>
        connector.conversations.deleteActivity(conversation.id, activityId, options),
      );
      await removed.catch((error: unknown) => {
        if (!(error instanceof TeamsFailure && error.kind === 'gone')) throw error;
      });
    },
  } satisfies Partial<TeamsClient>;
}

function rosterOf(call: Caller) {
  return {
    member: async (conversation, person) =>
      call('member', conversation, async ({ connector }, options) =>
        readMember(await connector.conversations.getConversationMember(conversation.id, person, options)),
      ),
    members: async ({ serviceUrl, teamId }) => {
      const found: RosterMember[] = [];
      let next: string | undefined;
      do {
        // the SDK's type wants a token for the first page too
        const page = { pageSize, continuationToken: next as string };
        const read = await call('members', { serviceUrl, id: teamId }, ({ connector }, options) =>
          connector.conversations.getConversationPagedMembers(teamId, { ...options, ...page }),
        );
        found.push(...read.members.map(readMember));
        next = read.continuationToken || undefined;
      } while (next);
      return found;
    },
    channels: async ({ serviceUrl, teamId }) => {
      const read = await call('channels', { serviceUrl, id: teamId }, ({ teams }, options) =>
        teams.teams.fetchChannelList(teamId, options),
      );
      return channelList.parse(read).conversations.map(({ id, name }) => ({ id, ...(name && { name }) }));
    },
  } satisfies Partial<TeamsClient>;
}

// the SDK's type wants an activity in full, Teams does not
type NewConversation = Parameters<ConnectorClient['conversations']['createConversation']>[0];

const channelList = z.object({
  conversations: z.array(z.object({ id: z.string(), name: z.string().nullish() })).default([]),
});

const rosterEntry = z.object({
  id: z.string(),
  name: z.string().nullish(),
  // Teams writes one or the other
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  tenantId: z.string().nullish(),
});

function readMember(entry: unknown): RosterMember {
  const { id, name, aadObjectId, objectId, userPrincipalName, tenantId } = rosterEntry.parse(entry);
  const personId = aadObjectId || objectId;
  return {
    id,
    ...(name && { name }),
    ...(personId && { personId }),
    ...(userPrincipalName && { principalName: userPrincipalName }),
    ...(tenantId && { tenantId }),
  };
}

/** Teams names the first message of a thread in the thread's id: `19:…;messageid=1700000000000`. */
function threadOf(made: { id?: string; activityId?: string }) {
  const conversationId = idOf(made);
  const activityId = made.activityId || /;messageid=(\d+)/.exec(conversationId)?.[1];
  if (!activityId) throw new TeamsFailure({ kind: 'ambiguous', code: 'NoMessageId' });
  return { conversationId, activityId };
}

function idOf({ id }: { id?: string }): string {
  if (!id) throw new TeamsFailure({ kind: 'ambiguous', code: 'NoId' });
  return id;
}

function createCaller(options: TeamsClientOptions): Caller {
  const { connectors, log, clock = systemClock, random = Math.random, limits = teamsLimits } = options;
  const plan = { ...usualPlan, ...options.plan };
  const paces = {
    send: createPace(limits.send, clock),
    members: createPace(limits.members, clock),
    all: createPace(limits.all, clock),
  };
  return async (deed, at, make) => {
    const { limit, repeatable } = calls[deed];
    for (let attempt = 1; ; attempt++) {
      await turnIn(paces[limit], at.id, plan);
      await turnIn(paces.all, 'all', plan);
      try {
        return await callOnce(await connectors.both(at.serviceUrl), make, plan);
      } catch (error) {
        const failure = failureOf(error, repeatable, clock.now());
        if (!failure) throw error;
        const wait = waitAfter(failure, attempt, { plan, random, repeatable });
        const { kind, status, code } = failure;
        log(wait === undefined ? 'warn' : 'info', 'teams call failed', { deed, kind, status, code, attempt });
        if (wait === undefined) throw failure;
        // the others in this conversation wait as well
        if (kind === 'throttled') paces[limit].hold(at.id, wait);
        await clock.sleep(wait);
      }
    }
  };
}

async function turnIn(pace: Pace, key: string, { longestWaitMs }: RetryPlan): Promise<void> {
  const retryAfterMs = await pace.turn(key, longestWaitMs);
  if (retryAfterMs !== undefined)
    throw new TeamsFailure({ kind: 'throttled', code: 'OurOwnPace', retryAfterMs });
}

async function callOnce<Answer>(
  connection: Connection,
  make: ConnectorCall<Answer>,
  plan: RetryPlan,
): Promise<Answer> {
  await signIn(connection.connector);
  return make(connection, { abortSignal: AbortSignal.timeout(plan.callWithinMs) });
}

/** Has the token ready, so that a failure to get one is never taken for a failure of the call. */
async function signIn({ credentials }: ConnectorClient): Promise<void> {
  if (!(credentials instanceof AppCredentials)) return;
  try {
    await credentials.getToken();
  } catch {
    // whatever the token's issuer said: nothing was sent, and upkeep comes again
    throw new TeamsFailure({ kind: 'unreachable', code: 'NoToken' });
  }
}

/** Milliseconds before the next try, or undefined when there is none. */
function waitAfter(
  failure: TeamsFailure,
  attempt: number,
  { plan, random, repeatable }: { plan: RetryPlan; random: () => number; repeatable: boolean },
): number | undefined {
  if (attempt >= plan.tries || !mayPass(failure, repeatable)) return undefined;
  const asked = failure.retryAfterMs;
  if (asked !== undefined) return asked <= plan.longestWaitMs ? asked : undefined;
  const ceiling = Math.min(plan.longestWaitMs, plan.firstWaitMs * 2 ** (attempt - 1));
  return Math.round(ceiling * (0.5 + random() / 2));
}

/** The statuses Teams asks to retry (learn.microsoft.com, rate limiting): 429, 412, 502, 503, 504; and a broken way. */
function mayPass({ kind, status }: TeamsFailure, repeatable: boolean): boolean {
  if (kind === 'throttled') return true;
  if (kind !== 'unreachable') return false;
  return status === undefined || (repeatable && [408, 412, 502, 503, 504].includes(status));
}

const systemClock: PaceClock = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
