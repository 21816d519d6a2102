import { compare, type Exact, exact, minus, over, plus, times, ZERO } from "../base/decimal.ts";
import type { Certificate } from "./certificates.ts";
import { carryingAt, missingWithin, partOf } from "./flow-within.ts";
import { type Shortage, zonesReaching } from "./shortage.ts";

/**
 * What `amount` more room would serve in all where the zones `reached` can walk to it, at a facility there is or at a new
 * one: the largest flow with it less the largest flow without it.
 *
 * It is the whole amount up to `mostMore`, and nothing beyond. A largest flow is the least, over all sets of zones, of
 * the need outside the set and of the rooms the set reaches; the room adds to the sets that hold one of `reached` and
 * leaves the others as they are. So the first m² serves a whole m² if one of `reached` is served a share below 1, and
 * nothing otherwise: no facility serves a higher share while reaching a lower one, so that one which reaches a short zone
 * is full, and the zone takes the room itself.
 */
export function servedByMore(shortage: Shortage, reached: Uint32Array, amount: Exact): Exact {
  if (compare(lackOf(shortage, reached, amount), amount) >= 0) return amount;
  const most = mostMore(shortage, reached);
  return compare(most, amount) < 0 ? most : amount;
}

/**
 * The most that any more room would serve there: what is missing, less what would still be missing in zones that cannot
 * walk to it if all others stood aside. Only the maximal certificates of `reached` gain. Cost: a flow through them.
 */
export function mostMore({ problem, maximal, certificateOf }: Shortage, reached: Uint32Array): Exact {
  const served = new Set(reached);
  const touched = new Set<Certificate>();
  for (const zone of reached) {
    const certificate = maximal[certificateOf[zone] as number];
    if (certificate) touched.add(certificate);
  }
  let most = ZERO;
  for (const { zones, facilities, missing } of touched) {
    const others = zones.filter((zone) => !served.has(zone));
    most = plus(most, minus(missing, missingWithin(problem, others, facilities)));
  }
  return most;
}

/** Zones whose shares rise as soon as there is more room. */
export interface FirstToRise {
  /** Rows, ascending; all of one share. Empty where nobody gains. */
  readonly zones: Uint32Array;
  /** The place of that share in `levels`; 0 where nobody gains. */
  readonly level: number;
  /** What the share of each of them rises by for the first m² or slot: one over what they need together. */
  readonly rise: Exact;
}

/**
 * Who gains first if there is more room where the zones `reached` can walk to it. Of these it is the ones of the lowest
 * share, and who of the same share can take the rooms that they leave. Their shares rise alike, since no set of them
 * alone has all the rooms it reaches used up at that share: it would keep those rooms and leave the new one to others.
 */
export function firstToRise(shortage: Shortage, reached: Uint32Array): FirstToRise {
  const { levelOf, levels } = shortage.shares;
  const level = reached.reduce((least, zone) => Math.min(least, levelOf[zone] as number), levels.length);
  const share = levels[level];
  if (share === undefined || compare(share, ONE) >= 0)
    return { zones: new Uint32Array(), level: 0, rise: ZERO };
  const first = reached.filter((zone) => levelOf[zone] === level);
  const { zones, facilities } = ofOneLevel(shortage, first, level);
  const part = partOf(shortage.problem, zones, facilities);
  const { starts, facilities: ends, facilityStarts, zones: reaching } = part.network;
  const carrying = carryingAt(part, share);
  const firstOnes = new Set(first);
  const rising = new Set([...zones.keys()].filter((at) => firstOnes.has(zones[at] as number)));
  for (const zone of rising) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const facility = ends[link] as number;
      if (!carrying[link]) continue;
      for (const next of reaching.subarray(facilityStarts[facility], facilityStarts[facility + 1])) {
        rising.add(next);
      }
    }
  }
  const risen = Uint32Array.from(rising, (at) => zones[at] as number).sort();
  const need = risen.reduce((sum, zone) => plus(sum, shortage.problem.needs[zone] as Exact), ZERO);
  return { zones: risen, level, rise: over(ONE, need) };
}

/** A facility that is full, and that somebody reaches who is short. */
export interface Bottleneck {
  readonly facility: number;
  /** What so much more room in it would serve. */
  readonly served: Exact;
  /** The lowest share that reaches it, as a place in `levels`: whom more room would serve first. */
  readonly level: number;
}

