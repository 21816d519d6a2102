import { TableOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { FactColumn } from "./FactTable.tsx";
import { ToolPopover } from "./ToolPopover.tsx";

/** A table as it is shown, to be taken elsewhere: headings, and the rows in their order. Numbers are plain, NaN unknown. */
export interface ShownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** What can be done with a table beside reading it. */
export interface Taking {
  /** Keys of the columns that are shown, where somebody has chosen. */
  readonly shown: readonly string[] | undefined;
  readonly onShown: (keys: readonly string[]) => void;
  /** Puts it on the clipboard; whether it got there. */
  readonly onCopy: (table: ShownTable) => Promise<boolean>;
  readonly onExport: (table: ShownTable) => void;
}

interface Props extends Taking {
  readonly columns: readonly FactColumn[];
  readonly visible: readonly FactColumn[];
  readonly rows: Uint32Array;
}

/** Which columns are shown, and the shown rows to copy or to save. */
export function TableTools({ columns, visible, rows, onShown, onCopy, onExport }: Props) {
  const { t } = useWords();
  const [said, say] = useState("");
  const table = (): ShownTable => ({
    head: visible.map(({ title, unit }) =>
      unit === undefined ? title : t("tables.take.heading", { title, unit }),
    ),
    rows: Array.from(rows, (row) => visible.map(({ text }) => text(row))),
  });
  const copy = async () => {
    const copied = await onCopy(table());
    say(copied ? t("tables.take.copied", counted(rows.length)) : t("tables.take.notCopied"));
  };
  return (
    <ToolPopover
      label={t("tables.take.title")}
      title={t("tables.take.columns")}
      icon={<TableOutlined />}
      onOpen={() => say("")}
    >
      <Checkbox.Group
        value={visible.map(({ key }) => key)}
        options={columns.map(({ key, title }, at) => ({ value: key, label: title, disabled: at === 0 }))}
        onChange={(keys) => onShown(keys)}
      />
      <Button onClick={() => void copy()}>{t("tables.take.copy", counted(rows.length))}</Button>
      <Button onClick={() => onExport(table())}>{t("tables.take.export", counted(rows.length))}</Button>
      <p className="remark" role="status">
        {said}
      </p>
    </ToolPopover>
  );
}

/** The columns that are shown: those chosen, else all but those that begin aside. */
export function visibleColumns(
  columns: readonly FactColumn[],
  shown: readonly string[] | undefined,
): readonly FactColumn[] {
  return columns.filter(({ key, aside }, at) => at === 0 || (shown ? shown.includes(key) : aside !== true));
}
