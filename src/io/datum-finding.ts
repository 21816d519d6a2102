import { inChina } from "../core/geo/china.ts";
import type { DatumGuess, DatumVerdict } from "../core/geo/datum-guess.ts";
import type { Datum } from "../core/geo/lng-lat.ts";
import {
  type DatumEvidence,
  datumEvidence,
  type Evidence,
  type PlacedRow,
  type Trusted,
} from "./datum-evidence.ts";
import { type DatumSketch, datumSketch } from "./datum-sketch.ts";

/** What the places of a file say of their datum, beside how they were read. Nothing is shifted by it. */
export interface DatumFinding extends Pick<DatumGuess, "rows" | "speaking" | "residuals"> {
  /** The datum that the places were read in, and whether somebody declared it. */
  readonly readAs: Datum;
  readonly isDeclared: boolean;
  readonly verdict: FileVerdict;
  /** The evidence that decides, or else the surest that any row gives: `rows` and `residuals` are of it. */
  readonly evidence?: Evidence;
  /** Every kind of evidence that any row gives. */
  readonly all: readonly DatumEvidence[];
  /** Whether what they were held against declares its own datum, or is in the open project. */
  readonly isAgainstTrusted: boolean;
  /** The same to be drawn; absent where the datum it was read in fits. */
  readonly sketch?: DatumSketch;
}

/**
 * contradictory: one kind of
 * evidence speaks for one datum, and another for another. together: files that declare nothing fit each other as they are,
 * and may all be of one other datum. abroad: they lie outside China, where nothing is shifted.
 */
export type FileVerdict = DatumVerdict | { readonly undecided: "contradictory" | "together" | "abroad" };

/** How rows were read, and what they can be held against. */
export interface DatumQuestion {
  readonly readAs: Datum;
  readonly isDeclared: boolean;
  readonly trusted: Trusted;
  /** What nobody vouches for; asked only where `trusted` has nothing to say. */
  readonly others: Trusted;
}

/**
 * Of rows as they are written, in any order; `undefined` where there is nothing to hold them against, or none of them
 * says what it belongs to.
 */
export function datumFinding(
  written: readonly PlacedRow[],
  question: DatumQuestion,
): DatumFinding | undefined {
  const { readAs, isDeclared, trusted, others } = question;
  const sure = datumEvidence(written, trusted);
  const isAgainstTrusted = sure.length > 0;
  const all = isAgainstTrusted ? sure : datumEvidence(written, others);
  const isAbroad = written.length > 0 && written.every(liesAbroad);
  if (all.length === 0 && !isAbroad) return undefined;
  const verdict: FileVerdict = isAbroad ? { undecided: "abroad" } : verdictOf(all, isAgainstTrusted);
  const telling = ("datum" in verdict && all.find((each) => isFor(each, verdict.datum))) || all[0];
  const { evidence, rows, speaking, residuals } = telling ?? { ...NOTHING, evidence: undefined };
  const sketch = datumSketch(written, { verdict, readAs, rows }, isAgainstTrusted ? trusted : others);
  return {
    ...{ readAs, isDeclared, verdict, rows, speaking, residuals, all, isAgainstTrusted },
    ...(evidence !== undefined && { evidence }),
    ...(sketch && { sketch }),
  };
}

function verdictOf(all: readonly DatumEvidence[], isAgainstTrusted: boolean): FileVerdict {
  const decided = new Set(all.flatMap(({ verdict }) => ("datum" in verdict ? [verdict.datum] : [])));
  const reasons = new Set(all.flatMap(({ verdict }) => ("datum" in verdict ? [] : [verdict.undecided])));
  const [datum] = decided;
  if (decided.size > 1) return { undecided: "contradictory" };
  if (reasons.has("none-fits")) return { undecided: "none-fits" };
  if (datum === undefined) return { undecided: reasons.has("alike") ? "alike" : "too-few" };
  return !isAgainstTrusted && datum === "wgs84" ? { undecided: "together" } : { datum };
}

function liesAbroad({ at: { lng, lat } }: PlacedRow): boolean {
  return !inChina({ lng, lat });
}

function isFor({ verdict }: DatumEvidence, datum: Datum): boolean {
  return "datum" in verdict && verdict.datum === datum;
}

const NONE = { median: 0, most: 0 };
const NOTHING = { rows: 0, speaking: 0, residuals: { wgs84: NONE, gcj02: NONE, bd09: NONE } };
