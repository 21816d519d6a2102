import { type Language, textIn, wordsIn } from "../../i18n/catalogue.ts";
import { saveFile } from "../../platform/browser/files.ts";
import { kindNames } from "../standards.ts";

/** Saves an empty workbook for 街道 to fill in, in the language of the page. */
export async function saveTemplate(language: Language): Promise<void> {
  const { templateBook } = await import("../../io/export/template.ts");
  const { templateWords } = await import("../derived/template-words.ts");
  const kinds = kindNames((text) => textIn(text, language)).map(({ code, name }) =>
    language === "zh" ? name : code,
  );
  const t = wordsIn(language);
  saveFile(t("importing.template.file"), await templateBook(templateWords(t, kinds), language));
}
