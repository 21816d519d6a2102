import { type Language, textIn, wordsIn } from "../../i18n/catalogue.ts";
import { saveFile } from "../../platform/browser/files.ts";
import { kindNames } from "../standards.ts";

/** Saves an empty workbook for 街道 to fill in, in the language of the page. */
export async function saveTemplate(language: Language): Promise<void> {
  const { templateBook } = await import("../../io/export/template.ts");
  const t = wordsIn(language);
  const [zones, facilities, help] = (["zones", "facilities", "help"] as const).map((sheet) =>
    t(`importing.template.sheets.${sheet}`),
  ) as [string, string, string];
  const bytes = await templateBook(
    {
      sheets: { zones, facilities, help },
      kinds: kindNames((text) => textIn(text, language)).map(({ code, name }) =>
        language === "zh" ? name : code,
      ),
      kindsTitle: t("importing.template.kindsTitle"),
      help: t("importing.template.help").split("\n"),
    },
    language,
  );
  saveFile(t("importing.template.file"), bytes);
}
