import { digestOf, digestOfAll } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import { type Issue, issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { type RowMap, rowMap } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import { unitFinder } from "../deficit/find-unit.ts";
import { judgeUnits } from "../deficit/judge-units.ts";
import { rollUp } from "../deficit/roll-up.ts";
import { type Territory, territoryOf } from "../deficit/territory.ts";
import { duplicateGroups } from "../model/duplicates.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { Judgement } from "../standards/judgement.ts";
import { packById, type Standards, withCustomPacks } from "../standards/standards.ts";
import { facilityColumns } from "./facility-columns.ts";
import { headlineOf } from "./headline.ts";
import { judgeZones } from "./judge-zones.ts";
import { needsOf } from "./needs.ts";
import type { Parameters } from "./parameters.ts";
import { type ReachStage, reachStage } from "./reach-stage.ts";
import type { Results } from "./results.ts";
import { type SupplyStage, supplyStage } from "./supply-stage.ts";
import { type TableDigest, tableDigest } from "./table-digest.ts";
import { type JudgedColumns, judgedColumns } from "./zone-columns.ts";
import { NO_PACK, type ZonePacks, zonePacks } from "./zone-packs.ts";
import { zoneFlags, zoneResults } from "./zone-results.ts";

/**
 * An analysis with all that it was made from, stage by stage: a value, never changed. `update` makes the next one and
 * works out only what depends on what changed; its results are byte for byte those of a run from scratch.
 */
export interface Pipeline {
  readonly project: Project;
  readonly standards: Standards;
  readonly parameters: Parameters;
  readonly digests: Digests;
  readonly duplicates: Duplicates;
  readonly territory: Stage<Territory>;
  readonly packs: ZonePacks;
  readonly reach: Stage<ReachStage>;
  readonly supply: Stage<SupplyStage>;
  readonly judgements: Stage<readonly Judgement[]>;
  readonly columns: Stage<JudgedColumns>;
  readonly results: Results;
}

/** What changed: the document, the choices, or the standards. */
export interface Change {
  readonly project?: Project;
  readonly parameters?: Parameters;
  readonly standards?: Standards;
}

/** Results of a project under these standards and parameters. */
export function* analyse(
  project: Project,
  standards: Standards,
  parameters: Parameters,
): Work<Outcome<Results>> {
  const outcome = yield* openPipeline(project, standards, parameters);
  return outcome.ok ? done(outcome.value.results, outcome.issues) : outcome;
}

/**
 * An analysis from scratch. Refused where the parameters ask for what is not there. `reach` are the answers to its
 * `reachQuestions`, where somebody has worked them out by several threads.
 */
export function* openPipeline(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  reach?: Readonly<Record<CareSubject, ReachTable>>,
): Work<Outcome<Pipeline>> {
  return yield* run(project, standards, parameters, undefined, reach);
}

/** The next analysis. Cost: what depends on the change, and one look at every row. */
export function* update(previous: Pipeline, change: Change): Work<Outcome<Pipeline>> {
  const project = change.project ?? previous.project;
  const standards = change.standards ?? previous.standards;
  return yield* run(project, standards, change.parameters ?? previous.parameters, previous);
}

/**
 * A stage's value under the digest of what it was made from: the settings (choices, packs, units) and the rows. Other
 * rows under the same settings are worked out from the value before; other settings from scratch.
 */
interface Stage<Value> {
  readonly settings: Digest;
  readonly rows: Digest;
  readonly value: Value;
}

interface Digests {
  readonly zones: TableDigest;
  readonly facilities: TableDigest;
  readonly units: TableDigest;
}

interface Duplicates {
  readonly facilities: Digest;
  readonly decisions: Digest;
  readonly groups: readonly (readonly number[])[];
}

function* run(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  previous?: Pipeline,
  tables?: Readonly<Record<CareSubject, ReachTable>>,
): Work<Outcome<Pipeline>> {
  const known = withCustomPacks(standards, project.customPacks);
  const refusal = refusalOf(parameters, known);
  if (refusal !== undefined) return refused(refusal);
  const maps = previous && {
    zones: rowMap(previous.project.zones, project.zones),
    facilities: rowMap(previous.project.facilities, project.facilities),
  };
  const digests = digestsOf(project, previous, maps);
  const rows = digestOfAll([digests.zones.digest, digests.facilities.digest]);

  const territory = yield* stage(digests.units.digest, rows, previous?.territory, function* (before) {
    yield { part: "roll-up", share: 0 };
    return territoryOf(project, unitFinder(project.units), before && maps && { territory: before, ...maps });
  });
  const duplicates = duplicatesOf(project, digests, previous?.duplicates);
  const codeOf = (row: number) => project.zones[row]?.adminCode ?? territory.value.zonePaths[row]?.[2]?.unit;
  const overlaysStay = digestOf(parameters.overlays) === digestOf(previous?.parameters.overlays ?? []);
  const packs = zonePacks(project, known, parameters, codeOf, overlaysStay ? previous?.packs : undefined);
  const packsKey = digestOfAll(packs.packs.map(({ pack }) => digestOf(pack)));

  const { detour, limits, decides, countStatuses } = parameters;
  const reachKey = digestOfAll([digestOf({ detour, limits, decides, countStatuses }), packsKey]);
  const reach = yield* stage(reachKey, rows, previous?.reach, (before) =>
    reachStage(
      { project, packs, parameters, ...(tables && { tables }) },
      before && maps && { stage: before, ...maps },
    ),
  );

  const { supply: method, offsite, pack, conflict, year } = parameters;
  const supplyKey = digestOfAll([
    reachKey,
    digests.units.digest,
    digestOf({ method, offsite, pack, chosen: project.pack, decisions: project.duplicateDecisions }),
    ...(method === "floating" ? [digestOf({ conflict, year })] : []),
  ]);
  const needs = needsOf(project, packs, parameters);
  const supply = yield* stage(supplyKey, rows, previous?.supply, (before) =>
    supplyStage(
      {
        project,
        packs,
        reach: reach.value.tables,
        territory: territory.value,
        parameters,
        duplicates: duplicates.groups,
        needs,
      },
      before && maps && previous && { stage: before, reach: previous.reach.value.tables, ...maps },
    ),
  );

  const judgeKey = digestOfAll([packsKey, digestOf({ conflict, year, countStatuses })]);
  const judgeRows = digestOfAll([supplyKey, rows]);
  const judgements = yield* stage(judgeKey, judgeRows, previous?.judgements, (before) =>
    judgeZones(
      project.zones,
      packs,
      supply.value,
      parameters,
      before &&
        maps &&
        previous && {
          judgements: before,
          supplies: previous.supply.value,
          packs: previous.packs,
          zones: maps.zones,
        },
    ),
  );
  const columns = yield* stage(judgeKey, judgeRows, previous?.columns, function* (before) {
    yield { part: "judge", share: 1 };
    const earlier = before &&
      maps &&
      previous && { columns: before, judgements: previous.judgements.value, zones: maps.zones };
    return judgedColumns(judgements.value, packs, parameters.conflict, earlier);
  });

  yield { part: "roll-up", share: 0 };
  const flags = zoneFlags(judgements.value, packs, reach.value, parameters);
  const rollUpRows = rollUp(project.zones, territory.value, columns.value.byMetric);
  const units = judgeUnits({
    project,
    territory: territory.value,
    packOf: unitPacks(territory.value, packs),
    offersOf: (of) => supply.value.offers[packs.packs.findIndex((each) => each.pack === of)]?.built ?? {},
    duplicates: duplicates.groups,
    parameters,
  });
  const people = reach.value.coverage.flatMap(({ subject, profile, kind, people: covered }) =>
    kind === undefined && profile === parameters.decides[subject] ? [{ subject, covered }] : [],
  );
  const results: Results = {
    key: digestOfAll([rows, supplyKey, judgeKey, digestOf(parameters)]),
    zones: zoneResults(columns.value, judgements.value, flags, reach.value, parameters),
    facilities: facilityColumns(project.facilities, supply.value, reach.value.tables),
    reach: reach.value.tables,
    ledgers: supply.value.ledgers.map(({ ledger }) => ledger),
    coverage: reach.value.coverage,
    rollUp: rollUpRows,
    units,
    headline: headlineOf(columns.value.verdict, flags, columns.value.byMetric, rollUpRows, people),
    issues: issuesOf(project, packs, territory.value, duplicates.groups),
  };
  return done({
    project,
    standards,
    parameters,
    digests,
    duplicates,
    territory,
    packs,
    reach,
    supply,
    judgements,
    columns,
    results,
  });
}

function* stage<Value>(
  settings: Digest,
  rows: Digest,
  before: Stage<Value> | undefined,
  compute: (before: Value | undefined) => Work<Value>,
): Work<Stage<Value>> {
  const usable = before?.settings === settings ? before : undefined;
  if (usable?.rows === rows) return usable;
  return { settings, rows, value: yield* compute(usable?.value) };
}

function refusalOf(parameters: Parameters, standards: Standards): Issue | undefined {
  if (parameters.supply === "fair") return issue("analysis.fair-not-yet", "error", {});
  if (parameters.reach === "network") return issue("analysis.network-not-yet", "error", {});
  if (parameters.pack !== undefined && packById(standards, parameters.pack) === undefined) {
    return issue("analysis.unknown-pack", "error", { pack: parameters.pack });
  }
  return undefined;
}

function digestsOf(
  project: Project,
  previous: Pipeline | undefined,
  maps: { readonly zones: RowMap; readonly facilities: RowMap } | undefined,
): Digests {
  const of = (name: "zones" | "facilities") =>
    tableDigest(
      project[name],
      previous && maps && { rows: previous.project[name], table: previous.digests[name], map: maps[name] },
    );
  const sameUnits = previous?.project.units === project.units;
  return {
    zones: of("zones"),
    facilities: of("facilities"),
    units: sameUnits && previous ? previous.digests.units : tableDigest(project.units),
  };
}

function duplicatesOf(project: Project, digests: Digests, before: Duplicates | undefined): Duplicates {
  const facilities = digests.facilities.digest;
  const decisions = digestOf(project.duplicateDecisions);
  if (before?.facilities === facilities && before.decisions === decisions) return before;
  return { facilities, decisions, groups: duplicateGroups(project.facilities, project.duplicateDecisions) };
}

/** The pack most zones of a unit are judged by. */
function unitPacks(territory: Territory, packs: ZonePacks) {
  const counts = new Uint32Array(territory.units.length * packs.packs.length);
  for (const column of territory.zoneUnits) {
    column.forEach((unit, zone) => {
      const pack = packs.of[zone] as number;
      if (unit < 0 || pack === NO_PACK) return;
      const at = unit * packs.packs.length + pack;
      counts[at] = (counts[at] as number) + 1;
    });
  }
  return (unit: number) => {
    const held = counts.subarray(unit * packs.packs.length, (unit + 1) * packs.packs.length);
    const most = held.indexOf(Math.max(...held));
    return held[most] ? packs.packs[most]?.pack : undefined;
  };
}

function issuesOf(
  project: Project,
  packs: ZonePacks,
  { zoneConflicts, facilityConflicts }: Territory,
  duplicates: readonly (readonly number[])[],
): readonly Issue[] {
  const issues: Issue[] = [];
  const without = project.zones.filter((_, row) => packs.of[row] === NO_PACK);
  if (without.length > 0) {
    const first = without[0]?.id ?? "";
    issues.push(
      issue("analysis.zones-without-pack", "warning", { zones: without.length, first }, { id: first }),
    );
  }
  if (project.facilities.length === 0 && project.zones.length > 0) {
    issues.push(issue("analysis.no-facilities", "warning", {}));
  }
  for (const group of duplicates) {
    const ids = group.map((row) => project.facilities[row]?.id ?? "");
    issues.push(issue("analysis.counted-once", "warning", { ids: ids.join(", ") }, { id: ids[0] ?? "" }));
  }
  const said = (conflict: Issue | undefined) => conflict !== undefined;
  return [...issues, ...zoneConflicts.filter(said), ...facilityConflicts.filter(said)];
}
