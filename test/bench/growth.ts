import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import { country } from "../../src/core/demo/country.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { type Bench, type BenchRow, ms, mustAgree, took } from "./bench.ts";

/** The whole analysis of ever larger projects: what a zone costs should not depend on how many others there are. */
export const growth: Bench = {
  name: "growth",
  run: () => [1_000, 10_000, 50_000, 100_000, 200_000].map(grown),
};

function grown(zones: number): BenchRow {
  const facilities = zones / 8;
  const project = finish(country(demoSpec("xuzhou"), 1, { zones, facilities }));
  const time = took(() => {
    const outcome = finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS));
    mustAgree(outcome.ok && outcome.value.judgements.value.length === zones, "zones and judgements");
  });
  return {
    what: `the whole analysis: ${inThousands(zones)} zones × ${inThousands(facilities)} facilities`,
    ours: ms(time),
    peer: "none",
    ratio: Number.NaN,
    goal: "near linear",
    note: `${((time * 1000) / zones).toFixed(0)} µs per zone`,
  };
}

function inThousands(count: number): string {
  return count.toLocaleString("en");
}
