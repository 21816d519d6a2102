import { equalTexts } from "../base/equal-texts.ts";
import { byCodeUnit } from "../base/order.ts";
import { isPlainWord } from "../base/plain-word.ts";
import type { Metres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { closePairs } from "./close-pairs.ts";
import { areaFor, type Facility, hasEnded } from "./facility.ts";
import type { FacilityKind, Subject } from "./facility-kind.ts";
import { namesAlike, numberedApart } from "./names-alike.ts";
import type { DuplicateDecision } from "./project.ts";

/** What tells one facility from another. A facility of the project can be given as it is. */
export interface Registered
  extends Pick<Facility, "id" | "name" | "at" | "zone" | "adminCode" | "street" | "community">,
    Partial<Pick<Facility, "status" | "areas" | "slots" | "beds">> {
  readonly kind?: FacilityKind;
}

/** Up to this far apart, the bound included, two rows that are alike are taken for one place. */
export const DUPLICATE_METRES: Metres = 30;

/** Geocoders put one address up to this far apart. */
const NEAR_METRES: Metres = 200;

/** Groups of row numbers, rows ascending, groups by first row. */
export type RowGroups = readonly (readonly number[])[];

/** Rows that seem to be one facility, and how they count. */
export interface CountedOnce {
  /** Taken for one: they count once, at the smaller supply. */
  readonly groups: RowGroups;
  /** Perhaps one: beyond the smallest supply of a group nothing counts for sure. Rows of `groups` are among them whole. */
  readonly perhaps: RowGroups;
}

/** As far as the user has not ruled. */
export interface Suspected extends CountedOnce {
  /** Two rows that may be one though they are not taken for it; each row with the nearest that comes before it. */
  readonly near: readonly NearPair[];
}

export interface NearPair {
  readonly rows: readonly [number, number];
  readonly metres: Metres;
}

/**
 * Two rows are taken for one if they are within 30 m of each other and have one normalised name, or are of one kind and
 * one zone (or both of none) and their names are alike or their amounts the same; and, where one of the two has no place,
 * if they are of one kind and one zone or community and their names are alike. They are perhaps one if they are farther
 * apart, of one kind and zone, and have one name, within 200 m or anywhere in a zone, or in a zone names alike within
 * 200 m. What the user ruled holds over both. Cost: near linear; quadratic in rows of one name, in those of
 * one zone, and in those of one kind at one spot.
 */
export function duplicatesAmong(
  facilities: readonly Registered[],
  decisions: readonly DuplicateDecision[] = [],
): Suspected {
  const names = facilities.map(({ name }) =>
    name === undefined ? undefined : normalisedName(name) || undefined,
  );
  const ruled = new Set(decisions.map(({ facilities: pair }) => pairKey(...pair)));
  const once = grouping(facilities.length);
  const perhaps = grouping(facilities.length);
  const doubtful = new Set<number>();
  const apart: NearPair[] = [];
  const look = (a: number, b: number) => {
    const [one, other] = [facilities[a] as Registered, facilities[b] as Registered];
    const found = suspicionOf(one, other, names[a], names[b]);
    if (found === undefined || (ruled.size > 0 && ruled.has(pairKey(one.id, other.id)))) return;
    if (found.seem === "one") once.join(a, b);
    else apart.push({ rows: [Math.min(a, b), Math.max(a, b)], metres: found.metres });
    if (found.seem === "two") return;
    perhaps.join(a, b);
    if (found.seem === "perhaps") doubtful.add(a);
  };
  for (const rows of equalTexts(names)) everyPair(rows, look);
  for (const rows of equalTexts(facilities.map(ownerOf))) everyPair(rows, look);
  const withoutZone = facilities.map((row) => (row.zone === undefined ? row : undefined));
  closePairs(withoutZone, DUPLICATE_METRES, look);
  const ruledSame = decisions.filter(({ same }) => same);
  const rowOf = new Map(ruledSame.length > 0 ? facilities.map(({ id }, row) => [id, row]) : []);
  for (const { facilities: pair } of ruledSame) {
    const [a, b] = pair.map((id) => rowOf.get(id));
    if (a === undefined || b === undefined) continue;
    once.join(a, b);
    perhaps.join(a, b);
  }
  const unsure = new Set([...doubtful].map(perhaps.lead));
  return {
    groups: once.groups(),
    perhaps: perhaps.groups().filter(([first = -1]) => unsure.has(first)),
    near: nearestBefore(apart, once.lead),
  };
}

/** What the rows of a group are called, each name once. */
export function namesOf(facilities: readonly Registered[], group: readonly number[]): string {
  return [...new Set(group.flatMap((row) => facilities[row]?.name ?? []))].join(" / ") || "—";
}

/** For every row the nearest that comes before it; rows taken for one are told at their first. */
function nearestBefore(pairs: readonly NearPair[], lead: (row: number) => number): readonly NearPair[] {
  const nearest = new Map<number, NearPair>();
  for (const pair of pairs) {
    const [one, other] = pair.rows.map(lead) as [number, number];
    if (one === other) continue;
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const known = nearest.get(b);
    const isAsNear = known?.metres === pair.metres && a > known.rows[0];
    if (known === undefined || pair.metres < known.metres || isAsNear)
      nearest.set(b, { rows: [a, b], metres: pair.metres });
  }
  return [...nearest.values()].sort((one, other) => one.rows[1] - other.rows[1]);
}

/** Rows joined to groups, each led by its first. */
export function grouping(count: number) {
  const leader = new Uint32Array(count);
  for (let row = 0; row < count; row++) leader[row] = row;
  const lead = (row: number): number => {
    let top = row;
    while (leader[top] !== top) top = leader[top] as number;
    leader[row] = top;
    return top;
  };
  return {
    lead,
    join(a: number, b: number): void {
      const [first, second] = [lead(a), lead(b)];
      leader[Math.max(first, second)] = Math.min(first, second);
    },
    groups(): RowGroups {
      const groups = new Map<number, number[]>();
      for (let row = 0; row < count; row++) {
        const top = lead(row);
        if (top === row) continue;
        const group = groups.get(top);
        if (group === undefined) groups.set(top, [top, row]);
        else group.push(row);
      }
      return [...groups.values()].sort(([a = 0], [b = 0]) => a - b);
    },
  };
}

export function everyPair(rows: readonly number[], look: (a: number, b: number) => void): void {
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) look(rows[i] as number, rows[j] as number);
  }
}

