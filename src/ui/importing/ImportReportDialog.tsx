import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import type { Issue } from "../../core/base/issue.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { IssueList } from "./IssueList.tsx";
import "./importing.css";

/** What became of one file: `in = used + repaired + rejected`. */
export interface FileAccount {
  readonly file: string;
  readonly role?: "facilities" | "zones" | "sites" | "units" | "project" | undefined;
  readonly in: number;
  readonly used: number;
  readonly repaired: number;
  readonly rejected: number;
  readonly issues: readonly Issue[];
}

interface Props {
  readonly files: readonly FileAccount[];
  /** Nothing could be opened; the project that was open still is. */
  readonly refused: boolean;
  /** Why, by the data; or, where the machine failed, by its message. */
  readonly refusal: readonly Issue[];
  readonly message: string | undefined;
  readonly onClose: () => void;
  readonly onOtherFiles: () => void;
  readonly onDownload: () => void;
  /** How to read the same files in another way. */
  readonly children: ReactNode;
}

/** The report of an import: counts that add up per file, each remark with row and mend. */
export function ImportReportDialog(props: Props) {
  const { files, refused, refusal, message, onClose, onOtherFiles, onDownload, children } = props;
  const { t } = useWords();
  const issues = [...refusal, ...files.flatMap((file) => file.issues)];
  return (
    <Modal
      open
      width={760}
      title={t("importing.title")}
      onCancel={onClose}
      footer={[
        issues.length > 0 && (
          <Button key="download" onClick={onDownload}>
            {t("importing.download")}
          </Button>
        ),
        <Button key="other" type={refused ? "primary" : "default"} onClick={onOtherFiles}>
          {t("importing.tryAgain")}
        </Button>,
        !refused && (
          <Button key="map" type="primary" onClick={onClose}>
            {t("importing.showMap")}
          </Button>
        ),
      ]}
    >
      {refused ? (
        <p className="flag">{t("importing.nothingUsed")}</p>
      ) : (
        <p className="remark">{t("importing.intro")}</p>
      )}
      {message !== undefined && <p className="flag">{message}</p>}
      {files.length > 0 && <Accounts files={files} />}
      <IssueList issues={refusal} named />
      {files.map((file) => (
        <IssueList key={file.file} heading={files.length > 1 ? file.file : undefined} issues={file.issues} />
      ))}
      {issues.length === 0 && !refused && <p className="remark">{t("importing.noIssues")}</p>}
      {children}
    </Modal>
  );
}

function Accounts({ files }: { readonly files: readonly FileAccount[] }) {
  const { t } = useWords();
  return (
    <table className="accounts">
      <thead>
        <tr>
          <th scope="col">{t("importing.file")}</th>
          <th scope="col">{t("importing.role")}</th>
          <th scope="col">{t("importing.in")}</th>
          <th scope="col">{t("importing.used")}</th>
          <th scope="col">{t("importing.repaired")}</th>
          <th scope="col">{t("importing.rejected")}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.file}>
            <th scope="row">{file.file}</th>
            <td>{file.role ? t(`importing.roles.${file.role}`) : t("importing.roleUnknown")}</td>
            <td>{formatNumber(file.in)}</td>
            <td>= {formatNumber(file.used)}</td>
            <td>+ {formatNumber(file.repaired)}</td>
            <td>+ {formatNumber(file.rejected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
