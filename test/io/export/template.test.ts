import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { fieldNamed } from "../../../src/io/columns.ts";
import { CHOICES, FACILITY_FIELDS, templateBook, ZONE_FIELDS } from "../../../src/io/export/template.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const kinds = shippedStandards().kinds.map(({ name }) => name.zh);
const WORDS = {
  sheets: { zones: "小区", facilities: "设施", help: "填表说明" },
  kinds,
  kindsTitle: "能选的设施类别",
  help: ["一行一个小区。", "不知道的留空。"],
};

const sheetsOf = async (language: "zh" | "en") =>
  (await readXlsx(await templateBook(WORDS, language))).sheets;

describe("the empty table", () => {
  it("has headings that every import knows, each once, in both languages", async () => {
    for (const language of ["zh", "en"] as const) {
      const [zones, facilities] = await sheetsOf(language);
      expect(zones?.rows[0]?.map((heading) => fieldNamed(String(heading))?.field)).toEqual(ZONE_FIELDS);
      expect(facilities?.rows[0]?.map((heading) => fieldNamed(String(heading))?.field)).toEqual(
        FACILITY_FIELDS,
      );
    }
    expect(Math.max(ZONE_FIELDS.length, FACILITY_FIELDS.length)).toBeLessThanOrEqual(26);
  });

  it("lets kinds be chosen from the list that stands on the sheet of help", async () => {
    const [, facilities, help] = await sheetsOf("zh");
    const list = facilities?.dataValidations?.find(({ range }) => range.startsWith("C2"));
    const [, from = "", to = ""] = /\$A\$(\d+):\$A\$(\d+)$/.exec(list?.formula1 ?? "") ?? [];
    expect(help?.rows.slice(Number(from) - 1, Number(to)).flat()).toEqual(kinds);
    expect(help?.rows[Number(from) - 2]?.[0]).toBe("能选的设施类别");
  });

  it("filled in with what its lists offer is imported without a refusal, whatever the kind", async () => {
    const [zones, facilities, help] = await sheetsOf("zh");
    const row = (fields: readonly string[], of: Record<string, string | number>) =>
      fields.map((field) => of[field] ?? null);
    const { facilityStatuses } = CHOICES.zh;
    const statusOf = (i: number) => facilityStatuses[i % facilityStatuses.length] ?? "";
    const place = { street: "彭城街道", admin_code: "320302", lon: 117.2, lat: 34.26 };
    const filled = await writeXlsx({
      sheets: [
        {
          name: "小区",
          rows: [
            ...(zones?.rows ?? []),
            ...CHOICES.zh.zoneStatuses.map((status, i) =>
              row(ZONE_FIELDS, {
                ...place,
                id: `z${i}`,
                name: `园${i}`,
                status,
                households: 300,
                old_estate: "否",
              }),
            ),
          ],
        },
        {
          name: "设施",
          rows: [
            ...(facilities?.rows ?? []),
            ...kinds.map((kind, i) =>
              row(FACILITY_FIELDS, {
                ...place,
                id: `f${i}`,
                name: `站${i}`,
                kind,
                status: statusOf(i),
                slots: 5,
              }),
            ),
          ],
        },
        { name: "填表说明", rows: help?.rows ?? [] },
      ],
    });
    const file = { name: "空白表.xlsx", bytes: new Uint8Array(filled) };
    const { project, report } = value(await importProject([file], {}, atOnce));
    expect(project.zones.map(({ status }) => status)).toEqual(["new", "existing"]);
    expect(project.facilities).toHaveLength(kinds.length);
    expect(new Set(project.facilities.map(({ status }) => status)).size).toBe(facilityStatuses.length);
    expect(project.facilities.filter(({ status }) => status === undefined)).toEqual([]);
    expect(report.files.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(0);
    expect(report.files.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain(
      "file.part-unread",
    );
  });
});
