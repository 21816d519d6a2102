import type {
  AllocatedFacilities,
  AllocatedZones,
  AllocationFindings,
} from "../src/core/analysis/allocation-findings.ts";
import type { AreaDoubts } from "../src/core/analysis/area-doubts.ts";
import type { ZoneEvidence } from "../src/core/analysis/evidence.ts";
import type { Choices, Parameters } from "../src/core/analysis/parameters.ts";
import type { ReachedStreets } from "../src/core/analysis/reached-streets.ts";
import type { Results, RollUpRow, SubjectCoverage } from "../src/core/analysis/results.ts";
import type { ServedZone } from "../src/core/analysis/served-by.ts";
import type { Twin } from "../src/core/analysis/twins-of.ts";
import type { WalkFindings } from "../src/core/analysis/walk-findings.ts";
import type { FacilityId, PackId, ZoneId } from "../src/core/base/ids.ts";
import type { Issue } from "../src/core/base/issue.ts";
import type { Metres } from "../src/core/base/units.ts";
import type { WorkStep } from "../src/core/base/work.ts";
import type { CityFacts } from "../src/core/city/city-facts.ts";
import type { TerritoryUnit } from "../src/core/deficit/territory.ts";
import type { DemoCityId, DemoSize } from "../src/core/demo/spec.ts";
import type { LngLat } from "../src/core/geo/lng-lat.ts";
import type { CareSubject } from "../src/core/model/facility-kind.ts";
import type { Patch, ProjectSettings } from "../src/core/model/patch.ts";
import type { StreetsAccount, TableAccount } from "../src/core/model/patch-account.ts";
import type { StreetChange } from "../src/core/network/changed-streets.ts";
import type { FoundStreet, StreetAsked } from "../src/core/network/street-near.ts";
import type { Comparison } from "../src/core/scenario/compare.ts";
import type { TurnedZone } from "../src/core/scenario/verdict-turns.ts";
import type { Metric, RuleUnit } from "../src/core/standards/rule.ts";
import type { RulePack } from "../src/core/standards/rule-pack.ts";
import type { Field } from "../src/io/columns.ts";
import type { ExportChoices } from "../src/io/export/export-files.ts";
import type { ExportWords } from "../src/io/export/export-words.ts";
import type {
  FileChoices,
  FileReport,
  ImportChoices,
  ImportReport,
  SourceFile,
} from "../src/io/import-report.ts";
import type { ShownConflict, ShownValue } from "../src/io/merging/shown-conflict.ts";
import type { FilePreview } from "../src/io/preview-tables.ts";
import type { FacilityField } from "../src/io/typed/typed-facility.ts";
import type { TypedTable } from "../src/io/typed/typed-patch.ts";
import type { Typed, WrittenRow } from "../src/io/typed/typed-row.ts";
import type { TypedRows } from "../src/io/typed/typed-rows.ts";
import type { SiteField } from "../src/io/typed/typed-site.ts";
import type { NewZoneField, ZoneField } from "../src/io/typed/typed-zone.ts";
import type { PlaceField } from "../src/io/typed/typed-zone-place.ts";
import type { WrittenTable } from "../src/io/typed/written-table.ts";
import type { AllocationTasks } from "./allocation-tasks.ts";
import type { Edit } from "./edit.ts";

export type {
  DemoCityId,
  DemoSize,
  FacilityField,
  FileChoices,
  FilePreview,
  FileReport,
  ImportChoices,
  ImportReport,
  NewZoneField,
  PlaceField,
  ShownConflict,
  ShownValue,
  SiteField,
  SourceFile,
  Typed,
  TypedRows,
  TypedTable,
  WrittenRow,
  WrittenTable,
  ZoneField,
};

/**
 * What can be asked of a worker: one record per task, by name. A worker keeps the document it was opened with; every
 * call settles, can be cancelled, and reports progress.
 */
