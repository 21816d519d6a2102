import type * as z from "zod";
import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Case, CaseEstate, CaseFacility, CaseSettings, EstateInput } from "../../core/cases/case.ts";
import { stated } from "../../core/cases/stated.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import { agreementsOn, zonesOf } from "./agreements.ts";
import {
  caseSchema,
  type WrittenAgreement,
  type WrittenCase,
  type WrittenEstate,
  type WrittenEstateInput,
  type WrittenFacility,
  type WrittenSettings,
} from "./case-schema.ts";
import { contradictions, settingTwice } from "./contradictions.ts";
import { lostByParsing } from "./lost-by-parsing.ts";
import { writtenPath } from "./written-path.ts";

/** A case from the text of a file. A word or member that is not known is refused, never guessed at. */
export function readCase(text: string): Outcome<Case> {
  const plain = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(issue("case.unreadable", "error", { reason }));
  }
  const lost = lostByParsing(plain);
  if (lost.length > 0) return refused(...lost);
  const read = caseSchema.safeParse(value, { reportInput: true });
  if (!read.success) return refused(...read.error.issues.flatMap((found) => issuesOf(found)));
  return caseOf(read.data);
}

function caseOf(written: WrittenCase): Outcome<Case> {
  const { pack } = written;
  const twice =
    written.level === "estate"
      ? contradictions(written.input)
      : written.level === "process" || written.level === "reach"
        ? []
        : settingTwice(written.input);
  if (twice.length > 0) return refused(...twice);
  switch (written.level) {
    case "estate": {
      const input = estateInput(written.input);
      return input.ok ? done({ pack, level: "estate", input: input.value }) : input;
    }
    case "process":
      return done({ pack, level: "process", input: written.input });
    case "reach":
      return done({ pack, level: "reach", input: written.input });
    case "circle":
      return done({ pack, level: "circle", input: withSettings(written.input) });
    case "facility": {
      const { belowGround, ...input } = withSettings(written.input);
      return done({ pack, level: "facility", input: { ...input, ...storeyOf(input.storey, belowGround) } });
    }
    case "community":
    case "village":
    case "street":
    case "district":
    case "city":
      return done({ pack, level: written.level, input: withSettings(written.input) });
  }
}

/** The year may stand beside the settings or among them. */
function withSettings<Input extends { readonly settings?: WrittenSettings; readonly year?: number }>(
  input: Input,
) {
  const { settings, year = settings?.year, ...rest } = input;
  return { ...rest, ...(year !== undefined && { year }), settings: settingsOf(settings) };
}

function estateInput(written: WrittenEstateInput): Outcome<EstateInput> {
  const { supply, facilities, stage, settings, year = settings?.year } = written;
  const estates = [...(written.estate ? [written.estate] : []), ...(written.estates ?? [])];
  if (supply && facilities) return refused(issue("case.two-supplies", "error", {}));
  if (estates.length === 0) return refused(issue("case.member-missing", "error", { path: "input.estate" }));
  const known = estates.map(({ id }) => id ?? "");
  const evaluate = written.evaluate ?? (estates.length === 1 ? known[0] : undefined);
  if (evaluate === undefined) return refused(issue("case.which-estate", "error", { known }));
  const twice = known.find((id, i) => known.indexOf(id) !== i);
  if (twice !== undefined) return refused(issue("project.duplicate-id", "error", { id: twice }));
  const phases = estates.flatMap((each) => each.phases ?? []);
  if (phases.some((phase) => phase.supply && (facilities || phase.facilities)))
    return refused(issue("case.two-supplies", "error", {}));
  const unknown = strangerInPhase(estates, facilities ?? []);
  if (unknown !== undefined) return refused(unknown);
  const repeated = facilities?.map(({ id }) => id).find((id, i, ids) => ids.indexOf(id) !== i);
  if (repeated !== undefined) return refused(issue("project.duplicate-id", "error", { id: repeated }));
  return done({
    estates: estates.map((each) => estateOf(each, settings?.populationSource === "coefficient")),
    evaluate,
    ...(supply && { supply: withLand(supply, settings) }),
    ...(facilities && {
      facilities: facilities.map((each) =>
        facilityOf(withLand(each, settings), agreementsOn(written, each)[0]?.agreement),
      ),
    }),
    ...(stage && { stage }),
    ...(year !== undefined && { year }),
    settings: settingsOf(settings),
  });
}

/** Where no land is to be taken as independent (landBasis none), nothing is known of any. */
function withLand<Stated extends object>(stated: Stated, settings: WrittenSettings | undefined): Stated {
  if (settings?.landBasis !== "none") return stated;
  const isLand = (name: string) => name === "landAreaM2" || name.endsWith("_land_area");
  return Object.fromEntries(
    Object.entries(stated).map(([name, value]) => [name, isLand(name) ? null : value]),
  ) as Stated;
}

