/** Texts that can't be mixed up: each id, day and moment has a type of its own. */
declare const kind: unique symbol;
type Name<Kind extends string> = string & { readonly [kind]: Kind };

/** Seven characters that can be said on the phone; the last one checks the others (case-id.ts). */
export type CaseId = Name<'case'>;
/** An employee's Entra object id. */
export type PersonId = Name<'person'>;
export type RegionId = Name<'region'>;
export type PlaceId = Name<'place'>;
export type TopicId = Name<'topic'>;
export type ServiceId = Name<'service'>;
export type CategoryId = Name<'category'>;
/** What the client already has (home care, housing, informal care …), as the county names it. */
export type CareId = Name<'care'>;
/** Why and where a contact was sent on, as the county names it. */
export type RedirectId = Name<'redirect'>;
/** A page of the shared instructions. */
export type InstructionId = Name<'instruction'>;
/** `2026-11`, on the county's wall. */
export type Month = Name<'month'>;
/** `2026-11-21`, on the county's wall. */
export type Day = Name<'day'>;
/** An instant as UTC text with milliseconds: `2026-11-21T08:30:00.000Z`. Sorts as it happened. */
export type Moment = Name<'moment'>;

export const caseId = (text: string) => text as CaseId;
export const personId = (text: string) => text as PersonId;
/** Nobody's id: who is meant where nothing was chosen. */
export const nobody = personId('nobody');
/** Whose id came from outside: nobody's, when it can be no employee's. */
export const readPersonId = (text: string | undefined): PersonId =>
  text !== undefined && /^[\w-]{1,80}$/.test(text) ? personId(text) : nobody;
export const regionId = (text: string) => text as RegionId;
export const placeId = (text: string) => text as PlaceId;
export const topicId = (text: string) => text as TopicId;
export const serviceId = (text: string) => text as ServiceId;
export const categoryId = (text: string) => text as CategoryId;
export const careId = (text: string) => text as CareId;
export const redirectId = (text: string) => text as RedirectId;
export const instructionId = (text: string) => text as InstructionId;
export const month = (text: string) => text as Month;
export const day = (text: string) => text as Day;
export const moment = (text: string) => text as Moment;
