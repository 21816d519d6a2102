import * as z from "zod";
import { readShaped } from "../read-shaped.ts";
import { newTally, type ReAdded, type Tally } from "../tally.ts";
import type { AllocationFigures } from "./allocation-figures.ts";
import { CERTIFICATE } from "./certificate-shape.ts";
import { checkCertificates } from "./check-certificates.ts";
import { checkExactly } from "./check-exactly.ts";
import { checkFairness } from "./check-fairness.ts";
import { checkFlows } from "./check-flows.ts";
import { sumOf } from "./sums.ts";

/** A text that is no allocation: file, line and column, why, and the mend where it is not to write the file again. */
export class UnreadableAllocation extends Error {
  override readonly name = "UnreadableAllocation";
}

/**
 * Re-adds an allocation as `quan allocate` writes it, by itself: nothing is allocated again. `file` names it in what is
 * found. Throws `UnreadableAllocation` where the text is none.
 */
export function reAddAllocation(text: string, file: string): ReAdded {
  const written = readShaped(text, file, ALLOCATION, (sentence) => new UnreadableAllocation(sentence));
  const tally = newTally();
  const figures = figuresIn(tally, written, file);
  checkTotals(tally, written, file);
  for (const check of [checkFlows, checkFairness, checkCertificates, checkExactly]) check(tally, figures);
  return tally.result();
}

const ENDS = { demand: z.string(), supply: z.string() };
const ALLOCATION = z.object({
  totalNeed: z.number(),
  totalCapacity: z.number(),
  totalServed: z.number(),
  zones: z.array(
    z.object({ id: z.string(), need: z.number().min(0), served: z.number(), share: z.number() }),
  ),
  facilities: z.array(z.object({ id: z.string(), capacity: z.number().min(0), load: z.number() })),
  flows: z.array(z.object({ ...ENDS, amount: z.number() })),
  links: z.array(z.object({ ...ENDS, metres: z.number().min(0).optional() })),
  certificates: z.array(CERTIFICATE),
});
type Written = z.infer<typeof ALLOCATION>;

/** What is served in all is what is needed less what the certificates that are part of no other miss. */
function checkTotals(
  tally: Tally,
  { totalNeed, totalCapacity, totalServed, zones, facilities, certificates }: Written,
  file: string,
): void {
  const needs = zones.map(({ need }) => need);
  const capacityOf = new Map(facilities.map(({ id, capacity }) => [id, capacity]));
  const needOf = new Map(zones.map(({ id, need }) => [id, need]));
  const missing = certificates
    .filter(({ maximal }) => maximal)
    .flatMap((each) => [
      ...each.zones.map((id) => -(needOf.get(id) ?? 0)),
      ...each.facilities.map((id) => capacityOf.get(id) ?? 0),
    ]);
  for (const [name, found, terms] of [
    ["totalNeed", totalNeed, needs],
    ["totalCapacity", totalCapacity, [...capacityOf.values()]],
    ["totalServed", totalServed, [...needs, ...missing]],
  ] as const) {
    const expected = sumOf(terms);
    tally.that(["totals-add-up", file, name], found === expected, expected, found);
  }
}

/** Ids as rows. What names nothing that is listed, or what is listed already, is wrong and left out. */
function figuresIn(tally: Tally, written: Written, file: string): AllocationFigures {
  const { flows, certificates } = written;
  const [zones, facilities] = [written.zones, written.facilities];
  const zoneRows = rowsOf(tally, file, zones);
  const facilityRows = rowsOf(tally, file, facilities);
  const rowIn = (rows: ReadonlyMap<string, number>, id: string): readonly number[] => {
    const row = rows.get(id);
    tally.that(["named-is-listed", file, id], row !== undefined, id, "nothing");
    return row === undefined ? [] : [row];
  };
  const linkRows = new Map<string, number>();
  const ends: { readonly zones: number[]; readonly facilities: number[] } = { zones: [], facilities: [] };
  for (const { demand, supply } of written.links) {
    const [zone] = rowIn(zoneRows, demand);
    const [facility] = rowIn(facilityRows, supply);
    const key = JSON.stringify([demand, supply]);
    tally.that(["link-stands-once", file, `${demand} ${supply}`], !linkRows.has(key), "once", "again");
    if (zone === undefined || facility === undefined || linkRows.has(key)) continue;
    linkRows.set(key, linkRows.size);
    ends.zones.push(zone);
    ends.facilities.push(facility);
  }
  const amounts = new Float64Array(linkRows.size);
  const flowing = new Set<number>();
  for (const { demand, supply, amount } of flows) {
    const link = linkRows.get(JSON.stringify([demand, supply]));
    const at = `${demand} ${supply}`;
    tally.that(["flow-goes-along-a-link", file, at], link !== undefined, "a link", "none");
    if (link === undefined) continue;
    tally.that(["flow-stands-once", file, at], !flowing.has(link), "once", "again");
    flowing.add(link);
    amounts[link] = (amounts[link] as number) + amount;
  }
  return {
    noise: 0,
    zones: {
      file,
      names: zones.map(({ id }) => id),
      needs: zones.map(({ need }) => need),
      served: zones.map(({ served }) => served),
      shares: zones.map(({ share }) => share),
    },
    facilities: {
      file,
      names: facilities.map(({ id }) => id),
      capacities: facilities.map(({ capacity }) => capacity),
      loads: facilities.map(({ load }) => load),
    },
    links: {
      file,
      zones: Uint32Array.from(ends.zones),
      facilities: Uint32Array.from(ends.facilities),
      amounts,
    },
    certificates: {
      file,
      rows: certificates.map((each) => ({
        ...each,
        zones: each.zones.flatMap((id) => rowIn(zoneRows, id)),
        facilities: each.facilities.flatMap((id) => rowIn(facilityRows, id)),
      })),
    },
  };
}

/** Rows by id, which must ascend by code unit. */
function rowsOf(
  tally: Tally,
  file: string,
  rows: readonly { readonly id: string }[],
): ReadonlyMap<string, number> {
  for (const [row, { id }] of rows.entries()) {
    const before = rows[row - 1]?.id;
    const ascends = before === undefined || before < id;
    tally.that(["ids-ascend", file, id], ascends, `behind ${before}`, id);
  }
  return new Map(rows.map(({ id }, row) => [id, row]));
}
