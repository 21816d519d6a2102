import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { ChartFacts, ChartPoint, ChartValue } from "./chart-facts.ts";
import { cut } from "./Found.tsx";

interface Props {
  readonly of: ChartFacts;
  /** The numbers in words, for those who listen. */
  readonly label: string;
}

const WIDTH = 400;
const HEIGHT = 108;
const PLOT = { left: 20, right: 316, top: 24, bottom: 86 } as const;
/** The last target goes on for a while. */
const LAST = 56;

/** Targets as steps over the years, what was found before them, and what the open document gives as a level across. */
export function IndicatorChart({ of: { found, targets, inForce, here }, label }: Props) {
  const points = [...found, ...targets];
  const years = [...new Set(points.map(({ year }) => year))];
  const values = [...points.map(({ value }) => value), here?.least ?? 0, here?.most ?? 0];
  const most = Math.max(...values, Number.MIN_VALUE) * 1.05;
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [PLOT.left + 16, PLOT.right - LAST]);
  const y = scaleLinear([0, most], [PLOT.bottom, PLOT.top]);
  const at = ({ year, value }: ChartPoint): [number, number] => [x(year), y(value)];
  const steps = targets.map(at);
  const end = steps.at(-1);
  if (end) steps.push([PLOT.right, end[1]]);
  return (
    <svg className="indicator-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className="chart-ground" x1={PLOT.left} x2={PLOT.right} y1={PLOT.bottom} y2={PLOT.bottom} />
      {years.map((year) => (
        <text key={year} className="chart-year" x={x(year)} y={HEIGHT - 6}>
          {year}
        </text>
      ))}
      <path className="chart-way" d={line()([...found, ...targets.slice(0, 1)].map(at)) ?? ""} />
      {here && <Here of={here} low={y(here.least)} high={y(here.most ?? most)} />}
      <path className="chart-target" d={line().curve(curveStepAfter)(steps) ?? ""} />
      {found.map((point) => (
        <circle key={point.year} className="chart-found" cx={x(point.year)} cy={y(point.value)} r={3.5} />
      ))}
      {targets.map((point) => (
        <circle
          key={point.year}
          className={point.year === inForce ? "chart-step chart-in-force" : "chart-step"}
          cx={x(point.year)}
          cy={y(point.value)}
          r={point.year === inForce ? 4.5 : 3}
        />
      ))}
      {points.map((point) => (
        <text key={`${point.cell.kind} ${point.year}`} x={x(point.year)} y={y(point.value) - 8}>
          {formatNumber(point.value)}
        </text>
      ))}
    </svg>
  );
}

interface HereProps {
  readonly of: ChartValue;
  readonly low: number;
  readonly high: number;
}

/** The level of the open document; a band where it is not known how much counts. */
function Here({ of, low, high }: HereProps) {
  const { t } = useWords();
  return (
    <>
      {low - high > 1 && (
        <rect
          className="chart-band"
          x={PLOT.left}
          width={PLOT.right - PLOT.left}
          y={high}
          height={low - high}
        />
      )}
      <line className="chart-here" x1={PLOT.left} x2={PLOT.right} y1={low} y2={low} />
      <text className="chart-here-word" x={PLOT.right + 6} y={low + 4}>
        {of.most === of.least ? cut(of.least) : t("city.atLeast", { least: cut(of.least) })}
      </text>
      <text className="chart-here-word chart-year" x={PLOT.right + 6} y={low + 17}>
        {t("city.here")}
      </text>
    </>
  );
}
