/** What the page asks the server to do to the opening hours. */
import type { OpeningException, OpenWeek } from '../../../../bot/domain/county.ts';
import type { Day } from '../../../../bot/domain/names.ts';

export type HoursRequest =
  | { readonly do: 'setWeek'; readonly week: OpenWeek }
  | ({ readonly do: 'setException'; readonly instead?: Day } & OpeningException)
  | { readonly do: 'removeException'; readonly day: Day }
  | { readonly do: 'confirm' }
  | { readonly do: 'restore'; readonly version: number };
