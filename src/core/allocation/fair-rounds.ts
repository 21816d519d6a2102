import { type Exact, ratio } from "../base/decimal.ts";
import { flowNetwork } from "./flow-network.ts";
import { largestFlow } from "./largest-flow.ts";
import { type Part, partWithin } from "./part.ts";
import { type Pieces, piecesOf } from "./pieces.ts";

/** What is found of a problem, while it is worked out. */
export interface Found {
  /** By zone: its place in `shares`. */
  readonly shareOf: Uint32Array;
  /** In lowest terms; one may stand there more than once. */
  readonly shares: Exact[];
  /** By link: m² or slots, by the last flow that was asked. */
  readonly amounts: Float64Array;
}

/** By row of the problem: whole numbers up to 2^53 − 1, in units of which `scale` are one m² or slot. */
export interface NumberAmounts {
  readonly needs: Float64Array;
  readonly capacities: Float64Array;
  readonly scale: number;
}

/**
 * The fair shares of a part whose zones all need something, in rounds, written to `found`. All are asked for share 1 first,
 * and those who can have it are done. What is left falls into pieces that share nothing; each is asked whether the share
 * that its rooms would give is there for all of it. If so it is done, and if not it is two: those below that share with all
 * rooms they reach, and the rest. All pieces are asked at once: a round is one largest flow on the links that are left.
 *
 * A share that takes numbers above 2^53 is asked as the next one below that does not: it splits as truly. Pieces that it
 * does not split are returned, for larger numbers. `begun`, by link in m² or slots, is what the first round begins with.
 */
export function fairRounds(
  whole: Part,
  amounts: NumberAmounts,
  found: Found,
  begun: Float64Array,
): readonly Part[] {
  const undecided: Part[] = [];
  let part = whole;
  for (let first = true; part.zones.length > 0; first = false) {
    const network = flowNetwork(part.starts, part.ends, part.facilities.length);
    const pieces = first ? onePiece(part) : piecesOf(network);
    const asked = first ? SHARE_ONE : askedShares(part, pieces, amounts);
    const flow = largestFlow(
      {
        network,
        wants: multiplied(amounts.needs, part.zones, asked.numerators, pieces.zonePiece),
        holds: multiplied(amounts.capacities, part.facilities, asked.denominators, pieces.facilityPiece),
      },
      begunFrom(part, first ? begun : found.amounts, asked.denominators, pieces.zonePiece, amounts.scale),
    );
    const fates = fatesOf(flow.zonesShort, pieces, asked);
    const placeOf = sharesOf(fates, asked, found.shares);

    const zoneMarks = new Uint8Array(part.zones.length);
    const facilityMarks = flow.facilitiesShort.map((short) => 1 + short);
    for (let zone = 0; zone < part.zones.length; zone++) {
      const piece = pieces.zonePiece[zone] as number;
      const short = flow.zonesShort[zone] as number;
      const done = short === 0 && placeOf[piece] !== NONE;
      if (done) found.shareOf[part.zones[zone] as number] = placeOf[piece] as number;
      else if (fates[piece] !== UNSPLIT) zoneMarks[zone] = 1 + short;
      const unit = (asked.denominators[piece] as number) * amounts.scale;
      for (let link = part.starts[zone] as number; link < (part.starts[zone + 1] as number); link++) {
        const amount = flow.amounts[link] as number;
        found.amounts[part.columns[link] as number] = amount === 0 ? 0 : amount / unit;
      }
    }
    for (let piece = 0; piece < pieces.count; piece++) {
      if (fates[piece] !== UNSPLIT) continue;
      undecided.push(
        partWithin(part, marksOf(pieces.zonePiece, piece), marksOf(pieces.facilityPiece, piece)),
      );
    }
    part = partWithin(part, zoneMarks, facilityMarks);
  }
  return undecided;
}

/** By piece: the share that is asked, `numerator / denominator`, and whether it is the one that its rooms would give. */
interface AskedShares {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly exact: Uint8Array;
}

const SHARE_ONE: AskedShares = {
  numerators: Float64Array.of(1),
  denominators: Float64Array.of(1),
  exact: Uint8Array.of(1),
};

function onePiece({ zones, facilities }: Part): Pieces {
  return {
    count: 1,
    zonePiece: new Uint32Array(zones.length),
    facilityPiece: new Uint32Array(facilities.length),
  };
}

