import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { checkProject } from "../../../src/core/model/check-project.ts";
import { duplicatesAmong } from "../../../src/core/model/duplicates.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

function opened(project: Project): Pipeline {
  const parameters = { ...DEFAULT_PARAMETERS, pack: "huaibei-draft" };
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** A station of zone Z with 120 m²; one has too little for 1000 households (200 m²), two have enough. */
const station = (id: string, metres: number, name?: string, differs: Partial<Facility> = {}) =>
  aFacility(id, {
    kind: "E_ESTATE_STATION",
    zone: "Z",
    at: east(metres),
    ...elderlyRooms(120),
    ...(name !== undefined && { name }),
    ...differs,
  });

/** Slots are no matter here. */
const slots = aFacility("S", { kind: "C_COMMUNITY", zone: "Z", slots: 99, registered: true, at: east(300) });
const projectOf = (...rows: readonly Facility[]) => aProject([aZone("Z")], [slots, ...rows]);
const verdictOf = (...rows: readonly Facility[]) => opened(projectOf(...rows)).judgements.value[0]?.overall;
const told = (...rows: readonly Facility[]) =>
  checkProject(projectOf(...rows)).map(({ finding }) => finding.code);

describe("one station that is in the register twice", () => {
  it("lets no zone pass that it fails alone", () => {
    expect(verdictOf(station("a", 0, "西站"))).toBe("fail");
    const pairs: readonly (readonly [string | undefined, string | undefined, number])[] = [
      ["西站", "西园居家养老服务站", 9],
      ["东园居家养老服务站", "东园养老服务站", 12],
      [undefined, undefined, 0],
      ["龙湖站", "龙湖居家养老服务站", 0],
      ["龙湖站", undefined, 3],
    ];
    for (const [name, other, metres] of pairs) {
      const rows = [station("a", 0, name), station("b", metres, other)];
      expect(verdictOf(...rows)).toBe("fail");
      expect(told(...rows)).toEqual(["project.counted-once"]);
    }
  });

  it("is a doubt farther apart: told, and no pass rests on the larger", () => {
    for (const metres of [41, 479]) {
      const rows = [station("a", 0, "东园站"), station("b", metres, "东园站", elderlyRooms(210))];
      expect(told(...rows)).toEqual(["project.maybe-twice"]);
      expect(verdictOf(...rows)).toBe("insufficient_data");
      const enough = rows.map((row) => ({ ...row, ...elderlyRooms(200) }));
      expect(verdictOf(...enough)).toBe("pass");
    }
  });

  it("is one however many rows it has", () => {
    const rows = ["西站", "西园居家养老服务站", "西园站"].map((name, i) => station(`f${i}`, i * 25, name));
    expect(duplicatesAmong(rows).groups).toEqual([[0, 1, 2]]);
  });
});

describe("neighbours", () => {
  const two = (a: Facility, b: Facility) => {
    expect(duplicatesAmong([a, b])).toEqual({ groups: [], perhaps: [], near: [] });
    expect(duplicatesAmong([b, a])).toEqual({ groups: [], perhaps: [], near: [] });
  };

  it("of another kind, zone, or name and size are two", () => {
    two(station("a", 0, "西站"), station("b", 9, "西园托育园", { kind: "C_COMMUNITY" }));
    two(station("a", 0, "西站"), station("b", 9, "西园站", { zone: "Y" }));
    two(station("a", 0, "西站"), station("b", 9, "西园站", elderlyRooms(100)));
    two(station("a", 0), station("b", 0, undefined, elderlyRooms(100)));
    two(station("a", 0, "西站"), station("b", 31, "西园站"));
  });

  it("are two where their names are told apart by a number or a side, or one came after the other", () => {
    two(station("a", 0, "一号站"), station("b", 9, "二号站"));
    two(station("a", 0, "龙湖东区站"), station("b", 0, "龙湖西区站"));
    two(station("a", 0, "龙湖A站"), station("b", 0, "龙湖B站"));
    two(station("a", 0, "宝贝站", { status: "closed" }), station("b", 0, "天使站"));
  });

  it("outside any zone are found on both sides of any line, and only of one kind", () => {
    const open = (id: string, metres: number, north: number) => {
      const { zone: _zone, ...row } = station(id, metres, id, { at: east(metres, north) });
      return row;
    };
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 359 }), (from, turn) => {
        const angle = (turn * Math.PI) / 180;
        const near = open("乙乐", from + 29 * Math.cos(angle), 29 * Math.sin(angle));
        expect(duplicatesAmong([open("安康", from, 0), near]).groups).toEqual([[0, 1]]);
      }),
      { seed: 1 },
    );
  });
});

it("a row that is entered once more betters no verdict, wherever it is put among the rows", () => {
  const rank = (rows: readonly Facility[]) => VERDICTS.indexOf(verdictOf(...rows) ?? "pass");
  const row = fc.record({
    name: fc.constantFrom("东园站", "西园站", undefined),
    metres: fc.constantFrom(0, 20, 45),
    area: fc.constantFrom(60, 100, 120),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.boolean(),
      (rows, pick, first) => {
        const register = rows.map(({ name, metres, area }, i) =>
          station(`m${i}`, metres, name, elderlyRooms(area)),
        );
        const again = register[pick % register.length] as Facility;
        const passes = (list: readonly Facility[]) =>
          ["pass", "pass_with_notes"].includes(verdictOf(...list) ?? "");
        const more = [...register, { ...again, id: first ? "a" : "z" }];
        expect(passes(more) && !passes(register)).toBe(false);
        expect(rank(more)).toBe(rank([...register, { ...again, id: first ? "z" : "a" }]));
      },
    ),
    { seed: 1, numRuns: 60 },
  );
});
