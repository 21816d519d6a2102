import type { Issue } from "../base/issue.ts";
import { isOfficialCode } from "./admin-code.ts";
import { checkRules } from "./check-rules.ts";
import { checkDay, dangling, tooLow, twice, wrong } from "./pack-issue.ts";
import type { CoefficientBand, CountedKinds, Overlay, RulePack } from "./rule-pack.ts";

/** Prefix of the id of a pack that a user may edit. */
export const CUSTOM_PREFIX = "custom:";

/**
 * What is wrong with a pack of the right shape: its numbers, and what its parts say of each other. Every issue is an
 * error and names the path of the part; no issue means that the judge may use the pack.
 */
export function checkPack(pack: RulePack): readonly Issue[] {
  return [
    ...checkTexts(pack, ""),
    ...checkId(pack),
    ...(pack.validTo === undefined ? [] : checkDay(pack.validTo, "validTo")),
    ...pack.adminCodes.flatMap((code, i) =>
      isOfficialCode(code)
        ? []
        : [wrong("pack.wrong-form", { path: `adminCodes[${i}]`, expected: "2, 4, 6, 9 / 12 digits" })],
    ),
    ...checkBand(pack.populationCoefficient, "populationCoefficient"),
    ...checkCircle(pack),
    ...checkCounted(pack.countedKinds),
    ...checkRules(pack),
  ];
}

/** What is wrong with an overlay: as for a pack. */
export function checkOverlay(overlay: Overlay): readonly Issue[] {
  return [...checkTexts(overlay, ""), ...checkRules(overlay)];
}

function checkId(pack: RulePack): Issue[] {
  const custom = pack.id.startsWith(CUSTOM_PREFIX) && pack.id.length > CUSTOM_PREFIX.length;
  if (custom !== (pack.custom !== undefined) || custom !== (pack.status === "custom")) {
    return [wrong("pack.custom-id", { id: pack.id })];
  }
  return pack.custom === undefined ? [] : checkDay(pack.custom.date, "custom.date");
}

function checkBand(band: CoefficientBand, path: string): Issue[] {
  return [
    ...tooLow(band.low, 0, "above", `${path}.low`),
    ...tooLow(band.high, 0, "above", `${path}.high`),
    ...(band.low > band.high ? [wrong("pack.band-reversed", { path, low: band.low, high: band.high })] : []),
  ];
}

function checkCircle({ circle, rules }: RulePack): Issue[] {
  const reachRules = new Set<string>(rules.filter((rule) => rule.type === "reach").map((rule) => rule.id));
  const { minutes, limits, detour, detourRange } = circle;
  return [
    ...tooLow(minutes, 0, "above", "circle.minutes"),
    ...Object.entries(limits).flatMap(([id, metres]) => tooLow(metres, 0, "above", `circle.limits.${id}`)),
    ...tooLow(detour, 1, "from", "circle.detour"),
    ...(detourRange === undefined ? [] : tooLow(detourRange.low, 1, "from", "circle.detourRange.low")),
    ...(detourRange !== undefined && detourRange.low > detourRange.high
      ? [wrong("pack.band-reversed", { path: "circle.detourRange", ...detourRange })]
      : []),
    ...(["elderlyRule", "childcareRule"] as const).flatMap((member) => {
      const id = circle[member];
      return id === undefined ? [] : dangling(id, reachRules, `circle.${member}`);
    }),
  ];
}

/** A kind counts, counts under the second reading, or never counts: one of the three. No set of kinds is empty. */
function checkCounted({ byMetric, statuses, kindSets }: CountedKinds): Issue[] {
  return [
    ...Object.entries(kindSets).flatMap(([name, { kinds }]) =>
      kinds.length > 0 ? [] : [wrong("pack.member-missing", { path: `countedKinds.kindSets.${name}` })],
    ),
    ...Object.entries(byMetric).flatMap(([metric, { counted, secondReading, never }]) =>
      twice([...counted, ...secondReading, ...never], `countedKinds.byMetric.${metric}`, "pack.kind-twice"),
    ),
    ...twice(
      [...statuses.counted, ...statuses.planReviewAlso, ...statuses.never],
      "countedKinds.statuses",
      "pack.kind-twice",
    ),
  ];
}

/** Every text says something: a title, a name or a reason left blank is missing. */
function checkTexts(value: unknown, path: string): Issue[] {
  if (typeof value === "string") return value.trim() === "" ? [wrong("pack.member-missing", { path })] : [];
  if (typeof value !== "object" || value === null) return [];
  const step = Array.isArray(value) ? (key: string) => `[${key}]` : (key: string) => `${path && "."}${key}`;
  return Object.entries(value).flatMap(([key, member]) => checkTexts(member, path + step(key)));
}
