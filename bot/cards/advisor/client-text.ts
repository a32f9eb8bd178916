/** A case as plain text, to be copied into the client information system. It holds only what was said here. */

import type { Case, Utterance } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County } from '../../domain/county.ts';
import {
  askerText,
  type CardContext,
  readingIn,
  regionName,
  topicName,
  whenText,
  whereText,
} from '../wording/case-words.ts';
import { withTitles } from '../wording/cited-words.ts';
import { outcomeWords } from '../wording/outcome-words.ts';

/** In the channel's language: the language in which the county records. `said` is everything said, oldest first. */
export function clientSystemText(one: Case, said: readonly Utterance[], county: County): string {
  const context = readingIn(county, county.channelLanguage);
  return [...headOf(context, one), ...outcomeLines(context, one), ...saidLines(context, said)].join('\n');
}

function headOf(context: CardContext, one: Case): string[] {
  const { common, advisor } = context.texts;
  const say = advisor.clientSystem;
  const region = regionName(context, one.region);
  return [
    say.title(context.county.lineName[context.language], spokenCaseId(one.id)),
    say.received(whenText(context, one.receivedAt)),
    say.asker(askerText(one)),
    one.place ? say.place(whereText(context, one), region) : say.region(region),
    say.topic(topicName(context, one)),
    say.urgency(common.urgency[one.urgency]),
    ...(one.status === 'closed' ? [say.closed(whenText(context, one.closedAt))] : []),
  ];
}

function outcomeLines(context: CardContext, one: Case): string[] {
  if (one.outcomes.length === 0) return [];
  const lines = one.outcomes.map((outcome) => {
    const { line, notes, todo } = outcomeWords(context, outcome);
    return `- ${[line, ...notes, ...(todo ? [todo] : [])].join('. ')}`;
  });
  return ['', context.texts.advisor.clientSystem.outcomes, ...lines];
}

function saidLines(context: CardContext, said: readonly Utterance[]): string[] {
  const say = context.texts.advisor;
  const lines = said.flatMap(({ at, name, kind, text }) => [
    '',
    `${whenText(context, at)} ${name} ${say.channel.saidHow[kind]}:`,
    withTitles(text),
  ]);
  return ['', say.clientSystem.said, ...lines];
}
