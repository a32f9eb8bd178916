/** A temporary service granted from the line: what it holds, its limits, and when it ends (seed 001-40). */
import { isDay } from './calendar.ts';
import type { County, TemporaryService } from './county.ts';
import type { Day, ServiceId } from './names.ts';

/** What an advisor grants. The administrative decision is made in the client system; `reference` points to it. */
export type GrantWish = {
  readonly service: ServiceId;
  readonly from: Day;
  readonly to: Day;
  readonly amount: number;
  readonly reference?: string;
};

export type GrantRefusal =
  | { readonly refused: 'unknown-choice'; readonly field: 'service' }
  | { readonly refused: 'wrong-dates'; readonly why: 'not-a-day' | 'ends-before-it-starts' }
  | {
      readonly refused: 'over-limit';
      readonly service: ServiceId;
      /** What the county allows of each that is over it: at least one of them. */
      readonly most: { readonly days?: number; readonly amount?: number };
    }
  | { readonly refused: 'only-when-open' };

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Days the service runs, both ends counted. */
export function daysOf(grant: Pick<GrantWish, 'from' | 'to'>): number {
  return dayNumber(grant.to) - dayNumber(grant.from) + 1;
}

/** Why the county's limits say no; undefined when they allow it. */
export function refuseGrant(county: County, wish: GrantWish, isOpen: boolean): GrantRefusal | undefined {
  const service = county.services.find(({ id }) => id === wish.service);
  if (!service) return { refused: 'unknown-choice', field: 'service' };
  if (!isDay(wish.from) || !isDay(wish.to)) return { refused: 'wrong-dates', why: 'not-a-day' };
  if (wish.to < wish.from) return { refused: 'wrong-dates', why: 'ends-before-it-starts' };
  if (service.onlyWhenOpen && !isOpen) return { refused: 'only-when-open' };
  return overLimit(service, wish);
}

function overLimit(service: TemporaryService, wish: GrantWish): GrantRefusal | undefined {
  const { id, maxDays, maxAmount } = service;
  const isTooLong = daysOf(wish) > maxDays;
  const isAmount = Number.isInteger(wish.amount) && wish.amount >= 1 && wish.amount <= maxAmount;
  if (!isTooLong && isAmount) return undefined;
  const most = { ...(isTooLong && { days: maxDays }), ...(!isAmount && { amount: maxAmount }) };
  return { refused: 'over-limit', service: id, most };
}
