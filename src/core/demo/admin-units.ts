import type { Polygon, Ring } from "../geo/lng-lat.ts";
import type { AdminLevel, AdminUnit, UnitPopulation } from "../model/admin-unit.ts";
import type { Ground } from "./ground.ts";
import { areaOf, inside } from "./lot.ts";
import type { Mosaic } from "./mosaic.ts";
import type { Point } from "./plane.ts";
import type { Register } from "./register.ts";
import type { DemoSpec } from "./spec.ts";
import type { Estate } from "./zones.ts";

/** Units of every level, ordered by code: outlines that fit together, and the people who live in each. */
export function adminUnits(
  register: Register,
  estates: readonly Estate[],
  spec: DemoSpec,
  ground: Ground,
  mosaic: Mosaic,
): AdminUnit[] {
  const unit = (
    id: string,
    name: string,
    level: AdminLevel,
    lots: readonly number[],
    within: (estate: Estate) => boolean,
    more: Pick<AdminUnit, "parent" | "urban">,
  ): AdminUnit => ({
    id,
    name,
    level,
    ...more,
    shape: polygonsOf(mosaic.outlines(lots), ground),
    population: populationOf(estates.filter(within), spec),
  });
  const allLots = register.streets.flatMap((street) => street.lots);
  return [
    unit(spec.root.code, spec.root.name, spec.root.level, allLots, () => true, {}),
    ...register.districts.map((district) =>
      unit(
        district.code,
        district.name,
        "district",
        district.lots,
        (e) => e.community.street.district === district,
        {
          parent: spec.root.code,
        },
      ),
    ),
    ...register.streets.map((street) =>
      unit(
        street.code,
        street.name,
        street.town ? "town" : "street",
        street.lots,
        (e) => e.community.street === street,
        {
          parent: street.district?.code ?? spec.root.code,
          urban: !street.town,
        },
      ),
    ),
    ...register.communities.map((community) =>
      unit(
        community.code,
        community.name,
        community.ground.village ? "village" : "community",
        community.ground.lots,
        (e) => e.community === community,
        { parent: community.street.code, urban: !community.street.town },
      ),
    ),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everybody in the zones of the unit, also where the zone's row does not say so. */
function populationOf(estates: readonly Estate[], spec: DemoSpec): UnitPopulation {
  const sum = (of: (estate: Estate) => number) => estates.reduce((total, estate) => total + of(estate), 0);
  const residents = sum((estate) => estate.people.residents);
  return {
    residents,
    hukou: Math.round(residents * 1.03),
    urbanResidents: sum((estate) => (estate.home.kind === "village" ? 0 : estate.people.residents)),
    elderly60: sum((estate) => estate.people.elderly60),
    under3: sum((estate) => estate.people.under3),
    households: sum((estate) => estate.people.households),
    year: spec.year,
    source: "演示数据：单元内全部小区与村庄的人口之和",
  };
}

/** Outer rings counter-clockwise, each with the holes inside it. */
function polygonsOf(rings: readonly (readonly Point[])[], ground: Ground): Polygon[] {
  const placed = (ring: readonly Point[]): Ring => ring.map((p) => ground.lngLat(p));
  const outer = rings.filter((ring) => areaOf(ring) > 0);
  const holes = rings.filter((ring) => areaOf(ring) < 0);
  return outer.map(
    (ring): Polygon => [placed(ring), ...holes.filter((hole) => inside(insidePoint(hole), ring)).map(placed)],
  );
}

/** A point just inside the ground that a hole leaves out. */
function insidePoint(hole: readonly Point[]): Point {
  const [a, b] = [hole[0] as Point, hole[1] as Point];
  return { x: (a.x + b.x) / 2 + (b.y - a.y) * 1e-6, y: (a.y + b.y) / 2 - (b.x - a.x) * 1e-6 };
}
