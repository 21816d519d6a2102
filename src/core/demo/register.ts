import type { AdminCode } from "../base/ids.ts";
import type { Dice } from "../base/random.ts";
import type { Ground } from "./ground.ts";
import type { Namer } from "./names.ts";
import { distance, type Point, turned } from "./plane.ts";
import type { District, Neighbourhood, Precinct, Settlement } from "./settlement.ts";
import type { DemoLand, DemoSpec, PlaceWord } from "./spec.ts";

/** Names and codes of the units, from the root down. Ordered by code. */
export interface Register {
  readonly districts: readonly NamedDistrict[];
  readonly streets: readonly NamedStreet[];
  readonly communities: readonly NamedCommunity[];
}

export interface NamedDistrict {
  readonly code: AdminCode;
  readonly name: string;
  readonly lots: readonly number[];
}

export interface NamedStreet {
  readonly code: AdminCode;
  readonly name: string;
  readonly town: boolean;
  /** Absent where the root is itself the district. */
  readonly district?: NamedDistrict;
  readonly lots: readonly number[];
  readonly at: Point;
}

export interface NamedCommunity {
  readonly code: AdminCode;
  readonly name: string;
  /** The name without 社区 or 村. */
  readonly stem: string;
  readonly street: NamedStreet;
  readonly ground: Neighbourhood;
}

export function registerOf(
  settlement: Settlement,
  spec: DemoSpec,
  ground: Ground,
  namer: Namer,
  dice: Dice,
  firstStreet: number,
): Register {
  const districts: NamedDistrict[] = [];
  const streets: NamedStreet[] = [];
  const communities: NamedCommunity[] = [];
  const streetName = streetNames(settlement, spec, namer, dice);
  let unnumbered = firstStreet;
  settlement.districts.forEach((district, d) => {
    const given = spec.districts[d];
    const named = given && { ...given, lots: district.lots };
    if (named) districts.push(named);
    fromNorth(district.streets, ground).forEach((street, s) => {
      const number = named ? (street.town ? 100 : 0) + s + 1 : unnumbered++;
      const code = `${named?.code ?? spec.root.code}${String(number).padStart(3, "0")}`;
      const inIt: NamedStreet = {
        code,
        name: streetName(street),
        town: street.town,
        ...(named && { district: named }),
        lots: street.lots,
        at: street.at,
      };
      streets.push(inIt);
      fromNorth(street.communities, ground).forEach((community, c) => {
        const stem = community.village ? namer.village() : namer.place();
        communities.push({
          code: `${code}${String((community.village ? 201 : 1) + c).padStart(3, "0")}`,
          name: `${stem}${community.village ? "村" : "社区"}`,
          stem,
          street: inIt,
          ground: community,
        });
      });
    });
  });
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  return {
    districts: districts.sort(byCode),
    streets: streets.sort(byCode),
    communities: communities.sort(byCode),
  };
}

function fromNorth<Unit extends { readonly at: Point; readonly town?: boolean }>(
  units: readonly Unit[],
  ground: Ground,
): Unit[] {
  return units.toSorted(
    (a, b) =>
      Number(a.town ?? false) - Number(b.town ?? false) || ground.place(b.at).y - ground.place(a.at).y,
  );
}

/** Streets that fit beside something are named for it first; the others take what is left. */
function streetNames(
  settlement: Settlement,
  spec: DemoSpec,
  namer: Namer,
  dice: Dice,
): (street: Precinct) => string {
  const all = settlement.districts.flatMap((district: District) => district.streets);
  const names = new Map<Precinct, string>();
  const free = new Set(all.filter((street) => !street.town));
  const fitting = spec.words.streets.filter((word) => word.near !== undefined);
  for (const word of fitting) {
    const target = landmark(word.near, spec.land);
    if (!target) continue;
    const nearest = [...free].sort((a, b) => distance(a.at, target) - distance(b.at, target))[0];
    if (!nearest) continue;
    names.set(nearest, `${word.zh}街道`);
    free.delete(nearest);
  }
  const rest = dice.shuffled(spec.words.streets.filter((word) => !fitting.includes(word)));
  [...free].forEach((street, i) => {
    names.set(street, `${rest[i]?.zh ?? namer.place()}街道`);
  });
  const towns = dice.shuffled(spec.words.towns);
  all
    .filter((street) => street.town)
    .forEach((town, i) => {
      names.set(town, `${towns[i] ?? namer.place()}镇`);
    });
  return (street) => names.get(street) as string;
}

function landmark(near: PlaceWord["near"], land: DemoLand): Point | undefined {
  switch (near) {
    case undefined:
      return undefined;
    case "core":
      return { x: 0, y: 0 };
    case "lake":
      return land.lakes[0];
    case "hill":
      return land.hills[0];
    case "river":
      return { x: land.radius * 0.4, y: land.river.y };
    case "railway":
      return { x: land.railway.x, y: land.radius * 0.25 };
    case "sea":
      return land.coast && { x: land.coast.x, y: 0 };
    case "works":
      return towards(land.industry, land.radius * 0.8);
    case "newTown":
      return towards(land.newTown, land.radius * 0.9);
  }
}

function towards(part: number, far: number): Point {
  const heading = turned(part);
  return { x: heading.x * far, y: heading.y * far };
}
