import { expect, it } from "vitest";
import type { Asked } from "../../src/core/city/city-facts.ts";
import { atCityRate } from "../../src/ui/city/at-city-rate.ts";

const city: Asked = { threshold: 4.5, unit: "slot", base: "residents", per: 1000 };
const estate: Asked = { threshold: 10, unit: "slot", base: "residents", per: 1000 };

it("asks of the same people what the city's target asks of everybody", () => {
  // 1000 slots at 10 per 1000 are for 100,000 people, who have 450 at 4.5 per 1000
  expect(atCityRate(1000, [estate], city)).toBe(450);
  expect(atCityRate(1000, [{ ...estate, threshold: 1, per: 100 }], city)).toBe(450);
});

it("says nothing where the two measure something else", () => {
  expect(atCityRate(1000, [{ ...estate, unit: "m2", base: "households", per: 100 }], city)).toBeUndefined();
  expect(atCityRate(1000, [{ ...estate, base: "households" }], city)).toBeUndefined();
  expect(atCityRate(1000, [estate, estate], city)).toBeUndefined();
  expect(atCityRate(0, "unspecified", city)).toBeUndefined();
});
