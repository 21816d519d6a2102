import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../src/core/analysis/pipeline.ts";
import { digestOf } from "../../src/core/base/digest.ts";
import { present } from "../../src/core/base/invariant.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import { applyPatch } from "../../src/core/model/apply-patch.ts";
import { moveFacility } from "../../src/core/model/edits/move-facility.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { type Bench, median, ms, mustAgree, took } from "./bench.ts";

/** One facility moved in a city of 20,000 × 3,000: what depends on it, against everything. */
export const pipeline: Bench = {
  name: "pipeline",
  run() {
    let project: Project = finish(demoCity(demoSpec("xuzhou"), 1, "city"));
    let now = opened(project);
    const full = median([1, 2, 3].map(() => took(() => opened(project))));
    const moves: number[] = [];
    for (let round = 0; round < 25; round++) {
      project = moved(project, 40 * round + 50);
      const next = project;
      moves.push(
        took(() => {
          const outcome = finish(update(now, { project: next }));
          mustAgree(outcome.ok, "an update is refused");
          if (outcome.ok) now = outcome.value;
        }),
      );
    }
    mustAgree(digestOf(columnsOf(now)) === digestOf(columnsOf(opened(project))), "updated and full results");
    const ours = median(moves);
    return [
      {
        what: "one facility moved: reach, coverage, supply, verdicts, deficits, roll-up",
        ours: ms(ours),
        peer: `${ms(full)} (everything from scratch)`,
        ratio: full / ours,
        goal: "50",
        note: "equal results",
      },
    ];
  },
};

function opened(project: Project): Pipeline {
  const outcome = finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS));
  mustAgree(outcome.ok, "an analysis is refused");
  return present(outcome.ok ? outcome.value : undefined, "an analysis that was not refused");
}

function moved(project: Project, row: number): Project {
  const { id, at } = present(
    project.facilities.slice(row).find((each) => each.at),
    "a facility with a place",
  );
  const to = { lng: (at?.lng ?? 0) + 0.002, lat: (at?.lat ?? 0) + 0.001 };
  const patch = moveFacility(project, { id, to });
  const next = patch.ok ? applyPatch(project, patch.value) : patch;
  return present(next.ok ? next.value : undefined, "a facility that can be moved");
}

/** Typed arrays as lists, so that the digest sees every number. */
function columnsOf({ results }: Pipeline): unknown {
  return JSON.parse(
    JSON.stringify(results, (_, value: unknown) =>
      ArrayBuffer.isView(value)
        ? Array.from(value as Float64Array, String)
        : typeof value === "bigint"
          ? String(value)
          : value,
    ),
  );
}
