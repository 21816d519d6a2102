import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { type AnalysisTexts, analysisFiles } from "../../../src/io/export/analysis-files.ts";
import { ANALYSIS_FILES, type AnalysisFile } from "../../../src/io/export/analysis-names.ts";
import { fileDigest, sealed } from "../../../src/io/export/file-digest.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { reAddAnalysis } from "../../../src/io/verify/re-add-analysis.ts";
import { UnreadableAnalysis } from "../../../src/io/verify/written-analysis.ts";
import { value } from "../../builders/outcomes.ts";
import { copyOf, withRule } from "../../builders/own-packs.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, anEstimatedZone, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";
import { townStreets } from "../../builders/town-streets.ts";
import { onDisk } from "../../builders/written-files.ts";

function written(project: Project, choice: Partial<Parameters> = {}): AnalysisTexts {
  const outcome = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choice }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return analysisFiles(outcome.value);
}

/** Two zones of one street: A lacks 50 m² and 3 slots, B lacks nothing and has 20 m² too much. */
const project = aProject(
  [
    aZone("A", { households: 1000, residents: 2100, street: "东街" }),
    aZone("B", { households: 500, residents: 1000, street: "东街" }),
  ],
  [
    aFacility("F1", { zone: "A", ...elderlyRooms(150) }),
    aFacility("F2", { zone: "B", ...elderlyRooms(120) }),
    aFacility("F3", { kind: "C_COMMUNITY", zone: "A", slots: 14 }),
    aFacility("F4", { kind: "C_COMMUNITY", zone: "B", slots: 8 }),
  ],
);
const files = written(project, { supply: "onsite" });

/** The files with one figure of one file changed. */
function changed(file: keyof typeof files, from: string | RegExp, to: string): AnalysisTexts {
  const text = (files[file] ?? "").replace(from, to);
  expect(text).not.toBe(files[file]);
  return { ...files, [file]: text };
}

/** What re-adding finds by itself, were the digests made anew. */
function wrongChecks(of: AnalysisTexts): readonly string[] {
  const found = reAddAnalysis(onDisk(withFreshDigests(of)));
  expect(found.ok).toBe(found.wrong.length === 0);
  expect(found.wrong.filter(({ check }) => check === "file-is-as-written")).toEqual([]);
  return [...new Set(found.wrong.map(({ check }) => check))].sort();
}

function withFreshDigests(of: AnalysisTexts): AnalysisTexts {
  const { digest: _, ...summary } = JSON.parse(of["summary.json"]) as Record<string, unknown>;
  const tables = Object.entries(of).filter(([file]) => file !== "summary.json");
  const digests = Object.fromEntries(
    tables.map(([file, text]) => [file, fileDigest([new TextEncoder().encode(text)])]),
  );
  return { ...of, "summary.json": sealed({ ...summary, files: digests }) };
}

/** AnalysisTexts of which the digests say that they are not what was written. */
function changedFiles(of: AnalysisTexts): readonly string[] {
  const { wrong } = reAddAnalysis(onDisk(of));
  return wrong.filter(({ check }) => check === "file-is-as-written").map(({ file }) => file);
}

