import type { LngLatBoundsLike, Map as Sheet } from "maplibre-gl";

/** What part of the city the map shows, beside what covers it. */
export interface Framing {
  /** Keep this many pixels of the right and lower edge free of what is shown. */
  setMargin(right: number, bottom: number): void;
  /** Brings all of it into view, at `maxZoom` at most. */
  fit(bounds: LngLatBoundsLike | undefined, maxZoom: number, glide: boolean): void;
  /** Brings a place into view if it is outside; `closer` also to a scale at which a single zone is made out. */
  show(lng: number, lat: number, closer: boolean): void;
  zoomBy(steps: number): void;
}

/** `still`: nothing glides. */
export function framing(sheet: Sheet, container: HTMLElement, still: boolean): Framing {
  const duration = still ? 0 : GLIDE;
  let margin = { right: 0, bottom: 0 };

  /** Leaves room to show something, however much of a small screen is covered. */
  const padding = () => {
    const { width, height } = container.getBoundingClientRect();
    const most = (covered: number, of: number) => Math.max(0, Math.min(32 + covered, of - 32 - LEAST_ROOM));
    return { top: 32, left: 32, right: most(margin.right, width), bottom: most(margin.bottom, height) };
  };

  return {
    setMargin(right, bottom) {
      margin = { right, bottom };
    },
    fit(bounds, maxZoom, glide) {
      if (bounds) sheet.fitBounds(bounds, { padding: padding(), maxZoom, duration: glide ? duration : 0 });
    },
    show(lng, lat, closer) {
      const { width, height } = container.getBoundingClientRect();
      const at = sheet.project([lng, lat]);
      const inside =
        at.x > 24 && at.y > 24 && at.x < width - margin.right - 24 && at.y < height - margin.bottom - 24;
      const zoom = closer ? Math.max(sheet.getZoom(), CLOSE_ZOOM) : sheet.getZoom();
      if (inside && zoom === sheet.getZoom()) return;
      const offset: [number, number] = [-margin.right / 2, -margin.bottom / 2];
      sheet.easeTo({ center: [lng, lat], zoom, offset, duration });
    },
    zoomBy(steps) {
      sheet.zoomTo(sheet.getZoom() + steps, { duration });
    },
  };
}

const GLIDE = 180;
/** Pixels left to the map beside what covers it. */
const LEAST_ROOM = 64;
/** A zone is about as wide as a thumb. */
const CLOSE_ZOOM = 14.5;
