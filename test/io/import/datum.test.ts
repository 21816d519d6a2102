import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import type { Datum, LngLat } from "../../../src/core/geo/lng-lat.ts";
import { DATUMS } from "../../../src/core/geo/lng-lat.ts";
import { localPlane } from "../../../src/core/geo/local-plane.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { sentenceFor } from "../../../src/i18n/catalogue.ts";
import { datumEvidence, type Trusted } from "../../../src/io/datum-evidence.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { importProject } from "../../../src/io/import-project.ts";
import type { ImportChoices, SourceFile } from "../../../src/io/import-report.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { aProject, aZone, east } from "../../builders/rows.ts";

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });

/** Six zones a kilometre apart. */
const ZONES = Array.from({ length: 6 }, (_, i) =>
  aZone(`z${i}`, { name: `东园${i}里`, at: east(0, 1000 * i) }),
);
/** Sixty metres east of each zone stands the place that was built for it. */
const ROOMS = ZONES.map((_, i) => east(60, 1000 * i));

const register = (datum: Datum, places: readonly LngLat[] = ROOMS) => {
  const rows = places.map((at, i) => {
    const { lng, lat } = shifted(at, "wgs84", datum);
    return `f${i},E_MEAL,built,${lng},${lat},东园${i}里`;
  });
  return file("f.csv", `id,kind,status,lon,lat,zone\n${rows.join("\n")}\n`);
};
const zonesIn = (datum: Datum) => {
  const rows = ZONES.map(({ id, name, at = { lng: 0, lat: 0 } }) => {
    const { lng, lat } = shifted(at, "wgs84", datum);
    return `${id},${name},existing,900,${lng},${lat}`;
  });
  return file("z.csv", `id,name,status,households,lon,lat\n${rows.join("\n")}\n`);
};

async function read(files: readonly SourceFile[], choices: ImportChoices = {}, open?: Project) {
  const { report, project } = value(await importProject(files, choices, atOnce, open));
  const [first] = report.files;
  const told = first?.issues.filter(({ code }) => code.startsWith("file.datum-")) ?? [];
  return { project, report, finding: first?.datum, told, codes: told.map(({ code }) => code) };
}

describe("the datum of a register that declares none", () => {
  const open = aProject(ZONES, []);

  it("is found by the zones that its rows name, told with its figures, and nothing is shifted", async () => {
    const { finding, told, codes, project } = await read([register("gcj02")], {}, open);
    expect(codes).toEqual(["file.datum-assumed", "file.datum-other"]);
    expect(finding).toMatchObject({
      ...{ readAs: "wgs84", isDeclared: false, isAgainstTrusted: true, evidence: "zone" },
      ...{ rows: 6, speaking: 6, verdict: { datum: "gcj02" } },
    });
    // GCJ-02 lies some 529 m east and 138 m south here: read as WGS84, √((529 + 60)² + 138²) ≈ 605 m off.
    expect(finding?.residuals.wgs84.median).toBeGreaterThan(595);
    expect(finding?.residuals.wgs84.median).toBeLessThan(615);
    expect(finding?.residuals.gcj02.median).toBeCloseTo(60, 1);
    const other = told[1];
    expect(other?.severity).toBe("warning");
    expect(other && sentenceFor(other, "zh")).toMatch(
      /^坐标像是 GCJ-02（高德、腾讯）：对照所属小区（6 行），按 WGS84 .*一半偏离到 6\d\d 米.*读取是 6[01] 米和 6[01] 米。没有自动偏移/,
    );
    expect(other && sentenceFor(other, "en")).toMatch(
      /^The coordinates look like GCJ-02.*Nothing was shifted/,
    );
    const written = shifted(ROOMS[0] ?? east(0), "wgs84", "gcj02");
    expect(project.facilities[0]?.at).toEqual({ lng: written.lng, lat: written.lat });
  });

  it("is told where it is the one it was read in, and where the declared one is not it", async () => {
    expect((await read([register("wgs84")], {}, open)).codes).toEqual([
      "file.datum-assumed",
      "file.datum-fits",
    ]);
    const declared = await read([register("bd09")], { datum: "gcj02" }, open);
    expect(declared.codes).toEqual(["file.datum-shifted", "file.datum-other"]);
    expect(declared.finding).toMatchObject({ readAs: "gcj02", isDeclared: true, verdict: { datum: "bd09" } });
    const right = await read([register("bd09")], { datum: "bd09" }, open);
    expect(right.codes).toEqual(["file.datum-shifted"]);
    expect(right.finding?.residuals.bd09.median).toBeCloseTo(60, 1);
  });

  it("is left open, and said why, where too few rows tell it", async () => {
    const { codes, finding } = await read([register("gcj02", ROOMS.slice(0, 4))], {}, open);
    expect(codes).toEqual(["file.datum-assumed", "file.datum-too-few"]);
    expect(finding?.verdict).toEqual({ undecided: "too-few" });
  });

  it("is not told by rows that were put where their namesakes are", async () => {
    const named = ZONES.map((zone, i) => ({ ...zone, name: `站${i}` }));
    const rows = named.map(({ name }, i) => `f${i},${name},E_MEAL,built,,`).join("\n");
    const text = `id,name,kind,status,lon,lat\n${rows}\n`;
    const { finding, project } = await read(
      [file("f.csv", text)],
      { matchPlaces: true },
      aProject(named, []),
    );
    expect(project.facilities.map(({ at }) => at)).toEqual(named.map(({ at }) => at));
    expect(finding).toBeUndefined();
  });

  it("is not guessed where the rest of the project is shifted itself", async () => {
    const at = (zone: (typeof ZONES)[number]) => shifted(zone.at ?? east(0), "wgs84", "gcj02");
    const moved = aProject(
      ZONES.map((zone) => ({ ...zone, at: { lng: at(zone).lng, lat: at(zone).lat } })),
      [],
    );
    const { codes } = await read([register("wgs84")], {}, moved);
    expect(codes).toEqual(["file.datum-assumed", "file.datum-none-fits"]);
  });

  it("is not asked where there is nothing to hold it against, nor against what is invented", async () => {
    expect((await read([register("gcj02")])).finding).toBeUndefined();
    const demo = aProject(ZONES, [], { origin: "demo" });
    expect((await read([register("gcj02")], {}, demo)).finding).toBeUndefined();
  });
});

