import type { RowMap } from "../base/row-map.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Facility } from "../model/facility.ts";
import { CARE_SUBJECTS, type CareSubject, type FacilityKind, subjectOfKind } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { coverageOf } from "../spatial/coverage.ts";
import { originsOf } from "../spatial/origins.ts";
import { facilityPlaces, type Places } from "../spatial/places.ts";
import type { Origins, ReachTable } from "../spatial/reach-table.ts";
import { reachTable } from "../spatial/straight-reach.ts";
import { updateCoverage } from "../spatial/update-coverage.ts";
import { updateReach } from "../spatial/update-reach.ts";
import { PROFILES } from "../standards/rule-pack.ts";
import type { Parameters } from "./parameters.ts";
import { peopleBase, peopleCovered } from "./people-covered.ts";
import type { SubjectCoverage } from "./results.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Who reaches what, and how the zones are covered. */
export interface ReachStage {
  readonly origins: Origins;
  /** Where the facilities of a subject stand; the others have no place here. */
  readonly places: Readonly<Record<CareSubject, Places>>;
  readonly tables: Readonly<Record<CareSubject, ReachTable>>;
  readonly coverage: readonly SubjectCoverage[];
  /** Facility rows that each entry of `coverage` speaks of. */
  readonly subsets: readonly Uint32Array[];
}

export interface ReachInput {
  readonly project: Project;
  readonly packs: ZonePacks;
  readonly parameters: Parameters;
  /** Tables that were worked out already, as of `reachQuestions`. */
  readonly tables?: Readonly<Record<CareSubject, ReachTable>>;
}

/** What the table of a subject is worked out from. */
export interface ReachQuestion {
  readonly origins: Origins;
  readonly facilities: Places;
  readonly limit: Metres;
  readonly detour: number;
}

/** The questions of an analysis, for who can answer them by several threads. */
export function* reachQuestions(
  project: Project,
  { detour, limits, decides }: Parameters,
): Work<Readonly<Record<CareSubject, ReachQuestion>>> {
  const origins = yield* originsOf(project.zones);
  const question = (subject: CareSubject): ReachQuestion => ({
    origins,
    facilities: placesOf(project, subject),
    limit: limits[decides[subject]],
    detour,
  });
  return { elderly: question("elderly"), childcare: question("childcare") };
}

export interface EarlierReachStage {
  readonly stage: ReachStage;
  readonly zones: RowMap;
  readonly facilities: RowMap;
}

/**
 * Reach of every subject by the profile that decides it; coverage by every profile, and by every kind for the profile
 * that decides. With an earlier stage of the same settings, only what a changed row touches is worked out.
 */
export function* reachStage(
  { project, packs, parameters, tables: given }: ReachInput,
  earlier?: EarlierReachStage,
): Work<ReachStage> {
  const { detour, limits, decides } = parameters;
  const origins =
    earlier && earlier.zones.came.length === 0 && earlier.zones.aligned
      ? earlier.stage.origins
      : yield* originsOf(project.zones);
  const places = { elderly: placesOf(project, "elderly"), childcare: placesOf(project, "childcare") };
  const tableOf = function* (subject: CareSubject): Work<ReachTable> {
    if (given) return given[subject];
    const limit = limits[decides[subject]];
    if (earlier === undefined) return yield* reachTable(origins, places[subject], limit, detour);
    const before = {
      table: earlier.stage.tables[subject],
      origins: earlier.stage.origins,
      facilities: earlier.stage.places[subject],
      zoneRows: earlier.zones,
      facilityRows: earlier.facilities,
    };
    return (yield* updateReach(before, origins, places[subject], limit, detour)).table;
  };
  const tables = { elderly: yield* tableOf("elderly"), childcare: yield* tableOf("childcare") };

  const coverage: SubjectCoverage[] = [];
  const subsets: Uint32Array[] = [];
  const counted = countedStatuses(packs, parameters);
  for (const subject of CARE_SUBJECTS) {
    const sameZones = earlier?.zones.aligned === true && earlier.zones.came.length === 0;
    const known = sameZones ? earlier.stage.coverage.find((each) => each.subject === subject) : undefined;
    const base = known?.people.base ?? peopleBase(project.zones, subject);
    for (const { profile, kind, subset } of questionsOf(project, packs, parameters, subject, counted)) {
      const at = earlier?.stage.coverage.findIndex(
        (each) => each.subject === subject && each.profile === profile && each.kind === kind,
      );
      const before = at === undefined || at < 0 ? undefined : earlier?.stage.coverage[at];
      const columns =
        before && earlier
          ? yield* updateCoverage(
              {
                coverage: before.columns,
                origins: earlier.stage.origins,
                facilities: earlier.stage.places[subject],
                subset: earlier.stage.subsets[at ?? 0] ?? new Uint32Array(),
                zoneRows: earlier.zones,
                facilityRows: earlier.facilities,
              },
              origins,
              places[subject],
              subset,
              limits[profile],
              detour,
            )
          : yield* coverageOf(origins, places[subject], subset, limits[profile], detour);
      const samePeople = before?.columns === columns && sameZones;
      coverage.push({
        subject,
        profile,
        ...(kind !== undefined && { kind }),
        columns,
        people: samePeople ? before.people : peopleCovered(project.zones, columns, base),
      });
      subsets.push(subset);
    }
  }
  return { origins, places, tables, coverage, subsets };
}

interface CoverageQuestion {
  readonly profile: (typeof PROFILES)[number];
  readonly kind?: FacilityKind;
  readonly subset: Uint32Array;
}

/** All facilities of a subject by each profile, then each kind of them by the profile that decides. */
function questionsOf(
  { facilities }: Project,
  packs: ZonePacks,
  { decides }: Parameters,
  subject: CareSubject,
  counted: ReadonlySet<string>,
): readonly CoverageQuestion[] {
  const walkable = walkableKinds(packs, subject);
  const open = facilities.map(
    ({ kind, status }) => subjectOfKind(kind) === subject && status !== undefined && counted.has(status),
  );
  const rowsWhere = (holds: (facility: Facility) => boolean) =>
    Uint32Array.from(facilities.flatMap((facility, row) => (open[row] && holds(facility) ? [row] : [])));
  const all = rowsWhere(({ kind }) => walkable.has(kind));
  const kinds = [...new Set(facilities.filter((_, row) => open[row]).map(({ kind }) => kind))].sort();
  return [
    ...PROFILES.map((profile) => ({ profile, subset: all })),
    ...kinds.map((kind) => ({
      profile: decides[subject],
      kind,
      subset: rowsWhere((each) => each.kind === kind),
    })),
  ];
}

/** Kinds that the packs in use count as a service to walk to. */
function walkableKinds({ packs }: ZonePacks, subject: CareSubject): ReadonlySet<FacilityKind> {
  const name = subject === "elderly" ? "E_ANY_COMMUNITY" : "C_ANY";
  return new Set(packs.flatMap(({ pack }) => pack.countedKinds.kindSets[name].kinds));
}

function countedStatuses({ packs }: ZonePacks, { countStatuses }: Parameters): ReadonlySet<string> {
  return new Set(countStatuses ?? packs.flatMap(({ pack }) => pack.countedKinds.statuses.counted));
}

/** Facilities that serve the subject by their kind or by a room of theirs. */
function placesOf({ facilities }: Project, subject: CareSubject): Places {
  return facilityPlaces(
    facilities.map((facility) => {
      const serves =
        subjectOfKind(facility.kind) === subject ||
        facility.areas.some((room) => room.subject === subject) ||
        (subject === "childcare" && facility.slots !== undefined);
      return serves ? facility : {};
    }),
  );
}
