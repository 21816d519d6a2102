import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import type { Backdrop, Street } from "../model/project.ts";
import type { Ground } from "./ground.ts";
import type { Plan } from "./plan.ts";
import type { Point } from "./plane.ts";
import type { Settlement } from "./settlement.ts";
import type { DemoSpec } from "./spec.ts";
import type { StreetLine } from "./street-grid.ts";
import { piecesOf } from "./street-pieces.ts";

/** Water, parks, rails and streets as they lie on the ground. */
export function backdropOf(plan: Plan, settlement: Settlement, spec: DemoSpec, ground: Ground): Backdrop {
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
    streets: [...plan.streets, ...settlement.streets].flatMap((line) =>
      piecesOf(line, terrain).map((piece): Street => {
        const name = names(line);
        return {
          ...(name !== undefined && { name }),
          rank: line.rank,
          ...(piece.bridge && { bridge: true }),
          line: placed(piece.points),
        };
      }),
    ),
  };
}

function streetNames(spec: DemoSpec): (line: StreetLine) => string | undefined {
  const { roads } = spec.words;
  return (line) => {
    if (!line.named) return undefined;
    const { axis, index } = line.named;
    if (axis === "lakeside") return "环湖路";
    if (index >= 999) return index > 1000 ? "滨河北路" : "滨河南路";
    const road =
      roads[
        (axis === "y" ? index * 2 + 1 : axis === "x" ? index * 2 : roads.length - 1 - index) % roads.length
      ];
    return `${road}${axis === "y" ? "路" : axis === "x" ? "大道" : "街"}`;
  };
}
