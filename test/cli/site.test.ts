import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { site } from "../../src/cli/commands/site.ts";
import { CLOSED } from "../../src/core/siting/location-problem.ts";
import { coverProblem, medianProblem, wholeCoverProblem } from "../../src/core/siting/siting-models.ts";
import { type SitingTable, withinWalk } from "../../src/core/siting/siting-table.ts";
import { tinySitingTables } from "../builders/location-problems.ts";
import { printed, ran } from "../builders/printed.ts";
import { everyOpening, leastCost } from "../oracles/every-opening.ts";

const RUNS = process.env["QUAN_LONG"] ? 1000 : 60;

/** Three villages along a road, and two places: x in the middle, y at the end. */
const C = "id,weight\na,10\nb,20\nc,5\n";
const S = "id,fixed\nx,3\ny,4\nz,5\n";
const D = "customer,site,metres\na,x,100\nb,x,300\nc,x,900\na,y,800\nb,y,400\nc,y,200\nb,z,50\n";

interface Tables {
  readonly C?: string;
  readonly S?: string;
  readonly D?: string;
}

interface Printed {
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly sites: readonly string[];
  readonly assignment: readonly {
    readonly customer: string;
    readonly site: string;
    readonly metres: number;
    readonly amount: number;
  }[];
  readonly reason: string | null;
}

const TABLES = "--customers C.csv --sites S.csv --distances D.csv";

/** What `quan site` prints of these tables, with the code that it ends with. */
async function sited(asked: string, tables: Tables = {}): Promise<Printed & { readonly code: number }> {
  const files = { "C.csv": tables.C ?? C, "S.csv": tables.S ?? S, "D.csv": tables.D ?? D };
  const { code, text } = await ran(site, `${TABLES} ${asked}`, files);
  return { code, ...(JSON.parse(text) as Printed) };
}

async function onGraph(asked: string, E: string): Promise<Printed & { readonly code: number }> {
  const { code, text } = await ran(site, `--graph E.csv ${asked}`, { "E.csv": E });
  return { code, ...(JSON.parse(text) as Printed) };
}

