import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { CARE_SUBJECTS, type CareSubject, subjectOfKind } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { coveragesOf } from "../spatial/coverage.ts";
import { originsOf } from "../spatial/origins.ts";
import { facilityPlaces, type Places } from "../spatial/places.ts";
import type { Coverage, Origins, ReachTable } from "../spatial/reach-table.ts";
import { reachTable } from "../spatial/straight-reach.ts";
import { updateCoverages } from "../spatial/update-coverage.ts";
import { updateReach } from "../spatial/update-reach.ts";
import { PROFILES } from "../standards/rule-pack.ts";
import { type CoverageQuestion, coverageQuestions } from "./coverage-questions.ts";
import { limitOf, type Parameters } from "./parameters.ts";
import { type PeopleBase, peopleBase, peopleCovered, peopleOf } from "./people-covered.ts";
import type { SubjectCoverage } from "./results.ts";
import type { RowMaps } from "./touched-zones.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Who reaches what, and how the zones are covered. */
export interface ReachStage {
  readonly origins: Origins;
  /** Where the facilities of a subject stand; the others have no place here. */
  readonly places: Readonly<Record<CareSubject, Places>>;
  readonly tables: Readonly<Record<CareSubject, ReachTable>>;
  readonly people: Readonly<Record<CareSubject, PeopleColumn>>;
  readonly covered: readonly Covered[];
  /** By subject, all and then each kind, and by profile. */
  readonly coverage: readonly SubjectCoverage[];
}

/** The people that coverage is counted in, by zone. */
interface PeopleColumn {
  readonly base: PeopleBase;
  readonly counts: Float64Array;
}

/** Coverage by some facilities, of every profile in the order of `PROFILES`. */
interface Covered {
  readonly question: CoverageQuestion;
  readonly byProfile: readonly SubjectCoverage[];
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
  parameters: Parameters,
): Work<Readonly<Record<CareSubject, ReachQuestion>>> {
  const origins = yield* originsOf(project.zones);
  const question = (subject: CareSubject): ReachQuestion => ({
    origins,
    facilities: placesOf(project, subject),
    limit: limitOf(parameters, subject),
    detour: parameters.detour,
  });
  return { elderly: question("elderly"), childcare: question("childcare") };
}

export interface EarlierReachStage extends RowMaps {
  readonly stage: ReachStage;
}

/**
 * Reach of every subject by the profile that decides it; coverage by all its facilities and by every kind, under every
 * profile. With an earlier stage of the same settings, only what a changed row touches is worked out.
 */
export function* reachStage(input: ReachInput, earlier?: EarlierReachStage): Work<ReachStage> {
  const { project, packs, parameters } = input;
  const sameZones = earlier?.zones.aligned === true && earlier.zones.came.length === 0;
  const before = earlier && { origins: earlier.stage.origins, zones: earlier.zones };
  const origins = sameZones ? earlier.stage.origins : yield* originsOf(project.zones, before);
  const people = sameZones
    ? earlier.stage.people
    : { elderly: peopleColumn(project, "elderly"), childcare: peopleColumn(project, "childcare") };
  const places = { elderly: placesOf(project, "elderly"), childcare: placesOf(project, "childcare") };
  const ground: Ground = { origins, places, people, parameters, sameZones };
  const tables = input.tables ?? {
    elderly: yield* tableOf("elderly", ground, earlier),
    childcare: yield* tableOf("childcare", ground, earlier),
  };
  const covered: Covered[] = [];
  for (const subject of CARE_SUBJECTS) {
    for (const question of coverageQuestions(project.facilities, packs, parameters, subject)) {
      covered.push({ question, byProfile: yield* coveredBy(question, ground, earlier) });
    }
  }
  const coverage = covered.flatMap(({ byProfile }) => byProfile);
  return { origins, places, tables, people, covered, coverage };
}

/** What every table and coverage of one analysis is worked out from. */
interface Ground {
  readonly origins: Origins;
  readonly places: Readonly<Record<CareSubject, Places>>;
  readonly people: ReachStage["people"];
  readonly parameters: Parameters;
  /** The zones are those of the earlier stage. */
  readonly sameZones: boolean;
}

function* tableOf(
  subject: CareSubject,
  { origins, places, parameters }: Ground,
  earlier: EarlierReachStage | undefined,
): Work<ReachTable> {
  const { detour } = parameters;
  const limit = limitOf(parameters, subject);
  if (earlier === undefined) return yield* reachTable(origins, places[subject], limit, detour);
  const before = {
    table: earlier.stage.tables[subject],
    origins: earlier.stage.origins,
    facilities: earlier.stage.places[subject],
    zoneRows: earlier.zones,
    facilityRows: earlier.facilities,
  };
  return (yield* updateReach(before, origins, places[subject], limit, detour)).table;
}

function* coveredBy(
  { subject, kind, subset }: CoverageQuestion,
  { origins, places, people, parameters, sameZones }: Ground,
  earlier: EarlierReachStage | undefined,
): Work<readonly SubjectCoverage[]> {
  const limits = PROFILES.map((profile) => parameters.limits[profile]);
  const before = earlier?.stage.covered.find(
    ({ question }) => question.subject === subject && question.kind === kind,
  );
  const coverages: readonly Coverage[] =
    before && earlier
      ? yield* updateCoverages(
          {
            coverages: before.byProfile.map(({ columns }) => columns),
            origins: earlier.stage.origins,
            facilities: earlier.stage.places[subject],
            subset: before.question.subset,
            zoneRows: earlier.zones,
            facilityRows: earlier.facilities,
          },
          origins,
          places[subject],
          subset,
          limits,
          parameters.detour,
        )
      : yield* coveragesOf(origins, places[subject], subset, limits, parameters.detour);
  const { base, counts } = people[subject];
  return PROFILES.map((profile, at) => {
    const columns = coverages[at] as Coverage;
    const known = before?.byProfile[at];
    if (sameZones && known?.columns === columns) return known;
    const covered = peopleCovered(counts, columns, base);
    return { subject, profile, ...(kind !== undefined && { kind }), columns, people: covered };
  });
}

function peopleColumn({ zones }: Project, subject: CareSubject): PeopleColumn {
  const base = peopleBase(zones, subject);
  return { base, counts: peopleOf(zones, base) };
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
