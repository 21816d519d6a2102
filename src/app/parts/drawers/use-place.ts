import { useEffect } from "react";
import type { LngLat, Polygon } from "../../../core/geo/lng-lat.ts";
import { canDrawMap } from "../../../map/webgl.ts";
import {
  type Asked,
  type AskedOutline,
  askNoPlace,
  askOutline,
  askPlace,
  usePlacing,
} from "../../state/placing.ts";

/** How a place is asked for on the map; absent where there is none. What is asked of one row is not of another. */
export function useAskPlace(of: string): ((asked: Asked) => void) | undefined {
  useEffect(() => {
    void of;
    return () => void askNoPlace();
  }, [of]);
  return canDrawMap() ? askPlace : undefined;
}

/** The same of an outline. */
export function useAskOutline(of: string): ((asked: AskedOutline) => void) | undefined {
  return useAskPlace(of) && askOutline;
}

/** Shows on the map the outline of what is not in the document yet. */
export function useOutline(shape: readonly Polygon[] | undefined): void {
  useEffect(() => {
    if (shape === undefined) return;
    usePlacing.setState({ outline: shape });
    return () => usePlacing.setState({ outline: undefined });
  }, [shape]);
}

/** Shows on the map where something is to stand. */
export function usePin(at: LngLat | undefined): void {
  const { lng, lat } = at ?? {};
  useEffect(() => {
    if (lng === undefined || lat === undefined) return;
    usePlacing.setState({ pin: { lng, lat } });
    return () => usePlacing.setState({ pin: undefined });
  }, [lng, lat]);
}
