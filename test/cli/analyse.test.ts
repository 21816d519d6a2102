import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { type Command, type Host, UsageError } from "../../src/cli/command.ts";
import { analyse } from "../../src/cli/commands/analyse.ts";
import { verify } from "../../src/cli/commands/verify.ts";
import { finish } from "../../src/core/base/work.ts";
import type { Project } from "../../src/core/model/project.ts";
import { ANALYSIS_FILES } from "../../src/io/export/analysis-names.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { randomProject } from "../builders/random-project.ts";
import { townStreets } from "../builders/town-streets.ts";

/** A machine whose disk is a map, with one project on it. */
async function machine(differs: Partial<Project> = {}) {
  const bytes = await new Response(writeProject({ ...randomProject(4), ...differs })).arrayBuffer();
  const disk = new Map<string, Uint8Array<ArrayBuffer>>([["P.quan", new Uint8Array(bytes)]]);
  const printed: string[] = [];
  const said: string[] = [];
  const host: Host = {
    read: async (path) => {
      const found = disk.get(path);
      if (found === undefined) throw new UsageError(`${path} cannot be read`);
      return found;
    },
    *pieces(path) {
      const whole = disk.get(path) ?? new Uint8Array();
      for (let from = 0; from < whole.length; from += 777) yield whole.subarray(from, from + 777);
    },
    write: async (path, content) => {
      if (typeof content === "string") throw new Error("these commands write pieces");
      disk.set(path, new Uint8Array(await new Response(content as BodyInit).arrayBuffer()));
    },
    list: async (folder) => {
      const names = [...disk.keys()].filter((path) => path.startsWith(`${folder}/`));
      return names.length === 0 ? undefined : names.map((path) => path.slice(folder.length + 1)).sort();
    },
    print: (text) => void printed.push(text),
    say: (text) => void said.push(text),
    drive: async (work) => finish(work),
  };
  const run = (command: Command, ...words: string[]) => command.run(readArguments(command, words), host);
  return { disk, printed, said, run };
}

