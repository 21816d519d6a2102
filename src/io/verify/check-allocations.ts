import type { Metric } from "../../core/standards/rule.ts";
import { ledgerWord } from "../export/analysis-names.ts";
import type { AllocationFigures, CertificateFigures } from "./allocation/allocation-figures.ts";
import { checkCertificates } from "./allocation/check-certificates.ts";
import { checkFairness } from "./allocation/check-fairness.ts";
import { checkFlows } from "./allocation/check-flows.ts";
import { isNear, mustBeNear, sumOf } from "./allocation/sums.ts";
import { usesIn, type WrittenAllocation, writtenAllocation } from "./allocation-written.ts";
import type { WrittenCertificate } from "./analysis-shapes.ts";
import { decidingLines } from "./deciding-lines.ts";
import { NOISE, type Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/**
 * A fair allocation, metric by metric: its flows, its fairness and its certificates hold, what zones keep for themselves
 * being facilities of their own; 片区 are numbered by what they miss; the sums are those of the summary. Without an
 * allocation there is no certificate.
 */
export function checkAllocations(tally: Tally, written: WrittenAnalysis): void {
  const { summary } = written;
  const sums = new Map(
    (summary.allocations ?? []).map((each) => [
      ledgerWord(each.metric as Metric, summary.metrics as Metric[]),
      each,
    ]),
  );
  for (const { subject } of written.certificates.certificates) {
    const at = ["certificate-is-of-an-allocation", "certificates.json", subject] as const;
    tally.that(at, sums.has(subject), "an allocation", "none");
  }
  if (sums.size === 0) return;
  const uses = usesIn(written);
  for (const [word, told] of sums) {
    const certificates = written.certificates.certificates.filter(({ subject }) => subject === word);
    const allocation = writtenAllocation(written, word, uses);
    checkNeeds(tally, told.metric, allocation, certificates, written);
    checkNamed(tally, word, allocation, written);
    checkRooms(tally, word, allocation);
    const figures = figuresOf(tally, word, allocation, certificates);
    for (const check of [checkFlows, checkFairness, checkCertificates]) check(tally, figures);
    checkDistricts(tally, word, certificates);
    checkCertain(tally, word, told, certificates);
    checkSums(tally, word, told, figures);
  }
}

/** A zone needs one amount; its deciding line requires that, or as many whole pieces, and of that it has the share that its certificates say. */
function checkNeeds(
  tally: Tally,
  metric: string,
  { needs, atOdds, given }: WrittenAllocation,
  certificates: readonly WrittenCertificate[],
  written: WrittenAnalysis,
): void {
  const lines = decidingLines(written);
  const shares = leastShares(certificates);
  // Lines of a phase ask for what is needed by then.
  const ofPhase = new Set(
    written.judged.flatMap(({ zone, remarks }) => (remarks.includes("phase-worse-than-whole") ? [zone] : [])),
  );
  for (const [zone, need] of needs) {
    const row = ["zones.csv", `${zone} ${metric}`] as const;
    const { required, share } = (ofPhase.has(zone) ? undefined : lines.get(zone)?.get(metric)) ?? {
      required: need,
      share: undefined,
    };
    const isRequired = isNear(need, required) || required === Math.ceil(need - NOISE);
    tally.that(["need-is-what-is-required", ...row], !atOdds.has(zone) && isRequired, need, required);
    if (share === undefined) continue;
    mustBeNear(tally, ["share-is-of-the-certificate", ...row], shares.get(zone) ?? 1, share);
  }
  for (const zone of given.keys()) {
    const at = ["given-is-of-a-need", "ledger.csv", `${zone} ${metric}`] as const;
    tally.that(at, needs.has(zone), "a need", "nothing");
  }
}

/** What counts for one zone of a standard is named by the lines of every other that reaches it. */
function checkNamed(
  tally: Tally,
  word: string,
  { links, unnamed }: WrittenAllocation,
  { judged }: WrittenAnalysis,
): void {
  const packs = new Map(judged.map(({ zone, pack }) => [zone, pack]));
  const counted = new Set<string>();
  for (const [zone, facilities] of links) {
    for (const facility of facilities) {
      counted.add(`${packs.get(zone)} ${facility}`);
      tally.that(
        ["reached-is-named", "verdicts.json", `${word} ${zone} ${facility}`],
        true,
        "named",
        "named",
      );
    }
  }
  for (const [zone, facility] of unnamed) {
    const isOther = !counted.has(`${packs.get(zone)} ${facility}`);
    const at = ["reached-is-named", "verdicts.json", `${word} ${zone} ${facility}`] as const;
    tally.that(at, isOther, "named", "not named");
  }
}

/** What is shared out of a facility is there beside what zones keep of it. */
function checkRooms(tally: Tally, word: string, { open, capacities, kept }: WrittenAllocation): void {
  const keeps = new Map<string, number[]>();
  for (const ofZone of kept.values()) {
    for (const [facility, amount] of ofZone) {
      const amounts = keeps.get(facility);
      if (amounts === undefined) keeps.set(facility, [amount]);
      else amounts.push(amount);
    }
  }
  for (const [facility, amount] of open) {
    const all = sumOf([amount, ...(keeps.get(facility) ?? [])]);
    const held = capacities.get(facility) ?? 0;
    const at = ["open-is-beyond-what-is-kept", "facilities.csv", `${word} ${facility}`] as const;
    tally.that(at, all <= held * (1 + NOISE) + NOISE, held, all);
  }
}

/** Zones first keep, then are given; the share of a zone is that of the smallest certificate that it is in, and else 1. */
function figuresOf(
  tally: Tally,
  word: string,
  allocation: WrittenAllocation,
  certificates: readonly WrittenCertificate[],
): AllocationFigures {
  const { needs, open, kept, given, links } = allocation;
  const zoneIds = [...needs.keys()].sort();
  const openIds = [...open.keys()].sort();
  const zoneRows = new Map(zoneIds.map((id, row) => [id, row]));
  const ends = { zones: [] as number[], facilities: [] as number[], amounts: [] as number[] };
  const link = (zone: number, facility: number, amount: number) => {
    ends.zones.push(zone);
    ends.facilities.push(facility);
    ends.amounts.push(amount);
  };

  const keeping = new Map<string, number>();
  const names: string[] = [];
  const capacities: number[] = [];
  for (const [zone, id] of zoneIds.entries()) {
    const own = kept.get(id);
    if (own === undefined) continue;
    keeping.set(id, names.length);
    // What is above its need serves nobody.
    const takes = Math.min(sumOf(own.values()), needs.get(id) ?? 0);
    link(zone, names.length, takes);
    names.push(`kept for ${id}`);
    capacities.push(takes);
  }
  const openRows = new Map(openIds.map((id, at) => [id, names.length + at]));
  names.push(...openIds);
  capacities.push(...openIds.map((id) => open.get(id) ?? 0));
  for (const [zone, id] of zoneIds.entries()) {
    for (const facility of links.get(id) ?? []) {
      link(zone, openRows.get(facility) as number, given.get(id)?.get(facility) ?? 0);
    }
    for (const facility of given.get(id)?.keys() ?? []) {
      const is = links.get(id)?.has(facility) === true;
      tally.that(["given-is-reached", "ledger.csv", `${word} ${id} ${facility}`], is, "a link", "none");
    }
  }

  const shares = leastShares(certificates);
  const served = new Float64Array(zoneIds.length);
  const loads = new Float64Array(names.length);
  for (const [at, amount] of ends.amounts.entries()) {
    served[ends.zones[at] as number] = (served[ends.zones[at] as number] as number) + amount;
    loads[ends.facilities[at] as number] = (loads[ends.facilities[at] as number] as number) + amount;
  }
  return {
    zones: {
      file: "zones.csv",
      names: zoneIds.map((id) => `${word} ${id}`),
      needs: zoneIds.map((id) => needs.get(id) ?? 0),
      served,
      shares: zoneIds.map((id) => shares.get(id) ?? 1),
    },
    facilities: {
      file: "facilities.csv",
      names: names.map((name) => `${word} ${name}`),
      capacities,
      // Shown amounts of a full facility may add up to a hair more than it holds.
      loads: loads.map((load, at) =>
        isNear(capacities[at] as number, load) ? (capacities[at] as number) : load,
      ),
    },
    links: {
      file: "ledger.csv",
      zones: Uint32Array.from(ends.zones),
      facilities: Uint32Array.from(ends.facilities),
      amounts: Float64Array.from(ends.amounts),
    },
    certificates: {
      file: "certificates.json",
      rows: certificates.map((each) => inRows(tally, each, allocation, zoneRows, keeping, openRows)),
    },
  };
}

/** By zone that is short. */
function leastShares(certificates: readonly WrittenCertificate[]): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const { zones: of, share } of certificates) {
    for (const zone of of) least.set(zone, Math.min(share, least.get(zone) ?? 1));
  }
  return least;
}

