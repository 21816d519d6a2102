import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { site } from "../../src/cli/commands/site.ts";
import { ran } from "../builders/printed.ts";
import { leastShared, leastWhole } from "../oracles/every-service.ts";

const RUNS = process.env["QUAN_LONG"] ? 1000 : 60;

/** Four villages, and three places of which none holds all. */
const C = "id,weight,need\na,10,4\nb,20,3\nc,5,5\nd,7,2\n";
const S = "id,fixed,cost,capacity\nx,10,1,7\ny,20,2,8\nz,5,3,4\n";
const D =
  "customer,site,metres\na,x,100\nb,x,300\nc,x,900\na,y,800\nb,y,400\nc,y,200\nb,z,50\nd,x,10\nd,z,400\n";

interface Tables {
  readonly C?: string;
  readonly S?: string;
  readonly D?: string;
}

interface Printed {
  readonly code: number;
  readonly status: string;
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly sites: readonly string[];
  readonly assignment: readonly Row[];
  readonly reason: string | null;
}

interface Row {
  readonly customer: string;
  readonly site: string;
  readonly metres: number;
  readonly amount: number;
}

async function sited(asked: string, tables: Tables = {}): Promise<Printed> {
  const files = { "C.csv": tables.C ?? C, "S.csv": tables.S ?? S, "D.csv": tables.D ?? D };
  const words = `--customers C.csv --sites S.csv --distances D.csv --model capacitated ${asked}`;
  const { code, text } = await ran(site, words.trim(), files);
  return { ...(JSON.parse(text) as Printed), code };
}

