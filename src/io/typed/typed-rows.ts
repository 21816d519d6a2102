import { type Issue, issue } from "../../core/base/issue.ts";
import { sortedById } from "../../core/base/order.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Patch, RowChange } from "../../core/model/patch.ts";
import type { Project } from "../../core/model/project.ts";
import type { Field } from "../columns.ts";
import { FACILITY_GROUPS } from "./typed-facility.ts";
import { type TypedTable, typedPatch, writtenIn } from "./typed-patch.ts";
import type { Typed } from "./typed-row.ts";

/** What was typed for rows of one table; each id once. */
export interface TypedRows {
  readonly table: TypedTable;
  readonly rows: readonly { readonly id: string; readonly typed: Typed }[];
}

/**
 * One patch that makes rows say what was typed. Each cell that cannot be as typed is one issue, `at` its id and column;
 * the value is the patch of all others. Cells of a group, such as the two degrees, are refused together. A cell that
 * says already what was typed is no change. Refused where no cell is left to change.
 */
export function typedRowsPatch(project: Project, { table, rows }: TypedRows): Outcome<Patch> {
  const issues: Issue[] = [];
  const changes: RowChange<{ readonly id: string }>[] = [];
  for (const { id, typed } of rows) {
    const { change, wrong } = rowOf(project, table, id, typed);
    issues.push(...wrong);
    if (change) changes.push(change);
  }
  if (changes.length === 0) return refused(...(issues.length > 0 ? issues : [nothingChanged(rows[0]?.id)]));
  const ordered = sortedById(changes.map((change) => ({ id: change.after?.id ?? "", change })));
  return done({ [table]: ordered.map(({ change }) => change) }, issues);
}

/** What is left of a row once the cells that are wrong are put aside, and why they are. */
function rowOf(
  project: Project,
  table: TypedTable,
  id: string,
  typed: Typed,
): { readonly change?: RowChange<{ readonly id: string }>; readonly wrong: readonly Issue[] } {
  const { id: named, ...rest } = apart(typed, writtenIn(project, { table, id })?.texts);
  const wrong: Issue[] =
    named === undefined ? [] : [issue("edit.id-fixed", "error", { id }, { id, column: "id" })];
  let left: Typed = rest;
  const patchOf = (some: Typed) => typedPatch(project, { table, id }, some);
  while (Object.keys(left).length > 0) {
    const made = patchOf(left);
    if (made.ok) {
      const [change] = made.value[table] ?? [];
      return { ...(change && { change }), wrong };
    }
    if (saysSo(made)) break;
    const cells = wrongCells(left, made.issues, patchOf).map((cell) => ({ ...cell, id }));
    wrong.push(...cells.map(({ why, column }) => ({ ...why, at: { id, column } })));
    left = without(left, new Set(cells.map(({ column }) => column)));
  }
  return { wrong };
}

/** What does not stand there already, word for word. */
function apart(typed: Typed, written: Typed = {}): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([column, text]) => text.trim() !== (written[column as Field] ?? "")),
  );
}

interface WrongCell {
  readonly column: Field;
  readonly why: Issue;
}

/** The cells that issues are about, with those of their groups; where they name none, those refused alone, or else all. */
function wrongCells(
  typed: Typed,
  issues: readonly Issue[],
  patchOf: (some: Typed) => Outcome<Patch>,
): readonly WrongCell[] {
  const columns = Object.keys(typed) as Field[];
  const named = columns.flatMap((column) => {
    const why = issues.find(({ at }) => at.column !== undefined && together(at.column, column));
    return why ? [{ column, why }] : [];
  });
  if (named.length > 0) return named;
  const alone = columns.flatMap((column) => {
    const made = patchOf(
      Object.fromEntries(columns.filter((one) => together(one, column)).map((one) => [one, typed[one]])),
    );
    const [why] = made.issues;
    return made.ok || saysSo(made) || !why ? [] : [{ column, why }];
  });
  const [why] = issues;
  return alone.length > 0 || !why ? alone : columns.map((column) => ({ column, why }));
}

function together(one: string, other: Field): boolean {
  return one === other || FACILITY_GROUPS.some((group) => has(group, one) && has(group, other));
}

function has(group: readonly Field[], column: string): boolean {
  return (group as readonly string[]).includes(column);
}

function without(typed: Typed, columns: ReadonlySet<Field>): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([column]) => !columns.has(column as Field)));
}

/** The row says already what was typed. */
function saysSo({ issues }: Outcome<Patch>): boolean {
  return issues[0]?.code === "edit.nothing-changed";
}

function nothingChanged(id = ""): Issue {
  return issue("edit.nothing-changed", "error", { id }, { id });
}
