import type { AnalysisView } from "../../../workers/protocol.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { classOf, VERDICTS, type VerdictClass } from "../../core/standards/verdict.ts";
import { bytesOf } from "../../map/colour.ts";
import type { ZonePaint } from "../../map/columns.ts";
import type { PaintedBy } from "../../ui/frame/Legend.tsx";
import { type Palette, shareClass } from "../../ui/look/palette.ts";
import { shareOfStreets } from "./unit-paint.ts";

const CLASS_OF_VERDICT = VERDICTS.map(classOf);
const FILL_OPACITY = 0.7;

/**
 * How every zone is drawn: by verdict, or by the share of its need or of its 街道's that is met. Before the first result
 * it is blank; it is faint where `kept` leaves it out.
 */
export function zonePaint(
  count: number,
  results: AnalysisView | undefined,
  shade: PaintedBy,
  subject: CareSubject,
  stale: boolean,
  palette: Palette,
  kept?: Uint8Array,
): ZonePaint {
  const [fills, edges] = [new Uint32Array(count), new Uint32Array(count)];
  const paint = {
    fills: new Uint8Array(fills.buffer),
    edges: new Uint8Array(edges.buffer),
    hatched: new Uint8Array(count),
    dotted: new Uint8Array(count),
  };
  const opacity = stale ? 0.35 : 1;
  const blank = {
    fill: drawn(palette.backdrop.streetMain, FILL_OPACITY * opacity),
    edge: drawn(palette.backdrop.boundary, opacity),
  };
  const share = results && shade !== "verdict" ? SHARES[shade](results, subject) : undefined;
  const shares = palette.shares.map((colour) => drawn(colour, 0.8 * opacity));
  const shareEdge = drawn(palette.shareEdge, 0.6 * opacity);
  const verdicts = Object.fromEntries(
    Object.entries(palette.verdicts).map(([name, { fill, edge }]) => [
      name,
      { fill: drawn(fill, FILL_OPACITY * opacity), edge: drawn(edge, opacity) },
    ]),
  ) as Record<VerdictClass, typeof blank>;

  for (let row = 0; row < count; row++) {
    let [fill, edge] = [blank.fill, blank.edge];
    if (share) {
      const served = share[row] ?? Number.NaN;
      if (!Number.isNaN(served)) [fill, edge] = [shares[shareClass(served)] ?? fill, shareEdge];
    } else if (results) {
      const of = CLASS_OF_VERDICT[results.zones.verdict[row] ?? 0] ?? "missing_data";
      [fill, edge] = [verdicts[of].fill, verdicts[of].edge];
      paint.hatched[row] = of === "missing_data" ? 1 : 0;
    }
    const isFaint = kept?.[row] === 0;
    fills[row] = isFaint ? fill.faint : fill.full;
    edges[row] = isFaint ? edge.faint : edge.full;
    paint.dotted[row] =
      shade !== "streets" && results && ((results.zones.flags[row] ?? 0) & ZONE_FLAGS.estimated) !== 0
        ? 1
        : 0;
  }
  return paint;
}

/** A colour as one number of four bytes, and the same faint. */
function drawn(colour: string, opacity: number): { readonly full: number; readonly faint: number } {
  const [red, green, blue, alpha] = bytesOf(colour, opacity);
  const word = (by: number) =>
    new Uint32Array(Uint8Array.of(red, green, blue, Math.round(alpha * by)).buffer)[0] ?? 0;
  return { full: word(1), faint: word(0.2) };
}

const SHARES = { streets: shareOfStreets, share: shareOfZones, allocated: allocatedShare };

/** The least share that the fair allocations of the subject give; NaN of a zone that they are not over. */
function allocatedShare({ zones, allocations = [] }: AnalysisView, subject: CareSubject): Float64Array {
  const least = new Float64Array(zones.verdict.length).fill(Number.NaN);
  for (const { subject: of, levels, zones } of allocations) {
    if (of !== subject) continue;
    zones.levelOf.forEach((level, row) => {
      const served = levels[level];
      if (served !== undefined && !(served >= (least[row] as number))) least[row] = served;
    });
  }
  return least;
}

/** The least share met over the metrics of the subject; NaN where none is required. */
function shareOfZones({ zones }: AnalysisView, subject: CareSubject): Float64Array {
  const least = new Float64Array(zones.verdict.length).fill(Number.NaN);
  for (const { subject: of, required, share } of zones.byMetric) {
    if (of !== subject) continue;
    for (let row = 0; row < least.length; row++) {
      const served = share[row] ?? Number.NaN;
      if ((required[row] ?? 0) > 0 && !Number.isNaN(served) && !(served >= (least[row] ?? Number.NaN)))
        least[row] = served;
    }
  }
  return least;
}

/** Zones in each class of the legend. */
export function classCounts(results: AnalysisView): Readonly<Record<VerdictClass, number>> {
  const counts = { fail: 0, missing_data: 0, open: 0, pass: 0 };
  for (const verdict of results.zones.verdict) counts[CLASS_OF_VERDICT[verdict] ?? "missing_data"]++;
  return counts;
}

/** Zones with a flag of `ZONE_FLAGS`. */
export function flagged(results: AnalysisView, flag: keyof typeof ZONE_FLAGS): number {
  let count = 0;
  for (const flags of results.zones.flags) if (flags & ZONE_FLAGS[flag]) count++;
  return count;
}
