import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Compared,
  compare,
  compareUnits,
  differs,
  zonesTurned,
} from "../../../src/core/scenario/compare.ts";
import { VERDICTS, type Verdict } from "../../../src/core/standards/verdict.ts";

const NOBODY = { base: "elderly60", covered: 0, total: 0, zonesWithoutNumber: 0 } as const;

function side(
  verdicts: Readonly<Record<string, Verdict>>,
  { missing = 0, perhaps = 0, known = 1, covered = 0, total = 0, metres = 500, choices = 1 } = {},
  childcare: Readonly<Record<string, Verdict>> = {},
): Compared {
  const zoneIds = Object.keys(verdicts);
  const walks = {
    metres: Float64Array.from(zoneIds, () => metres),
    choices: Uint32Array.from(zoneIds, () => choices),
  };
  const columns = (of: (id: string) => Verdict | undefined) =>
    Uint8Array.from(zoneIds, (id) => VERDICTS.indexOf(of(id) ?? "pass"));
  return {
    zoneIds,
    zones: {
      verdict: columns((id) => verdicts[id]),
      bySubject: {
        elderly: { ...walks, verdict: columns(() => undefined) },
        childcare: { ...walks, verdict: columns((id) => childcare[id]) },
      },
    },
    headline: {
      missing: [{ metric: "childcare_slots", amount: missing, perhaps, zones: 1, zonesKnown: known }],
      people: [{ subject: "elderly", covered: { ...NOBODY, covered, total } }],
    },
  };
}

const NONE = { before: 0, after: 0 };

describe("two analyses side by side", () => {
  it("tell which zones turned, by id whatever their row, and which only one of them has", () => {
    const before = side({ A: "fail", B: "pass", C: "fail" });
    const after = side({ B: "fail", C: "fail", D: "pass" });
    const { turned, added, gone } = compare(before, after);
    expect(turned).toEqual([{ row: 0, before: "pass", after: "fail" }]);
    expect([added, gone]).toEqual([1, 1]);
  });

  it("tell the verdict of a subject where that turned, whatever the whole does, and count zones once", () => {
    const before = side({ A: "fail", B: "pass", C: "fail" }, {}, { A: "insufficient_data", B: "pass" });
    const after = side({ A: "fail", B: "fail", C: "pass" }, {}, { A: "fail", B: "fail" });
    const compared = compare(before, after);
    expect(compared.turned).toEqual([
      { row: 0, subject: "childcare", before: "insufficient_data", after: "fail" },
      { row: 1, subject: "childcare", before: "pass", after: "fail" },
      { row: 2, before: "fail", after: "pass" },
    ]);
    expect(zonesTurned(compared)).toBe(3);
    const twice = { row: 1, before: "fail", after: "pass" } as const;
    expect(zonesTurned({ turned: [twice, { ...twice, subject: "elderly" }] })).toBe(1);
  });

  it("tell what is missing and who has care within a walk, before and after", () => {
    const of = compare(
      side({ A: "fail" }, { missing: 12, covered: 30, total: 40 }),
      side({ A: "fail" }, { missing: 20, covered: 10, total: 40 }),
    );
    const known = { before: 1, after: 1 };
    expect(of.metrics).toEqual([{ metric: "childcare_slots", before: 12, after: 20, perhaps: NONE, known }]);
    // 30 ÷ 40 and 10 ÷ 40
    expect(of.people).toEqual([{ subject: "elderly", base: "elderly60", before: 0.75, after: 0.25 }]);
    expect(differs(of)).toBe(true);
  });

  it("say nothing of what no zone is asked for, and take nothing known for no number", () => {
    const unknown = side({ A: "not_specified" }, { known: 0 });
    expect(compare(unknown, unknown).metrics).toEqual([]);
    const of = compare(unknown, side({ A: "fail" }, { missing: 5 }));
    const known = { before: 0, after: 1 };
    expect(of.metrics).toEqual([
      { metric: "childcare_slots", before: Number.NaN, after: 5, perhaps: NONE, known },
    ]);
    expect(differs(of)).toBe(true);
  });

  it("tell how much of it is in doubt, and differ in that alone", () => {
    const [sure, unsure] = [{ missing: 12 }, { missing: 12, perhaps: 5 }].map((of) =>
      side({ A: "fail" }, of),
    );
    const of = compare(unsure as Compared, sure as Compared);
    expect(of.metrics[0]?.perhaps).toEqual({ before: 5, after: 0 });
    expect(differs(of)).toBe(true);
    expect(differs(compare(sure as Compared, sure as Compared))).toBe(false);
  });

  it("tell how many zones walk elsewhere, and that fewer are known of where the amount is the same", () => {
    const before = side({ A: "fail", B: "fail" }, { metres: Infinity, known: 2 });
    expect(compare(before, side({ B: "fail", A: "fail" }, { metres: Infinity, known: 2 })).walks).toBe(0);
    expect(compare(before, side({ B: "fail", A: "fail" }, { metres: 180 })).walks).toBe(2);
    expect(compare(before, side({ A: "fail" }, { metres: Infinity, choices: 2 })).walks).toBe(1);
    expect(differs(compare(before, side({ A: "fail", B: "fail" }, { metres: Infinity, known: 1 })))).toBe(
      true,
    );
  });

  it("are the same as themselves, and give the opposite when exchanged", () => {
    const sides = fc
      .dictionary(fc.constantFrom("A", "B", "C", "D", "E"), fc.constantFrom(...VERDICTS))
      .map((verdicts) => side(verdicts));
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const itself = compare(a, { ...a, zoneIds: [...a.zoneIds] });
        expect([itself.turned, itself.walks, itself.added, itself.gone]).toEqual([[], 0, 0, 0]);
        expect(differs(itself)).toBe(false);
        const [there, back] = [compare(a, b), compare(b, a)];
        expect([there.added, there.gone]).toEqual([back.gone, back.added]);
        const named = ({ turned }: typeof there, ids: readonly string[]) =>
          turned.map(({ row, before, after }) => ({ id: ids[row], before, after }));
        const opposite = named(back, a.zoneIds).map(({ id, before, after }) => ({
          ...{ id, before: after, after: before },
        }));
        expect(new Set(named(there, b.zoneIds).map((one) => JSON.stringify(one)))).toEqual(
          new Set(opposite.map((one) => JSON.stringify(one))),
        );
      }),
      { seed: 1 },
    );
  });
});

describe("units side by side", () => {
  const row = (unit: string, missing: number, zonesKnown = 1) => ({
    ...{
      level: "street" as const,
      unit,
      name: unit,
      metric: "childcare_slots" as const,
      missing,
      zonesKnown,
    },
  });

  it("are those with a difference, the largest first, what became known or unknown last", () => {
    const before = [row("甲", 10), row("乙", 10), row("丙", 10), row("丁", 3), row("戊", 0, 0)];
    const after = [row("甲", 12), row("乙", 2), row("丙", 10), row("戊", 4)];
    const compared = compareUnits(before, after);
    expect(compared.at(-1)?.known).toEqual({ before: 0, after: 1 });
    expect(compared.map(({ name, before, after }) => [name, before, after])).toEqual([
      ["乙", 10, 2],
      ["甲", 10, 12],
      ["丁", 3, Number.NaN],
      ["戊", Number.NaN, 4],
    ]);
  });
});
