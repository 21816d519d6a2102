import { around } from "geokdbush";
import { finish } from "../../src/core/base/work.ts";
import { coveragesOf } from "../../src/core/spatial/coverage.ts";
import { type Bench, ms, mustAgree, took } from "./bench.ts";
import { countWithin, haversine, indexOf } from "./kdbush-peer.ts";
import { pointsOf } from "./points.ts";

const LIMIT = 1000;
const SAMPLE = 200;

/** A nation, 1,000,000 × 100,000, the first time: how many within 1 km and the nearest of all, index included. */
export const nearest: Bench = {
  name: "nearest",
  run() {
    const { origins, facilities } = pointsOf("nation");
    const all = Uint32Array.from(facilities.lng, (_, row) => row);
    const from = performance.now();
    const [coverage] = finish(coveragesOf(origins, facilities, all, [LIMIT], 1));
    const ours = performance.now() - from;
    const memory = process.memoryUsage().rss / 1e9;
    if (coverage === undefined) throw new Error("no coverage");

    const start = performance.now();
    const index = indexOf(facilities);
    const build = performance.now() - start;
    let differ = 0;
    const queries = took(() => {
      for (let zone = 0; zone < origins.lng.length; zone += SAMPLE) {
        const [x, y] = [origins.lng[zone] as number, origins.lat[zone] as number];
        const count = countWithin(index, facilities, x, y, LIMIT);
        const [near = 0] = around(index, x, y, 1) as number[];
        // A sphere is up to half a percent off, so a neighbour as near as that is no other answer.
        const sphere = haversine(x, y, facilities.lng[near] as number, facilities.lat[near] as number);
        const close = Math.abs(sphere - (coverage.metres[zone] as number)) <= 0.006 * sphere + 1e-3;
        if (!close || Math.abs(count - (coverage.choices[zone] as number)) > 2) differ++;
      }
    });
    mustAgree(differ === 0, `${differ} sampled zones of a nation`);
    const peer = build + queries * SAMPLE;
    return [
      {
        what: "counts within 1 km and nearest, index included",
        ours: ms(ours),
        peer: `${ms(peer)} (kdbush build, range + geokdbush nearest, sampled)`,
        ratio: peer / ours,
        goal: "8",
        note: `process holds ${memory.toFixed(2)} GB, points and demo included; goal under 1.5`,
      },
    ];
  },
};