describe("quan site, where sites hold only so much", () => {
  it("walks least with exactly so many sites", async () => {
    expect(await sited("--p 2")).toEqual({
      ...{ code: 0, status: "optimal", reason: null, sites: ["x", "y"] },
      // x and y alone hold 14 together. a and d at x, b and c at y: 10 · 100 + 7 · 10 + 20 · 400 + 5 · 200. With b at x
      // as well, it would hold 9.
      ...{ objective: 10_070, bound: 10_070, gap: 0 },
      assignment: [
        { customer: "a", site: "x", metres: 100, amount: 4 },
        { customer: "b", site: "y", metres: 400, amount: 3 },
        { customer: "c", site: "y", metres: 200, amount: 5 },
        { customer: "d", site: "x", metres: 10, amount: 2 },
      ],
    });
  });

  it("splits customers where that is asked for", async () => {
    expect(await sited("--p 2 --split")).toMatchObject({
      ...{ code: 0, status: "optimal", sites: ["x", "y"] },
      // One of the 3 that b needs fits at x: 20 · (1/3 · 300 + 2/3 · 400) = 7333.3… instead of 8000.
      objective: 9403.333333333334,
      assignment: [
        { customer: "a", site: "x", amount: 4 },
        { customer: "b", site: "x", amount: 1 },
        { customer: "b", site: "y", amount: 2 },
        { customer: "c", site: "y", amount: 5 },
        { customer: "d", site: "x", amount: 2 },
      ],
    });
  });

  it("costs least of what is opened, served and walked", async () => {
    // x and y: 10 + 20, and 2 + 5 at x for 1 each, 4 + 3 at y for 2 each.
    expect(await sited("")).toMatchObject({ status: "optimal", objective: 51, sites: ["x", "y"] });
    // x, y and z: 35; 6 · 1 at x, 5 · 2 at y, 3 · 3 at z; walks of 1000 + 70, 1000 and 1000.
    expect(await sited("--walk-cost 0.01")).toMatchObject({
      ...{ status: "optimal", objective: 90.7, sites: ["x", "y", "z"] },
    });
  });

  it("serves no more than a share where that is asked for, and leaves out whom it is dearest to serve", async () => {
    // 0.6 · 42 = 25.2: b and d, of 27, at x for 10 + 3 + 2.
    expect(await sited("--target-share 0.6")).toMatchObject({
      ...{ code: 0, status: "optimal", objective: 15, sites: ["x"] },
      assignment: [
        { customer: "b", site: "x", amount: 3 },
        { customer: "d", site: "x", amount: 2 },
      ],
    });
    // 0.5 · 42 = 21 of weight: b, and a seventh of d, which takes 2 / 7.
    const shared = await sited("--target-share 0.5 --split");
    expect(shared.objective).toBeCloseTo(10 + 3 + 2 / 7, 5);
    expect(shared.gap).toBeLessThan(1e-5);
  });

  it("does not go by the order of rows", async () => {
    const back = (text: string) => {
      const [head, ...rows] = text.trimEnd().split("\n");
      return [head, ...rows.reverse()].join("\n");
    };
    const turned = { C: back(C), S: back(S), D: back(D) };
    for (const words of ["--p 2", "--walk-cost 0.01 --split", "--target-share 0.7 --split"])
      expect(await sited(words, turned)).toEqual(await sited(words));
  });

  it("takes the weight for the need where none is given", async () => {
    const tables = {
      C: "id,weight,need\na,4,\nb,3,\n",
      S: "id,capacity\nx,6\ny,9\n",
      D: "customer,site,metres\na,x,1\nb,x,1\na,y,5\nb,y,5\n",
    };
    expect(await sited("--p 1", tables)).toMatchObject({ objective: 35, sites: ["y"] });
    expect(await sited("--p 2", tables)).toMatchObject({
      objective: 19,
      assignment: [
        { customer: "a", site: "x", amount: 4 },
        { customer: "b", site: "y", amount: 3 },
      ],
    });
  });

  it("counts decimals as they are written", async () => {
    // 0.1 + 0.2 is 0.3, though not in rounded numbers.
    const tables = {
      C: "id,weight,need\na,1,0.1\nb,1,0.2\n",
      S: "id,capacity\nx,0.3\n",
      D: "customer,site,metres\na,x,1\nb,x,1\n",
    };
    expect(await sited("--p 1", tables)).toMatchObject({ status: "optimal", objective: 2 });
    const short = { ...tables, S: "id,capacity\nx,0.299999999999\n" };
    expect((await sited("--p 1", short)).status).toBe("infeasible");
  });

  it.each<readonly [what: string, asked: string, tables: Tables, reason: string]>([
    [
      "one that is too large",
      "",
      { C: "id,weight\na,9\nb,8\nc,1\nd,12\n" },
      "The customer d needs 12, and no site that it reaches holds more than 7. So it is with 1 more, which need less beyond what is there. Give --split, or more capacity.",
    ],
    [
      "too little in reach",
      "--limit 300 --split",
      { C: "id,weight\na,7\nb,8\nc,9\nd,1\n" },
      "The customers a, b and d need 16, and the sites that they reach within 300 m hold 11 together, 5 too little. Give that much more capacity there, or more sites.",
    ],
    [
      "too few sites",
      "--p 1",
      {},
      "14 is needed, and 1 site can hold 8 at most, 6 too little. Raise --p to 2 at least, or give that much more capacity.",
    ],
    [
      "those that fit in parts alone",
      "--p 2",
      { C: "id,weight\na,5\nb,5\nc,5\nd,0\n", S: "id,capacity\nx,7\ny,8\nz,2\n" },
      "There is no way to serve everybody whole from 2 sites, though the capacities add up to enough. To do so, give --split.",
    ],
    [
      "those that fit at more sites",
      "--p 2 --limit 300",
      {},
      "There is no way to serve everybody whole from 2 sites within 300 m, though the capacities add up to enough. To do so, raise --p to 3, which is enough.",
    ],
    [
      "a share out of reach",
      "--target-share 0.9 --limit 60",
      {},
      "No more than 0.6428 of the weight is with customers that a site can serve within 60 m. Lower --target-share to that, or raise --limit.",
    ],
    [
      "customers out of reach",
      "--limit 150",
      {},
      "The customer c reaches no site that may be open within 150 m. Raise --limit to 200,",
    ],
    ["too many sites", "--p 4", {}, "--p asks for 4 sites, and 3 may be open. Lower --p to 3,"],
    [
      "more open than may be",
      "--p 1",
      { S: "id,capacity,state\nx,20,open\ny,20,open\nz,1,\n" },
      "2 sites have to be open, and --p lets 1 be.",
    ],
  ])("says why it cannot be, and what would help: %s", async (_, asked, tables, reason) => {
    expect(await sited(asked, tables)).toMatchObject({
      ...{ code: 1, status: "infeasible", objective: null, sites: [], assignment: [] },
      reason: expect.stringContaining(reason),
    });
  });

  it.each<readonly [what: string, asked: string, tables: Tables, sentence: string]>([
    [
      "no capacities",
      "",
      { S: "id\nx\n" },
      "S.csv, row 1: there is no column capacity. Name the columns id,capacity.",
    ],
    [
      "a missing capacity",
      "",
      { S: "id,capacity\nx,1\ny,\n" },
      "S.csv, row 3, column capacity: the cell is empty. Give a number",
    ],
    [
      "a negative capacity",
      "",
      { S: "id,capacity\nx,-1\n" },
      "S.csv, row 2, column capacity: -1 is below 0. Give a number from 0.",
    ],
    [
      "a capacity that is none",
      "",
      { S: "id,capacity\nx,NaN\n" },
      'S.csv, row 2, column capacity: "NaN" is no number.',
    ],
    ["a negative cost", "", { S: "id,cost,capacity\nx,-1,1\n" }, "S.csv, row 2, column cost: -1 is below 0."],
    [
      "a need of nothing",
      "",
      { C: "id,weight,need\na,3,0\n" },
      "C.csv, row 2, column need: there is a weight of 3 and no need. Give a need above 0, or a weight of 0.",
    ],
    ["a negative need", "", { C: "id,weight,need\na,3,-1\n" }, "C.csv, row 2, column need: -1 is below 0."],
    [
      "digits that cannot be added up",
      "",
      { C: "id,weight,need\na,1,0.000000000001\nb,1,123456\nc,1,1\nd,1,1\n" },
      "C.csv and S.csv: what is needed and what sites hold have too many digits to be added up exactly. Round them.",
    ],
    ["a share above 1", "--target-share 1.1", {}, "--target-share takes a number from 0 to 1, not 1.1."],
    ["a share below 0", "--target-share -0.1", {}, "--target-share takes a number from 0 to 1, not -0.1."],
    ["a negative cost of walks", "--walk-cost -1", {}, "--walk-cost takes a number of at least 0, not -1."],
    [
      "a cost of walks where they are all that counts",
      "--p 2 --walk-cost 1",
      {},
      "--walk-cost is not for --p, with which walks are all that counts.",
    ],
    ["no site at all", "--p 0", {}, "--p takes a whole number of at least 1, not 0."],
    ["a graph", "--graph E.csv", {}, "--graph tells no capacities."],
  ])("refuses %s", async (_, asked, tables, sentence) => {
    const refusal = sited(asked, tables);
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(sentence);
  });
});

