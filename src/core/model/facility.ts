import type { AdminCode, FacilityId, ZoneId } from "../base/ids.ts";
import type { Day, SquareMetres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { CheckStatus } from "./check-status.ts";
import type { FacilityKind, Subject } from "./facility-kind.ts";

/** A place that serves. Every absent member means that the source did not say. */
export interface Facility {
  readonly id: FacilityId;
  readonly name?: string;
  readonly kind: FacilityKind;
  /** Without it nobody knows whether the facility counts: it lets no rule pass. */
  readonly status?: FacilityStatus;
  /** Without it the facility is counted in its community only, never in a circle. */
  readonly at?: LngLat;
  readonly address?: string;
  readonly adminCode?: AdminCode;
  readonly street?: string;
  readonly community?: string;
  /** What it supplies in m², by subject. A functional area counts, the whole building never does. */
  readonly areas: readonly FunctionalArea[];
  /** Whole building, for information; no rule counts it. */
  readonly totalArea?: SquareMetres;
  /** Independent land of its own (独立占地), for the land rules. */
  readonly landArea?: SquareMetres;
  readonly slots?: number;
  readonly beds?: number;
  readonly nursingBeds?: number;
  /** Storey of the care rooms; the ground floor is 1, a basement is below 1. */
  readonly storey?: number;
  /** In a densely peopled area (人口密集区), as the reviewer found. */
  readonly denseArea?: boolean;
  readonly fireCompliant?: boolean;
  /** 备案. */
  readonly registered?: boolean;
  /** 普惠. */
  readonly inclusive?: boolean;
  /** The zone it was built for (配建). It serves that zone first. */
  readonly zone?: ZoneId;
  /**
   * Of the rooms of `zone`, whether others may use them too. Absent: they may not. Without `zone` it serves all; said so,
   * it is of no zone, and else perhaps of the one that it stands in.
   */
  readonly shared?: boolean;
  /** Zones that may pool these rooms (统筹配建), by agreement. Only such a row pools supply of new zones. */
  readonly pooling?: PoolingAgreement;
  /** 万元 that it takes, of one that is to come. */
  readonly investment?: number;
  /** Calendar year in which it is to serve. */
  readonly opens?: number;
  readonly phone?: string;
  readonly hours?: string;
  readonly source?: string;
  /** As of when the source says it. */
  readonly date?: Day;
  readonly checked?: CheckStatus;
  /** What the source did say, but nobody could read; in order, each once. Unlike what is absent, a doubt: no pass rests on it. */
  readonly unread?: readonly FacilityCell[];
}

/** What lets a facility count where the source does not state it, and so must be told from what is unreadable. */
export const FACILITY_CELLS = [
  "beds",
  "childcareArea",
  "communityArea",
  "elderlyArea",
  "landArea",
  "pooling",
  "slots",
  "storey",
] as const;

export type FacilityCell = (typeof FACILITY_CELLS)[number];

export interface FunctionalArea {
  readonly subject: Subject;
  readonly area: SquareMetres;
  /** 建筑面积 or 使用面积; gross if the source did not say. */
  readonly basis?: "gross" | "net";
}

/** What is absent, or names nobody, is not known. */
export interface PoolingAgreement {
  readonly zones: readonly ZoneId[];
  readonly approvedBy?: string;
  readonly date?: Day;
}

/** An agreement holds with its zones, who approved it and when. Without one of them nobody knows whether it does. */
export function isComplete({ zones, approvedBy = "", date }: PoolingAgreement): boolean {
  return zones.length > 0 && approvedBy.trim() !== "" && date !== undefined;
}

/** Of what is there or is to come. */
export const LIVING_STATUSES = [
  "built",
  "built_not_handed_over",
  "handed_over_not_operating",
  "under_construction",
  "approved_plan",
  "planned",
] as const;

/** Closed and converted ones serve nobody, whatever anybody chooses. */
export const FACILITY_STATUSES = [...LIVING_STATUSES, "closed", "converted"] as const;

export type FacilityStatus = (typeof FACILITY_STATUSES)[number];

export function hasEnded(status: FacilityStatus | undefined): boolean {
  return status === "closed" || status === "converted";
}

/** The functional area for a subject; `undefined` if the source did not give one. */
export function areaFor(facility: Pick<Facility, "areas">, subject: Subject): SquareMetres | undefined {
  let sum: number | undefined;
  for (const room of facility.areas) if (room.subject === subject) sum = (sum ?? 0) + room.area;
  return sum;
}
