import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import type { Command, Host } from "../../src/cli/command.ts";
import { analyse } from "../../src/cli/commands/analyse.ts";
import { importCommand } from "../../src/cli/commands/import.ts";
import { verify } from "../../src/cli/commands/verify.ts";
import { diceOf } from "../../src/core/base/random.ts";
import { finish } from "../../src/core/base/work.ts";
import { shifted } from "../../src/core/geo/datum-shift.ts";
import { barriersOf } from "../../src/core/network/barriers.ts";
import { sameStreets } from "../../src/core/network/streets-digest.ts";
import { readOsmPbf } from "../../src/io/network/osm-pbf.ts";
import { readProject } from "../../src/io/project-file/read-project.ts";
import { shippedWalkProfiles } from "../../src/io/walking/shipped.ts";
import { value } from "../builders/outcomes.ts";

const FOLDER = process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../shared/geodata");
const FILES = {
  "roads.geojson": resolve(FOLDER, "wuxi-xinwu/roads.wgs84.geojson"),
  "parcels.geojson": resolve(FOLDER, "wuxi-xinwu/sites-and-residential.wgs84.geojson"),
  "porto.osm.pbf": resolve(FOLDER, "porto/porto.osm.pbf"),
  "palmas.osm.pbf": resolve(FOLDER, "las-palmas/las_palmas_20230221.osm.pbf"),
};
const absent = Object.values(FILES).filter((file) => !existsSync(file));
if (absent.length > 0)
  console.warn(`Real cities are not there (${absent.join(", ")}); set QUAN_REAL_DATA to walk them.`);

/** A machine with the real files on its disk, and others. */
function machine(others: Readonly<Record<string, string>> = {}) {
  const disk = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, file] of Object.entries(FILES)) disk.set(name, new Uint8Array(readFileSync(file)));
  for (const [name, text] of Object.entries(others)) disk.set(name, new TextEncoder().encode(text));
  let text = "";
  const host = {
    read: async (path: string) => disk.get(path) ?? new Uint8Array(),
    *pieces(path: string) {
      yield disk.get(path) ?? new Uint8Array();
    },
    write: async (path: string, content: AsyncIterable<Uint8Array>) => {
      disk.set(path, new Uint8Array(await new Response(content as unknown as BodyInit).arrayBuffer()));
    },
    list: async (folder: string) =>
      [...disk.keys()].flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
    print: (more: string) => {
      text += more;
    },
    say: () => {},
    drive: async (work: Parameters<typeof finish>[0]) => finish(work),
  } as unknown as Host;
  const run = async (command: Command, words: string) => {
    text = "";
    const code = await command.run(readArguments(command, words.split(" ")), host);
    return { code, text };
  };
  return { disk, run, textOf: (path: string) => new TextDecoder().decode(disk.get(path)) };
}

interface Network {
  readonly notConnected: readonly { readonly zones: readonly string[] }[];
  readonly onIslands: readonly { readonly zones: readonly string[] }[];
}

type Machine = ReturnType<typeof machine>;

/** Imports, analyses along the streets and adds up again; what became of the streets, and who reaches what. */
async function walked({ run, disk, textOf }: Machine, words: string) {
  const imported = await run(importCommand, `${words} --pack xuzhou-2022 --out P.quan`);
  expect(imported.code).toBe(0);
  const { files } = JSON.parse(imported.text) as Printed;
  const streets = files.find(({ role }) => role === "streets");
  expect(streets?.in).toBe((streets?.used ?? 0) + (streets?.repaired ?? 0) + (streets?.rejected ?? 0));
  const project = value(await readProject(disk.get("P.quan") ?? new Uint8Array(), "P.quan"));
  const analysed = await run(analyse, "P.quan --out out --reach network --profile elderly --json");
  expect(analysed.code).toBe(0);
  expect((await run(verify, "out")).code).toBe(0);
  const links = textOf("out/links.csv").trim().split("\n").slice(1);
  const summary = JSON.parse(textOf("out/summary.json")) as { readonly network: Network };
  return { streets, project, links, summary };
}

