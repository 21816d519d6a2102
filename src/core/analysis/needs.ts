import { type Exact, exact, times, toNumber } from "../base/decimal.ts";
import { decidingLine } from "../deficit/deficit.ts";
import type { Project } from "../model/project.ts";
import { type EstateFacts, estateJudge } from "../standards/judge-estate.ts";
import type { Metric } from "../standards/rule.ts";
import type { Parameters } from "./parameters.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** What a zone needs of a metric, unrounded; residents that are not declared at the high end of the pack's band. */
export type Needs = (zone: number, metric: Metric) => Exact | undefined;

/** Worked out for a zone when first asked for. */
export function needsOf(project: Project, packs: ZonePacks, parameters: Parameters): Needs {
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
    const { lines } = judge(atHighEnd(zone, inUse.pack.populationCoefficient.high), {});
    for (const { metric } of inUse.rules.values()) {
      const line = decidingLine(lines, inUse.rules, metric as Metric, parameters.conflict);
      if (line?.required !== undefined) needs.set(metric as Metric, line.required);
    }
    return needs;
  };
  return (zone, metric) => {
    const found = known.get(zone) ?? needsOfZone(zone);
    known.set(zone, found);
    return found.get(metric);
  };
}

function atHighEnd(zone: EstateFacts, perHousehold: number): EstateFacts {
  if (zone.residents !== undefined || zone.households === undefined) return zone;
  return { ...zone, residents: toNumber(times(exact(zone.households), exact(perHousehold))) };
}
