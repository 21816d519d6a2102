import { expect, test } from "vitest";
import { chosenPack, parametersInForce } from "../../src/app/derived/chosen-pack.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { copyPack } from "../../src/core/standards/custom-pack.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { value } from "../builders/outcomes.ts";

const shipped = shippedStandards();
const [first = shipped.template] = shipped.packs;
const own = value(copyPack(first, { id: "custom:local", enteredBy: "王工", date: "2026-11-25" }));
const CHOSEN = { ...DEFAULT_PARAMETERS, pack: own.id };

test("a pack of one's own is chosen as long as the document has it", () => {
  expect(parametersInForce(CHOSEN, { customPacks: [own] }, shipped)).toBe(CHOSEN);
  expect(parametersInForce(CHOSEN, { customPacks: [] }, shipped)).toEqual(DEFAULT_PARAMETERS);
  expect(parametersInForce(CHOSEN, undefined, shipped)).toEqual(DEFAULT_PARAMETERS);
  const byShipped = { ...CHOSEN, pack: first.id };
  expect(parametersInForce(byShipped, undefined, shipped)).toBe(byShipped);
});

test("the choice of the screen goes before that of the document, which holds where there is none", () => {
  const view = { customPacks: [own], pack: first.id };
  expect(chosenPack(CHOSEN, view, shipped)).toBe(own.id);
  expect(chosenPack(DEFAULT_PARAMETERS, view, shipped)).toBe(first.id);
  expect(chosenPack(CHOSEN, { ...view, customPacks: [] }, shipped)).toBe(first.id);
  expect(chosenPack(DEFAULT_PARAMETERS, { customPacks: [] }, shipped)).toBeUndefined();
});
