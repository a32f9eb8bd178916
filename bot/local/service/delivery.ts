/** Carries activities to the bot over signed HTTP, as impatiently as Teams does. */

import { timesAt } from './activities.ts';
import { keep } from './calls.ts';
import { type Stage, serviceUrlOf } from './stage.ts';
import { type Json, nextMessageId } from './world.ts';

export type BotAnswer =
  | { readonly status: number; readonly body: unknown }
  | { readonly failure: 'timeout' | 'unreachable' };

/** Delivers a message or event; once more, under a new id and time, when the bot is late or broken. */
export async function deliver(stage: Stage, activity: Json): Promise<void> {
  const work = deliverMessage(stage, activity);
  await underWay(stage, work);
}

/** Delivers an invoke and waits for its answer: three times at most when the bot is late, the last under a new id. */
export function deliverInvoke(stage: Stage, activity: Json): Promise<BotAnswer> {
  return underWay(stage, invoke(stage, { ...activity, type: 'invoke' }));
}

async function deliverMessage(stage: Stage, activity: Json): Promise<void> {
  const { patience, faults } = stage;
  const fault = faults.strikeDelivery(activity);
  const answer = await post(stage, activity, patience.message);
  if (fault?.kind === 'same-twice') await post(stage, activity, patience.message);
  const isBroken = 'failure' in answer || answer.status >= 500;
  if (isBroken || fault?.kind === 'double' || fault?.kind === 'lost-answer')
    await post(stage, renewed(stage, activity), patience.message);
}

async function invoke(stage: Stage, activity: Json): Promise<BotAnswer> {
  const { patience, faults } = stage;
  const fault = faults.strikeDelivery(activity);
  if (fault) await post(stage, activity, patience.invoke);
  if (fault?.kind === 'same-twice') return post(stage, activity, patience.invoke);
  if (fault) return post(stage, renewed(stage, activity), patience.invoke);

  const first = await post(stage, activity, patience.invoke);
  if (!isLate(first)) return first;
  const second = await post(stage, activity, patience.invoke);
  return isLate(second) ? post(stage, renewed(stage, activity), patience.invoke) : second;
}

function isLate(answer: BotAnswer): boolean {
  return 'failure' in answer && answer.failure === 'timeout';
}

function renewed(stage: Stage, activity: Json): Json {
  const id = nextMessageId(stage.world, stage.now());
  return { ...activity, ...timesAt(stage.now(), stage.timezone), id };
}

async function post(stage: Stage, activity: Json, patience: number): Promise<BotAnswer> {
  const delivery = keep(stage.deliveries, { at: stage.now(), activity });
  const answer = await send(stage, activity, patience);
  Object.assign(delivery, 'failure' in answer ? answer : { status: answer.status, answer: answer.body });
  return answer;
}

async function send(stage: Stage, activity: Json, patience: number): Promise<BotAnswer> {
  if (stage.botEndpoint === undefined) return { failure: 'unreachable' };
  const token = await stage.tokenForBot(serviceUrlOf(stage));
  try {
    const response = await fetch(stage.botEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, body: readBody(await response.text()) };
  } catch (error) {
    return { failure: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text; // not every answer is JSON; the record shows it as it came
  }
}

async function underWay<Result>(stage: Stage, work: Promise<Result>): Promise<Result> {
  stage.inFlight.add(work);
  try {
    return await work;
  } finally {
    stage.inFlight.delete(work);
    stage.changed();
  }
}
