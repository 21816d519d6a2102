import { compare, type Exact, exact, times, toNumber } from "../base/decimal.ts";
import { decidingLine } from "../deficit/deficit.ts";
import type { Project } from "../model/project.ts";
import { type EstateFacts, estateJudge, isOfSingleRooms } from "../standards/judge-estate.ts";
import type { Line } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { Parameters } from "./parameters.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** What a zone needs of a metric, unrounded; residents that are not declared at one end of the pack's band. */
export type Needs = (zone: number, metric: Metric) => Exact | undefined;

/**
 * Worked out for a zone when first asked for. An existing zone needs what its deciding line asks for. What is built in
 * another is judged by each of its lines alone, so that it needs the most that any of them asks for, and nobody knows
 * how much where one is on single rooms.
 */
export function needsOf(
  project: Project,
  packs: ZonePacks,
  parameters: Parameters,
  end: "low" | "high",
): Needs {
  const judges = packs.packs.map(({ pack }) =>
    estateJudge(pack, {
      conflict: parameters.conflict,
      ...(parameters.year !== undefined && { year: parameters.year }),
    }),
  );
  const known = new Map<number, ReadonlyMap<Metric, Exact>>();
  const needsOfZone = (row: number): ReadonlyMap<Metric, Exact> => {
    const needs = new Map<Metric, Exact>();
    const zone = project.zones[row];
    const inUse = packs.packs[packs.of[row] as number];
    const judge = judges[packs.of[row] as number];
    if (zone === undefined || inUse === undefined || judge === undefined) return needs;
    const { lines } = judge(atEnd(zone, inUse.pack.populationCoefficient[end]), {});
    for (const metric of new Set(Array.from(inUse.rules.values(), (rule) => rule.metric as Metric))) {
      const required =
        zone.status === "existing"
          ? decidingLine(lines, inUse.rules, metric, parameters.conflict)?.required
          : mostRequired(lines, inUse.rules, metric);
      if (required !== undefined) needs.set(metric, required);
    }
    return needs;
  };
  return (zone, metric) => {
    const found = known.get(zone) ?? needsOfZone(zone);
    known.set(zone, found);
    return found.get(metric);
  };
}

function mostRequired(
  lines: readonly Line[],
  rules: ReadonlyMap<string, Rule>,
  metric: Metric,
): Exact | undefined {
  let most: Exact | undefined;
  for (const { rule: id, required, threshold } of lines) {
    const rule = rules.get(id);
    if (rule?.metric !== metric || (threshold === undefined && required === undefined)) continue;
    if (required === undefined || isOfSingleRooms(rule)) return undefined;
    if (most === undefined || compare(required, most) > 0) most = required;
  }
  return most;
}

function atEnd(zone: EstateFacts, perHousehold: number): EstateFacts {
  if (zone.residents !== undefined || zone.households === undefined) return zone;
  return { ...zone, residents: toNumber(times(exact(zone.households), exact(perHousehold))) };
}
