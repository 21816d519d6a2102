/** The text of a cell with an apostrophe before it where a spreadsheet would run it as a formula. */
export function guarded(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text again; one that an apostrophe guards from nothing keeps it. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, "$1");
}

const RUNS_AS_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'('*[=+\-@\t\r])/;
