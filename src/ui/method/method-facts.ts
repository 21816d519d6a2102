import type { Parameters, SupplyMethod } from "../../core/analysis/parameters.ts";
import type { Headline } from "../../core/analysis/results.ts";
import type { NationalReference } from "../../core/standards/national-reference.ts";
import type { Overlay, RulePack } from "../../core/standards/rule-pack.ts";

/** What the page of the method is made from: the standards and parameters in force, and what is counted now. */
export interface MethodFacts {
  /** Version of the program. */
  readonly program: string;
  readonly packs: readonly RulePack[];
  /** Those switched on that apply to a pack in use. */
  readonly overlays: readonly Overlay[];
  readonly reference: NationalReference;
  readonly parameters: Parameters;
  /** Where the value of each parameter is from. */
  readonly from: (name: keyof Parameters) => "set" | "pack" | "usual";
  /** Methods that can be asked for in this version. */
  readonly supplies: readonly SupplyMethod[];
  readonly asOf: string | undefined;
  /** Facilities that are in no register. */
  readonly invented: number;
  readonly now: MethodNow | undefined;
  /** The counts are from before the last change. */
  readonly stale: boolean;
  readonly kindName: (kind: string) => string;
}

/** Of the results on screen. */
export interface MethodNow {
  readonly key: string;
  readonly headline: Headline;
  readonly issues: number;
}

export const METHOD_PARTS = [
  "verdicts",
  "standards",
  "counted",
  "people",
  "circle",
  "supply",
  "parameters",
  "data",
  "recompute",
  "limits",
] as const;
export type MethodPart = (typeof METHOD_PARTS)[number];