/**
 * A name as it is compared: full-width as half-width, without case, spaces, brackets and other signs (their words stay),
 * and without the legal form at its end.
 */
export function normalisedName(name: string): string {
  const plain = isPlainWord(name)
    ? name
    : name
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
  if (!LEGAL_ENDS.has(plain.charCodeAt(plain.length - 1))) return plain;
  return (
    plain.replace(/(?:有限责任公司|有限公司|股份公司|公司|个体工商户|民办非企业单位|筹)+$/u, "") || plain
  );
}

/** What the last character of a legal form can be. */
const LEGAL_ENDS: ReadonlySet<number> = new Set([..."司户位筹"].map((end) => end.charCodeAt(0)));

/** two: they may be one, but nothing but their name says so. */
interface Suspicion {
  readonly seem: "one" | "perhaps" | "two";
  readonly metres: Metres;
}

/** Names are normalised. The same whichever of the two comes first. */
function suspicionOf(
  one: Registered,
  other: Registered,
  name: string | undefined,
  otherName: string | undefined,
): Suspicion | undefined {
  const isOneName = name !== undefined && name === otherName;
  const isOneKind = one.kind === other.kind;
  if (!isOneName && !isOneKind) return undefined;
  const isOneOwner = isOneKind && one.zone === other.zone;
  // Rooms that were closed and are let to another.
  const isSuccessor = !isOneName && hasEnded(one.status) !== hasEnded(other.status);
  if (isSuccessor) return undefined;
  const isAlike = () => name !== undefined && otherName !== undefined && namesAlike(name, otherName);
  if (one.at === undefined || other.at === undefined) {
    const isOnePlace = isOneOwner && (one.zone !== undefined || isOneCommunity(one, other));
    return isOnePlace && isAlike() ? { seem: "one", metres: 0 } : undefined;
  }
  if (!isOneName && !isOneOwner) return undefined;
  const metres = shortMetres(one.at, other.at);
  if (metres <= DUPLICATE_METRES) {
    const isTwin = () => sameAmounts(one, other) && !numberedApart(name, otherName);
    return isOneName || isAlike() || isTwin() ? { seem: "one", metres } : undefined;
  }
  if (!isOneKind) return undefined;
  const inOneZone = isOneOwner && one.zone !== undefined;
  if (isOneName && (metres <= NEAR_METRES || inOneZone))
    return { seem: isOneOwner ? "perhaps" : "two", metres };
  return inOneZone && metres <= NEAR_METRES && isAlike() ? { seem: "perhaps", metres } : undefined;
}

/** Whether some amount above 0 is stated by both, and none that both state differs. */
export function sameAmounts(one: Registered, other: Registered): boolean {
  let same = false;
  for (const amount of AMOUNTS) {
    const [a, b] = [amount(one), amount(other)];
    if (a === undefined || b === undefined) continue;
    if (a !== b) return false;
    same ||= a > 0;
  }
  return same;
}

const AMOUNTS: readonly ((row: Registered) => number | undefined)[] = [
  ...(["elderly", "childcare", "community"] satisfies Subject[]).map(
    (subject) =>
      ({ areas = [] }: Registered) =>
        areaFor({ areas }, subject),
  ),
  ({ slots }) => slots,
  ({ beds }) => beds,
];

function isOneCommunity(one: Registered, other: Registered): boolean {
  const isOneUnit = one.adminCode === other.adminCode && one.street === other.street;
  return one.community !== undefined && one.community === other.community && isOneUnit;
}

/** The same for rows of one zone, and for those of one community that have neither zone nor place; also for some others. */
function ownerOf({ zone, community, at }: Registered): string | undefined {
  return zone ?? (at === undefined ? community : undefined);
}

/** The same whichever of the two comes first. */
export function pairKey(a: string, b: string): string {
  return byCodeUnit(a, b) <= 0 ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Metres between two points less than a kilometre apart: the WGS84 ellipsoid's curvature at their mean latitude. */
function shortMetres(a: LngLat, b: LngLat): Metres {
  const phi = ((a.lat + b.lat) / 2) * DEGREE;
  const w = 1 - E2 * Math.sin(phi) ** 2;
  const north = ((A * (1 - E2)) / w ** 1.5) * (b.lat - a.lat) * DEGREE;
  const turn = ((((b.lng - a.lng + 180) % 360) + 360) % 360) - 180;
  const east = (A / Math.sqrt(w)) * Math.cos(phi) * turn * DEGREE;
  return Math.hypot(north, east);
}

const DEGREE = Math.PI / 180;
const A = 6_378_137;
const E2 = 0.006_694_379_990_141_316_5;
