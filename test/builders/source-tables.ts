import type { SourceFile } from "../../src/io/import-report.ts";
import { openTables } from "../../src/io/open-tables.ts";
import type { SourceTable } from "../../src/io/source-row.ts";
import { value } from "./outcomes.ts";

/** What is in a file: its sheets or layers with their rows as plain objects, and what is said of the whole. */
export async function tables(file: SourceFile) {
  const opened = await openTables(file);
  const issues = opened.issues.map(({ code, facts }) => [code, facts]);
  return { issues, parts: value(opened).map(partOf) };
}

function partOf(table: SourceTable) {
  const rows = [...table.blocks].flatMap(({ rows, broken, refusal }) => {
    if (broken.length > 0 || refusal) throw new Error(JSON.stringify({ broken, refusal }));
    return rows.map(({ row, values, geometry }) => ({
      row,
      ...Object.fromEntries(values),
      ...(geometry !== undefined && { geometry }),
    }));
  });
  return { part: table.part, issues: table.issues.map(({ code }) => code), rows };
}
