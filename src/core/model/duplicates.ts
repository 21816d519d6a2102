import { equalTexts } from "../base/equal-texts.ts";
import { byCodeUnit } from "../base/order.ts";
import { isPlainWord } from "../base/plain-word.ts";
import type { Metres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { Facility } from "./facility.ts";
import type { FacilityKind } from "./facility-kind.ts";
import type { DuplicateDecision } from "./project.ts";

/** What tells one facility from another. A facility of the project can be given as it is. */
export interface Registered
  extends Pick<Facility, "id" | "name" | "at" | "zone" | "adminCode" | "street" | "community"> {
  readonly kind?: FacilityKind;
}

/** Up to this far apart, the bound included, two rows of one name are taken for one place. */
export const DUPLICATE_METRES: Metres = 30;

/**
 * Groups of row numbers that seem to be one facility: same normalised name, each within 30 m of another of the group —
 * or, where one of the two has no place, of one kind and one zone or community — and not told apart by the user; or
 * ruled to be the same. Rows ascending, groups by first row. Cost: near linear; quadratic in rows of one name.
 */
export function duplicateGroups(
  facilities: readonly Registered[],
  decisions: readonly DuplicateDecision[] = [],
): readonly (readonly number[])[] {
  const apart = new Set(
    decisions.filter(({ same }) => !same).map(({ facilities: pair }) => pairKey(...pair)),
  );
  const leader = facilities.map((_, row) => row);
  const lead = (row: number): number => {
    let top = row;
    while (leader[top] !== top) top = leader[top] as number;
    return top;
  };
  const join = (a: number, b: number) => {
    const [first, second] = [lead(a), lead(b)];
    leader[Math.max(first, second)] = Math.min(first, second);
  };
  for (const rows of rowsOfOneName(facilities)) {
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) {
        const [one, other] = [facilities[a] as Registered, facilities[b] as Registered];
        if (!apart.has(pairKey(one.id, other.id)) && seemOne(one, other)) join(a, b);
      }
    }
  }
  const ruledSame = decisions.filter(({ same }) => same);
  const rowOf = new Map(ruledSame.length > 0 ? facilities.map(({ id }, row) => [id, row]) : []);
  for (const { facilities: pair } of ruledSame) {
    const [a, b] = pair.map((id) => rowOf.get(id));
    if (a !== undefined && b !== undefined) join(a, b);
  }
  const groups = new Map<number, number[]>();
  leader.forEach((_, row) => {
    const top = lead(row);
    if (top === row) return;
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [top, row]);
    else group.push(row);
  });
  return [...groups.values()].sort(([a = 0], [b = 0]) => a - b);
}

/** Two rows of one name and kind that are taken for two places, though they may be one. */
export interface NearPair {
  readonly rows: readonly [number, number];
  readonly metres: Metres;
}

/** Geocoders put one address up to this far apart. */
const NEAR_METRES: Metres = 200;

/**
 * Pairs that count twice and may be one: of one normalised name and kind, farther apart than `DUPLICATE_METRES` and up to
 * `NEAR_METRES`, and not ruled upon. `groups` count once. Each row is told with the nearest that comes before it. Cost as
 * `duplicateGroups`.
 */
export function nearPairs(
  facilities: readonly Registered[],
  groups: ReturnType<typeof duplicateGroups>,
  decisions: readonly DuplicateDecision[] = [],
): readonly NearPair[] {
  const ruled = new Set(decisions.map(({ facilities: pair }) => pairKey(...pair)));
  const isOne = new Set(groups.flatMap((rows) => rows.slice(1)));
  const pairs: NearPair[] = [];
  for (const all of rowsOfOneName(facilities)) {
    const rows = all.filter((row) => !isOne.has(row));
    for (const [i, b] of rows.entries()) {
      let nearest: NearPair | undefined;
      for (const a of rows.slice(0, i)) {
        const [one, other] = [facilities[a] as Registered, facilities[b] as Registered];
        if (!one.at || !other.at || one.kind !== other.kind || ruled.has(pairKey(one.id, other.id))) continue;
        const metres = shortMetres(one.at, other.at);
        if (metres > DUPLICATE_METRES && metres <= (nearest?.metres ?? NEAR_METRES))
          nearest = { rows: [a, b], metres };
      }
      if (nearest) pairs.push(nearest);
    }
  }
  return pairs;
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

/** Whether two rows of one name may be one place. */
function seemOne(one: Registered, other: Registered): boolean {
  if (one.at !== undefined && other.at !== undefined)
    return shortMetres(one.at, other.at) <= DUPLICATE_METRES;
  if (one.kind !== other.kind || one.zone !== other.zone) return false;
  if (one.zone !== undefined) return true;
  const sameUnit = one.adminCode === other.adminCode && one.street === other.street;
  return one.community !== undefined && one.community === other.community && sameUnit;
}

/** Rows that share a normalised name with others, by name; ascending. */
function rowsOfOneName(facilities: readonly Registered[]): readonly (readonly number[])[] {
  return equalTexts(
    facilities.map(({ name }) => (name === undefined ? name : normalisedName(name) || undefined)),
  );
}

function pairKey(a: string, b: string): string {
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
