/** The dialog in which an advisor gives all of their open cases to a colleague. */

import type { Case, Person } from '../../../domain/case/case.ts';
import type { Refusal } from '../../../domain/case/command.ts';
import type { County, Language } from '../../../domain/county.ts';
import { submit } from '../../elements/actions.ts';
import { card, type Dialog, panel, paragraph } from '../../elements/elements.ts';
import { readingIn } from '../../wording/case-words.ts';
import { explain } from '../../wording/refusals.ts';
import { colleagueChoice } from './moves.ts';

/** Gives all of one's open cases to a colleague, at the end of a shift. */
export function handOverAllDialog(
  held: readonly Case[],
  colleagues: readonly Person[],
  county: County,
  language: Language,
  problem?: Refusal,
): Dialog {
  const context = readingIn(county, language);
  const say = context.texts.advisor;
  const title = say.action.handOverAll;
  const count = held.length;
  const canGive = count > 0 && colleagues.length > 0;
  const none = count === 0 ? say.lists.none : say.dialog.noColleagues;
  return {
    title,
    card: card(
      { language, says: title },
      [
        ...(problem ? [panel('attention', [paragraph(explain(problem, context.texts, county))])] : []),
        paragraph(canGive ? say.dialog.handOverAll(count) : none),
        ...(canGive ? [colleagueChoice(context, colleagues)] : []),
      ],
      canGive ? [submit(title, 'handOverAll')] : [],
    ),
  };
}
