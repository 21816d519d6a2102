import type { DataValidation, WriteSheet } from "hucre/xlsx";
import type { Field } from "../columns.ts";
import { headingOf } from "./tables/headings.ts";

/** What the template says besides its headings, in the language of the headings. */
export interface TemplateWords {
  readonly sheets: Readonly<Record<"zones" | "facilities" | "sites" | "help", string>>;
  readonly kinds: readonly string[];
  /** Heads the list of kinds on the sheet of help; no heading of a column. */
  readonly kindsTitle: string;
  /** What is to be known before anybody fills it in, a line each. */
  readonly help: readonly string[];
  /** Heads what is to be known of each column of candidate sites, on the sheet of help. */
  readonly sitesTitle: string;
  /** By column: how it is filled in, and what an example says there; together the examples are one site. */
  readonly siteColumns: Readonly<Record<SiteTemplateField, ColumnHelp>>;
}

export interface ColumnHelp {
  readonly how: string;
  /** Absent where the example says nothing. */
  readonly example?: string;
}

/**
 * A workbook for 街道 to fill in: a sheet of zones, one of facilities and one of candidate sites, with lists to choose
 * from where only certain words are understood, and one of help, where also the list of kinds and the columns of sites
 * stand. An example is on the sheet of help alone, so that nobody brings it in.
 */
export async function templateBook(
  words: TemplateWords,
  language: "zh" | "en",
): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import("hucre/xlsx");
  const { sheets, kinds, kindsTitle, help, sitesTitle, siteColumns } = words;
  const { zoneStatuses, facilityStatuses, flags, checkStatuses, ...ofSites } = CHOICES[language];
  const kindList = `'${sheets.help}'!$A$${help.length + 3}:$A$${help.length + 2 + kinds.length}`;
  const heading = (field: Field) => headingOf(field, language);
  const sheet = (name: string, fields: readonly Field[], choices: Choices): WriteSheet => ({
    name,
    columns: fields.map((field) => ({ width: Math.max(12, 2 * heading(field).length + 4) })),
    rows: [fields.map(heading)],
    freezePane: { rows: 1, columns: 2 },
    dataValidations: fields.flatMap((field, column) => listFor(field, choices[field], column)),
  });
  const flagged: Choices = {
    ...Object.fromEntries(FLAGS.map((field) => [field, flags])),
    checked: checkStatuses,
  };
  const book = await writeXlsx({
    sheets: [
      sheet(sheets.zones, ZONE_FIELDS, { ...flagged, status: zoneStatuses }),
      sheet(sheets.facilities, FACILITY_FIELDS, { ...flagged, status: facilityStatuses, kind: kindList }),
      sheet(sheets.sites, SITE_FIELDS, {
        ...flagged,
        ...{ kind: ofSites.siteKinds, fire_class: ofSites.fireClasses, ways: ofSites.siteWays },
      }),
      {
        name: sheets.help,
        columns: [{ width: 28 }, { width: 64 }, { width: 24 }],
        rows: [
          ...[...help.map((line) => [line]), [null], [kindsTitle], ...kinds.map((kind) => [kind])],
          ...[[null], [sitesTitle]],
          ...SITE_FIELDS.map((field) => {
            const { how, example } = siteColumns[field];
            return [heading(field), how, example ?? null];
          }),
        ],
      },
    ],
  });
  return new Uint8Array(book);
}

/** Words to choose from, or where they stand. */
type Choices = Partial<Record<Field, readonly string[] | string>>;

/** Of ways several can be written, so that the list only helps. */
function listFor(
  field: Field,
  choices: readonly string[] | string | undefined,
  column: number,
): DataValidation[] {
  if (choices === undefined) return [];
  const letter = String.fromCharCode(65 + column);
  const list = typeof choices === "string" ? { formula1: choices } : { values: [...choices] };
  const range = `${letter}2:${letter}${MOST_ROWS}`;
  return [{ type: "list", allowBlank: true, showErrorMessage: field !== "ways", range, ...list }];
}

/** Words that the reader of files understands. */
export const CHOICES = {
  zh: {
    zoneStatuses: ["新建", "已建成"],
    facilityStatuses: [
      ...["已建成", "已建未移交", "已移交未运营", "在建", "方案已批", "规划", "停业", "改作他用"],
    ],
    flags: ["是", "否"],
    checkStatuses: ["已核实", "未核实"],
    siteKinds: ["空地", "公房", "商办", "厂房", "校舍", "幼儿园", "社区用房", "其他"],
    siteWays: ["自有", "购置", "租赁", "置换", "追缴"],
    fireClasses: ["一级", "二级", "三级", "四级"],
  },
  en: {
    zoneStatuses: ["new", "existing"],
    facilityStatuses: [
      ...["built", "built_not_handed_over", "handed_over_not_operating", "under_construction"],
      ...["approved_plan", "planned", "closed", "converted"],
    ],
    flags: ["yes", "no"],
    checkStatuses: ["checked", "unchecked"],
    siteKinds: [
      ...["vacant_land", "public_building", "commercial", "workshop", "school", "kindergarten"],
      ...["community_rooms", "other"],
    ],
    siteWays: ["own", "buy", "lease", "swap", "reclaim"],
    fireClasses: ["1", "2", "3", "4"],
  },
} as const;

/** Rows that have lists to choose from. */
const MOST_ROWS = 5000;

const FLAGS = [
  ...(["registered", "inclusive", "old_estate", "fire_compliant", "dense_area"] as const),
  ...(["title_certificate", "expropriation_listed"] as const),
] as const satisfies readonly Field[];

const PLACE_FIELDS = [
  ...([
    "district",
    "street",
    "community",
    "admin_code",
    "address",
    "lon",
    "lat",
    "source",
    "date",
    "checked",
  ] as const),
] as const;

/** At most 26: a column has one letter. */
export const ZONE_FIELDS = [
  ...(["id", "name", "status", "old_estate", "households", "residents", "elderly60", "under3"] as const),
  ...PLACE_FIELDS,
] as const satisfies readonly Field[];

export const FACILITY_FIELDS = [
  ...(["id", "name", "kind", "status", "elderly_m2", "childcare_m2", "slots", "beds", "registered"] as const),
  ...(["inclusive", "zone", "storey", "investment", "opens", "phone", "hours"] as const),
  ...PLACE_FIELDS,
] as const satisfies readonly Field[];

export const SITE_FIELDS = [
  ...(["id", "name", "kind", "owner", "ways", "usable_m2", "land_m2", "storey", "fire_class"] as const),
  ...(["fire_compliant", "dense_area", "title_certificate", "expropriation_listed", "cost"] as const),
  ...(["yearly_cost", "earliest", "usable_years", "enlarges", "zone", "lon", "lat"] as const),
] as const satisfies readonly Field[];

export type SiteTemplateField = (typeof SITE_FIELDS)[number];
