import { expect, test } from "vitest";
import { conflictWords } from "../../src/app/derived/conflict-words.ts";
import { deedWords } from "../../src/app/derived/deed-words.ts";
import { tellingOf } from "../../src/app/derived/telling.ts";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import type { ShownConflict } from "../../workers/protocol.ts";
import { aFacility, aZone } from "../builders/rows.ts";

const view = { customPacks: [], zones: { ids: ["z1"], names: ["东园"] } };
const tellingIn = (language: Language) =>
  tellingOf(view, { t: wordsIn(language), language, text: () => "" } as never);

const words = (conflict: Partial<ShownConflict>, language: Language = "zh") =>
  Object.fromEntries(
    Object.entries(
      conflictWords({ table: "zones", ids: ["z1"], values: [], ...conflict }, tellingIn(language)),
    ).map(([name, said]) => [name, said.replaceAll("\u00a0", " ")]),
  );

test("a conflict is told by its row, its columns and what each side says, as the forms say it", () => {
  const residents = { column: "residents", member: "residents", base: "2800", a: "2900", b: "3000" } as const;
  expect(words({ name: "东园", values: [residents] })).toEqual({
    ...{ row: "小区 东园", field: "人口" },
    ...{ before: "2,800 人", a: "2,900 人", b: "3,000 人" },
  });
  expect(words({ values: [residents] }, "en").row).toBe("Zones z1");
  expect(
    words({
      table: "facilities",
      ids: ["f1"],
      values: [
        { column: "status", member: "status", a: "closed", b: "built" },
        { column: "zone", member: "zone", a: "z1" },
      ],
    }),
  ).toEqual({
    ...{ row: "设施 f1", field: "状态、所属小区", before: "未说明；未说明" },
    ...{ a: "已停用；东园", b: "已建成；未说明" },
  });
});

test("a row that one side removed is told with what the other made of it", () => {
  const values = [{ column: "elderly_m2", member: "areas", base: "100", b: "250" }] as const;
  expect(words({ table: "facilities", ids: ["f1"], name: "甲", gone: "a", values })).toEqual({
    ...{ row: "设施 甲", field: "整行", before: "养老面积 100 m²" },
    ...{ a: "已删去", b: "留着：养老面积 250 m²" },
  });
});

test("what no table states has words as well", () => {
  const values = [{ member: "same", a: "true", b: "false" }] as const;
  expect(words({ table: "duplicateDecisions", ids: ["F1", "F2"], values })).toMatchObject({
    ...{ row: "重复设施的核对 F1、F2", field: "是不是同一处", a: "同一处", b: "不是同一处" },
  });
  const name = [{ column: "name", member: "name", a: "东区", b: "西区" }] as const;
  expect(words({ table: "project", ids: [], values: name })).toMatchObject({
    row: "项目",
    field: "项目名称",
  });
  const outline = [{ member: "shape", a: "100 m²", b: "200 m²" }] as const;
  expect(words({ values: outline })).toMatchObject({ field: "边界", a: "100 m²" });
  const place = [{ column: "lonlat", member: "at", a: "117.2, 34.2" }] as const;
  expect(words({ values: place })).toMatchObject({ field: "位置", b: "未说明" });
});

test("a merge is one line of the history, with its file and numbers", () => {
  const patch = {
    zones: [{ before: aZone("z1") }],
    facilities: [{ after: aFacility("f1") }, { after: aFacility("f2") }],
  };
  expect(deedWords({ patch, merged: "东区.quan" }, tellingIn("zh"))).toBe(
    "合并 东区.quan；小区删除 1；设施新增 2",
  );
  expect(
    deedWords({ patch: { zones: [{ before: aZone("z1") }] }, merged: "b.quan" }, tellingIn("en")),
  ).toMatch(/^Merged b\.quan; zones 1 deleted$/);
});
