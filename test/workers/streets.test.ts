import { beforeEach, expect, test } from "vitest";
import type { Drive } from "../../src/core/base/work.ts";
import { inverse } from "../../src/core/model/inverse.ts";
import { buffersOf } from "../../workers/moved.ts";
import type { FilesSource } from "../../workers/protocol.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { osmPbf } from "../builders/osm-pbf-file.ts";
import { value } from "../builders/outcomes.ts";
import { aProject, aZone } from "../builders/rows.ts";
import { streetMap } from "../builders/street-maps.ts";
import { writtenProject } from "../builders/written-project.ts";

const drive: Drive = async (work) => atOnce(work);
const ZONES =
  "id,name,status,households,residents,adminCode,lon,lat\nz1,东园,existing,1000,2800,320302,117.2,34.26\n";
const source = (
  into: "open" | "new",
  ...files: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[]
): FilesSource => ({
  ...{ kind: "files", into, options: {} },
  files: files.map(([name, bytes]) => ({ name, bytes })),
});
const PBF = osmPbf([
  { id: 1, east: 117_190_000, north: 34_260_000 },
  { id: 2, east: 117_210_000, north: 34_260_000 },
  { id: 3, east: 117_210_000, north: 34_270_000 },
  { id: 9, through: [1, 2], tags: { highway: "primary" } },
  { id: 10, through: [2, 3], tags: { highway: "footway" } },
]);

let desk: ReturnType<typeof deskTasks>;
beforeEach(async () => {
  desk = deskTasks();
  value(await desk.open(source("new", ["z.csv", new TextEncoder().encode(ZONES)]), drive));
});

const waysOf = (view: { readonly ways: number }) => view.ways;

test("streets that are dropped are one step, told before it is taken, and undone and done again", async () => {
  const told = value(await desk.rehearse(source("open", ["cut.osm.pbf", PBF]), drive));
  expect(told.streets).toEqual({ after: 2 });
  expect(told.report.files).toMatchObject([{ role: "streets", in: 2, used: 2 }]);
  const { view, patch = {} } = value(await desk.commit(undefined, drive));
  expect(waysOf(view)).toBe(2);
  // Nothing of the document goes to the page with it, and the page may write it down.
  expect(buffersOf(patch)).toEqual([]);
  const kept = JSON.parse(JSON.stringify(patch));
  const undone = value(await desk.edit({ kind: "apply", patch: inverse(kept) }, drive));
  expect(waysOf(undone.view)).toBe(0);
  expect(waysOf(value(await desk.edit({ kind: "apply", patch: kept }, drive)).view)).toBe(2);
});

test("streets of another project are taken in, or chosen where both have some", async () => {
  const streets = streetMap({ at: { a: [0, 0], b: [100, 0] }, ways: [{ through: ["a", "b"] }] });
  const zones = [aZone("z1", { name: "东园", adminCode: "320302" })];
  const theirs = async () => ({
    name: "b.quan",
    bytes: await writtenProject({ ...aProject(zones, []), name: "", streets }),
  });
  const clear = value(await desk.merge({ theirs: await theirs() }, drive));
  expect([clear.streets, clear.settings]).toEqual([{ after: 1 }, ["streets"]]);
  value(await desk.open(source("open", ["cut.osm.pbf", PBF]), drive));
  const { conflicts, streets: stay } = value(await desk.merge({ theirs: await theirs() }, drive));
  expect(stay).toBeUndefined();
  const at = conflicts.findIndex(({ values }) => values.some(({ member }) => member === "streets"));
  expect(conflicts[at]).toMatchObject({
    table: "project",
    values: [{ a: expect.stringMatching(/^2 · /), b: expect.stringMatching(/^1 · /) }],
  });
  value(await desk.decide({ theirs: [at] }, drive));
  expect(waysOf(value(await desk.commit(undefined, drive)).view)).toBe(1);
});
