import type { ZoneId } from "../core/base/ids.ts";
import { sortedById } from "../core/base/order.ts";
import type { Metres } from "../core/base/units.ts";
import { unitFinder } from "../core/deficit/find-unit.ts";
import { inChina } from "../core/geo/china.ts";
import { type DatumGuess, type DatumResiduals, guessDatum } from "../core/geo/datum-guess.ts";
import { shifted } from "../core/geo/datum-shift.ts";
import { DATUMS, type Datum, type LngLat } from "../core/geo/lng-lat.ts";
import { metresFromLines } from "../core/geo/nearest-on-line.ts";
import { liesInside } from "../core/geo/ring.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import { metresFromZone, type PlacedZone } from "../core/model/far-from-zone.ts";
import type { Project } from "../core/model/project.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";
import { evenly, someOf } from "./some-rows.ts";

/** A row that stands somewhere, and may say who it is and where it belongs. */
export interface PlacedRow
  extends Pick<ResidentialZone, "name" | "adminCode" | "district" | "street" | "community"> {
  readonly id: string;
  /** Degrees as they are written. */
  readonly at: Pick<LngLat, "lng" | "lat">;
  /** Of a facility: the zone it was built for, by id. */
  readonly zone?: ZoneId;
}

/** What is trusted to be where it is. */
export interface Trusted {
  /** Whatever has a name: facilities, zones, sites. */
  readonly places: readonly KnownPlace[];
  /** Those that facilities name. */
  readonly zones: Project["zones"];
  readonly units: Project["units"];
  readonly streets: Project["backdrop"]["streets"];
}

export type KnownPlace = PlacedZone & { readonly id: string; readonly name?: string };

/**
 * What rows are held against, the surest first. name: what else has the name, and nothing but it. zone: the zone that a
 * facility names. unit: the outline of the unit that its code or names tell. Where these say too little: extent, the
 * outlines of all units; and street, the nearest street, of which zones say nothing, since they lie between streets.
 */
export const EVIDENCE = ["name", "zone", "unit", "extent", "street"] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface DatumEvidence extends DatumGuess {
  readonly evidence: Evidence;
}

/**
 * What the degrees of rows, as they are written, say of their datum by each kind of evidence that there is for any row.
 * Extent and street are asked only where the others are not enough. Of many rows some are asked, chosen by their ids, so
 * that their order does not matter; rows outside China say nothing, since nothing is shifted there.
 */
export function datumEvidence(written: readonly PlacedRow[], trusted: Trusted): readonly DatumEvidence[] {
  if (Object.values(trusted).every((each: readonly unknown[]) => each.length === 0)) return [];
  const rows = sortedById(someOf(written.filter(({ at }) => inChina(at))));
  const by = (evidence: Evidence) => guessBy(evidence, rows, trusted);
  const named = (["name", "zone", "unit"] as const).flatMap(by);
  const isEnough = named.some(({ verdict }) => !("undecided" in verdict) || verdict.undecided !== "too-few");
  if (isEnough) return named;
  const extent = by("extent");
  return [...named, ...extent, ...(extent.some(({ verdict }) => "datum" in verdict) ? [] : by("street"))];
}

/** Rows that a kind of evidence is taken from; more would say the same, and the last two hold each against everything. */
const MOST_ROWS: Readonly<Record<Evidence, number>> = {
  name: 2000,
  zone: 2000,
  unit: 2000,
  extent: 300,
  street: 200,
};

function guessBy(evidence: Evidence, rows: readonly PlacedRow[], trusted: Trusted): DatumEvidence[] {
  const measures = MEASURES[evidence](rows, trusted);
  const residuals = evenly(measures, MOST_ROWS[evidence]).flatMap(residualsOf);
  return residuals.length === 0 ? [] : [{ evidence, ...guessDatum(residuals) }];
}

/** What a row is held against, and how far a place is from it; `undefined` if that has no place. */
interface Measure {
  readonly row: PlacedRow;
  readonly against: string;
  readonly metresFrom: (at: LngLat) => Metres | undefined;
}

function residualsOf({ row, against, metresFrom }: Measure): DatumResiduals[] {
  const [wgs84, gcj02, bd09] = DATUMS.map((datum) => metresFrom(readIn(row.at, datum)));
  if (wgs84 === undefined || gcj02 === undefined || bd09 === undefined) return [];
  return [{ against, metres: { wgs84, gcj02, bd09 } }];
}

/** Where degrees lie if they are of a datum. */
export function readIn({ lng, lat }: PlacedRow["at"], datum: Datum): LngLat {
  return shifted({ lng, lat }, datum, "wgs84");
}

const MEASURES: Readonly<Record<Evidence, (rows: readonly PlacedRow[], trusted: Trusted) => Measure[]>> = {
  name(rows, trusted) {
    const places = onlyByName(trusted.places.filter(isPlaced));
    if (places.size === 0) return [];
    return [...onlyByName(rows)].flatMap(([name, row]) => {
      const place = places.get(name);
      return place ? [{ row, against: place.id, metresFrom: (at) => metresFromZone(at, place) }] : [];
    });
  },
  zone(rows, { zones }) {
    if (zones.length === 0) return [];
    const byId = new Map(zones.filter(isPlaced).map((zone) => [zone.id, zone]));
    const owned = rows.filter(({ zone }) => zone !== undefined && byId.has(zone));
    return evenly(owned, MOST_ROWS.zone).flatMap((row) => {
      const zone = byId.get(row.zone ?? "");
      return zone ? [{ row, against: zone.id, metresFrom: (at) => metresFromZone(at, zone) }] : [];
    });
  },
  unit(rows, { units }) {
    if (!units.some(({ shape }) => shape)) return [];
    const find = unitFinder(units);
    return evenly(rows.filter(isLocated), MOST_ROWS.unit).flatMap((row) => {
      // Without its place, which would tell the unit that it lies in.
      const { at: _at, ...named } = row;
      const { unit } = find(named);
      const shape = unit?.shape;
      return unit && shape
        ? [{ row, against: unit.id, metresFrom: (at) => metresFromZone(at, { shape }) }]
        : [];
    });
  },
  extent(rows, { units }) {
    const drawn = units.flatMap(({ shape }) => (shape ? [shape] : []));
    if (drawn.length === 0) return [];
    const whole = { shape: drawn.flat() };
    const isIn = (at: LngLat) => drawn.some((shape) => liesInside(at, shape));
    return rows.map((row) => ({
      row,
      against: row.id,
      metresFrom: (at) => (isIn(at) ? 0 : metresFromZone(at, whole)),
    }));
  },
  street(rows, { streets }) {
    if (streets.length === 0) return [];
    const lines = streets.map(({ line }) => line);
    return rows.map((row) => ({ row, against: row.id, metresFrom: (at) => metresFromLines(at, lines) }));
  },
};

/** Whether it says by its code or in words where it belongs. */
function isLocated({ adminCode, district, street, community }: PlacedRow): boolean {
  return [adminCode, district, street, community].some((said) => said !== undefined);
}

function isPlaced({ shape, at }: PlacedZone): boolean {
  return shape !== undefined || at !== undefined;
}

/** Rows by normalised name, without names that several rows have. */
function onlyByName<Row extends { readonly name?: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const byName = new Map<string, Row | undefined>();
  for (const row of rows) {
    const name = normalisedName(row.name ?? "");
    if (name !== "") byName.set(name, byName.has(name) ? undefined : row);
  }
  return new Map([...byName].flatMap(([name, row]) => (row ? [[name, row] as const] : [])));
}
