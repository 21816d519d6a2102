/**
 * Every issue code and the facts that its sentence needs. One section per subject; the catalogue (zh, en) has a
 * sentence for each code, or it does not compile.
 */
export interface IssueFacts extends FileFacts, RowFacts, ProjectFacts, StandardsFacts, EditFacts {}

/** Whole files and their shape. */
interface FileFacts {
  "file.empty": Record<never, never>;
}

/** One row or one value of it. */
interface RowFacts {
  "row.id-missing": Record<never, never>;
}

/** Rows against each other. */
interface ProjectFacts {
  "project.duplicate-id": { readonly id: string };
}

/** Rule packs and cases. */
interface StandardsFacts {
  "pack.unreadable": { readonly pack: string; readonly reason: string };
}

/** Edits that cannot be made. */
interface EditFacts {
  "edit.unknown-facility": { readonly id: string };
}
