import { Checkbox } from "antd";
import { useState } from "react";
import type { LackingUnit, TierGap } from "../../core/city/city-facts.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";
import { tierKey } from "./tier-key.ts";

export interface TierUnits {
  /** The unit that is looked at. */
  readonly chosen: string | undefined;
  readonly onUnit: (unit: string) => void;
  /** Absent where there is no map. */
  readonly map:
    | {
        /** Units with a boundary. */
        readonly grounded: ReadonlySet<string>;
        /** Key of the entry whose units are marked. */
        readonly marked: string | undefined;
        readonly onMark: (key: string | undefined) => void;
      }
    | undefined;
}

interface Props {
  readonly tiers: readonly TierGap[];
  readonly units: TierUnits;
}

/** Which units have no facility of the kind their tier is to have: as bars, by name, and on the map. */
export function TierGaps({ tiers, units }: Props) {
  const { t } = useWords();
  if (tiers.length === 0) return <p className="remark">{t("city.tiersNone")}</p>;
  return (
    <ul className="city-list">
      {tiers.map((tier) => (
        <Tier key={tierKey(tier)} of={tier} units={units} />
      ))}
    </ul>
  );
}

function Tier({ of, units }: { readonly of: TierGap; readonly units: TierUnits }) {
  const { t, text } = useWords();
  const [unfolded, unfold] = useState(false);
  const { title, level, all, lacking } = of;
  const counts = {
    level: t(`judging.level.${level}`),
    all: formatNumber(all),
    have: formatNumber(all - lacking.length),
    number: formatNumber(lacking.length),
  };
  return (
    <li>
      <header>
        <span>{text(title)}</span>
        <ShareBar share={(all - lacking.length) / all} />
      </header>
      {lacking.length === 0 ? (
        <p className="remark">{t("city.tierAll", counts)}</p>
      ) : (
        <>
          <details onToggle={({ currentTarget }) => unfold(currentTarget.open)}>
            <summary className="remark">
              {all === 1
                ? t("city.tierNone", { name: lacking[0]?.name ?? "" })
                : t("city.tierLacking", counts)}
            </summary>
            {unfolded && <Names of={lacking} units={units} />}
          </details>
          {units.map && <Marking of={of} map={units.map} />}
        </>
      )}
    </li>
  );
}

/** As many names as somebody can go through. */
const MOST = 300;

function Names({ of, units }: { readonly of: readonly LackingUnit[]; readonly units: TierUnits }) {
  const { t } = useWords();
  return (
    <>
      <ul className="city-units">
        {of.slice(0, MOST).map(({ unit, name }) => (
          <li key={unit}>
            <button
              type="button"
              className="link"
              aria-current={unit === units.chosen ? "true" : undefined}
              onClick={() => units.onUnit(unit)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      {of.length > MOST && <p className="remark">{t("city.tierMore", counted(of.length - MOST))}</p>}
    </>
  );
}

interface MarkingProps {
  readonly of: TierGap;
  readonly map: NonNullable<TierUnits["map"]>;
}

/** Marks the units on the map, and says how many have no ground there. */
function Marking({ of, map: { grounded, marked, onMark } }: MarkingProps) {
  const { t, text } = useWords();
  const key = tierKey(of);
  const groundless = of.lacking.filter(({ unit }) => !grounded.has(unit)).length;
  if (groundless === of.lacking.length) return <p className="remark">{t("city.tierGroundless")}</p>;
  return (
    <div className="city-marking">
      <Checkbox
        aria-label={t("city.tierMarkOf", { title: text(of.title) })}
        checked={marked === key}
        onChange={({ target }) => onMark(target.checked ? key : undefined)}
      >
        {t("city.tierMark")}
      </Checkbox>
      {groundless > 0 && <span className="remark">{t("city.tierSomeGroundless", counted(groundless))}</span>}
    </div>
  );
}
