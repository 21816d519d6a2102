import { expect, test } from "vitest";
import { type JudgedZones, turnedZones } from "../../../src/core/scenario/verdict-turns.ts";
import type { Verdict } from "../../../src/core/standards/verdict.ts";

/** Zones by id: their verdict, and the rules they are judged by. */
function side(zones: Readonly<Record<string, readonly [Verdict, ...string[]]>>): JudgedZones {
  return {
    zones: Object.keys(zones).map((id) => ({ id })),
    results: {
      zones: {
        judgements: Object.values(zones).map(([overall, ...rules]) => ({
          ...{ overall, lines: rules.map((rule) => ({ rule })), groups: [], remarks: [], estimated: false },
        })),
      },
    },
  } as unknown as JudgedZones;
}

test("zones whose verdict turned are told by id, with why", () => {
  const before = side({
    met: ["fail", "r1"],
    short: ["pass_estimated", "r1"],
    rules: ["fail", "r1"],
    known: ["insufficient_data", "r1"],
    lost: ["pass", "r1"],
    noted: ["pass", "r1"],
    same: ["fail", "r1"],
    gone: ["fail", "r1"],
  });
  const after = side({
    added: ["fail", "r1"],
    same: ["fail", "r2"],
    noted: ["pass_with_notes", "r1"],
    lost: ["needs_ruling", "r1"],
    known: ["fail", "r1"],
    rules: ["pass", "r1", "r2"],
    short: ["fail", "r1"],
    met: ["pass", "r1"],
  });
  expect(turnedZones(before, after).map(({ id, turn }) => [id, turn])).toEqual([
    ["noted", "otherwise"],
    ["lost", "otherwise"],
    ["known", "newly-short"],
    ["rules", "other-rules"],
    ["short", "newly-short"],
    ["met", "newly-met"],
  ]);
  expect(turnedZones(before, after).at(-1)).toEqual({
    id: "met",
    before: "fail",
    after: "pass",
    turn: "newly-met",
  });
});
