import { present } from "../base/invariant.ts";
import { type Dice, diceOf } from "../base/random.ts";
import type { Work } from "../base/work.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { AdminUnit, UnitPopulation } from "../model/admin-unit.ts";
import type { Project, Street } from "../model/project.ts";
import { demoTown } from "./demo-town.ts";
import { metresPerDegree } from "./ground.ts";
import { grownSpec, roomOf } from "./grown-spec.ts";
import { joinedTowns, type RoadBetween } from "./joined-towns.ts";
import { along, distance, type Point, point, rotate, turned } from "./plane.ts";
import type { DemoLand, DemoSpec } from "./spec.ts";
import { stepped } from "./terrain.ts";

/**
 * A city of exactly so many zones and facilities: one large town and smaller ones round it, joined by highways. Only
 * the shares of its people follow published figures; lanes are not drawn.
 */
export function* metropolis(
  spec: DemoSpec,
  seed: number,
  rows: { readonly zones: number; readonly facilities: number },
): Work<Project> {
  const { zones, facilities } = rows;
  const dice = diceOf(seed, "metropolis");
  const parts: Project[] = [];
  const sizes = townSizes(TOWNS, zones);
  const places = placesOf(sizes, spec, dice);
  let zonesMade = 0;
  let facilitiesMade = 0;
  let streets = 1;
  let zonesPlanned = 0;
  for (const [i, size] of sizes.entries()) {
    zonesPlanned += size;
    const wanted = zonesPlanned - zonesMade;
    const wantedFacilities = Math.round((facilities * zonesPlanned) / zones) - facilitiesMade;
    const part = townSpec(spec, i, wanted, wantedFacilities, places[i] as Point, dice);
    const two = String(i + 1).padStart(2, "0");
    const numbering = { zones: `Z${two}`, facilities: `F${two}`, sites: `S${two}`, firstStreet: streets };
    let town = yield* demoTown(part, seed + 101 * i, numbering);
    // A town misses its number of facilities by one or two; the next makes up for it, and the last for itself.
    let more = 0;
    for (let round = 0; i === TOWNS - 1 && round < MOST_ROUNDS; round++) {
      if (town.facilities.length === wantedFacilities) break;
      more += wantedFacilities - town.facilities.length;
      const again = townSpec(spec, i, wanted, wantedFacilities + more, places[i] as Point, dice);
      town = yield* demoTown(again, seed + 101 * i, numbering);
    }
    zonesMade += town.zones.length;
    facilitiesMade += town.facilities.length;
    streets += town.units.filter((unit) => unit.level === "street" || unit.level === "town").length;
    parts.push(withoutLanes(town));
    yield { part: "generate", share: (i + 1) / sizes.length };
  }
  return joined(parts, spec, highways(places, sizes, spec));
}

const TOWNS = 22;
const MOST_ROUNDS = 8;
/** Sizes that fall off with rank and add up to the total. */
function townSizes(count: number, total: number): number[] {
  const weights = Array.from({ length: count }, (_, i) => 1 / (i + 2.5));
  const sum = weights.reduce((a, b) => a + b, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const part = Math.round((total * reached) / sum) - given;
    given += part;
    return part;
  });
}

function townSpec(
  spec: DemoSpec,
  i: number,
  zones: number,
  facilities: number,
  at: Point,
  dice: Dice,
): DemoSpec {
  const larger = grownSpec(spec, zones, facilities);
  const name = `${dice.pick(spec.words.placeFirst.split(""))}${dice.pick(spec.words.placeSecond.split(""))}县`;
  const code = `${spec.root.code.slice(0, 4)}${41 + i}`;
  return {
    ...larger,
    districts: spec.districts.length === 0 ? [] : [{ code, name: i === 0 ? "中心城区" : name }],
    centre: onEarth(at, spec.centre),
    land: i === 0 ? larger.land : { ...inland(larger.land, dice), turn: dice.between(-0.06, 0.06) },
  };
}

function inland(land: DemoLand, dice: Dice): DemoLand {
  const { coast: _, canal: __, ...rest } = land;
  return {
    ...rest,
    lakes: land.lakes.filter(() => dice.chance(0.6)),
    hills: land.hills.filter(() => dice.chance(0.6)),
    newTown: dice.unit(),
    industry: dice.unit(),
  };
}

