/** The words that make somebody's phone ring: who did what in which case; never the question, never a client. */

import type { Case, Ring } from '../domain/case/case.ts';
import { isHeld } from '../domain/case/case.ts';
import { spokenCaseId } from '../domain/case/case-id.ts';
import type { County, Language } from '../domain/county.ts';
import { outsiderActions } from './advisor/case-actions.ts';
import { type Card, card, heading, type Mention, paragraph, plain, remark } from './elements/elements.ts';
import { caseName, readingIn, regionName, statePanel, titleOf, whenText } from './wording/case-words.ts';

export type RingMessage = {
  /** Mentions stand in it as `<at>name</at>`. */
  readonly text: string;
  /** What a toast shows: the same without mentions. */
  readonly summary: string;
  readonly mentions: readonly Mention[];
};

/** A name as it may stand between `<at>` and `</at>`: its own signs must not end the mention. */
export const mentionable = ({ name, teamsId }: Mention): Mention => ({
  name: name.replace(/[<>&]/g, ' ').trim() || '·',
  teamsId,
});

/** `<at>Ada Aalto</at>, <at>Cia Cederberg</at>` */
export const mentionsLine = (mentions: readonly Mention[]): string =>
  mentions.map((mention) => `<at>${mentionable(mention).name}</at>`).join(', ');

/**
 * What is said when that ring is sent: to the asker in their chat, to all others in a channel's thread.
 * `language` is the reader's: the asker's own, or the channel's.
 */
export function ringMessage(
  ring: Pick<Ring, 'to' | 'about'>,
  one: Case,
  county: County,
  language: Language,
  mentions: readonly Mention[] = [],
): RingMessage {
  const context = readingIn(county, language);
  const say = context.texts.advisor.ring;
  const id = spokenCaseId(one.id);
  const summary =
    ring.to === 'asker'
      ? say.toAsker[ring.about](id, speakerOf(one) ?? say.someone)
      : `${regionName(context, one.region)}: ${isGiven(ring) ? say.given(id) : say.toAdvisors[ring.about](id)}`;
  const called = mentions.map(mentionable);
  const text = called.length > 0 ? `${mentionsLine(called)} · ${plain(summary)}` : plain(summary);
  return { text, summary, mentions: called };
}

/** The same deed gives a case to a colleague and back to the queue. */
const isGiven = ({ to, about }: Pick<Ring, 'to' | 'about'>) => to === 'holder' && about === 'handed-over';

/** The advisor whose deed it was: who closed the case, who has it, or who spoke last. */
function speakerOf(one: Case): string | undefined {
  if (one.status === 'closed') return one.closedBy.name;
  if (isHeld(one)) return one.holder.name;
  return one.said.findLast(({ by }) => by === 'advisor')?.name;
}

/**
 * Offers an unclaimed case to the neighbouring region or to the supervisors. This card is never redrawn: it holds
 * neither the question nor anything else that must be purged; the dialog shows the question.
 */
export function rescueCard(one: Case, county: County, language: Language): Card {
  const context = readingIn(county, language);
  const say = context.texts.advisor;
  const says = `${regionName(context, one.region)}: ${say.ring.toAdvisors.rescued(spokenCaseId(one.id))}`;
  return card(
    { language, says },
    [
      statePanel(context, one),
      heading(plain(say.lists.rescue(regionName(context, one.region)))),
      paragraph(plain(titleOf(context, one))),
      paragraph(say.lists.rescueWhy(whenText(context, one.waitingSince))),
      remark(`${caseName(context, one)}. ${say.lists.rescueNoQuestion}`),
    ],
    outsiderActions(context, one),
  );
}
