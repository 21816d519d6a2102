import type { FlowNetwork } from "./flow-network.ts";

/** What falls apart: pieces that no link joins, counted from 0 in the order of their first zones. */
export interface Pieces {
  readonly count: number;
  readonly zonePiece: Uint32Array;
  /** That of a facility without links is not told. */
  readonly facilityPiece: Uint32Array;
}

/** Linear in links. */
export function piecesOf({ starts, facilities, facilityStarts, zones }: FlowNetwork): Pieces {
  const zoneCount = starts.length - 1;
  const zonePiece = new Uint32Array(zoneCount);
  const facilityPiece = new Uint32Array(facilityStarts.length - 1);
  const queue = new Uint32Array(zoneCount);
  // Pieces are counted from 1 while 0 is not seen yet.
  let count = 0;
  for (let first = 0; first < zoneCount; first++) {
    if (zonePiece[first] !== 0) continue;
    zonePiece[first] = ++count;
    queue[0] = first;
    for (let at = 0, end = 1; at < end; at++) {
      const zone = queue[at] as number;
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        const facility = facilities[link] as number;
        if (facilityPiece[facility] !== 0) continue;
        facilityPiece[facility] = count;
        const placeEnd = facilityStarts[facility + 1] as number;
        for (let place = facilityStarts[facility] as number; place < placeEnd; place++) {
          const other = zones[place] as number;
          if (zonePiece[other] !== 0) continue;
          zonePiece[other] = count;
          queue[end++] = other;
        }
      }
    }
  }
  for (let zone = 0; zone < zoneCount; zone++) zonePiece[zone] = (zonePiece[zone] as number) - 1;
  for (let at = 0; at < facilityPiece.length; at++) {
    if (facilityPiece[at] !== 0) facilityPiece[at] = (facilityPiece[at] as number) - 1;
  }
  return { count, zonePiece, facilityPiece };
}