describe("quan site", () => {
  it("covers most weight with at most so many sites", async () => {
    expect(await sited("--model cover --p 1 --limit 300")).toEqual({
      ...{ code: 0, status: "optimal", reason: null },
      // Within 300 m of x: a and b, 10 + 20. Of y: c, 5. Of z: b, 20.
      ...{ objective: 30, bound: 30, gap: 0, sites: ["x"] },
      assignment: [
        { customer: "a", site: "x", metres: 100, amount: 10 },
        { customer: "b", site: "x", metres: 300, amount: 20 },
      ],
    });
  });

  it("covers most weight for a budget, counted as it is written", async () => {
    // 0.1 and 0.2 make 0.3, though not in rounded numbers: y and z cover c, 5, and b, 20. x alone would cover 30.
    const tables = { S: "id,fixed\nx,0.4\ny,0.1\nz,0.2\n" };
    expect(await sited("--model cover --limit 300 --budget 0.3", tables)).toMatchObject({
      ...{ code: 0, status: "optimal", objective: 25, bound: 25, sites: ["y", "z"] },
    });
    expect(await sited("--model cover --limit 300 --budget 0.4", tables)).toMatchObject({
      ...{ objective: 30, sites: ["x"] },
    });
    expect(await sited("--model cover --limit 300 --budget 0.3 --p 1", tables)).toMatchObject({
      ...{ objective: 20, sites: ["z"] },
    });
  });

  it("covers everybody at least cost, or with fewest sites", async () => {
    expect(await sited("--model set-cover --limit 400")).toEqual({
      ...{ code: 0, status: "optimal", reason: null },
      // a reaches x alone within 400 m, and c y alone: 3 + 4.
      ...{ objective: 7, bound: 7, gap: 0, sites: ["x", "y"] },
      assignment: [
        { customer: "a", site: "x", metres: 100, amount: 10 },
        { customer: "b", site: "x", metres: 300, amount: 20 },
        { customer: "c", site: "y", metres: 200, amount: 5 },
      ],
    });
    expect(await sited("--model set-cover --limit 900", { S: "id\nx\ny\nz\n" })).toMatchObject({
      ...{ status: "optimal", objective: 1, sites: ["x"] },
    });
  });

  it("walks least with exactly so many sites", async () => {
    expect(await sited("--model p-median --p 2")).toEqual({
      ...{ code: 0, status: "optimal", reason: null },
      // x and y: 10 · 100 + 20 · 300 + 5 · 200 = 8,000. x and z: 1,000 + 20 · 50 + 5 · 900 = 6,500. y and z: 8,000 + 1,000 + 1,000.
      ...{ objective: 6500, bound: 6500, gap: 0, sites: ["x", "z"] },
      assignment: [
        { customer: "a", site: "x", metres: 100, amount: 10 },
        { customer: "b", site: "z", metres: 50, amount: 20 },
        { customer: "c", site: "x", metres: 900, amount: 5 },
      ],
    });
  });

  it("has the shortest farthest walk with exactly so many sites", async () => {
    expect(await sited("--model p-center --p 2")).toEqual({
      ...{ code: 0, status: "optimal", reason: null },
      // x and y: b walks 300. x and z: c walks 900. y and z: a walks 800.
      ...{ objective: 300, bound: 300, gap: 0, sites: ["x", "y"] },
      assignment: [
        { customer: "a", site: "x", metres: 100, amount: 10 },
        { customer: "b", site: "x", metres: 300, amount: 20 },
        { customer: "c", site: "y", metres: 200, amount: 5 },
      ],
    });
  });

  it("takes every node of a graph for a customer and a site, and of two edges the shorter", async () => {
    // a –2– b –3– c –4– d, and e apart.
    const E = "a,b,length\nb,a,2\nb,a,7\nb,c,3\nc,d,4\ne,e,1\n";
    expect(await onGraph("--model p-median --p 2", E.replace("e,e,1\n", ""))).toMatchObject({
      // b and d: 2 + 3. b and c: 2 + 4. a and c: 3 + 4. a and d: 2 + 4.
      ...{ code: 0, status: "optimal", objective: 5, sites: ["b", "d"] },
      assignment: [
        { customer: "a", site: "b", metres: 2, amount: 1 },
        { customer: "b", site: "b", metres: 0, amount: 1 },
        { customer: "c", site: "b", metres: 3, amount: 1 },
        { customer: "d", site: "d", metres: 0, amount: 1 },
      ],
    });
    expect(await onGraph("--model set-cover --limit 4", E)).toMatchObject({
      ...{ status: "optimal", objective: 3, sites: expect.arrayContaining(["e"]) },
    });
    expect(await onGraph("--model cover --p 1 --limit 4", E)).toMatchObject({
      ...{ status: "optimal", objective: 3 },
    });
    expect(await onGraph("--model p-center --p 1 --limit 5", E.replace("e,e,1\n", ""))).toMatchObject({
      ...{ code: 0, status: "optimal", objective: 5 },
    });
    expect((await onGraph("--model p-median --p 1 --limit 4", E.replace("e,e,1\n", ""))).reason).toBe(
      "1 site cannot serve everybody within 4 m. To serve everybody, raise --p to 2, the fewest that can; or raise --limit to 5.",
    );
  });

  it("answers the same of a graph for any order of edges and of their ends", async () => {
    const E = townOf(6).replaceAll(/,(\d)$/gm, ",0.$1");
    const [head, ...edges] = E.split("\n");
    const turned = edges.reverse().map((edge) => edge.replace(/^(.*),(.*),(.*)$/, "$2,$1,$3"));
    const files = (text: string) => ({ "E.csv": text });
    const words = "--graph E.csv --model p-median --p 3";
    expect(await printed(site, words, files([head, ...turned].join("\n")))).toBe(
      await printed(site, words, files(E)),
    );
  });

  it("opens sites that have to be, and never closed ones", async () => {
    const states = "id,state\nx,\ny,OPEN\nz,closed\n";
    expect(await sited("--model p-median --p 2", { S: states })).toMatchObject({
      ...{ objective: 8000, sites: ["x", "y"] },
    });
    expect(await sited("--model cover --p 1 --limit 300", { S: states })).toMatchObject({
      ...{ objective: 5, sites: ["y"] },
    });
  });

  it("says what it knows where work ends, or where the gap is small enough", async () => {
    const E = townOf(12);
    const whole = await onGraph("--model p-median --p 7", E);
    const early = await onGraph("--model p-median --p 7 --work 20000", E);
    const close = await onGraph("--model p-median --p 7 --gap 0.2", E);
    expect(whole).toMatchObject({ status: "optimal", gap: 0 });
    for (const { status, objective, bound, gap } of [early, close]) {
      expect(status).toBe("feasible");
      expect(objective).toBeGreaterThanOrEqual(whole.objective as number);
      expect(bound).toBeLessThanOrEqual(whole.objective as number);
      expect(gap).toBe(((objective as number) - (bound as number)) / (objective as number));
    }
    expect(early.reason).toBe(
      "20000 steps of work ended before it was proved whether this is the best. Give more --work.",
    );
    expect(close.gap).toBeLessThanOrEqual(0.2);
    expect(close.reason).toMatch(/^It is proved to be within the gap that was asked for;/);
  });

  it("says no less of a cover than that no more can be covered", async () => {
    const E = townOf(16);
    const whole = await onGraph("--model cover --p 14 --limit 6", E);
    const early = await onGraph("--model cover --p 14 --limit 6 --work 100000", E);
    const close = await onGraph("--model cover --p 14 --limit 6 --gap 0.02", E);
    expect(whole).toMatchObject({ status: "optimal", gap: 0 });
    for (const { status, objective, bound, gap } of [early, close]) {
      expect(status).toBe("feasible");
      expect(objective).toBeLessThanOrEqual(whole.objective as number);
      expect(bound).toBeGreaterThanOrEqual(whole.objective as number);
      expect(gap).toBe(((bound as number) - (objective as number)) / (objective as number));
      expect(gap).toBeGreaterThan(0);
    }
    expect(close.gap).toBeLessThanOrEqual(0.02);
  });

  it("says that it found nothing, and not that there is nothing, where work ends before that is known", async () => {
    // A circle of 30, each of whom reaches two sites: 15 sites serve all, 14 do not.
    const ids = Array.from({ length: 30 }, (_, at) => at);
    const ring = {
      C: ["id,weight", ...ids.map((at) => `c${at},1`)].join("\n"),
      S: ["id", ...ids.map((at) => `s${at}`)].join("\n"),
      D: [
        "customer,site,metres",
        ...ids.flatMap((at) => [`c${at},s${at},1`, `c${at},s${(at + 1) % 30},1`]),
      ].join("\n"),
    };
    expect(await sited("--model p-median --p 14 --work 1", ring)).toEqual({
      ...{ code: 1, status: "unknown", objective: null, bound: null, gap: null, sites: [], assignment: [] },
      reason:
        "1 steps of work ended before any choice of sites was found that serves everybody, and before it was proved that there is none. Give more --work.",
    });
    expect(await sited("--model p-median --p 14", ring)).toMatchObject({
      ...{ code: 1, status: "infeasible" },
      reason: "14 sites cannot serve everybody. To serve everybody, raise --p to 15, the fewest that can.",
    });
  });

  it("gives sites that serve everybody where work ends before any that are better are looked for", async () => {
    // Most are near the middle, which serves a, b, d and e; but two that leave it closed serve all.
    const reached = { bottom: ["d", "e", "f"], middle: ["a", "b", "d", "e"], top: ["a", "b", "c"] };
    const walks = Object.entries(reached).flatMap(([to, from]) => from.map((each) => `${each},${to},1`));
    const tables = {
      C: "id,weight\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\n",
      S: "id\nbottom\nmiddle\ntop\n",
      D: ["customer,site,metres", ...walks].join("\n"),
    };
    expect(await sited("--model p-median --p 2 --work 90", tables)).toMatchObject({
      ...{ code: 0, status: "feasible", objective: 6, sites: ["bottom", "top"] },
    });
  });

  it.each<readonly [what: string, asked: string, tables: Tables, reason: string]>([
    [
      "customers out of reach",
      "--model set-cover --limit 150",
      {},
      "The customer c reaches no site that may be open within 150 m. Raise --limit to 200, within which each of them reaches one, or give sites that are nearer.",
    ],
    [
      "customers out of reach of what may open",
      "--model p-median --p 1 --limit 250",
      { S: "id,state\nx,closed\ny,free\nz,free\n" },
      "The customer a reaches no site that may be open within 250 m. Raise --limit to 800,",
    ],
    [
      "no way at all",
      "--model p-center --p 1",
      { D: "customer,site,metres\na,x,1\n" },
      "The customers b and c reach no site that may be open. Give the distances that are missing, or sites that can be reached.",
    ],
    [
      "many out of reach",
      "--model p-median --p 1",
      {
        C: `id,weight\n${Array.from({ length: 14 }, (_, at) => `c${at},1\n`).join("")}`,
        D: "customer,site,metres\n",
      },
      "The customers c0, c1, c10, c11, c12, c13, c2, c3, c4, c5 and 4 more reach no site",
    ],
    [
      "more sites than there are",
      "--model p-median --p 4",
      {},
      "--p asks for 4 sites, and 3 may be open. Lower --p to 3,",
    ],
    [
      "more sites than may be open",
      "--model p-center --p 3",
      { S: "id,state\nx,closed\ny,open\nz,free\n", D: `${D}a,z,1\nc,z,1\n` },
      "--p asks for 3 sites, and 2 may be open. Lower --p to 2, or give more sites.",
    ],
    [
      "more open than may be",
      "--model cover --p 1 --limit 100",
      { S: "id,state\nx,open\ny,open\nz,free\n" },
      "2 sites have to be open, and --p lets 1 be. Raise --p to 2, or let some of them be free or closed.",
    ],
    [
      "more spent than may be",
      "--model cover --limit 100 --budget 6.5",
      { S: "id,fixed,state\nx,3,open\ny,4,open\nz,5,free\n" },
      "The sites that have to be open cost 7, and --budget lets 6.5 be spent. Raise --budget to 7, or let some of them be free or closed.",
    ],
    [
      "a share out of reach",
      "--model set-cover --limit 100 --target-share 0.9",
      {},
      "No more than 0.8571 of the weight is with customers that a site can serve within 100 m. Lower --target-share to that,",
    ],
    [
      "too few to serve all",
      "--model p-median --p 1 --limit 400",
      {},
      "1 site cannot serve everybody within 400 m. To serve everybody, raise --p to 2, the fewest that can; or raise --limit to 800.",
    ],
    [
      "too few to serve all, by ways that are missing",
      "--model p-center --p 1",
      { D: D.replace("c,x,900\na,y,800\n", "") },
      "1 site cannot serve everybody. To serve everybody, raise --p to 2, the fewest that can.",
    ],
  ])("says why it cannot be, and what would help: %s", async (_, asked, tables, reason) => {
    const told = await sited(asked, tables);
    expect(told).toMatchObject({
      ...{ code: 1, status: "infeasible", objective: null, bound: null, gap: null },
      ...{ sites: [], assignment: [], reason: expect.stringContaining(reason) },
    });
  });

  it.each<readonly [what: string, tables: Tables, sentence: string]>([
    [
      "no candidate",
      { S: "id\n" },
      "S.csv has no site. Give a row for each place where something may be opened.",
    ],
    [
      "no customer",
      { C: "id,weight\n" },
      "C.csv has no customer. Give a row for each, with its id and its weight.",
    ],
    [
      "a negative weight",
      { C: "id,weight\na,-1\n" },
      "C.csv, row 2, column weight: -1 is below 0. Give a number from 0.",
    ],
    [
      "a missing weight",
      { C: "id,weight\na,\n" },
      "C.csv, row 2, column weight: the cell is empty. Give a number, 0 if",
    ],
    [
      "no column of weights",
      { C: "id\na\n" },
      "C.csv, row 1: there is no column weight. Name the columns id,weight.",
    ],
    ["a negative cost when open", { S: "id,fixed\nx,-2\n" }, "S.csv, row 2, column fixed: -2 is below 0."],
    [
      "a cost when open of some",
      { S: "id,fixed\nx,2\ny,\n" },
      "S.csv, row 3, column fixed: the cell is empty.",
    ],
    ["a negative cost", { S: "id,cost\nx,\ny,-2\n" }, "S.csv, row 3, column cost: -2 is below 0."],
    ["a negative capacity", { S: "id,capacity\nx,-2\n" }, "S.csv, row 2, column capacity: -2 is below 0."],
    ["a negative need", { C: "id,weight,need\na,1,-2\n" }, "C.csv, row 2, column need: -2 is below 0."],
    [
      "another state",
      { S: "id,state\nx,new\n" },
      'S.csv, row 2, column state: "new" is no state. Give free, open or closed.',
    ],
    [
      "an unknown customer",
      { D: "customer,site,metres\nq,x,1\n" },
      'D.csv, row 2, column customer: there is no "q" in C.csv.',
    ],
    [
      "an unknown site",
      { D: "customer,site,metres\na,q,1\n" },
      'D.csv, row 2, column site: there is no "q" in S.csv.',
    ],
    ["a distance twice", { D: `${D}a,x,7\n` }, "D.csv, row 9, column site: a and x are linked in row 2 too."],
    ["NaN", { D: "customer,site,metres\na,x,NaN\n" }, 'D.csv, row 2, column metres: "NaN" is no number.'],
    [
      "negative metres",
      { D: "customer,site,metres\na,x,-1\n" },
      "D.csv, row 2, column metres: -1 is below 0.",
    ],
    ["an id twice", { S: "id\nx\nx\n" }, 'S.csv, row 3, column id: "x" stands in row 2 too.'],
  ])("refuses %s", async (_, tables, sentence) => {
    const refusal = sited("--model p-median --p 1", tables);
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(sentence);
  });

  it.each<readonly [what: string, asked: string, tables: Tables, sentence: string]>([
    [
      "no costs",
      "--budget 9",
      { S: "id\nx\ny\nz\n" },
      "S.csv, row 1: there is no column fixed. Name the columns id,fixed.",
    ],
    [
      "a cost that is missing",
      "--budget 9",
      { S: "id,fixed\nx,3\ny,\nz,1\n" },
      "S.csv, row 3, column fixed: the cell is empty.",
    ],
    [
      "costs of too many digits",
      "--budget 9",
      { S: "id,fixed\nx,0.000000000001\ny,123456\nz,1\n" },
      "S.csv, column fixed: what sites cost has too many digits to be added up exactly.",
    ],
    ["a budget for a graph", "--graph E.csv --budget 9", {}, "--graph tells no costs."],
  ])("refuses of a cover %s", async (_, asked, tables, sentence) => {
    const refusal = sited(`--model cover --limit 300 ${asked}`, tables);
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(sentence);
  });

  it("names all that is wrong, each once", async () => {
    const said: string[] = [];
    const files = {
      "C.csv": "id,weight,need\na,-1,x\na,2,\n",
      "S.csv": "id,fixed,state\nx,,new\n",
      "D.csv": "customer,site,metres\na,x,1\nq,z,2\na,x,\n",
    };
    await expect(printed(site, `${TABLES} --model p-median --p 1`, files, said)).rejects.toThrow(
      "C.csv, row 2, column need",
    );
    expect(said.map((each) => each.split(": ")[0])).toEqual([
      "C.csv, row 2, column weight",
      "C.csv, row 3, column id",
      "S.csv, row 2, column fixed",
      "S.csv, row 2, column state",
      "D.csv, row 3, column customer",
      "D.csv, row 3, column site",
      "D.csv, row 4, column metres",
      "D.csv, row 4, column site",
    ]);
  });

  it.each([
    ["", "--model is missing."],
    ["--model median --p 1", "--model takes one of cover, set-cover, p-median, p-center, capacitated, not"],
    ["--model p-median --p 1 --budget 9", "--budget is for the model cover. Leave it out."],
    [
      "--model cover --limit 1 --budget 0",
      "--budget 0 opens nothing that costs anything. Give what may be spent.",
    ],
    ["--model cover --limit 1 --budget -1", "--budget takes a number of at least 0, not -1."],
    ["--model set-cover --limit 1 --target-share 1.5", "--target-share takes a number from 0 to 1, not 1.5."],
    [
      "--model p-median --p 1 --split",
      "--split is for the model capacitated. Leave it out, or take that model.",
    ],
    [
      "--model p-median --p 1 --target-share 0.9",
      "--target-share is for the models set-cover and capacitated.",
    ],
    [
      "--model p-median --p 1 --walk-cost 2",
      "--walk-cost is for the model capacitated. Leave it out, or take that model.",
    ],
    ["--model p-median", "--p is missing."],
    ["--model p-center --p 0", "--p takes a whole number of at least 1, not 0."],
    ["--model cover --p 1.5 --limit 1", '--p takes a whole number, not "1.5".'],
    ["--model cover --p 1", "--limit is missing."],
    ["--model set-cover", "--limit is missing."],
    [
      "--model set-cover --limit 1 --p 1",
      "--p is not for set-cover, which finds the number of sites itself.",
    ],
    ["--model p-median --p 1 --limit -1", "--limit takes a number of at least 0, not -1."],
    ["--model p-median --p 1 --gap -0.1", "--gap takes a number of at least 0, not -0.1."],
    ["--model p-median --p 1 --work x", '--work takes a whole number, not "x".'],
    [
      "--model p-median --p 1 --graph E.csv",
      "--graph has customers, sites and distances in it. Leave --customers or",
    ],
    ["--model p-median --p 1 more", '"more" belongs to no option.'],
  ])("is wrongly used with %s", async (asked, sentence) => {
    const refusal = printed(site, `${TABLES} ${asked}`.trim(), { "C.csv": C, "S.csv": S, "D.csv": D });
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(sentence);
  });

  it.each([
    ["", "E.csv is empty. Give a header a,b,length and a row for each."],
    ["a,b,length\n", "E.csv has no edge. Give a row for each, with its two nodes and its length."],
    ["a,b,length\nx,,1\n", "E.csv, row 2, column b: the id is empty. Give the node an id."],
    ["a,b,length\nx,y,-1\n", "E.csv, row 2, column length: -1 is below 0."],
    ["a,b,metres\nx,y,1\n", "E.csv, row 1: there is no column length."],
  ])("refuses the graph %j", async (E, sentence) => {
    await expect(onGraph("--model p-median --p 1", E)).rejects.toThrow(new RegExp(`^${sentence}`));
  });
});

