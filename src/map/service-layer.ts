import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer } from "@deck.gl/layers";
import { bytesOf } from "./colour.ts";
import type { MapColours, Service } from "./columns.ts";
import type { Before, Colour } from "./zone-layers.ts";

/**
 * Who serves whom: lines with a halo in the ground colour and a dot where they end in a zone. Marks of facilities lie over
 * the other end, `ringed` where that tells them from marks that a line only passes.
 */
export function serviceLayers(
  services: readonly Service[],
  ringed: boolean,
  colours: MapColours,
  beforeId: string,
): Layer[] {
  if (services.length === 0) return [];
  const colourOf = ({ subject }: Service) => bytesOf(colours.subjects[subject]);
  const halo = bytesOf(colours.ground, 0.85);
  const line = (part: string, colour: Colour | ((service: Service) => Colour), extra: number) =>
    new PathLayer<Service, Before>({
      id: `services-${part}`,
      data: services,
      positionFormat: "XY",
      widthUnits: "pixels",
      capRounded: true,
      getWidth: ({ width }) => width + extra,
      getPath: ({ zone, facility }) => [zone.lng, zone.lat, facility.lng, facility.lat],
      getColor: colour,
      updateTriggers: { getColor: colours },
      beforeId,
    });
  return [
    line("halo", halo, 2),
    line("line", colourOf, 0),
    new ScatterplotLayer<Service, Before>({
      id: "services-ends",
      data: services,
      stroked: true,
      radiusUnits: "pixels",
      getRadius: ({ width }) => width / 2 + 2,
      lineWidthUnits: "pixels",
      getLineWidth: 1,
      getPosition: ({ zone }) => [zone.lng, zone.lat],
      getFillColor: colourOf,
      getLineColor: halo,
      updateTriggers: { getFillColor: colours, getLineColor: colours },
      beforeId,
    }),
    new ScatterplotLayer<Service, Before>({
      id: "services-rings",
      data: services,
      visible: ringed,
      filled: false,
      stroked: true,
      radiusUnits: "pixels",
      getRadius: 11,
      lineWidthUnits: "pixels",
      getLineWidth: 1.5,
      getPosition: ({ facility }) => [facility.lng, facility.lat],
      getLineColor: bytesOf(colours.ink),
      updateTriggers: { getLineColor: colours },
      beforeId,
    }),
  ];
}
