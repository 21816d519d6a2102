import { type Issue, issue } from "../base/issue.ts";
import { areaFor, type Facility } from "../model/facility.ts";
import { CARE_SUBJECTS, type CareSubject, subjectOfKind } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";

/** Of which care no row of a document with facilities speaks at all: most likely its register was not brought. */
export function careMissing({ facilities, zones }: Pick<Project, "facilities" | "zones">): readonly Issue[] {
  if (facilities.length === 0 || zones.length === 0) return [];
  return CARE_SUBJECTS.filter((subject) => !facilities.some((each) => serves(each, subject))).map((subject) =>
    issue(MISSING[subject], "warning", {}),
  );
}

const MISSING = { elderly: "analysis.no-elderly-care", childcare: "analysis.no-childcare" } as const;

function serves(facility: Facility, subject: CareSubject): boolean {
  if (subjectOfKind(facility.kind) === subject || areaFor(facility, subject) !== undefined) return true;
  return subject === "elderly" ? facility.beds !== undefined : facility.slots !== undefined;
}
