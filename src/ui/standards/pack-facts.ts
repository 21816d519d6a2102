import { PROFILES, type RulePack } from "../../core/standards/rule-pack.ts";
import { formatMetres, formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import { LIMITS } from "./CircleFields.tsx";

export type PackFact = readonly [label: string, value: string];

/** What a pack states beside its rules: people of a household, the circle, what is done where clauses differ, its period. */
export function statedBeside(pack: RulePack, { t }: Speech): readonly PackFact[] {
  const { populationCoefficient: people, circle, conflictPolicy, validTo } = pack;
  return [
    [
      t("standards.facts.people"),
      t("standards.facts.peopleBand", { low: formatNumber(people.low), high: formatNumber(people.high) }),
    ],
    [
      t("standards.circle.fact"),
      [
        t("standards.circle.minutesValue", { minutes: formatNumber(circle.minutes) }),
        ...PROFILES.map((profile) => `${t(LIMITS[profile])} ${formatMetres(circle.limits[profile])}`),
        `${t("parameters.names.detour")} ${formatNumber(circle.detour)}`,
      ].join(" · "),
    ],
    [t("parameters.names.conflict"), t(`parameters.conflicts.${conflictPolicy}`)],
    ...(validTo ? [[t("standards.facts.validTo"), validTo] as const] : []),
  ];
}
