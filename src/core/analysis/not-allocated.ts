import { type Issue, issue } from "../base/issue.ts";
import { assumedUsers } from "./assumed-by.ts";
import type { MetricLedgers } from "./judge-zones.ts";
import { type Allocated, type LeftOut, leftOutOf } from "./left-out.ts";
import { NO_PACK } from "./zone-packs.ts";

/**
 * That existing zones take no part in sharing rooms out, since their people or place is not known, and how many others
 * have a pass that assumes that they use none; nothing if all take part. Cost: links of those left out, and one look at
 * every row of the ledgers.
 */
export function notAllocated(analysis: Allocated): Issue | undefined {
  const left = new Set<number>();
  const assuming = new Set<number>();
  for (const ledgers of analysis.supply.value.ledgers) {
    const leftOut = leftOutOf(analysis, ledgers);
    for (const zone of leftOut?.zones ?? []) left.add(zone);
    if (leftOut) addAssuming(assuming, analysis, ledgers, leftOut);
  }
  if (left.size === 0) return undefined;
  const first = [...left].sort((a, b) => a - b).slice(0, MOST_NAMED);
  const named = first.flatMap((row) => analysis.project.zones[row] ?? []);
  return issue("analysis.zones-not-allocated", "note", {
    count: left.size,
    named: named.map(({ id, name }) => name ?? id),
    passes: assuming.size,
  });
}

const MOST_NAMED = 10;

function addAssuming(
  found: Set<number>,
  analysis: Allocated,
  ledgers: MetricLedgers,
  leftOut: LeftOut,
): void {
  const { of, packs } = analysis.packs.value;
  const { byZone } = analysis.supply.value.ties;
  const { zones, facilities } = ledgers.ledger;
  const wanted = new Uint8Array(analysis.project.facilities.length).fill(leftOut.placeless > 0 ? 1 : 0);
  for (const facility of leftOut.reaching.keys()) wanted[facility] = 1;
  const given = new Set<number>();
  for (let row = 0; row < zones.length; row++) {
    const [zone, facility] = [zones[row] as number, facilities[row] as number];
    if (wanted[facility] === 1 && !byZone[zone]?.includes(facility)) given.add(zone);
  }
  for (const zone of given) {
    const rules = packs[of[zone] ?? NO_PACK]?.rules;
    const assumes = analysis.judgements.value[zone]?.lines.some(
      (line) =>
        rules?.get(line.rule)?.metric === ledgers.metric &&
        assumedUsers(line, zone, leftOut, ledgers, analysis) !== undefined,
    );
    if (assumes) found.add(zone);
  }
}
