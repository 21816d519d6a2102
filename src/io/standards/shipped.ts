import anhui from "../../../seeds/standards/anhui-2022-elderly-overlay/overlay.json" with { type: "json" };
import facilityKinds from "../../../seeds/standards/facility-kinds.json" with { type: "json" };
import huaibei from "../../../seeds/standards/huaibei-draft/pack.json" with { type: "json" };
import lianyungang from "../../../seeds/standards/lianyungang-draft/pack.json" with { type: "json" };
import nationalReference from "../../../seeds/standards/national-reference.json" with { type: "json" };
import sucheng from "../../../seeds/standards/sucheng-2023/pack.json" with { type: "json" };
import template from "../../../seeds/standards/template/pack.json" with { type: "json" };
import xuzhou from "../../../seeds/standards/xuzhou-2022/pack.json" with { type: "json" };
import { frozen } from "../../core/base/frozen.ts";
import { invariant } from "../../core/base/invariant.ts";
import { sortedById } from "../../core/base/order.ts";
import type { Outcome } from "../../core/base/outcome.ts";
import type { Standards } from "../../core/standards/standards.ts";
import { shippedWalkProfiles } from "../walking/shipped.ts";
import { kindsSchema, referenceSchema } from "./kinds-schema.ts";
import { readOverlay, readRulePack } from "./read-pack.ts";

/** The shipped standards: read and checked at the first call, frozen, the same object ever after. */
export function shippedStandards(): Standards {
  shipped ??= frozen(read());
  return shipped;
}

let shipped: Standards | undefined;

function read(): Standards {
  const packs = [xuzhou, sucheng, lianyungang, huaibei].map((seed) => sound(readRulePack(seed, seed.id)));
  const overlays = [anhui].map((seed) => sound(readOverlay(seed, seed.id)));
  return {
    packs: sortedById(packs),
    overlays: sortedById(overlays),
    walking: shippedWalkProfiles(),
    template: sound(readRulePack(template, template.id)),
    kinds: kindsSchema.parse(facilityKinds),
    reference: sortedById(referenceSchema.parse(nationalReference)),
  };
}

/** A shipped seed that does not read is our mistake, found by the tests before it ships. */
function sound<T>(outcome: Outcome<T>): T {
  invariant(outcome.ok, outcome.ok ? "" : `a shipped seed is faulty: ${JSON.stringify(outcome.issues)}`);
  return outcome.value;
}
