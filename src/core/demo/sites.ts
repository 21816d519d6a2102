import type { CandidateSite } from "../model/site.ts";
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

/** Ground and rooms where something could be opened: some in most streets, with gaps in what is known of them. */
export function sitesOf(town: Town, count: number, prefix: string): CandidateSite[] {
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
