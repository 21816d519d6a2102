import type { AllocationFindings } from "../../core/analysis/allocation-findings.ts";
import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { toNumber, ZERO } from "../../core/base/decimal.ts";
import { ledgerWord } from "./analysis-names.ts";
import { listedBlocks } from "./json-array.ts";

/**
 * The certificates of what is short, one to a line, by metric; none of a method that proves none. `district` is the
 * number of its 片区, of a maximal one.
 */
export function certificatesJson({ project, parameters, results, supply }: Pipeline): Iterable<string> {
  const { allocations = [] } = results;
  const idsIn = (rows: readonly { readonly id: string }[], of: Uint32Array) =>
    Array.from(of, (row) => rows[row]?.id);
  const lines = function* () {
    for (const { metric, levels, certificates, areas } of allocations) {
      const subject = ledgerWord(metric, supply.value.metrics);
      const districts = new Map(Array.from(areas, (at, place) => [at, place + 1]));
      for (const [at, each] of certificates.entries()) {
        const district = districts.get(at);
        yield JSON.stringify({
          subject,
          zones: idsIn(project.zones, each.zones),
          facilities: idsIn(project.facilities, each.facilities),
          need: toNumber(each.need),
          capacity: toNumber(each.capacity),
          ...(each.reserved.numerator > 0n && { reserved: toNumber(each.reserved) }),
          missing: toNumber(each.missing),
          ...(each.certain && { certain: toNumber(each.certain) }),
          share: toNumber(levels[each.level] ?? ZERO),
          maximal: each.maximal,
          ...(district !== undefined && { district }),
        });
      }
    }
  };
  return listedBlocks(`{"method":${JSON.stringify(parameters.supply)},"certificates":[\n`, lines(), "\n]}\n");
}

/** What was shared out of a metric in all: needed, served, missing whatever the assignment, so much of that for certain, in how many 片区. */
export function allocationSums({ metric, totals, areas }: AllocationFindings) {
  const { zones, need, served, missing, certain } = totals;
  return {
    metric,
    zones,
    need: toNumber(need),
    served: toNumber(served),
    missing: toNumber(missing),
    certain: toNumber(certain),
    districts: areas.length,
  };
}
