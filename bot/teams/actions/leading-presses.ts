/** What a supervisor's press does: binds channels, gives and takes roles. */
import {
  addMembersCard,
  bindCard,
  editPersonDialog,
  peopleCard,
} from '../../cards/advisor/supervisor-cards.ts';
import type { AddMembersWish, BindWish, EditPersonWish } from '../../cards/verbs/supervisor-readers.ts';
import type { Binding, PersonRecord } from '../../desk/staff/ports.ts';
import { channelName, employeesOf } from '../client/members.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type BotPorts, inItsPlace, nothing, type Reply, type Turn, tell, text } from '../inbound/turn.ts';
import { redrawBoards } from '../showing/setup-boards.ts';
import type { Handler } from './handler.ts';

type RolesPress = Extract<EditPersonWish, { press: 'editPerson' }>;

/** Who leads the setup sees what was done elsewhere. */
const thenBoards =
  <Wish>(carryOut: (ports: BotPorts, turn: Turn, wish: Wish) => Promise<Reply>): Handler<Wish> =>
  async (ports, turn, _, wish) => {
    const reply = await carryOut(ports, turn, wish);
    await redrawBoards(ports);
    return reply;
  };

export const bind = thenBoards<BindWish>((ports, turn, { target }) => bindTo(ports, turn, target));
export const unbind = thenBoards<BindWish>((ports, turn, { target }) => unbindFrom(ports, turn, target));
export const onPerson = thenBoards(editPerson);
export const addMembers = thenBoards(addChosen);

function targetName(
  { county }: BotPorts,
  { language, texts }: Turn,
  target: Binding['for'],
): string | undefined {
  if (target === 'supervisors') return texts.advisor.supervising.forSupervisors;
  return county.regions.find(({ id }) => id === target)?.name[language];
}

async function bindTo(ports: BotPorts, turn: Turn, target: Binding['for']): Promise<Reply> {
  const what = targetName(ports, turn, target);
  const { channel } = turn;
  if (!what || !channel) return text(turn.texts.common.refusal['unknown-choice'].region);
  const named = { ...channel, channelName: await channelName(ports, channel) };
  await ports.desk.staff.bind(turn.person, target, named);
  // the channel's people see it too, not only the one who pressed
  await tell(ports, turn, turn.texts.talk.bound(what, named.channelName));
  return offerMembers(ports, turn, target);
}

/** What comes to this channel now. */
async function boundHere(ports: BotPorts, { channel, language }: Turn): Promise<Reply> {
  if (!channel) return nothing;
  const all = await ports.desk.staff.bindingsAt(channel.channelId);
  return { say: 'card', card: bindCard(await channelName(ports, channel), all, ports.county, language) };
}

/** A bound channel needs its people: the team's members are offered, none is added by being there. */
async function offerMembers(ports: BotPorts, turn: Turn, region: Binding['for']): Promise<Reply> {
  const { channel } = turn;
  if (!channel) return nothing;
  const { staff } = ports.desk;
  const people = await employeesOf(ports, channel);
  const there = region === 'supervisors' ? await staff.supervisors() : await staff.onTheLine(region);
  const known = new Set(there.map(({ id }) => String(id)));
  const others = people.filter(({ id }) => !known.has(id));
  return { say: 'card', card: addMembersCard(region, others, ports.county, turn.language) };
}

async function unbindFrom(ports: BotPorts, turn: Turn, target: Binding['for']): Promise<Reply> {
  const what = targetName(ports, turn, target);
  if (!what) return text(turn.texts.common.refusal['unknown-choice'].region);
  await ports.desk.staff.unbind(turn.person, target);
  await tell(ports, turn, turn.texts.talk.unbound(what));
  return boundHere(ports, turn);
}

async function editPerson(ports: BotPorts, turn: Turn, wish: EditPersonWish): Promise<Reply> {
  const { staff } = ports.desk;
  const found: PersonRecord | undefined = await staff.find(wish.person);
  if (!found) return text(turn.texts.common.refusal['unknown-choice'].person);
  const { talk } = turn.texts;
  if (wish.press === 'editPersonDialog') {
    return { say: 'dialog', dialog: editPersonDialog(found, ports.county, turn.language) };
  }
  const done = await changeRoles(ports, turn, found, wish);
  if ('theirs' in done) {
    return { say: 'dialog', dialog: editPersonDialog(done.theirs, ports.county, turn.language, wish) };
  }
  if ('refused' in done) return text(await onlySupervisors(ports, turn));
  // the list that the dialog was opened from tells the roles of now
  await inItsPlace(ports, turn, peopleCard(await staff.onTheLine(), ports.county, turn.language));
  return text(wish.remove ? talk.rolesRemoved(found.name) : talk.rolesSaved(found.name));
}

/** As in the tab: what another supervisor changed meanwhile is shown, not overwritten. */
function changeRoles({ county, desk }: BotPorts, turn: Turn, found: PersonRecord, wish: RolesPress) {
  const { seen, advisorIn, supervisor, remove } = wish;
  if (remove) return desk.staff.removePerson(turn.person, found, seen);
  const real = advisorIn.filter((id) => county.regions.some((region) => region.id === id));
  const roles = { advisorIn: real, supervisor, updater: seen?.updater ?? found.updater ?? false };
  return desk.staff.setRoles(turn.person, found, roles, seen);
}

async function addChosen(ports: BotPorts, turn: Turn, wish: AddMembersWish): Promise<Reply> {
  const { channel, texts } = turn;
  const { region } = wish;
  if (!channel || !targetName(ports, turn, region))
    return text(texts.common.refusal['unknown-choice'].region);
  // a name and a person are the roster's to tell, not the card's
  const chosen = (await employeesOf(ports, channel)).filter(({ id }) => wish.people.includes(id));
  const { staff } = ports.desk;
  if (region === 'supervisors') {
    await staff.addSupervisors(turn.person, chosen);
    return text(texts.talk.supervisorsAdded(chosen.length));
  }
  await staff.addAdvisors(turn.person, region, chosen);
  return text(texts.talk.advisorsAdded(chosen.length));
}
