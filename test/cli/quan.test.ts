import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../package.json" with { type: "json" };

const QUAN = fileURLToPath(new URL("../../.ci/quan.mjs", import.meta.url));
let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "quan-"));
});
afterAll(() => rm(home, { recursive: true }));

function quan(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [QUAN, ...words], {
    cwd: home,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, out: stdout, said: stderr };
}

describe("quan, as it is called", () => {
  it("is wrongly used without a command, and rightly when asked for help", () => {
    expect(quan()).toMatchObject({ code: 2, out: "", said: expect.stringContaining("Usage: quan COMMAND") });
    expect(quan("nothing")).toMatchObject({ code: 2, out: "" });
    expect(quan("help")).toMatchObject({ code: 0, said: "" });
    expect(quan("--version")).toMatchObject({ code: 0, out: `quan ${version}\n`, said: "" });
    expect(quan("reach", "--help").out).toMatch(/--json .*one JSON document/);
  });

  it("says in one line, with 2, what it cannot read or write", async () => {
    await writeFile(join(home, "file"), "x");
    await writeFile(join(home, "p.png"), "\u0089PNG\u001b[31m", "latin1");
    for (const [words, reason] of [
      [
        "demo --out file/x.quan",
        "file/x.quan cannot be written (a part of the path is a file, not a folder)",
      ],
      ["demo --seed -1 --out x.quan", "--seed takes a whole number from 0 to 2147483648, not -1."],
      ["analyse no.quan --out d", "no.quan cannot be read (there is no such file or folder)"],
      ["judge --pack xuzhou-2022 p.png", "p.png is not text in UTF-8"],
      ["verify file", "file does not begin with {."],
    ] as const) {
      const { code, out, said } = quan(...words.split(" "));
      expect([words, code, out]).toEqual([words, 2, ""]);
      expect(said).toContain(reason);
      expect(said.trimEnd()).not.toMatch(/\p{Cc}/u);
    }
  });

  it("says what is wrong with tables in their order: zones, facilities, links", async () => {
    const tables = {
      demand: "id,need\na,1\nb,2\na,3\n",
      supply: "id,capacity\nx,1\nx,2\n",
      links: "demand,supply\nq,x\na,x\n",
    };
    const words = await Promise.all(
      Object.entries(tables).map(async ([name, text]) => {
        await writeFile(join(home, `${name}.csv`), text);
        return [`--${name}`, `${name}.csv`];
      }),
    );
    const { code, said } = quan("allocate", ...words.flat());
    expect([code, said.trimEnd().split("\n")]).toEqual([
      2,
      [
        'quan allocate: demand.csv, row 4, column id: "a" stands in row 2 too. Give each row its own id.',
        'supply.csv, row 3, column id: "x" stands in row 2 too. Give each row its own id.',
        'links.csv, row 2, column demand: there is no "q" in demand.csv. Correct the id, or leave the row out.',
      ],
    ]);
  });

  it("writes the same files with two threads as with one", async () => {
    expect(quan("demo", "--out", "P.quan").code).toBe(0);
    expect(quan("analyse", "P.quan", "--out", "one").code).toBe(0);
    expect(quan("analyse", "P.quan", "--out", "two", "--threads", "2").code).toBe(0);
    const { code, out } = quan("verify", "two");
    expect([code, JSON.parse(out).ok]).toEqual([0, true]);
    for (const file of ["links.csv", "summary.json"]) {
      expect(await readFile(join(home, "two", file), "utf8")).toBe(
        await readFile(join(home, "one", file), "utf8"),
      );
    }
  });

  it("allocates the same with one thread, two and three, and refuses none", async () => {
    // Streets of ten zones each, and one of 210, that share nothing; ties everywhere.
    const rows = Array.from({ length: 400 }, (_, row) => row);
    const tables = {
      D: ["id,need", ...rows.map((row) => `z${row},${[0, 5, 7.5, 1e-9, 1e12][row % 5]}`)],
      S: ["id,capacity", ...rows.map((row) => `f${row},${[3, 0, 2.5, 1e11][row % 4]}`), "alone,4"],
      L: [
        "demand,supply,metres",
        ...rows.flatMap((row) => [
          ...(row % 11 === 7 ? [] : [`z${row},f${row},${100 * (row % 3)}`]),
          ...(row < 209 || row % 10 !== 9 ? [`z${row},f${(row + 1) % 400},200`] : []),
        ]),
      ],
    };
    for (const [name, lines] of Object.entries(tables)) {
      await writeFile(join(home, `${name}.csv`), `${lines.join("\n")}\n`);
    }
    const allocated = (...words: string[]) =>
      quan("allocate", "--demand", "D.csv", "--supply", "S.csv", "--links", "L.csv", ...words);
    const one = allocated("--threads", "1");
    expect([one.code, one.said]).toEqual([0, ""]);
    expect((JSON.parse(one.out) as { certificates: unknown[] }).certificates.length).toBeGreaterThan(20);
    for (const words of [["--threads", "2"], ["--threads", "3"], []])
      expect(allocated(...words)).toEqual(one);
    await writeFile(join(home, "A.json"), one.out);
    expect(quan("verify", "A.json").code).toBe(0);
    expect(allocated("--threads", "0")).toEqual({
      ...{ code: 2, out: "" },
      said: "quan allocate: --threads takes a whole number from 1 to 64, not 0.\n",
    });
  });
});
