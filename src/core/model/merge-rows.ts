import { byCodeUnit } from "../base/order.ts";
import { sameContent } from "../base/same-content.ts";

/** Whose change: of the first project or of the second. */
export type Side = "a" | "b";

/** Whose change is taken of what both changed: in every conflict, or as is said of each; of one it says nothing, nobody's. */
export type Take = Side | ((conflict: Conflict) => Side | undefined);

export type MergedTable =
  | "project"
  | "parameters"
  | "facilities"
  | "zones"
  | "units"
  | "sites"
  | "customPacks"
  | "duplicateDecisions";

/** What both sides changed, each in its own way. A value is absent where that side has none. */
export interface Conflict {
  readonly table: MergedTable;
  /** Absent of what there is once in a project. */
  readonly id?: string;
  /** Absent: the row as a whole, which one side removed and the other changed. */
  readonly field?: string;
  readonly base?: unknown;
  readonly a?: unknown;
  readonly b?: unknown;
}

export interface Sides<Value> {
  readonly base: Value | undefined;
  readonly a: Value | undefined;
  readonly b: Value | undefined;
}

/** One row of three projects; no row: it is removed. Of a field in conflict the row has what `take` says, or nothing. */
export function mergeRow<Row extends object>(
  table: MergedTable,
  id: string,
  sides: Sides<Row>,
  take?: Take,
): MergedRow<Row> {
  const place = { table, ...(id !== "" && { id }) };
  const { base, a, b } = sides;
  // Also a row of fields: it keeps its identity where only one side changed it, or neither.
  const whole = threeWay(sides);
  if ("value" in whole) return { row: whole.value, conflicts: [], undecided: 0 };
  if (WHOLE.has(table) || a === undefined || b === undefined) {
    const conflict = { ...place, ...stated(sides) };
    const side = sideOf(conflict, take);
    return { row: side && sides[side], conflicts: [conflict], undecided: side ? 0 : 1 };
  }
  const row: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  let undecided = 0;
  for (const fields of fieldsOf(table, [base ?? {}, a, b])) {
    const parts = {
      base: base && pick(base, fields),
      a: pick(a, fields),
      b: pick(b, fields),
    };
    const merged = threeWay(parts);
    if ("value" in merged) Object.assign(row, merged.value);
    else {
      const conflict = { ...place, field: fields.join("+"), ...stated(shown(parts, fields)) };
      conflicts.push(conflict);
      const side = sideOf(conflict, take);
      if (side) Object.assign(row, parts[side]);
      else undecided += 1;
    }
  }
  return { row: row as Row, conflicts, undecided };
}

export interface MergedRow<Row> {
  readonly row: Row | undefined;
  readonly conflicts: readonly Conflict[];
  readonly undecided: number;
}

function sideOf(conflict: Conflict, take: Take | undefined): Side | undefined {
  return typeof take === "function" ? take(conflict) : take;
}

/** Of these half of a row of one side and half of the other would say what neither said. */
const WHOLE: ReadonlySet<MergedTable> = new Set(["customPacks", "duplicateDecisions"]);

/** Fields that say something only together, by table. */
const TOGETHER: Partial<Record<MergedTable, readonly (readonly string[])[]>> = {
  zones: [
    ["households", "householdsBasis"],
    ["residents", "residentsBasis"],
    ["stage", "status"],
  ],
  facilities: [["pooling", "shared", "zone"]],
  // A change names a street by its row.
  project: [["streets", "streetChanges"]],
};

/** What both agree on, or only one changed; else nothing. */
function threeWay<Value>({ base, a, b }: Sides<Value>): { readonly value: Value | undefined } | Undecided {
  if (sameContent(a, b)) return { value: a };
  if (sameContent(a, base)) return { value: b };
  if (sameContent(b, base)) return { value: a };
  return {};
}
type Undecided = Record<never, never>;

/** Groups of fields, each field in one of them, by name. */
function fieldsOf(table: MergedTable, rows: readonly object[]): readonly (readonly string[])[] {
  const groups = TOGETHER[table] ?? [];
  const grouped = new Set(groups.flat());
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const single = [...names].filter((name) => !grouped.has(name)).map((name) => [name]);
  return [...groups, ...single].sort((x, y) => byCodeUnit(x[0] ?? "", y[0] ?? ""));
}

function pick(row: object, fields: readonly string[]): Record<string, unknown> {
  const values = row as Record<string, unknown>;
  return Object.fromEntries(
    fields.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
}

/** A single field as its value, several as they stand. */
function shown(parts: Sides<Record<string, unknown>>, fields: readonly string[]): Sides<unknown> {
  const [only = "", another] = fields;
  if (another !== undefined) return parts;
  return { base: parts.base?.[only], a: parts.a?.[only], b: parts.b?.[only] };
}

function stated({ base, a, b }: Sides<unknown>): Pick<Conflict, "base" | "a" | "b"> {
  return {
    ...(base !== undefined && { base }),
    ...(a !== undefined && { a }),
    ...(b !== undefined && { b }),
  };
}
