import { describe, expect, it } from "vitest";
import { reach } from "../../src/cli/commands/reach.ts";
import { osmPbf } from "../builders/osm-pbf-file.ts";
import { printed } from "../builders/printed.ts";
import { east } from "../builders/rows.ts";

type Spot = readonly [east: number, north: number];

/** A GeoJSON file of lines, in metres east and north. */
function streets(
  ...lines: readonly { readonly through: readonly Spot[]; readonly highway?: string }[]
): string {
  const features = lines.map(({ through, highway = "residential" }) => ({
    type: "Feature",
    properties: { highway },
    geometry: {
      type: "LineString",
      coordinates: through.map(([x, y]) => [east(x, y).lng, east(x, y).lat]),
    },
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

function points(spots: Readonly<Record<string, Spot>>): string {
  const rows = Object.entries(spots).map(([id, [x, y]]) => `${id},${east(x, y).lng},${east(x, y).lat}`);
  return ["id,lon,lat", ...rows, ""].join("\n");
}

const A = points({ south: [0, 0], far: [0, 5000] });
const B = points({ north: [0, 100] });
/** A river between two streets, and one bridge, 500 m down. */
const N = streets(
  {
    through: [
      [0, 0],
      [500, 0],
    ],
  },
  {
    through: [
      [0, 100],
      [500, 100],
    ],
  },
  {
    through: [
      [500, 0],
      [500, 100],
    ],
    highway: "footway",
  },
);

const metresIn = (csv: string): number => Number(csv.split("\n")[1]?.split(",")[2]);

describe("quan reach along streets", () => {
  it("goes by the bridge where a straight line crosses the river, and names who has no street", async () => {
    const said: string[] = [];
    const text = await printed(
      reach,
      "--from A --to B --limit 1150 --network N.geojson",
      { A, B, "N.geojson": N },
      said,
    );
    expect(text).toMatch(/^from,to,metres\nsouth,north,\d+\.\d{3}\n$/);
    expect(metresIn(text)).toBeCloseTo(1100, 0);
    expect(said).toContainEqual(
      "A: 1 of 2 points have no street within 250 m and reach nothing: far. Check their coordinates, or raise --cap.",
    );
    expect(said).toContainEqual(
      expect.stringMatching(/^N\.geojson: 3 ways, 1\.1 km, are walked by adult; 0 are not\.$/),
    );
    const near = await printed(reach, "--from A --to B --limit 1000 --network N.geojson", {
      A,
      B,
      "N.geojson": N,
    });
    expect(near).toBe("from,to,metres\n");
  });

  it("counts steps as longer for the old and as no way for a pram, and tells the metres walked beside", async () => {
    const files = { A, B, "N.geojson": N.replace('"footway"', '"steps"') };
    const pairs = async (profile: string) =>
      JSON.parse(
        await printed(
          reach,
          `--from A --to B --limit 5000 --network N.geojson --profile ${profile} --json`,
          files,
        ),
      );
    const [old] = await pairs("elderly");
    expect(old.walked).toBeCloseTo(1100, 0);
    expect(old.metres).toBeGreaterThan(old.walked + 50);
    expect(await pairs("carer_with_infant")).toEqual([]);
  });

  it("charges the walk to the street, up to the cap", async () => {
    const files = { A: points({ off: [250, -80] }), B: points({ on: [250, 0] }), "N.geojson": N };
    expect(
      metresIn(await printed(reach, "--from A --to B --limit 500 --network N.geojson", files)),
    ).toBeCloseTo(80, 0);
    expect(await printed(reach, "--from A --to B --limit 500 --cap 79 --network N.geojson", files)).toBe(
      "from,to,metres\n",
    );
  });

  it("reads OpenStreetMap too, whatever the file is called", async () => {
    const file = osmPbf([
      { id: 1, east: 117_200_000, north: 34_260_000 },
      { id: 2, east: 117_200_000, north: 34_261_000 },
      { id: 9, through: [1, 2], tags: { highway: "residential" } },
    ]);
    const files = { A: "id,lon,lat\na,117.2,34.26\n", B: "id,lon,lat\nb,117.2,34.261\n", streets: file };
    // 0.001° of latitude at 34.26°.
    expect(
      metresIn(await printed(reach, "--from A --to B --limit 500 --network streets", files)),
    ).toBeCloseTo(110.927, 2);
  });

  it.each([
    ["--network N.geojson --detour 1.3", "--detour is for straight lines"],
    ["--cap 100", "--cap is for --network"],
    ["--network cut.pbf", "cut.pbf: "],
    ["--network empty.geojson", "empty.geojson: "],
  ])("refuses %s with a sentence", async (words, sentence) => {
    const files = {
      A,
      B,
      "N.geojson": N,
      "cut.pbf": "\u0000\u0000\u0000\r\n\tOSMHeader",
      "empty.geojson": "",
    };
    await expect(printed(reach, `--from A --to B --limit 100 ${words}`, files)).rejects.toThrow(sentence);
  });
});