describe("files of one drop", () => {
  it("tell a register's datum by zones that declare theirs", async () => {
    const choices: ImportChoices = { byFile: { "z.csv": { datum: "wgs84" } } };
    const { codes, finding } = await read([register("gcj02"), zonesIn("wgs84")], choices);
    expect(codes).toEqual(["file.datum-assumed", "file.datum-other"]);
    expect(finding).toMatchObject({ isAgainstTrusted: true, verdict: { datum: "gcj02" } });
  });

  it("tell it by zones that declare none, unless both may be shifted together", async () => {
    const apart = await read([register("gcj02"), zonesIn("wgs84")]);
    expect(apart.finding).toMatchObject({ isAgainstTrusted: false, verdict: { datum: "gcj02" } });
    const together = await read([register("gcj02"), zonesIn("gcj02")]);
    expect(together.codes).toEqual(["file.datum-assumed", "file.datum-together"]);
    expect(together.finding?.verdict).toEqual({ undecided: "together" });
  });

  it("are each read in the datum that is declared for them alone", async () => {
    const choices: ImportChoices = { byFile: { "f.csv": { datum: "gcj02" } } };
    const { project, report } = await read([register("gcj02"), zonesIn("wgs84")], choices);
    expect(project.facilities[0]?.at?.lng).toBeCloseTo(ROOMS[0]?.lng ?? 0, 7);
    expect(project.zones[0]?.at).toEqual(ZONES[0]?.at);
    const codes = report.files.map(({ issues }) => issues.map(({ code }) => code));
    expect(codes[0]).toContain("file.datum-shifted");
    expect(codes[1]).toContain("file.datum-assumed");
  });

  it("give the same finding in any order of rows", async () => {
    const { finding } = await read([register("gcj02"), zonesIn("wgs84")]);
    const [head, ...rows] = new TextDecoder().decode(register("gcj02").bytes).trim().split("\n");
    const turned = file("f.csv", [head, ...rows.toReversed()].join("\n"));
    expect((await read([turned, zonesIn("wgs84")])).finding).toEqual(finding);
  });
});

describe("a whole city", () => {
  const { facilities, zones, units, backdrop } = finish(demoCity(demoSpec("xuzhou"), 1));
  const nothing: Trusted = { places: [], zones: [], units: [], streets: [] };
  const trusted = {
    name: { ...nothing, places: facilities },
    zone: { ...nothing, zones },
    unit: { ...nothing, units },
    street: { ...nothing, streets: backdrop.streets },
  };
  /** Its facilities as a register of the datum has them, up to so many metres off each way. */
  const registered = (datum: Datum, metres: number, seed: number) => {
    const dice = diceOf(seed, "addresses");
    return facilities.flatMap(({ at, ...row }) => {
      if (at === undefined) return [];
      const off = { x: dice.whole(-metres, metres), y: dice.whole(-metres, metres) };
      return [{ ...row, at: shifted(localPlane(at).toEarth(off), "wgs84", datum) }];
    });
  };

  it.each(["name", "zone", "unit"] as const)(
    "is told by %s, for each datum, 90 m off and more",
    (evidence) => {
      for (const datum of DATUMS) {
        const [found] = datumEvidence(registered(datum, 90, 1), trusted[evidence]);
        expect(found).toMatchObject({ evidence, verdict: { datum } });
      }
    },
  );

  it("is never told wrong, by any evidence and any part of it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DATUMS),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 60 }),
        (datum, metres, seed, every) => {
          const part = registered(datum, metres, seed).filter((_, i) => i % every === seed % every);
          const bare = part.map(({ id, at }) => ({ id, at }));
          const found = [
            ...Object.values(trusted).flatMap((known) => datumEvidence(part, known)),
            ...datumEvidence(bare, trusted.unit),
          ];
          for (const { verdict } of found) if ("datum" in verdict) expect(verdict.datum).toBe(datum);
        },
      ),
      { seed: 3, numRuns: 12 },
    );
  });
});