/** What `amount` more would serve at each facility: most first; of equals the one of the lowest share, then by row. */
export function bottlenecks(shortage: Shortage, amount: Exact): readonly Bottleneck[] {
  const { levelOf } = shortage.shares;
  return shortage.maximal
    .flatMap(({ facilities }) => [...facilities])
    .map((facility) => {
      const reached = zonesReaching(shortage, facility);
      const level = reached.reduce((least, zone) => Math.min(least, levelOf[zone] as number), Infinity);
      return { facility, served: servedByMore(shortage, reached, amount), level };
    })
    .sort((a, b) => compare(b.served, a.served) || a.level - b.level || a.facility - b.facility);
}

/**
 * Room in a facility that nobody needs whatever the assignment: it could be taken away and everybody be served as before.
 * Above 0 only where nobody who reaches it is short. Cost: a flow through the zones and rooms that hang together with it.
 */
export function spareRoom(shortage: Shortage, facility: number): Exact {
  const { problem, certificateOf } = shortage;
  const reached = zonesReaching(shortage, facility);
  if (reached.some((zone) => (certificateOf[zone] as number) >= 0)) return ZERO;
  const { zones, facilities } = servedTogether(shortage, facility);
  const others = facilities.filter((each) => each !== facility);
  return minus(problem.capacities[facility] as Exact, missingWithin(problem, zones, others));
}

/** Room that is left over in all: no zone of a share below 1 reaches any of it. */
export function surplusOf({ problem, maximal, certificateOf }: Shortage): Exact {
  const full = new Set(maximal.flatMap(({ facilities }) => [...facilities]));
  const room = problem.capacities.filter((_, facility) => !full.has(facility)).reduce(plus, ZERO);
  const used = problem.needs.filter((_, zone) => certificateOf[zone] === -1).reduce(plus, ZERO);
  return minus(room, used);
}

/** What these zones lack after the fair allocation; not told further than `enough`. */
function lackOf({ problem, shares }: Shortage, zones: Uint32Array, enough: Exact): Exact {
  let lack = ZERO;
  for (const zone of zones) {
    const share = shares.levels[shares.levelOf[zone] as number] as Exact;
    lack = plus(lack, times(problem.needs[zone] as Exact, minus(ONE, share)));
    if (compare(lack, enough) >= 0) break;
  }
  return lack;
}

interface Together {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
}

/** Zones of a level that hang together with the given ones by facilities which serve that level, and these facilities. */
function ofOneLevel(shortage: Shortage, from: Uint32Array, level: number): Together {
  const { levelOf } = shortage.shares;
  return hangingTogether(
    shortage,
    from,
    (zone) => levelOf[zone] === level,
    (facility) => zonesReaching(shortage, facility).every((zone) => (levelOf[zone] as number) >= level),
  );
}

/** Zones of share 1 that hang together with a facility by facilities that no short zone reaches, and these facilities. */
function servedTogether(shortage: Shortage, facility: number): Together {
  const { certificateOf } = shortage;
  const served = (zone: number) => certificateOf[zone] === -1;
  const reached = zonesReaching(shortage, facility);
  return hangingTogether(shortage, reached, served, (each) => zonesReaching(shortage, each).every(served));
}

function hangingTogether(
  shortage: Shortage,
  from: Uint32Array,
  zoneIn: (zone: number) => boolean,
  facilityIn: (facility: number) => boolean,
): Together {
  const { starts, facilities: linked } = shortage.problem;
  const zones = new Set(from);
  const facilities = new Map<number, boolean>();
  for (const zone of zones) {
    for (const facility of linked.subarray(starts[zone], starts[zone + 1])) {
      if (facilities.has(facility)) continue;
      const taken = facilityIn(facility);
      facilities.set(facility, taken);
      if (!taken) continue;
      for (const next of zonesReaching(shortage, facility)) if (zoneIn(next)) zones.add(next);
    }
  }
  const taken = [...facilities].flatMap(([facility, isIn]) => (isIn ? [facility] : []));
  return { zones: Uint32Array.from(zones).sort(), facilities: Uint32Array.from(taken).sort() };
}

const ONE = exact(1);
