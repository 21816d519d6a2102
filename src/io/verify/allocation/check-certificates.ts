import type { Tally } from "../tally.ts";
import type { AllocationFigures, CertificateFigures } from "./allocation-figures.ts";
import { isNear, mustBeNear, sumOf } from "./sums.ts";

/**
 * Each certificate names all facilities that any of its zones reaches and no other, hangs together, and lacks what it says;
 * two lie within or apart from one another; every short zone is in one of its own share; and the maximal ones add up to
 * what is missing in all.
 */
export function checkCertificates(tally: Tally, figures: AllocationFigures): void {
  const { file, rows } = figures.certificates;
  const names = rows.map(
    ({ zones }, at) => `#${at + 1} ${figures.zones.names[zones[0] ?? -1] ?? "without zones"}`,
  );
  const reach = reachOf(figures);
  for (const [at, row] of rows.entries()) {
    const name = names[at] as string;
    checkReach(tally, [file, name], row, reach, figures.facilities.names);
    checkAmounts(tally, [file, name], row, figures);
  }
  const smallest = checkNesting(tally, names, figures);
  checkLevels(tally, names, smallest, figures);
  checkShort(tally, smallest, figures);
}

type Place = readonly [file: string, name: string];

function checkReach(
  tally: Tally,
  place: Place,
  { zones, facilities }: CertificateFigures,
  reach: readonly (readonly number[])[],
  names: readonly string[],
): void {
  const reached = new Set(zones.flatMap((zone) => reach[zone] as readonly number[]));
  const listed = new Set(facilities);
  const lacks = [...reached].filter((facility) => !listed.has(facility));
  const excess = [...listed].filter((facility) => !reached.has(facility));
  const named = (of: readonly number[]) => of.map((facility) => names[facility]).join(" ") || "no other";
  tally.that(["all-reached-are-named", ...place], lacks.length === 0, named(lacks), "nothing");
  tally.that(["all-named-are-reached", ...place], excess.length === 0, "nothing", named(excess));
  const once = new Set(zones).size === zones.length && listed.size === facilities.length;
  tally.that(["members-are-named-once", ...place], once, "each once", once ? "each once" : "some twice");
  const pieces = zones.length === 0 ? 0 : piecesOf(zones, reach);
  tally.that(["certificate-hangs-together", ...place], pieces === 1, 1, pieces);
}

function checkAmounts(tally: Tally, place: Place, row: CertificateFigures, figures: AllocationFigures): void {
  const needs = row.zones.map((zone) => figures.zones.needs[zone] as number);
  const holds = row.facilities.map((facility) => figures.facilities.capacities[facility] as number);
  const [need, capacity] = [sumOf(needs), sumOf(holds)];
  mustBeNear(tally, ["certificate-need-adds-up", ...place], need, row.need);
  mustBeNear(tally, ["certificate-capacity-adds-up", ...place], capacity, row.capacity);
  const missing = sumOf([...needs, ...holds.map((amount) => -amount)]);
  mustBeNear(tally, ["missing-is-the-difference", ...place], missing, row.missing, need + capacity);
  tally.that(["something-is-missing", ...place], row.missing > 0, "more than 0", row.missing);
  const highest = row.zones.reduce((most, zone) => Math.max(most, figures.zones.shares[zone] as number), 0);
  tally.that(["share-is-the-highest-in-it", ...place], row.share === highest, highest, row.share);
}

