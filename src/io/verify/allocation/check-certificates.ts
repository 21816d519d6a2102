import type { Tally } from "../tally.ts";
import type { AllocationFigures, CertificateFigures } from "./allocation-figures.ts";
import { joining } from "./joining.ts";
import { type Nesting, nestingOf } from "./nesting.ts";
import { isNear, mustBeNear, partOf, sumOf } from "./sums.ts";

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
  const nesting = nestingOf(figures);
  checkNesting(tally, names, nesting, figures);
  checkLevels(tally, names, nesting, figures);
  checkShort(tally, nesting, figures);
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
  const { noise } = figures;
  mustBeNear(tally, ["certificate-need-adds-up", ...place], need, row.need, 0, noise);
  mustBeNear(tally, ["certificate-capacity-adds-up", ...place], capacity, row.capacity, 0, noise);
  const missing = sumOf([...needs, ...holds.map((amount) => -amount)]);
  const terms = noise === 0 ? 0 : need + capacity;
  mustBeNear(tally, ["missing-is-the-difference", ...place], missing, row.missing, terms, noise);
  tally.that(["something-is-missing", ...place], row.missing > 0, "more than 0", row.missing);
  const highest = row.zones.reduce((most, zone) => Math.max(most, figures.zones.shares[zone] as number), 0);
  tally.that(["share-is-the-highest-in-it", ...place], row.share === highest, highest, row.share);
}

function checkNesting(
  tally: Tally,
  names: readonly string[],
  { outer, isNested }: Nesting,
  { certificates: { file, rows } }: AllocationFigures,
): void {
  for (const [at, { maximal }] of rows.entries()) {
    const place = [file, names[at] as string] as const;
    const isInNone = (outer[at] as number) < 0;
    tally.that(
      ["certificates-are-nested", ...place],
      isNested[at] === true,
      "within or apart from others",
      "across one",
    );
    tally.that(["maximal-is-in-no-other", ...place], maximal === isInNone, `${isInNone}`, `${maximal}`);
  }
}

/**
 * What a certificate has beyond those within it gives its own zones their share: what its own facilities hold, of what its
 * own zones need.
 */
function checkLevels(
  tally: Tally,
  names: readonly string[],
  { ofZones, ofFacilities }: Nesting,
  { zones, facilities, certificates, noise }: AllocationFigures,
): void {
  const needs = certificates.rows.map((): number[] => []);
  const holds = certificates.rows.map((): number[] => []);
  for (const [zone, at] of ofZones.entries()) needs[at]?.push(zones.needs[zone] as number);
  for (const [facility, at] of ofFacilities.entries())
    holds[at]?.push(facilities.capacities[facility] as number);
  for (const [at, { share }] of certificates.rows.entries()) {
    const expected = partOf(holds[at] as number[], needs[at] as number[]);
    const place = ["share-is-what-there-is", certificates.file, names[at] as string] as const;
    mustBeNear(tally, place, expected, share, 0, noise);
  }
}

function checkShort(
  tally: Tally,
  { ofZones }: Nesting,
  { zones, certificates, noise }: AllocationFigures,
): void {
  const lacking: number[] = [];
  for (const [zone, name] of zones.names.entries()) {
    const share = zones.shares[zone] as number;
    const row = certificates.rows[ofZones[zone] as number];
    const holds = share < 1 ? row !== undefined && isNear(row.share, share, 0, noise) : row === undefined;
    const told = row === undefined ? "no certificate" : `a certificate of ${row.share}`;
    tally.that(["short-zone-has-its-certificate", zones.file, name], holds, share, told);
    lacking.push(zones.needs[zone] as number, -(zones.served[zone] as number));
  }
  const proved = certificates.rows.filter(({ maximal }) => maximal).map(({ missing }) => missing);
  const need = sumOf(Array.from(zones.needs));
  const at = ["maximal-add-up-to-missing", certificates.file, "all maximal"] as const;
  mustBeNear(tally, at, sumOf(lacking), sumOf(proved), need, noise);
}

/** By zone: the facilities that it reaches. */
function reachOf({ zones, links }: AllocationFigures): readonly (readonly number[])[] {
  const reach = zones.names.map((): number[] => []);
  for (const [link, zone] of links.zones.entries()) reach[zone]?.push(links.facilities[link] as number);
  return reach;
}

/** Into how many pieces zones fall, of which each is joined by facilities that several of its zones reach. */
function piecesOf(zones: readonly number[], reach: readonly (readonly number[])[]): number {
  const join = joining(zones.length);
  const first = new Map<number, number>();
  let pieces = zones.length;
  for (const [at, zone] of zones.entries()) {
    for (const facility of reach[zone] as readonly number[]) {
      const other = first.get(facility);
      if (other === undefined) first.set(facility, at);
      else if (join(at, other)) pieces -= 1;
    }
  }
  return pieces;
}
