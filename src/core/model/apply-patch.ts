import { digestOf } from "../base/digest.ts";
import { type Issue, issue } from "../base/issue.ts";
import { byCodeUnit } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { StreetMap } from "../network/street-map.ts";
import { streetsDigest } from "../network/streets-digest.ts";
import { unpackStreets } from "../network/unpack-streets.ts";
import type { Patch, ProjectSettings, RowChange } from "./patch.ts";
import type { Project } from "./project.ts";

/**
 * The document after a patch. Rows and tables it does not name keep their identity. Refused where a row is not what
 * the patch was made from: then nothing is changed. Cost: one copy of each table it names.
 */
export function applyPatch(project: Project, patch: Patch): Outcome<Project> {
  const issues: Issue[] = [];
  const tables = {
    facilities: changed(project.facilities, patch.facilities, issues),
    zones: changed(project.zones, patch.zones, issues),
    units: changed(project.units, patch.units, issues),
    sites: changed(project.sites, patch.sites, issues),
  };
  const streets = streetsAfter(project, patch, issues);
  const { settings } = patch;
  if (settings && digestOf(settings.before) !== digestOf(settingsOf(project))) {
    issues.push(issue("patch.other-row", "error", { id: "settings" }));
  }
  if (issues.length > 0) return refused(...issues);
  const { streets: _streets, ...others } = project;
  const next = { ...others, ...tables, ...(streets && { streets }) };
  if (!settings) return done(next);
  const { pack: _pack, asOf: _asOf, streetChanges: _changes, ...rest } = next;
  return done({ ...rest, ...settings.after });
}

/** Streets keep their identity unless they are replaced. */
function streetsAfter({ streets: now }: Project, { streets }: Patch, issues: Issue[]): StreetMap | undefined {
  if (!streets) return now;
  const { before, after } = streets;
  const next = after && unpackStreets(after, after.rows);
  if ((now && streetsDigest(now)) !== before?.digest || (after && !next)) {
    issues.push(issue("patch.other-row", "error", { id: "streets" }));
  }
  return next;
}

/** What of a document is no table of rows. */
export function settingsOf(project: Project): ProjectSettings {
  const { name, pack, customPacks, duplicateDecisions, asOf, streetChanges } = project;
  return {
    name,
    customPacks,
    duplicateDecisions,
    ...(pack !== undefined && { pack }),
    ...(asOf !== undefined && { asOf }),
    ...(streetChanges && { streetChanges }),
  };
}

interface Row {
  readonly id: string;
}

/** `rows` and `changes` are ordered by id; so is what comes of them. */
function changed<T extends Row>(
  rows: readonly T[],
  changes: readonly RowChange<T>[] | undefined,
  issues: Issue[],
): readonly T[] {
  if (changes === undefined || changes.length === 0) return rows;
  const byId = new Map(changes.map((change) => [idOf(change), change]));
  const next: T[] = [];
  for (const row of rows) {
    const change = byId.get(row.id);
    byId.delete(row.id);
    if (change === undefined) next.push(row);
    else if (change.before === undefined || digestOf(change.before) !== digestOf(row)) {
      issues.push(issue("patch.other-row", "error", { id: row.id }, { id: row.id }));
    } else if (change.after) next.push(change.after);
  }
  for (const [id, { before, after }] of byId) {
    if (before !== undefined || after === undefined) {
      issues.push(issue("patch.other-row", "error", { id }, { id }));
    } else next.push(after);
  }
  return byId.size === 0 ? next : next.sort((a, b) => byCodeUnit(a.id, b.id));
}

function idOf({ before, after }: RowChange<Row>): string {
  return (after ?? before)?.id ?? "";
}
