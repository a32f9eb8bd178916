/** Remembers, in this browser, up to where a person has read each place. */

import type { SeenMessage } from '../people/seeing.ts';
import type { Toast } from '../service/world.ts';

export interface ReadMarks {
  saw(place: string, messages: readonly SeenMessage[]): void;
  /** How many messages of others came after what was read. */
  unread(place: string, messages: readonly SeenMessage[], person: string): number;
  sawToasts(toasts: readonly Toast[]): void;
  unseenToasts(toasts: readonly Toast[]): number;
}

export function createReading(person: string): ReadMarks {
  const at = (place: string) => Number(localStorage.getItem(`read ${person} ${place}`) ?? 0);
  const remember = (place: string, ids: readonly string[]) => {
    const newest = Math.max(0, ...ids.map(Number));
    if (newest > at(place)) localStorage.setItem(`read ${person} ${place}`, String(newest));
  };
  return {
    saw: (place, messages) =>
      remember(
        place,
        messages.map(({ id }) => id),
      ),
    unread: (place, messages, reader) =>
      messages.filter(({ id, from }) => from !== reader && Number(id) > at(place)).length,
    sawToasts: (toasts) =>
      remember(
        'toasts',
        toasts.map(({ message }) => message),
      ),
    unseenToasts: (toasts) =>
      toasts.filter(({ message, place }) => Number(message) > Math.max(at('toasts'), at(place))).length,
  };
}
