/** What re-adding found: every check with the number of figures it looked at, and each wrong figure. */
export interface ReAdded {
  readonly ok: boolean;
  readonly checks: readonly { readonly check: string; readonly figures: number; readonly wrong: number }[];
  readonly wrong: readonly WrongFigure[];
}

export interface WrongFigure {
  readonly check: string;
  readonly file: string;
  /** Which figure of the file. */
  readonly at: string;
  readonly expected: number | string;
  readonly found: number | string;
}

/** Where a figure stands. */
export type At = readonly [check: string, file: string, at: string];

export interface Tally {
  /** A figure that must hold. */
  that(at: At, holds: boolean, expected: number | string, found: number | string): void;
  /** A figure that must be the expected one, but for the noise of adding in floating point. */
  equal(at: At, expected: number, found: number | undefined): void;
  /** The same, where there may be none: then none is expected. */
  same(at: At, expected: number | undefined, found: number | undefined): void;
  result(): ReAdded;
}

export function newTally(): Tally {
  const checks = new Map<string, { figures: number; wrong: number }>();
  const wrong: WrongFigure[] = [];
  const that: Tally["that"] = ([check, file, at], holds, expected, found) => {
    const count = checks.get(check) ?? { figures: 0, wrong: 0 };
    checks.set(check, { figures: count.figures + 1, wrong: count.wrong + (holds ? 0 : 1) });
    if (!holds) wrong.push({ check, file, at, expected: told(expected), found: told(found) });
  };
  const equal: Tally["equal"] = (at, expected, found) => {
    const close =
      found !== undefined && Math.abs(expected - found) <= NOISE * Math.max(1, Math.abs(expected));
    that(at, close, expected, found ?? "nothing");
  };
  return {
    that,
    equal,
    same(at, expected, found) {
      if (expected === undefined) that(at, found === undefined, "nothing", found ?? "nothing");
      else equal(at, expected, found);
    },
    result: () => ({
      ok: wrong.length === 0,
      checks: [...checks].map(([check, count]) => ({ check, ...count })),
      wrong,
    }),
  };
}

/** JSON has no word for what is no number. */
function told(figure: number | string): number | string {
  return typeof figure === "string" || Number.isFinite(figure) ? figure : "no number";
}

/** A figure as the analysis adds it to a sum: to the millionth. */
export function asAdded(figure: number): number {
  return Math.round(figure * 1e6) / 1e6;
}

/** Noise of adding many figures, relative to the sum; a wrong figure is wrong by more. */
export const NOISE = 1e-6;
