/** What comes before everything else on an asker's card: 112, and whom to call while the line is closed. */
import { nextOpening } from '../domain/calendar.ts';
import { momentText } from '../domain/locales/when.ts';
import type { Moment } from '../domain/names.ts';
import type { Reading } from './case-words.ts';
import { type Container, type Element, panel, paragraph } from './elements.ts';

/** The line is closed: when it opens, and who helps until then. */
export function closedPanel(
  { county, language, texts }: Reading,
  now: Moment,
  more: readonly string[],
): Container {
  const { social } = county.emergency;
  const opening = nextOpening(county.opening, now);
  const opens = opening && texts.common.opens(momentText(language, opening, now));
  const whom = texts.common.cannotWait(social.name[language], social.phone[language]);
  return panel('warning', [
    paragraph([texts.common.closedNow, opens].filter(Boolean).join(' ')),
    ...[...more, whom].map(paragraph),
  ]);
}

/** 112 comes first, always. */
export const dangerLine = ({ county, texts }: Reading): Element =>
  paragraph(texts.common.danger(county.emergency.number));
