import type { TypedTable } from "../../../../workers/protocol.ts";
import { CHECK_STATUSES } from "../../../core/model/check-status.ts";
import { useWords } from "../../../ui/words.ts";
import { useRowTexts } from "./use-row-texts.ts";

/** Where a row is from, as of when, and whether it was checked, in words; empty where it says nothing of that. */
export function useRowOrigin(table: TypedTable, id: string): readonly string[] {
  const { t } = useWords();
  const { source, date, checked } = useRowTexts(table, id) ?? {};
  const status = CHECK_STATUSES.find((each) => each === checked);
  return [
    ...(source ? [t("editing.from", { source })] : []),
    ...(date ? [t("editing.asOf", { date })] : []),
    ...(status ? [t(`judging.checkStatus.${status}`)] : []),
  ];
}
