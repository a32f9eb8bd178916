/** Takes a turn from the web, checks who sent it, runs it, and gives back what Teams shall hear. */
import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Log } from '../../desk/ports.ts';
import { type BotAuth, NotTeams } from './bot-auth.ts';

export type BotEndpointOptions = {
  readonly auth: BotAuth;
  readonly onTurn: (context: TurnContext) => Promise<void>;
  /** Says to the person, in their language, that it went wrong; answers an invoke. */
  readonly onBroken: (context: TurnContext, error: unknown) => Promise<void>;
  readonly log: Log;
};

/** What came in by HTTP: the body as JSON and the Authorization header (empty when there was none). */
export type TurnRequest = { readonly body: unknown; readonly authorization: string };
export type TurnResponse = { readonly status: number; readonly body?: unknown };

export type BotEndpoint = {
  /** 200, or what an invoke answered · 400 no activity · 401 not from Teams · 500 it broke · 503 the keys can't be had. */
  receive(delivery: TurnRequest): Promise<TurnResponse>;
  /** Waits until the turns in hand are over, at most `withinMs`; true when they are. */
  finish(withinMs: number): Promise<boolean>;
};

const activityShape = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().optional().catch(undefined),
  serviceUrl: z.string().optional().catch(undefined),
});

/** The SDK's adapter without its own web part, which would tell callers what went wrong and print what they sent. */
class TurnAdapter extends CloudAdapter {
  run(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic);
  }
}

export function createBotEndpoint({ auth, onTurn, onBroken, log }: BotEndpointOptions): BotEndpoint {
  const adapter = new TurnAdapter(auth);
  const inHand = new Set<Promise<TurnResponse>>();

  const take = async ({ body, authorization }: TurnRequest): Promise<TurnResponse> => {
    const activity = readActivity(body);
    if (!activity) return { status: 400 };
    let broken = false;
    const logic = async (context: TurnContext) => {
      try {
        await onTurn(context);
      } catch (error) {
        broken = true;
        log('error', 'turn broke', { turn: activity.id, kind: activity.type, error });
        await onBroken(context, error);
      }
    };
    try {
      const answer = await adapter.run(authorization, activity, logic);
      // an invoke that broke and was not answered
      if (broken && answer?.status === 501) return { status: 500 };
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    } catch (error) {
      return failed(error, broken, activity.id, log);
    }
  };

  return {
    receive: (delivery) => {
      const turn = take(delivery);
      inHand.add(turn);
      const done = () => inHand.delete(turn);
      turn.then(done, done);
      return turn;
    },
    finish: (withinMs) => settled(inHand, withinMs),
  };
}

/** The person gets no word of what broke: only the log does. */
function failed(error: unknown, broken: boolean, turn: string | undefined, log: Log): TurnResponse {
  if (error instanceof NotTeams) {
    log('warn', 'turn refused', { code: 'NotTeams' });
    return { status: 401 };
  }
  log('error', broken ? 'apology failed' : 'turn could not begin', { turn, error });
  return { status: broken ? 500 : 503 };
}

function readActivity(body: unknown): Activity | undefined {
  const read = activityShape.safeParse(body);
  if (!read.success) return undefined;
  const activity = read.data as unknown as Activity;
  for (const name of ['timestamp', 'localTimestamp', 'expiration'] as const) {
    const given: unknown = activity[name];
    // the SDK and what we build on it expect dates
    if (typeof given === 'string') activity[name] = new Date(given);
  }
  return activity;
}

async function settled(inHand: ReadonlySet<Promise<unknown>>, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const all = Promise.allSettled(inHand).then(() => true as const);
  const over = await Promise.race([all, late]);
  clearTimeout(timer);
  return over;
}
