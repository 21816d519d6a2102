import type { Point, Map as Sheet } from "maplibre-gl";

/** What lies below the pointer; a mark is of a plan. A unit where units are shaded, a place where one is asked for: then there is nothing else. */
export type Pointed =
  | { readonly kind: "place"; readonly lng: number; readonly lat: number }
  | { readonly kind: "unit"; readonly id: string }
  | { readonly kind: "facility" | "zone" | "mark"; readonly row: number }
  | undefined;

interface Pointing {
  readonly find: (lng: number, lat: number, point: Point) => Pointed;
  /** `adding`: with the key that adds to what is picked already. */
  readonly onClick: (pointed: Pointed, adding: boolean) => void;
  readonly onHover: (pointed: Pointed) => void;
}

/** Lets things on the map be pointed at and chosen. */
export function letPoint(sheet: Sheet, { find, onClick, onHover }: Pointing): void {
  sheet.on("click", ({ point, lngLat: { lng, lat }, originalEvent }) => {
    const { ctrlKey, metaKey, shiftKey, detail } = originalEvent;
    // The second of two may be meant for what the first has ended.
    if (detail < 2) onClick(find(lng, lat, point), ctrlKey || metaKey || shiftKey);
  });
  sheet.on("mousemove", ({ point, lngLat: { lng, lat } }) => onHover(find(lng, lat, point)));
  sheet.on("mouseout", () => onHover(undefined));
}
