import { create } from "zustand";
import type { Decided, MergeShown } from "../../../workers/protocol.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { Side } from "../../core/model/merge-projects.ts";
import type { ReadFile } from "../../platform/browser/files.ts";

/** Another project that is to be taken into the open one, and what is said of it so far. */
export interface Merging {
  readonly theirs: ReadFile;
  /** What both were made of. */
  readonly base: ReadFile | undefined;
  /** What comes of them; absent while they are compared, and where they cannot be merged. */
  readonly shown: MergeShown | undefined;
  readonly refused: readonly Issue[] | undefined;
  /** Whose is taken, by the row of the conflict. */
  readonly sides: ReadonlyMap<number, Side>;
  /** What would come of all that was chosen; absent until it was asked for. */
  readonly decided: Decided | undefined;
}

/** A project file that came while a project is open: to be opened in its place, or merged. */
export interface Arrived {
  readonly file: File;
  readonly open: () => void;
}

interface Merges {
  readonly arrived: Arrived | undefined;
  readonly merging: Merging | undefined;
}

export const useMerging = create<Merges>(() => ({ arrived: undefined, merging: undefined }));
