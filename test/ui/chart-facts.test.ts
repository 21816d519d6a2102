import { describe, expect, it } from "vitest";
import type { Finding, IndicatorFacts } from "../../src/core/city/city-facts.ts";
import type { TargetCell } from "../../src/core/standards/city-targets.ts";
import { chartFacts } from "../../src/ui/city/chart-facts.ts";

const found: TargetCell = { year: 2020, kind: "found", value: 67 };
const [first, last] = [71, 75].map((value, i): TargetCell => ({ year: 2023 + 2 * i, kind: "target", value }));

function facts(
  cells: readonly (TargetCell | undefined)[],
  finding: Finding,
  reached?: number,
): IndicatorFacts {
  const stated = cells.flatMap((cell) => cell ?? []);
  const target = stated.findLast(({ kind }) => kind === "target");
  const words = { zh: "", en: "" };
  return {
    indicator: {
      ...{ id: "I", name: words, unit: words, cells: stated },
      source: { document: "D", clause: "1", line: 1 },
    },
    document: undefined,
    finding,
    ...(target && { target }),
    ...(reached !== undefined && { reached }),
  };
}

const figure: Finding = { kind: "figure", value: 60, arithmetic: "" };

describe("what is drawn of an indicator", () => {
  it("is what was found, the targets and the figure, in one unit", () => {
    const chart = chartFacts(facts([found, first, last], figure, 0.8), false);
    expect(chart?.found.map(({ value }) => value)).toEqual([67]);
    expect(chart?.targets.map(({ year, value }) => [year, value])).toEqual([
      [2023, 71],
      [2025, 75],
    ]);
    expect(chart).toMatchObject({ inForce: 2025, here: { least: 60, most: 60 } });
  });

  it("is a share of units in the unit of the target", () => {
    // 3 of 4 units are 75 %, all of a target of 75 %
    const chart = chartFacts(
      facts([found, last], { kind: "units", level: "street", have: 3, all: 4 }, 1),
      false,
    );
    expect(chart?.here).toEqual({ least: 75, most: 75 });
  });

  it("leaves out a figure that is not compared with the target", () => {
    expect(chartFacts(facts([found, last], figure), true)?.here).toBeUndefined();
  });

  it("has an open end where it is not known how much counts, and none in an invented city", () => {
    const open = facts([found, last], {
      ...{ kind: "between", least: 2, arithmetic: "" },
      over: { name: "云湖市", base: "residents", hukou: false },
    });
    expect(chartFacts(open, false)?.here).toEqual({ least: 2 });
    expect(chartFacts(open, true)?.here).toBeUndefined();
  });

  it("is nothing of a single year, of illegible cells, or without a target", () => {
    const illegible: TargetCell = { year: 2025, kind: "target", without: "unreadable" };
    expect(chartFacts(facts([last], figure, 0.8), false)).toBeUndefined();
    expect(chartFacts(facts([found, illegible], figure), false)).toBeUndefined();
    expect(chartFacts(facts([found], figure), false)).toBeUndefined();
  });
});
