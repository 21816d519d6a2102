import { compare, exact, plus, toNumber, ZERO } from "../../core/base/decimal.ts";
import { type Issue, issue } from "../../core/base/issue.ts";
import { METRICS } from "../../core/standards/rule.ts";
import { agreementsOn, zonesOf } from "./agreements.ts";
import type { WrittenAgreement, WrittenEstate, WrittenEstateInput, WrittenFacility } from "./case-schema.ts";

type Said = readonly [path: string, value: string | number | boolean | null | undefined];

/** Facts that an estate case may give in two places, where the two do not say the same. */
export function contradictions(input: WrittenEstateInput): Issue[] {
  const estates = [
    ...(input.estate ? [["estate", input.estate] as const] : []),
    ...(input.estates ?? []).map((each, i) => [`estates[${i}]`, each] as const),
  ];
  const asked = estates.filter(([, { id }]) => estates.length === 1 || id === input.evaluate);
  return [
    ...settingTwice(input),
    ...asked.flatMap(([path, { stage }]) => differing(["stage", input.stage], [`${path}.stage`, stage])),
    ...estates.flatMap(([path, estate]) => estateTwice(path, estate)),
    ...asked.flatMap(([path, estate]) => suppliedTwice(path, estate, input)),
    ...(input.facilities ?? []).flatMap((facility, i) => [
      ...facilityTwice(`facilities[${i}]`, facility),
      ...agreedTwice(input, facility),
    ]),
  ];
}

/**
 * The year may stand beside the settings or among them, but not as two years; overlays as one or as a list, but not as
 * different ones.
 */
export function settingTwice({ year, settings }: Pick<WrittenEstateInput, "year" | "settings">): Issue[] {
  const { overlay, overlays } = settings ?? {};
  return [
    ...differing(["year", year], ["settings.year", settings?.year]),
    ...differing(["settings.overlay", overlay], ["settings.overlays", overlays && setOf(overlays)]),
  ];
}

function estateTwice(path: string, estate: WrittenEstate): Issue[] {
  const { grantDate, landGrantDate, inRenewal, inRenewalProgramme, status } = estate;
  return [
    ...differing([`${path}.grantDate`, grantDate], [`${path}.landGrantDate`, landGrantDate]),
    ...differing([`${path}.inRenewal`, inRenewal], [`${path}.inRenewalProgramme`, inRenewalProgramme]),
    ...phaseTwice(path, estate),
    ...peopledTwice(path, estate),
    ...(status === "renewal" && (inRenewal ?? inRenewalProgramme) === false
      ? [contradiction([`${path}.status`, status], [`${path}.inRenewal`, false])]
      : []),
  ];
}

function phaseTwice(path: string, { phases = [] }: WrittenEstate): Issue[] {
  const numbers = phases.map(({ no }) => no);
  const twice = numbers.find((no, i) => numbers.indexOf(no) !== i);
  const place = { column: `input.${path}.phases` };
  return twice === undefined ? [] : [issue("project.duplicate-id", "error", { id: String(twice) }, place)];
}

/** Phases cannot house or deliver more than there is in all. */
function morePhases(path: string, whole: Said, parts: readonly (number | null | undefined)[]): Issue[] {
  const [, total] = whole;
  if (parts.length === 0) return [];
  const sum = parts.map((part) => exact(part ?? 0)).reduce(plus, ZERO);
  if (typeof total !== "number" || compare(sum, exact(total)) <= 0) return [];
  return [contradiction([path, toNumber(sum)], whole)];
}

function peopledTwice(path: string, estate: WrittenEstate): Issue[] {
  const { phases = [] } = estate;
  return (["households", "residents"] as const).flatMap((people) =>
    morePhases(
      `${path}.phases[].${people}`,
      [`${path}.${people}`, estate[people]],
      phases.map((phase) => phase[people]),
    ),
  );
}

function suppliedTwice(
  path: string,
  { phases = [] }: WrittenEstate,
  { supply }: WrittenEstateInput,
): Issue[] {
  return METRICS.flatMap((metric) =>
    morePhases(
      `${path}.phases[].supply.${metric}`,
      [`supply.${metric}`, supply?.[metric]],
      phases.map((phase) => phase.supply?.[metric]),
    ),
  );
}

/** Rooms can be shared out by one agreement only. */
function agreedTwice(input: WrittenEstateInput, facility: WrittenFacility): Issue[] {
  const [first, ...others] = agreementsOn(input, facility);
  return others.flatMap(({ path, agreement }) =>
    first ? differing([first.path, agreedIn(first.agreement)], [path, agreedIn(agreement)]) : [],
  );
}

function agreedIn(agreement: WrittenAgreement): string {
  const { approvedBy, date } = agreement;
  return [setOf(zonesOf(agreement)), approvedBy?.trim() ?? "", date ?? ""].join(" ").trim();
}

function setOf(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join("+");
}

function facilityTwice(path: string, { site, zone, lng, lon }: WrittenFacility): Issue[] {
  return [
    ...differing([`${path}.site`, site], [`${path}.zone`, zone]),
    ...differing([`${path}.lng`, lng], [`${path}.lon`, lon]),
  ];
}

/** What is absent or unknown contradicts nothing. */
function differing(one: Said, other: Said): Issue[] {
  const [a, b] = [one[1] ?? undefined, other[1] ?? undefined];
  return a === undefined || b === undefined || a === b ? [] : [contradiction(one, other)];
}

function contradiction([path, value]: Said, [otherPath, other]: Said): Issue {
  const facts = { path, value: String(value), otherPath, other: String(other) };
  return issue("case.contradiction", "error", facts, { column: `input.${path}` });
}
