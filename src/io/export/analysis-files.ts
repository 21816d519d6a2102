import type { LineEvidence } from "../../core/analysis/evidence.ts";
import { evidenceOf } from "../../core/analysis/evidence-of.ts";
import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { isOfPhase } from "../../core/analysis/zone-columns.ts";
import { minus, roundUp, toNumber } from "../../core/base/decimal.ts";
import { canonical } from "../../core/base/digest.ts";
import { present } from "../../core/base/invariant.ts";
import { deficitOf } from "../../core/deficit/deficit.ts";
import { TIERS } from "../../core/deficit/territory.ts";
import type { Polygon } from "../../core/geo/lng-lat.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import { NO_FACILITY } from "../../core/spatial/reach-table.ts";
import type { Line } from "../../core/standards/judgement.ts";
import { VERDICTS } from "../../core/standards/verdict.ts";
import { ANALYSIS_FILES, type AnalysisFile, ledgerWord } from "./analysis-names.ts";
import { type Cell, csv } from "./csv.ts";

/** All files of an analysis, by name. Ids in code-unit order; no time, path or thread is in them. */
export function analysisFiles(pipeline: Pipeline): Readonly<Record<AnalysisFile, string>> {
  const files = ANALYSIS_FILES.map((file) => [file, fileOf(file, pipeline)]);
  return Object.fromEntries(files) as Record<AnalysisFile, string>;
}

export function fileOf(file: AnalysisFile, pipeline: Pipeline): string {
  return WRITERS[file](pipeline);
}

const WRITERS: Readonly<Record<AnalysisFile, (pipeline: Pipeline) => string>> = {
  "zones.csv": zonesCsv,
  "facilities.csv": facilitiesCsv,
  "rollup.csv": rollUpCsv,
  "links.csv": linksCsv,
  "ledger.csv": ledgerCsv,
  "verdicts.json": verdictsJson,
  "certificates.json": certificatesJson,
  "summary.json": summaryJson,
  "zones.geojson": zonesGeoJson,
};

function zonesCsv(pipeline: Pipeline): string {
  const { project, judgements, results } = pipeline;
  const packs = pipeline.packs.value;
  const columns = [
    "zone",
    "rule",
    "required",
    "provided",
    "missing",
    "verdict",
    "share",
    "nearest",
    "metres",
  ];
  const rows = function* (): Generator<Cell[]> {
    for (const [row, zone] of project.zones.entries()) {
      const rules = packs.packs[packs.of[row] ?? 0]?.rules;
      for (const line of judgements.value[row]?.lines ?? []) {
        const subject = rules?.get(line.rule)?.subject ?? "both";
        const deficit = deficitOf(line);
        const walk =
          subject === "elderly" || subject === "childcare" ? results.zones.bySubject[subject] : undefined;
        const nearest = walk?.nearest[row] ?? NO_FACILITY;
        yield [
          zone.id,
          line.rule,
          shownRequired(line),
          line.actual === undefined ? undefined : toNumber(line.actual),
          deficit?.missing,
          line.verdict,
          deficit?.share,
          project.facilities[nearest]?.id,
          nearest === NO_FACILITY ? undefined : millimetres(walk?.metres[row]),
        ];
      }
    }
  };
  return csv(columns, rows());
}

function shownRequired(line: Line): number | undefined {
  const deficit = deficitOf(line);
  if (deficit !== undefined) return toNumber(deficit.required);
  if (line.required === undefined) return undefined;
  return line.whole ? roundUp(line.required) : toNumber(line.required);
}

function facilitiesCsv({ project, results, supply }: Pipeline): string {
  const { rows, metric, capacity, load, reachedZones } = results.facilities;
  const lines = function* (): Generator<Cell[]> {
    for (const [at, row] of rows.entries()) {
      const facility = project.facilities[row];
      const word = ledgerWord(metric[at] ?? "beds", supply.value.metrics);
      yield [facility?.id, facility?.kind, word, capacity[at], load[at], reachedZones[at]];
    }
  };
  return csv(["id", "kind", "subject", "capacity", "load", "reachedZones"], lines());
}

