import type { FlowQuestion, LargestFlow } from "./flow-network.ts";

/**
 * A largest flow as `largestFlow`, in whole numbers of any size. Slow: for amounts that do not fit a number, and to hold
 * the fast one against.
 */
export function wideFlow({
  network,
  wants,
  holds,
}: FlowQuestion<readonly bigint[]>): LargestFlow<readonly bigint[]> {
  const { starts, facilities, facilityStarts, links, zones } = network;
  const lacking = wants.slice();
  const room = holds.slice();
  const amounts = new Array<bigint>(facilities.length).fill(0n);
  const zoneLayer = new Int32Array(wants.length);
  const facilityLayer = new Int32Array(holds.length);

  /** Layers of what can be reached from zones that lack something; whether any room is among it. */
  function layer(): boolean {
    zoneLayer.fill(-1);
    facilityLayer.fill(-1);
    let front = [...lacking.keys()].filter((zone) => (lacking[zone] as bigint) > 0n);
    for (const zone of front) zoneLayer[zone] = 0;
    let found = false;
    for (let depth = 1; front.length > 0 && !found; depth += 2) {
      const next: number[] = [];
      const reached: number[] = [];
      for (const zone of front) {
        for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
          const facility = facilities[link] as number;
          if (facilityLayer[facility] !== -1) continue;
          facilityLayer[facility] = depth;
          reached.push(facility);
          found ||= (room[facility] as bigint) > 0n;
        }
      }
      for (const facility of found ? [] : reached) {
        for (
          let at = facilityStarts[facility] as number;
          at < (facilityStarts[facility + 1] as number);
          at++
        ) {
          const zone = zones[at] as number;
          if (zoneLayer[zone] !== -1 || amounts[links[at] as number] === 0n) continue;
          zoneLayer[zone] = depth + 1;
          next.push(zone);
        }
      }
      front = next;
    }
    return found;
  }

  const nextLink = new Uint32Array(wants.length);
  const nextPlace = new Uint32Array(holds.length);

  /** Sends at most `most` on from a zone, one layer at a time; how much went. */
  function send(zone: number, most: bigint): bigint {
    for (; (nextLink[zone] as number) < (starts[zone + 1] as number); step(nextLink, zone)) {
      const link = nextLink[zone] as number;
      const facility = facilities[link] as number;
      if (facilityLayer[facility] !== (zoneLayer[zone] as number) + 1) continue;
      const went = throughFacility(facility, most);
      if (went === 0n) continue;
      amounts[link] = (amounts[link] as bigint) + went;
      return went;
    }
    return 0n;
  }

  function throughFacility(facility: number, most: bigint): bigint {
    const left = room[facility] as bigint;
    if (left > 0n) {
      const went = left < most ? left : most;
      room[facility] = left - went;
      return went;
    }
    for (
      ;
      (nextPlace[facility] as number) < (facilityStarts[facility + 1] as number);
      step(nextPlace, facility)
    ) {
      const at = nextPlace[facility] as number;
      const [zone, link] = [zones[at] as number, links[at] as number];
      const held = amounts[link] as bigint;
      if (held === 0n || zoneLayer[zone] !== (facilityLayer[facility] as number) + 1) continue;
      const went = send(zone, held < most ? held : most);
      if (went === 0n) continue;
      amounts[link] = (amounts[link] as bigint) - went;
      return went;
    }
    return 0n;
  }

  while (layer()) {
    nextLink.set(starts.subarray(0, wants.length));
    nextPlace.set(facilityStarts.subarray(0, holds.length));
    for (let zone = 0; zone < wants.length; zone++) {
      if (zoneLayer[zone] !== 0) continue;
      for (let went = 1n; went > 0n && (lacking[zone] as bigint) > 0n; ) {
        went = send(zone, lacking[zone] as bigint);
        lacking[zone] = (lacking[zone] as bigint) - went;
      }
    }
  }
  return {
    amounts,
    zonesShort: Uint8Array.from(zoneLayer, (depth) => (depth >= 0 ? 1 : 0)),
    facilitiesShort: Uint8Array.from(facilityLayer, (depth) => (depth >= 0 ? 1 : 0)),
  };
}

function step(next: Uint32Array, at: number): void {
  next[at] = (next[at] as number) + 1;
}
