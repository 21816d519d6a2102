import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../src/core/analysis/parameters.ts";
import type { FacilityId, ZoneId } from "../../src/core/base/ids.ts";
import type { Drive } from "../../src/core/base/work.ts";
import { type Effect, isFelt, type MetricEffect } from "../../src/core/scenario/effect.ts";
import type { ServedChange } from "../../src/core/scenario/share-changes.ts";
import type { Edit } from "../../workers/edit.ts";
import type { FilesSource } from "../../workers/protocol.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const drive: Drive = async (work) => atOnce(work);
const FAIR: Parameters = { ...DEFAULT_PARAMETERS, supply: "fair" };

/** Each zone needs 200 m². 甲 is near all of them, 乙 near 东园 alone; 远园 is far from everything. */
const FILES: FilesSource = {
  kind: "files",
  files: Object.entries({
    "zones.csv": [
      "id,name,status,households,residents,adminCode,lon,lat",
      "z1,东园,existing,1000,2800,320302,117.207,34.26",
      "z2,西园,existing,1000,2800,320302,117.2,34.26",
      "z3,远园,existing,1000,2800,320302,117.4,34.26",
    ],
    "f.csv": [
      "id,name,kind,status,elderly_m2,lon,lat",
      "f1,甲,E_COMM_CENTRE,built,240,117.2035,34.26",
      "f2,乙,E_COMM_CENTRE,built,100,117.21,34.26",
    ],
  }).map(([name, rows]) => ({ name, bytes: new TextEncoder().encode(rows.join("\n")) })),
  options: {},
  into: "new",
};

const [F1, F2] = ["f1" as FacilityId, "f2" as FacilityId];

let desk: ReturnType<typeof deskTasks>;
beforeEach(async () => {
  desk = deskTasks();
  value(await desk.open(FILES, drive));
});

const analysed = async (parameters = FAIR) => value(await desk.analyse(parameters, drive));
const effect = async (edit: Edit): Promise<Effect> => value(await desk.effect(edit, drive));
const elderly = async (edit: Edit): Promise<MetricEffect> => {
  const { metrics } = await effect(edit);
  return metrics.find(({ metric }) => metric === "elderly_building_area") as MetricEffect;
};
const served = (changes: readonly ServedChange[]) =>
  changes.map(({ zone, served: { before, after } }) => [zone, before, after]);

