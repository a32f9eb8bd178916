/** The card that leads supervisors through taking the line into use, step by step, with how far each has come. */
import type { County, Language } from '../../domain/county.ts';
import { type ChannelCheck, checkState } from '../../domain/setup/check.ts';
import {
  isDone,
  isReady,
  type RegionSetup,
  type SetupStep,
  type SetupView,
  seenIn,
  toCheck,
} from '../../domain/setup/setup.ts';
import { momentText } from '../../words/when.ts';
import { actNow, buttons, openDialog, openLink, rarely } from '../elements/actions.ts';
import {
  type Action,
  badge,
  type Card,
  card,
  type Element,
  facts,
  heading,
  panel,
  paragraph,
  plain,
  remark,
  ruled,
  subheading,
} from '../elements/elements.ts';
import { type CardContext, readingIn, regionName } from '../wording/case-words.ts';

/** `settings` and `instructions` open the tab there. */
export type SetupLinks = { readonly settings: string; readonly instructions: string };

type BoardContext = { readonly view: SetupView; readonly context: CardContext; readonly links: SetupLinks };

const steps: readonly SetupStep[] = ['channels', 'advisors', 'check', 'settings', 'tell'];

export function setupBoard(view: SetupView, county: County, language: Language, links: SetupLinks): Card {
  const context = readingIn(county, language);
  const say = context.texts.setup;
  const board = { view, context, links };
  const again = resends(board);
  return card(
    { language, says: say.title },
    [
      heading(say.title),
      isReady(view) ? badge(say.ready, 'good') : badge(say.notReady, 'warning'),
      remark(say.goesOn),
      ...steps.flatMap((step, n) => drawStep(board, step, n + 1)),
    ],
    [actNow(say.button.refresh, 'setupRefresh', {}), ...again],
  );
}

function drawStep(board: BoardContext, step: SetupStep, n: number): Element[] {
  const { view, context } = board;
  const say = context.texts.setup;
  const isOver = isDone(step, view);
  const title =
    step === 'tell'
      ? `${n}. ${say.steps[step]}`
      : say.step(String(n), say.steps[step], isOver ? say.done : say.todo);
  const actions = actionsOf(board, step);
  return [
    // a bare `2.` would begin a list of its own, at 1
    ruled(subheading(plain(title))),
    ...(isOver ? [] : [remark(say.why[step])]),
    ...standing(board, step),
    ...(actions.length > 0 ? [buttons(actions)] : []),
  ];
}

function standing({ view, context }: BoardContext, step: SetupStep): Element[] {
  const say = context.texts.setup;
  const isBegun = view.regions.some(({ channel }) => channel);
  const perRegion = (tell: (one: RegionSetup) => string) =>
    view.regions.map((one) => [regionName(context, one.region), plain(tell(one))] as const);
  switch (step) {
    case 'channels':
      return channelRows(view, context);
    case 'advisors':
      return isBegun
        ? [facts(perRegion(({ advisors }) => advisors.join(', ') || say.noAdvisors))]
        : [paragraph(say.first)];
    case 'check':
      return isBegun ? [facts(perRegion((one) => checkText(context, view, one)))] : [paragraph(say.first)];
    case 'settings':
      return [
        ...view.unconfirmed.map((what) => paragraph(say.unconfirmed[what])),
        ...(view.drafts > 0 ? [paragraph(say.drafts(view.drafts))] : []),
      ];
    case 'tell':
      return [];
  }
}

function channelRows({ regions, supervisorsChannel }: SetupView, context: CardContext): Element[] {
  const { setup: say, advisor } = context.texts;
  const all = [
    ...regions.map(({ region, channel }) => ({ name: regionName(context, region), channel })),
    { name: say.supervisors, channel: supervisorsChannel },
  ];
  const broken = all.flatMap(({ name, channel }) =>
    channel?.broken ? [`${name}: ${advisor.supervising.broken[channel.broken]}`] : [],
  );
  return [
    facts(all.map(({ name, channel }) => [name, plain(channel?.name ?? say.noChannel)])),
    ...(broken.length > 0
      ? [
          panel(
            'attention',
            broken.map((words) => paragraph(plain(words))),
          ),
        ]
      : []),
  ];
}

function checkText(
  context: CardContext,
  { at }: SetupView,
  { channel, check, advisors }: RegionSetup,
): string {
  const say = context.texts.setup;
  const state = checkState(check, at);
  if (!channel) return say.check.needsChannel;
  if (!check || state === 'not-sent') return say.check['not-sent'];
  const sent = momentText(context.language, check.sentAt, at);
  switch (state) {
    case 'sending':
      return say.check.sending;
    case 'unsure':
      return say.check.unsure(sent);
    case 'waiting':
      return advisors.length > 0 ? say.check.waiting(sent) : say.check.nobody;
    case 'failed':
      return say.check.failed(say.failure[check.failed ?? 'later']);
    case 'received':
    case 'not-edited':
      return receivedText(context, at, check);
  }
}

function receivedText(
  { language, texts }: CardContext,
  now: SetupView['at'],
  { received, edited }: ChannelCheck,
): string {
  const say = texts.setup;
  if (!received) return '';
  if (edited && edited !== 'done') return say.check['not-edited'](received.by.name, say.failure[edited]);
  return say.check.received(received.by.name, momentText(language, received.at, now));
}

function actionsOf({ view, context, links }: BoardContext, step: SetupStep): readonly Action[] {
  const { button } = context.texts.setup;
  switch (step) {
    case 'channels':
      return [openDialog(button.channels, 'setupChannels')];
    case 'advisors':
      return view.regions.some(({ channel }) => channel)
        ? [openDialog(button.advisors, 'setupAdvisors')]
        : [];
    case 'check':
      return toCheck(view).length > 0
        ? [actNow(button.send, 'setupTest', { of: 'all', seen: seenIn(view) })]
        : [];
    case 'settings':
      return [
        ...(view.unconfirmed.length > 0 ? [openLink(button.settings, links.settings)] : []),
        ...(view.drafts > 0 ? [openLink(button.instructions, links.instructions)] : []),
      ];
    case 'tell':
      return [openDialog(button.tell, 'setupTell')];
  }
}

/** For those whose test went out: a person may want another, whatever became of it. */
function resends({ view, context }: BoardContext): readonly Action[] {
  const { button } = context.texts.setup;
  const sent = view.regions.filter(
    ({ channel, check }) => channel && check && checkState(check, view.at) !== 'sending',
  );
  return sent.map(({ region }) =>
    rarely(
      actNow(button.sendAgain(regionName(context, region)), 'setupTest', { of: region, seen: seenIn(view) }),
    ),
  );
}
