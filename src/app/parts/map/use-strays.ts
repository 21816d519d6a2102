import { useMemo } from "react";
import { CONNECTIONS } from "../../../core/analysis/connections.ts";
import type { LngLat } from "../../../core/geo/lng-lat.ts";
import type { Drawn } from "../../state/drawn-results.ts";
import { useSession } from "../../state/session.ts";

/** Zones and facilities of the subject that hang on no street, where walks are along streets. */
export function useStrays({ view, results }: Drawn): readonly LngLat[] {
  const subject = useSession((session) => session.subject);
  const connections = results?.network?.connections[subject];
  return useMemo(() => {
    if (!connections) return NONE;
    return [
      ...unconnected(connections.zones, view.zones),
      ...unconnected(connections.facilities, view.facilities),
    ];
  }, [connections, view.zones, view.facilities]);
}

function unconnected(how: Uint8Array, { lng, lat }: Columns): readonly LngLat[] {
  const strays: LngLat[] = [];
  how.forEach((connection, row) => {
    if (connection === NOT_CONNECTED)
      strays.push({ lng: lng[row] ?? Number.NaN, lat: lat[row] ?? Number.NaN });
  });
  return strays.filter(({ lng }) => !Number.isNaN(lng));
}

interface Columns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

const NOT_CONNECTED = CONNECTIONS.indexOf("not-connected");
const NONE: readonly LngLat[] = [];
