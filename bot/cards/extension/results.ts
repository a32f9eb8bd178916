/** What a search in Teams finds, as a row to choose and as the card it puts into the chat: no free text, no asker. */

import { type Case, isHeld } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { threadLink } from '../../domain/case/thread-link.ts';
import type { County, Language } from '../../domain/county.ts';
import type { Subject } from '../../domain/instructions/instructions.ts';
import type { Moment } from '../../domain/names.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { openLink } from '../elements/actions.ts';
import {
  type Card,
  card,
  facts,
  heading,
  paragraph,
  plain,
  remark,
  shortened,
} from '../elements/elements.ts';
import { caseName, readingIn, regionName, titleOf, whenText } from '../wording/case-words.ts';

/** `title` and `text` stand in the list, `card` goes into the chat. */
export type SearchResult = { readonly title: string; readonly text: string; readonly card: Card };

/** The chat it is put into may be anybody's: where the case stands, not what it says or who asked. */
export function caseResult(one: Case, county: County, language: Language, now: Moment): SearchResult {
  const context = readingIn(county, language);
  const { advisor, extension } = context.texts;
  const say = extension.search;
  const [id, state] = [spokenCaseId(one.id), say.status[one.status]];
  const holder = isHeld(one) ? one.holder.name : undefined;
  const link = threadLink(one);
  return {
    title: `${id} · ${titleOf(context, one)}`,
    text: [state, holder].filter(Boolean).join(' · '),
    card: card(
      { language, says: caseName(context, one) },
      [
        heading(plain(titleOf(context, one))),
        facts([
          [advisor.channel.caseId, id],
          [advisor.channel.region, plain(regionName(context, one.region))],
          [say.state, state],
          [say.holder, holder && plain(holder)],
        ]),
        remark(say.asOf(whenText(context, now))),
      ],
      link ? [openLink(advisor.action.openThread, link)] : [],
    ),
  };
}

export type PageShown = {
  readonly subject: Subject;
  readonly version?: number;
  readonly title: string;
  readonly excerpt: string;
};

/** `link` opens the page in the tab, in the version that was found. */
export function instructionResult(page: PageShown, language: Language, link: string): SearchResult {
  const { library, extension } = textsFor(language);
  const subject = library.subject[page.subject];
  const about = page.version ? extension.search.version(subject, page.version) : subject;
  const excerpt = shortened(page.excerpt, 160);
  return {
    title: page.title,
    text: `${subject} · ${shortened(page.excerpt, 90)}`,
    card: card(
      { language, says: page.title },
      [heading(plain(page.title)), paragraph(plain(excerpt)), remark(plain(about))],
      [openLink(library.news.open, link)],
    ),
  };
}
