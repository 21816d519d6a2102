import type { ReactNode } from "react";
import type { Text } from "../../core/standards/clause.ts";
import type { Line } from "../../core/standards/judgement.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { Verdict } from "../../core/standards/verdict.ts";
import { counted, formatMetres, formatNumber, formatShare } from "../../i18n/numbers.ts";
import type { AreaFacts } from "../areas/area-facts.ts";
import { addedUp, amountWords, areaName, isInDoubt } from "../areas/area-words.ts";
import { silenceWords } from "../evidence/unit-words.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { MeasureTable } from "../plans/MeasureTable.tsx";
import type { ReportMeasure, ReportUnit } from "../plans/report-facts.ts";
import { afterWords, hasUnjudged } from "../plans/report-words.ts";
import { type KnownSum, PEOPLE_COLUMNS, type PeopleColumn, type UnitMetricFacts } from "../tables/facts.ts";
import { knownSum } from "../tables/known-sum.ts";
import { useWords } from "../words.ts";
import type { SheetDrawing } from "./drawing.ts";
import { useFitting } from "./fitting.ts";
import { Sheet, type SheetBasis } from "./Sheet.tsx";
import { SheetMap } from "./SheetMap.tsx";

export interface StreetFacts {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly zones: number;
  readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  readonly metrics: readonly UnitMetricFacts[];
  readonly targets: readonly { readonly title: Text; readonly line: Line }[];
  /** 片区 that its zones are short in, those that lack most first; absent where the method is no fair allocation. */
  readonly areas: readonly StreetArea[] | undefined;
  /** Worst first, at least as many as a page holds. */
  readonly listed: readonly StreetZone[];
  readonly drawing: SheetDrawing | undefined;
  /** Where the page belongs to the report of a plan: its measures here, and what stays missing with it, by these metrics. */
  readonly planned?: Pick<ReportUnit, "after" | "unjudged"> & {
    readonly metrics: readonly Metric[];
    readonly measures: readonly ReportMeasure[];
  };
}

/** A 片区 as a whole, and how many of its zones are of the street. */
export interface StreetArea extends Omit<AreaFacts, "zoneNames"> {
  readonly zonesHere: number;
}

export interface StreetZone {
  readonly mark: number;
  readonly name: string;
  readonly verdict: Verdict;
  readonly estimated: boolean;
  readonly households: number;
  readonly missing: readonly { readonly metric: Metric; readonly unit: RuleUnit; readonly amount: number }[];
  /** Walking metres to the nearest, elderly care first; Infinity if there is none. */
  readonly metres: readonly [elderly: number, childcare: number];
}

