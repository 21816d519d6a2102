import { classOf, VERDICTS, type Verdict } from "../../core/standards/verdict.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";

interface Props {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly zones: number;
}

/** How many zones stand at each verdict, worst first, as numbers and as bars. */
export function VerdictFigures({ verdicts, zones }: Props) {
  return (
    <ul className="city-verdicts">
      {VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} estimated={verdict === "pass_estimated"} />
          <span aria-hidden="true" className="city-track">
            <span
              className={`swatch-${classOf(verdict)}`}
              style={{ width: `${(verdicts[verdict] / zones) * 100}%` }}
            />
          </span>
          <span className="city-count">{formatNumber(verdicts[verdict])}</span>
        </li>
      ))}
    </ul>
  );
}