describe("re-adding the files of an analysis", () => {
  it("finds the arithmetic of the example", () => {
    // A: 1000 ÷ 100 × 20 = 200 m², 200 − 150 = 50; 2100 ÷ 1000 × 8 = 16.8 → 17, 17 − 14 = 3
    // B: 500 ÷ 100 × 20 = 100 m², has 120; 1000 ÷ 1000 × 8 = 8, has 8
    expect(files["zones.csv"].split("\n")).toEqual([
      "zone,rule,required,provided,missing,verdict,share,nearest,metres,perhaps",
      expect.stringMatching(/^A,XZ-O-C-8,17,14,3,fail,0\.82352\d+,/),
      expect.stringMatching(/^A,XZ-O-E-20,200,150,50,fail,0\.75,F1,0,$/),
      expect.stringMatching(/^B,XZ-O-C-8,8,8,0,pass,1,/),
      expect.stringMatching(/^B,XZ-O-E-20,100,120,0,pass,1,F1,0,$/),
      "",
    ]);
    // nothing is netted: 20 m² too much in B leave A 50 short, and 50 missing in the street
    expect(files["rollup.csv"]).toContain("elderly,elderly_building_area,300,270,50,2,1500,3100");
    expect(files["rollup.csv"]).toContain("childcare,childcare_slots,25,22,3,2,1500,3100");
    expect(files["ledger.csv"].split("\n").slice(1)).toEqual([
      "elderly,A,F1,150",
      "elderly,B,F2,120",
      "childcare,A,F3,14",
      "childcare,B,F4,8",
      "",
    ]);
    expect(wrongChecks(files)).toEqual([]);
  });

  it("agrees with every analysis, whatever the data and the choices", () => {
    const choices: readonly Partial<Parameters>[] = [
      {},
      { supply: "catchment" },
      { supply: "floating" },
      { supply: "fair" },
      { supply: "fair", offsite: "circle-and-community", pack: "sucheng-2023" },
      { conflict: "strict" },
      { conflict: "clause", year: 2023 },
      { pack: "sucheng-2023" },
      { pack: "lianyungang-draft" },
      { pack: "huaibei-draft", overlays: ["anhui-2022-elderly-overlay"] },
    ];
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom(...choices), (seed, choice) => {
        expect(reAddAnalysis(onDisk(written(randomProject(seed), choice))).wrong).toEqual([]);
      }),
      { seed: 1, numRuns: process.env.QUAN_LONG ? 500 : 60 },
    );
  });

  it("holds each zone to the rules of its own pack where a pack and its changed copy are in use", () => {
    const shipped = packById(shippedStandards(), "xuzhou-2022") ?? shippedStandards().template;
    const own = { id: "custom:local", enteredBy: "王工", date: "2026-11-25" };
    const title = { zh: "从宽", en: "Lenient" };
    const lenient = value(
      withRule(copyOf(shipped, own), "XZ-O-E-20", {
        title,
        severity: "encouraged",
        threshold: 10,
      }),
    );
    const [a, b] = project.zones;
    if (!(a && b)) throw new Error("two zones");
    const both = written({ ...project, zones: [{ ...a, pack: lenient.id }, b], customPacks: [lenient] });
    const { rules } = JSON.parse(both["verdicts.json"]) as {
      rules: Record<string, Record<string, { severity: string; title: unknown }>>;
    };
    expect(rules[lenient.id]?.["XZ-O-E-20"]).toMatchObject({ severity: "encouraged", title });
    expect(rules["xuzhou-2022"]?.["XZ-O-E-20"]?.severity).toBe("mandatory");
    expect(wrongChecks(both)).toEqual([]);
  });

  it("looks at every kind of figure of a demo town", () => {
    const town = finish(demoCity(demoSpec("lianyungang"), 1));
    const { wrong, checks } = reAddAnalysis(onDisk(written(town)));
    expect(wrong).toEqual([]);
    expect(checks.every(({ figures }) => figures > 0)).toBe(true);
  });

  it.each<[what: string, file: AnalysisFile, from: string | RegExp, to: string, found: readonly string[]]>([
    [
      "an amount in the ledger",
      "ledger.csv",
      "A,F1,150",
      "A,F1,149",
      ["counted-is-given", "ledger-adds-up-to-load", "ledger-adds-up-to-provided"],
    ],
    [
      "a row of the ledger gone",
      "ledger.csv",
      "childcare,B,F4,8\n",
      "",
      ["counted-is-given", "ledger-adds-up-to-load", "ledger-adds-up-to-provided"],
    ],
    [
      "a row of the ledger twice",
      "ledger.csv",
      /(childcare,B,F4,8\n)/,
      "$1$1",
      ["ledger-adds-up-to-load", "ledger-adds-up-to-provided", "rows-stand-once"],
    ],
    [
      "a facility gone",
      "facilities.csv",
      /^F4,.*\n/m,
      "",
      ["facility-is-listed", "rooms-are-the-capacity", "rows-are-counted", "rows-are-there"],
    ],
    ["a facility twice", "facilities.csv", /^(F4,.*\n)/m, "$1$1", ["rows-stand-once"]],
    [
      "a capacity too great",
      "facilities.csv",
      "elderly,150,150",
      "elderly,151,150",
      ["rooms-are-the-capacity"],
    ],
    [
      "a capacity below the load",
      "facilities.csv",
      "elderly,150,150",
      "elderly,149,150",
      ["load-within-capacity", "rooms-are-the-capacity"],
    ],
    [
      "reached zones",
      "facilities.csv",
      "elderly,120,120,2",
      "elderly,120,120,3",
      ["links-add-up-to-reached"],
    ],
    [
      "a link that is too long",
      "links.csv",
      "elderly,A,F1,0",
      "elderly,A,F1,801",
      ["link-within-limit", "nearest-is-the-shortest-link", "walk-is-the-link"],
    ],
    [
      "metres of a link",
      "links.csv",
      "elderly,A,F1,0",
      "elderly,A,F1,1",
      ["nearest-is-the-shortest-link", "walk-is-the-link"],
    ],
    ["a link gone", "links.csv", "elderly,A,F2,0\n", "", ["links-add-up-to-reached", "walk-is-the-link"]],
    ["the nearest", "zones.csv", "0.75,F1,0", "0.75,F9,0", ["nearest-is-the-shortest-link"]],
    ["the walk to the nearest", "zones.csv", "0.75,F1,0", "0.75,F1,1", ["nearest-is-the-shortest-link"]],
    [
      "a shortage too small",
      "zones.csv",
      "200,150,50",
      "200,150,49.99",
      [
        "amounts-agree",
        "headline-adds-up-zones",
        "map-shows-what-is-missing",
        "missing-is-required-less-provided",
        "units-add-up-zones",
        "worst-zones-are-the-worst",
      ],
    ],
    [
      "a requirement",
      "zones.csv",
      "17,14,3",
      "16,14,3",
      [
        "amounts-agree",
        "missing-is-required-less-provided",
        "share-is-provided-of-required",
        "units-add-up-zones",
      ],
    ],
    [
      "a row of zones gone",
      "zones.csv",
      /^B,XZ-O-E-20.*\n/m,
      "",
      [
        "amounts-agree",
        "headline-adds-up-zones",
        "map-shows-what-is-missing",
        "rows-are-there",
        "units-add-up-zones",
        "verdicts-agree",
      ],
    ],
    ["a share", "zones.csv", ",0.75,", ",0.76,", ["share-is-provided-of-required"]],
    ["a pass that is none", "zones.csv", "50,fail", "50,pass", ["no-pass-where-missing", "verdicts-agree"]],
    [
      "a verdict of a zone",
      "verdicts.json",
      '"zone":"A","verdict":"fail"',
      '"zone":"A","verdict":"pass"',
      ["headline-counts-verdicts", "map-shows-verdicts", "no-pass-over-a-failed-line"],
    ],
    [
      "a requirement of a line",
      "verdicts.json",
      '"required":200',
      '"required":201',
      ["amounts-agree", "arithmetic-holds"],
    ],
    ["a product", "verdicts.json", "× 20 = 200 m²", "× 20 = 100 m²", ["arithmetic-holds"]],
    ["a base", "verdicts.json", "1000 ÷ 100", "900 ÷ 100", ["arithmetic-holds"]],
    ["a rounding", "verdicts.json", "16.8 → 17", "16.8 → 16", ["arithmetic-holds"]],
    ["a comparison", "verdicts.json", "150 < 200", "150 ≥ 200", ["arithmetic-holds"]],
    ["a difference", "verdicts.json", "200 − 150 = 50", "200 − 150 = 40", ["arithmetic-holds"]],
    ["a verdict on the map", "zones.geojson", '"verdict":"fail"', '"verdict":"pass"', ["map-shows-verdicts"]],
    [
      "a verdict of a subject on the map",
      "zones.geojson",
      '"verdict_elderly":"fail"',
      '"verdict_elderly":"pass"',
      ["map-shows-no-pass-over-a-failed-line"],
    ],
    [
      "what the map shows missing",
      "zones.geojson",
      '"missing_childcare_slots":3',
      '"missing_childcare_slots":2',
      ["map-shows-what-is-missing"],
    ],
    ["a sum of a unit", "rollup.csv", "300,270,50", "300,270,30", ["units-add-up-zones"]],
    ["a sum that nothing is known of", "rollup.csv", "300,270,50", ",,", ["units-add-up-zones"]],
    ["people of a unit", "rollup.csv", "25,22,3,2,1500,3100", "25,22,3,2,1500,3000", ["units-add-up-people"]],
    ["a unit gone", "rollup.csv", /^street.*childcare_slots.*\n/m, "", ["rows-are-there"]],
    ["a unit twice", "rollup.csv", /^(street.*childcare_slots.*\n)/m, "$1$1", ["rows-stand-once"]],
    ["the sentence on top", "summary.json", '"amount":50', '"amount":30', ["headline-adds-up-zones"]],
    ["the number of zones", "summary.json", /"zones":2}/, '"zones":3}', ["rows-are-counted"]],
    ["the worst zone", "summary.json", '"missing":50', '"missing":49', ["worst-zones-are-the-worst"]],
    ["the method", "certificates.json", "onsite", "fair", ["method-is-the-same"]],
  ])("finds %s", (_, file, from, to, found) => {
    const tampered = changed(file, from, to);
    expect(wrongChecks(tampered)).toEqual(found);
    expect(changedFiles(tampered)).toEqual([file]);
  });

  it("notices any other word or number, of any file", () => {
    const town = written(randomProject(4, 6, 8));
    expect(reAddAnalysis(onDisk(town)).wrong).toEqual([]);
    const step = process.env.QUAN_LONG ? 1 : 5;
    let places = 0;
    for (const file of ANALYSIS_FILES) {
      const text = town[file];
      const words = [...text.matchAll(/[\p{L}\p{N}_.-]+/gu)];
      for (const { 0: word, index } of words.filter((_, at) => at % step === places % step)) {
        const tampered = `${text.slice(0, index)}${anotherWord(word)}${text.slice(index + word.length)}`;
        expect([file, index, notices({ ...town, [file]: tampered })]).toEqual([file, index, true]);
        places++;
      }
    }
    expect(places).toBeGreaterThan(400);
  });

  it("misses nothing where its own digest was taken out", () => {
    const { digest, files: digests, ...rest } = JSON.parse(files["summary.json"]) as Record<string, unknown>;
    expect([typeof digest, typeof digests]).toEqual(["string", "object"]);
    expect(changedFiles({ ...files, "summary.json": `${JSON.stringify(rest)}\n` })).toEqual([
      ...ANALYSIS_FILES.filter((file) => file !== "summary.json"),
      "summary.json",
    ]);
  });

  it("agrees with every analysis along streets", () => {
    const choices: readonly Partial<Parameters>[] = [
      {},
      { supply: "catchment" },
      { supply: "fair" },
      { supply: "floating", cap: 60 },
    ];
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom(...choices), (seed, choice) => {
        const town = { ...randomProject(seed), streets: townStreets(seed) };
        expect(reAddAnalysis(onDisk(written(town, { reach: "network", ...choice }))).wrong).toEqual([]);
      }),
      { seed: 1, numRuns: process.env.QUAN_LONG ? 200 : 8 },
    );
  });

  it("finds a walk that is longer in truth than what decides, and a link of what hangs on no street", () => {
    // 100 m of steps count as 300; the zone far off is named as not connected.
    const streets = streetMap({
      at: { A: [0, 0], B: [100, 0] },
      ways: [{ through: ["A", "B"], tags: { highway: "steps" } }],
    });
    const zones = [aZone("A"), aZone("far", { at: east(0, 900) })];
    const facilities = [aFacility("F", { at: east(100), ...elderlyRooms(100) })];
    const walks = written(aProject(zones, facilities, { streets }), { reach: "network" });
    expect(walks["links.csv"].split("\n")[0]).toBe("subject,zone,facility,metres,walked");
    expect(wrongChecks(walks)).toEqual([]);
    const longer = walks["links.csv"].replace(/^(elderly,A,F,[\d.]+),.*$/m, "$1,301");
    expect(wrongChecks({ ...walks, "links.csv": longer })).toEqual(["walked-is-no-more"]);
    const linked = `${walks["links.csv"]}elderly,far,F,300,100\n`;
    expect(wrongChecks({ ...walks, "links.csv": linked })).toContain("linked-is-connected");
  });

  describe("shared out fairly", () => {
    // A keeps 50 of its own and lacks 150; B and C lack 200 and 100; F and G hold 120 and 60, H is D's, who keeps 100 and
    // leaves 30 open; L, whom D alone reaches, has room.
    const shared = written(
      aProject(
        [
          aZone("A", { at: east(0) }),
          aZone("B", { at: east(300) }),
          aZone("C", { households: 500, at: east(900) }),
          aZone("D", { households: 500, at: east(1900) }),
        ],
        [
          aFacility("F", { at: east(100), ...elderlyRooms(120) }),
          aFacility("G", { at: east(800), ...elderlyRooms(60) }),
          aFacility("H", { zone: "D", shared: true, at: east(1400), ...elderlyRooms(130) }),
          aFacility("K", { zone: "A", at: east(0), ...elderlyRooms(50) }),
          aFacility("L", { at: east(2000), ...elderlyRooms(40) }),
        ],
      ),
      { supply: "fair" },
    );

    it("adds up", () => {
      expect(wrongChecks(shared)).toEqual([]);
      expect(shared["certificates.json"]).toContain('"reserved":');
      expect(shared["ledger.csv"]).toContain("elderly,A,F,");
    });

    it.each<[what: string, file: AnalysisFile, from: string | RegExp, to: string, found: readonly string[]]>([
      [
        "more given to one",
        "ledger.csv",
        "elderly,A,F,54",
        "elderly,A,F,55",
        [
          "allocation-adds-up",
          "counted-is-given",
          "ledger-adds-up-to-load",
          "ledger-adds-up-to-provided",
          "load-within-capacity",
          "maximal-add-up-to-missing",

          "share-is-served-of-need",
        ],
      ],
      [
        "given to one instead of another",
        "ledger.csv",
        /A,F,54([\s\S]*)B,F,66/,
        "A,F,44$1B,F,76",
        ["counted-is-given", "ledger-adds-up-to-provided", "share-is-served-of-need"],
      ],
      [
        "given to one who lacks nothing",
        "ledger.csv",
        "elderly,D,H,100\n",
        "elderly,D,H,100\nelderly,D,L,5\n",
        [
          "allocation-adds-up",
          "ledger-adds-up-to-load",
          "ledger-adds-up-to-provided",
          "maximal-add-up-to-missing",
          "share-is-served-of-need",
        ],
      ],
      [
        "room left beside a short zone",
        "ledger.csv",
        "elderly,C,G,22",
        "elderly,C,G,12",
        [
          "allocation-adds-up",
          "counted-is-given",
          "ledger-adds-up-to-load",
          "ledger-adds-up-to-provided",
          "maximal-add-up-to-missing",
          "room-goes-to-the-short",
          "share-is-served-of-need",
        ],
      ],
      [
        "a link gone along which something is given",
        "links.csv",
        "elderly,B,G,649.95\n",
        "",
        [
          "allocation-adds-up",
          "certificate-hangs-together",
          "given-is-reached",
          "links-add-up-to-reached",
          "maximal-add-up-to-missing",
          "room-goes-to-the-short",
          "share-is-served-of-need",
          "walk-is-the-link",
        ],
      ],
      [
        "a link to what nobody named",
        "links.csv",
        "elderly,A,K,0\n",
        "elderly,A,G,700\nelderly,A,K,0\n",
        ["links-add-up-to-reached", "reached-is-named"],
      ],
      [
        "less missing",
        "certificates.json",
        '"missing":240',
        '"missing":230',
        [
          "allocation-adds-up",
          "certain-is-missing",
          "maximal-add-up-to-missing",
          "missing-is-the-difference",
        ],
      ],
      [
        "less missing for certain",
        "certificates.json",
        '"certain":240',
        '"certain":230',
        ["certain-is-missing"],
      ],
      [
        "more missing for certain",
        "certificates.json",
        '"certain":240',
        '"certain":250',
        ["certain-is-missing"],
      ],
      ["less needed", "certificates.json", '"need":500', '"need":490', ["certificate-need-adds-up"]],
      [
        "more there",
        "certificates.json",
        '"capacity":260',
        '"capacity":270',
        ["certificate-capacity-adds-up"],
      ],
      [
        "less reserved",
        "certificates.json",
        '"reserved":100',
        '"reserved":90',
        ["reserved-is-kept-elsewhere"],
      ],
      [
        "a facility not named",
        "certificates.json",
        '"G",',
        "",
        [
          "all-reached-are-named",
          "certificate-capacity-adds-up",
          "missing-is-the-difference",
          "share-is-what-there-is",
        ],
      ],
      [
        "rooms of a zone's own not named",
        "certificates.json",
        ',"K"]',
        "]",
        [
          "all-reached-are-named",
          "certificate-capacity-adds-up",
          "missing-is-the-difference",
          "share-is-what-there-is",
        ],
      ],
      [
        "a facility that none of them reaches",
        "certificates.json",
        '"K"]',
        '"K","L"]',
        [
          "all-named-are-reached",
          "certificate-capacity-adds-up",
          "missing-is-the-difference",
          "share-is-what-there-is",
        ],
      ],
      [
        "a zone not named",
        "certificates.json",
        '["A","B","C"]',
        '["A","B"]',
        [
          "all-named-are-reached",
          "certificate-need-adds-up",
          "missing-is-the-difference",
          "served-are-the-least-served",
          "share-is-of-the-certificate",
          "share-is-served-of-need",
          "share-is-what-there-is",
        ],
      ],
      [
        "a zone that lacks nothing",
        "certificates.json",
        '["A","B","C"]',
        '["A","B","C","D"]',
        [
          "all-reached-are-named",
          "certificate-capacity-adds-up",
          "certificate-hangs-together",
          "certificate-need-adds-up",
          "reserved-is-kept-elsewhere",
          "room-goes-to-the-short",
          "share-is-of-the-certificate",
          "share-is-served-of-need",
          "share-is-what-there-is",
        ],
      ],
      [
        "a certificate gone",
        "certificates.json",
        /.*"facilities":\["F".*\n/,
        "",
        [
          "allocation-adds-up",
          "certain-is-missing",
          "maximal-add-up-to-missing",
          "share-is-of-the-certificate",
          "share-is-served-of-need",
        ],
      ],
      [
        "a share",
        "certificates.json",
        '"share":0.52',
        '"share":0.53',
        ["share-is-of-the-certificate", "share-is-served-of-need", "share-is-what-there-is"],
      ],
      [
        "a part that is the whole",
        "certificates.json",
        '"maximal":true',
        '"maximal":false',
        [
          "allocation-adds-up",
          "certain-is-missing",
          "districts-are-numbered",
          "maximal-add-up-to-missing",
          "maximal-is-in-no-other",
        ],
      ],
      ["a number of a 片区", "certificates.json", '"district":4', '"district":5', ["districts-are-numbered"]],
      [
        "another subject",
        "certificates.json",
        '"subject":"elderly"',
        '"subject":"beds"',
        [
          "allocation-adds-up",
          "certain-is-missing",
          "certificate-is-of-an-allocation",
          "maximal-add-up-to-missing",
          "share-is-of-the-certificate",
          "share-is-served-of-need",
        ],
      ],
      [
        "what a zone needs",
        "zones.csv",
        /^(A,XZ-O-E-20.*),200,$/m,
        "$1,190,",
        [
          "allocation-adds-up",
          "certificate-need-adds-up",
          "maximal-add-up-to-missing",
          "missing-is-the-difference",
          "need-is-what-is-required",
          "share-is-served-of-need",
          "share-is-what-there-is",
        ],
      ],
      [
        "what is shared out",
        "facilities.csv",
        /^(G,.*),60$/m,
        "$1,50",
        [
          "certificate-capacity-adds-up",
          "load-within-capacity",
          "missing-is-the-difference",

          "share-is-what-there-is",
        ],
      ],
      [
        "more shared out than is there",
        "facilities.csv",
        /^(H,.*),30$/m,
        "$1,40",
        [
          "certificate-capacity-adds-up",
          "missing-is-the-difference",
          "open-is-beyond-what-is-kept",
          "room-goes-to-the-short",
          "share-is-what-there-is",
        ],
      ],
      ["what is missing in all", "summary.json", '"missing":240', '"missing":241', ["allocation-adds-up"]],
      ["how many 片区", "summary.json", '"districts":1', '"districts":2', ["allocation-adds-up"]],
    ])("finds %s", (_, file, from, to, found) => {
      const text = (shared[file] ?? "").replace(from, to);
      expect(text).not.toBe(shared[file]);
      expect(wrongChecks({ ...shared, [file]: text })).toEqual(found);
    });
  });

  describe("with people known as a band", () => {
    // 1000 households: 2790 to 3200 people, 22.32 to 25.6 slots. G gives all it has.
    const band = written(
      aProject([anEstimatedZone("A", 1000)], [aFacility("G", { kind: "C_COMMUNITY", slots: 14 })]),
    );
    const row = "A,XZ-O-C-8,25.6,14,12,fail,0.546875,";

    it("tells a row of the high end, and the arithmetic of both", () => {
      expect(wrongChecks(band)).toEqual([]);
      expect(band["zones.csv"]).toContain(row);
      expect(band["zones.csv"]).toMatch(/^A,XZ-O-C-8,.*,3.28,25.6,$/m);
      expect(band["verdicts.json"]).toContain(
        '"arithmetic":"2790…3200 ÷ 1000 × 8 = 22.32…25.6; 14 < 22.32; 22.32…25.6 − 14 = 8.32…11.6 → 9…12"',
      );
      expect(band["rollup.csv"]).toMatch(/childcare_slots,25.6,14,12,1,1000,,3.28$/m);
    });

    it("finds what is required at the low end, and a share of it", () => {
      const wrong = (figures: string) =>
        wrongChecks({ ...band, "zones.csv": band["zones.csv"].replace(row, `A,XZ-O-C-8,${figures},`) });
      // 14 ÷ 22.32 = 0.6272…
      expect(wrong("22.32,14,9,fail,0.6272401433691757")).toContain("need-is-what-is-required");
      expect(wrong("22.32,14,9,fail,0.6272401433691757")).toContain("share-is-of-the-certificate");
      expect(wrong("25.6,14,12,fail,0.6272401433691757")).toEqual([
        "share-is-of-the-certificate",
        "share-is-provided-of-required",
      ]);
    });

    it.each([
      ["the end that is asked for", "= 22.32…25.6;", "= 22.32…25.7;"],
      ["the end that is compared", "14 < 22.32", "14 < 25.6"],
      ["the least that is missing", "= 8.32…11.6 →", "= 9.32…11.6 →"],
      ["the most that is missing", "= 8.32…11.6 →", "= 8.32…11.5 →"],
      ["whole slots", "→ 9…12", "→ 8…12"],
      ["what is in doubt", '"perhaps":3.28', '"perhaps":3'],
    ])("finds %s", (_, from, to) => {
      const text = band["verdicts.json"].replace(from, to);
      expect(text).not.toBe(band["verdicts.json"]);
      expect(wrongChecks({ ...band, "verdicts.json": text })).toContain("arithmetic-holds");
    });
  });

  it("finds a pass under a screening method", () => {
    const screened = written(project, { supply: "catchment" });
    expect(wrongChecks(screened)).toEqual([]);
    const verdicts = screened["zones.csv"].replace("needs_ruling", "pass");
    expect(wrongChecks({ ...screened, "zones.csv": verdicts })).toEqual([
      "no-pass-by-screening",
      "verdicts-agree",
    ]);
  });

  it.each([
    ["zones.csv", /.*/su, "", "zones.csv is empty."],
    ["links.csv", "subject,zone", "subjekt,zone", "links.csv, row 1: there is no column subject."],
    ["ledger.csv", "facility,amount", "amount,amount", "ledger.csv, row 1: there is no column facility."],
    ["ledger.csv", "amount\n", "amount,amount\n", "ledger.csv, row 1: the column amount stands twice."],
    ["certificates.json", '{"method"', '{"certificates":[],"method"', 'the key "certificates" stands twice'],
    [
      "certificates.json",
      '"method":"',
      '"method":1,"x":"',
      "certificates.json, line 1, column 11: method is 1; it",
    ],
    [
      "verdicts.json",
      '"verdict":"',
      '"verdict":1,"x":"',
      "verdicts.json: zones[0].verdict is 1; it must be a text",
    ],
  ] as const)("refuses %s with the place: %s", (file, from, to, sentence) => {
    const files = written(project, { supply: "catchment" });
    const text = files[file].replace(from, to);
    expect(text).not.toBe(files[file]);
    expect(() => reAddAnalysis(onDisk({ ...files, [file]: text }))).toThrow(sentence);
  });
});

