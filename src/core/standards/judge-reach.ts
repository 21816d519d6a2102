import { compare, type Exact, exact, times } from "../base/decimal.ts";

/** One walk: along the network where it is known, else the straight line × detour. */
export interface Walk {
  readonly straight?: number;
  readonly network?: number;
  readonly detour: number;
  readonly limit: number;
}

export interface WalkFinding {
  /** Unrounded; `undefined` where neither distance is known. */
  readonly metres: Exact | undefined;
  readonly covered: boolean | undefined;
  /** A straight line is an estimate of the walk. */
  readonly estimated: boolean;
}

/**
 * Within the limit, the limit itself included; compared exactly as the numbers were written. No walk is shorter than the
 * straight line: where it is said to be, nothing is known.
 */
export function judgeWalk({ straight, network, detour, limit }: Walk): WalkFinding {
  if (network !== undefined && straight !== undefined && compare(exact(network), exact(straight)) < 0)
    return { metres: undefined, covered: undefined, estimated: false };
  const metres =
    network !== undefined
      ? exact(network)
      : straight !== undefined
        ? times(exact(straight), exact(detour))
        : undefined;
  return {
    metres,
    covered: metres && compare(metres, exact(limit)) <= 0,
    estimated: network === undefined && straight !== undefined,
  };
}
