import type { Choices } from "../analysis/parameters.ts";
import type { PackId } from "../base/ids.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import type { StreetChange } from "../network/changed-streets.ts";
import type { StreetMap } from "../network/street-map.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { AdminUnit } from "./admin-unit.ts";
import type { Facility } from "./facility.ts";
import type { ResidentialZone } from "./residential-zone.ts";
import type { CandidateSite } from "./site.ts";

/**
 * The document: everything a user brings in or edits. Rows of each table are ordered by id, ids are unique in their
 * table, every number is finite. Changed only by patches.
 */
export interface Project {
  readonly name: string;
  /** demo: invented geometry, labelled 示意 · 演示数据 wherever it is shown. */
  readonly origin: "demo" | "imported";
  readonly facilities: readonly Facility[];
  readonly zones: readonly ResidentialZone[];
  readonly units: readonly AdminUnit[];
  readonly sites: readonly CandidateSite[];
  /** Chosen for every zone, over its admin code; zones elsewhere are then labelled 借用标准. */
  readonly pack?: PackId;
  /** Copies and templates the user edits; the shipped packs are not part of the document. */
  readonly customPacks: readonly RulePack[];
  /** Pairs the user ruled on; any other suspected pair counts once, at the smaller supply. */
  readonly duplicateDecisions: readonly DuplicateDecision[];
  /** Drawn under the data; they decide nothing. */
  readonly backdrop: Backdrop;
  /** What people walk along; absent where none was brought: reach is along straight lines then. */
  readonly streets?: StreetMap;
  /** What the planner closes, adds and opens of the streets, which stay as they were brought; in order, never empty. */
  readonly streetChanges?: readonly StreetChange[];
  /** What was set for the analysis when the document was saved; a screen has its own from then on. */
  readonly parameters?: Choices;
  /** 资料截至. */
  readonly asOf?: string;
}

export interface DuplicateDecision {
  readonly facilities: readonly [string, string];
  readonly same: boolean;
}

/** What a person needs to find their way: water, railways, streets, parks. */
export interface Backdrop {
  readonly water: readonly Polygon[];
  readonly green: readonly Polygon[];
  readonly railways: readonly (readonly LngLat[])[];
  readonly streets: readonly Street[];
}

export interface Street {
  readonly name?: string;
  readonly rank: "main" | "secondary" | "lane";
  readonly bridge?: boolean;
  readonly line: readonly LngLat[];
}

export const EMPTY_PROJECT: Project = {
  name: "",
  origin: "imported",
  facilities: [],
  zones: [],
  units: [],
  sites: [],
  customPacks: [],
  duplicateDecisions: [],
  backdrop: { water: [], green: [], railways: [], streets: [] },
};