/** By zone: the smallest certificate that it is in, or −1. */
function checkNesting(tally: Tally, names: readonly string[], figures: AllocationFigures): Int32Array {
  const { file, rows } = figures.certificates;
  const zoneCount = figures.zones.names.length;
  const around = new Int32Array(zoneCount + figures.facilities.names.length).fill(-1);
  const sizes = rows.map(({ zones, facilities }) => zones.length + facilities.length);
  const largestFirst = [...rows.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  for (const at of largestFirst) {
    const { zones, facilities, maximal } = rows[at] as CertificateFigures;
    const members = [...zones, ...facilities.map((facility) => zoneCount + facility)];
    const outer = around[members[0] ?? -1] ?? -1;
    const isNested = members.every((member) => around[member] === outer) && sizes[outer] !== members.length;
    const place = [file, names[at] as string] as const;
    tally.that(["certificates-are-nested", ...place], isNested, "within or apart from others", "across one");
    tally.that(["maximal-is-in-no-other", ...place], maximal === outer < 0, `${outer < 0}`, `${maximal}`);
    for (const member of members) around[member] = at;
  }
  return around.subarray(0, zoneCount);
}

/**
 * What a certificate has beyond those within it gives its own zones their share: what its own facilities hold, of what its
 * own zones need.
 */
function checkLevels(
  tally: Tally,
  names: readonly string[],
  smallest: Int32Array,
  { zones, facilities, links, certificates }: AllocationFigures,
): void {
  const needs = certificates.rows.map((): number[] => []);
  const holds = certificates.rows.map((): number[] => []);
  const owner = new Int32Array(facilities.names.length).fill(-1);
  for (const [link, facility] of links.facilities.entries()) {
    const at = smallest[links.zones[link] as number] as number;
    const was = owner[facility] as number;
    const share = (of: number) => certificates.rows[of]?.share ?? 1;
    if (at >= 0 && (was < 0 || share(at) < share(was))) owner[facility] = at;
  }
  for (const [zone, at] of smallest.entries()) needs[at]?.push(zones.needs[zone] as number);
  for (const [facility, at] of owner.entries()) holds[at]?.push(facilities.capacities[facility] as number);
  for (const [at, { share }] of certificates.rows.entries()) {
    const expected = sumOf(holds[at] as number[]) / sumOf(needs[at] as number[]);
    mustBeNear(tally, ["share-is-what-there-is", certificates.file, names[at] as string], expected, share);
  }
}

function checkShort(tally: Tally, smallest: Int32Array, { zones, certificates }: AllocationFigures): void {
  const lacking: number[] = [];
  for (const [zone, name] of zones.names.entries()) {
    const share = zones.shares[zone] as number;
    const row = certificates.rows[smallest[zone] as number];
    const holds = share < 1 ? row !== undefined && isNear(row.share, share) : row === undefined;
    const told = row === undefined ? "no certificate" : `a certificate of ${row.share}`;
    tally.that(["short-zone-has-its-certificate", zones.file, name], holds, share, told);
    lacking.push(zones.needs[zone] as number, -(zones.served[zone] as number));
  }
  const proved = certificates.rows.filter(({ maximal }) => maximal).map(({ missing }) => missing);
  const need = sumOf(Array.from(zones.needs));
  const at = ["maximal-add-up-to-missing", certificates.file, "all maximal"] as const;
  mustBeNear(tally, at, sumOf(lacking), sumOf(proved), need);
}

/** By zone: the facilities that it reaches. */
function reachOf({ zones, links }: AllocationFigures): readonly (readonly number[])[] {
  const reach = zones.names.map((): number[] => []);
  for (const [link, zone] of links.zones.entries()) reach[zone]?.push(links.facilities[link] as number);
  return reach;
}

/** Into how many pieces zones fall, of which each is joined by facilities that several of its zones reach. */
function piecesOf(zones: readonly number[], reach: readonly (readonly number[])[]): number {
  const towards = zones.map((_, at) => at);
  const first = new Map<number, number>();
  const rootOf = (at: number): number => {
    let root = at;
    while (towards[root] !== root) {
      towards[root] = towards[towards[root] as number] as number;
      root = towards[root] as number;
    }
    return root;
  };
  let pieces = zones.length;
  for (const [at, zone] of zones.entries()) {
    for (const facility of reach[zone] as readonly number[]) {
      const other = first.get(facility);
      if (other === undefined) first.set(facility, at);
      else {
        const [a, b] = [rootOf(at), rootOf(other)];
        towards[a] = b;
        if (a !== b) pieces -= 1;
      }
    }
  }
  return pieces;
}
