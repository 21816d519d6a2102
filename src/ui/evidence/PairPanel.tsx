import type { LineEvidence, ZoneEvidence } from "../../core/analysis/evidence.ts";
import type { RuleId } from "../../core/base/ids.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import type { NearestCare } from "./ZoneEvidencePanel.tsx";
import "./evidence.css";
import { missingIn, providedIn, requiredIn } from "./line-words.ts";

/** One of two zones that are looked at side by side. */
export interface PairSide {
  readonly id: string;
  readonly name: string;
  /** Words or numbers, in the order of the labels. */
  readonly facts: readonly string[];
  readonly nearest: readonly NearestCare[];
  readonly evidence: ZoneEvidence;
}

interface Props {
  readonly labels: readonly string[];
  readonly sides: readonly [PairSide, PairSide];
  readonly onZone: (id: string) => void;
}

/** Two zones side by side: what they are, how far their care is, and how they stand under each rule of either. */
export function PairPanel({ labels, sides, onZone }: Props) {
  const { t } = useWords();
  const rules = [...new Set(sides.flatMap(({ evidence }) => evidence.lines.map(({ rule }) => rule)))];
  const subjects = sides[0].nearest.map(({ subject }) => subject);
  return (
    <div className="evidence">
      <table className="pair">
        <thead>
          <tr>
            <td />
            {sides.map(({ id, name }) => (
              <th key={id} scope="col">
                <button type="button" className="link" onClick={() => onZone(id)}>
                  {name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("evidence.overall")}</th>
            {sides.map(({ id, evidence: { overall, judgement } }) => (
              <td key={id}>
                <VerdictMark verdict={overall} estimated={judgement.estimated} />
              </td>
            ))}
          </tr>
          {labels.map((label, at) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {sides.map(({ id, facts }) => (
                <td key={id}>{facts[at]}</td>
              ))}
            </tr>
          ))}
          {subjects.map((subject) => (
            <tr key={subject}>
              <th scope="row">{t("evidence.nearest", { subject: t(`judging.subject.${subject}`) })}</th>
              {sides.map((side) => (
                <td key={side.id}>
                  <Walk of={side.nearest} subject={subject} />
                </td>
              ))}
            </tr>
          ))}
          {rules.map((rule) => (
            <RuleRow key={rule} rule={rule} sides={sides} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Walk({ of, subject }: { readonly of: readonly NearestCare[]; readonly subject: CareSubject }) {
  const { t } = useWords();
  const care = of.find((one) => one.subject === subject);
  if (!care?.facility) return "—";
  return (
    <>
      {formatMetres(care.metres)}
      <small>{t("evidence.withinLimit", { number: `${care.choices}` })}</small>
    </>
  );
}

function RuleRow({ rule, sides }: Pick<Props, "sides"> & { readonly rule: RuleId }) {
  const { t, text } = useWords();
  const lines = sides.map(({ evidence }) => evidence.lines.find((line) => line.rule === rule));
  const title = lines.find((line) => line !== undefined)?.title;
  return (
    <tr>
      <th scope="row">{title && text(title)}</th>
      {lines.map((line, at) => (
        <td key={sides[at]?.id}>
          {line ? <Stand of={line} /> : <span className="remark">{t("evidence.pair.notAsked")}</span>}
        </td>
      ))}
    </tr>
  );
}

/** How a zone stands under one rule. */
function Stand({ of: { line } }: { readonly of: LineEvidence }) {
  const words = useWords();
  const { t } = words;
  const { verdict, estimated } = line;
  const [asked, there, lacking] = [requiredIn, providedIn, missingIn].map((said) => said(line, words));
  return (
    <>
      <VerdictMark verdict={verdict} estimated={estimated} />
      {asked && (
        <small>
          {t("evidence.required")} {asked}
        </small>
      )}
      {there && (
        <small>
          {t("evidence.provided")} {there}
        </small>
      )}
      {lacking && (
        <small>
          {t("evidence.missing")} {lacking}
        </small>
      )}
    </>
  );
}
