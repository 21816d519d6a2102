import type { WalkGraph } from "../../core/network/walk-graph.ts";

/** Whether something that searches and joins rely on does not hold: rows that are there, starts in order, numbers that are such. */
export function graphFault(graph: WalkGraph): boolean {
  const { lng, from, shapeLng, stretches } = graph;
  return !(
    areBelow(graph.from, lng.length) &&
    areBelow(graph.to, lng.length) &&
    areBelow(stretches, from.length) &&
    areBelow(graph.components, lng.length) &&
    areStarts(graph.starts, stretches.length, 0) &&
    areStarts(graph.shapeStarts, shapeLng.length, 2) &&
    areWithin(graph.lng, 360) &&
    areWithin(graph.lat, 90) &&
    areWithin(graph.shapeLng, 360) &&
    areWithin(graph.shapeLat, 90) &&
    areLengths(graph.metres) &&
    areFactors(graph.forth) &&
    areFactors(graph.back)
  );
}

function areBelow(rows: Uint32Array, count: number): boolean {
  let most = 0;
  for (let i = 0; i < rows.length; i++) most = Math.max(most, rows[i] as number);
  return rows.length === 0 || most < count;
}

/** From 0 to `end`, each at least `apart` after the one before. */
function areStarts(starts: Uint32Array, end: number, apart: number): boolean {
  for (let i = 1; i < starts.length; i++) {
    if ((starts[i] as number) < (starts[i - 1] as number) + apart) return false;
  }
  return starts[0] === 0 && starts[starts.length - 1] === end;
}

function areWithin(degrees: Float64Array, most: number): boolean {
  for (let i = 0; i < degrees.length; i++) if (!(Math.abs(degrees[i] as number) <= most)) return false;
  return true;
}

function areLengths(metres: Float64Array): boolean {
  for (let i = 0; i < metres.length; i++) {
    if (!((metres[i] as number) >= 0 && (metres[i] as number) < Infinity)) return false;
  }
  return true;
}

/** A metre costs at least one; Infinity where nobody may. */
function areFactors(factors: Float32Array): boolean {
  for (let i = 0; i < factors.length; i++) if (!((factors[i] as number) >= 1)) return false;
  return true;
}
