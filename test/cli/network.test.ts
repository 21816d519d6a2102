import { describe, expect, it } from "vitest";
import { network } from "../../src/cli/commands/network.ts";
import { reach } from "../../src/cli/commands/reach.ts";
import { printed } from "../builders/printed.ts";
import { east } from "../builders/rows.ts";

const at = (x: number, y: number) => [east(x, y).lng, east(x, y).lat];
const feature = (highway: string, ...coordinates: number[][]) => ({
  type: "Feature",
  properties: { highway },
  geometry: { type: "LineString", coordinates },
});
const N = JSON.stringify({
  type: "FeatureCollection",
  features: [
    feature("residential", at(0, 0), at(200, 0)),
    feature("steps", at(200, 0), at(200, 100)),
    feature("residential", at(200, 100), at(0, 100)),
  ],
});
const A = `id,lon,lat\na,${at(0, 0).join()}\n`;
const B = `id,lon,lat\nb,${at(0, 100).join()}\n`;

describe("quan network", () => {
  it("prepares a network that reach takes for the same people, with the same walks", async () => {
    const written: Record<string, Uint8Array> = {};
    const said: string[] = [];
    const words = "--from N.geojson --profile elderly --out N.quanwalk --json";
    const told = JSON.parse(await printed(network, words, { "N.geojson": N }, said, written));
    expect(told).toMatchObject({ out: "N.quanwalk", profile: "elderly", nodes: 4, stretches: 3 });
    expect(told.metres).toBeCloseTo(500, 0);
    expect(said.at(-1)).toBe("N.geojson: 3 ways, 0.5 km, are walked by elderly; 0 are not.");

    const files = { A, B, "N.geojson": N, ...written };
    const walks = (streets: string) =>
      printed(reach, `--from A --to B --limit 900 --profile elderly --network ${streets} --json`, files);
    expect(await walks("N.quanwalk")).toBe(await walks("N.geojson"));
    expect(JSON.parse(await walks("N.quanwalk"))).toHaveLength(1);
    await expect(
      printed(reach, "--from A --to B --limit 900 --profile adult --network N.quanwalk", files),
    ).rejects.toThrow("N.quanwalk: This network was prepared for elderly, and adult is asked for");
    await expect(
      printed(network, "--from N.quanwalk --out again.quanwalk", files, [], written),
    ).rejects.toThrow("N.quanwalk: This is a prepared network");
  });
});
