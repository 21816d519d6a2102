import { distance } from "@turf/turf";
import { around } from "geokdbush";
import { finish } from "../../src/core/base/work.ts";
import { geodesicMetres } from "../../src/core/geo/geodesic.ts";
import { reachTable } from "../../src/core/spatial/straight-reach.ts";
import { type Bench, type BenchRow, ms, mustAgree, timed, took } from "./bench.ts";
import { countWithin, indexOf } from "./kdbush-peer.ts";
import { firstRows, pointsOf } from "./points.ts";

const LIMIT = 1000;
/** Slow peers answer every so-many-th zone, and their time is multiplied. */
const SAMPLE = 100;

/** A city, 20,000 zones × 3,000 facilities: every pair within 1 km with its metres. */
export const straightLine: Bench = {
  name: "straight-line",
  run() {
    const { origins, facilities } = pointsOf("city");
    const zones = origins.lng.length;
    const ours = () => finish(reachTable(origins, facilities, LIMIT, 1));
    const table = ours();
    mustAgree(
      wrongDecisions(origins, facilities, table.starts) === 0,
      "pairs within 1 km against the geodesic",
    );

    const index = indexOf(facilities);
    const each = (count: (x: number, y: number) => number, step: number) => () => {
      let sum = 0;
      for (let zone = 0; zone < zones; zone += step)
        sum += count(origins.lng[zone] as number, origins.lat[zone] as number);
      return sum;
    };
    const kdbush = each((x, y) => countWithin(index, facilities, x, y, LIMIT), 1);
    const geokdbush = each(
      (x, y) => around(index, x, y, Number.POSITIVE_INFINITY, LIMIT / 1000).length,
      SAMPLE,
    );
    const turf = each((x, y) => {
      let within = 0;
      for (let row = 0; row < facilities.lng.length; row++) {
        const to = [facilities.lng[row] as number, facilities.lat[row] as number];
        if (distance([x, y], to, { units: "meters" }) <= LIMIT) within++;
      }
      return within;
    }, SAMPLE);
    const pair = timed(9, ours, kdbush);
    const rows: BenchRow[] = [
      row(
        "all pairs with metres, one kdbush range + haversine per zone",
        pair.ours,
        pair.peer,
        "8, with a kernel 40",
      ),
      row("the same, geokdbush (sampled)", pair.ours, took(geokdbush) * SAMPLE, "30"),
      row("the same, turf.distance (sampled)", pair.ours, took(turf) * SAMPLE, "500"),
    ];
    return [...rows, ...growth()];
  },
};

function row(what: string, ours: number, peer: number, goal: string): BenchRow {
  return {
    what,
    ours: ms(ours),
    peer: ms(peer),
    ratio: peer / ours,
    goal,
    note: "pairs per zone equal the geodesic's, every 25th zone",
  };
}

/** Time against n: near linear if the time per zone stays where it is. */
function growth(): BenchRow[] {
  const nation = pointsOf("nation");
  return [1_000, 10_000, 100_000, 1_000_000].map((count) => {
    const { origins, facilities } = firstRows(nation, count);
    const work = () => finish(reachTable(origins, facilities, LIMIT, 1));
    work();
    const time = took(work);
    return {
      what: `growth: ${count.toLocaleString("en")} zones × ${facilities.lng.length.toLocaleString("en")} facilities`,
      ours: ms(time),
      peer: "none",
      ratio: Number.NaN,
      goal: "near linear",
      note: `${((time / count) * 1000).toFixed(2)} µs per zone`,
    };
  });
}

type Points = ReturnType<typeof pointsOf>;

/** Zones of a sample whose number of facilities within the limit is not that of the WGS84 geodesic. */
function wrongDecisions(
  origins: Points["origins"],
  facilities: Points["facilities"],
  starts: Uint32Array,
): number {
  let wrong = 0;
  for (let zone = 0; zone < origins.lng.length; zone += SAMPLE / 4) {
    let within = 0;
    const from = { lng: origins.lng[zone] as number, lat: origins.lat[zone] as number };
    for (let to = 0; to < facilities.lng.length; to++) {
      const lng = facilities.lng[to] as number;
      const lat = facilities.lat[to] as number;
      if (Math.abs(lat - from.lat) > 0.01 || Math.abs(lng - from.lng) > 0.02) continue;
      if (geodesicMetres(from, { lng, lat }) <= LIMIT) within++;
    }
    if (within !== (starts[zone + 1] as number) - (starts[zone] as number)) wrong++;
  }
  return wrong;
}
