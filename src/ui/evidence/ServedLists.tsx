import { exact } from "../../core/base/decimal.ts";
import type { ServedChange, ServedGroup } from "../../core/scenario/share-changes.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import "./evidence.css";

/** Whom a change gives and takes, of one metric. */
export interface ServedGroups {
  readonly unit: RuleUnit;
  readonly losing: ServedGroup;
  readonly gaining: ServedGroup;
  /** Zones that are themselves changed. */
  readonly otherwise: ServedGroup;
}

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
      <Group title={t("effect.gainers")} of={gaining} {...{ unit, onZone }} open={losing.zones === 0} />
      <Group title={t("effect.others")} of={otherwise} {...{ unit, onZone }} />
    </>
  );
}

/** Of those who lose and of those who gain, the first few, and how many more there are. */
export function ServedBriefly({ of: { unit, losing, gaining } }: Pick<Props, "of">) {
  const { t } = useWords();
  const groups = [
    { group: losing, title: t("effect.losers") },
    { group: gaining, title: t("effect.gainers") },
  ];
  return groups.map(({ group, title }) => {
    const first = group.first.slice(0, BRIEFLY);
    if (first.length === 0) return null;
    const more = group.zones - first.length;
    return (
      <div key={title} className="served-briefly">
        <p className="remark">
          {title}
          {more > 0 && <span>{t("effect.more", counted(more))}</span>}
        </p>
        <Zones of={first} unit={unit} />
      </div>
    );
  });
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
      <summary>{title}</summary>
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

/** Zones of either group that are named where there is little room. */
const BRIEFLY = 2;
