import type { Metric } from "../../core/standards/rule.ts";
import type { AnalysisFile } from "../export/analysis-names.ts";
import { readCsv } from "../export/read-csv.ts";

/** The files of an analysis as they were written, read back. Only what re-adding looks at. */
export interface WrittenAnalysis {
  readonly zones: readonly Row[];
  readonly facilities: readonly Row[];
  readonly ledger: readonly Row[];
  readonly links: readonly Row[];
  readonly rollup: readonly Row[];
  readonly summary: SummaryFile;
  readonly verdicts: VerdictsFile;
  readonly map: MapFile;
  readonly screening: boolean;
}

export type Row = Readonly<Record<string, string>>;

export interface RuleFacts {
  readonly metric?: string;
  readonly unit?: string;
  readonly severity: string;
  readonly group?: string;
}

interface SummaryFile {
  readonly parameters: {
    readonly supply: string;
    readonly conflict: string;
    readonly limits: Readonly<Record<string, number>>;
    readonly decides: Readonly<Record<string, string>>;
  };
  readonly metrics: readonly Metric[];
  readonly headline: {
    readonly zones: number;
    readonly missing: readonly { readonly metric: string; readonly amount: number; readonly zones: number }[];
    readonly verdicts: Readonly<Record<string, number>>;
  };
}

interface VerdictsFile {
  readonly rules: Readonly<Record<string, RuleFacts>>;
  readonly zones: readonly {
    readonly zone: string;
    readonly verdict: string;
    readonly sensitive: boolean;
    readonly remarks: readonly string[];
    readonly lines: readonly {
      readonly rule: string;
      readonly verdict: string;
      readonly severity: string;
      readonly group?: string;
      /** Of what is provided, what only may count: it is in no ledger. */
      readonly perhaps?: number;
    }[];
  }[];
}

interface MapFile {
  readonly features: readonly {
    readonly properties: {
      readonly id: string;
      readonly households?: number | null;
      readonly residents?: number | null;
      readonly units: Readonly<Record<string, string>>;
    };
  }[];
}

/** Throws where a file is not JSON. */
export function writtenAnalysis(files: Readonly<Record<AnalysisFile, string>>): WrittenAnalysis {
  const summary = JSON.parse(files["summary.json"]) as SummaryFile;
  const { supply } = summary.parameters;
  return {
    zones: readCsv(files["zones.csv"]),
    facilities: readCsv(files["facilities.csv"]),
    ledger: readCsv(files["ledger.csv"]),
    links: readCsv(files["links.csv"]),
    rollup: readCsv(files["rollup.csv"]),
    summary,
    verdicts: JSON.parse(files["verdicts.json"]) as VerdictsFile,
    map: JSON.parse(files["zones.geojson"]) as MapFile,
    screening: supply === "catchment" || supply === "floating",
  };
}

/** The number of a cell; `undefined` where it is empty. */
export function numberIn(cell: string | undefined): number | undefined {
  return cell === undefined || cell === "" ? undefined : Number(cell);
}