const asked = fc.record({
  table: tinySitingTables,
  model: fc.constantFrom("cover", "set-cover", "p-median", "p-center"),
  count: fc.integer({ min: 1, max: 5 }),
  limit: fc.integer({ min: 0, max: 13 }),
  by: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
});

describe("what quan site finds of a few customers and sites", () => {
  it("is the best of all there is, adds up, and serves each at the nearest that is open", async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ table, model, count, limit }) => {
        const told = await sited(wordsOf(model, count, limit), tablesOf(table));
        const best = bestOf(model, withinWalk(table, limit), count);
        if (best === undefined) {
          expect(told).toMatchObject({ code: 1, status: "infeasible", reason: expect.any(String) });
          return;
        }
        expect(told).toMatchObject({
          code: 0,
          status: "optimal",
          bound: told.objective,
          gap: 0,
          reason: null,
        });
        expect(told.objective).toBeCloseTo(best, 8);
        expect(told.assignment).toEqual(nearestOf(withinWalk(table, limit), told.sites));
        const amounts = told.assignment.map(({ amount }) => amount);
        const walks = told.assignment.map(({ metres }) => metres);
        const sites = told.sites.map((id) => Number(id.slice(1)) - 10);
        const added = {
          cover: sum(amounts),
          "set-cover": sum(sites.map((each) => table.fixed?.[each] ?? 1)),
          "p-median": sum(amounts.map((amount, at) => amount * (walks[at] as number))),
          "p-center": Math.max(0, ...walks),
        }[model];
        expect(told.objective).toBe(added);
        if (model === "cover") expect(sites.length).toBeLessThanOrEqual(count);
        if (model !== "cover") expect(amounts.length).toBe(table.weights.length);
        if (model.startsWith("p-")) expect(sites.length).toBe(count);
        expect(sites.every((each) => table.states[each] !== CLOSED)).toBe(true);
      }),
      { seed: 7, numRuns: 4 * RUNS },
    );
  });

  it("covers most for a budget, adds up, and proves it", async () => {
    const budgets = fc.record({ budget: fc.integer({ min: 1, max: 25 }), counts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(asked, budgets, async ({ table, count, limit, by }, { budget, counts }) => {
        fc.pre(table.fixed !== undefined);
        const words = `--model cover --limit ${limit} --budget ${budget / 2}${counts ? ` --p ${count}` : ""}`;
        const halved = { ...table, fixed: table.fixed?.map((cost) => cost / 2) as Float64Array };
        const told = await sited(words, tablesOf(halved));
        const costOf = (sites: readonly number[]) => sum(sites.map((each) => table.fixed?.[each] as number));
        const problem = coverProblem(withinWalk(table, limit), counts ? count : table.states.length);
        const covers = everyOpening(problem)
          .filter(({ sites }) => costOf(sites) <= budget)
          .map(({ cost: left }) => sum([...table.weights]) - left);
        if (covers.length === 0) {
          expect(told).toMatchObject({ code: 1, status: "infeasible", reason: expect.any(String) });
          return;
        }
        const most = Math.max(...covers);
        expect(told).toMatchObject({ code: 0, status: "optimal", objective: most, bound: most, gap: 0 });
        expect(costOf(told.sites.map((id) => Number(id.slice(1)) - 10))).toBeLessThanOrEqual(budget);
        expect(told.assignment).toEqual(nearestOf(withinWalk(table, limit), told.sites));
        expect(sum(told.assignment.map(({ amount }) => amount))).toBe(most);
        const { C, S, D } = tablesOf(halved);
        const turned = { C: shuffled(C, by), S: shuffled(S, by), D: shuffled(D, by) };
        expect(await sited(words, turned)).toEqual(told);
      }),
      { seed: 14, numRuns: 6 * RUNS },
    );
  });

  it("covers a share at least cost, adds up, and proves it", async () => {
    const shares = fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10);
    await fc.assert(
      fc.asyncProperty(asked, shares, async ({ table, limit, by }, share) => {
        const words = `--model set-cover --limit ${limit} --target-share ${share}`;
        const told = await sited(words, tablesOf(table));
        const least = leastOfShare(withinWalk(table, limit), share);
        if (least === Number.POSITIVE_INFINITY) {
          expect(told).toMatchObject({ code: 1, status: "infeasible", reason: expect.any(String) });
          return;
        }
        expect(told).toMatchObject({ code: 0, status: "optimal", objective: least, bound: least, gap: 0 });
        const sites = told.sites.map((id) => Number(id.slice(1)) - 10);
        expect(sum(sites.map((each) => table.fixed?.[each] ?? 1))).toBe(least);
        expect(told.assignment).toEqual(nearestOf(withinWalk(table, limit), told.sites));
        const covered = sum(told.assignment.map(({ amount }) => amount));
        expect(10 * covered).toBeGreaterThanOrEqual(Math.round(10 * share) * sum([...table.weights]));
        const { C, S, D } = tablesOf(table);
        const turned = { C: shuffled(C, by), S: shuffled(S, by), D: shuffled(D, by) };
        expect(await sited(words, turned)).toEqual(told);
      }),
      { seed: 13, numRuns: 4 * RUNS },
    );
  });

  it("is the same for any order of rows and any seed", async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ table, model, count, limit, by }) => {
        const tables = tablesOf(table);
        const shuffledTables = {
          C: shuffled(tables.C, by),
          S: shuffled(tables.S, by),
          D: shuffled(tables.D, by),
        };
        const words = wordsOf(model, count, limit);
        expect(await sited(`${words} --seed 7`, shuffledTables)).toEqual(await sited(words, tables));
      }),
      { seed: 8, numRuns: 2 * RUNS },
    );
  });

  it("gives a limit that helps, and a number that does", async () => {
    let helped = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ({ table, model, count, limit }) => {
        fc.pre(model.startsWith("p-"));
        const { status, reason } = await sited(wordsOf(model, count, limit), tablesOf(table));
        if (status !== "infeasible") return;
        const farther = /raise --limit to ([\d.]+)\.$/.exec(reason ?? "")?.[1];
        const more = /raise --p to (\d+)/.exec(reason ?? "")?.[1];
        if (farther !== undefined) {
          helped++;
          expect(bestOf(model, withinWalk(table, Number(farther)), count)).toBeDefined();
          expect(bestOf(model, withinWalk(table, Number(farther) - 1), count)).toBeUndefined();
        }
        if (more !== undefined) {
          helped++;
          expect(bestOf(model, withinWalk(table, limit), Number(more))).toBeDefined();
          expect(bestOf(model, withinWalk(table, limit), Number(more) - 1)).toBeUndefined();
        }
      }),
      { seed: 9, numRuns: 4 * RUNS },
    );
    expect(helped).toBeGreaterThan(10);
  });
});

