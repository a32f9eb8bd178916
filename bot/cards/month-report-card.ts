/** A month's report as supervisors see it in their channel. */
import type { County, Language, Words } from '../domain/county.ts';
import { type Change, perCent } from '../domain/tally/changes.ts';
import type { Share } from '../domain/tally/figures.ts';
import type { MonthReport, ReportFigures } from '../domain/tally/month-report.ts';
import { channels } from '../domain/tally/tally.ts';
import { monthName } from '../words/month-name.ts';
import { actNow, openLink, rarely } from './elements/actions.ts';
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
import { type Reading, readingIn } from './wording/case-words.ts';

type Row = readonly [title: string, value: string | undefined];

/** `tabLink`: where the tab's tallies of that month open. */
export function monthReportCard(
  report: MonthReport,
  {
    county,
    language,
    tabLink,
  }: { readonly county: County; readonly language: Language; readonly tabLink: string },
): Card {
  const reading = readingIn(county, language);
  const say = reading.texts.report;
  const title = say.title(monthName(language, report.month));
  return card(
    { language, says: title },
    [
      heading(title),
      facts([[say.contacts, String(report.figures.contacts)], ...comparedRow(reading, report)]),
      ...(report.comparedWith === 'nothing' ? [remark(say.nothingToCompare)] : changesIn(reading, report)),
      facts(shareRows(reading, report.figures)),
      subheading(say.regions),
      facts(regionRows(reading, report.figures)),
      subheading(say.channels),
      facts(channels.map((one): Row => [say.channel[one], String(report.figures.channels[one])])),
    ],
    [openLink(say.open, tabLink), rarely(actNow(say.again, 'postReport', { month: report.month }))],
  );
}

function comparedRow({ texts }: Reading, { comparedWith, before }: MonthReport): Row[] {
  return comparedWith === 'nothing' || before === undefined
    ? []
    : [[texts.report.compared[comparedWith], String(before)]];
}

function changesIn(reading: Reading, { changes }: MonthReport): Element[] {
  const say = reading.texts.report;
  const told = changes.map((change) => paragraph(plain(changeText(reading, change))));
  return [subheading(say.changes), ...(told.length > 0 ? told : [remark(say.noChanges)])];
}

function shareRows(reading: Reading, figures: ReportFigures): Row[] {
  const say = reading.texts.report;
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

const regionRows = ({ county, language }: Reading, { regions }: ReportFigures): Row[] =>
  county.regions.map(({ id, name }) => [name[language], String(regions[id] ?? 0)]);

function changeText(reading: Reading, change: Change): string {
  const { changed } = reading.texts.report;
  const [now, before] = [String(change.now), String(change.before)];
  if (change.what !== 'count') return changed[change.what](now, before);
  if (change.of === 'all') return changed.all(now, before);
  return changed[change.of](valueName(reading, change), now, before);
}

/** What the value is called; an id since removed from the county file stands for itself. */
function valueName(reading: Reading, { of, value }: Extract<Change, { what: 'count' }>): string {
  const { county, language, texts } = reading;
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
