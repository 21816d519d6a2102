import { InputNumber } from "antd";
import type { ParameterChange, Parameters } from "../../core/analysis/parameters.ts";
import type { CircleJudgement } from "../../core/analysis/results.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { Field } from "./Field.tsx";

interface Props {
  readonly value: Parameters;
  readonly circles: readonly CircleJudgement[];
  readonly onChange: (change: ParameterChange) => void;
}

/** The share of people that the circle must cover, in whole per cent, and how each circle rule stands against it. */
export function CoverageTarget({ value: { coverageTarget }, circles, onChange }: Props) {
  const { t } = useWords();
  const many = new Set(circles.map(({ pack }) => pack)).size > 1;
  return (
    <>
      <Field label={t("parameters.coverageTarget")} help={t("parameters.coverageTargetHelp")} wide>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={100}
            precision={0}
            value={coverageTarget === undefined ? null : Math.round(coverageTarget * 100)}
            placeholder={t("parameters.coverageTargetNone")}
            onChange={(percent) => onChange({ coverageTarget: percent === null ? undefined : percent / 100 })}
          />
        )}
      </Field>
      {circles.length > 0 && (
        <ul className="circles">
          {circles.map(({ pack, subject, base, covered, total, judgement }) => (
            <li key={`${pack} ${subject}`}>
              <span>
                {many && `${pack} · `}
                {t("screen.headline.coveredOne", {
                  subject: t(`judging.subject.${subject}`),
                  share: formatShare(covered / total),
                  base: t(`judging.people.${base}`),
                })}
              </span>
              <VerdictMark verdict={judgement.overall} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
