import { diceOf } from "../base/random.ts";
import { centreOf } from "./lot.ts";
import { type Quarter, quartersOf } from "./parcels.ts";
import type { Point } from "./plane.ts";
import type { DemoLand } from "./spec.ts";
import { landUse, type StreetLine, streetGrid } from "./street-grid.ts";
import { type Terrain, terrainOf } from "./terrain.ts";

/** The ground of an invented city before anybody lives there, straight-lined. */
export interface Plan {
  readonly land: DemoLand;
  readonly terrain: Terrain;
  /** They fill the land without gap or overlap; what lies in the sea is left out. */
  readonly quarters: readonly Quarter[];
  readonly streets: readonly StreetLine[];
}

export function planOf(land: DemoLand, seed: number): Plan {
  const terrain = terrainOf(land, seed);
  const dice = diceOf(seed, "streets");
  const grid = streetGrid(land, dice, seed);
  const streets: StreetLine[] = [
    ...grid.streets,
    ...terrain.lakesides.map(
      (shore): StreetLine => ({
        rank: "secondary",
        points: [...shore, ...shore.slice(0, 1)],
        named: { axis: "lakeside", index: 0 },
        crosses: false,
      }),
    ),
  ];
  const landAt = (p: Point) => landUse(land, seed, p);
  const quarters = grid.cells
    .flatMap((cell) =>
      cell.lots.flatMap((lot) => quartersOf(lot, cell.use, land, terrain, dice, streets, landAt)),
    )
    .filter((quarter) => terrain.obstacle(centreOf(quarter.lot.corners)) !== "sea");
  return { land, terrain, quarters, streets };
}
