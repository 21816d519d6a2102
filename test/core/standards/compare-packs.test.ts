import { describe, expect, it } from "vitest";
import { type ComparedGroup, comparePacks, partsApart } from "../../../src/core/standards/compare-packs.ts";
import type { Rule } from "../../../src/core/standards/rule.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const { packs } = shippedStandards();

function pack(id: string): RulePack {
  const found = packs.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no pack ${id}`);
  return found;
}

function rule(of: RulePack, id: string): Rule {
  const found = of.rules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

const xuzhou = pack("xuzhou-2022");
const huaibei = pack("huaibei-draft");
const sucheng = pack("sucheng-2023");
const lianyungang = pack("lianyungang-draft");

/** Each row as `left|right: parts`. */
function rowsOf(groups: readonly ComparedGroup[], subject: string, level: string, status?: string) {
  const group = groups.find((one) => one.subject === subject && one.level === level && one.status === status);
  return group?.rows.map(({ left, right, apart }) =>
    `${left?.id ?? "—"}|${right?.id ?? "—"}: ${apart.join(" ")}`.trimEnd(),
  );
}

describe("Xuzhou beside Huaibei", () => {
  const { groups } = comparePacks(xuzhou, huaibei);

  it("puts the binding rule beside the binding one, though the target has the same number", () => {
    // new estates, rooms per 100 households: 20 binding and 30 aimed at, beside 30 binding
    expect(rowsOf(groups, "elderly", "estate", "new")?.slice(0, 2)).toEqual([
      "XZ-N-E-20|HB-N-E-30: number",
      "XZ-N-E-30|—:",
    ]);
  });

  it("does so in whatever order the packs name their rules", () => {
    const turned = { ...xuzhou, rules: xuzhou.rules.toReversed() };
    const rows = rowsOf(comparePacks(turned, huaibei).groups, "elderly", "estate", "new");
    expect(rows).toContain("XZ-N-E-20|HB-N-E-30: number");
    expect(rows).toContain("XZ-N-E-30|—:");
  });

  it("finds slots of existing estates the same in content", () => {
    expect(rowsOf(groups, "childcare", "estate", "existing")).toEqual(["XZ-O-C-8|HB-O-C-8: conditions"]);
  });

  it("keeps the rules of one side", () => {
    expect(rowsOf(groups, "elderly", "street")).toEqual(["XZ-ST-E-1|—:"]);
    expect(rowsOf(groups, "both", "circle")).toEqual(["—|HB-CIRCLE-B:"]);
  });
});

describe("Xuzhou beside Sucheng", () => {
  const { groups, counting } = comparePacks(xuzhou, sucheng);

  it("puts slots beside floor area as one demand in two measures, and compares no numbers of them", () => {
    const [row] = rowsOf(groups, "childcare", "estate", "new") ?? [];
    expect(row).toMatch(/^XZ-N-C-10\|SQ-N-C-48: measure base/);
    expect(row).not.toContain("number");
  });

  it("names a kind only where the two count it differently", () => {
    for (const { left, right } of counting) expect(left).not.toEqual(right);
  });
});

it("says where only one side gives a number", () => {
  const { groups } = comparePacks(xuzhou, lianyungang);
  expect(rowsOf(groups, "elderly", "estate", "existing")?.[0]).toMatch(/^XZ-O-E-20\|LYG-O-E-NS: specified/);
});

it("lets a rule for all estates stand beside those for new and for existing ones", () => {
  const { estateStatus: _status, ...forAll } = rule(huaibei, "HB-N-E-30");
  const { groups } = comparePacks(xuzhou, { ...huaibei, rules: [forAll] });
  expect(rowsOf(groups, "elderly", "estate", "new")).toContain("XZ-N-E-20|HB-N-E-30: number conditions");
  expect(rowsOf(groups, "elderly", "estate", "existing")?.[0]).toContain("XZ-O-E-20|HB-N-E-30: number");
});

it("takes 200 per 1000 for 20 per 100", () => {
  const twenty = rule(xuzhou, "XZ-N-E-20");
  if (twenty.type !== "ratio_min") throw new Error("a ratio");
  expect(partsApart(twenty, { ...twenty, threshold: 200, per: 1000 })).toEqual([]);
  expect(partsApart(twenty, { ...twenty, threshold: 200.01, per: 1000 })).toEqual(["number"]);
});

describe("any two packs", () => {
  const pairs = packs.flatMap((a) => packs.map((b) => [a, b] as const));
  const inOrder = (ids: readonly string[]) => [...ids].sort();

  it("leave no rule out", () => {
    const owed = ({ rules }: RulePack) =>
      rules.flatMap(({ id, level, estateStatus }) => (level === "estate" && !estateStatus ? [id, id] : [id]));
    for (const [left, right] of pairs) {
      const rows = comparePacks(left, right).groups.flatMap((group) => group.rows);
      expect(inOrder(rows.flatMap((row) => row.left?.id ?? []))).toEqual(inOrder(owed(left)));
      expect(inOrder(rows.flatMap((row) => row.right?.id ?? []))).toEqual(inOrder(owed(right)));
    }
  });

  it("are side by side as often from either side", () => {
    const both = ({ groups }: ReturnType<typeof comparePacks>) =>
      groups.flatMap(({ rows }) => rows.filter(({ left, right }) => left && right)).length;
    for (const [left, right] of pairs) {
      const [there, back] = [comparePacks(left, right), comparePacks(right, left)];
      expect(both(back)).toBe(both(there));
      expect(back.counting.length).toBe(there.counting.length);
    }
  });

  it("are the same where they are one", () => {
    for (const one of packs) {
      const { groups, counting } = comparePacks(one, one);
      expect(counting).toEqual([]);
      for (const row of groups.flatMap(({ rows }) => rows))
        expect(row).toEqual({ left: row.left, right: row.left, apart: [] });
    }
  });
});
