/**
 * Units as types. A plain number may be used where a unit is expected; a value of one unit may not be used
 * where another is expected, and text from a file is never a number. Absence is `undefined`, never 0 or NaN.
 */
type Unit<Name extends string> = number & { readonly unit?: Name };

/** Length in metres. */
export type Metres = Unit<"m">;
/** Floor or land area in square metres. */
export type SquareMetres = Unit<"m²">;
/** Angle in decimal degrees. */
export type Degrees = Unit<"°">;
/** A fraction from 0 to 1, both included. */
export type Share = Unit<"share">;
/** A calendar year. */
export type Year = Unit<"year">;
/** A calendar day as `YYYY-MM-DD`. */
export type Day = string & { readonly unit?: "day" };
