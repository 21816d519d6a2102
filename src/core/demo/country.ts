import { diceOf } from "../base/random.ts";
import type { Work } from "../base/work.ts";
import type { AdminUnit } from "../model/admin-unit.ts";
import type { Facility } from "../model/facility.ts";
import { type FacilityKind, subjectOfKind } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { EMPTY_PROJECT } from "../model/project.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { scattered } from "./scatter.ts";
import type { DemoSpec } from "./spec.ts";

/**
 * A province or a nation as points: enough of each row to be judged, one street per town. Its totals follow no
 * published figure, and every code lies in the place of the spec's pack.
 */
export function* country(
  spec: DemoSpec,
  seed: number,
  rows: { readonly zones: number; readonly facilities: number },
): Work<Project> {
  const points = yield* scattered([spec], seed, rows);
  const dice = diceOf(seed, "country");
  const zones: ResidentialZone[] = [];
  const facilities: Facility[] = [];
  const units: AdminUnit[] = [];
  const kinds = kindsByCount(spec);
  for (let town = 0; town + 1 < points.zoneStarts.length; town++) {
    const adminCode = `${spec.root.code.slice(0, 6)}${String(town + 1).padStart(6, "0")}`;
    const street = `第${town + 1}街道`;
    let households = 0;
    let residents = 0;
    for (let row = points.zoneStarts[town] as number; row < (points.zoneStarts[town + 1] as number); row++) {
      const of = dice.whole(150, 1500);
      const people = Math.round(of * spec.people.householdSize * dice.between(0.9, 1.1));
      households += of;
      residents += people;
      zones.push({
        id: `Z${String(row + 1).padStart(7, "0")}`,
        status: dice.chance(0.22) ? "new" : "existing",
        at: { lng: points.zones.lng[row] as number, lat: points.zones.lat[row] as number },
        households: of,
        ...(dice.chance(0.8) && { residents: people }),
        adminCode,
        street,
      });
    }
    for (
      let row = points.facilityStarts[town] as number;
      row < (points.facilityStarts[town + 1] as number);
      row++
    ) {
      const kind = dice.pick(kinds);
      const childcare = subjectOfKind(kind) === "childcare";
      facilities.push({
        id: `F${String(row + 1).padStart(7, "0")}`,
        kind,
        status: "built",
        at: { lng: points.facilities.lng[row] as number, lat: points.facilities.lat[row] as number },
        areas: [{ subject: subjectOfKind(kind), area: dice.whole(60, 900) }],
        ...(childcare && { slots: dice.whole(12, 120), registered: true }),
        adminCode,
        street,
      });
    }
    units.push({
      id: adminCode,
      name: street,
      level: "street",
      parent: spec.root.code,
      urban: true,
      population: { households, residents, year: spec.year },
    });
    if (town % 20 === 0) yield { part: "generate", share: town / points.zoneStarts.length };
  }
  const root: AdminUnit = { id: spec.root.code, name: spec.root.name, level: spec.root.level };
  return {
    ...EMPTY_PROJECT,
    name: spec.name.zh,
    origin: "demo",
    zones,
    facilities,
    units: [root, ...units],
    asOf: spec.asOf,
  };
}

/** Each kind as often as the spec counts it. */
function kindsByCount(spec: DemoSpec): FacilityKind[] {
  return (Object.entries(spec.facilities.counts) as [FacilityKind, number][]).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => kind),
  );
}