/** Middles of the towns, in metres from the first: near one another, never overlapping, never in the sea. */
function placesOf(sizes: readonly number[], spec: DemoSpec, dice: Dice): Point[] {
  const places: Point[] = [];
  for (const [i, size] of sizes.entries()) {
    let far = 0;
    for (;;) {
      const out = rotate(point(far, 0), turned(dice.unit()));
      const at = point(out.x * 1.25, out.y);
      const clear = places.every(
        (other, k) => distance(at, other) > roomOf(spec, size) + roomOf(spec, sizes[k] as number),
      );
      if (clear && (i === 0 || !spec.land.coast || at.x < 0)) {
        places.push(at);
        break;
      }
      far += dice.between(0, 900);
    }
  }
  return places;
}

/** From each town to the nearest one that is larger, between their outskirts. */
function highways(places: readonly Point[], sizes: readonly number[], spec: DemoSpec): RoadBetween[] {
  return places.slice(1).map((at, k) => {
    const i = k + 1;
    const to = places
      .slice(0, i)
      .reduce((best, other, j) => (distance(other, at) < distance(places[best] as Point, at) ? j : best), 0);
    const other = places[to] as Point;
    const whole = distance(at, other);
    const from = (roomOf(spec, sizes[i] as number) * 0.8) / whole;
    const until = 1 - (roomOf(spec, sizes[to] as number) * 0.8) / whole;
    return {
      ...{ from: i, to },
      line: stepped(along(at, other, from), along(at, other, until), 2000).map((p) =>
        onEarth(p, spec.centre),
      ),
    };
  });
}

function onEarth(at: Point, centre: LngLat): LngLat {
  const per = metresPerDegree(centre.lat);
  return {
    lng: Math.round((centre.lng + at.x / per.lng) * 1e7) / 1e7,
    lat: Math.round((centre.lat + at.y / per.lat) * 1e7) / 1e7,
  };
}

function withoutLanes(town: Project): Project {
  return {
    ...town,
    backdrop: { ...town.backdrop, streets: town.backdrop.streets.filter((street) => street.rank !== "lane") },
  };
}

function joined(parts: readonly Project[], spec: DemoSpec, roads: readonly RoadBetween[]): Project {
  const roots = parts.flatMap((part) => part.units.filter((unit) => unit.id === spec.root.code));
  const root: AdminUnit = {
    id: spec.root.code,
    name: spec.root.name,
    level: spec.root.level,
    shape: roots.flatMap((unit) => unit.shape ?? []),
    population: roots.map((unit) => unit.population ?? {}).reduce(addedUp),
  };
  const units = parts.flatMap((part) => part.units.filter((unit) => unit.id !== spec.root.code));
  return {
    name: spec.name.zh,
    origin: "demo",
    facilities: parts.flatMap((part) => part.facilities),
    zones: parts.flatMap((part) => part.zones),
    units: [root, ...units].sort((a, b) => (a.id < b.id ? -1 : 1)),
    sites: parts.flatMap((part) => part.sites),
    customPacks: [],
    duplicateDecisions: [],
    backdrop: {
      water: parts.flatMap((part) => part.backdrop.water),
      green: parts.flatMap((part) => part.backdrop.green),
      railways: parts.flatMap((part) => part.backdrop.railways),
      streets: [
        ...parts.flatMap((part) => part.backdrop.streets),
        ...roads.map(({ line }): Street => ({ rank: "main", line })),
      ],
    },
    streets: joinedTowns(
      parts.map(({ streets }) => present(streets, "a town has streets")),
      roads,
    ),
    asOf: spec.asOf,
  };
}

function addedUp(a: UnitPopulation, b: UnitPopulation): UnitPopulation {
  const sum = (key: "residents" | "hukou" | "urbanResidents" | "elderly60" | "under3" | "households") =>
    (a[key] ?? 0) + (b[key] ?? 0);
  return {
    ...a,
    residents: sum("residents"),
    hukou: sum("hukou"),
    urbanResidents: sum("urbanResidents"),
    elderly60: sum("elderly60"),
    under3: sum("under3"),
    households: sum("households"),
  };
}