interface Village {
  readonly weight: number;
  readonly need: number;
  readonly walks: readonly (number | null)[];
}

interface Place {
  readonly fixed: number;
  readonly cost: number;
  readonly capacity: number;
  readonly state: "free" | "open" | "closed";
}

const tenths = fc.integer({ min: 1, max: 60 }).map((tenth) => tenth / 10);
const villages: fc.Arbitrary<Village[]> = fc.array(
  fc.record({
    weight: fc.integer({ min: 0, max: 9 }),
    need: tenths,
    walks: fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 5 }), { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const places: fc.Arbitrary<Place[]> = fc.array(
  fc.record({
    fixed: fc.integer({ min: 0, max: 30 }),
    cost: fc.integer({ min: 0, max: 4 }),
    capacity: fc.integer({ min: 0, max: 120 }).map((tenth) => tenth / 10),
    state: fc.constantFrom("free", "free", "free", "open", "closed"),
  }),
  { minLength: 1, maxLength: 4 },
);
const questions = fc.record({
  villages,
  places,
  count: fc.option(fc.integer({ min: 1, max: 3 })),
  share: fc.oneof(
    fc.constant(1),
    fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20),
  ),
  walkCost: fc.constantFrom(0, 0.5, 2),
  limit: fc.integer({ min: 4, max: 13 }),
  isSplit: fc.boolean(),
  by: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
});
type Question = typeof questions extends fc.Arbitrary<infer Each> ? Each : never;

describe("what quan site finds of a few customers and sites that hold only so much", () => {
  it("costs least of all there is, adds up, and keeps to what was asked", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const told = await sited(wordsOf(question), tablesOf(question));
        const least = leastOf(question);
        if (least === Number.POSITIVE_INFINITY) {
          expect(told).toMatchObject({ code: 1, status: "infeasible", reason: expect.any(String) });
          return;
        }
        found++;
        expect(told.code).toBe(0);
        checkKept(question, told);
        const isExact = !question.isSplit || question.share === 1;
        if (isExact)
          expect(told).toMatchObject({ status: "optimal", gap: 0, bound: told.objective, reason: null });
        expect(told.bound).toBeLessThanOrEqual(told.objective);
        expect(told.bound).toBeLessThanOrEqual(least + 1e-7 * (1 + least));
        expect(told.objective).toBeGreaterThanOrEqual(least - 1e-7 * (1 + least));
        expect(told.objective).toBeLessThanOrEqual(least + (isExact ? 1e-7 : 1e-3) * (1 + least));
      }),
      { seed: 11, numRuns: 8 * RUNS },
    );
    expect(found).toBeGreaterThan(2 * RUNS);
  });

  it("is the same for any order of rows", async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const tables = tablesOf(question);
        const turned = {
          C: shuffled(tables.C, question.by),
          S: shuffled(tables.S, question.by),
          D: shuffled(tables.D, question.by),
        };
        expect(await sited(wordsOf(question), turned)).toEqual(await sited(wordsOf(question), tables));
      }),
      { seed: 12, numRuns: 2 * RUNS },
    );
  });
});

