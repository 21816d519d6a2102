import type { AdminUnit } from "../../core/model/admin-unit.ts";
import { stated } from "./members.ts";
import type { Placing } from "./placing.ts";
import { readShape } from "./read-shape.ts";
import type { RowReader } from "./row-reader.ts";
import { adminLevels } from "./words.ts";

/** An administrative unit of a row; `undefined` if the row is refused: it has no code, name or known level. */
export function toUnit(reader: RowReader, placing: Placing): AdminUnit | undefined {
  const id = reader.text("id") ?? reader.text("admin_code");
  if (id === undefined) {
    reader.note("row.id-missing", "error", {}, "id");
    return undefined;
  }
  const name = reader.text("name");
  if (name === undefined) reader.note("row.name-missing", "error", {}, "name");
  const level = adminLevels.get(reader.plainWord("level") ?? "");
  if (level === undefined) {
    reader.note("row.level-unknown", "error", { level: reader.text("level") ?? "" }, "level");
  }
  if (name === undefined || level === undefined) return undefined;
  const drawn = readShape(reader, placing);
  const residents = reader.count("residents");
  const hukou = reader.count("hukou");
  const population = stated({
    residents,
    // It would stand in for residents that were not stated, and these were.
    hukou: reader.isUnread("residents") ? undefined : hukou,
    urbanResidents: reader.count("urban_residents"),
    elderly60: reader.count("elderly60"),
    under3: reader.count("under3"),
    households: reader.count("households"),
    year: reader.number("year", "year", { least: 1900, most: 2100, whole: true }),
    source: reader.text("source"),
  });
  return {
    id,
    name,
    level,
    ...stated({
      parent: reader.text("parent"),
      urban: reader.flag("urban"),
      shape: drawn?.kind === "area" ? drawn.shape : undefined,
      population: Object.keys(population).length > 0 ? population : undefined,
    }),
  };
}
