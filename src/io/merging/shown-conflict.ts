import { canonical, digestOf } from "../../core/base/digest.ts";
import { areaOf } from "../../core/geo/ring.ts";
import type { Facility } from "../../core/model/facility.ts";
import type { Conflict, MergedTable, Side } from "../../core/model/merge-projects.ts";
import type { Project } from "../../core/model/project.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import type { StreetChange } from "../../core/network/changed-streets.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import { streetsDigest } from "../../core/network/streets-digest.ts";
import type { Field } from "../columns.ts";
import { columnsOf } from "../member-columns.ts";
import { writtenFacility } from "../typed/typed-facility.ts";
import type { Typed } from "../typed/typed-row.ts";
import { writtenZone } from "../typed/typed-zone.ts";

/** A conflict as a person compares both sides: texts as they would be typed, absent where a side does not say. */
export interface ShownConflict {
  readonly table: MergedTable;
  /** Of the row, or of both rows of a pair. */
  readonly ids: readonly string[];
  readonly name?: string;
  /** The side that removed the row which the other changed. */
  readonly gone?: Side;
  readonly values: readonly ShownValue[];
}

export interface ShownValue extends Texts {
  /** The column that it is read from; absent where no table has one. */
  readonly column?: Field;
  readonly member: string;
}

type Texts = Readonly<Partial<Record<Version, string>>>;
type Version = "base" | Side;

/** Whole rows of the three projects; a row is absent where a project does not have it. */
export type RowsOf = Readonly<Record<Version, object | undefined>>;

/** The conflict, and the row that it is about. */
export function shownConflict(conflict: Conflict, rows: RowsOf): ShownConflict {
  const { table, id, field } = conflict;
  const name = nameOf(rows.a ?? rows.b);
  const gone = field === undefined && !WHOLE.has(table) ? goneIn(conflict) : undefined;
  return {
    table,
    ids: id === undefined ? [] : table === "duplicateDecisions" ? id.split(" ") : [id],
    ...(name !== undefined && { name }),
    ...(gone && { gone }),
    values: WHOLE.has(table) ? wholeValues(conflict) : valuesOf(table, membersIn(conflict, gone), rows, gone),
  };
}

/** Rows that are taken as a whole. */
const WHOLE: ReadonlySet<MergedTable> = new Set(["customPacks", "duplicateDecisions"]);

function goneIn({ a, b }: Conflict): Side | undefined {
  return a === undefined ? "a" : b === undefined ? "b" : undefined;
}

function wholeValues({ table, base, a, b }: Conflict): readonly ShownValue[] {
  const [member, textOf] =
    table === "duplicateDecisions"
      ? (["same", (value: unknown) => plain(memberOf(value, "same"))] as const)
      : (["pack", (value: unknown) => plain(memberOf(memberOf(value, "title"), "zh"))] as const);
  return [{ member, ...texts({ base, a, b }, textOf) }];
}

/** The members that are not the same; of a row that is gone on one side, those that the other changed. */
function membersIn({ field, base, a, b }: Conflict, gone: Side | undefined): readonly string[] {
  if (!gone) return field?.split("+") ?? [];
  const [was, is] = [base, gone === "a" ? b : a];
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
  return [...names].filter((name) => apart(memberOf(was, name), memberOf(is, name)));
}

function valuesOf(
  table: MergedTable,
  members: readonly string[],
  rows: RowsOf,
  gone: Side | undefined,
): readonly ShownValue[] {
  const written = writtenIn(table, rows);
  const [one, other]: readonly Version[] = gone ? ["base", gone === "a" ? "b" : "a"] : ["a", "b"];
  const isApart = (value: Texts) => value[one as Version] !== value[other as Version];
  const values = new Map<string, ShownValue>();
  for (const member of members) {
    const own = OWN_TEXTS[member];
    const columns = own ? [own.column] : columnsOf(member);
    const stated = columns.map(
      (column): ShownValue => ({
        ...(column !== undefined && { column }),
        member,
        ...(own
          ? texts(rows, own.textOf)
          : texts(written, (of) => (of as Typed | undefined)?.[column as Field])),
      }),
    );
    const told = stated.filter(isApart);
    // What no column tells apart is told as it stands.
    const [column] = columns;
    const asItStands = {
      ...(column !== undefined && { column }),
      ...{ member, ...texts(rows, (row) => plain(memberOf(row, member))) },
    };
    for (const value of told.length > 0 ? told : isApart(asItStands) ? [asItStands] : [])
      values.set(value.column ?? member, value);
  }
  return [...values.values()];
}

/** Members whose column says less than they do, or that have none. */
const OWN_TEXTS: Readonly<
  Record<string, { readonly column?: Field; readonly textOf: (row: object) => string | undefined }>
> = {
  at: { column: "lonlat", textOf: (row) => placeText((row as ResidentialZone).at) },
  // Corners tell nobody anything; m² do, as long as both have some.
  shape: { textOf: ({ shape }: Partial<ResidentialZone>) => shape && `${Math.round(areaOf(shape))} m²` },
  streets: { textOf: ({ streets }: Partial<Project>) => streets && streetsText(streets) },
  streetChanges: {
    textOf: ({ streetChanges }: Partial<Project>) => streetChanges && changesText(streetChanges),
  },
  households: { column: "households", textOf: householdsText },
  householdsBasis: { column: "households", textOf: householdsText },
};

function householdsText({ households, householdsBasis }: Partial<ResidentialZone>): string | undefined {
  return households === undefined ? undefined : `${householdsBasis === "estimated" ? "≈" : ""}${households}`;
}

/** How many ways they have, and what tells them from others of as many. */
function streetsText(streets: StreetMap): string {
  return `${streets.tags.length} · ${streetsDigest(streets).slice(0, 8)}`;
}

/** How many there are, and what tells them from others of as many. */
function changesText(changes: readonly StreetChange[]): string {
  return `${changes.length} · ${digestOf(changes).slice(0, 8)}`;
}

function placeText(at: ResidentialZone["at"]): string | undefined {
  return at && `${at.lng.toFixed(6)}, ${at.lat.toFixed(6)}`;
}

function writtenIn(table: MergedTable, { base, a, b }: RowsOf): Readonly<Record<Version, Typed | undefined>> {
  const textsOf = (row: object | undefined): Typed | undefined => {
    if (row === undefined) return undefined;
    if (table === "facilities") return writtenFacility(row as Facility).texts;
    return table === "zones" ? writtenZone(row as ResidentialZone).texts : undefined;
  };
  return { base: textsOf(base), a: textsOf(a), b: textsOf(b) };
}

function texts<Of>(
  { base, a, b }: Readonly<Record<Version, Of | undefined>>,
  textOf: (of: Of) => string | undefined,
): Texts {
  const [before, mine, theirs] = [base, a, b].map((each) => (each === undefined ? undefined : textOf(each)));
  return {
    ...(before !== undefined && { base: before }),
    ...(mine !== undefined && { a: mine }),
    ...(theirs !== undefined && { b: theirs }),
  };
}

function plain(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return (typeof value === "string" ? value : canonical(value)).slice(0, LONGEST);
}

const LONGEST = 120;

function memberOf(row: unknown, name: string): unknown {
  return (row as Record<string, unknown> | undefined)?.[name];
}

function nameOf(row: object | undefined): string | undefined {
  const name = memberOf(row, "name");
  return typeof name === "string" && name !== "" ? name : undefined;
}

function apart(one: unknown, other: unknown): boolean {
  return canonical(one) !== canonical(other);
}
