import { type Exact, exact, times } from "../base/decimal.ts";
import { byCodeUnit } from "../base/order.ts";
import type { Year } from "../base/units.ts";
import { atOdds, type ResidentialZone } from "../model/residential-zone.ts";
import { amounting, type RuledLine } from "./conflict-groups.ts";
import type { Judgement, Line, LineNote, Remark } from "./judgement.ts";
import type { PopulationBase, Rule } from "./rule.ts";
import type { ConflictPolicy, RulePack } from "./rule-pack.ts";
import { type RuleInForce, selectRules } from "./select-rules.ts";
import type { SupplyByMetric } from "./supplied.ts";
import {
  floorLine,
  isCounted,
  type PeopleBase,
  ratioLine,
  singleRoomLine,
  unspecifiedLine,
} from "./supply-line.ts";
import { isPass, type Verdict } from "./verdict.ts";

export interface JudgeSettings {
  readonly conflict: ConflictPolicy;
  /** Absent: the latest target stated. */
  readonly year?: Year;
  /** Facilities that do not operate yet count: a scenario, labelled so. */
  readonly scenario?: boolean;
}

/** What a zone is judged on, beside its supply. A zone of the project can be given as it is. */
export type EstateFacts = Pick<
  ResidentialZone,
  | "status"
  | "households"
  | "householdsBasis"
  | "residents"
  | "residentsBasis"
  | "elderly60"
  | "under3"
  | "grantDate"
  | "inRenewal"
  | "unread"
> & {
  /** The user takes those registered (户籍) for the residents of the document. */
  readonly hukouChosen?: boolean;
};

/**
 * Judges one zone. `wider` is the supply under the second reading of what counts, where it is another: if the verdict
 * turns on it, it is kept beside the verdict, which then is no pass.
 */
export type EstateJudge = (estate: EstateFacts, supply: SupplyByMetric, wider?: SupplyByMetric) => Judgement;

/** A judge for the zones of one pack, laid over by the overlays switched on. Cost per zone: a few µs per rule. */
export function estateJudge(pack: RulePack, settings: JudgeSettings): EstateJudge {
  const rules = estateRules(pack, settings.year);
  const byStatus = {
    new: rules.filter(({ rule }) => rule.estateStatus !== "existing"),
    existing: rules.filter(({ rule }) => rule.estateStatus !== "new"),
  };
  const band: Band = {
    low: exact(pack.populationCoefficient.low),
    high: exact(pack.populationCoefficient.high),
  };
  return (estate, supply, wider) => {
    if (isImpossible(estate, supply)) return without("invalid", "number-impossible");
    if (estate.status === undefined) return without("insufficient_data", "status-unknown");
    const selected = byStatus[estate.status].filter((found) => !grantedBefore(found, estate));
    const silent = selected.length < byStatus[estate.status].length;
    const people = peopleOf(estate, band);
    const judged = (given: SupplyByMetric) =>
      selected.map((found): RuledLine => {
        const line = withNotes(lineInForce(found, people, given, estate), found, estate, settings);
        return { rule: found.rule, line };
      });
    const lines = judged(supply);
    const { groups, overall } = amounting(lines, "estate", settings.conflict);
    const main = withSilence(overall, silent);
    const second =
      wider && withSilence(amounting(judged(wider), "estate", settings.conflict).overall, silent);
    const sensitive = second !== undefined && second !== main;
    return {
      lines: lines.map(({ rule, line }) => markedInGroup(line, rule.conflictGroup, groups, lines)),
      groups,
      overall: sensitive && isPass(main) ? "needs_ruling" : main,
      estimated: lines.some(({ line }) => line.estimated),
      ...(sensitive && { secondReading: second }),
      remarks: silent ? ["granted-before-document"] : lines.length === 0 ? ["no-rule-applies"] : [],
    };
  };
}

/** Rules that the zones of a pack are judged by, ordered by id. */
export function estateRules(pack: RulePack, year: Year | undefined): readonly RuleInForce[] {
  return [
    ...selectRules(pack, "estate", year),
    ...selectRules(pack, "facility", year).filter(({ rule }) => isOfSingleRooms(rule)),
  ].sort((a, b) => byCodeUnit(a.rule.id, b.rule.id));
}

/** Whether an estate rule speaks of this estate: of its status, and of land granted when its was. */
export function speaksOf(rule: Rule, estate: Pick<EstateFacts, "status" | "grantDate">): boolean {
  const { status } = estate;
  return status !== undefined && (rule.estateStatus ?? status) === status && !grantedBefore({ rule }, estate);
}

/** Whether a rule on facilities is one on the single rooms that a new (an existing) estate has. */
export function isOfSingleRooms(rule: Rule): boolean {
  return rule.type === "floor" && rule.level === "facility" && rule.estateStatus !== undefined;
}

interface Band {
  readonly low: Exact;
  readonly high: Exact;
}

/**
 * No line can be trusted: zero households need nothing, nobody lives in a negative number of flats, and the old and the
 * young of a zone are among its residents.
 */
function isImpossible(estate: EstateFacts, supply: SupplyByMetric): boolean {
  const { households, residents, elderly60 = 0, under3 = 0 } = estate;
  const impossible = (count: number | undefined) =>
    count !== undefined && !(count > 0 && Number.isFinite(count));
  if (impossible(households) || impossible(residents)) return true;
  if (residents !== undefined && elderly60 + under3 > residents) return true;
  for (const metric in supply) {
    const amount = supply[metric as keyof SupplyByMetric]?.amount;
    if (amount !== undefined && amount.numerator < 0n) return true;
  }
  return false;
}

