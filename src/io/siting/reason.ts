import type { CapacitatedQuestion } from "../../core/siting/capacitated/capacitated-model.ts";
import type { Hindrance, SitingAnswer, SitingQuestion } from "../../core/siting/siting-answer.ts";
import { lackOfRoom } from "./lack-of-room.ts";
import { someNamed } from "./some-named.ts";

interface Told {
  readonly question: SitingQuestion | CapacitatedQuestion;
  /** Metres beyond which nobody is served; `Infinity` if there is none. */
  readonly limit: number;
  /** As was asked for. */
  readonly gap: number;
  readonly work: number;
  readonly customers: readonly string[];
  /** Of a project, whose customers are zones: how many sites are open that --p does not count. */
  readonly openAlready?: number;
}

/** Why an answer is no better: what stands in the way and the cheapest ways out; `null` where it is the best there is. */
export function reasonOf(answer: SitingAnswer, told: Told): string | null {
  if (answer.status === "optimal") return null;
  if (answer.status === "infeasible") return hindered(answer.why, told);
  if (answer.status === "unknown")
    return `${told.work} steps of work ended before any choice of sites was found that serves ${isShare(told.question) ? "so many" : "everybody"}, and before it was proved that there is none. Give more --work.`;
  if (answer.gap <= told.gap)
    return "It is proved to be within the gap that was asked for; whether it is the best was not looked into.";
  if (answer.gap <= OF_AMOUNTS)
    return "It is the best but for the rounding of the amounts that customers are served, or within as little of it.";
  return `${told.work} steps of work ended before it was proved whether this is the best. Give more --work.`;
}

/** Parts of the objective that rounding of amounts to millionths can make. */
const OF_AMOUNTS = 1e-6;

function hindered(why: Hindrance, { question, limit, customers, openAlready }: Told): string {
  const [noun, open] =
    openAlready === undefined ? (["customer", 0] as const) : (["zone", openAlready] as const);
  // Walks of a project are measured, not given: the next whole metre is enough.
  const metres = (exact: number) => (openAlready === undefined ? exact : Math.ceil(exact));
  const count = (question.count ?? 0) - open;
  const within = limit === Number.POSITIVE_INFINITY ? "" : ` within ${limit} m`;
  switch (why.is) {
    case "out-of-reach": {
      const lost = why.customers.map((customer) => customers[customer] as string);
      return `${someNamed(noun, lost)} ${lost.length === 1 ? "reaches" : "reach"} no site that may be open${within}. ${reaching(why.within && metres(why.within))}`;
    }
    case "no-second-site": {
      const alone = why.customers.map((customer) => customers[customer] as string);
      return `${someNamed(noun, alone)} ${alone.length === 1 ? "reaches" : "reach"} no second site that may be open${within}. ${reaching(why.within && metres(why.within))}`;
    }
    case "too-many-open":
      return `${why.open - open} sites have to be open, and --p lets ${count} be. Raise --p to ${why.open - open}, or let some of them be free or closed.`;
    case "over-budget":
      return `The sites that have to be open cost ${why.spent}, and --budget lets ${"budget" in question ? question.budget : 0} be spent. Raise --budget to ${why.spent}, or let some of them be free or closed.`;
    case "too-few-sites":
      return `--p asks for ${count} sites, and ${why.mayOpen - open} may be open. Lower --p to ${why.mayOpen - open}, or give more sites.`;
    case "too-few-to-serve": {
      const enough = why.can === why.atLeast ? "the fewest that can" : "which is enough";
      const ways = [
        ...(why.can < Number.POSITIVE_INFINITY ? [`raise --p to ${why.can - open}, ${enough}`] : []),
        ...(why.within === undefined ? [] : [`raise --limit to ${metres(why.within)}`]),
      ];
      const way = ways.length === 0 ? `raise --p to ${why.atLeast - open} or more` : ways.join("; or ");
      return `${count === 1 ? "1 site" : `${count} sites`} cannot serve everybody${within}. To serve everybody, ${way}.`;
    }
    default:
      return lackOfRoom(why, {
        ...{ customers, within, count: question.count },
        ...(question.model === "capacitated" ? question : { isSplit: false, share: 1 }),
      });
  }
}

function isShare(question: Told["question"]): boolean {
  return "share" in question && question.share !== undefined && question.share < 1;
}

function reaching(within: number | undefined): string {
  if (within === undefined) return "Raise --limit, or give sites that are nearer.";
  if (within < Number.POSITIVE_INFINITY)
    return `Raise --limit to ${within}, within which each of them reaches one, or give sites that are nearer.`;
  return "Give the distances that are missing, or sites that can be reached.";
}
