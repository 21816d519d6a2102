import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { exact } from "../../core/base/decimal.ts";
import { issue } from "../../core/base/issue.ts";
import { inChina } from "../../core/geo/china.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatMetres, formatNumber } from "../../i18n/numbers.ts";
import { PickPlace } from "../editing/PickPlace.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { useWords } from "../words.ts";
import "./evidence.css";

interface Props {
  /** NaN where unknown. */
  readonly elderlyArea: number;
  readonly childcareArea: number;
  readonly slots: number;
  /** What may count of it: of these an unknown amount is told, with the way to fill it in. */
  readonly metrics: readonly Metric[];
  readonly onFill: () => void;
  readonly reached: number;
  readonly loads: readonly {
    readonly metric: Metric;
    readonly unit: RuleUnit;
    readonly load: number;
    readonly capacity: number;
    /** What zones that it belongs to keep before others, and what that leaves to those. */
    readonly kept: number;
    readonly open: number;
  }[];
  /** Degrees; NaN without a place. */
  readonly lng: number;
  readonly lat: number;
  readonly onMove: (to: LngLat) => void;
  /** What is told of a place that is typed, before it is moved there. */
  readonly told: (to: LngLat) => ReactNode;
  /** Absent where there is no map. */
  readonly onPick?: (() => void) | undefined;
  /** Zones that have something of it, then those that reach it; absent until they are known. */
  readonly served: readonly ServedRow[] | undefined;
  readonly onZone: (id: string) => void;
  /** What is told of its room. */
  readonly room: ReactNode;
}

/** A zone that a facility serves: what it is given, in words, and how far it walks. */
export interface ServedRow {
  readonly id: string;
  readonly name: string;
  readonly given: readonly string[];
  readonly metres?: number;
}

/** Steps of about 50 m at the latitudes of the four cities, in degrees. */
const STEP_LAT = 0.00045;

const DEGREES = { step: 0.0005, digits: 6, plain: true };

/** One facility: what it supplies, who reaches it, where it stands, and how to move it. */
export function FacilityPanel(props: Props) {
  const { t, quantity, provided } = useWords();
  const facts: [string, string | undefined][] = [];
  const tell = (name: string, amount: number, unit: RuleUnit, metric: Metric) => {
    if (!Number.isNaN(amount)) facts.push([name, quantity(amount, unit)]);
    else if (props.metrics.includes(metric)) facts.push([name, undefined]);
  };
  tell(t("evidence.area.elderly"), props.elderlyArea, "m2", "elderly_building_area");
  tell(t("evidence.area.childcare"), props.childcareArea, "m2", "childcare_building_area");
  tell(t("evidence.slots"), props.slots, "slot", "childcare_slots");
  if (!Number.isNaN(props.reached)) facts.push([t("evidence.reached"), formatNumber(props.reached)]);
  for (const { metric, unit, load, capacity, kept, open } of props.loads) {
    const of = { metric: t(`judging.metric.${metric}`) };
    const say = (amount: number) => provided(exact(amount), unit);
    facts.push([t("evidence.usedOf", of), t("evidence.used", { load: say(load), capacity: say(capacity) })]);
    if (kept > 0) {
      const rest = open > 0 ? "keptAndOpen" : "keptAll";
      facts.push([t("evidence.keptOf", of), t(`evidence.${rest}`, { kept: say(kept), open: say(open) })]);
    }
  }
  return (
    <div className="evidence">
      <dl className="facility-facts">
        {facts.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value ?? <Unknown onFill={props.onFill} />}</dd>
          </div>
        ))}
      </dl>
      {props.room}
      {props.served && <Served zones={props.served} onZone={props.onZone} />}
      <Position {...props} />
    </div>
  );
}

function Unknown({ onFill }: Pick<Props, "onFill">) {
  const { t } = useWords();
  return (
    <>
      {t("editing.unknownAmount")}{" "}
      <button type="button" className="link" onClick={onFill}>
        {t("editing.fill")}
      </button>
    </>
  );
}

const MOST_SERVED = 12;

