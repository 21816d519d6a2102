import { compare, type Exact } from "../base/decimal.ts";
import { NO_ROW } from "../base/row-map.ts";
import type { Allocation, AllocationProblem } from "./allocation-problem.ts";
import { differencesOf, type EarlierAllocation } from "./earlier-allocation.ts";
import { fairAllocation } from "./fair-allocation.ts";
import { type FlowNetwork, flowNetwork } from "./flow-network.ts";
import { levelled } from "./levelled.ts";

/**
 * The fair allocation of `next`; shares are those of a run from scratch. Whatever differs is allocated anew with all that
 * hands on to it. As long as a zone there could still take from one outside that has a higher share, or the other way round,
 * that one joins.
 */
export function updateAllocation(earlier: EarlierAllocation, next: AllocationProblem): Allocation {
  const { amounts, zones: differing, lessened, freed } = differencesOf(earlier, next);
  const shares = [...earlier.allocation.levels];
  const places = new Uint32Array(next.needs.length);
  for (let zone = 0; zone < places.length; zone++) {
    const was = earlier.zones[zone] as number;
    if (was !== NO_ROW) places[zone] = earlier.allocation.levelOf[was] as number;
  }
  const shareOf = (zone: number) => shares[places[zone] as number] as Exact;
  const network = flowNetwork(next.starts, next.facilities, next.capacities.length);
  const inside = insideOf(network, amounts);
  for (const zone of differing) inside.addZone(zone);
  for (const facility of lessened) inside.addFacility(facility);
  for (const facility of freed) {
    const reached = network.zones.subarray(
      network.facilityStarts[facility],
      network.facilityStarts[facility + 1],
    );
    if (reached.some((zone) => inside.zoneMarks[zone] === 0 && isShort(shareOf(zone)))) {
      inside.addFacility(facility);
    }
  }

  do {
    const zones = rowsMarked(inside.zoneMarks, inside.zones.length);
    const { levels, levelOf, ...within } = allocatedWithin(next, zones, inside.facilityMarks, amounts);
    const first = shares.length;
    for (const level of levels) shares.push(level);
    for (let at = 0; at < zones.length; at++) {
      places[zones[at] as number] = first + (levelOf[at] as number);
    }
    for (let at = 0; at < within.columns.length; at++) {
      amounts[within.columns[at] as number] = within.amounts[at] as number;
    }
  } while (widened(network, next, shareOf, amounts, inside));
  return { ...levelled(shares, places), amounts };
}

/** Ascending. */
function rowsMarked(marks: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < marks.length; row++) if (marks[row] === 1) rows[at++] = row;
  return rows;
}

/** Zones and facilities that are allocated anew; whom one of them serves or is served by is among them. */
interface Inside {
  readonly zones: readonly number[];
  readonly zoneMarks: Uint8Array;
  readonly facilities: readonly number[];
  readonly facilityMarks: Uint8Array;
  addZone(zone: number): void;
  addFacility(facility: number): void;
}

function insideOf(network: FlowNetwork, amounts: Float64Array): Inside {
  const zones: number[] = [];
  const facilities: number[] = [];
  const zoneMarks = new Uint8Array(network.starts.length - 1);
  const facilityMarks = new Uint8Array(network.facilityStarts.length - 1);
  let [zonesDone, facilitiesDone] = [0, 0];

  function takeZone(zone: number): void {
    if (zoneMarks[zone] === 1) return;
    zoneMarks[zone] = 1;
    zones.push(zone);
  }
  function takeFacility(facility: number): void {
    if (facilityMarks[facility] === 1) return;
    facilityMarks[facility] = 1;
    facilities.push(facility);
  }
  function close(): void {
    while (zonesDone < zones.length || facilitiesDone < facilities.length) {
      if (zonesDone < zones.length) {
        const zone = zones[zonesDone++] as number;
        for (let link = network.starts[zone] as number; link < (network.starts[zone + 1] as number); link++) {
          if ((amounts[link] as number) > 0) takeFacility(network.facilities[link] as number);
        }
      } else {
        const facility = facilities[facilitiesDone++] as number;
        const end = network.facilityStarts[facility + 1] as number;
        for (let at = network.facilityStarts[facility] as number; at < end; at++) {
          if ((amounts[network.links[at] as number] as number) > 0) takeZone(network.zones[at] as number);
        }
      }
    }
  }
  return {
    zones,
    zoneMarks,
    facilities,
    facilityMarks,
    addZone(zone) {
      takeZone(zone);
      close();
    },
    addFacility(facility) {
      takeFacility(facility);
      close();
    },
  };
}

