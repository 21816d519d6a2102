import huaibei from "../../../seeds/cities/huaibei.json" with { type: "json" };
import lianyungang from "../../../seeds/cities/lianyungang.json" with { type: "json" };
import sucheng from "../../../seeds/cities/sucheng.json" with { type: "json" };
import xuzhou from "../../../seeds/cities/xuzhou.json" with { type: "json" };
import { frozen } from "../../core/base/frozen.ts";
import { sortedById } from "../../core/base/order.ts";
import type { CityTargets } from "../../core/standards/city-targets.ts";
import { citySchema } from "./city-schema.ts";

/** The published totals and targets of the four cities, ordered by id: read once, frozen. */
export function shippedCities(): readonly CityTargets[] {
  shipped ??= frozen(
    sortedById([xuzhou, sucheng, lianyungang, huaibei].map((seed): CityTargets => citySchema.parse(seed))),
  );
  return shipped;
}

let shipped: readonly CityTargets[] | undefined;
