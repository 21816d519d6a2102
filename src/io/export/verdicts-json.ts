import type { LineEvidence } from "../../core/analysis/evidence.ts";
import { evidenceOf } from "../../core/analysis/evidence-of.ts";
import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { toNumber } from "../../core/base/decimal.ts";
import { canonical } from "../../core/base/digest.ts";
import { present } from "../../core/base/invariant.ts";
import { deficitOf } from "../../core/deficit/deficit.ts";
import { isOfSingleRooms } from "../../core/standards/judge-estate.ts";
import { listedBlocks } from "./json-array.ts";
import { shownPerhaps, shownProvided, shownRequired } from "./shown-amounts.ts";

/**
 * The rules of each pack in use once, then a line per zone with its lines and their evidence. A pack and its edited copy
 * may have rules of one id that say different things. In pieces.
 */
export function verdictsJson(pipeline: Pipeline): Generator<string> {
  const rules: Record<string, Record<string, object>> = {};
  for (const { id, rules: known } of pipeline.packs.value.packs) {
    const ofPack: Record<string, object> = {};
    for (const rule of known.values()) {
      if (rule.level !== "estate" && !isOfSingleRooms(rule)) continue;
      const { title, subject, metric, unit, severity, clauses, conflictGroup: group } = rule;
      ofPack[rule.id] = {
        ...{ title, subject, metric, unit, severity, clauses },
        ...(group !== undefined && { group }),
      };
    }
    rules[id] = ofPack;
  }
  const lines = function* () {
    for (const row of pipeline.project.zones.keys()) yield JSON.stringify(verdictOf(pipeline, row));
  };
  return listedBlocks(`{"rules":${canonical(rules)},"zones":[\n`, lines(), "\n]}\n");
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
    ...(shown?.pack && { pack: shown.pack.id, borrowed: shown.borrowed, origin: shown.origin }),
    ...(shown?.childcareOrigin && { childcareOrigin: shown.childcareOrigin }),
    sensitive: (flags & ZONE_FLAGS.sensitive) !== 0,
    ...(judgement.secondReading !== undefined && { secondReading: judgement.secondReading }),
    estimated: (flags & ZONE_FLAGS.estimated) !== 0,
    remarks: judgement.remarks,
    ...(judgement.phases && { phases: judgement.phases }),
    lines: (shown?.lines ?? []).map((each) => lineVerdict(pipeline, row, each)),
  };
}

function lineVerdict(pipeline: Pipeline, row: number, evidence: LineEvidence): object {
  const { rule, line, severity, arithmetic, counted, assumes, notCounted } = evidence;
  const packs = pipeline.packs.value;
  const group = packs.packs[packs.of[row] ?? 0]?.rules.get(rule)?.conflictGroup;
  const perhaps = shownPerhaps(line);
  const { needed } = line;
  return {
    ...{ rule, verdict: line.verdict, severity },
    ...(group !== undefined && { group }),
    ...{ arithmetic, required: shownRequired(line), provided: shownProvided(line) },
    ...{ missing: deficitOf(line)?.missing, ...(perhaps !== undefined && { perhaps }) },
    ...(needed && { needed: { base: needed.base, atMost: toNumber(needed.atMost) } }),
    ...{ estimated: line.estimated, notes: line.notes },
    // Who has rooms of a facility too is in the ledger.
    counted: counted.map(({ others: _others, ...each }) => each),
    ...(assumes && { assumes }),
    notCounted,
  };
}
