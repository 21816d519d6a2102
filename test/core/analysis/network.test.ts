import { describe, expect, it } from "vitest";
import { CONNECTIONS } from "../../../src/core/analysis/connections.ts";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { ZONE_FLAGS } from "../../../src/core/analysis/results.ts";
import { indexOfId } from "../../../src/core/base/order.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { CareSubject } from "../../../src/core/model/facility-kind.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { NO_FACILITY } from "../../../src/core/spatial/reach-table.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { sentenceFor } from "../../../src/i18n/catalogue.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";

function opened(project: Project, choice: Partial<Parameters> = {}): Pipeline {
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, reach: "network", supply: "catchment", ...choice };
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function town(
  streets: DrawnStreets,
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
): Project {
  return aProject(zones, facilities, { streets: streetMap(streets) });
}

/** Whole metres of a zone to what is nearest, equivalent and real; how much of it is covered. */
function walkOf({ project, results }: Pipeline, zone: string, subject: CareSubject = "elderly") {
  const row = indexOfId(project.zones, zone);
  const { nearest, metres, walked, covered } = results.zones.bySubject[subject];
  const facility = nearest[row] ?? NO_FACILITY;
  return {
    nearest: project.facilities[facility]?.id,
    metres: Math.round(metres[row] ?? Number.NaN),
    walked: Math.round(walked?.[row] ?? Number.NaN),
    covered: covered[row],
  };
}

const codes = ({ results }: Pipeline) => results.issues.map(({ code }) => code);
const flagOf = ({ project, results }: Pipeline, zone: string) =>
  results.zones.flags[indexOfId(project.zones, zone)] ?? 0;

