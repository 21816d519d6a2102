import type { FacilityKind } from "../model/facility-kind.ts";
import { type Draft, drawn, spotAt, spotIn, type Town } from "./facility-draft.ts";
import type { Namer } from "./names.ts";
import type { NamedCommunity } from "./register.ts";
import type { DemoSpec } from "./spec.ts";
import type { Estate } from "./zones.ts";

/** Facilities that stand in communities, streets, towns and villages, beside the rooms that estates have. */
export function publicFacilities(town: Town, spec: DemoSpec, namer: Namer, rooms: readonly Draft[]): Draft[] {
  const already = new Map<FacilityKind, number>();
  for (const { kind } of rooms) already.set(kind, (already.get(kind) ?? 0) + 1);
  const hosts = hostsOf(town, rooms);
  return PLACED.flatMap((placed) => {
    const count = (spec.facilities.counts[placed.kind] ?? 0) - (already.get(placed.kind) ?? 0);
    return everyOne(town, count, placed.where).map((community): Draft => {
      const estate = town.dice.chance(placed.housed ?? 0) ? hosts.get(community)?.pop() : undefined;
      const draft = placed.amounts?.(town);
      return {
        kind: placed.kind,
        name: placed.name(community, namer),
        community,
        ...draft,
        at: estate ? spotAt(estate, town.dice) : spotIn(community, town.dice),
        ...(estate && { estate, more: { ...draft?.more, shared: true } }),
      };
    });
  });
}

/** Existing estates of each community without rooms of their own, in random order: each houses one facility. */
function hostsOf(town: Town, rooms: readonly Draft[]): Map<NamedCommunity, Estate[]> {
  const served = new Set(rooms.map((room) => room.estate));
  const hosts = new Map<NamedCommunity, Estate[]>();
  for (const estate of town.dice.shuffled(town.estates)) {
    if (estate.home.kind !== "estate" || estate.zone.stage !== undefined || served.has(estate)) continue;
    hosts.set(estate.community, [...(hosts.get(estate.community) ?? []), estate]);
  }
  return hosts;
}

interface Placed {
  readonly kind: FacilityKind;
  /** How likely a community is to have one; 0: never. */
  readonly where: (community: NamedCommunity) => number;
  /** Share of them that is housed in an existing estate and open to its neighbours. */
  readonly housed?: number;
  readonly name: (community: NamedCommunity, namer: Namer) => string;
  readonly amounts?: (town: Town) => Omit<Draft, "kind" | "name" | "community">;
}

const inCity = (c: NamedCommunity) => !c.street.town && c.ground.homes.length > 0;
const inTown = (c: NamedCommunity) => c.street.town && !c.ground.village && c.ground.homes.length > 0;
const inVillage = (c: NamedCommunity) => c.ground.village && c.ground.homes.length > 0;
const people = (c: NamedCommunity) => c.ground.homes.reduce((sum, home) => sum + home.households, 0) + 1;
const old = (c: NamedCommunity) => (c.ground.use === "core" ? 2.2 : c.ground.use === "slab" ? 1.4 : 0.7);