/** A file that cannot be read any more is noticed too. */
function notices(of: AnalysisTexts): boolean {
  try {
    return !reAddAnalysis(onDisk(of)).ok;
  } catch (error) {
    if (error instanceof UnreadableAnalysis) return true;
    throw error;
  }
}

/** A number with another last digit, a word with another last letter. */
function anotherWord(word: string): string {
  const last = word.slice(-1);
  const other = /\d/.test(last) ? `${(Number(last) + 1) % 10}` : last === "x" ? "y" : "x";
  return `${word.slice(0, -1)}${other}`;
}

describe("what a pass assumes of zones left out of sharing", () => {
  const { households: _none, residents: _neither, ...unpeopled } = aZone("U");
  const rooms = aFacility("F", { at: east(100), ...elderlyRooms(200) });
  const { at: _nowhere, ...placeless } = aZone("P");
  const files = written(
    aProject([aZone("A"), unpeopled, { ...unpeopled, id: "V", at: east(9000) }, placeless], [rooms]),
    { supply: "fair" },
  );
  const assumes = '"assumes":{"zones":[{"zone":"U"}],"more":0,"placeless":1}';

  it("is told at its line: who reaches its rooms, and who may", () => {
    expect(files["verdicts.json"].split(assumes)).toHaveLength(2);
    const [head = "", ...rows] = files["zones.csv"].trimEnd().split("\n");
    expect(head).toMatch(/,need,assumes$/);
    expect(rows.filter((row) => !row.endsWith(","))).toEqual([
      expect.stringMatching(/^A,XZ-O-E-20,200,200,0,pass_with_notes,1,F,.*,200,2$/),
    ]);
    expect(wrongChecks(files)).toEqual([]);
  });

  it.each<[string, AnalysisFile, string, string, readonly string[]]>([
    [
      "one who does not reach them",
      "verdicts.json",
      '{"zone":"U"}',
      '{"zone":"V"}',
      ["assumed-reaches-rooms"],
    ],
    ["one more than it names", "zones.csv", ",200,2\n", ",200,3\n", ["amounts-agree"]],
    ["nobody", "verdicts.json", `${assumes},`, "", ["amounts-agree"]],
  ])("%s is found", (_, file, from, to, found) => {
    const text = files[file]?.replace(from, to);
    expect(text).not.toBe(files[file]);
    expect(wrongChecks({ ...files, [file]: text })).toEqual(found);
  });

  it("makes the pass one with notes: a plain one is found", () => {
    const plain = (text: string) => text.replaceAll("pass_with_notes", "pass");
    const [zones, verdicts] = [plain(files["zones.csv"]), plain(files["verdicts.json"])];
    expect(wrongChecks({ ...files, "zones.csv": zones, "verdicts.json": verdicts })).toContain(
      "no-plain-pass-that-assumes",
    );
  });
});
