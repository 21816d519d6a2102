import { describe, expect, test } from "vitest";
import type { LngLat } from "../../src/core/geo/lng-lat.ts";
import type { PlanMark } from "../../src/map/columns.ts";
import { planNumbers } from "../../src/map/features.ts";
import { badgeAt, planBadges } from "../../src/map/plan-badges.ts";

const mark = (lng: number, lat: number, number?: number): PlanMark => ({
  ...{ lng, lat, isChosen: false, isPointed: false, isMovable: true },
  ...(number !== undefined && { number }),
});
/** At a zoom of 10 a pixel is 360° / (512 × 2¹⁰) = 0.000687°. */
const ZOOM = 10;
const PIXEL = 360 / (512 * 1024);
const pixelsApart = (a?: LngLat, b?: LngLat) =>
  Math.hypot(
    ((a?.lng ?? 0) - (b?.lng ?? 0)) / PIXEL,
    ((a?.lat ?? 0) - (b?.lat ?? 0)) / PIXEL / Math.cos((34.2 * Math.PI) / 180),
  );
const marks = [mark(117.2, 34.2, 2), mark(117.3, 34.2), mark(117.2, 34.2, 1), mark(117.2 + PIXEL, 34.2, 3)];

describe("numbers of a plan on the map", () => {
  test("keep to their places, the first in the list nearest, and none is lost", () => {
    const badges = planBadges(marks, ZOOM);
    expect(badges.map(({ number, row }) => [number, row])).toEqual([
      [1, 2],
      [2, 0],
      [3, 3],
    ]);
    const [first] = badges;
    expect(first?.place).toEqual({ lng: 117.2, lat: 34.2 });
    // 14 pixels away, led there by nothing: 14 × 0.000687° = 0.0096°.
    expect(pixelsApart(first?.at, first?.place)).toBeCloseTo(14, 1);
    expect(first?.isLed).toBe(false);
    for (const [i, { at }] of badges.entries())
      for (const other of badges.slice(i + 1)) expect(pixelsApart(at, other.at)).toBeGreaterThanOrEqual(19.4);
  });

  test("come nearer to each other's places as the map is zoomed in", () => {
    expect(planBadges(marks, 19).filter(({ isLed }) => isLed)).toHaveLength(0);
    const many = Array.from({ length: 9 }, (_, i) => mark(117.2 + i * PIXEL, 34.2, i + 1));
    expect(planBadges(many, ZOOM).some(({ isLed }) => isLed)).toBe(true);
    expect(planBadges(many, ZOOM + 5).some(({ isLed }) => isLed)).toBe(false);
  });

  test("go with a mark that is dragged", () => {
    const [, second] = planBadges(marks, ZOOM, { row: 0, to: [118, 35] });
    expect(second?.place).toEqual({ lng: 118, lat: 35 });
    expect(second?.at.lng).toBeGreaterThan(118);
  });

  test("are what is pressed where they are drawn", () => {
    const badges = planBadges(marks, ZOOM);
    for (const { row, at } of badges) expect(badgeAt(badges, at.lng + 8 * PIXEL, at.lat, ZOOM)).toBe(row);
    expect(badgeAt(badges, 117.3, 34.2, ZOOM)).toBeUndefined();
  });

  test("are joined to their places by lines where they stand away", () => {
    const many = Array.from({ length: 9 }, (_, i) => mark(117.2, 34.2, i + 1));
    const badges = planBadges(many, ZOOM);
    const { features } = planNumbers(badges);
    const named = features.filter(({ properties }) => properties?.["part"] === "number");
    expect(named.map(({ properties }) => properties?.["name"])).toEqual(
      Array.from({ length: 9 }, (_, i) => `${i + 1}`),
    );
    const led = badges.filter(({ isLed }) => isLed);
    expect(led.length).toBeGreaterThan(0);
    expect(features.filter(({ geometry }) => geometry.type === "LineString").map((f) => f.geometry)).toEqual(
      led.map(({ at }) => ({
        type: "LineString",
        coordinates: [
          [117.2, 34.2],
          [at.lng, at.lat],
        ],
      })),
    );
  });
});
