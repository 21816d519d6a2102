import type { Project } from "../../../core/model/project.ts";
import type { CandidateSite } from "../../../core/model/site.ts";
import type { ExportWords } from "../export-words.ts";
import type { ExportDatum, ExportTable } from "./export-table.ts";
import { modelWords } from "./model-words.ts";
import { degreesColumns } from "./place-columns.ts";
import { cellsOf, columnsOf, flag, type RowColumn } from "./row-column.ts";
import { placeIn } from "./shifted-place.ts";

/** The candidate sites as an import reads them. */
export function siteTable({ sites }: Project, words: ExportWords, datum: ExportDatum): ExportTable {
  const columns = [...SITE_COLUMNS, ...degreesColumns<CandidateSite>(datum, ({ at }) => at)];
  return {
    name: "sites",
    columns: columnsOf(columns, words, datum),
    length: sites.length,
    *rows() {
      for (const site of sites) {
        const place = placeIn(datum, site);
        yield { cells: cellsOf(site, columns, words), ...(place && { place }) };
      }
    },
  };
}

/** Everything but where it is. */
export const SITE_COLUMNS: readonly RowColumn<CandidateSite>[] = [
  { field: "id", format: "text", of: ({ id }) => id },
  { field: "name", format: "text", of: ({ name }) => name },
  {
    field: "kind",
    format: "text",
    of: ({ kind }, { language }) => kind && modelWords.siteKind(kind, language),
  },
  { field: "owner", format: "text", of: ({ owner }) => owner },
  {
    field: "ways",
    format: "text",
    of: ({ ways }, { language }) => ways?.map((way) => modelWords.siteWay(way, language)).join(";"),
  },
  { field: "enlarges", format: "text", of: ({ enlarges }) => enlarges },
  { field: "zone", format: "text", of: ({ zone }) => zone },
  { field: "usable_m2", format: "amount", of: ({ usableArea }) => usableArea },
  { field: "land_m2", format: "amount", of: ({ landArea }) => landArea },
  { field: "storey", format: "count", of: ({ storey }) => storey },
  { field: "fire_class", format: "count", of: ({ fireClass }) => fireClass },
  { field: "fire_compliant", format: "text", of: ({ fireCompliant }, words) => flag(fireCompliant, words) },
  { field: "dense_area", format: "text", of: ({ denseArea }, words) => flag(denseArea, words) },
  {
    field: "title_certificate",
    format: "text",
    of: ({ titleCertificate }, words) => flag(titleCertificate, words),
  },
  {
    field: "expropriation_listed",
    format: "text",
    of: ({ expropriationListed }, words) => flag(expropriationListed, words),
  },
  { field: "cost", format: "amount", of: ({ cost }) => cost },
  { field: "yearly_cost", format: "amount", of: ({ yearlyCost }) => yearlyCost },
  { field: "earliest", format: "year", of: ({ earliest }) => earliest },
  { field: "usable_years", format: "count", of: ({ usableYears }) => usableYears },
];
