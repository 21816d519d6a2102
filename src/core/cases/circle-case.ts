import { exact } from "../base/decimal.ts";
import { judgeCircle } from "../standards/judge-circle.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { CaseJudgement, CaseJudging } from "./answer-case.ts";
import type { CircleInput } from "./case.ts";

export function judgeCircleCase(input: CircleInput, pack: RulePack, judging: CaseJudging): CaseJudgement {
  const { subject, people, peopleCovered, settings } = input;
  const facts = {
    ...(subject && { subject }),
    ...(typeof people === "number" && { people: exact(people) }),
    ...(typeof peopleCovered === "number" && { covered: exact(peopleCovered) }),
  };
  return { judgement: judgeCircle(pack, facts, settings.coverageTarget, judging) };
}
