import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type SupplyMethod } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

function opened(project: Project, supply: SupplyMethod = "onsite"): Pipeline {
  const outcome = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, supply }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function updated(pipeline: Pipeline, project: Project): Pipeline {
  const outcome = finish(update(pipeline, { project }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const elderlyProvided = ({ results }: Pipeline) => [...(results.zones.byMetric[0]?.provided ?? [])];

test("a twin that gets another name frees the other one too", () => {
  const twin = aFacility("A", { name: "幸福养老站", zone: "Z", ...elderlyRooms(10) });
  const other = aFacility("B", { name: "幸福养老站", zone: "Z", ...elderlyRooms(20) });
  const project = aProject([aZone("Z")], [twin, other]);
  const before = opened(project);
  // one of the two counts, the smaller
  expect(elderlyProvided(before)).toEqual([10]);
  const renamed = { ...project, facilities: [{ ...twin, name: "康乐中心" }, other] };
  expect(elderlyProvided(updated(before, renamed))).toEqual([30]);
});

test("people of a zone that no pack holds for are rolled up as they are now", () => {
  const zone = aZone("Z", { adminCode: "999999", households: 100, residents: 250 });
  const known = aZone("Y", { adminCode: "320302" });
  const project = aProject([zone, known], [aFacility("F")]);
  const more = aProject([{ ...zone, residents: 300 }, known], project.facilities);
  const row = updated(opened(project), more).results.rollUp.find(({ unit }) => unit === "999999");
  expect(row).toMatchObject({ zones: 1, households: 100, residents: 300 });
});

test("a facility that is moved keeps the ledgers and verdicts of zones it has nothing to do with", () => {
  const far = { at: east(9000) };
  const project = aProject(
    [aZone("Y", far), aZone("Z")],
    [
      aFacility("F", { at: east(20), ...elderlyRooms(50) }),
      aFacility("G", { zone: "Y", ...elderlyRooms(90), ...far }),
    ],
  );
  const before = opened(project);
  const [moved, stays] = project.facilities as readonly [Facility, Facility];
  const after = updated(before, { ...project, facilities: [{ ...moved, at: east(40) }, stays] });
  expect(after.judgements.value[0]).toBe(before.judgements.value[0]);
  expect(after.supply.value.ledgers[0]?.ledger).toBe(before.supply.value.ledgers[0]?.ledger);
});

test("a nursery that moves leaves the rooms for the elderly as they were shared out", () => {
  const nursery = aFacility("N", { kind: "C_COMMUNITY", slots: 20, at: east(120) });
  const home = aFacility("E", { at: east(100), ...elderlyRooms(50) });
  const project = aProject([aZone("Z")], [home, nursery]);
  const before = opened(project, "fair");
  const moved = { ...project, facilities: [home, { ...nursery, at: east(9000) }] };
  const after = updated(before, moved);
  expect(after.results.allocations?.[0]?.metric).toBe("elderly_building_area");
  expect(after.results.allocations?.[0]).toBe(before.results.allocations?.[0]);
  expect(after.results.allocations?.[1]).not.toEqual(before.results.allocations?.[1]);
  expect(after.results).toEqual(opened(moved, "fair").results);
});

test("shared rooms no longer count as soon as a smaller row that nobody can reach is taken for them", () => {
  const community = "望江社区";
  const home = aFacility("E", { name: "幸福养老站", at: east(100), community, ...elderlyRooms(250) });
  const { at: _, ...other } = aFacility("F", { name: "康乐中心", community, ...elderlyRooms(90) });
  const project = aProject([aZone("Z")], [home, other]);
  const before = opened(project, "fair");
  const doubled = { ...project, facilities: [home, { ...other, name: "幸福养老站" }] };
  const after = updated(before, doubled);
  expect(elderlyProvided(before)).toEqual([200]);
  expect(elderlyProvided(after)).toEqual([0]);
  expect(after.results).toEqual(opened(doubled, "fair").results);
  expect(updated(after, project).results).toEqual(before.results);
});

test("the first facility to come and the last to go are known of every zone", () => {
  const zones = [aZone("Y", { at: east(9000) }), aZone("Z")];
  const without = aProject(zones, []);
  const withOne = aProject(zones, [aFacility("F", { zone: "Z", ...elderlyRooms(50) })]);
  const came = updated(opened(without), withOne);
  expect(elderlyProvided(came)).toEqual([0, 50]);
  expect(updated(came, without).results).toEqual(opened(without).results);
  expect(updated(opened(without), withOne).results).toEqual(opened(withOne).results);
});
