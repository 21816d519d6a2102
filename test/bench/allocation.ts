import {
  type AllocationProblem,
  asNumbers,
  wholeProblem,
} from "../../src/core/allocation/allocation-problem.ts";
import { certificatesOf } from "../../src/core/allocation/certificates.ts";
import { fairAllocation } from "../../src/core/allocation/fair-allocation.ts";
import { flowNetwork } from "../../src/core/allocation/flow-network.ts";
import { largestFlow } from "../../src/core/allocation/largest-flow.ts";
import { compare, plus, ratio, ZERO } from "../../src/core/base/decimal.ts";
import { allocationCity } from "./allocation-city.ts";
import { editRow } from "./allocation-edits.ts";
import { nationRows } from "./allocation-nation.ts";
import { type Bench, type BenchRow, median, ms, mustAgree, took } from "./bench.ts";
import { scipyFlow } from "./scipy-flow.ts";

const ROUNDS = 5;
const CITY = 20_000;

/** Fair shares with their proof, of a city of 20,000 zones × 3,000 facilities, of other sizes and of a nation. */
export const allocation: Bench = {
  name: "allocation",
  run: async () => [
    ...cityRows(),
    editRow(allocationCity(1, CITY)),
    ...growthRows(),
    ...(await nationRows()),
  ],
};

function cityRows(): BenchRow[] {
  const problem = allocationCity(1, CITY);
  const question = askedWhole(problem);
  const whole = {
    starts: problem.starts,
    facilities: problem.facilities,
    wants: Int32Array.from(question.wants),
    holds: Int32Array.from(question.holds),
  };
  const flow = () => largestFlow({ ...question, network: networkOf(problem) });
  const served = sumOf(flow().amounts);
  const { allocation, certificates } = provedShares(problem);
  const short = certificates.filter(({ maximal }) => maximal);
  const missing = ratio(BigInt(sumOf(question.wants) - served), question.scale);
  mustAgree(compare(short.map((each) => each.missing).reduce(plus, ZERO), missing) === 0, "what is missing");
  const peer = scipyFlow(whole, 1);
  mustAgree(peer === undefined || peer.flow === served, "the flow of scipy");

  const times: Record<"flow" | "shares" | "proved" | "scipy", number[]> = {
    flow: [],
    shares: [],
    proved: [],
    scipy: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    times.flow.push(leastOf(3, flow));
    times.shares.push(leastOf(3, () => fairAllocation(problem)));
    times.proved.push(leastOf(3, () => provedShares(problem)));
    if (peer !== undefined) times.scipy.push(scipyFlow(whole, 3)?.time ?? Number.NaN);
  }
  const time = {
    flow: median(times.flow),
    shares: median(times.shares),
    proved: median(times.proved),
    scipy: median(times.scipy),
  };
  const size = `${count(CITY)} zones × ${count(problem.capacities.length)} facilities, ${count(problem.facilities.length)} links; ${count(short.reduce((sum, { zones }) => sum + zones.length, 0))} zones short in ${short.length} pieces, ${allocation.levels.length} levels, ${certificates.length} certificates`;
  const row = (
    what: string,
    ours: number,
    peer: string,
    ratio: number,
    goal: string,
    note = "",
  ): BenchRow => ({
    what: `city: ${what}`,
    ours: ms(ours),
    peer,
    ratio,
    goal,
    note,
  });
  const flows = (all: number) => `${(all / time.flow).toFixed(1)} of our own flows`;
  return [
    ...(peer === undefined
      ? []
      : [
          row(
            "one max flow",
            time.flow,
            `${ms(time.scipy)} (scipy maximum_flow)`,
            time.scipy / time.flow,
            "1",
            size,
          ),
          row(
            "fair shares with certificates, against one max flow of scipy",
            time.proved,
            `${ms(time.scipy)} (scipy maximum_flow)`,
            time.scipy / time.proved,
            "0.2, asked 0.1",
            `the time of ${(time.proved / time.scipy).toFixed(1)} such flows, of ${flows(time.proved)}`,
          ),
        ]),
    row(
      "fair shares with certificates, against one max flow of ours",
      time.proved,
      `${ms(time.flow)} (one max flow)`,
      time.flow / time.proved,
      "0.2, asked 0.1",
      `shares with amounts alone ${ms(time.shares)}, ${flows(time.shares)}`,
    ),
  ];
}

/** Time against n: near linear if the time per link stays where it is. */
function growthRows(): BenchRow[] {
  return [1_250, 5_000, 20_000, 80_000].map((zones) => {
    const problem = allocationCity(2, zones);
    const time = Math.min(...[1, 2, 3].map(() => worked(() => provedShares(problem))));
    const links = problem.facilities.length;
    return {
      what: `growth of fair shares with certificates: ${count(zones)} zones × ${count(problem.capacities.length)} facilities, ${count(links)} links`,
      ours: ms(time),
      peer: "none",
      ratio: Number.NaN,
      goal: "near linear",
      note: `${((time / links) * 1000).toFixed(2)} µs per link, of the processor`,
    };
  });
}

function provedShares(problem: AllocationProblem) {
  const allocation = fairAllocation(problem);
  return { allocation, certificates: certificatesOf(problem, allocation) };
}

function networkOf({ starts, facilities, capacities }: AllocationProblem) {
  return flowNetwork(starts, facilities, capacities.length);
}

function askedWhole(problem: AllocationProblem) {
  const { needs, capacities, scale } = wholeProblem(problem);
  const [wants, holds] = [asNumbers(needs), asNumbers(capacities)];
  if (wants === undefined || holds === undefined) throw new Error("the city does not fit numbers");
  return { wants, holds, scale };
}

function sumOf(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function leastOf(rounds: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: rounds }, () => took(work)));
}

/** Milliseconds of the processor, which others on the machine do not lengthen as they do the clock's. */
function worked(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function count(of: number): string {
  return of.toLocaleString("en");
}
