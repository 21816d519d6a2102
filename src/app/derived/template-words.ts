import {
  type ColumnHelp,
  SITE_FIELDS,
  type SiteTemplateField,
  type TemplateWords,
} from "../../io/export/template.ts";
import type { Speech } from "../../ui/words.ts";

/** What the empty workbook says, `kinds` being what its list of kinds offers. */
export function templateWords(t: Speech["t"], kinds: readonly string[]): TemplateWords {
  const examples: Readonly<Partial<Record<SiteTemplateField, string>>> = t("importing.template.siteExample", {
    returnObjects: true,
  });
  return {
    sheets: {
      zones: t("importing.template.sheets.zones"),
      facilities: t("importing.template.sheets.facilities"),
      sites: t("importing.template.sheets.sites"),
      help: t("importing.template.sheets.help"),
    },
    kinds,
    kindsTitle: t("importing.template.kindsTitle"),
    help: t("importing.template.help").split("\n"),
    sitesTitle: t("importing.template.sitesTitle"),
    siteColumns: Object.fromEntries(
      SITE_FIELDS.map((field): [string, ColumnHelp] => {
        const example = examples[field];
        return [
          field,
          { how: t(`importing.template.siteColumns.${field}`), ...(example !== undefined && { example }) },
        ];
      }),
    ) as TemplateWords["siteColumns"],
  };
}
