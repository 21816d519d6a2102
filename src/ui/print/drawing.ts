import type { Subject } from "../../core/model/facility-kind.ts";
import type { VerdictClass } from "../../core/standards/verdict.ts";

/** A small map to be printed: paths in metres from its north-western corner, x to the east and y to the south. */
export interface SheetDrawing {
  readonly width: number;
  readonly height: number;
  /** From the ground up. */
  readonly ground: readonly { readonly kind: "green" | "water" | "street" | "main"; readonly path: string }[];
  /** Boundary of the unit the sheet is about. */
  readonly outline: string;
  readonly zones: readonly DrawnZone[];
  readonly facilities: readonly DrawnFacility[];
  /** Where something is planned, by its number in the list beside the map. */
  readonly places: readonly { readonly number: number; readonly x: number; readonly y: number }[];
}

export interface DrawnFacility {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly subject: Subject;
  readonly hollow: boolean;
  /** It belongs to what the sheet is about; others are faint. */
  readonly chosen: boolean;
}

export interface DrawnZone {
  readonly id: string;
  readonly path: string;
  readonly verdict: VerdictClass;
  readonly estimated: boolean;
  /** What the sheet is about; others are faint. */
  readonly chosen: boolean;
  /** Number in the table beside the map, and where it stands. */
  readonly mark?: { readonly number: number; readonly x: number; readonly y: number };
}

/** A round number of metres, about a fifth of the width: 1, 2 or 5 of a power of ten. */
export function scaleBar(width: number): number {
  const wanted = width / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const steps = [5, 2, 1].find((step) => step * power <= wanted) ?? 1;
  return steps * power;
}