/**
 * A certificate in rows: what its zones keep is there if it names all those rooms; the rest that it names is what is open.
 * What it says is reserved is what other zones keep of them.
 */
function inRows(
  tally: Tally,
  { zones, facilities, reserved = 0, ...each }: WrittenCertificate,
  { kept, links }: WrittenAllocation,
  zoneRows: ReadonlyMap<string, number>,
  keeping: ReadonlyMap<string, number>,
  openRows: ReadonlyMap<string, number>,
): CertificateFigures {
  const at = `${each.subject} ${zones[0] ?? ""}`;
  const named = new Set(facilities);
  const reached = new Set(zones.flatMap((zone) => [...(links.get(zone) ?? [])]));
  const own = new Set(zones.flatMap((zone) => [...(kept.get(zone)?.keys() ?? [])]));
  const rows: number[] = [];
  for (const zone of zones) {
    const row = keeping.get(zone);
    const isNamed = [...(kept.get(zone)?.keys() ?? [])].every((facility) => named.has(facility));
    if (row !== undefined && isNamed) rows.push(row);
  }
  for (const facility of facilities) {
    const row = openRows.get(facility);
    const isOpen = row !== undefined && (reached.has(facility) || !own.has(facility));
    if (isOpen) rows.push(row);
    const isKnown = isOpen || own.has(facility);
    tally.that(["named-is-own-or-open", "certificates.json", `${at} ${facility}`], isKnown, "a part", "none");
  }
  const inside = new Set(zones);
  const elsewhere: number[] = [];
  for (const [zone, ofZone] of kept) {
    if (inside.has(zone)) continue;
    for (const facility of facilities) elsewhere.push(ofZone.get(facility) ?? 0);
  }
  mustBeNear(tally, ["reserved-is-kept-elsewhere", "certificates.json", at], sumOf(elsewhere), reserved);
  const zoneAt = zones.flatMap((zone) => {
    const row = zoneRows.get(zone);
    tally.that(
      ["named-takes-part", "certificates.json", `${at} ${zone}`],
      row !== undefined,
      zone,
      "nothing",
    );
    return row === undefined ? [] : [row];
  });
  return { ...each, zones: zoneAt, facilities: rows };
}

