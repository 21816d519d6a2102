import { exact } from "../../core/base/decimal.ts";
import type { ServedChange, ServedGroup } from "../../core/scenario/share-changes.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { ServedGroups } from "./served-lines.ts";
import "./evidence.css";

interface Props {
  readonly of: ServedGroups;
  /** Absent where nothing may be left for a zone. */
  readonly onZone?: ((id: string) => void) | undefined;
}

/** All of them by name, to be folded; who loses is read first. */
export function ServedLists({ of: { unit, losing, gaining, otherwise }, onZone }: Props) {
  const { t } = useWords();
  return (
    <>
      <Group title={t("effect.losers")} of={losing} {...{ unit, onZone }} open />
      <Group title={t("effect.gainers")} of={gaining} {...{ unit, onZone }} open />
      <Group title={t("effect.others")} of={otherwise} {...{ unit, onZone }} />
    </>
  );
}

interface GroupProps extends Pick<Props, "onZone"> {
  readonly title: string;
  readonly of: ServedGroup;
  readonly unit: RuleUnit;
  readonly open?: boolean;
}

function Group({ title, of: { zones, first }, unit, onZone, open = false }: GroupProps) {
  const { t } = useWords();
  if (zones === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title} <span className="listed-amount">{formatNumber(zones)}</span>
      </summary>
      <Zones of={first} unit={unit} onZone={onZone} />
      {zones > first.length && <p className="remark">{t("effect.more", counted(zones - first.length))}</p>}
    </details>
  );
}

interface ZonesProps extends Pick<Props, "onZone"> {
  readonly of: readonly ServedChange[];
  readonly unit: RuleUnit;
}

function Zones({ of, unit, onZone }: ZonesProps) {
  const { t, provided } = useWords();
  const amount = (value: number) =>
    Number.isNaN(value) ? t("effect.unknown") : provided(exact(value), unit);
  const fromTo = ({ served: { before, after } }: ServedChange) =>
    t("effect.fromTo", { before: amount(before), after: amount(after) });
  return (
    <ul className="listed">
      {of.map((change) => (
        <li key={change.zone} className="listed-zone">
          {onZone ? (
            <button type="button" className="link" onClick={() => onZone(change.zone)}>
              {change.name ?? change.zone}
            </button>
          ) : (
            <span>{change.name ?? change.zone}</span>
          )}
          <span className="listed-amount">{fromTo(change)}</span>
        </li>
      ))}
    </ul>
  );
}
