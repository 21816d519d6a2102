import { FormOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { type ReactNode, useId, useState } from "react";
import { counted } from "../../i18n/numbers.ts";
import { ToolPopover } from "../tables/ToolPopover.tsx";
import { useWords } from "../words.ts";
import { type GridColumn, readText } from "./grid-column.ts";

export type BulkScope = "chosen" | "all";

interface Props {
  readonly columns: readonly GridColumn[];
  /** How many rows are chosen, and how many there are. */
  readonly rows: Readonly<Record<BulkScope, number>>;
  /** Makes the rows say this in that column, as one edit. */
  readonly onSet: (scope: BulkScope, column: GridColumn, text: string) => void;
  /** What is told of that before it is made. */
  readonly told: (scope: BulkScope, column: GridColumn, text: string) => ReactNode;
}

/** One value for a column of many rows. */
export function BulkEdit({ columns, rows, onSet, told }: Props) {
  const { t } = useWords();
  const id = useId();
  const [scope, setScope] = useState<BulkScope>();
  const [key, setKey] = useState<string>("status");
  const [text, setText] = useState("");
  const settable = columns.filter(({ fixed }) => !fixed);
  const column = settable.find((one) => one.key === key) ?? settable[0];
  const checked = settable.find((one) => one.key === "checked");
  const of = scope ?? (rows.chosen > 1 ? "chosen" : "all");
  const number = rows[of];
  if (!column) return null;
  const missing = column.required === true && text === "";
  return (
    <ToolPopover
      label={t("tables.grid.bulk.title")}
      icon={<FormOutlined />}
      mark={t("tables.grid.bulk.title")}
      onOpen={() => setScope(undefined)}
    >
      <fieldset className="grid-scope">
        <legend>{t("tables.grid.bulk.scope")}</legend>
        {(["chosen", "all"] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}-scope`}
              checked={of === value}
              onChange={() => setScope(value)}
            />
            {t(`tables.grid.bulk.${value}`, counted(rows[value]))}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-column`}>{t("tables.grid.bulk.column")}</label>
      <Select<string>
        id={`${id}-column`}
        aria-label={t("tables.grid.bulk.column")}
        showSearch={{ optionFilterProp: "label" }}
        value={column.key}
        options={settable.map((one) => ({ value: one.key, label: one.title }))}
        onChange={(chosen) => {
          setKey(chosen);
          setText("");
        }}
      />
      <label htmlFor={`${id}-value`}>{t("tables.grid.bulk.value")}</label>
      {column.choices ? (
        <Select<string>
          id={`${id}-value`}
          aria-label={t("tables.grid.bulk.value")}
          showSearch={column.choices.length > 8 ? { optionFilterProp: "label" } : false}
          allowClear={column.required !== true}
          placeholder={t("editing.unknown")}
          value={text === "" ? null : text}
          options={[...column.choices]}
          onChange={(chosen?: string) => setText(chosen ?? "")}
        />
      ) : (
        <Input
          id={`${id}-value`}
          aria-label={t("tables.grid.bulk.value")}
          placeholder={t("tables.grid.bulk.clear")}
          value={text}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {!missing && number > 0 && <Told of={() => told(of, column, readText(column, text))} />}
      <Button
        type={text === "" ? "default" : "primary"}
        className="grid-set"
        disabled={missing || number === 0}
        onClick={() => onSet(of, column, readText(column, text))}
      >
        {text === ""
          ? t("tables.grid.bulk.empty", { ...counted(number), column: column.title })
          : t("tables.grid.bulk.set", counted(number))}
      </Button>
      {checked && (
        <Button disabled={number === 0} onClick={() => onSet(of, checked, "checked")}>
          {t("tables.grid.bulk.checked", counted(number))}
        </Button>
      )}
    </ToolPopover>
  );
}

/** Asked only while it is shown: there may be many rows. */
function Told({ of }: { readonly of: () => ReactNode }): ReactNode {
  return of();
}
