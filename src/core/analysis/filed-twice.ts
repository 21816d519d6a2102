import { equalTexts } from "../base/equal-texts.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import { closePairs } from "../model/close-pairs.ts";
import {
  type CountedOnce,
  DUPLICATE_METRES,
  everyPair,
  grouping,
  normalisedName,
  pairKey,
  type RowGroups,
  sameAmounts,
} from "../model/duplicates.ts";
import { type Facility, hasEnded } from "../model/facility.ts";
import { nameStem, numberedApart } from "../model/names-alike.ts";
import type { Project } from "../model/project.ts";

/** The document as far as it is asked here. */
type Register = Pick<Project, "facilities" | "duplicateDecisions">;

/** Remembered by what duplicates are found in a register, since every edit asks. */
const remembered = new WeakMap<CountedOnce, RowGroups>();

/**
 * Rooms that are in the register for two zones or under two kinds, so that each row counts by itself: open rows of the
 * same amounts, where two of three say that they are one: the place, the name, and the document they come from. Rows
 * that duplicates take for one, or perhaps one, and those that the user ruled on are not told here. Cost: near linear;
 * quadratic in rows at one spot, and in those of one zone. `duplicates` are those of this register.
 */
export function filedTwice(register: Register, duplicates: CountedOnce): RowGroups {
  const known = remembered.get(duplicates) ?? found(register, duplicates);
  remembered.set(duplicates, known);
  return known;
}

function found({ facilities, duplicateDecisions }: Register, { groups, perhaps }: CountedOnce): RowGroups {
  const rows = facilities.map(tracesOf);
  const papers = equalTexts(rows.map(({ source }) => source)).filter(({ length }) => length <= MOST_OF_PAPER);
  const paperOf = placesIn(papers);
  const told = [groups, perhaps].map(placesIn);
  const ruled = new Set(duplicateDecisions.map(({ facilities: pair }) => pairKey(...pair)));
  const filed = grouping(facilities.length);

  const look = (a: number, b: number) => {
    const [one, other] = [rows[a] as Traces, rows[b] as Traces];
    if (!areFiledApart(one.row, other.row) || numberedApart(one.name, other.name)) return;
    const isOnePlace = standTogether(one, other);
    if (isOnePlace === "apart") return;
    const isOneName = one.stem !== undefined && one.stem === other.stem;
    const isOnePaper = isSamePlaceIn(paperOf, a, b);
    const traces = [isOnePlace === "together", isOneName, isOnePaper].filter(Boolean).length;
    if (traces < 2 || told.some((of) => isSamePlaceIn(of, a, b))) return;
    if (!ruled.has(pairKey(one.row.id, other.row.id))) filed.join(a, b);
  };
  const placed = facilities.map(({ at }) => at && { at });
  closePairs(placed, DUPLICATE_METRES, look);
  for (const rowsThere of equalTexts(rows.map(({ address }) => address))) {
    if (rowsThere.length <= MOST_AT_ADDRESS) everyPair(rowsThere, look);
  }
  for (const rowsOf of equalTexts(facilities.map(({ zone }) => zone))) everyPair(rowsOf, look);
  for (const rowsOf of papers) everyPair(rowsOf, look);
  return filed.groups();
}

/** A document that more rows cite is a register, and says of no two of them that they are one. */
const MOST_OF_PAPER = 3;
/** An address that more rows have names no building. */
const MOST_AT_ADDRESS = 10;

/** What tells whose rooms a row speaks of; texts as they are compared, absent where they say nothing. */
interface Traces {
  readonly row: Facility;
  readonly name?: string;
  readonly stem?: string;
  readonly address?: string;
  readonly source?: string;
}

function tracesOf(row: Facility): Traces {
  const name = plain(row.name);
  const stem = name && nameStem(name);
  const [address, source] = [plain(row.address), plain(row.source)];
  return {
    row,
    ...(name && { name }),
    ...(stem && { stem }),
    ...(address && { address }),
    ...(source && { source }),
  };
}

function plain(text: string | undefined): string {
  return text === undefined ? "" : normalisedName(text);
}

/** Whether two rows claim as much of the same for another zone, or under another kind. */
function areFiledApart(one: Facility, other: Facility): boolean {
  if (one.kind === other.kind && one.zone === other.zone) return false;
  return !hasEnded(one.status) && !hasEnded(other.status) && sameAmounts(one, other);
}

/** Where one of them has no place, one address or one zone stands for it. */
function standTogether(one: Traces, other: Traces): "together" | "apart" | "unknown" {
  const [at, otherAt] = [one.row.at, other.row.at];
  if (at && otherAt) return geodesicMetres(at, otherAt) <= DUPLICATE_METRES ? "together" : "apart";
  const isOneAddress = one.address !== undefined && one.address === other.address;
  const isOneZone = one.row.zone !== undefined && one.row.zone === other.row.zone;
  return isOneAddress || isOneZone ? "together" : "unknown";
}

/** By row that is in a group: which. */
function placesIn(groups: RowGroups): ReadonlyMap<number, number> {
  return new Map(groups.flatMap((group, place) => group.map((row) => [row, place] as const)));
}

function isSamePlaceIn(of: ReadonlyMap<number, number>, a: number, b: number): boolean {
  const place = of.get(a);
  return place !== undefined && place === of.get(b);
}
