import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../src/core/analysis/parameters.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import type { Drive } from "../../src/core/base/work.ts";
import type { FilesSource } from "../../workers/protocol.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const drive: Drive = async (work) => atOnce(work);
const FAIR: Parameters = { ...DEFAULT_PARAMETERS, supply: "fair" };

/** m² of three facilities. */
type Rooms = Readonly<Record<"f1" | "f2" | "f3", number>>;

/** Each zone needs 200 m²; 甲 is near 东园 and 西园, 乙 near 东园 alone, 丙 near 远园. 内 belongs to 东园 and is shared. */
function filesOf(rooms: Rooms): FilesSource {
  return {
    kind: "files",
    files: Object.entries({
      "zones.csv": [
        "id,name,status,households,residents,adminCode,lon,lat",
        "z1,东园,existing,1000,2800,320302,117.207,34.26",
        "z2,西园,existing,1000,2800,320302,117.2,34.26",
        "z3,远园,existing,1000,2800,320302,117.4,34.26",
      ],
      "f.csv": [
        "id,name,kind,status,elderly_m2,zone,lon,lat",
        `f1,甲,E_COMM_CENTRE,built,${rooms.f1},,117.2035,34.26`,
        `f2,乙,E_COMM_CENTRE,built,${rooms.f2},,117.21,34.26`,
        `f3,丙,E_COMM_CENTRE,built,${rooms.f3},,117.401,34.26`,
        "f4,内,E_COMM_CENTRE,built,10,z1,117.207,34.26",
      ],
    }).map(([name, rows]) => ({ name, bytes: new TextEncoder().encode(rows.join("\n")) })),
    options: {},
    into: "new",
  };
}

async function told(rooms: Rooms, id: string, parameters = FAIR) {
  const desk = deskTasks();
  value(await desk.open(filesOf(rooms), drive));
  value(await desk.analyse(parameters, drive));
  return value(await desk.moreRoom(id as FacilityId, drive)).filter(
    ({ metric }) => metric === "elderly_building_area",
  );
}

test("more room serves what zones lack who reach it, and those who make room for them", async () => {
  const rooms = { f1: 240, f2: 100, f3: 300 };
  const common = { metric: "elderly_building_area", unit: "m2", amount: 100 };
  // 东园 and 西园 have 350 of the 400 that they need, and hang together.
  expect(await told(rooms, "f2")).toEqual([
    { ...common, served: 50, most: 50, first: ["z1", "z2"], spare: 0 },
  ]);
  // 远园 needs 200 of the 300 in 丙.
  expect(await told(rooms, "f3")).toEqual([{ ...common, served: 0, most: 0, first: [], spare: 100 }]);
});

test("of zones of different shares the lowest gain first", async () => {
  // 东园 has 190 of its 200, of 乙 and its own; 西园 has the 60 of 甲.
  const [here] = await told({ f1: 60, f2: 180, f3: 0 }, "f1");
  expect(here).toMatchObject({ served: 100, most: 150, first: ["z2"] });
  const [there] = await told({ f1: 60, f2: 180, f3: 0 }, "f2");
  expect(there).toMatchObject({ served: 10, most: 10, first: ["z1"] });
});

test("nothing is said of rooms of a zone, nor of another method", async () => {
  const rooms = { f1: 240, f2: 100, f3: 300 };
  expect(await told(rooms, "f4")).toEqual([]);
  expect(await told(rooms, "f1", { ...FAIR, supply: "catchment" })).toEqual([]);
});

test("the fewest zones that stay short are those of the 片区 that a zone stands in", async () => {
  const desk = deskTasks();
  value(await desk.open(filesOf({ f1: 240, f2: 100, f3: 300 }), drive));
  value(await desk.analyse(FAIR, drive));
  const fewest = async (zone: string) =>
    value(await desk.fewest({ metric: "elderly_building_area", zone }, drive));
  // 甲 fills 西园 by itself, and 东园 has 150 of its 200.
  expect(await fewest("z1")).toEqual({ zones: 1, attained: true });
  expect(await fewest("z2")).toEqual({ zones: 1, attained: true });
  expect(await fewest("z3")).toBeUndefined();
  expect(await fewest("nobody")).toBeUndefined();
});
