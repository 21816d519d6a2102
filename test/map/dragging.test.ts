import type { Map as Sheet } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { letDrag } from "../../src/map/dragging.ts";

/** A map of one degree a pixel, and the hand on it. */
function sheet() {
  const heard = new Map<string, Set<(event: object) => void>>();
  const of = (name: string) => heard.get(name) ?? heard.set(name, new Set()).get(name);
  const hand = (name: string) => (x: number) => {
    const point = { x, dist: (other: { x: number }) => Math.abs(x - other.x) };
    for (const hear of [...(of(name) ?? [])])
      hear({ point, lngLat: { lng: x, lat: 0 }, preventDefault: () => {} });
  };
  const map = {
    on: (name: string, hear: (event: object) => void) => of(name)?.add(hear),
    off: (name: string, hear: (event: object) => void) => of(name)?.delete(hear),
  } as unknown as Sheet;
  const release = () => window.dispatchEvent(new Event("mouseup"));
  return { map, press: hand("mousedown"), move: hand("mousemove"), release };
}

beforeEach(() => void vi.stubGlobal("window", new EventTarget()));
afterEach(() => void vi.unstubAllGlobals());

function dragged(giveUpAt?: number) {
  const on = sheet();
  const [places, drops]: [number[], number[]] = [[], []];
  const stop = letDrag(on.map, {
    grab: (lng) => (lng === 100 ? "it" : undefined),
    onDrag: (_, lng, __, giveUp) => {
      places.push(lng);
      if (lng === giveUpAt) giveUp();
    },
    onDrop: (_, lng) => void drops.push(lng),
  });
  return { ...on, places, drops, stop };
}

describe("a thing on the map", () => {
  test("is let go where it was dragged to last", () => {
    const { press, move, release, places, drops } = dragged();
    press(100);
    for (const x of [103, 110, 120]) move(x);
    release();
    expect(places).toEqual([110, 120]);
    expect(drops).toEqual([120]);
    move(150);
    release();
    expect(drops).toEqual([120]);
  });

  test("stays where it was told to be while a finger trembles, and follows a slow hand", () => {
    const { press, move, release, places, drops } = dragged();
    press(100);
    for (const x of [110, 111, 109, 110, 111, 112, 113]) move(x);
    release();
    expect(places).toEqual([110, 112]);
    expect(drops).toEqual([112]);
  });

  test("is not dropped once it was given up, and can be taken hold of again", () => {
    const { press, move, release, places, drops } = dragged(120);
    press(100);
    for (const x of [110, 120, 130]) move(x);
    release();
    expect(places).toEqual([110, 120]);
    expect(drops).toEqual([]);
    press(100);
    move(115);
    release();
    expect(drops).toEqual([115]);
  });
});
