import { certificatesOf } from "../../core/allocation/certificates.ts";
import { fairAllocation } from "../../core/allocation/fair-allocation.ts";
import { leastWalk } from "../../core/allocation/least-walk.ts";
import { readAllocation } from "../../io/allocation/read-allocation.ts";
import { UnreadableTable } from "../../io/allocation/table-rows.ts";
import { allocationBlocks } from "../../io/allocation/write-allocation.ts";
import { nothingElse } from "../arguments.ts";
import { type Command, UsageError } from "../command.ts";

export const allocate: Command = {
  name: "allocate",
  summary: "shares rooms or slots fairly among zones, and proves what is missing",
  usage: "--demand D.csv --supply S.csv --links L.csv",
  options: {
    demand: { takes: "text", what: "zones id,need" },
    supply: { takes: "text", what: "facilities id,capacity, in the unit of the needs" },
    links: { takes: "text", what: "who reaches whom: demand,supply and, to walk least, metres" },
  },
  async run(args, host) {
    nothingElse(args, allocate);
    const given = (name: string) => {
      const path = args.required(name);
      return async () => ({ path, bytes: await host.read(path) });
    };
    const [demand, supply, links] = [given("demand"), given("supply"), given("links")];
    const tables = [await demand(), await supply(), await links()] as const;
    const named = reading(() => readAllocation(...tables));
    const allocation = leastWalk(named.problem, fairAllocation(named.problem));
    const certificates = certificatesOf(named.problem, allocation);
    for (const block of allocationBlocks(named, allocation, certificates)) await host.print(block);
    return 0;
  },
};

function reading<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableTable) throw new UsageError(error.message);
    throw error;
  }
}