function rollUpCsv({ results }: Pipeline): string {
  const columns = [
    "level",
    "unit",
    "subject",
    "metric",
    "required",
    "provided",
    "missing",
    "zones",
    "households",
    "residents",
  ];
  return csv(
    columns,
    results.rollUp.map((row) => [
      ...[row.level, row.unit, row.subject, row.metric],
      ...[row.required, row.provided, row.missing, row.zones, row.households, row.residents],
    ]),
  );
}

function linksCsv({ project, results }: Pipeline): string {
  const rows = function* (): Generator<Cell[]> {
    for (const subject of [...CARE_SUBJECTS].sort()) {
      const { starts, facilities, metres } = results.reach[subject];
      for (const [zone, { id }] of project.zones.entries()) {
        for (let at = starts[zone] ?? 0; at < (starts[zone + 1] ?? 0); at++) {
          yield [subject, id, project.facilities[facilities[at] ?? 0]?.id, millimetres(metres[at])];
        }
      }
    }
  };
  return csv(["subject", "zone", "facility", "metres"], rows());
}

function ledgerCsv({ project, results, supply }: Pipeline): string {
  const rows = function* (): Generator<Cell[]> {
    for (const ledger of results.ledgers) {
      const word = ledgerWord(ledger.metric, supply.value.metrics);
      for (const [at, zone] of ledger.zones.entries()) {
        const facility = project.facilities[ledger.facilities[at] ?? 0];
        yield [word, project.zones[zone]?.id, facility?.id, ledger.amounts[at]];
      }
    }
  };
  return csv(["subject", "zone", "facility", "amount"], rows());
}

/** Rules once, then a line per zone with its lines and their evidence. */
function verdictsJson(pipeline: Pipeline): string {
  const rules: Record<string, object> = {};
  for (const { rules: known } of pipeline.packs.value.packs) {
    for (const rule of known.values()) {
      if (rule.level !== "estate") continue;
      const { title, metric, unit, severity, clauses, conflictGroup: group } = rule;
      rules[rule.id] = { title, metric, unit, severity, clauses, ...(group !== undefined && { group }) };
    }
  }
  const zones = pipeline.project.zones.map((_, row) => JSON.stringify(verdictOf(pipeline, row)));
  return `{"rules":${canonical(rules)},"zones":[\n${zones.join(",\n")}\n]}\n`;
}

function verdictOf(pipeline: Pipeline, row: number): object {
  const { project, judgements, results } = pipeline;
  const { id } = present(project.zones[row], "the zone is there");
  const judgement = present(judgements.value[row], "every zone is judged");
  const evidence = evidenceOf(pipeline, id);
  const shown = evidence.ok ? evidence.value : undefined;
  const flags = results.zones.flags[row] ?? 0;
  return {
    zone: id,
    verdict: judgement.overall,
    ...(shown && { pack: shown.pack.id, borrowed: shown.borrowed, origin: shown.origin }),
    sensitive: (flags & ZONE_FLAGS.sensitive) !== 0,
    ...(judgement.secondReading !== undefined && { secondReading: judgement.secondReading }),
    estimated: (flags & ZONE_FLAGS.estimated) !== 0,
    remarks: judgement.remarks,
    ...(judgement.phases && { phases: judgement.phases }),
    lines: (shown?.lines ?? []).map((each) => lineVerdict(pipeline, row, each)),
  };
}

function lineVerdict(pipeline: Pipeline, row: number, evidence: LineEvidence): object {
  const { rule, line, severity, arithmetic, counted, notCounted } = evidence;
  const packs = pipeline.packs.value;
  const group = packs.packs[packs.of[row] ?? 0]?.rules.get(rule)?.conflictGroup;
  const perhaps = perhapsOf(pipeline, row, evidence);
  const { needed } = line;
  return {
    ...{ rule, verdict: line.verdict, severity },
    ...(group !== undefined && { group }),
    ...{ arithmetic, required: shownRequired(line), provided: line.actual && toNumber(line.actual) },
    ...{ missing: deficitOf(line)?.missing, ...(perhaps !== undefined && { perhaps }) },
    ...(needed && { needed: { base: needed.base, atMost: toNumber(needed.atMost) } }),
    ...{ estimated: line.estimated, notes: line.notes, counted, notCounted },
  };
}

