import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { templateWords } from "../../../src/app/derived/template-words.ts";
import { wordsIn } from "../../../src/i18n/catalogue.ts";
import { fieldNamed } from "../../../src/io/columns.ts";
import { headingOf } from "../../../src/io/export/tables/headings.ts";
import {
  CHOICES,
  FACILITY_FIELDS,
  SITE_FIELDS,
  templateBook,
  ZONE_FIELDS,
} from "../../../src/io/export/template.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const kinds = shippedStandards().kinds.map(({ name }) => name.zh);

const sheetsOf = async (language: "zh" | "en") =>
  (await readXlsx(await templateBook(templateWords(wordsIn(language), kinds), language))).sheets;

/** The template with rows filled in below the headings of its sheets. */
async function imported(language: "zh" | "en", filled: Readonly<Record<number, readonly Cells[]>>) {
  const sheets = (await sheetsOf(language)).map(({ name, rows }, i) => ({
    name,
    rows: [...rows, ...(filled[i] ?? [])] as Cells[],
  }));
  const bytes = new Uint8Array(await writeXlsx({ sheets }));
  return value(await importProject([{ name: "空白表.xlsx", bytes }], {}, atOnce));
}
type Cells = (string | number | null)[];
const ZONES = 0;
const FACILITIES = 1;
const SITES = 2;

describe("the empty table", () => {
  it("has headings that every import knows, each once, in both languages", async () => {
    for (const language of ["zh", "en"] as const) {
      const [zones, facilities, sites] = await sheetsOf(language);
      expect(zones?.rows[0]?.map((heading) => fieldNamed(String(heading))?.field)).toEqual(ZONE_FIELDS);
      expect(facilities?.rows[0]?.map((heading) => fieldNamed(String(heading))?.field)).toEqual(
        FACILITY_FIELDS,
      );
      expect(sites?.rows[0]?.map((heading) => fieldNamed(String(heading))?.field)).toEqual(SITE_FIELDS);
    }
    expect(Math.max(...[ZONE_FIELDS, FACILITY_FIELDS, SITE_FIELDS].map(({ length }) => length))).toBe(26);
  });

  it("lets kinds be chosen from the list that stands on the sheet of help", async () => {
    const [, facilities, , help] = await sheetsOf("zh");
    const list = facilities?.dataValidations?.find(({ range }) => range.startsWith("C2"));
    const [, from = "", to = ""] = /\$A\$(\d+):\$A\$(\d+)$/.exec(list?.formula1 ?? "") ?? [];
    expect(help?.rows.slice(Number(from) - 1, Number(to)).map(([cell]) => cell)).toEqual(kinds);
    expect(help?.rows[Number(from) - 2]?.[0]).toBe("能选的设施类别");
  });

  it("filled in with what its lists offer is imported without a refusal, whatever the kind", async () => {
    const row = (fields: readonly string[], of: Record<string, string | number>) =>
      fields.map((field) => of[field] ?? null);
    const { facilityStatuses, zoneStatuses } = CHOICES.zh;
    const statusOf = (i: number) => facilityStatuses[i % facilityStatuses.length] ?? "";
    const place = { street: "彭城街道", admin_code: "320302", lon: 117.2, lat: 34.26 };
    const { project, report } = await imported("zh", {
      [ZONES]: zoneStatuses.map((status, i) =>
        row(ZONE_FIELDS, {
          ...place,
          id: `z${i}`,
          name: `园${i}`,
          status,
          households: 300,
          old_estate: "否",
        }),
      ),
      [FACILITIES]: kinds.map((kind, i) =>
        row(FACILITY_FIELDS, {
          ...place,
          id: `f${i}`,
          name: `站${i}`,
          kind,
          status: statusOf(i),
          slots: 5,
          investment: 300,
          opens: 2027,
        }),
      ),
    });
    expect(project.zones.map(({ status }) => status)).toEqual(["new", "existing"]);
    expect(project.facilities).toHaveLength(kinds.length);
    expect(project.facilities[0]).toMatchObject({ investment: 300, opens: 2027 });
    expect(new Set(project.facilities.map(({ status }) => status)).size).toBe(facilityStatuses.length);
    expect(project.facilities.filter(({ status }) => status === undefined)).toEqual([]);
    expect(project.sites).toEqual([]);
    expect(report.files.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(0);
    expect(report.files.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain(
      "file.part-unread",
    );
  });

  it("takes its own example of a candidate site as what it says, in both languages", async () => {
    for (const language of ["zh", "en"] as const) {
      const { rows = [] } = (await sheetsOf(language))[3] ?? {};
      const example = SITE_FIELDS.map((field) => {
        const [, how, cell] = rows.find(([heading]) => heading === headingOf(field, language)) ?? [];
        expect(String(how).length, field).toBeGreaterThan(2);
        return (cell ?? null) as string | null;
      });
      const { project, report } = await imported(language, { [SITES]: [example] });
      expect(project.sites).toMatchObject([
        {
          ...{ id: "H001", kind: "commercial", ways: ["lease", "buy"], usableArea: 420, storey: 1 },
          ...{ fireClass: 2, fireCompliant: true, denseArea: false, titleCertificate: true },
          ...{ expropriationListed: false, cost: 60, yearlyCost: 12, earliest: 2027, usableYears: 10 },
          at: { lng: 117.2, lat: 34.26 },
        },
      ]);
      const told = report.files.flatMap(({ issues }) => issues).filter(({ at }) => at.row !== undefined);
      expect(told).toEqual([]);
    }
  });

  it("offers every kind, way and fire class of candidate sites, and each is understood", async () => {
    for (const language of ["zh", "en"] as const) {
      const { siteKinds, siteWays, fireClasses } = CHOICES[language];
      const sheet = (await sheetsOf(language))[SITES];
      const offered = sheet?.dataValidations?.map(({ range, values }) => [range.slice(0, 1), values]);
      const letter = (field: (typeof SITE_FIELDS)[number]) =>
        String.fromCharCode(65 + SITE_FIELDS.indexOf(field));
      expect(offered).toContainEqual([letter("kind"), siteKinds]);
      expect(offered).toContainEqual([letter("ways"), siteWays]);
      expect(offered).toContainEqual([letter("fire_class"), fireClasses]);
      const filled = siteKinds.map((kind, i) => {
        const of: Partial<Record<(typeof SITE_FIELDS)[number], string | number>> = {
          ...{ id: `s${i}`, kind, ways: siteWays[i % siteWays.length] ?? "" },
          ...{
            fire_class: fireClasses[i % fireClasses.length] ?? "",
            usable_m2: 300,
            lon: 117.2,
            lat: 34.26,
          },
        };
        return SITE_FIELDS.map((field) => of[field] ?? null);
      });
      const { sites } = (await imported(language, { [SITES]: filled })).project;
      expect(new Set(sites.map(({ kind = "none" }) => kind))).toEqual(new Set(CHOICES.en.siteKinds));
      expect(new Set(sites.flatMap(({ ways = [] }) => ways))).toEqual(new Set(CHOICES.en.siteWays));
      expect(new Set(sites.map(({ fireClass }) => fireClass))).toEqual(new Set([1, 2, 3, 4]));
      const isStrict = (field: (typeof SITE_FIELDS)[number]) =>
        sheet?.dataValidations?.find(({ range }) => range.startsWith(letter(field)))?.showErrorMessage;
      // Several ways may be written in one cell.
      expect([isStrict("kind"), isStrict("ways") ?? false]).toEqual([true, false]);
    }
  });
});
