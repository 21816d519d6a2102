import { equalTexts } from "../base/equal-texts.ts";
import type { Metres } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import { DUPLICATE_METRES, normalisedName } from "./duplicates.ts";
import type { ResidentialZone } from "./residential-zone.ts";

/** Two zones that may be one. */
export interface TwinZones {
  readonly zone: string;
  /** The one that comes before it. */
  readonly other: string;
  readonly metres: Metres;
}

/**
 * Zones that may be listed twice: of one normalised name, in streets that may be one, no farther apart than
 * `DUPLICATE_METRES`. Each is told with the first that comes before it. Two outlines are told by their overlap instead.
 * Cost: near linear; quadratic in zones of one name.
 */
export function zonesTwice(zones: readonly ResidentialZone[]): readonly TwinZones[] {
  const names = zones.map(({ name = "" }) => normalisedName(name) || undefined);
  return equalTexts(names).flatMap((rows) => {
    const ofOneName = rows.flatMap((row) => zones[row] ?? []);
    return ofOneName.flatMap((zone, i) => {
      for (const other of ofOneName.slice(0, i)) {
        const metres = metresOfTwins(zone, other);
        if (metres !== undefined) return [{ zone: zone.id, other: other.id, metres }];
      }
      return [];
    });
  });
}

function metresOfTwins(one: ResidentialZone, other: ResidentialZone): Metres | undefined {
  if (one.at === undefined || other.at === undefined || (one.shape && other.shape)) return undefined;
  if (one.street !== undefined && other.street !== undefined && one.street !== other.street) return undefined;
  // 0.001° of latitude are 110 m everywhere.
  if (Math.abs(one.at.lat - other.at.lat) > 0.001) return undefined;
  const metres = geodesicMetres(one.at, other.at);
  return metres <= DUPLICATE_METRES ? metres : undefined;
}
