import type { WrongFigure } from "../../src/io/verify/tally.ts";
import type { AllocationChecked } from "../allocation-tasks.ts";
import type { AllocationAsked } from "./allocation-asked.ts";

/** What was checked of these allocations, each zone and facility once, and what of it is wrong. */
export function allocationChecked(
  asked: readonly AllocationAsked[],
  wrong: readonly WrongFigure[],
): AllocationChecked {
  const zones = new Set(asked.flatMap(({ problem }) => [...problem.zones]));
  const facilities = new Set(
    asked.flatMap(({ findings }) =>
      Array.from(findings.facilities.capacity.keys()).filter(
        (row) => !Number.isNaN(findings.facilities.capacity[row]),
      ),
    ),
  );
  return {
    zones: zones.size,
    facilities: facilities.size,
    links: asked.reduce((sum, { problem }) => sum + problem.facilities.length, 0),
    areas: asked.reduce((sum, { findings }) => sum + findings.areas.length, 0),
    wrong: wrong.slice(0, MOST_TOLD),
    wrongCount: wrong.length,
  };
}

const MOST_TOLD = 20;
