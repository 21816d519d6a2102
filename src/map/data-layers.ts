import type { Layer } from "@deck.gl/core";
import { bytesOf } from "./colour.ts";
import type { Focus, MapColours, PlanMark, Service, WalkArea, ZonePaint } from "./columns.ts";
import {
  areaRings,
  facilityLayer,
  facilityRing,
  type IconSheet,
  type PlacedFacility,
} from "./facility-layer.ts";
import { type MovedMark, planLayers } from "./plan-layers.ts";
import type { DrawnRing } from "./polygons.ts";
import { serviceLayers } from "./service-layer.ts";
import { UNDER_LABELS } from "./style.ts";
import { walkAreaLayer } from "./walk-area-layer.ts";
import { NO_DATA, outlineLayers, type ZoneDrawing, zoneLayers } from "./zone-layers.ts";

/** Everything the data layers are made from. */
export interface Scene {
  readonly colours: MapColours;
  readonly drawing: ZoneDrawing | undefined;
  readonly edged: readonly DrawnRing[];
  readonly paint: ZonePaint | undefined;
  readonly placed: readonly PlacedFacility[];
  readonly walkArea: WalkArea | undefined;
  readonly services: readonly Service[];
  readonly icons: IconSheet;
  readonly focus: Focus;
  /** A facility that is being dragged. */
  readonly moved: { readonly row: number; readonly to: [number, number] } | undefined;
  readonly plan: readonly PlanMark[];
  /** A place of the plan that is being dragged. */
  readonly movedMark: MovedMark | undefined;
  /** Least size of a mark in pixels. */
  readonly mark: number;
}

/** Zones, outlines of what is pointed at and chosen, facilities: from the ground up. Never empty. */
export function dataLayers(scene: Scene): Layer[] {
  const { colours, drawing, edged, paint, placed, walkArea, services, icons, focus, moved, mark } = scene;
  const [ink, halo] = [bytesOf(colours.ink), bytesOf(colours.ground, 0.9)];
  const outline = (id: string, rows: readonly number[], width: number) =>
    drawing ? outlineLayers(id, drawing, rows, { ink, halo, width }, UNDER_LABELS) : [];
  return [
    ...(walkArea ? [walkAreaLayer(walkArea, colours, UNDER_LABELS)] : []),
    ...(drawing && paint ? zoneLayers(drawing, edged, paint, mark, UNDER_LABELS) : []),
    ...outline("areas", focus.areas ?? NO_DATA, 1),
    ...outline("picked", focus.picked ?? NO_DATA, 1.5),
    ...outline("hovered", focus.hoverArea ?? rowsOf(focus.hoverZone), 1.5),
    ...outline("chosen", focus.area?.zones ?? rowsOf(focus.zone), 2.5),
    ...serviceLayers(services, focus.zone !== undefined, colours, UNDER_LABELS),
    facilityLayer(placed, icons, focus.facility, moved, mark, UNDER_LABELS),
    areaRings(placed, focus.area?.facilities, ink, UNDER_LABELS),
    facilityRing(placed, focus.facility, moved, ink, UNDER_LABELS),
    ...planLayers(scene.plan, scene.movedMark, icons, ink, UNDER_LABELS),
  ];
}

function rowsOf(row: number | undefined): readonly number[] {
  return row === undefined ? NO_DATA : [row];
}
