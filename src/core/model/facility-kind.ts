/** The 23 facility kinds. Names and levels are data: `seeds/standards/facility-kinds.json`. */
export const FACILITY_KINDS = [
  "E_STREET_COMP",
  "E_DAYCARE",
  "E_COMM_CENTRE",
  "E_ESTATE_STATION",
  "E_MEAL",
  "E_KITCHEN",
  "E_TOWN_REGIONAL",
  "E_VILLAGE_CENTRE",
  "E_VILLAGE_YARD",
  "E_INSTITUTION",
  "E_EMBEDDED",
  "E_HOME_BED",
  "C_CITY_CENTRE",
  "C_GUIDE_CENTRE",
  "C_INSTITUTION",
  "C_KINDERGARTEN",
  "C_EARLY_EDU",
  "C_COMMUNITY",
  "C_WORKPLACE",
  "C_MEDICAL",
  "C_HOME",
  "C_PARENT_ROOM",
  "S_COMMUNITY",
] as const;

export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** Whom a facility or a rule serves. A functional area serves one of these and no other. */
export type Subject = "elderly" | "childcare" | "community";

/** The two subjects that people are counted for: 养老 and 托育. */
export const CARE_SUBJECTS = ["elderly", "childcare"] as const;
export type CareSubject = (typeof CARE_SUBJECTS)[number];

export function isFacilityKind(code: string): code is FacilityKind {
  return (FACILITY_KINDS as readonly string[]).includes(code);
}

/** The subject a kind serves by its first letter: E_ 养老, C_ 托育, S_ 社区综合. */
export function subjectOfKind(kind: FacilityKind): Subject {
  return kind.startsWith("E_") ? "elderly" : kind.startsWith("C_") ? "childcare" : "community";
}

export function isCareSubject(subject: Subject): subject is CareSubject {
  return subject !== "community";
}
