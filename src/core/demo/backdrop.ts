import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import type { Backdrop, Street } from "../model/project.ts";
import type { Ground } from "./ground.ts";
import type { Plan } from "./plan.ts";
import type { Point } from "./plane.ts";
import type { Settlement } from "./settlement.ts";
import type { DemoSpec } from "./spec.ts";
import { streetNames } from "./street-names.ts";
import { drawnPoints, type StreetPiece } from "./street-pieces.ts";

/** Water, parks, rails and streets as they lie on the ground. */
export function backdropOf(
  plan: Plan,
  settlement: Settlement,
  pieces: readonly StreetPiece[],
  spec: DemoSpec,
  ground: Ground,
): Backdrop {
  const { terrain } = plan;
  const placed = (points: readonly Point[]): LngLat[] => points.map((p) => ground.lngLat(p));
  const polygon = (points: readonly Point[]): Polygon => [placed(points)];
  const water = [terrain.river, terrain.canal, terrain.sea, ...terrain.lakes].filter(
    (part) => part !== undefined,
  );
  const names = streetNames(spec);
  return {
    water: water.map(polygon),
    green: [...terrain.greens, ...terrain.banks, ...settlement.parks.map((park) => park.corners)].map(
      polygon,
    ),
    railways: [placed(terrain.railway)],
    streets: pieces.map((piece): Street => {
      const name = names(piece.street);
      return {
        ...(name !== undefined && { name }),
        rank: piece.street.rank,
        ...(piece.bridge && { bridge: true }),
        line: placed(drawnPoints(piece)),
      };
    }),
  };
}