/** Maximal certificates, and no others, are 片区 1, 2, … by falling amounts that are missing. */
function checkDistricts(tally: Tally, word: string, certificates: readonly WrittenCertificate[]): void {
  const at = (name: string) => ["districts-are-numbered", "certificates.json", `${word} ${name}`] as const;
  const numbered = certificates.filter(({ district }) => district !== undefined);
  const maximal = certificates.filter((each) => each.maximal);
  tally.that(
    at("maximal"),
    numbered.length === maximal.length && maximal.every(({ district }) => district !== undefined),
    maximal.length,
    numbered.length,
  );
  const ordered = numbered.toSorted((a, b) => (a.district ?? 0) - (b.district ?? 0));
  for (const [place, { district = 0, missing }] of ordered.entries()) {
    tally.that(at(`no. ${place + 1}`), district === place + 1, place + 1, district);
    const before = ordered[place - 1]?.missing ?? missing;
    tally.that(at(`no. ${place + 1} misses`), missing <= before, `at most ${before}`, missing);
  }
}

/** Of a 片区 no more is missing for certain than is missing, and of all together what the sum says. */
function checkCertain(
  tally: Tally,
  word: string,
  told: Sums,
  certificates: readonly WrittenCertificate[],
): void {
  const at = (file: string, name: string) => ["certain-is-missing", file, `${word} ${name}`] as const;
  for (const { maximal, certain, missing, district = 0 } of certificates) {
    const most = maximal ? missing + NOISE * Math.abs(missing) : undefined;
    const isWithin =
      most === undefined ? certain === undefined : (certain ?? -1) >= 0 && (certain ?? 0) <= most;
    tally.that(
      at("certificates.json", `${district}`),
      isWithin,
      `at most ${most ?? "nothing"}`,
      `${certain}`,
    );
  }
  const sum = sumOf(certificates.map(({ certain = 0 }) => certain));
  mustBeNear(tally, at("summary.json", "sum"), sum, told.certain, told.need);
}

type Sums = NonNullable<WrittenAnalysis["summary"]["allocations"]>[number];

function checkSums(tally: Tally, word: string, told: Sums, { zones, certificates }: AllocationFigures): void {
  const at = (name: string) => ["allocation-adds-up", "summary.json", `${word} ${name}`] as const;
  const need = sumOf(Array.from(zones.needs));
  const served = sumOf(Array.from(zones.served));
  const maximal = certificates.rows.filter((each) => each.maximal);
  tally.that(at("zones"), told.zones === zones.names.length, zones.names.length, told.zones);
  mustBeNear(tally, at("need"), need, told.need);
  mustBeNear(tally, at("served"), served, told.served);
  mustBeNear(tally, at("missing"), sumOf(maximal.map(({ missing }) => missing)), told.missing, need);
  tally.that(at("districts"), told.districts === maximal.length, maximal.length, told.districts);
}
