/** What supervisors see in Teams: which channel serves whom, who has which role, who handled a case, what broke. */

import type { Person } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County, Language } from '../../domain/county.ts';
import type { CaseId, Moment, RegionId } from '../../domain/names.ts';
import type { Roles } from '../../domain/roles.ts';
import { actNow, buttons, openDialog, rarely, sendNow, submit } from '../elements/actions.ts';
import {
  badge,
  bold,
  type Card,
  card,
  type Dialog,
  type Element,
  heading,
  type Option,
  panel,
  paragraph,
  plain,
  remark,
  ruled,
} from '../elements/elements.ts';
import { choice, choiceOfMany, toggle } from '../elements/inputs.ts';
import { type BindTarget, seenRoles } from '../verbs/supervisor-readers.ts';
import { type CardContext, readingIn, regionName, whenText } from '../wording/case-words.ts';

/** A region, or the supervisors, and the channel where their messages are posted. */
export type BoundChannel = {
  readonly for: BindTarget;
  readonly channelName: string;
  readonly boundBy: Person;
  readonly boundAt: Moment;
  readonly broken?: 'deleted' | 'archived' | 'bot-removed' | 'unreachable';
};

/** A person with the roles they have; `left` when they are no longer in the team. */
export type RoleHolder = Person & Roles & { readonly left?: boolean };

/** An entry of the audit; what was done is told by a word of ours. */
export type HandledEntry = {
  readonly at: Moment;
  readonly by: Person | 'line';
  readonly did: string;
  readonly why?: string;
};

/** What supervisors are told without having asked. */
export type Notice =
  | {
      readonly about: 'channel-broken';
      readonly binding: BoundChannel;
      readonly also?: readonly BoundChannel[];
    }
  | { readonly about: 'channel-renamed'; readonly binding: BoundChannel }
  | { readonly about: 'advisor-left' | 'off-the-line'; readonly person: Person; readonly openCases: number }
  | { readonly about: 'unbound'; readonly region: RegionId };

/** Lists longer than these belong to the tab; the cards must stay under 25 kB. */
const most = { people: 30, members: 80, entries: 40 } as const;

const targetName = (context: CardContext, target: BindTarget): string =>
  target === 'supervisors' ? context.texts.advisor.supervising.supervisors : regionName(context, target);

// --- channels ---

export function bindingsCard(
  bindings: readonly BoundChannel[],
  county: County,
  language: Language,
  unbound: readonly BindTarget[] = [],
): Card {
  const context = readingIn(county, language);
  const { common, advisor } = context.texts;
  const say = advisor.supervising;
  return card({ language, says: say.bindings }, [
    heading(say.bindings),
    ...bindings.flatMap((binding) => boundRow(context, binding)),
    ...unbound.map((target) => badge(plain(say.unbound(targetName(context, target))), 'warning')),
    ...(unbound.length > 0 ? [remark(say.unboundHow(common.commands.channels[0] ?? ''))] : []),
  ]);
}

function boundRow(context: CardContext, binding: BoundChannel): Element[] {
  const say = context.texts.advisor.supervising;
  return [
    ruled(bold(plain(say.bound(targetName(context, binding.for), binding.channelName)))),
    remark(plain(say.boundBy(binding.boundBy.name, whenText(context, binding.boundAt)))),
    ...(binding.broken ? [panel('attention', [paragraph(say.broken[binding.broken])])] : []),
  ];
}

/** In a channel: whose questions come here? `current` is what comes here already. */
export function bindCard(
  channelName: string,
  current: readonly Pick<BoundChannel, 'for'>[],
  county: County,
  language: Language,
): Card {
  const context = readingIn(county, language);
  const { common, advisor } = context.texts;
  const say = advisor.supervising;
  const choices: Option[] = [
    ...county.regions.map(({ id, name }) => ({ title: name[language], value: id })),
    { title: say.forSupervisors, value: 'supervisors' },
  ];
  const now = current.map((binding) => targetName(context, binding.for)).join(', ');
  return card(
    { language, says: say.bind },
    [
      heading(plain(say.bindWhat(channelName))),
      ...(now ? [paragraph(plain(say.bindNow(now)))] : []),
      choice({ id: 'target', label: say.bindFor, required: common.required, among: 'few', choices }),
      remark(say.bindNote),
    ],
    [sendNow(say.bind, 'bind', {}), ...current.map((binding) => unbindButton(context, binding.for))],
  );
}

/** What the button itself carries counts, not what is ticked above it. */
const unbindButton = (context: CardContext, target: BindTarget) =>
  rarely(actNow(context.texts.advisor.supervising.unbind(targetName(context, target)), 'unbind', { target }));

/** After binding: who of the team are advisors there, or supervisors? Being in a channel grants nothing. */
export function addMembersCard(
  region: BindTarget,
  members: readonly Person[],
  county: County,
  language: Language,
): Card {
  const context = readingIn(county, language);
  const say = context.texts.advisor.supervising;
  const [title, pick] =
    region === 'supervisors'
      ? [say.addSupervisors, say.supervisors]
      : [say.addMembers(regionName(context, region)), say.addMembersPick];
  if (members.length === 0) return card({ language, says: say.allAdded }, [paragraph(say.allAdded)]);
  const choices = members.slice(0, most.members).map(({ id, name }) => ({ title: name, value: id }));
  return card(
    { language, says: title },
    [heading(plain(title)), remark(say.addMembersNote), choiceOfMany({ id: 'people', label: pick, choices })],
    [sendNow(say.add, 'addMembers', { region })],
  );
}

// --- people ---

