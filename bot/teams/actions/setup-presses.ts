/** What presses do that take the line into use; roles decide, whatever card they come from. */
import { createHash } from 'node:crypto';
import {
  advisorsDialog,
  type ChannelsWish,
  channelsDialog,
  sameChannelKey,
  tellDialog,
} from '../../cards/setup/dialogs.ts';
import { testCard } from '../../cards/setup/test-card.ts';
import type {
  AdvisorsSent,
  ChannelsSent,
  ReceivedWish,
  TeamWish,
  TestWish,
} from '../../cards/verbs/setup-readers.ts';
import type { Wishes } from '../../cards/verbs/verbs.ts';
import type { ChannelsOffered } from '../../desk/setup/setup.ts';
import type { RegionId } from '../../domain/names.ts';
import type { BindingTarget, ChannelWish } from '../../domain/setup/channel-wish.ts';
import { withoutChannel } from '../../domain/setup/setup.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type BotPorts, type Reply, supervisorNames, type Turn, text } from '../inbound/turn.ts';
import { boardCard, redrawBoards } from '../showing/setup-boards.ts';
import type { Handler } from './handler.ts';

export const redrawn: Handler<unknown> = (ports, turn) => redrawnBoard(ports, turn);

export const onTell: Handler<unknown> = async ({ county }, { language }) => ({
  say: 'dialog',
  dialog: tellDialog(county, language),
});

export const onChannels: Handler<Wishes['setupChannels']> = (ports, turn, _, wish) =>
  wish.press === 'channelsDialog' ? openChannels(ports, turn) : chooseChannels(ports, turn, wish);

export const onAdvisors: Handler<Wishes['setupAdvisors']> = (ports, turn, _, wish) =>
  wish.press === 'advisorsDialog' ? openAdvisors(ports, turn) : addAdvisors(ports, turn, wish);

export const onTeam: Handler<TeamWish> = (ports, turn, _, { region }) => showTeam(ports, turn, region);

export const sendTests: Handler<TestWish> = async (ports, turn, _, { of, seen }) => {
  await ports.setup.sendTests(turn.person, of, seen);
  return redrawnBoard(ports, turn);
};

/** Every board as things are now, the pressed one too. */
async function redrawnBoard(ports: BotPorts, turn: Turn): Promise<Reply> {
  await redrawBoards(ports);
  const language = turn.where === 'chat' ? turn.language : ports.county.channelLanguage;
  return { say: 'card', card: await boardCard(ports, language) };
}

// --- channels ---

async function openChannels(ports: BotPorts, turn: Turn): Promise<Reply> {
  const offered = await ports.setup.channels(turn.person);
  if ('refused' in offered) return text(await onlySupervisors(ports, turn));
  return { say: 'dialog', dialog: channelsDialog(dialogOf(ports, turn, offered)) };
}

function dialogOf({ county }: BotPorts, { language }: Turn, offered: ChannelsOffered): ChannelsWish {
  const { offers, unreached, bound, boundNames, suggested } = offered;
  return {
    county,
    language,
    channels: offers.map(({ team, ...one }) => ({ ...one, key: keyOf(one.id), team: team.name })),
    unreached: unreached.map((one) => ({ team: one.team.name, why: one.unreached })),
    bound,
    boundNames,
    suggested,
  };
}

/** Stands for a channel's id in the dialog: the ids of many would make it too large for Teams. */
const keyOf = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 8);

async function chooseChannels(
  ports: BotPorts,
  turn: Turn,
  { keys, confirmed }: ChannelsSent,
): Promise<Reply> {
  const wishFor = (now: ChannelsOffered) => wishOf(keys, now);
  const saved = await ports.setup.chooseChannels(turn.person, wishFor, confirmed);
  if ('refused' in saved) return text(await onlySupervisors(ports, turn));
  if ('flaws' in saved) {
    const { offered, wish: chosen, flaws } = saved;
    return { say: 'dialog', dialog: channelsDialog({ ...dialogOf(ports, turn, offered), chosen, flaws }) };
  }
  await redrawBoards(ports);
  return text(await savedWords(ports, turn, saved.changed));
}

/** A key that stands for no channel of now stays as it is: it is told as a channel that is gone. */
const wishOf = (keys: ReadonlyMap<BindingTarget, string>, { offers, bound }: ChannelsOffered): ChannelWish =>
  new Map(
    [...keys].map(([target, key]) => {
      const id = key === sameChannelKey ? bound.get(target) : offers.find((one) => keyOf(one.id) === key)?.id;
      return [target, id ?? key];
    }),
  );

