import type { SiteId } from "../base/ids.ts";
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
    | "community_rooms"
    | "other";
  readonly at: LngLat;
  readonly usableArea?: SquareMetres;
  readonly landArea?: SquareMetres;
  readonly storey?: number;
  readonly titleCertificate?: boolean;
  readonly expropriationListed?: boolean;
  /** 万元. */
  readonly cost?: number;
}
