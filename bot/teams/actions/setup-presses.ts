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
import type { ChannelWish, Target } from '../../domain/setup/channel-wish.ts';
import { withoutChannel } from '../../domain/setup/setup.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type Room, type Said, supervisorNames, text, type Visit } from '../inbound/visit.ts';
import { boardCard, redrawBoards } from '../showing/setup-boards.ts';
import type { Handler } from './handler.ts';

export const redrawn: Handler<unknown> = (room, visit) => redrawnBoard(room, visit);

export const onTell: Handler<unknown> = async ({ county }, { language }) => ({
  say: 'dialog',
  dialog: tellDialog(county, language),
});

export const onChannels: Handler<Wishes['setupChannels']> = (room, visit, _, wish) =>
  wish.press === 'channelsDialog' ? openChannels(room, visit) : chooseChannels(room, visit, wish);

export const onAdvisors: Handler<Wishes['setupAdvisors']> = (room, visit, _, wish) =>
  wish.press === 'advisorsDialog' ? openAdvisors(room, visit) : addAdvisors(room, visit, wish);

export const onTeam: Handler<TeamWish> = (room, visit, _, { region }) => showTeam(room, visit, region);

export const sendTests: Handler<TestWish> = async (room, visit, _, { of, seen }) => {
  await room.setup.sendTests(visit.person, of, seen);
  return redrawnBoard(room, visit);
};

/** Every board as things are now, the pressed one too. */
async function redrawnBoard(room: Room, visit: Visit): Promise<Said> {
  await redrawBoards(room);
  const language = visit.where === 'chat' ? visit.language : room.county.channelLanguage;
  return { say: 'card', card: await boardCard(room, language) };
}

// --- channels ---

async function openChannels(room: Room, visit: Visit): Promise<Said> {
  const offered = await room.setup.channels(visit.person);
  if ('refused' in offered) return text(await onlySupervisors(room, visit));
  return { say: 'dialog', dialog: channelsDialog(dialogOf(room, visit, offered)) };
}

function dialogOf({ county }: Room, { language }: Visit, offered: ChannelsOffered): ChannelsWish {
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

async function chooseChannels(room: Room, visit: Visit, { keys, confirmed }: ChannelsSent): Promise<Said> {
  const wishFor = (now: ChannelsOffered) => wishOf(keys, now);
  const saved = await room.setup.chooseChannels(visit.person, wishFor, confirmed);
  if ('refused' in saved) return text(await onlySupervisors(room, visit));
  if ('flaws' in saved) {
    const { offered, wish: chosen, flaws } = saved;
    return { say: 'dialog', dialog: channelsDialog({ ...dialogOf(room, visit, offered), chosen, flaws }) };
  }
  await redrawBoards(room);
  return text(await savedWords(room, visit, saved.changed));
}

/** A key that stands for no channel of now stays as it is: it is told as a channel that is gone. */
const wishOf = (keys: ReadonlyMap<Target, string>, { offers, bound }: ChannelsOffered): ChannelWish =>
  new Map(
    [...keys].map(([target, key]) => {
      const id = key === sameChannelKey ? bound.get(target) : offers.find((one) => keyOf(one.id) === key)?.id;
      return [target, id ?? key];
    }),
  );

async function savedWords(room: Room, visit: Visit, changed: readonly Target[]): Promise<string> {
  const { channels: say } = visit.texts.setup;
  const missing = withoutChannel(await room.setup.look());
  const what = changed.length > 0 ? say.saved(namesOf(room, visit, changed)) : say.nothing;
  const next = missing.length > 0 ? say.missing(namesOf(room, visit, missing)) : say.all;
  return `${what} ${next}`;
}

const namesOf = ({ county }: Room, { language, texts }: Visit, targets: readonly Target[]): string =>
  targets
    .map((target) =>
      target === 'supervisors'
        ? texts.setup.supervisors
        : (county.regions.find(({ id }) => id === target)?.name[language] ?? target),
    )
    .join(', ');

// --- advisors ---

type Told = NonNullable<Parameters<typeof advisorsDialog>[0]['told']>;

/** Begins with the first region that has nobody yet. */
async function openAdvisors(room: Room, visit: Visit, told?: Told): Promise<Said> {
  const { regions } = await room.setup.look();
  const bound = regions.filter(({ channel }) => channel);
  const first = bound.find(({ advisors }) => advisors.length === 0) ?? bound[0];
  if (!first) return text(visit.texts.setup.advisors.noChannels);
  return showTeam(room, visit, first.region, told);
}

async function showTeam(room: Room, visit: Visit, region: RegionId, told?: Told): Promise<Said> {
  const { county, setup } = room;
  const { texts, language, person } = visit;
  const people = await setup.candidates(person, region);
  if (people === undefined) return text(texts.setup.advisors.noChannels);
  if ('refused' in people) return text(await onlySupervisors(room, visit));
  const bound = (await setup.look()).regions.filter(({ channel }) => channel);
  const regions = bound.map((one) => one.region);
  const isUnreached = 'unreached' in people;
  const trouble: Told | undefined = isUnreached
    ? { tone: 'attention', words: whyNot(visit, people.unreached) }
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

const whyNot = ({ texts }: Visit, why: keyof Visit['texts']['setup']['failure'] | 'unsure') =>
  texts.setup.failure[why === 'unsure' ? 'later' : why];

/** One region after the other: the dialog goes on to the next that has nobody. */
async function addAdvisors(room: Room, visit: Visit, { region, people }: AdvisorsSent): Promise<Said> {
  const { advisors: say } = visit.texts.setup;
  if (people.length === 0) return showTeam(room, visit, region, { tone: 'attention', words: say.nobody });
  const added = await room.setup.addAdvisors(visit.person, region, people);
  if (typeof added !== 'number') {
    if ('refused' in added) return text(await onlySupervisors(room, visit));
    return showTeam(room, visit, region, { tone: 'attention', words: whyNot(visit, added.unreached) });
  }
  await redrawBoards(room);
  const words = say.added(added, namesOf(room, visit, [region]));
  const { regions } = await room.setup.look();
  const isMore = regions.some(({ channel, advisors }) => channel && advisors.length === 0);
  return isMore ? openAdvisors(room, visit, { tone: 'good', words }) : text(words);
}

// --- the test question ---

export const received: Handler<ReceivedWish> = async (room, visit, _, { region, test }) => {
  const { test: say } = visit.texts.setup;
  const { channel, conversation, pressedCard } = visit;
  if (!channel || !pressedCard) return text(say.tooOld);
  const place = { conversation: conversation.id, activity: pressedCard };
  const check = await room.setup.receiveTest(visit.person, region, {
    id: test,
    channelId: channel.channelId,
    place,
  });
  if ('refused' in check) {
    return text(check.refused === 'no-role' ? say.notAdvisor(await supervisorNames(room)) : say.tooOld);
  }
  await redrawBoards(room);
  return { say: 'card', card: testCard({ region, check }, room.county) };
};
