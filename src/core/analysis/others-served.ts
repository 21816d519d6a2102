import type { ZoneId } from "../base/ids.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Ledger } from "../supply/ledger.ts";
import type { CountedFacility } from "./evidence.ts";

/** Who else is given rooms of a facility: those given most, by name, and how many more; nothing if nobody is. */
export function othersServed(
  zones: readonly ResidentialZone[],
  ledger: Ledger,
  facility: number,
  zone: number,
): Pick<CountedFacility, "others"> {
  const served = servedOf(ledger).get(facility);
  if (served === undefined || served.count < 2) return {};
  const most = served.most.filter((row) => ledger.zones[row] !== zone).slice(0, NAMED);
  return {
    others: {
      zones: most.map((row) => named(zones[ledger.zones[row] as number])),
      more: served.count - 1 - most.length,
    },
  };
}

/** The zones of a facility: how many, and the ledger rows of those given most, in falling order. */
interface Served {
  count: number;
  readonly most: number[];
}

/** One more than are named, since the asking zone may be among them. */
const NAMED = 3;

/** Remembered, since every zone asks. */
const remembered = new WeakMap<Ledger, ReadonlyMap<number, Served>>();

function servedOf(ledger: Ledger): ReadonlyMap<number, Served> {
  const known = remembered.get(ledger);
  if (known !== undefined) return known;
  const served = new Map<number, Served>();
  const amount = (row: number) => ledger.amounts[row] as number;
  ledger.facilities.forEach((facility, row) => {
    const of = served.get(facility) ?? { count: 0, most: [] };
    served.set(facility, of);
    of.count++;
    const place = of.most.findIndex((other) => amount(other) < amount(row));
    of.most.splice(place === -1 ? of.most.length : place, 0, row);
    if (of.most.length > NAMED + 1) of.most.pop();
  });
  remembered.set(ledger, served);
  return served;
}

function named(zone: ResidentialZone | undefined): { readonly zone: ZoneId; readonly name?: string } {
  return { zone: zone?.id ?? "", ...(zone?.name !== undefined && { name: zone.name }) };
}
