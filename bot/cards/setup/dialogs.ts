/** The dialogs of taking the line into use: which channel is whose, who advises, and what askers are told. */
import type { Person } from '../../domain/case/case.ts';
import type { County, Language } from '../../domain/county.ts';
import type { RegionId } from '../../domain/names.ts';
import {
  type BindingTarget,
  type ChannelWish,
  flawsKey,
  type WishFlaw,
} from '../../domain/setup/channel-wish.ts';
import type { CheckFailure } from '../../domain/setup/check.ts';
import { submit } from '../elements/actions.ts';
import {
  card,
  type Dialog,
  type Element,
  type Option,
  panel,
  paragraph,
  plain,
  remark,
  subheading,
} from '../elements/elements.ts';
import { choice, choiceOfMany, textBox, toggle } from '../elements/inputs.ts';
import { hoursText } from '../menu.ts';
import { channelField, noChannelKey } from '../verbs/setup-readers.ts';
import { type CardContext, readingIn, regionName } from '../wording/case-words.ts';

/** `key`: a short text that stands for the channel's id in the dialog. Without a name: the team's general channel. */
export type OfferedChannel = {
  readonly key: string;
  readonly id: string;
  readonly name?: string;
  readonly team: string;
};

export type ChannelsWish = {
  readonly county: County;
  readonly language: Language;
  readonly channels: readonly OfferedChannel[];
  readonly unreached: readonly { readonly team: string; readonly why: CheckFailure | 'unsure' }[];
  readonly bound: ChannelWish;
  readonly boundNames: ReadonlyMap<BindingTarget, string>;
  readonly suggested: ChannelWish;
  /** What was chosen when the dialog comes back, and why it does. */
  readonly chosen?: ChannelWish;
  readonly flaws?: readonly WishFlaw[];
};

/** A card must stay under 25 kB, and the list stands in it once for each region. */
const mostOptions = 240;
const mostPeople = 80;

/** The one it has already, which is not in the list: a private channel, or a team that can't be looked into. */
export const sameChannelKey = 'same';

export function channelsDialog(wish: ChannelsWish): Dialog {
  const context = readingIn(wish.county, wish.language);
  const { channels: say, button } = context.texts.setup;
  const { flaws = [] } = wish;
  if (wish.channels.length === 0) {
    const words = wish.unreached.length > 0 ? unreachedRows(context, wish) : [paragraph(say.noTeams)];
    return { title: say.title, card: card({ language: wish.language, says: say.title }, words) };
  }
  const targets = targetsOf(wish.county);
  const { shown, left } = shownChannels(wish, targets.length);
  return {
    title: say.title,
    card: card(
      { language: wish.language, says: say.title },
      [
        ...flawRows(context, wish, flaws),
        remark(say.note),
        ...unreachedRows(context, wish),
        ...targets.flatMap((target) => targetField(context, wish, target, shown)),
        ...(left > 0 ? [remark(say.more(left))] : []),
      ],
      [submit(button.save, 'setupChannels', { flaws: flawsKey(flaws) })],
    ),
  };
}

const targetsOf = ({ regions }: County): readonly BindingTarget[] => [
  ...regions.map(({ id }) => id),
  'supervisors',
];

const targetName = (context: CardContext, target: BindingTarget): string =>
  target === 'supervisors' ? context.texts.setup.channels.forSupervisors : regionName(context, target);

/** Those in use or suggested first, so that they are there however many there are. */
function shownChannels({ channels, bound, suggested }: ChannelsWish, fields: number) {
  const used = new Set([...bound.values(), ...suggested.values()]);
  const most = Math.floor(mostOptions / fields);
  const kept = new Set(
    channels
      .toSorted((a, b) => Number(used.has(b.id)) - Number(used.has(a.id)))
      .slice(0, most)
      .map(({ id }) => id),
  );
  return { shown: channels.filter(({ id }) => kept.has(id)), left: Math.max(0, channels.length - most) };
}

function targetField(
  context: CardContext,
  wish: ChannelsWish,
  target: BindingTarget,
  shown: readonly OfferedChannel[],
): Element[] {
  const { channels: say } = context.texts.setup;
  const { bound, suggested, chosen } = wish;
  const known = bound.get(target);
  const idea = chosen || known !== undefined ? undefined : suggested.get(target);
  const value = chosen ? chosen.get(target) : (known ?? idea);
  const isHidden = known !== undefined && !shown.some(({ id }) => id === known);
  const ideaName = shown.find(({ id }) => id === idea);
  const options: readonly Option[] = [
    { title: say.none, value: noChannelKey },
    ...(isHidden ? [{ title: wish.boundNames.get(target) ?? '', value: sameChannelKey }] : []),
    ...shown.map((one) => ({ title: channelName(context, wish, one), value: one.key })),
  ];
  return [
    choice({
      id: channelField(target),
      label: targetName(context, target),
      among: shown.length > 12 ? 'many' : 'list',
      choices: options,
      value: keyOf(value, shown, isHidden && value === known),
      placeholder: say.choose,
    }),
    ...(ideaName ? [remark(plain(say.suggested(channelName(context, wish, ideaName))))] : []),
  ];
}

