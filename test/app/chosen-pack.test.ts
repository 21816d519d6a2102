import { expect, test } from "vitest";
import { choicesInForce, chosenPack, parametersInForce } from "../../src/app/derived/chosen-pack.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { copyOf } from "../builders/own-packs.ts";

const shipped = shippedStandards();
const [first = shipped.template] = shipped.packs;
const copy = copyOf(first, { id: "custom:local", enteredBy: "王工", date: "2026-11-25" });
const own = { ...copy, circle: { ...copy.circle, detour: 1.4 }, conflictPolicy: "strict" as const };
const CHOSEN = { pack: own.id, year: 2025 };

test("a pack of one's own is chosen as long as the document has it", () => {
  expect(choicesInForce(CHOSEN, { customPacks: [own] }, shipped)).toBe(CHOSEN);
  expect(choicesInForce(CHOSEN, { customPacks: [] }, shipped)).toEqual({ year: 2025 });
  expect(choicesInForce(CHOSEN, undefined, shipped)).toEqual({ year: 2025 });
  const byShipped = { ...CHOSEN, pack: first.id };
  expect(choicesInForce(byShipped, undefined, shipped)).toBe(byShipped);
});

test("what it states for the circle holds as long, and less than what was set", () => {
  const stated = { detour: 1.4, conflict: "strict" };
  expect(parametersInForce(CHOSEN, { customPacks: [own] }, shipped)).toMatchObject(stated);
  expect(parametersInForce({}, { customPacks: [own], pack: own.id }, shipped)).toMatchObject(stated);
  expect(parametersInForce(CHOSEN, { customPacks: [] }, shipped)).toEqual({
    ...DEFAULT_PARAMETERS,
    year: 2025,
  });
  const set = { ...CHOSEN, detour: 1.2 };
  expect(parametersInForce(set, { customPacks: [own] }, shipped)).toMatchObject({ ...stated, detour: 1.2 });
});

test("the choice of the screen goes before that of the document, which holds where there is none", () => {
  const view = { customPacks: [own], pack: first.id };
  expect(chosenPack(CHOSEN, view, shipped)).toBe(own.id);
  expect(chosenPack({}, view, shipped)).toBe(first.id);
  expect(chosenPack(CHOSEN, { ...view, customPacks: [] }, shipped)).toBe(first.id);
  expect(chosenPack({}, { customPacks: [] }, shipped)).toBeUndefined();
});
