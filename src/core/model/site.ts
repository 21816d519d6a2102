import type { FacilityId, SiteId, ZoneId } from "../base/ids.ts";
import type { SquareMetres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";

/** A place where a facility could be built, enlarged, converted, leased or reclaimed (候选点). */
export interface CandidateSite {
  readonly id: SiteId;
  readonly name?: string;
  readonly kind?:
    | "vacant_land"
    | "public_building"
    | "commercial"
    | "workshop"
    | "school"
    | "kindergarten"
    | "community_rooms"
    | "other";
  readonly at: LngLat;
  /** Whose it is (权属单位). */
  readonly owner?: string;
  /** How it can be had (取得方式), each once. Absent: the city has it, and does with it what its kind says. */
  readonly ways?: readonly SiteWay[];
  /** A facility that runs, of which these are the rooms that could be added (扩建). */
  readonly enlarges?: FacilityId;
  /** The zone whose own the rooms would be (配建), as those are that it was due. */
  readonly zone?: ZoneId;
  readonly usableArea?: SquareMetres;
  readonly landArea?: SquareMetres;
  readonly storey?: number;
  /** 耐火等级, of which 1 is the best. */
  readonly fireClass?: FireClass;
  readonly fireCompliant?: boolean;
  /** In a densely peopled area (人口密集区). */
  readonly denseArea?: boolean;
  readonly titleCertificate?: boolean;
  readonly expropriationListed?: boolean;
  /** 万元 for all of it, by the first of its ways. */
  readonly cost?: number;
  /** 万元 a year for all of it, by the first of its ways. */
  readonly yearlyCost?: number;
  /** The first calendar year in which rooms can serve here. */
  readonly earliest?: number;
  /** For how many years the rooms may be used so: a lease, or what is left of a transition period (过渡期). */
  readonly usableYears?: number;
  /** Nobody has named it: land that would have to be found there. */
  readonly assumed?: true;
}

/** 自有, 购置, 租赁, 置换, 追缴. */
export const SITE_WAYS = ["own", "buy", "lease", "swap", "reclaim"] as const;
export type SiteWay = (typeof SITE_WAYS)[number];

export const FIRE_CLASSES = [1, 2, 3, 4] as const;
export type FireClass = (typeof FIRE_CLASSES)[number];
