import { exact as decimal } from "../../core/base/decimal.ts";
import type { ShortArea } from "../../core/scenario/area-changes.ts";
import type { MetricEffect } from "../../core/scenario/effect.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

type Words = Pick<Speech, "t" | "gist" | "exact" | "provided">;

/** “3 个小区多得 420 m²，1 个小区少得 80 m²；缺口由 9,200 m² 降至 8,860 m²。” */
export function effectWords({ gaining, losing, missing, unit }: MetricEffect, speech: Words): string {
  const { t } = speech;
  const served = [
    ...(gaining.zones > 0
      ? [
          t("effect.gaining", {
            ...counted(gaining.zones),
            amount: amountWords(gaining.amount, unit, speech),
          }),
        ]
      : []),
    ...(losing.zones > 0
      ? [t("effect.losing", { ...counted(losing.zones), amount: amountWords(losing.amount, unit, speech) })]
      : []),
  ].join(t("effect.and"));
  const { before, after, of } = missing;
  const told = served || t("effect.none");
  if (Number.isNaN(before) || Number.isNaN(after)) return t("effect.served", { served: told });
  const [was, is] = [speech.gist(before, unit), speech.gist(after, unit)];
  const how = was === is ? "same" : after < before ? "less" : "more";
  return t("effect.sentence", {
    served: told,
    missing: t(`effect.missing.${how}`, { what: t(`effect.lack.${of}`), before: was, after: is }),
  });
}

/** Which zones can be judged no longer. */
export function doubtWords({ doubtful }: Pick<MetricEffect, "doubtful">, speech: Pick<Speech, "t">): string {
  const zones = namesWords(namesOf(doubtful), speech);
  return speech.t("effect.doubtful", { zones, ...counted(doubtful.length) });
}

/** What becomes of 片区, one sentence for each. */
export function areaWords({ areas, unit }: MetricEffect, speech: Words): readonly string[] {
  const { t, exact } = speech;
  const say = (areasOf: readonly ShortArea[], how: "dissolved" | "formed") =>
    areasOf.slice(0, MOST_AREAS).map(({ zones, missing }) =>
      t(`effect.${how}`, {
        zones: namesWords(namesOf(zones), speech),
        missing: exact(missing, unit, false),
      }),
    );
  return [...say(areas.dissolved, "dissolved"), ...say(areas.formed, "formed")];
}

/** A few of them by name, and how many they are if there are more. */
export function namesWords(names: readonly string[], { t }: Pick<Speech, "t">): string {
  const some = names.slice(0, MOST_NAMES).join(t("effect.between"));
  return names.length > MOST_NAMES ? t("effect.zones", { names: some, ...counted(names.length) }) : some;
}

function namesOf(zones: ShortArea["zones"]): readonly string[] {
  return zones.map(({ id, name }) => name ?? id);
}

/** Slots that are shared out come in parts, so that rounding each of them up would not add up. */
function amountWords(value: number, unit: RuleUnit, { gist, provided }: Words): string {
  return unit === "m2" ? gist(value, unit) : provided(decimal(value), unit);
}

const MOST_NAMES = 3;
const MOST_AREAS = 3;
