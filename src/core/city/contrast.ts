import type { Year } from "../base/units.ts";
import type { ZoneStatus } from "../model/residential-zone.ts";
import type { RatioRule, Rule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { inForce } from "../standards/select-rules.ts";
import type { Asked, Contrast } from "./city-facts.ts";

/** Childcare: what the city aims at over everybody, and what each new and each existing estate must have. */
export function contrastOf(pack: RulePack, year: Year | undefined): Contrast {
  const ofCity = pack.rules.find(
    (rule) =>
      (rule.level === "city" || rule.level === "district") &&
      rule.type === "ratio_min" &&
      rule.metric === "childcare_slots",
  );
  const asked = ofCity && askedBy(ofCity, year);
  return {
    city: asked && { ...asked, rule: ofCity.id },
    estates: { new: ofEstates(pack, "new", year), existing: ofEstates(pack, "existing", year) },
  };
}

function ofEstates(
  pack: RulePack,
  status: ZoneStatus,
  year: Year | undefined,
): readonly Asked[] | "unspecified" {
  const rules = pack.rules.filter(
    ({ level, subject, severity, estateStatus }) =>
      level === "estate" &&
      subject === "childcare" &&
      severity === "mandatory" &&
      (estateStatus === undefined || estateStatus === status),
  );
  const asked = rules.flatMap((rule) => askedBy(rule, year) ?? []);
  return asked.length === 0 ? "unspecified" : asked;
}

function askedBy(rule: Rule, year: Year | undefined): Asked | undefined {
  if (!isOfPeople(rule)) return undefined;
  const { threshold } = inForce(rule, year) ?? {};
  const { unit, base, per } = rule;
  return threshold === undefined ? undefined : { threshold, unit, base, per };
}

function isOfPeople(rule: Rule): rule is RatioRule & { readonly base: Asked["base"] } {
  return rule.type === "ratio_min" && (rule.base === "households" || rule.base === "residents");
}
