import { expect, test } from "vitest";
import { type JudgedZones, turnedAlike, turnedZones } from "../../../src/core/scenario/verdict-turns.ts";
import { VERDICTS, type Verdict } from "../../../src/core/standards/verdict.ts";

/** Zones by id: their verdict as a whole, for elderly care and for childcare, and the rule they are judged by. */
type Zones = Readonly<Record<string, readonly [Verdict, Verdict, Verdict, string]>>;

function side(zones: Zones): JudgedZones {
  const found = Object.values(zones);
  const column = (of: 1 | 2) => ({ verdict: Uint8Array.from(found, (zone) => VERDICTS.indexOf(zone[of])) });
  return {
    zones: Object.keys(zones).map((id) => ({ id })),
    results: {
      zones: {
        judgements: found.map(([overall, , , rule]) => ({ overall, lines: [{ rule }] })),
        bySubject: { elderly: column(1), childcare: column(2) },
      },
    },
  } as unknown as JudgedZones;
}

/** Zones of which only the verdict for elderly care, and with it that of the whole, is told. */
function elderly(zones: Readonly<Record<string, readonly [Verdict, string]>>): JudgedZones {
  const all = Object.entries(zones).map(([id, [verdict, rule]]) => [id, [verdict, verdict, "pass", rule]]);
  return side(Object.fromEntries(all) as Zones);
}

test("zones whose verdict turned are told by id, with why", () => {
  const before = elderly({
    met: ["fail", "r1"],
    short: ["pass_estimated", "r1"],
    rules: ["fail", "r1"],
    known: ["insufficient_data", "r1"],
    lost: ["pass", "r1"],
    noted: ["pass", "r1"],
    same: ["fail", "r1"],
    gone: ["fail", "r1"],
  });
  const after = elderly({
    added: ["fail", "r1"],
    same: ["fail", "r2"],
    noted: ["pass_with_notes", "r1"],
    lost: ["needs_ruling", "r1"],
    known: ["fail", "r1"],
    rules: ["pass", "r2"],
    short: ["fail", "r1"],
    met: ["pass", "r1"],
  });
  expect(turnedZones(before, after).map(({ id, turn }) => [id, turn])).toEqual([
    ["added", "newly-short"],
    ["noted", "otherwise"],
    ["lost", "otherwise"],
    ["known", "newly-short"],
    ["rules", "other-rules"],
    ["short", "newly-short"],
    ["met", "newly-met"],
  ]);
  expect(turnedZones(before, after)[0]).toEqual({
    ...{ id: "added", subject: "elderly", after: "fail", turn: "newly-short" },
  });
  expect(turnedZones(before, after).at(-1)).toEqual({
    id: "met",
    subject: "elderly",
    before: "fail",
    after: "pass",
    turn: "newly-met",
  });
});

test("each subject is told by itself, and the whole only where neither turned", () => {
  const before = side({
    swapped: ["fail", "pass", "fail", "r1"],
    other: ["fail", "pass", "pass", "r1"],
    still: ["fail", "fail", "pass", "r1"],
  });
  const after = side({
    swapped: ["fail", "fail", "pass", "r1"],
    other: ["pass", "pass", "pass", "r1"],
    still: ["fail", "fail", "pass", "r1"],
  });
  expect(turnedZones(before, after)).toEqual([
    { id: "swapped", subject: "elderly", before: "pass", after: "fail", turn: "newly-short" },
    { id: "swapped", subject: "childcare", before: "fail", after: "pass", turn: "newly-met" },
    { id: "other", before: "fail", after: "pass", turn: "newly-met" },
  ]);
});

test("zones that turn alike are told together, of many the first and how many they are", () => {
  const before = side({
    a: ["pass", "pass", "pass", "r1"],
    b: ["pass", "pass", "pass", "r1"],
    c: ["pass", "needs_ruling", "fail", "r1"],
    d: ["pass", "pass", "pass", "r1"],
    e: ["pass", "pass", "pass", "r1"],
  });
  const after = side({
    a: ["fail", "fail", "pass", "r1"],
    b: ["fail", "insufficient_data", "pass", "r1"],
    c: ["fail", "fail", "pass", "r1"],
    d: ["fail", "fail", "pass", "r1"],
    e: ["fail", "pass", "pass", "r1"],
    f: ["fail", "fail", "pass", "r1"],
  });
  expect(turnedAlike(turnedZones(before, after), 1)).toEqual([
    { subject: "elderly", before: "needs_ruling", after: "fail", zones: 1, first: [{ id: "c" }] },
    { subject: "elderly", before: "pass", after: "fail", zones: 2, first: [{ id: "a" }] },
    { subject: "elderly", after: "fail", zones: 1, first: [{ id: "f" }] },
    { subject: "elderly", before: "pass", after: "insufficient_data", zones: 1, first: [{ id: "b" }] },
    { subject: "childcare", before: "fail", after: "pass", zones: 1, first: [{ id: "c" }] },
    { before: "pass", after: "fail", zones: 1, first: [{ id: "e" }] },
  ]);
});