/** That the rows of an answer keep to the tables, to the capacities and to the question, and that they cost what it says. */
function checkKept(
  { villages, places, count, share, walkCost, limit, isSplit }: Question,
  told: Printed,
): void {
  const tenth = (amount: number) => Math.round(amount * 1e9);
  const load = new Map<string, number>();
  const served = new Map<string, number>();
  let cost = 0;
  for (const { customer, site: at, metres, amount } of told.assignment) {
    const [village, place] = [
      villages[Number(customer.slice(1)) - 10] as Village,
      places[Number(at.slice(1)) - 10] as Place,
    ];
    expect(metres).toBe(village.walks[Number(at.slice(1)) - 10]);
    expect(metres).toBeLessThanOrEqual(limit);
    expect(told.sites).toContain(at);
    if (!isSplit) expect(amount).toBe(village.need);
    load.set(at, (load.get(at) ?? 0) + tenth(amount));
    served.set(customer, (served.get(customer) ?? 0) + tenth(amount));
    const walk = (village.weight * metres * amount) / village.need;
    cost += count === null ? place.cost * amount + walkCost * walk : walk;
  }
  if (count === null)
    for (const each of told.sites) cost += (places[Number(each.slice(1)) - 10] as Place).fixed;
  else expect(told.sites.length).toBe(count);
  expect(told.objective).toBeCloseTo(cost, 6);
  for (const [row, { state, capacity }] of places.entries()) {
    expect(load.get(`s${row + 10}`) ?? 0).toBeLessThanOrEqual(tenth(capacity));
    if (state === "open") expect(told.sites).toContain(`s${row + 10}`);
    if (state === "closed") expect(told.sites).not.toContain(`s${row + 10}`);
  }
  let [weight, all] = [0, 0];
  for (const [row, village] of villages.entries()) {
    const amount = served.get(`c${row + 10}`) ?? 0;
    if (share === 1) expect(amount).toBe(tenth(village.need));
    expect(amount).toBeLessThanOrEqual(tenth(village.need));
    weight += (village.weight * amount) / tenth(village.need);
    all += village.weight;
  }
  expect(weight).toBeGreaterThanOrEqual(share * all - 1e-9);
}

