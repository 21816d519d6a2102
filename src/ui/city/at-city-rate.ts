import type { Asked } from "../../core/city/city-facts.ts";

/**
 * What a city's target would ask for the people that estates must have `required` for, at their own standard: 1,000
 * slots at 10 per 1,000 are 450 at 4.5 per 1,000. `undefined` where the two do not measure the same.
 */
export function atCityRate(
  required: number,
  estates: readonly Asked[] | "unspecified",
  city: Asked,
): number | undefined {
  const [own, ...others] = estates === "unspecified" ? [] : estates;
  if (own === undefined || others.length > 0) return undefined;
  if (own.unit !== city.unit || own.base !== city.base || own.threshold === 0) return undefined;
  return (required * city.threshold * own.per) / (city.per * own.threshold);
}