/** Each base is worked out once, when the first rule asks for it. */
function peopleOf(estate: EstateFacts, band: Band): (base: PopulationBase) => PeopleBase | undefined {
  const known = new Map<PopulationBase, PeopleBase | undefined>();
  return (base) => {
    if (!known.has(base)) known.set(base, countPeople(base, estate, band));
    return known.get(base);
  };
}

function countPeople(base: PopulationBase, estate: EstateFacts, band: Band): PeopleBase | undefined {
  const estimated = estate.householdsBasis === "estimated";
  const households = estate.households === undefined ? undefined : exact(estate.households);
  const odds: readonly LineNote[] = atOdds(estate) === undefined ? [] : ["people-at-odds"];
  switch (base) {
    case "households": {
      const notes: readonly LineNote[] = estimated ? ["estimated-households", ...odds] : odds;
      return households && { ...certain(households, estimated, notes), doubtful: odds.length > 0 };
    }
    case "residents": {
      if (estate.residents !== undefined) {
        const isHukou = estate.residentsBasis === "hukou";
        const notes: readonly LineNote[] = isHukou ? ["base-is-hukou", ...odds] : odds;
        const ofOthers = isHukou && estate.hukouChosen !== true;
        const doubtful = ofOthers || odds.length > 0 || estate.unread?.includes("residents") === true;
        return { ...certain(exact(estate.residents), false, notes), doubtful };
      }
      if (estate.unread?.includes("residents")) return undefined;
      return (
        households && {
          low: times(households, band.low),
          high: times(households, band.high),
          estimated: true,
          notes: estimated ? ["estimated-households"] : [],
        }
      );
    }
    case "elderly60": {
      const { elderly60 } = estate;
      return elderly60 !== undefined && elderly60 > 0 && Number.isFinite(elderly60)
        ? certain(exact(elderly60), false, [])
        : undefined;
    }
    case "urban_residents":
      return undefined;
  }
}

function certain(value: Exact, estimated: boolean, notes: readonly LineNote[]): PeopleBase {
  return { low: value, high: value, estimated, notes };
}

function lineOf(
  found: RuleInForce,
  people: (base: PopulationBase) => PeopleBase | undefined,
  supply: SupplyByMetric,
): Line {
  const { rule } = found;
  switch (rule.type) {
    case "ratio_min":
      return ratioLine({ ...found, rule }, people(rule.base), supply[rule.metric]);
    case "floor":
      if (isOfSingleRooms(rule)) return singleRoomLine({ ...found, rule }, supply[rule.metric]);
      return floorLine({ ...found, rule }, supply[rule.metric], supply.childcare_slots);
    case "not_specified":
      return unspecifiedLine({ ...found, rule }, supply[rule.metric]);
    case "max":
    case "presence":
    case "count_min":
    case "share_min":
    case "reach":
    case "process":
      // Such a rule of an own pack speaks of what a zone does not state.
      return {
        rule: rule.id,
        verdict: "insufficient_data",
        severity: rule.severity,
        unit: rule.unit ?? "facility",
        whole: isCounted(rule.unit ?? "facility"),
        estimated: false,
        notes: found.notes,
      };
  }
}

/** Whether a rule for land granted from some day on holds, nobody knows where the day is unreadable. */
function lineInForce(
  found: RuleInForce,
  people: (base: PopulationBase) => PeopleBase | undefined,
  supply: SupplyByMetric,
  { unread }: EstateFacts,
): Line {
  const line = lineOf(found, people, supply);
  if (found.rule.grantedFrom === undefined || !unread?.includes("grantDate")) return line;
  const { shortage: _unsure, ...rest } = line;
  return { ...rest, verdict: "insufficient_data" };
}

function grantedBefore(
  { rule }: Pick<RuleInForce, "rule">,
  { grantDate }: Pick<EstateFacts, "grantDate">,
): boolean {
  return rule.grantedFrom !== undefined && grantDate !== undefined && grantDate < rule.grantedFrom;
}

function withNotes(
  line: Line,
  { rule }: RuleInForce,
  { grantDate, inRenewal }: EstateFacts,
  { scenario }: JudgeSettings,
): Line {
  const notes: LineNote[] = [];
  if (rule.grantedFrom !== undefined && grantDate === undefined) notes.push("grant-date-unknown");
  if (rule.wordedForRenewal === true && inRenewal !== true) notes.push("not-in-renewal");
  if (scenario === true) notes.push("scenario-statuses");
  if (rule.severity === "target" && line.verdict === "fail") notes.push("target-missed");
  if (rule.severity === "target" && line.verdict === "insufficient_data") notes.push("target-without-data");
  return notes.length === 0 ? line : { ...line, notes: [...line.notes, ...notes] };
}

/** A line of a group whose members do not all say the same says so. */
function markedInGroup(
  line: Line,
  group: string | undefined,
  groups: Judgement["groups"],
  lines: readonly RuledLine[],
): Line {
  const members = group === undefined ? undefined : groups.find((found) => found.group === group)?.members;
  if (members === undefined) return line;
  const verdicts = lines.filter((each) => members.includes(each.rule.id)).map((each) => each.line.verdict);
  const differ = verdicts.includes("fail") && verdicts.some((verdict) => verdict !== "fail");
  return differ ? { ...line, notes: [...line.notes, "conflict-members-differ"] } : line;
}

/** Rules left out for land granted before the document leave a question that no other line can answer. */
function withSilence(overall: Verdict | undefined, silent: boolean): Verdict {
  if (overall === undefined) return "not_specified";
  return silent && isPass(overall) ? "not_specified" : overall;
}

function without(overall: Verdict, remark: Remark): Judgement {
  return { lines: [], groups: [], overall, estimated: false, remarks: [remark] };
}
