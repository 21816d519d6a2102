import type { Dice } from "../base/random.ts";
import { areaOf, inset, inside, type Side } from "./lot.ts";
import type { Mosaic } from "./mosaic.ts";
import { setbackOf } from "./parcels.ts";
import type { Plan } from "./plan.ts";
import { along, distance, mean, type Point, point, rotate, turned } from "./plane.ts";
import type { Home } from "./settlement.ts";
import type { StreetLine } from "./street-grid.ts";

/** One village in each of so many quarters without a town, by lot. Fewer where there is no room. */
export function villagesOf(
  rural: readonly number[],
  seats: readonly number[],
  centres: readonly Point[],
  quarters: Plan["quarters"],
  plan: Plan,
  count: number,
  dice: Dice,
): Map<number, Home> {
  const homes = new Map<number, Home>();
  for (const lot of dice.shuffled(rural.filter((each) => !seats.includes(each)))) {
    if (homes.size === count) break;
    const quarter = quarters[lot] as Plan["quarters"][number];
    const ground = inset(quarter.lot, (side: Side) => setbackOf(side, plan.land) + 12);
    if (ground.length < 3) continue;
    const village = villageIn(ground, centres[lot] as Point, plan, dice);
    if (village) homes.set(lot, village);
  }
  return homes;
}

/** A hamlet somewhere on the ground of a quarter; it shrinks until it fits. */
function villageIn(ground: readonly Point[], middle: Point, plan: Plan, dice: Dice): Home | undefined {
  for (let radius = dice.between(95, 175); radius > 60; radius *= 0.9) {
    const at = along(middle, dice.pick(ground), dice.between(0, 0.6));
    const corners = hamlet(at, radius, dice);
    if (!corners.every((p) => inside(p, ground)) || plan.terrain.keptFree(corners, 20)) continue;
    return {
      kind: "village",
      use: "fields",
      centre: at,
      ...(dice.chance(0.6) && { corners }),
      area: areaOf(corners),
      outness: 1.4,
      households: (areaOf(corners) / 10_000) * 48 + 60,
    };
  }
  return undefined;
}

function hamlet(at: Point, radius: number, dice: Dice): Point[] {
  const corners = dice.whole(6, 9);
  const start = dice.unit();
  return Array.from({ length: corners }, (_, i) => {
    const out = rotate(point(radius * dice.between(0.72, 1.12), 0), turned(start + i / corners));
    return point(at.x + out.x * 1.2, at.y + out.y * 0.85);
  });
}

/** The quarter of a town nearest its middle that has room for a small town. */
export function seatOf(
  lots: readonly number[],
  centres: readonly Point[],
  quarters: Plan["quarters"],
  plan: Plan,
): number {
  const middle = mean(lots.map((lot) => centres[lot] as Point));
  const room = lots.filter((lot) => {
    const quarter = quarters[lot] as Plan["quarters"][number];
    return areaOf(quarter.lot.corners) > 1_200_000 && !plan.terrain.keptFree(quarter.lot.corners, 0);
  });
  const among = room.length > 0 ? room : lots;
  return among.toSorted(
    (a, b) => distance(centres[a] as Point, middle) - distance(centres[b] as Point, middle) || a - b,
  )[0] as number;
}

/** Lanes from village to village, through the middle of the border they share. */
export function villageLanes(
  rural: readonly number[],
  mosaic: Mosaic,
  stops: readonly Point[],
  dice: Dice,
): StreetLine[] {
  const within = new Set(rural);
  return rural.flatMap((lot) =>
    (mosaic.neighbours[lot] ?? [])
      .filter((next) => within.has(next.lot) && next.lot > lot && next.length > 500 && dice.chance(0.62))
      .map((next) => ({
        rank: "lane" as const,
        points: [stops[lot] as Point, next.middle, stops[next.lot] as Point],
        crosses: false,
      })),
  );
}
