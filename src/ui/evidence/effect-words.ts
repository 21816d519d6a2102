import { exact as decimal } from "../../core/base/decimal.ts";
import type { ShortArea } from "../../core/scenario/area-changes.ts";
import type { BeforeAfter } from "../../core/scenario/compare.ts";
import type { Effect, MetricEffect } from "../../core/scenario/effect.ts";
import { lackOf } from "../../core/scenario/known-alone.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatShare } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

type Words = Pick<Speech, "t" | "gist" | "exact" | "provided" | "providedGist">;

/** “3 个小区多得 420 m²，1 个小区少得 80 m²；片区缺口由 9,200 m² 降至 8,860 m²，其中确定缺的仍为 8,000 m²。” */
export function effectWords(of: MetricEffect, speech: Words): string {
  const { gaining, losing, unit } = of;
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
  const told = served || t("effect.none");
  const lack =
    of.missing.of === "areas" ? areasLackWords(of, speech) : allLackWords(t("effect.lack.all"), of, speech);
  return lack === undefined
    ? t("effect.served", { served: told })
    : t("effect.sentence", { served: told, missing: lack });
}

/** What all zones lack, where that is another sum than the one told of 片区, and becomes another amount. */
export function inAllWords(of: MetricEffect, speech: Words): string | undefined {
  const { missing, certain } = of.inAll;
  const isSame = [missing, certain].every(({ before, after }) => Object.is(before, after));
  if (of.missing.of === "all" || isSame) return undefined;
  const lack = allLackWords(speech.t("effect.lack.inAll"), of, speech);
  return lack === undefined ? undefined : speech.t("effect.served", { served: lack });
}

/** Of which zones it is known from now on what they lack, and how much; `undefined` where of none. */
export function knownWords({ judgeable, unit }: Known<"judgeable">, speech: Words): string | undefined {
  if (judgeable.length === 0) return undefined;
  const lack = lackOf(judgeable);
  const zones = namesWords(namesOf(judgeable), speech);
  return lack > 0
    ? speech.t("effect.known.lacking", { zones, amount: speech.gist(lack, unit) })
    : speech.t("effect.known.enough", { zones });
}

/** Which zones can be judged no longer, and what they lacked; `undefined` where all can. */
export function doubtWords(
  { doubtful, unit }: Known<"doubtful">,
  speech: Pick<Speech, "t" | "gist">,
): string | undefined {
  if (doubtful.length === 0) return undefined;
  const { t } = speech;
  const lack = lackOf(doubtful);
  const said = t("effect.doubtful", {
    zones: namesWords(namesOf(doubtful), speech),
    ...counted(doubtful.length),
  });
  return lack > 0 ? `${said}${t("effect.doubtfulLack", { amount: speech.gist(lack, unit) })}` : said;
}

type Known<Of extends "judgeable" | "doubtful"> = Pick<MetricEffect, Of | "unit">;

/** “养老步行圈内（60 岁以上）由 96.0 % 变为 95.7 %。” */
export function coveredWords(
  { subject, base, before, after }: Effect["people"][number],
  t: Speech["t"],
): string {
  const what = t("changes.covered", {
    subject: t(`judging.subject.${subject}`),
    base: t(`judging.people.${base}`),
  });
  const [was, is] = [before, after].map((share) => (Number.isNaN(share) ? "—" : formatShare(share, 1)));
  return t("effect.served", { served: t("effect.covered", { what, before: was ?? "", after: is ?? "" }) });
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

/** A few of them by name, and how many they are if there are more: `all`, where not every name is given. */
export function namesWords(
  names: readonly string[],
  { t }: Pick<Speech, "t">,
  all: number = names.length,
): string {
  const some = names.slice(0, MOST_NAMES).join(t("effect.between"));
  return all > MOST_NAMES ? t("effect.zones", { names: some, ...counted(all) }) : some;
}

/** What 片区 lack before and after, and how much of it for certain, where not all is and either becomes another. */
function areasLackWords({ missing, certain, unit }: MetricEffect, speech: Words): string {
  const { t, gist, providedGist } = speech;
  const told = fromTo(t("effect.lack.areas"), missing, (amount) => gist(amount, unit), t);
  const isSure = certain.before === missing.before && certain.after === missing.after;
  const isSame = certain.before === certain.after && missing.before === missing.after;
  if (isSure || isSame) return told;
  const sure = fromTo(t("effect.lack.certain"), certain, (amount) => providedGist(amount, unit), t);
  return `${told}${t("effect.and")}${sure}`;
}

/** What all zones lack before and after, and how much of it is in doubt, as the headline says it; `undefined` where it is not known. */
function allLackWords(
  what: string,
  { inAll: { missing, certain }, unit }: MetricEffect,
  { t, gist }: Words,
): string | undefined {
  if (Number.isNaN(missing.before) || Number.isNaN(missing.after)) return undefined;
  const say = (amount: number, side: keyof BeforeAfter) => {
    const perhaps = amount - certain[side];
    const doubt = perhaps > 0 ? t("screen.headline.perhaps", { amount: gist(perhaps, unit) }) : "";
    return `${gist(amount, unit)}${doubt}`;
  };
  return fromTo(what, missing, say, t);
}

/** Less than can be shown is no nothing. */
function fromTo(
  what: string,
  { before, after }: BeforeAfter,
  say: (amount: number, side: keyof BeforeAfter) => string,
  t: Speech["t"],
): string {
  const [was, is] = [say(before, "before"), say(after, "after")];
  const [same, other] =
    before === after ? (["same", "other"] as const) : (["about", wayOf(before, after)] as const);
  return t(`effect.missing.${was === is ? same : other}`, { what, before: was, after: is });
}

function wayOf(before: number, after: number): "less" | "more" {
  return after < before ? "less" : "more";
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