describe("walks along streets", () => {
  it("go over the one bridge, where the circle goes through the river", () => {
    // Straight 300 m × 1.3; along the streets 600 + 300 + 600 m.
    const streets = {
      at: { A: [0, 0], B: [0, 300], C: [600, 0], D: [600, 300] },
      ways: [
        { through: ["A", "C"] },
        { through: ["C", "D"], tags: { highway: "residential", bridge: "yes" } },
        { through: ["D", "B"] },
      ],
    } as const;
    const project = town(streets, [aZone("Z")], [aFacility("F", { at: east(0, 300), ...elderlyRooms(300) })]);
    const circle = opened(project, { reach: "straight" });
    expect(walkOf(circle, "Z")).toMatchObject({ nearest: "F", metres: 390, covered: 1 });
    const network = opened(project);
    expect(walkOf(network, "Z")).toEqual({ nearest: "F", metres: 1500, walked: 1500, covered: 0 });
    expect(circle.results.reach.elderly.facilities).toHaveLength(1);
    expect(network.results.reach.elderly.facilities).toHaveLength(0);
    expect(circle.results.ledgers.some(({ amounts }) => amounts.length > 0)).toBe(true);
    expect(network.results.ledgers.every(({ amounts }) => amounts.length === 0)).toBe(true);
    expect(circle.results.key).not.toBe(network.results.key);
  });

  it("start at the one gate of a compound, and strangers do not walk through it", () => {
    // The compound lies between two streets; its gate is in the south, its drive ends before the north.
    const square = [[east(100, 20), east(200, 20), east(200, 180), east(100, 180)]] as const;
    const streets = {
      at: {
        W: [-400, 0],
        G: [150, 0],
        E: [400, 0],
        N: [150, 195],
        NW: [-400, 200],
        M: [150, 200],
        NE: [400, 200],
      },
      ways: [
        { through: ["W", "G", "E"] },
        { through: ["NW", "M", "NE"] },
        { through: ["W", "NW"] },
        { through: ["G", "N"], tags: { highway: "service", access: "private" } },
      ],
    } as const;
    const compound = aZone("Z", { shape: [square] });
    const stranger = aZone("Y", { at: east(150, 0) });
    const north = aFacility("F", { at: east(150, 200) });
    const { metres, ...walk } = walkOf(opened(town(streets, [compound, stranger], [north])), "Z");
    // 20 m to the street, 550 m west, 200 m north and 550 m east.
    expect(walk).toMatchObject({ nearest: "F", covered: 0 });
    expect(metres).toBe(1320);
    expect(walkOf(opened(town(streets, [compound, stranger], [north])), "Y").metres).toBe(1300);
    const evidence = evidenceOf(opened(town(streets, [compound], [north])), "Z");
    expect(evidence.ok && evidence.value).toMatchObject({
      origin: "crossings",
      measured: { by: "network", cap: 250 },
      connections: { elderly: "connected" },
    });
  });

  it("count steps as more for the old, take a pushchair around them, and tell the real metres", () => {
    // 100 m of steps, or 700 m around.
    const streets = {
      at: { A: [0, 0], B: [100, 0], C: [100, 300], D: [0, 300] },
      ways: [{ through: ["A", "B"], tags: { highway: "steps" } }, { through: ["A", "D", "C", "B"] }],
    } as const;
    const facilities = [
      aFacility("E", { at: east(100), ...elderlyRooms(100) }),
      aFacility("K", { kind: "C_COMMUNITY", at: east(100), slots: 10 }),
    ];
    const found = opened(town(streets, [aZone("Z")], facilities));
    expect(walkOf(found, "Z")).toMatchObject({ nearest: "E", metres: 300, walked: 100 });
    expect(walkOf(found, "Z", "childcare")).toMatchObject({ nearest: "K", metres: 700, walked: 700 });
    const evidence = evidenceOf(found, "Z");
    const counted = evidence.ok ? evidence.value.lines.flatMap((line) => line.counted) : [];
    const metresOf = (id: string) => counted.find(({ facility }) => facility === id);
    expect(Math.round(metresOf("E")?.metres ?? 0)).toBe(300);
    expect(Math.round(metresOf("E")?.walked ?? 0)).toBe(100);
    expect(metresOf("K")).not.toHaveProperty("walked");
  });

  it("reach a part of a zone 1.4 km across that no street crosses", () => {
    // A street along its south side; the facility at its west end. Within 800 m east of there lies a part.
    const wide = [[east(0, 20), east(1400, 20), east(1400, 200), east(0, 200)]] as const;
    const streets = { at: { A: [0, 0], B: [1400, 0] }, ways: [{ through: ["A", "B"] }] } as const;
    const found = opened(town(streets, [aZone("Z", { shape: [wide] })], [aFacility("F", { at: east(0) })]));
    const { covered = 0 } = walkOf(found, "Z");
    expect(covered).toBeGreaterThan(0.3);
    expect(covered).toBeLessThan(0.6);
    expect(flagOf(found, "Z") & ZONE_FLAGS.partlyReached).toBeTruthy();
  });

  it("name what hangs on no street, once and for both subjects, and what hangs on an island", () => {
    const streets = {
      at: { A: [0, 0], B: [1000, 0], C: [0, 5000], D: [300, 5000] },
      ways: [{ through: ["A", "B"] }, { through: ["C", "D"] }],
    } as const;
    const zones = [
      aZone("connected", { at: east(10) }),
      aZone("far", { name: "远处小区", at: east(0, 300) }),
      aZone("island", { at: east(0, 5000) }),
    ];
    const facilities = [
      aFacility("F", { at: east(300) }),
      aFacility("far", { name: "远处驿站", at: east(500, -260) }),
      aFacility("island", { at: east(300, 5000) }),
    ];
    const found = opened(town(streets, zones, facilities));
    expect(codes(found).filter((code) => /not-connected|island/.test(code))).toEqual([
      "analysis.zones-not-connected",
      "analysis.facilities-not-connected",
      "analysis.zones-on-islands",
      "analysis.facilities-on-islands",
    ]);
    const said = found.results.issues.map((issue) => sentenceFor(issue, "zh")).join("\n");
    expect(said).toContain("1 个小区 250 米内没有能走的路，没有接入路网，走得到什么无从知道：远处小区。");
    expect(said).toContain("1 处设施 250 米内没有能走的路，没有接入路网，按路网谁也走不到：远处驿站。");
    expect(flagOf(found, "far") & ZONE_FLAGS.notConnected).toBeTruthy();
    expect(flagOf(found, "island") & ZONE_FLAGS.onIsland).toBeTruthy();
    expect(flagOf(found, "connected")).toBe(0);
    const { connections, accounts } = found.results.network ?? {};
    const facilityConnections = Array.from(
      connections?.elderly.facilities ?? [],
      (code) => CONNECTIONS[code],
    );
    expect(facilityConnections).toEqual(["connected", "not-connected", "island"]);
    expect(connections?.childcare.facilities).toEqual(new Uint8Array(3));
    expect(accounts?.elderly).toMatchObject({ walked: 2, islands: { count: 1 } });
    expect(walkOf(found, "island")).toMatchObject({ nearest: "island", metres: 300 });
    expect(walkOf(found, "far")).toMatchObject({ nearest: undefined, metres: Infinity, covered: Number.NaN });
    expect(codes(opened(town(streets, zones, facilities), { cap: 300 })).join()).not.toContain(
      "not-connected",
    );
  });

  it.each(["catchment", "floating", "fair"] as const)(
    "leave it open what a zone reaches that hangs on no street, unless its own rooms are enough: %s",
    (supply) => {
      const streets = { at: { A: [0, 0], B: [3000, 0] }, ways: [{ through: ["A", "B"] }] } as const;
      const zones = [
        aZone("far", { at: east(0, 300) }),
        aZone("has", { at: east(100, 300) }),
        aZone("reaches nothing", { at: east(2000) }),
        // One of its houses hangs on the street, and what that one reaches is known.
        aZone("part", { buildings: [east(2100), east(2100, 300)] }),
      ];
      const own = aFacility("own", { at: east(100, 300), zone: "has", ...elderlyRooms(1e5) });
      const found = opened(town(streets, zones, [aFacility("F", elderlyRooms(50)), own]), { supply });
      const verdictOf = (zone: string) =>
        VERDICTS[found.results.zones.bySubject.elderly.verdict[indexOfId(found.project.zones, zone)] ?? 0];
      expect(verdictOf("far")).toBe("insufficient_data");
      expect(verdictOf("has")).not.toMatch(/insufficient|fail/);
      expect(verdictOf("reaches nothing")).toBe("fail");
      expect(verdictOf("part")).toBe("fail");
    },
  );

  it("leave a document without streets to straight lines, with a reason", () => {
    const outcome = finish(
      openPipeline(aProject([aZone("Z")], []), shippedStandards(), {
        ...DEFAULT_PARAMETERS,
        reach: "network",
      }),
    );
    expect(outcome.issues.map(({ code }) => code)).toEqual(["analysis.no-streets"]);
    expect(outcome.ok).toBe(false);
  });
});
