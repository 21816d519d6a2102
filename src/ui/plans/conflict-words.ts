import { formatMetres } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { ConflictFacts, PlannedFacts, RoomFacts } from "./conflict-facts.ts";
import { conditionsWords, exactMoneyWords, sizeWords, yearsWords } from "./plan-words.ts";

type Words = Pick<Speech, "t" | "language">;

/** “改造 养老 300 m² · 120 万元 · 即时”. */
export function plannedWords(of: PlannedFacts, words: Words): string {
  const { t } = words;
  return [
    `${t(`plans.kinds.${of.kind}`)} ${sizeWords(of, words)}`,
    exactMoneyWords(of.cost, words),
    ...(of.yearly ? [t("plans.perYear", { cost: exactMoneyWords(of.yearly, words) })] : []),
    yearsWords(of, words),
    ...(of.conditions.length > 0
      ? [t("rebasing.unchecked", { conditions: conditionsWords(of, words) })]
      : []),
  ].join(" · ");
}

/** What there is now in place of what was planned. */
export function presentWords({ now, place }: Pick<ConflictFacts, "now" | "place">, words: Words): string {
  const { t, language } = words;
  const and = language === "zh" ? "、" : ", ";
  switch (now.is) {
    case "gone":
      return t(`rebasing.gone.${place}`);
    case "used":
      return t("rebasing.used", { rooms: now.rooms.map((room) => roomWords(room, words)).join(and) });
    case "refused": {
      const why = [...new Set(now.refusals.map((each) => t(`plans.refusals.${each.why}`)))];
      return t("rebasing.refused", { why: why.join(and) });
    }
    case "not-offered":
      return now.status === undefined
        ? t("rebasing.notOffered")
        : t("rebasing.notOfferedStatus", { status: t(`judging.facilityStatus.${now.status}`) });
    case "too-late":
      return t("rebasing.tooLate", { year: `${now.earliest}` });
    case "otherwise": {
      const { metres } = now;
      const parts = now.parts.map((part) =>
        part === "at" && metres !== undefined
          ? t("rebasing.moved", { metres: formatMetres(Math.round(metres)) })
          : t(`rebasing.parts.${part}`),
      );
      return t("rebasing.asItIs", { what: plannedWords(now.now, words), parts: parts.join(and) });
    }
  }
}

function roomWords({ name, elderly, childcare, slots }: RoomFacts, words: Words): string {
  const { t } = words;
  const what = sizeWords({ elderly, childcare, slots }, words);
  return t("rebasing.room", { name, what: what === "" ? t("rebasing.roomUnsaid") : what });
}
