import { isDeepStrictEqual } from "node:util";
import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { componentsOf } from "../../src/core/allocation/components.ts";
import { type ProvedAllocation, provedAllocation } from "../../src/core/allocation/proved-allocation.ts";
import { allocateInThreads } from "../../src/platform/node/allocation-threads.ts";
import { allocationCity } from "./allocation-city.ts";
import { type BenchRow, median, ms, mustAgree } from "./bench.ts";

const [CITY, THREADS, ROUNDS] = [20_000, 2, 3];

/**
 * Ever more cities as one problem: components one after another, against in threads. Both by the clock and in turn, since
 * threads are there to shorten what the clock tells.
 */
export async function nationRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const cities of [1, 10, 50]) rows.push(await nationRow(cities));
  return rows;
}

async function nationRow(cities: number): Promise<BenchRow> {
  const problem = manyCities(cities);
  const links = problem.facilities.length;
  const times = { one: [] as number[], threads: [] as number[] };
  let alone: ProvedAllocation | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    let begun = performance.now();
    alone = provedAllocation(problem);
    times.one.push(performance.now() - begun);
    begun = performance.now();
    const together = await allocateInThreads(problem, THREADS);
    times.threads.push(performance.now() - begun);
    mustAgree(isDeepStrictEqual(together, alone), `${cities} cities in one thread and in ${THREADS}`);
  }
  const { links: byComponent, lot } = componentsOf(problem);
  const most = byComponent.reduce(
    (largest, of, at) => (of > (byComponent[largest] as number) ? at : largest),
    0,
  );
  const largest = lot(most);
  const [one, threads] = [median(times.one), median(times.threads)];
  const share = (100 * (byComponent[most] as number)) / links;
  return {
    what: `nation: ${count(problem.needs.length)} zones in ${cities} ${cities === 1 ? "city" : "cities"}, ${count(links)} links, fair shares with certificates, in ${THREADS} threads`,
    ours: ms(threads),
    peer: `${ms(one)} (one thread)`,
    ratio: one / threads,
    goal: "reported",
    note: `equal to the last bit; ${count(byComponent.length)} components; the largest has ${count(largest.zones.length)} zones × ${count(largest.facilities.length)} facilities and ${share.toFixed(1)} % of the links, and nothing is parallel within it; one thread takes ${((1000 * one) / links).toFixed(2)} µs per link, ${THREADS} take ${((1000 * threads) / links).toFixed(2)}`,
  };
}

/** Without metres: least walks are a measurement of their own. */
function manyCities(cities: number): AllocationProblem {
  const all = Array.from({ length: cities }, (_, at) => allocationCity(at + 1, CITY));
  const links = all.reduce((sum, { facilities }) => sum + facilities.length, 0);
  const needs = all.flatMap((city) => city.needs);
  const starts = new Uint32Array(needs.length + 1);
  const facilities = new Uint32Array(links);
  let [zone, facility, link] = [0, 0, 0];
  for (const city of all) {
    starts.set(
      city.starts.map((start) => link + start),
      zone,
    );
    facilities.set(
      city.facilities.map((row) => facility + row),
      link,
    );
    zone += city.needs.length;
    facility += city.capacities.length;
    link += city.facilities.length;
  }
  return { needs, capacities: all.flatMap((city) => city.capacities), starts, facilities };
}

function count(of: number): string {
  return of.toLocaleString("en");
}