/** Of what a line has at most, what only may count, so that it is in no ledger. */
function perhapsOf({ supply, judgements }: Pipeline, row: number, { line, metric }: LineEvidence) {
  const ledger = supply.value.ledgers.find((each) => each.metric === metric)?.ledger;
  const sure = ledger?.provided[row];
  const judgement = judgements.value[row];
  if (sure === undefined || line.actual === undefined || judgement === undefined || isOfPhase(judgement)) {
    return undefined;
  }
  const more = minus(line.actual, sure);
  return more.numerator === 0n ? undefined : toNumber(more);
}

/** Empty until a method that proves its shortages is there; the method says so. */
function certificatesJson({ parameters }: Pipeline): string {
  return json({ method: parameters.supply, certificates: [] });
}

function summaryJson(pipeline: Pipeline): string {
  const { project, parameters, results, supply } = pipeline;
  const packs = pipeline.packs.value;
  return json({
    key: results.key,
    project: {
      name: project.name,
      origin: project.origin,
      zones: project.zones.length,
      facilities: project.facilities.length,
    },
    parameters,
    packs: packs.packs.map(({ pack }) => ({
      ...{ id: pack.id, version: pack.version, status: pack.status, countedKinds: pack.countedKinds },
      ...(pack.validTo !== undefined && { validTo: pack.validTo }),
    })),
    metrics: supply.value.metrics,
    headline: results.headline,
    coverage: results.coverage.map(({ subject, profile, kind, people }) => ({
      ...{ subject, profile, people },
      ...(kind !== undefined && { kind }),
    })),
    units: results.units.map(({ level, unit, name, judgement }) => ({
      ...{ level, unit, name, verdict: judgement.overall },
      lines: judgement.lines.map(({ rule, verdict, required, actual }) => ({
        ...{ rule, verdict },
        ...(required && { required: toNumber(required) }),
        ...(actual && { actual: toNumber(actual) }),
      })),
    })),
    issues: results.issues,
  });
}

function zonesGeoJson({ project, results, territory, judgements }: Pipeline): string {
  const features = project.zones.map((zone, row) => ({
    type: "Feature",
    id: zone.id,
    properties: {
      id: zone.id,
      name: zone.name ?? null,
      status: zone.status ?? null,
      households: zone.households ?? null,
      residents: zone.residents ?? null,
      verdict: judgements.value[row]?.overall ?? null,
      ...Object.fromEntries(
        results.zones.byMetric.map(({ metric, missing }) => [`missing_${metric}`, finite(missing[row])]),
      ),
      ...Object.fromEntries(
        CARE_SUBJECTS.map((subject) => [
          `verdict_${subject}`,
          VERDICTS[results.zones.bySubject[subject].verdict[row] ?? 0] ?? null,
        ]),
      ),
      units: unitsOf(territory.value.zonePaths[row] ?? []),
    },
    geometry: geometryOf(zone),
  }));
  const lines = features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

function unitsOf(path: Pipeline["territory"]["value"]["zonePaths"][number]): Record<string, string> {
  const units: Record<string, string> = {};
  for (let tier = 0; tier < TIERS; tier++) {
    const unit = path[tier];
    if (unit !== undefined) units[unit.level] = unit.unit;
  }
  return units;
}

function geometryOf({ shape, at }: ResidentialZone): object | null {
  if (shape !== undefined) return { type: "MultiPolygon", coordinates: shape.map(closedRings) };
  return at === undefined ? null : { type: "Point", coordinates: [at.lng, at.lat] };
}

function closedRings(polygon: Polygon): number[][][] {
  return polygon.map((ring) => {
    const positions = ring.map(({ lng, lat }) => [lng, lat]);
    return positions[0] ? [...positions, positions[0]] : positions;
  });
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function millimetres(metres: number | undefined): number | undefined {
  return metres === undefined || !Number.isFinite(metres) ? undefined : Math.round(metres * 1000) / 1000;
}

function json(value: unknown): string {
  return `${canonical(value)}\n`;
}
