import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import type { Host } from "../../src/cli/command.ts";
import { convert } from "../../src/cli/commands/convert.ts";
import { reach } from "../../src/cli/commands/reach.ts";
import { finish } from "../../src/core/base/work.ts";
import { printed } from "../builders/printed.ts";

describe("quan reach", () => {
  const A = "id,lon,lat\nb,117.2,34.26\na,117.3,34.26\n";
  const B = "id,lon,lat\ny,117.2,34.261\nx,117.2,34.26\n";

  it("lists every pair within the limit, in row order of both files, to the millimetre", async () => {
    // 0.001° of latitude at 34.26° is 110.927 m; with the detour of 1.3 it is 144.205 m.
    const text = await printed(reach, "--from A --to B --limit 150 --detour 1.3", { A, B });
    expect(text).toBe("from,to,metres\nb,y,144.205\nb,x,0.000\n");
    expect(await printed(reach, "--from A --to B --limit 144 --detour 1.3", { A, B })).toBe(
      "from,to,metres\nb,x,0.000\n",
    );
  });

  it("prints the same pairs as one JSON document", async () => {
    const text = await printed(reach, "--from A --to B --limit 150 --detour 1.3 --json", { A, B });
    expect(JSON.parse(text)).toEqual([
      { from: "b", to: "y", metres: 144.205 },
      { from: "b", to: "x", metres: 0 },
    ]);
  });

  it("makes no more than its reader takes", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => `p${i},117.${100 + i},34`).join("\n");
    const bytes = new TextEncoder().encode(`id,lon,lat\n${rows}\n`);
    let [waiting, most, lines] = [0, 0, 0];
    const host = {
      read: async () => bytes,
      print: async (text: string) => {
        most = Math.max(most, ++waiting);
        await Promise.resolve();
        waiting--;
        lines += text.split("\n").length - 1;
      },
      drive: async (work: Parameters<typeof finish>[0]) => finish(work),
    } as unknown as Host;
    await reach.run(readArguments(reach, ["--from", "A", "--to", "B", "--limit", "1e9"]), host);
    expect([most, lines]).toEqual([1, 10_001]);
  });

  it("takes any limit from 0 on", async () => {
    const pairs = async (limit: string) =>
      (await printed(reach, `--from A --to B --limit ${limit}`, { A, B })).split("\n").length - 2;
    expect([await pairs("0"), await pairs("9e3"), await pairs("1e9"), await pairs("1e300")]).toEqual([
      1, 2, 4, 4,
    ]);
    await expect(pairs("-1")).rejects.toThrow("--limit takes a number of at least 0, not -1.");
    await expect(pairs("1e999")).rejects.toThrow('--limit takes a number, not "1e999".');
  });

  it.each([
    ["a bad value below an empty line", "id,lon,lat\na,117,34\n\nb,x,34\n", 'A, row 4, column lon: "x"'],
    ["a latitude that is none", "id,lon,lat\na,34,117\n", 'A, row 2, column lat: "117"'],
    ["infinite degrees", "id,lon,lat\na,Infinity,34\n", "A, row 2, column lon"],
    ["an empty id", "id,lon,lat\n,117,34\n", "A, row 2, column id: the id is empty"],
    ["an id twice", "id,lon,lat\na,117,34\na,117,35\n", 'A, row 3, column id: "a" stands in row 2'],
    ["a missing column", "id,lng,lat\na,117,34\n", "A, row 1: there is no column lon"],
    ["an empty file", "", "A is empty"],
  ])("says what is wrong with %s, where, and the mend", async (_what, text, sentence) => {
    await expect(printed(reach, "--from A --to B --limit 100", { A: text, B })).rejects.toThrow(sentence);
  });
});

describe("quan convert", () => {
  it("moves the places to nine decimals and keeps every other cell as it was, in any encoding it reads", async () => {
    const utf8 = 'name,id,lon,lat,note\n云湖,1,117.2,34.26,"a,b"\n,1,117.2,34.26,=1+1\n';
    expect(await printed(convert, "--from wgs84 --to gcj02 F", { F: utf8 })).toBe(
      'name,id,lon,lat,note\n云湖,1,117.205749005,34.258751461,"a,b"\n,1,117.205749005,34.258751461,=1+1\n',
    );
    // 云湖 in GB18030.
    const gb = Uint8Array.from([
      ...new TextEncoder().encode("name,id,lon,lat\n"),
      0xd4,
      0xc6,
      0xba,
      0xfe,
      ...new TextEncoder().encode(",1,117,34\n"),
    ]);
    expect(await printed(convert, "--from bd09 --to bd09 F", { F: gb })).toBe(
      "name,id,lon,lat\n云湖,1,117.000000000,34.000000000\n",
    );
  });

  it("prints the same rows as one JSON document", async () => {
    const F = 'name,id,lon,lat,note\n云湖,1,117.2,34.26,"a,b"\n';
    expect(JSON.parse(await printed(convert, "--from wgs84 --to gcj02 F --json", { F }))).toEqual([
      { name: "云湖", id: "1", lon: 117.205749005, lat: 34.258751461, note: "a,b" },
    ]);
  });

  it("takes the names of datums as they are written anywhere", async () => {
    const F = "id,lon,lat\n1,117.2,34.26\n";
    const plain = await printed(convert, "--from wgs84 --to bd09 F", { F });
    expect(await printed(convert, "--from WGS84 --to BD-09 F", { F })).toBe(plain);
    expect(await printed(convert, "--from WGS-84 --to bd-09 F", { F })).toBe(plain);
  });

  it("says which points have no way back, where the shift begins", async () => {
    const said: string[] = [];
    const F = "id,lon,lat\ninside,117,34\nedge,72.005,30\n";
    await printed(convert, "--from gcj02 --to wgs84 F", { F }, said);
    expect(said).toEqual([expect.stringMatching(/^F: some points lie at the edge.*The first is 72\.005,30/)]);
    said.length = 0;
    await printed(
      convert,
      "--from wgs84 --to bd09 F",
      { F: "id,lon,lat\ninside,117,34\nout,2.35,48.86\n" },
      said,
    );
    expect(said).toEqual([]);
  });

  it("refuses a datum that is none", async () => {
    await expect(printed(convert, "--from wgs84 --to mars F", { F: "id,lon,lat\n" })).rejects.toThrow(
      "takes one of wgs84, gcj02, bd09",
    );
  });
});
