import { type Issue, type IssueCode, issue, type Severity } from "../../core/base/issue.ts";
import type { IssueFacts } from "../../core/base/issue-facts.ts";
import type { Day } from "../../core/base/units.ts";
import type { Field } from "../columns.ts";
import type { SourceRow } from "../source-row.ts";
import { readStorey } from "./read-storey.ts";
import {
  isBareNumber,
  plainWord,
  type Quantity,
  type Reading,
  readDay,
  readFlag,
  readNumber,
  readWord,
} from "./read-value.ts";

/** Reads one row value by value, and notes what was changed or left unknown. Absent values are `undefined`. */
export interface RowReader {
  readonly row: SourceRow;
  readonly issues: readonly Issue[];
  text(field: Field): string | undefined;
  /** The text as words are compared. */
  plainWord(field: Field): string | undefined;
  number(field: Field, quantity: Quantity, range?: Range): number | undefined;
  /** A whole number, not negative. */
  count(field: Field): number | undefined;
  /** Square metres, not negative. */
  area(field: Field): number | undefined;
  storey(field: Field): number | undefined;
  flag(field: Field): boolean | undefined;
  day(field: Field): Day | undefined;
  word<Word extends string>(field: Field, words: ReadonlyMap<string, Word>): Word | undefined;
  /** Whether the table has the column, be its cell empty or not. */
  hasColumn(field: Field): boolean;
  /** Whether the cell was filled in with something that could not be read, as far as it was asked for. */
  isUnread(field: Field): boolean;
  note<Code extends IssueCode>(code: Code, severity: Severity, facts: IssueFacts[Code], field?: Field): void;
}

export interface Range {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
}

/**
 * `headings` are the columns as the file names them; `unreadable` those that hold something, but not what they should;
 * `units` are units that the headings give to bare numbers.
 */
export function rowReader(
  row: SourceRow,
  file: string,
  headings: ReadonlyMap<Field, string>,
  unreadable: readonly Field[] = [],
  units: ReadonlyMap<Field, string> = new Map(),
): RowReader {
  const issues: Issue[] = [];
  const unread: Field[] = [];
  const id = row.values.get("id");
  const note: RowReader["note"] = (code, severity, facts, field) => {
    const column = field && (headings.get(field) ?? field);
    issues.push(
      issue(code, severity, facts, {
        file,
        row: row.row,
        ...(column !== undefined && { column }),
        ...(id !== undefined && { id: String(id) }),
      }),
    );
  };

  const refuse: RowReader["note"] = (code, severity, facts, field) => {
    if (field !== undefined) unread.push(field);
    note(code, severity, facts, field);
  };

  function taken<T extends string | number | boolean>(
    field: Field,
    reading: Reading<T>,
    unreadable: (value: string) => void,
    cell = row.values.get(field),
  ): T | undefined {
    if (reading.state === "absent") return undefined;
    if (reading.state === "plain") return reading.value;
    const value = told(String(cell));
    if (reading.state === "unreadable") unreadable(value);
    if (reading.state === "estimate") refuse("value.estimate", "warning", { value }, field);
    if (reading.state === "range") refuse("value.range", "warning", { value }, field);
    if (reading.state === "too-long") refuse("value.too-many-digits", "warning", { value }, field);
    if (reading.state === "repaired") {
      note("value.repaired", "repaired", { before: value, after: String(reading.value) }, field);
    }
    return "value" in reading ? reading.value : undefined;
  }

  function within(
    field: Field,
    value: number | undefined,
    { least = -MOST, most = MOST, whole }: Range,
  ): number | undefined {
    if (value === undefined) return undefined;
    if (value < least || value > most) {
      refuse("value.out-of-range", "warning", { value, least, most }, field);
      return undefined;
    }
    if (whole && !Number.isInteger(value)) {
      refuse("value.no-whole", "warning", { value }, field);
      return undefined;
    }
    return value === 0 ? 0 : value;
  }

  const number: RowReader["number"] = (field, quantity, range = {}) => {
    const [cell, unit] = [row.values.get(field), units.get(field)];
    const said = unit !== undefined && cell !== undefined && isBareNumber(cell) ? `${cell}${unit}` : cell;
    const value = taken(
      field,
      readNumber(said, quantity),
      (text) => refuse("value.no-number", "warning", { value: text }, field),
      said,
    );
    return within(field, value, range);
  };

  const text = (field: Field) => {
    const value = row.values.get(field);
    return value === undefined ? undefined : String(value);
  };

  return {
    row,
    issues,
    note,
    number,
    isUnread: (field) => unreadable.includes(field) || unread.includes(field),
    hasColumn: (field) => headings.has(field),
    text,
    plainWord: (field) => {
      const value = text(field);
      return value === undefined ? undefined : plainWord(value);
    },
    count: (field) => number(field, countedIn(field), { least: 0, whole: true }),
    area: (field) => number(field, "area", { least: 0 }),
    storey: (field) => {
      const value = taken(field, readStorey(row.values.get(field)), (text) =>
        refuse("value.no-storey", "warning", { value: text }, field),
      );
      return within(field, value, { least: -10, most: 200, whole: true });
    },
    flag: (field) =>
      taken(field, readFlag(row.values.get(field)), (value) =>
        refuse("value.no-flag", "warning", { value }, field),
      ),
    day: (field) =>
      taken(field, readDay(row.values.get(field)), (value) =>
        refuse("value.no-day", "warning", { value }, field),
      ),
    word: (field, words) =>
      taken(field, readWord(row.values.get(field), words), (value) =>
        refuse("value.unknown-word", "warning", { value, known: [...new Set(words.values())] }, field),
      ),
  };
}

/** A value as a sentence can hold it. */
function told(value: string): string {
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}

const LONGEST = 80;

/** No count, area or price of one row is larger; and up to here every number with its cents is exact. */
const MOST = 1e9;

/** What the numbers of a column count: households are no people, and beds no slots. */
function countedIn(field: Field): Quantity {
  if (field === "households" || field === "slots") return field;
  return field === "beds" || field === "nursing_beds" ? "beds" : "people";
}
