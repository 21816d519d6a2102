import { toNumber } from "../base/decimal.ts";
import type { FacilityId, RuleId, ZoneId } from "../base/ids.ts";
import { present } from "../base/invariant.ts";
import { type Issue, issue } from "../base/issue.ts";
import { indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Facility } from "../model/facility.ts";
import { isCareSubject } from "../model/facility-kind.ts";
import { isUnderReview, type ResidentialZone } from "../model/residential-zone.ts";
import type { Judgement } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import { alteredRules } from "../standards/rule-change.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { packById, withCustomPacks } from "../standards/standards.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import { arithmeticOf } from "./arithmetic.ts";
import type {
  CountedFacility,
  LineEvidence,
  UncountedFacility,
  UncountedReason,
  ZoneEvidence,
} from "./evidence.ts";
import type { Pipeline } from "./pipeline.ts";
import { isOfPhase, METRICS_OF_ESTATES, subjectOfMetric } from "./zone-columns.ts";
import { NO_PACK } from "./zone-packs.ts";

/** Why a zone is judged as it is. Refused if there is no such zone, or no pack holds for it. */
export function evidenceOf(pipeline: Pipeline, id: ZoneId): Outcome<ZoneEvidence> {
  const { project, judgements, reach, results } = pipeline;
  const packs = pipeline.packs.value;
  const row = indexOfId(project.zones, id);
  if (row < 0) return refused(issue("evidence.unknown-zone", "error", { id }, { id }));
  const inUse = packs.packs[packs.of[row] ?? NO_PACK];
  if (inUse === undefined) {
    return refused(issue("analysis.zones-without-pack", "error", { zones: 1, first: id }, { id }));
  }
  const judgement = present(judgements.value[row], "every zone is judged");
  const { pack } = inUse;
  const altered = alteredIn(inUse.plain, pipeline);
  const delivered = deliveredIn(present(project.zones[row], "the zone is there"), judgement);
  return done({
    zone: id,
    pack: {
      id: pack.id,
      title: pack.title,
      status: pack.status,
      ...(pack.validTo !== undefined && { validTo: pack.validTo }),
      ...(pack.custom !== undefined && { custom: pack.custom }),
    },
    documents: pack.documents,
    borrowed: packs.borrowed[row] === 1,
    overall: judgement.overall,
    sensitive: judgement.secondReading !== undefined,
    ...(judgement.secondReading !== undefined && { secondReading: judgement.secondReading }),
    judgement,
    lines: judgement.lines.map((line): LineEvidence => {
      const rule = present(inUse.rules.get(line.rule), "a line comes from a rule of its pack");
      const metric = METRICS_OF_ESTATES.find((each) => each === rule.metric);
      const walks = metric === undefined ? new Map<number, number>() : walksOf(pipeline, row, metric);
      const counted = metric === undefined ? [] : countedFor(pipeline, row, metric, walks, delivered);
      return {
        rule: rule.id,
        title: rule.title,
        ...(metric !== undefined && { metric }),
        severity: rule.severity,
        clauses: rule.clauses,
        altered: altered.has(rule.id),
        line,
        arithmetic: arithmeticOf(line, rule),
        counted,
        notCounted: metric === undefined ? [] : notCountedFor(pipeline, row, metric, rule, counted, walks),
      };
    }),
    origin: reach.value.origins.kinds[row] ?? "none",
    issues: issuesAt(results.issues, id),
  });
}

/** Rules of a copy that are not those of the pack it was copied from. */
function alteredIn({ custom, rules }: RulePack, { project, standards }: Pipeline): ReadonlySet<RuleId> {
  const from = custom?.copiedFrom;
  const original =
    from === undefined ? undefined : packById(withCustomPacks(standards, project.customPacks), from);
  return original === undefined ? new Set() : alteredRules(rules, original.rules);
}

/** Facility rows that the zone reaches, with the walk. */
function walksOf({ reach }: Pipeline, zone: number, metric: Metric): Map<number, number> {
  const subject = subjectOfMetric(metric);
  if (!isCareSubject(subject)) return new Map();
  const { starts, facilities, metres } = reach.value.tables[subject];
  const walks = new Map<number, number>();
  for (let at = starts[zone] ?? 0; at < (starts[zone + 1] ?? 0); at++) {
    walks.set(facilities[at] ?? 0, metres[at] ?? 0);
  }
  return walks;
}

/** What the line was given: of a line of a phase, only what is delivered by then. */
function countedFor(
  { project, supply }: Pipeline,
  zone: number,
  metric: Metric,
  walks: ReadonlyMap<number, number>,
  delivered: ReadonlySet<FacilityId> | undefined,
): CountedFacility[] {
  const ledger = supply.value.ledgers.find((each) => each.metric === metric)?.ledger;
  if (ledger === undefined) return [];
  const { byZone, pools } = supply.value.ties;
  const counted: CountedFacility[] = [];
  const [from, to] = ledgerRowsOf(ledger, zone);
  for (let at = from; at < to; at++) {
    const row = present(ledger.facilities[at], "a ledger row names a facility");
    const facility = present(project.facilities[row], "a ledger row names a facility of the project");
    if (delivered?.has(facility.id) === false) continue;
    counted.push({
      ...named(facility),
      amount: ledger.amounts[at] ?? 0,
      where: byZone[zone]?.includes(row) !== true ? "circle" : pools.has(row) ? "pooled" : "own",
      ...walked(walks, row),
    });
  }
  return counted;
}

