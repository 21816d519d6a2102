import type { Pipeline } from "../../core/analysis/pipeline.ts";
import type { AdminLevel } from "../../core/model/admin-unit.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { PolicyDocument } from "../../core/standards/clause.ts";
import type { LineNote } from "../../core/standards/judgement.ts";
import type { Metric, Rule, RuleUnit } from "../../core/standards/rule.ts";
import type { PackStatus } from "../../core/standards/rule-pack.ts";
import type { Verdict } from "../../core/standards/verdict.ts";
import type { TableName } from "./tables/export-table.ts";
import type { ResultColumn } from "./tables/result-columns.ts";

/** What the files say besides the names of the columns that are read back, in one language. */
export interface ExportWords {
  readonly language: "zh" | "en";
  /** Names of the tables: of their files, sheets and layers. */
  readonly tables: Readonly<Record<TableName, string>>;
  /** Headings of what was worked out: none of them is read back. */
  readonly columns: Readonly<Record<ResultColumn, string>>;
  /** Headings of a metric, with `{{metric}}` and `{{unit}}` in them. */
  readonly ofMetric: Readonly<Record<"required" | "provided" | "missing" | "share", string>>;
  readonly ofSubject: Readonly<Record<CareSubject, string>>;
  readonly yes: string;
  readonly no: string;
  /** Stands for what a source said and nobody could read. */
  readonly unreadable: string;
  /** Rows that lie in no 街道. */
  readonly noStreet: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly metric: Readonly<Record<Metric, string>>;
  readonly unit: Readonly<Record<RuleUnit, string>>;
  readonly level: Readonly<Record<AdminLevel, string>>;
  readonly severity: Readonly<Record<Rule["severity"], string>>;
  readonly note: Readonly<Record<LineNote, string>>;
  readonly documentStatus: Readonly<Record<PolicyDocument["status"], string>>;
  readonly packStatus: Readonly<Record<PackStatus, string>>;
  readonly about: AboutWords;
}

/** The sheet that says what a workbook is of. */
export interface AboutWords {
  readonly sheet: string;
  readonly what: string;
  readonly said: string;
  readonly project: string;
  readonly origin: Readonly<Record<"title" | "demo" | "imported", string>>;
  readonly asOf: string;
  readonly coordinates: string;
  readonly datum: Readonly<Record<"wgs84" | "gcj02", string>>;
  readonly key: string;
  readonly standard: string;
  readonly validTo: string;
  readonly supply: string;
  readonly method: Readonly<Record<Pipeline["parameters"]["supply"], string>>;
  readonly walks: string;
  /** With `{{detour}}`, or with `{{cap}}` in metres. */
  readonly straight: string;
  readonly streets: string;
  readonly empty: string;
  readonly emptySaid: string;
  readonly again: string;
  readonly againSaid: string;
  readonly unknown: string;
}
