import { create } from "zustand";
import type { AnalysisView, ImportReport, ProjectView, Source } from "../../../workers/protocol.ts";
import type { Choices } from "../../core/analysis/parameters.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { Patch } from "../../core/model/patch.ts";

/** The open document as the page knows it: its view, what is set for its analysis, the results and what is being done. */
export interface OpenDocument {
  readonly source: Source | undefined;
  /** What was last asked to be opened, whether or not it could be. */
  readonly asked: Source | undefined;
  readonly view: ProjectView | undefined;
  readonly report: ImportReport | undefined;
  /** The report is of files that took the place of a demo city. */
  readonly replacedDemo: boolean;
  /** The edit that the report is of, where files were taken into the open document. */
  readonly importEdit: Patch | undefined;
  /** Parameters that the user has set. */
  readonly choices: Choices;
  readonly results: AnalysisView | undefined;
  /** The results are from before the last change of document or choices. */
  readonly stale: boolean;
  readonly busy: Busy | undefined;
  readonly problem: Problem | undefined;
  readonly done: readonly Patch[];
  readonly undone: readonly Patch[];
  /** The document stands somewhere as it was after this edit, or before any; absent: nowhere. */
  readonly saved: { readonly after: Patch | undefined } | undefined;
}

export interface Busy {
  readonly with: Activity;
  readonly step: WorkStep | undefined;
  readonly cancel: () => void;
}

export type Activity = "opening" | "analysing" | "editing" | "saving";

/** What went wrong: the user's data (issues, with mend) or the machine (a message). */
export interface Problem {
  readonly during: Activity;
  readonly issues: readonly Issue[];
  readonly message: string | undefined;
  readonly cancelled: boolean;
  /** The worker is gone, and with it the document it held. */
  readonly lost: boolean;
}

export const useDocument = create<OpenDocument>(() => ({
  source: undefined,
  asked: undefined,
  view: undefined,
  report: undefined,
  replacedDemo: false,
  importEdit: undefined,
  choices: {},
  results: undefined,
  stale: false,
  busy: undefined,
  problem: undefined,
  done: [],
  undone: [],
  saved: undefined,
}));

/** Whether closing the document would lose something that nobody can open again. */
export function isUnsaved({ view, done, saved }: OpenDocument): boolean {
  return view !== undefined && (saved === undefined || saved.after !== done.at(-1));
}
