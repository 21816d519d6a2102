import type { Share } from "../base/units.ts";
import { Tape } from "./piece-metres.ts";
import type { StreetMap, Tags } from "./street-map.ts";
import { fits, type GradientCost, type SlopeRule } from "./walk-profile.ts";

/** Equivalent metres of one metre on a slope, times what the way costs by its tags: uphill where `gradient` is positive. */
export function slopeFactor({ up, down }: Pick<SlopeRule, "up" | "down">, gradient: Share): number {
  const bands = gradient > 0 ? up : down;
  const steep = Math.abs(gradient);
  return bands.reduce((factor, band: GradientCost) => (steep >= band.from ? band.factor : factor), 1);
}

/** Whether a slope costs anything on ways of these tags. */
export function slopeCounts(rule: SlopeRule | undefined, tags: Tags): rule is SlopeRule {
  return rule !== undefined && !fits(rule.unless, tags);
}

/** The gradient along a way that its tags say in numbers (`incline=8%`, `-5°`): uphill as it is drawn where positive. */
export function taggedGradient({ incline = "" }: Tags): Share | undefined {
  const [, number, unit] = /^\s*([+-]?\d+(?:\.\d+)?)\s*(%|°)\s*$/.exec(incline) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  const gradient = unit === "%" ? value / 100 : Math.tan((value * Math.PI) / 180);
  return Math.abs(gradient) <= STEEPEST ? gradient : undefined;
}

/** More is no way that anybody walks, but a mistake. */
const STEEPEST: Share = 1;

/** Measures gradients from node to node of a map with heights; the same to the last bit the other way, with another sign. */
export class Gradients {
  private readonly tape = new Tape();
  private readonly map: StreetMap;
  private readonly heights: Float32Array;

  constructor(map: StreetMap, heights: Float32Array) {
    this.map = map;
    this.heights = heights;
  }

  /** `undefined` where a height is not known, or both nodes are in one place. */
  between(a: number, b: number): Share | undefined {
    const { lng, lat } = this.map;
    const rise = (this.heights[b] as number) - (this.heights[a] as number);
    if (Number.isNaN(rise)) return undefined;
    const [east, further] = [lng[a] as number, lng[b] as number];
    const isTurned = east > further || (east === further && (lat[a] as number) > (lat[b] as number));
    const [from, to] = isTurned ? [b, a] : [a, b];
    this.tape.lay(lng[from] as number, lat[from] as number);
    const metres = this.tape.draw(lng[to] as number, lat[to] as number);
    return metres > 0 ? rise / metres : undefined;
  }
}
