import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/core/base/outcome.ts";
import type { LngLat, Polygon } from "../../../../src/core/geo/lng-lat.ts";
import { areaOf, liesInside, signedArea } from "../../../../src/core/geo/ring.ts";
import { placeZone } from "../../../../src/core/model/edits/place-zone.ts";
import type { Patch } from "../../../../src/core/model/patch.ts";
import type { Project } from "../../../../src/core/model/project.ts";
import { value } from "../../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east } from "../../../builders/rows.ts";

/** A rectangle so many metres east and north of a fixed point, counter-clockwise from its south-west. */
function block(x: number, y: number, width: number, height = width): Polygon {
  return [[east(x, y), east(x + width, y), east(x + width, y + height), east(x, y + height)]];
}

const DRAWN = aZone("DRAWN", {
  shape: [block(0, 0, 200)],
  at: east(100, 100),
  entrances: [east(0, 50), east(200, 50)],
  buildings: [east(20, 20), east(150, 150)],
  households: 400,
  householdsBasis: "estimated",
});
const PROJECT = aProject(
  [
    DRAWN,
    aZone("NOWHERE", { at: undefined as never }),
    aZone("POINT"),
    aZone("BESIDE", { shape: [block(1000, 0, 100)] }),
  ],
  [aFacility("f1", { name: "站", zone: "DRAWN", at: east(100) })],
);

const outline = (id: string, shape: readonly Polygon[], project: Project = PROJECT) =>
  placeZone(project, { id, place: { shape } });
const made = (outcome: Outcome<Patch>) => value(outcome).zones?.[0]?.after;
const codes = ({ issues }: Outcome<unknown>) => issues.map(({ code }) => code);
const why = ({ issues }: Outcome<unknown>) => issues.map(({ code, facts }) => ({ code, ...facts }));

describe("giving a zone an outline", () => {
  it("takes a point inside it for the zone's, and turns the outer ring counter-clockwise", () => {
    const [ring] = block(0, 0, 200);
    const placed = made(outline("NOWHERE", [[[...ring].reverse()]]));
    expect(placed?.shape?.[0]?.[0]).toHaveLength(4);
    expect(signedArea(placed?.shape?.[0]?.[0] ?? [])).toBeGreaterThan(0);
    expect(liesInside(placed?.at as LngLat, placed?.shape ?? [])).toBe(true);
    expect(placed?.id).toBe("NOWHERE");
  });

  it("leaves out corners that repeat the one before, the last that closes it included", () => {
    const [[a, b, c, d]] = [block(0, 0, 200)[0]] as [LngLat[]];
    const ring = [a, a, b, c, d, a] as LngLat[];
    expect(made(outline("POINT", [[ring]]))?.shape).toEqual([[[a, b, c, d]]]);
  });

  it.each<[string, Polygon, object]>([
    ["two corners", [[east(0), east(100), east(100)]], { code: "edit.outline-too-few", corners: 2 }],
    ["a line", [[east(0), east(50), east(100)]], { code: "edit.outline-no-area" }],
    [
      "a bow tie",
      [[east(0), east(100, 100), east(100), east(0, 100)]],
      { code: "edit.outline-crosses", lon: east(50).lng.toFixed(6), lat: east(0, 50).lat.toFixed(6) },
    ],
    ["a corner of no place", [[east(0), { lng: 117, lat: 91 }, east(100)]], { code: "edit.no-place" }],
    ["a corner elsewhere", [[east(0), east(30_000), east(100, 100)]], { code: "edit.outline-too-wide" }],
    [
      "a hole outside",
      [block(0, 0, 100)[0], [...block(500, 500, 10)[0]].reverse()],
      { code: "edit.outline-hole-outside" },
    ],
    [
      "a hole across the border",
      [block(0, 0, 100)[0], [...block(50, 50, 100)[0]].reverse()],
      { code: "edit.outline-crosses" },
    ],
  ])("is refused of %s", (_, polygon, reason) => {
    const refusal = outline("DRAWN", [polygon]);
    expect(refusal.ok).toBe(false);
    expect(why(refusal)).toEqual([expect.objectContaining(reason)]);
    expect(refusal.issues[0]?.at).toEqual({ id: "DRAWN" });
  });

  it("is refused where nothing would be different, and of nobody", () => {
    expect(codes(placeZone(PROJECT, { id: "POINT", place: { at: east(0) } }))).toEqual([
      "edit.nothing-changed",
    ]);
    expect(codes(outline("NOBODY", [block(0, 0, 9)]))).toEqual(["edit.unknown-zone"]);
  });
});