export function peopleCard(people: readonly RoleHolder[], county: County, language: Language): Card {
  const context = readingIn(county, language);
  const say = context.texts.advisor.supervising;
  const left = people.length - most.people;
  const rows = people.toSorted((a, b) => a.name.localeCompare(b.name, language)).slice(0, most.people);
  return card({ language, says: say.people }, [
    heading(say.people),
    ...(people.length === 0 ? [paragraph(say.noPeople)] : []),
    ...rows.flatMap((person) => personRow(context, person)),
    ...(left > 0 ? [remark(say.morePeople(left))] : []),
  ]);
}

function personRow(context: CardContext, person: RoleHolder): Element[] {
  const say = context.texts.advisor.supervising;
  return [
    ruled(bold(plain(person.name))),
    remark(plain(rolesText(context, person))),
    ...(person.left ? [panel('warning', [paragraph(say.left)])] : []),
    buttons([openDialog(`${say.editPerson}: ${person.name}`, 'editPerson', { person: person.id })]),
  ];
}

function rolesText(context: CardContext, { advisorIn, supervisor }: Roles): string {
  const say = context.texts.advisor.supervising;
  const regions = advisorIn.map((region) => regionName(context, region)).join(', ');
  const roles = [...(supervisor ? [say.supervisor] : []), ...(regions ? [say.advisorIn(regions)] : [])];
  return roles.join(' · ') || say.noRoles;
}

/**
 * Changes what one person may do; taking everything away wants its own tick. `chosen`: what was chosen while somebody
 * else changed the person's roles; they are told, and the choice stands to be saved again.
 */
export function editPersonDialog(
  person: RoleHolder,
  county: County,
  language: Language,
  chosen?: Roles,
): Dialog {
  const context = readingIn(county, language);
  const { advisor } = context.texts;
  const say = advisor.supervising;
  const title = say.editTitle(person.name);
  const shown = chosen ?? person;
  return {
    title,
    card: card(
      { language, says: title },
      [
        ...(chosen
          ? [panel('attention', [paragraph(plain(say.rolesChanged(rolesText(context, person))))])]
          : []),
        choiceOfMany({
          id: 'regions',
          label: say.regions,
          choices: county.regions.map(({ id, name }) => ({ title: name[language], value: id })),
          value: shown.advisorIn.join(','),
        }),
        toggle({
          id: 'supervisor',
          label: say.supervisor,
          title: say.isSupervisor,
          value: String(shown.supervisor),
        }),
        ruled(toggle({ id: 'remove', label: say.remove, title: say.removeConfirm })),
        remark(`${say.removeNote} ${person.supervisor ? say.lastSupervisor : ''}`.trim()),
      ],
      [submit(advisor.dialog.save, 'editPerson', { person: person.id, ...seenRoles(person) })],
    ),
  };
}

// --- who handled a case ---

/** The newest first. Who, when, what: the client may ask for it (703/2023 11 §). */
export function handledCard(
  id: CaseId,
  entries: readonly HandledEntry[],
  county: County,
  language: Language,
): Card {
  const context = readingIn(county, language);
  const say = context.texts.advisor.supervising;
  const title = say.handled(spokenCaseId(id));
  const newest = entries.toSorted((a, b) => (a.at > b.at ? -1 : 1)).slice(0, most.entries);
  const left = entries.length - newest.length;
  return card({ language, says: title }, [
    heading(title),
    ...(newest.length === 0 ? [paragraph(say.handledNone)] : []),
    ...newest.map((entry) => remark(plain(entryText(context, entry)))),
    ...(left > 0 ? [remark(say.handledMore(left))] : []),
  ]);
}

function entryText(context: CardContext, { at, by, did, why }: HandledEntry): string {
  const { deeds, supervising } = context.texts.advisor;
  const words: { readonly [did: string]: string } = { ...deeds, ...supervising.audited };
  const who = by === 'line' ? supervising.line : by.name;
  const what = `${whenText(context, at)} · ${who} · ${words[did] ?? did}`;
  return why ? `${what} (${supervising.why(why)})` : what;
}

// --- notices ---

export function noticeCard(notice: Notice, county: County, language: Language): Card {
  const context = readingIn(county, language);
  const { title, remedy } = noticeWords(context, notice);
  return card({ language, says: title }, [badge(plain(title), 'warning'), paragraph(remedy)]);
}

function noticeWords(
  context: CardContext,
  notice: Notice,
): { readonly title: string; readonly remedy: string } {
  const { common, advisor } = context.texts;
  const say = advisor.supervising;
  const how = say.unboundHow(common.commands.channels[0] ?? '');
  switch (notice.about) {
    case 'channel-broken': {
      const { broken = 'unreachable' } = notice.binding;
      const all = [notice.binding, ...(notice.also ?? [])].map((one) => boundName(context, one));
      return { title: say.channelBroken(all.join(', ')), remedy: say.broken[broken] };
    }
    case 'channel-renamed': {
      const target = targetName(context, notice.binding.for);
      return {
        title: say.channelRenamed(target, notice.binding.channelName),
        remedy: say.channelRenamedNote,
      };
    }
    case 'advisor-left':
      return { title: say.advisorLeft(notice.person.name), remedy: say.advisorLeftNote(notice.openCases) };
    case 'off-the-line':
      return { title: say.offTheLine(notice.person.name), remedy: say.offTheLineNote(notice.openCases) };
    case 'unbound':
      return {
        title: say.regionUnbound(regionName(context, notice.region)),
        remedy: `${say.regionUnboundNote} ${how}`,
      };
  }
}

const boundName = (context: CardContext, binding: BoundChannel) =>
  context.texts.advisor.supervising.bound(targetName(context, binding.for), binding.channelName);
