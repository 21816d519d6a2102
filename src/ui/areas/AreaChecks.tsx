import { SafetyCertificateOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { WorkStep } from "../../core/base/work.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ProgressLine } from "../frame/ProgressLine.tsx";
import { ToolPopover } from "../tables/ToolPopover.tsx";
import { type Speech, useWords } from "../words.ts";
import "./areas.css";

export const CHECKS = ["reAdd", "reshuffle"] as const;
export type Check = (typeof CHECKS)[number];

/** What was checked, and what does not agree: the first of it, and how much in all. */
export interface Checked {
  readonly zones: number;
  readonly facilities: number;
  readonly links: number;
  readonly areas: number;
  readonly wrong: readonly Disagreement[];
  readonly wrongCount: number;
}

interface Disagreement {
  readonly check: string;
  readonly file: string;
  readonly at: string;
  readonly expected: number | string;
  readonly found: number | string;
}

export type CheckState =
  | { readonly state: "working"; readonly step: WorkStep | undefined; readonly cancel: () => void }
  | { readonly state: "done"; readonly is: Checked }
  | { readonly state: "stopped" }
  | { readonly state: "failed"; readonly what: string };

interface Props {
  /** What came of each that was asked for. */
  readonly found: Readonly<Partial<Record<Check, CheckState>>>;
  readonly onCheck: (check: Check) => void;
  /** The figures are from before the last change. */
  readonly stale: boolean;
}

/** A button that opens two ways to check what is said of all 片区 of a subject, and beside each what it found. */
export function AreaChecks({ found, onCheck, stale }: Props) {
  const { t } = useWords();
  const working = CHECKS.some((check) => found[check]?.state === "working");
  return (
    <ToolPopover label={t("areas.checks")} icon={<SafetyCertificateOutlined />} named>
      <div className="area-checks">
        {CHECKS.map((check) => (
          <div key={check}>
            <Button disabled={stale || working} onClick={() => onCheck(check)}>
              {t(`areas.${check}`)}
            </Button>
            <p className="remark">{t(`areas.${check}Help`)}</p>
            <Progress of={found[check]} />
            <div role="status">{!stale && <Found check={check} is={found[check]} />}</div>
          </div>
        ))}
      </div>
    </ToolPopover>
  );
}

function Progress({ of }: { readonly of: CheckState | undefined }) {
  return of?.state === "working" && <ProgressLine step={of.step} onCancel={of.cancel} />;
}

function Found({ check, is }: { readonly check: Check; readonly is: CheckState | undefined }) {
  const words = useWords();
  const { t } = words;
  switch (is?.state) {
    case undefined:
    case "working":
      return null;
    case "stopped":
      return <p className="remark">{t("areas.checkStopped")}</p>;
    case "failed":
      return <p className="flag">{t("areas.checkFailed", { what: is.what })}</p>;
    case "done":
      return is.is.wrongCount === 0 ? (
        <p className="area-agrees">{agreement(check, is.is, words)}</p>
      ) : (
        <Wrong of={is.is} />
      );
  }
}

function agreement(check: Check, { zones, facilities, links, areas }: Checked, { t }: Speech): string {
  return t(check === "reAdd" ? "areas.reAdded" : "areas.reshuffled", {
    zones: formatNumber(zones),
    facilities: formatNumber(facilities),
    links: formatNumber(links),
    areas: formatNumber(areas),
  });
}

function Wrong({ of: { wrong, wrongCount } }: { readonly of: Checked }) {
  const { t } = useWords();
  const more = wrongCount - wrong.length;
  return (
    <div className="flag">
      <p>{t("areas.disagree", counted(wrongCount))}</p>
      <ul>
        {wrong.map((each) => (
          <li key={`${each.check} ${each.file} ${each.at}`}>{wrongWords(each, t)}</li>
        ))}
      </ul>
      {more > 0 && <p>{t("areas.disagreeMore", counted(more))}</p>}
    </div>
  );
}

const PLACES = ["zones", "facilities", "links", "areas"] as const;

/** Where, what, and both figures where they are figures. */
export function wrongWords({ check, file, at, expected, found }: Disagreement, t: Speech["t"]): string {
  const place = PLACES.find((each) => each === file) ?? "areas";
  // A certificate is named by its number, which is shown nowhere, and its first zone.
  const name = at.replace(/^#\d+ /, "");
  const said = [
    ...(name === "" ? [] : [t(`areas.place.${place}`, { name })]),
    t(`areas.wrong.${check as "kept-adds-up"}`),
  ].join(t("screen.headline.colon"));
  if (typeof expected !== "number" || typeof found !== "number") return said;
  const figures = { expected: formatNumber(expected, 6), found: formatNumber(found, 6) };
  return `${said}${t("screen.headline.semicolon")}${t("areas.expected", figures)}`;
}