async function savedWords(ports: BotPorts, turn: Turn, changed: readonly BindingTarget[]): Promise<string> {
  const { channels: say } = turn.texts.setup;
  const missing = withoutChannel(await ports.setup.look());
  const what = changed.length > 0 ? say.saved(namesOf(ports, turn, changed)) : say.nothing;
  const next = missing.length > 0 ? say.missing(namesOf(ports, turn, missing)) : say.all;
  return `${what} ${next}`;
}

const namesOf = (
  { county }: BotPorts,
  { language, texts }: Turn,
  targets: readonly BindingTarget[],
): string =>
  targets
    .map((target) =>
      target === 'supervisors'
        ? texts.setup.supervisors
        : (county.regions.find(({ id }) => id === target)?.name[language] ?? target),
    )
    .join(', ');

// --- advisors ---

type ToldAdvisors = NonNullable<Parameters<typeof advisorsDialog>[0]['told']>;

/** Begins with the first region that has nobody yet. */
async function openAdvisors(ports: BotPorts, turn: Turn, told?: ToldAdvisors): Promise<Reply> {
  const { regions } = await ports.setup.look();
  const bound = regions.filter(({ channel }) => channel);
  const first = bound.find(({ advisors }) => advisors.length === 0) ?? bound[0];
  if (!first) return text(turn.texts.setup.advisors.noChannels);
  return showTeam(ports, turn, first.region, told);
}

async function showTeam(ports: BotPorts, turn: Turn, region: RegionId, told?: ToldAdvisors): Promise<Reply> {
  const { county, setup } = ports;
  const { texts, language, person } = turn;
  const people = await setup.candidates(person, region);
  if (people === undefined) return text(texts.setup.advisors.noChannels);
  if ('refused' in people) return text(await onlySupervisors(ports, turn));
  const bound = (await setup.look()).regions.filter(({ channel }) => channel);
  const regions = bound.map((one) => one.region);
  const isUnreached = 'unreached' in people;
  const trouble: ToldAdvisors | undefined = isUnreached
    ? { tone: 'attention', words: whyNot(turn, people.unreached) }
    : told;
  const dialog = advisorsDialog({
    county,
    language,
    regions,
    region,
    people: isUnreached ? [] : people,
    ...(trouble && { told: trouble }),
  });
  return { say: 'dialog', dialog };
}

const whyNot = ({ texts }: Turn, why: keyof Turn['texts']['setup']['failure'] | 'unsure') =>
  texts.setup.failure[why === 'unsure' ? 'later' : why];

/** One region after the other: the dialog goes on to the next that has nobody. */
async function addAdvisors(ports: BotPorts, turn: Turn, { region, people }: AdvisorsSent): Promise<Reply> {
  const { advisors: say } = turn.texts.setup;
  if (people.length === 0) return showTeam(ports, turn, region, { tone: 'attention', words: say.nobody });
  const added = await ports.setup.addAdvisors(turn.person, region, people);
  if (typeof added !== 'number') {
    if ('refused' in added) return text(await onlySupervisors(ports, turn));
    return showTeam(ports, turn, region, { tone: 'attention', words: whyNot(turn, added.unreached) });
  }
  await redrawBoards(ports);
  const words = say.added(added, namesOf(ports, turn, [region]));
  const { regions } = await ports.setup.look();
  const isMore = regions.some(({ channel, advisors }) => channel && advisors.length === 0);
  return isMore ? openAdvisors(ports, turn, { tone: 'good', words }) : text(words);
}

// --- the test question ---

export const received: Handler<ReceivedWish> = async (ports, turn, _, { region, test }) => {
  const { test: say } = turn.texts.setup;
  const { channel, conversation, pressedCard } = turn;
  if (!channel || !pressedCard) return text(say.tooOld);
  const place = { conversation: conversation.id, activity: pressedCard };
  const check = await ports.setup.receiveTest(turn.person, region, {
    id: test,
    channelId: channel.channelId,
    place,
  });
  if ('refused' in check) {
    return text(check.refused === 'no-role' ? say.notAdvisor(await supervisorNames(ports)) : say.tooOld);
  }
  await redrawBoards(ports);
  return { say: 'card', card: testCard({ region, check }, ports.county) };
};
