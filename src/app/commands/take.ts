import { csv, tabbed } from "../../io/export/csv.ts";
import { copyText } from "../../platform/browser/clipboard.ts";
import { saveFile } from "../../platform/browser/files.ts";
import type { ShownTable } from "../../ui/tables/TableTools.tsx";

export function copyTable({ head, rows }: ShownTable): Promise<boolean> {
  return copyText(tabbed(head, rows));
}

/** UTF-8 with a byte order mark, so that office programs read it right. */
export function saveTable(name: string, { head, rows }: ShownTable): void {
  saveFile(name, new TextEncoder().encode(`\uFEFF${csv(head, rows)}`));
}
