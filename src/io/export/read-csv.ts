import Papa from "papaparse";

/** Rows of a CSV file as `csv` writes it, by column name. An apostrophe that guards a formula is taken off again. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return parsed.data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell.replace(GUARDED, "$1")])),
  );
}

const GUARDED = /^'('*[=+\-@\t\r])/;
