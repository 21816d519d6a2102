import huaibei from "../../../seeds/demo/huaibei.json" with { type: "json" };
import lianyungang from "../../../seeds/demo/lianyungang.json" with { type: "json" };
import sucheng from "../../../seeds/demo/sucheng.json" with { type: "json" };
import words from "../../../seeds/demo/words.json" with { type: "json" };
import xuzhou from "../../../seeds/demo/xuzhou.json" with { type: "json" };
import type { Work } from "../../core/base/work.ts";
import { DEMO_ROWS, type DemoPoints, scattered } from "../../core/demo/scatter.ts";
import type { DemoCityId, DemoSize, DemoSpec } from "../../core/demo/spec.ts";

/** The seed the shipped demo cities are shown with. */
export const DEMO_SEED = 1;

export const DEMO_CITIES = [
  "xuzhou",
  "sucheng",
  "lianyungang",
  "huaibei",
] as const satisfies readonly DemoCityId[];

/** The spec of a shipped demo city: its own file with the words that all of them share. */
export function demoSpec(city: DemoCityId): DemoSpec {
  const seed = { xuzhou, sucheng, lianyungang, huaibei }[city];
  return { ...seed, words: { ...words, ...seed.words } } as unknown as DemoSpec;
}

/** Zones and facilities as bare points, for measuring. The same spread as the demo towns; exact numbers. */
export function demoPoints(size: Exclude<DemoSize, "town">, seed: number): Work<DemoPoints> {
  return scattered(DEMO_CITIES.map(demoSpec), seed, DEMO_ROWS[size]);
}
