import type { Line } from "../standards/judgement.ts";
import { isPass } from "../standards/verdict.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import { type LeftOut, leftOutNear } from "../supply/left-out.ts";
import type { LineEvidence } from "./evidence.ts";
import type { Pipeline } from "./pipeline.ts";
import type { MetricSupply } from "./supply-stage.ts";

/** Whom a pass assumes to use none of the rooms that it rests on; nothing where it is none, or holds whatever those use. */
export function assumedBy(
  { project, supply }: Pick<Pipeline, "project" | "supply">,
  zone: number,
  metric: string | undefined,
  line: Line,
): LineEvidence["assumes"] {
  const metricSupply = supply.value.ledgers.find((each) => each.metric === metric);
  if (metricSupply?.leftOut === undefined || !restsOnOthers(line)) return undefined;
  const { leftOut } = metricSupply;
  const direct = usersOf(metricSupply, leftOut, zone, supply.value.ties.byZone[zone]);
  const users = direct.size > 0 ? direct : (nearOf(metricSupply, leftOut).get(zone) ?? new Set<number>());
  const rows = [...users].sort((a, b) => a - b);
  const zones = rows.slice(0, MOST_ASSUMED).flatMap((row) => project.zones[row] ?? []);
  return {
    zones: zones.map(({ id, name }) => ({ zone: id, ...(name !== undefined && { name }) })),
    more: rows.length - zones.length,
    placeless: leftOut.placeless,
  };
}

const MOST_ASSUMED = 3;

/** Whether a line passes only if zones left out use none of the rooms that it rests on. */
export function restsOnOthers({ verdict, notes }: Pick<Line, "verdict" | "notes">): boolean {
  return isPass(verdict) && notes.includes("others-may-use");
}

/** Those left out that reach rooms outside which the zone is given. */
function usersOf(
  { ledger }: MetricSupply,
  { reaching }: LeftOut,
  zone: number,
  own: readonly number[] | undefined,
): ReadonlySet<number> {
  const users = new Set<number>();
  const [from, to] = ledgerRowsOf(ledger, zone);
  for (let row = from; row < to; row++) {
    const facility = ledger.facilities[row] as number;
    if (own?.includes(facility) !== true) for (const user of reaching.get(facility) ?? []) users.add(user);
  }
  return users;
}

function nearOf(of: MetricSupply, leftOut: LeftOut): ReadonlyMap<number, ReadonlySet<number>> {
  const known = remembered.get(leftOut);
  if (known !== undefined) return known;
  const near = of.solved ? leftOutNear(of.solved.careful.problem, leftOut) : new Map<number, Set<number>>();
  remembered.set(leftOut, near);
  return near;
}

/** Remembered, since every zone asks. */
const remembered = new WeakMap<LeftOut, ReadonlyMap<number, ReadonlySet<number>>>();
