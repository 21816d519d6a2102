import { digestOf, digestOfAll } from "../base/digest.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { rowMap } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import { unitFinder } from "../deficit/find-unit.ts";
import { judgeUnits, type UnitStage } from "../deficit/judge-units.ts";
import { rollUp, unitsOfZones } from "../deficit/roll-up.ts";
import { type Territory, territoryOf, tierOf } from "../deficit/territory.ts";
import { touchedUnits } from "../deficit/touched-units.ts";
import { unitPacks } from "../deficit/unit-packs.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { streetChangesDigest, walkedStreets } from "../network/walked-streets.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { Judgement } from "../standards/judgement.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { type Standards, withCustomPacks } from "../standards/standards.ts";
import { refusalOf, remarksOn } from "./analysis-issues.ts";
import { type DocumentDigests, type Duplicates, documentDigests, duplicatesOf } from "./document-digests.ts";
import { doubleClaims } from "./double-claims.ts";
import { facilityColumns } from "./facility-columns.ts";
import { headlineOf } from "./headline.ts";
import { judgeCircles } from "./judge-circles.ts";
import { judgeZones } from "./judge-zones.ts";
import { type Needs, needsOf } from "./needs.ts";
import { networkFindings, networkRemarks } from "./network-findings.ts";
import { type Networks, networksKey, networksOf } from "./networks.ts";
import { notAllocated } from "./not-allocated.ts";
import type { Offers } from "./offers.ts";
import type { Parameters } from "./parameters.ts";
import { type ReachStage, reachStage } from "./reach-stage.ts";
import type { Results, RollUpRow } from "./results.ts";
import { rulesToCome } from "./rules-to-come.ts";
import { type Stage, stage } from "./stage.ts";
import { type SupplyStage, supplyStage } from "./supply-stage.ts";
import { firstOrLast } from "./touched-zones.ts";
import { uncheckedVerdicts } from "./unchecked-rows.ts";
import { type JudgedColumns, judgedColumns } from "./zone-columns.ts";
import { type ZonePacks, zonePacks } from "./zone-packs.ts";
import { zoneFlags, zoneResults } from "./zone-results.ts";

/**
 * An analysis with all that it was made from, stage by stage: a value, never changed. `update` makes the next one and
 * works out only what depends on what changed; its results are byte for byte those of a run from scratch.
 */
