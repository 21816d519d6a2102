import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { twinsOf } from "../../../src/core/analysis/twins-of.ts";
import type { FacilityId } from "../../../src/core/base/ids.ts";
import { finish } from "../../../src/core/base/work.ts";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { ruleDuplicate } from "../../../src/core/model/edits/rule-duplicate.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const [a, b, c] = ["a", "b", "c"] as FacilityId[] as [FacilityId, FacilityId, FacilityId];
/** 200 m² are asked for: two of 120 would do, and one does not. */
const room = (id: FacilityId, name: string, metres: number) =>
  aFacility(id, { name, zone: "Z", at: east(metres), ...elderlyRooms(120) });
const project = aProject(
  [aZone("Z", { households: 1000 })],
  [
    room(a, "西站", 0),
    room(b, "西园居家养老服务站", 9),
    aFacility(c, { kind: "C_COMMUNITY", zone: "Z", slots: 100 }),
  ],
);

const opened = () => value(finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS)));

function ruled(of: Project, pair: readonly [FacilityId, FacilityId], same: boolean): Project {
  return value(applyPatch(of, value(ruleDuplicate(of, { facilities: pair, same }))));
}

it("tells which rows may be one facility, and what was said of them last; what is said decides the verdict", () => {
  const first = opened();
  const elderly = ({ results }: typeof first) => VERDICTS[results.zones.bySubject.elderly.verdict[0] ?? -1];
  expect(value(twinsOf(first, a))).toEqual([{ id: b, stands: "once" }]);
  expect(value(twinsOf(first, c))).toEqual([]);
  expect(elderly(first)).toBe("fail");

  const two = ruled(project, [b, a], false);
  expect(two.duplicateDecisions).toEqual([{ facilities: [a, b], same: false }]);
  const second = value(finish(update(first, { project: two })));
  expect(value(twinsOf(second, b))).toEqual([{ id: a, stands: "two" }]);
  expect(elderly(second)).toBe("pass");

  const one = ruled(two, [a, b], true);
  expect(one.duplicateDecisions).toEqual([{ facilities: [a, b], same: true }]);
  const third = value(finish(update(second, { project: one })));
  expect(value(twinsOf(third, b))).toEqual([{ id: a, stands: "same" }]);
  expect(elderly(third)).toBe("fail");
});

it("is said of two rows that are there", () => {
  for (const pair of [
    [a, a],
    [a, "nobody" as FacilityId],
  ] as const)
    expect(ruleDuplicate(project, { facilities: pair, same: true }).ok).toBe(false);
  expect(twinsOf(opened(), "nobody" as FacilityId).ok).toBe(false);
});

it("tells rows that count each although they seem to be filed twice", () => {
  const rows = [room(a, "西园站", 0), { ...room(b, "西园养老驿站", 9), zone: "Y" }];
  const filed = aProject([aZone("Y"), aZone("Z")], rows);
  const pipeline = value(finish(openPipeline(filed, shippedStandards(), DEFAULT_PARAMETERS)));
  expect(value(twinsOf(pipeline, b))).toEqual([{ id: a, stands: "each" }]);
});
