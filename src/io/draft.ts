import type { Datum } from "../core/geo/lng-lat.ts";
import type { AdminUnit } from "../core/model/admin-unit.ts";
import type { Facility } from "../core/model/facility.ts";
import type { FacilityKind } from "../core/model/facility-kind.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";
import type { CandidateSite } from "../core/model/site.ts";
import { type Gathered, gathered } from "./gathered.ts";
import type { FileChoices, FileRole, ImportChoices } from "./import-report.ts";
import type { HouseholdEstimate } from "./to-model/to-zone.ts";

/** The tables of a project in the making, and what was said of the files. */
export interface Draft {
  readonly facilities: Gathered<Facility>;
  readonly zones: Gathered<ResidentialZone>;
  readonly sites: Gathered<CandidateSite>;
  readonly units: Gathered<AdminUnit>;
  /** As declared; absent: taken for WGS84. */
  readonly datum: Datum | undefined;
  /** The reference system of files that declare none. */
  readonly crs: string | undefined;
  /** By file, sheet or layer. */
  readonly byFile: Readonly<Record<string, FileChoices>>;
  /** Kinds by words that are none of ours. */
  readonly kinds: Readonly<Record<string, FacilityKind>>;
  readonly estimate: HouseholdEstimate | undefined;
}

/** What rows can be. */
export type RowRole = Exclude<FileRole, "streets" | "project">;

export function emptyDraft({
  datum,
  crs,
  byFile = {},
  kinds = {},
  assumeFar,
  m2PerHousehold = M2_PER_HOUSEHOLD,
}: ImportChoices): Draft {
  return {
    facilities: gathered<Facility>({ kind: undefined, areas: [] }),
    zones: gathered<ResidentialZone>({}),
    sites: gathered<CandidateSite>({ at: undefined }),
    units: gathered<AdminUnit>({ name: undefined, level: undefined }),
    datum,
    crs,
    ...{ byFile, kinds },
    estimate: assumeFar === undefined ? undefined : { far: assumeFar, m2PerHousehold },
  };
}

/** Usual floor area of a household, m². */
const M2_PER_HOUSEHOLD = 105;
