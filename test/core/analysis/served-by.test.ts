import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { servedBy } from "../../../src/core/analysis/served-by.ts";
import { finish } from "../../../src/core/base/work.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const project = aProject(
  [aZone("Y", { at: east(300) }), aZone("Z"), aZone("far", { at: east(9000) })],
  [aFacility("F", { zone: "Z", ...elderlyRooms(50) }), aFacility("G", { at: east(9000) })],
);

function served(id: string, parameters: Partial<Parameters> = {}) {
  const opened = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...parameters }));
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  return servedBy(opened.value, id);
}

test("whoever is given something of a facility comes first, then whoever could walk to it", () => {
  const answer = served("F");
  if (!answer.ok) throw new Error("there is such a facility");
  expect(answer.value.map(({ zone }) => zone)).toEqual(["Z", "Y"]);
  const [own, near] = answer.value;
  expect(own?.given).toEqual([{ metric: "elderly_building_area", amount: 50 }]);
  expect(near?.given).toEqual([]);
  // 300 m in a straight line, 1.3 times as far on foot
  expect(near?.metres).toBeGreaterThan(389);
  expect(near?.metres).toBeLessThan(391);
});

test("a shorter walk leaves out whoever is beyond it, but not whoever owns the rooms", () => {
  const answer = served("F", { limits: { elderly: 100, carer_with_infant: 100, adult: 100 } });
  expect(answer.ok && answer.value.map(({ zone }) => zone)).toEqual(["Z"]);
});

test("slots that are shared out fairly are told as whole ones too, together all there are", () => {
  // 10 slots for three zones that need 8.4 each, which have a third of them each.
  const nursery = { kind: "C_INSTITUTION", registered: true, inclusive: true, slots: 10 } as const;
  const project = aProject(
    ["X", "Y", "Z"].map((id) => aZone(id)),
    [aFacility("F", { ...nursery, areas: [{ subject: "childcare", area: 300 }] })],
  );
  const opened = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, supply: "fair" }));
  const answer = opened.ok && servedBy(opened.value, "F");
  if (!answer || !answer.ok) throw new Error("there is such a facility");
  const whole = answer.value.map(({ given }) => given[0]?.whole ?? Number.NaN);
  expect(whole.sort()).toEqual([3, 3, 4]);
});

test("a facility that is not there is refused", () => {
  expect(served("X")).toMatchObject({ ok: false, issues: [{ code: "edit.unknown-facility" }] });
});
