import { done, type Outcome } from "../../core/base/outcome.ts";
import type { ZonePlace } from "../../core/model/edits/place-zone.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import type { Field } from "../columns.ts";
import { placingFrom } from "../to-model/placing.ts";
import { readPlace } from "../to-model/read-place.ts";
import { typedOutline, writtenOutline } from "./typed-outline.ts";
import { readTyped, type Typed } from "./typed-row.ts";

/** What can be typed of where a zone lies: its outline, or the coordinates of one that has none. */
export type PlaceField = "lon" | "lat" | "outline";

export function writtenPlace({ at, shape }: Pick<ResidentialZone, "at" | "shape">): Typed<PlaceField> {
  if (shape) return { outline: writtenOutline(shape) };
  return at ? { lon: String(at.lng), lat: String(at.lat) } : {};
}

/**
 * Where a zone is to lie by what was typed; `undefined` where nothing was typed of that. An outline goes before
 * coordinates; one that is emptied leaves the zone the point it has.
 */
export function typedZonePlace(
  before: Pick<ResidentialZone, "at" | "shape">,
  typed: Typed<PlaceField>,
): Outcome<ZonePlace | undefined> {
  const { outline, lon, lat } = typed;
  if (outline !== undefined && outline.trim() !== "") {
    const read = typedOutline(outline);
    return read.ok ? done({ shape: read.value }) : read;
  }
  if (lon === undefined && lat === undefined)
    return done(outline === undefined ? undefined : { at: before.at });
  const written = writtenPlace({ ...(before.at && { at: before.at }) });
  const texts = { lon: lon ?? written.lon ?? "", lat: lat ?? written.lat ?? "" };
  const asked = new Set<Field>(["lon", "lat"]);
  const read = readTyped(texts, asked, (reader) => ({ at: readPlace(reader, placingFrom({})) }));
  return read;
}
