import { type Issue, type IssueCode, issue, type Severity } from "../../core/base/issue.ts";
import type { IssueFacts } from "../../core/base/issue-facts.ts";
import type { Day } from "../../core/base/units.ts";
import type { Field } from "../columns.ts";
import type { SourceRow, SourceValue } from "../source-row.ts";
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
  /** Words of one cell, apart by semicolon, comma, bar or space, each once and as they stand; one unknown refuses the cell. */
  words<Word extends string>(field: Field, words: ReadonlyMap<string, Word>): readonly Word[] | undefined;
  /** Whether the table has the column, be its cell empty or not. */
  hasColumn(field: Field): boolean;
  /** Whether the cell was filled in with something that could not be read, as far as it was asked for. */
  isUnread(field: Field): boolean;
  /** Whether any was. */
  readonly hasUnread: boolean;
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
  units: ReadonlyMap<Field, string> = NO_UNITS,
): RowReader {
  return new OneRow(row, file, headings, unreadable, units);
}

const NO_UNITS: ReadonlyMap<Field, string> = new Map();

/** One is made for every row of a register: its methods are those of all. */
class OneRow implements RowReader {
  readonly row: SourceRow;
  // Of most rows nothing is told, and nothing is unread.
  #issues: Issue[] | undefined;
  readonly #file: string;
  readonly #headings: ReadonlyMap<Field, string>;
  readonly #units: ReadonlyMap<Field, string>;
  readonly #unreadable: readonly Field[];
  #unread: Field[] | undefined;

  constructor(
    row: SourceRow,
    file: string,
    headings: ReadonlyMap<Field, string>,
    unreadable: readonly Field[],
    units: ReadonlyMap<Field, string>,
  ) {
    this.row = row;
    this.#file = file;
    this.#headings = headings;
    this.#unreadable = unreadable;
    this.#units = units;
  }

  text(field: Field): string | undefined {
    const cell = this.#cell(field);
    return cell === undefined ? undefined : String(cell);
  }

  plainWord(field: Field): string | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : plainWord(text);
  }

  number(field: Field, quantity: Quantity, range: Range = {}): number | undefined {
    const said = this.#withUnit(field);
    const reading = readNumber(said, quantity);
    if (reading.state === "unreadable") this.#refuse("value.no-number", { value: told(said) }, field);
    return this.#within(field, this.#taken(field, reading, said), range);
  }

  count(field: Field): number | undefined {
    return this.number(field, countedIn(field), WHOLE);
  }

  area(field: Field): number | undefined {
    return this.number(field, "area", POSITIVE);
  }

  storey(field: Field): number | undefined {
    const cell = this.#cell(field);
    const reading = readStorey(cell);
    if (reading.state === "unreadable") this.#refuse("value.no-storey", { value: told(cell) }, field);
    return this.#within(field, this.#taken(field, reading, cell), STOREYS);
  }

  flag(field: Field): boolean | undefined {
    const cell = this.#cell(field);
    const reading = readFlag(cell);
    if (reading.state === "unreadable") this.#refuse("value.no-flag", { value: told(cell) }, field);
    return this.#taken(field, reading, cell);
  }

  day(field: Field): Day | undefined {
    const cell = this.#cell(field);
    const reading = readDay(cell);
    if (reading.state === "unreadable") this.#refuse("value.no-day", { value: told(cell) }, field);
    return this.#taken(field, reading, cell);
  }

  word<Word extends string>(field: Field, words: ReadonlyMap<string, Word>): Word | undefined {
    const cell = this.#cell(field);
    const reading = readWord(cell, words);
    if (reading.state === "unreadable") {
      const known = [...new Set(words.values())];
      this.#refuse("value.unknown-word", { value: told(cell), words: known }, field);
    }
    return this.#taken(field, reading, cell);
  }

  words<Word extends string>(field: Field, words: ReadonlyMap<string, Word>): readonly Word[] | undefined {
    const parts = (this.text(field) ?? "").split(APART).filter((part) => part !== "");
    const found = new Set<Word>();
    for (const part of parts) {
      const reading = readWord(part, words);
      if (reading.state === "unreadable") {
        this.#refuse("value.unknown-word", { value: told(part), words: [...new Set(words.values())] }, field);
        return undefined;
      }
      if (reading.state === "plain") found.add(reading.value);
    }
    return found.size === 0 ? undefined : [...found];
  }

  hasColumn(field: Field): boolean {
    return this.#headings.has(field);
  }

  isUnread(field: Field): boolean {
    return this.#unreadable.includes(field) || this.#unread?.includes(field) === true;
  }

  get issues(): readonly Issue[] {
    return this.#issues ?? NO_ISSUES;
  }

  get hasUnread(): boolean {
    return this.#unreadable.length > 0 || this.#unread !== undefined;
  }

  note<Code extends IssueCode>(code: Code, severity: Severity, facts: IssueFacts[Code], field?: Field): void {
    const column = field && (this.#headings.get(field) ?? field);
    const id = this.#cell("id");
    this.#issues ??= [];
    this.#issues.push(
      issue(code, severity, facts, {
        file: this.#file,
        row: this.row.row,
        ...(column !== undefined && { column }),
        ...(id !== undefined && { id: String(id) }),
      }),
    );
  }

  #cell(field: Field): SourceValue | undefined {
    return this.row.values.get(field);
  }

  /** A bare number with the unit that its heading gives. */
  #withUnit(field: Field): SourceValue | undefined {
    const cell = this.#cell(field);
    const unit = cell === undefined || this.#units.size === 0 ? undefined : this.#units.get(field);
    return unit !== undefined && cell !== undefined && isBareNumber(cell) ? `${cell}${unit}` : cell;
  }

  /** Notes that a cell was filled in with something that could not be read. */
  #refuse<Code extends IssueCode>(code: Code, facts: IssueFacts[Code], field: Field): void {
    this.#unread ??= [];
    this.#unread.push(field);
    this.note(code, "warning", facts, field);
  }

  #taken<T extends string | number | boolean>(
    field: Field,
    reading: Reading<T>,
    cell: SourceValue | undefined,
  ): T | undefined {
    switch (reading.state) {
      case "plain":
        return reading.value;
      case "repaired":
        this.note("value.repaired", "repaired", { before: told(cell), after: String(reading.value) }, field);
        return reading.value;
      case "estimate":
        this.#refuse("value.estimate", { value: told(cell) }, field);
        return undefined;
      case "range":
        this.#refuse("value.range", { value: told(cell) }, field);
        return undefined;
      case "too-long":
        this.#refuse("value.too-many-digits", { value: told(cell) }, field);
        return undefined;
      default:
        return undefined;
    }
  }

  #within(
    field: Field,
    value: number | undefined,
    { least = -MOST, most = MOST, whole }: Range,
  ): number | undefined {
    if (value === undefined) return undefined;
    if (value < least || value > most) {
      this.#refuse("value.out-of-range", { value, least, most }, field);
      return undefined;
    }
    if (whole && !Number.isInteger(value)) {
      this.#refuse("value.no-whole", { value }, field);
      return undefined;
    }
    return value === 0 ? 0 : value;
  }
}

const NO_ISSUES: readonly Issue[] = [];
const APART = /[;；,，、|\s]+/;

const WHOLE: Range = { least: 0, whole: true };
const POSITIVE: Range = { least: 0 };
const STOREYS: Range = { least: -10, most: 200, whole: true };

/** A value as a sentence can hold it. */
function told(cell: SourceValue | undefined): string {
  const value = String(cell);
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
