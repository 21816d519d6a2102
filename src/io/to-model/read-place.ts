import { inChina } from "../../core/geo/china.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { Field } from "../columns.ts";
import type { ToDegrees } from "../crs/coordinate-system.ts";
import type { Placing } from "./placing.ts";
import { type Angle, type DegreesReading, readDegrees } from "./read-degrees.ts";
import type { RowReader } from "./row-reader.ts";

/** Pairs of numbers as a file gives them, east first, before anybody knows whether they are a place. */
export type Pair = readonly [lng: number, lat: number];

/** The place of the columns of longitude and latitude. A pair that cannot be right is left out, with an issue. */
export function readPlace(reader: RowReader, placing: Placing): LngLat | undefined {
  const lng = readDegrees(reader.row.values.get("lon"));
  const lat = readDegrees(reader.row.values.get("lat"));
  const found =
    "angle" in lng && "angle" in lat ? ofTwo(reader, lng, lat, placing) : ofOne(reader, lng, lat, placing);
  return found && placing.toWgs84(found);
}

type Read = Extract<DegreesReading, { readonly angle: unknown }>;

/** A cell for each. */
function ofTwo(reader: RowReader, lng: Read, lat: Read, placing: Placing): Pair | undefined {
  const isTurned = lng.angle.axis === "lat" && lat.angle.axis === "lon";
  const isOdd = lng.angle.axis === "lat" || lat.angle.axis === "lon";
  if (isOdd && !isTurned) {
    reader.note(
      "place.other-axis",
      "warning",
      { lon: written(reader, "lon"), lat: written(reader, "lat") },
      "lon",
    );
    return undefined;
  }
  const isExchanged = isTurned || placing.isSwapped;
  const [east, north] = isExchanged ? [lat, lng] : [lng, lat];
  const pair: Pair = [east.angle.value, north.angle.value];
  const found = degreesOf(pair, placing.degrees);
  if (typeof found === "string") {
    reader.note(found, "warning", { lon: String(pair[0]), lat: String(pair[1]) }, "lon");
    return undefined;
  }
  if (isExchanged) {
    reader.note("place.exchanged", "repaired", { lon: String(pair[0]), lat: String(pair[1]) }, "lon");
    return found;
  }
  tellRepaired(reader, "lon", lng);
  tellRepaired(reader, "lat", lat);
  return found;
}

function tellRepaired(reader: RowReader, field: Field, { state, angle }: Read): void {
  if (state !== "repaired") return;
  const facts = { before: written(reader, field), after: String(angle.value) };
  reader.note("value.repaired", "repaired", facts, field);
}

/** One cell for both, or too few of them. */
function ofOne(
  reader: RowReader,
  lng: DegreesReading,
  lat: DegreesReading,
  placing: Placing,
): Pair | undefined {
  const both = readDegrees(reader.row.values.get("lonlat"));
  const cells = [
    ["lonlat", both],
    ["lon", lng],
    ["lat", lat],
  ] as const;
  const stated = cells.filter(([, { state }]) => state !== "absent");
  const [first] = stated;
  if (first === undefined) {
    const isTable = reader.row.geometry === undefined;
    const column = (["lon", "lonlat"] as const).find((each) => reader.hasColumn(each));
    if (isTable && column !== undefined) reader.note("place.empty", "note", {}, column);
    return undefined;
  }
  const isOnce = stated.every(([field]) => written(reader, field) === written(reader, first[0]));
  if (first[1].state === "pair" && isOnce) return fromPair(reader, first[0], first[1].angles, placing);
  for (const [field, { state }] of stated) {
    const value = written(reader, field);
    if (state === "ambiguous" || state === "pair")
      reader.note("place.ambiguous", "warning", { value }, field);
    else if (state === "unreadable" || field === "lonlat")
      reader.note("value.no-number", "warning", { value }, field);
  }
  // Where the other was there but could not be read, that has been said already.
  if (stated.length === 1 && "angle" in first[1] && first[0] !== "lonlat")
    reader.note("place.half", "warning", {}, first[0] === "lon" ? "lat" : "lon");
  return undefined;
}

/** Two angles of one cell, in the order that their letters tell, or else in which they lie in China. */
function fromPair(
  reader: RowReader,
  field: Field,
  [a, b]: readonly [Angle, Angle],
  placing: Placing,
): Pair | undefined {
  const isTurned = a.axis === "lat" || b.axis === "lon";
  const isTold = isTurned || a.axis === "lon" || b.axis === "lat";
  const asWritten = degreesOf([a.value, b.value], placing.degrees);
  const turned = isTold ? isTurned : asWritten === "place.swapped";
  const pair: Pair = turned ? [b.value, a.value] : [a.value, b.value];
  const found = degreesOf(pair, placing.degrees);
  const value = written(reader, field);
  if (found === "place.degrees-already") {
    reader.note(found, "warning", { lon: String(pair[0]), lat: String(pair[1]) }, field);
    return undefined;
  }
  if (typeof found === "string" || (!isTold && !inChina({ lng: found[0], lat: found[1] }))) {
    reader.note("place.ambiguous", "warning", { value }, field);
    return undefined;
  }
  const isPlain = field === "lonlat" && value.replace(/\s+/g, "") === pair.join(",");
  if (!isPlain) {
    const facts = { before: value, lon: String(pair[0]), lat: String(pair[1]) };
    reader.note("place.from-pair", "repaired", facts, field);
  }
  return found;
}

function written(reader: RowReader, field: Field): string {
  return reader.text(field) ?? "";
}

/** Why a pair is taken for no place. */
export type WrongPlace = "place.swapped" | "place.degrees-already" | "place.no-degrees" | "place.zero";

/**
 * The degrees that a pair of the file's system stands for, or why it is taken for no place: the two are exchanged (they
 * lie in China the other way round only), they are degrees in China where the system has metres (which would put them
 * beside its origin), they are no degrees at all, or they are 0, 0, which stands for nothing known.
 */
export function degreesOf(pair: Pair, toDegrees: ToDegrees): Pair | WrongPlace {
  const degrees = toDegrees(pair);
  const [lng, lat] = degrees;
  if (inChina({ lng, lat })) return degrees;
  const [x, y] = pair;
  const [turnedLng, turnedLat] = toDegrees([y, x]);
  if (inChina({ lng: turnedLng, lat: turnedLat })) return "place.swapped";
  if (inChina({ lng: x, lat: y }) || inChina({ lng: y, lat: x })) return "place.degrees-already";
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return "place.no-degrees";
  return x === 0 && y === 0 ? "place.zero" : degrees;
}