/** Streets in a square of so many crossings a side, of 1 to 7 m. */
function townOf(side: number): string {
  const edges = Array.from({ length: side * side }, (_, at) => at).flatMap((at) => [
    ...(at % side === side - 1 ? [] : [`n${at},n${at + 1},${1 + ((at * 7) % 5)}`]),
    ...(at + side >= side * side ? [] : [`n${at},n${at + side},${1 + ((at * 11) % 7)}`]),
  ]);
  return ["a,b,length", ...edges].join("\n");
}

/** `undefined` if nothing can be chosen. */
function bestOf(model: string, table: SitingTable, count: number): number | undefined {
  const least = (cost: number) => (cost === Number.POSITIVE_INFINITY ? undefined : cost);
  if (model === "set-cover") return least(leastCost(wholeCoverProblem(table)));
  if (model === "p-median") return least(leastCost(medianProblem(table, count)));
  if (model === "cover") {
    const cost = least(leastCost(coverProblem(table, count)));
    return cost === undefined ? undefined : sum([...table.weights]) - cost;
  }
  return least(
    Math.min(
      Number.POSITIVE_INFINITY,
      ...everyOpening(medianProblem(table, count))
        .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
        .map(({ sites }) => Math.max(0, ...nearestOf(table, sites.map(siteId)).map(({ metres }) => metres))),
    ),
  );
}