/** A phase cannot bring what the case does not list. */
function strangerInPhase(
  estates: readonly WrittenEstate[],
  facilities: readonly WrittenFacility[],
): Issue | undefined {
  const known = facilities.map(({ id }) => id);
  for (const { phases = [] } of estates) {
    for (const phase of phases) {
      const id = phase.facilities?.find((each) => !known.includes(each));
      if (id !== undefined)
        return issue("case.unknown-facility", "error", { id, phase: String(phase.no), known });
    }
  }
  return undefined;
}

/** By coefficient: declared residents are left aside. */
function estateOf(written: WrittenEstate, byCoefficient: boolean): CaseEstate {
  const { id = "", status, landGrantDate, inRenewalProgramme, oldEstate: _old, phases, ...rest } = written;
  const renewal = status === "renewal" ? true : (rest.inRenewal ?? inRenewalProgramme);
  const grantDate = rest.grantDate ?? landGrantDate;
  return {
    ...rest,
    id,
    ...(byCoefficient && { residents: null }),
    ...(phases && {
      phases: byCoefficient ? phases.map((phase) => ({ ...phase, residents: null })) : phases,
    }),
    ...(status !== undefined && {
      status: status === "oldEstate" || status === "renewal" ? "existing" : status,
    }),
    ...(grantDate !== undefined && { grantDate }),
    ...(renewal !== undefined && { inRenewal: renewal }),
  };
}

function facilityOf(written: WrittenFacility, agreed: WrittenAgreement | undefined): CaseFacility {
  const { site, zone, lng, lon, status, belowGround, ...own } = written;
  const { pooling: _own, poolingAgreement: _other, ...rest } = own;
  const at = lng ?? lon;
  return {
    ...rest,
    ...(status && { status: statusOf(status) }),
    site: site ?? zone ?? null,
    ...storeyOf(rest.storey, belowGround),
    ...(at !== undefined && { lng: at }),
    ...(agreed && { pooling: poolingOf(agreed) }),
  };
}

function poolingOf(agreement: WrittenAgreement) {
  const { approvedBy, date } = agreement;
  return { zones: zonesOf(agreement), ...stated({ approvedBy, date }) };
}

/** Below ground is a storey below the first, whatever else is stated; not known to be is a storey that is not known. */
function storeyOf(storey: number | null | undefined, belowGround: boolean | null | undefined) {
  if (belowGround === true) return { storey: Math.min(storey ?? -1, -1) };
  if (storey === undefined) return belowGround === null ? { storey: null } : {};
  return { storey };
}

/** What is left out has one reading only. */
function settingsOf(written: WrittenSettings | undefined): CaseSettings {
  const { conflictPolicy, apportion, countStatuses, populationBase, pooling, overlay, coverageTarget } =
    written ?? {};
  const overlays = written?.overlays ?? (overlay === undefined ? undefined : [overlay]);
  return {
    ...(conflictPolicy && { conflictPolicy }),
    ...(apportion && { apportion }),
    ...(countStatuses && { countStatuses: countStatuses.map(statusOf) }),
    ...(populationBase && { populationBase }),
    ...(typeof pooling === "boolean" && { pooling }),
    ...(overlays && { overlays }),
    ...(coverageTarget !== undefined && { coverageTarget }),
  };
}

function statusOf(status: FacilityStatus | "existing"): FacilityStatus {
  return status === "existing" ? "built" : status;
}

function issuesOf(found: z.core.$ZodIssue): Issue[] {
  const path = writtenPath(found.path);
  const at = { column: path };
  switch (found.code) {
    case "unrecognized_keys":
      return found.keys.map((key) => {
        const place = writtenPath([...found.path, key]);
        return issue("case.member-unknown", "error", { path: place }, { column: place });
      });
    case "invalid_key":
      return [issue("case.member-unknown", "error", { path }, at)];
    case "invalid_type":
    case "invalid_value":
    case "invalid_union":
    case "too_small":
    case "too_big":
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_element":
    case "custom":
      return found.input === undefined && found.code !== "invalid_element"
        ? [issue("case.member-missing", "error", { path }, at)]
        : [issue("case.wrong-value", "error", { path, expected: expectedOf(found) }, at)];
  }
}

function expectedOf(found: z.core.$ZodIssue): string {
  switch (found.code) {
    case "invalid_type":
      return found.expected;
    case "invalid_value":
      return found.values.map(String).join(" · ");
    case "too_small":
      return `≥ ${found.minimum}`;
    case "too_big":
      return `≤ ${found.maximum}`;
    case "invalid_union":
      return "options" in found && found.options ? found.options.map(String).join(" · ") : "number · null";
    case "invalid_format":
      return found.format === "date" ? "2025-12-31" : found.format;
    case "unrecognized_keys":
    case "invalid_key":
    case "not_multiple_of":
    case "invalid_element":
    case "custom":
      return found.message;
  }
}
