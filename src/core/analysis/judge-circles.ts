import { exact } from "../base/decimal.ts";
import { CARE_SUBJECTS } from "../model/facility-kind.ts";
import { judgeCircle } from "../standards/judge-circle.ts";
import type { Parameters } from "./parameters.ts";
import type { ReachStage } from "./reach-stage.ts";
import type { CircleJudgement } from "./results.ts";
import type { ZonePacks } from "./zone-packs.ts";

/**
 * The circle rules of each pack in use against the share of people that the user set; none where no share is set, since
 * no document sets one. Counted are the people of the zones judged by the pack whose number and place are known; part of
 * a person is not counted as covered.
 */
export function judgeCircles(
  packs: ZonePacks,
  reach: ReachStage,
  { coverageTarget, decides, conflict, year }: Parameters,
): readonly CircleJudgement[] {
  if (coverageTarget === undefined) return [];
  return packs.packs.flatMap(({ id, pack }, row) =>
    CARE_SUBJECTS.flatMap((subject): CircleJudgement[] => {
      const found = reach.coverage.find(
        (each) => each.subject === subject && each.profile === decides[subject] && each.kind === undefined,
      );
      if (found === undefined) return [];
      const { counts, base } = reach.people[subject];
      let [total, covered] = [0, 0];
      for (let zone = 0; zone < counts.length; zone++) {
        const [people, part] = [counts[zone] as number, found.columns.covered[zone] as number];
        if (packs.of[zone] !== row || Number.isNaN(people) || Number.isNaN(part)) continue;
        total += people;
        covered += people * part;
      }
      if (total === 0) return [];
      const facts = {
        subject,
        besideOther: true,
        people: exact(total),
        covered: exact(Math.floor(covered + WHOLE)),
      };
      const settings = { conflict, ...(year !== undefined && { year }) };
      const judgement = judgeCircle(pack, facts, coverageTarget, settings);
      if (judgement.lines.length === 0) return [];
      return [{ pack: id, subject, base, covered: Math.floor(covered + WHOLE), total, judgement }];
    }),
  );
}

/** What sums of parts may lose on the way to a whole person. */
const WHOLE = 1e-6;
