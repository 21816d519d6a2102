import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicatesAmong, normalisedName } from "../../../src/core/model/duplicates.ts";
import { east } from "../../builders/rows.ts";

const duplicateGroups = (...asked: Parameters<typeof duplicatesAmong>) => duplicatesAmong(...asked).groups;

const station = (id: string, metres: number, name = "某社区养老服务站") => ({ id, name, at: east(metres) });

describe("suspected duplicates", () => {
  it("have one name within 30 m, the bound included", () => {
    expect(duplicateGroups([station("a", 0), station("b", 29.999)])).toEqual([[0, 1]]);
    expect(duplicateGroups([station("a", 0), station("b", 30.01)])).toEqual([]);
    expect(duplicateGroups([station("a", 0), station("b", 0, "另一个站")])).toEqual([]);
  });

  it("are found across the rows between them: 0, 25 and 50 m are one group", () => {
    expect(duplicateGroups([station("a", 0), station("x", 300), station("b", 50), station("c", 25)])).toEqual(
      [[0, 2, 3]],
    );
  });

  it("need a name and a place", () => {
    expect(
      duplicateGroups([
        { id: "a", at: east(0) },
        { id: "b", at: east(0) },
      ]),
    ).toEqual([]);
    expect(
      duplicateGroups([
        { id: "a", name: "站" },
        { id: "b", name: "站" },
      ]),
    ).toEqual([]);
    expect(
      duplicateGroups([
        { id: "a", name: "（）", at: east(0) },
        { id: "b", name: "()", at: east(0) },
      ]),
    ).toEqual([]);
  });

  it("are one where a row without a place has the name, kind and zone of another", () => {
    const own = { name: "站", kind: "E_ESTATE_STATION", zone: "z1" } as const;
    const placed = { ...own, id: "a", at: east(0) };
    expect(duplicateGroups([placed, { ...own, id: "b" }])).toEqual([[0, 1]]);
    expect(
      duplicateGroups([
        { ...own, id: "a" },
        { ...own, id: "b" },
      ]),
    ).toEqual([[0, 1]]);
    for (const other of [{ zone: "z2" }, { kind: "E_MEAL" as const }, { name: "二站" }]) {
      expect(duplicateGroups([placed, { ...own, id: "b", ...other }])).toEqual([]);
    }
    expect(duplicateGroups([placed, { ...own, id: "b", at: east(500) }])).toEqual([]);
    const apart = [{ facilities: ["a", "b"], same: false }] as const;
    expect(duplicateGroups([placed, { ...own, id: "b" }], apart)).toEqual([]);
  });

  it("without a zone are one in the same community only, and not where none is named", () => {
    const yard = { name: "幸福院", kind: "E_VILLAGE_YARD", street: "某镇", community: "某村" } as const;
    expect(
      duplicateGroups([
        { ...yard, id: "a" },
        { ...yard, id: "b" },
      ]),
    ).toEqual([[0, 1]]);
    expect(
      duplicateGroups([
        { ...yard, id: "a" },
        { ...yard, id: "b", community: "另村" },
      ]),
    ).toEqual([]);
    expect(
      duplicateGroups([
        { ...yard, id: "a" },
        { ...yard, id: "b", street: "另镇" },
      ]),
    ).toEqual([]);
    const { community: _none, ...nowhere } = yard;
    expect(
      duplicateGroups([
        { ...nowhere, id: "a" },
        { ...nowhere, id: "b" },
      ]),
    ).toEqual([]);
  });

  it("are what the user says they are", () => {
    const near = [station("b", 0), station("a", 10)];
    expect(duplicateGroups(near, [{ facilities: ["a", "b"], same: false }])).toEqual([]);
    const far = [station("a", 0), station("b", 500, "别名")];
    expect(duplicateGroups(far, [{ facilities: ["a", "b"], same: true }])).toEqual([[0, 1]]);
    expect(duplicateGroups(far, [{ facilities: ["a", "gone"], same: true }])).toEqual([]);
  });

  it("are measured along both axes: 20 m east and 20 m north are 28.3 m, 22 and 22 are 31.1 m", () => {
    const at = (id: string, metres: number) => ({ id, name: "站", at: east(metres, metres) });
    expect(duplicateGroups([at("a", 0), at("b", 20)])).toEqual([[0, 1]]);
    expect(duplicateGroups([at("a", 0), at("b", 22)])).toEqual([]);
  });

  it("do not depend on the order of rows", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (places) => {
        const rows = places.map((metres, i) => station(`f${i}`, metres));
        const named = (list: typeof rows) =>
          new Set(duplicateGroups(list).map((group) => new Set(group.map((row) => list[row]?.id))));
        expect(named([...rows].reverse())).toEqual(named(rows));
      }),
      { seed: 1 },
    );
  });
});

it("names are compared without width, case, spaces, brackets and legal form", () => {
  const same = [
    "ＡＢＣ托育（东区）",
    "abc 托育(东区)",
    "ABC托育【东区】有限公司",
    "Abc·托育-东区 有限责任公司",
  ];
  expect(new Set(same.map(normalisedName)).size).toBe(1);
  expect(normalisedName("托育（东区）")).not.toBe(normalisedName("托育（西区）"));
  expect(normalisedName("一号站")).not.toBe(normalisedName("二号站"));
  expect(normalisedName("有限公司")).toBe("有限公司");
});

describe("rows that count twice and may be one", () => {
  const near = (...rows: readonly ReturnType<typeof station>[]) =>
    duplicatesAmong(rows).near.map(({ rows: pair, metres }) => [...pair, Math.round(metres)]);

  it("have one name and kind, and lie beyond what counts once, within 200 m", () => {
    expect(near(station("a", 0), station("b", 37))).toEqual([[0, 1, 37]]);
    expect(near(station("a", 0), station("b", 29))).toEqual([]);
    expect(near(station("a", 0), station("b", 201))).toEqual([]);
    expect(near(station("a", 0), station("b", 37, "另一个站"))).toEqual([]);
    const kinds = [station("a", 0), station("b", 37)] as const;
    const rows = [
      { ...kinds[0], kind: "E_MEAL" as const },
      { ...kinds[1], kind: "C_HOME" as const },
    ];
    expect(duplicatesAmong(rows).near).toEqual([]);
  });

  it("are told once each, with the nearest before them, and not where they were ruled upon", () => {
    expect(near(station("a", 0), station("b", 100), station("c", 180))).toEqual([
      [0, 1, 100],
      [1, 2, 80],
    ]);
    const rows = [station("a", 0), station("b", 37)];
    expect(duplicatesAmong(rows, [{ facilities: ["a", "b"], same: false }]).near).toEqual([]);
  });
});
