import type { AdminUnit } from "../../../core/model/admin-unit.ts";
import type { Project } from "../../../core/model/project.ts";
import type { ExportWords } from "../export-words.ts";
import type { ExportDatum, ExportTable } from "./export-table.ts";
import { modelWords } from "./model-words.ts";
import { cellsOf, columnsOf, flag, type RowColumn } from "./row-column.ts";
import { placeIn } from "./shifted-place.ts";

/** The administrative units with their published people, as an import reads them. */
export function unitTable({ units }: Project, words: ExportWords, datum: ExportDatum): ExportTable {
  return {
    name: "units",
    columns: columnsOf(COLUMNS, words, datum),
    length: units.length,
    *rows() {
      for (const unit of units) {
        const place = placeIn(datum, { ...(unit.shape && { shape: unit.shape }) });
        yield { cells: cellsOf(unit, COLUMNS, words), ...(place && { place }) };
      }
    },
  };
}

const COLUMNS: readonly RowColumn<AdminUnit>[] = [
  { field: "id", format: "text", of: ({ id }) => id },
  { field: "name", format: "text", of: ({ name }) => name },
  { field: "level", format: "text", of: ({ level }, { language }) => modelWords.level(level, language) },
  { field: "parent", format: "text", of: ({ parent }) => parent },
  { field: "urban", format: "text", of: ({ urban }, words) => flag(urban, words) },
  { field: "households", format: "count", of: ({ population }) => population?.households },
  { field: "residents", format: "count", of: ({ population }) => population?.residents },
  { field: "hukou", format: "count", of: ({ population }) => population?.hukou },
  { field: "urban_residents", format: "count", of: ({ population }) => population?.urbanResidents },
  { field: "elderly60", format: "count", of: ({ population }) => population?.elderly60 },
  { field: "under3", format: "count", of: ({ population }) => population?.under3 },
  { field: "year", format: "year", of: ({ population }) => population?.year },
  { field: "source", format: "text", of: ({ population }) => population?.source },
];