/** Of all openings within whose reach there is the share of the weight; `Infinity` if there is none. */
function leastOfShare(table: SitingTable, share: number): number {
  const all = sum([...table.weights]);
  const costs = everyOpening(coverProblem(table, table.states.length)).flatMap(({ sites, cost: left }) =>
    10 * (all - left) >= Math.round(10 * share) * all
      ? [sum(sites.map((each) => table.fixed?.[each] ?? 1))]
      : [],
  );
  // A share of everything is everybody, whatever they weigh.
  if (share === 1) return leastCost(wholeCoverProblem(table));
  return Math.min(Number.POSITIVE_INFINITY, ...costs);
}

/** By customer, to the nearest of these sites; of those equally near to the first. */
function nearestOf(table: SitingTable, open: readonly string[]) {
  return [...table.weights].flatMap((amount, customer) => {
    const [from, end] = [table.starts[customer] as number, table.starts[customer + 1] as number];
    const ways = [...table.sites.subarray(from, end)]
      .map((each, at) => ({ site: siteId(each), metres: table.metres[from + at] as number }))
      .filter((way) => open.includes(way.site))
      .sort((a, b) => a.metres - b.metres || (a.site < b.site ? -1 : 1));
    return ways[0] === undefined ? [] : [{ customer: `c${customer + 10}`, ...ways[0], amount }];
  });
}

