import type { Pipeline } from "../../../core/analysis/pipeline.ts";
import { areaFor, type Facility } from "../../../core/model/facility.ts";
import type { ExportWords } from "../export-words.ts";
import type { ExportDatum, ExportTable } from "./export-table.ts";
import { modelWords } from "./model-words.ts";
import { ORIGIN_COLUMNS } from "./origin-columns.ts";
import { degreesColumns } from "./place-columns.ts";
import { cellsOf, columnsOf, flag, type RowColumn } from "./row-column.ts";
import { placeIn } from "./shifted-place.ts";

/** The facilities as an import reads them. */
export function facilityTable(
  { project, territory }: Pipeline,
  words: ExportWords,
  datum: ExportDatum,
): ExportTable {
  const columns = [
    ...FACILITY_COLUMNS,
    ...degreesColumns<Facility>(datum, ({ at }) => at),
    ...FACILITY_ORIGIN,
  ];
  return {
    name: "facilities",
    columns: columnsOf(columns, words, datum),
    length: project.facilities.length,
    *rows() {
      for (const [row, facility] of project.facilities.entries()) {
        const place = placeIn(datum, { ...(facility.at && { at: facility.at }) });
        const street = territory.value.facilityPaths[row]?.[1]?.name ?? facility.street;
        yield {
          cells: cellsOf(facility, columns, words),
          ...(place && { place }),
          ...(street !== undefined && { street }),
        };
      }
    },
  };
}

/** Everything but where it stands, and who says so. */
export const FACILITY_COLUMNS: readonly RowColumn<Facility>[] = [
  { field: "id", format: "text", of: ({ id }) => id },
  { field: "name", format: "text", of: ({ name }) => name },
  { field: "kind", format: "text", of: ({ kind }, { language }) => modelWords.kind(kind, language) },
  {
    field: "status",
    format: "text",
    of: ({ status }, { language }) => status && modelWords.facilityStatus(status, language),
  },
  { field: "zone", format: "text", of: ({ zone }) => zone },
  { field: "shared", format: "text", of: ({ shared }, words) => flag(shared, words) },
  { field: "elderly_m2", format: "amount", of: (row) => areaFor(row, "elderly"), doubt: "elderlyArea" },
  { field: "childcare_m2", format: "amount", of: (row) => areaFor(row, "childcare"), doubt: "childcareArea" },
  { field: "community_m2", format: "amount", of: (row) => areaFor(row, "community"), doubt: "communityArea" },
  { field: "total_m2", format: "amount", of: ({ totalArea }) => totalArea },
  { field: "land_m2", format: "amount", of: ({ landArea }) => landArea, doubt: "landArea" },
  { field: "slots", format: "count", of: ({ slots }) => slots, doubt: "slots" },
  { field: "beds", format: "count", of: ({ beds }) => beds, doubt: "beds" },
  { field: "nursing_beds", format: "count", of: ({ nursingBeds }) => nursingBeds },
  { field: "storey", format: "count", of: ({ storey }) => storey, doubt: "storey" },
  { field: "dense_area", format: "text", of: ({ denseArea }, words) => flag(denseArea, words) },
  { field: "fire_compliant", format: "text", of: ({ fireCompliant }, words) => flag(fireCompliant, words) },
  { field: "registered", format: "text", of: ({ registered }, words) => flag(registered, words) },
  { field: "inclusive", format: "text", of: ({ inclusive }, words) => flag(inclusive, words) },
  { field: "pooled_with", format: "text", of: ({ pooling }) => pooling?.zones.join(";") || undefined },
  { field: "pooling_approved_by", format: "text", of: ({ pooling }) => pooling?.approvedBy },
  { field: "pooling_date", format: "text", of: ({ pooling }) => pooling?.date, doubt: "pooling" },
  { field: "investment", format: "amount", of: ({ investment }) => investment },
  { field: "opens", format: "year", of: ({ opens }) => opens },
  { field: "phone", format: "text", of: ({ phone }) => phone },
  { field: "hours", format: "text", of: ({ hours }) => hours },
  { field: "address", format: "text", of: ({ address }) => address },
  { field: "street", format: "text", of: ({ street }) => street },
  { field: "community", format: "text", of: ({ community }) => community },
  { field: "admin_code", format: "text", of: ({ adminCode }) => adminCode },
];

/** Its source, date and check. */
export const FACILITY_ORIGIN: readonly RowColumn<Facility>[] = ORIGIN_COLUMNS;
