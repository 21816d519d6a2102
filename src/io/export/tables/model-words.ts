import type { FacilityKind } from "../../../core/model/facility-kind.ts";
import { shippedStandards } from "../../standards/shipped.ts";
import { plainWord } from "../../to-model/read-value.ts";
import {
  adminLevels,
  checkStatuses,
  facilityStatuses,
  residentsBases,
  siteKinds,
  siteWays,
  zoneStages,
  zoneStatuses,
} from "../../to-model/words.ts";
import { CHOICES } from "../template.ts";

type Language = "zh" | "en";

/** Words for what the model distinguishes, each of which is read back as what it stands for. */
export const modelWords = {
  kind: (kind: FacilityKind, language: Language) =>
    language === "zh" ? (shippedStandards().kinds.find(({ code }) => code === kind)?.name.zh ?? kind) : kind,
  facilityStatus: wordsBack(facilityStatuses, CHOICES.zh.facilityStatuses),
  zoneStatus: wordsBack(zoneStatuses, CHOICES.zh.zoneStatuses),
  zoneStage: wordsBack(zoneStages),
  residentsBasis: wordsBack(residentsBases),
  checkStatus: wordsBack(checkStatuses),
  level: wordsBack(adminLevels),
  siteKind: wordsBack(siteKinds, CHOICES.zh.siteKinds),
  siteWay: wordsBack(siteWays, CHOICES.zh.siteWays),
};

/** In Chinese the preferred word for a meaning, else the first that is known; in English the word of the project file. */
function wordsBack<Meaning extends string>(
  words: ReadonlyMap<string, Meaning>,
  preferred: readonly string[] = [],
): (meaning: Meaning, language: Language) => string {
  const chinese = new Map<Meaning, string>();
  for (const word of [...preferred, ...words.keys()]) {
    const meaning = words.get(plainWord(word));
    if (meaning !== undefined && /\p{Script=Han}/u.test(word) && !chinese.has(meaning))
      chinese.set(meaning, word);
  }
  return (meaning, language) => (language === "zh" ? (chinese.get(meaning) ?? meaning) : meaning);
}
