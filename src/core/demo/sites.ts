import { byCodeUnit } from "../base/order.ts";
import type { Dice } from "../base/random.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { Facility } from "../model/facility.ts";
import type { CandidateSite, SiteWay } from "../model/site.ts";
import { drawn, type Town } from "./facility-draft.ts";
import { along } from "./plane.ts";

const KINDS = [
  { kind: "vacant_land", name: "空地", land: true },
  { kind: "public_building", name: "旧办公楼", land: false },
  { kind: "commercial", name: "闲置商铺", land: false },
  { kind: "workshop", name: "旧厂房", land: false },
  { kind: "school", name: "闲置校舍", land: false },
  { kind: "community_rooms", name: "社区用房", land: false },
] as const;

/**
 * Ground and rooms where something could be opened: some in most streets, with gaps in what is known of them; and rooms
 * that could be added to a few of the facilities that run.
 */
export function sitesOf(
  town: Town,
  count: number,
  prefix: string,
  facilities: readonly Facility[],
): CandidateSite[] {
  const { dice } = town;
  const places = placesOf(town, count, prefix).map((site) => ({ ...site, ...termsOf(site, dice) }));
  const growing = drawn(facilities.filter(canGrow), GROWING, () => 1, dice)
    .toSorted((a, b) => byCodeUnit(a.id, b.id))
    .map((facility, i) => growthOf(facility, `${prefix}${String(count + i + 1).padStart(3, "0")}`, dice));
  return [...places, ...growing];
}

const GROWING = 4;

/** How rooms of others can be had, and what is known of the building. */
function termsOf({ kind, usableArea = 0 }: CandidateSite, dice: Dice): Partial<CandidateSite> {
  if (kind === undefined || kind === "vacant_land") return {};
  const ways = dice.pick(WAYS[kind] ?? [undefined]);
  return {
    ...(dice.chance(0.8) && { fireClass: dice.pick([1, 2, 2, 2, 3] as const) }),
    ...(ways && { ways }),
    ...(ways?.[0] === "buy" && { cost: Math.round(usableArea * dice.between(0.6, 0.9)) }),
    ...(ways?.[0] === "lease" && {
      yearlyCost: Math.round(usableArea * dice.between(0.02, 0.04)),
      usableYears: dice.whole(3, 10),
    }),
  };
}

const WAYS: Partial<Record<NonNullable<CandidateSite["kind"]>, readonly (readonly SiteWay[] | undefined)[]>> =
  {
    commercial: [["lease"], ["lease", "buy"], ["buy"]],
    workshop: [["lease"], undefined],
    public_building: [["swap"], undefined, undefined],
  };

function canGrow({ status, kind, at, areas, slots, registered }: Facility): boolean {
  if (status !== "built" || at === undefined) return false;
  if (kind === "C_KINDERGARTEN" || kind === "C_COMMUNITY") return slots !== undefined && registered === true;
  return (kind === "E_COMM_CENTRE" || kind === "E_DAYCARE") && areas.length > 0;
}

function growthOf(facility: Facility, id: string, dice: Dice): CandidateSite {
  return {
    id,
    name: `${facility.name ?? facility.id}（扩建）`,
    at: facility.at as LngLat,
    enlarges: facility.id,
    usableArea: dice.whole(12, 40) * 10,
    storey: facility.storey ?? 1,
    ...{ fireClass: 2, titleCertificate: true, expropriationListed: false },
  };
}

function placesOf(town: Town, count: number, prefix: string): CandidateSite[] {
  const { dice, ground } = town;
  const free = town.register.communities.flatMap((community) =>
    community.street.town ? [] : community.ground.otherParcels.map((parcel) => ({ community, parcel })),
  );
  return drawn(free, count, ({ parcel }) => (parcel.use === "works" ? 0.2 : 1), dice)
    .map(({ community, parcel }, i) => {
      const kind = KINDS[i % KINDS.length] as (typeof KINDS)[number];
      const usableArea = kind.land ? dice.whole(800, 2400) : dice.whole(220, 1600);
      return { community, parcel, kind, usableArea };
    })
    .sort((a, b) =>
      a.community.code < b.community.code
        ? -1
        : a.community.code > b.community.code
          ? 1
          : a.parcel.centre.x - b.parcel.centre.x,
    )
    .map(({ community, parcel, kind, usableArea }, i) => ({
      id: `${prefix}${String(i + 1).padStart(3, "0")}`,
      name: `${community.stem}${kind.name}`,
      kind: kind.kind,
      at: ground.lngLat(along(parcel.centre, dice.pick(parcel.corners), dice.between(0.1, 0.7))),
      usableArea,
      ...(kind.land && { landArea: Math.round(usableArea * dice.between(0.7, 1.6)) }),
      ...(!kind.land && { storey: dice.whole(1, 3) }),
      ...(dice.chance(0.85) && { titleCertificate: dice.chance(0.8) }),
      ...(dice.chance(0.9) && { expropriationListed: dice.chance(0.08) }),
      ...(dice.chance(0.85) && {
        cost: Math.round(usableArea * dice.between(kind.land ? 0.32 : 0.1, kind.land ? 0.5 : 0.22)),
      }),
    }));
}
