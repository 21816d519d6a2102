import type { ShownConflict, ShownValue } from "../../../workers/protocol.ts";
import type { MergedTable } from "../../core/model/merge-projects.ts";
import type { columns as columnWords } from "../../i18n/zh/columns.ts";
import type { ConflictRow } from "../../ui/merging/ConflictList.tsx";
import { valueWords } from "./row-words.ts";
import type { Telling } from "./telling.ts";

/** A conflict in words: which row and what of it, and what each side says. */
export function conflictWords(
  { table, ids, name, gone, values }: ShownConflict,
  telling: Telling,
): ConflictRow {
  const { t, language } = telling;
  const and = language === "zh" ? "、" : ", ";
  const called = table === "duplicateDecisions" ? ids.join(and) : (name ?? ids[0]);
  const kind = tableWords(table, t);
  const row = called ? `${kind} ${called}` : kind;
  const textOf = (value: ShownValue, of: "base" | "a" | "b") => wordsOf(table, value, value[of], telling);
  if (gone) {
    const other = gone === "a" ? "b" : "a";
    const said = (of: "base" | "a" | "b") =>
      values
        .map((value) =>
          t("history.restated", { what: nameOf(table, value, telling), after: textOf(value, of) }),
        )
        .join(t("history.semicolon"));
    const kept = t("merging.kept", { what: said(other) });
    return {
      ...{ row, field: t("merging.wholeRow"), before: said("base") },
      ...{ a: gone === "a" ? t("merging.gone") : kept, b: gone === "b" ? t("merging.gone") : kept },
    };
  }
  const all = (of: "base" | "a" | "b") =>
    values.map((value) => textOf(value, of)).join(t("history.semicolon"));
  return {
    row,
    field: values.map((value) => nameOf(table, value, telling)).join(and),
    ...{ before: all("base"), a: all("a"), b: all("b") },
  };
}

function tableWords(table: MergedTable, t: Telling["t"]): string {
  switch (table) {
    case "parameters":
      return "";
    case "customPacks":
    case "duplicateDecisions":
      return t(`merging.settingNames.${table}`);
    default:
      return t(`importing.roles.${table}`);
  }
}

type Column = keyof typeof columnWords;

function nameOf(table: ShownConflict["table"], { column, member }: ShownValue, { t }: Telling): string {
  if (table === "customPacks") return t("merging.wholeRow");
  const words: Readonly<Record<string, string>> = t(
    table === "project" ? "merging.settingNames" : "merging.members",
    { returnObjects: true },
  );
  if (column === undefined || table === "project") return words[member] ?? t("importing.effect.outline");
  return column === "lonlat" ? t("merging.place") : t(`columns.${column as Column}`);
}

/** A text as the forms show it. */
function wordsOf(
  table: ShownConflict["table"],
  { column, member }: ShownValue,
  text: string | undefined,
  telling: Telling,
): string {
  const { t, facilityFields, siteFields, zoneFields } = telling;
  if (member === "same" && text !== undefined)
    return t(`merging.sameFacility.${text === "true" ? "true" : "false"}`);
  const fields = table === "facilities" ? facilityFields : table === "sites" ? siteFields : zoneFields;
  const field = fields.find((one) => one.column === column);
  return valueWords(field ?? { column: (column ?? "name") as Column }, text, telling);
}
