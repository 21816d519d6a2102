import type { Pipeline } from "../../../core/analysis/pipeline.ts";
import { type MetricColumns, ZONE_FLAGS } from "../../../core/analysis/results.ts";
import { CARE_SUBJECTS } from "../../../core/model/facility-kind.ts";
import type { ResidentialZone } from "../../../core/model/residential-zone.ts";
import { VERDICTS } from "../../../core/standards/verdict.ts";
import type { Cell } from "../csv.ts";
import type { ExportWords } from "../export-words.ts";
import type { ExportColumn, ExportDatum, ExportTable } from "./export-table.ts";
import { formatOfUnit, metricHeading } from "./metric-heading.ts";
import { modelWords } from "./model-words.ts";
import { ORIGIN_COLUMNS } from "./origin-columns.ts";
import { degreesColumns } from "./place-columns.ts";
import { cellsOf, columnsOf, flag, type RowColumn } from "./row-column.ts";
import { placeIn } from "./shifted-place.ts";

/**
 * The zones as an import reads them, and behind that how they are judged. Estimated households have a column of their
 * own: read back as stated, they could let a rule pass that nobody knows to be met.
 */
export function zoneTable(pipeline: Pipeline, words: ExportWords, datum: ExportDatum): ExportTable {
  const { project, territory } = pipeline;
  const columns = [
    ...ZONE_COLUMNS,
    PHASES,
    ...degreesColumns<ResidentialZone>(datum, ({ at }) => at),
    ...ZONE_ORIGIN,
  ];
  return {
    name: "zones",
    columns: [...columnsOf(columns, words, datum), ...judgedColumns(pipeline, words)],
    length: project.zones.length,
    *rows() {
      for (const [row, zone] of project.zones.entries()) {
        const place = placeIn(datum, zone);
        const street = territory.value.zonePaths[row]?.[1]?.name ?? zone.street;
        yield {
          cells: [...cellsOf(zone, columns, words), ...judgedCells(pipeline, zone, row, words)],
          ...(place && { place }),
          ...(street !== undefined && { street }),
        };
      }
    },
  };
}

/** Everything but where it lies, and who says so. */
export const ZONE_COLUMNS: readonly RowColumn<ResidentialZone>[] = [
  { field: "id", format: "text", of: ({ id }) => id },
  { field: "name", format: "text", of: ({ name }) => name },
  {
    field: "status",
    format: "text",
    of: ({ status }, { language }) => status && modelWords.zoneStatus(status, language),
  },
  { field: "old_estate", format: "text", of: ({ oldEstate }, words) => flag(oldEstate, words) },
  { field: "in_renewal", format: "text", of: ({ inRenewal }, words) => flag(inRenewal, words) },
  {
    field: "households",
    format: "count",
    of: ({ households, householdsBasis }) => (householdsBasis === "estimated" ? undefined : households),
  },
  { field: "residents", format: "count", of: ({ residents }) => residents, doubt: "residents" },
  {
    field: "residents_basis",
    format: "text",
    of: ({ residentsBasis }, { language }) =>
      residentsBasis && modelWords.residentsBasis(residentsBasis, language),
  },
  { field: "elderly60", format: "count", of: ({ elderly60 }) => elderly60 },
  { field: "under3", format: "count", of: ({ under3 }) => under3 },
  { field: "residential_m2", format: "amount", of: ({ residentialArea }) => residentialArea },
  {
    field: "stage",
    format: "text",
    of: ({ stage }, { language }) => stage && modelWords.zoneStage(stage, language),
  },
  { field: "grant_date", format: "text", of: ({ grantDate }) => grantDate, doubt: "grantDate" },
  { field: "remediation_start", format: "text", of: ({ remediationStartDate }) => remediationStartDate },
  { field: "pack", format: "text", of: ({ pack }) => pack, doubt: "pack" },
  { field: "district", format: "text", of: ({ district }) => district },
  { field: "street", format: "text", of: ({ street }) => street },
  { field: "community", format: "text", of: ({ community }) => community },
  { field: "admin_code", format: "text", of: ({ adminCode }) => adminCode },
];

/** How many; what each brings no table has room for, so that an import knows that it does not know. */
const PHASES: RowColumn<ResidentialZone> = {
  field: "phases",
  format: "count",
  of: ({ phases }) => phases?.length,
  doubt: "phases",
};

/** Its source, date and check. */
export const ZONE_ORIGIN: readonly RowColumn<ResidentialZone>[] = ORIGIN_COLUMNS;

function judgedColumns({ results }: Pipeline, words: ExportWords): readonly ExportColumn[] {
  return [
    { heading: words.columns.estimatedHouseholds, format: "count" },
    { heading: words.columns.verdict, format: "text" },
    ...CARE_SUBJECTS.map((subject): ExportColumn => ({ heading: words.ofSubject[subject], format: "text" })),
    ...results.zones.byMetric.flatMap(({ metric, unit }): ExportColumn[] => [
      { heading: metricHeading("missing", metric, unit, words), format: formatOfUnit(unit) },
      { heading: metricHeading("share", metric, unit, words), format: "share" },
    ]),
    { heading: words.columns.estimated, format: "text" },
    { heading: words.columns.borrowed, format: "text" },
    { heading: words.columns.sensitive, format: "text" },
  ];
}

function judgedCells(
  { results: { zones } }: Pipeline,
  { households, householdsBasis }: ResidentialZone,
  row: number,
  words: ExportWords,
): Cell[] {
  const verdictAt = (of: Uint8Array) => words.verdict[VERDICTS[of[row] ?? 0] ?? "invalid"];
  const flagged = (bit: number) => flag(((zones.flags[row] ?? 0) & bit) !== 0, words);
  const known = ({ missing, share }: MetricColumns) => [missing[row], share[row]];
  return [
    householdsBasis === "estimated" ? households : undefined,
    verdictAt(zones.verdict),
    ...CARE_SUBJECTS.map((subject) => verdictAt(zones.bySubject[subject].verdict)),
    ...zones.byMetric.flatMap(known),
    flagged(ZONE_FLAGS.estimated),
    flagged(ZONE_FLAGS.borrowed),
    flagged(ZONE_FLAGS.sensitive),
  ];
}
