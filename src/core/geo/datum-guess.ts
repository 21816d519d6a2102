import type { Metres, Share } from "../base/units.ts";
import { DATUMS, type Datum } from "./lng-lat.ts";

/** How far a row lies from where it should, if its degrees are read in each datum. */
export interface DatumResiduals {
  /** What it is measured against: rows that lean on one and the same thing say no more than one of them. */
  readonly against: string;
  readonly metres: Readonly<Record<Datum, Metres>>;
}

/** Residuals of many rows, read in one datum: half of the rows, and nine in ten, lie no further off. */
export interface Residual {
  readonly median: Metres;
  readonly most: Metres;
}

/** What rows say of the datum that they are in. */
export interface DatumGuess {
  readonly rows: number;
  /** Rows whose residuals differ by more than `TELLING_METRES` from one datum to another. */
  readonly speaking: number;
  readonly residuals: Readonly<Record<Datum, Residual>>;
  readonly verdict: DatumVerdict;
}

/**
 * too-few: fewer rows speak than `MIN_ROWS`, or they lean on fewer things than `MIN_THINGS`. alike: no datum is clearly
 * better than each other one. none-fits: one is, and yet half of the rows lie further off than `FITTING_METRES`.
 */
export type DatumVerdict =
  | { readonly datum: Datum }
  | { readonly undecided: "too-few" | "alike" | "none-fits" };

/**
 * Residuals that differ by less say nothing: the places of a register are that inexact. Between WGS84 and GCJ-02 lie 430 m
 * in the middle, up to 680 m, and in one place in a hundred less than this; between GCJ-02 and BD-09 770 m and more.
 */
export const TELLING_METRES: Metres = 100;
/** A datum fits if half of its rows lie no further off; an address is rarely found more inexactly. */
export const FITTING_METRES: Metres = 250;
/** Of the rows that tell two datums apart, so many must be for the better one, and so many there must be. */
export const MARGIN: Share = 0.9;
export const MIN_ROWS = 5;
export const MIN_THINGS = 3;

/**
 * The datum that rows are in, if they say it clearly: one that nine in ten of the rows which can tell it from another
 * datum prefer, against each of the two others, and that fits. By counting rows and not by means, so that some rows far
 * off, or said to be where they are not, decide nothing; and undecided rather than wrong. In any order of rows the same.
 */
export function guessDatum(rows: readonly DatumResiduals[]): DatumGuess {
  const residuals = {
    wgs84: residualOf(rows, "wgs84"),
    gcj02: residualOf(rows, "gcj02"),
    bd09: residualOf(rows, "bd09"),
  };
  const speaking = rows.filter(({ metres }) => spread(Object.values(metres)) > TELLING_METRES);
  return { rows: rows.length, speaking: speaking.length, residuals, verdict: verdictOn(speaking, residuals) };
}

function verdictOn(speaking: readonly DatumResiduals[], residuals: DatumGuess["residuals"]): DatumVerdict {
  if (isTooFew(speaking)) return { undecided: "too-few" };
  const best = DATUMS.find((datum) =>
    DATUMS.every((other) => other === datum || beats(speaking, datum, other)),
  );
  if (best === undefined) return { undecided: "alike" };
  return residuals[best].median <= FITTING_METRES ? { datum: best } : { undecided: "none-fits" };
}

function isTooFew(rows: readonly DatumResiduals[]): boolean {
  return rows.length < MIN_ROWS || new Set(rows.map(({ against }) => against)).size < MIN_THINGS;
}

/** Whether enough rows tell the two apart, and nearly all of them are for `datum`. */
function beats(rows: readonly DatumResiduals[], datum: Datum, other: Datum): boolean {
  const telling = rows.filter(({ metres }) => Math.abs(metres[datum] - metres[other]) > TELLING_METRES);
  const forIt = telling.filter(({ metres }) => metres[datum] < metres[other]);
  return !isTooFew(forIt) && forIt.length >= MARGIN * telling.length;
}

function residualOf(rows: readonly DatumResiduals[], datum: Datum): Residual {
  const sorted = Float64Array.from(rows, ({ metres }) => metres[datum]).sort();
  return { median: atShare(sorted, 0.5), most: atShare(sorted, 0.9) };
}

/** The least value that at least such a share does not exceed; 0 of nothing. */
function atShare(sorted: Float64Array, share: Share): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