function askedShares(
  part: Part,
  { count, zonePiece, facilityPiece }: Pieces,
  amounts: NumberAmounts,
): AskedShares {
  const needs = summed(amounts.needs, part.zones, zonePiece, count);
  const capacities = summed(amounts.capacities, part.facilities, facilityPiece, count);
  const asked = {
    numerators: new Float64Array(count),
    denominators: new Float64Array(count),
    exact: new Uint8Array(count),
  };
  for (let piece = 0; piece < count; piece++) {
    const need = needs.sums[piece] as number;
    const capacity = capacities.sums[piece] as number;
    const common = greatestCommonDivisor(need, capacity);
    const [most, mostHeld] = [needs.largest[piece] as number, capacities.largest[piece] as number];
    let [numerator, denominator] = [capacity / common, need / common];
    const isExact = capacity === 0 || (need <= MOST && capacity <= MOST);
    const fits = isExact && most * numerator <= MOST && mostHeld * denominator <= MOST;
    if (!fits) {
      const share = capacity / need;
      denominator = Math.floor(MOST / Math.max(mostHeld, most * share));
      numerator = Math.floor(share * denominator);
      while (most * numerator > MOST) numerator--;
    }
    asked.numerators[piece] = numerator;
    asked.denominators[piece] = denominator;
    asked.exact[piece] = fits ? 1 : 0;
  }
  return asked;
}

/** By piece: the sum, rounded where it is above 2^53, and the largest. */
function summed(amounts: Float64Array, rows: Uint32Array, pieceOf: Uint32Array, count: number) {
  const sums = new Float64Array(count);
  const largest = new Float64Array(count);
  for (let at = 0; at < rows.length; at++) {
    const piece = pieceOf[at] as number;
    const amount = amounts[rows[at] as number] as number;
    sums[piece] = (sums[piece] as number) + amount;
    if (amount > (largest[piece] as number)) largest[piece] = amount;
  }
  return { sums, largest };
}

function multiplied(
  amounts: Float64Array,
  rows: Uint32Array,
  factors: Float64Array,
  pieceOf: Uint32Array,
): Float64Array {
  const products = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    products[at] = (amounts[rows[at] as number] as number) * (factors[pieceOf[at] as number] as number);
  }
  return products;
}

/** What links carry, in the units of this round. */
function begunFrom(
  { zones, starts, columns }: Part,
  carried: Float64Array,
  denominators: Float64Array,
  zonePiece: Uint32Array,
  scale: number,
): Float64Array {
  const begun = new Float64Array(columns.length);
  for (let zone = 0; zone < zones.length; zone++) {
    const by = (denominators[zonePiece[zone] as number] as number) * scale;
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      begun[link] = (carried[columns[link] as number] as number) * by;
    }
  }
  return begun;
}

/** What comes of a piece: `SPLIT` in two; `EVEN`, having the share that was asked; `UNSPLIT`, and the share was rounded. */
function fatesOf(zonesShort: Uint8Array, { count, zonePiece }: Pieces, { exact }: AskedShares): Uint8Array {
  const seen = new Uint8Array(count);
  for (let zone = 0; zone < zonesShort.length; zone++) {
    const piece = zonePiece[zone] as number;
    seen[piece] = (seen[piece] as number) | (1 << (zonesShort[zone] as number));
  }
  return seen.map((sides, piece) => {
    if (exact[piece] === 0) return sides === 3 ? SPLIT : UNSPLIT;
    return sides === 1 ? EVEN : SPLIT;
  });
}

/** By piece: the place of its share for those of it who are not short, if they are done. Those who have share 1 are. */
function sharesOf(fates: Uint8Array, asked: AskedShares, shares: Exact[]): Int32Array {
  return Int32Array.from(fates, (fate, piece) => {
    const [numerator, denominator] = [asked.numerators[piece] as number, asked.denominators[piece] as number];
    if (fate !== EVEN && numerator < denominator) return NONE;
    return shares.push(ratio(BigInt(numerator), BigInt(denominator))) - 1;
  });
}

function marksOf(pieceOf: Uint32Array, piece: number): Uint8Array {
  return Uint8Array.from(pieceOf, (of) => (of === piece ? 1 : 0));
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

const MOST = Number.MAX_SAFE_INTEGER;
const NONE = -1;
const [SPLIT, EVEN, UNSPLIT] = [0, 1, 2];
