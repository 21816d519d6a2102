import { customerOfLinks } from "../../core/siting/location-problem.ts";
import type { SitingAnswer } from "../../core/siting/siting-answer.ts";
import { listedBlocks } from "../export/json-array.ts";
import type { NamedSiting } from "./read-siting.ts";

/**
 * The JSON of an answer, in pieces: one row of the assignment to a line, sorted by customer. `besides`: members that it has
 * after the sites.
 */
export function sitingBlocks(
  { table, ...named }: NamedSiting,
  answer: SitingAnswer,
  reason: string | null,
  besides: Readonly<Record<string, unknown>> = {},
): Generator<string> {
  const isFound = answer.status === "optimal" || answer.status === "feasible";
  const { objective, bound, gap } = isFound ? answer : { objective: null, bound: null, gap: null };
  const sites = isFound ? Array.from(answer.sites, (site) => named.sites[site]) : [];
  const head = JSON.stringify(
    { status: answer.status, objective, bound, gap, sites, ...besides },
    null,
    0,
  ).slice(0, -1);
  const rows = function* () {
    if (!isFound) return;
    const customers = customerOfLinks(table);
    for (const [at, link] of answer.links.entries()) {
      const [customer, site] = [customers[link] as number, table.sites[link] as number];
      yield JSON.stringify({
        ...{ customer: named.customers[customer], site: named.sites[site] },
        ...{ metres: table.metres[link], amount: answer.amounts[at] },
      });
    }
  };
  return listedBlocks(`${head},\n"assignment":[`, rows(), `],\n"reason":${JSON.stringify(reason)}}\n`);
}
