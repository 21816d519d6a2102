import Papa from "papaparse";
import { readDecimal } from "../../core/base/read-decimal.ts";
import { decodeText } from "../text/decode-text.ts";

/** What keeps a table from being read: one sentence with file, row, column and mend. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
}

/** A row of a table with the cells of the columns asked for, trimmed; absent: there is no such column. */
export interface TableRow<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  /** As people count: the header is row 1. */
  readonly row: number;
  /** `links.csv, row 3, column metres` */
  readonly at: (column: Column) => string;
}

/**
 * The rows of a CSV, blank ones apart, with the cells of its `required` columns and of those `optional` ones that it has;
 * other columns are passed over. Throws `UnreadableTable`.
 */
export function tableRows<Required extends string, Optional extends string = never>(
  bytes: Uint8Array,
  file: string,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): { readonly has: ReadonlySet<string>; readonly rows: readonly TableRow<Required | Optional>[] } {
  const text = decodeText(bytes, file);
  if (!text.ok) throw new UnreadableTable(`${file} is neither UTF-8 nor GB18030 text. Save it as CSV UTF-8.`);
  const { data, errors } = Papa.parse<string[]>(text.value.text.trimEnd());
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote)
    throw new UnreadableTable(
      `${file}, row ${(quote.row ?? 0) + 1}: a quotation mark is opened or closed wrongly. Quote the whole cell, and double the marks within it.`,
    );
  const [header = [], ...lines] = data;
  const wanted = required.join(",");
  if (isBlank(header))
    throw new UnreadableTable(`${file} is empty. Give a header ${wanted} and a row for each.`);
  const headings = header.map((heading) => heading.trim().toLowerCase());
  const places = new Map<Required | Optional, number>();
  for (const column of [...required, ...optional]) {
    const place = headings.indexOf(column);
    if (place >= 0) places.set(column, place);
    else if ((required as readonly string[]).includes(column))
      throw new UnreadableTable(`${file}, row 1: there is no column ${column}. Name the columns ${wanted}.`);
    if (place !== headings.lastIndexOf(column))
      throw new UnreadableTable(`${file}, row 1, column ${column}: it stands twice. Leave one of them out.`);
  }
  const rows = lines.flatMap((line, above) => {
    if (isBlank(line)) return [];
    const row = above + 2;
    if (!isBlank(line.slice(header.length)))
      throw new UnreadableTable(
        `${file}, row ${row}: it has ${line.length} cells under ${header.length} headings. Quote the cells that have a comma in them.`,
      );
    const cells = Object.fromEntries(
      Array.from(places, ([column, place]) => [column, line[place]?.trim() ?? ""]),
    ) as Record<Required | Optional, string>;
    return [{ cells, row, at: (column: string) => `${file}, row ${row}, column ${column}` }];
  });
  return { has: new Set<string>(places.keys()), rows };
}

/** A number from 0 that a cell says, to be taken as the decimal that was typed. Throws `UnreadableTable` for any other. */
export function amountIn<Column extends string>({ cells, at }: TableRow<Column>, column: Column): number {
  const typed = readDecimal(cells[column]);
  if (typed.state === "number" && typed.value >= 0) return typed.value;
  const [what, mend] = {
    empty: ["the cell is empty", "Give a number, 0 if there is nothing"],
    "no-number": [`"${cells[column]}" is no number`, "Give a number from 0, without a unit"],
    "too-long": [`"${cells[column]}" has more digits than are kept`, "Round it to 15 digits"],
    number: [`${cells[column]} is below 0`, "Give a number from 0"],
  }[typed.state];
  throw new UnreadableTable(`${at(column)}: ${what}. ${mend}.`);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
