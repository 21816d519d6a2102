import { expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { type Host, UsageError } from "../../src/cli/command.ts";
import { merge } from "../../src/cli/commands/merge.ts";
import { readProject } from "../../src/io/project-file/read-project.ts";
import { aFacility, aProject, aZone } from "../builders/rows.ts";
import { writtenProject } from "../builders/written-project.ts";

const of = (residents: number, households = 1000) =>
  writtenProject(aProject([aZone("Z1", { residents, households })], [aFacility("F1")]));
const FILES = new Map([
  ["base.quan", await of(2800)],
  ["a.quan", await of(2900)],
  ["b.quan", await of(3000, 1100)],
  ["other.quan", await of(2800, 1100)],
]);

async function quanMerge(words: string) {
  const printed: string[] = [];
  const said: string[] = [];
  const saved = new Map<string, Uint8Array<ArrayBuffer>>();
  const host = {
    read: async (path: string) => FILES.get(path) ?? new Uint8Array(),
    write: async (path: string, content: AsyncIterable<Uint8Array>) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      saved.set(path, new Uint8Array(Buffer.concat(pieces)));
    },
    print: (text: string) => void printed.push(text),
    say: (text: string) => void said.push(text),
  } as unknown as Host;
  const code = await merge.run(readArguments(merge, words.split(" ")), host);
  const read = await readProject(saved.get("p.quan") ?? new Uint8Array(), "p.quan");
  return {
    code,
    report: JSON.parse(printed.join("")),
    said,
    zone: read.ok ? read.value.zones[0] : undefined,
  };
}

it("writes what two offices made of one project", async () => {
  const { code, report, zone } = await quanMerge("base.quan a.quan other.quan --out p.quan");
  expect([code, report]).toEqual([0, { conflicts: [], out: "p.quan", zones: 1, facilities: 1 }]);
  expect(zone).toEqual(aZone("Z1", { residents: 2900, households: 1100 }));
});

it("writes nothing while a conflict is undecided, and lists it", async () => {
  const { code, report, said, zone } = await quanMerge("base.quan a.quan b.quan --out p.quan");
  expect(code).toBe(1);
  expect(report.conflicts).toEqual([
    {
      ...{ table: "zones", id: "Z1", field: "residents+residentsBasis" },
      ...{ base: { residents: 2800 }, a: { residents: 2900 }, b: { residents: 3000 } },
    },
  ]);
  expect(said.join()).toMatch(/One conflict is undecided, and p\.quan was not written/);
  expect(zone).toBeUndefined();
});

it("takes the side it is told to, and says so", async () => {
  const { code, report, zone } = await quanMerge("base.quan a.quan b.quan --take b --out p.quan");
  expect([code, report.taken, report.conflicts.length]).toEqual([0, "b", 1]);
  expect(zone).toEqual(aZone("Z1", { residents: 3000, households: 1100 }));
});

it("is wrongly used without three files, or with another side", async () => {
  for (const words of [
    "a.quan b.quan --out p.quan",
    "base.quan a.quan b.quan --take c --out p.quan",
    "base.quan a.quan b.quan",
  ])
    await expect(quanMerge(words)).rejects.toThrow(UsageError);
});