export interface Pipeline {
  readonly project: Project;
  readonly standards: Standards;
  readonly parameters: Parameters;
  readonly digests: DocumentDigests;
  readonly duplicates: Duplicates;
  readonly territory: Stage<Territory>;
  readonly packs: Stage<ZonePacks>;
  /** Kept while walks are straight lines, for the way back; absent until walks were along the streets. */
  readonly networks?: Stage<Networks>;
  readonly reach: Stage<ReachStage>;
  readonly needs: Stage<Needs>;
  readonly supply: Stage<SupplyStage>;
  readonly judgements: Stage<readonly Judgement[]>;
  readonly columns: Stage<JudgedColumns>;
  readonly units: Stage<UnitStage>;
  readonly rolledUp: Stage<readonly RollUpRow[]>;
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
 * `reachQuestions`, where somebody has worked them out by several threads; along straight lines only.
 */
export function* openPipeline(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  reach?: Readonly<Record<CareSubject, ReachTable>>,
): Work<Outcome<Pipeline>> {
  return yield* run(project, standards, parameters, undefined, reach);
}

/** The next analysis. Cost: what depends on the change, and one look at every row. Other standards are a run anew. */
export function* update(previous: Pipeline, change: Change): Work<Outcome<Pipeline>> {
  const {
    project = previous.project,
    parameters = previous.parameters,
    standards = previous.standards,
  } = change;
  const same = standards === previous.standards;
  return yield* run(project, standards, parameters, same ? previous : undefined);
}

function* run(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  previous?: Pipeline,
  reachTables?: Readonly<Record<CareSubject, ReachTable>>,
): Work<Outcome<Pipeline>> {
  const known = withCustomPacks(standards, project.customPacks);
  const refusal = refusalOf(parameters, known, project.streets);
  if (refusal !== undefined) return refused(refusal);
  const maps = previous && {
    zones: rowMap(previous.project.zones, project.zones),
    facilities: rowMap(previous.project.facilities, project.facilities),
  };
  const digests = documentDigests(project, previous && maps && { ...previous, maps });
  const rows = digestOfAll([digests.zones.digest, digests.facilities.digest]);
  const duplicates = duplicatesOf(project, digests, previous?.duplicates);

  const territory = yield* stage(digests.units.digest, rows, previous?.territory, function* (before) {
    yield { part: "roll-up", share: 0 };
    return territoryOf(project, unitFinder(project.units), before && maps && { territory: before, ...maps });
  });
  const chosenBy = digestOfAll([
    digests.settings,
    digests.units.digest,
    digestOf([parameters.pack ?? "", ...parameters.overlays]),
  ]);
  const chosen = yield* stage(chosenBy, digests.zones.digest, previous?.packs, function* (before) {
    yield { part: "judge", share: 0 };
    const codeOf = (row: number) =>
      project.zones[row]?.adminCode ?? territory.value.zonePaths[row]?.[DISTRICT]?.unit;
    return zonePacks(project, known, parameters, codeOf, before);
  });
  const packs = chosen.value;
  const packsKey = digestOfAll([chosenBy, ...packs.packs.map(({ pack }) => digestOf(pack))]);

  const { streets } = project;
  const walked = parameters.reach === "straight" ? done(undefined) : walkedStreets(project);
  if (!walked.ok) return refused(...walked.issues);
  const ground = walked.value;
  const networks =
    streets === undefined || ground === undefined
      ? undefined
      : yield* stage(networksKey(streets, known), streetChangesDigest(project), previous?.networks, () =>
          networksOf(ground, known),
        );
  const relaid = networks !== undefined && networks.value !== previous?.networks?.value;
  const changes = (networks && project.streetChanges?.length) ?? 0;
  const reachRows = networks && changes > 0 ? digestOfAll([rows, networks.rows]) : rows;

  const { detour, limits, decides, countStatuses, supply: method, offsite, conflict, year } = parameters;
  const ways = networks === undefined ? { detour } : { cap: parameters.cap, networks: networks.settings };
  const reachKey = digestOfAll([packsKey, digestOf({ ...ways, limits, decides, countStatuses })]);
  const reach = yield* stage(reachKey, reachRows, previous?.reach, (before) =>
    reachStage(
      {
        ...{ project, packs, parameters },
        ...(networks && { networks: networks.value }),
        ...(reachTables && { tables: reachTables }),
      },
      before && maps && { stage: before, ...maps },
    ),
  );

  const needKey = digestOfAll([packsKey, digestOf({ conflict, year })]);
  const needs = yield* stage(needKey, digests.zones.digest, previous?.needs, function* (before) {
    yield { part: "supply", share: 0 };
    const earlier = before &&
      maps &&
      previous && { needs: before, packs: previous.packs.value, zones: maps.zones };
    return needsOf(project, packs, parameters, earlier);
  });
  const byNeed = method === "floating" || method === "fair";
  const supplyKey = digestOfAll([reachKey, digestOf({ method, offsite }), byNeed ? needKey : ""]);
  const supply = yield* stage(supplyKey, reachRows, previous?.supply, (before) =>
    supplyStage(
      {
        project,
        packs,
        parameters,
        territory: territory.value,
        reach: reach.value.tables,
        duplicates,
        needs: needs.value,
      },
      before && maps && previous && { stage: before, relations: relationsOf(previous), relaid, ...maps },
    ),
  );

  const judgeKey = digestOfAll([packsKey, digestOf({ conflict, year, countStatuses })]);
  const suppliedRows = digestOfAll([supplyKey, reachRows]);
  const judgements = yield* stage(judgeKey, suppliedRows, previous?.judgements, (before) =>
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
          packs: previous.packs.value,
          zones: maps.zones,
        },
    ),
  );
  const columns = yield* stage(judgeKey, suppliedRows, previous?.columns, function* (before) {
    yield { part: "judge", share: 1 };
    const earlier = before &&
      maps &&
      previous && { columns: before, judgements: previous.judgements.value, zones: maps.zones };
    return judgedColumns(judgements.value, packs, parameters.conflict, earlier);
  });

  const sameUnits = previous?.territory.value.zoneUnits === territory.value.zoneUnits;
  const units = yield* stage(judgeKey, rows, previous?.units, function* (before) {
    yield { part: "roll-up", share: 0 };
    return judgeUnits(
      {
        project,
        parameters,
        territory: territory.value,
        packs:
          before && sameUnits && previous.packs === chosen ? before.packs : unitPacks(territory.value, packs),
        offersOf: builtOffers(packs, supply.value),
        duplicates,
      },
      before && maps && previous && sameUnits && !firstOrLast(maps)
        ? {
            stage: before,
            dirty: touchedUnits(
              territory.value,
              previous.territory.value,
              duplicates,
              previous.duplicates,
              maps,
            ),
          }
        : undefined,
    );
  });

  const rolledUp = yield* stage(judgeKey, suppliedRows, previous?.rolledUp, function* (before) {
    yield { part: "roll-up", share: 0.5 };
    const changed = (zone: number) =>
      maps?.zones.changed[zone] === 1 || judgements.value[zone] !== previous?.judgements.value[zone];
    const earlier =
      before && sameUnits && maps?.zones.aligned && sameMetrics(columns.value, previous.columns.value)
        ? { rows: before, touched: unitsOfZones(territory.value, changed) }
        : undefined;
    return rollUp(project.zones, territory.value, columns.value.byMetric, earlier);
  });
  const flags = zoneFlags(judgements.value, packs, reach.value, parameters);
  const people = reach.value.coverage.flatMap(({ subject, profile, kind, people: covered }) =>
    packs.packs.length > 0 && kind === undefined && profile === decides[subject]
      ? [{ subject, covered }]
      : [],
  );
  const allocations = supply.value.ledgers.flatMap(({ allocation }) => allocation ?? []);
  const leftOut = notAllocated({ project, supply, judgements });
  const network = networks && networkFindings(networks.value, reach.value, changes);
  const results: Results = {
    key: digestOfAll([reachRows, supplyKey, judgeKey, digestOf(parameters)]),
    zones: zoneResults(columns.value, judgements.value, flags, reach.value, parameters),
    facilities: facilityColumns(project.facilities, supply.value, reach.value.tables),
    reach: reach.value.tables,
    ledgers: supply.value.ledgers.map(({ ledger }) => ledger),
    ...(method === "fair" && { allocations }),
    coverage: reach.value.coverage,
    ...(network && { network }),
    rollUp: rolledUp.value,
    units: units.value.judged,
    circles: judgeCircles(packs, reach.value, parameters),
    headline: headlineOf(
      columns.value.verdict,
      flags,
      columns.value.byMetric,
      rolledUp.value,
      people,
      territory.value,
    ),
    issues: remarksOn(
      project,
      packs,
      territory.value,
      duplicates.groups,
      rulesToCome(project, packs, territory.value.units, units.value.packs, parameters),
      uncheckedVerdicts(project, packs, supply.value, judgements.value),
      [
        ...(network ? networkRemarks(project, network, parameters) : []),
        ...(leftOut ? [leftOut] : []),
        ...doubleClaims(project, duplicates),
      ],
    ),
  };
  const kept = networks ?? previous?.networks;
  return done({
    ...(kept && { networks: kept }),
    ...{ project, standards, parameters, digests, duplicates, territory, packs: chosen },
    ...{ reach, needs, supply, judgements, columns, units, rolledUp, results },
  });
}

/** Tier of the districts, whose code chooses a pack where a zone states none. */
const DISTRICT = tierOf("district");

/** What every facility offers of what is built, by pack in use. */
export function builtOffers({ packs }: ZonePacks, { offers }: SupplyStage): (pack: RulePack) => Offers {
  const offersOf = new Map(packs.map(({ pack }, row) => [pack, offers[row]?.built ?? {}]));
  return (pack) => offersOf.get(pack) ?? {};
}

function sameMetrics(a: JudgedColumns, b: JudgedColumns): boolean {
  return a.byMetric.map(({ metric }) => metric).join() === b.byMetric.map(({ metric }) => metric).join();
}

function relationsOf({ supply, reach, duplicates }: Pipeline) {
  return { ties: supply.value.ties, reach: reach.value.tables, duplicates };
}
