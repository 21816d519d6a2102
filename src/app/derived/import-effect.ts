import type { Rehearsed } from "../../../workers/protocol.ts";
import type { NamedRow } from "../../core/model/patch-account.ts";
import { TURNS } from "../../core/scenario/verdict-turns.ts";
import type { Field } from "../../io/columns.ts";
import { columnsOf } from "../../io/member-columns.ts";
import type { ImportEffect } from "../../ui/importing/EffectReview.tsx";

/** What an import would change, as it is shown; `wordOf` names a column, `undefined`: one that has no name. */
export function importEffect(
  { tables, streets, turned }: Pick<Rehearsed, "tables" | "streets" | "turned">,
  wordOf: (column: Field | undefined) => string,
): ImportEffect {
  return {
    tables: tables.map(({ table, added, changed, gone, same, members }) => {
      const columns = new Map<string, number>();
      for (const { member, rows } of members) {
        const word = wordOf(member === "at" ? undefined : columnsOf(member)[0]);
        columns.set(word, Math.max(columns.get(word) ?? 0, rows));
      }
      return {
        ...{ table, same },
        ...{ added: added.map(nameOf), changed: changed.map(nameOf), gone: gone.map(nameOf) },
        columns: [...columns].map(([name, rows]) => ({ name, rows })),
      };
    }),
    streets,
    turned:
      turned &&
      TURNS.flatMap((turn) => {
        const zones = turned.filter((zone) => zone.turn === turn);
        return zones.length === 0
          ? []
          : [
              {
                turn,
                zones: zones.map((zone) => ({
                  ...zone,
                  name: nameOf(zone),
                  subject: zone.subject,
                  before: zone.before,
                })),
              },
            ];
      }),
  };
}

function nameOf({ id, name }: NamedRow): string {
  return name || id;
}
