import { Button, Modal, Spin, Tabs } from "antd";
import { useEffect, useRef } from "react";
import type { columns as columnWords } from "../../i18n/zh/columns.ts";
import { useWords } from "../words.ts";
import { IssueList } from "./IssueList.tsx";
import { TableColumns } from "./TableColumns.tsx";
import { type FileUnshown, isReady, type TableSaid, type TableShown } from "./table-shown.ts";
import "./importing.css";

interface Props {
  /** Absent while the files are being looked at. */
  readonly tables: readonly TableShown[] | undefined;
  readonly unshown: readonly FileUnshown[];
  readonly onSay: (table: string, said: TableSaid) => void;
  readonly onOtherFiles: () => void;
  readonly onLeave: () => void;
  readonly onImport: () => void;
}

type Column = keyof typeof columnWords;

/** The tables that were brought, each with its first rows as they would be read; nothing is imported before it is asked for. */
export function ColumnsDialog({ tables, unshown, onSay, onOtherFiles, onLeave, onImport }: Props) {
  const { t, language } = useWords();
  const chinese = language === "zh";
  const wanted = tables?.filter(({ said }) => said.role !== "none") ?? [];
  const unready = wanted.filter((table) => !isReady(table));
  const [only, another] = tables ?? [];
  const lackOf = ({ name, missing }: TableShown) => {
    if (missing.length === 0) return t("importing.wizard.untold", { table: name });
    const columns = missing.map((column) => t(`columns.${column as Column}`));
    return t("importing.wizard.lacking", { table: name, columns: columns.join(chinese ? "、" : ", ") });
  };
  const panel = (table: TableShown) => (
    <TableColumns table={table} onSay={(said) => onSay(table.name, said)} />
  );
  const go = useRef<HTMLButtonElement>(null);
  const looked = tables !== undefined;
  // One press is enough where nothing is to be mended.
  useEffect(() => {
    if (looked) go.current?.focus();
  }, [looked]);
  return (
    <Modal
      open
      className="importing"
      width={1000}
      title={t("importing.wizard.title")}
      onCancel={onLeave}
      footer={[
        <Button key="other" onClick={onOtherFiles}>
          {t("importing.tryAgain")}
        </Button>,
        <Button key="go" ref={go} type="primary" disabled={!tables} onClick={onImport}>
          {t("importing.wizard.go")}
        </Button>,
      ]}
    >
      <p className="remark">{t("importing.wizard.intro")}</p>
      {!tables && <Spin description={t("importing.wizard.reading")} className="looking" />}
      {tables && wanted.length === 0 && <p className="flag">{t("importing.wizard.nothing")}</p>}
      {only && !another && panel(only)}
      {tables && another && (
        <Tabs
          aria-label={t("importing.wizard.tables")}
          items={tables.map((table) => ({
            key: table.name,
            label: <span className={isReady(table) ? undefined : "unready"}>{table.name}</span>,
            children: panel(table),
          }))}
        />
      )}
      {unready.length > 0 && (
        <p className="remark">
          {t("importing.wizard.needsMore", { tables: unready.map(lackOf).join(chinese ? "；" : "; ") })}
        </p>
      )}
      {unshown.map(({ file, issues }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list is never reordered
        <IssueList key={i} heading={file} issues={issues} />
      ))}
    </Modal>
  );
}
