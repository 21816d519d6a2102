import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleClaims } from "../../../src/core/analysis/double-claims.ts";
import { filedTwice } from "../../../src/core/analysis/filed-twice.ts";
import { duplicatesAmong } from "../../../src/core/model/duplicates.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { DuplicateDecision } from "../../../src/core/model/project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

/** Ids of rows that are told as filed twice, by group. */
function told(rows: readonly Facility[], duplicateDecisions: readonly DuplicateDecision[] = []) {
  const { facilities } = aProject([], rows);
  const duplicates = duplicatesAmong(facilities, duplicateDecisions);
  const groups = filedTwice({ facilities, duplicateDecisions }, duplicates);
  return groups.map((group) => group.map((row) => facilities[row]?.id));
}

const TWICE = [["a", "b"]];
const PAPER = "规划核实 2021-045";

/** 120 m² of Longhu, built for A; say what differs. */
const station = (id: string, differs: Partial<Facility> = {}) =>
  aFacility(id, { name: "龙湖居家养老服务站", zone: "A", ...elderlyRooms(120), ...differs });
const nowhere = ({ at: _at, ...row }: Facility): Facility => row;

describe("the same rooms, filed twice", () => {
  it("for two zones, by place and name", () => {
    expect(told([station("a"), station("b", { name: "龙湖养老驿站", zone: "B", at: east(20) })])).toEqual(
      TWICE,
    );
    const { zone: _whose, ...open } = station("b", { name: "龙湖养老驿站" });
    expect(told([station("a"), open])).toEqual(TWICE);
  });

  it("under two kinds: the m² of one centre, the slots of one nursery", () => {
    expect(told([station("a"), station("b", { name: "龙湖社区食堂", kind: "E_MEAL" })])).toEqual(TWICE);
    const nursery = (id: string, kind: Facility["kind"], name: string) =>
      aFacility(id, { kind, name, slots: 60 });
    expect(
      told([nursery("a", "C_INSTITUTION", "童乐托育园"), nursery("b", "C_KINDERGARTEN", "童乐幼儿园")]),
    ).toEqual(TWICE);
  });

  it("by the document alone with either the place or the name", () => {
    const cited = { source: PAPER };
    expect(told([station("a", cited), station("b", { ...cited, name: "康乐中心", zone: "B" })])).toEqual(
      TWICE,
    );
    expect(told([station("a", cited), nowhere(station("b", { ...cited, zone: "B" }))])).toEqual(TWICE);
  });

  it("where one has no place, by one address, or in one zone, and the name", () => {
    const address = "泉山区湖北路 12 号";
    expect(told([station("a", { address }), nowhere(station("b", { address, zone: "B" }))])).toEqual(TWICE);
    expect(told([station("a"), nowhere(station("b", { kind: "E_MEAL" }))])).toEqual(TWICE);
  });

  it("however often, is told once, in the order of rows", () => {
    const rows = ["a", "b", "c"].map((id) =>
      station(id, { name: `龙湖${{ a: "站", b: "驿站", c: "中心" }[id]}`, zone: id }),
    );
    expect(told(rows)).toEqual([["a", "b", "c"]]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (shuffled) => {
        expect(told(shuffled)).toEqual([["a", "b", "c"]]);
      }),
    );
  });
});

describe("rooms that are not told", () => {
  const apart = (b: Facility, ...others: readonly Facility[]) =>
    expect(told([station("a", { source: PAPER, address: "湖北路 12 号" }), b, ...others])).toEqual([]);

  it("are of other amounts, or of amounts that are not stated", () => {
    apart(station("b", { name: "龙湖站", zone: "B", ...elderlyRooms(121) }));
    apart(station("b", { name: "龙湖站", zone: "B", areas: [] }));
    apart(station("b", { name: "龙湖托育园", kind: "C_INSTITUTION", areas: [], slots: 120 }));
  });

  it("stand elsewhere, whatever else is the same", () => {
    const [source, address] = [PAPER, "湖北路 12 号"];
    apart(station("b", { zone: "B", at: east(31), source, address }));
  });

  it("have one thing in common alone", () => {
    apart(station("b", { name: "康乐中心", zone: "B" }));
    apart(nowhere(station("b", { zone: "B" })));
    apart(nowhere(station("b", { name: "康乐中心", zone: "B", source: PAPER })));
  });

  it("cite a register, not a document: many rows do", () => {
    const cited = (id: string, metres: number) =>
      station(id, { name: id, source: PAPER, zone: "B", at: east(metres) });
    expect(told([station("a", { source: PAPER }), cited("b", 0), cited("c", 500)])).toEqual(TWICE);
    apart(cited("b", 0), cited("c", 500), cited("d", 900));
  });

  it("have names that say no more than what they are, or are numbered", () => {
    const named = (id: string, name: string, zone: string) => station(id, { name, zone });
    expect(told([named("a", "养老服务站", "A"), named("b", "日间照料中心", "B")])).toEqual([]);
    const numbered = [named("a", "龙湖一号站", "A"), named("b", "龙湖二号站", "B")];
    expect(told(numbered.map((row) => ({ ...row, source: PAPER })))).toEqual([]);
  });

  it("are closed, or taken for one already, or ruled on", () => {
    apart(station("b", { name: "龙湖站", zone: "B", status: "closed" }));
    expect(
      told([station("a", { status: "converted" }), station("b", { name: "龙湖站", zone: "B" })]),
    ).toEqual([]);
    apart(station("b", { zone: "B" }));
    apart(station("b", { name: "龙湖站" }));
    const pair = [station("a"), station("b", { name: "龙湖站", zone: "B" })];
    for (const same of [true, false]) expect(told(pair, [{ facilities: ["b", "a"], same }])).toEqual([]);
    expect(told(pair)).toEqual(TWICE);
  });
});

it("is an issue at the first row", () => {
  const project = aProject(
    [aZone("A"), aZone("B")],
    [station("a"), station("b", { name: "龙湖养老驿站", zone: "B" })],
  );
  expect(doubleClaims(project, duplicatesAmong(project.facilities))).toMatchObject([
    {
      code: "analysis.filed-twice",
      at: { id: "a" },
      facts: { ids: "a, b", name: "龙湖居家养老服务站 / 龙湖养老驿站" },
    },
  ]);
});
