import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { readOsmPbf } from "../../../src/io/network/osm-pbf.ts";
import { isWalkWay } from "../../../src/io/network/walk-tags.ts";
import { value } from "../../builders/outcomes.ts";

const FOLDER = process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata");
const CITIES = {
  porto: resolve(FOLDER, "porto/porto.osm.pbf"),
  lasPalmas: resolve(FOLDER, "las-palmas/las_palmas_20230221.osm.pbf"),
};
const absent = Object.values(CITIES).filter((file) => !existsSync(file));
if (absent.length > 0)
  console.warn(`Real streets are not there (${absent.join(", ")}); set QUAN_REAL_DATA to check them.`);

/** Numbers counted with osmium 1.15: `tags-filter` with the same tags, `check-refs`, and ways of one node left out. */
describe.skipIf(absent.length > 0)("the streets of", () => {
  const read = (file: string) => finish(readOsmPbf(new Uint8Array(readFileSync(file)), "streets.osm.pbf"));

  it("Porto are as many as osmium counts", () => {
    const outcome = read(CITIES.porto);
    const { lng, tags, nodes, barriers } = value(outcome);
    expect(outcome.issues.map(({ code }) => code)).toEqual(Array(39).fill("network.zero-length"));
    // 51,447 ways, of which 39 have one node; 347,885 nodes, of which 2 are only theirs.
    expect([tags.length, nodes.length]).toEqual([51_447 - 39, 427_828 - 39]);
    expect([lng.length, barriers.size]).toEqual([347_885 - 2, 914]);
  });

  it("Las Palmas, cut out by a rectangle, are cut and said to be", () => {
    const outcome = read(CITIES.lasPalmas);
    const { barriers, nodes, starts, tags, tagSets } = value(outcome);
    expect(outcome.issues.map(({ code, facts }) => [code, facts])).toEqual([
      ["network.missing-nodes", { ways: 212, nodes: 2685 }],
      // 6,161 lines of water and walls by osmium, one of which lies beyond the cut.
      ["network.barriers-kept", { lines: 6160 }],
    ]);
    const walked = [...tags.keys()].filter((way) => isWalkWay(tagSets[tags[way] ?? 0] ?? {}));
    const onThem = new Set(walked.flatMap((way) => [...nodes.subarray(starts[way], starts[way + 1])]));
    // The others are gates of walls that no way leads through.
    expect([...barriers.keys()].filter((node) => onThem.has(node)).length).toBe(322);
    expect(barriers.size).toBe(564);
  });
});
