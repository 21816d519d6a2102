import { Select } from "antd";
import { useId } from "react";
import { useWords } from "../words.ts";
import { CHECK_FILTERS, type CheckFilter } from "./check-filter.ts";

interface Props {
  readonly value: CheckFilter | undefined;
  readonly onChange: (value: CheckFilter | undefined) => void;
}

/** Lists checked rows alone, or the others. */
export function CheckChoice({ value, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t("columns.checked")}</label>
      <Select<CheckFilter>
        id={id}
        aria-label={t("columns.checked")}
        allowClear
        placeholder={t("tables.all")}
        value={value ?? null}
        options={CHECK_FILTERS.map((one) => ({ value: one, label: t(`tables.checks.${one}`) }))}
        onChange={onChange}
      />
    </>
  );
}
