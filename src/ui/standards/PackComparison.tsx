import { Button, Checkbox } from "antd";
import { useMemo, useState } from "react";
import { type ComparedRule, comparePacks } from "../../core/standards/compare-packs.ts";
import type { KindDraft } from "../../core/standards/counting-draft.ts";
import type { Rule } from "../../core/standards/rule.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { conditionsOf } from "./conditions.ts";
import { PackTrial, type PackTrialState } from "./PackTrial.tsx";
import { statedBeside } from "./pack-facts.ts";
import { requirementOf } from "./requirement.ts";

interface Props {
  readonly left: RulePack;
  readonly right: RulePack;
  /** The pack all zones are judged by. */
  readonly chosen: string | undefined;
  readonly kindName: (kind: string) => string;
  /** Judges the open document by one of the two; absent where nothing is open. */
  readonly onTry: ((id: string) => void) | undefined;
  /** What both make of the open document, worked out when asked for. */
  readonly trial: { readonly of: PackTrialState; readonly onTrial: () => void } | undefined;
}

/** Two packs side by side: what they ask alike, where their numbers differ, and what only one of them asks. */
export function PackComparison({ left, right, chosen, kindName, onTry, trial }: Props) {
  const { t } = useWords();
  const [differentOnly, setDifferentOnly] = useState(false);
  const { groups, counting } = useMemo(() => comparePacks(left, right), [left, right]);
  const rows = groups.flatMap((group) => group.rows);
  const count = (holds: (row: ComparedRule) => boolean) => formatNumber(rows.filter(holds).length);
  return (
    <>
      <div className="compared-head">
        <p className="remark">
          {t("standards.compare.counts", {
            same: count(isSame),
            different: count((row) => isBoth(row) && !isSame(row)),
            left: count(({ right: other }) => other === undefined),
            right: count(({ left: other }) => other === undefined),
          })}
        </p>
        <Checkbox checked={differentOnly} onChange={({ target }) => setDifferentOnly(target.checked)}>
          {t("standards.compare.differentOnly")}
        </Checkbox>
      </div>
      {trial && <PackTrial {...{ left, right, ...trial }} />}
      <table className="rules compared" aria-label={t("standards.compare.title")}>
        <thead>
          <tr>
            {[left, right].map((pack) => (
              <th key={pack.id} scope="col">
                <Side pack={pack} chosen={chosen === pack.id} onTry={onTry} />
              </th>
            ))}
            <th scope="col">{t("standards.compare.apart")}</th>
          </tr>
        </thead>
        {groups.map(({ subject, level, status, rows: all }) => {
          const shown = differentOnly ? all.filter((row) => !isSame(row)) : all;
          if (shown.length === 0) return null;
          const words = [
            t(subject === "both" ? "standards.compare.both" : `judging.subject.${subject}`),
            t(`standards.levels.${level}`),
            ...(status ? [t(`standards.holdsFor.${status}`)] : []),
          ];
          return (
            <tbody key={`${subject} ${level} ${status}`}>
              <tr>
                <th className="rules-level" colSpan={3} scope="rowgroup">
                  {words.join(" · ")}
                </th>
              </tr>
              {shown.map((row) => (
                <Row key={`${row.left?.id} ${row.right?.id}`} {...{ row, left, right, kindName }} />
              ))}
            </tbody>
          );
        })}
      </table>
      <h3>{t("standards.counting.title")}</h3>
      {counting.length === 0 ? (
        <p className="remark">{t("standards.compare.countingSame")}</p>
      ) : (
        <table className="rules compared" aria-label={t("standards.counting.title")}>
          <Heads first={t("standards.compare.kind")} {...{ left, right }} />
          <tbody>
            {counting.map(({ metric, kind, left: a, right: b }) => (
              <tr key={`${metric} ${kind}`}>
                <th scope="row">
                  {kindName(kind)}
                  <span className="remark">{t(`judging.metric.${metric}`)}</span>
                </th>
                <Reading of={a} />
                <Reading of={b} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Beside {...{ left, right }} />
    </>
  );
}

function isBoth({ left, right }: ComparedRule): boolean {
  return left !== undefined && right !== undefined;
}

function isSame(row: ComparedRule): boolean {
  return isBoth(row) && row.apart.length === 0;
}

interface SideProps {
  readonly pack: RulePack;
  readonly chosen: boolean;
  readonly onTry: Props["onTry"];
}

function Side({ pack, chosen, onTry }: SideProps) {
  const { t, text } = useWords();
  return (
    <>
      <strong>{text(pack.title)}</strong>
      <span className="compared-try">
        {t(`screen.banner.packStatus.${pack.status}`)}
        {chosen && <span className="mark">{t("standards.inUse")}</span>}
        {!chosen && onTry && (
          <Button
            size="small"
            aria-label={t("standards.compare.tryOf", { title: text(pack.title) })}
            title={t("standards.useHelp")}
            onClick={() => onTry(pack.id)}
          >
            {t("standards.compare.try")}
          </Button>
        )}
      </span>
    </>
  );
}

interface RowProps extends Pick<Props, "left" | "right" | "kindName"> {
  readonly row: ComparedRule;
}

function Row({ row, left, right, kindName }: RowProps) {
  const { t } = useWords();
  const { apart } = row;
  const marked = apart.some((part) => part !== "severity" && part !== "conditions");
  return (
    <tr className={isSame(row) ? "compared-same" : undefined}>
      <Cell rule={row.left} pack={left} {...{ apart, marked, kindName }} />
      <Cell rule={row.right} pack={right} {...{ apart, marked, kindName }} />
      <td>
        {isBoth(row) ? (
          apart.length === 0 ? (
            <span className="remark">{t("standards.compare.same")}</span>
          ) : (
            apart.map((part) => (
              <span key={part} className="mark mark-open">
                {t(`standards.compare.parts.${part}`)}
              </span>
            ))
          )
        ) : (
          <span className="mark">{t("standards.compare.oneSided")}</span>
        )}
      </td>
    </tr>
  );
}

interface CellProps {
  readonly rule: Rule | undefined;
  readonly pack: RulePack;
  readonly apart: ComparedRule["apart"];
  readonly marked: boolean;
  readonly kindName: Props["kindName"];
}

function Cell({ rule, pack, apart, marked, kindName }: CellProps) {
  const speech = useWords();
  const { t, text } = speech;
  // Where columns do not fit beside each other, each cell says whose it is.
  const whose = { "data-of": text(pack.title) };
  if (rule === undefined) {
    return (
      <td className="remark" {...whose}>
        {t("standards.compare.none")}
      </td>
    );
  }
  const requirement = requirementOf(rule, speech, kindName);
  return (
    <td {...whose}>
      {marked ? <strong>{requirement}</strong> : requirement}
      <span className="remark">
        {[
          text(rule.title),
          t(`judging.severity.${rule.severity}`),
          ...rule.clauses.map(({ clause }) => clause),
        ].join(" · ")}
      </span>
      {apart.includes("conditions") && (
        <span className="remark">
          {t("standards.compare.holds", { conditions: conditionsOf(rule, speech) })}
        </span>
      )}
    </td>
  );
}

function Heads({ first, left, right }: { readonly first: string } & Pick<Props, "left" | "right">) {
  const { text } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {[left, right].map((pack) => (
          <th key={pack.id} scope="col">
            {text(pack.title)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Reading({ of }: { readonly of: KindDraft | undefined }) {
  const { t } = useWords();
  return (
    <td>
      {of ? t(`standards.counting.reading.${of.reading}`) : t("standards.compare.notNamed")}
      {of?.registered && <span className="remark">{t("standards.counting.registered")}</span>}
    </td>
  );
}

/** What they state beside their rules, where it is not the same. */
function Beside({ left, right }: Pick<Props, "left" | "right">) {
  const speech = useWords();
  const { t } = speech;
  const [ours, theirs] = [left, right].map((pack) => new Map(statedBeside(pack, speech)));
  const labels = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])];
  const apart = labels.filter((label) => ours?.get(label) !== theirs?.get(label));
  if (apart.length === 0) return null;
  return (
    <>
      <h3>{t("standards.compare.beside")}</h3>
      <table className="rules compared" aria-label={t("standards.compare.beside")}>
        <Heads first={t("standards.compare.item")} {...{ left, right }} />
        <tbody>
          {apart.map((label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{ours?.get(label) ?? "—"}</td>
              <td>{theirs?.get(label) ?? "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
