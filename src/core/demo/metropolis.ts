import { type Dice, diceOf } from "../base/random.ts";
import type { Work } from "../base/work.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { AdminUnit, UnitPopulation } from "../model/admin-unit.ts";
import type { FacilityKind } from "../model/facility-kind.ts";
import type { Project, Street } from "../model/project.ts";
import { demoTown } from "./demo-town.ts";
import { metresPerDegree } from "./ground.ts";
import { along, distance, type Point, point, rotate, turned } from "./plane.ts";
import type { DemoLand, DemoSpec } from "./spec.ts";
import { stepped } from "./terrain.ts";

/**
 * A city of exactly so many zones and facilities: one large town and smaller ones round it, joined by highways. Only
 * the shares of its people follow published figures; lanes are left out.
 */
export function* metropolis(spec: DemoSpec, seed: number, zones: number, facilities: number): Work<Project> {
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
    const town = yield* demoTown(part, seed + 101 * i, numbering);
    zonesMade += town.zones.length;
    facilitiesMade += town.facilities.length;
    streets += town.units.filter((unit) => unit.level === "street" || unit.level === "town").length;
    parts.push(withoutLanes(town));
    yield { part: "generate", share: (i + 1) / sizes.length };
  }
  return joined(parts, spec, highways(places, sizes, spec));
}

const TOWNS = 22;
/** Zones of a town as its spec describes it. */
const USUAL_ZONES = 400;

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
  const ratio = zones / USUAL_ZONES;
  const villages = Math.round(zones * 0.09);
  const name = `${dice.pick(spec.words.placeFirst.split(""))}${dice.pick(spec.words.placeSecond.split(""))}县`;
  return {
    ...spec,
    districts:
      spec.districts.length === 0
        ? []
        : [{ code: `${spec.root.code.slice(0, 4)}${41 + i}`, name: i === 0 ? "中心城区" : name }],
    centre: onEarth(at, spec.centre),
    people: { ...spec.people, residents: Math.round(spec.people.residents * ratio) },
    zones: {
      urban: zones - villages,
      villages,
      streets: Math.max(4, Math.round(zones / 30)),
      towns: Math.max(3, Math.round(zones / 130)),
    },
    facilities: facilityTotals(spec, facilities),
    land:
      i === 0
        ? grown(spec.land, ratio)
        : { ...inland(grown(spec.land, ratio), dice), turn: dice.between(-0.06, 0.06) },
  };
}

/** So many rows in all, in the usual proportions; the amounts in proportion to the rows. */
function facilityTotals(spec: DemoSpec, rows: number): DemoSpec["facilities"] {
  const usual = Object.entries(spec.facilities.counts) as [FacilityKind, number][];
  const all = usual.reduce((sum, [, count]) => sum + count, 0) + spec.facilities.notOperating + TWINS;
  const ratio = rows / all;
  const counts = Object.fromEntries(usual.map(([kind, count]) => [kind, Math.floor(count * ratio)]));
  const notOperating = Math.floor(spec.facilities.notOperating * ratio);
  const given = Object.values(counts).reduce((sum, count) => sum + count, 0) + notOperating + TWINS;
  return {
    ...spec.facilities,
    counts: { ...counts, E_COMM_CENTRE: (counts.E_COMM_CENTRE ?? 0) + rows - given },
    notOperating,
    slots: Math.round(spec.facilities.slots * ratio),
    beds: Math.round(spec.facilities.beds * ratio),
  };
}

/** Rows that a town lists twice. */
const TWINS = 2;

function grown(land: DemoLand, ratio: number): DemoLand {
  const s = Math.sqrt(ratio) * 1.04;
  const blob = (b: { x: number; y: number; radius: number }) => ({
    x: b.x * s,
    y: b.y * s,
    radius: b.radius * s,
  });
  return {
    ...land,
    radius: land.radius * s,
    reach: [land.reach[0] * s, land.reach[1] * s],
    river: { ...land.river, y: land.river.y * s, bridges: Math.round(land.river.bridges * s) },
    ...(land.canal && { canal: { x: land.canal.x * s } }),
    railway: { x: land.railway.x * s },
    lakes: land.lakes.map(blob),
    hills: land.hills.map(blob),
    ...(land.coast && { coast: { x: land.coast.x * s } }),
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
        (other, k) => distance(at, other) > roomOf(size, spec) + roomOf(sizes[k] as number, spec),
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

function roomOf(zones: number, spec: DemoSpec): number {
  const [x, y] = spec.land.reach;
  return Math.sqrt((x * x + y * y) * (zones / USUAL_ZONES)) * 1.04 + 900;
}

/** From each town to the nearest one that is larger, between their outskirts. */
function highways(places: readonly Point[], sizes: readonly number[], spec: DemoSpec): Street[] {
  return places.slice(1).map((at, k) => {
    const i = k + 1;
    const to = places
      .slice(0, i)
      .reduce((best, other, j) => (distance(other, at) < distance(places[best] as Point, at) ? j : best), 0);
    const other = places[to] as Point;
    const whole = distance(at, other);
    const from = (roomOf(sizes[i] as number, spec) * 0.8) / whole;
    const until = 1 - (roomOf(sizes[to] as number, spec) * 0.8) / whole;
    return {
      rank: "main",
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

function joined(parts: readonly Project[], spec: DemoSpec, roads: readonly Street[]): Project {
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
      streets: [...parts.flatMap((part) => part.backdrop.streets), ...roads],
    },
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
