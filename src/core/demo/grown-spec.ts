import type { FacilityKind } from "../model/facility-kind.ts";
import type { DemoLand, DemoSpec } from "./spec.ts";

/** The town of a spec, grown or shrunk to so many zones and facility rows. It follows no published total any more. */
export function grownSpec(spec: DemoSpec, zones: number, facilities: number): DemoSpec {
  const ratio = zones / USUAL_ZONES;
  const villages = Math.round(zones * 0.09);
  return {
    ...spec,
    people: { ...spec.people, residents: Math.round(spec.people.residents * ratio) },
    zones: {
      ...spec.zones,
      urban: zones - villages,
      villages,
      streets: Math.max(4, Math.round(zones / 30)),
      towns: Math.max(3, Math.round(zones / 130)),
    },
    facilities: facilityTotals(spec, facilities),
    land: grownLand(spec.land, ratio),
  };
}

/** Metres from the middle of such a town to where another may begin. */
export function roomOf(spec: DemoSpec, zones: number): number {
  const [x, y] = spec.land.reach;
  return Math.sqrt((x * x + y * y) * (zones / USUAL_ZONES)) * 1.04 + 900;
}

/** Zones of a town as its spec describes it. */
const USUAL_ZONES = 400;

/** So many rows in all, in the usual proportions; the amounts in proportion to the rows. */
function facilityTotals(spec: DemoSpec, rows: number): DemoSpec["facilities"] {
  const usual = Object.entries(spec.facilities.counts) as [FacilityKind, number][];
  const all = usual.reduce((sum, [, count]) => sum + count, 0) + spec.facilities.notOperating + TWINS;
  const ratio = rows / all;
  const counts = Object.fromEntries(usual.map(([kind, count]) => [kind, Math.floor(count * ratio)]));
  const notOperating = Math.floor(spec.facilities.notOperating * ratio);
  const given = Object.values(counts).reduce((sum, count) => sum + count, 0) + notOperating + TWINS;
  return {
    ...spec.facilities,
    counts: { ...counts, E_COMM_CENTRE: (counts.E_COMM_CENTRE ?? 0) + rows - given },
    notOperating,
    slots: Math.round(spec.facilities.slots * ratio),
    beds: Math.round(spec.facilities.beds * ratio),
  };
}

/** Rows that a town lists twice. */
const TWINS = 2;

function grownLand(land: DemoLand, ratio: number): DemoLand {
  const s = Math.sqrt(ratio) * 1.04;
  const blob = (b: { x: number; y: number; radius: number }) => ({
    x: b.x * s,
    y: b.y * s,
    radius: b.radius * s,
  });
  return {
    ...land,
    radius: land.radius * s,
    reach: [land.reach[0] * s, land.reach[1] * s],
    river: { ...land.river, y: land.river.y * s, bridges: Math.round(land.river.bridges * s) },
    ...(land.canal && { canal: { x: land.canal.x * s } }),
    railway: { x: land.railway.x * s },
    lakes: land.lakes.map(blob),
    hills: land.hills.map(blob),
    ...(land.coast && { coast: { x: land.coast.x * s } }),
  };
}
