import { distance } from "@turf/turf";
import { around, distance as geokdbushDistance } from "geokdbush";
import type KDBush from "kdbush";
import { finish } from "../../src/core/base/work.ts";
import { geodesicMetres } from "../../src/core/geo/geodesic.ts";
import { countedWithin } from "../../src/core/spatial/coverage.ts";
import { reachTable } from "../../src/core/spatial/straight-reach.ts";
import { walkOf } from "../../src/core/spatial/walk.ts";
import { type Bench, type BenchRow, median, ms, mustAgree, timed, took } from "./bench.ts";
import { countWithin, indexOf, pairsWithin } from "./kdbush-peer.ts";
import { denseCity, firstRows, pointsOf } from "./points.ts";

type Points = ReturnType<typeof pointsOf>;

const LIMIT = 1000;
/** Slow peers answer every so-many-th zone, and their time is multiplied; enough of them to be warm. */
const SAMPLES = { geokdbush: 8, turf: 100 } as const;
/** Answers are held to the geodesic at every so-many-th zone. */
const CHECKED = 25;

/** 20,000 zones × 3,000 facilities: how many are within 1 km, and every pair with its metres; indexes at hand. */
export const straightLine: Bench = {
  name: "straight-line",
  run() {
    return [
      ...rowsOf("towns of a city", pointsOf("city")),
      ...rowsOf("dense city", denseCity()),
      ...growth(),
    ];
  },
};

function rowsOf(where: string, points: Points): BenchRow[] {
  const { origins, facilities } = points;
  const index = indexOf(facilities);
  const pairs = () => finish(reachTable(origins, facilities, LIMIT, 1));
  const counts = () => countsOf(points);
  const { starts } = pairs();
  const { choices } = counts();
  mustAgree(wrongDecisions(points, (zone) => choices[zone] as number) === 0, `counts, ${where}`);
  mustAgree(
    wrongDecisions(points, (zone) => (starts[zone + 1] as number) - (starts[zone] as number)) === 0,
    `pairs, ${where}`,
  );

  const note = `${((starts[origins.lng.length] as number) / origins.lng.length).toFixed(0)} within 1 km of a zone; equal to the geodesic's, every ${CHECKED}th zone`;
  const row = (what: string, ours: number, peer: number, goal: string): BenchRow => ({
    what: `${where}: ${what}`,
    ours: ms(ours),
    peer: ms(peer),
    ratio: peer / ours,
    goal,
    note,
  });
  const counted = timed(9, counts, () => kdbushCounts(points, index));
  const paired = timed(9, pairs, () => kdbushPairs(points, index));
  const geokdbush = warm(() => geokdbushCounts(points, index)) * SAMPLES.geokdbush;
  const geokdbushPaired = warm(() => geokdbushPairs(points, index)) * SAMPLES.geokdbush;
  const turf = warm(() => turfCounts(points)) * SAMPLES.turf;
  const turfPaired = warm(() => turfPairs(points)) * SAMPLES.turf;
  return [
    row("counts, one kdbush range + haversine per zone", counted.ours, counted.peer, "8, with a kernel 40"),
    row("counts, geokdbush (sampled)", counted.ours, geokdbush, "30"),
    row("counts, turf.distance (sampled)", counted.ours, turf, "500"),
    row("pairs with metres, kdbush range + haversine", paired.ours, paired.peer, "8, with a kernel 40"),
    row("pairs with metres, geokdbush (sampled)", paired.ours, geokdbushPaired, "30"),
    row("pairs with metres, turf.distance (sampled)", paired.ours, turfPaired, "500"),
  ];
}

/** Of the second time. */
function warm(work: () => unknown): number {
  work();
  return took(work);
}

function countsOf({ origins, facilities }: Points) {
  const all = Uint32Array.from(facilities.lng, (_, row) => row);
  return countedWithin(origins, facilities, all, walkOf(LIMIT, 1));
}

function kdbushCounts({ origins, facilities }: Points, index: KDBush): Uint32Array {
  return Uint32Array.from(origins.lng, (x, zone) =>
    countWithin(index, facilities, x, origins.lat[zone] as number, LIMIT),
  );
}

