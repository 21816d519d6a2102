import { exact } from "../../base/decimal.ts";
import type { Facility } from "../../model/facility.ts";
import type { CandidateSite } from "../../model/site.ts";
import { judgeFacility } from "../../standards/judge-facility.ts";
import type { Line } from "../../standards/judgement.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import type { Condition, MeasureTerms, Refusal, RefusalReason } from "../measure.ts";
import type { SiteMeasure } from "./site-kinds.ts";

/**
 * Why nothing is done at a site in this way. Sucheng, annex 5, and the like elsewhere: rooms without title, or about to be
 * expropriated, are none to convert; fire safety comes first. Care rooms below ground count nowhere.
 */
export function barredBy(
  site: CandidateSite,
  { kind, way }: SiteMeasure,
  { fireClassStoreys }: MeasureTerms,
): RefusalReason | undefined {
  if (site.expropriationListed === true) return "to-be-expropriated";
  if (kind !== "build") {
    const { storey, fireClass } = site;
    if (way !== "reclaim" && site.titleCertificate === false) return "no-title";
    if (storey !== undefined && storey < 1) return "below-ground";
    if (site.fireCompliant === false) return "not-fire-safe";
    const highest = fireClass && fireClassStoreys[fireClass];
    if (highest !== undefined && storey !== undefined && storey > highest) return "fire-class";
  }
  if (site.usableYears === 0) return "no-years-left";
  return site.usableArea === undefined || !(site.usableArea > 0) ? "no-usable-area" : undefined;
}

/** What has to hold at a site, whatever rooms it gets, and nobody has stated. Land has no storeys yet. */
export function unstatedOf(site: CandidateSite, { kind, way }: SiteMeasure): readonly Condition[] {
  if (site.assumed === true) return ["site-unknown"];
  const isBuilt = kind !== "build";
  return [
    ...(isBuilt && way !== "reclaim" && site.titleCertificate === undefined ? (["title"] as const) : []),
    ...(site.expropriationListed === undefined ? (["not-expropriated"] as const) : []),
    ...(isBuilt && site.storey === undefined ? (["storey"] as const) : []),
    ...(isBuilt && site.fireClass === undefined && site.fireCompliant === undefined
      ? (["fire"] as const)
      : []),
  ];
}

/** Which rule of the pack on single rooms they do not meet, if any. */
export function faultOf(
  room: Facility,
  pack: RulePack,
  year: number | undefined,
): Pick<Refusal, "why" | "rule"> | undefined {
  const areaOf = (subject: string) =>
    exact(room.areas.reduce((sum, each) => sum + (each.subject === subject ? each.area : 0), 0));
  const slots = room.slots === undefined ? undefined : { amount: exact(room.slots) };
  const { lines } = judgeFacility(
    pack,
    {
      kind: room.kind,
      supply: slots
        ? { childcare_building_area: { amount: areaOf("childcare") }, childcare_slots: slots }
        : { elderly_building_area: { amount: areaOf("elderly") } },
      ...(slots && { inclusiveSlots: slots }),
      ...(room.storey !== undefined && { storey: room.storey }),
      ...(room.denseArea !== undefined && { denseArea: room.denseArea }),
      ...(room.fireCompliant !== undefined && { fireCompliant: room.fireCompliant }),
      estateStatus: "existing",
    },
    { conflict: "strict", ...(year !== undefined && { year }) },
  );
  const failed = lines.find(({ verdict, severity }: Line) => verdict === "fail" && severity === "mandatory");
  if (failed === undefined) return undefined;
  const isStorey = pack.rules.find(({ id }) => id === failed.rule)?.type === "max";
  return { why: isStorey ? "storey-not-allowed" : "too-small", rule: failed.rule };
}
