import type { SourceTable } from "./source-row.ts";

/**
 * The street that the rows of a table lie in, as its sheet or else its file is called by it, such as 东关街道.xlsx;
 * `undefined` where its rows say so themselves, or no name does. Only of tables: a layer says what it says by its columns.
 */
export function streetOfName(
  { part, headings, drawn }: Pick<SourceTable, "part" | "headings" | "drawn">,
  file: string,
): string | undefined {
  if (drawn !== undefined || headings.has("street")) return undefined;
  const [ownFile = ""] = file.split(" · ");
  const names = [...(part === undefined ? [] : part.split(" · ").toReversed()), ownFile];
  return names.map(streetIn).find((street) => street !== undefined);
}

/** `data/徐州市云龙区东关街道.xlsx` is 东关街道, and 东关街办 is called the same. */
function streetIn(name: string): string | undefined {
  const stem = name.replace(/^.*[\\/]/, "").replace(/\.[a-z0-9]{1,8}$/i, "");
  const last =
    stem
      .trim()
      .split(/[^\p{Script=Han}]+/u)
      .at(-1) ?? "";
  const [street] = /[\p{Script=Han}]{1,10}(?:街道|镇|乡|街办)$/u.exec(last.replace(LARGER_UNITS, "")) ?? [];
  return street === undefined || NO_STREET.test(street) ? undefined : street.replace(/街办$/, "街道");
}

const LARGER_UNITS = /^.*[省市区县旗](?=.{2,}(?:街道|街办)$|.{2,}[镇乡]$)/u;

/** Streets in general, and lists that only end as one does. */
const NO_STREET =
  /^[各全分按本每所]街道$|街镇$|乡镇$|^[城村集]镇$|表|小区|设施|台账|清单|名单|汇总|统计|登记|数据|机构/u;
