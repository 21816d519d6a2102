import type { Headline, PeopleCovered, RollUpRow, SubjectColumns, ZoneResults } from "../analysis/results.ts";
import { byCodeUnit } from "../base/order.ts";
import type { AdminLevel } from "../model/admin-unit.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { Metric } from "../standards/rule.ts";
import { VERDICTS, type Verdict } from "../standards/verdict.ts";

/** One side of a comparison: what was found, and which zone each row of it is about. */
export interface Compared {
  readonly zoneIds: readonly string[];
  readonly zones: Pick<ZoneResults, "verdict"> & {
    readonly bySubject: Readonly<Record<CareSubject, Pick<SubjectColumns, "verdict" | "metres" | "choices">>>;
  };
  readonly headline: Pick<Headline, "missing" | "people">;
}

/** What differs between two analyses, whatever they differ in: parameters, standards, or the data themselves. */
export interface Comparison {
  /** Every metric that either side knows of, in the order of the later one. */
  readonly metrics: readonly (BeforeAfter & {
    readonly metric: Metric;
    /** So much of it may turn out not to be missing: 存疑. */
    readonly perhaps: BeforeAfter;
    /** How many zones of those asked for it the amount is known of. */
    readonly known: BeforeAfter;
  })[];
  /** Share of people with care of a subject within a walk. */
  readonly people: readonly (BeforeAfter &
    Pick<Headline["people"][number], "subject"> &
    Pick<PeopleCovered, "base">)[];
  /** Verdicts of zones of both sides that are another, by row of the later one; a zone of which both subjects turn is here twice. */
  readonly turned: readonly Turned[];
  /** Zones of both sides that have farther or nearer to walk, or more or fewer facilities within it. */
  readonly walks: number;
  /** Zones of one side only. */
  readonly added: number;
  readonly gone: number;
}

/** NaN where nothing is known, as where no zone is asked for it. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

type UnitSum = Pick<RollUpRow, "level" | "unit" | "name" | "metric" | "missing" | "zonesKnown">;

export interface UnitComparison extends BeforeAfter {
  readonly level: AdminLevel;
  readonly unit: string;
  readonly name: string;
  readonly metric: Metric;
  /** How many of its zones the amount is known of. */
  readonly known: BeforeAfter;
}

export interface Turned {
  readonly row: number;
  /** Whose verdict it is; absent: that of the zone as a whole, where it turned and neither subject's did. */
  readonly subject?: CareSubject;
  readonly before: Verdict;
  readonly after: Verdict;
}

export function compare(before: Compared, after: Compared): Comparison {
  const rowBefore = rowsById(before.zoneIds, after.zoneIds);
  const turned: Turned[] = [];
  let both = 0;
  let walks = 0;
  after.zoneIds.forEach((id, row) => {
    const old = rowBefore === undefined ? row : rowBefore.get(id);
    if (old === undefined) return;
    both++;
    turned.push(...turnsOf(before.zones, old, after.zones, row));
    if (walksElsewhere(before.zones, old, after.zones, row)) walks++;
  });
  return {
    metrics: missingInAll(before.headline.missing, after.headline.missing),
    people: peopleCompared(before.headline.people, after.headline.people),
    turned,
    walks,
    added: after.zoneIds.length - both,
    gone: before.zoneIds.length - both,
  };
}

/** How many zones have another verdict. */
export function zonesTurned({ turned }: Pick<Comparison, "turned">): number {
  return new Set(turned.map(({ row }) => row)).size;
}

/** Units of which more or less is missing than before, by metric; the largest difference first. */
export function compareUnits(before: readonly UnitSum[], after: readonly UnitSum[]): UnitComparison[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const compared = after.map((row) => {
    const earlier = old.get(keyOf(row));
    old.delete(keyOf(row));
    return unitCompared(row, earlier, row);
  });
  for (const row of old.values()) compared.push(unitCompared(row, row, undefined));
  return compared
    .filter(({ before, after }) => !Object.is(before, after))
    .sort((a, b) => difference(b) - difference(a) || byCodeUnit(keyOf(a), keyOf(b)));
}

