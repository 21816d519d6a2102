import type { Facility, FacilityStatus, FunctionalArea } from "../model/facility.ts";
import { subjectOfKind } from "../model/facility-kind.ts";
import type { Draft, Town } from "./facility-draft.ts";
import { drawn, spotIn } from "./facility-draft.ts";
import type { Namer } from "./names.ts";
import { isBeingBuilt, isBeingPlanned, nurseryIn, ownRooms, stationIn } from "./own-rooms.ts";
import { publicFacilities } from "./public-facilities.ts";
import type { DemoSpec } from "./spec.ts";
import type { Estate } from "./zones.ts";

/** All facility rows, ordered by id: amounts calibrated, then some left out, doubled or misplaced as in real lists. */
export function facilitiesOf(town: Town, spec: DemoSpec, namer: Namer, prefix: string): Facility[] {
  const rooms = ownRooms(town, spec);
  const operating = [...rooms, ...publicFacilities(town, spec, namer, rooms)];
  const amounts = calibrated(operating, spec, town.dice);
  const rows: Row[] = operating.map((draft, i) => ({
    draft,
    ...(amounts[i] as Amounts),
    status: "built" as const,
  }));
  rows.push(...notOperating(town, spec, rows));
  const sorted = rows.toSorted((a, b) => compareRows(a, b));
  const facilities = sorted.map((row, i) => facilityOf(numbered(prefix, i), row, town, spec));
  return withAgreement(withTwins(facilities, town, prefix), town);
}

interface Amounts {
  readonly slots?: number;
  readonly beds?: number;
}

interface Row extends Amounts {
  readonly draft: Draft;
  readonly status: FacilityStatus;
}

/** Turns weights into whole slots and beds that add up to the published totals; a few rows do not say theirs. */
function calibrated(drafts: readonly Draft[], spec: DemoSpec, dice: Town["dice"]): Amounts[] {
  const weights = drafts.map((draft) => (dice.chance(0.03) ? undefined : draft.slotWeight));
  const given = drafts.reduce((sum, draft) => sum + (draft.slots ?? 0), 0);
  const slots = wholeParts(
    spec.facilities.slots - given,
    weights.map((weight) => weight ?? 0),
  );
  const beds = wholeParts(
    spec.facilities.beds,
    drafts.map((draft) => draft.bedWeight ?? 0),
  );
  return drafts.map((draft, i) => ({
    ...(draft.slots !== undefined && { slots: draft.slots }),
    ...(weights[i] !== undefined && { slots: slots[i] as number }),
    ...(draft.bedWeight !== undefined && { beds: beds[i] as number }),
  }));
}

