/** A month's report as supervisors see it in their channel. */
import type { County, Language, Words } from '../domain/county.ts';
import { perCent, type TallyChange } from '../domain/tally/changes.ts';
import type { Share } from '../domain/tally/figures.ts';
import type { MonthReport, ReportFigures } from '../domain/tally/month-report.ts';
import { channels } from '../domain/tally/tally.ts';
import { monthName } from '../words/month-name.ts';
import { actNow, openLink, rarely } from './elements/actions.ts';
import type { Fact } from './elements/elements.ts';
import {
  type Card,
  card,
  type Element,
  facts,
  heading,
  paragraph,
  plain,
  remark,
  subheading,
} from './elements/elements.ts';
import { type CardContext, readingIn } from './wording/case-words.ts';

/** `tabLink`: where the tab's tallies of that month open. */
export function monthReportCard(
  report: MonthReport,
  {
    county,
    language,
    tabLink,
  }: { readonly county: County; readonly language: Language; readonly tabLink: string },
): Card {
  const context = readingIn(county, language);
  const say = context.texts.report;
  const title = say.title(monthName(language, report.month));
  return card(
    { language, says: title },
    [
      heading(title),
      facts([[say.contacts, String(report.figures.contacts)], ...comparedRow(context, report)]),
      ...(report.comparedWith === 'nothing' ? [remark(say.nothingToCompare)] : changesIn(context, report)),
      facts(shareRows(context, report.figures)),
      subheading(say.regions),
      facts(regionRows(context, report.figures)),
      subheading(say.channels),
      facts(channels.map((one): Fact => [say.channel[one], String(report.figures.channels[one])])),
    ],
    [openLink(say.open, tabLink), rarely(actNow(say.again, 'postReport', { month: report.month }))],
  );
}

function comparedRow({ texts }: CardContext, { comparedWith, before }: MonthReport): Fact[] {
  return comparedWith === 'nothing' || before === undefined
    ? []
    : [[texts.report.compared[comparedWith], String(before)]];
}

function changesIn(context: CardContext, { changes }: MonthReport): Element[] {
  const say = context.texts.report;
  const told = changes.map((change) => paragraph(plain(changeText(context, change))));
  return [subheading(say.changes), ...(told.length > 0 ? told : [remark(say.noChanges)])];
}

function shareRows(context: CardContext, figures: ReportFigures): Fact[] {
  const say = context.texts.report;
  const { toAnswer } = figures;
  const share = (one: Share) =>
    one.of === 0 ? undefined : say.shareOf(String(perCent(one)), String(one.n), String(one.of));
  return [
    [say.toAnswer, toAnswer && say.times(String(toAnswer.median), String(toAnswer.p90))],
    [say.promises, share(figures.promises)],
    [say.misdirected, share(figures.misdirected)],
    [say.digital, share(figures.digital)],
  ];
}

const regionRows = ({ county, language }: CardContext, { regions }: ReportFigures): Fact[] =>
  county.regions.map(({ id, name }) => [name[language], String(regions[id] ?? 0)]);

function changeText(context: CardContext, change: TallyChange): string {
  const { changed } = context.texts.report;
  const [now, before] = [String(change.now), String(change.before)];
  if (change.what !== 'count') return changed[change.what](now, before);
  if (change.of === 'all') return changed.all(now, before);
  return changed[change.of](valueName(context, change), now, before);
}

/** What the value is called; an id since removed from the county file stands for itself. */
function valueName(context: CardContext, { of, value }: Extract<TallyChange, { what: 'count' }>): string {
  const { county, language, texts } = context;
  const named = (all: readonly { readonly id: string; readonly name: Words }[]) =>
    all.find(({ id }) => id === value)?.name[language];
  const words: { readonly [value: string]: string } = {
    ...(of === 'channel' && texts.report.channel),
    ...(of === 'outcome' && texts.common.outcome),
    ...(of === 'concern' && { ...texts.common.urgency, unassessed: texts.report.unassessed }),
  };
  const ofCounty = { region: county.regions, topic: county.topics, service: county.services };
  const lists: { readonly [dimension: string]: Parameters<typeof named>[0] } = {
    ...ofCounty,
    redirect: county.redirects,
  };
  return words[value] ?? named(lists[of] ?? []) ?? value;
}
