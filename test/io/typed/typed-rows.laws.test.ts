import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dice, diceOf } from "../../../src/core/base/random.ts";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { writtenIn } from "../../../src/io/typed/typed-patch.ts";
import type { Typed } from "../../../src/io/typed/typed-row.ts";
import { type TypedRows, typedRowsPatch } from "../../../src/io/typed/typed-rows.ts";
import { value } from "../../builders/outcomes.ts";
import { randomProject } from "../../builders/random-project.ts";

/** Texts of columns, some of which nobody can read. */
const TEXTS = {
  facilities: {
    name: ["甲站", "=SUM(A1)", "+86", "@x", ""],
    kind: ["E_MEAL", "老年助餐点", "", "不知道"],
    status: ["运营", "planned", "", "关了吧"],
    lon: ["117.2", "x", ""],
    lat: ["34.2", "95", ""],
    elderly_m2: ["1,200", "0.1万㎡", "约90", ""],
    beds: ["30张", "-2", "1.5", ""],
    zone: ["z1", "z999", ""],
    pooled_with: ["z1;z2", ""],
    pooling_approved_by: ["区民政局", ""],
    pooling_date: ["2024-01-01", "去年", ""],
    street: ["湖滨街道", ""],
    checked: ["是", "部分核实", ""],
    id: ["另一个"],
  },
  zones: {
    name: ["东园", "-1", ""],
    status: ["新建", "旧", ""],
    households: ["800户", "800-900", ""],
    residents: ["0.3万人", "-3", ""],
    residential_m2: ["2亩", ""],
    stage: ["方案审查", "验收后", ""],
    grant_date: ["2024年3月1日", "三月", ""],
    community: ["一社区", ""],
    checked: ["已核实", "", "?"],
  },
} as const;

function someRows(dice: Dice, project: Project): TypedRows {
  const table = dice.chance(0.5) ? "facilities" : "zones";
  const known: Readonly<Record<string, readonly string[]>> = TEXTS[table];
  const rows = project[table]
    .filter(() => dice.chance(0.3))
    .map(({ id }) => {
      const typed = Object.entries(known)
        .filter(() => dice.chance(0.4))
        .map(([column, texts]) => [column, dice.pick(texts)] as const);
      return { id, typed: Object.fromEntries(typed) as Typed };
    });
  return { table, rows };
}

test("what can be read is one patch that is taken back to what there was; the rest is told cell by cell", () => {
  let [made, wrong] = [0, 0];
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const project = randomProject(seed);
      const typed = someRows(diceOf(seed, "typed rows"), project);
      const whole = typedRowsPatch(project, typed);
      const told = new Set(
        whole.issues
          .filter(({ code }) => code !== "edit.nothing-changed")
          .map(({ at }) => `${at.id} ${at.column}`),
      );
      wrong += told.size;
      const sound = typed.rows.map(({ id, typed }) => ({
        id,
        typed: Object.fromEntries(
          Object.entries(typed).filter(([column]) => !told.has(`${id} ${column}`)),
        ) as Typed,
      }));
      const apart = typedRowsPatch(project, { table: typed.table, rows: sound });
      expect(apart.issues.filter(({ code }) => code !== "edit.nothing-changed")).toEqual([]);
      expect(apart.ok).toBe(whole.ok);
      if (!whole.ok || !apart.ok) return;
      made += 1;
      expect(whole.value).toEqual(apart.value);
      const after = value(applyPatch(project, whole.value));
      expect(value(applyPatch(after, inverse(whole.value)))).toEqual(project);
      // Each cell says now what it was to say, read once more: typed again it changes nothing.
      const again = typedRowsPatch(after, { table: typed.table, rows: sound });
      expect(again.issues.map(({ code }) => code)).toEqual(["edit.nothing-changed"]);
    }),
    { seed: 7, numRuns: 300 },
  );
  expect(made).toBeGreaterThan(100);
  expect(wrong).toBeGreaterThan(100);
});

test("a row that is typed as it is written stays as it is", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.constantFrom("facilities" as const, "zones" as const), (seed, table) => {
      const project = randomProject(seed);
      const rows = project[table].map(({ id }) => ({
        id,
        typed: writtenIn(project, { table, id })?.texts ?? {},
      }));
      const again = typedRowsPatch(project, { table, rows });
      expect(again.issues.map(({ code }) => code)).toEqual(["edit.nothing-changed"]);
    }),
    { seed: 8, numRuns: 60 },
  );
});