function turnsOf(before: Compared["zones"], old: number, after: Compared["zones"], row: number): Turned[] {
  const turn = (was: Uint8Array, is: Uint8Array, subject?: CareSubject): Turned[] => {
    const [from, to] = [was[old] as number, is[row] as number];
    if (from === to) return [];
    const verdicts = { before: VERDICTS[from] as Verdict, after: VERDICTS[to] as Verdict };
    return [{ row, ...(subject && { subject }), ...verdicts }];
  };
  const turned = CARE_SUBJECTS.flatMap((subject) =>
    turn(before.bySubject[subject].verdict, after.bySubject[subject].verdict, subject),
  );
  return turned.length > 0 ? turned : turn(before.verdict, after.verdict);
}

/** Rows by id; `undefined` where they are the rows of the other side. */
function rowsById(
  ids: readonly string[],
  others: readonly string[],
): ReadonlyMap<string, number> | undefined {
  return ids === others ? undefined : new Map(ids.map((id, row) => [id, row]));
}

/** Whether any figure of the whole city is another than before. */
export function differs({ metrics, people }: Pick<Comparison, "metrics" | "people">): boolean {
  return (
    [...metrics, ...people].some(({ before, after }) => !Object.is(before, after)) ||
    metrics.some(({ known, perhaps }) => known.before !== known.after || perhaps.before !== perhaps.after)
  );
}

function walksElsewhere(
  before: Compared["zones"],
  old: number,
  after: Compared["zones"],
  row: number,
): boolean {
  return CARE_SUBJECTS.some((subject) => {
    const [was, is] = [before.bySubject[subject], after.bySubject[subject]];
    return !Object.is(was.metres[old], is.metres[row]) || was.choices[old] !== is.choices[row];
  });
}

function missingInAll(before: Headline["missing"], after: Headline["missing"]): Comparison["metrics"] {
  const find = (all: Headline["missing"], metric: Metric) => all.find((one) => one.metric === metric);
  const amount = (of: Headline["missing"][number] | undefined) =>
    of && of.zonesKnown > 0 ? of.amount : Number.NaN;
  return [...new Set([...after, ...before].map(({ metric }) => metric))]
    .map((metric) => {
      const [was, is] = [find(before, metric), find(after, metric)];
      const known = { before: was?.zonesKnown ?? 0, after: is?.zonesKnown ?? 0 };
      const perhaps = { before: was?.perhaps ?? 0, after: is?.perhaps ?? 0 };
      return { metric, before: amount(was), after: amount(is), perhaps, known };
    })
    .filter(({ before, after }) => !(Number.isNaN(before) && Number.isNaN(after)));
}

/** Shares of people with care of a subject within a walk. */
export function peopleCompared(before: Headline["people"], after: Headline["people"]): Comparison["people"] {
  const share = (covered: PeopleCovered | undefined) =>
    covered && covered.total > 0 ? covered.covered / covered.total : Number.NaN;
  return after.map(({ subject, covered }) => {
    const earlier = before.find((one) => one.subject === subject && one.covered.base === covered.base);
    return { subject, base: covered.base, before: share(earlier?.covered), after: share(covered) };
  });
}

function unitCompared(
  { level, unit, name, metric }: UnitSum,
  before: UnitSum | undefined,
  after: UnitSum | undefined,
): UnitComparison {
  const known = { before: before?.zonesKnown ?? 0, after: after?.zonesKnown ?? 0 };
  return { ...{ level, unit, name, metric }, before: missingOf(before), after: missingOf(after), known };
}

function missingOf(row: UnitSum | undefined): number {
  return row && row.zonesKnown > 0 ? row.missing : Number.NaN;
}

/** How much it is, whichever way; what became known or unknown comes last. */
function difference({ before, after }: BeforeAfter): number {
  const apart = Math.abs(after - before);
  return Number.isNaN(apart) ? -1 : apart;
}

function keyOf({ level, unit, metric }: Pick<UnitComparison, "level" | "unit" | "metric">): string {
  return JSON.stringify([level, unit, metric]);
}
