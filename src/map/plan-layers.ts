import type { Layer } from "@deck.gl/core";
import { IconLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { PlanMark } from "./columns.ts";
import { type IconSheet, iconName } from "./facility-layer.ts";
import { type Before, type Colour, NO_DATA } from "./zone-layers.ts";

/** A mark that stands elsewhere as long as it is dragged. */
export interface MovedMark {
  readonly row: number;
  readonly to: readonly [number, number];
}

/** Places of a plan: hollow marks, for all of it is still to be done, those larger where something is; rings where one is chosen or pointed at. */
export function planLayers(
  marks: readonly PlanMark[],
  moved: MovedMark | undefined,
  sheet: IconSheet,
  ink: Colour,
  beforeId: string,
): Layer[] {
  if (marks.length === 0) return [];
  const drawn = marks.map((mark, row) => ({
    ...mark,
    position: (moved?.row === row ? [...moved.to] : [mark.lng, mark.lat]) as [number, number],
  }));
  const ringed = drawn.filter(({ isChosen, isPointed }) => isChosen || isPointed);
  type Drawn = (typeof drawn)[number];
  return [
    new IconLayer<Drawn, Before>({
      id: "plan-marks",
      data: drawn.filter(({ subject }) => subject !== undefined),
      iconAtlas: sheet.picture as never,
      iconMapping: sheet.places,
      sizeUnits: "pixels",
      getIcon: ({ subject = "community" }) => iconName(subject, true),
      getPosition: ({ position }) => position,
      getSize: ({ number, isUnusable }) => (isUnusable ? 9 : number === undefined ? 14 : 22),
      beforeId,
    }),
    new ScatterplotLayer<Drawn, Before>({
      id: "plan-rings",
      data: ringed.length > 0 ? ringed : NO_DATA,
      visible: ringed.length > 0,
      filled: false,
      stroked: true,
      radiusUnits: "pixels",
      getRadius: 15,
      lineWidthUnits: "pixels",
      getLineWidth: ({ isChosen }) => (isChosen ? 2.5 : 1.5),
      getPosition: ({ position }) => position,
      getLineColor: ink,
      updateTriggers: { getLineColor: ink },
      beforeId,
    }),
  ];
}

/** The mark nearest to a place within a tolerance in degrees of longitude; of two, the one where something is done. */
export function markAt(
  marks: readonly PlanMark[],
  lng: number,
  lat: number,
  tolerance: number,
): number | undefined {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let [found, least] = [-1, tolerance];
  marks.forEach((mark, row) => {
    const away = Math.hypot(mark.lng - lng, (mark.lat - lat) / shrink);
    const counted = mark.number === undefined ? away : away * FAVOUR;
    if (away <= tolerance && counted <= least) [found, least] = [row, counted];
  });
  return found < 0 ? undefined : found;
}

const FAVOUR = 0.5;