function wholeParts(total: number, weights: readonly number[]): number[] {
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

const LATER: readonly FacilityStatus[] = [
  "approved_plan",
  "under_construction",
  "planned",
  "approved_plan",
  "built_not_handed_over",
  "under_construction",
  "handed_over_not_operating",
  "closed",
  "converted",
];

/** What is planned, being built, standing empty or gone. In estates that are not lived in yet: the rooms they will have. */
function notOperating(town: Town, spec: DemoSpec, rows: readonly Row[]): Row[] {
  const { dice } = town;
  const coming = dice.shuffled(town.estates.filter((estate) => estate.home.kind === "estate"));
  const underWay: Partial<Record<FacilityStatus, Estate[]>> = {
    approved_plan: coming.filter(isBeingPlanned),
    under_construction: coming.filter(isBeingBuilt),
  };
  const communities = town.register.communities.filter((c) => c.ground.homes.length > 0 && !c.ground.village);
  const models = drawn(
    rows.filter(
      ({ draft }) => !draft.estate && draft.kind !== "E_HOME_BED" && draft.kind !== "C_GUIDE_CENTRE",
    ),
    spec.facilities.notOperating,
    () => 1,
    dice,
  );
  return models.map((model, i) => {
    const status = LATER[i % LATER.length] as FacilityStatus;
    const estate = underWay[status]?.pop();
    if (estate) {
      const room = dice.chance(0.6) ? stationIn : nurseryIn;
      const draft = room(estate, town, spec, dice.chance(0.75));
      return { draft, status, ...(draft.slots !== undefined && { slots: draft.slots }) };
    }
    return { ...model, status, draft: elsewhere(model.draft, dice.pick(communities), dice) };
  });
}

/** The like of a facility in another community. */
function elsewhere(draft: Draft, community: Draft["community"], dice: Town["dice"]): Draft {
  return {
    ...draft,
    name: `${community.stem}${suffixOf(draft)}`,
    community,
    at: spotIn(community, dice),
    ...(draft.area !== undefined && { area: Math.round(draft.area * dice.between(0.8, 1.3)) }),
  };
}

/** A name without its place: 云桥社区助餐点 gives 助餐点. */
function suffixOf({ name }: Draft): string {
  return name.slice(2).replace(/^(社区|街道|村)/, "");
}

function compareRows(a: Row, b: Row): number {
  const [x, y] = [
    a.draft.community.code + a.draft.kind + a.draft.name,
    b.draft.community.code + b.draft.kind + b.draft.name,
  ];
  return x < y ? -1 : x > y ? 1 : 0;
}

function facilityOf(id: string, row: Row, town: Town, spec: DemoSpec): Facility {
  const { dice, ground } = town;
  const { draft, status, slots, beds } = row;
  const areas = areasOf(row, town, spec);
  const street = draft.community.street;
  const lost = draft.kind === "E_HOME_BED" || (draft.estate === undefined && dice.chance(0.012));
  return {
    id,
    name: draft.name,
    kind: draft.kind,
    status,
    ...(draft.at && !lost && { at: ground.lngLat(draft.at) }),
    adminCode: draft.community.code,
    street: street.name,
    community: draft.community.name,
    areas,
    ...(areas[0] &&
      draft.estate === undefined && { totalArea: Math.round(areas[0].area * dice.between(1.05, 1.9)) }),
    ...(slots !== undefined && { slots }),
    ...(beds !== undefined && { beds, nursingBeds: Math.round(beds * dice.between(0.5, 0.85)) }),
    ...(draft.estate ? { zone: draft.estate.zone.id } : { shared: true }),
    ...draft.more,
    source: "演示数据",
    ...(status === "built" && {
      date: `${town.year - dice.whole(0, 6)}-${String(dice.whole(1, 12)).padStart(2, "0")}-15`,
    }),
  };
}

/** One subject for each room. Some rows do not say how large they are: unknown, not nothing. */
function areasOf(row: Row, town: Town, spec: DemoSpec): FunctionalArea[] {
  const { dice } = town;
  const { draft } = row;
  const subject = subjectOfKind(draft.kind);
  const unstated = dice.chance(0.045);
  const childcare = subject === "childcare" && row.slots !== undefined;
  const known =
    !childcare || draft.area !== undefined || spec.facilities.childcareBy === "area" || dice.chance(0.6);
  const area =
    draft.area ??
    Math.round((row.slots ?? 0) * spec.facilities.childcareAreaPerSlot * dice.between(0.94, 1.1));
  if (unstated || !known || area === 0) return [];
  const basis = dice.chance(0.85) ? ("gross" as const) : ("net" as const);
  const rooms: FunctionalArea[] = [{ subject, area, basis }];
  if (draft.kind === "S_COMMUNITY" && draft.estate === undefined && dice.chance(0.4)) {
    rooms.push({ subject: "elderly", area: dice.whole(60, 200), basis });
  }
  return rooms;
}

/** The same place listed twice by two bureaus: same name, a few steps apart, another amount. */
function withTwins(facilities: readonly Facility[], town: Town, prefix: string): Facility[] {
  const pairs = (["C_INSTITUTION", "E_COMM_CENTRE"] as const).map((kind) => {
    const found = facilities.filter(
      (f) => f.kind === kind && f.status === "built" && f.at && f.areas.length > 0,
    );
    return found[Math.floor(found.length / 2)];
  });
  const twins = pairs.flatMap((original, i) => {
    if (!original?.at) return [];
    const { phone: _, hours: __, ...rest } = original;
    return [
      {
        ...rest,
        id: numbered(prefix, facilities.length + i),
        name: `${original.name} `.trim(),
        at: { lng: rounded(original.at.lng + 0.0001), lat: rounded(original.at.lat + 0.00005) },
        areas: original.areas.map((room) => ({
          ...room,
          area: Math.round(room.area * town.dice.between(0.85, 1.2)),
        })),
        source: "演示数据（另一名单）",
      },
    ];
  });
  return [...facilities, ...twins];
}

/** One care station that three small new neighbours may pool. */
function withAgreement(facilities: readonly Facility[], town: Town): Facility[] {
  const fresh = town.estates.filter((e) => e.zone.status === "new" && e.home.kind === "estate");
  const byId = new Map(fresh.map((estate) => [estate.zone.id, estate]));
  for (const [at, station] of facilities.entries()) {
    const own = station.zone === undefined ? undefined : byId.get(station.zone);
    if (station.kind !== "E_ESTATE_STATION" || station.status !== "built" || !own) continue;
    const others = fresh.filter((e) => e.community === own.community && e !== own).slice(0, 2);
    if (others.length < 2) continue;
    const zones = [own, ...others].map((estate) => estate.zone.id).sort();
    const pooling = { zones, approvedBy: "民政局（演示）", date: `${town.year - 1}-06-30` };
    return facilities.with(at, { ...station, shared: true, pooling });
  }
  return [...facilities];
}

function numbered(prefix: string, index: number): string {
  return `${prefix}${String(index + 1).padStart(4, "0")}`;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
