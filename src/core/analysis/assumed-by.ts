import { toNumber } from "../base/decimal.ts";
import type { Line } from "../standards/judgement.ts";
import { isPass } from "../standards/verdict.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import type { LineEvidence } from "./evidence.ts";
import type { MetricLedgers } from "./judge-zones.ts";
import { type Allocated, type LeftOut, rememberedLeftOut } from "./left-out.ts";

/** What the pass of a zone's line assumes of those left out; nothing where it is none, or rests on own rooms. */
export function assumedBy(
  analysis: Allocated,
  zone: number,
  metric: string | undefined,
  line: Line,
): LineEvidence["assumes"] {
  const ledgers = analysis.supply.value.ledgers.find((each) => each.metric === metric);
  const leftOut = ledgers && rememberedLeftOut(analysis, ledgers);
  if (leftOut === undefined || leftOut.zones.length === 0) return undefined;
  const users = assumedUsers(line, zone, leftOut, ledgers as MetricLedgers, analysis);
  if (users === undefined) return undefined;
  const rows = [...users].sort((a, b) => a - b);
  const zones = rows.slice(0, MOST_ASSUMED).flatMap((row) => analysis.project.zones[row] ?? []);
  return {
    zones: zones.map(({ id, name }) => ({ zone: id, ...(name !== undefined && { name }) })),
    more: rows.length - zones.length,
    placeless: leftOut.placeless,
  };
}

const MOST_ASSUMED = 3;

/**
 * Rows of those left out that reach rooms outside which a pass counts on; `undefined` where it counts on none, or nobody
 * is left out who may reach them.
 */
export function assumedUsers(
  { verdict, required }: Pick<Line, "verdict" | "required">,
  zone: number,
  { placeless, reaching }: LeftOut,
  { ledger }: MetricLedgers,
  { supply }: Pick<Allocated, "supply">,
): ReadonlySet<number> | undefined {
  if (required === undefined || !isPass(verdict)) return undefined;
  const rooms = supply.value.ties.byZone[zone];
  const users = new Set<number>();
  let own = 0;
  const [from, to] = ledgerRowsOf(ledger, zone);
  for (let row = from; row < to; row++) {
    const facility = ledger.facilities[row] as number;
    if (rooms?.includes(facility)) own += ledger.amounts[row] as number;
    else for (const user of reaching.get(facility) ?? []) users.add(user);
  }
  const suffices = own >= toNumber(required) * (1 - NOISE);
  return suffices || users.size + placeless === 0 ? undefined : users;
}

/** Amounts as they are shown add up to what they are but for this part. */
const NOISE = 1e-9;
