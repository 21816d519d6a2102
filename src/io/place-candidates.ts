import { byCodeUnit } from "../core/base/order.ts";
import type { Share } from "../core/base/units.ts";
import type { LngLat } from "../core/geo/lng-lat.ts";
import type { AdminUnit } from "../core/model/admin-unit.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Facility } from "../core/model/facility.ts";
import type { Project } from "../core/model/project.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";

export type KnownTable = "facilities" | "zones" | "sites" | "units";

/** A row that states no coordinates, and what it says of where it is. */
export type PlacelessRow = Pick<Facility & ResidentialZone, "name" | "district" | "street" | "community"> & {
  readonly id: string;
  readonly address?: string;
  readonly zone?: string;
};

/** Where such a row may be. */
export interface PlaceCandidate {
  readonly table: KnownTable;
  readonly id: string;
  readonly name: string;
  /** 1: as sure as names can be. For ordering candidates, not a chance. */
  readonly score: Share;
  readonly why: PlaceReason;
  /** Absent of a unit: a row that is only known to be in one counts there, and in no circle. */
  readonly at?: LngLat;
}

/**
 * same-name: its normalised name. zone: the row names it as the zone it was built for. in-address, in-name: the name
 * stands in the row's address, or in its name. unit: the row names the unit.
 */
export type PlaceReason = "same-name" | "zone" | "in-address" | "in-name" | "unit";

export interface Unplaced {
  readonly id: string;
  readonly name?: string;
  /**
   * The one known place that has exactly the row's normalised name, where no other row without coordinates has it and
   * the two do not name different streets or communities. Nothing else is certain.
   */
  readonly certain?: PlaceCandidate;
  /** Best first, `MOST_CANDIDATES` at most; the certain one is the first. */
  readonly candidates: readonly PlaceCandidate[];
}

/** What rows can be placed by: whatever of it stands somewhere, and units. */
export type KnownPlaces = Pick<Project, "facilities" | "zones" | "sites" | "units">;

export const MOST_CANDIDATES = 5;

/**
 * For each row, where it may be by what it says of itself; in the order of the rows. Cost: linear in the text of the rows
 * and of the names that are known.
 */
export function placeCandidates(rows: readonly PlacelessRow[], known: KnownPlaces): readonly Unplaced[] {
  const places = placesOf(known);
  const byName = groupedBy(places, ({ key }) => key);
  const zones = new Map(places.flatMap((place) => (place.table === "zones" ? [[place.id, place]] : [])));
  const mentioned = mentions(places.filter(({ table }) => table === "zones" || table === "sites"));
  const units = groupedBy(known.units, ({ name }) => name);
  const sameNamed = groupedBy(rows, keyOf);
  return rows.map((row): Unplaced => {
    const found = new Map<Place, Omit<PlaceCandidate, "table" | "id" | "name">>();
    const add = (place: Place | undefined, why: PlaceReason, score: Share) => {
      if (place && !found.has(place))
        found.set(place, { why, score: nudged(score, row, place), at: place.at });
    };
    const namesakes = keyOf(row) === "" ? [] : (byName.get(keyOf(row)) ?? []);
    for (const place of namesakes) add(place, "same-name", namesakes.length === 1 ? 1 : 0.8);
    if (row.zone !== undefined) add(zones.get(row.zone), "zone", 0.9);
    for (const place of mentioned(row.address)) add(place, "in-address", 0.7);
    for (const place of mentioned(row.name)) add(place, "in-name", 0.6);
    const candidates = [...[...found].map(candidateOf), ...unitsOf(row, units)]
      .sort((a, b) => b.score - a.score || byCodeUnit(a.table, b.table) || byCodeUnit(a.id, b.id))
      .slice(0, MOST_CANDIDATES);
    const [only] = namesakes;
    const isCertain =
      namesakes.length === 1 && only && !isElsewhere(row, only) && sameNamed.get(keyOf(row))?.length === 1;
    const certain = isCertain
      ? candidates.find(({ table, id }) => table === only.table && id === only.id)
      : undefined;
    return {
      id: row.id,
      ...(row.name !== undefined && { name: row.name }),
      ...(certain && { certain }),
      candidates: certain ? [certain, ...candidates.filter((each) => each !== certain)] : candidates,
    };
  });
}

/** Something known that has a name and stands somewhere. */
interface Place extends Omit<PlacelessRow, "name"> {
  readonly table: Exclude<KnownTable, "units">;
  readonly name: string;
  readonly key: string;
  readonly at: LngLat;
}

function placesOf({ facilities, zones, sites }: KnownPlaces): Place[] {
  const tables = { facilities, zones, sites } as const;
  return (Object.keys(tables) as (keyof typeof tables)[]).flatMap((table) =>
    (tables[table] as readonly (PlacelessRow & { readonly at?: LngLat })[]).flatMap((row) => {
      const key = keyOf(row);
      return row.at && row.name !== undefined && key !== ""
        ? [{ ...row, table, key, name: row.name, at: row.at }]
        : [];
    }),
  );
}

function candidateOf([{ table, id, name }, found]: readonly [
  Place,
  Omit<PlaceCandidate, "table" | "id" | "name">,
]) {
  return { table, id, name, ...found };
}

/** The units that the row names, the smallest alone. */
function unitsOf(row: PlacelessRow, units: ReadonlyMap<string, readonly AdminUnit[]>): PlaceCandidate[] {
  const named = [row.community, row.street, row.district].map((name) => units.get(name ?? "") ?? []);
  return (named.find((each) => each.length > 0) ?? []).map(({ id, name }) => ({
    ...{ table: "units" as const, id, name },
    ...{ score: 0.3, why: "unit" as const },
  }));
}

/** A place of the row's own community or street is likelier, and one of another is not. */
function nudged(score: Share, row: PlacelessRow, place: Place): Share {
  if (isElsewhere(row, place)) return score / 2;
  const near = (["community", "street"] as const).some(
    (said) => row[said] !== undefined && row[said] === place[said],
  );
  return near ? Math.min(1, score + 0.05) : score;
}

/** Whether the two name different units. */
function isElsewhere(row: PlacelessRow, place: Place): boolean {
  return (["district", "street", "community"] as const).some((level) => {
    const [one, other] = [row[level], place[level]];
    return one !== undefined && other !== undefined && normalisedName(one) !== normalisedName(other);
  });
}

function keyOf({ name }: PlacelessRow): string {
  return normalisedName(name ?? "");
}

/** Finds the places whose names stand in a text. Names of fewer than `LEAST_LETTERS` letters stand in too many. */
function mentions(places: readonly Place[]): (text: string | undefined) => readonly Place[] {
  const byStart = groupedBy(
    places.filter(({ key }) => key.length >= LEAST_LETTERS),
    ({ key }) => key.slice(0, LEAST_LETTERS),
  );
  return (text) => {
    const plain = normalisedName(text ?? "");
    const found = new Set<Place>();
    for (let i = 0; i + LEAST_LETTERS <= plain.length; i++) {
      for (const place of byStart.get(plain.slice(i, i + LEAST_LETTERS)) ?? []) {
        if (plain.startsWith(place.key, i)) found.add(place);
      }
    }
    return [...found];
  };
}

const LEAST_LETTERS = 3;

function groupedBy<Row>(
  rows: readonly Row[],
  keyOfRow: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
