import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import type { Issue } from "../../core/base/issue.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { EffectReview, type ImportEffect, type Others, OthersAsked } from "./EffectReview.tsx";
import { IssueList } from "./IssueList.tsx";
import { type KindName, KindNames } from "./KindNames.tsx";
import { KindReview } from "./KindReview.tsx";
import { type PlacesDoubt, PlacesReview, type PlacesSaid } from "./PlacesReview.tsx";
import { UnplacedReview, type UnplacedRow } from "./UnplacedReview.tsx";
import "./importing.css";

type Table = "facilities" | "zones" | "sites" | "units";

/** What became of one file: `in = used + repaired + rejected`. */
export interface FileAccount {
  readonly file: string;
  readonly role?: Table | "streets" | "project" | undefined;
  readonly in: number;
  readonly used: number;
  readonly repaired: number;
  readonly rejected: number;
  readonly unreadable?: boolean;
  readonly issues: readonly Issue[];
}

/** An import that is not made yet. */
export interface ImportReview {
  readonly effect: ImportEffect;
  readonly others: Others;
  readonly onOthers: (others: Others) => void;
  readonly onGo: () => void;
}

interface Props {
  readonly files: readonly FileAccount[];
  /** Absent: the rows are in the project. */
  readonly review: ImportReview | undefined;
  /** What is doubtful of the other rows of the open project that rows are taken into. */
  readonly intoIssues: readonly Issue[];
  readonly replacedDemo: boolean;
  /** Nothing could be opened; the project that was open still is. */
  readonly refused: boolean;
  /** Why, by the data; or, where the machine failed, by its message. */
  readonly refusal: readonly Issue[];
  readonly message: string | undefined;
  readonly onClose: () => void;
  readonly onOtherFiles: () => void;
  readonly onDownload: () => void;
  /** What facilities can be. */
  readonly kinds: readonly KindName[];
  /** Words of columns of kinds that are none of these. */
  readonly unknownKinds: readonly { readonly word: string; readonly rows: number }[];
  readonly onKinds: (said: Readonly<Record<string, string>>) => void;
  /** Rows without coordinates that may be at known places. */
  readonly unplaced: readonly UnplacedRow[];
  readonly onPlaced: (chosen: Readonly<Record<string, string>>) => void;
  readonly doubts: readonly PlacesDoubt[];
  readonly onPlaces: (said: Readonly<Record<string, PlacesSaid>>) => void;
  /** How to read the same files in another way. */
  readonly children: ReactNode;
}

/** The report of an import: counts that add up per file, each remark with row and mend. */
export function ImportReportDialog(props: Props) {
  const { files, review, intoIssues, replacedDemo, refused, refusal, message, children } = props;
  const {
    onClose,
    onOtherFiles,
    onDownload,
    kinds,
    unknownKinds,
    onKinds,
    doubts,
    onPlaces,
    unplaced,
    onPlaced,
  } = props;
  const { t } = useWords();
  const issues = [...refusal, ...files.flatMap((file) => file.issues), ...intoIssues];
  const nothingUsed = refusal.some(({ code }) => code === "import.nothing-used");
  return (
    <Modal
      open
      className="importing"
      width={760}
      title={t(review ? "importing.review.title" : "importing.title")}
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
        review && (
          <Button key="leave" onClick={onClose}>
            {t("importing.review.leave")}
          </Button>
        ),
        review && (
          <Button key="go" type="primary" onClick={review.onGo}>
            {t("importing.review.go")}
          </Button>
        ),
        !refused && !review && (
          <Button key="map" type="primary" onClick={onClose}>
            {t("importing.showMap")}
          </Button>
        ),
      ]}
    >
      {refused ? (
        <p className="flag">{t(nothingUsed ? "importing.nothingUsed" : "importing.refused")}</p>
      ) : (
        <p className="remark">{t(review ? "importing.review.intro" : "importing.intro")}</p>
      )}
      {message !== undefined && <p className="flag">{message}</p>}
      {files.length > 0 && <Accounts files={files} />}
      {replacedDemo && <p className="flag">{t("importing.into.demo")}</p>}
      {review && (
        <EffectReview of={review.effect} title={t("importing.effect.title")}>
          <OthersAsked of={review.effect} others={review.others} onOthers={review.onOthers} />
        </EffectReview>
      )}
      {doubts.length > 0 && <PlacesReview doubts={doubts} onApply={onPlaces} />}
      {unplaced.length > 0 && <UnplacedReview rows={unplaced} onApply={onPlaced} />}
      {unknownKinds.length > 0 && <KindReview words={unknownKinds} kinds={kinds} onApply={onKinds} />}
      {byFile(refusal).map(([file, of]) => (
        <IssueList key={file} heading={file} issues={of} />
      ))}
      {files.map(({ file, issues: of }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and a report is never reordered
        <IssueList key={i} heading={files.length > 1 ? file : undefined} issues={of} />
      ))}
      {intoIssues.length > 0 && <IssueList heading={t("importing.into.title")} issues={intoIssues} />}
      {issues.some(({ code }) => code === "row.kind-missing") && <KindNames kinds={kinds} />}
      {issues.length === 0 && !refused && <p className="remark">{t("importing.noIssues")}</p>}
      {children}
    </Modal>
  );
}

/** Reasons by the file they speak of, in the order told; that nothing was used is said above them. */
function byFile(issues: readonly Issue[]): readonly (readonly [string | undefined, readonly Issue[]])[] {
  const told = issues.filter(({ code }) => code !== "import.nothing-used");
  const files = [...new Set(told.map(({ at }) => at.file))];
  return files.map((file) => [file, told.filter(({ at }) => at.file === file)] as const);
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
        {files.map((file, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and a report is never reordered
          <tr key={i}>
            <th scope="row">{file.file}</th>
            <Fate of={file} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a file holds and what became of its rows; or, that none was read. */
function Fate({ of }: { readonly of: FileAccount }) {
  const { t } = useWords();
  const again = of.issues.some(({ code }) => code === "file.twice");
  const parcels = of.issues.some(({ code }) => code === "file.parcels");
  if (of.unreadable || again) {
    return <td colSpan={5}>{t(again ? "importing.notReadAgain" : "importing.unreadable")}</td>;
  }
  return (
    <>
      <td>
        {parcels
          ? t("importing.parcels")
          : of.role
            ? t(`importing.roles.${of.role}`)
            : t("importing.roleUnknown")}
      </td>
      <td>{formatNumber(of.in)}</td>
      <td>= {formatNumber(of.used)}</td>
      <td>+ {formatNumber(of.repaired)}</td>
      <td>+ {formatNumber(of.rejected)}</td>
    </>
  );
}
