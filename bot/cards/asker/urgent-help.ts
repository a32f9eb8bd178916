/** What comes before everything else on an asker's card: 112, and whom to call while the line is closed. */
import { nextOpening } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/names.ts';
import { type Container, type Element, panel, paragraph } from '../elements/elements.ts';
import { type CardContext, whenText } from '../wording/case-words.ts';

/** The line is closed: when it opens, and who helps until then. */
export function closedPanel(context: CardContext, now: Moment, more: readonly string[]): Container {
  const { county, language, texts } = context;
  const { social } = county.emergency;
  const opening = nextOpening(county.opening, now);
  const opens = opening && texts.common.opens(whenText(context, opening));
  const whom = texts.common.cannotWait(social.name[language], social.phone[language]);
  return panel('warning', [
    paragraph([texts.common.closedNow, opens].filter(Boolean).join(' ')),
    ...[...more, whom].map(paragraph),
  ]);
}

/** It is open and urgent, but closes before the promised time: who helps if nobody answers by then. */
export function closesFirstPanel({ county, language, texts }: CardContext): Container {
  const { social } = county.emergency;
  const lines = [
    texts.common.closesFirst,
    ...(county.linePhone ? [texts.asker.case.callLine(county.linePhone)] : []),
    texts.common.cannotWait(social.name[language], social.phone[language]),
  ];
  return panel('warning', lines.map(paragraph));
}

/** 112 comes first, always. */
export const dangerLine = ({ county, texts }: CardContext): Element =>
  paragraph(texts.common.danger(county.emergency.number));