function kdbushPairs({ origins, facilities }: Points, index: KDBush): unknown {
  return Array.from(origins.lng, (x, zone) =>
    pairsWithin(index, facilities, x, origins.lat[zone] as number, LIMIT),
  );
}

function geokdbushCounts({ origins }: Points, index: KDBush): number {
  let sum = 0;
  for (const [x, y] of sampled(origins, SAMPLES.geokdbush)) sum += nearby(index, x, y).length;
  return sum;
}

/** As all that are asked for pairs: with their metres, in the order of their rows. */
function geokdbushPairs({ origins, facilities }: Points, index: KDBush): unknown {
  return sampled(origins, SAMPLES.geokdbush).map(([x, y]) =>
    nearby(index, x, y)
      .map((row) => {
        const [lng, lat] = [facilities.lng[row] as number, facilities.lat[row] as number];
        return { row, metres: geokdbushDistance(x, y, lng, lat) * 1000 };
      })
      .sort((a, b) => a.row - b.row),
  );
}

function nearby(index: KDBush, x: number, y: number): number[] {
  return around(index, x, y, Number.POSITIVE_INFINITY, LIMIT / 1000);
}

function turfCounts({ origins, facilities }: Points): number {
  let within = 0;
  for (const from of sampled(origins, SAMPLES.turf)) {
    for (let row = 0; row < facilities.lng.length; row++) {
      if (turfMetres(from, facilities, row) <= LIMIT) within++;
    }
  }
  return within;
}

function turfPairs({ origins, facilities }: Points): unknown {
  return sampled(origins, SAMPLES.turf).map((from) => {
    const pairs: { row: number; metres: number }[] = [];
    for (let row = 0; row < facilities.lng.length; row++) {
      const metres = turfMetres(from, facilities, row);
      if (metres <= LIMIT) pairs.push({ row, metres });
    }
    return pairs;
  });
}

function turfMetres(from: [number, number], { lng, lat }: Points["facilities"], row: number): number {
  return distance(from, [lng[row] as number, lat[row] as number], { units: "meters" });
}

function sampled({ lng, lat }: Points["origins"], every: number): [number, number][] {
  return Array.from({ length: Math.ceil(lng.length / every) }, (_, i) => [
    lng[i * every] as number,
    lat[i * every] as number,
  ]);
}

/** Time against n, index included: near linear if the time per zone stays where it is. */
function growth(): BenchRow[] {
  const nation = pointsOf("nation");
  return [1_000, 10_000, 100_000, 1_000_000].map((count) => {
    const points = firstRows(nation, count);
    const work = () => {
      const origins = { ...points.origins };
      return finish(reachTable(origins, points.facilities, LIMIT, 1));
    };
    const time = median([1, 2, 3, 4, 5].map(() => took(work)));
    return {
      what: `growth of pairs: ${count.toLocaleString("en")} zones × ${points.facilities.lng.length.toLocaleString("en")} facilities`,
      ours: ms(time),
      peer: "none",
      ratio: Number.NaN,
      goal: "near linear",
      note: `${((time / count) * 1000).toFixed(2)} µs per zone`,
    };
  });
}

/** Zones of a sample whose number of facilities within the limit is not that of the WGS84 geodesic. */
function wrongDecisions({ origins, facilities }: Points, countOf: (zone: number) => number): number {
  let wrong = 0;
  for (let zone = 0; zone < origins.lng.length; zone += CHECKED) {
    let within = 0;
    const from = { lng: origins.lng[zone] as number, lat: origins.lat[zone] as number };
    for (let to = 0; to < facilities.lng.length; to++) {
      const lng = facilities.lng[to] as number;
      const lat = facilities.lat[to] as number;
      if (Math.abs(lat - from.lat) > 0.01 || Math.abs(lng - from.lng) > 0.02) continue;
      if (geodesicMetres(from, { lng, lat }) <= LIMIT) within++;
    }
    if (within !== countOf(zone)) wrong++;
  }
  return wrong;
}
