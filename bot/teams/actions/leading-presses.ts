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
import { inItsPlace, nothing, type Room, type Said, tell, text, type Visit } from '../inbound/visit.ts';
import { redrawBoards } from '../showing/setup-boards.ts';
import type { Handler } from './handler.ts';

type RolesWish = Extract<EditPersonWish, { press: 'editPerson' }>;

/** Who leads the setup sees what was done elsewhere. */
const thenBoards =
  <Wish>(carryOut: (room: Room, visit: Visit, wish: Wish) => Promise<Said>): Handler<Wish> =>
  async (room, visit, _, wish) => {
    const said = await carryOut(room, visit, wish);
    await redrawBoards(room);
    return said;
  };

export const bind = thenBoards<BindWish>((room, visit, { target }) => bindTo(room, visit, target));
export const unbind = thenBoards<BindWish>((room, visit, { target }) => unbindFrom(room, visit, target));
export const onPerson = thenBoards(editPerson);
export const addMembers = thenBoards(addChosen);

function targetName(
  { county }: Room,
  { language, texts }: Visit,
  target: Binding['for'],
): string | undefined {
  if (target === 'supervisors') return texts.advisor.supervising.forSupervisors;
  return county.regions.find(({ id }) => id === target)?.name[language];
}

async function bindTo(room: Room, visit: Visit, target: Binding['for']): Promise<Said> {
  const what = targetName(room, visit, target);
  const { channel } = visit;
  if (!what || !channel) return text(visit.texts.common.refusal['unknown-choice'].region);
  const named = { ...channel, channelName: await channelName(room, channel) };
  await room.desk.staff.bind(visit.person, target, named);
  // the channel's people see it too, not only the one who pressed
  await tell(room, visit, visit.texts.talk.bound(what, named.channelName));
  return offerMembers(room, visit, target);
}

/** What comes to this channel now. */
async function boundHere(room: Room, { channel, language }: Visit): Promise<Said> {
  if (!channel) return nothing;
  const all = await room.desk.staff.bindingsAt(channel.channelId);
  return { say: 'card', card: bindCard(await channelName(room, channel), all, room.county, language) };
}

/** A bound channel needs its people: the team's members are offered, none is added by being there. */
async function offerMembers(room: Room, visit: Visit, region: Binding['for']): Promise<Said> {
  const { channel } = visit;
  if (!channel) return nothing;
  const { staff } = room.desk;
  const people = await employeesOf(room, channel);
  const there = region === 'supervisors' ? await staff.supervisors() : await staff.onTheLine(region);
  const known = new Set(there.map(({ id }) => String(id)));
  const others = people.filter(({ id }) => !known.has(id));
  return { say: 'card', card: addMembersCard(region, others, room.county, visit.language) };
}

async function unbindFrom(room: Room, visit: Visit, target: Binding['for']): Promise<Said> {
  const what = targetName(room, visit, target);
  if (!what) return text(visit.texts.common.refusal['unknown-choice'].region);
  await room.desk.staff.unbind(visit.person, target);
  await tell(room, visit, visit.texts.talk.unbound(what));
  return boundHere(room, visit);
}

async function editPerson(room: Room, visit: Visit, wish: EditPersonWish): Promise<Said> {
  const { staff } = room.desk;
  const found: PersonRecord | undefined = await staff.find(wish.person);
  if (!found) return text(visit.texts.common.refusal['unknown-choice'].person);
  const { talk } = visit.texts;
  if (wish.press === 'editPersonDialog') {
    return { say: 'dialog', dialog: editPersonDialog(found, room.county, visit.language) };
  }
  const done = await changeRoles(room, visit, found, wish);
  if ('theirs' in done) {
    return { say: 'dialog', dialog: editPersonDialog(done.theirs, room.county, visit.language, wish) };
  }
  if ('refused' in done) return text(await onlySupervisors(room, visit));
  // the list that the dialog was opened from tells the roles of now
  await inItsPlace(room, visit, peopleCard(await staff.onTheLine(), room.county, visit.language));
  return text(wish.remove ? talk.rolesRemoved(found.name) : talk.rolesSaved(found.name));
}

/** As in the tab: what another supervisor changed meanwhile is shown, not overwritten. */
function changeRoles({ county, desk }: Room, visit: Visit, found: PersonRecord, wish: RolesWish) {
  const { seen, advisorIn, supervisor, remove } = wish;
  if (remove) return desk.staff.removePerson(visit.person, found, seen);
  const real = advisorIn.filter((id) => county.regions.some((region) => region.id === id));
  const roles = { advisorIn: real, supervisor, updater: seen?.updater ?? found.updater ?? false };
  return desk.staff.setRoles(visit.person, found, roles, seen);
}

async function addChosen(room: Room, visit: Visit, wish: AddMembersWish): Promise<Said> {
  const { channel, texts } = visit;
  const { region } = wish;
  if (!channel || !targetName(room, visit, region))
    return text(texts.common.refusal['unknown-choice'].region);
  // a name and a person are the roster's to tell, not the card's
  const chosen = (await employeesOf(room, channel)).filter(({ id }) => wish.people.includes(id));
  const { staff } = room.desk;
  if (region === 'supervisors') {
    await staff.addSupervisors(visit.person, chosen);
    return text(texts.talk.supervisorsAdded(chosen.length));
  }
  await staff.addAdvisors(visit.person, region, chosen);
  return text(texts.talk.advisorsAdded(chosen.length));
}
