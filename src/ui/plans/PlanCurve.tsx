import { Button } from "antd";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { formatNumber, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { CurveFacts } from "./plan-facts.ts";
import { moneyUnit, moneyWords, plainMoney } from "./plan-words.ts";
import "./plans.css";

interface Props {
  readonly points: readonly CurveFacts[];
  /** How many points there will be. */
  readonly all: number;
  /** The plan on screen; 万元, and the share of what is missing that it closes. */
  readonly here: { readonly cost: number; readonly closed: number } | undefined;
  /** The budget that is asked for. */
  readonly budget: number | undefined;
  readonly onBudget: (budget: number) => void;
}

const WIDTH = 400;
const HEIGHT = 188;
const PLOT = { left: 40, right: 384, top: 28, bottom: 152 } as const;

/** What money does: the share of what is missing that a budget closes, as a line and as a list to choose from. */
export function PlanCurve({ points, all, here, budget, onBudget }: Props) {
  const words = useWords();
  const { t, gist } = words;
  const most = Math.max(...points.map((point) => point.budget), here?.cost ?? 0, Number.MIN_VALUE);
  const top = Math.max(...points.map(({ closed }) => closed), here?.closed ?? 0, LEAST_TOP);
  // A million is a hundred 万元: what is round in one is round in the other.
  const x = scaleLinear([0, most], [PLOT.left, PLOT.right]).nice(4);
  const y = scaleLinear([0, top], [PLOT.bottom, PLOT.top]).nice(4);
  const at = ({ budget, closed }: CurveFacts): [number, number] => [x(budget), y(closed)];
  return (
    <section className="plan-part" aria-label={t("plans.curve")}>
      <h3>{t("plans.curve")}</h3>
      <svg
        className="plan-curve"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("plans.curveLabel")}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="curve-grid" x1={PLOT.left} x2={PLOT.right} y1={y(tick)} y2={y(tick)} />
            <text x={PLOT.left - 6} y={y(tick) + 4} textAnchor="end">
              {formatNumber(tick * 100, 0)}
            </text>
          </g>
        ))}
        {x.ticks(4).map((tick) => (
          <text key={tick} x={x(tick)} y={PLOT.bottom + 16} textAnchor="middle">
            {formatNumber(tick / moneyUnit(words))}
          </text>
        ))}
        <text x={PLOT.right} y={HEIGHT - 4} textAnchor="end">
          {t("plans.curveCost")}
        </text>
        <text x={0} y={10}>
          {t("plans.curveClosed")} %
        </text>
        <path className="curve-line" d={line()(points.map(at)) ?? ""} />
        {points.map((point) => (
          <circle
            key={point.budget}
            className={point.budget === budget ? "curve-point curve-chosen" : "curve-point"}
            cx={x(point.budget)}
            cy={y(point.closed)}
            r={point.budget === budget ? 5 : 3.5}
          />
        ))}
        {here && <path className="curve-here" d={`M${x(here.cost)} ${y(here.closed) - 6}l6 6l-6 6l-6 -6Z`} />}
      </svg>
      {here && <p className="remark curve-key">{t("plans.curveHere")}</p>}
      <ul className="curve-points">
        {points.map((point) => (
          <li key={point.budget}>
            <Button
              type="link"
              size="small"
              aria-pressed={point.budget === budget}
              aria-label={t("plans.curveChoose", { budget: moneyWords(point.budget, words) })}
              onClick={() => onBudget(point.budget)}
            >
              {plainMoney(point.budget, words)}
            </Button>
            <span>{formatShare(point.closed, 0)}</span>
            <span className="remark">
              {point.missing
                .map(({ metric, unit, missing }) =>
                  t("plans.curveLeft", {
                    metric: t(`tables.lack.${metric}`),
                    missing: gist(missing, unit),
                  }),
                )
                .join(t("screen.headline.comma"))}
            </span>
          </li>
        ))}
      </ul>
      {points.length < all && (
        <p className="remark" role="status">
          {t("plans.curveWorking", { done: formatNumber(points.length), all: formatNumber(all) })}
        </p>
      )}
    </section>
  );
}

const LEAST_TOP = 0.05;
