import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { CityColumns, ZonePaint } from "./columns.ts";
import { PaintExtension, type PaintProps } from "./paint-extension.ts";
import { DotExtension, type DotProps, HatchExtension, type HatchProps } from "./pattern-extensions.ts";
import { type DrawnPolygon, type DrawnRing, drawnShapes } from "./polygons.ts";

/** The geometry of a city's zones, made once; the layers below are made anew for each paint and share it. */
export interface ZoneDrawing {
  readonly polygons: readonly DrawnPolygon[];
  readonly rings: readonly DrawnRing[];
  /** Zones that are a point. */
  readonly points: readonly { readonly row: number; readonly position: [number, number] }[];
}

export function zoneDrawing(zones: CityColumns["zones"]): ZoneDrawing {
  const points: { row: number; position: [number, number] }[] = [];
  const { rowStarts } = zones.shapes;
  zones.lng.forEach((lng, row) => {
    const lat = zones.lat[row] ?? Number.NaN;
    if (rowStarts[row] === rowStarts[row + 1] && !Number.isNaN(lng) && !Number.isNaN(lat)) {
      points.push({ row, position: [lng, lat] });
    }
  });
  return { ...drawnShapes(zones.shapes), points };
}

const painted = new PaintExtension();
const hatch = new HatchExtension();
const dot = new DotExtension();

/**
 * Zones filled and edged as painted. `edged` are the rings whose edge is drawn; `beforeId` is the layer of the map
 * style that all lie under.
 */
export function zoneLayers(
  drawing: ZoneDrawing,
  edged: readonly DrawnRing[],
  paint: ZonePaint,
  leastPixels: number,
  beforeId: string,
): Layer[] {
  return [
    new SolidPolygonLayer<DrawnPolygon, PaintProps<DrawnPolygon> & Before>({
      id: "zone-fills",
      data: drawing.polygons,
      _normalize: false,
      positionFormat: "XY",
      getPolygon: ({ shape }) => shape,
      paint,
      getPaintRow: ({ row }) => row,
      extensions: [painted],
      beforeId,
    }),
    new PathLayer<DrawnRing, DotProps<DrawnRing> & Before>({
      id: "zone-edges",
      data: edged,
      positionFormat: "XY",
      widthUnits: "pixels",
      getWidth: 1,
      getPath: ({ path }) => path,
      getColor: ({ row }) => colourAt(paint.edges, row),
      getDot: ({ row }) => paint.dotted[row] ?? 0,
      extensions: [dot],
      updateTriggers: { getColor: paint, getDot: paint },
      beforeId,
    }),
    new ScatterplotLayer<ZoneDrawing["points"][number], HatchProps<ZoneDrawing["points"][number]> & Before>({
      id: "zone-points",
      data: drawing.points,
      stroked: true,
      radiusUnits: "meters",
      getRadius: 45,
      radiusMinPixels: leastPixels / 2,
      radiusMaxPixels: 14,
      lineWidthUnits: "pixels",
      getLineWidth: 1.5,
      getPosition: ({ position }) => position,
      getFillColor: ({ row }) => colourAt(paint.fills, row),
      getLineColor: ({ row }) => colourAt(paint.edges, row),
      getHatch: ({ row }) => paint.hatched[row] ?? 0,
      extensions: [hatch],
      updateTriggers: { getFillColor: paint, getLineColor: paint, getHatch: paint },
      beforeId,
    }),
  ];
}

/**
 * The outline of some zones: a halo in the ground colour under a line in ink. Of a list of rows that was outlined before,
 * it is laid out no more.
 */
export function outlineLayers(
  id: string,
  drawing: ZoneDrawing,
  rows: readonly number[],
  { ink, halo, width }: { readonly ink: Colour; readonly halo: Colour; readonly width: number },
  beforeId: string,
): Layer[] {
  const { rings, points } = outlined(drawing, rows);
  const line = (part: string, colour: Colour, extra: number) =>
    new PathLayer<DrawnRing, Before>({
      id: `${id}-${part}`,
      data: rings,
      visible: rings.length > 0,
      positionFormat: "XY",
      widthUnits: "pixels",
      jointRounded: true,
      getWidth: width + extra,
      getPath: ({ path }) => path,
      getColor: colour,
      updateTriggers: { getColor: colour },
      beforeId,
    });
  return [
    line("halo", halo, 3),
    line("line", ink, 0),
    new ScatterplotLayer<ZoneDrawing["points"][number], Before>({
      id: `${id}-point`,
      data: points,
      visible: points.length > 0,
      filled: false,
      stroked: true,
      getRadius: 60,
      radiusMinPixels: 6,
      radiusMaxPixels: 18,
      lineWidthUnits: "pixels",
      getLineWidth: width,
      getPosition: ({ position }) => position,
      getLineColor: ink,
      beforeId,
    }),
  ];
}

type Outlined = Pick<ZoneDrawing, "rings" | "points">;

/** Of these zones: the same for the same list, so that what is drawn of it stays. */
function outlined(drawing: ZoneDrawing, rows: readonly number[]): Outlined {
  if (rows.length === 0) return NOTHING;
  const known = laidOut.get(rows);
  if (known?.drawing === drawing) return known.is;
  const wanted = new Set(rows);
  const is = {
    rings: drawing.rings.filter(({ row }) => wanted.has(row)),
    points: drawing.points.filter(({ row }) => wanted.has(row)),
  };
  laidOut.set(rows, { drawing, is });
  return is;
}

const laidOut = new WeakMap<readonly number[], { readonly drawing: ZoneDrawing; readonly is: Outlined }>();

/** What is drawn of nothing, always the same: other data would be laid out anew, though there is none. */
export const NO_DATA: readonly never[] = [];
const NOTHING: Outlined = { rings: NO_DATA, points: NO_DATA };

export type Colour = [red: number, green: number, blue: number, alpha: number];

/** Members the overlay reads from a layer: where it lies among the layers of the map style. */
export interface Before {
  readonly beforeId: string;
}

function colourAt(colours: Uint8Array, row: number): Colour {
  const at = 4 * row;
  return [colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + 2] ?? 0, colours[at + 3] ?? 0];
}