const keyOf = (id: string | undefined, shown: readonly OfferedChannel[], isSame: boolean): string =>
  isSame ? sameChannelKey : (shown.find((one) => one.id === id)?.key ?? noChannelKey);

/** With its team where there are several. */
function channelName(
  { texts }: CardContext,
  { channels }: ChannelsWish,
  { name, team }: OfferedChannel,
): string {
  const own = name ?? texts.setup.channels.general;
  return new Set(channels.map((one) => one.team)).size > 1
    ? `${team || texts.setup.channels.aTeam} · ${own}`
    : own;
}

function unreachedRows({ texts }: CardContext, { unreached }: ChannelsWish): Element[] {
  const { channels: say, failure } = texts.setup;
  const rows = unreached.map(({ team, why }) =>
    paragraph(plain(say.unreached(team || say.aTeam, failure[why === 'unsure' ? 'later' : why]))),
  );
  return rows.length > 0 ? [panel('warning', rows)] : [];
}

function flawRows(context: CardContext, wish: ChannelsWish, flaws: readonly WishFlaw[]): Element[] {
  const { channels: say } = context.texts.setup;
  if (flaws.length === 0) return [];
  const canConfirm = flaws.every(({ flaw }) => flaw !== 'no-such-channel');
  const rows = flaws.map((flaw) => paragraph(plain(flawText(context, wish, flaw))));
  return [
    panel('attention', [subheading(say.sure), ...rows]),
    ...(canConfirm ? [toggle({ id: 'confirmed', label: say.confirm, title: say.isMeant })] : []),
  ];
}

function flawText(context: CardContext, wish: ChannelsWish, flaw: WishFlaw): string {
  const { channels: say } = context.texts.setup;
  switch (flaw.flaw) {
    case 'no-such-channel':
      return say.gone(targetName(context, flaw.target));
    case 'unbinds':
      return flaw.target === 'supervisors'
        ? say.unbindsSupervisors
        : say.unbinds(targetName(context, flaw.target));
    case 'shared': {
      const shared = wish.channels.find(({ id }) => id === flaw.channel);
      const name = shared ? channelName(context, wish, shared) : '';
      return say.shared(name, flaw.targets.map((target) => targetName(context, target)).join(', '));
    }
  }
}

// --- advisors ---

export type AdvisorsWish = {
  readonly county: County;
  readonly language: Language;
  /** Regions with a channel. */
  readonly regions: readonly RegionId[];
  readonly region: RegionId;
  readonly people: readonly Person[];
  /** What was done, or what is wrong. */
  readonly told?: { readonly tone: 'good' | 'attention'; readonly words: string };
};

export function advisorsDialog(wish: AdvisorsWish): Dialog {
  const { county, language, regions, region, people, told } = wish;
  const context = readingIn(county, language);
  const { advisors: say, button } = context.texts.setup;
  const left = people.length - mostPeople;
  const choices = people.slice(0, mostPeople).map(({ id, name }) => ({ title: name, value: id }));
  return {
    title: say.title,
    card: card(
      { language, says: say.title },
      [
        ...(told ? [panel(told.tone, [paragraph(plain(told.words))])] : []),
        choice({
          id: 'region',
          label: say.region,
          choices: regions.map((id) => ({ title: regionName(context, id), value: id })),
          value: region,
        }),
        ...(choices.length > 0
          ? [choiceOfMany({ id: 'people', label: say.who(regionName(context, region)), choices })]
          : [paragraph(say.noMore)]),
        ...(left > 0 ? [remark(say.more(left))] : []),
      ],
      [
        ...(choices.length > 0 ? [submit(button.add, 'setupAdvisors', { of: region })] : []),
        ...(regions.length > 1 ? [submit(button.next, 'setupTeam')] : []),
      ],
    ),
  };
}

// --- askers ---

/** What the askers are told, ready to be copied. */
export function tellDialog(county: County, language: Language): Dialog {
  const { tell: say } = readingIn(county, language).texts.setup;
  const text = say.text(
    county.lineName[language],
    hoursText(county.opening, language),
    county.emergency.number,
  );
  return {
    title: say.title,
    card: card({ language, says: say.title }, [
      textBox({ id: 'copy', label: say.label, lines: 'many', value: text }),
    ]),
  };
}
