import type { FlowNetwork, FlowQuestion, LargestFlow } from "./flow-network.ts";

/**
 * A largest flow from zones to facilities in whole numbers up to 2^53 − 1. What zones lack is handed on in waves: steps to
 * the nearest room are counted (as Dinic 1970), and then every zone that lacks something, the farthest first, takes from
 * facilities that are nearer, whose zones lack it instead (as preflows, Karzanov 1974). A zone may lack anything at any
 * time, so nothing need be taken back. Cost: linear in links for each wave; waves are few.
 *
 * `begun`, by link, is what to begin with, and is cut to what is wanted and held.
 */
export function largestFlow(
  { network, wants, holds }: FlowQuestion<Float64Array>,
  begun?: Float64Array,
): LargestFlow<Float64Array> {
  const wave: Wave = {
    network,
    amounts: new Float64Array(network.facilities.length),
    lacking: wants.slice(),
    room: holds.slice(),
    zoneSteps: new Uint32Array(wants.length),
    facilitySteps: new Uint32Array(holds.length),
    queue: new Uint32Array(wants.length + holds.length),
    nextPlace: new Uint32Array(holds.length),
  };
  if (begun !== undefined) serve(wave, begun);
  serve(wave);
  for (let open = wants.length; open > 0; ) open = handOn(wave, countSteps(wave, open));
  return { amounts: wave.amounts, ...short(wave) };
}

interface Wave {
  readonly network: FlowNetwork;
  /** By link. */
  readonly amounts: Float64Array;
  /** What zones want and do not get; what facilities hold and do not give. */
  readonly lacking: Float64Array;
  readonly room: Float64Array;
  /** Steps of handing on to room that is left: 0 at the facility that has it, odd at zones; `FAR` if there is no way. */
  readonly zoneSteps: Uint32Array;
  readonly facilitySteps: Uint32Array;
  /** Zones, and after them facilities, in the order of their steps. */
  readonly queue: Uint32Array;
  /** By facility: the place in its links from which to take on. */
  readonly nextPlace: Uint32Array;
}

/** Gives what there is to whom lacks it, zone by zone; by a link at most what `begun` tells, rounded down. */
function serve({ network, amounts, lacking, room }: Wave, begun?: Float64Array): void {
  const { starts, facilities } = network;
  for (let zone = 0; zone < lacking.length; zone++) {
    let lacks = lacking[zone] as number;
    for (let link = starts[zone] as number; lacks > 0 && link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      let most = Math.min(lacks, room[facility] as number);
      if (begun !== undefined && (begun[link] as number) < most) most = Math.floor(begun[link] as number);
      amounts[link] = (amounts[link] as number) + most;
      room[facility] = (room[facility] as number) - most;
      lacks -= most;
    }
    lacking[zone] = lacks;
  }
}

/**
 * Counts steps until `open` zones that lack something are met, which are all that could be: whoever had no way to room
 * before has none now. Returns how much of the queue is filled; 0 if no such zone was met.
 */
function countSteps(
  { network, amounts, lacking, room, zoneSteps, facilitySteps, queue }: Wave,
  open: number,
): number {
  const { starts, facilities, facilityStarts, zones } = network;
  const zoneCount = lacking.length;
  zoneSteps.fill(FAR);
  facilitySteps.fill(FAR);
  let [end, met] = [0, 0];
  for (let facility = 0; facility < room.length; facility++) {
    if ((room[facility] as number) === 0) continue;
    facilitySteps[facility] = 0;
    queue[end++] = zoneCount + facility;
  }
  for (let at = 0; at < end; at++) {
    const node = queue[at] as number;
    if (node >= zoneCount) {
      const facility = node - zoneCount;
      const steps = (facilitySteps[facility] as number) + 1;
      const placeEnd = facilityStarts[facility + 1] as number;
      for (let place = facilityStarts[facility] as number; place < placeEnd; place++) {
        const zone = zones[place] as number;
        if ((zoneSteps[zone] as number) !== FAR) continue;
        zoneSteps[zone] = steps;
        queue[end++] = zone;
        if ((lacking[zone] as number) > 0 && ++met === open) return end;
      }
    } else {
      const steps = (zoneSteps[node] as number) + 1;
      for (let link = starts[node] as number; link < (starts[node + 1] as number); link++) {
        const facility = facilities[link] as number;
        if ((amounts[link] as number) === 0 || (facilitySteps[facility] as number) !== FAR) continue;
        facilitySteps[facility] = steps;
        queue[end++] = zoneCount + facility;
      }
    }
  }
  return met > 0 ? end : 0;
}

/** One wave over the first `count` of the queue, from its end; how many of those zones still lack something. */
function handOn(
  { network, amounts, lacking, room, zoneSteps, facilitySteps, queue, nextPlace }: Wave,
  count: number,
): number {
  const { starts, facilities, facilityStarts, links, zones } = network;
  const zoneCount = lacking.length;
  nextPlace.set(facilityStarts.subarray(0, room.length));
  let open = 0;
  for (let at = count - 1; at >= 0; at--) {
    const zone = queue[at] as number;
    if (zone >= zoneCount) continue;
    let lacks = lacking[zone] as number;
    const ahead = (zoneSteps[zone] as number) - 1;
    for (let link = starts[zone] as number; lacks > 0 && link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      if ((facilitySteps[facility] as number) !== ahead) continue;
      const lacked = lacks;
      if (ahead === 0) {
        lacks -= Math.min(lacks, room[facility] as number);
        room[facility] = (room[facility] as number) - (lacked - lacks);
      } else {
        const placeEnd = facilityStarts[facility + 1] as number;
        let place = nextPlace[facility] as number;
        while (place < placeEnd) {
          const other = zones[place] as number;
          const given = links[place] as number;
          if ((zoneSteps[other] as number) === ahead - 1) {
            const taken = Math.min(lacks, amounts[given] as number);
            amounts[given] = (amounts[given] as number) - taken;
            lacking[other] = (lacking[other] as number) + taken;
            lacks -= taken;
            if (lacks === 0) break;
          }
          place++;
        }
        nextPlace[facility] = place;
      }
      amounts[link] = (amounts[link] as number) + (lacked - lacks);
    }
    lacking[zone] = lacks;
    if (lacks > 0) open++;
  }
  return open;
}

function short({ network, amounts, lacking, room, queue }: Wave) {
  const { starts, facilities, facilityStarts, links, zones } = network;
  const zonesShort = new Uint8Array(lacking.length);
  const facilitiesShort = new Uint8Array(room.length);
  let end = 0;
  for (let zone = 0; zone < lacking.length; zone++) {
    if ((lacking[zone] as number) === 0) continue;
    zonesShort[zone] = 1;
    queue[end++] = zone;
  }
  for (let at = 0; at < end; at++) {
    const zone = queue[at] as number;
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      if (facilitiesShort[facility] === 1) continue;
      facilitiesShort[facility] = 1;
      const placeEnd = facilityStarts[facility + 1] as number;
      for (let place = facilityStarts[facility] as number; place < placeEnd; place++) {
        const other = zones[place] as number;
        if (zonesShort[other] === 1 || (amounts[links[place] as number] as number) === 0) continue;
        zonesShort[other] = 1;
        queue[end++] = other;
      }
    }
  }
  return { zonesShort, facilitiesShort };
}

const FAR = 0xffffffff;
