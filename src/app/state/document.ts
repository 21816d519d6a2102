import { create } from "zustand";
import type { AnalysisView, ImportReport, ProjectView, Source } from "../../../workers/protocol.ts";
import { type Choices, type Parameters, parametersApart } from "../../core/analysis/parameters.ts";
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
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
  /** What the results are compared with: those before the last change that led to new ones. */
  readonly earlier: Earlier | undefined;
  /** The document stands somewhere as it was after this edit, or before any, with these choices; absent: nowhere. */
  readonly saved: { readonly after: Patch | undefined; readonly choices: Choices } | undefined;
}

/** Something done that can be taken back: rows of the document changed, parameters set, or both at once. */
export interface Deed {
  readonly patch?: Patch;
  /** What the change brings with it, told beside what was changed as long as nothing else is done. */
  readonly remarks?: readonly Issue[];
  /** The names of the files that the rows were taken in from. */
  readonly files?: readonly string[];
  /** The name of the project file that was merged. */
  readonly merged?: string;
  /** What the plan is called that was adopted. */
  readonly plan?: string;
  readonly choices?: { readonly before: Choices; readonly after: Choices };
}

export interface Earlier {
  readonly view: ProjectView;
  readonly results: AnalysisView;
  readonly parameters: Parameters;
  /** What came after was a taking back of what had been done. */
  readonly takenBack: boolean;
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
  earlier: undefined,
  saved: undefined,
}));

/**
 * Whether closing the document would lose something that nobody can open again. Parameters tried on a demo city are no
 * loss.
 */
export function isUnsaved({ view, done, choices, saved }: OpenDocument): boolean {
  if (view === undefined) return false;
  if (saved === undefined || saved.after !== lastPatch(done)) return true;
  return view.origin !== "demo" && parametersApart(saved.choices, choices).length > 0;
}

export function lastPatch(done: readonly Deed[]): Patch | undefined {
  return done.findLast(({ patch }) => patch !== undefined)?.patch;
}
