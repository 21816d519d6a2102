import type { CapacitatedProblem } from "../../src/core/siting/capacitated/capacitated-problem.ts";
import { type LocationProblem, OPEN } from "../../src/core/siting/location-problem.ts";
import type { SitingTable } from "../../src/core/siting/siting-table.ts";

/**
 * A problem as a mixed-integer programme in the format LP, which HiGHS, CBC and GLPK read: y by site, x by link, u by customer who
 * may be left unserved. Where no link costs anything a customer is one row, that a site of its own is open or it is not served.
 */
export function programmeOf(problem: LocationProblem | CapacitatedProblem): string {
  const { fixed, states, starts, sites, costs, least, most } = problem;
  const unserved = "unserved" in problem ? problem.unserved : undefined;
  const held = "capacities" in problem ? problem : undefined;
  const isCover = held === undefined && costs.every((cost) => cost === 0);
  const objective: string[] = [];
  const rows: string[] = [];
  const term = (amount: number, name: string) => {
    if (amount !== 0) objective.push(`+ ${amount} ${name}`);
  };
  for (const [site, cost] of fixed.entries()) term(cost, `y${site}`);
  const loads = Array.from(fixed, (): string[] => []);
  const parts: string[] = [];
  const whole = Array.from(fixed, (_, site) => `y${site}`);
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const none = unserved?.[customer] ?? Number.POSITIVE_INFINITY;
    const ways: string[] = [];
    if (none < Number.POSITIVE_INFINITY) {
      ways.push(`u${customer}`);
      parts.push(`u${customer}`);
      term(none, `u${customer}`);
    }
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++) {
      const site = sites[link] as number;
      if (isCover) {
        ways.push(`y${site}`);
        continue;
      }
      ways.push(`x${link}`);
      (held && !held.isSplit ? whole : parts).push(`x${link}`);
      term(costs[link] as number, `x${link}`);
      rows.push(`x${link} - y${site} <= 0`);
      // As a part of what the site holds: whole amounts may be too large for a solver's tolerances.
      const size = (held?.sizes[link] ?? 0) / Math.max(1, held?.capacities[site] ?? 1);
      if (size !== 0) loads[site]?.push(`+ ${size} x${link}`);
    }
    rows.push(`${ways.join(" + ")} ${isCover ? ">= 1" : "= 1"}`);
  }
  for (const [site, load] of loads.entries())
    if (load.length > 0)
      rows.push(`${load.join("\n ")} - ${held?.capacities[site] === 0 ? 0 : 1} y${site} <= 0`);
  const open = Array.from(fixed, (_, site) => `y${site}`).join(" + ");
  rows.push(`${open} >= ${least}`, `${open} <= ${most}`);
  const bounds = [
    ...parts.map((name) => `0 <= ${name} <= 1`),
    ...Array.from(states, (state, site) => (state === OPEN ? `y${site} = 1` : "")).filter(Boolean),
  ];
  return textOf(objective, rows, bounds, whole);
}

/** Just so many sites with the farthest walk, r, as short as can be. */
export function centreProgramme({ states, starts, sites, metres }: SitingTable, count: number): string {
  const rows: string[] = [];
  const parts: string[] = [];
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const links = Array.from(
      { length: (starts[customer + 1] as number) - (starts[customer] as number) },
      (_, at) => (starts[customer] as number) + at,
    );
    rows.push(`${links.map((link) => `x${link}`).join(" + ")} = 1`);
    rows.push(`${links.map((link) => `+ ${metres[link]} x${link}`).join("\n ")} - r <= 0`);
    for (const link of links) {
      rows.push(`x${link} - y${sites[link]} <= 0`);
      parts.push(`0 <= x${link} <= 1`);
    }
  }
  const open = Array.from(states, (_, site) => `y${site}`);
  rows.push(`${open.join(" + ")} = ${count}`);
  return textOf(["r"], rows, parts, open);
}

/** Rows by their numbers. */
export function textOf(
  objective: readonly string[],
  rows: readonly string[],
  bounds: readonly string[],
  whole: readonly string[],
): string {
  return [
    ...["Minimize", ` obj: ${objective.join("\n ")}`, "Subject To"],
    ...rows.map((row, at) => ` r${at}: ${row.replaceAll(" + ", "\n + ")}`),
    ...["Bounds", ...bounds.map((bound) => ` ${bound}`)],
    ...["Binary", ...whole.map((name) => ` ${name}`), "End", ""],
  ].join("\n");
}
