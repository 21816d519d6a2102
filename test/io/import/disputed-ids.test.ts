import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { analyse } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { isPass, VERDICTS, type Verdict } from "../../../src/core/standards/verdict.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { atOnce } from "../../builders/at-once.ts";

const HEAD_Z = "id,status,households,residents,grant_date,pack,adminCode";
const HEAD_F = "id,kind,status,zone,elderly_m2,slots,childcare_m2,registered,storey,shared";

/** The verdict of zone Z1 of these rows. */
async function verdictOf(
  zones: readonly string[],
  facilities: readonly string[],
): Promise<Verdict | undefined> {
  const bytes = (head: string, rows: readonly string[]) =>
    new TextEncoder().encode([head, ...rows].join("\n"));
  const files = [
    { name: "z.csv", role: "zones" as const, bytes: bytes(HEAD_Z, zones) },
    { name: "f.csv", role: "facilities" as const, bytes: bytes(HEAD_F, facilities) },
  ];
  const imported = await importProject(files, {}, atOnce);
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const parameters = { ...DEFAULT_PARAMETERS, supply: "onsite" } as const;
  const results = finish(analyse(imported.value.project, shippedStandards(), parameters));
  if (!results.ok) throw new Error(JSON.stringify(results.issues));
  const row = imported.value.project.zones.findIndex(({ id }) => id === "Z1");
  return VERDICTS[results.value.zones.verdict[row] ?? 0];
}

const zoneRow = fc
  .tuple(
    fc.constantFrom("new", "existing"),
    fc.constantFrom(90, 100, 1000),
    fc.constantFrom(250, 280),
    fc.constantFrom("2022-01-01", "2024-01-01", ""),
    fc.constantFrom("xuzhou-2022", "sucheng-2023", "lianyungang-draft", "huaibei-draft"),
  )
  .map(
    ([status, households, residents, granted, pack]) =>
      `Z1,${status},${households},${residents},${granted},${pack},320302`,
  );

const facilityRow = fc
  .tuple(
    fc.constantFrom("E_ESTATE_STATION", "C_COMMUNITY"),
    fc.constantFrom("built", "closed", "planned"),
    fc.constantFrom("Z1", ""),
    fc.constantFrom(9, 30, 1000),
    fc.constantFrom("", 1, 30),
    fc.constantFrom("", 300),
    fc.constantFrom("是", "否", ""),
    fc.constantFrom(-1, 1, 3, ""),
  )
  .map((cells) => `F1,${cells.join(",")},`);

/** Enough for every rule of a small zone, so that what is disputed decides. */
const ENOUGH = ["F8,E_ESTATE_STATION,built,Z1,1000,,,,1,", "F9,C_COMMUNITY,built,Z1,,30,1000,是,1,"];

describe("rows of one id that do not say the same", () => {
  it("never give a pass that one of them alone would not give", async () => {
    let passes = 0;
    await fc.assert(
      fc.asyncProperty(
        zoneRow,
        zoneRow,
        facilityRow,
        facilityRow,
        fc.boolean(),
        async (a, b, f, g, enough) => {
          const others = enough ? ENOUGH : ENOUGH.slice(1);
          const together = await verdictOf([a, b], [f, g, ...others]);
          if (together === undefined || !isPass(together)) return;
          passes += 1;
          for (const zone of [a, b])
            for (const facility of [f, g]) {
              const alone = await verdictOf([zone], [facility, ...others]);
              expect(alone !== undefined && isPass(alone)).toBe(true);
            }
        },
      ),
      { seed: 1, numRuns: process.env.QUAN_LONG ? 4000 : 600 },
    );
    expect(passes).toBeGreaterThan(0);
  });

  it("do not let the larger figure pass: 4,900 households need 980 m², the rows say 1,000 and 900", async () => {
    const zone = "Z1,existing,4900,,,huaibei-draft,340600";
    const rooms = (area: number) => `F1,E_ESTATE_STATION,built,Z1,${area},,,,,`;
    const nursery = "F9,C_COMMUNITY,built,Z1,,200,,,,";
    const both = await verdictOf([zone], [rooms(1000), rooms(900), nursery]);
    expect(await verdictOf([zone], [rooms(1000), nursery])).toBe("pass_estimated");
    expect(await verdictOf([zone], [rooms(900), nursery])).toBe("fail");
    expect(both).toBe("insufficient_data");
  });
});
