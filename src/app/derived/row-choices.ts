import type { Choice } from "../../ui/editing/form-fields.ts";
import { rowName } from "./row-name.ts";

/** Rows to choose from, by name and id. */
export function rowChoices(table: {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}): readonly Choice[] {
  return table.ids.map((value, row) => {
    const name = rowName(table, row);
    return { value, label: name === value ? value : `${name} · ${value}` };
  });
}
