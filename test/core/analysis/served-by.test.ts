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

test("a facility that is not there is refused", () => {
  expect(served("X")).toMatchObject({ ok: false, issues: [{ code: "edit.unknown-facility" }] });
});
