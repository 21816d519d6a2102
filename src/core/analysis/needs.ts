import { compare, type Exact, exact, times, toNumber } from "../base/decimal.ts";
import { NO_ROW, type RowMap } from "../base/row-map.ts";
import { decidingLine } from "../deficit/deficit.ts";
import type { Project } from "../model/project.ts";
import { type EstateFacts, estateJudge, isOfSingleRooms } from "../standards/judge-estate.ts";
import type { Line } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { Parameters } from "./parameters.ts";
import type { ZonePacks } from "./zone-packs.ts";

/**
 * What zones need, unrounded; residents that are not declared at either end of the pack's band. Worked out for a zone when
 * first asked for.
 */
export interface Needs {
  readonly high: NeedsAt;
  readonly low: NeedsAt;
}

export interface NeedsAt {
  readonly of: (zone: number, metric: Metric) => Exact | undefined;
  /** By zone row: what was asked for. */
  readonly known: readonly (NeedsOfZone | undefined)[];
}

type NeedsOfZone = ReadonlyMap<Metric, Exact>;

/** Needs under the same packs and choices, before rows changed. */
export interface EarlierNeeds {
  readonly needs: Needs;
  readonly packs: ZonePacks;
  readonly zones: RowMap;
}

export function needsOf(
  project: Project,
  packs: ZonePacks,
  parameters: Parameters,
  earlier?: EarlierNeeds,
): Needs {
  return {
    high: needsAt("high", project, packs, parameters, earlier),
    low: needsAt("low", project, packs, parameters, earlier),
  };
}

/**
 * An existing zone needs what its deciding line asks for. What is built in another is judged by each of its lines alone,
 * so that it needs the most that any of them asks for, and nobody knows how much where one is on single rooms.
 */
function needsAt(
  end: "low" | "high",
  project: Project,
  packs: ZonePacks,
  parameters: Parameters,
  earlier: EarlierNeeds | undefined,
): NeedsAt {
  const judges = packs.packs.map(({ pack }) =>
    estateJudge(pack, {
      conflict: parameters.conflict,
      ...(parameters.year !== undefined && { year: parameters.year }),
    }),
  );
  const known = project.zones.map((_, row) => earlier && kept(row, earlier, end, packs));
  const needsOfZone = (row: number): NeedsOfZone => {
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
  return {
    known,
    of: (zone, metric) => {
      const found = known[zone] ?? needsOfZone(zone);
      known[zone] = found;
      return found.get(metric);
    },
  };
}

/** What was known of a zone that is as it was, and judged by the pack that it was judged by. */
function kept(
  row: number,
  { needs, packs: old, zones }: EarlierNeeds,
  end: "low" | "high",
  packs: ZonePacks,
): NeedsOfZone | undefined {
  const was = zones.before[row] as number;
  if (was === NO_ROW || zones.changed[row] === 1) return undefined;
  const isSame = packs.packs[packs.of[row] as number]?.pack === old.packs[old.of[was] as number]?.pack;
  return isSame ? needs[end].known[was] : undefined;
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
