import type { Layer } from "@deck.gl/core";
import { ScatterplotLayer } from "@deck.gl/layers";
import { bytesOf } from "./colour.ts";
import type { MapColours, WalkArea } from "./columns.ts";
import type { Before } from "./zone-layers.ts";

/**
 * The ground within a walk, as one area: where circles lie over each other it is no darker, since of two colours the
 * darker stays on a light ground, and the lighter on a dark one.
 */
export function walkAreaLayer({ positions, metres }: WalkArea, colours: MapColours, beforeId: string): Layer {
  const [red] = bytesOf(colours.ground);
  const stays = red > 127 ? "min" : "max";
  return new ScatterplotLayer<WalkArea["positions"][number], Before>({
    id: "walk-area",
    data: positions,
    getPosition: ([lng, lat]) => [lng, lat],
    radiusUnits: "meters",
    getRadius: metres,
    getFillColor: bytesOf(colours.walkArea),
    updateTriggers: { getRadius: metres, getFillColor: colours.walkArea },
    antialiasing: false,
    parameters: {
      blendColorOperation: stays,
      blendColorSrcFactor: "one",
      blendColorDstFactor: "one",
      blendAlphaOperation: "max",
      blendAlphaSrcFactor: "one",
      blendAlphaDstFactor: "one",
    },
    beforeId,
  });
}