export interface Tasks extends AllocationTasks {
  /** The first rows of files as they would be read with what is said of them; the document stays as it is. */
  preview: {
    readonly input: {
      readonly files: readonly SourceFile[];
      readonly said: Readonly<Record<string, FileChoices>>;
    };
    readonly output: readonly FilePreview[];
  };
  /** Makes the document: a demo city, a project file, or tables dropped on the page. */
  open: { readonly input: Source; readonly output: Opened };
  /** What taking files into the open document would make of it, which stays as it is; the worker keeps that for `commit`. */
  rehearse: { readonly input: FilesSource; readonly output: Rehearsed };
  /**
   * What taking another project into the open document comes to, which stays as it is: what comes without doubt, and what
   * is to be decided. `base`: what both were made of.
   */
  merge: {
    readonly input: { readonly theirs: SourceFile; readonly base?: SourceFile };
    readonly output: MergeShown;
  };
  /**
   * What the merge last asked for would make of the document, with theirs in these conflicts and one's own in all others;
   * the worker keeps that for `commit`.
   */
  decide: { readonly input: { readonly theirs: readonly number[] }; readonly output: Decided };
  /** Makes the document what was rehearsed or decided last of it as it is now, at once. */
  commit: { readonly input: undefined; readonly output: Opened };
  /** Results of the open document under these parameters. */
  analyse: { readonly input: Parameters; readonly output: AnalysisColumns };
  /** Changes the document. `undo` gives back the patch that was made. */
  edit: { readonly input: Edit; readonly output: Edited };
  /** What an edit would be refused for, or would bring with it; the document stays as it is. */
  weigh: { readonly input: Edit; readonly output: readonly Issue[] };
  /** A row of the open document as texts that can be typed over. */
  texts: {
    readonly input: { readonly table: TypedTable | "sites"; readonly id: string };
    readonly output: WrittenRow<Field | PlaceField>;
  };
  /** The same of many rows. */
  rows: {
    readonly input: { readonly table: TypedTable; readonly ids: readonly string[] };
    readonly output: WrittenTable;
  };
  evidence: { readonly input: ZoneId; readonly output: ZoneEvidence };
  /** Whom a facility serves, by the analysis last made. */
  served: { readonly input: FacilityId; readonly output: readonly ServedZone[] };
  /** Other rows that may be the same facility, by the analysis last made. */
  twins: { readonly input: FacilityId; readonly output: readonly Twin[] };
  /** What is in doubt of the 片区 of a subject, by the analysis last made; nothing where there are none. */
  doubts: { readonly input: CareSubject; readonly output: readonly AreaDoubts[] };
  /**
   * What there is to know of walks beside coverage, by the analysis last made; where the circle and the streets say
   * otherwise is told of every document with streets, whichever of the two is set.
   */
  walks: { readonly input: undefined; readonly output: WalksFound };
  /** From where people walk to a facility along the streets, by the analysis last made; `undefined` where nobody does. */
  reached: { readonly input: FacilityId; readonly output: ReachedStreets | undefined };
  /** The street nearest to a place that can be closed, or opened. */
  streetAt: {
    readonly input: { readonly at: LngLat; readonly asked: StreetAsked };
    readonly output: FoundStreet;
  };
  /** What other parameters would make different of the open document; the analysis last made stays as it is. */
  trial: { readonly input: TrialInput; readonly output: Trial };
  /** The open document as a whole, beside the published targets of its cities, by the analysis last made. */
  city: { readonly input: undefined; readonly output: CityFacts };
  /** A file of the open document or its results, as bytes to save. */
  write: {
    readonly input:
      | { readonly file: "zones.csv" | "rollup.csv" }
      /** `parameters`: what is set on the screen, to be kept with the project. `title`: its file's name if it has none. */
      | { readonly file: "project"; readonly parameters: Choices; readonly title: string }
      /** `words`: what the files say in the language of the page. */
      | {
          readonly file: "export";
          readonly choices: ExportChoices;
          readonly title: string;
          readonly words: ExportWords;
        };
    readonly output: { readonly name: string; readonly bytes: Uint8Array };
  };
}

/** What can be asked of a worker of any kind: one record per task, by name. */
export type TaskSet<All> = {
  readonly [Name in keyof All]: { readonly input: unknown; readonly output: unknown };
};

export type TaskName = keyof Tasks;

export interface TrialInput {
  readonly before: Parameters;
  readonly after: Parameters;
}

export interface Trial {
  readonly comparison: Comparison;
  readonly units: readonly { readonly metric: Metric; readonly unit: RuleUnit }[];
}

export type Source =
  | { readonly kind: "demo"; readonly city: DemoCityId; readonly size: DemoSize; readonly seed: number }
  | FilesSource;

