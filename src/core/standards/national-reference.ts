import type { Text } from "./clause.ts";

/** Values of national norms, for comparison only: no verdict rests on them. Ordered by id. */
export type NationalReference = readonly ReferenceNorm[];

export interface ReferenceNorm {
  readonly id: string;
  readonly title: Text;
  readonly values: readonly ReferenceValue[];
  /** found: its text was seen. secondary: a copy or report of it was. general: common knowledge, text not seen. */
  readonly sourceStatus: "found" | "secondary" | "general";
  readonly source: Text;
}

/** A number or a span: from `from` to `to`, both included. */
export interface ReferenceValue {
  readonly of: Text;
  readonly unit: "m" | "m2" | "person" | "dwelling" | "bed" | "child";
  readonly from: number;
  readonly to?: number;
}
