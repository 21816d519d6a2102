import { describe, expect, it } from "vitest";
import { plan } from "../../src/cli/commands/plan.ts";
import { projects } from "../../src/cli/commands/projects.ts";
import { exact, plus, toNumber, ZERO } from "../../src/core/base/decimal.ts";
import { importProject } from "../../src/io/import-project.ts";
import { knownProjects, PROJECT_CITIES } from "../../src/io/projects/shipped-projects.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";
import { printed, ran } from "../builders/printed.ts";
import { writtenProject } from "../builders/written-project.ts";

async function tableOf(city: string): Promise<string> {
  const written: Record<string, Uint8Array> = {};
  await ran(projects, `${city} --out F.csv`, {}, [], written);
  return new TextDecoder().decode(written["F.csv"]);
}

async function imported(table: string) {
  const files = [
    { name: "F.csv", role: "facilities", bytes: new TextEncoder().encode(table) },
    { name: "Z.csv", role: "zones", bytes: new TextEncoder().encode(ZONES) },
  ] as const;
  return value(await importProject(files, { datum: "wgs84" }, atOnce));
}

const ZONES =
  "id,name,status,households,residents,lon,lat,adminCode\nA,甲,existing,1000,2800,118.25,33.95,321302\n";

describe("quan projects", () => {
  it.each([
    ["xuzhou", 32, 2],
    ["sucheng", 6, 7],
  ])("writes what %s lists as a table that an import takes whole", async (city, used, left) => {
    const said = JSON.parse(await printed(projects, `${city} --out F.csv --json`, {}, [], {}));
    expect(said).toMatchObject({ written: used, left });
    const [report] = (await imported(await tableOf(city))).report.files;
    expect(report).toMatchObject({ role: "facilities", in: used, used, repaired: 0, rejected: 0 });
    expect(new Set(report?.issues.map(({ code }) => code))).toEqual(
      new Set(["file.no-owners", "place.empty"]),
    );
  });

  it("leaves unknown a cost that cannot be and a size that is two", async () => {
    const { facilities } = (await imported(await tableOf("xuzhou"))).project;
    const row = (id: string) => facilities.find((each) => each.id === id);
    expect(row("XZ-E-13")).toMatchObject({ investment: 8000, totalArea: 6300, opens: 2023 });
    expect(row("XZ-E-14")).not.toHaveProperty("investment");
    expect(row("XZ-C-02")).not.toHaveProperty("totalArea");
  });

  it("gives a plan what counts once somebody says where it is, and why the rest does not", async () => {
    const [head = "", ...rows] = (await tableOf("sucheng")).trimEnd().split("\n");
    const columns = head.split(",");
    const placed = (line: string, changes: Record<string, string>) => {
      const cells = line.split(",");
      for (const [column, cell] of Object.entries(changes)) cells[columns.indexOf(column)] = cell;
      return cells.join(",");
    };
    const near = { lon: "118.2505", lat: "33.95" };
    const changes: Record<string, Record<string, string>> = {
      "SQ-13": near,
      "SQ-09": near,
      "SQ-03": { ...near, elderly_m2: "400" },
      "SQ-01": near,
      "SQ-10": near,
    };
    const table = rows.map((line) => placed(line, changes[line.split(",")[0] ?? ""] ?? {}));
    const { project } = await imported([head, ...table].join("\n"));
    const files = { "P.quan": await writtenProject(project) };
    const found = JSON.parse(await printed(plan, "P.quan --for most", files));
    expect(found.measures).toEqual([
      expect.objectContaining({ id: "SQ-03:finish", facility: "SQ-03", cost: 600, elderly_m2: 400 }),
      expect.objectContaining({ id: "SQ-13:finish", cost: 410, slots: 150, earliest: 2023 }),
    ]);
    expect(found.refused.map((each: { facility: string; why: string }) => [each.facility, each.why])).toEqual(
      [
        ["SQ-01", "feeds-no-ratio"],
        ["SQ-02", "no-place"],
        ["SQ-09", "size-not-known"],
        ["SQ-10", "second-reading-only"],
      ],
    );
  });

  it("refuses other cities", async () => {
    await expect(ran(projects, "huaibei --out F.csv", {}, [], {})).rejects.toThrow(
      'give one of xuzhou, sucheng, not "huaibei"',
    );
    await expect(ran(projects, "xuzhou", {}, [], {})).rejects.toThrow("--out");
  });
});

describe("known projects", () => {
  it("cost what their lists add up to", () => {
    const sum = (city: (typeof PROJECT_CITIES)[number], subject?: string) =>
      toNumber(
        knownProjects(city)
          .projects.filter((each) => subject === undefined || each.subject === subject)
          .reduce((total, { cost }) => plus(total, exact(cost ?? 0)), ZERO),
      );
    expect([sum("xuzhou", "elderly"), sum("sucheng")]).toEqual([596_580, 7826.39]);
  });

  it("have ids of their own", () => {
    const ids = PROJECT_CITIES.flatMap((city) => knownProjects(city).projects.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
