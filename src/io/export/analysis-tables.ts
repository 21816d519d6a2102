import { assumedBy } from "../../core/analysis/assumed-by.ts";
import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { toNumber } from "../../core/base/decimal.ts";
import { present } from "../../core/base/invariant.ts";
import { deficitOf } from "../../core/deficit/deficit.ts";
import { CARE_SUBJECTS, isCareSubject } from "../../core/model/facility-kind.ts";
import { NO_FACILITY } from "../../core/spatial/reach-table.ts";
import type { Line } from "../../core/standards/judgement.ts";
import { ledgerWord } from "./analysis-names.ts";
import { type Cell, csvBlocks } from "./csv.ts";
import { millimetres, shownPerhaps, shownProvided, shownRequired } from "./shown-amounts.ts";

/** A row per zone and rule, with what may count beside what is provided, along streets the real metres, and of a fair allocation what it took it to need and how many zones a pass assumes to use nothing; one without a rule for a zone that no rule judges, with the verdict of the zone. */
export function zonesCsv(pipeline: Pipeline): Generator<string> {
  const { project, judgements, results } = pipeline;
  const packs = pipeline.packs.value;
  const { allocations } = results;
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
    "perhaps",
    ...(results.network ? ["walked"] : []),
    ...(allocations ? ["need", "assumes"] : []),
  ];
  const needOf = (metric: string | undefined, row: number) => {
    const need = allocations?.find((each) => each.metric === metric)?.zones.needs[row];
    return need && toNumber(need);
  };
  const assumedOf = (row: number, metric: string | undefined, line: Line) => {
    const assumes = assumedBy(pipeline, row, metric, line);
    return assumes && assumes.zones.length + assumes.more + assumes.placeless;
  };
  const rows = function* (): Generator<Cell[]> {
    for (const [row, zone] of project.zones.entries()) {
      const rules = packs.packs[packs.of[row] ?? 0]?.rules;
      const judgement = present(judgements.value[row], "every zone is judged");
      if (judgement.lines.length === 0) {
        const unknown = undefined;
        yield [
          zone.id,
          ...[unknown, unknown, unknown, unknown],
          judgement.overall,
          unknown,
          unknown,
          unknown,
          unknown,
          ...(results.network ? [unknown] : []),
          ...(allocations ? [unknown, unknown] : []),
        ];
      }
      for (const line of judgement.lines) {
        const { subject = "both", metric } = rules?.get(line.rule) ?? {};
        const deficit = deficitOf(line);
        const walk =
          subject !== "both" && isCareSubject(subject) ? results.zones.bySubject[subject] : undefined;
        const nearest = walk?.nearest[row] ?? NO_FACILITY;
        const real = nearest === NO_FACILITY ? undefined : millimetres(walk?.walked?.[row]);
        yield [
          zone.id,
          line.rule,
          shownRequired(line),
          shownProvided(line),
          deficit?.missing,
          line.verdict,
          deficit?.share,
          project.facilities[nearest]?.id,
          nearest === NO_FACILITY ? undefined : millimetres(walk?.metres[row]),
          shownPerhaps(line),
          ...(results.network ? [real] : []),
          ...(allocations ? [needOf(metric, row), assumedOf(row, metric, line)] : []),
        ];
      }
    }
  };
  return csvBlocks(columns, rows());
}

/** A row per facility and metric that it counts toward, with what a fair allocation shares out of it; its own subject where it counts toward none. */
export function facilitiesCsv({ project, results, supply }: Pipeline): Generator<string> {
  const { rows, metric, capacity, load, reachedZones } = results.facilities;
  const { allocations } = results;
  const openOf = (of: string | undefined, row: number) => {
    const open = allocations?.find((each) => each.metric === of)?.facilities.open[row];
    return Number.isNaN(open) ? undefined : open;
  };
  const lines = function* (): Generator<Cell[]> {
    for (const [at, row] of rows.entries()) {
      const facility = project.facilities[row];
      const word = ledgerWord(metric[at] ?? "beds", supply.value.metrics);
      const line = [facility?.id, facility?.kind, word, capacity[at], load[at], reachedZones[at]];
      yield allocations ? [...line, openOf(metric[at], row)] : line;
    }
  };
  const columns = ["id", "kind", "subject", "capacity", "load", "reachedZones"];
  return csvBlocks(allocations ? [...columns, "open"] : columns, lines());
}

/** A row per unit and metric; what no zone of the unit tells is not said. */
export function rollUpCsv({ results }: Pipeline): Generator<string> {
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
    "perhaps",
  ];
  return csvBlocks(
    columns,
    results.rollUp.map((row) => [
      ...[row.level, row.unit, row.subject, row.metric],
      ...(row.zonesKnown > 0 ? [row.required, row.provided, row.missing] : NOTHING_KNOWN),
      row.zones,
      row.zonesWithHouseholds > 0 ? row.households : undefined,
      row.zonesWithResidents > 0 ? row.residents : undefined,
      row.perhaps > 0 ? row.perhaps : undefined,
    ]),
  );
}

const NOTHING_KNOWN = [undefined, undefined, undefined];

/** Who reaches what within the limit of its subject; along streets with the real metres beside those that decide. */
export function linksCsv({ project, results }: Pipeline): Generator<string> {
  const rows = function* (): Generator<Cell[]> {
    for (const subject of [...CARE_SUBJECTS].sort()) {
      const { starts, facilities, metres, walked } = results.reach[subject];
      for (const [zone, { id }] of project.zones.entries()) {
        for (let at = starts[zone] ?? 0; at < (starts[zone + 1] ?? 0); at++) {
          const link = [subject, id, project.facilities[facilities[at] ?? 0]?.id, millimetres(metres[at])];
          yield walked ? [...link, millimetres(walked[at])] : link;
        }
      }
    }
  };
  const columns = ["subject", "zone", "facility", "metres"];
  return csvBlocks(results.network ? [...columns, "walked"] : columns, rows());
}

export function ledgerCsv({ project, results, supply }: Pipeline): Generator<string> {
  const rows = function* (): Generator<Cell[]> {
    for (const ledger of results.ledgers) {
      const word = ledgerWord(ledger.metric, supply.value.metrics);
      for (const [at, zone] of ledger.zones.entries()) {
        const facility = project.facilities[ledger.facilities[at] ?? 0];
        yield [word, project.zones[zone]?.id, facility?.id, ledger.amounts[at]];
      }
    }
  };
  return csvBlocks(["subject", "zone", "facility", "amount"], rows());
}