/** A 街道 on one page: its people, what it needs, has and lacks, where, and the zones that lack most. */
export function StreetSheet({
  of,
  basis,
  leftOut,
}: {
  readonly of: StreetFacts;
  readonly basis: SheetBasis;
  /** Streets without zones, which have no page; told on the last. */
  readonly leftOut: number;
}) {
  const words = useWords();
  const { t, text, gist } = words;
  const { areas = [] } = of;
  const mostAreas = Math.min(areas.length, MOST_AREAS);
  const leastAreas = Math.min(areas.length, 1);
  const [rows, inside] = useFitting(of.listed.length + mostAreas, LEAST_LISTED + leastAreas, ROW_HEIGHT);
  const areasShown = Math.min(
    mostAreas,
    Math.max(leastAreas, rows - Math.min(ENOUGH_LISTED, of.listed.length)),
  );
  const listed = of.listed.slice(0, rows - areasShown);
  const first = of.listed[0]?.missing ?? [];
  const amount = (value: number, unit: RuleUnit) => (Number.isNaN(value) ? "—" : gist(value, unit));
  return (
    <Sheet basis={basis} title={of.name} aside={of.level}>
      <dl className="sheet-facts">
        <Fact name={t("print.zones")} value={formatNumber(of.zones)} />
        {PEOPLE_COLUMNS.map((column) => (
          <Fact
            key={column}
            name={t(`tables.columns.${column}`)}
            value={knownSum(of.people[column], of.zones, t)}
          />
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("print.need")}</th>
            {(["required", "provided", "missing"] as const).map((one) => (
              <NumberHead key={one}>{t(`evidence.${one}`)}</NumberHead>
            ))}
            {of.planned && <NumberHead>{t("report.columns.after")}</NumberHead>}
            <NumberHead>{t("tables.columns.share")}</NumberHead>
            <NumberHead>{t("tables.columns.zonesShort")}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {of.metrics.map(({ metric, unit, required, provided, missing, share, ...zones }) => (
            <tr key={metric}>
              <th scope="row">{t(`judging.metric.${metric}`)}</th>
              <td className="sheet-number">{amount(required, unit)}</td>
              <td className="sheet-number">{amount(provided, unit)}</td>
              <td className="sheet-number">
                <strong>
                  {Number.isNaN(missing) && zones.zonesUnspecified > 0
                    ? t("tables.unspecified")
                    : amount(missing, unit)}
                </strong>
              </td>
              {of.planned && (
                <td className="sheet-number">
                  {afterWords(of.planned, of.planned.metrics.indexOf(metric), unit, words)}
                </td>
              )}
              <td className="sheet-number">{Number.isNaN(share) ? "—" : formatShare(share)}</td>
              <td className="sheet-number">
                {zones.zonesKnown === 0
                  ? "—"
                  : `${formatNumber(zones.zonesShort)} / ${formatNumber(zones.zonesKnown)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-note">
        {of.metrics.map((metric) => {
          const silent = silenceWords(metric, t).join(" ");
          return (
            silent && (
              <span key={metric.metric} className="sheet-silent">
                {t(`judging.metric.${metric.metric}`)}
                {t("print.colon")}
                {silent}
              </span>
            )
          );
        })}
        {t("evidence.surplusApart")}
        {of.planned && hasUnjudged(of.planned) && ` ${t("report.unjudged")}`}
      </p>
      {of.planned && (
        <>
          <p>{t("report.ofStreet")}</p>
          <MeasureTable of={of.planned.measures} />
        </>
      )}
      {areasShown > 0 && <Areas of={areas} most={areasShown} />}
      {of.targets.length > 0 && (
        <ul className="sheet-targets">
          {of.targets.map(({ title, line }) => (
            <li key={line.rule}>
              <VerdictMark verdict={line.verdict} estimated={line.estimated} /> {text(title)}
            </li>
          ))}
        </ul>
      )}
      {of.drawing && (
        <SheetMap of={of.drawing} label={t("print.mapOf", { name: of.name })} marks={listed.length} />
      )}
      <table className="sheet-zones">
        <thead>
          <tr>
            <th scope="col">{t("print.no")}</th>
            <th scope="col">{t("tables.columns.zone")}</th>
            <th scope="col">{t("tables.columns.verdict")}</th>
            <NumberHead>{t("tables.columns.households")}</NumberHead>
            {first.map(({ metric }) => (
              <NumberHead key={metric}>{t(`tables.lack.${metric}`)}</NumberHead>
            ))}
            <NumberHead>{t("tables.columns.nearestElderly")}</NumberHead>
            <NumberHead>{t("tables.columns.nearestChildcare")}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {listed.map((zone) => (
            <tr key={zone.mark}>
              <td>{zone.mark}</td>
              <th scope="row">{zone.name}</th>
              <td>
                <VerdictMark verdict={zone.verdict} estimated={zone.estimated} />
              </td>
              <td className="sheet-number">
                {Number.isNaN(zone.households) ? t("tables.unknown") : formatNumber(zone.households)}
              </td>
              {zone.missing.map(({ metric, unit, amount }) => (
                <td key={metric} className="sheet-number">
                  {Number.isNaN(amount) ? "—" : gist(amount, unit)}
                </td>
              ))}
              {(["elderly", "childcare"] as const).map((subject, at) => (
                <td key={subject} className="sheet-number">
                  {Number.isFinite(zone.metres[at]) ? formatMetres(zone.metres[at] ?? 0) : "—"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div ref={inside}>
        <p className="sheet-note">
          {of.zones > listed.length
            ? t("print.others", {
                ...counted(of.zones - listed.length),
                listed: formatNumber(listed.length),
              })
            : t("print.ranked")}
        </p>
      </div>
      {leftOut > 0 && <p className="sheet-note">{t("print.leftOut", counted(leftOut))}</p>}
    </Sheet>
  );
}

/** What its 片区 lack, as wholes. */
function Areas({ of, most }: { readonly of: readonly StreetArea[]; readonly most: number }) {
  const words = useWords();
  const { t } = words;
  const more = of.length - most;
  const beyond = of.filter(({ zones, zonesHere }) => zones > zonesHere).length;
  return (
    <>
      <table className="sheet-areas">
        <thead>
          <tr>
            <th scope="col">{t("areas.columns.area")}</th>
            <th scope="col">{t("areas.columns.metric")}</th>
            <NumberHead>{t("print.zonesOfArea")}</NumberHead>
            <NumberHead>{t("areas.columns.need")}</NumberHead>
            <NumberHead>{t("areas.columns.capacity")}</NumberHead>
            <NumberHead>{t("evidence.missing")}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {of.slice(0, most).map(({ zonesHere, ...area }) => {
            const { need, capacity, missing } = addedUp(area);
            return (
              <tr key={area.id}>
                <th scope="row">{areaName(area, words)}</th>
                <td>{t(`judging.metric.${area.metric}`)}</td>
                <td className="sheet-number">
                  {formatNumber(zonesHere)} / {formatNumber(area.zones)}
                </td>
                <td className="sheet-number">{amountWords(need, area.unit, words)}</td>
                <td className="sheet-number">{amountWords(capacity, area.unit, words)}</td>
                <td className="sheet-number">
                  <strong>
                    {isInDoubt(area) && "≤ "}
                    {amountWords(missing, area.unit, words)}
                  </strong>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="sheet-note">
        {[
          t("print.areas"),
          ...(beyond > 0 ? [t("print.areasBeyond", counted(beyond))] : []),
          ...(more > 0 ? [t("print.areasMore", counted(more))] : []),
        ].join(" ")}
      </p>
    </>
  );
}

/** More leave no room for zones. */
const MOST_AREAS = 6;
/** Where the page is full, so many zones come before a second 片区. */
const ENOUGH_LISTED = 13;
const LEAST_LISTED = 6;
/** No row of a table is higher, in pixels. */
const ROW_HEIGHT = 23;

function NumberHead({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="col" className="sheet-number">
      {children}
    </th>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