/** Rooms of the zone, of its community and in its reach that could have been of use, each with why they are not. */
function notCountedFor(
  pipeline: Pipeline,
  zone: number,
  metric: Metric,
  rule: Rule,
  counted: readonly CountedFacility[],
  walks: ReadonlyMap<number, number>,
): UncountedFacility[] {
  const { project, supply } = pipeline;
  const estate = present(project.zones[zone], "the zone is there");
  const offers = supply.value.offers[pipeline.packs.value.of[zone] ?? NO_PACK];
  const table = (isUnderReview(estate) ? offers?.planned : offers?.built)?.[metric];
  const takes = new Set(counted.map(({ facility }) => facility));
  const own = supply.value.ties.byZone[zone] ?? [];
  const rows = new Set([...own, ...walks.keys(), ...placelessIn(pipeline, zone)]);
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((row): UncountedFacility[] => {
      const facility = project.facilities[row];
      const capacity = table?.[row]?.capacity;
      if (facility === undefined || capacity === undefined || takes.has(facility.id)) return [];
      const { amount } = capacity;
      const why = capacity.counts === "yes" ? placeReason(pipeline, row, zone, rule) : capacity.why;
      return [
        { ...named(facility), ...(amount && { amount: toNumber(amount) }), ...walked(walks, row), why },
      ];
    });
}

/** Facilities of the zone's community that stand nowhere, so that no walk to them is known. */
function placelessIn(pipeline: Pipeline, zone: number): readonly number[] {
  const community = pipeline.territory.value.zoneUnits[0]?.[zone] ?? -1;
  const byCommunity = placeless.get(pipeline) ?? placelessByCommunity(pipeline);
  placeless.set(pipeline, byCommunity);
  return byCommunity.get(community) ?? [];
}

/** Remembered, since every zone asks. */
const placeless = new WeakMap<Pipeline, ReadonlyMap<number, readonly number[]>>();

function placelessByCommunity({ project, territory }: Pipeline): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  project.facilities.forEach(({ at }, row) => {
    const community = territory.value.facilityUnits[0]?.[row] ?? -1;
    if (at !== undefined || community < 0) return;
    const known = rows.get(community);
    if (known === undefined) rows.set(community, [row]);
    else known.push(row);
  });
  return rows;
}

/** Why a room that counts is not counted for this zone. */
function placeReason(
  { project, parameters, supply, territory }: Pipeline,
  row: number,
  zone: number,
  rule: Rule,
): UncountedReason {
  const { byZone, open, far } = supply.value.ties;
  const { zoneUnits, facilityUnits } = territory.value;
  const { status } = present(project.zones[zone], "the zone is there");
  if (byZone[zone]?.includes(row)) return far[row] === 1 ? "far-from-its-zone" : "not-delivered-yet";
  if (open[row] === 0) return "belongs-to-other-zone";
  if (rule.type === "not_specified") return "no-standard-to-fill";
  if (status === "new") return "off-site-for-new";
  if (parameters.supply === "onsite") return "off-site-by-method";
  if (project.facilities[row]?.at === undefined) return "no-location";
  const admitted = parameters.offsite === "circle" || zoneUnits[0]?.[zone] === facilityUnits[0]?.[row];
  return admitted ? "nothing-lacked" : "other-community";
}

/** The facilities delivered with the phase whose lines a judgement shows, and before it; all, if it shows the whole. */
function deliveredIn(
  { phases = [] }: ResidentialZone,
  judgement: Judgement,
): ReadonlySet<FacilityId> | undefined {
  if (!isOfPhase(judgement)) return undefined;
  const shown = judgement.phases?.find(({ overall }) => overall === judgement.overall)?.no ?? 0;
  return new Set(phases.flatMap(({ no, facilities }) => (no <= shown ? facilities : [])));
}

/** Issues by the row they speak of; remembered, since every zone asks. */
function issuesAt(issues: readonly Issue[], id: string): readonly Issue[] {
  let byId = remembered.get(issues);
  if (byId === undefined) {
    byId = new Map<string, Issue[]>();
    for (const each of issues) {
      if (each.at.id === undefined) continue;
      const known = byId.get(each.at.id);
      if (known === undefined) byId.set(each.at.id, [each]);
      else known.push(each);
    }
    remembered.set(issues, byId);
  }
  return byId.get(id) ?? [];
}

const remembered = new WeakMap<readonly Issue[], Map<string, Issue[]>>();

function named({ id, name, kind }: Facility) {
  return { facility: id, kind, ...(name !== undefined && { name }) };
}

function walked(walks: ReadonlyMap<number, number>, row: number): { readonly metres?: number } {
  const metres = walks.get(row);
  return metres === undefined ? {} : { metres };
}