/** One record for each kind that is not only built inside estates. */
const PLACED: readonly Placed[] = [
  {
    kind: "E_STREET_COMP",
    where: (c) => (inCity(c) ? people(c) : 0),
    name: (c) => `${c.street.name}综合性养老服务中心`,
    amounts: ({ dice }) => ({
      area: dice.whole(900, 2200),
      bedWeight: dice.between(24, 60),
      more: { inclusive: true, hours: "07:30–18:00" },
    }),
  },
  {
    kind: "E_DAYCARE",
    housed: 0.65,
    where: (c) => (inCity(c) ? old(c) * people(c) : 0),
    name: (c) => `${c.stem}日间照料中心`,
    amounts: ({ dice }) => ({
      area: dice.whole(320, 900),
      more: { storey: dice.whole(1, 2), hours: "08:00–17:30" },
    }),
  },
  {
    kind: "E_COMM_CENTRE",
    housed: 0.75,
    where: (c) => (inCity(c) || inTown(c) ? old(c) : 0),
    name: (c) => `${c.name}居家养老服务中心`,
    amounts: ({ dice }) => ({
      area: dice.whole(180, 620),
      more: { storey: dice.chance(0.7) ? 1 : 2, hours: "08:00–17:30" },
    }),
  },
  {
    kind: "E_MEAL",
    housed: 0.65,
    where: (c) => (inCity(c) ? old(c) : 0),
    name: (c) => `${c.stem}社区助餐点`,
    amounts: ({ dice }) => ({
      area: dice.whole(60, 190),
      more: { storey: 1, hours: "10:30–12:30, 16:30–18:00" },
    }),
  },
  {
    kind: "E_KITCHEN",
    where: (c) => (inCity(c) ? 1 / old(c) : 0),
    name: (c) => `${c.stem}中央厨房`,
    amounts: ({ dice }) => ({ area: dice.whole(800, 1500) }),
  },
  {
    kind: "E_INSTITUTION",
    where: (c) => (inCity(c) || inTown(c) ? 1 / old(c) : 0),
    name: (_, namer) => `${namer.care()}养老院`,
    amounts: ({ dice }) => ({
      area: dice.whole(2500, 9000),
      bedWeight: dice.between(90, 420),
      more: { registered: true },
    }),
  },
  {
    kind: "E_EMBEDDED",
    where: (c) => (inCity(c) ? old(c) ** 2 : 0),
    name: (c) => `${c.stem}嵌入式养老综合体`,
    amounts: ({ dice }) => ({ area: dice.whole(600, 1500), bedWeight: dice.between(20, 48) }),
  },
  { kind: "E_HOME_BED", where: (c) => (inCity(c) ? old(c) : 0), name: (c) => `${c.stem}家庭养老床位服务点` },
  {
    kind: "E_TOWN_REGIONAL",
    where: (c) => (inTown(c) ? 1 : 0),
    name: (c) => `${c.street.name}区域性养老服务中心`,
    amounts: ({ dice }) => ({ area: dice.whole(3000, 9000), bedWeight: dice.between(120, 300) }),
  },
  {
    kind: "E_VILLAGE_CENTRE",
    where: (c) => (inVillage(c) ? 1 : 0),
    name: (c) => `${c.name}养老服务中心`,
    amounts: ({ dice }) => ({ area: dice.whole(90, 300) }),
  },
  {
    kind: "E_VILLAGE_YARD",
    where: (c) => (inVillage(c) ? 1 : 0),
    name: (c) => `${c.name}幸福小院`,
    amounts: ({ dice }) => ({ area: dice.whole(50, 140) }),
  },
  {
    kind: "C_INSTITUTION",
    where: (c) => (inCity(c) ? people(c) / old(c) : 0),
    name: (_, namer) => `${namer.nursery()}托育中心`,
    amounts: ({ dice }) => ({
      slotWeight: dice.between(40, 120),
      more: {
        registered: dice.chance(0.74),
        inclusive: dice.chance(0.42),
        storey: dice.whole(1, 3),
        hours: "07:40–17:40",
      },
    }),
  },
  {
    kind: "C_KINDERGARTEN",
    housed: 0.5,
    where: (c) => (inCity(c) || inTown(c) ? people(c) : 0),
    name: (c, namer) => `${c.ground.homes.length > 0 ? namer.place() : c.stem}幼儿园托班`,
    amounts: ({ dice }) => ({
      slotWeight: dice.between(20, 60),
      more: { registered: dice.chance(0.7), inclusive: dice.chance(0.66), storey: 1, hours: "07:40–17:00" },
    }),
  },
  {
    kind: "C_COMMUNITY",
    where: (c) => (inCity(c) ? 1 : 0),
    name: (c) => `${c.name}托育点`,
    amounts: ({ dice }) => ({
      slotWeight: dice.between(12, 32),
      more: { registered: dice.chance(0.8), inclusive: true, storey: 1 },
    }),
  },
  {
    kind: "C_EARLY_EDU",
    where: (c) => (inCity(c) ? people(c) / old(c) : 0),
    name: (_, namer) => `${namer.nursery()}早教中心托班`,
    amounts: ({ dice }) => ({
      slotWeight: dice.between(14, 34),
      more: { registered: dice.chance(0.3), storey: dice.whole(1, 4) },
    }),
  },
  {
    kind: "C_WORKPLACE",
    where: (c) => (c.ground.use === "works" ? 3 : inCity(c) && c.ground.use === "fresh" ? 0.05 : 0),
    name: (c) => `${c.stem}园区托育点`,
    amounts: ({ dice }) => ({ slotWeight: dice.between(16, 40) }),
  },
  {
    kind: "C_MEDICAL",
    where: (c) => (inCity(c) ? people(c) : 0),
    name: (c) => `${c.stem}医院托育部`,
    amounts: ({ dice }) => ({ slotWeight: dice.between(16, 40), more: { registered: true } }),
  },
  {
    kind: "C_HOME",
    where: (c) => (inCity(c) ? 1 : 0),
    name: (_, namer) => `${namer.nursery()}家庭托育点`,
    amounts: () => ({ slots: 5 }),
  },
  {
    kind: "C_CITY_CENTRE",
    where: (c) => (inCity(c) ? 1 : 0),
    name: (c) => `${c.stem}托育综合服务中心`,
    amounts: ({ dice }) => ({ slotWeight: dice.between(90, 150) }),
  },
  {
    kind: "C_GUIDE_CENTRE",
    where: (c) => (inCity(c) ? 1 : 0),
    name: (c) => `${c.street.district?.name ?? c.street.name}婴幼儿照护服务指导中心`,
    amounts: ({ dice }) => ({ area: dice.whole(300, 900) }),
  },
  {
    kind: "C_PARENT_ROOM",
    where: (c) => (inCity(c) ? 1 : 0),
    name: (c) => `${c.stem}亲子小屋`,
    amounts: ({ dice }) => ({ area: dice.whole(40, 120) }),
  },
  {
    kind: "S_COMMUNITY",
    where: (c) => (inCity(c) ? old(c) : 0),
    name: (c) => `${c.name}综合服务中心`,
    amounts: ({ dice }) => ({ area: dice.whole(400, 1100) }),
  },
];

/** No community gets a second one before all that may have one do; a street likewise, for what is one to a street. */
function everyOne(town: Town, count: number, where: Placed["where"]): NamedCommunity[] {
  const chosen: NamedCommunity[] = [];
  while (chosen.length < count) {
    const round = drawn(town.register.communities, count - chosen.length, where, town.dice);
    if (round.length === 0) break;
    chosen.push(...round);
  }
  return chosen;
}