/** Whom the facility serves: who has something of it, and who could walk to it. */
function Served({
  zones,
  onZone,
}: {
  readonly zones: readonly ServedRow[];
  readonly onZone: Props["onZone"];
}) {
  const { t } = useWords();
  const given = zones.filter((zone) => zone.given.length > 0);
  const near = zones.filter((zone) => zone.given.length === 0);
  return (
    <section className="line" aria-label={t("evidence.served.title")}>
      <h3>{t("evidence.served.title")}</h3>
      {given.length === 0 && <p className="remark">{t("evidence.served.nobody")}</p>}
      <ServedList zones={given} onZone={onZone} />
      {near.length > 0 && (
        <details>
          <summary>{t("evidence.served.near", counted(near.length))}</summary>
          <ServedList zones={near} onZone={onZone} />
        </details>
      )}
    </section>
  );
}

function ServedList({
  zones,
  onZone,
}: {
  readonly zones: readonly ServedRow[];
  readonly onZone: Props["onZone"];
}) {
  const { t } = useWords();
  const more = zones.length - MOST_SERVED;
  return (
    <>
      <ul className="listed">
        {zones.slice(0, MOST_SERVED).map(({ id, name, given, metres }) => (
          <li key={id} className="listed-zone">
            <button type="button" className="link" onClick={() => onZone(id)}>
              {name}
            </button>
            <span className="listed-amount">
              {[...given, ...(metres === undefined ? [] : [formatMetres(metres)])].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="remark">{t("evidence.served.more", counted(more))}</p>}
    </>
  );
}

function Position({
  lng,
  lat,
  onMove,
  told,
  onPick,
}: Pick<Props, "lng" | "lat" | "onMove" | "told" | "onPick">) {
  const { t, sentence } = useWords();
  const [place, setPlace] = useState({ lng, lat });
  useEffect(() => setPlace({ lng, lat }), [lng, lat]);
  const placed = !Number.isNaN(lng) && !Number.isNaN(lat);
  const stepLng = STEP_LAT / Math.cos((lat * Math.PI) / 180);
  const moved = place.lng !== lng || place.lat !== lat;
  const complete = Number.isFinite(place.lng) && Number.isFinite(place.lat);
  return (
    <form
      className="position"
      aria-label={t("evidence.position")}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && moved) onMove(place);
      }}
    >
      <h3>{t("evidence.position")}</h3>
      <p className="remark">{t(placed ? "evidence.dragHint" : "evidence.noPosition")}</p>
      <div className="position-fields">
        <NumberField
          label={t("evidence.lng")}
          {...{ from: -180, to: 180, ...DEGREES }}
          value={known(place.lng)}
          onChange={(to = Number.NaN) => setPlace({ ...place, lng: to })}
        />
        <NumberField
          label={t("evidence.lat")}
          {...{ from: -90, to: 90, ...DEGREES }}
          value={known(place.lat)}
          onChange={(to = Number.NaN) => setPlace({ ...place, lat: to })}
        />
        <Button htmlType="submit" type="primary" disabled={!complete || !moved}>
          {t("evidence.move")}
        </Button>
      </div>
      {onPick && <PickPlace onPick={onPick} />}
      {complete && moved && told(place)}
      {complete && !inChina(place) && (
        <p className="flag">{sentence(issue("edit.outside-china", "warning", {}))}</p>
      )}
      {placed && (
        <div className="position-steps">
          <Button
            onClick={() => onMove({ lng: lng - stepLng, lat })}
            aria-label={t("evidence.west")}
            title={t("evidence.west")}
          >
            ←
          </Button>
          <Button
            onClick={() => onMove({ lng, lat: lat + STEP_LAT })}
            aria-label={t("evidence.north")}
            title={t("evidence.north")}
          >
            ↑
          </Button>
          <Button
            onClick={() => onMove({ lng, lat: lat - STEP_LAT })}
            aria-label={t("evidence.south")}
            title={t("evidence.south")}
          >
            ↓
          </Button>
          <Button
            onClick={() => onMove({ lng: lng + stepLng, lat })}
            aria-label={t("evidence.east")}
            title={t("evidence.east")}
          >
            →
          </Button>
          <span className="remark">50 m</span>
        </div>
      )}
    </form>
  );
}

function known(degrees: number): number | undefined {
  return Number.isNaN(degrees) ? undefined : degrees;
}