describe("the effect of an edit", () => {
  test("is whose share falls and rises, before it is made; afterwards it is what was told", async () => {
    const before = await analysed();
    // 340 m² for 东园 and 西园, 170 each. Without 乙 they share 240.
    const closed = await elderly({ kind: "close-facility", id: F2 });
    expect(served(closed.losing.first)).toEqual([
      ["z1", 170, 120],
      ["z2", 170, 120],
    ]);
    expect(closed.losing).toMatchObject({ zones: 2, amount: 100 });
    expect(closed.gaining).toEqual({ zones: 0, amount: 0, first: [] });
    expect(closed.missing).toEqual({ of: "areas", before: 260, after: 360 });

    expect((await analysed()).key).toBe(before.key);
    value(await desk.edit({ kind: "close-facility", id: F2 }, drive));
    const { allocations } = await analysed();
    const made = allocations?.find(({ metric }) => metric === "elderly_building_area");
    expect(made?.totals.missing).toBe(360);
    // The way back is the other way about.
    const opened = await elderly({ kind: "reopen-facility", id: F2, status: "built" });
    expect(served(opened.gaining.first)).toEqual([
      ["z1", 120, 170],
      ["z2", 120, 170],
    ]);
  });

  test("tells areas that are dissolved and formed", async () => {
    await analysed();
    const enough = await elderly({ kind: "change-facility", id: F1, typed: { elderly_m2: "300" } });
    expect(enough.gaining).toMatchObject({ zones: 2, amount: 60 });
    expect(enough.areas.formed).toEqual([]);
    expect(enough.areas.dissolved.map(({ zones }) => zones.map(({ name }) => name))).toEqual([
      ["东园", "西园"],
    ]);
  });

  test("may take from one what it gives to another", async () => {
    await analysed();
    // 甲 moves out of the reach of 东园: 乙 is left to it, and 西园 has enough.
    const moved = await elderly({ kind: "move-facility", id: F1, to: { lng: 117.196, lat: 34.26 } });
    expect(served(moved.losing.first)).toEqual([["z1", 170, 100]]);
    expect(served(moved.gaining.first)).toEqual([["z2", 170, 200]]);
    expect(moved.missing).toEqual({ of: "areas", before: 260, after: 300 });
    expect(moved.losing.amount).toBe(70);
    expect(moved.gaining.amount).toBe(30);
  });

  test("is told of whatever the page can draft: deleting, a zone's place, many rows at once", async () => {
    await analysed();
    const deleted = await elderly({ kind: "delete-facility", id: F2 });
    expect(deleted).toEqual(await elderly({ kind: "close-facility", id: F2 }));
    // Without 西园 there are 340 m² for the 200 of 东园.
    const fewer = await elderly({ kind: "delete-zone", id: "z2" as ZoneId });
    expect(served(fewer.gaining.first)).toEqual([["z1", 170, 200]]);
    // 远园 comes next to 西园: 340 m² for three.
    const nearer = await elderly({
      ...{ kind: "place-zone", id: "z3" as ZoneId, place: { at: { lng: 117.2, lat: 34.261 } } },
    });
    expect(served(nearer.gaining.first)).toEqual([["z3", 0, 340 / 3]]);
    expect(nearer.losing.zones).toBe(2);
    const both = await elderly({
      ...{ kind: "change-rows", table: "facilities", refused: "alone" },
      rows: [F1, F2].map((id) => ({ id, typed: { elderly_m2: "100" } })),
    });
    expect(both.missing).toEqual({ of: "areas", before: 260, after: 400 });
  });

  test("keeps a zone apart that comes, and tells what the others lose by it", async () => {
    await analysed();
    const typed = { id: "z4", name: "新园", status: "existing", households: "1000", residents: "2800" };
    const added = await elderly({
      kind: "add-zone",
      typed: { ...typed, admin_code: "320302", lon: "117.2", lat: "34.261" },
    });
    const share = 340 / 3;
    expect(added.losing.first.map(({ served: { after } }) => after)).toEqual([share, share]);
    expect(added.losing.amount).toBe(113.333333);
    expect(served(added.otherwise.first)).toEqual([["z4", Number.NaN, share]]);
  });

  test("names the zones that it leaves in doubt", async () => {
    await analysed();
    expect((await elderly({ kind: "close-facility", id: F2 })).doubtful).toEqual([]);
    // 西园 does not reach 乙, but shares 甲 with 东园.
    const emptied: Edit = { kind: "change-facility", id: F2, typed: { elderly_m2: "" } };
    const doubt = await elderly(emptied);
    expect(doubt.doubtful).toEqual([
      { id: "z1", name: "东园", missing: 30 },
      { id: "z2", name: "西园", missing: 30 },
    ]);
    expect(doubt.judgeable).toEqual([]);
    // 乙 may hold all that 东园 needs: 远园 alone is short for certain.
    expect(doubt.certain).toEqual({ before: 260, after: 200 });
    expect(doubt.inAll.missing).toEqual({ before: 260, after: 200 });
    // They are in doubt already.
    value(await desk.edit(emptied, drive));
    await analysed();
    expect((await elderly({ ...emptied, id: F1 })).doubtful).toEqual([]);
  });

  test("of closing a facility of unknown area is what becomes certain, though nobody gets more or less", async () => {
    await analysed();
    value(await desk.edit({ kind: "change-facility", id: F2, typed: { elderly_m2: "" } }, drive));
    const before = await analysed();
    const closing: Edit = { kind: "close-facility", id: F2 };
    const told = await elderly(closing);
    expect([told.losing.zones, told.gaining.zones, told.otherwise.zones]).toEqual([0, 0, 0]);
    // 甲 holds 240 m² of the 400 that 东园 and 西园 need; 远园 lacks its 200.
    expect(told.missing).toEqual({ of: "areas", before: 360, after: 360 });
    expect(told.certain).toEqual({ before: 200, after: 360 });
    expect(told.judgeable).toEqual([
      { id: "z1", name: "东园", missing: 80 },
      { id: "z2", name: "西园", missing: 80 },
    ]);
    expect(told.inAll).toEqual({
      ...{ missing: { before: 200, after: 360 }, certain: { before: 200, after: 360 } },
    });
    expect(isFelt(told)).toBe(true);
    expect((await effect(closing)).turned).toEqual([
      {
        ...{ subject: "elderly", before: "insufficient_data", after: "fail", zones: 2 },
        first: [
          { id: "z1", name: "东园" },
          { id: "z2", name: "西园" },
        ],
      },
    ]);
    // Afterwards the headline says so.
    value(await desk.edit(closing, drive));
    const amounts = [before, await analysed()].map(({ headline: { missing } }) => missing[0]?.amount);
    expect(amounts).toEqual([200, 360]);
    const [back] = (await effect({ kind: "reopen-facility", id: F2, status: "built" })).turned;
    expect(back).toMatchObject({ before: "fail", after: "insufficient_data", zones: 2 });
  });

  test("is none where nothing is told that anybody could feel", async () => {
    await analysed();
    const idle = await effect({ kind: "change-facility", id: F1, typed: { hours: "8:00–17:00" } });
    expect(idle.metrics.filter(isFelt)).toEqual([]);
    expect([idle.people, idle.turned]).toEqual([[], []]);
  });

  test("tells whom a walk still takes to any care", async () => {
    await analysed();
    // 乙 is out of everybody's reach, and 东园 still has 甲; then 甲 is, and 西园 has nothing.
    const away = { lng: 117.3, lat: 34.26 };
    expect((await effect({ kind: "move-facility", id: F2, to: away })).people).toEqual([]);
    const { people } = await effect({ kind: "move-facility", id: F1, to: away });
    expect(people).toEqual([{ subject: "elderly", base: "residents", before: 2 / 3, after: 1 / 3 }]);
  });

  test("is told of any method, and before a change of it was worked out", async () => {
    await analysed({ ...DEFAULT_PARAMETERS, supply: "catchment" });
    const { metrics } = await effect({ kind: "close-facility", id: F1 });
    expect(metrics.every(({ areas }) => areas.dissolved.length === 0)).toBe(true);
    await analysed();
    value(await desk.edit({ kind: "close-facility", id: F1 }, drive));
    const both = await elderly({ kind: "close-facility", id: F2 });
    expect(served(both.losing.first)).toEqual([["z1", 100, 0]]);
  });

  test("is refused as the edit would be", async () => {
    await analysed();
    const answer = await desk.effect({ kind: "close-facility", id: "nobody" as FacilityId }, drive);
    expect(answer).toMatchObject({ ok: false, issues: [{ code: "edit.unknown-facility" }] });
  });
});
