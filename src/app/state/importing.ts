import { create } from "zustand";
import type { FilePreview, FileReport, ImportChoices, Rehearsed } from "../../../workers/protocol.ts";
import type { FilePlace } from "../../platform/browser/file-places.ts";
import type { ReadFile } from "../../platform/browser/files.ts";

/** Files that were brought, and what is said of them so far. */
export interface Brought {
  readonly files: readonly ReadFile[];
  /** Of those that are too large to be opened, or that the browser could not open. */
  readonly unopened: readonly FileReport[];
  readonly place: FilePlace | undefined;
  readonly choices: ImportChoices;
}

/** Tables that were brought and are looked at before they are taken in. */
export interface Importing extends Brought {
  /** How they would be read; absent until they have been looked at. */
  readonly previews: readonly FilePreview[] | undefined;
  /** Tables whose columns were matched as they were the last time, by name. */
  readonly remembered: ReadonlySet<string>;
}

/** Files whose rows would be taken into the open document, and what that would make of it. */
export interface Rehearsal extends Brought, Rehearsed {}

interface Imports {
  readonly importing: Importing | undefined;
  readonly rehearsal: Rehearsal | undefined;
}

export const useImporting = create<Imports>(() => ({ importing: undefined, rehearsal: undefined }));
