import type { AllocationProblem } from "../../core/allocation/allocation-problem.ts";
import type { ProvedAllocation } from "../../core/allocation/proved-allocation.ts";
import { readAllocation } from "../../io/allocation/read-allocation.ts";
import { allocationBlocks } from "../../io/allocation/write-allocation.ts";
import { allocateInThreads, ThreadLost } from "../../platform/node/allocation-threads.ts";
import { nothingElse } from "../arguments.ts";
import { type Command, UsageError } from "../command.ts";
import { readingTables } from "../reading-tables.ts";

export const allocate: Command = {
  name: "allocate",
  summary: "shares rooms or slots fairly among zones, and proves what is missing",
  usage: "--demand D.csv --supply S.csv --links L.csv [--threads N]",
  options: {
    demand: { takes: "text", what: "zones id,need" },
    supply: { takes: "text", what: "facilities id,capacity, in the unit of the needs" },
    links: { takes: "text", what: "who reaches whom: demand,supply and, to walk least, metres" },
    threads: {
      takes: "text",
      what: "threads for parts that share nothing; the answer is the same for any number",
    },
  },
  async run(args, host) {
    nothingElse(args, allocate);
    const given = (name: string) => {
      const path = args.required(name);
      return async () => ({ path, bytes: await host.read(path) });
    };
    const [demand, supply, links] = [given("demand"), given("supply"), given("links")];
    const threads = args.number("threads", { min: 1, max: 64, whole: true }) ?? 1;
    const tables = [await demand(), await supply(), await links()] as const;
    const named = readingTables(() => readAllocation(...tables));
    const { allocation, certificates } = await allocated(named.problem, threads);
    for (const block of allocationBlocks(named, allocation, certificates)) await host.print(block);
    return 0;
  },
};

async function allocated(problem: AllocationProblem, threads: number): Promise<ProvedAllocation> {
  try {
    return await allocateInThreads(problem, threads);
  } catch (error) {
    if (error instanceof ThreadLost)
      throw new UsageError(`${error.message}. Run it again with --threads 1, which needs less memory.`);
    throw error;
  }
}
