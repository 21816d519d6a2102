import type { Project } from "../../../../src/core/model/project.ts";
import { randomProject } from "../../../builders/random-project.ts";
import { east } from "../../../builders/rows.ts";
import { streetMap } from "../../../builders/street-maps.ts";

/** What the files of versions 1 and 2 in this folder hold, one for every form that was ever written. */
export const KEPT: Project = {
  ...randomProject(7, 6, 8),
  name: "云湖区一老一小",
  pack: "xuzhou-2022",
  asOf: "2025-10-31",
  parameters: { supply: "floating", detour: 1.25, year: 2025, coverageTarget: 0.85 },
  duplicateDecisions: [{ facilities: ["f0", "f1"], same: true }],
  sites: [{ id: "s1", name: "旧粮库", kind: "workshop", at: east(300, 40), usableArea: 800.5 }],
  backdrop: {
    water: [[[east(0, 0), east(90, 0), east(90, 60)]]],
    green: [],
    railways: [[east(0, 10), east(900, 10)]],
    streets: [{ name: "中山路", rank: "main", line: [east(0, 0), east(0, 900)] }],
  },
};

/** What those of version 3 hold: rows also say where they are from and whether they were checked. */
export const KEPT_SINCE_3: Project = {
  ...KEPT,
  zones: KEPT.zones.map((zone, row) => ({
    ...zone,
    ...(row === 0 && { source: "街道台账", date: "2025-09-30", checked: "checked" as const }),
    ...(row === 1 && { checked: "unchecked" as const }),
  })),
  facilities: KEPT.facilities.map((facility, row) =>
    row === 2 ? { ...facility, checked: "checked" as const } : facility,
  ),
};

/** What those of version 4 hold: streets as well. */
export const KEPT_WITH_STREETS: Project = {
  ...KEPT_SINCE_3,
  streets: streetMap({
    at: { a: [0, 0], b: [120.5, 0], c: [120.5, 90], d: [240, 0], over: [120, 40], under: [-30, 40] },
    ways: [
      { through: ["a", "b", "d"], tags: { highway: "primary", name: "中山路", sidewalk: "both" } },
      { through: ["b", "c"], tags: { highway: "footway" } },
      { through: ["under", "over"], tags: { highway: "residential", bridge: "yes", layer: "1" } },
      { through: ["c", "d"], tags: { highway: "footway" } },
    ],
    barriers: { c: { barrier: "gate", access: "private" } },
  }),
};

/** What those of version 6 hold: how sites can be had, and what facilities to come take. */
export const KEPT_WITH_TERMS: Project = {
  ...KEPT_SINCE_3,
  sites: [
    ...KEPT_SINCE_3.sites,
    {
      ...{ id: "s2", kind: "kindergarten", at: east(40, 300), owner: "街道办", ways: ["lease", "buy"] },
      ...{ enlarges: "f1", zone: "z1", fireClass: 2, fireCompliant: true, denseArea: false },
      ...{ yearlyCost: 8.5, earliest: 2027, usableYears: 5 },
    },
    { id: "s3", at: east(50, 50), assumed: true },
  ],
  facilities: KEPT_SINCE_3.facilities.map((facility, row) =>
    row === 0 ? { ...facility, investment: 410, opens: 2027 } : facility,
  ),
};

/** What those of version 5 hold: changes of streets as well. */
export const KEPT_WITH_CHANGES: Project = {
  ...KEPT_WITH_STREETS,
  streetChanges: [
    { kind: "closed", way: 0, from: 1, to: 2, name: "中山路", metres: 120 },
    { kind: "opened", way: 1, tags: { access: "", foot: "yes" }, metres: 90 },
    { kind: "added", line: [east(240, 0), east(240, 90.5)], tags: { highway: "residential" } },
  ],
};
