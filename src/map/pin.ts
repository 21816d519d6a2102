import { Marker, type Map as Sheet } from "maplibre-gl";

export interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** One pin on a map, where something is to stand. What lies below it can be clicked. */
export function pinOn(sheet: Sheet): {
  /** `undefined` takes it out. */
  stick(at: Place | undefined, colour: string): void;
} {
  let pin: Marker | undefined;
  return {
    stick(at, colour) {
      pin?.remove();
      pin = undefined;
      if (!at) return;
      pin = new Marker({ color: colour }).setLngLat([at.lng, at.lat]).addTo(sheet);
      const element = pin.getElement();
      element.style.pointerEvents = "none";
      // Its degrees stand in the form beside it.
      element.setAttribute("aria-hidden", "true");
    },
  };
}