describe("another outline", () => {
  it("leaves out entrances more than 50 m outside it, and buildings, and says so", () => {
    // The eastern half is given away: its entrance is 100 m outside then, its building 50 m.
    const edit = outline("DRAWN", [block(0, 0, 95, 200)]);
    expect(made(edit)?.entrances).toEqual([DRAWN.entrances?.[0]]);
    expect(made(edit)?.buildings).toEqual([DRAWN.buildings?.[0]]);
    expect(why(edit)).toContainEqual({ code: "edit.entrances-left-out", entrances: 1 });
  });

  it("estimates households anew with the ground that they were estimated from", () => {
    // 200 m × 200 m to 200 m × 300 m: 400 × 3 / 2.
    const edit = outline("DRAWN", [block(0, 0, 200, 300)]);
    expect(made(edit)).toMatchObject({ households: 600, householdsBasis: "estimated" });
    expect(why(edit)).toContainEqual({ code: "edit.households-estimated-anew", before: 400, after: 600 });
    const stated = aProject([aZone("S", { shape: [block(0, 0, 200)] })], []);
    expect(made(outline("S", [block(0, 0, 200, 300)], stated))?.households).toBe(1000);
  });

  it("that is the same elsewhere takes entrances and buildings along, and changes no number", () => {
    const shape = [block(0, 0, 200)[0].map(({ lng, lat }) => ({ lng: lng + 0.001, lat: lat + 0.002 }))];
    const edit = outline("DRAWN", [shape as unknown as Polygon]);
    const moved = made(edit);
    expect(moved?.households).toBe(400);
    expect(moved?.entrances?.map(({ lng }) => lng)).toEqual([
      expect.closeTo((DRAWN.entrances?.[0]?.lng ?? 0) + 0.001, 8),
      expect.closeTo((DRAWN.entrances?.[1]?.lng ?? 0) + 0.001, 8),
    ]);
    expect(moved?.buildings?.[0]?.lat).toBeCloseTo((DRAWN.buildings?.[0]?.lat ?? 0) + 0.002, 8);
    expect(areaOf(moved?.shape ?? [])).toBeCloseTo(40_000, -2);
    expect(codes(edit)).toEqual([]);
  });

  it("tells of zones below it and of rooms that are far now, which forbids nothing", () => {
    const edit = outline("DRAWN", [block(950, -50, 400)]);
    expect(edit.ok).toBe(true);
    expect(why(edit)).toContainEqual({
      code: "edit.zones-overlap",
      inner: "BESIDE",
      outer: "DRAWN",
      percent: 100,
    });
    const far = outline("DRAWN", [block(1500, 0, 200, 210)]);
    expect(why(far)).toContainEqual({ code: "edit.rooms-far", count: 1, facilities: ["站"] });
  });

  it("does not tell again what was so before", () => {
    const project = aProject(
      [aZone("A", { shape: [block(0, 0, 200)] }), aZone("B", { shape: [block(0, 0, 400)] })],
      [],
    );
    expect(codes(outline("A", [block(0, 0, 200, 210)], project))).toEqual([]);
    expect(
      codes(
        outline(
          "A",
          [block(0, 0, 380)],
          aProject([aZone("A"), aZone("B", { shape: [block(0, 0, 400)] })], []),
        ),
      ),
    ).toEqual(["edit.zones-overlap"]);
  });
});

describe("giving a zone a point", () => {
  const point = (id: string, at: LngLat | undefined) => placeZone(PROJECT, { id, place: { at } });

  it("places it, moves it, takes its outline away, and takes its place away", () => {
    expect(made(point("NOWHERE", east(70)))?.at).toEqual(east(70));
    expect(made(point("POINT", east(70)))?.at).toEqual(east(70));
    expect(made(point("DRAWN", DRAWN.at))).not.toHaveProperty("shape");
    expect(made(point("POINT", undefined))).not.toHaveProperty("at");
  });

  it("takes entrances along, and is refused where there is no ground", () => {
    const project = aProject([aZone("P", { entrances: [east(10)] })], []);
    const moved = made(placeZone(project, { id: "P", place: { at: east(100) } }));
    expect(moved?.entrances?.[0]?.lng).toBeCloseTo(east(110).lng, 8);
    expect(codes(point("POINT", { lng: 181, lat: 34 }))).toEqual(["edit.no-place"]);
  });
});
