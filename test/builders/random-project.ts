import { type Dice, diceOf } from "../../src/core/base/random.ts";
import type { AdminUnit } from "../../src/core/model/admin-unit.ts";
import { FACILITY_STATUSES, type Facility } from "../../src/core/model/facility.ts";
import { FACILITY_KINDS } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";
import { aProject, east } from "./rows.ts";

/**
 * A small project of everything that can be: zones as points, entrances, buildings and polygons, new and existing, with
 * and without people, of several cities and of none; facilities of every kind and status, own, shared and pooled,
 * with twins and without a place; units by code, by name and by polygon.
 */
export function randomProject(seed: number, zoneCount = 24, facilityCount = 30): Project {
  const dice = diceOf(seed, "random project");
  const zones = Array.from({ length: zoneCount }, (_, row) => randomZone(`z${row}`, dice));
  const ids = zones.map(({ id }) => id);
  const facilities = Array.from({ length: facilityCount }, (_, row) => randomFacility(`f${row}`, ids, dice));
  return aProject(zones, facilities, { units: UNITS });
}

/** The project with one thing changed: a row moved, edited, added or removed. */
export function randomlyEdited(project: Project, seed: number): Project {
  const dice = diceOf(seed, "random edit");
  const ids = project.zones.map(({ id }) => id);
  const { zones, facilities } = project;
  const fresh = `${dice.whole(0, 60)}`;
  switch (dice.whole(0, 9)) {
    case 0:
      return withFacilities(
        project,
        changed(facilities, dice, (row) => ({ ...row, at: place(dice) })),
      );
    case 1:
      return withFacilities(
        project,
        changed(facilities, dice, (row) => ({ ...row, status: dice.pick(FACILITY_STATUSES) })),
      );
    case 2:
      return withFacilities(
        project,
        changed(facilities, dice, ({ id }) => randomFacility(id, ids, dice)),
      );
    case 3:
      return withFacilities(project, [
        ...facilities.filter(({ id }) => id !== `f${fresh}`),
        randomFacility(`f${fresh}`, ids, dice),
      ]);
    case 4:
      return withFacilities(project, without(facilities, dice));
    case 5:
      return aProject(
        changed(zones, dice, ({ id }) => randomZone(id, dice)),
        facilities,
        { units: project.units },
      );
    case 6:
      return aProject(
        [...zones.filter(({ id }) => id !== `z${fresh}`), randomZone(`z${fresh}`, dice)],
        facilities,
        {
          units: project.units,
        },
      );
    default:
      return aProject(without(zones, dice), facilities, { units: project.units });
  }
}

function withFacilities(project: Project, facilities: readonly Facility[]): Project {
  return aProject(project.zones, facilities, { units: project.units });
}

function changed<Row>(rows: readonly Row[], dice: Dice, change: (row: Row) => Row): readonly Row[] {
  if (rows.length === 0) return rows;
  const at = dice.whole(0, rows.length - 1);
  return rows.map((row, i) => (i === at ? change(row) : row));
}

function without<Row>(rows: readonly Row[], dice: Dice): readonly Row[] {
  const at = dice.whole(0, rows.length);
  return rows.filter((_, i) => i !== at);
}

