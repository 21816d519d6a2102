import { describe, expect, it } from "vitest";
import { exact } from "../../../src/core/base/decimal.ts";
import type { FacilityId } from "../../../src/core/base/ids.ts";
import { estateJudge } from "../../../src/core/standards/judge-estate.ts";
import { judgePhases } from "../../../src/core/standards/judge-phases.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { isPass } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const judge = estateJudge(packById(shippedStandards(), "sucheng-2023") as RulePack, { conflict: "flag" });
const estate = { status: "new", households: 800 } as const;
const supply = (elderly: number) => ({
  supply: {
    elderly_building_area: { amount: exact(elderly) },
    childcare_building_area: { amount: exact(384) },
  },
});
const room = "F" as FacilityId;

describe("an estate whose phases nobody can follow", () => {
  it("passes no rule, with the lines that fail as they are", () => {
    const enough = judgePhases(judge, { ...estate, unread: ["phases"] }, supply(160), () => supply(0));
    expect(judge(estate, supply(160).supply).lines.every(({ verdict }) => isPass(verdict))).toBe(true);
    expect(enough.overall).toBe("insufficient_data");
    expect(enough.lines.map(({ verdict }) => verdict)).toEqual(enough.lines.map(() => "insufficient_data"));
    expect(enough.remarks).toContain("phases-do-not-add-up");
    const little = judgePhases(judge, { ...estate, unread: ["phases"] }, supply(159), () => supply(0));
    expect([little.overall, ...little.lines.map(({ verdict }) => verdict)].toSorted()).toEqual([
      "fail",
      "fail",
      "insufficient_data",
    ]);
  });

  it("passes none either where its phases house fewer than the whole", () => {
    const phases = [{ no: 1, households: 700, facilities: [room] }];
    const found = judgePhases(judge, { ...estate, phases }, supply(160), () => supply(160));
    expect(found.lines.some(({ verdict }) => isPass(verdict))).toBe(false);
    const whole = [{ no: 1, households: 800, facilities: [room] }];
    const sound = judgePhases(judge, { ...estate, phases: whole }, supply(160), () => supply(160));
    expect(sound.lines.every(({ verdict }) => isPass(verdict))).toBe(true);
  });
});