/**
 * The fair allocation of some zones, ascending, and the facilities that are marked, begun with what links of `next` carry;
 * `columns` are its links in `next`.
 */
function allocatedWithin(
  next: AllocationProblem,
  zones: Uint32Array,
  facilityMarks: Uint8Array,
  amounts: Float64Array,
) {
  const placeOf = new Int32Array(facilityMarks.length).fill(-1);
  const capacities: Exact[] = [];
  for (let facility = 0; facility < facilityMarks.length; facility++) {
    if (facilityMarks[facility] === 1) {
      placeOf[facility] = capacities.push(next.capacities[facility] as Exact) - 1;
    }
  }
  const starts = new Uint32Array(zones.length + 1);
  for (let at = 0; at < zones.length; at++) {
    const zone = zones[at] as number;
    let count = starts[at] as number;
    for (let link = next.starts[zone] as number; link < (next.starts[zone + 1] as number); link++) {
      if (facilityMarks[next.facilities[link] as number] === 1) count++;
    }
    starts[at + 1] = count;
  }
  const linkCount = starts[zones.length] as number;
  const facilities = new Uint32Array(linkCount);
  const columns = new Uint32Array(linkCount);
  const begun = new Float64Array(linkCount);
  const needs: Exact[] = [];
  let to = 0;
  for (let at = 0; at < zones.length; at++) {
    const zone = zones[at] as number;
    needs.push(next.needs[zone] as Exact);
    for (let link = next.starts[zone] as number; link < (next.starts[zone + 1] as number); link++) {
      const place = placeOf[next.facilities[link] as number] as number;
      if (place < 0) continue;
      facilities[to] = place;
      begun[to] = amounts[link] as number;
      columns[to++] = link;
    }
  }
  return { ...fairAllocation({ needs, capacities, starts, facilities }, begun), columns };
}

/**
 * Adds whoever across the border gives or takes what is due to the other: a zone below share 1 that reaches a facility with
 * room, or with a zone of a higher share. Whether there was any.
 */
function widened(
  network: FlowNetwork,
  { capacities }: AllocationProblem,
  shareOf: (zone: number) => Exact,
  amounts: Float64Array,
  inside: Inside,
): boolean {
  const highest = new Map<number, Exact>();
  /** Of those whom it serves; `ROOM` where some may be left: nobody on its side that reaches it is below share 1. */
  function highestAt(facility: number): Exact {
    const known = highest.get(facility);
    if (known !== undefined) return known;
    const side = inside.facilityMarks[facility];
    let [most, full] = [NOTHING, (capacities[facility] as Exact).numerator === 0n];
    const end = network.facilityStarts[facility + 1] as number;
    for (let at = network.facilityStarts[facility] as number; at < end; at++) {
      const zone = network.zones[at] as number;
      if (inside.zoneMarks[zone] !== side) continue;
      const share = shareOf(zone);
      full ||= isShort(share);
      if ((amounts[network.links[at] as number] as number) > 0 && compare(share, most) > 0) most = share;
    }
    highest.set(facility, full ? most : ROOM);
    return full ? most : ROOM;
  }

  const [zones, facilities] = [inside.zones.slice(), inside.facilities.slice()];
  const [joiningZones, joiningFacilities] = [new Set<number>(), new Set<number>()];
  for (const zone of zones) {
    const share = shareOf(zone);
    if (!isShort(share)) continue;
    for (let link = network.starts[zone] as number; link < (network.starts[zone + 1] as number); link++) {
      const facility = network.facilities[link] as number;
      if (inside.facilityMarks[facility] === 1) continue;
      if (compare(highestAt(facility), share) > 0) joiningFacilities.add(facility);
    }
  }
  for (const facility of facilities) {
    const end = network.facilityStarts[facility + 1] as number;
    for (let at = network.facilityStarts[facility] as number; at < end; at++) {
      const zone = network.zones[at] as number;
      const share = shareOf(zone);
      if (inside.zoneMarks[zone] === 1 || !isShort(share)) continue;
      if (compare(highestAt(facility), share) > 0) joiningZones.add(zone);
    }
  }
  for (const facility of joiningFacilities) inside.addFacility(facility);
  for (const zone of joiningZones) inside.addZone(zone);
  return joiningFacilities.size + joiningZones.size > 0;
}

function isShort({ numerator, denominator }: Exact): boolean {
  return numerator < denominator;
}

const NOTHING: Exact = { numerator: 0n, denominator: 1n };
const ROOM: Exact = { numerator: 2n, denominator: 1n };
