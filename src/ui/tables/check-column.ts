import { checkOfCode } from "../../core/model/check-status.ts";
import type { Speech } from "../words.ts";
import type { FactColumn } from "./FactTable.tsx";

/** Whether rows are said to be checked, shown at once where any row says so. */
export function checkColumn(checks: Uint8Array, t: Speech["t"]): FactColumn {
  const words = Array.from(checks, (code) => {
    const status = checkOfCode(code);
    return status ? t(`judging.checkStatus.${status}`) : "";
  });
  return {
    ...{ key: "checked", title: t("columns.checked"), width: 72, words },
    text: (row) => words[row] ?? "",
    render: (row) => words[row] || "—",
    aside: checks.every((code) => code === 0),
  };
}
