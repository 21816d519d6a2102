import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { allocate } from "../../src/cli/commands/allocate.ts";
import { verify } from "../../src/cli/commands/verify.ts";
import { printed } from "../builders/printed.ts";

const WORDS = "--demand D.csv --supply S.csv --links L.csv";
const D = "id,need\nc,60\na,100\nb,50\nh,0\n";
const S = "id,capacity\ny,100\nx,30\n";
const L = "demand,supply,metres\nb,y,300\na,x,100\nb,x,200\nc,y,500\n";

interface Tables {
  readonly D?: string | Uint8Array;
  readonly S?: string | Uint8Array;
  readonly L?: string | Uint8Array;
}

/** What `quan allocate` prints of these tables. */
function allocated(tables: Tables = {}, words = WORDS): Promise<string> {
  return printed(allocate, words, { "D.csv": tables.D ?? D, "S.csv": tables.S ?? S, "L.csv": tables.L ?? L });
}

async function reAdded(text: string) {
  return JSON.parse(await printed(verify, "A.json", { "A.json": text })) as { ok: boolean; wrong: unknown };
}

const shuffled = (table: string, by: readonly number[]): string => {
  const [head = "", ...rows] = table.trimEnd().split("\n");
  const order = rows.map((row, at) => ({ row, by: by[at % by.length] ?? 0 })).sort((a, b) => a.by - b.by);
  return `${[head, ...order.map(({ row }) => row)].join("\n")}\n`;
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a file says, changed in one place. A link that nothing flows along may be one that nobody misses. */
function* changes(whole: Json): Generator<{ readonly what: string; readonly changed: Json }> {
  for (const { path, value } of placesIn(whole, [])) {
    const what = path.join(".");
    const changed = (put: (holder: Record<string, Json>, key: string) => void) => {
      const copy = structuredClone(whole);
      const holder = path
        .slice(0, -1)
        .reduce<Json>((at, key) => (at as Record<string, Json>)[key] as Json, copy);
      put(holder as Record<string, Json>, path.at(-1) as string);
      return { what, changed: copy };
    };
    const isRow = /^\d+$/.test(path.at(-1) as string);
    if (typeof value === "number")
      yield changed((holder, key) => (holder[key] = value * (1 + 1e-12) + 1e-12));
    if (typeof value === "boolean") yield changed((holder, key) => (holder[key] = !value));
    // A facility that nobody reaches may have any name.
    const isNamed = JSON.stringify(whole).split(JSON.stringify(value)).length > 2;
    if (typeof value === "string" && isNamed) yield changed((holder, key) => (holder[key] = `${value}!`));
    if (isRow) {
      yield changed((holder, key) => (holder as unknown as Json[]).push(holder[key] as Json));
      if (path[0] !== "links")
        yield changed((holder, key) => (holder as unknown as Json[]).splice(Number(key), 1));
    } else
      yield changed((holder, key) => {
        delete holder[key];
      });
  }
}

function* placesIn(
  value: Json,
  path: readonly string[],
): Generator<{ path: readonly string[]; value: Json }> {
  if (path.length > 0) yield { path, value };
  if (value !== null && typeof value === "object")
    for (const [key, each] of Object.entries(value)) yield* placesIn(each, [...path, key]);
}

describe("quan allocate", () => {
  it("prints who is served by whom with how much, and what is missing", async () => {
    const text = await allocated();
    expect(JSON.parse(text)).toEqual({
      totalNeed: 210,
      totalCapacity: 130,
      totalServed: 130,
      // x is all that a reaches: 30 ÷ 100. b and c share y: 100 ÷ 110.
      zones: [
        { id: "a", need: 100, served: 30, share: 0.3 },
        { id: "b", need: 50, served: 500 / 11, share: 10 / 11 },
        { id: "c", need: 60, served: 600 / 11, share: 10 / 11 },
        { id: "h", need: 0, served: 0, share: 1 },
      ],
      facilities: [
        { id: "x", capacity: 30, load: 30 },
        { id: "y", capacity: 100, load: 100 },
      ],
      flows: [
        { demand: "a", supply: "x", amount: 30 },
        { demand: "b", supply: "y", amount: 500 / 11 },
        { demand: "c", supply: "y", amount: 600 / 11 },
      ],
      links: [
        { demand: "a", supply: "x", metres: 100 },
        { demand: "b", supply: "x", metres: 200 },
        { demand: "b", supply: "y", metres: 300 },
        { demand: "c", supply: "y", metres: 500 },
      ],
      certificates: [
        { zones: ["a"], facilities: ["x"], need: 100, capacity: 30, missing: 70, share: 0.3, maximal: false },
        {
          ...{ zones: ["a", "b", "c"], facilities: ["x", "y"], need: 210, capacity: 130, missing: 80 },
          ...{ share: 10 / 11, maximal: true },
        },
      ],
    });
    expect(await allocated({}, `${WORDS} --json`)).toBe(text);
    expect(await reAdded(text)).toMatchObject({ ok: true, wrong: [] });
  });

  it("prints the same bytes for any order of rows, and what verifies", async () => {
    const tables = fc.record({
      needs: fc.array(fc.constantFrom("0", "1", "2.5", "1e-9", "1e12", "0.3", "7"), {
        minLength: 1,
        maxLength: 9,
      }),
      capacities: fc.array(fc.constantFrom("0", "1", "3", "2e-9", "5e11", "0.1"), {
        minLength: 1,
        maxLength: 6,
      }),
      links: fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(5), fc.nat(3)), {
        maxLength: 30,
        selector: ([zone, facility]) => zone * 6 + facility,
      }),
      by: fc.array(fc.nat(100), { minLength: 7, maxLength: 7 }),
      walks: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(tables, async ({ needs, capacities, links, by, walks }) => {
        const rows = (head: string, lines: readonly string[]) => [head, ...lines, ""].join("\n");
        const D = rows(
          "id,need",
          needs.map((need, at) => `z${at * 7},${need}`),
        );
        const S = rows(
          "id,capacity",
          capacities.map((capacity, at) => `f${at * 7},${capacity}`),
        );
        const L = rows(
          walks ? "demand,supply,metres" : "demand,supply",
          links
            .filter(([zone, facility]) => zone < needs.length && facility < capacities.length)
            .map(([zone, facility, metres]) => `z${zone * 7},f${facility * 7}${walks ? `,${metres}` : ""}`),
        );
        const text = await allocated({ D, S, L });
        expect(await reAdded(text)).toMatchObject({ ok: true, wrong: [] });
        expect(await allocated({ D: shuffled(D, by), S: shuffled(S, by), L: shuffled(L, by) })).toBe(text);
      }),
      { seed: 6, numRuns: process.env["QUAN_LONG"] ? 2000 : 200 },
    );
  });

  it("reads what offices save: GB18030, a byte order mark, semicolons, quotes, thousands, more columns, blank lines", async () => {
    const plain = await allocated({
      D: "id,need\n甲,1200.5\n",
      S: "id,capacity\n乙,600\n",
      L: "demand,supply\n甲,乙\n",
    });
    const gb = Uint8Array.from([...Buffer.from("id,need\n"), 0xbc, 0xd7, ...Buffer.from(',"1,200.5"\n\n')]);
    expect(
      await allocated({
        D: gb,
        S: "\uFEFFID;名称;Capacity\r\n乙;养老院;600\r\n",
        L: 'supply,demand\n"乙" , 甲\n'.replace('" ,', '",'),
      }),
    ).toBe(plain);
  });

  it("allocates nothing where there is nothing", async () => {
    const text = await allocated({ D: "id,need\n", S: "id,capacity\n", L: "demand,supply\n" });
    expect(JSON.parse(text)).toMatchObject({ totalNeed: 0, zones: [], flows: [], certificates: [] });
    expect(await reAdded(text)).toMatchObject({ ok: true });
  });

  it.each<readonly [what: string, tables: Tables, sentence: string]>([
    [
      "a negative need",
      { D: "id,need\na,-1\n" },
      "D.csv, row 2, column need: -1 is below 0. Give a number from 0.",
    ],
    ["NaN", { D: "id,need\na,1\n\nb,NaN\n" }, 'D.csv, row 4, column need: "NaN" is no number.'],
    ["no need", { D: "id,need\na,\n" }, "D.csv, row 2, column need: the cell is empty. Give a number, 0 if"],
    ["a short row", { D: "id,need\na\n" }, "D.csv, row 2, column need: the cell is empty."],
    ["a unit", { S: "id,capacity\nx,30m2\n" }, 'S.csv, row 2, column capacity: "30m2" is no number.'],
    [
      "infinity",
      { S: "id,capacity\nx,Infinity\n" },
      'S.csv, row 2, column capacity: "Infinity" is no number.',
    ],
    [
      "a negative capacity",
      { S: "id,capacity\nx,-0.5\n" },
      "S.csv, row 2, column capacity: -0.5 is below 0.",
    ],
    [
      "more digits than are kept",
      { S: "id,capacity\nx,0.12345678901234567891\n" },
      'S.csv, row 2, column capacity: "0.12345678901234567891" has more digits than are kept. Round it to 15 digits.',
    ],
    ...["1e400", "1e308", "1.1e100", "9e-101", "1e-400", "-1e400", "１e400"].map(
      (need) =>
        [
          `a need of ${need}`,
          { D: `id,need\na,${need}\n` },
          `D.csv, row 2, column need: ${need} is beyond what is counted with. Give 0, or a number from 1e-100 to 1e+100.`,
        ] as const,
    ),
    [
      "thousands without quotes",
      { D: "id,need\na,1,200\n" },
      "D.csv, row 2: it has 3 cells under 2 headings.",
    ],
    [
      "a duplicate id",
      { D: "id,need\na,1\nb,1\na,2\n" },
      'D.csv, row 4, column id: "a" stands in row 2 too.',
    ],
    ["an empty id", { S: "id,capacity\n,1\n" }, "S.csv, row 2, column id: the id is empty."],
    [
      "an unknown zone",
      { L: "demand,supply\nq,x\n" },
      'L.csv, row 2, column demand: there is no "q" in D.csv.',
    ],
    [
      "an unknown facility",
      { L: "demand,supply\na,q\n" },
      'L.csv, row 2, column supply: there is no "q" in S.csv.',
    ],
    [
      "a link twice",
      { L: "demand,supply\na,x\nb,x\na,x\n" },
      "L.csv, row 4, column supply: a and x are linked in row 2",
    ],
    [
      "negative metres",
      { L: "demand,supply,metres\na,x,-3\n" },
      "L.csv, row 2, column metres: -3 is below 0.",
    ],
    [
      "metres of some links",
      { L: "demand,supply,metres\na,x,3\nb,x,\n" },
      "L.csv, row 3, column metres: the cell is empty.",
    ],
    [
      "another header",
      { D: "name,need\na,1\n" },
      "D.csv, row 1: there is no column id. Name the columns id,need.",
    ],
    ["a column twice", { D: "id,need,Need\na,1,2\n" }, "D.csv, row 1, column need: it stands twice."],
    ["an empty file", { L: "\n" }, "L.csv is empty. Give a header demand,supply and a row for each."],
    ["no text", { D: Uint8Array.of(0x69, 0xff, 0xff, 0) }, "D.csv is neither UTF-8 nor GB18030 text."],
    [
      "an open quote",
      { D: 'id,need\na,"1\nb,2\n' },
      "D.csv, row 2: a quotation mark is opened or closed wrongly.",
    ],
  ])("refuses %s", async (_, tables, sentence) => {
    const refusal = allocated(tables);
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(sentence);
  });

  it("names all that is wrong in the three tables, each once", async () => {
    const said: string[] = [];
    const tables = {
      "D.csv": "id,need\na,-1\na,2\n,3\nb,1,200\nc,x\n",
      "S.csv": "id,capacity\nx,\ny,NaN\n",
      "L.csv": "demand,supply,metres\na,x,1\nq,z,2\na,x,\n",
    };
    await expect(printed(allocate, WORDS, tables, said)).rejects.toMatchObject({
      name: "UsageError",
      message: "D.csv, row 2, column need: -1 is below 0. Give a number from 0.",
    });
    expect(said.map((each) => each.split(": ")[0])).toEqual([
      "D.csv, row 3, column id",
      "D.csv, row 4, column id",
      "D.csv, row 5",
      "D.csv, row 6, column need",
      "S.csv, row 2, column capacity",
      "S.csv, row 3, column capacity",
      "L.csv, row 3, column demand",
      "L.csv, row 3, column supply",
      "L.csv, row 4, column metres",
      "1 more to mend after these.",
    ]);
  });

  it("names ten wrong rows of many, and says how many more there are", async () => {
    const said: string[] = [];
    const rows = Array.from({ length: 500 }, (_, at) => `z${at},-1`);
    const tables = { "D.csv": ["id,need", ...rows].join("\n"), "S.csv": S, "L.csv": "demand,supply\n" };
    await expect(printed(allocate, WORDS, tables, said)).rejects.toThrow(/^D\.csv, row 2, column need/);
    expect(said).toHaveLength(10);
    expect(said.at(-2)).toMatch(/^D\.csv, row 11, column need: -1 is below 0/);
    expect(said.at(-1)).toBe("490 more to mend after these.");
  });

  it("says nothing of ids that a table without a header cannot tell", async () => {
    const said: string[] = [];
    const tables = { "D.csv": "a,1\n", "S.csv": "", "L.csv": L };
    await expect(printed(allocate, WORDS, tables, said)).rejects.toThrow(
      "D.csv, row 1: there is no column id. Name the columns id,need.",
    );
    expect(said).toEqual([
      "D.csv, row 1: there is no column need. Name the columns id,need.",
      "S.csv is empty. Give a header id,capacity and a row for each.",
    ]);
  });

  it("is wrongly used without one of the tables, with more, or with no number of threads", async () => {
    await expect(allocated({}, "--demand D.csv --supply S.csv")).rejects.toThrow(/--links is missing/);
    await expect(allocated({}, `${WORDS} more`)).rejects.toThrow(/"more" belongs to no option/);
    await expect(allocated({}, `${WORDS} --threads 0`)).rejects.toThrow(
      new UsageError("--threads takes a whole number from 1 to 64, not 0."),
    );
    await expect(allocated({}, `${WORDS} --threads x`)).rejects.toThrow(
      new UsageError('--threads takes a whole number, not "x".'),
    );
  });

  it("makes verify fail wherever a row is dropped or given twice, a figure or a word is changed, or a key is left out", async () => {
    const amounts = fc.constantFrom(0.3, 1, 2.5, 7, 12.34);
    const tables = fc.record({
      needs: fc.array(amounts, { minLength: 2, maxLength: 5 }),
      capacities: fc.array(amounts, { minLength: 1, maxLength: 4 }),
      links: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(3)), {
        minLength: 2,
        maxLength: 14,
        selector: ([zone, facility]) => zone * 4 + facility,
      }),
    });
    await fc.assert(
      fc.asyncProperty(tables, async ({ needs, capacities, links }) => {
        const text = await allocated({
          D: ["id,need", ...needs.map((need, at) => `z${at},${need}`)].join("\n"),
          S: ["id,capacity", ...capacities.map((each, at) => `f${at},${each}`)].join("\n"),
          L: [
            "demand,supply",
            ...links
              .filter(([zone, facility]) => zone < needs.length && facility < capacities.length)
              .map(([zone, facility]) => `z${zone},f${facility}`),
          ].join("\n"),
        });
        for (const { what, changed } of changes(JSON.parse(text))) {
          const noticed = await reAdded(JSON.stringify(changed)).then(
            ({ ok }) => !ok,
            (error: unknown) => error instanceof UsageError,
          );
          expect([what, noticed]).toEqual([what, true]);
        }
      }),
      { seed: 6, numRuns: process.env["QUAN_LONG"] ? 500 : 20 },
    );
  });

  it("makes verify fail where a figure is changed, and say no allocation where it is none", async () => {
    const text = (await allocated()).replace('"load":30', '"load":29');
    expect(await reAdded(text)).toMatchObject({ ok: false });
    const said: string[] = [];
    await printed(verify, "A.json", { "A.json": text }, said);
    expect(said).toEqual([
      "2 figures are wrong; the first: A.json, x: flows-add-up-to-load: 30 is right, 29 is written.",
    ]);
    await expect(reAdded("id,need\n")).rejects.toThrow(
      "A.json does not begin with {. Give what quan allocate printed, or the --out folder of quan analyse.",
    );
    await expect(printed(verify, "A.json", { "A.json": Uint8Array.of(0x22, 0xff) })).rejects.toThrow(
      /not text in UTF-8/,
    );
  });
});
