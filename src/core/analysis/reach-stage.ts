import { present } from "../base/invariant.ts";
import type { RowMaps } from "../base/row-map.ts";
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
import { type Connections, connectionsOf } from "./connections.ts";
import { type CoverageQuestion, coverageQuestions } from "./coverage-questions.ts";
import type { Networks } from "./networks.ts";
import { limitOf, type Parameters } from "./parameters.ts";
import { type PeopleBase, peopleBase, peopleCovered, peopleOf } from "./people-covered.ts";
import type { SubjectCoverage } from "./results.ts";
import { coveragesByWalks, type EarlierWalks, type ProfileWalks, type Walks, walksOf } from "./walks.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Who reaches what, and how the zones are covered. */
export interface ReachStage {
  /** By the profile that decides; along straight lines the same for all. */
  readonly origins: Readonly<Record<CareSubject, Origins>>;
  /** Where the facilities of a subject stand; the others have no place here. */
  readonly places: Readonly<Record<CareSubject, Places>>;
  readonly tables: Readonly<Record<CareSubject, ReachTable>>;
  readonly people: Readonly<Record<CareSubject, PeopleColumn>>;
  readonly covered: readonly Covered[];
  /** By subject, all and then each kind, and by profile. */
  readonly coverage: readonly SubjectCoverage[];
  /** Along the streets only. */
  readonly walks?: Walks;
  readonly connections?: Readonly<Record<CareSubject, Connections>>;
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
  /** Where walks are along the streets. */
  readonly networks?: Networks;
  /** Tables of straight lines that were worked out already, as of `reachQuestions`. */
  readonly tables?: Readonly<Record<CareSubject, ReachTable>>;
}

/** What the table of a subject is worked out from. */
export interface ReachQuestion {
  readonly origins: Origins;
  readonly facilities: Places;
  readonly limit: Metres;
  readonly detour: number;
}

/** The questions of an analysis along straight lines, for who can answer them by several threads. */
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
  const people = sameZones
    ? earlier.stage.people
    : { elderly: peopleColumn(project, "elderly"), childcare: peopleColumn(project, "childcare") };
  const places = { elderly: placesOf(project, "elderly"), childcare: placesOf(project, "childcare") };
  const ground = yield* groundOf(input, places, earlier);
  const covered: Covered[] = [];
  for (const subject of CARE_SUBJECTS) {
    for (const question of coverageQuestions(project.facilities, packs, parameters, subject)) {
      const before = coveredBefore(question, earlier);
      const coverages = yield* ground.coverages(question, before);
      const { base, counts } = people[subject];
      const byProfile = PROFILES.map((profile, at) => {
        const columns = present(coverages[at], "every profile has its coverage");
        const known = before?.byProfile[at];
        if (sameZones && known?.columns === columns) return known;
        const { kind } = question;
        const within = peopleCovered(counts, columns, base);
        return { subject, profile, ...(kind !== undefined && { kind }), columns, people: within };
      });
      covered.push({ question, byProfile });
    }
  }
  const coverage = covered.flatMap(({ byProfile }) => byProfile);
  return { ...ground.stage, places, people, covered, coverage };
}

function coveredBefore({ subject, kind }: CoverageQuestion, earlier: EarlierReachStage | undefined) {
  return earlier?.stage.covered.find(
    ({ question }) => question.subject === subject && question.kind === kind,
  );
}

/** What coverage of an analysis is asked of, whichever way people are taken to walk. */
interface Ground {
  readonly stage: Pick<ReachStage, "origins" | "tables" | "walks" | "connections">;
  /** Of every profile in the order of `PROFILES`. */
  coverages(question: CoverageQuestion, before: Covered | undefined): Work<readonly Coverage[]>;
}

function groundOf(
  { project, parameters, networks, tables }: ReachInput,
  places: ReachStage["places"],
  earlier: EarlierReachStage | undefined,
): Work<Ground> {
  return networks === undefined
    ? straightGround(project, parameters, places, tables, earlier)
    : streetGround(project, parameters, places, networks, earlier);
}

function* straightGround(
  { zones }: Project,
  parameters: Parameters,
  places: ReachStage["places"],
  known: ReachInput["tables"],
  earlier: EarlierReachStage | undefined,
): Work<Ground> {
  const before = earlier?.stage.origins.elderly;
  const same = earlier?.zones.aligned === true && earlier.zones.came.length === 0;
  const origins =
    before && same
      ? before
      : yield* originsOf(zones, before && earlier && { origins: before, zones: earlier.zones });
  const { detour } = parameters;
  function* tableOf(subject: CareSubject): Work<ReachTable> {
    const limit = limitOf(parameters, subject);
    if (earlier === undefined) return yield* reachTable(origins, places[subject], limit, detour);
    const rows = { zoneRows: earlier.zones, facilityRows: earlier.facilities };
    const table = earlier.stage.tables[subject];
    const was = {
      table,
      origins: earlier.stage.origins[subject],
      facilities: earlier.stage.places[subject],
      ...rows,
    };
    return (yield* updateReach(was, origins, places[subject], limit, detour)).table;
  }
  const tables = known ?? {
    elderly: yield* tableOf("elderly"),
    childcare: yield* tableOf("childcare"),
  };
  const limits = PROFILES.map((profile) => parameters.limits[profile]);
  return {
    stage: { origins: { elderly: origins, childcare: origins }, tables },
    *coverages({ subject, subset }, covered) {
      if (covered === undefined || earlier === undefined) {
        return yield* coveragesOf(origins, places[subject], subset, limits, detour);
      }
      const was = {
        coverages: covered.byProfile.map(({ columns }) => columns),
        origins: earlier.stage.origins[subject],
        facilities: earlier.stage.places[subject],
        subset: covered.question.subset,
        zoneRows: earlier.zones,
        facilityRows: earlier.facilities,
      };
      return yield* updateCoverages(was, origins, places[subject], subset, limits, detour);
    },
  };
}

function* streetGround(
  { zones }: Project,
  parameters: Parameters,
  places: ReachStage["places"],
  networks: Networks,
  earlier: EarlierReachStage | undefined,
): Work<Ground> {
  const { decides, cap } = parameters;
  const { zones: zoneRows, facilities, stage } = earlier ?? {};
  const before: EarlierWalks | undefined = stage?.walks &&
    zoneRows &&
    facilities && { walks: stage.walks, places: stage.places, zones: zoneRows, facilities };
  const walks = yield* walksOf(zones, places, networks, parameters, before);
  const bySubject = <Value>(of: (walk: ProfileWalks, subject: CareSubject) => Value) => ({
    elderly: of(walks[decides.elderly], "elderly"),
    childcare: of(walks[decides.childcare], "childcare"),
  });
  const connected = bySubject(({ network, origins }, subject) =>
    connectionsOf(network.graph, origins, places[subject], cap),
  );
  return {
    stage: {
      origins: bySubject(({ origins }) => origins),
      tables: bySubject(({ reach }, subject) => reach[subject].table),
      walks,
      connections: { elderly: yield* connected.elderly, childcare: yield* connected.childcare },
    },
    coverages: (question, covered) =>
      coveragesByWalks(
        walks,
        places,
        question,
        covered &&
          before && {
            ...before,
            subset: covered.question.subset,
            coverages: covered.byProfile.map(({ columns }) => columns),
          },
      ),
  };
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
