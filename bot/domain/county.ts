/** A county as data: its regions, places, services, hours and wording, and what is wrong with a county file. */
import type { CareId, CategoryId, Day, PlaceId, RedirectId, RegionId, ServiceId, TopicId } from './names.ts';

export type Language = 'fi' | 'sv' | 'en';
export const languages: readonly Language[] = ['fi', 'sv', 'en'];

/** The same words in every language a person may read. */
export type Words = { readonly [language in Language]: string };

export type Region = {
  readonly id: RegionId;
  readonly name: Words;
  /** The code the county's own statistics use. */
  readonly code: string;
  /** The neighbours that are offered an unclaimed case, nearest first. */
  readonly neighbours: readonly RegionId[];
  readonly phone?: string;
  readonly email?: string;
};

/** A name a client can live in. Two places may share a municipality and yet belong to different regions. */
export type Place = {
  readonly id: PlaceId;
  readonly name: Words;
  readonly region: RegionId;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly kind: 'municipality' | 'district';
  /** The place whose name people use also for this district (`kuopio` for Nilsiä). */
  readonly partOf?: PlaceId;
  /** The Finnish genitive, from which inflected forms are made: Varkauden, Iisalmen. */
  readonly genitive: string;
  /** How one lives there: `inner` Kuopiossa, `outer` Siilinjärvellä. */
  readonly locative: 'inner' | 'outer';
  /** The adjective of its people, without ending: kuopiolai, leppävirtalai. */
  readonly demonym?: string;
  /** Other names for the very same place. */
  readonly aliases: readonly string[];
};

/** A name people use that settles nothing: it is asked about, never guessed. */
export type UnsettledName = {
  readonly name: string;
  readonly genitive: string;
  readonly between: readonly PlaceId[];
};

/** A line of the county's service that a person's life situation leads to. */
export type Situation = {
  readonly id: PlaceId;
  readonly name: Words;
  readonly region: RegionId;
  /** Word beginnings that tell of the situation in free text. */
  readonly hints: readonly string[];
};

/** How the county finds the advisors: by where the client lives, or by the client's life situation. */
export type RoutingQuestion =
  | {
      readonly by: 'place';
      readonly ask: Words;
      readonly places: readonly Place[];
      readonly unsettled: readonly UnsettledName[];
    }
  | { readonly by: 'situation'; readonly ask: Words; readonly situations: readonly Situation[] };

/** What a topic sets going; the county may have several topics of one kind. */
export type TopicKind = 'assessment' | 'guidance' | 'concern' | 'crisis-place';
export type Topic = { readonly id: TopicId; readonly name: Words; readonly kind: TopicKind };

export type Category = { readonly id: CategoryId; readonly name: Words };

/** A short-term service the line may grant (seed 001). Its amounts are in `unit`: 2 meals a day. */
export type TemporaryService = {
  readonly id: ServiceId;
  readonly name: Words;
  readonly unit: Words;
  readonly maxDays: number;
  readonly maxAmount: number;
  readonly onlyWhenOpen: boolean;
  /** Days before its end on which the region is reminded. */
  readonly remindDaysBefore: number;
  /** False until the customer has said that these limits are its own. */
  readonly confirmed: boolean;
};

/** A service relationship the client may already have, and what it means for the line (seed 001, its goals). */
export type Care = {
  readonly id: CareId;
  readonly name: Words;
  /** `own-team`: the responsible team answers, not the line; `flagged`: the line takes it and says so. */
  readonly means: 'line' | 'own-team' | 'flagged';
};

export type ResponsibleTeam = {
  readonly care: CareId;
  /** Without regions the team answers for all of them. */
  readonly regions?: readonly RegionId[];
  readonly name: Words;
  readonly phone?: string;
};

/** Where a contact that is not the line's own goes, from the county's list. */
export type RedirectTarget = {
  readonly id: RedirectId;
  readonly name: Words;
  readonly contact?: Words;
  /** Counted as failure demand (häiriökysyntä). */
  readonly misdirected: boolean;
};

/** `08:00`–`16:00` on the county's wall clock. */
export type OpenHours = { readonly from: string; readonly to: string };
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type OpenWeek = { readonly [weekday in Weekday]: readonly OpenHours[] };
/** A day with hours of its own, holiday or not; without any the line is closed. `note`: why. */
export type OpeningException = {
  readonly day: Day;
  readonly hours: readonly OpenHours[];
  readonly note?: string;
};
export type OpeningHours = {
  /** False until the customer has said so. */
  readonly confirmed: boolean;
  readonly week: OpenWeek;
  /** The weeks before this one, oldest first, each for the days before `until`: the past keeps its hours. */
  readonly formerWeeks?: readonly { readonly until: Day; readonly week: OpenWeek }[];
  readonly exceptions: readonly OpeningException[];
};

/** The most urgent first. */
export const urgencies = ['urgent', 'today', 'normal'] as const;
export type Urgency = (typeof urgencies)[number];
/** Minutes of opening time. */
export type AnswerPromise = {
  readonly answerWithin: number;
  readonly remindAfter: number;
  readonly rescueAfter: number;
};

export type ServiceFinder = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly what: Words;
};

export type County = {
  readonly id: string;
  readonly name: Words;
  /** What the line is called in this county. */
  readonly lineName: Words;
  /** The language of the region channels' cards. */
  readonly channelLanguage: Language;
  readonly regions: readonly Region[];
  readonly routing: RoutingQuestion;
  readonly opening: OpeningHours;
  readonly promises: { readonly [urgency in Urgency]: AnswerPromise };
  readonly topics: readonly Topic[];
  readonly categories: readonly Category[];
  readonly services: readonly TemporaryService[];
  readonly cares: readonly Care[];
  readonly teams: readonly ResponsibleTeam[];
  readonly redirects: readonly RedirectTarget[];
  /** The door for clients, relatives and outside actors (seed 001: Ikäkeskus). */
  readonly clientDoor: { readonly name: Words; readonly contact: Words };
  readonly emergency: {
    readonly number: string;
    /** `phone` in words: until it is confirmed there is no number to show, only that one is missing. */
    readonly social: { readonly name: Words; readonly phone: Words; readonly confirmed: boolean };
  };
  readonly finders: readonly ServiceFinder[];
  readonly assessment: {
    /** SHL 36 §: at the latest on this working day. */
    readonly workingDays: number;
    readonly warnOnDay: number;
    /** For others than those 36 § names; a target, labelled as one. */
    readonly targetDays: number;
  };
  /** Days after closing when text and identity are purged. */
  readonly purgeAfterDays: number;
  /** Askers are asked what they thought, unless this is false. */
  readonly feedback?: boolean;
  /** Links of the line's own phone, told when Teams or storage fails. */
  readonly linePhone?: string;
};

/** The region of that id. @throws when the county has none: the id did not come from this county. */
export function regionOf(county: County, id: RegionId): Region {
  const region = county.regions.find((one) => one.id === id);
  if (!region) throw new Error(`County ${county.id} has no region ${id}`);
  return region;
}