export interface FilesSource {
  readonly kind: "files";
  readonly files: readonly SourceFile[];
  readonly options: ImportChoices;
  /** Rows are taken into the open document; a project file takes its place all the same. */
  readonly into: "open" | "new";
}

export interface Rehearsed {
  readonly report: ImportReport;
  readonly tables: readonly TableAccount[];
  /** Absent where they stay as they are. */
  readonly streets?: StreetsAccount;
  /** Verdicts of zones that would be another one; absent where nothing was worked out of the document yet. */
  readonly turned?: readonly TurnedZone[];
}

export type WalksFound = Readonly<Record<CareSubject, WalkFindings>>;

export interface MergeShown {
  /** Of what comes without doubt: every conflict is left as it is here. */
  readonly tables: readonly TableAccount[];
  readonly streets?: StreetsAccount;
  readonly settings: readonly ProjectSetting[];
  /** Side `a` is the open document. */
  readonly conflicts: readonly ShownConflict[];
  /** What is doubtful of the files. */
  readonly issues: readonly Issue[];
}

/** What of a document is in none of its tables. */
export type ProjectSetting = keyof ProjectSettings | "streets";

export interface Decided extends Pick<Rehearsed, "tables" | "streets" | "turned"> {
  readonly settings: readonly ProjectSetting[];
  /** What would be doubtful of rows of the document, and is not yet. */
  readonly issues: readonly Issue[];
}

export interface Opened {
  readonly view: ProjectView;
  readonly report: ImportReport;
  /** Where rows were taken into the open document: what that changed. */
  readonly patch?: Patch;
}

/** The document as the screen needs it: columns for the map, words for the table. Rows are ordered by id. */
export interface ProjectView {
  readonly name: string;
  readonly origin: "demo" | "imported";
  readonly asOf?: string;
  readonly zones: ZoneView;
  readonly facilities: FacilityView;
  readonly sites: SiteView;
  /** How many of the facilities are in no register: in a demo city all. */
  readonly invented: number;
  readonly units: readonly UnitView[];
  readonly backdrop: GeoJSON.FeatureCollection;
  /** How many ways the streets have that people could walk along; 0 without streets. */
  readonly ways: number;
  /** What the planner closed, added and opened of them, in order. */
  readonly streetChanges: readonly ShownStreetChange[];
  /** Packs that some zone is judged by unless another is chosen on the screen. */
  readonly packs: readonly string[];
  /** Chosen in the document for all its zones. */
  readonly pack?: PackId;
  /** Set for the analysis when it was saved. */
  readonly parameters?: Choices;
  /** Standards of the user's own. */
  readonly customPacks: readonly RulePack[];
}

export interface ShownStreetChange {
  readonly change: StreetChange;
  readonly line: readonly LngLat[];
}

export interface ZoneView {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly streets: readonly string[];
  readonly communities: readonly string[];
  readonly districts: readonly string[];
  readonly status: readonly ("new" | "existing" | undefined)[];
  /** As `checkCode` has them. */
  readonly checks: Uint8Array;
  /** NaN where unknown. */
  readonly households: Float64Array;
  readonly residents: Float64Array;
  readonly elderly60: Float64Array;
  readonly under3: Float64Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly shapes: PolygonColumns;
}

/** Rings of all rows: ring `r` is `positions[2 × ringStarts[r]] …`; polygons of row `i` are `rowStarts[i] … rowStarts[i + 1] − 1`. */
export interface PolygonColumns {
  readonly rowStarts: Uint32Array;
  readonly polygonStarts: Uint32Array;
  readonly ringStarts: Uint32Array;
  readonly positions: Float64Array;
}

export interface FacilityView {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  /** As `checkCode` has them. */
  readonly checks: Uint8Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly elderlyArea: Float64Array;
  readonly childcareArea: Float64Array;
  readonly slots: Float64Array;
}

/** Candidate sites. */
export interface SiteView {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** All else that is stated, as one text: by it is seen whether it is another. */
  readonly stated: readonly string[];
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly parent?: string;
  readonly shapes: PolygonColumns;
}

/** Results without the lines of each zone; those are asked for as evidence. */
export type AnalysisView = Omit<
  Results,
  "zones" | "reach" | "ledgers" | "allocations" | "coverage" | "rollUp"