function randomZone(id: string, dice: Dice): ResidentialZone {
  const at = place(dice);
  const household = dice.chance(0.85) ? { households: dice.whole(50, 1500) } : {};
  const residents = dice.chance(0.6) ? { residents: dice.whole(100, 4000) } : {};
  const form = dice.whole(0, 4);
  return {
    id,
    name: `小区${id}`,
    ...(dice.chance(0.9) && { status: dice.chance(0.25) ? "new" : "existing" }),
    ...household,
    ...(dice.chance(0.1) && { householdsBasis: "estimated" as const }),
    ...residents,
    ...(dice.chance(0.5) && { elderly60: dice.whole(0, 500) }),
    ...(dice.chance(0.9) && {
      adminCode: dice.pick(["320302", "320311", "321302", "320703", "999999", "999999"]),
    }),
    ...(dice.chance(0.5) && {
      street: dice.pick(["东街", "西街"]),
      community: dice.pick(["甲社区", "乙社区"]),
    }),
    ...(dice.chance(0.1) && { stage: "plan_review" as const }),
    ...(dice.chance(0.1) && {
      phases: [
        { no: 1, households: 40, residents: 100, facilities: [`f${dice.whole(0, 30)}`] },
        { no: 2, households: 300, facilities: [`f${dice.whole(0, 30)}`] },
      ],
    }),
    ...(form === 0 && { at }),
    ...(form === 1 && { at, entrances: [at, place(dice)] }),
    ...(form === 2 && { buildings: [at, place(dice), place(dice)] }),
    ...(form === 3 && { shape: [[squareAt(dice)]] as const }),
  };
}

function randomFacility(id: string, zones: readonly string[], dice: Dice): Facility {
  const elderly = dice.chance(0.7) ? [{ subject: "elderly" as const, area: dice.whole(0, 60000) / 100 }] : [];
  const childcare = dice.chance(0.4) ? [{ subject: "childcare" as const, area: dice.whole(0, 400) }] : [];
  const tie = dice.whole(0, 9);
  const zone = zones.length > 0 ? dice.pick(zones) : "z0";
  const other = zones.length > 0 ? dice.pick(zones) : "z1";
  return {
    id,
    ...(dice.chance(0.5) && { name: dice.pick(["幸福养老站", "幸福 养老站（筹）", "童心托育园"]) }),
    kind: dice.chance(0.6)
      ? dice.pick(["E_COMM_CENTRE", "C_COMMUNITY", "E_STREET_COMP"])
      : dice.pick(FACILITY_KINDS),
    status: dice.chance(0.7) ? "built" : dice.pick(FACILITY_STATUSES),
    ...(dice.chance(0.93) && { at: dice.chance(0.3) ? east(700, 700) : place(dice) }),
    ...(dice.chance(0.5) && { adminCode: dice.pick(["320302001", "320302", "321302"]) }),
    ...(dice.chance(0.5) && {
      street: dice.pick(["东街", "西街"]),
      community: dice.pick(["甲社区", "乙社区"]),
    }),
    areas: [...elderly, ...childcare],
    ...(dice.chance(0.5) && { slots: dice.whole(0, 60) }),
    ...(dice.chance(0.2) && { beds: dice.whole(10, 100), nursingBeds: dice.whole(0, 10) }),
    ...(dice.chance(0.7) && { storey: dice.whole(-1, 4) }),
    ...(dice.chance(0.6) && { registered: dice.chance(0.8) }),
    ...(dice.chance(0.5) && { inclusive: dice.chance(0.5) }),
    ...(tie < 4 && { zone }),
    ...(tie === 1 && { shared: true }),
    ...((tie === 2 || tie === 3) && {
      pooling: { zones: [zone, other], approvedBy: "资规局", date: "2023-01-01" },
    }),
  };
}

function place(dice: Dice) {
  return east(dice.whole(0, 2500), dice.whole(0, 2500));
}

function squareAt(dice: Dice) {
  const [x, y, side] = [dice.whole(0, 2500), dice.whole(0, 2500), dice.whole(60, 500)];
  return [east(x, y), east(x + side, y), east(x + side, y + side), east(x, y + side)];
}

const UNITS: readonly AdminUnit[] = [
  { id: "320300", name: "徐州市", level: "city", population: { residents: 50_000, elderly60: 9_000 } },
  { id: "320302", name: "鼓楼区", level: "district", parent: "320300" },
  { id: "320302001", name: "东街", level: "street", parent: "320302" },
  { id: "320302001001", name: "甲社区", level: "community", parent: "320302001" },
  {
    id: "320302001002",
    name: "乙社区",
    level: "community",
    parent: "320302001",
    shape: [[[east(0, 0), east(1200, 0), east(1200, 2500), east(0, 2500)]]],
  },
];
