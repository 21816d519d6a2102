import { expect, test } from "vitest";
import { servedChanges } from "../../src/app/derived/served-changes.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import type { Drive } from "../../src/core/base/work.ts";
import type { Edit } from "../../workers/edit.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const drive: Drive = async (work) => atOnce(work);

test("whom a change gave and took is whom its effect foretold", async () => {
  const desk = deskTasks();
  const { view } = value(await desk.open({ kind: "demo", city: "huaibei", size: "town", seed: 1 }, drive));
  const analysed = async () => value(await desk.analyse(DEFAULT_PARAMETERS, drive));
  const before = { view, results: await analysed() };
  // It is full; a kilometre to the south it serves others.
  const { ids, names, lng, lat } = view.facilities;
  const row = names.indexOf("文亭社区居家养老服务中心");
  const to = { lng: lng[row] as number, lat: (lat[row] as number) - 0.01 };
  const edit: Edit = { kind: "move-facility", id: ids[row] as FacilityId, to };
  const { metrics } = value(await desk.effect(edit, drive));
  const moved = value(await desk.edit(edit, drive));
  const told = servedChanges(before, { view: moved.view, results: await analysed() });
  expect(told.map(({ metric }) => metric)).toEqual(["elderly_building_area"]);
  const [made] = told;
  const foretold = metrics.find(({ metric }) => metric === "elderly_building_area");
  for (const group of ["losing", "gaining"] as const) {
    expect(made?.[group].zones).toBeGreaterThan(0);
    expect(made?.[group].zones).toBe(foretold?.[group].zones);
    expect(made?.[group].amount).toBeCloseTo(foretold?.[group].amount ?? Number.NaN, 3);
    const zones = [made, foretold].map((one) => one?.[group].first.map(({ zone }) => zone));
    expect(zones[0]).toEqual(zones[1]);
  }
  expect(servedChanges(before, before)).toEqual([]);
});
