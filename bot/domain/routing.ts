/** Whose case it is: the county's routing question and the client's present care decide (seed 001, its goals). */
import type {
  Care,
  County,
  Place,
  RedirectTarget,
  ResponsibleTeam,
  Situation,
  TemporaryService,
  Topic,
  Words,
} from './county.ts';
import type { CareId, PlaceId, RedirectId, RegionId, ServiceId, TopicId } from './names.ts';

/** What is known of a question when it is sent; what comes from outside may name things the county has not. */
export type RoutingAnswer = {
  readonly place?: PlaceId;
  readonly care?: CareId;
  readonly topic?: TopicId;
  /** The asker has been shown the client's own team and still wants the line. */
  readonly insist: boolean;
  /** Whether the line is open at this moment. */
  readonly open: boolean;
};

export type Route =
  | {
      readonly to: 'advisors';
      readonly region: RegionId;
      /** Present care that the line takes on all the same, and must be told of. */
      readonly flagged?: CareId;
      /** Counted as failure demand: the client's own team should have been asked. */
      readonly misdirected: boolean;
    }
  | {
      readonly to: 'own-team';
      readonly care: CareId;
      readonly teams: readonly ResponsibleTeam[];
      readonly region?: RegionId;
    }
  | { readonly to: 'closed'; readonly emergency: County['emergency'] }
  | { readonly to: 'choose'; readonly between: readonly PlaceId[] }
  | { readonly to: 'unknown' };

/**
 * Decides where a question goes.
 * - A crisis place is arranged only while the line is open (seed 001): otherwise the emergency service, at once.
 * - Home care or housing: the client's own team, unless the asker insists.
 * - Informal care: seed 001 leaves it open; the line takes it and is told.
 * - Otherwise the region's advisors; without a place it must be chosen, and a place of no region is unknown.
 */
export function route(county: County, answer: RoutingAnswer): Route {
  const { emergency } = county;
  if (!answer.open && isForOpenHours(county, answer.topic)) return { to: 'closed', emergency };

  const care = answer.care && careOf(county, answer.care);
  const region = regionFor(county, answer.place);
  if (care?.means === 'own-team' && !answer.insist) return toOwnTeam(county, care, region);

  if (region) return toAdvisors(region, care);
  return answer.place ? { to: 'unknown' } : { to: 'choose', between: placesOf(county).map(({ id }) => id) };
}

function isForOpenHours(county: County, topic: TopicId | undefined): boolean {
  return topic !== undefined && topicOf(county, topic)?.kind === 'crisis-place';
}

/** A county that works without regions has one, and need not ask. */
function regionFor(county: County, place: PlaceId | undefined): RegionId | undefined {
  if (place) return regionOfPlace(county, place);
  return county.regions.length === 1 ? county.regions[0]?.id : undefined;
}

function toOwnTeam(county: County, care: Care, region: RegionId | undefined): Route {
  const teams = teamsOf(county, care.id, region);
  return { to: 'own-team', care: care.id, teams, ...(region && { region }) };
}

function toAdvisors(region: RegionId, care: Care | undefined): Route {
  const flagged = care?.means === 'flagged' ? { flagged: care.id } : {};
  return { to: 'advisors', region, misdirected: care?.means === 'own-team', ...flagged };
}

/** The teams that answer for this care: in the region, or in all of them while the region is not known. */
export function teamsOf(county: County, care: CareId, region?: RegionId): readonly ResponsibleTeam[] {
  return county.teams.filter(
    (team) => team.care === care && (!region || !team.regions || team.regions.includes(region)),
  );
}

function choicesOf({ routing }: County): readonly (Place | Situation)[] {
  return routing.by === 'place' ? routing.places : routing.situations;
}

/** What the asker chooses from, in the order of the county file: places, or life situations. */
export function placesOf(county: County): readonly { readonly id: PlaceId; readonly name: Words }[] {
  return choicesOf(county).map(({ id, name }) => ({ id, name }));
}

/** The region of a place or a life situation; undefined when the county has no such place. */
export function regionOfPlace(county: County, id: PlaceId): RegionId | undefined {
  return choicesOf(county).find((choice) => choice.id === id)?.region;
}

/** The name of a place; its bare id when an old case lives in a place since removed from the county file. */
export function placeName(county: County, id: PlaceId): Words {
  return choicesOf(county).find((choice) => choice.id === id)?.name ?? { fi: id, sv: id, en: id };
}

export function topicOf(county: County, id: TopicId): Topic | undefined {
  return county.topics.find((topic) => topic.id === id);
}

export function serviceOf(county: County, id: ServiceId): TemporaryService | undefined {
  return county.services.find((service) => service.id === id);
}

export function careOf(county: County, id: CareId): Care | undefined {
  return county.cares.find((care) => care.id === id);
}

export function redirectOf(county: County, id: RedirectId): RedirectTarget | undefined {
  return county.redirects.find((target) => target.id === id);
}