> & {
  readonly zones: Omit<Results["zones"], "judgements">;
  /** As in the results: absent where the method is no fair allocation. */
  readonly allocations?: readonly AllocationView[];
  readonly rollUp: RollUpView;
  readonly territory: TerritoryView;
  /** Rows of the facilities that run and that people can walk to, ascending. */
  readonly walkedTo: Readonly<Record<CareSubject, Uint32Array>>;
  /** Who has any facility of a subject within the limit of a profile: of each subject every profile. */
  readonly reached: readonly ReachedPeople[];
};

export interface ReachedPeople extends Pick<SubjectCoverage, "subject" | "profile" | "people"> {
  readonly limit: Metres;
}

/** What the fair allocation of one metric found, in numbers to be shown. */
export interface AllocationView extends Pick<AllocationFindings, "metric" | "subject" | "areas"> {
  /** Every served share there is, ascending. */
  readonly levels: Float64Array;
  /** By zone row; `needs` NaN where the allocation is not over the zone. */
  readonly zones: Omit<AllocatedZones, "needs"> & { readonly needs: Float64Array };
  readonly facilities: AllocatedFacilities;
  readonly certificates: CertificateColumns;
  readonly totals: {
    readonly zones: number;
    readonly need: number;
    readonly served: number;
    readonly missing: number;
    /** So much of it whatever comes true of what nobody knows. */
    readonly certain: number;
  };
}

/** 缺口核算依据 by place: zones of the one at `i` are `zones[zoneStarts[i]] …`, and so are its facilities. */
export interface CertificateColumns {
  readonly zoneStarts: Uint32Array;
  readonly zones: Uint32Array;
  readonly facilityStarts: Uint32Array;
  readonly facilities: Uint32Array;
  readonly need: Float64Array;
  readonly capacity: Float64Array;
  readonly reserved: Float64Array;
  readonly missing: Float64Array;
  /** So much of it whatever comes true of what nobody knows; NaN for those that are part of another. */
  readonly certain: Float64Array;
  /** Place in `levels`. */
  readonly level: Uint32Array;
  /** 1 for those that are part of no other. */
  readonly maximal: Uint8Array;
}

/** The same on its way to the screen. */
export type AnalysisColumns = Omit<AnalysisView, "rollUp" | "territory"> & {
  readonly rollUp: RollUpColumns;
  readonly territory: TerritoryColumns;
};

/** Rows of the roll-up, made when somebody asks: there are tens of thousands, and few are looked at. */
export interface RollUpView {
  /** Of all units of a tier (0 community to 3 city), in the order of the results. */
  readonly ofTier: (tier: number) => readonly RollUpRow[];
  readonly ofUnit: (unit: string) => readonly RollUpRow[];
}

/** Rows of the roll-up: of each unit of the territory in turn, one for each of the metrics. */
export type RollUpColumns = Readonly<Record<RollUpNumber, Float64Array>> & {
  readonly metrics: readonly Pick<RollUpRow, "subject" | "metric">[];
};
type RollUpNumber = Exclude<keyof RollUpRow, "level" | "unit" | "name" | "subject" | "metric">;

/** Which units rows lie in: by tier (community, street, district, city) the row of `units`, −1 where in none. */
export interface TerritoryView {
  readonly units: readonly Pick<TerritoryUnit, "level" | "unit" | "name">[];
  readonly zoneUnits: readonly Int32Array[];
  readonly facilityUnits: readonly Int32Array[];
}

/** Units by column; levels as rows of `ADMIN_LEVELS`. */
export type TerritoryColumns = Omit<TerritoryView, "units"> & {
  readonly units: {
    readonly levels: Uint8Array;
    readonly units: readonly string[];
    readonly names: readonly string[];
  };
};

export interface Edited {
  readonly view: ProjectView;
  readonly patch: Patch;
  readonly issues: readonly Issue[];
}

/** Messages over the wire. */
export type Request =
  | { readonly type: "call"; readonly id: number; readonly task: string; readonly input: unknown }
  | { readonly type: "cancel"; readonly id: number };

export type Reply =
  | { readonly type: "progress"; readonly id: number; readonly step: WorkStep }
  | { readonly type: "done"; readonly id: number; readonly output: unknown }
  | { readonly type: "refused"; readonly id: number; readonly issues: readonly Issue[] }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
