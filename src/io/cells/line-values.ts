import type { Field } from "../columns.ts";
import type { RowValues } from "../source-row.ts";
import type { Cells } from "./cell-table.ts";
import { trimmed } from "./trimmed.ts";

/** The place of each column that we know. */
export function placesOf(fields: readonly (Field | undefined)[]): ReadonlyMap<Field, number> {
  return new Map(fields.flatMap((field, place) => (field === undefined ? [] : [[field, place] as const])));
}

/** What a line holds, its cells trimmed when they are asked for; empty ones are none. */
export class LineValues implements RowValues {
  readonly #cells: Cells;
  readonly #places: ReadonlyMap<Field, number>;

  constructor(cells: Cells, places: ReadonlyMap<Field, number>) {
    this.#cells = cells;
    this.#places = places;
  }

  get(field: Field): string | undefined {
    const place = this.#places.get(field);
    const cell = place === undefined ? undefined : this.#cells[place];
    return cell === undefined || cell === "" ? undefined : trimmed(cell) || undefined;
  }

  has(field: Field): boolean {
    return this.get(field) !== undefined;
  }

  *[Symbol.iterator](): Generator<readonly [Field, string]> {
    for (const field of this.#places.keys()) {
      const value = this.get(field);
      if (value !== undefined) yield [field, value];
    }
  }
}
