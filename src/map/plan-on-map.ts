import type { Map as Sheet } from "maplibre-gl";
import type { PlanMark } from "./columns.ts";
import { letDrag } from "./dragging.ts";
import { fillPlan } from "./fill-sources.ts";
import type { MapEvents } from "./map-contract.ts";
import { degreesPerPixel } from "./mercator.ts";
import { badgeAt, type PlanBadge, planBadges } from "./plan-badges.ts";
import { type MovedMark, markAt } from "./plan-layers.ts";
import { NO_DATA } from "./zone-layers.ts";

interface Around {
  readonly events: () => MapEvents;
  /** Sources can be filled. */
  readonly isStyled: () => boolean;
  /** The map asks for nothing, so that a mark may be dragged. */
  readonly isFree: () => boolean;
  /** A mark stands elsewhere: what is drawn of it is old. */
  readonly onMoved: () => void;
}

/** Places of a plan on the map, with their numbers; some can be dragged. */
export interface PlanOnMap {
  /** `undefined`: no plan is looked at. */
  set(marks: readonly PlanMark[] | undefined): void;
  /** Fills the source of the numbers, once there is one. */
  fill(): void;
  /** The row of the mark whose number or place is drawn here. */
  at(lng: number, lat: number): number | undefined;
  /** What data layers draw of it. */
  drawn(): { readonly plan: readonly PlanMark[]; readonly movedMark: MovedMark | undefined };
}

export function planOnMap(sheet: Sheet, { events, isStyled, isFree, onMoved }: Around): PlanOnMap {
  let plan: readonly PlanMark[] = NO_DATA;
  let movedMark: MovedMark | undefined;
  let badges: readonly PlanBadge[] = NO_DATA;
  let badgesFor = sheet.getZoom();

  const fill = () => {
    badgesFor = sheet.getZoom();
    badges = planBadges(plan, badgesFor, movedMark);
    if (isStyled()) fillPlan(sheet, badges);
  };
  sheet.on("zoom", () => {
    if (badges.length > 0 && Math.abs(sheet.getZoom() - badgesFor) >= FELT_ZOOM) fill();
  });
  sheet.on("zoomend", () => {
    if (badges.length > 0 && sheet.getZoom() !== badgesFor) fill();
  });

  const at = (lng: number, lat: number) =>
    badgeAt(badges, lng, lat, sheet.getZoom()) ??
    markAt(plan, lng, lat, REACH * degreesPerPixel(sheet.getZoom()));

  const move = (to: MovedMark | undefined) => {
    movedMark = to;
    fill();
    onMoved();
  };
  letDrag(sheet, {
    grab: (lng, lat) => {
      const row = isFree() ? at(lng, lat) : undefined;
      const mark = row === undefined ? undefined : plan[row];
      if (row === undefined || !mark?.isMovable) return undefined;
      // By its place or its number, which keep to each other under the hand.
      return { row, placeOf: (x: number, y: number) => [x + mark.lng - lng, y + mark.lat - lat] as const };
    },
    onDrag: ({ row, placeOf }, x, y, letGo) => {
      const [lng, lat] = placeOf(x, y);
      move({ row, to: [lng, lat] });
      const giveUp = () => {
        letGo();
        move(undefined);
        events().onHoldMark?.(undefined);
      };
      events().onHoldMark?.({ row, lng, lat, giveUp });
    },
    onDrop: ({ row, placeOf }, x, y) => {
      move(undefined);
      events().onMoveMark?.(row, ...placeOf(x, y));
    },
  });

  return {
    set(next = NO_DATA) {
      if (next === plan) return;
      plan = next;
      fill();
    },
    ...{ fill, at, drawn: () => ({ plan, movedMark }) },
  };
}

/** Pixels from the middle of a mark at which it is meant. */
const REACH = 11;
/** A change of zoom by which what stands beside places is felt to stand elsewhere. */
const FELT_ZOOM = 0.05;