describe.skipIf(absent.length > 0)("a real city is imported and walked", () => {
  it("Xinwu, whose parcels are zones and invented facilities", async () => {
    const { streets, project, links, summary } = await walked(
      machine(),
      "--facilities parcels.geojson --zones parcels.geojson --assume-far 1.8 --network roads.geojson",
    );
    expect(streets).toMatchObject({ in: 5835, used: 5835 });
    expect([project.zones.length, project.facilities.length]).toEqual([690, 151]);
    // All stand within 250 m of a street, and all but two zones on streets that lead to the rest of the city.
    for (const { zones } of summary.network.notConnected) expect(zones).toEqual([]);
    for (const { zones } of summary.network.onIslands) expect(zones).toEqual(["1104", "1264"]);
    expect(links.length).toBeGreaterThan(690);
  }, 180_000);

  it("Xinwu with streets of another datum, which is told and never mended by itself", async () => {
    const { features } = JSON.parse(readFileSync(FILES["roads.geojson"], "utf8")) as Roads;
    const moved = features.map(({ geometry, ...others }) => {
      const coordinates = geometry.coordinates.map(([lng = 0, lat = 0]) => {
        const at = shifted({ lng, lat }, "wgs84", "gcj02");
        return [at.lng, at.lat];
      });
      return { ...others, geometry: { ...geometry, coordinates } };
    });
    const text = JSON.stringify({ type: "FeatureCollection", features: moved });
    const { disk, run } = machine({ "moved.geojson": text });
    const words = "--facilities parcels.geojson --zones parcels.geojson --assume-far 1.8 --pack xuzhou-2022";
    const imported = await run(importCommand, `${words} --network moved.geojson --out P.quan`);
    const { files } = JSON.parse(imported.text) as Printed;
    const told = files.flatMap(({ issues }) => issues.map(({ code }) => code));
    // Parcels end at streets: half of the corners of their outlines lie 13 m from one, and 34 m from a shifted one.
    expect(told.filter((code) => /^network[.].*datum/.test(code))).toEqual(["network.streets-zones-datum"]);
    const { streets } = value(await readProject(disk.get("P.quan") ?? new Uint8Array(), "P.quan"));
    const [lng] = moved[0]?.geometry.coordinates[0] ?? [];
    expect(streets?.lng[0]).toBe(lng);
  }, 180_000);

  it("Porto, with places beside its streets", async () => {
    const file = new Uint8Array(readFileSync(FILES["porto.osm.pbf"]));
    const map = value(finish(readOsmPbf(file, "porto.osm.pbf")));
    const dice = diceOf(3, "porto");
    const beside = () => {
      const node = dice.whole(0, map.lng.length - 1);
      const off = () => dice.between(-0.0005, 0.0005);
      return `${(map.lng[node] ?? 0) + off()},${(map.lat[node] ?? 0) + off()}`;
    };
    const rows = (count: number, of: (row: number) => string) =>
      Array.from({ length: count }, (_, i) => `${of(i)},${beside()}`).join("\n");
    const { streets, project, links, summary } = await walked(
      machine({
        "f.csv": `id,kind,status,slots,lon,lat\n${rows(200, (i) => `f${i},${i % 2 ? "C_COMMUNITY" : "E_MEAL"},built,30`)}\n`,
        "z.csv": `id,status,households,residents,lon,lat\n${rows(300, (i) => `z${i},existing,500,1400`)}\n`,
      }),
      "--facilities f.csv --zones z.csv --datum wgs84 --network porto.osm.pbf",
    );
    expect(streets).toMatchObject({ in: 51_447, used: 51_408, rejected: 39 });
    expect(sameStreets(project.streets, map)).toBe(true);
    for (const { zones } of [...summary.network.notConnected, ...summary.network.onIslands])
      expect(zones.length).toBeLessThan(15);
    expect(links.length).toBeGreaterThan(50);
  }, 180_000);

  it("Las Palmas, with its walls and waters", async () => {
    const { disk, run } = machine({
      "z.csv": "id,status,households,residents,lon,lat\nz,existing,5,9,-15.43,28.12\n",
    });
    const words = "--zones z.csv --datum wgs84 --pack xuzhou-2022 --network palmas.osm.pbf --out P.quan";
    const imported = await run(importCommand, words);
    expect(imported.code).toBe(0);
    const account = (JSON.parse(imported.text) as Printed).files.find(({ role }) => role === "streets");
    expect(account?.in).toBe((account?.used ?? 0) + (account?.repaired ?? 0) + (account?.rejected ?? 0));
    const { streets } = value(await readProject(disk.get("P.quan") ?? new Uint8Array(), "P.quan"));
    const { features } = barriersOf({ water: [], railways: [] }, streets, shippedWalkProfiles().elderly);
    const kinds = new Set(features.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["motorway", "private", "wall", "water"]);
  }, 180_000);
});

type Roads = GeoJSON.FeatureCollection<GeoJSON.LineString>;

interface Printed {
  readonly files: readonly {
    readonly file: string;
    readonly role?: string;
    readonly in: number;
    readonly used: number;
    readonly repaired: number;
    readonly rejected: number;
    readonly issues: readonly { readonly code: string; readonly text: string }[];
  }[];
}
