import type { Metric } from "../../core/standards/rule.ts";
import { ledgerWord } from "../export/analysis-names.ts";
import { numberIn, type WrittenAnalysis } from "./written-analysis.ts";

/** A fair allocation of one metric, as the files of an analysis tell it; by id. */
export interface WrittenAllocation {
  /** What each zone that takes part needs. */
  readonly needs: ReadonlyMap<string, number>;
  /** Whether lines of the same zone and metric say that it needs different amounts. */
  readonly atOdds: ReadonlySet<string>;
  /** What is shared out of each facility. */
  readonly open: ReadonlyMap<string, number>;
  readonly capacities: ReadonlyMap<string, number>;
  /** By zone, then facility: what it keeps of rooms of its own, and what it is given of open ones. */
  readonly kept: Amounts;
  readonly given: Amounts;
  /** Who reaches what that is shared out and may use it: by zone. */
  readonly links: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who reaches such a facility, and no line says whether it may use it. */
  readonly unnamed: readonly (readonly [zone: string, facility: string])[];
}

export type Amounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Facilities by the word of the metric, then by zone. */
type ByZone = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export interface Uses {
  /** What each zone may use of others, whether or not it is given any. */
  readonly may: ByZone;
  /** What else it is said not to use. */
  readonly mayNot: ByZone;
}

/** Why a zone is given nothing of what it may use. */
const USED_UP: readonly string[] = [
  "nothing-lacked",
  "taken-by-others",
  "kept-by-its-zone",
  "kept-by-unknown-need",
];

/** As the evidence of the lines names it. One way through the file for all metrics. */
export function usesIn({ evidence, ruleOf, summary }: WrittenAnalysis): Uses {
  const may = new Map<string, Map<string, Set<string>>>();
  const mayNot = new Map<string, Map<string, Set<string>>>();
  for (const { zone, lines } of evidence) {
    for (const { rule, counted, notCounted } of lines) {
      const metric = ruleOf(zone, rule)?.metric as Metric;
      const word = ledgerWord(metric, summary.metrics as Metric[]);
      for (const { facility, where, why } of [...counted, ...notCounted]) {
        const uses = where === "circle" || (why !== undefined && USED_UP.includes(why));
        const ofWord = got(uses ? may : mayNot, word, () => new Map<string, Set<string>>());
        got(ofWord, zone, () => new Set<string>()).add(facility);
      }
    }
  }
  return { may, mayNot };
}

export function writtenAllocation(written: WrittenAnalysis, word: string, uses: Uses): WrittenAllocation {
  const used = uses.may.get(word);
  const metrics = written.summary.metrics as Metric[];
  const needs = new Map<string, number>();
  const atOdds = new Set<string>();
  for (const { zone = "", rule, need } of written.zones) {
    const amount = numberIn(need);
    const metric = written.ruleOf(zone, rule)?.metric as Metric;
    if (amount === undefined || ledgerWord(metric, metrics) !== word) continue;
    if ((needs.get(zone) ?? amount) !== amount) atOdds.add(zone);
    needs.set(zone, amount);
  }
  const open = new Map<string, number>();
  const capacities = new Map<string, number>();
  for (const { id = "", subject, capacity, open: shared } of written.facilities) {
    if (subject !== word) continue;
    capacities.set(id, numberIn(capacity) ?? 0);
    const amount = numberIn(shared);
    if (amount !== undefined) open.set(id, amount);
  }
  const kept = new Map<string, Map<string, number>>();
  const given = new Map<string, Map<string, number>>();
  for (const { subject, zone = "", facility = "", amount } of written.ledger) {
    if (subject !== word) continue;
    const rows = used?.get(zone)?.has(facility) === true ? given : kept;
    got(rows, zone, () => new Map<string, number>()).set(facility, numberIn(amount) ?? 0);
  }
  const links = new Map<string, Set<string>>();
  const walkedFor = word.startsWith("childcare") ? "childcare" : "elderly";
  const unnamed: (readonly [zone: string, facility: string])[] = [];
  for (const { subject, zone = "", facility = "" } of written.links) {
    if (subject !== walkedFor || !open.has(facility) || !needs.has(zone)) continue;
    if (used?.get(zone)?.has(facility) !== true) {
      if (uses.mayNot.get(word)?.get(zone)?.has(facility) !== true) unnamed.push([zone, facility]);
    } else got(links, zone, () => new Set<string>()).add(facility);
  }
  return { needs, atOdds, open, capacities, kept, given, links, unnamed };
}

function got<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = fresh();
  map.set(key, value);
  return value;
}
