import { exact } from "../../core/base/decimal.ts";
import { gainOf, type ServedGroup } from "../../core/scenario/share-changes.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** Whom a change gives and takes, of one metric. */
export interface ServedGroups {
  readonly unit: RuleUnit;
  readonly losing: ServedGroup;
  readonly gaining: ServedGroup;
  /** Zones that are themselves changed. */
  readonly otherwise: ServedGroup;
}

/**
 * Where there is little room: “少得：东园 −70 m²、南园 −20 m²等 7 个小区”, “多得：西园 +30 m²”. A line for those who lose and one
 * for those who gain, who loses or gains most first; of more than two, how many they are.
 */
export function servedLines(
  { unit, losing, gaining }: Omit<ServedGroups, "otherwise">,
  { t, provided }: Pick<Speech, "t" | "provided">,
): readonly string[] {
  const line = ({ zones, first }: ServedGroup, how: "less" | "more") => {
    const named = first.slice(0, MOST_NAMED);
    if (named.length === 0) return [];
    const names = named
      .map((change) =>
        t(`effect.briefly.${how}`, {
          zone: change.name ?? change.zone,
          amount: provided(exact(Math.abs(Math.round(gainOf(change) * 1e6)) / 1e6), unit),
        }),
      )
      .join(t("effect.between"));
    const told = zones > named.length ? t("effect.zones", { names, ...counted(zones) }) : names;
    return [t(`effect.briefly.${how === "less" ? "losing" : "gaining"}`, { zones: told })];
  };
  return [...line(losing, "less"), ...line(gaining, "more")];
}

const MOST_NAMED = 2;
