/** What every part of one person's half of the page needs: who, what they see, their words and their theme. */

import type { ActOutcome } from '../people/acting.ts';
import type { Toast } from '../service/world.ts';
import type { CardTheme } from './host-config.ts';
import type { PageView } from './server/page-api.ts';
import type { PageTexts } from './texts.ts';

export type PageSection = 'activity' | 'chat' | 'teams' | 'app';

/** Where the person is: which section, and which place is open in it. */
export interface Where {
  section: PageSection;
  /** The open channel. */
  channel?: string;
  /** On a narrow screen either the list or the conversation is seen. */
  isOpen: boolean;
}

export interface Scene {
  readonly view: PageView;
  readonly texts: PageTexts;
  readonly theme: CardTheme;
  /** Does a deed on the server as this person. */
  readonly act: (deed: string, body?: object) => Promise<ActOutcome>;
  /** Draws this half again after something that only this half knows. */
  readonly redraw: () => void;
}

/** What stands under Activity: mentions and alerts, not every message of the chat, as in Teams. */
export function activityOf({ toasts }: PageView): readonly Toast[] {
  return toasts.filter(({ inFeed }) => inFeed);
}

export function timeOf({ view }: Scene, at: string | number | Date): string {
  const { locale } = view.person;
  const day = (moment: Date) => moment.toLocaleDateString(locale, { timeZone: view.timezone });
  const moment = new Date(at);
  const time = moment.toLocaleTimeString(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: view.timezone,
  });
  if (day(moment) === day(new Date())) return time;
  const date = moment.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'numeric',
    timeZone: view.timezone,
  });
  return `${date} ${time}`;
}
