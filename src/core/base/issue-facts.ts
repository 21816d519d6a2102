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
  /** `path` is the place in the file: rules[3].clauses[0].document. */
  "pack.member-missing": { readonly path: string };
  "pack.member-unknown": { readonly path: string };
  "pack.wrong-type": { readonly path: string; readonly expected: string };
  "pack.unknown-word": { readonly path: string; readonly allowed: string };
  "pack.wrong-form": { readonly path: string; readonly expected: string };
  "pack.duplicate": { readonly path: string; readonly id: string };
  "pack.dangling": { readonly path: string; readonly id: string };
  "pack.lonely-group": { readonly path: string; readonly group: string };
  "pack.band-reversed": { readonly path: string; readonly low: number; readonly high: number };
  "pack.number-too-low": { readonly path: string; readonly value: number; readonly least: string };
  "pack.kind-twice": { readonly path: string; readonly id: string };
  "pack.not-custom": { readonly pack: string };
  "pack.custom-id": { readonly id: string };
  "pack.rule-missing": { readonly pack: string; readonly rule: string };
  "pack.member-not-of-type": { readonly rule: string; readonly member: string; readonly type: string };
  /** `path` is the place in the case: input.estate.households. */
  "case.unreadable": { readonly reason: string };
  "case.member-missing": { readonly path: string };
  "case.member-unknown": { readonly path: string };
  "case.wrong-value": { readonly path: string; readonly expected: string };
  "case.two-supplies": Record<never, never>;
  "case.which-estate": { readonly known: readonly string[] };
  "case.unknown-estate": { readonly id: string; readonly known: readonly string[] };
  "case.unknown-pack": { readonly pack: string; readonly known: readonly string[] };
  "case.unknown-overlay": {
    readonly overlay: string;
    readonly pack: string;
    readonly known: readonly string[];
  };
  "case.pack-needed": { readonly level: string };
  "case.other-pack": { readonly asked: string; readonly stated: string };
  "case.limit-needed": Record<never, never>;
}

/** Edits that cannot be made. */
interface EditFacts {
  "desk.nothing-open": Record<never, never>;
  "edit.unknown-facility": { readonly id: string };
  "evidence.unknown-zone": { readonly id: string };
}
