import type { Exact } from "../base/decimal.ts";
import type { FacilityId, RuleId, SiteId, ZoneId } from "../base/ids.ts";
import type { Facility } from "../model/facility.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import type { FireClass } from "../model/site.ts";

/** What can be done about a shortage (措施), the kinds that use what is there first. */
export const MEASURE_KINDS = [
  /** 移交: what is built and not handed over. */
  "hand_over",
  /** 启用: what is handed over and does not operate. */
  "put_to_use",
  /** 建成: what is planned, approved or under construction already. */
  "finish",
  /** 追缴: rooms that an estate was due and that are not there. */
  "reclaim",
  /** 购置. */
  "buy",
  /** 置换: rooms had for others. */
  "swap",
  /** 调剂: rooms of the community for other use. */
  "reallocate",
  /** 租赁. */
  "lease",
  /** 改造: an idle building of another use. */
  "convert",
  /** 扩建: more rooms at a facility that runs. */
  "enlarge",
  /** 新建. */
  "build",
  /** 幼儿园增设托班. */
  "add_nursery",
] as const;

export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Something that can be done at a facility or a site, in one size. */
export interface Measure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly place: Place;
  /** The facilities that it leaves: new ones, or those there are, otherwise. */
  readonly leaves: readonly Facility[];
  /** The facility as it runs now, of one that grows: only what it has beyond that is gained. */
  readonly runs?: Facility;
  /** 万元, once. */
  readonly cost: Exact;
  /** What it costs once is taken from the terms: nobody has stated it. */
  readonly isCostAssumed?: boolean;
  /** 万元 a year, for as long as it is used; absent: nothing. */
  readonly yearly?: Exact;
  /** The first calendar year in which it can serve; absent: at once. */
  readonly earliest?: number;
  /** For how many years, a lease or a transition period (过渡期); absent: for good. */
  readonly lifetime?: number;
  /** What has to hold and nobody has stated. */
  readonly conditions: readonly Condition[];
}

/** Where something is done; a zone, of rooms that it was due. */
export type Place = { readonly facility: FacilityId } | { readonly site: SiteId } | { readonly zone: ZoneId };

export type Condition =
  | "title"
  | "not-expropriated"
  | "storey"
  | "fire"
  | "registration"
  | "owed"
  | "cost"
  | "site-unknown"
  | "transition"
  | "area";

/** What can be done, and why other things cannot. */
export interface Measures {
  readonly measures: readonly Measure[];
  readonly refused: readonly Refusal[];
}

/** Why nothing is done at a place, or not for one subject. */
export interface Refusal {
  readonly place: Place;
  readonly subject?: CareSubject;
  readonly why: RefusalReason;
  /** The rule that it does not meet. */
  readonly rule?: RuleId;
}

export type RefusalReason =
  | "no-usable-area"
  | "to-be-expropriated"
  | "no-title"
  | "below-ground"
  | "too-small"
  | "storey-not-allowed"
  | "not-fire-safe"
  | "fire-class"
  | "no-years-left"
  | "no-such-facility"
  | "not-running"
  | "enlarged-by-another"
  | "size-not-known"
  | "not-registered"
  | "feeds-no-ratio"
  | "second-reading-only"
  | "no-place"
  | "no-pack"
  | "nobody-in-reach";

/** What measures cost and how large they are taken to be: assumed, and to be set by whoever knows better. */
export interface MeasureTerms {
  readonly costs: Readonly<Record<MeasureKind, MeasureCost>>;
  /** How many years a kind takes until it serves, and for how many it does; absent: none, and for good. */
  readonly years: Readonly<
    Partial<Record<MeasureKind, { readonly takes?: number; readonly lasts?: number }>>
  >;
  /** The highest storey of care rooms in a building of a fire class (耐火等级); of one that is not named any. */
  readonly fireClassStoreys: Readonly<Partial<Record<FireClass, number>>>;
  /** m² that one slot takes. */
  readonly m2PerSlot: number;
  /** m² of rooms for each m² of land, where a site states its land alone. */
  readonly floorPerLand: number;
  /** m² of rooms at a point of a grid, where nobody has named a site. */
  readonly gridM2: number;
  /** m², ascending: sizes that rooms of a site are cut to, beside all of it. */
  readonly sizes: Readonly<Record<CareSubject, readonly number[]>>;
}

/** 万元. */
export interface MeasureCost {
  /** For each m². */
  readonly perM2: number;
  /** For each place. */
  readonly once: number;
  /** For each m² and year. */
  readonly yearly?: number;
}

export function placeKey(place: Place): string {
  if ("zone" in place) return `zone ${place.zone}`;
  return "facility" in place ? `facility ${place.facility}` : `site ${place.site}`;
}

/** By which a place is asked for or barred: facilities and sites can be, rooms that a zone was due cannot. */
export function idIn(place: Place): FacilityId | SiteId {
  if ("zone" in place) return "";
  return "facility" in place ? place.facility : place.site;
}
