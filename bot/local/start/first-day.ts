/** The first day of the local start, lived through Teams as people would: channels bound, roles given, a few questions. */
import type { County } from '../../domain/county.ts';
import type { Subject } from '../../domain/instructions/instructions.ts';
import type { RegionId } from '../../domain/names.ts';
import { placesOf, regionOfPlace } from '../../domain/routing.ts';
import type { LibraryView } from '../../domain/views/library-views.ts';
import type { PersonDriver } from '../people/driver.ts';
import type { SeenMessage } from '../people/seeing.ts';
import type { StandInTeams } from '../teams.ts';
import type { Town } from './town.ts';

export async function liveFirstDay(teams: StandInTeams, town: Town, county: County): Promise<void> {
  const supervisor = teams.as(town.supervisor.id);
  await bind(teams, supervisor, town, 'supervisors');
  for (const { id } of county.regions) {
    await bind(teams, supervisor, town, id);
    await giveRoles(teams, supervisor, town, id);
  }
  await publishForAskers(supervisor);
  await askFew(teams, town, county);
}

/** What askers look for; what is granted and decided upon waits for its keepers, as it would on a real first day. */
const forAskers: readonly Subject[] = ['operating', 'contacts', 'induction'];
/** The starter pages say so themselves as well, at their top. */
const note = 'Kokeilua varten. Tekstit ovat luonnoksia, jotka hyvinvointialue hyväksyy ennen käyttöönottoa.';

/** Through the tab, as the supervisor would; a county without starter pages has nothing to publish. */
async function publishForAskers(supervisor: PersonDriver): Promise<void> {
  const tab = await supervisor.openTab();
  const asked = async (path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(new URL(`/api/tab${path}`, tab.url), {
      headers: { authorization: `Bearer ${tab.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The tab answered ${response.status} to ${path}`);
    return response;
  };
  const { pages } = (await (await asked('/library')).json()) as LibraryView;
  for (const { id, subject, unapproved, version } of pages)
    if (unapproved && forAskers.includes(subject))
      await asked(`/library/pages/${id}/changes`, { do: 'publish', seen: version, note, tell: 'nobody' });
}

/** The newest message of the bot in that channel which has a card. */
function newestCard(teams: StandInTeams, channel: string): SeenMessage {
  const messages = teams
    .channel(channel)
    .threads()
    .flatMap((thread) => thread.messages);
  const found = messages.findLast(({ from, card }) => from === 'bot' && card);
  if (!found) throw new Error(`The bot has posted no card in ${channel}`);
  return found;
}

async function bind(teams: StandInTeams, by: PersonDriver, town: Town, target: RegionId | 'supervisors') {
  const channel = town.channelOf(target);
  await by.sayInChannel(channel, 'kanava', { mentionBot: true });
  await by.press(newestCard(teams, channel), 'bind', { target });
}

async function giveRoles(teams: StandInTeams, by: PersonDriver, town: Town, region: RegionId) {
  const advisors = town.advisors.filter((one) => one.region === region).map(({ id }) => id);
  const offered = by.threads(town.channelOf(region)).flatMap((thread) => thread.messages);
  const card = offered.findLast((message) => JSON.stringify(message.card ?? {}).includes('"addMembers"'));
  if (!card) throw new Error(`Nobody was offered as advisor in ${region}`);
  await by.press(card, 'addMembers', { people: advisors });
  await teams.settled();
}

type Question = {
  readonly words: string;
  readonly kind: 'guidance' | 'assessment' | 'crisis-place';
  readonly urgency: 'urgent' | 'today' | 'normal';
  readonly claimed?: boolean;
};

const questions: readonly Question[] = [
  {
    words: 'Klienten har fallit hemma två gånger. Hur får vi en bedömning av servicebehovet?',
    kind: 'assessment',
    urgency: 'normal',
    claimed: true,
  },
  {
    words: 'The client lives alone and forgets meals. Which temporary services could start this week?',
    kind: 'guidance',
    urgency: 'normal',
  },
  {
    words: 'Asiakas kotiutuu osastolta huomenna. Kuka arvioi, pärjääkö hän kotona?',
    kind: 'guidance',
    urgency: 'today',
  },
];

/** A question of every asker but the first, each to another region; one is taken already. The first is yours to be. */
async function askFew(teams: StandInTeams, town: Town, county: County): Promise<void> {
  for (const [turn, question] of questions.entries()) {
    const asker = teams.as(town.askers[(turn + 1) % town.askers.length]?.id ?? '');
    const region = county.regions[(turn * 2) % county.regions.length];
    const place = placesOf(county).find(({ id }) => regionOfPlace(county, id) === region?.id);
    const topic = county.topics.find(({ kind }) => kind === question.kind) ?? county.topics[0];
    if (!region || !place || !topic) continue;
    await asker.say(question.words);
    const [category] = county.categories;
    await asker.press(asker.lastCard(), 'ask', {
      place: place.id,
      topic: topic.id,
      ...(topic.kind === 'assessment' && category && { category: category.id }),
      urgency: question.urgency,
      priority75: 'yes',
    });
    const channel = town.channelOf(region.id);
    await teams.until(() => teams.channel(channel).threads().length > 1, 'the question in its channel');
    const advisor = town.advisors.find((one) => one.region === region.id);
    if (question.claimed && advisor) await teams.as(advisor.id).press(newestCard(teams, channel), 'claim');
  }
}
