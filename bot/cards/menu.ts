/** The first things an asker meets: the greeting, what can be done, and how the line works. */
import type { County, Language, OpenHours, OpeningHours, Weekday } from '../domain/county.ts';
import { hourText, weekdayName } from '../words/when.ts';
import { dangerLine } from './asker/urgent-help.ts';
import { actNow, openDialog, openLink, rarely } from './elements/actions.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  heading,
  paragraph,
  remark,
  subheading,
} from './elements/elements.ts';
import { recordButton } from './recording-dialog.ts';
import type { MenuItem } from './verbs/asker-readers.ts';
import { type CardContext, readingIn } from './wording/case-words.ts';

const item = ({ texts }: CardContext, name: MenuItem): Action =>
  actNow(texts.asker.button[name], 'menu', { item: name });

const concernButton = ({ texts }: CardContext): Action =>
  openDialog(texts.asker.question.toConcern, 'concern');

/** `advises`: for those who work on the line, their own as well. */
export function menuCard(language: Language, county: County, advises = false): Card {
  const context = readingIn(county, language);
  const { menu } = context.texts.asker;
  return card(
    { language, says: menu.heading },
    [heading(menu.heading), paragraph(menu.writeNow), dangerLine(context), keepNamesOut(context)],
    [
      item(context, 'my-questions'),
      concernButton(context),
      ...(advises ? [recordButton(language)] : []),
      item(context, 'help'),
    ],
  );
}

/** What the command for a concern report is answered with: the form itself opens only from a button. */
export function concernCard(language: Language, county: County): Card {
  const context = readingIn(county, language);
  const { button, menu } = context.texts.asker;
  return card(
    { language, says: button.concern },
    [heading(button.concern), dangerLine(context), paragraph(menu.concernHow)],
    [concernButton(context)],
  );
}

export function welcomeCard(language: Language, county: County): Card {
  const context = readingIn(county, language);
  const { welcome, menu, help } = context.texts.asker;
  const title = welcome.heading(county.lineName[language]);
  return card(
    { language, says: title },
    [
      heading(title),
      paragraph(welcome.what),
      paragraph(menu.howTo),
      dangerLine(context),
      remark(help.for),
      keepNamesOut(context),
    ],
    [concernButton(context), item(context, 'help')],
  );
}

const keepNamesOut = ({ texts }: CardContext) => remark(texts.asker.keepNamesOut);

/** `leads`: for supervisors, how to get to what only they can do. */
export function helpCard(language: Language, county: County, leads = false): Card {
  const context = readingIn(county, language);
  const { help } = context.texts.asker;
  const title = help.heading(county.lineName[language]);
  const { name, contact } = county.clientDoor;
  return card(
    { language, says: title },
    [
      heading(title),
      dangerLine(context),
      paragraph(help.for),
      paragraph(help.clientDoor(name[language], contact[language])),
      subheading(help.about),
      listed(help.reasons, '-'),
      paragraph(help.ownTeam),
      subheading(help.how),
      listed(help.steps, '1.'),
      keepNamesOut(context),
      ...hours(context),
      remark(help.commands(commandsText(context))),
      ...(leads ? [remark(context.texts.setup.inHelp)] : []),
    ],
    [item(context, 'my-questions'), concernButton(context), ...finders(context)],
  );
}

const listed = (lines: readonly string[], sign: string): Element =>
  paragraph(lines.map((line) => `${sign} ${line}`).join('\r'));

/** The first word of each command; the others work too. */
function commandsText({ texts }: CardContext): string {
  const { ask, concern, 'my-questions': mine, help, menu } = texts.common.commands;
  return [ask, concern, mine, help, menu].map(([first = '']) => first).join(' · ');
}

const finders = ({ county }: CardContext): Action[] =>
  county.finders.map(({ name, url }) => rarely(openLink(name, url)));

// --- opening hours ---

const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function hours(context: CardContext): Element[] {
  const { county, texts } = context;
  const { help, case: say } = texts.asker;
  return [
    paragraph(help.hours(hoursText(county.opening, context.language))),
    ...(county.opening.confirmed ? [] : [remark(help.hoursUnconfirmed)]),
    ...(county.linePhone ? [paragraph(say.callLine(county.linePhone))] : []),
  ];
}

/** `ma–pe 8.00–16.00`: weekdays with the same hours stand together. */
export function hoursText(opening: OpeningHours, language: Language): string {
  const text = (open: readonly OpenHours[]) =>
    open.map(({ from, to }) => `${hourText(language, from)}–${hourText(language, to)}`).join(', ');
  const runs: { from: Weekday; to: Weekday; open: string }[] = [];
  for (const day of week) {
    const open = text(opening.week[day]);
    const last = runs.at(-1);
    if (last?.open === open) last.to = day;
    else runs.push({ from: day, to: day, open });
  }
  const days = ({ from, to }: { from: Weekday; to: Weekday }) =>
    [...new Set([from, to])].map((day) => weekdayName(language, day)).join('–');
  return runs
    .filter(({ open }) => open !== '')
    .map((run) => `${days(run)} ${run.open}`)
    .join(', ');
}
