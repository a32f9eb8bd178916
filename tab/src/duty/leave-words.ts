/** Absences and the refusals about them in words. */
import type { LeaveRefusal } from '../../../bot/domain/duty.ts';
import type { DutyView } from '../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import { dayText } from '../instructions/day-text.ts';

/** `Poissa 15.12.2026 asti`, or that they are here. */
export function leaveWords(
  { duty, language }: TabTexts,
  { lastDayAway }: Pick<DutyView, 'lastDayAway'>,
): string {
  return lastDayAway ? duty.away(dayText(language, lastDayAway)) : duty.here;
}

/** What a change of somebody's absence has come to. */
export function savedWords({ duty, language }: TabTexts, name: string, { lastDayAway }: DutyView): string {
  return lastDayAway ? duty.saved(name, dayText(language, lastDayAway)) : duty.ended(name);
}

export function noWords({ duty: { no: words }, language }: TabTexts, no: LeaveRefusal): string {
  return no.refused === 'day-too-far' ? words[no.refused](dayText(language, no.last)) : words[no.refused];
}
