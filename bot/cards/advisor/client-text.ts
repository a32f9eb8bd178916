/** A case as plain text, to be copied into the client information system. It holds only what was said here. */

import type { Case, Utterance } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County } from '../../domain/county.ts';
import {
  askerText,
  type Reading,
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
  const reading = readingIn(county, county.channelLanguage);
  return [...headOf(reading, one), ...outcomeLines(reading, one), ...saidLines(reading, said)].join('\n');
}

function headOf(reading: Reading, one: Case): string[] {
  const { common, advisor } = reading.texts;
  const say = advisor.clientSystem;
  const region = regionName(reading, one.region);
  return [
    say.title(reading.county.lineName[reading.language], spokenCaseId(one.id)),
    say.received(whenText(reading, one.receivedAt)),
    say.asker(askerText(one)),
    one.place ? say.place(whereText(reading, one), region) : say.region(region),
    say.topic(topicName(reading, one)),
    say.urgency(common.urgency[one.urgency]),
    ...(one.status === 'closed' ? [say.closed(whenText(reading, one.closedAt))] : []),
  ];
}

function outcomeLines(reading: Reading, one: Case): string[] {
  if (one.outcomes.length === 0) return [];
  const lines = one.outcomes.map((outcome) => {
    const { line, notes, todo } = outcomeWords(reading, outcome);
    return `- ${[line, ...notes, ...(todo ? [todo] : [])].join('. ')}`;
  });
  return ['', reading.texts.advisor.clientSystem.outcomes, ...lines];
}

function saidLines(reading: Reading, said: readonly Utterance[]): string[] {
  const say = reading.texts.advisor;
  const lines = said.flatMap(({ at, name, kind, text }) => [
    '',
    `${whenText(reading, at)} ${name} ${say.channel.saidHow[kind]}:`,
    withTitles(text),
  ]);
  return ['', say.clientSystem.said, ...lines];
}
