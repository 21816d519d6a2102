import { type Issue, issue } from "../core/base/issue.ts";
import { shifted } from "../core/geo/datum-shift.ts";
import type { Project } from "../core/model/project.ts";
import type { PlacedRow, Trusted } from "./datum-evidence.ts";
import { type DatumFinding, datumFinding } from "./datum-finding.ts";
import type { Draft } from "./draft.ts";
import type { Gathered } from "./gathered.ts";
import type { RowAccount } from "./row-account.ts";
import { isInvented } from "./to-model/parcel-facility.ts";

/**
 * Finds what the places of each file say of their datum, and tells it; once all rows are settled and linked. They are
 * held against what the files bring of other kinds, and against the open project as it was.
 */
export function tellDatum(draft: Draft, open: Project | undefined): void {
  for (const role of ROLES) {
    const files = new Map<RowAccount, PlacedRow[]>();
    for (const { value, account } of draft[role].taken()) {
      const { datum } = account.placing;
      if (value.at === undefined || ("source" in value && isInvented(value))) continue;
      const row = datum === "wgs84" ? value : { ...value, at: shifted(value.at, "wgs84", datum) };
      const rows = files.get(account);
      if (rows) rows.push(row as PlacedRow);
      else files.set(account, [row as PlacedRow]);
    }
    if (files.size === 0) continue;
    const trusted = knownTo(role, draft, open, true);
    const others = knownTo(role, draft, open, false);
    for (const [account, written] of files) {
      const { datum: readAs, isDeclared } = account.placing;
      const finding = datumFinding(written, { readAs, isDeclared, trusted, others });
      if (finding === undefined) continue;
      account.datum = finding;
      for (const each of remarksOn(finding, account.file)) account.issues.add(each);
    }
  }
}

/** Kinds of rows that stand at a point; those of units are outlines. */
const ROLES = ["facilities", "zones", "sites"] as const;

/**
 * What rows of a kind are held against: what says its datum, or what does not. Facilities may have the name of anything;
 * zones and sites are not called as facilities are.
 */
function knownTo(
  role: (typeof ROLES)[number],
  draft: Draft,
  open: Project | undefined,
  isDeclared: boolean,
): Trusted {
  const from = <Row extends { readonly id: string }>(table: Gathered<Row>): Row[] =>
    table.taken().flatMap(({ value, account }) => (account.placing.isDeclared === isDeclared ? [value] : []));
  // What a demo city draws is invented.
  const before = isDeclared && open?.origin !== "demo" ? open : undefined;
  const zones = role === "zones" ? [] : from(draft.zones);
  return {
    places: [
      ...zones,
      ...(role === "sites" ? [] : from(draft.sites)),
      ...(role === "facilities" ? (before?.facilities ?? []) : []),
      ...(before ? [...before.zones, ...before.sites] : []),
    ],
    zones: draft.zones.taken().length > 0 ? zones : (before?.zones ?? []),
    units: draft.units.taken().length > 0 ? from(draft.units) : (before?.units ?? []),
    // Zones lie between streets, as far from them as can be.
    streets: role === "zones" ? [] : (before?.backdrop.streets ?? []),
  };
}

/** What there is to say of a finding. */
function remarksOn(finding: DatumFinding, file: string): Issue[] {
  const { verdict, readAs, isDeclared, evidence, rows, speaking, residuals, all } = finding;
  if (evidence === undefined) return [];
  const at = { file };
  const found = { evidence, rows };
  const whole = (metres: number) => Math.ceil(metres);
  if ("datum" in verdict) {
    const { datum } = verdict;
    const after = { after: whole(residuals[datum].median), afterMost: whole(residuals[datum].most) };
    if (datum === readAs) {
      return isDeclared ? [] : [issue("file.datum-fits", "note", { ...found, datum, ...after }, at)];
    }
    const before = { before: whole(residuals[readAs].median), beforeMost: whole(residuals[readAs].most) };
    return [issue("file.datum-other", "warning", { ...found, readAs, datum, ...before, ...after }, at)];
  }
  if (isDeclared) return [];
  const medians = {
    wgs84: whole(residuals.wgs84.median),
    gcj02: whole(residuals.gcj02.median),
    bd09: whole(residuals.bd09.median),
  };
  switch (verdict.undecided) {
    case "too-few":
      return [issue("file.datum-too-few", "note", { ...found, speaking }, at)];
    case "alike":
      return [issue("file.datum-alike", "note", { ...found, ...medians }, at)];
    case "none-fits":
      return [issue("file.datum-none-fits", "warning", { ...found, ...medians }, at)];
    case "contradictory":
      return [issue("file.datum-contradictory", "note", { evidence: all.map((each) => each.evidence) }, at)];
    case "together":
      return [issue("file.datum-together", "note", { ...found, metres: medians.wgs84 }, at)];
    case "abroad":
      return [];
  }
}
