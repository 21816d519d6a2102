import type { Subject } from "../../core/model/facility-kind.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatNumber, roundedDown, roundedUp } from "../../i18n/numbers.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";
import { AreaDoubts } from "./AreaDoubts.tsx";
import type { AreaDetail, AreaFacility, AreaZone, Doubts } from "./area-facts.ts";
import { addedUp, amountWords, areaSentence, coreSentence, heldSentence, isInDoubt } from "./area-words.ts";
import { useFolded } from "./use-folded.tsx";
import "../evidence/evidence.css";
import "./areas.css";

interface Props {
  readonly of: AreaDetail;
  readonly subjectOf: (kind: string) => Subject;
  readonly kindName: (kind: string) => string;
  readonly onZone: (id: string) => void;
  readonly onFacility: (id: string) => void;
  /** The fewest zones of it that are short, whatever the assignment; absent until it is known. */
  readonly fewest: { readonly zones: number; readonly attained: boolean } | undefined;
  /** Absent until it is known. */
  readonly doubts: Doubts | undefined;
}

/** A 片区: what it lacks whatever the assignment, with the arithmetic, its zones and all facilities they can reach. */
export function AreaPanel({ of, subjectOf, kindName, onZone, onFacility, fewest, doubts }: Props) {
  const words = useWords();
  const { t } = words;
  const { facts, cores, zones, facilities } = of;
  const { unit } = facts;
  const { need, capacity, missing } = addedUp(facts);
  const held = heldSentence(of, words);
  return (
    <div className="evidence">
      <p className="area-sentence">{areaSentence(facts, words)}</p>
      <p className="arithmetic">
        {[formatNumber(need), "−", formatNumber(capacity), "=", amountWords(missing, unit, words)].join(" ")}
      </p>
      {fewest && zones.length > 1 && (
        <p>
          {isInDoubt(facts) && t("areas.bySure")}
          {t(`effect.fewest.${fewestKind(fewest, zones.length)}`, counted(fewest.zones))}
        </p>
      )}
      {held && <p className="remark">{held}</p>}
      {unit === "slot" && <p className="remark">{t("areas.wholeSlots")}</p>}
      {isInDoubt(facts) && doubts && <AreaDoubts of={doubts} {...{ unit, onZone, onFacility }} />}
      {cores.length > 0 && (
        <section className="line" aria-label={t("areas.cores")}>
          <h3>{t("areas.cores")}</h3>
          <ul className="area-cores">
            {cores.map((core, at) => (
              <li key={`${core.need} ${core.capacity} ${core.zones}`}>
                {coreSentence(core, { unit, isFirst: at === 0 }, words)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Zones zones={zones} unit={unit} onZone={onZone} />
      <Facilities {...{ facilities, unit, subjectOf, kindName, onFacility }} />
    </div>
  );
}

function fewestKind({ zones, attained }: NonNullable<Props["fewest"]>, all: number) {
  if (zones === all) return "all";
  return attained ? "attained" : "bound";
}

function Zones({
  zones,
  unit,
  onZone,
}: {
  readonly zones: readonly AreaZone[];
  readonly unit: RuleUnit;
  readonly onZone: Props["onZone"];
}) {
  const { t } = useWords();
  const { shown, fold } = useFolded(zones, SHOWN_AT_FIRST);
  return (
    <section className="line" aria-label={t("areas.zones")}>
      <table className="area-rows">
        <thead>
          <tr>
            <th scope="col">
              {t("areas.zones")} <span className="facts-aside">{formatNumber(zones.length)}</span>
            </th>
            <th scope="col">
              {t("tables.take.heading", { title: t("areas.zone.need"), unit: t(`judging.unit.${unit}`) })}
            </th>
            <th scope="col">{t("areas.zone.served")}</th>
            <th scope="col">{t("areas.zone.share")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, need, served, share, shortness }) => (
            <tr key={id}>
              <td>
                <button type="button" className="link" onClick={() => onZone(id)}>
                  {name}
                </button>
                <small title={t(`areas.shortnessHelp.${shortness}`)}>
                  {t(`areas.shortness.${shortness}`)}
                </small>
              </td>
              <td>{formatNumber(roundedUp(need))}</td>
              <td>{formatNumber(roundedDown(served))}</td>
              <td>
                <ShareBar share={share} decimals={1} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fold}
    </section>
  );
}

function Facilities({
  facilities,
  unit,
  subjectOf,
  kindName,
  onFacility,
}: {
  readonly facilities: readonly AreaFacility[];
  readonly unit: RuleUnit;
} & Pick<Props, "subjectOf" | "kindName" | "onFacility">) {
  const { t } = useWords();
  const { shown, fold } = useFolded(facilities, SHOWN_AT_FIRST);
  if (facilities.length === 0) {
    return (
      <section className="line" aria-label={t("areas.facilities")}>
        <h3>{t("areas.facilities")}</h3>
        <p className="remark">{t("areas.noFacilities")}</p>
      </section>
    );
  }
  return (
    <section className="line" aria-label={t("areas.facilities")}>
      <table className="area-rows">
        <thead>
          <tr>
            <th scope="col">
              {t("areas.facilities")} <span className="facts-aside">{formatNumber(facilities.length)}</span>
            </th>
            <th scope="col">
              {t("tables.take.heading", {
                title: t("areas.facility.capacity"),
                unit: t(`judging.unit.${unit}`),
              })}
            </th>
            <th scope="col">{t("areas.facility.load")}</th>
            <th scope="col">{t("areas.facility.reserved")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, kind, capacity, load, reserved }) => (
            <tr key={id}>
              <td>
                <KindGlyph subject={subjectOf(kind)} />{" "}
                <button type="button" className="link" onClick={() => onFacility(id)}>
                  {name}
                </button>
                <small>{kindName(kind)}</small>
              </td>
              <td>{formatNumber(roundedDown(capacity))}</td>
              <td>{formatNumber(roundedDown(load))}</td>
              <td>
                {reserved > 0 ? formatNumber(roundedDown(reserved)) : <span className="facts-aside">—</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fold}
    </section>
  );
}

const SHOWN_AT_FIRST = 10;
