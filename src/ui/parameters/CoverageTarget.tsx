import type { ParameterChange, Parameters } from "../../core/analysis/parameters.ts";
import type { CircleJudgement } from "../../core/analysis/results.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";

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
      <NumberField
        label={t("parameters.coverageTarget")}
        help={t("parameters.coverageTargetHelp")}
        wide
        {...{ from: 1, to: 100, digits: 0 }}
        value={coverageTarget === undefined ? undefined : Math.round(coverageTarget * 100)}
        placeholder={t("parameters.coverageTargetNone")}
        onChange={(percent) =>
          onChange({ coverageTarget: percent === undefined ? undefined : percent / 100 })
        }
      />
      {circles.length > 0 && (
        <ul className="circles">
          {circles.map(({ pack, subject, base, covered, total, judgement }) => (
            <li key={`${pack} ${subject}`}>
              <span>
                {many && `${pack} · `}
                {t("screen.headline.coveredOne", {
                  subject: t(`judging.subject.${subject}`),
                  share: formatShare(covered / total, 1),
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
