import type { AdminCode, PackId, RuleId } from "../base/ids.ts";
import type { Year } from "../base/units.ts";
import type { Text } from "./clause.ts";

/** Published totals and yearly targets of one city, as its documents state them. Nothing here is corrected. */
export interface CityTargets {
  readonly id: string;
  readonly pack: PackId;
  readonly name: Text;
  readonly adminCode: AdminCode;
  /** In the order of the documents; ids are unique. */
  readonly indicators: readonly Indicator[];
  /** Tables by district. */
  readonly breakdowns: readonly Breakdown[];
  /** What existed, for demo totals and for comparison. */
  readonly baselines: readonly Fact[];
  /** People: totals, shares and household sizes, each with its year and where it is from. */
  readonly population: readonly PopulationFact[];
}

/** One row of a target table, or one number of a text. */
export interface Indicator {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  readonly source: Source;
  /** By year, ascending. The years before the plan are what was found, the others what is aimed at. */
  readonly cells: readonly TargetCell[];
  /** The rule that judges it, where there is one. */
  readonly rule?: RuleId;
  /** Why the transcription or the number itself is in doubt. */
  readonly doubt?: Text;
}

export interface TargetCell {
  readonly year: Year;
  readonly kind: "found" | "target";
  /** Absent where the cell states no number. */
  readonly value?: number;
  /** at_least ≥ 以上 · above > · about 左右; absent: exactly as stated. */
  readonly reading?: "at_least" | "above" | "about";
  /** Why there is no number: an empty cell, one the city assigns later, words instead of a number, or one that cannot be read. */
  readonly without?: "empty" | "assigned_by_city" | "words" | "unreadable";
}

/** A table whose rows are the parts of the city and whose last row is their stated sum. */
export interface Breakdown {
  readonly id: string;
  readonly title: Text;
  readonly unit: Text;
  readonly source: Source;
  readonly columns: readonly { readonly id: string; readonly name: Text; readonly year?: Year }[];
  readonly rows: readonly BreakdownRow[];
  readonly total: BreakdownRow;
}

export interface BreakdownRow {
  readonly name: Text;
  readonly adminCode?: AdminCode;
  readonly line: number;
  /** By column; `null` where the table has a dash. */
  readonly values: readonly (number | null)[];
}

export interface Fact {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  readonly value: number;
  readonly year: Year;
  /** Stated as about, more than, nearly. */
  readonly approximate?: boolean;
  readonly source: Source;
  readonly doubt?: Text;
}

export interface PopulationFact {
  readonly id: string;
  readonly of: PopulationQuantity;
  readonly value: number;
  readonly year: Year;
  /** document: of the city's own plan. official, secondary: another's text, or a copy of it. general: common knowledge. derived: computed from the others. */
  readonly status: "document" | "official" | "secondary" | "general" | "derived";
  readonly source: Source | { readonly note: Text };
}

/** Counts are of people; shares are fractions of the residents, or of the hukou population where it says so. */
export const POPULATION_QUANTITIES = [
  "residents",
  "hukou",
  "household_size",
  "elderly60",
  "elderly60_share",
  "elderly60_share_of_hukou",
  "elderly65_share",
  "under3",
  "under3_share",
] as const;
export type PopulationQuantity = (typeof POPULATION_QUANTITIES)[number];

/** Place in a document of the pack. */
export interface Source {
  readonly document: string;
  readonly clause: string;
  readonly line: number;
}

/** The last stated number at or before the year; `undefined` before the first, and where none was stated. */
export function targetAt(indicator: Indicator, year: Year): TargetCell | undefined {
  return indicator.cells.findLast((cell) => cell.year <= year && cell.value !== undefined);
}
