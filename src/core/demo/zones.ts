import type { Dice } from "../base/random.ts";
import type { ResidentialZone, ZoneStage } from "../model/residential-zone.ts";
import type { Ground } from "./ground.ts";
import { distanceToSides, inside } from "./lot.ts";
import type { Namer } from "./names.ts";
import type { People } from "./people.ts";
import { along, distance, type Point, point } from "./plane.ts";
import type { NamedCommunity } from "./register.ts";
import type { Home } from "./settlement.ts";
import type { DemoSpec } from "./spec.ts";

/** A zone row with what the generator knows beyond the row. */
export interface Estate {
  readonly zone: ResidentialZone;
  readonly home: Home;
  readonly people: People;
  readonly community: NamedCommunity;
}

/** One row for each home, its members as incomplete as real lists are. */
export function estateOf(
  id: string,
  home: Home,
  people: People,
  community: NamedCommunity,
  spec: DemoSpec,
  ground: Ground,
  namer: Namer,
  dice: Dice,
): Estate {
  const standing = standingOf(home, dice);
  const corners = home.corners && withLongSidesBroken(home.corners);
  const asPoint = corners === undefined || (home.kind === "estate" && dice.chance(0.025));
  const unstated = dice.chance(0.015);
  const householdsKnown = dice.chance(0.975);
  const residentsKnown = householdsKnown ? dice.chance(standing === "old" ? 0.62 : 0.82) : dice.chance(0.4);
  const street = community.street;
  const zone: ResidentialZone = {
    id,
    name: nameOf(home, standing, community, namer),
    ...(!unstated && { status: standing === "new" ? "new" : "existing" }),
    ...(standing === "old" && { oldEstate: true, ...(dice.chance(0.3) && { inRenewal: true }) }),
    ...(corners && !asPoint && { shape: [[corners.map((p) => ground.lngLat(p))]] as const }),
    at: ground.lngLat(home.centre),
    ...(corners &&
      !asPoint &&
      dice.chance(0.35) && { entrances: entrancesOf(corners, dice).map(ground.lngLat) }),
    ...(corners && !asPoint && dice.chance(0.06) && { buildings: buildingsOf(corners).map(ground.lngLat) }),
    ...(householdsKnown && { households: people.households, householdsBasis: "declared" as const }),
    ...(residentsKnown && {
      residents: people.residents,
      residentsBasis: standing === "new" ? ("planned" as const) : ("resident" as const),
      ...(dice.chance(0.78) && { elderly60: people.elderly60 }),
      ...(dice.chance(0.7) && { under3: people.under3 }),
    }),
    ...(dice.chance(0.3) && { residentialArea: people.households * dice.whole(72, 128) }),
    ...(standing === "new" && projectOf(people, spec, dice)),
    adminCode: community.code,
    ...(street.district && { district: street.district.name }),
    street: street.name,
    community: community.name,
  };
  return { zone, home, people, community };
}

type Standing = "new" | "existing" | "old";

function standingOf(home: Home, dice: Dice): Standing {
  if (home.kind === "village") return "existing";
  if (home.kind === "town") return dice.chance(0.12) ? "new" : dice.chance(0.3) ? "old" : "existing";
  if (home.use === "core") return dice.chance(0.04) ? "new" : dice.chance(0.74) ? "old" : "existing";
  if (home.use === "slab") return dice.chance(0.06) ? "new" : dice.chance(0.46) ? "old" : "existing";
  return dice.chance(0.3 + 0.42 * home.outness) ? "new" : "existing";
}

function nameOf(home: Home, standing: Standing, community: NamedCommunity, namer: Namer): string {
  if (home.kind === "village") return `${community.stem}居民点`;
  if (standing === "new" || home.use === "fresh") return namer.newEstate();
  return standing === "old" && home.use === "core"
    ? namer.oldEstate(community.stem)
    : namer.slabEstate(community.stem);
}

function projectOf(people: People, spec: DemoSpec, dice: Dice): Partial<ResidentialZone> {
  const year = dice.whole(...spec.zones.granted);
  const stage = stageOf(Number(spec.asOf.slice(0, 4)) - year, dice);
  const asked = spec.facilities.askedOfNew;
  return {
    stage,
    grantDate: `${year}-${two(dice.whole(1, 12))}-${two(dice.whole(1, 28))}`,
    ...(dice.chance(0.4) && {
      planningCondition: {
        elderly_building_area: Math.ceil((people.households * asked.elderlyPer100Households) / 100),
        ...(spec.facilities.childcareBy === "area"
          ? { childcare_building_area: Math.ceil(people.households * 0.48) }
          : { childcare_slots: Math.ceil((people.residents * asked.slotsPer1000) / 1000) }),
      },
    }),
  };
}

/** Two or three years from the grant to the keys. */
function stageOf(age: number, dice: Dice): ZoneStage {
  if (age <= 1) return dice.pick(["planning_condition", "plan_review", "construction"] as const);
  if (age <= 2) return dice.pick(["construction", "verification", "delivery", "handover"] as const);
  if (age <= 3) return dice.pick(["delivery", "handover", "use", "use"] as const);
  return "use";
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** A straight side of the plan is bent on the ground: long ones get points between their corners. */
function withLongSidesBroken(corners: readonly Point[]): Point[] {
  return corners.flatMap((p, i) => {
    const next = corners[(i + 1) % corners.length] as Point;
    return distance(p, next) > 190 && corners.length < 9 ? [p, along(p, next, 0.5)] : [p];
  });
}

/** Gates in one to three of the longest sides. */
function entrancesOf(corners: readonly Point[], dice: Dice): Point[] {
  const sides = corners.map((p, i) => ({ p, next: corners[(i + 1) % corners.length] as Point }));
  sides.sort((a, b) => distance(b.p, b.next) - distance(a.p, a.next));
  return sides.slice(0, dice.whole(1, 3)).map(({ p, next }) => along(p, next, dice.between(0.35, 0.65)));
}

/** Rows of slabs, as far as they fit inside the fence. */
function buildingsOf(corners: readonly Point[]): Point[] {
  const xs = corners.map((p) => p.x);
  const ys = corners.map((p) => p.y);
  const buildings: Point[] = [];
  for (let x = Math.min(...xs) + 24; x < Math.max(...xs); x += 58) {
    for (let y = Math.min(...ys) + 16; y < Math.max(...ys); y += 34) {
      const at = point(x, y);
      if (inside(at, corners) && distanceToSides(at, corners) > 12) buildings.push(at);
    }
  }
  return buildings;
}
