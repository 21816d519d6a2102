import type { Hindrance, SitingAnswer, SitingQuestion } from "../../core/siting/siting-answer.ts";

interface Told {
  readonly question: SitingQuestion;
  /** Metres beyond which nobody is served; `Infinity` if there is none. */
  readonly limit: number;
  /** As was asked for. */
  readonly gap: number;
  readonly work: number;
  readonly customers: readonly string[];
}

/** Why an answer is no better: what stands in the way and the cheapest ways out; `null` where it is the best there is. */
export function reasonOf(answer: SitingAnswer, told: Told): string | null {
  const count = "count" in told.question ? told.question.count : 0;
  if (answer.status === "optimal") return null;
  if (answer.status === "infeasible") return hindered(answer.why, count, told);
  if (answer.status === "unknown")
    return `${told.work} steps of work ended before any choice of sites was found that serves everybody, and before it was proved that there is none. Give more --work.`;
  if (answer.gap <= told.gap)
    return "It is proved to be within the gap that was asked for; whether it is the best was not looked into.";
  return `${told.work} steps of work ended before it was proved whether this is the best. Give more --work.`;
}

function hindered(why: Hindrance, count: number, { limit, customers }: Told): string {
  const within = limit === Number.POSITIVE_INFINITY ? "" : ` within ${limit} m`;
  switch (why.is) {
    case "out-of-reach": {
      const lost = why.customers.map((customer) => customers[customer] as string);
      return `${some(lost)} no site that may be open${within}. ${reaching(why.within)}`;
    }
    case "too-many-open":
      return `${why.open} sites have to be open, and --p lets ${count} be. Raise --p to ${why.open}, or let some of them be free or closed.`;
    case "too-few-sites":
      return `--p asks for ${count} sites, and ${why.mayOpen} may be open. Lower --p to ${why.mayOpen}, or give more sites.`;
    case "too-few-to-serve": {
      const enough = why.can === why.atLeast ? "the fewest that can" : "which is enough";
      const ways = [
        ...(why.can < Number.POSITIVE_INFINITY ? [`raise --p to ${why.can}, ${enough}`] : []),
        ...(why.within === undefined ? [] : [`raise --limit to ${why.within}`]),
      ];
      const way = ways.length === 0 ? `raise --p to ${why.atLeast} or more` : ways.join("; or ");
      return `${count === 1 ? "1 site" : `${count} sites`} cannot serve everybody${within}. To serve everybody, ${way}.`;
    }
  }
}

/** `a, b and 3 more customers reach`: the first ten. */
function some(ids: readonly string[]): string {
  if (ids.length === 1) return `The customer ${ids[0]} reaches`;
  const more = ids.length - MOST_NAMED;
  const [first, last] =
    more > 0 ? [ids.slice(0, MOST_NAMED), `${more} more`] : [ids.slice(0, -1), ids.at(-1)];
  return `The customers ${first.join(", ")} and ${last} reach`;
}

function reaching(within: number | undefined): string {
  if (within === undefined) return "Raise --limit, or give sites that are nearer.";
  if (within < Number.POSITIVE_INFINITY)
    return `Raise --limit to ${within}, within which each of them reaches one, or give sites that are nearer.`;
  return "Give the distances that are missing, or sites that can be reached.";
}

const MOST_NAMED = 10;
