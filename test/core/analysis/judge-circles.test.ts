import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

/** 900 of 1000 elderly people live in reach of the centre (0 m), 100 do not (5 km); one zone does not say how many. */
const PROJECT = aProject(
  [
    aZone("A", { elderly60: 900 }),
    aZone("B", { elderly60: 100, at: east(5000) }),
    aZone("C"),
    aZone("H", { elderly60: 50, adminCode: "340600", at: east(9000) }),
  ],
  [aFacility("F")],
);

function circles(choice: Partial<Parameters>) {
  const pipeline = finish(openPipeline(PROJECT, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choice }));
  return value(pipeline).results.circles.filter(({ subject }) => subject === "elderly");
}

test("no document sets a share: without one nothing is decided", () => {
  expect(circles({})).toEqual([]);
});

test("the share that was set decides, by pack, on the people whose number is known", () => {
  const [huaibei, xuzhou] = circles({ coverageTarget: 0.9 });
  // 900 ÷ 1000 = 0.9 ≥ 0.9
  expect(xuzhou).toMatchObject({ pack: "xuzhou-2022", base: "elderly60", covered: 900, total: 1000 });
  expect(xuzhou?.judgement.lines.map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ["XZ-CIRCLE-E", "pass"],
  ]);
  // 0 ÷ 50
  expect(huaibei).toMatchObject({ pack: "huaibei-draft", covered: 0, total: 50 });
  expect(huaibei?.judgement.lines[0]?.verdict).toBe("fail");
  expect(circles({ coverageTarget: 0.91 })[1]?.judgement.lines[0]).toMatchObject({
    verdict: "fail",
    shortage: { numerator: 10n, denominator: 1n },
  });
});