describe("quan analyse and quan verify", () => {
  it("writes the nine files, which add up", async () => {
    const { disk, printed, run } = await machine();
    expect(await run(analyse, "P.quan", "--out", "out", "--json")).toBe(0);
    const { key, headline } = JSON.parse(printed.join("")) as { key: string; headline: { zones: number } };
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(headline.zones).toBe(24);
    const names = [...disk.keys()].filter((path) => path !== "P.quan");
    expect(names.sort()).toEqual(ANALYSIS_FILES.map((file) => `out/${file}`).sort());
    printed.length = 0;
    expect(await run(verify, "out")).toBe(0);
    expect(JSON.parse(printed.join(""))).toMatchObject({ ok: true, wrong: [] });
  });

  it("says on standard error which rules do not hold yet in the year asked for", async () => {
    const { said, run } = await machine({ pack: "xuzhou-2022" });
    const remark = /^xuzhou-2022: Rules of the standard xuzhou-2022 that state no target by 1999 yet: \d+, /;
    await run(analyse, "P.quan", "--out", "out", "--year", "1999");
    expect(said.filter((line) => remark.test(line))).toHaveLength(1);
    said.length = 0;
    await run(analyse, "P.quan", "--out", "out");
    expect(said.filter((line) => line.includes("state no target"))).toEqual([]);
  });

  it("goes by what was set when the project was saved, unless something else is asked for", async () => {
    const { disk, run } = await machine({
      parameters: { pack: "sucheng-2023", detour: 1.4, conflict: "strict", supply: "catchment" },
    });
    const parametersOf = async (...words: string[]) => {
      await run(analyse, "P.quan", "--out", "out", ...words);
      const text = new TextDecoder().decode(disk.get("out/summary.json"));
      return (JSON.parse(text) as { parameters: object }).parameters;
    };
    const saved = { pack: "sucheng-2023", detour: 1.4, conflict: "strict", supply: "catchment" };
    expect(await parametersOf()).toMatchObject({ ...saved, offsite: "circle" });
    expect(await parametersOf("--supply", "onsite", "--pack", "xuzhou-2022")).toMatchObject({
      ...saved,
      pack: "xuzhou-2022",
      supply: "onsite",
    });
  });

  it("ends with 1 and names the figure where a sum is wrong", async () => {
    const { disk, printed, run } = await machine();
    await run(analyse, "P.quan", "--out", "out");
    const ledger = new TextDecoder().decode(disk.get("out/ledger.csv"));
    const [head, first = "", ...rest] = ledger.split("\n");
    disk.set("out/ledger.csv", new TextEncoder().encode([head, `${first}7`, ...rest].join("\n")));
    printed.length = 0;
    expect(await run(verify, "out")).toBe(1);
    const found = JSON.parse(printed.join("")) as { ok: boolean; wrong: { file: string; check: string }[] };
    expect(found.ok).toBe(false);
    expect(found.wrong.map(({ check }) => check)).toContain("ledger-adds-up-to-load");
  });

  it("takes what is asked for", async () => {
    const { disk, run } = await machine();
    const words = [
      "--supply",
      "catchment",
      "--profile",
      "adult",
      "--limit",
      "700",
      "--detour",
      "1.2",
      "--year",
      "2023",
    ];
    await run(analyse, "P.quan", "--out", "out", ...words);
    const summary = JSON.parse(new TextDecoder().decode(disk.get("out/summary.json"))) as {
      parameters: unknown;
    };
    expect(summary.parameters).toMatchObject({
      supply: "catchment",
      decides: { elderly: "adult", childcare: "adult" },
      limits: { adult: 700 },
      detour: 1.2,
      year: 2023,
    });
  });

  it("shares rooms out fairly, with certificates that hold by themselves", async () => {
    const { disk, printed, run } = await machine();
    await run(analyse, "P.quan", "--out", "out", "--supply", "fair");
    const written = new TextDecoder().decode(disk.get("out/certificates.json"));
    const { method, certificates } = JSON.parse(written) as { method: string; certificates: unknown[] };
    expect(method).toBe("fair");
    expect(certificates.length).toBeGreaterThan(0);
    printed.length = 0;
    expect(await run(verify, "out")).toBe(0);
    disk.set("out/certificates.json", new TextEncoder().encode(written.replace('"missing":', '"missing":1')));
    expect(await run(verify, "out")).toBe(1);
  });

  it("walks along the streets of the project, the same with any number of threads, and says with what", async () => {
    const { disk, printed, said, run } = await machine({ streets: townStreets(4) });
    const words = ["--reach", "network", "--cap", "120", "--supply", "catchment"];
    await run(analyse, "P.quan", "--out", "out", ...words);
    await run(analyse, "P.quan", "--out", "again", ...words, "--threads", "2");
    for (const file of ANALYSIS_FILES) expect(disk.get(`again/${file}`)).toEqual(disk.get(`out/${file}`));
    const summary = JSON.parse(new TextDecoder().decode(disk.get("out/summary.json"))) as object;
    expect(summary).toMatchObject({ parameters: { reach: "network", cap: 120 } });
    expect(said.join("\n")).toMatch(/no street to walk on within 120 m: \d/);
    printed.length = 0;
    expect(await run(verify, "out")).toBe(0);
    await run(analyse, "P.quan", "--out", "straight", "--supply", "catchment");
    expect(disk.get("straight/links.csv")).not.toEqual(disk.get("out/links.csv"));
  });

  it.each([
    ["no project", ["--out", "out"], /project file/],
    ["no folder", ["P.quan"], /--out is missing/],
    ["a project that is not there", ["Q.quan", "--out", "out"], /Q\.quan/],
    ["a method nobody knows", ["P.quan", "--out", "out", "--supply", "best"], /--supply takes one of/],
    ["streets that are not there", ["P.quan", "--out", "out", "--reach", "network"], /no streets/],
    ["a pack nobody knows", ["P.quan", "--out", "out", "--pack", "nowhere"], /nowhere/],
    ["a limit below 1", ["P.quan", "--out", "out", "--limit", "0"], /--limit takes a number from 1 .*not 0/],
    ["half a thread", ["P.quan", "--out", "out", "--threads", "1.5"], /--threads takes a whole number/],
    ["half a year", ["P.quan", "--out", "out", "--year", "2025.5"], /--year takes a whole number/],
  ])("refuses %s with a sentence", async (_, words, sentence) => {
    const { run } = await machine();
    await expect(async () => run(analyse, ...words)).rejects.toThrow(sentence);
    await expect(async () => run(analyse, ...words)).rejects.toBeInstanceOf(UsageError);
  });

  it("works nothing out of a project file with wrong lines, and says where they are", async () => {
    const { disk, run } = await machine();
    const text = gunzipSync(disk.get("P.quan") ?? new Uint8Array()).toString();
    disk.set("P.quan", new TextEncoder().encode(text.replaceAll('"status":"existing"', '"status":1')));
    await expect(async () => run(analyse, "P.quan", "--out", "out")).rejects.toThrow(
      /^P\.quan, row \d+: zone\.status on this line .* is wrong; .* P\.quan, row \d+: .* The page opens what is left/,
    );
  });

  it("says which file of an analysis is missing or cannot be read", async () => {
    const { disk, run } = await machine();
    await expect(async () => run(verify, "nowhere")).rejects.toThrow(/nowhere cannot be read/);
    await run(analyse, "P.quan", "--out", "out");
    disk.set("out/summary.json", new TextEncoder().encode("{"));
    await expect(async () => run(verify, "out")).rejects.toThrow(UsageError);
    disk.delete("out/ledger.csv");
    await expect(async () => run(verify, "out")).rejects.toThrow(/ledger\.csv/);
  });
});