function tablesOf(table: SitingTable): Required<Tables> {
  const rows = [...table.weights.keys()];
  return {
    C: ["id,weight", ...rows.map((row) => `c${row + 10},${table.weights[row]}`), ""].join("\n"),
    S: [
      table.fixed ? "id,state,fixed" : "id,state",
      ...[...table.states].map((state, row) =>
        [siteId(row), ["free", "open", "closed"][state], ...(table.fixed ? [table.fixed[row]] : [])].join(
          ",",
        ),
      ),
      "",
    ].join("\n"),
    D: [
      "customer,site,metres",
      ...rows.flatMap((row) => {
        const [from, end] = [table.starts[row] as number, table.starts[row + 1] as number];
        return [...table.sites.subarray(from, end)].map(
          (each, at) => `c${row + 10},${siteId(each)},${table.metres[from + at]}`,
        );
      }),
      "",
    ].join("\n"),
  };
}

function wordsOf(model: string, count: number, limit: number): string {
  return `--model ${model} --limit ${limit}${model === "set-cover" ? "" : ` --p ${count}`}`;
}

function siteId(row: number): string {
  return `s${row + 10}`;
}

function shuffled(table: string, by: readonly number[]): string {
  const [head = "", ...rows] = table.trimEnd().split("\n");
  const order = rows.map((row, at) => ({ row, by: by[at % by.length] ?? 0 })).sort((a, b) => a.by - b.by);
  return `${[head, ...order.map(({ row }) => row)].join("\n")}\n`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
