import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { walkFindings } from "../../core/analysis/walk-findings.ts";
import { byCodeUnit } from "../../core/base/order.ts";
import { finish } from "../../core/base/work.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import { speedFor, type VerdictMetres } from "../../core/network/verdict-speed.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { type Cell, csvBlocks } from "./csv.ts";
import { millimetres } from "./shown-amounts.ts";

/**
 * A row per subject, zone and profile, the one that decides last: how fast one must walk to reach care in fifteen minutes;
 * with the one that decides also whether that hangs on the edge of the data, and, where the circle and the streets say
 * otherwise, the facility that shows it and what lies between.
 */
export function walksCsv(pipeline: Pipeline): Generator<string> {
  const { project, parameters } = pipeline;
  const rows = function* (): Generator<Cell[]> {
    const found = finish(walkFindings(pipeline));
    for (const subject of [...CARE_SUBJECTS].sort(byCodeUnit)) {
      const { profile, limit, needed, atEdge, circle } = found[subject];
      const apart = new Map(circle?.apart.map((each) => [each.zone, each]));
      for (const [zone, { id }] of project.zones.entries()) {
        for (const other of PROFILES) {
          if (other === profile) continue;
          yield [subject, id, other, parameters.limits[other], ...speedsOf(needed[other], zone), ...UNASKED];
        }
        const { by, part, facility, circle: straight, network, barrier } = apart.get(zone) ?? {};
        yield [
          ...[subject, id, profile, limit],
          ...speedsOf(needed[profile], zone),
          atEdge[zone] === 1 ? "yes" : undefined,
          by,
          part,
          facility === undefined ? undefined : project.facilities[facility]?.id,
          ...[millimetres(straight), millimetres(network)],
          ...[barrier?.kind, barrier?.name],
        ];
      }
    }
  };
  return csvBlocks(COLUMNS, rows());
}

const COLUMNS = [
  ...["subject", "zone", "profile", "limit", "speedSome", "speedAll", "edge"],
  ...["apart", "part", "facility", "circle", "network", "barrier", "barrierName"],
];

/** Of the columns behind the speeds. */
const UNASKED: readonly undefined[] = COLUMNS.slice(6).map(() => undefined);

function speedsOf({ part, whole }: VerdictMetres, zone: number): Cell[] {
  return [speedUp(part[zone]), speedUp(whole[zone])];
}

/** Metres a second, rounded up: nobody slower gets there. */
function speedUp(metres: number | undefined): number | undefined {
  const speed = metres === undefined ? undefined : speedFor(metres);
  return speed === undefined ? undefined : Math.ceil(speed * 1000) / 1000;
}
