import { IconLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Subject } from "../core/model/facility-kind.ts";
import type { FacilityMarks, MapColours } from "./columns.ts";
import { type Before, type Colour, NO_DATA } from "./zone-layers.ts";

/** A facility with a place, by row. */
export interface PlacedFacility {
  readonly row: number;
  readonly icon: string;
  readonly position: [number, number];
}

export function placedFacilities(marks: FacilityMarks): readonly PlacedFacility[] {
  const placed: PlacedFacility[] = [];
  marks.lng.forEach((lng, row) => {
    const lat = marks.lat[row] ?? Number.NaN;
    if (Number.isNaN(lng) || Number.isNaN(lat)) return;
    const subject = marks.subjects[row] ?? "community";
    placed.push({ row, icon: iconName(subject, marks.hollow[row] ?? false), position: [lng, lat] });
  });
  return placed;
}

/** So many marks come onto the map in one frame, for it to move on meanwhile. */
export const MARKS_A_FRAME = 10_000;

/** Least size of a mark in pixels: small in a view of the whole city, so that the marks do not hide it. */
export function leastMark(zoom: number): number {
  return Math.round(Math.min(9, Math.max(2, 4 + (zoom - 10) * 2)));
}

/** Squares, circles and diamonds; the chosen one larger. `moved` overrides the place of one row while it is dragged. */
export function facilityLayer(
  placed: readonly PlacedFacility[],
  sheet: IconSheet,
  chosen: number | undefined,
  moved: { readonly row: number; readonly to: [number, number] } | undefined,
  leastPixels: number,
  beforeId: string,
) {
  return new IconLayer<PlacedFacility, Before>({
    id: "facilities",
    data: placed,
    _dataDiff: addedRows,
    visible: placed.length > 0,
    iconAtlas: sheet.picture as never,
    iconMapping: sheet.places,
    sizeUnits: "meters",
    sizeMinPixels: leastPixels,
    sizeMaxPixels: 18,
    getIcon: ({ icon }) => icon,
    getPosition: ({ row, position }) => (moved?.row === row ? moved.to : position),
    getSize: chosen === undefined ? 80 : ({ row }) => (row === chosen ? 120 : 80),
    updateTriggers: { getPosition: moved, getSize: chosen },
    beforeId,
  });
}

/** Of marks that came to those before, the rows that are new; of any others all are. */
function addedRows(placed: unknown, before: unknown) {
  const [next, old] = [placed, before] as (readonly PlacedFacility[] | undefined)[];
  const isMore = next && old?.[0] && old[0] === next[0] && old.length < next.length;
  return [{ startRow: isMore ? old.length : 0, ...(next && { endRow: next.length }) }];
}

/** A ring around the chosen facility. */
export function facilityRing(
  placed: readonly PlacedFacility[],
  chosen: number | undefined,
  moved: { readonly row: number; readonly to: [number, number] } | undefined,
  ink: Colour,
  beforeId: string,
) {
  const ringed = chosen === undefined ? NO_DATA : placed.filter(({ row }) => row === chosen);
  return new ScatterplotLayer<PlacedFacility, Before>({
    id: "facility-ring",
    data: ringed,
    visible: ringed.length > 0,
    filled: false,
    stroked: true,
    radiusUnits: "pixels",
    getRadius: 15,
    lineWidthUnits: "pixels",
    getLineWidth: 2.5,
    getPosition: ({ row, position }) => (moved?.row === row ? moved.to : position),
    getLineColor: ink,
    updateTriggers: { getPosition: moved, getLineColor: ink },
    beforeId,
  });
}

/** Thin rings around the facilities of a 片区. */
export function areaRings(
  placed: readonly PlacedFacility[],
  rows: ReadonlySet<number> | undefined,
  ink: Colour,
  beforeId: string,
) {
  const ringed = rows === undefined ? NO_DATA : placed.filter(({ row }) => rows.has(row));
  return new ScatterplotLayer<PlacedFacility, Before>({
    id: "area-rings",
    data: ringed,
    visible: ringed.length > 0,
    filled: false,
    stroked: true,
    radiusUnits: "pixels",
    getRadius: 11,
    lineWidthUnits: "pixels",
    getLineWidth: 1.5,
    getPosition: ({ position }) => position,
    getLineColor: ink,
    updateTriggers: { getLineColor: ink },
    beforeId,
  });
}

/** One picture with all icons, drawn for the colours of the map. */
export interface IconSheet {
  readonly picture: HTMLCanvasElement;
  readonly places: Record<string, { x: number; y: number; width: number; height: number; mask: false }>;
}

const CELL = 64;
const SUBJECTS = ["elderly", "childcare", "community"] as const satisfies readonly Subject[];

export function iconSheet(colours: MapColours): IconSheet {
  const picture = document.createElement("canvas");
  picture.width = CELL * SUBJECTS.length;
  picture.height = CELL * 2;
  const pen = picture.getContext("2d");
  const places: IconSheet["places"] = {};
  SUBJECTS.forEach((subject, column) => {
    [false, true].forEach((hollow, line) => {
      const [x, y] = [column * CELL, line * CELL];
      places[iconName(subject, hollow)] = { x, y, width: CELL, height: CELL, mask: false };
      if (pen) drawIcon(pen, x + CELL / 2, y + CELL / 2, subject, hollow, colours);
    });
  });
  return { picture, places };
}

function drawIcon(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  subject: Subject,
  hollow: boolean,
  colours: MapColours,
) {
  const reach = subject === "elderly" ? 19 : subject === "childcare" ? 22 : 26;
  pen.lineJoin = "round";
  trace(pen, x, y, subject, reach);
  pen.strokeStyle = colours.ground;
  pen.lineWidth = 14;
  pen.stroke();
  pen.fillStyle = hollow ? colours.ground : colours.subjects[subject];
  pen.fill();
  pen.strokeStyle = colours.subjects[subject];
  pen.lineWidth = 7;
  pen.stroke();
}

function trace(pen: CanvasRenderingContext2D, x: number, y: number, subject: Subject, reach: number) {
  pen.beginPath();
  if (subject === "childcare") {
    pen.arc(x, y, reach, 0, 2 * Math.PI);
  } else if (subject === "elderly") {
    pen.rect(x - reach, y - reach, 2 * reach, 2 * reach);
  } else {
    pen.moveTo(x, y - reach);
    pen.lineTo(x + reach, y);
    pen.lineTo(x, y + reach);
    pen.lineTo(x - reach, y);
    pen.closePath();
  }
}

export function iconName(subject: Subject, hollow: boolean): string {
  return hollow ? `${subject}-hollow` : subject;
}