/** By every opening and every way to serve, in tenths of need and twentieths of weight. */
function leastOf({ villages, places, count, share, walkCost, limit, isSplit }: Question): number {
  const rows = villages.map(({ weight, need, walks }) => [
    ...(share < 1 ? [{ site: places.length, cost: 0, size: 20 * weight }] : []),
    ...places.flatMap(({ cost }, site) => {
      const metres = walks[site];
      if (metres === null || metres === undefined || metres > limit) return [];
      const walk = weight * metres;
      return [
        { site, cost: count === null ? cost * need + walkCost * walk : walk, size: Math.round(10 * need) },
      ];
    }),
  ]);
  const links = rows.flat();
  const aside = share < 1 ? 1 : 0;
  const all = villages.reduce((sum, { weight }) => sum + weight, 0);
  const left = Math.round(20 * (1 - share)) * all;
  const more = <Value>(value: Value) => (aside === 1 ? [value] : []);
  const problem = {
    fixed: Float64Array.from([...places.map(({ fixed }) => (count === null ? fixed : 0)), ...more(0)]),
    states: Uint8Array.from([
      ...places.map(({ state }) => ["free", "open", "closed"].indexOf(state)),
      ...more(1),
    ]),
    capacities: Float64Array.from([
      ...places.map(({ capacity }) => Math.round(10 * capacity)),
      ...more(left),
    ]),
    starts: Uint32Array.from([0, ...rows.keys()], (_, at) => rows.slice(0, at).flat().length),
    sites: Uint32Array.from(links, ({ site }) => site),
    costs: Float64Array.from(links, ({ cost }) => cost),
    sizes: Float64Array.from(links, ({ size }) => size),
    least: (count ?? 0) + aside,
    most: (count ?? places.length) + aside,
    isSplit,
  };
  return isSplit ? leastShared(problem) : leastWhole(problem);
}

function wordsOf({ count, share, walkCost, limit, isSplit }: Question): string {
  return [
    ...(count === null ? [`--walk-cost ${walkCost}`] : [`--p ${count}`]),
    ...(share < 1 ? [`--target-share ${share}`] : []),
    ...(isSplit ? ["--split"] : []),
    `--limit ${limit}`,
  ].join(" ");
}

function tablesOf({ villages, places }: Question): Required<Tables> {
  return {
    C: ["id,weight,need", ...villages.map(({ weight, need }, row) => `c${row + 10},${weight},${need}`)].join(
      "\n",
    ),
    S: [
      "id,fixed,cost,capacity,state",
      ...places.map(
        ({ fixed, cost, capacity, state }, row) => `s${row + 10},${fixed},${cost},${capacity},${state}`,
      ),
    ].join("\n"),
    D: [
      "customer,site,metres",
      ...villages.flatMap(({ walks }, row) =>
        places.flatMap((_, at) => (walks[at] === null ? [] : [`c${row + 10},s${at + 10},${walks[at]}`])),
      ),
    ].join("\n"),
  };
}

function shuffled(table: string, by: readonly number[]): string {
  const [head = "", ...rows] = table.trimEnd().split("\n");
  const order = rows.map((row, at) => ({ row, by: by[at % by.length] ?? 0 })).sort((a, b) => a.by - b.by);
  return `${[head, ...order.map(({ row }) => row)].join("\n")}\n`;
}
