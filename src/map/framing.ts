import type { LngLatBoundsLike, Map as Sheet } from "maplibre-gl";

/** Pixels of the edges of the map that something lies over. */
export interface Covered {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** What part of the city the map shows, beside what covers it. */
export interface Framing {
  /** Brings all of it into view, at `maxZoom` at most. */
  fit(bounds: LngLatBoundsLike | undefined, maxZoom: number): void;
  /** The same, where it is not in view as a whole or looks small there. */
  reveal(bounds: Bounds | undefined, maxZoom: number): void;
  /** Brings all of it into view at once, and anew with every `refit`, until something else is shown or the person moves the map. */
  keep(bounds: LngLatBoundsLike | undefined, maxZoom: number): void;
  /** The map or what covers it has another size. */
  refit(): void;
  /** Brings a place into view if it is outside; `closer` also to a scale at which a single zone is made out. */
  show(lng: number, lat: number, closer: boolean): void;
  zoomBy(steps: number): void;
  /** West, south, east and north of what is seen of the map. */
  seen(): Bounds;
  /** Shows at once what another map of the same size shows. */
  follow(camera: Camera): void;
  /** Tells what is shown whenever that changes, but for `follow`. */
  onCamera(tell: (camera: Camera) => void): void;
}

/** What a map shows. */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** `still`: nothing glides. `covered` is asked each time. */
export function framing(
  sheet: Sheet,
  container: HTMLElement,
  still: boolean,
  covered: (map: HTMLElement) => Covered,
): Framing {
  const duration = still ? 0 : GLIDE;
  let kept: (() => void) | undefined;
  let isFollowing = false;

  sheet.on("resize", () => kept?.());
  sheet.on("movestart", ({ originalEvent }) => {
    if (originalEvent) kept = undefined;
  });

  /** Leaves room to show something, however much of a small screen is covered. */
  const padding = () => {
    const { width, height } = container.getBoundingClientRect();
    const { top, left, right, bottom } = covered(container);
    const most = (pixels: number, of: number) => Math.max(0, Math.min(32 + pixels, of - 32 - LEAST_ROOM));
    return {
      top: Math.min(32 + top, height / 2),
      left: 32 + left,
      right: most(left + right, width) - left,
      bottom: most(bottom, height),
    };
  };

  const fitTo = (bounds: LngLatBoundsLike | undefined, maxZoom: number) => {
    kept = undefined;
    if (bounds) sheet.fitBounds(bounds, { padding: padding(), maxZoom, duration });
  };

  return {
    fit: fitTo,
    reveal(bounds, maxZoom) {
      if (!bounds) return;
      const [west, south, east, north] = bounds;
      const [from, to] = [sheet.project([west, north]), sheet.project([east, south])];
      const { width, height } = container.getBoundingClientRect();
      const { top, left, right, bottom } = padding();
      const isInside = from.x > left && from.y > top && to.x < width - right && to.y < height - bottom;
      if (!isInside || Math.max(to.x - from.x, to.y - from.y) < LEAST_OUTLINE)
        fitTo([west, south, east, north], maxZoom);
    },
    keep(bounds, maxZoom) {
      kept = bounds && (() => void sheet.fitBounds(bounds, { padding: padding(), maxZoom, duration: 0 }));
      kept?.();
    },
    refit() {
      kept?.();
    },
    show(lng, lat, closer) {
      const { width, height } = container.getBoundingClientRect();
      const { left, right, bottom } = covered(container);
      const at = sheet.project([lng, lat]);
      const inside =
        at.x > left + EDGE && at.y > EDGE && at.x < width - right - EDGE && at.y < height - bottom - EDGE;
      const zoom = closer ? Math.max(sheet.getZoom(), CLOSE_ZOOM) : sheet.getZoom();
      if (inside && zoom === sheet.getZoom()) return;
      kept = undefined;
      sheet.easeTo({ center: [lng, lat], zoom, offset: [(left - right) / 2, -bottom / 2], duration });
    },
    zoomBy(steps) {
      kept = undefined;
      sheet.zoomTo(sheet.getZoom() + steps, { duration });
    },
    seen() {
      const { width, height } = container.getBoundingClientRect();
      const { right, bottom } = covered(container);
      const northWest = sheet.unproject([0, 0]);
      const southEast = sheet.unproject([width - right, height - bottom]);
      return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
    },
    follow({ lng, lat, zoom }) {
      kept = undefined;
      isFollowing = true;
      sheet.jumpTo({ center: [lng, lat], zoom });
      isFollowing = false;
    },
    onCamera(tell) {
      sheet.on("move", () => {
        if (isFollowing) return;
        const { lng, lat } = sheet.getCenter();
        tell({ lng, lat, zoom: sheet.getZoom() });
      });
    },
  };
}

const GLIDE = 180;
/** Pixels left to the map beside what covers it. */
const LEAST_ROOM = 64;
/** Pixels across an outline whose corners can be taken hold of. */
const LEAST_OUTLINE = 180;
/** Pixels around a place that is in view: its name has room. */
const EDGE = 80;
/** A zone is about as wide as a thumb. */
const CLOSE_ZOOM = 14.5;
