import type { FileReport, ImportChoices } from "../../../workers/protocol.ts";
import type { UnplacedRow } from "../../ui/importing/UnplacedReview.tsx";

type Places = NonNullable<ImportChoices["places"]>;
type PlacedTable = keyof Places;

/** Rows without coordinates of an import that may be at known places, over all its files; units are no places. */
export function unplacedRows(files: readonly FileReport[]): readonly UnplacedRow[] {
  return files.flatMap(({ role, unplaced = [] }) =>
    role !== "facilities" && role !== "zones"
      ? []
      : unplaced.flatMap(({ id, name, candidates, certain }) => {
          const placed = candidates.filter(({ at }) => at !== undefined);
          if (placed.length === 0) return [];
          return [
            {
              key: keyOf(role, id),
              name: name ?? id,
              candidates: placed.map((one) => ({ ...one, key: keyOf(one.table, one.id) })),
              ...(certain?.at && { certain: keyOf(certain.table, certain.id) }),
            },
          ];
        }),
  );
}

/** What was chosen, added to what was chosen before. */
export function withPlaced(before: Places = {}, chosen: Readonly<Record<string, string>>): Places {
  const all: Record<PlacedTable, Record<string, unknown>> = {
    facilities: { ...before.facilities },
    zones: { ...before.zones },
  };
  for (const [row, place] of Object.entries(chosen)) {
    const [table, id] = keyed(row);
    const [at, of] = keyed(place);
    all[table as PlacedTable][id] = { table: at, id: of };
  }
  return all as Places;
}

function keyOf(table: string, id: string): string {
  return `${table} ${id}`;
}

/** An id may hold spaces; the name of a table holds none. */
function keyed(key: string): readonly [table: string, id: string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space), key.slice(space + 1)];
}
